/** What a rule is given and what it gives back. */
import type { LintFacts } from '../../catalogue/lint-facts.ts'
import type { LintRule } from './levels.ts'
import type { Node } from './parse.ts'
import type { Schema } from './schema.ts'

/** What a rule found in a statement. */
export interface Hit extends LintFacts {
  rule: LintRule
  /** Another level than the rule's own, where this case is worse or better. */
  level?: 'warning' | 'error'
  /** Byte offset in the statement; its beginning when left out. */
  at?: number | undefined
}

/** What happened before a statement in the same transaction. */
export interface Before {
  /** Tables that were there before and are locked against everybody until the end: key → name. */
  locked: Map<string, string>
  /** The same of revisions before this one, where the transaction goes on. */
  inherited: Map<string, string>
  /** Constraints that were added without looking at rows: `table constraint`. */
  unchecked: Set<string>
  /** Values of enums that were added: value → its type’s key and name, and whether the change made the type. */
  values: Map<string, { key: string; says: string; isNew: boolean }>
}

/** One statement, and what is known around it. */
export interface Seen {
  node: Node
  /** As written. */
  text: string
  /** Before the statement. */
  schema: Schema
  /** Whether the revision is one transaction. */
  transaction: boolean
  before: Before
  /** Kind and name of what the rest of the revision makes. */
  made: { has: (name: string) => boolean }
}

/** A rule, or a small family of them. Pure. */
export type Judge = (seen: Seen) => Hit[]

/** How a statement gets a revision without a transaction. */
export const alone = 'in a revision of its own that begins with `-- migrate:up transaction:false`'
/** How a second step is kept apart. */
export const nextRevision = 'in the next revision'
