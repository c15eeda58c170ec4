/** Runs what docs/runbook.md tells people to type, as the terminal reads it, in this process. */
import { expect } from '@jest/globals'
import { readArguments } from '../../src/terminal/arguments.ts'
import { version } from '../../src/version.ts'
import { commandsOf } from './documents.ts'
import { type GateOptions, type GateRun, runIn } from './gate.ts'

export const runbook = 'docs/runbook.md'

/** The commands of a section, each as its words behind `migration-gate`; `$NAME` is filled in from `names`. */
export function ways(heading: string, names: Record<string, string> = {}): string[][] {
  const found = commandsOf(runbook)
    .filter(({ words, heading: at }) => at === heading && words[0] === 'migration-gate')
    .map(({ words }) => words.slice(1).map(word => names[word.replace(/^\$/, '')] ?? word))
  if (found.length === 0) throw new Error(`${runbook} has no command under "${heading}".`)
  return found
}

/** Types a command at a terminal where every question is answered with yes. Throws where it is no command. */
export function type(
  words: readonly string[],
  at: { path: string; url: string },
  options: GateOptions = {},
): Promise<GateRun> {
  const typed = readArguments(words, version)
  if ('text' in typed) throw new Error(typed.text)
  const inputs = { ...options.inputs, ...typed.inputs }
  return runIn(at.path, at.url, { agree: async () => 'yes', ...options, inputs, dryRun: typed.dryRun })
}

/** What a person is told to type, where the gate is closed by `id`. */
export function expectClosedBy(run: GateRun, id: string, ...next: string[]): void {
  expect({ gate: run.report.gate, id: run.fault?.id, log: run.log }).toMatchObject({ gate: 'closed', id })
  for (const line of next) expect(run.log).toContain(`next: migration-gate ${line}`)
}
