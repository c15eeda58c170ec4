import { describe, expect, it } from '@jest/globals'
import { diffPieces, sayDiff } from '../../../src/check/guard/diff.ts'
import { guardHistory } from '../../../src/check/guard/guard.ts'
import { mergeSides, pairRevisions } from '../../../src/check/guard/pair.ts'
import type { Guarded, Piece } from '../../../src/check/guard/shapes.ts'

const pieces = (...codes: string[]): Piece[] =>
  codes.map((code, index) => ({ code, text: code, line: index + 1 }))

/** A revision of the sql engine; its text follows from what it does unless given. */
function revision(id: string, up: string, given: Partial<Guarded> = {}): Guarded {
  const code = up === '' ? [] : pieces(...up.split(' '))
  return {
    id,
    key: String(BigInt(id)),
    version: BigInt(id),
    path: `m/${id}_a.sql`,
    text: `${id} ${up}`,
    up: code,
    down: pieces('down'),
    rest: [],
    checksum: up,
    merge: false,
    line: 1,
    ...given,
  }
}

function guard(base: Guarded[] | undefined, head: Guarded[], tip = base ?? [], more = {}) {
  const { findings, added } = guardHistory({
    base,
    tip,
    head,
    broken: new Set(),
    at: { commit: 'c'.repeat(40), target: 'main' },
    dialect: { comment: '--' },
    keyOf: id => String(BigInt(id)),
    allow: [],
    rules: {},
    ...more,
  })
  return { rules: findings.map(({ rule }) => rule), findings, added: added.map(({ id }) => id) }
}

describe('the guard', () => {
  const one = revision('1', 'a b')
  const two = revision('2', 'c')

  it('says nothing of what stays and of what is new', () => {
    expect(guard([one], [one, two])).toMatchObject({ rules: [], added: ['2'] })
    expect(guard([], [])).toMatchObject({ rules: [], added: [] })
  })

  it('holds a change against its own start, and order and versions against the tip', () => {
    const late = revision('2', 'x', { path: 'm/2_late.sql' })
    const three = revision('3', 'y')
    // Main has edited 1 and taken 3 since: neither is this change’s doing.
    const tip = [revision('1', 'edited'), three]
    expect(guard([one], [one, late], tip).rules).toEqual(['out-of-order'])
    expect(guard([one], [one, revision('3', 'z', { path: 'm/3_b.sql' })], tip).rules).toEqual(['duplicate'])
    expect(guard([one], [one, revision('4', 'z')], tip).rules).toEqual([])
  })

  it('calls what main took meanwhile neither new nor late', () => {
    expect(guard([one], [one, two], [one, two, revision('3', 'z')])).toMatchObject({ rules: [], added: [] })
  })

  it('knows a revision by its version, then its path, then what it does', () => {
    const moved = { ...one, path: 'm/1_b.sql' }
    expect(guard([one], [moved]).rules).toEqual(['moved'])
    expect(guard([one], [{ ...moved, text: 'x', up: pieces('x') }]).rules).toEqual(['edited', 'moved'])
    expect(guard([one, two], [two, revision('3', 'a b')]).rules).toEqual(['renamed'])
    expect(guard([one, two], [two, revision('3', 'a c')]).rules).toEqual(['deleted'])
    expect(guard([one], [{ ...one, key: '9', id: '9', version: 9n }]).rules).toEqual(['renamed'])
  })

  it('does not call what could not be read before new', () => {
    const fixed = revision('1', 'a')
    expect(guard([two], [fixed, two], [two], { broken: new Set([fixed.path]) })).toMatchObject({
      rules: [],
      added: [],
    })
  })

  it('without a base still sees versions that two files have, and nothing is new', () => {
    const again = revision('1', 'q', { path: 'm/01_b.sql' })
    expect(guard(undefined, [one, again, revision('2', '')])).toMatchObject({
      rules: ['duplicate'],
      added: [],
    })
  })

  it('names five of many files of one version', () => {
    const all = Array.from({ length: 9 }, (_, index) => revision('1', 'a', { path: `m/1_${index}.sql` }))
    const { findings } = guard([all[0] as Guarded], all)
    expect(findings).toHaveLength(1)
    expect(findings[0]?.fault.message).toMatch(/m\/1_4\.sql and 4 more/)
  })

  it('says the worst of an edit only, and levels follow the config file', () => {
    const both = { ...one, text: 'x', up: pieces('a'), down: pieces('other') }
    expect(guard([one], [both]).rules).toEqual(['edited'])
    expect(guard([one], [{ ...one, text: 'x' }]).findings).toMatchObject([{ level: 'warning' }])
    // What a deploy would refuse is not hidden by what it would not.
    const summed = { ...one, text: 'x', down: pieces('other'), checksum: 'another' }
    expect(guard([one], [summed]).rules).toEqual(['checksum-edited'])
    const rules = { 'comment-only-edit': 'error', edited: 'off' }
    expect(guard([one], [{ ...one, text: 'x' }], [one], { rules }).findings).toMatchObject([
      { level: 'error' },
    ])
    expect(guard([one], [both], [one], { rules }).rules).toEqual([])
  })
})

describe('bringing commits together', () => {
  it('takes the same path first where two have one version', () => {
    const [a, b] = [revision('1', 'a', { path: 'm/1_a.sql' }), revision('1', 'b', { path: 'm/1_b.sql' })]
    expect(pairRevisions([b], [a, b])).toEqual({ pairs: [{ before: b, after: b }], added: [a] })
  })

  it('merges file by file: mine where I changed it, else that of the tip', () => {
    const [a, b, c, d] = ['1', '2', '3', '4'].map(id => revision(id, 'x')) as [
      Guarded,
      Guarded,
      Guarded,
      Guarded,
    ]
    const edited = { ...a, text: 'mine' }
    const theirs = { ...b, text: 'theirs' }
    // I edited 1 and deleted 3; main edited 2 and added 4.
    expect(mergeSides([a, b, c], [a, theirs, c, d], [edited, b])).toEqual([edited, theirs, d])
    expect(mergeSides([a, b], [a, b], [a, b, c])).toEqual([a, b, c])
  })
})

describe('a diff', () => {
  it('has what went before what came, without what stayed', () => {
    const diff = diffPieces(pieces('a', 'b', 'c', 'd'), pieces('a', 'c', 'x', 'y', 'd'))
    expect(diff.map(({ mark, line, text }) => `${mark}${line}${text}`)).toEqual(['-2b', '+3x', '+4y'])
    expect(sayDiff(diff)).toBe('1 statement changed, 1 statement added')
    expect(sayDiff(diffPieces(pieces('a', 'b'), pieces('b')))).toBe('1 statement removed')
    expect(diffPieces(pieces('a'), pieces('a'))).toEqual([])
  })

  it('of long lists counts, in no more than a moment', () => {
    const many = Array.from({ length: 5000 }, (_, index) => `s${index}`)
    const diff = diffPieces(pieces('first', ...many, 'last'), pieces('start', ...[...many].reverse(), 'end'))
    expect(diff.map(({ mark, text }) => mark + text)).toEqual(['-first', '-last', '+start', '+end'])
  })
})
