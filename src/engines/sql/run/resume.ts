import type { Session } from '../../../database/session.ts'
import { checksumOf } from '../text/checksum.ts'
import type { Statement } from '../text/statements.ts'
import { inspectStatement } from './in-flight.ts'

/** Where a revision that ran outside of a transaction goes on. */
export type Resume =
  /** With the statement of this number, from 0; `invalid` is an index that it has left behind. */
  | { kind: 'at'; done: number; invalid?: string }
  /** What is done, or was under way, is not in the file any more. */
  | { kind: 'edited' }
  /** Whether this statement took effect cannot be told. */
  | { kind: 'unknown'; statement: Statement }

/** Decides from the record of an earlier run and the catalog; reads only. */
export async function findResume(
  session: Session,
  statements: readonly Statement[],
  { done, hashes }: { done: number; hashes: readonly string[] },
): Promise<Resume> {
  const known = hashes.every(
    (hash, index) => statements[index] !== undefined && hash === checksumOf(statements[index].text),
  )
  if (!known) return { kind: 'edited' }
  const upcoming = statements[done]
  if (upcoming === undefined) return { kind: 'at', done }
  const found = await inspectStatement(session, upcoming)
  const invalid = found.kind === 'redo' ? found.invalid?.name : undefined
  const at = { kind: 'at', ...(invalid === undefined ? {} : { invalid }) } as const
  // Only what was under way when a run died is to be decided; what failed is known to have failed.
  if (hashes.length <= done) return { ...at, done }
  if (found.kind === 'unknown') return { kind: 'unknown', statement: upcoming }
  return { ...at, done: found.kind === 'done' ? done + 1 : done }
}
