import type { FollowUp, FollowUpEvent } from '../after/follow-up.ts'
import { sayFollowUp } from '../after/list.ts'
import { oneLine } from '../text.ts'
import { sayDid, sayMs } from './did.ts'
import { type Line, line, of } from './line.ts'

/** What follows the revisions, as it happens. Pure. */
export function followLines(event: FollowUpEvent): Line[] {
  if (event.kind === 'follow-started')
    return [line('plain', `🔧 ${of(event.database)}${sayFollowUp({ kind: event.what, name: event.name })}`)]
  if (event.kind === 'follow-running')
    return [line('dim', `   … ${sayMs(event.elapsedMs)} in: ${oneLine(event.statement, 120)}`)]
  const { followUp, database } = event
  const name = `${of(database)}${sayFollowUp(followUp)}`
  const { result, durationMs } = followUp
  if (result === 'failed') return [line('bad', `   ❌ ${name} failed after ${sayMs(durationMs)}`)]
  return [line('good', `   ✅ ${name} in ${sayMs(durationMs)}${sayFound(followUp)}`)]
}

/** The same in the summary, a line each. `text` makes foreign text harmless there. Pure. */
export function followParts(followUps: readonly FollowUp[], text: (foreign: string) => string): string[] {
  if (followUps.length === 0) return []
  const signs = { done: '✅', failed: '❌', skipped: '⏭️' }
  const lines = followUps.map(followUp => {
    const { result, durationMs } = followUp
    const came = result === 'skipped' ? ' was not run' : ` in ${sayMs(durationMs)}${sayFound(followUp)}`
    return `- ${signs[result]} ${text(`${sayFollowUp(followUp)}${result === 'failed' ? ' failed' : came}`)}`
  })
  return [lines.join('\n')]
}

function sayFound({ kind, did }: FollowUp): string {
  return kind === 'smoke-command' || did.length === 0 ? '' : `: ${sayDid(did)}`
}
