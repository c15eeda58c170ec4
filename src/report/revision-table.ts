import type { Finding } from '../domain.ts'
import type { RehearsedRevision, TableSeen } from '../rehearsal.ts'
import { oneLine } from '../text.ts'
import { sayMs } from './did.ts'
import { text } from './markdown-text.ts'
import type { DatabaseReport } from './shape.ts'

const most = 50

/**
 * The new revisions of a check, each with what was found, and what a rehearsal saw: how long it took, what it kept from
 * whom, whether its way down was verified. `nameOf` writes its name, as Markdown. Empty where nothing is new. Pure.
 */
export function revisionTable(database: DatabaseReport, nameOf: (id: string) => string): string {
  const { added = [], findings = [], rehearsal } = database
  if (added.length === 0) return ''
  const tried = rehearsal !== undefined && rehearsal.revisions.length > 0
  const rows = added.slice(0, most).map(id => {
    const own = findings.filter(finding => finding.revision === id)
    const rules = [...new Set(own.map(finding => `${signOf(finding)} \`${finding.rule}\``))]
    const found = rules.length === 0 ? 'nothing' : rules.join('<br>')
    const seen = tried ? rehearsedCells(rehearsal.revisions.find(one => one.id === id)) : ''
    return `| ${worstSign(own)} | ${nameOf(id)} | ${found} |${seen}`
  })
  const [more, columns] = tried ? [' | | |', ' up | locks | down |'] : ['', '']
  if (added.length > most) rows.push(`| | … ${added.length - most} more | |${more}`)
  const line = `| --- | --- | --- |${tried ? ' ---: | --- | --- |' : ''}`
  return [`| | new revision | found |${columns}`, line, ...rows].join('\n')
}

/** The sign of a finding: that of its level, or that it was let through. */
export function signOf({ level, allowed }: Finding): string {
  if (allowed !== undefined) return '☑️'
  return level === 'error' ? '❌' : '⚠️'
}

function worstSign(own: readonly Finding[]): string {
  const open = own.filter(({ allowed }) => allowed === undefined)
  const worst = open.find(({ level }) => level === 'error') ?? open[0] ?? own[0]
  return worst === undefined ? '✅' : signOf(worst)
}

const ways: Record<RehearsedRevision['down'], string> = {
  verified: 'verified',
  failed: 'failed',
  differs: 'leaves something',
  none: 'not tried',
}

function rehearsedCells(revision: RehearsedRevision | undefined): string {
  if (revision === undefined) return ' not run | | |'
  const { up, down, durationMs, tables = [] } = revision
  const locks = tables.slice(0, 5).map(sayTable)
  if (tables.length > 5) locks.push(`and ${tables.length - 5} more`)
  return ` ${up === 'failed' ? 'failed' : sayMs(durationMs)} | ${locks.join('<br>')} | ${ways[down]} |`
}

/** `orders: ACCESS EXCLUSIVE for 12 ms, written anew`. */
function sayTable({ table, lock, heldMs, rewritten, scanned }: TableSeen): string {
  const held = heldMs === undefined ? '' : ` for ${sayMs(heldMs)}`
  const did = [
    ...(lock === undefined ? [] : [`${lock}${held}`]),
    ...(rewritten ? ['written anew'] : scanned ? ['read whole'] : []),
  ]
  return `${text(oneLine(table, 80))}: ${did.join(', ')}`
}
