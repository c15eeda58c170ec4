/** What a failed statement alone does not tell: looked up in the database and in the folder's files. */

import { cureOf } from '../../../catalogue/sqlstate-cures.ts'
import { DatabaseError } from '../../../database/session.ts'
import type { Fault, ForeignLine, Outcome } from '../../../domain.ts'
import { oneLine } from '../../../text.ts'
import { expectationOf, objectsOf } from '../../objects/expect.ts'
import { explainObjects } from '../../objects/explain.ts'
import { findObjects } from '../../objects/find.ts'
import type { ExpectedObject } from '../../objects/objects.ts'
import { tellStand } from '../../objects/tell.ts'
import { grantLine, lineFor, readDenied } from '../../server-errors/grants.ts'
import { findRowsQuery, keepRunnable } from '../../server-errors/look-up-rows.ts'
import { findOwner } from '../../server-errors/owner.ts'
import { keyOf, sayQuery } from '../../server-errors/violations.ts'
import type { Ready, RunContext } from '../run/context.ts'
import { findLeftOvers, isRedone, type LeftOver, repairOf } from '../run/left-overs.ts'
import type { Statement } from '../text/statements.ts'
import { matchWords, readName, readWords, skipWords } from '../text/words.ts'
import { findMaker } from './makers.ts'

const existsCodes = ['42P06', '42P07', '42701', '42710', '42723']
const absentCodes = ['3F000', '42P01', '42703', '42704']

type Around = Pick<RunContext, 'session' | 'signal' | 'files'>

/** The outcome with all that can be said of its failure. Never throws for what a server says. */
export async function explainOutcome(
  outcome: Outcome,
  part: readonly Ready[],
  around: Around,
): Promise<Outcome> {
  const { fault } = outcome
  if (fault === undefined || around.signal.aborted) return outcome
  const one = part.find(({ revision }) => revision.id === outcome.revision.id)
  if (one === undefined) return outcome
  try {
    const runnable = await keepRunnable(fault, around.session)
    const explained = fault.id === 'revision-failed' ? await explainFault(runnable, one, around) : runnable
    return {
      ...outcome,
      fault: one.revision.up.transaction ? explained : await withRest(explained, one, around),
    }
  } catch (error) {
    if (error instanceof DatabaseError) return outcome
    throw error
  }
}

async function explainFault(fault: Fault, one: Ready, around: Around): Promise<Fault> {
  const code = fault.server?.code ?? ''
  if (code === '42501') return explainRights(fault, one, around)
  if (['23503', '23514'].includes(code) && fault.foreign === undefined) return explainRows(fault, one, around)
  // Taking back is no step that a stamp to the revision would record.
  if (one.removes !== undefined) return fault
  if (existsCodes.includes(code)) return explainExisting(fault, one, around)
  return absentCodes.includes(code) ? explainAbsent(fault, one, around) : fault
}

/** Nothing was rolled back: what is not finished, but for what the next run does again. */
async function withRest(fault: Fault, one: Ready, { session }: Around): Promise<Fault> {
  const next = one.statements[failedAt(fault, one.statements)]
  const left = (await findLeftOvers(session, [one])).filter(each => !isRedone(each, next))
  const lines = left.map(each => ({ line: repairOf(each), when: sayRest(each) }))
  return left.length === 0 ? fault : { ...fault, foreign: [...(fault.foreign ?? []), ...lines] }
}

function sayRest({ kind, name }: LeftOver): string {
  return `the ${kind} ${oneLine(name, 80)}, which is not ${kind === 'index' ? 'valid' : 'validated'}, is to be repaired`
}

/** The statement that failed: the last one that begins before the place, or at it. */
function failedAt({ place }: Fault, statements: readonly Statement[]): number {
  const { line = 1, column = 1 } = place ?? {}
  return statements.findLastIndex(one => one.line < line || (one.line === line && one.column <= column))
}

/** Something is there already: made by the file itself, by a revision before it, or by somebody outside of the history. */
async function explainExisting(fault: Fault, one: Ready, around: Around): Promise<Fault> {
  const { revision, statements } = one
  const at = failedAt(fault, statements)
  const own = objectsOf([], [statements[at]?.text ?? '']).filter(({ effect }) => effect === 'makes')
  const twice = statements
    .slice(0, at)
    .findLast(({ text }) => objectsOf([], [text]).some(made => own.some(wanted => isOne(made, wanted))))
  if (twice !== undefined)
    return withMaker(fault, 'twice', `The revision itself makes it, at line ${twice.line}.`)
  const before = around.files.filter(file => file.version < revision.version)
  for (const object of own) {
    const maker = findMaker(before, object)
    if (maker !== undefined)
      return withMaker(fault, 'twice', `${sayObject(object)} is made by ${maker.path}.`)
  }
  return explainStand(fault, one, at, around)
}

/** Something is not there: made by a later revision, made once and gone, or dropped already by what drops it. */
async function explainAbsent(fault: Fault, one: Ready, around: Around): Promise<Fault> {
  const { revision, statements } = one
  const wanted = readAbsent(fault.server?.message ?? '')
  const makers = wanted.map(object => ({ object, maker: findMaker(around.files, object) }))
  const made = makers.find(({ maker }) => maker !== undefined && maker.version !== revision.version)
  const stood = await explainStand(fault, one, failedAt(fault, statements), around)
  if (stood !== fault || made?.maker === undefined) return stood
  const by = `${sayObject(made.object)} is made by ${made.maker.path}`
  return made.maker.version > revision.version
    ? withMaker(fault, 'later', `${by}, which comes after this one.`)
    : withMaker(fault, 'gone', `${by}: somebody has dropped or renamed it since, or it is in another schema.`)
}

/** Which objects of what is left to run are there. A search_path that the revision sets would lead us elsewhere. */
async function explainStand(fault: Fault, one: Ready, at: number, around: Around): Promise<Fault> {
  const { revision, statements } = one
  if (/search_path/i.test(revision.up.text)) return fault
  const left = revision.up.transaction ? statements : statements.slice(at)
  const { objects, unseen } = expectationOf([], left)
  const earlier = around.files.filter(file => file.version < revision.version).map(file => file.up)
  const texts = [...earlier, ...statements.slice(0, at)].map(({ text }) => text)
  const explained = explainObjects(await findObjects(around.session, objects), revision.id, {
    unseen,
    missed: { said: fault.server?.message ?? '', texts },
    record: 'history',
  })
  if (explained.stand === 'all' || explained.stand === 'some') return tellStand(fault, revision.id, explained)
  return /used by something else/.test(explained.text) ? withState(fault, explained.text) : fault
}

/** The rows that a constraint met, where only the catalog knows what it says. */
async function explainRows(fault: Fault, { statements }: Ready, { session }: Around): Promise<Fault> {
  const columns = keyOf(fault.server?.detail ?? '')?.split(', ') ?? []
  const statement = statements[failedAt(fault, statements)]
  const query = await findRowsQuery(session, statement?.text ?? '', columns)
  return query === undefined ? fault : { ...fault, foreign: [sayQuery(query)] }
}

/** The grant that lacks, who can give it, and as which role the statement ran. */
async function explainRights(fault: Fault, { statements }: Ready, { session }: Around): Promise<Fault> {
  const message = fault.server?.message ?? ''
  const [user] = await session.query<{ name: string }>('select current_user::text as name')
  const role = roleAt(statements.slice(0, failedAt(fault, statements))) ?? user?.name ?? ''
  const ran = withState(fault, `It ran as the role ${oneLine(role, 80)}.`)
  const denied = readDenied(message)
  if (denied === undefined) {
    const line = lineFor(message, role)
    return line === undefined ? ran : { ...ran, foreign: [{ line, when: 'you are a superuser' }] }
  }
  const found = await findOwner(session, denied)
  const who = found === undefined ? 'you own it' : `you are ${oneLine(found.owner, 80)}`
  const foreign: ForeignLine[] = [
    { line: grantLine(denied, role, found?.schema), when: `${who} or a superuser` },
  ]
  return { ...ran, foreign }
}

/** The role that an earlier statement of the revision took on. */
function roleAt(before: readonly Statement[]): string | undefined {
  const set = before.map(({ text }) => readWords(text, 6)).findLast(words => isSetRole(words))
  if (set === undefined || set[0] === 'reset') return undefined
  const at = skipWords(set, 1, ['local', 'session']) + 1
  const name = readName(set, skipWords(set, at, ['=', 'to']))?.parts[0]
  return name === 'none' ? undefined : name
}

function isSetRole(words: string[]): boolean {
  if (words[0] === 'reset') return words[1] === 'role' || words[1] === 'all'
  return words[0] === 'set' && matchWords(words, skipWords(words, 1, ['local', 'session']), 'role')
}

/** What the server missed, by its message. */
function readAbsent(message: string): ExpectedObject[] {
  const column = /column "([^"]+)" of relation "([^"]+)" does not exist/.exec(message)
  if (column !== null)
    return [{ kind: 'column', name: column[1] ?? '', table: column[2] ?? '', effect: 'needs' }]
  const other = /^(relation|table|view|sequence|type|schema|index) "([^"]+)" does not exist/.exec(message)
  const [, word = '', given = ''] = other ?? []
  if (word === '') return []
  const [name = '', schema] = given.split('.').reverse()
  const kind = word === 'relation' ? 'table' : (word as ExpectedObject['kind'])
  return [{ kind, name, effect: 'needs', ...(schema === undefined ? {} : { schema }) }]
}

function isOne(one: ExpectedObject, other: ExpectedObject): boolean {
  const { kind, name, table, schema, effect } = one
  return (
    effect === 'makes' &&
    kind === other.kind &&
    name === other.name &&
    table === other.table &&
    schema === other.schema
  )
}

function sayObject({ kind, name, table }: ExpectedObject): string {
  return oneLine(`The ${kind} ${table === undefined || kind === 'index' ? name : `${table}.${name}`}`, 160)
}

function withState(fault: Fault, more: string): Fault {
  return { ...fault, state: `${fault.state ?? ''} ${more}`.trim() }
}

/** The files tell what is wrong, and so what to do. */
function withMaker(fault: Fault, made: 'twice' | 'later' | 'gone', more: string): Fault {
  return { ...withState(fault, more), cure: cureOf({ code: '', reason: '', made }) }
}
