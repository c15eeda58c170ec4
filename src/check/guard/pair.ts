import type { Guarded } from './shapes.ts'

/** A merged revision, and what became of it. */
export interface Pair {
  before: Guarded
  /** Undefined: it is gone. */
  after: Guarded | undefined
}

/** Revisions of two commits, brought together. */
export interface Pairs {
  pairs: Pair[]
  /** What only the later commit has. */
  added: Guarded[]
}

/**
 * Brings the revisions of two commits together: by what a history knows them by, the same path first; then by path;
 * then by what they do. Pure.
 */
export function pairRevisions(before: readonly Guarded[], after: readonly Guarded[]): Pairs {
  const left = new Set(after)
  const partner = new Map<Guarded, Guarded>()
  const match = (fits: (one: Guarded, other: Guarded) => boolean, indexed: (one: Guarded) => string) => {
    const index = new Map<string, Guarded[]>()
    for (const one of left) {
      const key = indexed(one)
      const there = index.get(key)
      if (there === undefined) index.set(key, [one])
      else there.push(one)
    }
    for (const one of before) {
      if (partner.has(one)) continue
      const found = index.get(indexed(one))?.find(other => left.has(other) && fits(one, other))
      if (found === undefined) continue
      partner.set(one, found)
      left.delete(found)
    }
  }
  match(
    (one, other) => one.path === other.path,
    one => one.key,
  )
  match(
    () => true,
    one => one.key,
  )
  match(
    () => true,
    one => one.path,
  )
  match(
    one => one.up.length > 0,
    one => JSON.stringify(one.up.map(piece => piece.code)),
  )
  return { pairs: before.map(one => ({ before: one, after: partner.get(one) })), added: [...left] }
}

/**
 * What a merge of the head into the tip would hold, file by file: what the head changed since the base is the head’s,
 * all else the tip’s. Where the head is the merge already, so is the answer. Pure.
 */
export function mergeSides(
  base: readonly Guarded[],
  tip: readonly Guarded[],
  head: readonly Guarded[],
): Guarded[] {
  const [from, into, mine] = [base, tip, head].map(side => new Map(side.map(one => [one.path, one])))
  const paths = [...new Set([...tip, ...head].map(one => one.path))]
  return paths.flatMap(path => {
    const untouched = mine?.get(path)?.text === from?.get(path)?.text
    return (untouched ? into?.get(path) : mine?.get(path)) ?? []
  })
}
