import { rmSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import { type AlembicOptions, type AlembicProject, makeProject } from '../../support/alembic.ts'
import { hookFolder, testEnvironment, ways } from '../../support/alembic-child.ts'
import { start } from '../../support/child.ts'
import { compileSources } from '../../support/compiled.ts'
import { eventually } from '../../support/gate.ts'
import { type Database, freshDatabase, query } from '../../support/postgres.ts'

let database: Database
let compiled: string
const projects: AlembicProject[] = []
beforeAll(async () => {
  database = await freshDatabase()
  compiled = compileSources()
})
afterEach(() => {
  for (const project of projects.splice(0)) project.remove()
})
afterAll(async () => {
  rmSync(compiled, { recursive: true })
  await database.drop()
})

/** A process that does nothing but run Alembic as the engine does: the one to kill. */
const parent = () => `
  import { runAlembic } from '${compiled}/engines/alembic/child/run.js'
  const nothing = () => {}
  const timeouts = { lockMs: 5000, statementMs: 0 }
  await runAlembic({ ...JSON.parse(process.env.ORDER), timeouts, redact: text => text, onEvent: nothing, onLine: nothing })`

const sleeping = () =>
  query(
    database.url,
    `select pid from pg_stat_activity where datname = current_database() and state = 'active'
       and query ilike '%pg_sleep%' and pid <> pg_backend_pid()`,
  )

const drivers: Partial<AlembicOptions>[] = [{}, { env: 'async' }]
const cases = Object.entries(ways).flatMap(([way, argv]) =>
  drivers.map(options => ({ way, argv, options, driver: options.env === 'async' ? 'asyncpg' : 'psycopg' })),
)

test.each(cases)('$way, $driver: kill -9 of us ends its server session', async ({ argv, options }) => {
  const made = makeProject({
    revisions: [{ id: 'a1', upgrade: 'op.execute("select pg_sleep(600)")' }],
    ...options,
  })
  projects.push(made)
  const order = {
    start: { argv: argv() },
    args: ['upgrade', 'head'],
    folder: made.path,
    hookFolder,
    environment: testEnvironment(database.url),
  }
  const us = start(process.execPath, ['--input-type=module', '-e', parent()], {
    cwd: made.path,
    env: { PATH: process.env.PATH ?? '', ORDER: JSON.stringify(order) },
  })
  await eventually(async () => (await sleeping()).length === 1)
  us.child.kill('SIGKILL')
  expect(await us.ended).toMatchObject({ signal: 'SIGKILL' })
  const since = Date.now()
  await eventually(async () => (await sleeping()).length === 0)
  if (process.env.GATE_SHOW_TIMES) console.log(`gone ${Date.now() - since} ms after the kill`)
})
