import type { LintRule } from '../lint/levels.ts'

/**
 * What a finding of the text says of a statement, as far as a run can show it. `cost`: it writes a table anew, or reads
 * all of it while others wait; a run that shows neither contradicts it. `work`: the same of statements that are no DDL,
 * of which only their work is seen. `lock`: it locks what is in use; whether that matters no run can say.
 */
export type Claim = 'cost' | 'work' | 'lock'

/** Not here: what depends on rows that are not there, on the version that is live, or on the text alone. */
export const claims: Partial<Record<LintRule, Claim>> = {
  'index-blocks-writes': 'cost',
  'index-on-partitioned': 'cost',
  'add-column-rewrites': 'cost',
  'add-column-scans': 'cost',
  'set-not-null-scans': 'cost',
  'type-change-rewrites': 'cost',
  'type-change-reads': 'cost',
  'type-change-unknown': 'cost',
  'collation-rebuilds-indexes': 'cost',
  'expression-rewrites': 'cost',
  'constraint-scans': 'cost',
  'foreign-key-scans': 'cost',
  'constraint-builds-index': 'cost',
  'primary-key-scans': 'cost',
  'exclude-builds-index': 'cost',
  'validated-too-soon': 'cost',
  'domain-check-scans': 'cost',
  'attach-scans': 'cost',
  'table-rewritten': 'work',
  'reindex-blocks-writes': 'work',
  'truncate-loses-rows': 'work',
  'all-rows-changed': 'work',
  'work-under-lock': 'work',
  'lock-held': 'work',
  'refresh-blocks-reads': 'lock',
  'drop-index-waits': 'lock',
  'drop-foreign-key-locks': 'lock',
  'drop-in-use': 'lock',
  'rename-in-use': 'lock',
  'drop-not-null': 'lock',
  'trigger-on-live-table': 'lock',
  'row-security': 'lock',
  'partition-locks-parent': 'lock',
  'detach-locks-parent': 'lock',
  'several-tables-locked': 'lock',
}
