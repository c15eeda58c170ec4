import { lintEntry } from './lint-facts.ts'
import { lintObjectEntries } from './lint-objects.ts'

const safe = 'The safe way is written out for the statement: docs/lint.md.'

/** What the text of new revisions would do to the tables that are there: indexes, columns, constraints. */
const lintTableEntries = {
  'index-blocks-writes': lintEntry(
    f =>
      `While the index on ${f.on} is built, nobody can write to the table: it is locked until this revision commits.`,
    { on: 'orders', safe: 'Write `create index concurrently a on orders (at)`.' },
  ),
  'index-on-partitioned': lintEntry(
    f =>
      `An index on the partitioned ${f.on} is built on every partition at once: nobody can write to any of them until this revision commits.`,
    { on: 'events', safe: 'Write `create index a on only events (at)`.' },
  ),
  'drop-index-waits': lintEntry(
    f =>
      `Dropping ${f.on} locks its table against everybody: the lock waits for every query on it, and all new ones wait behind.`,
    { on: 'orders_at_idx', safe: 'Write `drop index concurrently orders_at_idx`.' },
  ),
  'reindex-blocks-writes': lintEntry(
    f =>
      `While ${f.on} is reindexed, nobody can write to the table, and queries that plan to use the index wait.`,
    { on: 'orders', safe: 'Write `reindex table concurrently orders`.' },
  ),
  'add-column-rewrites': lintEntry(
    f =>
      `Adding ${f.what} to ${f.on} writes the whole table and its indexes anew (${f.does}): nobody can read or write it meanwhile.`,
    { on: 'orders', what: 'token', does: 'its default is another one for each row', safe },
  ),
  'add-column-required': lintEntry(
    f =>
      `Adding ${f.what} to ${f.on} fails where the table has a row: it is NOT NULL and has no default. The version that is live does not fill it either.`,
    { on: 'orders', what: 'status', safe: 'Give it a default.' },
  ),
  'add-column-scans': lintEntry(
    f => `Adding ${f.what} to ${f.on} ${f.does}: nobody can read or write the table until it is done.`,
    { on: 'orders', what: 'code', does: 'builds a unique index', safe },
  ),
  'set-not-null-scans': lintEntry(
    f =>
      `Setting ${f.what} of ${f.on} NOT NULL reads the whole table: nobody can read or write it meanwhile. It fails where a row has a null, and so do inserts of the version that is live.`,
    { on: 'orders', what: 'status', safe },
  ),
  'type-change-rewrites': lintEntry(
    f =>
      `Changing ${f.what} of ${f.on} ${f.does} writes the whole table and its indexes anew: nobody can read or write it meanwhile.`,
    { on: 'orders', what: 'id', does: 'from integer to bigint', safe },
  ),
  'type-change-reads': lintEntry(
    f => `Changing ${f.what} of ${f.on} ${f.does}: nobody can read or write the table meanwhile.`,
    {
      on: 'orders',
      what: 'code',
      does: 'from varchar(12) to text builds its index orders_open anew, which has a condition or an expression',
      safe,
    },
  ),
  'type-change-unknown': lintEntry(
    f =>
      `Changing ${f.what} of ${f.on} ${f.does} may write the whole table anew, and nobody could read or write it meanwhile.`,
    { on: 'orders', what: 'code', does: 'from a type that no revision names to text', safe },
  ),
  'collation-rebuilds-indexes': lintEntry(
    f =>
      `Another collation for ${f.what} of ${f.on} builds the indexes of the column anew: nobody can read or write the table meanwhile.`,
    { on: 'orders', what: 'code', safe },
  ),
  'expression-rewrites': lintEntry(
    f =>
      `A new expression for ${f.what} of ${f.on} writes the whole table anew: nobody can read or write it meanwhile.`,
    { on: 'orders', what: 'total', safe },
  ),
  'constraint-scans': lintEntry(
    f => `Adding ${f.what} to ${f.on} reads the whole table: nobody can read or write it meanwhile.`,
    { on: 'orders', what: 'a check', safe },
  ),
  'foreign-key-scans': lintEntry(
    f =>
      `Adding a foreign key from ${f.on} to ${f.what} reads both tables: nobody can write to either meanwhile.`,
    { on: 'orders', what: 'customers', safe },
  ),
  'constraint-builds-index': lintEntry(
    f => `Adding ${f.what} to ${f.on} builds an index: nobody can read or write the table meanwhile.`,
    { on: 'orders', what: 'a unique constraint', safe },
  ),
  'primary-key-scans': lintEntry(
    f =>
      `The primary key of ${f.on} takes over the index ${f.what}, and still reads the whole table where a column may be null: nobody can read or write it meanwhile.`,
    { on: 'orders', what: 'orders_id_idx', safe },
  ),
  'exclude-builds-index': lintEntry(
    f =>
      `Adding an exclusion constraint to ${f.on} builds its index under a lock: nobody can read or write the table meanwhile.`,
    { on: 'bookings', safe: 'There is no way without the lock.' },
  ),
  'validated-too-soon': lintEntry(
    f =>
      `The constraint ${f.what} of ${f.on} is validated in the transaction that added it: the lock of its ADD is held while the whole table is read.`,
    { on: 'orders', what: 'orders_total_check', safe },
  ),
  'drop-foreign-key-locks': lintEntry(
    f => `Dropping ${f.what} of ${f.on} locks ${f.does} against everybody, too, until this revision commits.`,
    {
      on: 'orders',
      what: 'orders_customer_id_fkey',
      does: 'customers',
      safe: 'Keep it apart from other statements.',
    },
  ),
  'domain-check-scans': lintEntry(
    f =>
      `A new constraint on the domain ${f.on} reads every table that has a column of it: nobody can write to them meanwhile.`,
    { on: 'email', safe: 'Write `alter domain email add constraint … not valid`.' },
  ),
}

/** Every rule of the lint. */
export const lintEntries = { ...lintTableEntries, ...lintObjectEntries }
