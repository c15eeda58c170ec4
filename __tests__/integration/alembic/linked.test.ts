/** Revisions that are links: Alembic loads them by where they lead to. */
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, expect, test } from '@jest/globals'
import type { AlembicProject } from '../../support/alembic.ts'
import { failing, useAlembic, users } from '../../support/alembic-gate.ts'

const bench = useAlembic()
const elsewhere = mkdtempSync(join(tmpdir(), 'gate-linked-'))
afterEach(() => rmSync(elsewhere, { recursive: true, force: true }))

/** A project whose failing revision, or all of whose versions, lie elsewhere. */
function linked(what: 'the file' | 'the folder', to: string): AlembicProject {
  const project = bench.make({ revisions: [users, { ...failing, down: users.id }] })
  const file = project.script(failing.id)
  const path = join(project.path, what === 'the file' ? file : dirname(file))
  const real = join(
    to === 'elsewhere' ? elsewhere : join(project.path, to),
    what === 'the file' ? 'real.py' : 'real',
  )
  mkdirSync(dirname(real), { recursive: true })
  renameSync(path, real)
  symlinkSync(real, path)
  return project
}

test.each([
  ['the file', 'shared', 'shared/real.py'],
  ['the folder', 'shared', /^shared\/real\/c3_/],
  ['the file', 'elsewhere', /^alembic\/versions\/c3_/],
  ['the folder', 'elsewhere', /^alembic\/versions\/c3_/],
] as const)('a failure is placed in it: %s is a link to %s', async (what, to, place) => {
  const run = await bench.run(linked(what, to))
  expect(run.fault).toMatchObject({
    id: 'alembic-failed',
    place: {
      path: typeof place === 'string' ? place : expect.stringMatching(place),
      line: expect.any(Number),
    },
    excerpt: { lines: expect.arrayContaining([expect.stringContaining('select 1 / 0')]) },
  })
})
