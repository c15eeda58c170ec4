import type { Guarded, Piece } from '../guard/shapes.ts'

/** What of a revision takes time to read, and is only asked of those that differ. */
export interface Parts {
  up: Piece[]
  down: Piece[]
  rest: Piece[]
  line: number
}

/** A revision whose parts are read when they are asked for, once. Copying it with `...` would read them. */
export function readLazily(known: Omit<Guarded, keyof Parts>, read: () => Parts): Guarded {
  let parts: Parts | undefined
  const get = (): Parts => {
    parts ??= read()
    return parts
  }
  return {
    ...known,
    get up() {
      return get().up
    },
    get down() {
      return get().down
    },
    get rest() {
      return get().rest
    },
    get line() {
      return get().line
    },
  }
}
