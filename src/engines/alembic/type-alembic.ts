import type { ForeignLine } from '../../domain.ts'
import { quoteWord } from '../../shell-word.ts'
import { joinAnd, oneLine } from '../../text.ts'
import type { Start } from './shapes.ts'

type Way = Pick<Start, 'argv' | 'folder' | 'variable'>

/**
 * Alembic as the gate starts it, for a person’s shell: `uv run alembic history   # in backend`. Nothing where its words
 * hold a URL, which is never printed, or what would not reach the shell as it is shown. Never throws.
 */
export function typeAlembic({ argv, folder, variable }: Way, words: readonly string[]): ForeignLine[] {
  const given = variable === undefined ? [] : [variable]
  const typed = [...given, ...argv, ...words, folder]
  if (typed.some(word => word.includes('://') || oneLine(word, word.length) !== word)) return []
  const configured = given.map(file => `ALEMBIC_CONFIG=${quoteWord(file)} `).join('')
  const line = configured + [...argv, ...words].map(quoteWord).join(' ')
  // Where the reader stands is not known: a comment is right everywhere.
  const where = folder === '' || folder === '.' ? '' : `   # in ${folder}`
  return [{ line: line + where }]
}

/** What joins these heads: `uv run alembic merge -m 'merge 3f2a and 9c1e' 3f2a 9c1e`. Never throws. */
export function typeMerge(start: Way, heads: readonly string[]): ForeignLine[] {
  return typeAlembic(start, ['merge', '-m', `merge ${joinAnd(heads)}`, ...heads])
}
