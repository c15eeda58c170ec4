/** The rules of what only a rehearsal shows: how bad each is unless the config file says otherwise. */
export const evidenceLevels = {
  'rehearsed-rewrite': 'error',
  'rehearsed-scan': 'error',
  'rehearsed-lock': 'warning',
} as const satisfies Record<string, 'error' | 'warning'>

export type EvidenceRule = keyof typeof evidenceLevels
