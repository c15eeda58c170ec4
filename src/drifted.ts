/** A live database held against its own revision. Plain data: check makes it, reports show it. */
export interface Drifted {
  /** Host, port and database of the live one. */
  where: string
  /** Where its history says that it stands; empty for no revision. */
  at: string[]
  /** What its schema has otherwise than that revision. */
  differences: number
  /** Coming revisions that meet it. */
  collisions: number
  /** What only the live database has and no revision made, such as a platform’s extensions: not counted. */
  beside: string[]
  durationMs: number
}
