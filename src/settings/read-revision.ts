import { makeFault } from '../catalogue/catalogue.ts'
import type { Command, Fault } from '../domain.ts'
import type { InputReader } from './inputs.ts'

/** The `revision` input. What is wrong with it is a fault of the reader; nothing is assumed for `stamp` and `downgrade`. */
export function readRevision(inputs: InputReader, command: Command): string {
  const form = 'head, heads, base, a revision, a unique beginning of one, label@head, +N or -N'
  const given = inputs.matching('revision', /^(?!--)[\w.@+:-]+$/, form)
  if (given !== '') return given
  if (command === 'stamp' || command === 'downgrade')
    inputs.faults.push(makeFault('input-needed', { input: 'revision', command }))
  return 'head'
}

/** Revisions that mean something in every database. To take all of them back, each is named. */
const everywhere: Partial<Record<Command, readonly string[]>> = {
  stamp: ['head', 'heads', 'base'],
  downgrade: [],
}

/** A revision of one database says nothing of another: `stamp` or `downgrade` with one of them needs one database. */
export function stampFaults(command: Command, revision: string, databases: readonly string[]): Fault[] {
  const fits = databases.length < 2 || everywhere[command]?.includes(revision) !== false
  return fits ? [] : [makeFault('stamp-several', { command, revision, names: databases.join(', ') })]
}
