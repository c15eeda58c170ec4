import { makeFault } from '../../catalogue/catalogue.ts'
import type { Finding } from '../../domain.ts'
import { oneLine } from '../../text.ts'
import { driftLevels } from '../drift/levels.ts'
import { evidenceLevels } from '../evidence/levels.ts'
import { lintLevels } from '../lint/levels.ts'
import { rehearsalLevels } from '../rehearsal/levels.ts'
import { allowWords } from './rules.ts'
import type { Guarded } from './shapes.ts'

/** A line of a revision that lets something through. */
export interface Allowance {
  word: string
  /** Keys of the revisions that it speaks of. */
  keys: string[]
  /** `migrations/0003_orders.sql:1`. */
  by: string
  reason: string
}

const words: readonly string[] = [...new Set(Object.values(allowWords))]
/** Rules that are let through by their own names. */
const named = { ...lintLevels, ...evidenceLevels, ...rehearsalLevels, ...driftLevels }
const accepted: ReadonlySet<string> = new Set([...words, ...Object.keys(named)])
const begun = /^\s*(?:--|#)\s*gate:\s*allow\b(.*)$/i
const whole = /^\s+([\w-]+)((?:\s+[\w.-]+)*?)\s+because\s+(\S.*)$/i

/**
 * The lines of a change that let findings through. Only those count that are new: one that was merged let an earlier
 * change through, and says nothing of this one. Lines that say nothing are findings. Pure.
 */
export function readAllowances(
  head: readonly Guarded[],
  before: ReadonlyMap<string, Guarded>,
  keyOf: (id: string) => string,
): { allowances: Allowance[]; findings: Finding[] } {
  const allowances: Allowance[] = []
  const findings: Finding[] = []
  for (const revision of head) {
    const { path, key } = revision
    if (!/gate:\s*allow/i.test(revision.text)) continue
    const known = new Set((before.get(path)?.text ?? '').split('\n').map(line => line.trim()))
    revision.text.split('\n').forEach((line, index) => {
      const rest = begun.exec(line)?.[1]
      if (rest === undefined || known.has(line.trim())) return
      const [, word = '', ids = '', reason = ''] = whole.exec(rest) ?? []
      const named = ids.split(/\s+/).filter(id => id !== '')
      if (accepted.has(word)) {
        const keys = named.length === 0 ? [key] : named.map(keyOf)
        allowances.push({ word, keys, by: oneLine(`${path}:${index + 1}`), reason: oneLine(reason, 200) })
        return
      }
      const facts = {
        line: oneLine(line.trim(), 120),
        words: [...words, 'the rules of docs/lint.md'].join(', '),
      }
      const fault = makeFault('allow-unread', facts, { place: { path, line: index + 1 } })
      findings.push({ rule: 'allow-unread', level: 'warning', fault, revision: revision.id })
    })
  }
  return { allowances, findings }
}

/** The finding, let through where the input or a line says so. `key` is that of the revision to blame. */
export function allowFinding(
  finding: Finding,
  keys: readonly string[],
  allowances: readonly Allowance[],
  input: readonly string[],
): Finding {
  const { rule } = finding
  const word = Object.hasOwn(named, rule) ? rule : allowWords[rule as keyof typeof allowWords]
  if (word === undefined) return finding
  const line = allowances.find(one => one.word === word && one.keys.some(key => keys.includes(key)))
  if (line !== undefined) return { ...finding, allowed: { by: line.by, reason: line.reason } }
  return input.includes(word) ? { ...finding, allowed: { by: 'the input allow', reason: '' } } : finding
}
