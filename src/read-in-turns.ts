import type { Readable } from 'node:stream'

/** A stream of events that is read in turns. */
export interface Turns {
  /** Does something after what was written to the stream before. */
  inOrder(work: () => void): void
  /** No more rests: the rest of it is read as it comes. */
  hurry(): void
}

/** Bytes and lines of one turn from which on whoever writes would soon have to wait: a socket holds some 200 kB or 280 writes. */
const muchBytes = 64 * 1024
const muchLines = 100
const lineEnd = 10

/**
 * Reads what there is, then rests for so many milliseconds: waking up for each event costs the machine more than the
 * event does, and the child waits for its part of it. Where much comes, the rest is a tenth.
 */
export function readInTurns(stream: Readable, restMs: number, onPiece: (piece: Buffer) => void): Turns {
  let timer: NodeJS.Timeout | undefined
  let rests = true
  let bytes = 0
  let lines = 0
  // A stream takes one more piece when it is paused: that one is no news of this turn.
  let kept = 0
  const read = (): void => {
    clearTimeout(timer)
    kept = stream.readableLength
    stream.resume()
  }
  stream.on('data', (piece: Buffer) => {
    onPiece(piece)
    bytes += piece.length
    lines += countLines(piece)
    kept -= piece.length
    if (!rests || kept >= 0) return
    stream.pause()
    clearTimeout(timer)
    timer = setTimeout(read, bytes < muchBytes && lines < muchLines ? restMs : restMs / 10)
    bytes = 0
    lines = 0
  })
  return {
    inOrder(work) {
      read()
      // The first comes before the descriptors are looked at again, the second after.
      setImmediate(() => setImmediate(work))
    },
    hurry() {
      rests = false
      read()
    },
  }
}

function countLines(piece: Buffer): number {
  let count = 0
  for (let at = piece.indexOf(lineEnd); at !== -1; at = piece.indexOf(lineEnd, at + 1)) count++
  return count
}
