/** Comments that divide a revision into its way up and its way down: ours, slips of the pen, other tools'. Pure. */

import { findLineEnd, type Token } from './tokens.ts'

/** The two ways of a revision. */
export type Direction = 'up' | 'down'

/** What a comment says about sections. */
export type Mark =
  | { kind: 'marker'; direction: Direction; options: string[] }
  /** Meant as a marker, but not one: run as it stands, its way down would be run as a way up. */
  | { kind: 'slip' }
  | { kind: 'foreign'; tool: string }

/** As dbmate has it (pkg/dbmate/migration.go), in any case of letters: an unseen `-- Migrate:Down` would be run. */
const marker = /^--[ \t]*migrate:(up|down)(?:[ \t]+(.*))?$/i
/** `-- migrate:dwon`, `-- migrate :up`, `-- migrate: down`; but no prose such as `-- migrate: the users first`. */
const slip = /^--[ \t]*migrate[ \t]*:(?:\S|[ \t]*(?:up|down)(?!\w))/i

/** Marks of tools whose files have the shape of ours, `<digits>_<name>.sql`, up and down in one file. */
const foreign: readonly [RegExp, string][] = [
  [/^--[ \t]*\+goose[ \t]+down\b/i, 'goose'],
  [/^--[ \t]*\+migrate[ \t]+down\b/i, 'sql-migrate'],
  [/^--[ \t]*\+micrate[ \t]+down\b/i, 'micrate'],
  [/^--[ \t]*rambler[ \t]+down\b/i, 'rambler'],
  [/^--[ \t-]*down[ \t]+migration$/i, 'node-pg-migrate'],
  [/^--[ \t]*\/\/[ \t]*@undo\b/i, 'MyBatis Migrations'],
  [/^--[ \t]*!downs\b/i, 'Play evolutions'],
  [/^---- create above \/ drop below ----/i, 'tern'],
]

/** Reads a line comment; undefined for one that says nothing about sections. */
export function readMark(text: string, comment: Pick<Token, 'start' | 'end'>): Mark | undefined {
  const line = text.slice(comment.start, Math.min(comment.end, comment.start + 200)).trimEnd()
  const found = marker.exec(line)
  if (found !== null) {
    if (!isAtLineStart(text, comment.start)) return { kind: 'slip' }
    const options = (found[2] ?? '').split(/[ \t]+/).filter(option => option !== '')
    return { kind: 'marker', direction: found[1]?.toLowerCase() === 'up' ? 'up' : 'down', options }
  }
  if (slip.test(line)) return { kind: 'slip' }
  const tool = foreign.find(([pattern]) => pattern.test(line))?.[1]
  return tool === undefined ? undefined : { kind: 'foreign', tool }
}

/** The line on which an index stands, from there to its end. */
export function readLine(text: string, start: number): string {
  return text.slice(start, findLineEnd(text, start))
}

function isAtLineStart(text: string, start: number): boolean {
  const before = text.charAt(start - 1)
  return before === '' || before === '\n' || before === '\r'
}
