/** Who may import what: each outside thing has one owner, and what is inside knows nothing of the doors. */
import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from '@jest/globals'

interface Import {
  /** A package, `node:x`, or a path from src/: `engines/engine.ts`. */
  to: string
  typeOnly: boolean
}
interface Source {
  path: string
  text: string
}
/** Says what is wrong with a file, if anything. */
type Rule = (source: Source, imports: Import[]) => string[]

const named = String.raw`^\s*(?:import|export)\b(?<type>\s+type\b(?!\s*,))?(?:[^'"\`;]*?\bfrom)?\s*(?<quote>['"])(?<to>[^'"]+)\k<quote>`
const lazy = String.raw`\bimport\s*\(\s*(?:/\*.*?\*/\s*)?(?<mark>['"\`])(?<later>[^'"\`]+)\k<mark>`
const statement = new RegExp(`${named}|${lazy}`, 'gms')

function importsOf({ path, text }: Source): Import[] {
  return [...text.matchAll(statement)].map(({ groups }) => {
    const to = groups?.to ?? groups?.later ?? ''
    const inside = to.startsWith('.')
    return {
      to: inside ? posix.join(posix.dirname(path), to) : to,
      typeOnly: groups?.type !== undefined,
    }
  })
}

const isPackage = (name: string) => (to: string) => to === name || to.startsWith(`${name}/`)
const isNode = (name: string) => (to: string) =>
  to === `node:${name}` || to === name || to.startsWith(`node:${name}/`)

/** `what` is imported nowhere but in the given places: files, or folders that end in a slash. */
function only(what: string, matches: (to: string) => boolean, ...places: string[]): Rule {
  return ({ path }, imports) =>
    imports.some(each => matches(each.to)) && !within(path, places)
      ? [`${path} imports ${what}, which only ${places.join(' and ')} may.`]
      : []
}

function within(path: string, places: string[]): boolean {
  return places.some(place => (place.endsWith('/') ? path.startsWith(place) : path === place))
}

const mentions =
  (what: RegExp, name: string, ...places: string[]): Rule =>
  ({ path, text }) =>
    what.test(withoutComments(text)) && !within(path, places)
      ? [`${path} reads ${name}, which only ${places.join(', ')} may.`]
      : []

const withoutComments = (text: string) => text.replace(/\/\*.*?\*\/|^\s*\/\/.*$/gms, '')

const enginesKnowNoDoor: Rule = ({ path }, imports) =>
  imports
    .filter(
      ({ to }) => path.startsWith('engines/') && /^(action|terminal|report|settings|changes)[/.]/.test(to),
    )
    .map(({ to }) => `${path} imports ${to}: an engine knows no door, no report, no settings and no changes.`)

const innermost = ['domain.ts', 'errors.ts', 'redact.ts', 'text.ts', 'database/session.ts']
const innermostImportNothing: Rule = ({ path }, imports) =>
  imports
    .filter(({ to, typeOnly }) => innermost.includes(path) && !(typeOnly && to === 'domain.ts'))
    .map(({ to }) => `${path} imports ${to}: it may use the types of domain.ts and nothing else.`)

const short: Rule = ({ path, text }) => {
  const lines = text.trimEnd().split('\n').length
  return lines > 250 ? [`${path} has ${lines} lines: split what it does, 250 are the most.`] : []
}
const wellNamed: Rule = ({ path }) =>
  /(^|\/)(utils?|helpers?|common|misc)(\.ts|\/)/.test(path)
    ? [`${path} is named for nothing: name it after what it does.`]
    : []

const rules: Record<string, { rule: Rule; broken: Source }> = {
  'pg has one owner': {
    rule: only('pg', isPackage('pg'), 'database/driver.ts'),
    broken: { path: 'gate.ts', text: "const { Client } = await import('pg')" },
  },
  'the toolkit is behind one door': {
    rule: only('@actions/*', to => to.startsWith('@actions/'), 'action/'),
    broken: { path: 'gate.ts', text: "import * as core from '@actions/core'" },
  },
  'children have one owner': {
    rule: only('child_process', isNode('child_process'), 'process.ts'),
    broken: { path: 'changes/git.ts', text: "import {\n  spawn,\n} from 'node:child_process'" },
  },
  'the disk has one owner': {
    rule: only('fs', isNode('fs'), 'disk.ts'),
    broken: { path: 'gate.ts', text: "import { readFile } from 'node:fs/promises'" },
  },
  'minimatch has one owner': {
    rule: only('minimatch', isPackage('minimatch'), 'changes/matcher.ts'),
    broken: { path: 'changes/git.ts', text: "export { minimatch } from 'minimatch'" },
  },
  'the SQL parser has one owner': {
    rule: only('libpg-query', isPackage('libpg-query'), 'check/lint/parse.ts'),
    broken: { path: 'check/lint/nodes.ts', text: "import type { Node } from 'libpg-query'" },
  },
  'commander is behind the other door': {
    rule: only('commander', isPackage('commander'), 'terminal/'),
    broken: { path: 'action/run.ts', text: "import 'commander'" },
  },
  'the schema validator is in settings': {
    rule: only('@cfworker/json-schema', isPackage('@cfworker/json-schema'), 'settings/'),
    broken: { path: 'report/json.ts', text: "const { Validator } = await import('@cfworker/json-schema')" },
  },
  'the environment comes in by the doors': {
    rule: mentions(
      /\bprocess\.(env|argv)\b|\b(env|argv)\b[^;\n]*\bfrom 'node:process'/,
      'process.env or process.argv',
      'action/run.ts',
      'action/post.ts',
      'terminal/run.ts',
      'main.ts',
      'cli.ts',
    ),
    broken: { path: 'database/url.ts', text: 'const url = process.env.DATABASE_URL' },
  },
  'engines know no door': {
    rule: enginesKnowNoDoor,
    broken: {
      path: 'engines/sql/plan.ts',
      text: "import type { Settings } from '../../settings/settings.ts'",
    },
  },
  'the innermost files import nothing': {
    rule: innermostImportNothing,
    broken: { path: 'errors.ts', text: "import { commands } from './domain.ts'" },
  },
  'files are short': { rule: short, broken: { path: 'gate.ts', text: 'x\n'.repeat(251) } },
  'files are named for what they do': { rule: wellNamed, broken: { path: 'database/utils.ts', text: '' } },
}

/** Each ring of files that import one another, types included, as a sentence. */
function cycles(sources: Source[]): string[] {
  const edges = new Map(sources.map(source => [source.path, importsOf(source).map(each => each.to)]))
  const done = new Set<string>()
  const found: string[] = []
  const visit = (path: string, trail: string[]) => {
    const at = trail.indexOf(path)
    if (at >= 0) found.push(`These import one another: ${[...trail.slice(at), path].join(' → ')}.`)
    if (at >= 0 || done.has(path)) return
    for (const to of edges.get(path) ?? []) visit(to, [...trail, path])
    done.add(path)
  }
  for (const path of edges.keys()) visit(path, [])
  return found
}

const folder = fileURLToPath(new URL('../../src/', import.meta.url))
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .map(path => path.replaceAll('\\', '/'))
  .filter(path => path.endsWith('.ts'))
  .map(path => ({ path, text: readFileSync(folder + path, 'utf8') }))

describe.each(Object.entries(rules))('%s', (_, { rule, broken }) => {
  test('in src/', () => {
    expect(sources.flatMap(source => rule(source, importsOf(source)))).toEqual([])
  })
  test('and a file that breaks it is named', () => {
    expect(rule(broken, importsOf(broken))).toEqual([expect.stringContaining(broken.path)])
  })
})

describe('imports', () => {
  test('go round in no circle', () => {
    expect(sources.length).toBeGreaterThan(10)
    expect(cycles(sources)).toEqual([])
  })
  test('a circle of types is named', () => {
    const a = { path: 'a.ts', text: "import type { B } from './x/b.ts'" }
    const b = { path: 'x/b.ts', text: "export const a = import('../a.ts')" }
    expect(cycles([a, b])).toEqual(['These import one another: a.ts → x/b.ts → a.ts.'])
  })
  test('are all read: types, several lines, exports, lazy ones, and none in comments of one line', () => {
    const text = [
      "import 'effect'",
      'import {\n  a,\n  type b,\n} from "lines"',
      "import type { T } from './types.ts'",
      "export * from './again.ts'",
      'const x = await import(/* webpackMode: "eager" */ \'lazy\')',
      "const from = 'nothing'",
      'export const y = "text"',
    ].join('\n')
    expect(
      importsOf({ path: 'in/side.ts', text }).map(each => `${each.to}${each.typeOnly ? ' (type)' : ''}`),
    ).toEqual(['effect', 'lines', 'in/types.ts (type)', 'in/again.ts', 'lazy'])
  })
})
