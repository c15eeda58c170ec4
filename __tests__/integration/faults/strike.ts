/** Runs of the sql engine that are struck one after the other on one database. */
import type { Report } from '../../../src/report/shape.ts'
import { startCli } from '../../support/bundle.ts'
import { runIn } from '../../support/gate.ts'
import { type Moment, strike, type Tally } from '../../support/moments.ts'
import { findLies } from './claims.ts'
import { answer, finish } from './finish.ts'
import { type Place, quiet } from './pool.ts'
import { countMarks, findTorn, readTruth, type Step, type Truth } from './steps.ts'

export interface Chain {
  signal: Moment['signal']
  steps: Step[]
  /** Where they are. */
  path: string
  length: number
  random: () => number
  /** Gets the phase of each moment. */
  met: Tally
}

/** Runs that are struck one after the other, and one that finishes; what was wrong, in sentences. */
export async function strikeChain(chain: Chain, place: Place): Promise<string[]> {
  const { steps, path, random } = chain
  const wrong: string[] = []
  for (let count = 0; count < chain.length && wrong.length === 0; count++)
    wrong.push(...(await strikeOnce(chain, place)))
  if (wrong.length > 0) return wrong
  return (await finish(path, place, steps, random() < 0.5)).wrong
}

async function strikeOnce(chain: Chain, place: Place): Promise<string[]> {
  const { signal, steps, path, random, met } = chain
  const before = await readTruth(place)
  const pending = steps.slice(before.rows.filter(row => row.state === 'applied').length)
  if (pending.length === 0) {
    await place.ask('drop schema public cascade; create schema public')
    return strikeOnce(chain, place)
  }
  // Mark 0 is the plan on the screen.
  const moment = { signal, mark: Math.floor(random() * (countMarks(pending) + 1)), laterMs: random() * 12 }
  const cli = startCli(['upgrade', '--json'], {
    cwd: path,
    env: { DATABASE_URL: `${place.url}?sslmode=disable` },
  })
  let said = ''
  cli.child.stderr?.on('data', (text: string) => {
    said += text
  })
  const reached = () => (said.includes('🗄️') ? said.split(/⬆️|NOTICE: mark/).length - 1 : -1)
  await strike(cli, moment, reached)
  const then = said
  const ended = await cli.ended
  await quiet(place)
  const truth = await readTruth(place)
  met.add(`${signal} ${phaseOf(then, steps, truth)}`)
  const wrong = findTorn(steps, truth)
  if (ended.signal === null) {
    wrong.push(...findLies(JSON.parse(ended.stdout) as Report, steps, truth, before))
    if (ended.code !== 130 && truth.rows.length < steps.length) wrong.push(`exit ${ended.code}`)
  } else if (ended.signal !== signal || (signal === 'SIGINT' && !/Gate (?:open|closed)/.test(said)))
    // All is told when Node takes itself apart, and then nobody hears a signal any more.
    wrong.push(`ended by ${ended.signal}`)
  if (wrong.length > 0) return [...wrong, JSON.stringify(moment), said]
  if (!isUnknown(steps, truth)) return []
  met.add('asked')
  return answer(await runIn(path, place.url), path, place, steps, random() < 0.5, truth)
}

/** A statement was under way of which no catalog tells whether it took effect. */
function isUnknown(steps: Step[], { rows }: Truth): boolean {
  const row = rows.at(-1)
  if (row?.state !== 'dirty' || row.begun <= row.statements_done) return false
  const step = steps.find(({ id }) => id === row.version)
  return !step?.statements[row.statements_done]?.includes('concurrently')
}

function phaseOf(said: string, steps: Step[], { rows }: Truth): string {
  const [last] = said.match(/(?:⬆️ {2}|[✅❌] )\d{4}(?!.*(?:⬆️|✅|❌))/s) ?? []
  if (said.includes('🟢')) return 'after the end'
  if (last === undefined) return 'before the first revision'
  if (!last.startsWith('⬆️')) return 'between revisions'
  const id = last.slice(-4)
  const kind = steps.find(step => step.id === id)?.kind
  if (kind === 'transaction') return 'in a transaction'
  const row = rows.find(({ version, state }) => version === id && state === 'dirty')
  if (row === undefined || row.begun <= row.statements_done) return `around a statement (${kind})`
  const text = steps.find(step => step.id === id)?.statements[row.statements_done] ?? ''
  return text.includes('concurrently') ? 'in CREATE INDEX CONCURRENTLY' : 'in a plain statement'
}
