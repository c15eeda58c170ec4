/** How outputs list the files of a filter, as paths-filter has it. */
export type ListFiles = 'none' | 'csv' | 'json' | 'shell' | 'escape'
/** How the rules of a filter go together; `gitignore`: in order, and a `!` excludes. */
export const quantifiers = ['some', 'every', 'gitignore'] as const
export type Quantifier = (typeof quantifiers)[number]

/** What is asked of the first stage. */
export interface Detection {
  /** YAML text, or undefined: the engine's own folder. */
  filters: string | undefined
  /** Where `filters` came from, for messages: `the filters input` or a path. */
  filtersSource: string
  base: string | undefined
  ref: string | undefined
  token: string | undefined
  listFiles: ListFiles
  quantifier: Quantifier
  fetchDepth: number
  /** Compare with the commit of the last successful run of this workflow on this branch. */
  since?: 'last-success'
  /** That commit, once it was found, and how a person knows it: `the last successful run on main (#12)`. */
  lastSuccess?: { commit: string; words: string }
}
