/** The word that was most likely meant: one slip away, or two in a longer word; undefined when none is near. Pure. */
export function nearestOf(given: string, words: readonly string[]): string | undefined {
  const typed = given.toLowerCase()
  const most = typed.length > 4 ? 2 : 1
  return words
    .map(word => ({ word, far: slips(typed, word) }))
    .filter(one => one.far <= most)
    .sort((a, b) => a.far - b.far)[0]?.word
}

/** Letters to add, drop, change or swap with their neighbour (optimal string alignment). */
function slips(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, column) => column)]
  const at = (row: number, column: number): number => rows[row]?.[column] ?? 0
  for (let i = 1; i <= a.length; i++) {
    rows[i] = [i]
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const least = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + cost)
      rows[i]?.push(swapped ? Math.min(least, at(i - 2, j - 2) + 1) : least)
    }
  }
  return at(a.length, b.length)
}
