import { entry } from './entry.ts'

/** The line that lets a finding through, in the comment of its engine's files. */
function allowLine(comment: string, word: string): string {
  return `\`${comment} gate: allow ${word} because <reason>\``
}

interface Merged {
  id: string
  path: string
  /** Where it is merged: `main`. */
  target: string
}

/** What `check` finds by comparing files, without a database. */
export const checkEntries = {
  edited: entry<Merged & { changes: string; comment: string }>({
    exit: 1,
    says: f =>
      `${f.path} is merged (${f.target}) and was edited: ${f.changes}. A database that ran ${f.id} never sees this.`,
    cure: f =>
      `Restore the file and put the change into a new revision. If no database ran it yet, let it through with the line ${allowLine(f.comment, 'modified')} in the file.`,
    example: {
      id: '0003',
      path: 'migrations/0003_add_status.sql',
      target: 'main',
      changes: '1 statement added',
      comment: '--',
    },
  }),
  'checksum-edited': entry<Merged & { comment: string }>({
    exit: 1,
    says: f =>
      `${f.path} is merged (${f.target}); its statements are the same, but comments or white space among them changed, and so did its checksum: a database that ran ${f.id} calls it modified and refuses the deploy.`,
    cure: f =>
      `Restore the file. To keep the change, let it through with the line ${allowLine(f.comment, 'modified')} in the file, and say \`stamp\` to each database that ran it.`,
    example: { id: '0003', path: 'migrations/0003_add_status.sql', target: 'main', comment: '--' },
  }),
  'comment-only-edit': entry<Merged>({
    exit: 1,
    says: f => `${f.path} is merged (${f.target}); only its comments and white space changed.`,
    cure: () => 'Nothing has to be done; restore the file if it was not meant.',
    example: { id: '9c1e', path: 'alembic/versions/9c1e_orders.py', target: 'main' },
  }),
  'way-down-edited': entry<Merged>({
    exit: 1,
    says: f =>
      `The way down of ${f.path}, which is merged (${f.target}), was edited; its way up is as it was.`,
    cure: () => 'See that it still takes back what the way up did; nothing else depends on it.',
    example: { id: '0003', path: 'migrations/0003_add_status.sql', target: 'main' },
  }),
  deleted: entry<Merged>({
    exit: 1,
    says: f =>
      `${f.path} is merged (${f.target}) and was deleted: a database that ran ${f.id} would hold a revision without a file.`,
    cure: f =>
      `Bring the file back and undo it in a new revision. If it is gone on purpose, \`allow\` takes \`missing\`, or a new revision says \`gate: allow missing ${f.id} because <reason>\`.`,
    example: { id: '0003', path: 'migrations/0003_add_status.sql', target: 'main' },
  }),
  renamed: entry<Merged & { now: string; nowId: string; comment: string }>({
    exit: 1,
    says: f =>
      `${f.path} is merged (${f.target}) and is now ${f.now}: ${f.id} became ${f.nowId}, and a database that ran ${f.id} would run it again.`,
    cure: f =>
      `Give it its name and id back. If no database ran it yet, let it through with the line ${allowLine(f.comment, 'missing')} in the file.`,
    example: {
      id: '0003',
      path: 'migrations/0003_add_status.sql',
      target: 'main',
      now: 'migrations/0004_add_status.sql',
      nowId: '0004',
      comment: '--',
    },
  }),
  moved: entry<Merged & { now: string; others: number }>({
    exit: 1,
    says: f =>
      `${f.path} is merged (${f.target}) and is now ${f.now}; it is ${f.id} as before.${f.others === 0 ? '' : ` So it is with ${f.others} more of its folder.`}`,
    cure: () =>
      'Nothing has to be done: a history knows a revision by its id. Give it its old name if that was not meant.',
    example: {
      id: '0003',
      path: 'migrations/0003_add_status.sql',
      target: 'main',
      now: 'migrations/0003_status.sql',
      others: 0,
    },
  }),
  'sorts-before': entry<{ id: string; path: string; newest: string; target: string }>({
    exit: 1,
    says: f =>
      `${f.path} is new but sorts before ${f.newest}, which is merged (${f.target}): a database that has ${f.newest} would refuse it as out of order.`,
    cure: () =>
      'Give it the next free version. If it may run late, let it through with the line `-- gate: allow out-of-order because <reason>` in the file, and deploy with `allow: out-of-order`.',
    example: { id: '0003', path: 'migrations/0003_add_status.sql', newest: '0004', target: 'main' },
  }),
  'empty-upgrade': entry<{ id: string; path: string; comment: string }>({
    exit: 1,
    says: f =>
      `${f.path} does nothing on its way up: once ${f.id} is deployed, whatever is filled in later never runs.`,
    cure: f =>
      `Write its statements, or take the file out of this change. If it is meant to be empty: ${allowLine(f.comment, 'empty-upgrade')}.`,
    example: { id: '9c1e', path: 'alembic/versions/9c1e_orders.py', comment: '#' },
  }),
  'no-way-down': entry<{ id: string; path: string; comment: string }>({
    exit: 1,
    says: f => `${f.path} has no way down: nothing takes ${f.id} back.`,
    cure: f =>
      `Write one; or say that there is none: ${allowLine(f.comment, 'no-way-down')}. The rule \`no-way-down\` of the config file turns it off.`,
    example: { id: '0003', path: 'migrations/0003_add_status.sql', comment: '--' },
  }),
  'not-compared': entry<{ reason: string }>({
    exit: 1,
    says: f => `What is merged could not be compared with what is here: ${f.reason}`,
    cure: () => 'Check out with `fetch-depth: 0`; on a terminal, run `git fetch` first.',
    example: { reason: 'The base of the comparison is not in this clone.' },
  }),
  'not-read': entry<{ place: string; reason: string }>({
    exit: 1,
    says: f =>
      `${f.place} cannot be read without running it (${f.reason}): heads and parents were not checked, its text was.`,
    cure: () => 'Write `revision` and `down_revision` as plain texts.',
    example: { place: 'alembic/versions/9c1e_orders.py:3', reason: 'revision: it is computed' },
  }),
  'allow-unread': entry<{ line: string; words: string }>({
    exit: 1,
    says: f => `This line lets nothing through: ${f.line}.`,
    cure: f => `Write \`gate: allow <word> because <reason>\`; the words are ${f.words}.`,
    example: { line: '-- gate: allow modified', words: 'modified, missing and out-of-order' },
  }),
  'check-target': entry<Record<string, never>>({
    exit: 1,
    says: () =>
      '`check` was asked on pull_request_target: it would read a stranger’s files in a job that may hold secrets.',
    cure: () => 'Run it on pull_request: it needs no secret, and works for forks.',
    example: {},
  }),
}
