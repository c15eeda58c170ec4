/** A server of our own ends with us, however we end, and leaves nothing behind. */
import { existsSync, rmSync } from 'node:fs'
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
