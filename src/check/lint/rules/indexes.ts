import { code, insertAfter, squeeze } from '../clause.ts'
import { alone, type Hit, type Judge } from '../judge.ts'
import { keyOf, keyOfRange, optionOf, pick, sayName, sayRange, texts } from '../nodes.ts'
import { isFresh } from '../schema.ts'

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
    const only = squeeze(text).replace(/\bon\b/i, 'on only')
    const safe = `Write ${code(only)}; then, for each partition, \`create index concurrently\` ${alone}, and \`alter index ${sayName(index.idxname ?? 'name')} attach partition\`.`
    return [{ rule: 'index-on-partitioned', on, safe, at }]
  }
  const safe = `Write ${code(insertAfter(text, 'index', 'concurrently'))} ${alone}.`
  return [{ rule: 'index-blocks-writes', on, safe, at }]
}

const judgeDrop: Judge = ({ node, text, schema }) => {
  const drop = pick(node, 'DropStmt')
  if (drop?.removeType !== 'OBJECT_INDEX' || drop.concurrent) return []
  const known = (drop.objects ?? []).filter(one => {
    const table = schema.indexes.get(keyOf(texts([one])))?.table
    return table === undefined || schema.tables.get(table)?.fresh !== true
  })
  if (known.length === 0) return []
  const names = known.map(one => sayName(...texts([one]))).join(', ')
  const several = (drop.objects ?? []).length > 1 ? ', one index each' : ''
  const safe = `Write ${code(insertAfter(text, 'index', 'concurrently'))} ${alone}${several}.`
  return [{ rule: 'drop-index-waits', on: names, safe }]
}

const judgeReindex: Judge = ({ node, text, schema }) => {
  const reindex = pick(node, 'ReindexStmt')
  if (reindex === undefined || optionOf(reindex.params, 'concurrently')) return []
  const { relation, name } = reindex
  const table = relation === undefined ? undefined : schema.indexes.get(keyOfRange(relation))?.table
  if (isFresh(schema, relation) || (table !== undefined && schema.tables.get(table)?.fresh)) return []
  const on = relation === undefined ? (name ?? 'everything') : sayRange(relation)
  const kind = /\b(?:index|table|schema|database|system)\b/i.exec(text)?.[0] ?? 'table'
  const safe = `Write ${code(insertAfter(text, kind, 'concurrently'))} ${alone}.`
  const hit: Hit = { rule: 'reindex-blocks-writes', on, safe, at: relation?.location }
  return [hit]
}
