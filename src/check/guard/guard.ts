import type { Finding } from '../../domain.ts'
import { judgeAdded } from './added.ts'
import { type Allowance, allowFinding, readAllowances } from './allow.ts'
import { type Base, type Blamed, judgePair } from './merged.ts'
import { findMoves } from './moves.ts'
import { findDuplicates, findLate } from './order.ts'
import { mergeSides, pairRevisions } from './pair.ts'
import { fixedRules, type Rule } from './rules.ts'
import type { Dialect, Guarded } from './shapes.ts'

/** What is held against each other. */
export interface GuardInput {
  /** What is merged already, and from where the change starts; undefined: it could not be had. */
  base: readonly Guarded[] | undefined
  /** The newest of the branch that the change goes into. */
  tip: readonly Guarded[]
  head: readonly Guarded[]
  /** Files of the base that could not be read: whatever becomes of them, they are not new. */
  broken: ReadonlySet<string>
  at: Base
  dialect: Dialect
  /** How an id that a person wrote is known to a history. */
  keyOf: (id: string) => string
  /** Words of the input. */
  allow: readonly string[]
  /** Levels of the config file. */
  rules: Readonly<Record<string, 'off' | 'warning' | 'error'>>
}

/** What the guard found, and what it looked at. */
export interface Guarding {
  findings: Finding[]
  /** Revisions that the change adds. */
  added: Guarded[]
  /** What the branch would hold after the merge. */
  merged: Guarded[]
  /** Lines of the change that let findings through. */
  allowances: Allowance[]
}

/** Holds a change against the history that it goes into. Pure; in the order in which a person would mend it. */
export function guardHistory(input: GuardInput): Guarding {
  const { base, tip, head, at, dialect } = input
  const { pairs, added } = base === undefined ? { pairs: [], added: [] } : pairRevisions(base, head)
  const merged = base === undefined ? [...head] : mergeSides(base, tip, head)
  // A change that is merged meanwhile is not new any more.
  const there = new Set(tip.map(one => one.path))
  const fresh = added.filter(one => !there.has(one.path) && !input.broken.has(one.path))
  const before = new Map((base ?? []).map(one => [one.path, one]))
  const { allowances, findings: unread } =
    base === undefined ? { allowances: [], findings: [] } : readAllowances(head, before, input.keyOf)
  const blamed: Blamed[] = [
    ...pairs.flatMap(pair => judgePair(pair, at, dialect)),
    ...findMoves(pairs, at),
    ...findLate(fresh, tip, merged, at.target),
    ...fresh.flatMap(revision => judgeAdded(revision, dialect)),
  ]
  const judged = blamed.map(({ finding, keys }) => allowFinding(finding, keys, allowances, input.allow))
  const versioned = merged.filter(one => one.version !== undefined)
  const findings = [...judged, ...findDuplicates(versioned, fresh), ...unread]
  return {
    findings: findings.flatMap(finding => levelFinding(finding, input.rules)),
    added: fresh,
    merged,
    allowances,
  }
}

/** A finding at the level that the config file gives its rule; none where that is off. */
export function levelFinding(finding: Finding, rules: GuardInput['rules']): Finding[] {
  if (fixedRules.includes(finding.rule as Rule)) return [finding]
  const level = Object.hasOwn(rules, finding.rule) ? rules[finding.rule] : undefined
  if (level === 'off') return []
  return [level === undefined ? finding : { ...finding, level }]
}
