import { code, squeeze } from '../clause.ts'
import { alone, type Hit, type Judge } from '../judge.ts'
import { keyOfRange, pick, sayRange } from '../nodes.ts'
import { isFresh } from '../schema.ts'
import { type Command, forCommands } from './commands.ts'

/** Partitions that come and go. */
export const judgePartitions: Judge = seen => [...judgeCommands(seen), ...judgeCreated(seen)]

const judgeCommands = forCommands(command => {
  if (command.cmd.subtype === 'AT_AttachPartition') return judgeAttach(command)
  return command.cmd.subtype === 'AT_DetachPartition' ? judgeDetach(command) : []
})

function judgeAttach({ cmd, on, schema, table, text }: Command): Hit[] {
  const part = pick(cmd.def, 'PartitionCmd')
  const child = part?.name
  if (child === undefined) return []
  const what = sayRange(child)
  const known = schema.tables.get(keyOfRange(child))
  // Whether a check matches the bounds only the server knows; one that was validated is taken for it.
  const isSeen = [...(known?.checks.values() ?? [])].some(check => check.valid && check.kind === 'check')
  const reads = isFresh(schema, child) || isSeen ? [] : [`the whole of ${what}`]
  if (table?.hasDefault) reads.push(`the default partition of ${on}`)
  if (reads.length === 0) return []
  const bounds = /\bfor\s+values\b.*$/is.exec(squeeze(text))?.[0] ?? 'the bounds'
  const check = code(
    `alter table ${what} add constraint ${sayRange(child).split('.').at(-1)}_bounds check (…) not valid`,
  )
  const safe = `Write ${check} with what ${code(bounds)} says, the opposite on a default partition, validate both in the next revision, and attach in the one after it.`
  return [{ rule: 'attach-scans', on, what, does: reads.join(' and '), safe, at: child.location }]
}

function judgeDetach({ cmd, on, text }: Command): Hit[] {
  const part = pick(cmd.def, 'PartitionCmd')
  if (part?.name === undefined || part.concurrent) return []
  const what = sayRange(part.name)
  const safe = `Write ${code(`${squeeze(text)} concurrently`)} ${alone} (Postgres 14 and newer; not where ${on} has a default partition).`
  return [{ rule: 'detach-locks-parent', on, what, safe, at: part.name.location }]
}

const judgeCreated: Judge = ({ node, text, schema }) => {
  const create = pick(node, 'CreateStmt')
  const parent = create?.partbound === undefined ? undefined : pick(create.inhRelations?.[0], 'RangeVar')
  if (create?.relation === undefined || parent === undefined || isFresh(schema, parent)) return []
  const [on, what] = [sayRange(parent), sayRange(create.relation)]
  const hasDefault = schema.tables.get(keyOfRange(parent))?.hasDefault === true
  const like = code(`create table ${what} (like ${on} including all)`)
  const bounds = /\b(?:for\s+values\b.*|default)$/is.exec(squeeze(text))?.[0] ?? 'default'
  const attach = code(`alter table ${on} attach partition ${what} ${bounds}`)
  const safe = `Write ${like}, then ${attach}, which lets reads and writes pass.`
  const hit: Hit = { rule: 'partition-locks-parent', on, what, safe, at: parent.location }
  return [hasDefault ? { ...hit, level: 'error', does: ', and reads its default partition' } : hit]
}
