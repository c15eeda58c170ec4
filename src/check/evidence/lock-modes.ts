/** Locks of tables (PostgreSQL documentation, 13.3.1), weakest first. */
const modes = [
  'AccessShareLock',
  'RowShareLock',
  'RowExclusiveLock',
  'ShareUpdateExclusiveLock',
  'ShareLock',
  'ShareRowExclusiveLock',
  'ExclusiveLock',
  'AccessExclusiveLock',
] as const

/** As pg_locks names it. */
export type LockMode = (typeof modes)[number]

/** The strongest of what a session holds. */
export function strongest(held: readonly string[]): LockMode | undefined {
  return modes.findLast(mode => held.includes(mode))
}

/** Whether others cannot write meanwhile, or cannot even read. */
export function blocks(mode: LockMode | undefined): 'writes' | 'reads' | undefined {
  if (mode === 'AccessExclusiveLock') return 'reads'
  return mode !== undefined && modes.indexOf(mode) >= modes.indexOf('ShareLock') ? 'writes' : undefined
}

/** `ACCESS EXCLUSIVE`, as the documentation writes it. */
export function sayLock(mode: LockMode): string {
  return mode
    .replace(/Lock$/, '')
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toUpperCase()
}
