import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { allowable } from '../../src/domain.ts'
import type { HistoryRow } from '../../src/engines/sql/history/state.ts'
import { findDuplicates, type PlannedFile, planRevisions, versionOf } from '../../src/engines/sql/plan.ts'

const file = (id: string, checksum = 'same'): PlannedFile => ({
  id,
  name: 'n',
  path: `migrations/${id}_n.sql`,
  version: versionOf(id),
  checksum,
})
const row = (version: string, more: Partial<HistoryRow> = {}): HistoryRow => ({
  version,
  name: 'n',
  checksum: 'same',
  state: 'applied',
  statementsDone: 0,
  statementHashes: [],
  commitSha: '',
  ...more,
})

function plan(files: string[] | PlannedFile[], rows: (string | HistoryRow)[], more: object = {}) {
  const given = files.map(one => (typeof one === 'string' ? file(one) : one))
  return planRevisions({
    files: given.sort((a, b) => (a.version < b.version ? -1 : 1)),
    rows: rows.map(one => (typeof one === 'string' ? row(one) : one)),
    target: given.at(-1)?.version,
    allow: [],
    database: 'app',
    folder: 'migrations',
    ...more,
  })
}
const kinds = (made: ReturnType<typeof plan>) => made.problems.map(one => `${one.kind} ${one.revision}`)

describe('one by one', () => {
  test('pending is what the history lacks, up to the target', () => {
    const made = plan(['1', '2', '3'], ['1'], { target: 2n })
    expect(made.pending.map(one => one.id)).toEqual(['2'])
    expect(made).toMatchObject({ current: ['1'], head: ['3'], applied: ['1'], problems: [] })
    expect(plan(['1'], [], { target: undefined }).pending).toEqual([])
  })

  test('missing, ahead, modified and out-of-order', () => {
    expect(kinds(plan(['1', '3'], ['1', '2', '3']))).toEqual(['missing 2'])
    expect(kinds(plan(['1'], ['1', '2']))).toEqual(['ahead 2'])
    expect(kinds(plan([], ['1']))).toEqual(['ahead 1'])
    expect(kinds(plan([file('1', 'other')], ['1']))).toEqual(['modified 1'])
    expect(kinds(plan(['1', '2', '3'], ['1', '3']))).toEqual(['out-of-order 2'])
  })

  test('what is half applied and has no file is not called applied', () => {
    const half = row('2', { state: 'dirty', statementsDone: 1, statementHashes: ['x'] })
    for (const made of [plan(['1', '3'], ['1', half]), plan(['1'], ['1', half])]) {
      const { fault } = made.problems[0] ?? {}
      expect(fault?.message).toContain('2 is half applied')
      expect(fault?.next?.map(one => one.command)).toEqual(['stamp', 'upgrade'])
      expect(fault?.next?.[0]?.revision).toBe('1')
    }
  })

  test('allow marks its kind and no other', () => {
    const made = plan([file('1', 'x'), file('2'), file('3')], ['1', '3', '4'], {
      allow: ['modified', 'ahead'],
    })
    expect(made.problems.map(one => [one.kind, one.allowed])).toEqual([
      ['modified', true],
      ['ahead', true],
      ['out-of-order', false],
    ])
  })

  test('a half applied revision is pending, and neither applied nor modified', () => {
    const half = row('2', { state: 'dirty', checksum: 'old', statementsDone: 1, statementHashes: ['a'] })
    const made = plan(['1', '2'], ['1', half])
    expect(made).toMatchObject({ applied: ['1'], current: ['1'], problems: [] })
    expect(made.pending.map(one => one.id)).toEqual(['2'])
    expect(made.unfinished).toEqual([{ id: '2', done: 1, hashes: ['a'] }])
  })

  test('1 and 001 are one version, in history and in files', () => {
    expect(plan(['001', '2'], ['1']).pending.map(one => one.id)).toEqual(['2'])
    expect(findDuplicates([file('001'), file('1'), file('2')]).map(one => one.kind)).toEqual(['duplicate'])
    expect(findDuplicates([file('1'), file('10')])).toEqual([])
  })

  test('versions of 40 digits are exact', () => {
    const [a, b] = [`${'9'.repeat(39)}8`, `${'9'.repeat(39)}9`]
    const made = plan([a, b], [a])
    expect(made.pending.map(one => one.id)).toEqual([b])
    expect(made.problems).toEqual([])
    expect(versionOf('9'.repeat(41))).toBe(-1n)
  })
})

const ids = fc.uniqueArray(fc.integer({ min: 1, max: 30 }).map(String), { maxLength: 15 })

test('pending, applied and problems account for every revision, each once', () => {
  fc.assert(
    fc.property(ids, ids, fc.subarray([...allowable]), (files, rows, allow) => {
      const made = plan(files, rows, { target: 99n, allow })
      const pending = made.pending.map(one => one.id)
      const known = new Set(files)
      // Every file is either pending or applied; every row is applied, and in a file or a problem.
      expect([...pending, ...made.applied.filter(id => known.has(id))].sort()).toEqual([...files].sort())
      expect(made.applied.map(Number)).toEqual(rows.map(Number).sort((a, b) => a - b))
      const gone = made.problems.filter(one => one.kind === 'missing' || one.kind === 'ahead')
      expect(gone.map(one => one.revision).sort()).toEqual(rows.filter(id => !known.has(id)).sort())
      expect(pending.map(Number)).toEqual(pending.map(Number).sort((a, b) => a - b))
      const late = made.problems.filter(one => one.kind === 'out-of-order').map(one => one.revision)
      const newest = Math.max(0, ...rows.map(Number))
      expect(late).toEqual(pending.filter(id => Number(id) < newest))
      for (const one of made.problems) expect(one.allowed).toBe((allow as string[]).includes(one.kind))
    }),
  )
})

test('the fingerprint names what would run and from where, and not the order of the rows', () => {
  fc.assert(
    fc.property(ids, ids, (files, rows) => {
      const print = (given: string[], applied: (string | HistoryRow)[]) =>
        plan(given, applied, { target: 99n }).fingerprint
      expect(print(files, rows)).toBe(print(files, [...rows].reverse()))
      expect(print([...files, '77'], rows)).not.toBe(print(files, rows))
      expect(print(files, [...rows, '78'])).not.toBe(print(files, rows))
    }),
  )
  expect(plan([file('1', 'a')], []).fingerprint).not.toBe(plan([file('1', 'b')], []).fingerprint)
})
