import type { Fault } from '../../domain.ts'
import type { Applied, Engine, Observer } from '../engine.ts'
import { expectAgreed } from '../way-down.ts'
import { tellOutcomes } from './apply.ts'
import { judgeDescent, planDescent } from './downgrade.ts'
import type { Files } from './files.ts'
import { historyLinesOf } from './history-lines.ts'
import { askForSql, type OfflineOptions } from './offline.ts'
import { revisionOf, type Survey } from './survey.ts'
import type { Watched } from './watch-child.ts'

/** What the engine lends to the verbs that people use by hand. */
export interface Tools {
  survey(): Promise<Survey>
  files(): Files
  lockAndSurvey(observer: Observer, signal: AbortSignal): Promise<Survey>
  /** Runs Alembic and watches it. */
  run(
    args: string[],
    before: Survey,
    observer: Observer,
    signal: AbortSignal,
  ): Promise<{ watched: Watched; fault: Fault | undefined }>
  /** Why an exception was raised in a run that ended well. */
  whyCaught(watched: Watched): Fault | undefined
  resurvey(watched: Watched): Promise<Survey | undefined>
  child(): OfflineOptions['child']
  disk: OfflineOptions['disk']
  /** Of `upgrade`. */
  target: string
  trusted: boolean
}

/** `downgrade`, `history`, and the SQL of a plan. */
export function makeByHand(
  tools: Tools,
): Required<Pick<Engine, 'showSql' | 'previewDowngrade' | 'downgrade' | 'readHistory'>> {
  const askFor = (
    command: OfflineOptions['command'],
    { state }: Survey,
    target: string,
    signal: AbortSignal,
  ) => {
    const { disk, trusted } = tools
    return askForSql({ child: tools.child(), disk, command, rows: state.rows, target, signal, trusted })
  }
  return {
    async showSql(signal) {
      const before = await tools.survey()
      return askFor('upgrade', before, tools.target, signal)
    },
    async previewDowngrade(revision, signal) {
      const before = await tools.survey()
      const { scripts, leaves } = planDescent(before, tools.files(), revision)
      const sql =
        scripts.length === 0 ? { revisions: [] } : await askFor('downgrade', before, revision, signal)
      return { revisions: scripts.map(revisionOf), leaves, sql }
    },
    async downgrade(revision, observer, signal, agreed): Promise<Applied> {
      const before = await tools.lockAndSurvey(observer, signal)
      const { plan } = before
      const descending = planDescent(before, tools.files(), revision)
      const { scripts } = descending
      expectAgreed(
        scripts.map(({ id }) => id),
        agreed,
        plan.server,
      )
      if (scripts.length === 0)
        return { plan, outcomes: [], after: { current: plan.current, unfinished: [] } }
      const from = { ...before, pending: scripts }
      const { watched, fault } = await tools.run(['downgrade', revision], from, observer, signal)
      const now = performance.now()
      const after = await tools.resurvey(watched)
      const caught = fault === undefined ? tools.whyCaught(watched) : undefined
      const judged = judgeDescent({ before, after, fault, caught, ...watched }, descending, revision, now)
      tellOutcomes(judged, observer)
      return judged
    },
    async readHistory() {
      return historyLinesOf(await tools.survey(), tools.files())
    },
  }
}
