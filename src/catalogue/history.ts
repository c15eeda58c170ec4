import { entry } from './entry.ts'

/** The ways out of a revision that is half applied and has no file. */
function orUndo(kind: 'missing' | 'ahead'): string {
  return `or undo by hand what took effect, and \`stamp\` the revision before. To deploy without either, \`allow\` takes \`${kind}\`.`
}

/** What the history table and the files say of each other. */
export const historyEntries = {
  missing: entry<{ id: string; database: string; folder: string; half?: boolean }>({
    exit: 1,
    says: f =>
      `Revision ${f.id} is ${f.half === true ? 'half ' : ''}applied in ${f.database} but has no file in ${f.folder}.`,
    cure: f =>
      f.half === true
        ? `Bring its file back, and finish it; ${orUndo('missing')}`
        : 'Bring its file back; if it was removed on purpose, `allow` takes `missing`.',
    example: { id: '0002', database: 'app', folder: 'migrations' },
  }),
  ahead: entry<{
    id: string
    database: string
    head: string
    commit?: string | undefined
    half?: boolean
  }>({
    exit: 1,
    says: f =>
      `${f.database} is ahead of this commit: ${f.id} is ${f.half === true ? 'half ' : ''}applied there, and the newest file here is ${f.head}.`,
    cure: f => {
      const deploy = `Deploy a commit that has that revision${f.commit === undefined ? '' : `, such as ${f.commit}`}`
      return f.half === true
        ? `${deploy}, which finishes it; ${orUndo('ahead')}`
        : `${deploy}; to deploy this older one all the same, \`allow\` takes \`ahead\`.`
    },
    example: { id: '0007', database: 'app', head: '0006' },
  }),
  modified: entry<{ id: string; database: string; path: string; current: string }>({
    exit: 1,
    says: f =>
      `${f.path} was edited after ${f.id} ran in ${f.database}: what it says now has never run there.`,
    cure: f =>
      `Restore the file and put the change into a new revision. If the database was mended by hand to agree with it, \`stamp ${f.current}\` takes the files as they are; \`allow\` takes \`modified\`, to go on without.`,
    example: { id: '0002', database: 'app', path: 'migrations/0002_orders.sql', current: '0004' },
  }),
  'out-of-order': entry<{ id: string; current: string; path: string }>({
    exit: 1,
    says: f => `${f.path} is not applied, but sorts before ${f.current}, which is.`,
    cure: f => `Give ${f.id} a version after ${f.current}, or run it late: \`allow\` takes \`out-of-order\`.`,
    example: { id: '0003', current: '0004', path: 'migrations/0003_orders.sql' },
  }),
  duplicate: entry<{ id: string; paths: string[] }>({
    exit: 1,
    says: f => `Version ${f.id} has two files: ${f.paths.join(' and ')}.`,
    cure: () => 'Give the one that is not applied yet the next free version.',
    example: { id: '0003', paths: ['migrations/0003_a.sql', 'migrations/003_b.sql'] },
  }),
  dirty: entry<{
    id: string
    database: string
    statement: number
    total: number
    headline: string
    before: string
  }>({
    exit: 1,
    says: f =>
      `Revision ${f.id} is half applied in ${f.database}: a run ended while statement ${f.statement} of ${f.total} was under way (${f.headline}), and whether it took effect cannot be read from the database.`,
    cure: f =>
      `Look at the database. If all of ${f.id} has taken effect, or you have finished it by hand: \`stamp ${f.id}\`. If you have undone what did: \`stamp ${f.before}\`, then \`upgrade\`.`,
    example: {
      id: '0005',
      database: 'app',
      statement: 3,
      total: 5,
      headline: 'update orders set …',
      before: '0004',
    },
  }),
  'dirty-edited': entry<{ id: string; database: string; done: number; before: string }>({
    exit: 1,
    says: f =>
      `Revision ${f.id} is half applied in ${f.database} (${f.done} statements), and its file has changed in those statements since.`,
    cure: f =>
      `Restore these statements and run again; or settle it by hand: \`stamp ${f.id}\` if all of it is in the database, \`stamp ${f.before}\` if you have undone it.`,
    example: { id: '0005', database: 'app', done: 2, before: '0004' },
  }),
  'first-contact': entry<{ database: string; tables: number; table: string; tool: string; head: string }>({
    exit: 1,
    says: f =>
      `${f.database} holds ${f.tables} ${f.tables === 1 ? 'table' : 'tables'}, and ${f.table} records no revision${f.tool === '' ? '' : `; ${f.tool} has kept a history there`}.`,
    cure: f =>
      `Say where it stands, once: \`stamp ${f.head}\` if every revision is in it, \`stamp\` with an earlier one if not, \`stamp base\` if none is; \`locate\` compares. If its history is in another table, name that with \`history-table\`.`,
    example: {
      database: 'app',
      tables: 12,
      table: 'public.migration_history',
      tool: 'dbmate (public.schema_migrations)',
      head: '0004',
    },
  }),
  'stamp-removes': entry<{ ids: string; database: string; host: string; why: 'nobody' | 'no' | 'meanwhile' }>(
    {
      exit: 2,
      says: f =>
        `\`stamp\` would take ${f.ids} out of the history of ${f.database} on ${f.host}, and ${{ nobody: 'there is nobody to be asked', no: 'the answer was no', meanwhile: 'that was not so a moment ago' }[f.why]}: nothing was written.`,
      cure: f =>
        f.why === 'meanwhile'
          ? 'Another run was at work: look with `plan`, and stamp again.'
          : 'See what it would write with --dry-run; --yes goes on without a question.',
      example: { ids: '0005, 0006', database: 'app', host: 'db.example.com', why: 'nobody' },
    },
  ),
  'history-alembic': entry<{ database: string; table: string }>({
    exit: 1,
    says: f =>
      `Alembic manages ${f.database} (${f.table}); the sql engine keeps no history in such a database, for Alembic’s check would propose to drop it.`,
    cure: () =>
      'Use the engine `alembic` for this database, or give the SQL revisions a database of their own.',
    example: { database: 'app', table: 'public.alembic_version' },
  }),
  'history-foreign': entry<{ table: string; lacks: string }>({
    exit: 1,
    says: f => `The table ${f.table} is not a history of ours: it has no column ${f.lacks}.`,
    cure: () => 'Name another table with `history-table`, or rename that one.',
    example: { table: 'public.migration_history', lacks: 'checksum' },
  }),
  'history-rights': entry<{ table: string; user: string; doing: 'read' | 'make' }>({
    exit: 1,
    says: f =>
      f.doing === 'read'
        ? `The role ${f.user} may not read the history table ${f.table}.`
        : `The role ${f.user} may not make the history table ${f.table}.`,
    cure: f =>
      f.doing === 'read'
        ? 'Let its owner give the right, which has to be to read and to write; or give the gate the URL of the role that owns it.'
        : 'Let the owner of the schema give the right; or name a table in another schema with `history-table`.',
    example: { table: 'public.migration_history', user: 'relay', doing: 'read' },
  }),
  'history-row': entry<{ database: string; rows: string[]; more: number }>({
    exit: 1,
    says: f =>
      `The history of ${f.database} has ${f.rows.length + f.more === 1 ? 'a row' : 'rows'} that the gate did not write so: ${f.rows.join('; ')}${f.more === 0 ? '' : `; and ${f.more} more`}.`,
    cure: () =>
      'Look at the database, and say where it stands: `stamp` with the newest revision that is in it writes the rows anew.',
    example: { database: 'app', rows: ['0005: its state is neither applied nor dirty'], more: 0 },
  }),
  replica: entry<{ where: string }>({
    exit: 1,
    says: f => `${f.where} is a read-only replica: nothing can be migrated there.`,
    cure: () => 'Use the URL of the primary.',
    example: { where: 'replica.example.com:5432/app' },
  }),
  'revision-unknown': entry<{ wanted: string; nearest: string }>({
    exit: 2,
    says: f =>
      `There is no revision "${f.wanted}" in the files${f.nearest === '' ? '' : `; the newest are ${f.nearest}`}.`,
    cure: () => 'Name a version, a unique beginning of one, `head` or `base`.',
    example: { wanted: '0009', nearest: '0003, 0004' },
  }),
  'revision-ambiguous': entry<{ wanted: string; matches: string }>({
    exit: 2,
    says: f => `"${f.wanted}" begins more than one revision: ${f.matches}.`,
    cure: () => 'Write the version in full.',
    example: { wanted: '2024', matches: '20240101, 20240102' },
  }),
  'lock-wait': entry<{ where: string; waited: string; holder: string; pid: number }>({
    exit: 1,
    says: f => `Another run has held the gate lock of ${f.where} for longer than ${f.waited}: ${f.holder}.`,
    cure: f =>
      `Let that run end${f.pid === 0 ? '' : `, or end it (select pg_terminate_backend(${f.pid}))`}, then run again; \`wait\` sets how long to wait.`,
    example: {
      where: 'db.example.com:5432/app',
      waited: '10m',
      holder:
        'pid 4711 (user app, migration-gate github.com/relay/relay/actions/runs/77), connected since 2026-11-23 12:04:00 UTC, active for 9 min 2 s, runs: create index concurrently i on orders (status)',
      pid: 4711,
    },
  }),
}
