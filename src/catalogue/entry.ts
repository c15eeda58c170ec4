import type { Fault } from '../domain.ts'

/** One kind of failure: a sentence and a cure, both made from the same facts. */
export interface Entry<Facts> {
  exit: Fault['exit']
  /** What happened, one sentence that ends with a full stop. */
  says: (facts: Facts) => string
  /** What to do now, in the imperative. */
  cure: (facts: Facts) => string
  /** Facts as a reader may meet them: the documentation is made from it, and a test reads it. */
  example: Facts
}

/** Gives an entry its type without writing it twice. */
export function entry<Facts>(given: Entry<Facts>): Entry<Facts> {
  return given
}
