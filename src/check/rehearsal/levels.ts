/** The rules of the rehearsal: how bad each is unless the config file says otherwise. */
export const rehearsalLevels = {
  'rehearsal-fails': 'error',
  'rehearsal-endless': 'error',
  'rehearsal-down-fails': 'error',
  'rehearsal-down-differs': 'error',
  'rehearsal-again-fails': 'error',
  'rehearsal-superuser': 'error',
  'rehearsal-broke-off': 'error',
  'rehearsal-file': 'error',
  'rehearsal-extension': 'warning',
  'rehearsal-start': 'warning',
  'models-differ': 'warning',
} as const satisfies Record<string, 'error' | 'warning'>

export type RehearsalRule = keyof typeof rehearsalLevels
