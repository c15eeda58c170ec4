import { gateError } from '../../catalogue/catalogue.ts'
import type { At, Facts } from '../facts.ts'
import type { OpenSession, Session } from '../session.ts'
import { keepsBackend } from './own-backend.ts'

/**
 * Throws GateError unless revisions can be run, and a lock held, on this session: `replica`, `read-only`, `pooler`.
 * Asks the server nothing more where the session leads straight to it.
 */
export async function requireWritable(
  session: Session,
  state: Pick<Facts, 'replica' | 'readOnly' | 'server'>,
  { where }: At,
  open: OpenSession,
): Promise<void> {
  if (state.replica) throw gateError('replica', { where })
  if (state.readOnly) throw gateError('read-only', { where, user: state.server.user })
  if (session.pooled && !(await keepsBackend(session, () => open(() => undefined, 'once'))))
    throw gateError('pooler', { where })
}
