import { readToken } from '../../../engines/sql/text/tokens.ts'
import { code, indexOfByte, splitBefore, squeeze } from '../clause.ts'
import { alone, type Hit, type Judge, nextRevision } from '../judge.ts'
import { keyOfRange, pick, sayKey, sayName, sayRange } from '../nodes.ts'
import type { PartitionBoundSpec, RangeVar } from '../parse.ts'
import { isFresh, type Schema } from '../schema.ts'
import { type Command, forCommands } from './commands.ts'

/** Partitions that come and go. */
export const judgePartitions: Judge = seen => [...judgeCommands(seen), ...judgeCreated(seen)]

const judgeCommands = forCommands(command => {
  if (command.cmd.subtype === 'AT_AttachPartition') return judgeAttach(command)
  return command.cmd.subtype === 'AT_DetachPartition' ? judgeDetach(command) : []
})

function judgeAttach({ cmd, on, schema, relation, table, text }: Command): Hit[] {
  const part = pick(cmd.def, 'PartitionCmd')
  const child = part?.name
  if (child === undefined) return []
  const what = sayRange(child)
  const other = isSeen(schema, table?.defaultPartition) ? undefined : table?.defaultPartition
  const isChildSeen = isFresh(schema, child) || isSeen(schema, keyOfRange(child))
  const lacking = isFresh(schema, child)
    ? []
    : indexesLacking(schema, keyOfRange(relation), keyOfRange(child))
  const reads = [
    ...(isChildSeen ? [] : [`the whole of ${what}`]),
    ...(isChildSeen && lacking.length > 0
      ? [
          `the whole of ${what} for ${lacking.map(([index]) => sayKey(index)).join(', ')}, which it has no index for`,
        ]
      : []),
    ...(other === undefined ? [] : [`${sayKey(other)}, its default partition`]),
  ]
  if (reads.length === 0) return []
  const bounds = boundsOf(text, part?.bound)[0]
  const steps = [
    ...(isChildSeen ? [] : [checked(what, `${child.relname}_bounds`, `with what ${code(bounds)} says`)]),
    ...lacking.map(([, columns]) => `${code(`create index concurrently on ${what} (${columns})`)} ${alone}`),
    ...(other === undefined ? [] : [excluded(other, child, bounds)]),
  ]
  const safe = `Write ${steps.join('; ')}; and attach in the revision after that.`
  return [{ rule: 'attach-scans', on, what, does: reads.join(' and '), safe, at: child.location }]
}

/** Indexes of the parent that are built on a child which has none like it: their keys and columns, as they are written. */
function indexesLacking(schema: Schema, parent: string, child: string): [string, string][] {
  const all = [...schema.indexes]
  const there = all.filter(([, index]) => index.table === child).map(([, { columns }]) => columns.join())
  return all
    .filter(([, { table, columns }]) => table === parent && !there.includes(columns.join()))
    .map(([key, { columns }]) => [key, columns.map(one => (one === '' ? '…' : sayName(one))).join(', ')])
}

/** Whether a check matches the bounds only the server knows; one that was validated is taken for it. */
function isSeen(schema: Schema, key: string | undefined): boolean {
  const checks = schema.tables.get(key ?? '')?.checks.values() ?? []
  return [...checks].some(check => check.valid && check.kind === 'check')
}

function checked(on: string, name: string, means: string): string {
  const add = code(`alter table ${on} add constraint ${sayName(name)} check (…) not valid`)
  return `${add} ${means} and ${code(`alter table ${on} validate constraint ${sayName(name)}`)} ${nextRevision}`
}

/** The default partition has to know that it holds nothing of the new one. */
function excluded(key: string, child: RangeVar, bounds: string): string {
  return checked(sayKey(key), `not_${child.relname}`, `with the opposite of ${code(bounds)}`)
}

/** `for values …`, and what stands behind it. */
function boundsOf(text: string, bound: PartitionBoundSpec | undefined): [string, string] {
  if (bound === undefined || bound.is_default) return ['default', '']
  const start = indexOfByte(text, bound.location ?? 0)
  // A hash begins with a word that a table’s options begin with, too.
  const first = readToken(text, start)?.end ?? start
  const [values, behind] = splitBefore(text, first, /^(?:partition|using|with|without|on|tablespace)$/i)
  return [`for values ${squeeze(text.slice(start, first))} ${values}`, behind]
}

function judgeDetach({ cmd, on, table, text }: Command): Hit[] {
  const part = pick(cmd.def, 'PartitionCmd')
  if (part?.name === undefined || part.concurrent) return []
  const what = sayRange(part.name)
  const safe =
    table?.defaultPartition === undefined
      ? `Write ${code(`${squeeze(text)} concurrently`)} ${alone} (Postgres 14 and newer; not where ${on} has a default partition).`
      : `Postgres refuses CONCURRENTLY where there is a default partition: give ${code(squeeze(text))} a revision of its own, so that the lock is short.`
  return [{ rule: 'detach-locks-parent', on, what, safe, at: part.name.location }]
}

const judgeCreated: Judge = ({ node, text, schema }) => {
  const create = pick(node, 'CreateStmt')
  const parent = create?.partbound === undefined ? undefined : pick(create.inhRelations?.[0], 'RangeVar')
  if (create?.relation === undefined || parent === undefined || isFresh(schema, parent)) return []
  const [on, what] = [sayRange(parent), sayRange(create.relation)]
  const [bounds, behind] = boundsOf(text, create.partbound)
  const like = `create table ${what} (like ${on} including all excluding identity) ${behind}`.trim()
  const attach = code(`alter table ${on} attach partition ${what} ${bounds}`)
  const own = create.tableElts === undefined ? '' : ', what the brackets of this statement add'
  const key = schema.tables.get(keyOfRange(parent))?.defaultPartition
  const at = parent.location
  const lets = `which lets reads and writes of ${on} pass`
  if (key === undefined) {
    const safe = `Write ${code(like)}${own}, then ${attach}, ${lets}.`
    return [{ rule: 'partition-locks-parent', on, what, safe, at }]
  }
  const locks = `and locks ${sayKey(key)} alone for a moment`
  if (isSeen(schema, key)) {
    const safe = `Write ${code(like)}${own}, then ${attach}, ${lets} ${locks}.`
    return [{ rule: 'partition-locks-parent', on, what, safe, at }]
  }
  const safe = `Write ${code(like)}${own}; ${excluded(key, create.relation, bounds)}; in the revision after that ${attach}, ${lets} ${locks}.`
  const does = ', and reads its default partition'
  return [{ rule: 'partition-locks-parent', on, what, level: 'error', does, safe, at }]
}
