import { DatabaseError, type Session } from '../../../database/session.ts'
import type { Fault } from '../../../domain.ts'
import { expectationOf } from '../../objects/expect.ts'
import { type Explained, explainObjects } from '../../objects/explain.ts'
import { findObjects } from '../../objects/find.ts'
import { tellStand } from '../../objects/tell.ts'
import { keepRunnable } from '../../server-errors/look-up-rows.ts'
import type { ChildFailure } from '../shapes.ts'
import type { FailureFacts } from './ended.ts'
import { failedRevision } from './told.ts'

/** What is needed to look: the session asks after the child's transaction is over. */
export interface LookUp {
  failure: ChildFailure
  facts: FailureFacts
  session: Pick<Session, 'query'>
  /** Pending revisions in order, the failed one among them, as they are after the run. */
  pending: readonly string[]
}

/**
 * For "already exists" and "does not exist": which objects of the revision the database has, and so whether it is
 * out of step, half there, or another matter. Any other fault comes back as it is, and so does this one when the
 * hook told no operations or the catalogs cannot be asked. Never throws for what a server says.
 */
export async function lookUpObjects(
  given: Fault,
  { failure, facts, session, pending }: LookUp,
): Promise<Fault> {
  const fault = await keepRunnable(given, session)
  const id = failedRevision(failure, facts)
  if (!['alembic-exists', 'alembic-absent'].includes(fault.id) || id === '') return fault
  if (failure.operations.length === 0) return fault
  const { objects, unseen } = expectationOf(failure.operations, [])
  try {
    const found = await findObjects(session, objects)
    const before = pending.slice(0, Math.max(0, pending.indexOf(id)))
    const notYet = [id, ...pending.slice(before.length)]
    const ran = [...facts.scripts.values()].filter(one => !notYet.includes(one.id))
    const texts = ran.map(({ text }) => text)
    const said = texts.some(text => fromElsewhere.test(text)) ? '' : (failure.server?.message ?? '')
    return withObjects(fault, id, explainObjects(found, id, { before, unseen, missed: { said, texts } }))
  } catch (error) {
    if (error instanceof DatabaseError) return fault
    throw error
  }
}

/** What a script makes from elsewhere, its text does not name. */
const fromElsewhere = /\bcreate_all\b|\bread_text\b|\bopen\(/

function withObjects(fault: Fault, id: string, explained: Explained): Fault {
  const { stand, text, next } = explained
  if (stand === 'all' || stand === 'some') return tellStand(fault, id, explained)
  return text === '' ? fault : { ...fault, message: `${fault.message} ${text}`, next }
}
