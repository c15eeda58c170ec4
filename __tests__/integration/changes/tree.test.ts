/** The files of a commit, as a disk, beside the disk itself. */
import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from '@jest/globals'
import { openRepository } from '../../../src/changes/repository.ts'
import { openTree } from '../../../src/changes/tree.ts'
import { type Disk, openDisk } from '../../../src/disk.ts'
import { gitTestEnv, makeRepo, type Repo } from '../../support/repo.ts'

let repo: Repo
beforeEach(() => {
  repo = makeRepo()
})
afterEach(() => repo.remove())

const open = async (commit: string) =>
  openTree(await openRepository({ cwd: repo.path, env: gitTestEnv() }), commit)

/** Everything that a disk says of some paths; folders in an order of their own. */
function look(disk: Disk, paths: string[]): unknown[] {
  return paths.map(path => {
    const [bytes, names, real] = [disk.readBytes(path), disk.listFolder(path), disk.realPath(path)]
    return {
      path,
      bytes: bytes.ok ? bytes.value.toString('latin1') : { absent: bytes.absent },
      names: names.ok ? names.value.filter(name => name !== '.git/').sort() : { absent: names.absent },
      real: real.ok ? real.value : { absent: real.absent },
    }
  })
}

it('says what the work tree says: files, folders, links, odd names, nothing', async () => {
  repo.write({
    'a.txt': 'a\n',
    'm/0001_x.sql': Buffer.from([0, 255, 10, 13, 10]),
    'm/in/deep/é "q"\n.sql': 'x',
    empty: '',
  })
  symlinkSync('m', join(repo.path, 'link'))
  symlinkSync('../a.txt', join(repo.path, 'm/file-link'))
  symlinkSync('nowhere', join(repo.path, 'broken'))
  const commit = repo.commit({})
  const tree = await open(commit)
  const paths = ['.', 'a.txt', 'm', 'm/', './m/../m/0001_x.sql', 'm/in/deep/é "q"\n.sql', 'empty', 'link']
  const more = ['link/0001_x.sql', 'link/in/deep', 'm/file-link', 'broken', 'nothing', 'nothing/below']
  const all = [...paths, ...more, join(repo.path, 'a.txt'), repo.path]
  const disk = openDisk(repo.path)
  expect(await tree.read(one => look(one, all))).toEqual(look(disk, all))
})

it('is that of its commit, whatever the work tree holds, and never leads out of it', async () => {
  const first = repo.commit({ 'm/a.sql': 'one' })
  repo.commit({ 'm/a.sql': 'two', 'm/b.sql': 'new' })
  repo.write({ 'm/a.sql': 'three' })
  symlinkSync('/etc', join(repo.path, 'm/etc'))
  symlinkSync('round', join(repo.path, 'm/round'))
  const third = repo.commit({})
  const read = (disk: Disk) => [disk.readBytes('m/a.sql'), disk.listFolder('m')]
  expect(await (await open(first)).read(read)).toEqual([
    { ok: true, value: Buffer.from('one') },
    { ok: true, value: ['a.sql'] },
  ])
  const out = (await open(third)).read(disk =>
    ['m/etc/hostname', 'm/round', '../x', '/etc/hostname'].map(path => disk.readBytes(path).ok),
  )
  expect(await out).toEqual([false, false, false, false])
})

it('asks again until all that was read is there, and passes on what is thrown', async () => {
  const tree = await open(repo.commit({ a: 'b', b: 'c', c: 'end' }))
  let turns = 0
  const chain = await tree.read(disk => {
    turns++
    let at = 'a'
    for (let step = 0; step < 3; step++) {
      const found = disk.readBytes(at)
      at = found.ok ? found.value.toString() : `${at}?`
    }
    return at
  })
  expect(chain).toBe('end')
  expect(turns).toBe(4)
  const refused = tree.read(disk => {
    disk.readBytes('a')
    throw new Error('no')
  })
  await expect(refused).rejects.toThrow('no')
})

it('of nothing is empty', async () => {
  repo.commit({ a: 'b' })
  const empty = repo.git('hash-object', '-t', 'tree', '/dev/null')
  expect(await (await open(empty)).read(disk => disk.listFolder('.'))).toEqual({ ok: true, value: [] })
})
