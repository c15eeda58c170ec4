import { randomUUID } from 'node:crypto'
import * as core from '@actions/core'
import { gateError } from '../catalogue/catalogue.ts'
import { appendText } from '../disk.ts'

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

/**
 * Sets outputs, all in one write: `core.setOutput` opens the file again for each, and filters make hundreds of them.
 * The form is GitHub's (Workflow commands, Multiline strings). `path` is the runner's; empty: a runner from before the
 * file, or none at all. Throws when the file cannot be written.
 */
export function setOutputs(path: string, values: Record<string, string>): void {
  if (path === '') {
    for (const [name, value] of Object.entries(values)) core.setOutput(name, value)
    return
  }
  const mark = `ghadelimiter_${randomUUID()}`
  const blocks = Object.entries(values).map(([name, value]) => `${name}<<${mark}\n${value}\n${mark}\n`)
  const added = appendText(path, blocks.join(''))
  if (!added.ok) throw new Error(added.reason)
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
