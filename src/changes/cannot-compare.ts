import { makeRedactor } from '../redact.ts'
import { oneLine } from '../text.ts'

/** Why a comparison is impossible, on its way to the one place that turns it into `known: false`. */
export class CannotCompare extends Error {
  readonly level: 'note' | 'warning'

  /** `why` is one harmless line, a whole sentence; `note` where nobody expected a comparison. */
  constructor(why: string, level: 'note' | 'warning' = 'warning') {
    super(why)
    this.level = level
  }
}

const redact = makeRedactor([])

/**
 * What git said, as one line that can be shown: its `fatal:` or `error:` line, without credentials (a remote's URL
 * may hold a token as its user name alone) and without anything that steers a terminal or a runner.
 */
export function sayGitError(stderr: string): string {
  const lines = stderr.split('\n').filter(line => line.trim() !== '')
  const line = lines.find(one => /^(?:fatal|error|remote error): /.test(one)) ?? lines.at(-1) ?? ''
  const clean = redact(line.replace(/:\/\/[^\s/@]*@/g, '://***@'))
  return oneLine(clean.replace(/^(?:fatal|error): /, '').replace(/[.\s]+$/, ''), 200) || 'it gave no reason'
}

/** What kept two states from being compared, whatever was thrown: a sentence, and how much it matters. */
export function whyNot(error: unknown): { why: string; level: 'note' | 'warning' } {
  if (error instanceof CannotCompare) return { why: error.message, level: error.level }
  const said = error instanceof Error ? error.message : String(error)
  return { why: `The comparison failed: ${sayGitError(said)}.`, level: 'warning' }
}

/** A name or path of foreign origin inside a sentence of ours. */
export function quote(name: string): string {
  return `"${oneLine(name, 100)}"`
}
