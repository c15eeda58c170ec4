import { quoteLiteral } from '../../../database/identifiers.ts'
import { code } from '../clause.ts'
import type { Hit, Judge, Seen } from '../judge.ts'
import { keyOf, keyOfRange, pick, sayName, sayRange, sayType, texts } from '../nodes.ts'
import type { Node, RangeVar } from '../parse.ts'
import { isFresh, type Schema } from '../schema.ts'
import { forCommands } from './commands.ts'

const contract = 'mark that revision with the line `-- gate: contract`'

/** What the version that is live may still use, dropped or under another name. */
export const judgeDrops: Judge = seen => [
  ...judgeDropColumn(seen),
  ...judgeDropObject(seen),
  ...judgeRename(seen),
  ...judgeMove(seen),
  ...judgeValue(seen),
]

const judgeDropColumn = forCommands(({ cmd, on }) => {
  if (cmd.subtype !== 'AT_DropColumn') return []
  const name = sayName(cmd.name)
  const safe = `Deploy a version that neither reads nor writes ${name}; then drop it, and ${contract}.`
  const does = `, and its values are lost`
  return [{ rule: 'drop-in-use', on: `The column ${name} of ${on}`, does, safe }]
})

const kinds: Record<string, string> = {
  OBJECT_TABLE: 'table',
  OBJECT_FOREIGN_TABLE: 'foreign table',
  OBJECT_VIEW: 'view',
  OBJECT_MATVIEW: 'materialized view',
  OBJECT_SCHEMA: 'schema',
  OBJECT_TYPE: 'type',
  OBJECT_DOMAIN: 'domain',
  OBJECT_SEQUENCE: 'sequence',
  OBJECT_FUNCTION: 'function',
  OBJECT_PROCEDURE: 'procedure',
}

const judgeDropObject: Judge = ({ node, schema, made }) => {
  const drop = pick(node, 'DropStmt')
  const kind = kinds[drop?.removeType ?? '']
  if (drop === undefined || kind === undefined) return []
  return (drop.objects ?? []).flatMap((object): Hit[] => {
    const typed = pick(object, 'TypeName')?.names ?? pick(object, 'ObjectWithArgs')?.objname
    const parts = typed === undefined ? texts([object]) : texts(typed)
    const key = kind === 'schema' ? (parts[0] ?? '') : keyOf(parts)
    const known = `${drop.removeType?.slice('OBJECT_'.length)} ${key}`
    // Made by this change, or made again by it: a new body of a function, a new view.
    if (schema.tables.get(key)?.fresh || schema.fresh.has(known) || made.has(known)) return []
    const name = sayName(...parts)
    const keys = [...(schema.tables.get(key)?.foreignKeys.values() ?? [])].map(one => one.says)
    const lost = kind === 'table' || kind === 'schema' ? ', and its rows are lost' : ''
    const also = keys.length === 0 ? '' : `; ${keys.join(' and ')} is locked with it, for its foreign keys`
    const safe = `Deploy a version that does not use ${name}; then drop it, and ${contract}.`
    return [{ rule: 'drop-in-use', on: `The ${kind} ${name}`, does: `${lost}${also}`, safe }]
  })
}

const judgeRename: Judge = seen => {
  const { node, schema } = seen
  const rename = pick(node, 'RenameStmt')
  if (rename === undefined || isFresh(schema, rename.relation)) return []
  const { renameType, relation, subname = '', newname = '' } = rename
  const what = sayName(newname)
  const table = relation === undefined ? '' : sayRange(relation)
  if (renameType === 'OBJECT_COLUMN') {
    const old = sayName(subname)
    const type = relation && schema.tables.get(keyOfRange(relation))?.columns.get(subname)?.type
    const add = code(`alter table ${table} add column ${what} ${type === undefined ? '…' : sayType(type)}`)
    const safe = `In three steps: ${add}, with a trigger that keeps both equal and the rows filled in batches; a version that uses ${what}; ${code(`alter table ${table} drop column ${old}`)} under \`-- gate: contract\`.`
    return [
      { rule: 'rename-in-use', on: `The column ${old} of ${table}`, what, safe, at: relation?.location },
    ]
  }
  const kind = kinds[renameType ?? '']
  if (kind === undefined) return []
  const name = kind === 'schema' ? [subname] : nameOf(rename)
  return replaced(seen, { type: renameType ?? '', kind, name, to: [...name.slice(0, -1), newname], relation })
}

const judgeMove: Judge = seen => {
  const moved = pick(seen.node, 'AlterObjectSchemaStmt')
  const type = moved?.objectType ?? ''
  const kind = kinds[type]
  if (moved === undefined || kind === undefined) return []
  const name = nameOf(moved)
  const to = [moved.newschema ?? '', name.at(-1) ?? '']
  return replaced(seen, { type, kind, name, to, relation: moved.relation })
}

/** An object that gets another name, or another schema. */
interface Moved {
  type: string
  kind: string
  name: string[]
  to: string[]
  relation: RangeVar | undefined
}

function replaced({ schema, made }: Seen, { type, kind, name, to, relation }: Moved): Hit[] {
  if (isFresh(schema, relation) || isMade(schema, type, kind, name)) return []
  const [old, what] = [sayName(...name), sayName(...to)]
  const around = { rule: 'rename-in-use', on: `The ${kind} ${old}`, what, at: relation?.location } as const
  if (!/^OBJECT_(?:FOREIGN_)?TABLE$|VIEW$/.test(type)) {
    const safe = `Make a new ${kind} ${what} beside ${old}, let a new version use it, then drop the old one, and ${contract}.`
    return [{ ...around, safe }]
  }
  // A view in its place is what the cure asks for.
  if (made.has(`VIEW ${keyOf(name)}`)) return []
  const view = code(`create view ${old} as select * from ${what}`)
  const safe = `Leave the old name a view in the same revision (${view}), drop it once nothing uses it, and ${contract}.`
  return [{ ...around, safe }]
}

/** By the change itself. */
function isMade(schema: Schema, type: string, kind: string, name: string[]): boolean {
  return schema.fresh.has(`${type.slice('OBJECT_'.length)} ${kind === 'schema' ? name[0] : keyOf(name)}`)
}

function nameOf({ relation, object }: { relation?: RangeVar; object?: Node }): string[] {
  if (relation !== undefined)
    return [...(relation.schemaname === undefined ? [] : [relation.schemaname]), relation.relname ?? '']
  const typed = pick(object, 'TypeName')?.names ?? pick(object, 'ObjectWithArgs')?.objname
  return texts(typed ?? pick(object, 'List')?.items)
}

const judgeValue: Judge = ({ node, schema }) => {
  const value = pick(node, 'AlterEnumStmt')
  if (value?.oldVal === undefined || schema.fresh.has(`TYPE ${keyOf(texts(value.typeName))}`)) return []
  const type = sayName(...texts(value.typeName))
  const [old, what] = [quoteLiteral(value.oldVal).trim(), quoteLiteral(value.newVal ?? '').trim()]
  const safe = `Add the value ${what} (${code(`alter type ${type} add value ${what}`)}), let a new version write it, and change the rows in batches.`
  return [{ rule: 'rename-in-use', on: `The value ${old} of ${type}`, what, safe }]
}
