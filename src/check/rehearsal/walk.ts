import { gateError } from '../../catalogue/catalogue.ts'
import { DatabaseError } from '../../database/session.ts'
import type { Disk } from '../../disk.ts'
import type { Choice } from '../../engines/choose.ts'
import { GateError } from '../../errors.ts'
import { oneLine } from '../../text.ts'
import { portable } from '../schema/portable.ts'
import { readSchema } from '../schema/read.ts'
import type { Schema } from '../schema/shapes.ts'
import { historyTableOf } from './history-table.ts'
import { longestMs, type ReplayOptions, replaySteps } from './replay.ts'
import { runFiles } from './scripts.ts'
import type { RehearsalDatabase } from './server.ts'
import type { Steps } from './steps.ts'

/** A history, to be gone through on a database of a rehearsal, from `baseline` on. */
export interface Walk {
  /** Major version of the server. */
  postgres: number
  steps: Steps
  /** The schema as it is now, without what belongs to one server. Throws DatabaseError. */
  read(): Promise<Schema>
}

export interface WalkOptions extends ReplayOptions {
  disk: Disk
  choice: Choice
}

/** Of a statement, where nothing else is said. */
const statementMs = 60_000

/**
 * Lends an empty database of a rehearsal, `baseline` run, and takes it away. Throws GateError `rehearsal-none` where
 * there is no server, and what `baseline` throws.
 */
export async function withWalk<Result>(
  options: WalkOptions,
  work: (walk: Walk) => Promise<Result>,
): Promise<Result> {
  const { ports, choice, disk, database: settings } = options
  const server = await ports.server(choice.engine === 'alembic')
  if ('why' in server) throw gateError('rehearsal-none', { reason: server.why })
  const ignore = { tables: [historyTableOf(settings, choice, options)] }
  let database: RehearsalDatabase | undefined
  try {
    database = await server.makeDatabase()
    const { open, makeRole } = database
    const timeoutMs = settings.statementTimeoutMs || statementMs
    const deadline = AbortSignal.timeout(longestMs)
    const steps = replaySteps(options, database, { disk, choice, statementTimeoutMs: timeoutMs, deadline })
    await runFiles('baseline', settings.baseline, {
      disk,
      open,
      makeRole,
      timeoutMs,
      signal: ports.signal,
      deadline,
    })
    const session = await open(() => undefined)
    try {
      const read = async () => portable(await readSchema(session, ignore))
      return await work({ postgres: Math.floor(server.version / 10_000), steps, read })
    } finally {
      await session.close()
    }
  } catch (error) {
    if (error instanceof GateError || !(error instanceof DatabaseError)) throw error
    throw gateError('rehearsal-none', { reason: `its server said: ${oneLine(error.message, 200)}` })
  } finally {
    await database?.drop()
  }
}
