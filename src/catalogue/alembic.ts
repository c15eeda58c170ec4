import { entry } from './entry.ts'

const named = (id: string): string => (id === '' ? 'A revision' : `Revision ${id}`)
const coded = (code: string): string => (code === '' ? '' : ` (${code})`)
const sent = (sql: string): string => (sql === '' ? '' : `, at \`${sql.replaceAll('`', "'")}\``)

/** What Alembic itself refuses, and what goes wrong inside its revisions. */
export const alembicEntries = {
  'alembic-heads': entry<{ heads: string }>({
    exit: 1,
    says: f => `Alembic finds more than one head${f.heads === '' ? '' : `: ${f.heads}`}.`,
    cure: () =>
      'Join them in a revision (`alembic merge`) and commit its file. Where branches are meant to stay apart, use `heads`.',
    example: { heads: '3f2a, 9b1c' },
  }),
  'alembic-unknown-revision': entry<{ id: string; folder: string }>({
    exit: 1,
    says: f => `Alembic cannot find revision ${f.id}: no script in ${f.folder} has that id.`,
    cure: () =>
      'Most often the database is ahead of this commit: deploy a commit that has the revision. If its file was removed, bring it back.',
    example: { id: '9b1c', folder: 'alembic/versions' },
  }),
  'alembic-overlapping': entry<{ one: string; other: string }>({
    exit: 1,
    says: f => `Alembic refuses ${f.one} beside ${f.other}: one of them comes from the other.`,
    cure: f =>
      `Only the newest of a line may stand in the version table, and be asked for. See with \`current\` where the database stands, then \`stamp\` the later one of ${f.one} and ${f.other}.`,
    example: { one: '0002', other: '0001' },
  }),
  'alembic-behind': entry<{ where: string }>({
    exit: 1,
    says: f => `Alembic refuses because ${f.where} does not have every revision yet.`,
    cure: () => 'Run `upgrade` first, then the same command again.',
    example: { where: 'db.example.com:5432/app' },
  }),
  'alembic-config': entry<{ reason: string; folder: string }>({
    exit: 2,
    says: f => `Alembic cannot use its configuration: ${f.reason}.`,
    cure: f =>
      `See that alembic.ini or [tool.alembic] of pyproject.toml is in ${f.folder} and that \`script_location\` names the folder of env.py; \`directory\` and \`run\` say where the gate starts Alembic.`,
    example: { reason: "No 'script_location' key found in configuration", folder: 'backend' },
  }),
  'alembic-ambiguous': entry<{ reason: string }>({
    exit: 1,
    says: f => `Alembic cannot tell which branch is meant: ${f.reason}.`,
    cure: () => 'Name the revision itself, or `heads` for every branch.',
    example: { reason: 'Ambiguous upgrade from multiple current revisions' },
  }),
  'alembic-raced': entry<{ where: string; reason: string }>({
    exit: 1,
    says: f => `Somebody else migrated ${f.where} at the same time: ${f.reason}.`,
    cure: () =>
      'Run the same command again: it starts from where the database stands now. The gate lock holds off other gates, not a plain `alembic upgrade`; let every run go through the gate.',
    example: {
      where: 'db.example.com:5432/app',
      reason: 'expected to match one row when updating 0001 to 0002; 0 found',
    },
  }),
  'alembic-parent': entry<{ id: string; folder: string }>({
    exit: 1,
    says: f => `A revision in ${f.folder} comes after ${f.id}, of which there is no script.`,
    cure: f => `Bring the script of ${f.id} back, or correct the \`down_revision\` that names it.`,
    example: { id: '0009', folder: 'alembic/versions' },
  }),
  'alembic-command': entry<{ reason: string }>({
    exit: 1,
    says: f => `Alembic refused: ${f.reason}.`,
    cure: () => 'Mend what it names, then run the same command again.',
    example: { reason: 'Cycle is detected in revisions (0002, 0003)' },
  }),
  'alembic-usage': entry<{ reason: string; program: string }>({
    exit: 2,
    says: f => `Alembic does not understand how it was started: ${f.reason}.`,
    cure: f =>
      `Correct the input \`run\`: it is what comes before the sub-command, such as \`${f.program}\`, with -c, -n and -x at most.`,
    example: { reason: 'unrecognized arguments: --colour', program: 'uv run alembic' },
  }),
  'alembic-id-refused': entry<{ id: string; length: number; table: string }>({
    exit: 1,
    says: f => `The id ${f.id} has ${f.length} characters, and ${f.table} holds 32.`,
    cure: () =>
      'Give the revision an id of at most 32 characters, in its `revision` and wherever a `down_revision` names it.',
    example: { id: '2024_03_01_add_the_status_column_to_orders', length: 42, table: 'alembic_version' },
  }),
  'alembic-failed': entry<{ id: string; reason: string; code: string; sql: string }>({
    exit: 1,
    says: f => `${named(f.id)} failed${sent(f.sql)}: ${f.reason}${coded(f.code)}.`,
    cure: () => 'Mend the revision, commit it, and run again: what is applied stays, what is pending runs.',
    example: { id: '0003', reason: 'syntax error at or near "ad"', code: '42601', sql: 'alter table …' },
  }),
  'alembic-exists': entry<{ id: string; reason: string; code: string; sql: string }>({
    exit: 1,
    says: f => `${named(f.id)} makes what is already there${sent(f.sql)}: ${f.reason}${coded(f.code)}.`,
    cure: () =>
      'Compare the revision with the database: if all of it is there, `stamp` it; if not, drop what is there, or finish it by hand and `stamp`.',
    example: { id: '0005', reason: 'relation "orders" already exists', code: '42P07', sql: '' },
  }),
  'alembic-absent': entry<{ id: string; reason: string; code: string; sql: string; hint: string }>({
    exit: 1,
    says: f => `${named(f.id)} needs what is not there${sent(f.sql)}: ${f.reason}${coded(f.code)}.`,
    cure: f =>
      `${f.hint === '' ? '' : `${f.hint} `}See whether the name is right and in the search_path, and whether somebody changed this database by hand.`,
    example: { id: '0005', reason: 'relation "orders" does not exist', code: '42P01', sql: '', hint: '' },
  }),
  'out-of-step': entry<{ id: string; reason: string; code: string; text: string }>({
    exit: 1,
    says: f => `${f.text} The server said: ${f.reason}${coded(f.code)}.`,
    cure: f =>
      `See that it is there as ${f.id} would make it, then record it: \`stamp ${f.id}\`; the next run goes on after it.`,
    example: {
      id: '0005',
      reason: 'relation "orders" already exists',
      code: '42P07',
      text: 'Out of step: as far as names tell, everything that 0005 makes is already there (table orders), and the version table does not know it.',
    },
  }),
  'half-there': entry<{ id: string; reason: string; code: string; text: string }>({
    exit: 1,
    says: f => `${f.text} The server said: ${f.reason}${coded(f.code)}.`,
    cure: f =>
      `Either undo by hand what is there and run again, or finish by hand what is not and record it: \`stamp ${f.id}\`.`,
    example: {
      id: '0005',
      reason: 'relation "orders" already exists',
      code: '42P07',
      text: 'A part of 0005 is in the database, as after a run by hand. There: table orders. Not there: index orders_email.',
    },
  }),
  'alembic-rights': entry<{ id: string; reason: string; user: string; way: string }>({
    exit: 1,
    says: f => `${f.id === '' ? 'Alembic' : named(f.id)} may not do this as ${f.user}: ${f.reason} (42501).`,
    cure: f => `${f.way}; then run again.`,
    example: {
      id: '0005',
      reason: 'permission denied for table orders',
      user: 'relay',
      way: 'As its owner or a superuser: `grant select, insert, update, delete on table orders to relay;`',
    },
  }),
  'alembic-lock-timeout': entry<{ id: string; sql: string }>({
    exit: 1,
    says: f =>
      `${named(f.id)} waited for a lock that others held for too long${sent(f.sql)}, and gave up before it held up every query behind it (55P03).`,
    cure: () =>
      'Run again when less is under way, or end the transaction that holds the table (pg_stat_activity); `lock-timeout` sets how long to wait.',
    example: { id: '0005', sql: 'ALTER TABLE orders ADD COLUMN status TEXT' },
  }),
  'alembic-deadlock': entry<{ id: string; sql: string }>({
    exit: 1,
    says: f =>
      `${named(f.id)} and another session waited for each other${sent(f.sql)}, and the server ended this one (40P01).`,
    cure: () =>
      'Run again. If it comes back, take the locks of the revision in the order of the application.',
    example: { id: '0005', sql: 'ALTER TABLE orders ADD COLUMN status TEXT' },
  }),
  'alembic-cancelled': entry<{ id: string; reason: string; sql: string }>({
    exit: 1,
    says: f => `${named(f.id)} was cancelled by the server${sent(f.sql)}: ${f.reason} (57014).`,
    cure: () =>
      'If it was the statement timeout: raise it in the revision (`set local statement_timeout`), or do the work in smaller pieces.',
    example: { id: '0005', reason: 'canceling statement due to statement timeout', sql: '' },
  }),
  'alembic-duplicate-key': entry<{ id: string; reason: string; sql: string }>({
    exit: 1,
    says: f => `${named(f.id)} meets rows that are there twice${sent(f.sql)}: ${f.reason} (23505).`,
    cure: () =>
      'Find them (group by the columns, having count(*) > 1), settle them in a revision before this one, and run again.',
    example: { id: '0005', reason: 'could not create unique index "orders_email"', sql: '' },
  }),
  'alembic-not-null': entry<{ id: string; reason: string; sql: string }>({
    exit: 1,
    says: f => `${named(f.id)} meets rows without a value${sent(f.sql)}: ${f.reason} (23502).`,
    cure: () =>
      'In two steps: first fill the column (a backfill, and a default for new rows), then `SET NOT NULL`.',
    example: {
      id: '0005',
      reason: 'some rows of "orders" have no "email"',
      sql: '',
    },
  }),
  'alembic-several': entry<{ id: string }>({
    exit: 1,
    says: f => `${named(f.id)} sends several statements in one op.execute, which asyncpg refuses.`,
    cure: () => 'Write one `op.execute` for each statement.',
    example: { id: '0005' },
  }),
  'alembic-lost': entry<{ id: string; reason: string }>({
    exit: 1,
    says: f =>
      `The connection of Alembic was lost while ${f.id === '' ? 'it ran' : `revision ${f.id} ran`}: ${f.reason}.`,
    cure: () => 'Run again: the version table decides what is applied, and the run goes on from there.',
    example: { id: '0005', reason: 'terminating connection due to administrator command' },
  }),
  'alembic-raised': entry<{ id: string; type: string; reason: string }>({
    exit: 1,
    says: f => `${named(f.id)} raised ${f.type}${f.reason === '' ? '' : `: ${f.reason}`}.`,
    cure: () => 'Mend the revision at this line, commit it, and run again.',
    example: { id: '0005', type: 'AttributeError', reason: "module 'alembic.op' has no attribute 'tabel'" },
  }),
  'python-syntax': entry<{ path: string; reason: string }>({
    exit: 1,
    says: f => `Python cannot read ${f.path}: ${f.reason}.`,
    cure: () => 'Correct the line, commit it, and run again.',
    example: { path: 'alembic/versions/0005_orders.py', reason: "SyntaxError: '(' was never closed" },
  }),
  'alembic-server': entry<{ reason: string; code: string; sql: string }>({
    exit: 1,
    says: f =>
      `The server refused Alembic outside of any revision${sent(f.sql)}: ${f.reason}${coded(f.code)}.`,
    cure: () => 'See what env.py asks there: its version table, its schema, and what it runs by itself.',
    example: { reason: 'schema "audit" does not exist', code: '3F000', sql: 'CREATE TABLE …' },
  }),
}
