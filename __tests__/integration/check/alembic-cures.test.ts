/** The lines of every cure for an Alembic revision, run under Alembic on a server: whoever copies one must not be refused. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { splitStatements } from '../../../src/engines/sql/text/statements.ts'
import { readText } from '../../support/documents.ts'
import { lintTexts } from '../../support/lint.ts'
import { byHand, inQuotes, newer, quoted } from '../../support/lint-cures.ts'
import { unsafe, earlier as usual } from '../../support/lint-unsafe.ts'
import { type Database, freshDatabase, query } from '../../support/postgres.ts'
import { pythonOf } from '../../support/python.ts'

const runner = fileURLToPath(new URL('../../support/alembic-cures.py', import.meta.url))
const alembic = { together: false }

let database: Database
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

const clean = ['drop schema if exists public, app, archive cascade', 'create schema public']

interface Case {
  rule: string
  setup: string[]
  lines: string[]
}

/** The lines of a cure; `…` stands for what only the reader knows. */
function linesOf(cure: string): string[] {
  const inTicks = [...cure.matchAll(/`([^`]+)`/g)].map(([, text = '']) => text)
  const filled = inTicks.map(text =>
    text.replace(', "…", postgresql_not_valid', ', "true", postgresql_not_valid'),
  )
  return filled.filter(text => /^(?:with op|op)\./.test(text) && !text.includes('…'))
}

async function casesOf(text: string, earlier: string[], more: string): Promise<Case[]> {
  const found = await lintTexts(text, { earlier, alembic })
  return found.flatMap(({ rule, fault }) => {
    const lines = linesOf(fault.cure)
    const all = splitStatements(text, { path: 'x.sql' }).map(one => one.text)
    const before = fault.cure.includes('in the same revision')
      ? all
      : fault.cure.startsWith('Move ')
        ? all.slice(0, -1)
        : []
    return lines.length === 0
      ? []
      : [{ rule, setup: [...clean, ...earlier, more, ...before].filter(sql => sql !== ''), lines }]
  })
}

interface Said {
  /** The statements that it sent. */
  sent?: string[]
  error?: string
}

/** What became of each line of each case. */
function runUnderAlembic(cases: Pick<Case, 'setup' | 'lines'>[]): Said[][] {
  const url = database.url.replace(/^postgres(?:ql)?:/, 'postgresql+psycopg:')
  const input = JSON.stringify({ url, cases: cases.map(({ setup, lines }) => ({ setup, lines })) })
  const run = spawnSync(pythonOf(), [runner], { input, encoding: 'utf8', maxBuffer: 1e8 })
  expect({ code: run.status, errors: run.stderr }).toEqual({ code: 0, errors: '' })
  return JSON.parse(run.stdout)
}

/** What Alembic or the server refuses. */
async function refusedOf(cases: Case[]): Promise<string[]> {
  const [server] = await query<{ version: number }>(
    database.url,
    "select current_setting('server_version_num')::int as version",
  )
  const said = runUnderAlembic(cases)
  const isNewer = (line: string, error: string) =>
    newer.some(
      one => one.statement.test(line) && error.startsWith(one.code) && (server?.version ?? 0) < one.version,
    )
  return cases.flatMap(({ rule, lines }, at) => {
    const errors = lines.map((line, index) => ({ line, error: said[at]?.[index]?.error ?? '' }))
    // Those behind it ask for what it would have made.
    const end = errors.findIndex(({ line, error }) => isNewer(line, error))
    const told = errors.slice(0, end === -1 ? undefined : end).filter(({ error }) => error !== '')
    return told.map(({ line, error }) => `${rule}: ${line}: ${error}`)
  })
}

it('every rule', async () => {
  const cases: Case[] = []
  for (const text of Object.values(unsafe).flat()) cases.push(...(await casesOf(text, usual, byHand)))
  expect(cases.length).toBeGreaterThan(45)
  expect(await refusedOf(cases)).toEqual([])
})

it('names and literals that stand only in quotes', async () => {
  const cases: Case[] = []
  for (const text of inQuotes) cases.push(...(await casesOf(text, quoted, 'create schema archive')))
  expect(cases.length).toBeGreaterThan(20)
  expect(await refusedOf(cases)).toEqual([])
})

describe('the table of docs/lint.md', () => {
  const page = readText('docs/lint.md')
  const cells = (row: string) =>
    row.split(/(?<!\\)\|/).map(cell => [...cell.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code))
  const rows = [...page.matchAll(/^\| `op\..*$/gm)].map(([row]) => cells(row))
  const tables = [
    'create table customers (id int primary key)',
    'create table orders (id int primary key, code varchar(10), note text, total int, customer_id int)',
  ]

  it('has the operations that people write most', () => expect(rows.length).toBeGreaterThan(7))

  it.each(rows)('%#: %s', async (_, given = [], cure = []) => {
    const [said = []] = runUnderAlembic([{ setup: [clean, ...tables].flat(), lines: given }])
    const sent = said.flatMap(one => one.sent ?? [one.error ?? ''])
    const found = await lintTexts(sent.join(';\n'), { earlier: tables, alembic })
    expect(found).toHaveLength(1)
    const spans = [...(found[0]?.fault.cure ?? '').matchAll(/`([^`]+)`/g)].map(([, code]) => code)
    expect(spans).toEqual(cure)
  })
})
