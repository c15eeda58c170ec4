/** The text of new revisions, read by Postgres' own parser. A bundle of its own: only `check` loads it. */
import { fillEntry } from '../../catalogue/entry.ts'
import { lintEntries } from '../../catalogue/lint.ts'
import type { Fault, Finding, Place } from '../../domain.ts'
import { moveCursor, openCursor } from '../../engines/sql/text/statements.ts'
import { oneLine } from '../../text.ts'
import type { Guarded, Piece } from '../guard/shapes.ts'
import { type AlembicFacts, alembicCure } from './alembic/cure.ts'
import { indexOfByte } from './clause.ts'
import type { Before, Hit, Judge } from './judge.ts'
import { contractRules, lintLevels, notRehearsed } from './levels.ts'
import { goOn, holdOn, judgeLocks, nothingBefore } from './locks.ts'
import { pick } from './nodes.ts'
import { loadParser, type Parsed, type Parser, type Unparsed } from './parse.ts'
import { judgeAddColumn } from './rules/add-column.ts'
import { judgeColumns } from './rules/columns.ts'
import { judgeConstraints } from './rules/constraints.ts'
import { judgeDrops } from './rules/drops.ts'
import { judgeEnums } from './rules/enums.ts'
import { judgeIndexes } from './rules/indexes.ts'
import { judgeMaintenance } from './rules/maintenance.ts'
import { judgeDomain, judgeTriggers } from './rules/others.ts'
import { judgePartitions } from './rules/partitions.ts'
import { judgeRows } from './rules/rows.ts'
import { emptySchema, namesMade, remember, type Schema } from './schema.ts'

/** Which revisions are read. */
interface LintInput {
  /** What ran before, in order: what is known of tables comes from it. */
  earlier: readonly Guarded[]
  /** What the change adds, in order. */
  added: readonly Guarded[]
  /** They are what revisions of Alembic sent: cures are operations. */
  alembic?: AlembicFacts
}

/** A finding, the key of its revision, and what it is about. */
export interface Linted {
  finding: Finding
  key: string
  /** The whole statement, as the server gets it. */
  statement: string
  /** The table as people write it, or another object. */
  table: string | undefined
}

/** Finds what new revisions would do to what is there. Never throws. */
export type Lint = (input: LintInput) => Linted[]

/** Loads the parser. Throws where it is not there. */
export async function openLint(): Promise<Lint> {
  const parser = await loadParser()
  return input => lint(parser, input)
}

const judges: readonly Judge[] = [
  judgeIndexes,
  judgeAddColumn,
  judgeColumns,
  judgeConstraints,
  judgePartitions,
  judgeDrops,
  judgeMaintenance,
  judgeEnums,
  judgeDomain,
  judgeTriggers,
  judgeRows,
  judgeLocks,
]

/** Longer ones are data. */
const longest = 200_000

function lint(parser: Parser, { earlier, added, alembic }: LintInput): Linted[] {
  const schema = emptySchema()
  const form = formOf(parser, alembic)
  if (added.some(revision => revision.up.some(({ text }) => asksForHistory(text)))) {
    for (const { up } of earlier) for (const { text } of up) recall(parser, schema, text)
  }
  let before = nothingBefore()
  return added.flatMap(revision => {
    before = revision.continues === true ? goOn(before) : nothingBefore()
    return lintRevision(parser, form, schema, revision, before)
  })
}

/** A plain CREATE TABLE stands by itself, and most changes have nothing else. */
function asksForHistory(text: string): boolean {
  return !/^create\s+table\s+(?!if\b)/i.test(text) || /\bpartition\b/i.test(text)
}

function recall(parser: Parser, schema: Schema, text: string): void {
  if (!/^(?:create|alter|drop|select)\b/i.test(text) || text.length > longest) return
  const parsed = parser.parse(text)
  if (parsed.ok) remember(schema, parsed.node, false)
}

interface Read {
  piece: Piece
  parsed: Parsed
  /** What was parsed. */
  text: string
  /** Within a DO block: the line of the file. */
  line?: number
}

function lintRevision(
  parser: Parser,
  form: Form,
  schema: Schema,
  revision: Guarded,
  before: Before,
): Linted[] {
  const transaction = !revision.rest.some(({ code }) => code === 'transaction:false')
  const read = revision.up.flatMap(piece => readPiece(parser, piece))
  const last = new Map(read.flatMap(({ parsed }, index) => lastMade(parsed, index)))
  const findings: Linted[] = []
  for (const [index, { piece, parsed, text, line }] of read.entries()) {
    const say = (hit: Hit) => {
      const finding = findingOf(hit, form, revision, placeOf(hit, revision.path, piece, line))
      findings.push({ finding, key: revision.key, statement: piece.sent ?? piece.text, table: hit.on })
    }
    if (!parsed.ok) {
      say(unread(parsed))
      continue
    }
    const { node } = parsed
    const made = { has: (name: string) => (last.get(name) ?? -1) > index }
    for (const judge of judges)
      for (const hit of judge({ node, text, schema, transaction, before, made })) say(hit)
    holdOn(before, node, schema)
    remember(schema, node, true)
  }
  return findings
}

function lastMade(parsed: Parsed, index: number): [string, number][] {
  return parsed.ok ? namesMade(parsed.node).map(name => [name, index]) : []
}

/** A statement, and those of its body where it is a DO block. */
function readPiece(parser: Parser, piece: Piece): Read[] {
  const { text } = piece
  // psql's commands and the data of COPY are refused elsewhere.
  if (text.startsWith('\\') || text.length > longest) return []
  return readText(parser, piece, text, piece.sent === undefined ? undefined : piece.line, 0)
}

function readText(
  parser: Parser,
  piece: Piece,
  text: string,
  line: number | undefined,
  depth: number,
): Read[] {
  const parsed = parser.parse(text)
  const block = parsed.ok ? pick(parsed.node, 'DoStmt') : undefined
  const around = line === undefined ? { piece, text } : { piece, text, line }
  if (block === undefined) return [{ ...around, parsed }]
  const options = (block.args ?? []).map(one => pick(one, 'DefElem'))
  const language = pick(options.find(one => one?.defname === 'language')?.arg, 'String')?.sval ?? 'plpgsql'
  if (language !== 'plpgsql' || depth > 5) return [{ ...around, parsed: unknown(`it is ${language}`) }]
  const body = parser.readBody(text)
  if (!Array.isArray(body)) return [{ ...around, parsed: body }]
  const start = options.find(one => one?.defname === 'as')?.location ?? 0
  const first = line ?? lineOfByte(piece, start)
  return body.flatMap(({ sql, line: within }) => {
    const at = piece.sent !== undefined ? piece.line : first + within - 1
    if (sql === undefined)
      return [{ piece, text: '', line: at, parsed: unknown('its SQL is made at run time') }]
    return readText(parser, piece, sql, at, depth + 1)
  })
}

function unknown(message: string): Parsed {
  return { ok: false, message, beyond: true }
}

function lineOfByte({ text, line }: Piece, offset: number): number {
  return moveCursor(openCursor(text, line), indexOfByte(text, offset)).line
}

function unread({ message, beyond }: Unparsed): Hit {
  if (beyond) {
    const safe =
      'Write it as plain statements; or, if you know what it does: `-- gate: allow not-seen because <reason>`.'
    return { rule: 'not-seen', on: 'the statement', what: message, safe }
  }
  const safe =
    'Correct it; if the server is newer than Postgres 18 and understands it: `-- gate: allow not-parsed because <reason>`.'
  return { rule: 'not-parsed', on: 'the statement', what: message, safe }
}

function placeOf(
  { at }: Hit,
  path: string,
  { text, line, column = 1 }: Piece,
  inBody: number | undefined,
): Place {
  if (inBody === 0) return { path }
  if (inBody !== undefined) return { path, line: inBody }
  const cursor = moveCursor(
    openCursor(text, line, column),
    at === undefined || at < 0 ? 0 : indexOfByte(text, at),
  )
  return { path, line: cursor.line, column: cursor.column }
}

/** A cure in the form that the revisions have. */
type Form = (safe: string) => string

function formOf(parser: Parser, alembic: AlembicFacts | undefined): Form {
  return alembic === undefined ? safe => safe : safe => alembicCure(safe, parser, alembic)
}

function findingOf(
  { rule, level, at: _, ...facts }: Hit,
  cure: Form,
  { id, path, text }: Guarded,
  place: Place,
): Finding {
  const harmless = Object.fromEntries(
    Object.entries({ ...facts, safe: cure(facts.safe) }).map(([name, value]) => [name, oneLine(value, 1500)]),
  )
  const filled = fillEntry(rule, lintEntries[rule], harmless as Omit<typeof facts, never>, { place })
  const fault: Fault = { ...filled, message: `${filled.message} ${notRehearsed}` }
  const finding: Finding = { rule, level: level ?? lintLevels[rule], fault, revision: id }
  const marked = contractRules.includes(rule) ? contractLine(text) : undefined
  if (marked === undefined) return finding
  return { ...finding, allowed: { by: oneLine(`${path}:${marked.line}`), reason: marked.reason } }
}

/** `-- gate: contract`, in Python `# gate: contract`, with a reason where somebody gives one. */
function contractLine(text: string): { line: number; reason: string } | undefined {
  if (!/gate:\s*contract/i.test(text)) return undefined
  const lines = text
    .split('\n')
    .map(line => /^\s*(?:--|#)\s*gate:\s*contract\b(?:\s+because\s+(\S.*))?/i.exec(line))
  const index = lines.findIndex(found => found !== null)
  if (index === -1) return undefined
  return { line: index + 1, reason: oneLine(lines[index]?.[1]?.trim() ?? 'the contract step', 200) }
}
