import { entry } from './entry.ts'

/** Events on which a command is refused. */
export const eventEntries = {
  'event-writes': entry<{ command: string; event: string; stranger: string }>({
    exit: 1,
    says: f =>
      f.stranger !== ''
        ? `\`${f.command}\` was asked on ${f.event} ${f.stranger}: code of strangers is never run against your database.`
        : `\`${f.command}\` was asked on ${f.event}: a pull request must not change a database.`,
    cure: f =>
      f.stranger !== ''
        ? 'Run it after the merge, on push or workflow_dispatch.'
        : 'Run it after the merge, or set allow-pull-request: true where the database is the pull request’s own.',
    example: { command: 'upgrade', event: 'pull_request', stranger: '' },
  }),
  'url-empty': entry<{ source: string; database: string }>({
    exit: 1,
    says: f =>
      `The database URL${f.database === '' ? '' : ` of ${f.database}`} is empty: ${f.source} holds nothing.`,
    cure: () =>
      'In Actions: check the name of the secret, and that this job’s environment may read it. On a terminal: export the variable, or use --env-file.',
    example: { source: 'the environment variable DATABASE_URL', database: '' },
  }),
}
