/** How Python begins a traceback, and how a log line begins after one. */
const begins = /^\s*(?:\+ Exception Group )?Traceback \(most recent call last\):$/
const logLine = /^(?:DEBUG|INFO|WARN(?:I(?:NG)?)?|ERROR|CRITI(?:CAL)?)\b/

/** Passes lines on without the tracebacks among them; `end` says how many lines were left out. */
export interface Fold {
  line(text: string): void
  end(): number
}

/**
 * Leaves out tracebacks, from their first line to the next log line: the fault names the place in the revision, and the
 * whole text is there for who asks for debug.
 */
export function foldTracebacks(show: (text: string) => void): Fold {
  let folding = false
  let folded = 0
  return {
    line(text) {
      if (begins.test(text)) folding = true
      else if (logLine.test(text)) folding = false
      if (folding) folded++
      else show(text)
    },
    end: () => folded,
  }
}
