import { entry } from './entry.ts'

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
    cure: () => 'Mend the file, commit it, and run again: what is applied stays, what is pending runs.',
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
