import { code } from '../clause.ts'
import type { Hit, Judge, Seen } from '../judge.ts'
import { keyOf, keyOfRange, pick, sayName, sayRange, texts } from '../nodes.ts'
import { isFresh } from '../schema.ts'
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
    const add = code(`alter table ${table} add column ${what} ${type?.name ?? '…'}`)
    const safe = `In three steps: ${add}, with a trigger that keeps both equal and the rows filled in batches; a version that uses ${what}; ${code(`alter table ${table} drop column ${old}`)} under \`-- gate: contract\`.`
    return [
      { rule: 'rename-in-use', on: `The column ${old} of ${table}`, what, safe, at: relation?.location },
    ]
  }
  if (renameType === 'OBJECT_TABLE' || renameType === 'OBJECT_VIEW' || renameType === 'OBJECT_MATVIEW') {
    const view = code(`create view ${table} as select * from ${what}`)
    const safe = `Leave the old name a view in the same revision (${view}), drop it once nothing uses it, and ${contract}.`
    if (seen.made.has(`VIEW ${relation === undefined ? '' : keyOfRange(relation)}`)) return []
    return [
      {
        rule: 'rename-in-use',
        on: `${kinds[renameType] === 'table' ? 'The table' : 'The view'} ${table}`,
        what,
        safe,
        at: relation?.location,
      },
    ]
  }
  return judgeRenameOther(seen)
}

const judgeRenameOther: Judge = ({ node, schema }: Seen) => {
  const rename = pick(node, 'RenameStmt')
  const kind = kinds[rename?.renameType ?? '']
  if (rename === undefined || kind === undefined) return []
  const parts = kind === 'schema' ? [rename.subname ?? ''] : namesOf(rename)
  if (
    schema.fresh.has(
      `${rename.renameType?.slice('OBJECT_'.length)} ${kind === 'schema' ? parts[0] : keyOf(parts)}`,
    )
  )
    return []
  const name = sayName(...parts)
  const safe = `Make a new ${kind} ${sayName(rename.newname)} beside ${name}, let a new version use it, then drop the old one, and ${contract}.`
  return [{ rule: 'rename-in-use', on: `The ${kind} ${name}`, what: sayName(rename.newname), safe }]
}

function namesOf({ relation, object }: NonNullable<ReturnType<typeof pick<'RenameStmt'>>>): string[] {
  if (relation !== undefined)
    return [...(relation.schemaname === undefined ? [] : [relation.schemaname]), relation.relname ?? '']
  const typed = pick(object, 'TypeName')?.names ?? pick(object, 'ObjectWithArgs')?.objname
  return texts(typed ?? pick(object, 'List')?.items)
}

const judgeMove: Judge = ({ node, schema }) => {
  const moved = pick(node, 'AlterObjectSchemaStmt')
  if (moved?.relation === undefined || isFresh(schema, moved.relation)) return []
  const name = sayRange(moved.relation)
  const what = sayName(moved.newschema, moved.relation.relname)
  const safe = `Leave the old name a view (${code(`create view ${name} as select * from ${what}`)}) until no version uses it, and ${contract}.`
  return [{ rule: 'rename-in-use', on: `The table ${name}`, what, safe, at: moved.relation.location }]
}

const judgeValue: Judge = ({ node, schema }) => {
  const value = pick(node, 'AlterEnumStmt')
  if (value?.oldVal === undefined || schema.fresh.has(`TYPE ${keyOf(texts(value.typeName))}`)) return []
  const type = sayName(...texts(value.typeName))
  const safe = `Add the value '${value.newVal}' (${code(`alter type ${type} add value '${value.newVal}'`)}), let a new version write it, and change the rows in batches.`
  return [
    { rule: 'rename-in-use', on: `The value '${value.oldVal}' of ${type}`, what: `'${value.newVal}'`, safe },
  ]
}
