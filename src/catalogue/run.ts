import { entry } from './entry.ts'
import { cureOf } from './sqlstate-cures.ts'

/** A revision that others kept from its locks. */
interface StuckFacts {
  id: string
  name: string
  /** `statement 1 of 2`. */
  at: string
  /** ` in 6 attempts over 2 min`, or empty. */
  over: string
  /** Who was in the way, or empty. */
  blocked: string
  /** Of the one that was; 0 for nobody and several. */
  pid: number
}

const stuckExample: StuckFacts = {
  id: '0003',
  name: 'add_status',
  at: 'statement 1 of 2',
  over: ' in 6 attempts over 1 min 12 s',
  blocked:
    'pid 4711 (user app, web 1), idle in transaction for 3 min 2 s, in a transaction of 3 min 5 s, last ran: select * from orders',
  pid: 4711,
}

function inTheWay(blocked: string): string {
  return blocked === '' ? '; who held it was not seen' : `; in its way: ${blocked}`
}

function terminate(pid: number): string {
  return pid === 0 ? ' (pg_stat_activity, pg_terminate_backend)' : ` (select pg_terminate_backend(${pid}))`
}

/** Endings of a run, planned and not. */
export const runEntries = {
  'revision-failed': entry<{
    id: string
    name: string
    statement: number
    total: number
    reason: string
    code: string
  }>({
    exit: 1,
    says: f =>
      `Revision ${f.id} ${f.name} failed at statement ${f.statement} of ${f.total}: ${f.reason}${f.code === '' ? '' : ` (${f.code})`}.`,
    cure: cureOf,
    example: {
      id: '0003',
      name: 'add_status',
      statement: 2,
      total: 3,
      reason: 'column "status" of relation "orders" already exists',
      code: '42701',
    },
  }),
  'revision-commit': entry<{ id: string; name: string; reason: string; code: string }>({
    exit: 1,
    says: f =>
      `Revision ${f.id} ${f.name} ran to its end but could not be committed: ${f.reason}${f.code === '' ? '' : ` (${f.code})`}.`,
    cure: () => 'Most often a deferred constraint is violated: mend the data or the revision, and run again.',
    example: {
      id: '0003',
      name: 'backfill',
      reason: 'insert or update on table "orders" violates foreign key',
      code: '23503',
    },
  }),
  'revision-unrecorded': entry<{ id: string; name: string; table: string; reason: string; code: string }>({
    exit: 1,
    says: f =>
      `Revision ${f.id} ${f.name} could not be recorded in the history table ${f.table}: ${f.reason}${f.code === '' ? '' : ` (${f.code})`}.`,
    cure: f =>
      f.code === '42501'
        ? `As its owner or a superuser: grant select, insert, update, delete on ${f.table} to the role of the URL; then run again.`
        : 'The table belongs to the gate: take out of the revision whatever drops, empties or changes it, or the trigger or rule off the table, and run again.',
    example: {
      id: '0003',
      name: 'clean_up',
      table: 'public.migration_history',
      reason: 'relation "public.migration_history" does not exist',
      code: '42P01',
    },
  }),
  'revision-blocked': entry<StuckFacts>({
    exit: 1,
    says: f =>
      `Revision ${f.id} ${f.name} did not get a lock in time at ${f.at}${f.over} (55P03)${inTheWay(f.blocked)}.`,
    cure: f =>
      `The file is not to blame: run again at a quieter moment, wait longer with \`lock-timeout\`, or end what is in the way${terminate(f.pid)}.`,
    example: stuckExample,
  }),
  'revision-deadlock': entry<StuckFacts>({
    exit: 1,
    says: f =>
      `Revision ${f.id} ${f.name} and another session waited for each other at ${f.at}${f.over} (40P01)${inTheWay(f.blocked)}.`,
    cure: () =>
      'Run again. If it comes back, let the revision lock its tables in the order in which the application does.',
    example: stuckExample,
  }),
  'revision-lost': entry<{ id: string; name: string; reason: string }>({
    exit: 1,
    says: f => `The connection was lost while revision ${f.id} ${f.name} ran: ${f.reason}.`,
    cure: () =>
      'Run again: the history row was written in the revision’s own transaction and decides whether it is applied.',
    example: { id: '0003', name: 'add_index', reason: 'Connection terminated unexpectedly' },
  }),
  'revision-escaped': entry<{ id: string; name: string }>({
    exit: 1,
    says: f =>
      `Revision ${f.id} ${f.name} ended the transaction that the gate had begun: what it did before may be committed, and it was not recorded.`,
    cure: () =>
      'Look at the database, take the transaction control out of the revision, and settle it with `stamp`.',
    example: { id: '0003', name: 'backfill' },
  }),
  'history-lost': entry<{ ids: string; table: string }>({
    exit: 1,
    says: f =>
      `Asked again after the run, ${f.table} does not hold ${f.ids}, though it was committed or had been there before.`,
    cure: () =>
      'Look for a trigger, a rule, row security or a revision that changes this table; mend it, then `stamp` where the database really stands.',
    example: { ids: '0003', table: 'public.migration_history' },
  }),
  'stand-unread': entry<Record<never, never>>({
    exit: 1,
    says: () =>
      'Every revision was committed, and where the database stands could not be read afterwards: the gate stays closed.',
    cure: () =>
      'Read it with `current`, which says what is in the way: the history table may be gone, or closed to this role.',
    example: {},
  }),
  'lock-lost': entry<{ id: string }>({
    exit: 1,
    says: f => `The gate lock was lost before revision ${f.id} began: another run may be at work.`,
    cure: () =>
      'Take pg_advisory_unlock_all() and the like out of the revisions, and run again when no other run is under way.',
    example: { id: '0003' },
  }),
  interrupted: entry<{ id: string; name: string }>({
    exit: 130,
    says: f =>
      f.id === ''
        ? 'The run was interrupted before a revision ran.'
        : `The run was interrupted while revision ${f.id} ${f.name} ran; its statement was cancelled.`,
    cure: () => 'Run it again: it starts from where the database stands.',
    example: { id: '0003', name: 'add_index' },
  }),
  'interrupted-pause': entry<{ id: string; name: string }>({
    exit: 130,
    says: f => `The run was interrupted before revision ${f.id} ${f.name} was tried again.`,
    cure: () => 'Run it again: it starts from where the database stands.',
    example: { id: '0003', name: 'add_index' },
  }),
  unexpected: entry<{ message: string }>({
    exit: 1,
    says: f => `Something happened that the gate does not know: ${f.message}.`,
    cure: () =>
      'The gate is closed. Run it again with debug logging (ACTIONS_STEP_DEBUG, or --debug) and report what it prints.',
    example: { message: 'Cannot read properties of undefined' },
  }),
}
