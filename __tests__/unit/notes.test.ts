import { expect, test } from '@jest/globals'
import { makeFault } from '../../src/catalogue/catalogue.ts'
import type { Change, ChangeSet, Plan } from '../../src/domain.ts'
import { noteChanges, notePlan } from '../../src/notes.ts'

const revision = (id: string) => ({ id, name: `r${id}`, path: `migrations/${id}_r${id}.sql` })

function planOf(given: Partial<Plan>): Plan {
  return {
    server: { host: 'h', port: 5432, database: 'app', user: 'u', version: 150000 },
    current: [],
    head: [],
    revisions: [],
    applied: [],
    pending: [],
    problems: [],
    unfinished: [],
    fingerprint: '',
    ...given,
  }
}

const changed = (...ids: string[]): ChangeSet => ({
  known: true,
  comparison: { base: 'a', head: 'b', why: 'push' },
  changes: ids.map((id): Change => ({ path: revision(id).path, status: 'added' })),
  warnings: [],
})
const missing = makeFault('missing', { id: '0001', database: 'app', folder: 'migrations' })
const ahead = makeFault('ahead', { id: '0009', database: 'app', head: '0004' })

test('the four kinds: applies now, left by an earlier run, changed but applied, not in this commit', () => {
  const plan = planOf({
    revisions: ['0002', '0003', '0004'].map(revision),
    applied: ['0001', '0002', '0009'],
    pending: ['0003', '0004'].map(revision),
    problems: [
      { kind: 'missing', fault: missing, revision: '0001', allowed: false },
      { kind: 'ahead', fault: ahead, revision: '0009', allowed: true },
    ],
  })
  const notes = notePlan('app', plan, changed('0002', '0004'), 'upgrade')
  expect(notes.map(note => [note.kind, note.revision])).toEqual([
    ['left-by-earlier-run', '0003'],
    ['applies-now', '0004'],
    ['already-applied', undefined],
    ['not-in-commit', '0001'],
    ['not-in-commit', '0009'],
  ])
  expect(notes[2]?.text).toContain('0002')
  expect(notes[0]?.text).toBe('0003 r0003 applies now: not in this change, and not applied yet')
  for (const command of ['plan', 'current', 'stamp'] as const) {
    const [left, pending] = notePlan('app', plan, changed('0002', '0004'), command)
    expect(left?.text).toBe('0003 r0003 is pending: not in this change, and not applied yet')
    expect(pending?.text).toBe('0004 r0004 is pending')
  }
  for (const note of notes)
    expect(note).toMatchObject({ database: 'app', text: expect.stringContaining(note.revision ?? '0002') })
})

test('where the changes are not known, a pending revision is said to apply now and nothing more', () => {
  const unknown: ChangeSet = { known: false, why: 'no repository', level: 'note' }
  const plan = planOf({
    revisions: ['0001', '0002'].map(revision),
    applied: ['0001'],
    pending: [revision('0002')],
  })
  expect(notePlan('app', plan, unknown, 'upgrade').map(note => note.kind)).toEqual(['applies-now'])
  expect(noteChanges(unknown, [])).toEqual([{ kind: 'unknown-changes', text: 'no repository' }])
})

test('what changed is listed by filter, ten paths at most, foreign names harmless', () => {
  const changes = Array.from(
    { length: 12 },
    (_, i): Change => ({ path: `f${i}\n::error::`, status: 'modified' }),
  )
  const set: ChangeSet = {
    known: true,
    comparison: { base: '', head: '', why: '' },
    changes,
    warnings: ['careful'],
  }
  const notes = noteChanges(set, [
    { name: 'web', changes },
    { name: 'none', changes: [] },
  ])
  expect(notes.map(note => note.kind)).toEqual(['warning', 'changed'])
  const lines = notes[1]?.text.split('\n') ?? []
  expect(lines).toHaveLength(12)
  expect(lines[0]).toBe('web: 12 files changed')
  expect(lines[1]).toBe('~ f0 ⏎ :\u200d:error::')
  expect(lines.at(-1)).toBe('and 2 more')
})
