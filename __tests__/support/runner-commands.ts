/** Workflow commands in text, by the rules of the runner itself (actions/runner: ActionCommand.cs, ActionCommandManager.cs). */

export interface RunnerCommand {
  name: string
  properties: string
  data: string
}

/** Every line end that .NET's reader knows starts a line; a lone CR is one. */
export function findCommands(text: string): RunnerCommand[] {
  return text.split(/\r\n|\r|\n/).flatMap(line => parseLine(line) ?? [])
}

/** Version 2 is tried first: `::name props::data` after white space; then version 1: `##[name props]data` anywhere. */
function parseLine(line: string): RunnerCommand | undefined {
  const trimmed = line.replace(/^[\s\u0085]+/, '')
  if (trimmed.startsWith('::')) {
    const end = trimmed.indexOf('::', 2)
    if (end > 0) {
      const [, name = '', properties = ''] = /^(\S*)\s*(.*)$/s.exec(trimmed.slice(2, end)) ?? []
      return { name, properties, data: trimmed.slice(end + 2) }
    }
  }
  const at = line.indexOf('##[')
  const close = at === -1 ? -1 : line.indexOf(']', at)
  if (close === -1) return undefined
  const [, name = '', properties = ''] = /^(\S*)\s*(.*)$/s.exec(line.slice(at + 3, close)) ?? []
  return { name, properties, data: line.slice(close + 1) }
}
