/** The rules of the history guard: how bad each is, and by which word it is let through. */

/** What a rule’s findings are unless the config file says otherwise. */
export const ruleLevels = {
  edited: 'error',
  'checksum-edited': 'error',
  'comment-only-edit': 'warning',
  'way-down-edited': 'warning',
  deleted: 'error',
  renamed: 'error',
  moved: 'warning',
  'out-of-order': 'error',
  duplicate: 'error',
  'multiple-heads': 'error',
  'missing-parent': 'error',
  cycle: 'error',
  'file-fault': 'error',
  'empty-upgrade': 'error',
  'no-way-down': 'warning',
  'not-compared': 'error',
  'not-read': 'warning',
  'allow-unread': 'warning',
  'not-in-image': 'error',
  dockerignored: 'error',
  'elsewhere-in-image': 'error',
  'other-stage': 'error',
  'release-script': 'warning',
} as const satisfies Record<string, 'error' | 'warning'>

export type Rule = keyof typeof ruleLevels

/** What no upgrade would accept, so that no config file can make less of it. */
export const fixedRules: readonly Rule[] = [
  'duplicate',
  'multiple-heads',
  'missing-parent',
  'cycle',
  'file-fault',
  'not-compared',
]

/** The word that lets a finding through: for `modified`, `missing` and `out-of-order` also in the input `allow`. */
export const allowWords: Partial<Record<Rule, string>> = {
  edited: 'modified',
  'checksum-edited': 'modified',
  'comment-only-edit': 'modified',
  'way-down-edited': 'modified',
  deleted: 'missing',
  renamed: 'missing',
  moved: 'missing',
  'out-of-order': 'out-of-order',
  'empty-upgrade': 'empty-upgrade',
  'no-way-down': 'no-way-down',
}
