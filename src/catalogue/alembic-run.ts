import { entry } from './entry.ts'

/** What the gate itself finds wrong about a run of Alembic; what Alembic said is in `alembic.ts`. */
export const alembicRunEntries = {
  'alembic-uncommitted': entry<{ ids: string; table: string }>({
    exit: 1,
    says: f =>
      `Alembic ended as if all were well, but ${f.table} does not have ${f.ids}: nothing of it was committed.`,
    cure: () =>
      'See in env.py that the connection commits: a statement sent on it before `context.configure` begins a transaction that nobody ends. `with context.begin_transaction():` must enclose `context.run_migrations()`.',
    example: { ids: '3f2a', table: 'public.alembic_version' },
  }),
  'alembic-elsewhere': entry<{ elsewhere: string; database: string; stands: string }>({
    exit: 1,
    says: f =>
      `Alembic worked in the database ${f.elsewhere}, and not in ${f.database}, where the URL of the gate leads: ${f.stands}.`,
    cure: f =>
      `See in env.py where its URL comes from: it must be DATABASE_URL. What was committed in ${f.elsewhere} stays there.`,
    example: {
      elsewhere: 'legacy',
      database: 'shop',
      stands: 'public.alembic_version there does not have 3f2a',
    },
  }),
  'alembic-left': entry<{ id: string; table: string }>({
    exit: 1,
    says: f =>
      `Alembic ended with exit code 0 in the middle of revision ${f.id}, as if all were well: ${f.table} does not have it.`,
    cure: () => 'Look in the revision and in env.py for os._exit or sys.exit; an error must be raised.',
    example: { id: '3f2a', table: 'public.alembic_version' },
  }),
  'alembic-idle': entry<{ ids: string; table: string }>({
    exit: 1,
    says: f => `Alembic ended with exit code 0 and ran no revision: ${f.table} does not have ${f.ids}.`,
    cure: () =>
      'See that env.py calls `context.run_migrations()` on its way to the end, and that `run` starts Alembic itself.',
    example: { ids: '3f2a', table: 'public.alembic_version' },
  }),
  'alembic-unread': entry<{ ids: string }>({
    exit: 1,
    says: f =>
      `Alembic ended well, but the database does not answer any more: whether ${f.ids} is committed is not known.`,
    cure: () =>
      'See that the server is up and lets this user in; `current` says where it stands. Run again: what is applied is not run twice.',
    example: { ids: '3f2a, 9c1e' },
  }),
  'alembic-unstamped': entry<{ id: string; table: string }>({
    exit: 1,
    says: f => `Alembic ended as if ${f.id} were stamped, but the rows of ${f.table} are what they were.`,
    cure: () =>
      'See in env.py that the connection commits, and that it calls `context.run_migrations()` inside `with context.begin_transaction():`.',
    example: { id: '3f2a', table: 'public.alembic_version' },
  }),
  'alembic-not-asked': entry<{ reason: string }>({
    exit: 1,
    says: f =>
      `A revision cannot be read without running it, and Alembic could not be asked for its revisions: ${f.reason}.`,
    cure: () =>
      'Write `revision` and `down_revision` as plain texts; or set up Python before the gate, so that `alembic heads` runs.',
    example: { reason: 'uv was not found' },
  }),
  'lock-lost-during': entry<{ id: string }>({
    exit: 1,
    says: f =>
      `The connection that held the gate lock was lost${f.id === '' ? '' : ` while revision ${f.id} ran`}: another run could have begun, so Alembic was stopped.`,
    cure: () => 'Run it again: it starts from where the database stands.',
    example: { id: '3f2a' },
  }),
}
