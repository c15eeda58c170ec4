import { lintEntry } from './lint-facts.ts'

/** What the text of new revisions would do to the version that is live, and to what else is there. */
export const lintObjectEntries = {
  'drop-in-use': lintEntry(
    f =>
      `${f.on} is gone for the version that is live from the moment this revision commits: what still asks for it fails${f.does ?? ''}.`,
    {
      on: 'The column status of orders',
      safe: 'Deploy a version that does not use it, then drop it: mark that revision with the line `-- gate: contract`.',
    },
  ),
  'rename-in-use': lintEntry(
    f =>
      `${f.on} becomes ${f.what}: the version that is live asks for the old name and fails from the moment this revision commits.`,
    {
      on: 'The column status of orders',
      what: 'state',
      safe: 'Add the new column, fill both, and drop the old one later.',
    },
  ),
  'drop-not-null': lintEntry(
    f => `The column ${f.what} of ${f.on} may be null after this: the version that is live has not met one.`,
    { on: 'orders', what: 'status', safe: 'See that the live version can read a null.' },
  ),
  'table-rewritten': lintEntry(
    f => `${f.does} writes the whole of ${f.on} anew: nobody can read or write it meanwhile.`,
    { on: 'orders', does: 'CLUSTER', safe: 'Do it in a maintenance window.' },
  ),
  'refresh-blocks-reads': lintEntry(f => `While ${f.on} is refreshed, nobody can read it.`, {
    on: 'totals',
    safe: 'Write `refresh materialized view concurrently totals`.',
  }),
  'lock-held': lintEntry(
    f => `${f.on} is locked (${f.what}) until this revision commits: nobody can write to it meanwhile.`,
    { on: 'orders', what: 'access exclusive', safe: 'Leave the lock to the statements that need it.' },
  ),
  'truncate-loses-rows': lintEntry(
    f =>
      `All rows of ${f.on} are gone after this${f.does ?? ''}; nobody can read or write it until this revision commits, and no way down brings them back.`,
    {
      on: 'orders',
      does: ', and of every table that refers to it',
      safe: 'Delete what is not needed, in batches.',
    },
  ),
  'all-rows-changed': lintEntry(
    f =>
      `${f.does} every row of ${f.on} at once: each stays locked until this revision commits, and the table grows by as many dead rows.`,
    { on: 'orders', does: 'UPDATE changes', safe: 'Do it in batches.' },
  ),
  'work-under-lock': lintEntry(
    f =>
      `${f.does} while ${f.on} is locked against everybody by an earlier statement of the same transaction: they wait until all of it is done.`,
    { on: 'orders', does: 'Rows of orders are changed', safe: 'Put it into a revision of its own.' },
  ),
  'several-tables-locked': lintEntry(
    f =>
      `This transaction locks ${f.what} against everybody while it holds ${f.on}: whoever uses them in another order waits for it and it for them, until one is cancelled.`,
    { on: 'customers', what: 'orders', safe: 'Give each table a revision of its own.' },
  ),
  'enum-value-too-soon': lintEntry(
    f =>
      `The value ${f.what} of ${f.on} ${f.does ?? 'is used'} in the transaction that adds it, which Postgres refuses (55P04).`,
    { on: 'mood', what: "'sad'", safe: 'Add it in a revision of its own.' },
  ),
  'trigger-on-live-table': lintEntry(
    f =>
      `${f.does} changes what writes of the version that is live do to ${f.on}, from the moment this revision commits.`,
    { on: 'orders', does: 'The trigger audit', safe: 'See that the live version can live with it.' },
  ),
  'row-security': lintEntry(
    f => `${f.does} changes which rows of ${f.on} the version that is live sees and may write.`,
    { on: 'orders', does: 'Row level security', safe: 'Create the policies first.' },
  ),
  'attach-scans': lintEntry(
    f => `Attaching ${f.what} to ${f.on} reads ${f.does}: nobody can read or write that meanwhile.`,
    {
      on: 'events',
      what: 'events_2026',
      does: 'the whole of events_2026',
      safe: 'Add a matching check first.',
    },
  ),
  'partition-locks-parent': lintEntry(
    f => `Making the partition ${f.what} locks ${f.on} against everybody${f.does ?? ''}.`,
    {
      on: 'events',
      what: 'events_2026',
      does: ', and reads its default partition',
      safe: 'Create the table by itself and attach it.',
    },
  ),
  'detach-locks-parent': lintEntry(
    f => `Detaching ${f.what} locks ${f.on} against everybody until this revision commits.`,
    {
      on: 'events',
      what: 'events_2024',
      safe: 'Write `alter table events detach partition events_2024 concurrently`.',
    },
  ),
  'timeout-off': lintEntry(
    f =>
      `${f.on} is switched off here: a statement that waits for a lock holds up everybody behind it for as long as it takes.`,
    { on: 'lock_timeout', safe: 'Leave it to the gate, which sets it and tries again.' },
  ),
  'not-seen': lintEntry(f => `What this statement does was not seen: ${f.what}.`, {
    on: 'the statement',
    what: 'its SQL is made at run time',
    safe: 'Write it as plain statements.',
  }),
  'not-parsed': lintEntry(f => `Postgres 18 would not understand this statement: ${f.what}.`, {
    on: 'the statement',
    what: 'syntax error at or near "tabel"',
    safe: 'Correct it; if it is for a newer server, let it through.',
  }),
}
