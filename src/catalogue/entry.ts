import type { Fault } from '../domain.ts'
import { oneLine } from '../text.ts'

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

/** What else is known of a failure: where, what the server said, what to type next. */
export type Around = Pick<
  Fault,
  'place' | 'excerpt' | 'diff' | 'server' | 'withheld' | 'foreign' | 'next' | 'state'
>

/** Code points of a message at most: many lists of paths, and no megabytes. */
const longest = 4000

/** Fills an entry with its facts, whose texts may be foreign: what comes out is one harmless line. */
export function fillEntry<Facts>(id: string, found: Entry<Facts>, facts: Facts, around: Around): Fault {
  const message = oneLine(found.says(facts), longest)
  return { id, message, cure: oneLine(found.cure(facts), longest), exit: found.exit, ...around }
}
