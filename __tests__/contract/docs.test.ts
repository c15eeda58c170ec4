import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, posix } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, test } from '@jest/globals'
import { parse } from 'yaml'
import { root } from '../../script/tools.mjs'
import { catalogue, makeFault } from '../../src/catalogue/catalogue.ts'
import { gitSource } from '../../src/changes/git.ts'
import { openDisk } from '../../src/disk.ts'
import { commands, type Fault } from '../../src/domain.ts'
import { readEvent } from '../../src/event.ts'
import { runGate } from '../../src/gate.ts'
import { makeRedactor } from '../../src/redact.ts'
import { redactReport, renderReport } from '../../src/report/json.ts'
import { fixedOutputs } from '../../src/report/outputs.ts'
import { failedReport } from '../../src/report/report.ts'
import { inputDefaults, type RawInputs } from '../../src/settings/inputs.ts'
import { readSettings } from '../../src/settings/read-settings.ts'
import { readArguments } from '../../src/terminal/arguments.ts'
import { version } from '../../src/version.ts'
import { wireGate } from '../../src/wire.ts'
import {
  blocksOf,
  commandsOf,
  documents,
  isExcerpt,
  readText,
  repositoryFiles,
} from '../support/documents.ts'
import { checkAgainst } from '../support/schemas.ts'

interface Manifest {
  inputs: Record<string, { default?: unknown }>
  outputs: Record<string, unknown>
}

const manifest = parse(readText('action.yml')) as Manifest
const files = repositoryFiles()
const pages = documents()

test('what is made from the sources is up to date; else `npm run docs`', () => {
  const run = spawnSync(process.execPath, [join(root, 'script/docs.mjs'), '--check'], { encoding: 'utf8' })
  expect({ code: run.status, said: run.stderr }).toEqual({ code: 0, said: '' })
})

describe('the contract', () => {
  it('action.yml and the settings have the same inputs with the same defaults', () => {
    // Only the runner knows its token.
    const defaults = { ...inputDefaults, token: manifest.inputs.token?.default }
    const stated = Object.entries(manifest.inputs).map(([name, input]) => [name, String(input.default ?? '')])
    expect(Object.fromEntries(stated)).toEqual(defaults)
  })

  it('action.yml and the report have the same outputs', () => {
    expect(Object.keys(manifest.outputs)).toEqual([...fixedOutputs])
  })

  it('package.json, its lock and the source state one version, and the changelog speaks of it', () => {
    const lock = JSON.parse(readText('package-lock.json'))
    expect([JSON.parse(readText('package.json')).version, lock.version, lock.packages[''].version]).toEqual(
      Array.from({ length: 3 }, () => version),
    )
    const [latest = ''] = readText('CHANGELOG.md').split(/^## /m).slice(1)
    expect(latest).toContain(version)
  })

  it('the examples use the major version that a release of this one moves', () => {
    const used = files
      .filter(
        path =>
          /^(README\.md|docs\/.+\.(md|yml)|(alembic|deploy)\/.+)$/.test(path) && existsSync(join(root, path)),
      )
      .flatMap(path => [...readText(path).matchAll(/migration-gate\/migration-gate[\w./-]*@(\S+)/g)])
    expect(new Set(used.map(([, tag = '']) => tag.replace(/[^\w.].*$/, '')))).toEqual(
      new Set([`v${version.split('.')[0]}`]),
    )
  })
})

describe('what the documents show', () => {
  const tested = /^docs\/(examples|several|places)\/|^migrations\/|^__tests__\/fixtures\/alembic\/relay\//
  const sources = files.filter(path => tested.test(path))
  const shown = pages.flatMap(blocksOf)

  it('is there', () => {
    expect(shown.length).toBeGreaterThan(10)
    expect(sources.length).toBeGreaterThan(8)
  })

  it.each(shown.filter(block => ['yaml', 'toml'].includes(block.language)))(
    '$at is an excerpt of a file that a test runs',
    ({ lines }) => {
      expect(sources.filter(path => isExcerpt(lines, readText(path)))).not.toEqual([])
    },
  )

  it('and a block that stands nowhere is noticed', () => {
    expect(isExcerpt(['- run: flyctl deploy', '  env: {}'], readText('docs/examples/deploy.yml'))).toBe(false)
    expect(isExcerpt(['- run: flyctl deploy --remote-only'], readText('docs/examples/deploy.yml'))).toBe(true)
  })

  it('every language of a block is one that something here looks at', () => {
    expect(new Set(shown.map(block => block.language))).toEqual(
      new Set(['bash', 'diff', 'dockerfile', 'mermaid', 'sh', 'sql', 'text', 'toml', 'yaml']),
    )
  })

  it.each(pages.flatMap(commandsOf).map(({ at, words }) => ({ at, words, line: words.join(' ') })))(
    '$at: $line can be typed',
    ({ words }) => {
      const [program = '', ...args] = words
      if (program === 'gh') return expectDispatchable(args)
      if (program !== 'migration-gate') return expect(existsSync(join(root, program))).toBe(true)
      const typed = readArguments(args, version)
      expect('text' in typed ? typed.text : '').toBe('')
      expect(commands).toContain(args[0])
    },
  )

  it('the workflow by hand in pages takes the inputs that are typed for it', () => {
    expect(pages.flatMap(commandsOf).filter(({ words }) => words[0] === 'gh').length).toBeGreaterThan(1)
  })

  it.each(pages)('%s links to files and headings that exist', path => {
    for (const [, target = ''] of readText(path).matchAll(/\]\((?!https?:)([^)\s]+)\)/g)) {
      const [file = '', anchor] = target.split('#')
      const found = file === '' ? path : posix.normalize(posix.join(dirname(path), file))
      expect([target, existsSync(join(root, found))]).toEqual([target, true])
      if (anchor !== undefined)
        expect([target, anchorsOf(found)]).toEqual([target, expect.arrayContaining([anchor])])
    }
  })

  it('the examples of several databases use the actions of the others', () => {
    const uses = (path: string) => readText(path).match(/^\s*- uses: .*$/gm) ?? []
    const known = files.filter(path => path.startsWith('docs/examples/')).flatMap(uses)
    expect(known).toEqual(expect.arrayContaining(uses('docs/several/deploy.yml')))
  })

  it('every problem that closes the gate has its place in the runbook', () => {
    const runbook = readText('docs/runbook.md').toLowerCase()
    for (const id of ['modified', 'missing', 'ahead', 'dirty', 'revision-failed', 'lock-wait', 'pooler'])
      expect(runbook).toContain(id)
    for (const heading of ['## out of order', '## first contact', '## half applied'])
      expect(runbook).toContain(heading)
  })
})

function expectDispatchable(args: string[]): void {
  expect(args.slice(0, 3)).toEqual(['workflow', 'run', 'operate.yml'])
  const { inputs } = (
    parse(readText('docs/examples/operate.yml')) as {
      on: { workflow_dispatch: { inputs: Record<string, { options?: string[] }> } }
    }
  ).on.workflow_dispatch
  for (const pair of args.slice(3).filter(word => word !== '-f')) {
    const [name = '', value = ''] = pair.split('=')
    expect(Object.keys(inputs)).toContain(name)
    expect(inputs[name]?.options ?? [value]).toContain(value)
  }
}

function anchorsOf(path: string): string[] {
  return [...readText(path).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\w\s-]/g, '')
      .replaceAll(' ', '-'),
  )
}

describe('docs/schema/config.json', () => {
  const check = checkAgainst('config', false)

  it('takes the example', () => {
    expect(check(parse(readText('docs/several/migration-gate.yml')))).toEqual([])
  })

  it.each([
    ['a URL in the file', { databases: { shop: { url: 'postgres://a:b@c/d' } } }],
    ['a key that is not known', { databases: { shop: { url: 'SHOP', folder: 'x' } } }],
    ['no databases', { databases: {} }],
  ])('refuses %s', (_, value) => {
    expect(check(value)).not.toEqual([])
  })
})

describe('docs/schema/report.json', () => {
  const check = checkAgainst('report', true)
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'gate-report-'))
    writeFileSync(join(folder, '0001_one.sql'), 'select 1;\n')
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  /** The gate as a door runs it, on a folder without git; nothing listens at port 1. */
  async function reportOf(raw: RawInputs, url: string): Promise<unknown> {
    const inputs = { engine: 'sql', directory: '.', ...raw }
    const disk = openDisk(folder)
    const settings = await readSettings(inputs, { disk, environment: () => url })
    const event = readEvent({}, {})
    const changes = gitSource({
      cwd: folder,
      env: { PATH: process.env.PATH, GIT_CEILING_DIRECTORIES: tmpdir() },
    })
    const outside = {
      disk,
      root: '.',
      environment: {},
      changes,
      reporter: () => undefined,
      redact: makeRedactor([]),
      actor: '',
      commit: '',
    }
    const report = await runGate(
      settings,
      event,
      wireGate(settings, event, outside),
      new AbortController().signal,
    )
    return JSON.parse(renderReport(redactReport(report, text => text)))
  }

  it.each([
    ['detect', {}, ''],
    ['upgrade with an empty URL', { command: 'upgrade' }, ''],
    ['plan of a database that does not answer', { command: 'plan' }, 'postgres://a:b@127.0.0.1:1/shop'],
    ['upgrade of one', { command: 'upgrade' }, 'postgres://a:b@127.0.0.1:1/shop'],
  ])('describes the report of %s', async (name, raw, url) => {
    const report = await reportOf(name === 'detect' ? { command: 'detect' } : raw, url)
    expect(check(report)).toEqual([])
    expect(report).toMatchObject({ version: 1, gate: name === 'detect' ? 'open' : 'closed' })
  })

  it('describes every fault of the catalogue', () => {
    const faults = Object.entries(catalogue).map(([id, { example }]) =>
      makeFault(id as 'unexpected', example as { message: string }, {
        place: { path: 'migrations/0001_one.sql', line: 1, column: 2 },
        excerpt: { firstLine: 1, lines: ['select 1'], markedLine: 1, caret: 2 },
        server: { code: '42601', severity: 'ERROR', message: 'm', detail: 'd', hint: 'h', where: 'w' },
        next: [
          { command: 'stamp', revision: '0001', database: 'a', with: { allow: 'ahead' }, when: 'it is so' },
        ],
        foreign: [{ line: 'git checkout abc -- :/x', when: 'it is so' }],
        state: 'it is at 0001',
      }),
    )
    const debug: Fault = { ...makeFault('unexpected', { message: 'm' }), debug: 'a stack' }
    const report = failedReport([...faults, debug], new Date())
    expect(check(JSON.parse(renderReport(redactReport(report, text => text))))).toEqual([])
  })

  it('a field that it does not know is noticed', () => {
    const report = { ...failedReport([], new Date()), colour: 'green' }
    expect(check(report)).toEqual([expect.stringContaining('colour')])
    expect(checkAgainst('report', false)(report)).toEqual([])
  })
})
