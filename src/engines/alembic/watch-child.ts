import { count, oneLine } from '../../text.ts'
import type { Observer } from '../engine.ts'
import { headline } from '../sql/describe.ts'
import { foldTracebacks } from './child/fold.ts'
import { type ChildEnd, type ChildOptions, runAlembic } from './child/run.ts'
import { type Watch, watchRun } from './outcomes.ts'
import type { ChildEvent, ChildFailure } from './shapes.ts'

/** What was seen of a run of Alembic, beside how it ended. */
export interface Watched {
  watch: Watch
  end: ChildEnd
  failure: ChildFailure | undefined
  /** The version table that env.py configured; undefined where that was not seen. */
  versionTable: string | undefined
  /** Its server sessions, by the numbers of their processes. */
  sessions: number[]
  /** What could not be seen or done. */
  remarks: string[]
}

const sayAfterMs = 10_000
/** What Alembic writes by itself: it is told in our own words, in its place. */
const said =
  /\balembic\.runtime\.migration\b.*(?:Context impl |Will assume |Running (?:upgrade|downgrade|stamp_revision) )|\balembic\.util\.messaging\b|^FAILED: /

/**
 * Runs Alembic and tells the observer what happens: revisions as they begin, a line every ten seconds of the
 * statement that runs, the user's own output as notices. Never rejects because of the child.
 */
export async function watchChild(
  options: Omit<ChildOptions, 'onEvent' | 'onLine'>,
  observer: Observer,
  started: (id: string) => void,
): Promise<Watched> {
  const watch = watchRun()
  const seen: ChildEvent[] = []
  const timer = setInterval(() => {
    const { current: id, statement } = watch
    if (id === undefined || statement === undefined) return
    const elapsed = performance.now() - statement.since
    observer.running({ id, name: '', path: '' }, headline({ text: statement.sql }), elapsed, '')
  }, sayAfterMs)
  const fold = foldTracebacks(line => {
    if (!said.test(line)) observer.notice('alembic', line)
  })
  const end = await runAlembic({
    ...options,
    onEvent(event) {
      watch.event(event, performance.now())
      if (event.kind === 'started') started(event.revision)
      if (event.kind !== 'statement' && event.kind !== 'done') seen.push(event)
    },
    onLine: fold.line,
  }).finally(() => clearInterval(timer))
  const folded = fold.end()
  if (folded > 0)
    observer.notice('alembic', `(${count(folded, 'line')} of traceback, shown with debug logging)`)
  const configured = seen.find(event => event.kind === 'configured')
  return {
    watch,
    end,
    failure: seen.findLast(event => event.kind === 'failure'),
    versionTable: configured === undefined ? undefined : nameTable(configured),
    sessions: seen.flatMap(event => (event.kind === 'connected' && event.pid > 0 ? [event.pid] : [])),
    // Where nothing ran, there was nothing to be watched.
    remarks: end.code === 0 || watch.seen.size > 0 ? remarksOf(end, seen) : [],
  }
}

function nameTable(configured: Extract<ChildEvent, { kind: 'configured' }>): string {
  const { versionTable, versionTableSchema } = configured
  return versionTableSchema === null ? versionTable : `${versionTableSchema}.${versionTable}`
}

/** What the report has to say of what was not measured. */
function remarksOf(end: ChildEnd, seen: readonly ChildEvent[]): string[] {
  if (!end.hooked) {
    return [
      'Alembic could not be watched from within: revisions are told from its log lines, and whether lock-timeout and statement-timeout hold in its sessions was not seen.',
    ]
  }
  const without = seen.filter(event => event.kind === 'connected').find(event => !event.timeouts)
  return without === undefined
    ? []
    : [`lock-timeout and statement-timeout do not hold in Alembic’s session: ${oneLine(without.why, 200)}.`]
}
