import type { Fault, Finding } from '../domain.ts'

/** What closes the gate: the first finding that nobody lets through, an error or, if asked for, a warning. */
export function findClosing(findings: readonly Finding[], failOn: 'error' | 'warning'): Fault | undefined {
  const open = findings.filter(finding => finding.allowed === undefined)
  const worst = open.find(finding => finding.level === 'error')
  return (worst ?? (failOn === 'warning' ? open[0] : undefined))?.fault
}
