import { existsSync } from 'node:fs'
import { toolPath } from '../../script/tools.mjs'

/** The Node that the bundle is tested on: script/test gives 20 and then 24, else it is the one that runs the tests. */
export function nodeUnderTest(): string {
  const given = process.env.NODE_UNDER_TEST
  if (given && !existsSync(given)) {
    throw new Error(`NODE_UNDER_TEST is ${given}, which is not there. Run script/setup, or unset it.`)
  }
  return given || process.execPath
}

/** Where a tool of script/setup is; says so when it was never installed. */
export function installed(name: 'act' | 'node24' | 'node20'): string {
  const path = toolPath(name)
  if (!existsSync(path)) throw new Error(`${name} is not installed. Run script/setup.`)
  return path
}
