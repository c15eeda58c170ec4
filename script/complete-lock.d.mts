/** Types of complete-lock.mjs for tests. */
export function missingEntries(lock: { packages: Record<string, object> }): Record<string, object>
