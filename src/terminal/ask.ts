import type { Readable, Writable } from 'node:stream'
import { gateError } from '../catalogue/catalogue.ts'
import type { Agree, Removal } from '../stamp.ts'
import { harmless } from '../text.ts'

/** Where a question is put, and where its answer comes from. */
export interface Desk {
  input: Readable & { isTTY?: boolean }
  output: Writable & { isTTY?: boolean }
  /** A job runs us: its terminal has nobody in front of it. */
  unattended: boolean
}

/** Asks at a terminal; where there is none, says that nobody was there. Anything but y or yes is a no. */
export function askAt(desk: Desk, signal: AbortSignal): Agree {
  return async removal => {
    const { input, output, unattended } = desk
    if (unattended || input.isTTY !== true || output.isTTY !== true) return 'nobody'
    const { createInterface } = await import('node:readline/promises')
    // Not in the raw mode of a line editor: there Ctrl-C would be a letter.
    const reader = createInterface({ input, output, terminal: false })
    try {
      const answer = await Promise.race([reader.question(questionOf(removal), { signal }), closed(reader)])
      return /^y(?:es)?$/i.test(answer.trim()) ? 'yes' : 'no'
    } catch {
      throw gateError('interrupted', { id: '', name: '' })
    } finally {
      reader.close()
    }
  }
}

/** The end of the input is an answer, too: no. */
function closed(reader: { once: (event: 'close', listener: () => void) => unknown }): Promise<string> {
  return new Promise(resolve => reader.once('close', () => resolve('')))
}

function questionOf({ ids, database, host, losses }: Removal): string {
  const which = ids.join(', ')
  if (losses === undefined)
    return harmless(`This takes ${which} out of the history of ${database} on ${host}. Go on? [y/N] `)
  const lost = losses.length === 0 ? '' : ` What is in it is lost: ${losses.slice(0, 10).join(', ')}.`
  return harmless(`This takes ${which} back in ${database} on ${host}.${lost} Go on? [y/N] `)
}
