import { delimiter } from 'node:path'
import { eventsDescriptor, lifelineDescriptor } from '../../../process.ts'

export type Environment = Record<string, string | undefined>

/** What the child's environment is made from. */
export interface Surroundings {
  /** The environment that we were started with. */
  user: Environment
  /** The URL as it was given: what the project expects, in whatever form. */
  url: string
  /** The variable that the URL was configured to come from, if any; `DATABASE_URL` has it in any case. */
  variable: string | undefined
  /** Variables that hold the URLs of other databases: this child has no business there. */
  others: readonly string[]
}

const withheld = /^(?:INPUT_.*|ACTIONS_.*|STATE_.*|MIGRATION_GATE_.*)$/i
const withheldNames = new Set([
  'GITHUB_TOKEN',
  'GITHUB_ENV',
  'GITHUB_PATH',
  'GITHUB_OUTPUT',
  'GITHUB_STATE',
  'GITHUB_STEP_SUMMARY',
])

/**
 * The environment of a program of the user's: their own, less what steers the runner or opens other doors.
 * The URL is there under `DATABASE_URL` and under its configured name, also where another database has that name.
 */
export function childEnvironment({ user, url, variable, others }: Surroundings): Environment {
  const kept = Object.entries(user).filter(
    ([name]) => !withheld.test(name) && !withheldNames.has(name.toUpperCase()) && !others.includes(name),
  )
  const named = variable === undefined ? {} : { [variable]: url }
  return { ...Object.fromEntries(kept), PYTHONUNBUFFERED: '1', DATABASE_URL: url, ...named }
}

/** Settings of each server session of the child, in milliseconds. */
export interface Timeouts {
  lockMs: number
  statementMs: number
  /** The only database that its sessions may be of; any where it is left out. */
  only?: string
}

/** What the hook is told, and where Python finds it: before what the user's PYTHONPATH has. */
export function hookEnvironment(
  environment: Environment,
  hookFolder: string,
  timeouts: Timeouts | undefined,
  { describe, capture }: { describe: boolean; capture: boolean },
): Environment {
  const former = environment.PYTHONPATH
  return {
    ...environment,
    PYTHONPATH: former ? `${hookFolder}${delimiter}${former}` : hookFolder,
    MIGRATION_GATE_EVENTS: String(eventsDescriptor),
    MIGRATION_GATE_LIFELINE: String(lifelineDescriptor),
    ...(timeouts && {
      MIGRATION_GATE_LOCK_TIMEOUT: String(timeouts.lockMs),
      MIGRATION_GATE_STATEMENT_TIMEOUT: String(timeouts.statementMs),
      ...(timeouts.only === undefined ? {} : { MIGRATION_GATE_ONLY: timeouts.only }),
    }),
    ...(describe ? { MIGRATION_GATE_DESCRIBE: '1' } : {}),
    ...(capture ? { MIGRATION_GATE_CAPTURE: '1' } : {}),
  }
}
