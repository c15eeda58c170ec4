import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from '@jest/globals'
import { openDisk } from '../../../../../src/disk.ts'
import { readScripts } from '../../../../../src/engines/alembic/scripts/scripts.ts'
import type { Project } from '../../../../../src/engines/alembic/shapes.ts'
import { makeTree, type Tree } from '../../../../support/tree.ts'

let folder: Tree
afterEach(() => folder.remove())

const revision = (id: string) => `revision = "${id}"\ndown_revision = None\n`

function project(more: Partial<Project> = {}): Project {
  return {
    files: ['alembic.ini'],
    section: 'alembic',
    scriptLocation: 'db',
    versionLocations: ['db/versions'],
    recursive: false,
    envPath: 'db/env.py',
    ...more,
  }
}

test('files are read in the order of their names; what Alembic passes over is passed over', () => {
  folder = makeTree({
    'db/versions/b.py': revision('b'),
    'db/versions/a.py': revision('a'),
    'db/versions/__init__.py': '',
    'db/versions/.#c.py': 'broken (',
    'db/versions/notes.txt': '',
    'db/versions/sub/d.py': revision('d'),
    'db/versions/e.pyc': 'compiled',
    'db/versions/__pycache__/f.py': revision('f'),
  })
  const ids = (more: Partial<Project>) => readScripts(openDisk(folder.path), project(more))
  expect(ids({}).scripts.map(({ id }) => id)).toEqual(['a', 'b'])
  expect(ids({ recursive: true }).scripts.map(({ path }) => path)).toEqual([
    'db/versions/a.py',
    'db/versions/b.py',
    'db/versions/sub/d.py',
  ])
  expect(ids({ sourceless: true }).unreadable.map(({ place }) => place.path)).toEqual(['db/versions/e.pyc'])
})

/** Waits for a writer: reading it would go on until the shell ends. */
async function makePipe(path: string) {
  const shell = spawn('sh', ['-c', 'mkfifo "$0"; exec 3<>"$0"; echo ready; sleep 5', path], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  await once(shell.stdout, 'data')
  return shell
}

test('a pipe, or a link to one, is no revision, and is not waited for', async () => {
  folder = makeTree({ 'db/versions/a.py': revision('a') })
  const shell = await makePipe(join(folder.path, 'db/versions/b.py'))
  try {
    symlinkSync('/dev/stdin', join(folder.path, 'db/versions/c.py'))
    symlinkSync(join(folder.path, 'db/versions/b.py'), join(folder.path, 'db/versions/d.py'))
    const { scripts, faults } = readScripts(openDisk(folder.path), project())
    expect(scripts.map(({ id }) => id)).toEqual(['a'])
    expect(faults.map(({ message }) => message)).toContain(
      'db/versions/b.py cannot be read: it is no ordinary file.',
    )
    expect(openDisk('/').readBytes('/dev/null')).toMatchObject({ ok: true })
    expect(shell.exitCode).toBeNull()
  } finally {
    shell.kill()
  }
})

test('a file reached twice counts once; a link goes by the name of what it leads to; linked folders are not followed', () => {
  folder = makeTree({
    'db/versions/a.py': revision('a'),
    'shared/g.py': revision('g'),
    'shared/h.txt': '?',
  })
  symlinkSync('a.py', join(folder.path, 'db/versions/z.py'))
  symlinkSync('../../shared/g.py', join(folder.path, 'db/versions/link'))
  symlinkSync('../../shared/h.txt', join(folder.path, 'db/versions/h.py'))
  symlinkSync('../../shared', join(folder.path, 'db/versions/folder'))
  const { scripts, faults } = readScripts(openDisk(folder.path), project({ recursive: true }))
  expect(faults).toEqual([])
  expect(scripts.map(({ path }) => path)).toEqual(['db/versions/a.py', 'db/versions/link'])
})

test('a link to a file outside of the repository is told', () => {
  folder = makeTree({ 'db/versions/a.py': revision('a'), 'b.py': revision('b') })
  const elsewhere = makeTree({ 'c.py': revision('c') })
  try {
    symlinkSync('../../b.py', join(folder.path, 'db/versions/b.py'))
    symlinkSync(join(elsewhere.path, 'c.py'), join(folder.path, 'db/versions/c.py'))
    const { scripts, outside } = readScripts(openDisk(folder.path), project({}))
    expect(scripts.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
    expect(outside).toEqual(['db/versions/c.py'])
    symlinkSync(elsewhere.path, join(folder.path, 'db/more'))
    const more = readScripts(openDisk(folder.path), project({ versionLocations: ['db/more'] }))
    expect(more.outside).toEqual(['db/more'])
  } finally {
    elsewhere.remove()
  }
})

test('a folder that is not there or holds nothing is said, each with its reason', () => {
  folder = makeTree({ 'db/env.py': '', 'other/readme': '' })
  const { faults } = readScripts(
    openDisk(folder.path),
    project({ versionLocations: ['db/versions', 'other'] }),
  )
  expect(faults).toMatchObject([{ id: 'alembic-no-scripts', exit: 2 }])
  expect(faults[0]?.message).toContain('db/versions: it does not exist; other: it has no file named *.py')
})

test('one location of two that is not there is told, and no fault', () => {
  folder = makeTree({ 'db/versions/a.py': revision('a') })
  const read = readScripts(openDisk(folder.path), project({ versionLocations: ['db/versions', 'later'] }))
  expect(read.faults).toEqual([])
  expect(read.absent).toEqual([{ path: 'later', reason: 'it does not exist' }])
})

test('no folder of env.py, and a script that is no file', () => {
  folder = makeTree({ 'elsewhere/a.py': revision('a') })
  mkdirSync(join(folder.path, 'elsewhere/b.py'))
  symlinkSync('gone.py', join(folder.path, 'elsewhere/c.py'))
  const { faults, scripts } = readScripts(
    openDisk(folder.path),
    project({ versionLocations: ['elsewhere'], scriptLocation: 'nowhere' }),
  )
  expect(scripts).toHaveLength(1)
  expect(faults).toMatchObject([
    { id: 'alembic-no-scripts' },
    { id: 'revision-unreadable', place: { path: 'elsewhere/c.py' } },
  ])
})
