import type { OpenSession } from '../../database/session.ts'
import { describeTarget, type Target } from '../../database/url.ts'
import type { Disk } from '../../disk.ts'
import { allowable, type Plan } from '../../domain.ts'
import {
  compareModels,
  findHookFolder,
  type ModelsCompared,
  makeAlembicEngine,
  modelsAgree,
} from '../../engines/alembic/alembic.ts'
import type { ChildEvent } from '../../engines/alembic/shapes.ts'
import type { Choice } from '../../engines/choose.ts'
import type { Applied, Engine, Observer } from '../../engines/engine.ts'
import { makeSqlEngine } from '../../engines/sql/engine.ts'
import type { Redact } from '../../redact.ts'
import type { DatabaseSettings } from '../../settings/settings.ts'

/** What taking a history up and down needs, beside a database. */
export interface StepsOptions {
  choice: Choice
  settings: DatabaseSettings
  disk: Disk
  /** Absolute repository root. */
  root: string
  /** Of a child, without any URL. */
  environment: Record<string, string | undefined>
  /** Where Alembic’s hook is looked for, whatever `disk` is. */
  machine: Disk
  redact: Redact
  signal: AbortSignal
  statementTimeoutMs: number
}

/** A database that a history is tried out on. */
export interface Ground {
  name: string
  /** As the project gets it. */
  target: Target
  /** A session of the same role. */
  open: OpenSession
}

/** Takes a history up and down with the project’s own engine, each step with a connection of its own. */
export interface Steps {
  /** What would run up to a revision, in its order. Throws GateError. */
  plan(to: string): Promise<Plan>
  /**
   * Applies all that is pending up to a revision, or `head`. `take` gets what a child of Alembic’s tells. Throws GateError
   * where it cannot begin.
   */
  up(to: string, take?: (event: ChildEvent) => void): Promise<Applied>
  /** Takes back all above a revision, or `base`. Throws as `downgrade` does. */
  down(to: string): Promise<Applied>
  /** Holds the models of the project against the schema, where the engine can. */
  models(): Promise<ModelsCompared>
}

const nothing = () => undefined
const quiet: Observer = {
  waiting: nothing,
  working: nothing,
  started: nothing,
  running: nothing,
  retrying: nothing,
  notice: nothing,
  ended: nothing,
}

/** The project’s own engine, set on a database of a rehearsal. */
export function openSteps(ground: Ground, options: StepsOptions): Steps {
  const { signal } = options
  const using = async <Value>(
    target: string,
    work: (engine: Engine) => Promise<Value>,
    take?: (event: ChildEvent) => void,
  ): Promise<Value> => {
    const engine = openEngine(ground, options, target, take)
    try {
      return await work(engine)
    } finally {
      await engine.close()
    }
  }
  return {
    plan: to => using(to, engine => engine.plan()),
    up: (to, take) => using(to, engine => engine.apply(quiet, signal), take),
    down: to =>
      using('head', async engine => {
        if (engine.downgrade === undefined) throw new Error('this engine has no way down')
        return engine.downgrade(to, quiet, signal)
      }),
    models: () => askForModels(ground, options),
  }
}

async function askForModels({ name }: Ground, options: StepsOptions): Promise<ModelsCompared> {
  const { choice, settings, environment, machine, statementTimeoutMs } = options
  if (choice.engine !== 'alembic') return modelsAgree
  return compareModels({
    ...options,
    directory: choice.directory,
    run: settings.run,
    alembicConfig: environment.ALEMBIC_CONFIG,
    hookFolder: findHookFolder(machine),
    only: name,
    timeouts: { lockMs: settings.lockTimeoutMs, statementMs: statementTimeoutMs },
  })
}

function openEngine(
  { name, target, open }: Ground,
  options: StepsOptions,
  to: string,
  captured: ((event: ChildEvent) => void) | undefined,
): Engine {
  const { choice, settings, disk, root, environment, redact, statementTimeoutMs } = options
  const connection = {
    target: to,
    at: { host: target.host, port: target.port, where: describeTarget(target) },
    contact: target,
    variable: settings.url.variable || 'DATABASE_URL',
    open,
    // What the check says of a history stands in its findings: here it is gone on with.
    allow: [...allowable],
    lockTimeoutMs: settings.lockTimeoutMs,
    statementTimeoutMs,
    filled: true,
    waitMs: 5_000,
    waitText: '5s',
  }
  if (choice.engine === 'sql')
    return makeSqlEngine({
      ...connection,
      disk,
      directory: choice.directory,
      historyTable: settings.historyTable ?? 'migration_history',
      author: { appliedBy: 'rehearsal', runUrl: '', commitSha: '' },
    })
  return makeAlembicEngine({
    ...connection,
    disk,
    directory: choice.directory,
    run: settings.run,
    alembicConfig: environment.ALEMBIC_CONFIG,
    historyTable: settings.historyTable,
    root,
    environment,
    hookFolder: findHookFolder(options.machine),
    trusted: false,
    only: name,
    captured,
    findCommit: () => Promise.resolve(undefined),
    redact,
  })
}
