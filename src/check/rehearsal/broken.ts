import { gateError } from '../../catalogue/catalogue.ts'
import { DatabaseError } from '../../database/session.ts'
import type { Fault } from '../../domain.ts'
import { GateError } from '../../errors.ts'
import { oneLine } from '../../text.ts'
import type { RehearsalDatabase } from './server.ts'

/** Why a rehearsal cannot go on: a clause. */
export class Broken extends Error {}

/** What may end a rehearsal before its time. */
interface Going {
  database: Pick<RehearsalDatabase, 'open'>
  signal: AbortSignal
  deadline: AbortSignal
}

/** For people: all of it may take as much. */
export const longest = '10 min'

/** Throws GateError where somebody asked for the end of the run. */
export function requireCalm(signal: AbortSignal): void {
  if (signal.aborted) throw gateError('interrupted', { id: '', name: '' })
}

/**
 * After a step: a failure is its own only where nobody ended it and the server is still there. Throws GateError
 * `interrupted`, else Broken.
 */
export async function requireGoing(
  { database, signal, deadline }: Going,
  step: { fault?: Fault | undefined; file?: boolean } | undefined,
): Promise<void> {
  requireCalm(signal)
  // A file says that of itself.
  if (deadline.aborted && step?.file !== true) throw new Broken(tooLong)
  if (step?.fault === undefined) return
  const gone = await whyGone(database)
  requireCalm(signal)
  if (gone !== undefined) throw new Broken(`its server no longer answers (${gone})`)
}

const tooLong = `it took longer than the ${longest} that all of it may take`

/** What was thrown, as the reason why it broke off. Throws on what is no failure of a database or a step. */
export function sayBroken({ signal, deadline }: Going, error: unknown): string {
  requireCalm(signal)
  if (error instanceof Broken) return error.message
  if (!(error instanceof GateError || error instanceof DatabaseError)) throw error
  return deadline.aborted ? tooLong : `its database said: ${oneLine(error.message, 300).replace(/\.$/, '')}`
}

async function whyGone({ open }: Going['database']): Promise<string | undefined> {
  try {
    const session = await open(() => undefined, 'once')
    await session.close()
    return undefined
  } catch (error) {
    if (error instanceof GateError || error instanceof DatabaseError)
      return oneLine(error.message, 200).replace(/\.$/, '')
    throw error
  }
}
