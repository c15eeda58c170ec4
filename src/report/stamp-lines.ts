import { shortList } from '../text.ts'
import { type Line, line, of, type SayNext } from './line.ts'
import type { HistoryChange, Report } from './shape.ts'

/** What a stamp did to each history, or would do, and the command that takes a removal back. Pure. */
export function stampLines(report: Report, sayNext: SayNext): Line[] {
  return report.databases.flatMap(({ name, stamped, wouldStamp, next }) => {
    const change = stamped ?? wouldStamp
    if (change === undefined) return []
    const said = sayChange(change, stamped === undefined)
    const ways = (next ?? []).map(one =>
      line('strong', `   next: ${sayNext(one)}${one.when === undefined ? '' : `   (if ${one.when})`}`),
    )
    return [line('plain', `🖊️  ${of(name)}history: ${said}`), ...ways]
  })
}

function sayChange(change: HistoryChange, would: boolean): string {
  const verbs = would
    ? { made: 'would make its table', record: 'would record', take: 'would take', remove: 'would remove' }
    : { made: 'made its table', record: 'recorded', take: 'took', remove: 'removed' }
  const { recorded, refreshed, removed, created } = change
  const said = [
    ...(recorded.length > 0 ? [`${verbs.record} ${shortList(recorded)}`] : []),
    ...(refreshed.length > 0 ? [`${verbs.take} the files’ contents for ${shortList(refreshed)}`] : []),
    ...(removed.length > 0 ? [`${verbs.remove} ${shortList(removed)}`] : []),
  ]
  if (said.length > 0) return said.join('; ')
  return created === true ? `${verbs.made}, empty` : 'it said so already'
}
