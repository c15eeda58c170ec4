import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { openDisk } from '../../src/disk.ts'
import { chooseEngine } from '../../src/engines/choose.ts'
import { makeProject, type Project } from '../support/gate.ts'

let project: Project
beforeEach(() => {
  project = makeProject()
})
afterEach(() => project.remove())

const choose = (
  files: string[],
  directory?: string,
  engine: 'auto' | 'sql' | 'alembic' = 'auto',
  base = '.',
) => {
  project.write(
    Object.fromEntries(files.map(name => [name, name.endsWith('pyproject.toml') ? '[tool.alembic]\n' : ''])),
  )
  return chooseEngine({ engine, directory }, base, openDisk(project.path))
}

test('SQL revisions in migrations/, or in the folder that was named', () => {
  expect(choose(['migrations/0001_a.sql'])).toEqual({ engine: 'sql', directory: 'migrations' })
  expect(choose(['db/1_a.up.sql'], 'db')).toEqual({ engine: 'sql', directory: 'db' })
  expect(choose(['back/migrations/1_a.sql'], undefined, 'auto', 'back')).toEqual({
    engine: 'sql',
    directory: 'back/migrations',
  })
})

test('Alembic comes first, by its ini or by pyproject.toml', () => {
  expect(choose(['migrations/1_a.sql', 'alembic.ini']).engine).toBe('alembic')
  project.write({ 'alembic.ini': null })
  expect(choose(['pyproject.toml']).engine).toBe('alembic')
})

test('an engine that was named is not looked for', () => {
  expect(choose([], undefined, 'sql')).toEqual({ engine: 'sql', directory: 'migrations' })
  expect(choose([], 'x', 'alembic')).toEqual({ engine: 'alembic', directory: 'x' })
})

test.each([
  ['prisma/schema.prisma', 'Prisma'],
  ['prisma/migrations/2024_x/migration.sql', 'Prisma'],
  ['drizzle/meta/_journal.json', 'Drizzle'],
  ['drizzle.config.ts', 'Drizzle'],
  ['flyway.conf', 'Flyway'],
  ['V1__init.sql', 'Flyway'],
  ['db/migrate/2024_x.rb', 'Rails'],
  ['manage.py', 'Django'],
  ['supabase/migrations/2024_x.sql', 'the Supabase CLI'],
  ['db/migrations/2024_x.sql', 'dbmate'],
  ['atlas.hcl', 'Atlas'],
  ['knexfile.js', 'Knex'],
  ['sqitch.plan', 'sqitch'],
  ['migrations/committed/000001.sql', 'graphile-migrate'],
])('%s is recognised as %s', (path, tool) => {
  expect(() => choose([path])).toThrow(tool)
})

test('nothing at all: what was looked for, and where', () => {
  expect(() => choose([], 'db')).toThrow(
    'No migrations were found: looked for db/alembic.ini, db/pyproject.toml with [tool.alembic], db/<digits>_<name>.sql.',
  )
})

test.each([
  ['alembic.ini', 'backend'],
  ['pyproject.toml', 'backend'],
  ['migrations/0001_a.sql', 'backend'],
])('%s one folder below: it is named', (path, folder) => {
  expect(() => choose([`${folder}/${path}`, '.venv/alembic.ini', 'node_modules/alembic.ini'])).toThrow(
    expect.objectContaining({
      fault: expect.objectContaining({
        message: expect.stringMatching(/_<name>\.sql\. There are some in backend\.$/),
        cure: 'Name the folder: `working-directory` is backend.',
      }),
    }),
  )
  expect(chooseEngine({ engine: 'auto', directory: undefined }, folder, openDisk(project.path))).toBeDefined()
})

test('the first three of them are named; what `working-directory` alone does not find, or another tool has, is not', () => {
  const several = ['a/alembic.ini', 'b/migrations/1_a.sql', 'c/alembic.ini', 'd/alembic.ini', '0/1_a.sql']
  expect(() => choose(several)).toThrow('There are some in a, b and c.')
  expect(() => choose(['db/backend/alembic.ini'], 'db')).not.toThrow('There are some')
  expect(() => choose(['supabase/migrations/2024_x.sql'])).not.toThrow('There are some')
})

test.each(['migrations/V1__x.sql', 'migrations/seed.sql', 'migrations/.gitkeep'])(
  '%s: the folder is meant, and its files are judged by the engine',
  path => {
    expect(choose([path])).toEqual({ engine: 'sql', directory: 'migrations' })
  },
)

test('other files in migrations/ are not ours to judge', () => {
  expect(() => choose(['migrations/0001_a.js'])).toThrow('No migrations were found')
})

test('inside of migrations/ that folder is meant', () => {
  expect(choose(['back/migrations/1_a.sql'], undefined, 'auto', 'back/migrations')).toEqual({
    engine: 'sql',
    directory: 'back/migrations',
  })
  expect(() => choose(['back/other/1_a.sql'], undefined, 'auto', 'back/other')).toThrow('No migrations')
})
