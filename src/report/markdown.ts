import type { Fault, Finding, Note, Outcome } from '../domain.ts'
import { label } from '../notes.ts'
import { harmless, oneLine } from '../text.ts'
import { sayApproval } from './approval.ts'
import { byHandParts } from './by-hand-parts.ts'
import { sayDid, sayMs } from './did.ts'
import { diffLines, excerptLines, sayPlace, withheldLine } from './fault-lines.ts'
import { sayTrail } from './finding-lines.ts'
import { followParts } from './follow-lines.ts'
import type { SayNext } from './line.ts'
import { noteSigns, verdictLine } from './lines.ts'
import { fence, text } from './markdown-text.ts'
import type { Migration } from './migrations.ts'
import type { DatabaseReport, Report } from './shape.ts'

/** Bytes. GitHub takes 1 MiB a step; what is over is cut here, with a word that it was. */
const most = 900_000

/** The job summary, verdict first: what one would paste into a chat. Pure. */
export function renderSummary(report: Report, sayNext: SayNext): string {
  const parts = [
    `## ${text(verdictLine(report).text)}`,
    text(sayRun(report)),
    ...report.databases.flatMap(database => databaseParts(database, report, sayNext)),
    ...approvalParts(report),
    ...report.faults.flatMap(fault => faultParts(fault, sayNext)),
    ...migrationParts(report.migrations ?? []),
    ...noteParts(report.notes.filter(note => note.database === undefined)),
  ]
  const whole = `${parts.filter(part => part !== '').join('\n\n')}\n`
  const bytes = Buffer.from(whole)
  if (bytes.length <= most) return whole
  return `${bytes.subarray(0, most).toString('utf8')}\n\n…\n\nThe summary was cut; the report has all of it.\n`
}

function approvalParts(report: Report): string[] {
  const said = sayApproval(report)
  return said === '' ? [] : [`🔏 ${text(said)}`]
}

function sayRun(report: Report): string {
  const { comparison } = report
  const compared = comparison === undefined ? '' : ` · ${oneLine(comparison.why)}`
  return `${report.command}${compared} · ${sayMs(report.durationMs)}`
}

function databaseParts(database: DatabaseReport, report: Report, sayNext: SayNext): string[] {
  const { outcomes, problems, findings = [], fault } = database
  const heading = report.databases.length > 1 ? [`### ${text(database.name)}`] : []
  const shown = outcomes.slice(0, 200)
  const table =
    shown.length === 0
      ? []
      : [
          [
            '| | revision | what it did | time |',
            '| --- | --- | --- | ---: |',
            ...shown.map(outcomeRow),
            ...(outcomes.length > shown.length ? [`| | … ${outcomes.length - shown.length} more | | |`] : []),
          ].join('\n'),
        ]
  const others = problems.filter(problem => problem.fault !== fault)
  return [
    ...heading,
    ...(fault === undefined ? [] : faultParts(fault, sayNext)),
    ...findings.filter(one => one.fault !== fault).flatMap(one => findingParts(one, sayNext)),
    ...table,
    ...byHandParts(database, report.dryRun === true, { text, fence }),
    ...followParts(database.followUps ?? [], text),
    ...noteParts(report.notes.filter(note => note.database === database.name)),
    ...others.flatMap(problem =>
      problem.allowed ? [`⚠️ allowed: ${text(problem.fault.message)}`] : faultParts(problem.fault, sayNext),
    ),
  ]
}

/** What the change brings, with a way to read it. */
function migrationParts(migrations: readonly Migration[]): string[] {
  if (migrations.length === 0) return []
  const shown = migrations.slice(0, 200).map(({ path, status, revision, database, diff }) => {
    const file = oneLine(path, 200)
    // Nothing of the link is foreign: the page is the runner's, and the place in it a hash.
    const linked = diff === undefined ? text(file) : `[${text(file)}](${diff})`
    return `| ${status} | ${text(oneLine(revision, 80))} | ${text(oneLine(database, 80))} | ${linked} |`
  })
  const more = migrations.length - shown.length
  if (more > 0) shown.push(`| | … ${more} more | | |`)
  return [['| change | revision | filter | file |', '| --- | --- | --- | --- |', ...shown].join('\n')]
}

function findingParts(finding: Finding, sayNext: SayNext): string[] {
  const { fault, level, allowed } = finding
  if (allowed !== undefined) return [`☑️ ${text(fault.message)}<br>${text(sayTrail(finding))}`]
  return faultParts(fault, sayNext, level === 'error' ? '❌' : '⚠️')
}

const resultSigns: Record<Outcome['result'], string> = {
  applied: '✅',
  downgraded: '⬇️',
  failed: '❌',
  skipped: '⏭️',
  'rolled-back': '↩️',
}

function outcomeRow(outcome: Outcome): string {
  const did = sayResult(outcome)
  const time = outcome.result === 'skipped' ? '' : sayMs(outcome.durationMs)
  return `| ${resultSigns[outcome.result]} | ${text(label(outcome.revision))} | ${text(did)} | ${time} |`
}

function sayResult({ result, did }: Outcome): string {
  if (result === 'skipped') return 'did not get its turn'
  if (result !== 'failed') return sayDid(did)
  return did.length === 0 ? 'failed' : `${sayDid(did)}, then failed`
}

function noteParts(notes: readonly Note[]): string[] {
  if (notes.length === 0) return []
  const shown = notes.slice(0, 100).map(note => {
    const [first = '', ...rest] = note.text.split('\n')
    const below = rest.map(line => `<br>&emsp;${text(line)}`).join('')
    return `- ${noteSigns[note.kind]} ${text(first)}${below}`
  })
  if (notes.length > shown.length) shown.push(`- and ${notes.length - shown.length} more`)
  return [shown.join('\n')]
}

function faultParts(fault: Fault, sayNext: SayNext, sign = '❌'): string[] {
  const place = sayPlace(fault)
  const { server, excerpt, diff, state, foreign, next } = fault
  const said = [server?.detail, server?.hint, server?.where, fault.withheld && withheldLine]
    .filter(one => one !== undefined)
    .map(harmless)
  return [
    `${sign} **${text(fault.message)}**${place === '' ? '' : `<br>${text(place)}`}`,
    excerpt === undefined ? '' : fence(excerptLines(excerpt).join('\n')),
    diff === undefined ? '' : fence(diffLines(diff).join('\n'), 'diff'),
    said.length === 0 ? '' : fence(said.join('\n')),
    state === undefined || state === '' ? '' : `**Now:** ${text(state)}`,
    `**Cure:** ${text(fault.cure)}`,
    ...(foreign ?? []).map(({ line, when }) => nextPart(line, when)),
    ...(next ?? []).map(one => nextPart(sayNext(one), one.when)),
  ].filter(part => part !== '')
}

function nextPart(line: string, when: string | undefined): string {
  return `**Next:** ${text(line)}${when === undefined ? '' : ` (if ${text(when)})`}`
}
