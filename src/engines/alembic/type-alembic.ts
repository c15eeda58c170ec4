import { quoteWord } from '../../shell-word.ts'
import { joinAnd, oneLine } from '../../text.ts'
import type { Start } from './shapes.ts'

type Way = Pick<Start, 'argv' | 'folder'>

/** Alembic as the gate starts it, for a person’s shell: `cd backend && uv run alembic history`. One harmless line; never throws. */
export function typeAlembic({ argv, folder }: Way, words: readonly string[]): string {
  const line = [...argv, ...words].map(quoteWord).join(' ')
  return folder === '' || folder === '.' ? line : `cd ${quoteWord(folder)} && ${line}`
}

/** What joins these heads: `uv run alembic merge -m 'merge 3f2a and 9c1e' 3f2a 9c1e`. Never throws. */
export function typeMerge(start: Way, heads: readonly string[]): string {
  const ids = heads.map(id => oneLine(id, 80))
  return typeAlembic(start, ['merge', '-m', `merge ${joinAnd(ids)}`, ...ids])
}
