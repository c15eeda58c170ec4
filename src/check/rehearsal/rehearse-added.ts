import type { Sides } from '../../changes/sides.ts'
import { DatabaseError } from '../../database/session.ts'
import type { Disk } from '../../disk.ts'
import type { Fault } from '../../domain.ts'
import type { Choice } from '../../engines/choose.ts'
import { readRevisions } from '../../engines/sql/revisions.ts'
import { GateError } from '../../errors.ts'
import { asFault } from '../../faults.ts'
import { oneLine } from '../../text.ts'
import type { Guarding } from '../guard/guard.ts'
import type { Guarded } from '../guard/shapes.ts'
import type { AlembicGuarded } from '../read/alembic.ts'
import { type Captured, collectSent } from '../read/captured.ts'
import type { ReadSides } from '../read/sides.ts'
import { requireCalm } from './broken.ts'
import { historyTableOf } from './history-table.ts'
import { alembicHistory, sqlHistory } from './plan-history.ts'
import { none, type Rehearsed, rehearse } from './rehearse.ts'
import type { Stage } from './rehearse-one.ts'
import { longestMs, type RehearsalPorts, type ReplayOptions, replaySteps } from './replay.ts'
import { mayHaveModels } from './schemes.ts'
import { runFiles } from './scripts.ts'
import type { RehearsalDatabase } from './server.ts'
import type { History } from './shapes.ts'

/** What a check knows of the change. */
export interface AddedOptions extends ReplayOptions {
  choice: Choice
  /** The work tree. */
  disk: Disk
  sides: Sides
  read: ReadSides
  guarding: Guarding
}

export { none } from './rehearse.ts'

/** What trying it out came to. */
export interface Tried extends Rehearsed {
  /** What Alembic sent. */
  captured?: Captured
  /** Why its server could not be had. */
  fault?: Fault
}

/** Of a statement, where nothing else is said. */
const statementMs = 60_000

/**
 * Tries out what a change adds. Gives why it could not where it could not, with a fault for a URL that is refused or that
 * nobody answers at. Throws GateError `interrupted` where the run is.
 */
export async function rehearseAdded(options: AddedOptions): Promise<Tried> {
  const { ports, choice } = options
  const history = historyOf(options)
  if (history === undefined)
    return none('some revisions cannot be read without running them, so where they belong is not known')
  let server: Awaited<ReturnType<RehearsalPorts['server']>> | undefined
  let database: RehearsalDatabase | undefined
  try {
    server = await ports.server(choice.engine === 'alembic')
    requireCalm(ports.signal)
    if ('why' in server) return none(server.why)
    database = await server.makeDatabase()
    const { captured, take } = collectSent()
    const rehearsed = await rehearse(await stageOf(options, database, take), history)
    requireCalm(ports.signal)
    return { ...rehearsed, captured }
  } catch (error) {
    requireCalm(ports.signal)
    if (server === undefined) {
      const fault = asFault(error)
      return { ...none(fault.message), fault }
    }
    if (error instanceof GateError) return none(error.fault.message)
    if (error instanceof DatabaseError)
      return none(`the server of the rehearsal said: ${oneLine(error.message, 200)}`)
    throw error
  } finally {
    await database?.drop()
  }
}

function historyOf({ choice, guarding, read }: AddedOptions): History | undefined {
  if (choice.engine === 'sql') return sqlHistory(read.base?.revisions ?? [], guarding.added)
  return alembicHistory(guarding.merged as readonly Guarded[] as AlembicGuarded[], new Set(guarding.added))
}

async function stageOf(
  options: AddedOptions,
  database: RehearsalDatabase,
  take: Stage['take'],
): Promise<Stage> {
  const { choice, disk, sides, read, alembicConfig } = options
  const timeoutMs = options.database.statementTimeoutMs || statementMs
  const { baseline, seed, run } = options.database
  const { signal } = options.ports
  const deadline = AbortSignal.timeout(longestMs)
  const files = { disk, open: database.open, makeRole: database.makeRole, timeoutMs, signal, deadline }
  const common = { statementTimeoutMs: timeoutMs, deadline }
  const head =
    choice.engine === 'sql' && sides.head !== undefined ? await loaded(sides.head, choice.directory) : disk
  const steps = replaySteps(options, database, { ...common, disk: head, choice })
  const there = read.directory ?? choice.directory
  const earlier =
    choice.engine === 'sql'
      ? replaySteps(options, database, {
          ...common,
          disk: await loaded(sides.base, there),
          choice: { ...choice, directory: there },
        })
      : steps
  return {
    database,
    steps,
    earlier,
    take,
    baseline: () => runFiles('baseline', baseline, files),
    seed: () => runFiles('seed', seed, files),
    historyTable: historyTableOf(options.database, choice, options),
    models:
      choice.engine === 'alembic' && mayHaveModels({ disk, directory: choice.directory, run, alembicConfig }),
    bound: `${timeoutMs / 1000} s for a statement`,
    signal,
    deadline,
    now: () => performance.now(),
  }
}

/** A disk with a commit’s revisions, which can be read as often as one likes. */
function loaded(tree: Sides['base'], directory: string): Promise<Disk> {
  return tree.read(disk => {
    try {
      readRevisions(disk, directory)
    } catch (error) {
      if (!(error instanceof GateError)) throw error
    }
    return disk
  })
}
