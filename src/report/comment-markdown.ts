import { createHash } from 'node:crypto'
import { posix } from 'node:path'
import type { Fault, Finding } from '../domain.ts'
import { count, oneLine } from '../text.ts'
import { cureParts } from './cure-parts.ts'
import { diffLines, excerptLines, sayPlace } from './fault-lines.ts'
import { sayTrail } from './finding-lines.ts'
import type { SayNext } from './line.ts'
import { verdictLine } from './lines.ts'
import { fence, htmlText, text } from './markdown-text.ts'
import type { DatabaseReport, Report } from './shape.ts'

/** Where the comment stands, and what its links begin with. Nothing of it is foreign. */
export interface CommentPlace {
  /** What makes it the comment of this check and no other; hex. */
  key: string
  /** Id and attempt of the run: `1234.1`. */
  run: string
  runUrl: string
  /** Of the repository: `https://github.com/o/r`; empty: no links. */
  page: string
  /** Of the pull request’s head. */
  commit: string
}

/** Bytes. GitHub takes 65,536 characters. */
const most = 60_000
const mostRows = 50
/** What is open at once; the rest is folded. */
const mostOpen = 5
/** A part of a finding that is longer, its source lines say, is left to the summary. */
const longestBlock = 4_000

/** What the comment of a check begins with, and no other. */
export function commentMarker(key: string): string {
  return `<!-- migration-gate check ${key} -->`
}

/** The run that wrote a comment, for who comes later. */
export function readRun(body: string): string | undefined {
  return /^<!-- run (\d+\.\d+) -->$/m.exec(body.slice(0, 200))?.[1]
}

/** Whether there is anything that a reviewer has to see: a clean check needs no comment. */
export function isWorthComment(report: Report): boolean {
  return report.gate === 'closed' || report.databases.some(({ findings = [] }) => findings.length > 0)
}

/** The comment of a pull request: what the check came to, at a glance; what it found, with the way out. Pure. */
export function renderComment(report: Report, place: CommentPlace, sayNext: SayNext): string {
  const head = [
    `${commentMarker(place.key)}\n<!-- run ${place.run} -->`,
    `### ${text(verdictLine(report).text)}`,
  ]
  const parts = [
    ...report.faults.map(fault => faultPart(fault, '❌', place, sayNext)),
    ...report.databases.flatMap(one => databaseParts(one, report, place, sayNext)),
    ...remarkParts(report),
  ]
  const foot = `<sub>${sayRun(place)}</sub>\n`
  return join(head, parts, foot)
}

/** As much as fits: whole parts, so that no fence and no fold stays open. */
function join(head: readonly string[], parts: readonly string[], foot: string): string {
  const kept: string[] = []
  let bytes = Buffer.byteLength([...head, foot].join('\n\n')) + 200
  for (const part of parts) {
    bytes += Buffer.byteLength(part) + 2
    if (bytes > most) break
    kept.push(part)
  }
  const left = parts.length - kept.length
  const cut = left === 0 ? [] : [`**${left} more did not fit: the job summary has all of it.**`]
  return [...head, ...kept, ...cut, foot].join('\n\n')
}

function sayRun({ commit, runUrl, page }: CommentPlace): string {
  const short = `\`${commit.slice(0, 7)}\``
  const at = page === '' || commit === '' ? short : `[${short}](${page}/commit/${commit})`
  const run = runUrl === '' ? 'the run' : `[the run](${runUrl})`
  return `Commit ${at} · ${run} has the details · every run of this check edits this comment.`
}

function databaseParts(
  database: DatabaseReport,
  report: Report,
  place: CommentPlace,
  sayNext: SayNext,
): string[] {
  const { fault, findings = [] } = database
  const heading = report.databases.length > 1 ? [`#### ${text(database.name)}`] : []
  const blamed = findings.find(finding => finding.fault === fault)
  const open = findings.filter(({ allowed }) => allowed === undefined)
  const errors = first(
    open.filter(({ level }) => level === 'error'),
    blamed,
  )
  const warnings = open.filter(({ level }) => level === 'warning')
  const part = (finding: Finding) => findingPart(finding, place, sayNext)
  const shown = errors.slice(0, mostOpen)
  return [
    ...heading,
    ...tablePart(database, report, place),
    ...(fault === undefined || blamed !== undefined ? [] : [faultPart(fault, '❌', place, sayNext)]),
    ...shown.map(part),
    ...[...errors.slice(mostOpen), ...warnings].map(finding =>
      folded(`${signOf(finding)} ${sayShort(finding)}`, part(finding)),
    ),
    ...findings.filter(({ allowed }) => allowed !== undefined).map(allowedPart),
  ]
}

/** What closed the gate comes first. */
function first(errors: readonly Finding[], blamed: Finding | undefined): Finding[] {
  return blamed === undefined ? [...errors] : [blamed, ...errors.filter(one => one !== blamed)]
}

/** The new revisions, and what was found in each. */
function tablePart(database: DatabaseReport, report: Report, place: CommentPlace): string[] {
  const { added = [], findings = [] } = database
  if (added.length === 0) return []
  const paths = pathsOf(database, report)
  const rows = added.slice(0, mostRows).map(id => {
    const own = findings.filter(finding => finding.revision === id)
    const path = paths.get(id)
    const name = path === undefined ? text(oneLine(id, 80)) : linked(path, posix.basename(path), place)
    const open = own.filter(({ allowed }) => allowed === undefined)
    const rules = [...new Set(own.map(finding => `${signOf(finding)} \`${finding.rule}\``))]
    const worst = open.find(({ level }) => level === 'error') ?? open[0] ?? own[0]
    const sign = worst === undefined ? '✅' : signOf(worst)
    return `| ${sign} | ${name} | ${rules.length === 0 ? 'nothing' : rules.join('<br>')} |`
  })
  if (added.length > mostRows) rows.push(`| | … ${added.length - mostRows} more | |`)
  return [['| | new revision | found |', '| --- | --- | --- |', ...rows].join('\n')]
}

function pathsOf({ findings = [], name }: DatabaseReport, report: Report): Map<string, string> {
  const listed = (report.migrations ?? [])
    .filter(({ database }) => report.databases.length === 1 || database === name)
    .map(({ revision, path }) => [revision, path] as const)
  const blamed = findings.flatMap(({ revision, fault }) =>
    revision === undefined || fault.place === undefined ? [] : [[revision, fault.place.path] as const],
  )
  return new Map([...blamed, ...listed])
}

function signOf({ level, allowed }: Finding): string {
  if (allowed !== undefined) return '☑️'
  return level === 'error' ? '❌' : '⚠️'
}

/** `drop-index-waits in migrations/0003_x.sql:4`, as HTML. */
function sayShort({ rule, fault }: Finding): string {
  const at = sayPlace({ ...fault, ...(fault.place && { place: withoutColumn(fault.place) }) })
  return `<code>${htmlText(rule)}</code>${at === '' ? '' : ` in ${htmlText(at)}`}`
}

function withoutColumn({ path, line }: NonNullable<Fault['place']>): NonNullable<Fault['place']> {
  return line === undefined ? { path } : { path, line }
}

function findingPart(finding: Finding, place: CommentPlace, sayNext: SayNext): string {
  return faultPart(finding.fault, signOf(finding), place, sayNext, finding.rule)
}

function allowedPart(finding: Finding): string {
  return `☑️ ${text(finding.fault.message)}<br>${text(sayTrail(finding))}`
}

function folded(summary: string, body: string): string {
  return `<details><summary>${summary}</summary>\n\n${body}\n\n</details>`
}

function faultPart(
  fault: Fault,
  sign: string,
  place: CommentPlace,
  sayNext: SayNext,
  rule: string = fault.id,
): string {
  const { excerpt, diff, foreign = [], next = [] } = fault
  const at =
    fault.place === undefined ? '' : `${linked(fault.place.path, undefined, place, fault.place.line)} · `
  return [
    `${sign} **${text(fault.message)}**<br>${at}\`${rule}\``,
    excerpt === undefined ? '' : block(excerptLines(excerpt).join('\n')),
    diff === undefined ? '' : block(diffLines(diff).join('\n'), 'diff'),
    ...cureParts(fault.cure).map((part, index) =>
      'code' in part
        ? fence(part.code, part.language)
        : `${index === 0 ? '**Cure:** ' : ''}${text(part.text)}`,
    ),
    ...foreign.map(({ line, when }) => nextPart(line, when)),
    ...next.map(one => nextPart(sayNext(one), one.when)),
  ]
    .filter(part => part !== '')
    .join('\n\n')
}

function block(given: string, language?: string): string {
  return given.length > longestBlock ? '' : fence(given, language)
}

function nextPart(line: string, when: string | undefined): string {
  return `**Next:** ${text(line)}${when === undefined ? '' : ` (if ${text(when)})`}`
}

/** A file at the commit of the head, with its line; a text where there is no page to link to. */
function linked(
  path: string,
  shown: string | undefined,
  { page, commit }: CommentPlace,
  line?: number,
): string {
  const at = line === undefined ? '' : `:${line}`
  const words = text(oneLine(shown ?? `${path}${at}`, 200))
  if (page === '' || commit === '') return words
  const anchor = line === undefined ? '' : `#L${line}`
  return `[${words}](${page}/blob/${commit}/${path.split('/').map(encodeSegment).join('/')}${anchor})`
}

/** Also what a link of Markdown would end with. Lone halves of a pair, which have no encoding, are shown as what they are not. */
function encodeSegment(segment: string): string {
  const whole = segment.replace(
    /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
    '\ufffd',
  )
  return encodeURIComponent(whole).replace(
    /[!'()*~]/g,
    sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

/** What a person should know of the check itself: what was not looked at, say. */
function remarkParts({ notes }: Report): string[] {
  const shown = notes.filter(({ kind }) => kind === 'warning').slice(0, 20)
  if (shown.length === 0) return []
  const list = shown.map(note => `- ${text(note.text)}`).join('\n')
  return [folded(`⚠️ ${count(shown.length, 'remark')} on the check itself`, list)]
}

/** One comment for each check of a pull request: the same words give the same key. */
export function commentKey(words: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(words)).digest('hex').slice(0, 16)
}
