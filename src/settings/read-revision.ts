import { makeFault } from '../catalogue/catalogue.ts'
import type { Command, Fault } from '../domain.ts'
import type { InputReader } from './inputs.ts'

/** The `revision` input. What is wrong with it is a fault of the reader; nothing is assumed for `stamp`. */
export function readRevision(inputs: InputReader, command: Command): string {
  const form = 'head, heads, base, a revision, a unique beginning of one, label@head, +N or -N'
  const given = inputs.matching('revision', /^(?!--)[\w.@+:-]+$/, form)
  if (given !== '') return given
  if (command === 'stamp') inputs.faults.push(makeFault('input-needed', { input: 'revision', command }))
  return 'head'
}

/** Revisions that mean something in every database. */
const everywhere = ['head', 'heads', 'base']

/** A revision of one database says nothing of another: `stamp` with one of them needs one database. */
export function stampFaults(command: Command, revision: string, databases: readonly string[]): Fault[] {
  const fits = command !== 'stamp' || databases.length < 2 || everywhere.includes(revision)
  return fits ? [] : [makeFault('stamp-several', { revision, names: databases.join(', ') })]
}
