import { describe, expect, test } from '@jest/globals'
import type { Quantifier } from '../../../src/changes/detection.ts'
import { pathsFilter, readFilters } from '../../../src/changes/filter.ts'
import { inspectFilters } from '../../../src/changes/inspect.ts'
import { matchFilters } from '../../../src/changes/match.ts'
import { matcherCompiler } from '../../../src/changes/matcher.ts'
import type { Change } from '../../../src/domain.ts'

const tracked = [
  'migrations/0001_a.sql',
  'src/orion/main.py',
  'docs/a.md',
  'app/[...slug]/page.tsx',
  'README.md',
]

async function warnings(
  yaml: string,
  quantifier: Quantifier = 'some',
  known: { changes?: Change[]; tracked?: string[] | undefined } = {},
) {
  const filters = await readFilters(yaml, 'the filters input')
  const said = inspectFilters(
    filters,
    quantifier,
    { changes: [], tracked, ...known },
    await matcherCompiler(),
  )
  return said.map(text => text.replace(/^The filter "a" \(the filters input\):? ?/, ''))
}

describe('a filter that is right', () => {
  test.each([
    'a: migrations/**',
    "a: ['**/*.sql', README.md]",
    "a: [{added|modified: 'src/**'}, {deleted: '**'}]",
    "a: '!docs/**'",
    "a: ['app/[[]...slug[]]/**', docs]".replace(', docs', ''),
  ])('%s is not warned of', async yaml => {
    expect(await warnings(yaml)).toEqual([])
  })
})

describe('a filter that is most likely wrong', () => {
  test.each([
    ["a: {add: 'src/**'}", ['`add` is no status, and the rule never matches; write `added`.']],
    [
      "a: {touched: 'src/**'}",
      [
        '`touched` is no status, and the rule never matches; the statuses are added, deleted, modified, type-changed, unmerged.',
      ],
    ],
    ["a: {renamed: 'src/**'}", ['the status `renamed` never occurs: a rename is `added|deleted`.']],
    ["a: {'|': 'src/**'}", ['a rule names no status, and never matches.']],
    ['a: []', ['has no pattern and never matches.']],
    ['a: migrations', ['`migrations` matches no file; write `migrations/**`.']],
    ['a: migrations/', ['`migrations/` matches no file; write `migrations/**`.']],
    ['a: /migrations/**', ['`/migrations/**` matches no file; write `migrations/**`.']],
    ['a: orion/**', ['`orion/**` matches no file; write `**/orion/**`.']],
    ["a: 'src\\orion\\**'", ['`src\\orion\\**` matches no file; write `src/orion/**`.']],
    ["a: 'app/[...slug]/**'", ['`app/[...slug]/**` matches no file; write `app/\\[...slug\\]/**`.']],
    ['a: absent/**', ['`absent/**` matches no tracked file.']],
    ["a: '[!m]*/**'", ['in `[!m]*/**` the `!` is a character; what is not in the set is `[^m]*/**`.']],
    [
      "a: ['docs/**', '!docs/*.md']",
      [
        '`!docs/*.md` is a rule of its own and matches every other file; with `predicate-quantifier: gitignore` it excludes.',
      ],
    ],
  ])('%s', async (yaml, expected) => {
    expect(await warnings(yaml)).toEqual(expected)
  })

  test('by the quantifier', async () => {
    expect(await warnings("a: ['!docs/**']", 'gitignore')).toEqual([
      'it only excludes, and never matches; begin with `**`, then `!docs/**`.',
    ])
    expect(await warnings("a: ['docs/**', '!docs/*.md']", 'gitignore')).toEqual([])
    expect(await warnings("a: ['docs/**', '!docs/*.md']", 'every')).toEqual([])
    expect(await warnings('a: []', 'every')).toEqual(['has no pattern and matches every file.'])
  })

  test('as far as it is known where git lists no files', async () => {
    const known = { tracked: undefined, changes: [{ path: 'migrations/1.sql', status: 'added' as const }] }
    expect(await warnings('a: absent/**', 'some', known)).toEqual([])
    expect(await warnings('a: absent/', 'some', known)).toEqual([
      '`absent/` matches no file; write `absent/**`.',
    ])
    expect(await warnings('a: migrations', 'some', known)).toEqual([
      '`migrations` matches no file; write `migrations/**`.',
    ])
  })

  test('a pattern of a file that this change deletes is right', async () => {
    expect(
      await warnings('a: gone/**', 'some', { changes: [{ path: 'gone/x', status: 'deleted' }] }),
    ).toEqual([])
  })

  test('once each, and ten of them at most', async () => {
    const many = Array.from({ length: 30 }, (_, index) => `f${index}: absent${index}/**`).join('\n')
    const said = await warnings(many)
    expect(said).toHaveLength(11)
    expect(said.at(-1)).toBe('… and 20 more warnings about filters.')
    expect(await warnings('a: [absent, absent]')).toHaveLength(1)
  })
})

describe('predicate-quantifier gitignore, and the paths of the config file', () => {
  const paths = ['docs/a.md', 'docs/b.png', 'docs/keep.md', 'src/x'].map(path => ({
    path,
    status: 'modified' as const,
  }))
  const rules = ['docs/**', '!docs/*.md', 'docs/keep.md']

  test('a `!` excludes from what stands before it, and later rules include again', async () => {
    const filters = await readFilters(JSON.stringify({ a: rules }), 'the filters input')
    const [found] = matchFilters(filters, paths, 'gitignore')
    expect(found?.changes.map(change => change.path)).toEqual(['docs/b.png', 'docs/keep.md'])
    const [own] = matchFilters([await pathsFilter('a', rules, 'the paths of a')], paths, 'some')
    expect(own?.changes.map(change => change.path)).toEqual(['docs/b.png', 'docs/keep.md'])
  })

  test('a rule with a status speaks only of files with it', async () => {
    const yaml = "a: ['docs/**', {deleted: '!docs/*.md'}]"
    const filters = await readFilters(yaml, 'the filters input')
    const changes: Change[] = [
      { path: 'docs/a.md', status: 'deleted' },
      { path: 'docs/b.md', status: 'added' },
    ]
    expect(matchFilters(filters, changes, 'gitignore')[0]?.changes.map(change => change.path)).toEqual([
      'docs/b.md',
    ])
  })
})
