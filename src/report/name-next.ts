import type { Fault } from '../domain.ts'

/**
 * Names the database in every command that a fault offers, where there are several to choose from. One fault may stand
 * in two places and stays one. Pure.
 */
export function nextNamer(database: string | undefined): (fault: Fault) => Fault {
  const made = new Map<Fault, Fault>()
  return fault => {
    const { next } = fault
    if (database === undefined || next === undefined) return fault
    const known = made.get(fault) ?? { ...fault, next: next.map(one => ({ ...one, database })) }
    made.set(fault, known)
    return known
  }
}
