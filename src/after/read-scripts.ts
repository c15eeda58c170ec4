import { makeFault } from '../catalogue/catalogue.ts'
import { type Disk, decodeText } from '../disk.ts'
import type { Fault, Problem } from '../domain.ts'
import { findRefusals } from '../engines/sql/text/refusals.ts'
import { readSections } from '../engines/sql/text/sections.ts'
import { splitStatements } from '../engines/sql/text/statements.ts'
import { runsOutsideTransaction } from '../engines/sql/text/transactions.ts'
import type { DatabaseSettings, ScriptPath } from '../settings/settings.ts'
import { oneLine, showInput } from '../text.ts'
import type { FollowUps, Script } from './follow-up.ts'

/** Reads every file before the first revision runs. What is wrong with one is a problem that nobody may allow. */
export function readFollowUps(
  { after, smoke, smokeCommand }: Pick<DatabaseSettings, 'after' | 'smoke' | 'smokeCommand'>,
  disk: Disk,
): FollowUps {
  const problems: Problem[] = []
  const read = (input: 'after' | 'smoke') => (path: ScriptPath) => {
    const { script, faults } = readScript(input, path, disk)
    problems.push(...faults.map((fault): Problem => ({ kind: 'file-fault', fault, allowed: false })))
    return script === undefined ? [] : [script]
  }
  return {
    after: after.flatMap(read('after')),
    smoke: smoke.flatMap(read('smoke')),
    command: smokeCommand,
    problems,
  }
}

interface Read {
  script?: Script
  faults: Fault[]
}

function readScript(input: 'after' | 'smoke', { given, candidates }: ScriptPath, disk: Disk): Read {
  for (const path of candidates) {
    const bytes = disk.readBytes(path)
    if (!bytes.ok && bytes.absent) continue
    const decoded = bytes.ok ? decodeText(bytes.value) : bytes
    if (decoded.ok) return cutScript(input, path, decoded.text)
    const facts = { path: oneLine(path), reason: decoded.reason }
    return { faults: [makeFault('revision-unreadable', facts, { place: { path } })] }
  }
  const looked = candidates.map(path => showInput(path))
  return { faults: [makeFault('script-missing', { input, given: showInput(given, 120), looked })] }
}

function cutScript(input: 'after' | 'smoke', path: string, text: string): Read {
  const { up, down, faults } = readSections(text, path)
  if (up === undefined) return { faults }
  // Without markers the whole file is the way up, from its first line on.
  if (down !== undefined || up.startLine > 1)
    return {
      faults: [
        makeFault('script-sections', { input }, { place: { path, line: Math.max(1, up.startLine - 1) } }),
      ],
    }
  const statements = splitStatements(up.text, { path })
  const refused = findRefusals(statements, { path, direction: 'up', transaction: true })
  const empty = input === 'smoke' && statements.length === 0
  const none = empty ? [makeFault('smoke-empty', { path: oneLine(path) }, { place: { path, line: 1 } })] : []
  return {
    script: { path, text: up.text, statements },
    faults: [...refused.map(fault => inOurWords(fault, input, statements)), ...none],
  }
}

/** The cure of a revision, a section outside of a transaction, is none here. */
function inOurWords(fault: Fault, input: string, statements: Script['statements']): Fault {
  const { place } = fault
  if (fault.id !== 'sql-outside-transaction' || place === undefined) return fault
  const at = statements.find(({ line, column }) => line === place.line && column === place.column)
  const statement = at === undefined ? '' : (runsOutsideTransaction(at) ?? '')
  return makeFault('script-outside', { input, statement }, { place })
}
