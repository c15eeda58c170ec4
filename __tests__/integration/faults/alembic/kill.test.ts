/**
 * SIGINT and SIGKILL at random moments of 30 revisions of Alembic: afterwards the database stands at a revision boundary,
 * or amid an autocommit_block, of which the next run says so. An interrupted run has told the truth.
 *
 * A moment costs 0.9 s of processor time, most of it Python's imports: 200 of them take 1.5 minutes of two cores.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { afterAll, expect, test } from '@jest/globals'
import { root } from '../../../../script/tools.mjs'
import type { Report } from '../../../../src/report/shape.ts'
import { type AlembicProject, makeProject } from '../../../support/alembic.ts'
import { start } from '../../../support/child.ts'
import { runIn } from '../../../support/gate.ts'
import { type Moment, momentsToTry, randomFrom, seed, strike, tally } from '../../../support/moments.ts'
import { nodeUnderTest } from '../../../support/node.ts'
import { pythonOf } from '../../../support/python.ts'
import { type Place, quiet, usePool } from '../pool.ts'
import { findAlembicLies, findTornAlembic, ids, isApart, readAlembic, revisions } from './steps.ts'

const moments = momentsToTry(200)
const chainLength = 10
const pool = usePool(4)
const met = tally()
/** Python arguments of `context.configure`. */
const kinds = ['transaction_per_migration=True', '']
// Shared: what Python has compiled once need not be compiled again.
const projects = kinds.map(configure => makeProject({ revisions, logging: false, configure }))
afterAll(() => {
  for (const project of projects) project.remove()
  met.print(`alembic, ${moments} moments`)
})

interface Chain {
  signal: Moment['signal']
  project: AlembicProject
  length: number
  random: () => number
}

const empty = 'drop schema public cascade; create schema public'
const environment = (url: string) => ({
  PATH: process.env.PATH ?? '',
  HOME: process.env.HOME ?? '',
  DATABASE_URL: url,
  MARKS: marksOf(url),
})
/** The file of the marks of whoever runs on this database. */
const marksOf = (url: string) => `marks-${basename(new URL(url).pathname)}`
const inputs = () => ({ run: `${pythonOf()} -m alembic` })

/** Runs that are struck one after the other, and one that finishes; what was wrong, in sentences. */
async function strikeChain(chain: Chain, place: Place): Promise<string[]> {
  for (let count = 0; count < chain.length; count++) {
    const wrong = await strikeOnce(chain, place)
    if (wrong.length > 0) return wrong
  }
  const { report, log } = await runNext(chain.project, place)
  const truth = await readAlembic(place)
  const done = report.gate === 'open' && truth.applied.length === ids.length
  return [...findTornAlembic(truth), ...(done ? [] : [`not finished: ${log}`])]
}

const runNext = (project: AlembicProject, { url }: Place) =>
  runIn(project.path, url, { inputs: inputs(), env: environment(url) })

async function strikeOnce(chain: Chain, place: Place): Promise<string[]> {
  const { signal, project, random } = chain
  const before = await readAlembic(place)
  if (before.next === '') {
    await place.ask(empty)
    return strikeOnce(chain, place)
  }
  const marks = join(project.path, marksOf(place.url))
  rmSync(marks, { force: true })
  // Mark 0 is the plan on the screen; behind it Alembic starts.
  const mark = Math.floor(random() * (2 * (ids.length - before.applied.length) + 1))
  const laterMs = random() * (mark === 0 ? 600 : 15)
  const words = [join(root, 'dist/cli/index.js'), 'upgrade', '--json', '--run', inputs().run]
  const cli = start(nodeUnderTest(), words, { cwd: project.path, env: environment(place.url) })
  let said = ''
  cli.child.stderr?.on('data', (text: string) => {
    said += text
  })
  const marked = () => (existsSync(marks) ? readFileSync(marks, 'utf8').split('\n').length - 1 : 0)
  await strike(cli, { mark: mark + 1, laterMs, signal }, () => (said.includes('🗄️') ? marked() + 1 : 0))
  const at = marked()
  const ended = await cli.ended
  await quiet(place)
  const truth = await readAlembic(place)
  met.add(`${signal} ${phaseOf(at, before.applied.length, truth.half)}`)
  const wrong = findTornAlembic(truth)
  if (ended.signal === null) {
    wrong.push(...findAlembicLies(JSON.parse(ended.stdout) as Report, truth))
    if (ended.code !== 130 && truth.next !== '') wrong.push(`exit ${ended.code}`)
  } else if (ended.signal !== signal || signal === 'SIGINT') wrong.push(`ended by ${ended.signal}`)
  if (wrong.length > 0) return [...wrong, JSON.stringify({ signal, mark, laterMs }), said]
  return truth.half.length > 0 ? settleHalf(chain, place) : []
}

/** Every other time the next run is looked at, which closes at what is half there, and names it; a person undoes that. */
async function settleHalf({ project, random }: Chain, place: Place): Promise<string[]> {
  const { half, next } = await readAlembic(place)
  const undo = () => place.ask(`drop table "${next}.1"; delete from ledger where what like '${next}.%'`)
  if (random() < 0.5) {
    await undo()
    return []
  }
  met.add('asked')
  const { report, fault, log } = await runNext(project, place)
  const after = await readAlembic(place)
  const named = report.gate === 'closed' && fault?.place?.path === project.script(next)
  const same = after.half.join() === half.join() && after.next === next
  await undo()
  return named && same ? [] : [`${half.join()} was there, and the next run says: ${log}`]
}

function phaseOf(marks: number, from: number, half: string[]): string {
  if (marks === 0) return 'before the first revision'
  if (half.length > 0) return 'in an autocommit_block'
  const id = ids[from + Math.ceil(marks / 2) - 1]
  return id !== undefined && isApart(id) ? 'around an autocommit_block' : 'in a transaction'
}

test.each(['SIGINT', 'SIGKILL'] as const)(
  '%s',
  async signal => {
    const random = randomFrom(seed + signal.length)
    const chains = Array.from({ length: Math.ceil(moments / 2 / chainLength) }, (_, index): Chain => {
      const length = Math.min(chainLength, moments / 2 - index * chainLength)
      const project = projects[index % kinds.length] as AlembicProject
      return { signal, project, length, random: randomFrom(Math.floor(random() * 1e9)) }
    })
    expect((await pool.each(chains, strikeChain)).flat()).toEqual([])
  },
  900_000,
)
