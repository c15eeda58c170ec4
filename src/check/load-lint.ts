import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Lint } from './lint/lint.ts'

/** Where the bundle of the lint is: beside the action, or a folder above the CLI. */
const places = ['lint', '../lint']

/** What is said where it was not copied along. */
export const lintAbsent =
  'The statements of new revisions were not looked at: the folder `lint` of the distribution is not beside this program.'

/** The lint is a bundle of its own, with a parser of 1.7 MB. Undefined where it was not copied along. */
export async function loadLint(): Promise<Lint | undefined> {
  if (basename(import.meta.dirname) === 'check') {
    const { openLint } = await import(/* webpackIgnore: true */ './lint/lint.ts')
    return openLint()
  }
  for (const place of places) {
    const path = join(import.meta.dirname, place, 'gate-lint.mjs')
    try {
      const { openLint } = await import(/* webpackIgnore: true */ pathToFileURL(path).href)
      return await openLint()
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error
    }
  }
  return undefined
}
