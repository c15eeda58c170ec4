import { entry } from './entry.ts'

/** What is in the way of taking a revision back. */
export const downgradeEntries = {
  'downgrade-target': entry<{ wanted: string; database: string; current: string; why: string }>({
    exit: 2,
    says: f =>
      `\`downgrade ${f.wanted}\` leads nowhere: ${f.why}, and ${f.database} ${f.current === '' ? 'holds no revision' : `is at ${f.current}`}.`,
    cure: () =>
      'Name a revision that is applied (`history` lists them), `-1` for the one before the current one, or `base`.',
    example: { wanted: '0009', database: 'app', current: '0004', why: '0009 is not applied' },
  }),
  'way-down-missing': entry<{ ids: string; lacks: string[] }>({
    exit: 1,
    says: f => `There is no way down for ${f.ids}: ${f.lacks.join('; ')}. Nothing was taken back.`,
    cure: () =>
      'Write the way down and commit it (it is no part of the checksum), or deploy the commit that has the file; or fix forward: merge a new revision that undoes the change, and `upgrade`.',
    example: { ids: '0004', lacks: ['migrations/0004_add_note.sql has no `-- migrate:down`'] },
  }),
  'downgrade-unfinished': entry<{ id: string; database: string }>({
    exit: 1,
    says: f => `Revision ${f.id} is half applied in ${f.database}: it cannot be taken back as a whole.`,
    cure: f =>
      `Finish it with \`upgrade\`, or settle it by hand and \`stamp ${f.id}\`; then take it back. Nothing was taken back.`,
    example: { id: '0005', database: 'app' },
  }),
  'dirty-down': entry<{ id: string; database: string; done: number; before: string }>({
    exit: 1,
    says: f =>
      `Revision ${f.id} is half taken back in ${f.database}: a run ended after ${f.done} of the statements of its way down.`,
    cure: f =>
      `Take it back to the end: \`downgrade ${f.before}\`. If it has been settled by hand: \`stamp ${f.id}\` if all of it is in the database, \`stamp ${f.before}\` if nothing of it is.`,
    example: { id: '0005', database: 'app', done: 1, before: '0004' },
  }),
  'dirty-down-unknown': entry<{
    id: string
    database: string
    statement: number
    headline: string
    before: string
  }>({
    exit: 1,
    says: f =>
      `Revision ${f.id} is half taken back in ${f.database}: a run ended while statement ${f.statement} of its way down was under way (${f.headline}), and whether it took effect cannot be told, or the way down has changed since.`,
    cure: f =>
      `Look at the database. \`stamp ${f.before}\` if all of ${f.id} is gone, or you have finished taking it back by hand; \`stamp ${f.id}\` if all of it is there.`,
    example: { id: '0005', database: 'app', statement: 2, headline: 'delete from orders', before: '0004' },
  }),
  'downgrade-asks': entry<{
    ids: string
    database: string
    host: string
    losses: string[]
    why: 'nobody' | 'no' | 'meanwhile'
  }>({
    exit: 2,
    says: f =>
      `\`downgrade\` would take ${f.ids} back in ${f.database} on ${f.host}${f.losses.length === 0 ? '' : ` (${f.losses.join(', ')})`}, and ${{ nobody: 'there is nobody to be asked', no: 'the answer was no', meanwhile: 'that was not so a moment ago' }[f.why]}: nothing was taken back.`,
    cure: f =>
      f.why === 'meanwhile'
        ? 'Another run was at work: look with `plan`, and downgrade again.'
        : 'See what it would run with --dry-run; --yes goes on without a question.',
    example: {
      ids: '0005, 0006',
      database: 'app',
      host: 'db.example.com',
      losses: ['drop table orders'],
      why: 'nobody',
    },
  }),
  'alembic-not-below': entry<{ wanted: string }>({
    exit: 2,
    says: f => `\`downgrade ${f.wanted}\` leads nowhere: that does not lie below where the database is.`,
    cure: () =>
      'Name a revision that is applied (`history` lists them), `-1` for the one before the current one, `label@base`, or `base`.',
    example: { wanted: '3f2a' },
  }),
  'alembic-downgrade-left': entry<{ ids: string; table: string }>({
    exit: 1,
    says: f =>
      `Alembic ended as if all were well, but ${f.table} still has ${f.ids}: nothing of taking that back was committed.`,
    cure: () =>
      'See in env.py that the connection commits, and that it calls `context.run_migrations()` inside `with context.begin_transaction():`.',
    example: { ids: '3f2a', table: 'public.alembic_version' },
  }),
}
