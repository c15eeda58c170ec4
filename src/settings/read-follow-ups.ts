import { posix } from 'node:path'
import { makeFault } from '../catalogue/catalogue.ts'
import { splitWords } from '../engines/alembic/project/words.ts'
import { looksLikeUrl } from '../text.ts'
import type { DatabaseConfig } from './config-schema.ts'
import type { InputReader } from './inputs.ts'
import type { DatabaseSettings, ScriptPath } from './settings.ts'

type FileInput = 'after' | 'smoke' | 'baseline' | 'seed'
type FollowUpSettings = Pick<DatabaseSettings, FileInput | 'smokeCommand'>

/** The inputs `after`, `smoke` and `smoke-command`, and the files of a rehearsal. What is wrong with them is a fault of the reader. */
export function readFollowUps(inputs: InputReader, workingDirectory: string): FollowUpSettings {
  const files = (name: FileInput): ScriptPath[] => {
    const text = inputs.text(name)
    const paths = splitList(text)
    const wrong = text !== '' && paths.length === 0 ? [text] : paths.filter(looksLikeUrl)
    for (const given of wrong) inputs.refuse(name, given, 'paths of SQL files, one a line')
    return paths.filter(given => !looksLikeUrl(given)).map(given => scriptPath(given, workingDirectory))
  }
  const command = splitWords(inputs.text('smoke-command'))
  if (!command.ok) inputs.faults.push(makeFault('smoke-command-words', { reason: command.reason }))
  const smokeCommand = command.ok ? command.words : []
  // `''`: what would never run must not look like a check that passed.
  if (smokeCommand[0]?.trim() === '')
    inputs.refuse('smoke-command', inputs.text('smoke-command'), 'a program and its arguments')
  return {
    after: files('after'),
    smoke: files('smoke'),
    smokeCommand,
    baseline: files('baseline'),
    seed: files('seed'),
  }
}

/** The config file’s word for a database, in place of the step’s. */
export function settleFollowUps(
  given: DatabaseConfig,
  step: FollowUpSettings,
  workingDirectory: string,
): Pick<FollowUpSettings, FileInput> {
  const placed = (paths: string[] | undefined, otherwise: ScriptPath[]): ScriptPath[] =>
    paths === undefined ? otherwise : paths.map(path => scriptPath(path, workingDirectory))
  return {
    after: placed(given.after, step.after),
    smoke: placed(given.smoke, step.smoke),
    baseline: placed(given.baseline, step.baseline),
    seed: placed(given.seed, step.seed),
  }
}

/** In the working directory, then at the repository root, as other files are. */
function scriptPath(given: string, workingDirectory: string): ScriptPath {
  return { given, candidates: [...new Set([posix.join(workingDirectory, given), posix.normalize(given)])] }
}

/** Commas or line ends: a path may have a space. */
function splitList(text: string): string[] {
  return text
    .split(/[\n,]/)
    .map(word => word.trim())
    .filter(word => word !== '')
}
