import type { AppliedRow } from '../by-hand.ts'
import type { Changes } from '../changes/changes.ts'
import type { ChangeSet, Note, NoteKind, Outcome, Plan } from '../domain.ts'
import { label } from '../notes.ts'
import { onlyDatabase } from '../settings/settings.ts'
import { count, harmless, oneLine, sayAge } from '../text.ts'
import { sayApproval } from './approval.ts'
import { sayDid, sayMs } from './did.ts'
import { driftLines } from './drift-lines.ts'
import { faultLines } from './fault-lines.ts'
import { findingLines, sayChecked } from './finding-lines.ts'
import { followLines } from './follow-lines.ts'
import { historyLines } from './history-lines.ts'
import { type Line, line, of, type SayNext, type Tone } from './line.ts'
import { locatedLines } from './located-lines.ts'
import { lockLine } from './lock-lines.ts'
import { rehearsalLines } from './rehearsal-lines.ts'
import type { GateEvent } from './reporter.ts'
import type { Report } from './shape.ts'
import { descentLines, sqlLines } from './sql-lines.ts'
import { stampLines } from './stamp-lines.ts'

/** What an event says, in lines. Pure; both doors print it. People’s data in an error only with `showData`. */
export function renderEvent(event: GateEvent, sayNext: SayNext, showData = false): Line[] {
  switch (event.kind) {
    case 'changes':
      return [line('plain', `🔎 ${sayComparison(event.changes.changeSet)}`), ...matchLines(event.changes)]
    case 'note':
      return noteLines(event.note)
    case 'plan':
      return [line('plain', ''), line('strong', `🗄️  ${of(event.database)}${sayPlan(event.plan)}`)]
    case 'recent':
      return under(event.database, event.rows.map(recentLine))
    case 'sql':
      return under(event.database, sqlLines(event.sql, event.revisions))
    case 'descent':
      return [line('plain', ''), ...descentLines(event.descent, event.dryRun, of(event.database))]
    case 'history':
      return under(event.database, historyLines(event.lines))
    case 'located':
      return under(event.database, locatedLines(event.located))
    case 'started':
      return [
        line(
          'plain',
          `${event.down === true ? '⬇️' : '⬆️'}  ${of(event.database)}${label(event.revision)} (${event.index} of ${event.total})`,
        ),
      ]
    case 'connecting':
    case 'waiting':
    case 'running':
    case 'retrying':
      return [lockLine(event)]
    case 'rehearsing':
      return [line('dim', `   … ${sayAge(event.elapsedMs / 1000)} in: rehearsing ${event.at}`)]
    case 'notice':
      return harmless(event.message)
        .split('\n')
        .map((text, index) => line('dim', `   ${index === 0 ? `${event.severity}: ` : '  '}${text}`))
    case 'ended':
      return outcomeLines(event.outcome, of(event.database))
    case 'follow-started':
    case 'follow-running':
    case 'follow-ended':
      return followLines(event)
    case 'fault':
      return [
        line('plain', ''),
        ...faultLines(event.fault, event.allowed, sayNext, of(event.database), showData),
      ]
    case 'finding':
      return [line('plain', ''), ...findingLines(event.finding, sayNext, of(event.database))]
    case 'report':
      return [
        line('plain', ''),
        ...stampLines(event.report, sayNext),
        ...approvalLines(event.report),
        ...rehearsalLines(event.report),
        ...driftLines(event.report),
        verdictLine(event.report),
      ]
    case 'stage':
    case 'working':
      return []
  }
}

/** What comes when all databases are planned says of which one it is, where there are several. */
function under(database: string, lines: Line[]): Line[] {
  const name = of(database).replace(/: $/, '')
  return name === '' || lines.length === 0
    ? lines
    : [line('plain', ''), line('strong', `🗄️  ${name}`), ...lines]
}

function approvalLines(report: Report): Line[] {
  const said = sayApproval(report)
  return said === '' ? [] : [line('dim', `🔏 ${said}`)]
}

/** git’s name for a tree without files, by SHA-1 and by SHA-256. */
const emptyTrees = [
  '4b825dc642cb6eb9a060e54bf8d69288fbee4904',
  '6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321',
]

/** `push to main: 1a2b3c4 → 5d6e7f8 …`, in the words of the comparison itself. */
function sayComparison(changeSet: ChangeSet): string {
  if (!changeSet.known) return oneLine(changeSet.why)
  const { comparison, changes } = changeSet
  const commits = comparison.commits === undefined ? '' : `${count(comparison.commits, 'commit')}, `
  return `${oneLine(comparison.why)}: ${short(comparison.base)} → ${short(comparison.head)}, ${commits}${count(changes.length, 'file')}`
}

function short(commit: string): string {
  if (emptyTrees.includes(commit)) return 'nothing'
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(commit) ? commit.slice(0, 7) : oneLine(commit, 60)
}

/** Relay’s line: one per filter, true or false. */
function matchLines(changes: Changes): Line[] {
  return changes.matches.map(({ name }) => {
    const matched = changes.matched.includes(name)
    const shown = oneLine(name, 80)
    return matched ? line('plain', `📦 ${shown}: true`) : line('dim', `▫️  ${shown}: false, no file changed`)
  })
}

/** The sign before each kind of note; the summary uses them too. */
export const noteSigns: Record<NoteKind, string> = {
  changed: '📝',
  'unknown-changes': '❔',
  'applies-now': '▶️',
  'left-by-earlier-run': '⏳',
  'already-applied': '✔️',
  'not-in-commit': '👻',
  skipped: '⏭️',
  warning: '⚠️',
}

function noteLines(note: Note): Line[] {
  if (note.kind === 'unknown-changes') return []
  const tone: Tone = note.kind === 'not-in-commit' || note.kind === 'warning' ? 'warn' : 'plain'
  const indent = note.database === undefined ? '' : '   '
  return note.text
    .split('\n')
    .map((text, index) =>
      line(
        index === 0 ? tone : 'dim',
        index === 0 ? `${indent}${noteSigns[note.kind]} ${text}` : `${indent}   ${text}`,
      ),
    )
}

/** `app on db.example.com:5432 is at 0002; 1 revision pending`. */
function sayPlan(plan: Plan): string {
  const { server, current, pending, problems, applied } = plan
  const at = current.length === 0 ? 'holds no revision yet' : `is at ${current.join(', ')}`
  // Only its file tells what an Alembic row comes after.
  const unplaced = current.some(id => !applied.includes(id))
  const unclear = problems.some(
    ({ kind, allowed }) => !allowed && (kind === 'multiple-heads' || (kind === 'ahead' && unplaced)),
  )
  const none = unclear ? 'what is pending cannot be told' : 'nothing is pending'
  const todo = pending.length === 0 ? none : `${count(pending.length, 'revision')} pending`
  return oneLine(`${server.database} on ${server.host}:${server.port} ${at}; ${todo}`)
}

/** `0006 add_status   2026-11-22 20:41:39 UTC by octocat, 1a2b3c4`. */
function recentLine({ id, name, at, by, commit }: AppliedRow): Line {
  const who = by === '' ? '' : ` by ${by}`
  const from = commit === '' ? '' : `, ${short(commit)}`
  return line(
    'plain',
    `   ✔️ ${`${id} ${name}`.trim()}   ${at.replace('T', ' ').replace('Z', ' UTC')}${who}${from}`,
  )
}

function outcomeLines(outcome: Outcome, database: string): Line[] {
  const name = `${database}${label(outcome.revision)}`
  if (outcome.result === 'applied')
    return [line('good', `   ✅ ${name} in ${sayMs(outcome.durationMs)}: ${sayDid(outcome.did)}`)]
  if (outcome.result === 'downgraded')
    return [line('good', `   ✅ ${name} taken back in ${sayMs(outcome.durationMs)}: ${sayDid(outcome.did)}`)]
  if (outcome.result === 'skipped') return [line('dim', `   ⏭️  ${name} did not get its turn`)]
  const word = outcome.result === 'rolled-back' ? 'was rolled back' : 'failed'
  return [line('bad', `   ❌ ${name} ${word} after ${sayMs(outcome.durationMs)}`)]
}

/** The last line: gate open or closed, and what the databases are at, as measured. */
export function verdictLine(report: Report): Line {
  const stands = report.databases.map(sayStand).filter(text => text !== '')
  const at = stands.length === 0 ? '' : `: ${stands.join('; ')}`
  if (report.status === 'skipped') return line('warn', '⏭️  Skipped: nothing was asked of a database.')
  if (report.command === 'detect' && report.gate === 'open')
    return line('good', '🟢 Detected; no database was asked.')
  if (report.command === 'check' && report.databases.length > 0) return checkedLine(report)
  if (report.gate === 'closed') return line('bad', `🔴 Gate closed${at}.`)
  if (report.dryRun === true) return line('good', `🟢 Nothing was written${at}.`)
  if (report.upgrade === 'closed') return line('warn', `🟡 The gate would be closed for \`upgrade\`${at}.`)
  const reads = report.upgrade !== undefined
  return line('good', `🟢 ${reads ? 'Read only' : 'Gate open'}${at}.`)
}

function checkedLine(report: Report): Line {
  const closed = report.gate === 'closed'
  return line(
    closed ? 'bad' : 'good',
    `${closed ? '🔴 Gate closed' : '🟢 Gate open'}: ${sayChecked(report)}.`,
  )
}

function sayStand(database: Report['databases'][number]): string {
  const only = database.name === onlyDatabase
  const name = only ? (database.server?.database ?? database.name) : database.name
  const { to, unfinished } = database
  if (to === undefined) return database.server === undefined ? '' : `where ${name} stands is not known`
  const at = to.length === 0 ? `${name} holds no revision` : `${name} is at ${to.join(', ')}`
  const half = unfinished.map(({ id, done, down }) => {
    const what = down === true ? `the way down of ${id}` : id
    return done === 0 ? `, with ${what} begun` : `, with ${count(done, 'statement')} of ${what} done`
  })
  return oneLine(`${at}${half.join('')}`)
}
