/** Findings of the text, held against what a rehearsal saw; and what only that saw. Pure. */
import { fillEntry } from '../../catalogue/entry.ts'
import { evidenceEntries } from '../../catalogue/evidence.ts'
import type { Finding, Place } from '../../domain.ts'
import type { Rehearsal } from '../../rehearsal.ts'
import { joinAnd, oneLine } from '../../text.ts'
import type { Guarded } from '../guard/shapes.ts'
import { squeeze } from '../lint/clause.ts'
import { notRehearsed } from '../lint/levels.ts'
import type { Linted } from '../lint/lint.ts'
import { type Claim, claims } from './claims.ts'
import { type EvidenceRule, evidenceLevels } from './levels.ts'
import { isCostly, sayLive, saySeen, waitedFor } from './say-seen.ts'
import type { Evidence, TableEvidence } from './shape.ts'
import { saySizes, type TableSizes } from './sizes.ts'

/** What is judged. */
export interface Judging {
  /** What the text says. */
  linted: readonly Linted[]
  /** Revisions that the change adds, in order. */
  added: readonly Guarded[]
  /** What the witness saw. */
  evidence: readonly Evidence[]
  /** Ids of the revisions whose way up ran to its end in the rehearsal. */
  rehearsed: ReadonlySet<string>
  /** `Postgres 16.4` */
  server: string
  /** How big tables are in production, where somebody said so. */
  sizes?: TableSizes | undefined
  /** How a comment begins: `--`, `#`. */
  comment: string
  /** What a finding of a revision rests on that no rehearsal was watched for; the text alone unless told otherwise. */
  basis?: (revision: string) => string
}

/** What it came to. */
export interface Judged {
  /** Each with the key of its revision, by which a line of it may let the finding through. */
  findings: { finding: Finding; key: string }[]
  /** What the text said and the rehearsal contradicted: a sentence each. */
  notes: string[]
}

/** What a finding of an SQL revision rests on that no rehearsal was watched for. Never throws. */
export function textAlone(rehearsal: Rehearsal | undefined, id: string): string {
  if (rehearsal?.postgres === undefined) return notRehearsed
  const up = rehearsal.revisions.find(one => one.id === id)?.up
  const what = { failed: 'its rehearsal failed', applied: 'nobody watched its rehearsal' }
  return `From the text alone: ${up ? what[up] : 'the rehearsal stopped before its end'}.`
}

/** Confirms, contradicts or leaves each finding of the text, and adds what the rehearsal alone shows. Never throws. */
export function judgeByEvidence(judging: Judging): Judged {
  const { linted, added } = judging
  const covered = new Set<Evidence>()
  const notes: string[] = []
  const kept = linted.flatMap(one => {
    const judged = judgeOne(one, judging, covered)
    if (typeof judged !== 'string') return [{ finding: judged, key: one.key }]
    notes.push(judged)
    return []
  })
  const keys = new Map(added.map(one => [one.id, one]))
  const shown = judging.evidence.flatMap(one => {
    const revision = keys.get(one.revision)
    const finding = revision && !covered.has(one) ? showAlone(one, revision, judging) : undefined
    return finding === undefined || revision === undefined ? [] : [{ finding, key: revision.key }]
  })
  return { findings: [...kept, ...shown], notes }
}

/** The finding as it is now; a sentence where it is none any more. */
function judgeOne(linted: Linted, judging: Judging, covered: Set<Evidence>): Finding | string {
  const { finding, table } = linted
  const { server, sizes, rehearsed, basis = () => notRehearsed } = judging
  const claim = claims[finding.rule as keyof typeof claims]
  const size = saySizes(table === undefined ? [] : [table], sizes)
  const { revision = '' } = finding
  if (!rehearsed.has(revision)) return say(finding, basis(revision), size)
  if (claim === undefined) return say(finding, 'A rehearsal does not show this: from the text alone.', size)
  const rows = rowsOf(linted, claim, judging.evidence)
  const costly = rows.filter(row => row.tables.some(isCostly))
  for (const row of claim === 'lock' && finding.level === 'warning' ? [] : costly) covered.add(row)
  const tables = rows.flatMap(row => row.tables)
  const seen = claim === 'cost' && costly.length > 0 ? costly.flatMap(row => row.tables) : tables
  if (seen.length === 0) return say(finding, `The rehearsal on ${server} did not see it.`, size)
  const reached = tables.some(one => one.table === table && (one.named || one.taken))
  if (claim === 'cost' && costly.length === 0 && reached) {
    const free = `${saySeen(tables)}, and neither wrote it anew nor read it`
    if (isChangedWithin(judging.evidence, rows, table ?? ''))
      return say(
        finding,
        `Rehearsed on ${server}: ${free}; but a block or a function changed ${table} in the rehearsal, so that does not contradict it.`,
        size,
      )
    if (!dependsOnZone(linted))
      return `${sayPlace(finding)} ${finding.rule} is no finding: rehearsed on ${server}, ${free}.`
    const zone = rows[0]?.timeZone ?? 'another'
    return say(
      finding,
      `Rehearsed on ${server}: with the time zone ${zone} ${free}; with another it does.`,
      size,
    )
  }
  // What the text could only suspect.
  const level = claim === 'cost' && costly.length > 0 ? 'error' : finding.level
  return say(
    { ...finding, level },
    `Rehearsed on ${server}: ${saySeen(seen)}.`,
    saySizes(namesOf(seen), sizes),
  )
}

/**
 * Whether a block or a function changed the table before the last of these ended. What it does may depend on where it
 * runs: the statement may have met another table here than it will in production.
 */
function isChangedWithin(evidence: readonly Evidence[], rows: readonly Evidence[], table: string): boolean {
  const last = evidence.findLastIndex(one => rows.includes(one))
  return evidence
    .slice(0, last + 1)
    .some(one => one.nested && one.tables.some(seen => seen.table === table && (seen.named || seen.taken)))
}

/** Between a timestamp with and one without a zone, the setting of the session decides. */
function dependsOnZone({ finding, statement }: Linted): boolean {
  return finding.rule === 'type-change-unknown' && /timestamp|time\s+zone/i.test(statement)
}

function say(finding: Finding, ...sentences: string[]): Finding {
  const { fault } = finding
  const bare = fault.message.replace(` ${notRehearsed}`, '')
  return {
    ...finding,
    fault: { ...fault, message: [bare, ...sentences].filter(one => one !== '').join(' ') },
  }
}

function sayPlace({ fault: { place } }: Finding): string {
  return place === undefined ? '' : `${oneLine(place.path)}:${place.line ?? 1}:`
}

/** What was seen of the statement that a finding is about. */
function rowsOf(
  { finding, statement, table }: Linted,
  claim: Claim,
  evidence: readonly Evidence[],
): Evidence[] {
  const own = evidence.filter(one => one.revision === finding.revision)
  const said = squeeze(statement)
  const seen = own.filter(one => one.statement !== undefined && same(one.statement, said))
  const work = claim === 'work' ? own.filter(one => one.statement === undefined) : []
  const rows = [...seen, ...work]
  // One block may hold several statements, and all the work without DDL is told together.
  const about = rows.filter(row => row.tables.some(one => one.table === table))
  return about.length > 0 || work.length > 0 ? about : seen
}

function same(statement: string, said: string): boolean {
  return squeeze(statement).replace(/\s*;$/, '') === said
}

/** What the text says nothing of. */
function showAlone(evidence: Evidence, revision: Guarded, judging: Judging): Finding | undefined {
  const waited = waitedFor(evidence)
  if (waited.length > 0) {
    const rule = waited.some(one => one.rewritten) ? 'rehearsed-rewrite' : 'rehearsed-scan'
    const costly = evidence.tables.filter(isCostly)
    const tables = [...new Set([...waited, ...costly])]
    return findingOf(
      rule,
      { on: namesOf(costly), tables, live: sayLive(waited) },
      evidence,
      revision,
      judging,
    )
  }
  const locked = evidence.tables.filter(isStranger)
  const isTold = judging.linted.some(
    one => one.finding.revision === revision.id && same(evidence.statement ?? '', squeeze(one.statement)),
  )
  if (locked.length === 0 || isTold || evidence.statement === undefined) return undefined
  const facts = { on: namesOf(locked), tables: locked, live: '' }
  return findingOf('rehearsed-lock', facts, evidence, revision, judging)
}

/** Locked against everybody by a statement that does not name it. */
function isStranger({ lock, taken, named, part, view }: TableEvidence): boolean {
  return lock === 'AccessExclusiveLock' && taken && !named && !part && !view
}

function namesOf(tables: readonly TableEvidence[]): string[] {
  return [...new Set(tables.map(one => one.table))]
}

function findingOf(
  rule: EvidenceRule,
  { on, tables, live }: { on: string[]; tables: readonly TableEvidence[]; live: string },
  evidence: Evidence,
  revision: Guarded,
  { server, sizes, comment }: Judging,
): Finding {
  const facts = {
    statement: oneLine(evidence.statement ?? '', 200),
    on: oneLine(joinAnd(on), 300),
    seen: oneLine(saySeen(tables), 600),
    live: oneLine(live, 300),
    server,
    size: oneLine(saySizes(namesOf(tables), sizes), 300),
    allow: `\`${comment} gate: allow ${rule} because <reason>\``,
  }
  const place = placeOf(evidence, revision)
  const fault = fillEntry(rule, evidenceEntries[rule], facts, { place })
  return { rule, level: evidenceLevels[rule], fault, revision: revision.id }
}

/** The line of the statement; of what follows the one that was seen before; else of the revision. */
function placeOf({ statement, after }: Evidence, { path, line, up }: Guarded): Place {
  const at = (text: string) => up.findIndex(piece => same(text, squeeze(piece.text)))
  const piece = statement === undefined ? up[after === undefined ? 0 : at(after) + 1] : up[at(statement)]
  if (piece === undefined) return { path, line }
  return { path, line: piece.line, ...(piece.column === undefined ? {} : { column: piece.column }) }
}
