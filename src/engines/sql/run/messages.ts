/** The messages that one transactional revision comes to: its opening, its statements, its record. */

import { type QualifiedName, quoteLiteral, quoteName } from '../../../database/identifiers.ts'
import { forgetUnfinished, recordApplied, recordRemoved } from '../history/history.ts'
import type { Ready, RunContext } from './context.ts'
import type { Message } from './pipeline.ts'

/** As the role that logged in. */
const ownRole = 'set session authorization default; reset role'
const cleanUp = 'close all; reset all; deallocate all; unlisten *; discard temp; discard sequences'

/**
 * Ends what a revision may have left in its session: role, settings, prepared statements, temporary tables. It is
 * DISCARD ALL without the part that would give up the gate lock, and may run in a transaction.
 */
export const freshSession = `${ownRole}; ${cleanUp}`

/**
 * While revisions are sent ahead, what runs outside of the gate's transactions is refused (25006): a statement whose
 * BEGIN did not take effect, or one that follows a COMMIT which our reader did not see.
 */
export const readOnlyOutside = 'set default_transaction_read_only = on'

/** Texts of ours in the error of a guard that failed; both ends of the comparison are here. */
const lockIsLost = 'migration-gate: another session has the gate lock'
const isNotRecorded = 'migration-gate: the revision before is not in the history'

/** Why a guard failed; undefined for all other errors. */
export function readGuard(error: string): 'lock' | 'history' | undefined {
  if (error.includes(lockIsLost)) return 'lock'
  return error.includes(isNotRecorded) ? 'history' : undefined
}

/** All messages of these revisions, in order, made as they are asked for. */
export function* messagesOf(ready: readonly Ready[], context: RunContext): Generator<Message<Ready>> {
  let previous: Ready | undefined
  for (const one of ready) {
    const alone = runsAlone(one)
    const guard = guardOf(context, previous)
    const opening = { owner: one, part: 'opening', waits: alone } as const
    if (alone) yield { ...opening, text: guard, leaves: 'idle' }
    // Until the session refuses what is outside of transactions, a BEGIN has to be seen to be there.
    const unfenced = previous === undefined && !context.fenced
    let waits = alone || unfenced
    const begin = openTransaction(context, unfenced)
    yield { ...opening, text: alone ? begin : `${begin}; ${guard}`, leaves: 'open' }
    for (const { text } of one.statements) {
      yield { owner: one, part: 'statement', text, waits, leaves: 'open' }
      waits = false
    }
    yield {
      owner: one,
      part: 'record',
      text: recordAndCommit(one, context),
      waits: waits || alone,
      leaves: 'idle',
    }
    previous = one
  }
}

/** What may undo what keeps revisions apart, or has to come before any query of its transaction. */
const bendsSession =
  /\breset\b|\btransaction_(?:isolation|deferrable|read_only)\b|_transaction_read_only\b|\bcharacteristics\b/i

/** Each of its steps is sent when the one before is answered; what is before it is answered first. */
function runsAlone({ recorded, revision }: Ready): boolean {
  return recorded || bendsSession.test(revision.up.text)
}

/** Quotes and encoding as our reader assumes them, whatever role and database say. Asks nothing: no snapshot is taken. */
function openTransaction({ lockTimeoutMs, statementTimeoutMs }: RunContext, unfenced: boolean): string {
  const begin = `begin read write${unfenced ? `; ${readOnlyOutside}` : ''}`
  return `${begin}; set local standard_conforming_strings = on; set local lock_timeout = ${lockTimeoutMs}; set local statement_timeout = ${statementTimeoutMs}`
}

/**
 * Fails unless the gate lock is ours (asked by taking it once more, which costs no wait) and the revision that was
 * sent before is recorded. A failed COMMIT ends its transaction, and the BEGIN behind it would then succeed.
 */
function guardOf({ lockKey, history }: RunContext, previous: Ready | undefined): string {
  const recorded =
    previous === undefined ? '' : ` when not ${isSettled(history, previous)} then '${isNotRecorded}'`
  return `select (case when not pg_catalog.pg_try_advisory_lock('${lockKey}'::pg_catalog.int8) then '${lockIsLost}'${recorded} else 'true' end)::pg_catalog.bool`
}

/** The row of a way up is there; that of a way down is gone. */
function isSettled(history: QualifiedName, { revision, removes }: Ready): string {
  return removes === undefined ? isRecorded(history, revision.id) : `not ${isRecorded(history, removes.row)}`
}

function isRecorded(history: QualifiedName, version: string): string {
  const same = (column: string, value: string): string =>
    `${column} operator(pg_catalog.=) ${quoteLiteral(value)}`
  return `exists (select from ${quoteName(history)} where ${same('version', version)} and ${same('state', 'applied')})`
}

/**
 * The row is written as the role that logged in, whatever the revision set; deferred constraints are checked before
 * it, so that a violation is known before the COMMIT, and the session is fresh with it.
 */
function recordAndCommit({ revision, recorded, removes }: Ready, { history, author }: RunContext): string {
  const { id: version, name, checksum } = revision
  return [
    ownRole,
    'set constraints all immediate',
    ...(recorded ? [forgetUnfinished(history, version)] : []),
    removes === undefined
      ? recordApplied(history, { version, name, checksum }, author)
      : recordRemoved(history, removes.row),
    cleanUp,
    readOnlyOutside,
    'commit',
  ].join('; ')
}
