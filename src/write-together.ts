import type { Writable } from 'node:stream'

/**
 * What is written before the event loop goes on leaves in one system call and not in one each: the messages of a
 * revision, the lines of a thousand notes. Nothing waits for longer than that.
 */
export function writeTogether(stream: Writable, write: () => void): void {
  if (!corked.has(stream)) {
    corked.add(stream)
    stream.cork()
    process.nextTick(() => {
      corked.delete(stream)
      stream.uncork()
    })
  }
  write()
}

const corked = new WeakSet<Writable>()
