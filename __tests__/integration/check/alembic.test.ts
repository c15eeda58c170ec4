/** The history guard of Alembic’s revisions on real repositories. */
import { describe, expect, it } from '@jest/globals'
import { alembicProject, alembicRevision, useChecker } from '../../support/check.ts'
import { relayFiles, relayHead, relayRevision } from '../../support/relay.ts'

const checker = useChecker()
const first = { ...alembicProject, ...alembicRevision('aaa1', null) }
const second = alembicRevision('bbb2', 'aaa1')
const versions = 'alembic/versions'

function branch(name: string, from = 'main'): void {
  checker.repo.git('checkout', '--quiet', '-B', name, from)
}

describe('relay', () => {
  it('a revision that was merged empty and is filled in the next commit is caught, each time', async () => {
    const inputs = { directory: 'backend' }
    checker.repo.commit(relayFiles())
    branch('empty')
    checker.repo.commit(relayRevision('e0e0e0e0e0e0', []))
    const path = 'backend/alembic/versions/e0e0e0e0e0e0.py'
    const empty = await checker.pulled('empty', { inputs })
    expect(empty.said).toEqual(['empty-upgrade error'])
    expect(empty.fault?.place).toEqual({ path, line: 9 })
    branch('main')
    const merged = checker.repo.commit(relayRevision('e0e0e0e0e0e0', ['pass']))
    checker.repo.commit(
      relayRevision('e0e0e0e0e0e0', ['op.add_column("message", sa.Column("seen", sa.Boolean))']),
    )
    const filled = await checker.pushed(merged, inputs)
    expect(filled.said).toEqual(['edited error'])
    expect(filled.fault).toMatchObject({
      place: { path, line: 10 },
      diff: [{ mark: '+', line: 10, text: 'op.add_column("message", sa.Column("seen", sa.Boolean))' }],
      foreign: [{ line: `git checkout ${merged.slice(0, 12)} -- ${path}` }],
    })
  })

  it('as it is has no fault', async () => {
    checker.repo.commit(relayFiles('locations'))
    branch('more')
    checker.repo.commit({
      ...relayRevision('f1f1f1f1f1f1', ['op.execute("select 1")'], relayHead),
      'backend/app.py': 'x = 1\n',
    })
    const { said, database } = await checker.pulled('more', { inputs: { directory: 'backend' } })
    expect(said).toEqual(['no-way-down warning'])
    expect(database.added).toEqual(['f1f1f1f1f1f1'])
  })
})

describe('a pull request', () => {
  it.each([true, false])(
    'green by itself, whose head is one of two after the merge, is closed (trial merge: %s)',
    async merged => {
      checker.repo.commit({ ...first, ...second })
      branch('one')
      checker.repo.commit(alembicRevision('ccc3', 'bbb2'))
      branch('two')
      checker.repo.commit(alembicRevision('ddd4', 'bbb2'))
      expect((await checker.pulled('one', { merged })).report.gate).toBe('open')
      expect((await checker.pulled('two', { merged })).report.gate).toBe('open')
      branch('main')
      checker.repo.git('merge', '--quiet', '--no-ff', '-m', 'one', 'one')
      const { said, fault } = await checker.pulled('two', { merged })
      expect(said).toEqual(['multiple-heads error'])
      expect(fault?.place).toEqual({ path: `${versions}/ddd4_.py`, line: 8 })
      const joined = { line: "alembic merge -m 'merge ccc3 and ddd4' ccc3 ddd4" }
      // On the branch alone ccc3 is in no file.
      const apartYet = [{ line: 'git merge main' }, { ...joined, when: 'main is merged' }]
      expect(fault?.foreign).toEqual(merged ? [joined] : apartYet)
      const apart = await checker.pulled('two', { merged, inputs: { revision: 'heads' } })
      expect(apart.said).toEqual([])
    },
  )

  it.each([
    ['origin’s branch', [], 'origin/main'],
    ['the branch of a clone without it', ['update-ref', '-d', 'refs/remotes/origin/main'], 'main'],
    ['a tag', ['tag', 'v1', 'main'], undefined],
  ])('whose other head is only on the base is told to merge %s', async (_, words, name) => {
    checker.repo.commit({ ...first, ...second })
    branch('two')
    checker.repo.commit(alembicRevision('ddd4', 'bbb2'))
    branch('main')
    const tip = checker.repo.commit(alembicRevision('ccc3', 'bbb2'))
    checker.repo.git('update-ref', 'refs/remotes/origin/main', tip)
    if (words.length > 0) checker.repo.git(...words)
    branch('two', 'two')
    const { said, fault } = await checker.typed({ base: name === undefined ? 'v1' : 'main' })
    expect(said).toEqual(['multiple-heads error'])
    const known = name ?? tip.slice(0, 12)
    expect(fault?.foreign?.map(({ line, when }) => [line.split(' -m')[0], when])).toEqual([
      [`git merge ${known}`, undefined],
      ['alembic merge', `${known} is merged`],
    ])
    checker.repo.git('merge', '--quiet', '--no-edit', known)
    const after = await checker.typed({ base: name === undefined ? 'v1' : 'main' })
    expect(after.fault?.foreign).toEqual([{ line: "alembic merge -m 'merge ccc3 and ddd4' ccc3 ddd4" }])
  })

  it('sees the other one in the merge queue, and what joins them is open', async () => {
    checker.repo.commit({ ...first, ...second })
    const ahead = checker.repo.commit(alembicRevision('ccc3', 'bbb2'))
    checker.repo.commit(alembicRevision('ddd4', 'bbb2'))
    expect((await checker.queued(ahead)).said).toEqual(['multiple-heads error'])
    checker.repo.commit(alembicRevision('eee5', ['ccc3', 'ddd4'], { up: [], back: [] }))
    expect((await checker.queued(ahead)).said).toEqual([])
  })

  it('that edits, deletes, renames, or gives another id', async () => {
    checker.repo.commit({ ...first, ...second, ...alembicRevision('ccc3', 'bbb2') })
    branch('edit')
    checker.repo.commit(alembicRevision('bbb2', 'aaa1', { up: ['op.execute("select 1")'] }))
    const edited = await checker.pulled('edit')
    expect(edited.said).toEqual(['edited error'])
    expect(edited.fault?.message).toContain('1 statement changed')
    branch('delete', 'main')
    checker.repo.commit({ [`${versions}/ccc3_.py`]: null })
    expect((await checker.pulled('delete')).said).toEqual(['deleted error'])
    branch('rename', 'main')
    checker.repo.git('mv', `${versions}/ccc3_.py`, `${versions}/ccc3_orders.py`)
    checker.repo.commit({})
    expect((await checker.pulled('rename')).said).toEqual(['moved warning'])
    branch('id', 'main')
    const [text] = Object.values(alembicRevision('ddd4', 'bbb2'))
    checker.repo.commit({ [`${versions}/ccc3_.py`]: text ?? null })
    const other = await checker.pulled('id')
    expect(other.said).toEqual(['renamed error'])
    expect(other.fault?.message).toContain('ccc3 became ddd4')
  })

  it('that changes comments, docstrings, white space and quotes alone is warned, with no word of a checksum', async () => {
    checker.repo.commit({ ...first, ...second })
    branch('format')
    const path = `${versions}/bbb2_.py`
    const text = String(second[path])
      .replace('revision bbb2', 'orders of customers')
      .replace('"bbb2"', "'bbb2'")
      .replace('    op.execute("create', '  # all of them\n  op.execute(\n    "create')
      .replace('()")\n', '()"\n  )\n')
    expect(text).toContain("revision = 'bbb2'")
    checker.repo.commit({ [path]: text })
    const { said, findings } = await checker.pulled('format')
    expect(said).toEqual(['comment-only-edit warning'])
    expect(findings[0]?.fault.message).not.toContain('checksum')
  })

  it('whose parent is not there, or whose parents go round', async () => {
    checker.repo.commit({ ...first, ...second })
    branch('missing')
    checker.repo.commit(alembicRevision('ccc3', 'bbb3'))
    const missing = await checker.pulled('missing')
    expect(missing.said).toEqual(['missing-parent error'])
    expect(missing.fault?.cure).toContain('down_revision = "bbb2"')
    branch('round', 'main')
    checker.repo.commit({ ...alembicRevision('ccc3', 'ddd4'), ...alembicRevision('ddd4', 'ccc3') })
    expect((await checker.pulled('round')).said).toEqual(['cycle error'])
  })

  it('whose new revision has a bracket that nothing closes is closed without Python', async () => {
    checker.repo.commit({ ...first, ...second })
    branch('open')
    checker.repo.commit(alembicRevision('ccc3', 'bbb2', { up: ['op.execute("select 1"'] }))
    const { said, fault } = await checker.pulled('open')
    expect(said).toContain('file-fault error')
    expect(fault).toMatchObject({ id: 'alembic-syntax', place: { path: `${versions}/ccc3_.py`, line: 12 } })
  })

  it('with the id of another', async () => {
    checker.repo.commit({ ...first, ...second })
    branch('copy')
    const [text] = Object.values(second)
    checker.repo.commit({ [`${versions}/copy.py`]: text ?? null })
    expect((await checker.pulled('copy')).said).toEqual(['duplicate error'])
  })

  it('whose id only Python knows: what could not be checked is said, and its text is compared', async () => {
    const computed = (up: string) =>
      `import os\nfrom alembic import op\nrevision = os.path.basename(__file__)\ndown_revision = "bbb2"\ndef upgrade():\n    op.execute("${up}")\n`
    checker.repo.commit({ ...first, ...second, [`${versions}/computed.py`]: computed('select 1') })
    branch('edit')
    checker.repo.commit({ [`${versions}/computed.py`]: computed('select 2') })
    const { said, log } = await checker.pulled('edit')
    expect(said).toEqual(['not-read warning', 'edited error'])
    expect(log).toContain('heads and parents were not checked')
  })

  it('let through by a line of Python', async () => {
    checker.repo.commit({ ...first, ...second })
    branch('edit')
    const [[path, text] = ['', '']] = Object.entries(
      alembicRevision('bbb2', 'aaa1', { up: ['op.execute("1")'] }),
    )
    checker.repo.commit({ [path]: `# gate: allow modified because nobody has it\n${text}` })
    const { said, report } = await checker.pulled('edit')
    expect(said).toEqual(['edited allowed'])
    expect(report.gate).toBe('open')
  })
})

describe('on a terminal', () => {
  it('a project without uncommitted changes on its main branch is compared with the commit before', async () => {
    checker.repo.commit(first)
    checker.repo.commit(second)
    const { database, said } = await checker.typed()
    expect(said).toEqual([])
    expect(database.added).toEqual(['bbb2'])
  })
})
