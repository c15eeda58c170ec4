import type { Applied } from '../engines/engine.ts'

/** Ids of what is applied once a run has ended without a fault, also of what ran beside its plan. Pure. */
export function idsApplied({ plan, outcomes }: Pick<Applied, 'plan' | 'outcomes'>): string[] {
  const ran = outcomes.filter(({ result }) => result === 'applied').map(({ revision }) => revision)
  return [...new Set([...plan.applied, ...[...plan.pending, ...ran].map(({ id }) => id)])]
}

/** Those that are not among `there`; a version is the same with however many zeros it begins. Pure. */
export function findLacking(ids: readonly string[], there: readonly string[]): string[] {
  const found = new Set(there.map(withoutZeros))
  return ids.filter(id => !found.has(withoutZeros(id)))
}

function withoutZeros(id: string): string {
  return /^\d+$/.test(id) ? id.replace(/^0+(?=\d)/, '') : id
}
