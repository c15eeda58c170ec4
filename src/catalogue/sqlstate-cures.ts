/** What to do about a statement that the server refused, by SQLSTATE: docs/runbook.md has more words. */

const mayExist =
  'Mend the file and run again. If the database has it already, from a run by hand or an earlier tool, say so with `stamp`: docs/runbook.md, First contact.'
const isAbsent =
  'See that the name is spelled right and in the search_path, that a revision before this one makes it, and that nobody has changed this database by hand.'
const noRoom =
  'Nothing is wrong with the file: give the server more room, or let the revision do its work in smaller parts, and run again.'

/** A failure as the cure needs it. */
interface Refused {
  code: string
  reason: string
  /** What the files tell of an object: another place makes it as well, a later one makes it, or it was made and is gone. */
  made?: 'twice' | 'later' | 'gone'
}

const byFiles: Record<NonNullable<Refused['made']>, string> = {
  twice: 'Take it out of this revision, which has not been applied and may be edited, and run again.',
  later: 'Give this revision a version after the one that makes it, and run again.',
  gone: 'Bring the database back to what the applied revisions made of it, by hand or by a revision, and run again.',
}

const mayNotFit =
  'A value does not fit, of the statement or of a row: mend the statement, or settle the rows in a revision before this one, and run again.'

const cures: Record<string, string | ((refused: Refused) => string)> = {
  '55P03':
    'Somebody holds a lock on it, and the file is not to blame: run again at a quieter moment, or wait longer with `lock-timeout`.',
  '42P06': mayExist,
  '42P07': mayExist,
  '42701': mayExist,
  '42710': mayExist,
  '42723': mayExist,
  '3F000': isAbsent,
  '42P01': isAbsent,
  '42703': isAbsent,
  '42704': isAbsent,
  '42883':
    'See whether the arguments are of the types that it takes (a cast may be missing), and whether the extension that has it is created in a revision before this one and is in the search_path.',
  '42501':
    'The role of the URL lacks a right. Let who has it give it, or give the gate the URL of the role that owns the objects; then run again.',
  '23502': ({ reason }) =>
    /contains null values/.test(reason)
      ? 'In two steps: first a revision that adds the column without NOT NULL (or with a default) and fills it; then, when no code leaves it empty any more, one that sets it NOT NULL.'
      : 'Give the column a value in this statement, or a default in a revision before.',
  '23503': ({ reason }) =>
    /on table .* violates .* on table/.test(reason)
      ? 'Other rows still point at it: settle them first in the same revision.'
      : 'Some rows point at rows that are not there: settle them in a revision before this one (add the foreign key NOT VALID first, to keep new ones out), and run again.',
  '23505': ({ reason }) =>
    reason.startsWith('could not create unique index')
      ? 'Some rows are there twice: settle them above this statement, or by hand, and run again.'
      : 'A row with that key is there already: take it out of the revision, or write `on conflict do nothing` if it may be.',
  '23514':
    'Some rows do not keep to it: settle them in a revision before this one (add the constraint NOT VALID first, to keep new ones out, and validate it later), and run again.',
  '25006':
    'Transactions are read-only here: use the URL of the primary and of a role that may write, and see default_transaction_read_only of the role and the database (\\drds in psql).',
  '40001':
    'Another session changed the same rows. Run again; if it comes back, let the revision run without the stricter isolation level, or at a quieter moment.',
  '40P01':
    'Another session and this one waited for each other. Run again; if it comes back, let the revision take its locks in the order in which the application does.',
  '42601': 'Mend the statement at the caret, commit the file, and run again.',
  '53100': noRoom,
  '53200': noRoom,
  '53400': noRoom,
  '55P04':
    'A new value of an enum can be used when its revision is committed: put ALTER TYPE … ADD VALUE into a revision before this one.',
  '57014': ({ reason }) =>
    /statement timeout/.test(reason)
      ? 'Let it do its work in smaller parts; or allow it more time with `statement-timeout`, where what it locks may be locked for so long.'
      : 'Somebody cancelled the statement (pg_cancel_backend), or a standby did: ask who, and run again.',
  '58P01': ({ reason }) => sayFile(reason),
  '0A000': ({ reason }) =>
    /extension/.test(reason)
      ? sayFile(reason)
      : 'This server cannot do it: see which version has it, and write the revision for the one that you run.',
}

const extensions =
  'The server does not have that extension: install it there first, or, on a hosted database, see which ones it offers (select * from pg_available_extensions) and allow it in its console.'

function sayFile(reason: string): string {
  return /extension/.test(reason)
    ? extensions
    : 'The server looks for that file on its own disk: see that it is installed there.'
}

/** One or two sentences in the imperative. */
export function cureOf(refused: Refused): string {
  if (refused.made !== undefined) return byFiles[refused.made]
  const cure = cures[refused.code] ?? (refused.code.startsWith('22') ? mayNotFit : undefined)
  if (cure === undefined)
    return 'Mend the file, commit it, and run again: what is applied stays, what is pending runs.'
  return typeof cure === 'string' ? cure : cure(refused)
}

/** Whether a statement failed for what else went on: locks, other sessions, a cancellation, room (class 53). */
export function isCircumstance(code: string): boolean {
  return ['55P03', '40P01', '40001', '57014'].includes(code) || code.startsWith('53')
}

/** What to do about such a failure; undefined for every other. */
export function cureOfCircumstances(refused: Refused): string | undefined {
  const { code } = refused
  if (!isCircumstance(code)) return undefined
  return code in cures ? cureOf(refused) : noRoom
}
