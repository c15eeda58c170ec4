import { entry } from './entry.ts'

function cureOf(reason: string): string {
  if (/UTF-8|NUL/.test(reason)) return 'Save it as UTF-8; a file in UTF-16 looks like this.'
  if (reason.includes('larger')) return 'Divide it into several revisions.'
  if (reason.includes('ordinary')) return 'Put a file in its place: a pipe, a socket or a device is none.'
  return 'See that the file is in the checkout and readable by this user.'
}

/** Faults of revision files, all found before the first statement runs. */
export const revisionEntries = {
  'revision-unreadable': entry<{ path: string; reason: string }>({
    exit: 1,
    says: f => `${f.path} cannot be read: ${f.reason}.`,
    cure: f => cureOf(f.reason),
    example: { path: 'migrations/0003_add_index.sql', reason: 'permission denied' },
  }),
  'revision-foreign': entry<{ path: string; tool: string }>({
    exit: 1,
    says: f =>
      `${f.path} is not named like a revision${f.tool === '' ? '' : `; it has the shape of ${f.tool}`}.`,
    cure: () =>
      'Name it <digits>_<name>.sql, such as 0004_add_index.sql; or keep SQL that is no revision in another folder.',
    example: { path: 'migrations/V4__add_index.sql', tool: 'Flyway' },
  }),
  'revision-half': entry<{ path: string }>({
    exit: 1,
    says: f => `${f.path} is a way down without a way up beside it.`,
    cure: () => 'Give it the .up.sql of the same version and name, or remove it.',
    example: { path: 'migrations/0004_add_index.down.sql' },
  }),
  'sql-unterminated': entry<{ what: string }>({
    exit: 1,
    says: f => `A ${f.what} begins here and never ends.`,
    cure: () => 'Close it; a quote within a string is written twice.',
    example: { what: 'string' },
  }),
  'sql-transaction-control': entry<{ statement: string }>({
    exit: 1,
    says: f =>
      `\`${f.statement}\` is transaction control, and a revision’s transaction belongs to the gate: it commits script and history row together.`,
    cure: () =>
      'Remove the statement. What must not run in a transaction goes into a revision of its own under `-- migrate:up transaction:false`.',
    example: { statement: 'commit' },
  }),
  'sql-discard-all': entry<Record<never, never>>({
    exit: 1,
    says: () => 'DISCARD ALL would give up the lock that keeps other runs out.',
    cure: () => 'Remove it: every revision begins with a fresh session anyway.',
    example: {},
  }),
  'sql-meta-command': entry<{ command: string }>({
    exit: 1,
    says: f => `\`${f.command}\` is a command of psql, which the server does not know.`,
    cure: () =>
      'Remove the line; `\\restrict` and `\\unrestrict`, which pg_dump writes, are not needed here.',
    example: { command: '\\restrict' },
  }),
  'sql-copy-stdin': entry<Record<never, never>>({
    exit: 1,
    says: () => '`COPY … FROM STDIN` reads data from psql, which is not there.',
    cure: () => 'Write the rows as INSERT; `pg_dump --inserts` does.',
    example: {},
  }),
  'sql-quoting': entry<Record<never, never>>({
    exit: 1,
    says: () =>
      'The statement turns standard_conforming_strings off, after which strings would end elsewhere than they seem to.',
    cure: () => "Remove it, and write strings with backslash escapes as E'…'.",
    example: {},
  }),
  'sql-outside-transaction': entry<{ statement: string; direction: 'up' | 'down' }>({
    exit: 1,
    says: f => `\`${f.statement}\` cannot run in a transaction, and this revision runs in one.`,
    cure: f =>
      `Begin its section with \`-- migrate:${f.direction} transaction:false\`, best in a revision of its own: such a section is not rolled back as a whole.`,
    example: { statement: 'create index concurrently', direction: 'up' },
  }),
  'marker-late': entry<{ direction: 'up' | 'down'; line: number }>({
    exit: 1,
    says: f =>
      `A statement stands above the first marker, \`-- migrate:${f.direction}\` in line ${f.line}, and belongs to no section.`,
    cure: f => `Move it below line ${f.line}, or the marker above it.`,
    example: { direction: 'up', line: 3 },
  }),
  'marker-repeated': entry<{ direction: 'up' | 'down'; first: number }>({
    exit: 1,
    says: f => `\`-- migrate:${f.direction}\` stands here again, after line ${f.first}.`,
    cure: () => 'Keep one of each in a file, or make two revisions of it.',
    example: { direction: 'up', first: 1 },
  }),
  'marker-order': entry<Record<never, never>>({
    exit: 1,
    says: () => '`-- migrate:down` comes first; nothing says which statements are the way up.',
    cure: () => 'Begin the file with `-- migrate:up` and put `-- migrate:down` below its statements.',
    example: {},
  }),
  'marker-of-the-other': entry<{ direction: 'up' | 'down'; shape: 'up' | 'down' }>({
    exit: 1,
    says: f => `\`-- migrate:${f.direction}\` stands in a \`.${f.shape}.sql\` file.`,
    cure: f => `Move its statements to the \`.${f.direction}.sql\` file of the pair.`,
    example: { direction: 'down', shape: 'up' },
  }),
  'marker-option': entry<{ direction: 'up' | 'down'; option: string }>({
    exit: 1,
    says: f =>
      `"${f.option}" is no option of a marker, or one too many; it takes one of transaction:true and transaction:false.`,
    cure: f => `Write \`-- migrate:${f.direction} transaction:false\` or \`-- migrate:${f.direction}\`.`,
    example: { direction: 'up', option: 'transaction:no' },
  }),
  'marker-slip': entry<{ written: string }>({
    exit: 1,
    says: f =>
      `\`${f.written}\` looks like a marker and is none: what follows would run with the section above.`,
    cure: () =>
      'Write `-- migrate:up` or `-- migrate:down`, at the very start of a line of its own; or reword the comment.',
    example: { written: '-- migrate:dwon' },
  }),
  'marker-foreign': entry<{ written: string; tool: string }>({
    exit: 1,
    says: f =>
      `\`${f.written}\` is a marker of ${f.tool}, not of this engine: its way down would run as a part of the way up.`,
    cure: () => 'Write `-- migrate:up` and `-- migrate:down` in their places.',
    example: { written: '-- +goose Down', tool: 'goose' },
  }),
}
