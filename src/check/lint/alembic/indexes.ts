/** Indexes as Alembic’s operations. Pure. */
import { readToken } from '../../../engines/sql/text/tokens.ts'
import { endOfClause, splitBefore, squeeze } from '../clause.ts'
import { optionOf, pick, texts } from '../nodes.ts'
import type { Node } from '../parse.ts'
import { apart, call, list, literal, sqlLiteral } from './python.ts'

/** CREATE INDEX and DROP INDEX; undefined where an operation cannot say all of it. */
export function indexOperation(node: Node, sql: string): string | undefined {
  const index = pick(node, 'IndexStmt')
  if (index !== undefined) return createIndex(index, sql)
  const drop = pick(node, 'DropStmt')
  if (drop?.removeType !== 'OBJECT_INDEX' || drop.behavior === 'DROP_CASCADE') return undefined
  const [name, ...more] = (drop.objects ?? []).map(one => texts([one]))
  if (name === undefined || more.length > 0 || name.length > 2) return undefined
  const [bare = '', schema] = [...name].reverse()
  const named = {
    schema: schema === undefined ? undefined : literal(schema),
    if_exists: drop.missing_ok ? 'True' : undefined,
    postgresql_concurrently: drop.concurrent ? 'True' : undefined,
  }
  const line = call('op.drop_index', [literal(bare)], named)
  return drop.concurrent ? apart(line) : line
}

type Index = NonNullable<ReturnType<typeof pick<'IndexStmt'>>>

function createIndex(index: Index, sql: string): string | undefined {
  const { idxname, relation, concurrent, accessMethod = 'btree', nulls_not_distinct } = index
  const unsaid = nulls_not_distinct || index.tableSpace !== undefined || (index.options ?? []).length > 0
  if (idxname === undefined || relation?.inh !== true || unsaid) return undefined
  const columns = columnsOf(index, sql)
  if (columns === undefined) return undefined
  const include = (index.indexIncludingParams ?? []).map(one => pick(one, 'IndexElem')?.name ?? '')
  const [, where] = index.whereClause === undefined ? ['', ''] : splitBefore(sql, 0, /^where$/i)
  const named = {
    unique: index.unique ? 'True' : undefined,
    schema: relation.schemaname === undefined ? undefined : literal(relation.schemaname),
    if_not_exists: index.if_not_exists ? 'True' : undefined,
    postgresql_using: accessMethod === 'btree' ? undefined : literal(accessMethod),
    postgresql_include: include.length === 0 ? undefined : list(include),
    postgresql_where: where === '' ? undefined : `sa.text(${sqlLiteral(where.replace(/^where\s+/i, ''))})`,
    postgresql_concurrently: concurrent ? 'True' : undefined,
  }
  const line = call('op.create_index', [literal(idxname), literal(relation.relname ?? ''), columns], named)
  return concurrent ? apart(line) : line
}

/** Names, and what is more than a name as it is written. */
function columnsOf({ indexParams = [] }: Index, sql: string): string | undefined {
  const elements = indexParams.map(one => pick(one, 'IndexElem'))
  const written = elements.every(one => isName(one)) ? [] : splitList(sql)
  if (written === undefined || (written.length > 0 && written.length !== elements.length)) return undefined
  const shown = elements.map((one, at) =>
    isName(one) ? literal(one?.name ?? '') : `sa.text(${sqlLiteral(written[at] ?? '')})`,
  )
  return `[${shown.join(', ')}]`
}

type Element = ReturnType<typeof pick<'IndexElem'>>

function isName(element: Element): boolean {
  return (
    element?.name !== undefined &&
    element.collation === undefined &&
    (element.opclass ?? []).length === 0 &&
    (element.ordering ?? 'SORTBY_DEFAULT') === 'SORTBY_DEFAULT' &&
    (element.nulls_ordering ?? 'SORTBY_NULLS_DEFAULT') === 'SORTBY_NULLS_DEFAULT'
  )
}

/** What stands in the first parentheses, by its commas. */
function splitList(sql: string): string[] | undefined {
  let at = 0
  for (let token = readToken(sql, 0); token !== undefined; token = readToken(sql, token.end)) {
    at = token.end
    if (sql.slice(token.start, token.end) !== '(') continue
    const found: string[] = []
    for (;;) {
      const end = endOfClause(sql, at)
      found.push(squeeze(sql.slice(at, end)))
      if (sql[end] !== ',') return found
      at = end + 1
    }
  }
  return undefined
}

/** `reindex … concurrently`, `alter table … detach partition … concurrently`: outside of a transaction. */
export function isApart(node: Node): boolean {
  const reindex = pick(node, 'ReindexStmt')
  if (reindex !== undefined) return optionOf(reindex.params, 'concurrently')
  if (pick(node, 'VacuumStmt') !== undefined || pick(node, 'IndexStmt')?.concurrent === true) return true
  const drop = pick(node, 'DropStmt')
  if (drop?.concurrent === true) return true
  const commands = pick(node, 'AlterTableStmt')?.cmds ?? []
  return commands.some(one => pick(pick(one, 'AlterTableCmd')?.def, 'PartitionCmd')?.concurrent === true)
}
