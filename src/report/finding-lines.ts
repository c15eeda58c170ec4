import type { Finding } from '../domain.ts'
import { count, oneLine } from '../text.ts'
import { faultLines } from './fault-lines.ts'
import { type Line, line, type SayNext } from './line.ts'
import type { DatabaseReport, Report } from './shape.ts'

/** A finding in lines: as a failure where it is one, and who lets it through where somebody does. */
export function findingLines(finding: Finding, sayNext: SayNext, database = ''): Line[] {
  const { fault, level, allowed } = finding
  const [first, ...rest] = faultLines(fault, allowed !== undefined, sayNext, database)
  if (first === undefined) return []
  if (allowed !== undefined) return [first, ...rest, line('plain', `   ${sayTrail(finding)}`)]
  if (level === 'error') return [first, ...rest]
  return [line('warn', `⚠️  ${database}${fault.message}`), ...rest]
}

/** Who let a finding through, and why: `modified allowed by migrations/0003_orders.sql:1: no database ran it`. */
export function sayTrail({ rule, allowed }: Finding): string {
  if (allowed === undefined) return ''
  return oneLine(
    `${rule} is let through by ${allowed.by}${allowed.reason === '' ? '' : `: ${allowed.reason}`}`,
  )
}

/** `2 new revisions, nothing wrong with the history`, for the last line of a check. */
export function sayChecked({ databases, gate }: Report): string {
  const sum = (pick: (database: DatabaseReport) => number) =>
    databases.map(pick).reduce((one, other) => one + other, 0)
  const those = (keep: (finding: Finding) => boolean) =>
    sum(database => (database.findings ?? []).filter(keep).length)
  const added = sum(database => database.added?.length ?? 0)
  const allowed = those(finding => finding.allowed !== undefined)
  const errors = those(finding => finding.allowed === undefined && finding.level === 'error')
  const warnings = those(finding => finding.allowed === undefined && finding.level === 'warning')
  // Closed by no finding: the files could not be found, say.
  const unchecked = databases.some(({ findings }) => findings === undefined)
  if (gate === 'closed' && unchecked && errors + warnings + allowed === 0)
    return 'the history was not checked'
  const words = [
    added > 0 || errors + warnings + allowed === 0 ? count(added, 'new revision') : '',
    errors > 0 ? count(errors, 'error') : '',
    warnings > 0 ? count(warnings, 'warning') : '',
    allowed > 0 ? `${allowed} let through` : '',
    errors + warnings + allowed === 0 ? 'nothing wrong with the history' : '',
  ]
  return words.filter(word => word !== '').join(', ')
}
