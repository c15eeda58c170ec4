import { describe, expect, test } from '@jest/globals'
import type { Quantifier } from '../../../src/changes/detection.ts'
import { engineFilter, looksLikePath, readFilters } from '../../../src/changes/filter.ts'
import { matchFilters } from '../../../src/changes/match.ts'
import type { Change, ChangeStatus } from '../../../src/domain.ts'
import { GateError } from '../../../src/errors.ts'

function change(path: string, status: ChangeStatus = 'modified'): Change {
  return { path, status }
}

async function matched(yaml: string, changes: Change[], quantifier: Quantifier = 'some') {
  const found = matchFilters(await readFilters(yaml, 'the filters input'), changes, quantifier)
  return Object.fromEntries(found.map(({ name, changes: files }) => [name, files.map(file => file.path)]))
}

async function matches(pattern: string, path: string): Promise<boolean> {
  const found = await matched(JSON.stringify({ one: pattern }), [change(path)])
  return found.one?.length === 1
}

async function faultsOf(yaml: string) {
  const thrown = await readFilters(yaml, 'the filters input').then(
    () => undefined,
    error => error,
  )
  if (!(thrown instanceof GateError)) throw new Error(`no GateError: ${thrown}`)
  return [thrown.fault, ...thrown.others].map(fault => `${fault.id}: ${fault.message}`)
}

describe('the format of paths-filter', () => {
  const yaml = `
shared: &shared
  - common/**
  - [config/*, 'deploy/**']
orion:
  - *shared
  - src/orion/**
added:
  - added|Modified: '**/*.sql'
  - deleted: ['db/**', *pattern]
text: docs/**
pattern: &later x
`
  const valid = yaml.replace(', *pattern', '')

  test('text, nested lists, anchors, statuses', async () => {
    const changes = [
      change('common/a'),
      change('deploy/x/y'),
      change('src/orion/main.py'),
      change('m/1.sql', 'added'),
      change('m/2.sql', 'deleted'),
      change('db/3.sql', 'deleted'),
      change('docs/a.md'),
    ]
    expect(await matched(valid, changes)).toEqual({
      shared: ['common/a', 'deploy/x/y'],
      orion: ['common/a', 'deploy/x/y', 'src/orion/main.py'],
      added: ['m/1.sql', 'db/3.sql'],
      text: ['docs/a.md'],
      pattern: [],
    })
  })

  test('merge keys, and an anchor in more than a hundred filters', async () => {
    const merged = 'base: &base {added: "a/**"}\nuser:\n  <<: *base\n  deleted: "b/**"'
    expect(await matched(merged, [change('a/1', 'added'), change('b/1', 'deleted')])).toMatchObject({
      user: ['a/1', 'b/1'],
    })
    const many = Array.from({ length: 300 }, (_, index) => `f${index}: *all`).join('\n')
    expect(Object.keys(await matched(`all: &all ['a/**']\n${many}`, []))).toHaveLength(301)
  })

  test('a type change is a modification, and has a status of its own', async () => {
    const yaml = 'modified: {modified: "**"}\nown: {type-changed: "**"}\nadded: {added: "**"}\nany: "**"'
    const found = await matched(yaml, [change('link', 'type-changed')])
    expect(found).toEqual({ modified: ['link'], own: ['link'], added: [], any: ['link'] })
  })

  test('an empty list matches nothing with `some`, everything with `every`; an unknown status nothing', async () => {
    expect(await matched('none: []\nodd: {add: "**"}', [change('a')])).toEqual({ none: [], odd: [] })
    expect(await matched('none: []', [change('a')], 'every')).toEqual({ none: ['a'] })
  })

  test('`!` is a rule of its own: any other file with `some`, an exclusion with `every`', async () => {
    const yaml = "docs: ['docs/**', '!docs/*.md']"
    const changes = [change('docs/a.md'), change('docs/a.png'), change('src/x')]
    expect(await matched(yaml, changes)).toEqual({ docs: ['docs/a.md', 'docs/a.png', 'src/x'] })
    expect(await matched(yaml, changes, 'every')).toEqual({ docs: ['docs/a.png'] })
  })

  test('the order of the text is kept, also for names that are numbers', async () => {
    const filters = await readFilters('b: x\n2: x\n1: x\n__proto__: x', 'the filters input')
    expect(filters.map(filter => filter.name)).toEqual(['b', '2', '1', '__proto__'])
  })
})

// Each row is picomatch 2.3's answer with `dot: true`; `ours` marks where it is wrong on purpose.
test.each([
  ['migrations', 'migrations/1.sql', false],
  ['migrations/', 'migrations/1.sql', false],
  ['migrations/**', 'migrations/deep/1.sql', true],
  ['migrations/**', 'migrations', true],
  ['migrations*/**', 'migrations', false],
  ['migrations/**', 'migrations2/1.sql', false],
  ['vendor/**/lib/**', 'vendor/a/lib', true],
  ['**', '.github/workflows/x.yml', true],
  ['*', 'a/b', false],
  ['**/*.sql', '1.sql', true],
  ['**.sql', 'a/b/1.sql', true],
  ['a/**.sql', 'a/b/1.sql', false],
  ['*.{sql,py}', '1.py', true],
  ['(a|b)/*', 'b/x', true],
  ['@(a|b)/*', 'b/x', true],
  ['./a/**', 'a/x', true],
  ['!a/**', 'b', true],
  ['!a/**', 'a/b', false],
  ['!!a', 'a', true],
  ['!(a|b)', 'c', true],
  ['!(a|b)', 'a', false],
  ['#a', '#a', true],
  ['a[1].sql', 'a[1].sql', true],
  ['a[1].sql', 'a1.sql', true],
  ['A/**', 'a/x', false],
  ['a\\*b', 'a*b', true],
  ['[^a]/x', 'b/x', true],
  ['[!a]/x', 'b/x', false],
  ['[!a]/x', '!/x', true],
  ['app/[slug]/**', 'app/[slug]/page.tsx', true],
  ['app/[slug]/**', 'app/s/page.tsx', true],
  ['app/[...slug]/**', 'app/[...slug]/page.tsx', false],
  ['(a|b)?/x', 'a/x', true],
  ['(a|b)?/x', 'ac/x', false],
  ['[ab]+/x', 'abba/x', true],
  ['src/*|docs/**', 'docs/a/b', true],
  ['(src/a|src/b)/**', 'src/b/x', true],
  ['!(docs/**)', 'docs/a', false],
  ['!(docs/**)', 'src/a', true],
  ['!(a)/x', 'ab/x', false],
  ['!(a)/x', 'b/x', true],
  ['!(a)', 'ab', true],
  ['{10..20}/x', '1/x', true],
  ['{10..20}/x', '12/x', false],
  ['"a*"/x', 'a*/x', true],
  ['"a*"/x', 'ab/x', false],
  ['!**.sql', 'a/1.sql', true],
  ['a/../b', 'b', false],
  ['a//b', 'a/b', false],
  ['./!a', 'a', false],
  ['(a|b)**', 'a/x/y', true],
  // ours: a name must not hide behind a newline
  ['a/**', 'a/new\nline.sql', true],
  ['a/*.sql', 'a/new\nline.sql', true],
  ['!a/**', 'a/new\nline.sql', false],
])('%j on %j: %j', async (pattern, path, expected) => {
  expect(await matches(pattern, path)).toBe(expected)
})

describe('faults', () => {
  test.each([
    ['a: [x', /^filters-yaml: The YAML of the filters input is wrong at line 1, column 6: /],
    ['a: x\na: y', /^filters-yaml: .* line 2, column 1: Map keys must be unique\.$/],
    ['a: *nowhere', /^filters-yaml: /],
    ['a: &a [*a]', /^filters-/],
    ['', /^filters-root: In the filters input there is nothing where/],
    ['- a\n- b', /^filters-root: .*a list/],
    ['just text', /^filters-root: .*text/],
    [
      'a: 3',
      /^filters-shape: In the filters input, the filter "a" has the number 3 where a pattern belongs\.$/,
    ],
    ['a:', /^filters-shape: .*"a" has nothing where a pattern belongs\.$/],
    ['a: [x, [null]]', /^filters-shape: .*nothing/],
    ['a: {added: 3}', /^filters-shape: .*has the number 3 under "added", where a pattern belongs\.$/],
    ["a: ''", /^filters-shape: .*has an empty pattern\.$/],
    [`a: '${'{a,b}'.repeat(24)}'`, /^pattern-complex: .*its braces make more than 10000 of it\.$/],
    [`a: '${'@(a|b)'.repeat(500)}'`, /^pattern-complex: .*too many extglobs\.$/],
    [`a: '${'('.repeat(9000)}a${')'.repeat(9000)}'`, /^pattern-complex: /],
  ])('%j', async (yaml, expected) => {
    const faults = await faultsOf(yaml)
    expect(faults).toHaveLength(1)
    expect(faults[0]).toMatch(expected)
  })

  test('all of them at once', async () => {
    expect(await faultsOf('a: 1\nb: x\nc: true')).toHaveLength(2)
  })

  test('anchors that multiply do not take the memory', async () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]']
    for (let level = 1; level < 12; level++) {
      lines.push(
        `a${level}: &a${level} [${Array(10)
          .fill(`*a${level - 1}`)
          .join(', ')}]`,
      )
    }
    const faults = await faultsOf(lines.join('\n'))
    expect(faults[0]).toMatch(/more than 100000 rules/)
  })

  test('hostile text in messages is one harmless line', async () => {
    const [fault] = await faultsOf('"::error::a\\n\\e[31mb": 3')
    expect(fault).not.toMatch(/[\n\x1b]/)
  })
})

test('a path has neither a line end nor a colon', () => {
  expect(['.github/filters.yml', 'filters', '# comment'].map(looksLikePath)).toEqual([true, true, true])
  expect(['a: b', 'a\nb', 'C:\\x'].map(looksLikePath)).toEqual([false, false, false])
})

describe('the filter of an engine', () => {
  const paths = ['migrations/1.sql', 'migrations', 'migrations2/x', 'db/[new]/1.sql', 'db/n/1.sql', 'x']
  const hits = (directory: string) =>
    matchFilters(
      [engineFilter('main', directory)],
      paths.map(path => change(path)),
      'some',
    )[0]?.changes.map(c => c.path)

  test('is its folder', () => {
    expect(hits('migrations')).toEqual(['migrations/1.sql', 'migrations'])
    expect(hits('./migrations/')).toEqual(['migrations/1.sql', 'migrations'])
    expect(hits('db/[new]')).toEqual(['db/[new]/1.sql'])
    expect(hits('.')).toEqual(paths)
    expect(hits('')).toEqual(paths)
  })

  test('shows a pattern that means the same', async () => {
    const pattern = engineFilter('main', 'db/[new]').rules[0]?.patterns[0] ?? ''
    expect(await matches(pattern, 'db/[new]/1.sql')).toBe(true)
    expect(await matches(pattern, 'db/n/1.sql')).toBe(false)
  })
})

test('20,000 files and 200 filters of two patterns', async () => {
  const yaml = Array.from(
    { length: 200 },
    (_, index) => `f${index}: ['src/service_${index}/**', 'db/d${index}/**/*.sql']`,
  )
  const changes = Array.from({ length: 20_000 }, (_, index) =>
    change(`src/service_${index % 400}/m/${index}.sql`),
  )
  const filters = await readFilters(yaml.join('\n'), 'the filters input')
  const found = matchFilters(filters, changes, 'some')
  expect(found.every(filter => filter.changes.length === 50)).toBe(true)
})
