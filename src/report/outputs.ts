import type { ListFiles } from '../changes/detection.ts'
import { formatFiles } from '../changes/list-files.ts'
import { oneLine } from '../text.ts'
import type { DatabaseReport, Report } from './shape.ts'

/** Names of the outputs that are always set, on success and on failure. */
export const fixedOutputs = [
  'status',
  'changed',
  'changes',
  'from',
  'to',
  'pending',
  'applied',
  'failed',
  'plan',
  'databases',
  'results',
  'report',
] as const

/** In the file of outputs such a name would end early, and the rest of it set others. */
const unspeakable = /[\x00-\x1f\x7f]|=|<</

/** What an output of ours clashed with: a filter of that name. */
export interface Outputs {
  values: Record<string, string>
  warnings: string[]
}

/**
 * The outputs of a report. Pure. With several databases ids are written `name:id` and the scalars are empty. A
 * fixed output wins over a filter of that name, with a warning; `filtersFirst`, as in `detect/`, the filter does.
 */
export function makeOutputs(
  report: Report,
  reportPath: string,
  listFiles: ListFiles,
  several: boolean,
  filtersFirst = false,
): Outputs {
  const warnings: string[] = []
  const values: Record<string, string> = {}
  const instead: Record<string, string> = {}
  for (const { name, matched, files } of report.filters) {
    set(name, String(matched))
    set(`${name}_count`, String(files.length))
    if (listFiles !== 'none') set(`${name}_files`, formatFiles(listFiles, files))
  }
  function set(name: string, value: string): void {
    if ((fixedOutputs as readonly string[]).includes(name)) {
      const winner = filtersFirst ? 'it tells of the filter' : 'the output keeps its own meaning'
      warnings.push(`The filter "${name}" has the name of an output of ours; ${winner}.`)
      if (filtersFirst) instead[name] = value
    } else if (unspeakable.test(name)) {
      warnings.push(
        `The filter "${oneLine(name, 100)}" cannot be an output: no name holds = or << or a line end.`,
      )
    } else values[name] = value
  }
  const { databases } = report
  const [only] = several ? [] : databases
  const ids = (pick: (database: DatabaseReport) => string[]): string =>
    JSON.stringify(
      databases.flatMap(database => pick(database).map(id => (several ? `${database.name}:${id}` : id))),
    )
  return {
    warnings,
    values: {
      ...values,
      status: report.status,
      changed: String(report.changed),
      changes: JSON.stringify(report.filters.filter(filter => filter.matched).map(filter => filter.name)),
      from: (only?.from ?? []).join(','),
      to: (only?.to ?? []).join(','),
      pending: ids(database => database.pending),
      applied: ids(database => database.applied),
      failed: only?.failed ?? '',
      plan: only?.plan ?? '',
      databases: JSON.stringify(report.selected),
      results: JSON.stringify(
        Object.fromEntries(databases.map(database => [database.name, resultOf(database)])),
      ),
      report: reportPath,
      ...instead,
    },
  }
}

function resultOf(database: DatabaseReport): Record<string, unknown> {
  return {
    status: database.status,
    from: (database.from ?? []).join(','),
    to: (database.to ?? []).join(','),
    pending: database.pending,
    applied: database.applied,
    failed: database.failed,
    plan: database.plan,
  }
}
