/** The rules of the text of new revisions: how bad each is unless the config file says otherwise. */
export const lintLevels = {
  'index-blocks-writes': 'error',
  'index-on-partitioned': 'error',
  'drop-index-waits': 'warning',
  'reindex-blocks-writes': 'error',
  'add-column-rewrites': 'error',
  'add-column-required': 'error',
  'add-column-scans': 'error',
  'set-not-null-scans': 'error',
  'type-change-rewrites': 'error',
  'type-change-reads': 'error',
  'type-change-unknown': 'warning',
  'collation-rebuilds-indexes': 'error',
  'expression-rewrites': 'error',
  'constraint-scans': 'error',
  'foreign-key-scans': 'error',
  'constraint-builds-index': 'error',
  'primary-key-scans': 'error',
  'exclude-builds-index': 'error',
  'validated-too-soon': 'error',
  'drop-foreign-key-locks': 'warning',
  'drop-in-use': 'error',
  'rename-in-use': 'error',
  'drop-not-null': 'warning',
  'table-rewritten': 'error',
  'refresh-blocks-reads': 'error',
  'lock-held': 'error',
  'truncate-loses-rows': 'error',
  'all-rows-changed': 'warning',
  'work-under-lock': 'error',
  'several-tables-locked': 'warning',
  'enum-value-too-soon': 'error',
  'domain-check-scans': 'error',
  'trigger-on-live-table': 'warning',
  'row-security': 'warning',
  'attach-scans': 'error',
  'partition-locks-parent': 'warning',
  'detach-locks-parent': 'warning',
  'timeout-off': 'warning',
  'not-seen': 'warning',
  'not-parsed': 'error',
} as const satisfies Record<string, 'error' | 'warning'>

export type LintRule = keyof typeof lintLevels

/** Rules that `-- gate: contract` lets through: the version that is live no longer uses what goes. */
export const contractRules: readonly LintRule[] = ['drop-in-use', 'rename-in-use']

/** The end of every message of the lint, until a rehearsal has something to say. */
export const notRehearsed = 'From the text alone: not rehearsed.'
