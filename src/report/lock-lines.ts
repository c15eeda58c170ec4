import type { Retry } from '../engines/tries.ts'
import { label } from '../notes.ts'
import { sayAge } from '../text.ts'
import { sayMs } from './did.ts'
import { type Line, line, of } from './line.ts'
import type { GateEvent } from './reporter.ts'

type Waiting = Extract<GateEvent, { kind: 'connecting' | 'waiting' | 'running' | 'retrying' }>

/** What is waited for, and for whom. */
export function lockLine(event: Waiting): Line {
  if (event.kind === 'retrying') return line('warn', `   🔁 ${sayRetry(label(event.revision), event.retry)}`)
  const since = sayAge(event.elapsedMs / 1000)
  if (event.kind === 'connecting') {
    const { where, reason, longestMs } = event
    const most = sayAge(longestMs / 1000)
    return line(
      'warn',
      `⏳ ${of(event.database)}${where}: ${reason}; trying again (${since} of ${most} at most)`,
    )
  }
  if (event.kind === 'waiting')
    return line(
      'warn',
      `⏳ ${of(event.database)}waiting for the gate lock (${since}): held by ${event.holder}`,
    )
  const blocked = event.blocked === '' ? '' : `; waits for a lock, in its way: ${event.blocked}`
  return line('dim', `   … ${since} in: ${event.statement}${blocked}`)
}

/** What happened, what comes next, and who was in the way. */
function sayRetry(name: string, { code, attempt, most, pauseMs, blocked }: Retry): string {
  const what = code === '40P01' ? 'was the one to give way in a deadlock' : 'did not get a lock in time'
  const who = blocked === '' ? '' : ` In its way: ${blocked}.`
  return `${name} ${what} (${code}) and was rolled back; attempt ${attempt} of ${most} in ${sayMs(pauseMs)}.${who}`
}
