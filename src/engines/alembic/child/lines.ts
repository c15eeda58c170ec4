import { StringDecoder } from 'node:string_decoder'
import type { Redact } from '../../../redact.ts'
import { harmless } from '../../../text.ts'

/** Characters of a line that are looked at; what follows up to its end is left out. */
const longestLine = 64 * 1024
/** Characters of a line that are handed on. */
const shownLine = 8 * 1024

/** Takes a stream's pieces and gives its lines. `end` gives the last one, which may lack its line end. */
export interface Lines {
  push(piece: Buffer): void
  end(): void
}

/** Cuts a stream into lines of at most `most` characters; memory stays bounded however long a line is. */
export function splitLines(onLine: (line: string) => void, most = longestLine): Lines {
  const decoder = new StringDecoder('utf8')
  let held = ''
  const hold = (text: string) => {
    if (held.length < most) held += text.slice(0, most - held.length)
  }
  return {
    push(piece) {
      const [first = '', ...others] = decoder.write(piece).split('\n')
      hold(first)
      for (const other of others) {
        onLine(held)
        held = ''
        hold(other)
      }
    },
    end() {
      hold(decoder.end())
      if (held !== '') onLine(held)
      held = ''
    },
  }
}

/**
 * A line of the user's program, ready to be shown: without secrets, and nothing in it that steers a terminal or the
 * runner. Redacted before it is cut and again after, for taking controls out may bring a secret's halves together.
 */
export function cleanLine(line: string, redact: Redact): string {
  const clean = redact(harmless(redact(line.replace(/\r$/, ''))))
  return clean.length <= shownLine ? clean : `${clean.slice(0, shownLine)}…`
}

/** Keeps the first and the last of many lines. */
export interface Ends {
  add(line: string): void
  /** Both ends, and between them how much was left out. */
  text(): string
}

/** Each end holds `most` characters or a little less. */
export function keepEnds(most = 64 * 1024): Ends {
  const head: string[] = []
  const tail: string[] = []
  let headRoom = most
  let tailSize = 0
  let from = 0
  let dropped = 0
  return {
    add(line) {
      const size = line.length + 1
      if (tail.length === 0 && size <= headRoom) {
        headRoom -= size
        head.push(line)
        return
      }
      tail.push(line)
      tailSize += size
      while (tailSize > most && from < tail.length - 1) {
        tailSize -= (tail[from]?.length ?? 0) + 1
        tail[from++] = ''
        dropped++
      }
      // Now and then, so that adding a line does not cost as much as all that are held.
      if (from > 1024) {
        tail.splice(0, from)
        from = 0
      }
    },
    text: () =>
      [...head, ...(dropped > 0 ? [`… ${dropped} lines left out …`] : []), ...tail.slice(from)].join('\n'),
  }
}
