/** The fixture itself: that it is what it says, and that Alembic alone runs it in every shape. */
import { join } from 'node:path'
import { afterEach, describe, expect, test } from '@jest/globals'
import { start } from '../../support/child.ts'
import { makeProject, type Project } from '../../support/gate.ts'
import { type Database, freshDatabase } from '../../support/postgres.ts'
import { toolOf } from '../../support/python.ts'
import {
  plainAlembic,
  pythonEnvironment,
  relayFiles,
  relayHead,
  relayRevision,
  relayRevisions,
  variants,
} from '../../support/relay.ts'
import { describeRows, describeSchema } from '../../support/schema.ts'

const made: { project: Project; databases: Database[] }[] = []
afterEach(async () => {
  for (const { project, databases } of made.splice(0)) {
    project.remove()
    for (const one of databases) await one.drop()
  }
})

async function stage(files = relayFiles(), databases = 1) {
  const project = makeProject(files)
  const stood = { project, databases: [] as Database[] }
  made.push(stood)
  for (let count = 0; count < databases; count++) stood.databases.push(await freshDatabase())
  const urls = stood.databases.map(database => database.url)
  return { backend: join(project.path, 'backend'), url: urls[0] ?? '', urls }
}

const good = { code: 0, signal: null }

test('relay has the revisions that it is meant to have, with its head last', () => {
  expect(relayRevisions).toHaveLength(18)
  expect(relayRevisions).toContain('add_team_slug')
  expect(relayRevisions.at(-1)).toBe(relayHead)
})

test('its lock names PyPI and nothing else, and is what uv finds installed', async () => {
  const files = relayFiles()
  const hosts = String(files['backend/uv.lock']).match(/https?:\/\/[^/"\s]+/g)
  expect(new Set(hosts)).toEqual(new Set(['https://pypi.org', 'https://files.pythonhosted.org']))
  const { backend } = await stage(files, 0)
  const { UV_NO_SYNC: _, ...env } = pythonEnvironment()
  const args = ['sync', '--locked', '--inexact', '--dry-run']
  const ended = await start(toolOf('uv'), args, { cwd: backend, env: { ...env, HOME: backend } }).ended
  expect(ended).toMatchObject({ ...good, stderr: expect.stringContaining('Would make no changes') })
})

/** What the first shape came to. */
let first: { schema: string; rows: string } | undefined

describe.each(variants.filter(variant => variant !== 'databases'))('%s', variant => {
  test('Alembic takes it to head, as the models have it, and back; the schema is that of every other shape', async () => {
    const { backend, url } = await stage(relayFiles(variant))
    expect(await plainAlembic(backend, url, 'upgrade', 'head')).toMatchObject(good)
    expect(await plainAlembic(backend, url, 'check')).toMatchObject(good)
    expect((await plainAlembic(backend, url, 'history')).stdout.trim().split('\n')).toHaveLength(18)

    const held = { schema: await describeSchema(url), rows: await describeRows(url) }
    first ??= held
    expect(held).toEqual(first)

    expect(await plainAlembic(backend, url, 'downgrade', 'base')).toMatchObject(good)
    expect(await describeSchema(url)).not.toContain('messages')
  })
})

test('databases: each section of the ini has revisions of its own', async () => {
  const { backend, urls } = await stage(relayFiles('databases'), 2)
  const [orion = '', nebula = ''] = urls
  expect(await plainAlembic(backend, orion, '-n', 'orion', 'upgrade', 'head')).toMatchObject(good)
  expect(await plainAlembic(backend, nebula, '-n', 'nebula', 'upgrade', 'head')).toMatchObject(good)
  expect(await describeSchema(orion)).toContain('messages')
  const schema = await describeSchema(nebula)
  for (const part of ['public.events', 'CREATE TRIGGER touch_event', 'RETURN NEW'])
    expect(schema).toContain(part)
})

test('one more revision follows the head', async () => {
  const files = { ...relayFiles(), ...relayRevision('5c0ffee', ['op.drop_table("reactions")']) }
  const { backend, url } = await stage(files)
  expect(await plainAlembic(backend, url, 'upgrade', 'head')).toMatchObject(good)
  expect((await plainAlembic(backend, url, 'current')).stdout).toContain('5c0ffee (head)')
})

test('without the setting it needs, it does not start: this is what CI forgets', async () => {
  const { backend, url } = await stage()
  const env = { ...pythonEnvironment({ session: false }), DATABASE_URL: url, HOME: backend }
  const ended = await start(toolOf('alembic'), ['current'], { cwd: backend, env }).ended
  expect(ended.code).toBe(1)
  expect(ended.stderr).toContain('session_secret')
})
