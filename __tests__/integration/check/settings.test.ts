/** A change that brings its own settings: they hold, and what they hide is compared or said. */
import { describe, expect, it } from '@jest/globals'
import {
  alembicProject,
  alembicRevision,
  type CheckRun,
  sqlRevision,
  useChecker,
} from '../../support/check.ts'
import type { Files } from '../../support/repo.ts'

const checker = useChecker()
const conventional = '.github/migration-gate.yml'
const create = (name: string) => sqlRevision(`create table ${name} (id int)`)
const files = (folder: string): Files => ({
  [`${folder}/0001_a.sql`]: create('a'),
  [`${folder}/0002_b.sql`]: create('b'),
})

function config(directory: string | undefined, more = '', name = 'orion', url = 'ORION_URL'): string {
  const folder = directory === undefined ? '' : `\n    directory: ${directory}`
  return `databases:\n  ${name}:\n    engine: sql\n    url: ${url}${folder}\n${more}`
}

/** A pull request that makes of the one tree the other. */
async function changed(before: Files, after: Files, inputs = {}): Promise<CheckRun> {
  checker.repo.commit(before)
  checker.repo.git('checkout', '--quiet', '-b', 'change')
  const gone = Object.keys(before).filter(path => !(path in after))
  checker.repo.commit({ ...Object.fromEntries(gone.map(path => [path, null])), ...after })
  return checker.pulled('change', { inputs })
}

const warnings = ({ report }: CheckRun) =>
  report.notes.filter(note => note.kind === 'warning').map(note => note.text)

describe('a folder that is moved with its setting', () => {
  const edited = { ...files('new'), 'new/0001_a.sql': create('other') }
  const both = 'The revisions are in new here and in old in main: the two were compared.'

  it('hides no edit: the config file of what is merged says where it was', async () => {
    const run = await changed(
      { ...files('old'), [conventional]: config('old') },
      { ...edited, [conventional]: config('new') },
    )
    expect(run.said).toEqual(['edited error', 'moved warning'])
    expect(run.findings[1]?.fault.message).toContain('So it is with 1 more of its folder.')
    expect(warnings(run)).toEqual([both])
  })

  it('nor under another name, with other file names', async () => {
    const run = await changed(
      { ...files('old'), [conventional]: config('old') },
      {
        'new/0001_x.sql': create('other'),
        'new/2_y.sql': create('b'),
        [conventional]: config('new', '', 'o'),
      },
    )
    expect(run.said).toEqual(['edited error', 'moved warning', 'moved warning'])
  })

  it('nor without a config file: files of the same names are gone elsewhere', async () => {
    const run = await changed(files('old'), edited, { directory: 'new' })
    expect(run.said).toEqual(['edited error', 'moved warning'])
    expect(warnings(run)).toEqual([both])
  })

  it('nor in a project of Alembic', async () => {
    const first = alembicRevision('aaa1', null)
    const project = (folder: string, more: Files) =>
      Object.fromEntries(
        Object.entries({ ...alembicProject, ...more }).map(([path, text]) => [`${folder}/${path}`, text]),
      )
    const run = await changed(
      project('old', first),
      project('new', alembicRevision('aaa1', null, { up: ['op.execute("create table other ()")'] })),
      { directory: 'new' },
    )
    expect(run.said).toEqual(['edited error', 'moved warning'])
  })

  it('is none where the same names are still there, or were nowhere', async () => {
    const run = await changed(files('one'), { ...files('one'), ...files('two') }, { directory: 'two' })
    expect([run.said, warnings(run)]).toEqual([[], []])
  })
})

describe('what could not be compared is said', () => {
  it('where a database is gone and another one new', async () => {
    const run = await changed(
      { ...files('old'), [conventional]: config('old') },
      { 'new/0001_x.sql': create('x'), [conventional]: config('new', '', 'nebula', 'NEBULA_URL') },
    )
    expect(warnings(run)).toEqual([
      `${conventional} of main has orion, which is gone, and not nebula: if that is the same database, its revisions were not compared.`,
    ])
  })

  it('where the engine is another one', async () => {
    const run = await changed(files('migrations'), {
      ...files('migrations'),
      ...alembicProject,
      ...alembicRevision('aaa1', null),
    })
    expect(warnings(run)).toEqual(['The engine is alembic here and sql in main: nothing was compared.'])
  })

  it('where the config file that is merged cannot be read', async () => {
    const run = await changed(
      { ...files('old'), [conventional]: 'databases: [' },
      { ...files('old'), [conventional]: config('old') },
    )
    expect(warnings(run)[0]).toContain(`${conventional} cannot be read as it is in main`)
  })
})

describe('rules of the config file', () => {
  const down = { 'migrations/0003_c.sql': 'create table c ();\n' }

  it('that a change makes less of hold, and are said', async () => {
    const run = await changed(
      { ...files('migrations'), [conventional]: config(undefined, 'rules:\n  no-way-down: error\n') },
      {
        ...files('migrations'),
        ...down,
        [conventional]: config(
          undefined,
          'rules:\n  no-way-down: off\n  edited: warning\n  deleted: error\n',
        ),
      },
    )
    expect([run.said, run.report.gate]).toEqual([[], 'open'])
    expect(warnings(run)).toEqual([
      'This change makes less of its own check: `edited` is warning, and error in main; `no-way-down` is off, and error in main.',
    ])
  })

  it('that were there before are not', async () => {
    const rules = { [conventional]: config(undefined, 'rules:\n  no-way-down: off\n') }
    const run = await changed(
      { ...files('migrations'), ...rules },
      { ...files('migrations'), ...rules, ...down },
    )
    expect([run.said, warnings(run)]).toEqual([[], []])
  })

  it('that come with the file are', async () => {
    const run = await changed(files('migrations'), {
      ...files('migrations'),
      [conventional]: config(undefined, 'rules:\n  edited: off\n'),
    })
    expect(warnings(run)).toEqual([
      'This change makes less of its own check: `edited` is off, and error in main.',
    ])
  })
})
