/** Where a rehearsal finds its programs, and what of a history it runs. */
import { describe, expect, test } from '@jest/globals'
import type { Guarded } from '../../../../src/check/guard/shapes.ts'
import { findBinaries } from '../../../../src/check/rehearsal/binaries.ts'
import { openServer } from '../../../../src/check/rehearsal/open-server.ts'
import { sqlHistory } from '../../../../src/check/rehearsal/plan-history.ts'
import { guessSchemes, mayHaveModels } from '../../../../src/check/rehearsal/schemes.ts'
import type { Disk } from '../../../../src/disk.ts'

const none = { ok: false, reason: 'it does not exist', absent: true } as const

/** A disk with these files, by their absolute paths. */
function diskWith(files: Record<string, string>): Disk {
  const names = (folder: string) => {
    const inside = Object.keys(files).flatMap(path =>
      path.startsWith(`${folder}/`) ? [path.slice(folder.length + 1)] : [],
    )
    return [...new Set(inside.map(path => path.replace(/\/.*/, '/')))]
  }
  const text = (path: string) => files[path.replace(/^\.\//, '')]
  return {
    readBytes: path => (text(path) === undefined ? none : { ok: true, value: Buffer.from(text(path) ?? '') }),
    listFolder: path => (names(path).length === 0 ? none : { ok: true, value: names(path) }),
    realPath: path => ({ ok: true, value: path }),
  }
}

const programs = (bin: string) => ({ [`${bin}/initdb`]: '', [`${bin}/postgres`]: '' })

describe('the programs', () => {
  test('are the newest of the machine', () => {
    const disk = diskWith({
      ...programs('/usr/lib/postgresql/9.6/bin'),
      ...programs('/usr/lib/postgresql/14/bin'),
      ...programs('/usr/lib/postgresql/16/bin'),
      ...programs('/opt/pg/bin'),
    })
    expect(findBinaries(disk, '/opt/pg/bin')).toEqual({ bin: '/usr/lib/postgresql/16/bin' })
  })
  test('else those on the path, which must be absolute, and complete', () => {
    const disk = diskWith({ '/usr/lib/postgresql/16/bin/psql': '', ...programs('/opt/pg/bin') })
    expect(findBinaries(disk, 'bin:/usr/bin:/opt/pg/bin')).toEqual({ bin: '/opt/pg/bin' })
    expect(findBinaries(disk, 'opt/pg/bin')).toBeUndefined()
  })
  test('where there are none, the service container is said in one line', async () => {
    const options = {
      tcp: false,
      environment: { PATH: '/bin' },
      redact: (text: string) => text,
      urls: [],
      signal: new AbortController().signal,
    }
    const server = await openServer('auto', { ...options, machine: diskWith({}) })
    expect(server).toMatchObject({
      why: expect.stringMatching(
        /^this machine has no programs of Postgres\. Add to the job `services: .*` and give the step `rehearse: postgres:.*`$/,
      ),
    })
  })
})

describe('a history of SQL files', () => {
  const revision = (id: string, down = true) =>
    ({
      id,
      key: id,
      version: BigInt(id),
      path: `${id}.sql`,
      line: 1,
      down: down ? [{ code: '', text: '', line: 3 }] : [],
    }) as unknown as Guarded
  test('has a way down to what came before', () => {
    const { earlier, added } = sqlHistory([revision('1')], [revision('3'), revision('2')])
    expect(earlier).toEqual(['head'])
    expect(added.map(({ id, before }) => [id, before])).toEqual([
      ['2', '1'],
      ['3', '2'],
    ])
  })
  test('has none where a revision has none, or sorts before what ran', () => {
    const { added } = sqlHistory([revision('2')], [revision('1'), revision('3', false)])
    expect(added.map(({ id, before }) => [id, before])).toEqual([
      ['1', undefined],
      ['3', undefined],
    ])
    expect(sqlHistory([], [revision('1')]).added[0]?.before).toBe('base')
  })
})

const projectWith = (env: string, requirements = '') => ({
  disk: diskWith({
    'alembic.ini': '[alembic]\nscript_location = alembic\n',
    'alembic/env.py': env,
    'requirements.txt': requirements,
  }),
  directory: '.',
  run: undefined,
  alembicConfig: undefined,
})

const handedOn = 'context.configure(connection=connection, target_metadata=target_metadata)\n'

test.each([
  [`# target_metadata = mymodel.Base.metadata\ntarget_metadata = None\n${handedOn}`, false],
  [`target_metadata: MetaData | None = None\n${handedOn}`, false],
  ['context.configure(connection=connection)', false],
  [`target_metadata = Base.metadata\n${handedOn}`, true],
  [`target_metadata: MetaData = Base.metadata\n${handedOn}`, true],
  [`target_metadata = None if bare else Base.metadata\n${handedOn}`, true],
  [`from app.db import target_metadata\n${handedOn}`, true],
  ['context.configure(target_metadata=Base.metadata)', true],
  ['', true],
])('%j may have models: %s', (env, may) => {
  expect(mayHaveModels(projectWith(env))).toBe(may)
})

describe('the scheme of the URL', () => {
  const guess = (env: string, requirements = '') => guessSchemes(projectWith(env, requirements))[0]
  test.each([
    [
      'url = url.replace("postgres://", "postgresql+asyncpg://")\ncreate_async_engine(url)',
      'asyncpg',
      'postgresql',
    ],
    ['create_async_engine(os.environ["DATABASE_URL"])', 'asyncpg==0.30', 'postgresql+asyncpg'],
    ['create_async_engine(os.environ["DATABASE_URL"])', 'psycopg[binary]==3.2', 'postgresql+psycopg'],
    ['create_engine(os.environ["DATABASE_URL"])', 'psycopg2-binary', 'postgresql'],
  ])('%j with %j', (env, requirements, scheme) => {
    expect(guess(env, requirements)).toBe(scheme)
  })
})
