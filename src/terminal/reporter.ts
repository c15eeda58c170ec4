import { label } from '../notes.ts'
import type { Redact } from '../redact.ts'
import { sayMs } from '../report/did.ts'
import type { Line, SayNext, Tone } from '../report/line.ts'
import { renderEvent } from '../report/lines.ts'
import type { GateEvent, Reporter } from '../report/reporter.ts'
import { harmless } from '../text.ts'

/** Where lines go, and what it can show. */
export interface Screen {
  write: (text: string) => void
  colour: boolean
  /** Whether a line may be drawn again in place. */
  live: boolean
  /** A person looks at it, or asked for all: values of rows in the server’s errors are shown. */
  showData: boolean
  columns: number
}

const codes: Record<Tone, string> = {
  plain: '',
  strong: '\x1b[1m',
  dim: '\x1b[2m',
  good: '\x1b[32m',
  bad: '\x1b[31m',
  warn: '\x1b[33m',
}
const clearLine = '\r\x1b[2K'
const redrawMs = 120
const whileItRuns: GateEvent['kind'][] = ['running', 'retrying', 'notice']

/** Lines for people; on a terminal with colour, and a live line while a revision runs. */
export function terminalReporter(screen: Screen, redact: Redact, sayNext: SayNext): Reporter {
  let timer: NodeJS.Timeout | undefined
  let live: { text: string; began: number } | undefined
  const stopLive = (): void => {
    if (timer === undefined) return
    clearInterval(timer)
    timer = undefined
    screen.write(clearLine)
  }
  const startLive = ({ text, began }: NonNullable<typeof live>): void => {
    timer = setInterval(() => {
      const line = `   ⏱  ${text} … ${sayMs(Date.now() - began)}`
      screen.write(`${clearLine}${[...harmless(redact(line))].slice(0, screen.columns - 2).join('')}`)
    }, redrawMs)
    timer.unref()
  }
  return event => {
    stopLive()
    for (const line of renderEvent(event, sayNext, screen.showData))
      screen.write(`${paint(line, redact, screen.colour)}\n`)
    if (event.kind === 'started') live = { text: label(event.revision), began: Date.now() }
    // What else is told of a revision stands above its live line, which goes on below.
    else if (!whileItRuns.includes(event.kind)) live = undefined
    if (screen.live && live !== undefined) startLive(live)
  }
}

/** Our colours come last, around text that has lost its own: in a job the runner reads these lines too. */
function paint(line: Line, redact: Redact, colour: boolean): string {
  const code = colour ? codes[line.tone] : ''
  const text = harmless(redact(line.text))
  return code === '' || text === '' ? text : `${code}${text}\x1b[0m`
}
