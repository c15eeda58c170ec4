import { gateError } from '../../../catalogue/catalogue.ts'
import { DatabaseError, type Session } from '../../../database/session.ts'
import { serverError } from '../../server-errors/said.ts'
import { createHistory } from './history.ts'
import { rightsError } from './history-rights.ts'
import type { DatabaseState } from './state.ts'

/** Makes the history table where the state that was read has none. Throws GateError where the server will not have it. */
export async function makeHistory(
  session: Session,
  { history, exists, server }: Pick<DatabaseState, 'history' | 'exists' | 'server'>,
  where: string,
): Promise<void> {
  if (exists) return
  try {
    await createHistory(session, history)
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error
    if (error.lost) throw gateError('connection-lost', { where, reason: error.message })
    const around = { server: serverError(error) }
    if (error.code === '42501') throw rightsError(error, history, server.user, 'make')
    throw gateError('query-refused', { where, doing: 'making the history table' }, around)
  }
}
