import { entry } from './entry.ts'

const mayExist =
  'Mend the file and run again. If the database has it already, from a run by hand or an earlier tool, say so with `stamp`: docs/runbook.md, First contact.'

/** By SQLSTATE, where the file is not to blame, or not alone. */
const cures: Record<string, string> = {
  '55P03':
    'Somebody holds a lock on it, and the file is not to blame: run again at a quieter moment, or wait longer with `lock-timeout`.',
  '42P07': mayExist,
  '42701': mayExist,
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
    cure: f =>
      cures[f.code] ??
      'Mend the file, commit it, and run again: what is applied stays, what is pending runs.',
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
  unexpected: entry<{ message: string }>({
    exit: 1,
    says: f => `Something happened that the gate does not know: ${f.message}.`,
    cure: () =>
      'The gate is closed. Run it again with debug logging (ACTIONS_STEP_DEBUG, or --debug) and report what it prints.',
    example: { message: 'Cannot read properties of undefined' },
  }),
}
