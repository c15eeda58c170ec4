/** The built action, signalled while it runs what follows the revisions. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from '@jest/globals'
import { runAction, startAction } from '../../support/bundle.ts'
import { eventually, useBench } from '../../support/gate.ts'

const bench = useBench()
const start = (inputs: Record<string, string>) =>
  startAction({ cwd: bench.project.path, inputs: { 'database-url': bench.database.url, ...inputs } })

const sleeping = () =>
  bench.query<{ pid: number }>(
    `select pid from pg_stat_activity where datname = current_database() and state = 'active'
       and query ilike '%pg_sleep%' and pid <> pg_backend_pid()`,
  )

beforeEach(() => {
  bench.write({ '0001_a.sql': 'create table a ();' })
  bench.project.write({ 'roles.sql': 'create table half ();\nselect pg_sleep(60);' })
})

test('SIGINT in a file of `after`: rolled back, and everything is told', async () => {
  const action = start({ after: 'roles.sql' })
  await eventually(async () => (await sleeping()).length === 1)
  action.child.kill('SIGINT')
  const ended = await action.ended
  expect(ended).toMatchObject({ code: 130, signal: null })
  expect(ended.outputs).toMatchObject({ status: 'failed', to: '0001', applied: '["0001"]', failed: '' })
  expect(ended.stdout).toContain('The run was interrupted at roles.sql (`after`).')
  expect(await bench.tables()).toEqual(['a'])
})

test('SIGKILL in a file of `after`: the post step ends its session', async () => {
  const inputs = { 'database-url': bench.database.url, after: 'roles.sql' }
  const action = start({ after: 'roles.sql' })
  await eventually(async () => (await sleeping()).length === 1)
  const [{ pid } = { pid: 0 }] = await sleeping()
  action.child.kill('SIGKILL')
  const { signal, state } = await action.ended
  expect(signal).toBe('SIGKILL')
  const post = await runAction({ cwd: bench.project.path, inputs, phase: 'post', state })
  expect(post.stdout).toContain(`its server session (pid ${pid} on `)
  expect(await sleeping()).toEqual([])
  expect(await bench.tables()).toEqual(['a'])
})

test('SIGINT at a smoke-command: it is asked to end, and everything is told', async () => {
  const action = start({
    'smoke-command':
      'sh -c "trap \'touch asked.txt; exit 0\' INT; touch begun.txt; while :; do sleep 0.1; done"',
  })
  await eventually(async () => existsSync(join(bench.project.path, 'begun.txt')))
  action.child.kill('SIGINT')
  const ended = await action.ended
  expect(ended).toMatchObject({ code: 130, signal: null })
  expect(ended.outputs).toMatchObject({ status: 'failed', to: '0001', applied: '["0001"]' })
  expect(existsSync(join(bench.project.path, 'asked.txt'))).toBe(true)
})
