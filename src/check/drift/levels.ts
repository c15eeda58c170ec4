/** The rules of the comparison with a live database: how bad each is unless the config file says otherwise. */
export const driftLevels = {
  drift: 'warning',
  'drift-collides': 'error',
  'drift-not-compared': 'warning',
} as const satisfies Record<string, 'error' | 'warning'>
