const factors: Record<string, number> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 }

/** What a duration may look like, for messages. */
export const durationForm = 'a duration such as 500ms, 5s, 10m or 1h'

/** `500ms`, `5s`, `10m`, `1h` or `0` in milliseconds; undefined for anything else and for more than 24 days. */
export function readDuration(text: string): number | undefined {
  if (/^0+$/.test(text)) return 0
  const found = /^(\d{1,9}(?:\.\d{1,3})?)(ms|s|m|h)$/.exec(text.trim())
  if (found === null) return undefined
  const ms = Math.round(Number(found[1]) * (factors[found[2] ?? ''] ?? 0))
  return ms <= 2_147_483_647 ? ms : undefined
}
