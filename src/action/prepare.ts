import * as core from '@actions/core'
import type { Repository } from '../changes/git.ts'
import { openDisk } from '../disk.ts'
import type { Fault } from '../domain.ts'
import { collectSecrets, earlySecrets, findGround, urlSecrets } from '../door.ts'
import { asFaults } from '../faults.ts'
import { type Aim, aimOf } from '../next-line.ts'
import { makeRedactor, type Redact } from '../redact.ts'
import { type InputName, inputDefaults, type RawInputs } from '../settings/inputs.ts'
import { readSettings } from '../settings/read-settings.ts'
import type { Settings } from '../settings/settings.ts'

/** Everything that both phases need, made in one place from inputs and environment. */
export interface Prepared {
  env: NodeJS.ProcessEnv
  root: string
  repository: Repository | undefined
  /** Undefined when the inputs have faults; then `faults` holds them. */
  settings: Settings | undefined
  faults: Fault[]
  /** What the runner is told to mask, also when the settings have faults. */
  masks: string[]
  redact: Redact
  /** What a command of a person needs to reach the same database. */
  aim: Aim
  /** In `detect/`, which stands in for paths-filter, an output tells of the filter of that name. */
  filtersFirst: boolean
}

/** Reads inputs, settings and secrets. Writes nothing. */
export async function prepare(env: NodeJS.ProcessEnv): Promise<Prepared> {
  const inputs = readInputs(env)
  const early = earlySecrets(inputs, env)
  const aim = aimOf(inputs)
  // The runner gives every input that an action.yml has; only that of `detect/` has filters and no database.
  const filtersFirst = inputs['database-url'] === undefined && inputs.filters !== undefined
  const ground = await findGround(env.GITHUB_WORKSPACE || process.cwd(), inputs, env)
  const { root, repository } = ground
  try {
    const ports = { disk: openDisk(root), environment: (name: string) => env[name] }
    const settings = await readSettings(ground.inputs, ports)
    const masks = collectSecrets(settings)
    const redact = makeRedactor([...early, ...masks])
    return { env, root, repository, settings, faults: [], masks, redact, aim, filtersFirst }
  } catch (error) {
    return {
      env,
      root,
      repository,
      settings: undefined,
      faults: asFaults(error),
      masks: urlSecrets(inputs, env),
      redact: makeRedactor(early),
      aim,
      filtersFirst,
    }
  }
}

/** Only what the step was given: an input that is absent is not the same as an empty one. */
function readInputs(env: NodeJS.ProcessEnv): RawInputs {
  const names = Object.keys(inputDefaults) as InputName[]
  const given = names.filter(name => env[`INPUT_${name.toUpperCase()}`] !== undefined)
  return Object.fromEntries(given.map(name => [name, core.getInput(name)]))
}
