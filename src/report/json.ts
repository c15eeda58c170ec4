import type { Report } from '../domain.ts'

/** The report as it is written: docs/schema/report.json describes it. Stacks of our own errors stay out. Pure. */
export function renderReport(report: Report): string {
  return `${JSON.stringify(report, (key, value) => (key === 'debug' ? undefined : value), 2)}\n`
}
