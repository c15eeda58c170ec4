import { code, indexOfByte, insertAfter, squeeze } from '../clause.ts'
import { alone, type Hit, type Judge } from '../judge.ts'
import { keyOf, keyOfRange, optionOf, pick, sayName, sayRange, texts } from '../nodes.ts'
import { isFresh, type Schema } from '../schema.ts'

/** Indexes made, dropped or rebuilt under a lock. */
export const judgeIndexes: Judge = seen => [...judgeCreate(seen), ...judgeDrop(seen), ...judgeReindex(seen)]

const judgeCreate: Judge = ({ node, text, schema }) => {
  const index = pick(node, 'IndexStmt')
  const { relation } = index ?? {}
  if (index === undefined || relation === undefined || index.concurrent || isFresh(schema, relation))
    return []
  const on = sayRange(relation)
  const at = relation.location
  const table = schema.tables.get(keyOfRange(relation))
  // ONLY is written for parents of partitions, of which nothing is read.
  if (!relation.inh && table?.partitioned !== false) return []
  if (table?.partitioned) {
    const at = indexOfByte(text, relation.location ?? 0)
    const only = squeeze(`${text.slice(0, at)}only ${text.slice(at)}`)
    const name = index.idxname === undefined ? '…' : sayName(relation.schemaname, index.idxname)
    const safe = `Write ${code(only)}; then, for each partition, ${code(`create${index.unique ? ' unique' : ''} index concurrently … on …`)} ${alone}, and ${code(`alter index ${name} attach partition …`)}.`
    return [{ rule: 'index-on-partitioned', on, safe, at }]
  }
  const safe = `Write ${code(insertAfter(text, 'index', 'concurrently'))} ${alone}.`
  return [{ rule: 'index-blocks-writes', on, safe, at }]
}

const judgeDrop: Judge = ({ node, schema }) => {
  const drop = pick(node, 'DropStmt')
  if (drop?.removeType !== 'OBJECT_INDEX' || drop.concurrent) return []
  const known = (drop.objects ?? []).filter(one => {
    const table = schema.indexes.get(keyOf(texts([one])))?.table
    return table === undefined || schema.tables.get(table)?.fresh !== true
  })
  if (known.length === 0) return []
  const on = known.map(one => sayName(...texts([one]))).join(', ')
  // Neither CASCADE nor a second name is taken with CONCURRENTLY.
  const steps = known.map(one => sayDrop(schema, texts([one]), drop.missing_ok === true))
  return [{ rule: 'drop-index-waits', on, safe: steps.join(' ') }]
}

function sayDrop(schema: Schema, name: string[], ifThere: boolean): string {
  const words = ifThere ? 'if exists ' : ''
  const table = schema.tables.get(schema.indexes.get(keyOf(name))?.table ?? '')
  if (!table?.partitioned)
    return `Write ${code(`drop index concurrently ${words}${sayName(...name)}`)} ${alone}.`
  return `Give ${code(`drop index ${words}${sayName(...name)}`)} a revision of its own: for a partitioned table Postgres refuses CONCURRENTLY.`
}

const judgeReindex: Judge = ({ node, text, schema }) => {
  const reindex = pick(node, 'ReindexStmt')
  if (reindex === undefined || optionOf(reindex.params, 'concurrently')) return []
  const { relation, name } = reindex
  const table = relation === undefined ? undefined : schema.indexes.get(keyOfRange(relation))?.table
  if (isFresh(schema, relation) || (table !== undefined && schema.tables.get(table)?.fresh)) return []
  const on = relation === undefined ? (name ?? 'everything') : sayRange(relation)
  const kind = /\b(?:index|table|schema|database|system)\b/i.exec(text)?.[0] ?? 'table'
  const safe =
    reindex.kind === 'REINDEX_OBJECT_SYSTEM'
      ? 'Postgres refuses CONCURRENTLY for its own tables: do it in a maintenance window, and say so: `-- gate: allow reindex-blocks-writes because <reason>`.'
      : `Write ${code(insertAfter(text, kind, 'concurrently'))} ${alone}.`
  const hit: Hit = { rule: 'reindex-blocks-writes', on, safe, at: relation?.location }
  return [hit]
}
