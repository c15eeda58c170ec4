import type { Redact } from '../redact.ts'
import type { Report } from './shape.ts'

declare const redacted: unique symbol
/** A report without secrets: only `redactReport` makes one. */
export type RedactedReport = Report & { readonly [redacted]: true }

/** The report as it is written: docs/schema/report.json describes it. Stacks of our own errors and people’s data stay out. Pure. */
export function renderReport(report: RedactedReport): string {
  return `${JSON.stringify(report, (key, value) => (unwritten.has(key) ? undefined : value), 2)}\n`
}

/** Parts of a fault that are in no file. */
const unwritten = new Set(['debug', 'withheld'])

/** Words of ours, by which a report is read: a password that is one of them must not take it apart. */
const ownWords = new Set(['command', 'status', 'gate', 'kind', 'result', 'standing', 'startedAt'])

/**
 * The report with every text redacted by itself, before JSON or Markdown escapes what a secret is made of, and so
 * that what begins in one text cannot end in another. Pure.
 */
export function redactReport(report: Report, redact: Redact): RedactedReport {
  // The fault of a database is also that of its problem, and readers tell by that what was said already.
  const made = new Map<object, unknown>()
  const clean = (value: unknown): unknown => {
    if (typeof value === 'string') return redact(value)
    if (Array.isArray(value)) return value.map(clean)
    if (typeof value !== 'object' || value === null) return value
    const known = made.get(value)
    if (known !== undefined) return known
    const entries = Object.entries(value)
    const copy = Object.fromEntries(entries.map(([key, one]) => [key, ownWords.has(key) ? one : clean(one)]))
    made.set(value, copy)
    return copy
  }
  return clean(report) as RedactedReport
}
