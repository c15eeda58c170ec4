/** What a report says, held against what the database holds. */
import { isDeepStrictEqual } from 'node:util'
import type { Outcome } from '../../../src/domain.ts'
import type { Report } from '../../../src/report/shape.ts'
import type { Step, Truth } from './steps.ts'

/** Sentences about each claim that is not so; empty when the report is true. `before`: where the run began. */
export function findLies({ databases }: Report, steps: Step[], truth: Truth, before?: Truth): string[] {
  const [database] = databases
  if (database === undefined) return []
  const { to, outcomes, applied, unfinished, fault } = database
  const held = truth.rows.filter(row => row.state === 'applied').map(row => row.version)
  const asked = to !== undefined || fault?.state?.includes('could not be asked') !== true
  const lies = outcomes.flatMap(outcome => {
    const same = ({ rows }: Truth) => rows.find(row => row.version === outcome.revision.id)
    // Half applied by an earlier run, and not touched by this one.
    if (outcome.result === 'skipped' && before && isDeepStrictEqual(same(before), same(truth))) return []
    return lieOf(outcome, steps, truth, asked)
  })
  const say = (what: string, said: unknown, is: unknown) => {
    if (JSON.stringify(said) !== JSON.stringify(is))
      lies.push(`${what}: the report says ${JSON.stringify(said)}, and it is ${JSON.stringify(is)}`)
  }
  const done = outcomes.filter(({ result }) => result === 'applied').map(({ revision }) => revision.id)
  say('applied', applied, done)
  if (to === undefined) return lies
  say('to', to, held.slice(-1))
  const half = truth.rows.filter(row => row.state === 'dirty')
  say(
    'unfinished',
    unfinished,
    half.map(row => ({ id: row.version, done: row.statements_done })),
  )
  if (fault?.state?.includes('could not be asked') === true) lies.push(`asked, yet: ${fault.state}`)
  return lies
}

/** Unless the database was `asked` again and the report says so, a revision that failed may be committed. */
function lieOf({ revision, result }: Outcome, steps: Step[], truth: Truth, asked: boolean): string[] {
  const row = truth.rows.find(({ version }) => version === revision.id)
  const is = row?.state ?? 'not there'
  const says = `${revision.id} is ${is}, and the report says ${result}`
  if (result === 'applied') return is === 'applied' ? [] : [says]
  if (!asked) return []
  if (is === 'applied') return [says]
  const step = steps.find(({ id }) => id === revision.id)
  return is === 'dirty' && (result !== 'failed' || step?.kind === 'transaction') ? [says] : []
}
