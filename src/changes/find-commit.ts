import { oneLine } from '../text.ts'
import { openRepository, type RepositoryOptions, readLine } from './repository.ts'

/** A search through all of a long history is worth no more than this, in milliseconds. */
const patienceMs = 10_000

/**
 * The newest commit on any branch or tag that this clone knows in which `text` came into these files, as people write
 * it: `1a2b3c4 (add invoices)`. Undefined where git does not know one. Never throws.
 */
export async function findCommit(
  options: RepositoryOptions,
  text: string,
  paths: readonly string[],
): Promise<string | undefined> {
  try {
    const repository = await openRepository(options)
    // No program that a configuration names for a diff or a signature.
    const alone = ['--no-ext-diff', '--no-textconv', '--no-show-signature']
    const asked = ['log', '--all', '-n', '1', '--format=%h (%s)', ...alone, `-S${text}`, '--', ...paths]
    const found = await repository.git(asked, patienceMs)
    const line = found.code === 0 ? readLine(found) : ''
    return line === '' ? undefined : oneLine(line, 100)
  } catch {
    return undefined
  }
}
