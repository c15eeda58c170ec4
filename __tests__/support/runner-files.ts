import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface FileCommands {
  outputs: Record<string, string>
  state: Record<string, string>
  exported: Record<string, string>
  paths: string[]
  summary: string
  /** All files as they were written. */
  raw: string
}

const names = ['OUTPUT', 'STATE', 'ENV', 'PATH', 'STEP_SUMMARY'] as const

/** The files by which an action talks to the runner: made empty, as the runner does, and read afterwards. */
export function fileCommands(folder: string): { variables: Record<string, string>; read(): FileCommands } {
  const file = (name: string) => join(folder, `file-command-${name}`)
  for (const name of names) writeFileSync(file(name), '')
  const text = (name: (typeof names)[number]) => readFileSync(file(name), 'utf8')
  return {
    variables: Object.fromEntries(names.map(name => [`GITHUB_${name}`, file(name)])),
    read: () => ({
      outputs: parseValues(text('OUTPUT')),
      state: parseValues(text('STATE')),
      exported: parseValues(text('ENV')),
      paths: text('PATH').split('\n').filter(Boolean),
      summary: text('STEP_SUMMARY'),
      raw: names.map(text).join('\n'),
    }),
  }
}

/** `name=value`, or `name<<END`, lines and `END`: as strict as the runner, which fails the step otherwise. */
export function parseValues(text: string): Record<string, string> {
  const values: Record<string, string> = {}
  const lines = text.split('\n')
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? ''
    if (line === '') continue
    const [, name = '', operator, rest = ''] = /^(.+?)(=|<<)(.*)$/.exec(line) ?? []
    if (!operator) throw new Error(`The runner would not take this line: ${line}`)
    if (operator === '=') {
      values[name] = rest
      continue
    }
    const end = lines.indexOf(rest, at + 1)
    if (end < 0) throw new Error(`The value of ${name} has no end: ${rest} does not follow.`)
    values[name] = lines.slice(at + 1, end).join('\n')
    at = end
  }
  return values
}
