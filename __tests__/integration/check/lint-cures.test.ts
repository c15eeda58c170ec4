/** The statements of every cure, run on a server: whoever copies one must not be refused. */
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { withClient } from '../../../script/postgres.mjs'
import { splitStatements } from '../../../src/engines/sql/text/statements.ts'
import { lintTexts } from '../../support/lint.ts'
import { byHand, inQuotes, newer, quoted } from '../../support/lint-cures.ts'
import { unsafe, earlier as usual } from '../../support/lint-unsafe.ts'
import { type Database, freshDatabase } from '../../support/postgres.ts'

let database: Database
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

/** Whole statements; `…` stands for what only the reader knows. */
function statementsOf(cure: string): string[] {
  const inTicks = [...cure.matchAll(/`([^`]+)`/g)].map(([, text = '']) => text)
  const filled = inTicks.map(text => text.replaceAll('check (…)', 'check (true)'))
  return filled.filter(
    text => !text.includes('…') && /^(?:alter|create|drop|reindex|refresh|vacuum)\s/i.test(text),
  )
}

/** What has to run before: a cure for the same revision stands behind the statement, a moved one behind those before it. */
function contextOf(cure: string, text: string): string[] {
  const all = splitStatements(text, { path: 'x.sql' }).map(one => one.text)
  if (cure.includes('in the same revision')) return all
  return cure.startsWith('Move ') ? all.slice(0, -1) : []
}

/** What the server refuses of the cures for a text. */
async function refusedOf(text: string, earlier: string[], more: string): Promise<string[]> {
  const refused: string[] = []
  for (const { rule, fault } of await lintTexts(text, { earlier })) {
    const statements = statementsOf(fault.cure)
    if (statements.length === 0) continue
    await withClient(database.url, async client => {
      await client.query('drop schema if exists public, app, archive cascade; create schema public')
      for (const setup of [...earlier, more, ...contextOf(fault.cure, text)])
        if (setup !== '') await client.query(setup)
      const { rows } = await client.query<{ version: number }>(
        "select current_setting('server_version_num')::int as version",
      )
      for (const statement of statements) {
        const error = await client.query(statement).then(
          () => undefined,
          (caught: Error & { code?: string }) => caught,
        )
        const isNewer = newer.some(
          one =>
            one.statement.test(statement) &&
            one.code === error?.code &&
            (rows[0]?.version ?? 0) < one.version,
        )
        // Those behind it ask for what it would have made.
        if (isNewer) break
        if (error !== undefined) refused.push(`${rule}: ${statement}: ${error.code} ${error.message}`)
      }
    })
  }
  return refused
}

it.each(Object.entries(unsafe))('%s', async (rule, texts) => {
  const refused: string[] = []
  for (const text of texts) refused.push(...(await refusedOf(text, usual, byHand)))
  expect({ rule, refused }).toEqual({ rule, refused: [] })
})

it.each(inQuotes)('%s', async text => {
  const more = 'create schema archive'
  expect((await lintTexts(text, { earlier: quoted })).length).toBeGreaterThan(0)
  expect(await refusedOf(text, quoted, more)).toEqual([])
})
