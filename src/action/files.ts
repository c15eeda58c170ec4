import { randomUUID } from 'node:crypto'
import { appendFileSync, existsSync } from 'node:fs'
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

/**
 * Sets outputs, all in one write: `core.setOutput` opens the file again for each, and filters make hundreds of them.
 * The form is GitHub's (Workflow commands, Multiline strings). Throws when the runner's file is not there.
 */
export function setOutputs(values: Record<string, string>): void {
  const path = process.env.GITHUB_OUTPUT
  if (!path) {
    // A runner from before the file, or none at all.
    for (const [name, value] of Object.entries(values)) core.setOutput(name, value)
    return
  }
  if (!existsSync(path)) throw new Error(`Missing file at path: ${path}`)
  const mark = `ghadelimiter_${randomUUID()}`
  const blocks = Object.entries(values).map(([name, value]) => `${name}<<${mark}\n${value}\n${mark}\n`)
  appendFileSync(path, blocks.join(''))
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
