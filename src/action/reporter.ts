import * as core from '@actions/core'
import type { Command, Fault, Finding } from '../domain.ts'
import { type Aim, revisionOf, typeCommand } from '../next-line.ts'
import type { Redact } from '../redact.ts'
import { serverLines } from '../report/fault-lines.ts'
import type { SayNext } from '../report/line.ts'
import { renderEvent } from '../report/lines.ts'
import type { Reporter } from '../report/reporter.ts'
import type { Report } from '../report/shape.ts'
import { harmless, oneLine } from '../text.ts'
import { writeTogether } from '../write-together.ts'
import { saveState } from './files.ts'

/** The only way into the log: redacted, and with nothing in it that the runner would take for a command. */
export function sink(redact: Redact): (text: string) => void {
  const { stdout } = process
  return text => writeTogether(stdout, () => stdout.write(`${harmless(redact(text))}\n`))
}

/** Commands that the workflow by hand has confirmed, with the name of its environment. */
const confirmed: readonly Command[] = ['stamp', 'downgrade']

/** In Actions a person can type it, or dispatch the workflow that does: with these inputs, and its environment. */
export function sayNextOf(aim: Aim): SayNext {
  const words = aim.urlGiven ? ' (with the URL of this database)' : ''
  return next => {
    const { command, database } = next
    const fields = Object.entries({ revision: revisionOf(next, aim), database, ...next.with }).filter(
      ([, value]) => value !== undefined,
    )
    const confirm = confirmed.includes(command) ? ['confirm <its environment>'] : []
    const dispatch = [`command ${command}`, ...fields.map(([name, value]) => `${name} ${value}`), ...confirm]
    return `${typeCommand(next, aim)}${words}   or run your operate workflow with ${dispatch.join(', ')}`
  }
}

/** Plain lines, and the state that the post step needs if this process is killed. */
export function actionReporter(write: (text: string) => void, sayNext: SayNext): Reporter {
  return event => {
    if (event.kind === 'working') {
      const { database, pid, startedAt } = event
      saveState('backend', JSON.stringify({ database, pid, startedAt }))
    }
    for (const line of renderEvent(event, sayNext)) write(line.text)
  }
}

/** GitHub keeps ten annotations a level and step, and drops the others in silence. */
const mostAnnotations = 9

/** Annotations on the lines to blame, what closed the gate first. */
export function annotateFaults(report: Report, redact: Redact, aim: Aim): void {
  for (const note of report.notes) {
    if (note.kind === 'skipped') core.notice(redact(note.text), { title: 'Migration Gate: skipped' })
  }
  const blamed = [...report.databases.flatMap(database => database.fault ?? []), ...report.faults]
  const problems = report.databases.flatMap(database => database.problems)
  const others = problems.filter(problem => !blamed.includes(problem.fault))
  const findings = report.databases
    .flatMap(database => database.findings ?? [])
    .filter(finding => !blamed.includes(finding.fault))
    .sort((one, other) => Number(isWarning(one)) - Number(isWarning(other)))
  const all = [
    ...blamed.map(fault => ({ fault, level: core.error })),
    ...others.map(({ fault, allowed }) => ({
      fault,
      level: allowed || report.gate === 'open' ? core.warning : core.error,
    })),
    ...findings.map(finding => ({
      fault: finding.fault,
      level: isWarning(finding) ? core.warning : core.error,
    })),
  ]
  for (const { fault, level } of all.slice(0, mostAnnotations)) annotate(fault, level, redact, aim)
  const more = all.length - mostAnnotations
  if (more > 0) core.error(`${more} more in the job summary.`, { title: 'Migration Gate' })
  for (const fault of blamed) sayDebug(fault, redact)
}

/** With debug logging the values of rows are shown too: not sent otherwise, though the runner would drop them. */
function sayDebug({ debug, server, withheld }: Fault, redact: Redact): void {
  if (debug !== undefined) core.debug(harmless(redact(debug)))
  if (server === undefined || withheld === undefined || !core.isDebug()) return
  for (const line of serverLines({ ...server, ...withheld })) core.debug(harmless(redact(line)))
}

function isWarning({ level, allowed }: Finding): boolean {
  return level === 'warning' || allowed !== undefined
}

function annotate(fault: Fault, level: typeof core.error, redact: Redact, aim: Aim): void {
  const { place, state, foreign, next } = fault
  const ways = [...(foreign ?? []).map(one => one.line), ...(next ?? []).map(one => typeCommand(one, aim))]
  const parts = [fault.message, state ?? '', fault.cure, ...ways.slice(0, 1).map(line => `Next: ${line}`)]
  level(harmless(redact(parts.filter(part => part !== '').join('\n'))), {
    title: `Migration Gate: ${fault.id}`,
    ...(place === undefined ? {} : { file: oneLine(redact(place.path)) }),
    ...(place?.line === undefined ? {} : { startLine: place.line }),
    ...(place?.column === undefined ? {} : { startColumn: place.column }),
  })
}
