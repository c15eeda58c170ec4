/** The one id that is a slip away from what was written (a character more, less, other or swapped, or the rest cut off). */
export function nearestId(written: string, ids: Iterable<string>): string | undefined {
  const near: string[] = []
  for (const id of ids) if (isNear(written, id)) near.push(id)
  return near.length === 1 ? near[0] : undefined
}

function isNear(written: string, id: string): boolean {
  if (id === written) return false
  if (written.length >= 4 && (id.startsWith(written) || written.startsWith(id)) && id.length >= 4) return true
  return id.length >= 3 && isOneSlipAway(written, id)
}

function isOneSlipAway(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false
  let start = 0
  while (start < one.length && one[start] === other[start]) start++
  const restOfOne = one.slice(start)
  const rest = other.slice(start)
  if (restOfOne.slice(1) === rest.slice(1)) return true
  if (restOfOne.slice(1) === rest || restOfOne === rest.slice(1)) return true
  return restOfOne[0] === rest[1] && restOfOne[1] === rest[0] && restOfOne.slice(2) === rest.slice(2)
}
