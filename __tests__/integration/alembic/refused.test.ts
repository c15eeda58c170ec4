/** What Alembic itself refuses, and the gate has read before: for a project that changes in between, or cannot be read. */
import { expect, test } from '@jest/globals'
import { readUrl } from '../../../src/database/url.ts'
import type { FailureFacts } from '../../../src/engines/alembic/failure/ended.ts'
import { explainFailure } from '../../../src/engines/alembic/failure/explain.ts'
import type { AlembicOptions, AlembicProject } from '../../support/alembic.ts'
import { eventsOf, hookFolder, runChild } from '../../support/alembic-child.ts'
import { useAlembic } from '../../support/alembic-gate.ts'

const bench = useAlembic()
const long = 'a'.repeat(40)
const rows = (...ids: string[]) =>
  `create table alembic_version (version_num varchar(32) not null); insert into alembic_version values ${ids.map(id => `('${id}')`).join()}`
const branches = [{ id: 'a1' }, { id: 'b2' }, { id: 'c3', down: 'a1' }]

interface Refused extends Partial<AlembicOptions> {
  args?: string[]
  sql?: string
}

const cases: [string, Refused][] = [
  ['alembic-heads', { revisions: branches }],
  ['alembic-unknown-revision', { sql: rows('zzz9') }],
  ['alembic-overlapping', { revisions: branches, sql: rows('a1', 'b2'), args: ['upgrade', 'heads'] }],
  ['alembic-behind', { args: ['check'] }],
  ['alembic-config', { files: { 'alembic.ini': '[alembic]\n' } }],
  [
    'alembic-ambiguous',
    { revisions: [...branches, { id: 'd4' }], sql: rows('b2', 'c3'), args: ['upgrade', '+1'] },
  ],
  ['alembic-parent', { revisions: [{ id: 'a1', down: 'a0' }] }],
  ['alembic-usage', { args: ['upgrad', 'head'] }],
  ['alembic-id-refused', { revisions: [{ id: long }] }],
  [
    'alembic-deadlock',
    {
      revisions: [
        { id: 'a1', upgrade: `op.execute("do 'begin raise exception using errcode = ''40P01''; end'")` },
      ],
    },
  ],
]

const ways = [
  ['with the hook', hookFolder],
  ['from what was printed', undefined],
] as const

test.each(cases.flatMap(([id, refused]) => ways.map(([way, hook]) => [id, way, refused, hook] as const)))(
  '%s, %s',
  async (id, _, { args = ['upgrade', 'head'], sql = '', ...options }, hook) => {
    const project = bench.make({ revisions: [{ id: 'a1' }], ...options })
    if (sql !== '') await bench.query(sql)
    const seen = await runChild(project, bench.url, args, { hookFolder: hook })
    const [failure] = eventsOf(seen, 'failure')
    const { code, signal, stdout, stderr, hooked } = seen
    const end = { code, signal, stdout, stderr, hooked, started: undefined }
    const fault = explainFailure(failure === undefined ? end : { ...end, failure }, factsOf(project, options))
    expect({ ...fault, stderr }).toMatchObject({ id })
    expect(hooked).toBe(hook !== undefined && id !== 'alembic-usage')
  },
)

test('program-folder', async () => {
  const project = bench.make({ revisions: [{ id: 'a1' }] })
  const folder = `${project.path}/gone`
  const { failure, code, signal, stdout, stderr, hooked } = await runChild(project, bench.url, ['heads'], {
    folder,
  })
  expect(failure).toBe('no-folder')
  const fault = explainFailure(
    { code, signal, stdout, stderr, hooked, started: 'no-folder' },
    factsOf(project, {}),
  )
  expect(fault).toMatchObject({ id: 'program-folder', exit: 2 })
})

function factsOf(project: AlembicProject, { revisions = [] }: Partial<AlembicOptions>): FailureFacts {
  const scripts = revisions.map(({ id, down }) => ({
    id,
    path: project.script(id),
    text: '',
    message: '',
    down: [down ?? []].flat(),
    dependsOn: [],
    labels: [],
    revisionLine: 11,
    downLine: 12,
  }))
  return {
    root: project.path,
    scripts: new Map(scripts.map(one => [one.id, one])),
    variable: 'DATABASE_URL',
    target: readUrl(bench.url, ''),
    start: { argv: ['alembic'], folder: '', config: [], name: undefined, x: [], why: 'the input run' },
    project: {
      files: ['alembic.ini'],
      section: 'alembic',
      scriptLocation: 'alembic',
      versionLocations: ['alembic/versions'],
      recursive: false,
      envPath: 'alembic/env.py',
    },
  }
}
