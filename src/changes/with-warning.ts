import type { ChangeSet } from '../domain.ts'

/** The same changes, and a warning before the others. */
export function withWarning(changeSet: ChangeSet, warning: string): ChangeSet {
  return changeSet.known
    ? { ...changeSet, warnings: [warning, ...changeSet.warnings] }
    : { known: false, level: 'warning', why: `${warning} ${changeSet.why}` }
}
