/** What comes after a run that was broken: the next one, which finishes or asks, and the person who answers. */
import { type GateRun, runIn } from '../../support/gate.ts'
import type { Place } from './pool.ts'
import { findTorn, readTruth, type Step, type Truth } from './steps.ts'

/** What went wrong in sentences, and whether a person was asked. */
export interface Finished {
  wrong: string[]
  asked: boolean
}

/** Runs until the end, without anything in between: at once, or when the person has answered. */
export async function finish(path: string, place: Place, steps: Step[], undo: boolean): Promise<Finished> {
  const before = await readTruth(place)
  const run = await runIn(path, place.url)
  if (run.report.gate === 'open') return { wrong: await whatIsMissing(place, steps), asked: false }
  const wrong = await answer(run, path, place, steps, undo, before)
  if (wrong.length > 0) return { wrong, asked: true }
  const again = await runIn(path, place.url)
  if (again.report.gate === 'closed') return { wrong: [`closed after the answer: ${again.log}`], asked: true }
  return { wrong: await whatIsMissing(place, steps), asked: true }
}

async function whatIsMissing(place: Place, steps: Step[]): Promise<string[]> {
  const truth = await readTruth(place)
  const applied = truth.rows.filter(row => row.state === 'applied').length
  const short = applied < steps.length ? [`finished, and only ${applied} of ${steps.length} are applied`] : []
  return [...short, ...findTorn(steps, truth)]
}

/** Checks what a person is asked, does as they would, and says so with `stamp`; what is wrong with the question. */
export async function answer(
  { fault, log }: Pick<GateRun, 'fault' | 'log'>,
  path: string,
  place: Place,
  steps: Step[],
  undo: boolean,
  before: Truth,
): Promise<string[]> {
  const row = before.rows.at(-1)
  const index = steps.findIndex(({ id }) => id === row?.version)
  const step = steps[index]
  if (row === undefined || step === undefined || fault?.id !== 'dirty') return [`closed: ${log}`]
  const truth = await readTruth(place)
  const wrong = JSON.stringify(truth) === JSON.stringify(before) ? [] : ['it asked, and has done something']
  const statement = step.statements[row.statements_done] ?? ''
  const previous = steps[index - 1]?.id ?? 'base'
  for (const words of [
    `statement ${row.statements_done + 1} of ${step.statements.length} was under way (${statement.slice(0, 24)}`,
    `migration-gate stamp ${step.id} `,
    `migration-gate stamp ${previous} `,
  ])
    if (!log.includes(words)) wrong.push(`the question does not say "${words}": ${log}`)
  for (const text of undo ? undoing(step, truth) : completing(step, truth)) await place.ask(text)
  const revision = undo ? previous : step.id
  const stamped = await runIn(path, place.url, { inputs: { command: 'stamp', revision } })
  return stamped.report.gate === 'open' ? wrong : [...wrong, `stamp ${revision}: ${stamped.log}`]
}

function completing(step: Step, { traces }: Truth): string[] {
  return step.statements.filter((_, index) => !traces.includes(`${step.id}.${index + 1}`))
}

function undoing(step: Step, { traces }: Truth): string[] {
  const made = step.statements.flatMap((text, index) => {
    const [, kind] = /^create (table|index)/.exec(text) ?? []
    const trace = `${step.id}.${index + 1}`
    return kind !== undefined && traces.some(what => what.startsWith(trace))
      ? [`drop ${kind} "${trace}"`]
      : []
  })
  return [...made, `delete from ledger where what like '${step.id}.%'`]
}
