import type { ChangeSet } from '../domain.ts'
import type { EventFacts } from '../event.ts'
import type { Detection } from './detection.ts'

/**
 * Where changes come from: git on this machine, or GitHub's list of a pull request's files.
 * Never throws: what cannot be compared is `known: false`, and counts as changed.
 */
export interface ChangeSource {
  list(event: EventFacts, detection: Detection): Promise<ChangeSet>
  /** Every file that git knows in the work tree, relative to its root; undefined where it cannot tell. */
  tracked?(): Promise<string[] | undefined>
}
