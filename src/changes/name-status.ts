import type { Change, ChangeStatus } from '../domain.ts'

/** git's letters (git-diff, --diff-filter); a score may follow the letter. */
const statuses: Record<string, ChangeStatus> = {
  A: 'added',
  C: 'copied',
  D: 'deleted',
  M: 'modified',
  R: 'renamed',
  T: 'type-changed',
  U: 'unmerged',
}

/**
 * Reads what `git diff --name-status -z --no-renames` prints: status NUL path NUL, and so on. Names may hold
 * anything but NUL; bytes that are not UTF-8 become U+FFFD. A status that git may add some day counts as modified.
 */
export function parseNameStatus(output: Buffer): Change[] {
  const fields = output.toString('utf8').split('\0')
  const changes: Change[] = []
  for (let index = 0; index + 1 < fields.length; index += 2) {
    const letter = fields[index]?.[0] ?? ''
    changes.push({ path: fields[index + 1] ?? '', status: statuses[letter] ?? 'modified' })
  }
  return changes
}

/** The NUL separated paths of `git ls-files -z` and `git ls-tree -z --name-only`, each as added. */
export function parseNamesAsAdded(output: Buffer): Change[] {
  const names = output.toString('utf8').split('\0')
  return names.filter(name => name !== '').map(path => ({ path, status: 'added' }))
}
