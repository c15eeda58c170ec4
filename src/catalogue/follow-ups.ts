import { entry } from './entry.ts'
import { cureOfCircumstances } from './sqlstate-cures.ts'

const fixForward =
  'Mend what it found in a new revision, or in the check itself, and run again: `upgrade` then applies what is new and asks again. Where the new schema is wrong and the live version suffers from it, go back first with `downgrade`.'

function sayLast(line: string): string {
  return line === '' ? '' : `; its last line: ${line}`
}

/** Of a failure of the circumstances: the file of `after` or `smoke` is not to blame. */
function cureAround({ code, reason }: { code: string; reason: string }): string | undefined {
  return cureOfCircumstances({ code, reason })?.replaceAll('the revision', 'the file')
}

/** What follows the revisions: approval, `after`, `smoke`, `smoke-command`. */
export const followUpEntries = {
  'plan-differs': entry<{ now: string; approved: string; pending: string }>({
    exit: 1,
    says: f =>
      `This is not the plan that was approved: ${f.approved} was, and what would run now is ${f.now}, with ${f.pending === '' ? 'nothing' : f.pending} pending.`,
    cure: () =>
      'Look at it with `plan`. If it is right, approve its fingerprint; else deploy the commit whose plan was approved.',
    example: { now: '5be4…', approved: '91c0…', pending: '0004, 0005' },
  }),
  'approved-lacking': entry<{ names: string }>({
    exit: 2,
    says: f => `\`approved-plan\` has no fingerprint for ${f.names}, and would let nothing run there.`,
    cure: () =>
      'Give `name:fingerprint` for each database, comma separated; or name those that are to run with `database`.',
    example: { names: 'events' },
  }),
  'script-missing': entry<{ input: string; given: string; looked: string[] }>({
    exit: 2,
    says: f =>
      `\`${f.input}\` names "${f.given}", which does not exist; looked for ${f.looked.join(' and ')}.`,
    cure: () => 'Name a file that is in the checkout, one a line.',
    example: { input: 'after', given: 'roles.sql', looked: ['backend/roles.sql', 'roles.sql'] },
  }),
  'script-sections': entry<{ input: string }>({
    exit: 1,
    says: f =>
      `This marker belongs into a revision; a file of \`${f.input}\` has one way, and one transaction.`,
    cure: () => 'Remove the marker, and what stands below `-- migrate:down`.',
    example: { input: 'after' },
  }),
  'script-outside': entry<{ input: string; statement: string }>({
    exit: 1,
    says: f => `\`${f.statement}\` cannot run in a transaction, and each file of \`${f.input}\` runs in one.`,
    cure: () => 'Move it into a revision under `-- migrate:up transaction:false`.',
    example: { input: 'after', statement: 'create index concurrently' },
  }),
  'smoke-empty': entry<{ path: string }>({
    exit: 1,
    says: f => `${f.path} holds no statement: it would pass whatever the database holds.`,
    cure: () => 'Write a query into it that returns rows, such as `select count(*) > 0 from orders`.',
    example: { path: 'db/smoke.sql' },
  }),
  'after-failed': entry<{ path: string; statement: number; total: number; reason: string; code: string }>({
    exit: 1,
    says: f =>
      `${f.path} (\`after\`) failed at statement ${f.statement} of ${f.total}: ${f.reason}${f.code === '' ? '' : ` (${f.code})`}.`,
    cure: f =>
      cureAround(f) ??
      'Mend the file, or grant what it lacks, and run again: `upgrade` runs the files of `after` also when no revision is pending.',
    example: {
      path: 'db/roles.sql',
      statement: 2,
      total: 3,
      reason: 'role "app_reader" does not exist',
      code: '42704',
    },
  }),
  'after-history': entry<{ was: string; now: string; lacks: string }>({
    exit: 1,
    says: f => {
      const moved = f.was === f.now ? [] : [`it says ${f.now}, where the revisions had left it at ${f.was}`]
      const gone = f.lacks === '' ? [] : [`it lacks ${f.lacks}`]
      return `The files of \`after\` changed the history: ${[...moved, ...gone].join('; ')}.`
    },
    cure: () => 'Take out of them what touches the history table, and put the table right: `stamp` does.',
    example: { was: '0042', now: '0041', lacks: '0042' },
  }),
  'smoke-failed': entry<{ path: string; statement: number; total: number; reason: string; code: string }>({
    exit: 1,
    says: f =>
      `${f.path} (\`smoke\`) failed at statement ${f.statement} of ${f.total}: ${f.reason}${f.code === '' ? '' : ` (${f.code})`}.`,
    cure: f =>
      f.code === '25006'
        ? 'A smoke check only reads: move what writes into a revision, or into a file of `after`.'
        : (cureAround(f) ?? fixForward),
    example: {
      path: 'db/smoke.sql',
      statement: 1,
      total: 2,
      reason: 'it returned no row: select id from plans',
      code: '',
    },
  }),
  'follow-up-lost': entry<{ name: string; reason: string }>({
    exit: 1,
    says: f => `The connection was lost at ${f.name}: ${f.reason}.`,
    cure: () =>
      'Run again: what was in its transaction is rolled back, unless only the answer to its COMMIT was lost.',
    example: { name: 'db/roles.sql (`after`)', reason: 'Connection terminated unexpectedly' },
  }),
  'follow-up-unlocked': entry<{ name: string; during?: boolean }>({
    exit: 1,
    says: f =>
      `The gate lock was lost ${f.during === true ? 'during' : 'before'} ${f.name}: another run may be at work.`,
    cure: () =>
      'Take pg_advisory_unlock_all() and the like out of the revisions, see that no idle_session_timeout ends a session that waits, and run again when no other run is under way.',
    example: { name: 'db/roles.sql (`after`)' },
  }),
  'follow-up-unread': entry<{ names: string }>({
    exit: 1,
    says: f =>
      `Where the database stands could not be read after the revisions, so nothing ran of ${f.names}.`,
    cure: () =>
      'Read it with `current`, which says what is in the way; then run again: `upgrade` asks every check, also when nothing is pending.',
    example: { names: 'db/smoke.sql (`smoke`)' },
  }),
  'follow-up-interrupted': entry<{ name: string }>({
    exit: 130,
    says: f => `The run was interrupted at ${f.name}.`,
    cure: () => 'Run it again: `upgrade` begins with what is not applied, and asks every check.',
    example: { name: 'db/smoke.sql (`smoke`)' },
  }),
  'smoke-command-words': entry<{ reason: string }>({
    exit: 2,
    says: f => `\`smoke-command\` cannot be split into words: ${f.reason}.`,
    cure: () => 'Close the quotes. It is run without a shell; for one, write `bash -c "…"`.',
    example: { reason: "a ' is never closed" },
  }),
  'smoke-command-start': entry<{ program: string; reason: string; last: string }>({
    exit: 1,
    says: f => `The \`smoke-command\` failed: ${f.program} ${f.reason}${sayLast(f.last)}.`,
    cure: () =>
      'Install what is not there in a step before, or correct the name; it is run in `working-directory`, without a shell.',
    example: {
      program: 'bash',
      reason: 'was not found, or did not find what it starts',
      last: 'bash: line 1: pytest: command not found',
    },
  }),
  'smoke-command-failed': entry<{ command: string; end: string; last: string }>({
    exit: 1,
    says: f => `The \`smoke-command\` ${f.command} ${f.end}${sayLast(f.last)}.`,
    cure: () => fixForward,
    example: { command: 'npm run smoke', end: 'ended with exit code 1', last: '1 of 12 checks failed' },
  }),
  'smoke-command-slow': entry<{ command: string; waited: string }>({
    exit: 1,
    says: f =>
      `The \`smoke-command\` ${f.command} was still running after ${f.waited} and was ended: it holds the gate lock, for which other runs wait.`,
    cure: () => 'Make it shorter, or give it and other runs more than ten minutes with `wait`.',
    example: { command: 'npm run smoke', waited: '10m' },
  }),
}
