/** Cures in the form that an Alembic revision has. Pure. */
import { alone } from '../judge.ts'
import type { Parser } from '../parse.ts'
import { indexOperation, isApart } from './indexes.ts'
import { apart, call, sqlLiteral } from './python.ts'
import { tableOperation } from './tables.ts'

/** What makes a code span a statement, and not a name or a part of one. */
const statement =
  /^(?:alter|create|drop|reindex|refresh|vacuum|truncate|update|delete|insert|select|lock|set|comment|cluster)\s+\S/i

/** What else a cure for revisions of Alembic has to say. */
export interface AlembicFacts {
  /** Alembic runs all revisions in one transaction. */
  together: boolean
}

/**
 * A cure whose statements are SQL, with operations of Alembic in their place: each one line of Python that runs. What
 * Alembic has no operation for is `op.execute`.
 */
export function alembicCure(cure: string, parser: Parser, { together }: AlembicFacts): string {
  const said = cure.replaceAll(alone, 'in a revision of its own').split('`')
  if (said.length % 2 === 0) return cure
  const shown = said.map((piece, index) => (index % 2 === 0 ? piece : inPython(piece, parser))).join('`')
  return together && isInSteps(shown) ? `${shown} ${stepsTogether}` : shown
}

const stepsTogether =
  'As env.py is, Alembic runs all pending revisions in one transaction: steps that are apart need `transaction_per_migration=True` in `context.configure`, or a deploy between them.'

/** An autocommit block is apart by itself. */
function isInSteps(cure: string): boolean {
  if (/\bnext revision\b|\bone after it\b|\brevision after that\b/.test(cure)) return true
  return /\brevision of its own\b/.test(cure) && !cure.includes('autocommit_block')
}

function inPython(piece: string, parser: Parser): string {
  const own = piece.replace(/^--\s*(?=gate:)/, '# ')
  return statement.test(own) ? (operationOf(own, parser) ?? own) : own
}

/** One line of Python that does what a statement does; undefined for what is no statement. */
function operationOf(sql: string, parser: Parser): string | undefined {
  const parsed = parser.parse(sql)
  if (!parsed.ok) return undefined
  const { node } = parsed
  const operation = indexOperation(node, sql) ?? tableOperation(node, sql)
  if (operation !== undefined) return operation
  const line = call('op.execute', [sqlLiteral(sql)])
  return isApart(node) ? apart(line) : line
}
