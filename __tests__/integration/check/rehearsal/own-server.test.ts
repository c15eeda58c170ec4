/** A server of our own ends with us, however we end, and leaves nothing behind. */
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { findAccount } from '../../../../src/check/rehearsal/account.ts'
import { findBinaries } from '../../../../src/check/rehearsal/binaries.ts'
import { startOwnServer } from '../../../../src/check/rehearsal/own-server.ts'
import { openDisk } from '../../../../src/disk.ts'
import { start } from '../../../support/child.ts'
import { compileSources } from '../../../support/compiled.ts'
import { eventually } from '../../../support/gate.ts'

let compiled: string
beforeAll(() => {
  compiled = compileSources()
})
afterAll(() => rmSync(compiled, { recursive: true }))

/** A process that does nothing but serve: the one to kill. */
const parent = () => `
  import { openDisk } from '${compiled}/disk.js'
  import { findAccount } from '${compiled}/check/rehearsal/account.js'
  import { findBinaries } from '${compiled}/check/rehearsal/binaries.js'
  import { startOwnServer } from '${compiled}/check/rehearsal/own-server.js'
  const disk = openDisk('/')
  const server = await startOwnServer({ ...findBinaries(disk, process.env.PATH), account: findAccount(disk), tcp: false })
  console.log('folder ' + server.folder)
  setInterval(() => {}, 1000)`

test.each(['SIGKILL', 'SIGINT', 'SIGTERM'] as const)('%s of us', async signal => {
  const us = start(process.execPath, ['--input-type=module', '-e', parent()], {
    cwd: '/',
    env: { PATH: process.env.PATH ?? '' },
  })
  await us.until(/^folder \S+$/m)
  us.child.kill(signal)
  const { stdout } = await us.ended
  const folder = /^folder (\S+)$/m.exec(stdout)?.[1] ?? ''
  expect(folder).toMatch(/gate-rehearsal-/)
  await eventually(async () => !existsSync(folder))
})

test('its end takes all with it, and its superuser has a password', async () => {
  const disk = openDisk('/')
  const account = findAccount(disk)
  const binaries = findBinaries(disk, process.env.PATH ?? '')
  if (account === 'none' || binaries === undefined) throw new Error('this machine has no Postgres')
  const server = await startOwnServer({ ...binaries, account, tcp: true })
  expect(server.password.length).toBeGreaterThan(20)
  expect(existsSync(`${server.folder}/password`)).toBe(false)
  await server.stop()
  expect(existsSync(server.folder)).toBe(false)
})

/** Programs of which initdb never comes to its end, and leaves a note of where it is. */
function hangingPrograms() {
  const bin = mkdtempSync(join(tmpdir(), 'gate-hanging-'))
  chmodSync(bin, 0o755)
  const notes = join(bin, 'notes')
  mkdirSync(notes)
  chmodSync(notes, 0o777)
  const asked = join(notes, 'asked')
  writeFileSync(join(bin, 'initdb'), `#!/bin/sh\necho "$2 $$" > ${asked}\nsleep 600\n`, { mode: 0o755 })
  return { bin, asked }
}

test.each([
  ['a minute', { startMs: 1_500 }, 'it was not there after 1.5 s'],
  ['an interrupt', { startMs: 60_000 }, 'interrupted'],
])('an initdb that hangs is ended by %s, and leaves nothing', async (_, ending, words) => {
  const account = findAccount(openDisk('/'))
  if (account === 'none') throw new Error('this machine has no user for Postgres')
  const { bin, asked } = hangingPrograms()
  const signal = ending.startMs < 60_000 ? new AbortController().signal : AbortSignal.timeout(1_500)
  await expect(startOwnServer({ bin, account, tcp: false, signal, ...ending })).rejects.toThrow(words)
  const [data = '', pid] = readFileSync(asked, 'utf8').trim().split(' ')
  expect(data).toMatch(/gate-rehearsal-/)
  expect(existsSync(join(data, '..'))).toBe(false)
  expect(existsSync(`/proc/${pid}`)).toBe(false)
  rmSync(bin, { recursive: true })
})
