/** Which revision a live schema is. Plain data. */

export interface Located {
  /** `equal`: the history is right. `elsewhere`: the schema is exactly that of another revision. `between`: that of none. */
  verdict: 'equal' | 'elsewhere' | 'between'
  /** What the history says; empty for none. */
  says: string[]
  /** What the history says and no file here has: differences may be of its making, and are not judged. */
  unknown?: string[]
  /** The revision, or the nearest one; empty for the schema before the first. */
  revision: string[]
  /** Others with the same schema, in the order in which they run; `base` before the first. */
  same: string[]
  /** What the live schema has otherwise than `revision`: `index by_hand on orders exists only in the live database`. */
  differences: string[]
  /** All of that is on the way to this revision, of whose changes only a part is there. */
  partOf?: string
  /** How what only the live schema has differs from what a later revision makes of the same names. */
  unlike?: { revision: string; differences: string[] }[]
  /** What only the live database has and no revision made, such as a platform’s extensions: not counted. */
  beside: string[]
  /** Major version of the server that rehearsed, and how many revisions it ran. */
  postgres: number
  rehearsed: number
  durationMs: number
}
