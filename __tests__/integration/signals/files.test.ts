/** Files and folders that are not there or cannot be written, at either door. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { root } from '../../../script/tools.mjs'
import { runAction, runCli } from '../../support/bundle.ts'
import { start } from '../../support/child.ts'
import { useBench } from '../../support/gate.ts'

const bench = useBench()
const run = (env: Record<string, string>) =>
  runAction({ cwd: bench.project.path, inputs: { 'database-url': bench.database.url }, env })

test.each(['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY'])(
  '%s on a full disk: exit 1, and it is named',
  async name => {
    bench.write({ '0001_a.sql': 'create table a ();' })
    const action = await run({ [name]: '/dev/full' })
    expect(action.code).toBe(1)
    expect(action.stdout).toMatch(new RegExp(`The file of ${name} could not be written: ENOSPC`))
    const id = 'outputs-unwritable'
    expect(action.stdout).toContain(`title=Migration Gate%3A ${id}::`)
    expect(action.stdout).toContain('the database stands where the log above says')
    expect(action.stdout).not.toContain('does not know')
    // The post step has nothing to mend, and must not say that the step was killed.
    expect(action.state).toMatchObject({ phase: 'main', finished: 'true' })
    expect(await bench.tables()).toEqual(['a'])
  },
)

test('GITHUB_STATE that is not there: named, and nothing is begun', async () => {
  bench.write({ '0001_a.sql': 'create table a ();' })
  const action = await run({ GITHUB_STATE: '/nowhere/state' })
  expect(action.code).toBe(1)
  expect(action.stdout).toContain('The file of GITHUB_STATE could not be written')
  expect(await bench.tables()).toEqual([])
})

test('a report that cannot be written: a warning, and an empty output', async () => {
  bench.write({ '0001_a.sql': 'create table a ();' })
  const action = await run({ RUNNER_TEMP: '/nowhere' })
  expect(action).toMatchObject({ code: 0, outputs: { status: 'upgraded', report: '' } })
  expect(action.stdout).toMatch(/^::warning title=Migration Gate%3A report::The report could not be written/m)
})

test('a working folder that was deleted: a sentence and exit 2', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'gate-gone-'))
  const script = 'rmdir "$PWD" && exec "$@"'
  const command = [process.execPath, join(root, 'dist/cli/index.js'), 'upgrade']
  const env = { PATH: process.env.PATH ?? '', DATABASE_URL: bench.database.url }
  const cli = await start('/bin/sh', ['-c', script, 'sh', ...command], { cwd: folder, env }).ended
  rmSync(folder, { recursive: true, force: true })
  expect(cli.code).toBe(2)
  expect(cli.stdout + cli.stderr).toContain('The folder that this was started in is gone')
  expect(cli.stdout + cli.stderr).not.toMatch(/^\s+at /m)
})

test('before settings are read, passwords of the environment are no text for a log', async () => {
  const env = { ORION_URL: 'postgres://app:hunter2-orion@db/app' }
  const cli = await runCli(['upgrade', '--engine', 'hunter2-orion'], { cwd: bench.project.path, env })
  expect(cli.code).toBe(2)
  expect(cli.stdout + cli.stderr).not.toContain('hunter2-orion')
})
