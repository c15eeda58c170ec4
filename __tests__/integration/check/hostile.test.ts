/** A stranger’s pull request chooses every file in it. */
import { symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from '@jest/globals'
import { openDisk } from '../../../src/disk.ts'
import { sqlRevision, useChecker } from '../../support/check.ts'

const checker = useChecker()
const first = { 'migrations/0001_customers.sql': sqlRevision('create table customers (id int)') }
const link = (to: string, at: string) => symlinkSync(to, join(checker.repo.path, at))

async function pulledWith(change: () => void) {
  checker.repo.commit(first)
  checker.repo.git('checkout', '--quiet', '-b', 'change')
  change()
  checker.repo.commit({})
  return checker.pulled('change', { fork: true })
}

it.each(['/etc/passwd', '../.git/config', '/proc/self/environ', '/dev/zero', '0002_link.sql'])(
  'a revision that is a link to %s shows nothing of it, and is no revision',
  async to => {
    const { said, log, fault } = await pulledWith(() => link(to, 'migrations/0002_link.sql'))
    expect(said).toEqual(['file-fault error'])
    expect(fault?.message).toBe('migrations/0002_link.sql cannot be read: it does not exist.')
    expect(log).not.toMatch(/root:|\[core\]|PATH=/)
  },
)

it('a folder that is a link out of the repository holds no revision', async () => {
  const { report, log } = await pulledWith(() => {
    checker.repo.git('rm', '--quiet', '-r', 'migrations')
    link('/etc', 'migrations')
  })
  expect(report.gate).toBe('closed')
  expect(log).toContain('🔴 Gate closed: the history was not checked.')
  expect(log).not.toContain('passwd')
})

it('links that lead round in a circle, or to what never ends, hide nothing else', async () => {
  const { said, report } = await pulledWith(() => {
    link('loop', 'loop')
    link('loop.sql', 'migrations/loop')
    link('/dev/zero', 'pyproject.toml')
  })
  expect([said, report.gate]).toEqual([[], 'open'])
  expect(openDisk(checker.repo.path).readBytes('pyproject.toml')).toMatchObject({ reason: 'it has no end' })
  expect(openDisk('/dev').readBytes('null')).toMatchObject({ ok: true })
})

it('a name that is not UTF-8 is told: a run would not find the file', async () => {
  const { said, fault } = await pulledWith(() => {
    const name = Buffer.concat([
      Buffer.from(join(checker.repo.path, 'migrations', '0002_')),
      Buffer.from([0xff, 0xfe]),
      Buffer.from('.sql'),
    ])
    writeFileSync(name, sqlRevision('create table t ()'))
  })
  expect(said).toEqual(['file-fault error'])
  expect(fault?.message).toContain('its name is not UTF-8')
})
