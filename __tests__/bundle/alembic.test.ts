/** dist/index.js on relay, in every shape in which projects use Alembic: the same schema and rows as Alembic alone leaves. */
import { delimiter, join } from 'node:path'
import { afterEach, expect, test } from '@jest/globals'
import { runAction } from '../support/bundle.ts'
import { makeProject, type Project } from '../support/gate.ts'
import { type Database, freshDatabase, query } from '../support/postgres.ts'
import {
  plainAlembic,
  pythonEnvironment,
  pythonFolder,
  relayFiles,
  relayHead,
  relayRevision,
  relayRevisions,
  type Variant,
  variants,
} from '../support/relay.ts'
import type { Files } from '../support/repo.ts'
import { describeRows, describeSchema } from '../support/schema.ts'

const projects: Project[] = []
const databases: Database[] = []
afterEach(async () => {
  for (const project of projects.splice(0)) project.remove()
  for (const database of databases.splice(0)) await database.drop()
})

function stage(files: Files): string {
  const project = makeProject(files)
  projects.push(project)
  return project.path
}

async function database(): Promise<string> {
  const made = await freshDatabase()
  databases.push(made)
  return made.url
}

const path = () => [pythonFolder(), process.env.PATH ?? ''].join(delimiter)

function upgrade(cwd: string, inputs: Record<string, string>, env: Record<string, string> = {}) {
  return runAction({
    cwd,
    inputs: { 'working-directory': 'backend', ...inputs },
    env: { ...pythonEnvironment(), PATH: path(), ...env },
  })
}

async function stateOf(url: string) {
  return {
    schema: await describeSchema(url),
    rows: await describeRows(url),
    versions: await query(url, 'select version_num from alembic_version order by 1'),
  }
}

const single = variants.filter((variant): variant is Exclude<Variant, 'databases'> => variant !== 'databases')

test.each(single)(
  '%s: from empty to head as Alembic alone does it, and then nothing to do',
  async variant => {
    const cwd = stage(relayFiles(variant))
    const [url, twin] = [await database(), await database()]
    const plan = await upgrade(cwd, { 'database-url': url, command: 'plan' })
    expect(plan).toMatchObject({ code: 0, outputs: { status: 'pending', applied: '[]' } })
    expect(await query(url, "select 1 from pg_tables where schemaname = 'public'")).toEqual([])

    const run = await upgrade(cwd, { 'database-url': url })
    expect(run).toMatchObject({
      code: 0,
      outputs: { status: 'upgraded', from: '', to: relayHead, failed: '' },
    })
    expect(run.outputs.applied).toBe(plan.outputs.pending)
    expect(run.stdout).not.toContain('could not be watched')
    expect([...JSON.parse(run.outputs.applied ?? '')].sort()).toEqual([...relayRevisions].sort())

    expect(await plainAlembic(join(cwd, 'backend'), twin, 'upgrade', 'head')).toMatchObject({ code: 0 })
    expect(await stateOf(url)).toEqual(await stateOf(twin))

    const again = await upgrade(cwd, { 'database-url': url }, { PATH: process.env.PATH ?? '' })
    expect(again).toMatchObject({ code: 0, outputs: { status: 'up-to-date', pending: '[]', to: relayHead } })
  },
)

test('databases: two in one ini, each with a section, a variable and a head of its own', async () => {
  const cwd = stage(relayFiles('databases'))
  const [orion, nebula, twin, twin2] = [
    await database(),
    await database(),
    await database(),
    await database(),
  ]
  const run = await upgrade(
    cwd,
    { 'working-directory': '.' },
    { ORION_DATABASE_URL: orion, NEBULA_DATABASE_URL: nebula },
  )
  expect(run).toMatchObject({ code: 0, outputs: { status: 'upgraded' } })
  expect(JSON.parse(run.outputs.results ?? '')).toMatchObject({
    orion: { status: 'upgraded', to: relayHead },
    nebula: { status: 'upgraded', applied: ['a1', 'a2'], to: 'a2' },
  })
  const backend = join(cwd, 'backend')
  expect(await plainAlembic(backend, twin, '-n', 'orion', 'upgrade', 'head')).toMatchObject({ code: 0 })
  expect(await plainAlembic(backend, twin2, '-n', 'nebula', 'upgrade', 'head')).toMatchObject({ code: 0 })
  expect(await stateOf(orion)).toEqual(await stateOf(twin))
  expect(await stateOf(nebula)).toEqual(await stateOf(twin2))
})

test('a failure after an autocommit block leaves what Alembic alone leaves, and says what is applied', async () => {
  const bad = relayRevision('0badc0de0001', ['op.drop_table("reactions")', 'op.execute("SELECT nope")'])
  const cwd = stage({ ...relayFiles(), ...bad })
  const [url, twin] = [await database(), await database()]
  const run = await upgrade(cwd, { 'database-url': url })
  expect(await plainAlembic(join(cwd, 'backend'), twin, 'upgrade', 'head')).toMatchObject({ code: 1 })
  expect(await stateOf(url)).toEqual(await stateOf(twin))
  // The index is made in autocommit, which commits the revisions before it; those after it share one transaction.
  const [{ version_num: at } = { version_num: '' }] = await query<{ version_num: string }>(
    url,
    'select version_num from alembic_version',
  )
  expect(run).toMatchObject({ code: 1, outputs: { status: 'failed', failed: '0badc0de0001', to: at } })
  expect(JSON.parse(run.outputs.applied ?? '')).toEqual(
    JSON.parse(run.outputs.pending ?? '').slice(0, JSON.parse(run.outputs.applied ?? '').length),
  )
  expect(JSON.parse(run.outputs.applied ?? '').at(-1)).toBe(at)
})

test('two gates at once: one migrates, the other waits and finds nothing to do', async () => {
  const cwd = stage(relayFiles())
  const [url, twin] = [await database(), await database()]
  const runs = await Promise.all([1, 2].map(() => upgrade(cwd, { 'database-url': url })))
  expect(runs.map(run => run.code)).toEqual([0, 0])
  expect(runs.map(run => run.outputs.status).sort()).toEqual(['up-to-date', 'upgraded'])
  expect(await plainAlembic(join(cwd, 'backend'), twin, 'upgrade', 'head')).toMatchObject({ code: 0 })
  expect(await stateOf(url)).toEqual(await stateOf(twin))
})

test('a gate beside a plain `alembic upgrade head`: at least one comes through, nothing is lost, the next finds nothing to do', async () => {
  const cwd = stage(relayFiles())
  const [url, twin] = [await database(), await database()]
  const backend = join(cwd, 'backend')
  const [gate, plain] = await Promise.all([
    upgrade(cwd, { 'database-url': url }),
    plainAlembic(backend, url, 'upgrade', 'head'),
  ])
  const through = [gate.code === 0, plain.code === 0]
  expect(through).toContain(true)
  // Who of the two failed at what the other one had made says where the database is, and not that it is broken.
  if (gate.code !== 0) expect(gate.outputs.status).toBe('failed')
  const again = await upgrade(cwd, { 'database-url': url })
  expect(again).toMatchObject({ code: 0, outputs: { to: relayHead } })
  expect(await plainAlembic(backend, twin, 'upgrade', 'head')).toMatchObject({ code: 0 })
  expect(await stateOf(url)).toEqual(await stateOf(twin))
})
