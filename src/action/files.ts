import * as core from '@actions/core'
import { gateError } from '../catalogue/catalogue.ts'

/** The files by which the runner takes what a step has to say. */
type RunnerFile = 'GITHUB_OUTPUT' | 'GITHUB_STATE' | 'GITHUB_STEP_SUMMARY'

/** Writes to one of them. Throws GateError `outputs-unwritable`, which names it. */
export async function writeRunnerFile(variable: RunnerFile, write: () => unknown): Promise<void> {
  try {
    await write()
  } catch (error) {
    throw unwritable(variable, error)
  }
}

/** Leaves a word for the post step. Throws GateError `outputs-unwritable`. */
export function saveState(name: string, value: string): void {
  try {
    core.saveState(name, value)
  } catch (error) {
    throw unwritable('GITHUB_STATE', error)
  }
}

function unwritable(variable: RunnerFile, error: unknown) {
  const reason = error instanceof Error ? error.message : String(error)
  return gateError('outputs-unwritable', { variable, reason: reason.replace(/\.$/, '') })
}
