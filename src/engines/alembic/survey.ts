import { createHash } from 'node:crypto'
import { makeFault } from '../../catalogue/catalogue.ts'
import { type At, showTable } from '../../database/facts.ts'
import type { Session } from '../../database/session.ts'
import type { Allowable, NextCommand, Plan, Problem, ProblemKind } from '../../domain.ts'
import { GateError } from '../../errors.ts'
import { oneLine } from '../../text.ts'
import { allowing } from '../sql/failure/ways-out.ts'
import type { Files } from './files.ts'
import { appliedOf } from './graph/applied.ts'
import { upgradeOrder } from './graph/order.ts'
import { resolveTarget } from './graph/target.ts'
import { checkScript } from './scripts/script-file.ts'
import type { Script } from './shapes.ts'
import { type AlembicState, readState } from './state.ts'
import { typeMerge } from './type-alembic.ts'

/** What a survey needs; the same under the lock and without it. */
export interface SurveyOptions {
  /** `table` or `schema.table` of the input; undefined: what env.py names, else Alembic's own. */
  historyTable: string | undefined
  /** The revision to reach, as a person wrote it. */
  target: string
  allow: readonly Allowable[]
  at: At
  /** A rehearsal’s: what the database holds beside its history is meant to be there. */
  filled?: boolean
  /** The newest commit in which a text came into these files, for people; undefined where none is known. */
  findCommit: (text: string, paths: readonly string[]) => Promise<string | undefined>
}

/** Files and database held against each other. */
export interface Survey {
  plan: Plan
  /** The scripts that Alembic would run, in its order. */
  pending: Script[]
  /** Ids that the version table implies. */
  applied: ReadonlySet<string>
  /** Rows of the version table that no script has. */
  unknown: string[]
  state: AlembicState
}

/** Reads the version table and holds it against the scripts. Writes nothing. Throws GateError when it cannot be read. */
export async function takeSurvey(session: Session, files: Files, options: SurveyOptions): Promise<Survey> {
  const state = await readState(session, options.historyTable ?? files.versionTable, options.at)
  const key = JSON.stringify([state, options.target, options.allow])
  const before = latest.get(files)
  if (before?.key === key) return before.survey
  const survey = await compare(state, files, options)
  latest.set(files, { key, survey })
  return survey
}

/** The same state of the same files is the same survey: most often nothing has happened while the lock was asked for. */
const latest = new WeakMap<Files, { key: string; survey: Survey }>()

async function compare(state: AlembicState, files: Files, options: SurveyOptions): Promise<Survey> {
  const { graph, scripts } = files
  const { ids: applied, unknown } = appliedOf(graph, state.rows)
  const heads = graph.heads.map(script => script.id)
  const problems = [
    ...files.problems,
    ...(await Promise.all(unknown.map(id => aheadProblem(id, state, files, options)))),
    ...(options.filled === true ? [] : contactProblems(state, heads)),
  ]
  const pending: Script[] = []
  // A graph with a fault has no order, and Alembic goes nowhere from a revision that it does not know.
  if (files.problems.length === 0 && unknown.length === 0) {
    const order = planOrder(files, state.rows, options.target)
    if ('problem' in order) problems.push(order.problem)
    else pending.push(...order.scripts)
  }
  for (const script of pending) {
    const broken = checkScript(script)
    if (broken !== undefined) problems.push(inTheWay('file-fault', broken, script.id))
  }
  return {
    plan: {
      server: state.server,
      current: state.rows,
      head: heads,
      revisions: scripts.map(revisionOf),
      applied: scripts.filter(script => applied.has(script.id)).map(script => script.id),
      pending: pending.map(revisionOf),
      unfinished: [],
      problems,
      remarks: [...sayPooled(options.at), ...files.remarks],
      fingerprint: fingerprintOf(state.rows, pending),
    },
    pending,
    applied,
    unknown,
    state,
  }
}

/** The child gets the URL as it is: the lock is on the direct way, and its statements are not. */
function sayPooled({ remark }: At): string[] {
  if (remark === undefined) return []
  return [
    `${remark} Alembic itself goes through the pooler, without \`lock-timeout\` and \`statement-timeout\`, and asyncpg may fail there on its prepared statements: put the direct host into the secret.`,
  ]
}

/** A script as every engine shows a revision. */
export function revisionOf({ id, message, path }: Script) {
  return { id, name: message, path }
}

function planOrder(
  { graph, start }: Files,
  rows: readonly string[],
  target: string,
): { scripts: Script[] } | { problem: Problem } {
  try {
    return { scripts: upgradeOrder(graph, rows, resolveTarget(graph, target, rows)) }
  } catch (error) {
    if (!(error instanceof GateError) || error.fault.id !== 'multiple-heads') throw error
    const heads = graph.heads.map(script => script.id)
    // Of one branch not all of them are meant.
    const foreign = target.includes('@') ? [] : typeMerge(start, heads)
    return { problem: inTheWay('multiple-heads', { ...error.fault, foreign }) }
  }
}

async function aheadProblem(
  id: string,
  { server }: AlembicState,
  { graph, project }: Files,
  { allow, findCommit }: SurveyOptions,
): Promise<Problem> {
  const commit = await findCommit(id, project.versionLocations)
  const head = graph.heads.map(script => script.id).join(', ') || 'none'
  const shown = oneLine(id, 80)
  const next = [allowing('ahead', allow, 'this older commit can live with it')]
  const fault = makeFault('ahead', { id: shown, database: server.database, head, commit }, { next })
  const known = commit === undefined ? {} : { commit }
  return { kind: 'ahead', fault, revision: shown, allowed: allow.includes('ahead'), ...known }
}

/** A database that holds something, of which no version table tells what. */
function contactProblems(state: AlembicState, heads: readonly string[]): Problem[] {
  if (state.rows.length > 0 || state.tables === 0) return []
  const { server, tables, otherTool: tool } = state
  const head = heads.join(', ') || 'head'
  const next: NextCommand[] = [
    { command: 'stamp', revision: heads.length === 1 ? head : 'heads', when: 'every revision is in it' },
    { command: 'stamp', revision: 'base', when: 'none is' },
    { command: 'locate', when: 'that is not known' },
  ]
  const table = showTable(state.history)
  const facts = { database: server.database, tables, table, tool, head }
  return [inTheWay('first-contact', makeFault('first-contact', facts, { next }))]
}

/** A problem that nobody may allow. */
function inTheWay(kind: ProblemKind, fault: Problem['fault'], revision?: string): Problem {
  return { kind, fault, allowed: false, ...(revision === undefined ? {} : { revision }) }
}

/** Names what would run and from where: the same fingerprint is the same plan. */
function fingerprintOf(rows: readonly string[], pending: readonly Script[]): string {
  const run = pending.map(script => [script.id, createHash('sha256').update(script.text).digest('hex')])
  return createHash('sha256')
    .update(JSON.stringify([rows, run]))
    .digest('hex')
}
