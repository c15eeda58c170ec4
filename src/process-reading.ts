import type { Readable } from 'node:stream'

/** How what a program writes is read. */
export interface Reading {
  /** Has each piece of an output taken, after the events that were written before it. */
  read(stream: Readable | null, take: (piece: Buffer) => void): void
  /** Does something after what was written as an event before. */
  inOrder(work: () => void): void
  /** Rests no more: the program has ended. */
  hurry(): void
}

/** Waking up for each event or line costs the machine more than it does itself. */
const restMs = 25
/** Of the 64 KiB that a pipe holds. */
const fullBytes = 16 * 1024

/** Reads each piece as it comes. */
export const readAtOnce: Reading = {
  read: (stream, take) => stream?.on('data', take),
  inOrder: work => work(),
  hurry: () => {},
}

/** Reads what there is of the events and of each output, then rests. */
export function readAtRest(events: Readable, onEvents: (piece: Buffer) => void): Reading {
  const outputs: Readable[] = []
  let timer: NodeJS.Timeout | undefined
  let rests = true
  const wake = () => {
    timer = undefined
    events.resume()
    for (const output of outputs) output.resume()
  }
  const rest = (stream: Readable, { length }: Buffer) => {
    // Where so much was waiting, the program would soon wait for us.
    if (!rests || length >= fullBytes) return
    stream.pause()
    timer ??= setTimeout(wake, restMs)
  }
  const inOrder = (work: () => void): void => {
    events.resume()
    // The first comes before the descriptors are looked at again, the second after.
    setImmediate(() => setImmediate(work))
  }
  events.on('data', (piece: Buffer) => {
    onEvents(piece)
    rest(events, piece)
  })
  return {
    read(stream, take) {
      if (stream === null) return
      outputs.push(stream)
      stream.on('data', (piece: Buffer) => {
        inOrder(() => take(piece))
        rest(stream, piece)
      })
    },
    inOrder,
    hurry() {
      rests = false
      clearTimeout(timer)
      wake()
    },
  }
}
