/** Tables of inputs and outputs, from action.yml. */
import { parse } from 'yaml'

/** `only`: names of the inputs to show; all of them unless told otherwise. */
export function renderInputs(action, only) {
  const shownOnes = Object.entries(parse(action).inputs).filter(([name]) => only?.includes(name) ?? true)
  const rows = shownOnes.map(([name, { description, default: value }]) => [
    `\`${name}\``,
    shown(value),
    description,
  ])
  return table(['input', 'default', 'meaning'], rows)
}

export function renderOutputs(action) {
  const rows = Object.entries(parse(action).outputs).map(([name, { description }]) => [
    `\`${name}\``,
    description,
  ])
  return table(['output', 'value'], rows)
}

export function table(heads, rows) {
  const line = cells => `| ${cells.map(cell => escapeCell(cell)).join(' | ')} |`
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n')
}

function shown(value) {
  const text = String(value ?? '')
  return text === '' ? '' : `\`${text}\``
}

function escapeCell(text) {
  return escapeMarkdown(text).replaceAll('|', '\\|')
}

/** Plain text for Markdown; code spans stay as they are. */
export function escapeMarkdown(text) {
  return text
    .split('`')
    .map((part, index) => (index % 2 === 0 ? part.replace(/[<*]/g, '\\$&') : part))
    .join('`')
}
