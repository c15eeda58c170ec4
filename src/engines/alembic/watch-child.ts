import type { Blockers } from '../../database/blockers.ts'
import { count, oneLine } from '../../text.ts'
import type { Observer } from '../engine.ts'
import { headline } from '../sql/text/describe.ts'
import { findStuck, type Stuck } from '../stuck.ts'
import { watchStatement } from '../watch-statement.ts'
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
  /** The databases of these, as the server calls them. */
  databases: ReadonlySet<string>
  /** It failed because others kept it from a lock. */
  stuck: Stuck | undefined
  /** Nothing was seen by which a part of a revision could outlive its failure, but for `autocommit` in `watch`. */
  atomic: boolean
  /** What could not be seen or done. */
  remarks: string[]
}

/** What a revision may send to end the transaction that Alembic began. */
const endsTransaction = /^\s*(?:commit|end|abort|rollback(?!\s+to))\b/i
/** What Alembic writes by itself: it is told in our own words, in its place. */
const said =
  /\balembic\.runtime\.migration\b.*(?:Context impl |Will assume |Running (?:upgrade|downgrade|stamp_revision) )|\balembic\.util\.messaging\b|^FAILED: /

/** Events that are read again at the end. */
const kept = new Set<ChildEvent['kind']>(['configured', 'connected', 'failure'])

/**
 * Runs Alembic and tells the observer what happens: revisions as they begin, a line now and then of a statement that
 * takes long and of who is in its way, the user's own output as notices. Never rejects because of the child.
 */
export async function watchChild(
  options: Omit<ChildOptions, 'onEvent' | 'onLine'>,
  blockers: Blockers,
  observer: Observer,
  started: (id: string) => void,
  captured: (event: ChildEvent) => void = () => undefined,
): Promise<Watched> {
  const watch = watchRun()
  const seen: ChildEvent[] = []
  const pids: number[] = []
  const databases = new Set<string>()
  const statements = watchStatement({
    pids: () => pids,
    blockers,
    lockTimeoutMs: options.timeouts?.lockMs ?? 0,
    tell: (statement, elapsedMs, blocked) =>
      observer.running({ id: watch.current ?? '', name: '', path: '' }, statement, elapsedMs, blocked),
  })
  let stuck: Promise<Stuck | undefined> | undefined
  let atomic = true
  const follow = (event: ChildEvent): void => {
    if (event.kind === 'connected' && event.pid > 0) {
      pids.push(event.pid)
      databases.add(event.database)
    }
    if (event.kind === 'configured' && event.autocommit) atomic = false
    if (event.kind === 'statement') {
      if (endsTransaction.test(event.sql)) atomic = false
      statements.turnTo(() => headline({ text: event.sql }))
    }
    if (event.kind === 'done') statements.turnTo(undefined)
    if (
      (event.kind === 'ran' || event.kind === 'stepped') &&
      event.ran.some(sql => endsTransaction.test(sql))
    )
      atomic = false
    // While its process ends, whoever was in the way goes on.
    if (event.kind === 'failure')
      stuck = findStuck(event.server, sayAt(event), { blockers, watch: statements, pids })
  }
  const fold = foldTracebacks(line => {
    if (!said.test(line)) observer.notice('alembic', line)
  })
  const end = await runAlembic({
    ...options,
    onEvent(event) {
      watch.event(event, performance.now())
      captured(event)
      follow(event)
      if (event.kind === 'started') started(event.revision)
      if (kept.has(event.kind)) seen.push(event)
    },
    onLine: fold.line,
  }).finally(() => statements.stop())
  const folded = fold.end()
  if (folded > 0)
    observer.notice(
      'alembic',
      `(${count(folded, 'line')} of traceback left out; shown with debug logging or --debug)`,
    )
  const configured = seen.find(event => event.kind === 'configured')
  return {
    watch,
    end,
    failure: seen.findLast(event => event.kind === 'failure'),
    versionTable: configured === undefined ? undefined : nameTable(configured),
    sessions: pids,
    databases,
    stuck: await stuck,
    atomic: atomic && end.hooked,
    // Where nothing ran, there was nothing to be watched.
    remarks: end.code === 0 || watch.seen.size > 0 ? remarksOf(end, seen) : [],
  }
}

/** Where a failure was, in the words of its statement. */
function sayAt({ sql, revision }: ChildFailure): string {
  if (sql !== null) return `\`${headline({ text: sql })}\``
  return revision === null ? 'its beginning' : 'a statement'
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
