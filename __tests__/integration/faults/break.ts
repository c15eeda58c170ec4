/** One run over a wire that breaks, and what comes after it. */
import { type Break, openProxy } from '../../support/fault-proxy.ts'
import { runIn } from '../../support/gate.ts'
import { findLies } from './claims.ts'
import { finish } from './finish.ts'
import { type Place, quiet } from './pool.ts'
import { findTorn, readTruth, type Step } from './steps.ts'

export interface Case {
  name: string
  steps: Step[]
  /** Where they are. */
  path: string
  fault: Break
  /** The answer to a question, should one come. */
  undo: boolean
}

export interface Broken {
  name: string
  /** What was not as it must be, in sentences. */
  wrong: string[]
  /** Id of the first run's fault. */
  id: string
  asked: boolean
}

/** Runs over a wire that breaks, then without one. */
export async function breakOnce(given: Case, place: Place): Promise<Broken> {
  const { name, steps, path, fault, undo } = given
  const proxy = await openProxy(place.url, fault)
  // Where nothing listens any more, it is tried again for a third of this.
  const url = `${proxy.url}&connect_timeout=2`
  const first = await runIn(path, fault.forGood === true ? url : proxy.url)
  await proxy.close()
  await quiet(place)
  const truth = await readTruth(place)
  const wrong = [...findTorn(steps, truth), ...findLies(first.report, steps, truth)]
  if (!proxy.broken) wrong.push('the break was never reached')
  if (first.report.gate === 'open' && truth.rows.length < steps.length) wrong.push('open, and not at the end')
  if (first.fault?.id === 'unexpected') wrong.push('a fault that the gate does not know')
  const finished = await finish(path, place, steps, undo)
  const id = first.fault?.id ?? 'none'
  const all = [...wrong, ...finished.wrong].map(text => `${text}\n${first.log}`)
  return { name, wrong: all, id, asked: finished.asked }
}

/** Those that left what they may not. */
export const wrongOf = (broken: Broken[]) => broken.filter(({ wrong }) => wrong.length > 0)
