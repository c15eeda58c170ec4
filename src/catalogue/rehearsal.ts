import { entry } from './entry.ts'

/** Who gets no turn, behind a sentence. */
const without = (left: string) => (left === '' ? '' : ` Without a turn: ${left}.`)

/** What a rehearsal finds, and why one is refused. */
export const rehearsalEntries = {
  'rehearsal-start': entry<{ postgres: string; reason: string; there: boolean }>({
    exit: 1,
    says: f =>
      `The new revisions were not rehearsed: what is merged before them does not run on ${f.there ? '' : 'an empty '}Postgres ${f.postgres}${f.there ? ', where something makes a part of it before' : ''}. ${f.reason}`,
    cure: f =>
      f.there
        ? 'Take out of `baseline` what revisions make: it is for what was there before the first of them.'
        : 'Name an SQL file with what was there before the first revision: `baseline: db/baseline.sql`.',
    example: {
      postgres: '16.4',
      reason: '0001_names.sql failed: relation "customers" does not exist.',
      there: false,
    },
  }),
  'rehearsal-endless': entry<{ id: string; bound: string }>({
    exit: 1,
    says: f =>
      `${f.id} did not come to its end within ${f.bound} in the rehearsal, where the tables hold next to nothing.`,
    cure: () =>
      'Look for a loop, a sleep, or a lock that it waits for itself. `statement-timeout` gives a statement more.',
    example: { id: '0003', bound: '60 s for a statement' },
  }),
  'rehearsal-broke-off': entry<{ at: string; reason: string; left: string }>({
    exit: 1,
    says: f => `The rehearsal broke off ${f.at}: ${f.reason}.${without(f.left)}`,
    cure: () =>
      'Run it again. If it ends there again, take out of the revision what ends sessions or the server or takes all of the time, or give the job what it needs.',
    example: {
      at: 'at 0003',
      reason: 'its server no longer answers (connection refused)',
      left: '0004, 0005',
    },
  }),
  'rehearsal-superuser': entry<{ id: string; reason: string; left: string }>({
    exit: 1,
    says: f => `${f.id} needs more than the owner of a database may do: ${f.reason}${without(f.left)}`,
    cure: () =>
      'Leave it to who runs the server, or let it through with `gate: allow rehearsal-superuser because <reason>` where the role of the deploy is a superuser.',
    example: { id: '0003', reason: 'must be superuser to COPY to or from an external program.', left: '' },
  }),
  'rehearsal-extension': entry<{
    id: string
    extension: string
    why: 'absent' | 'superuser'
    image: string
    left: string
  }>({
    exit: 1,
    says: f =>
      `${f.id} could not be rehearsed: the extension ${f.extension} ${f.why === 'absent' ? 'is not on the rehearsal’s server' : 'may be made by a superuser only'}.${without(f.left)}`,
    cure: f =>
      f.image === ''
        ? 'Give `rehearse` the URL of a throw-away server that has it.'
        : `Give \`rehearse\` a service container that has it: the image \`${f.image}\`.`,
    example: { id: '0003', extension: 'postgis', why: 'absent', image: 'postgis/postgis', left: '0004' },
  }),
  'rehearsal-down-differs': entry<{ id: string; path: string; differences: string }>({
    exit: 1,
    says: f =>
      `After the way down of ${f.path} the schema is not what it was before ${f.id}: ${f.differences}.`,
    cure: () => 'Let the way down take back all that the way up makes, and bring back all that it takes.',
    example: { id: '0003', path: 'migrations/0003_add_mood.sql', differences: 'type mood is left behind' },
  }),
  'models-differ': entry<{ differences: string[]; more: number; behind: boolean }>({
    exit: 1,
    says: f =>
      `The models and the schema after the newest revision differ: ${f.differences.join('; ')}${f.more === 0 ? '' : `; and ${f.more} more`}.`,
    cure: f =>
      f.behind
        ? 'Put the models right: they lack what the schema has. Where it is to go, drop it in a revision.'
        : 'Write a revision for it, or put the models right.',
    example: {
      differences: ['the models have the column users.locale, the schema has not'],
      more: 0,
      behind: false,
    },
  }),
  'rehearsal-refused': entry<{ source: string; reason: string }>({
    exit: 2,
    says: f => `${f.source} is no database to rehearse in: ${f.reason}`,
    cure: () =>
      'Give `rehearse` the URL of an empty database on a server that is thrown away afterwards, such as a service container, or `auto`.',
    example: { source: 'the input rehearse', reason: 'it holds 12 tables (customers, orders …).' },
  }),
  'rehearsal-file': entry<{ input: string; path: string; reason: string }>({
    exit: 1,
    says: f => `The file of \`${f.input}\`, ${f.path}, does not run: ${f.reason}`,
    cure: () =>
      'Correct it: plain SQL, run by the owner of an empty database (`pg_dump --schema-only --no-owner --no-privileges`).',
    example: { input: 'baseline', path: 'db/baseline.sql', reason: 'role "app" does not exist.' },
  }),
}
