/** The definition of a column as its author wrote it, in pieces. Pure. */
import { endOfClause, indexOfByte, squeeze } from './clause.ts'
import { constraintsOf } from './nodes.ts'
import type { ColumnDef, Constraint } from './parse.ts'

/** One constraint with what is said of it (`deferrable`); none for COLLATE. */
export interface ColumnPart {
  constraint: Constraint | undefined
  text: string
}

/** `a text` of `a text not null default 'x'`, and the rest by its constraints. */
export interface ColumnText {
  head: string
  parts: ColumnPart[]
}

/** Cut where the parser saw each piece begin: a literal may hold every keyword. */
export function readColumn(text: string, column: ColumnDef): ColumnText {
  const start = indexOfByte(text, column.location ?? 0)
  const found = [
    ...constraintsOf(column).map(constraint => ({ constraint, at: constraint.location ?? 0 })),
    ...(column.collClause === undefined
      ? []
      : [{ constraint: undefined, at: column.collClause.location ?? 0 }]),
  ]
  const cuts = found
    .map(({ constraint, at }) => ({ constraint, start: indexOfByte(text, at) }))
    .sort((one, other) => one.start - other.start)
  const end = endOfClause(text, start)
  const parts: ColumnPart[] = []
  for (const [index, { constraint, start: from }] of cuts.entries()) {
    const piece = squeeze(text.slice(from, cuts[index + 1]?.start ?? end))
    const last = parts.at(-1)
    if (last?.constraint !== undefined && constraint?.contype?.startsWith('CONSTR_ATTR_')) {
      last.text += ` ${piece}`
      last.constraint = { ...last.constraint, ...attributes[constraint.contype] }
    } else parts.push({ constraint, text: piece })
  }
  return { head: squeeze(text.slice(start, cuts[0]?.start ?? end)), parts }
}

/** In a column they are nodes beside their constraint. */
const attributes: Record<string, Partial<Constraint>> = {
  CONSTR_ATTR_DEFERRABLE: { deferrable: true },
  CONSTR_ATTR_DEFERRED: { deferrable: true, initdeferred: true },
}
