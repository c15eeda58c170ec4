/** Resolves after so many milliseconds, or as soon as the signal comes. */
export function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    const done = (): void => {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, signal.aborted ? 0 : Math.max(0, ms))
    signal.addEventListener('abort', done)
  })
}

/** Resolves when the event loop has gone round: what is heard meanwhile is read, and garbage is collected. */
export function nextTurn(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve))
}

/** What the work comes to, or `otherwise` when that takes longer. */
export async function atMost<Value>(
  ms: number,
  work: Promise<Value> | undefined,
  otherwise: Value,
): Promise<Value> {
  if (work === undefined) return otherwise
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<Value>(resolve => {
    timer = setTimeout(() => resolve(otherwise), ms)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

/** What the work comes to; it rejects, with `late`, when that takes longer than so many milliseconds after the signal. */
export async function soonAfter<Value>(
  signal: AbortSignal,
  ms: number,
  work: Promise<Value>,
  late: () => Error,
): Promise<Value> {
  let timer: NodeJS.Timeout | undefined
  let begin = (): void => undefined
  const tooLate = new Promise<never>((_, reject) => {
    begin = () => {
      timer = setTimeout(() => reject(late()), ms)
    }
  })
  if (signal.aborted) begin()
  else signal.addEventListener('abort', begin, { once: true })
  try {
    return await Promise.race([work, tooLate])
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', begin)
  }
}
