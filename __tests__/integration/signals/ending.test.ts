/** Endings that nobody plans: the log is gone, a bug of ours, a server that is silent, a signal after another. */
import { createServer, type Server } from 'node:net'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { startAction, startCli } from '../../support/bundle.ts'
import { eventually, useBench } from '../../support/gate.ts'

const bench = useBench()
const chatty =
  "create table a ();\ndo $$ begin for i in 1..30000 loop raise notice 'line % of many', i; end loop; end $$;"
/** Throws in our process from outside, as a bug of a library would. */
const thrower = `data:text/javascript,${encodeURIComponent('setTimeout(()=>{throw new Error("boom")},900)')}`
const doors = {
  action: (env: Record<string, string> = {}, url = bench.database.url) =>
    startAction({ cwd: bench.project.path, inputs: { 'database-url': url }, env }),
  cli: (env: Record<string, string> = {}, url = bench.database.url) =>
    startCli(['upgrade'], { cwd: bench.project.path, env: { DATABASE_URL: url, ...env } }),
}
const each = Object.entries(doors)

let silent: Server
let silentUrl = ''
beforeAll(async () => {
  silent = createServer(socket => socket.on('error', () => {}))
  await new Promise<void>(resolve => silent.listen(0, '127.0.0.1', resolve))
  const { port } = silent.address() as { port: number }
  silentUrl = `postgres://app:secret@127.0.0.1:${port}/app?connect_timeout=50&sslmode=disable`
})
afterAll(() => void silent.close())

test.each(each)('%s: nobody reads stdout any more, and the migration is finished', async (_, start) => {
  bench.write({ '0001_a.sql': chatty, '0002_b.sql': 'create table b ();' })
  const running = start()
  await running.until('line 1 of many')
  running.child.stdout?.destroy()
  const ended = await running.ended
  expect(ended).toMatchObject({ code: 0, signal: null, stderr: '' })
  expect(await bench.tables()).toEqual(['a', 'b'])
})

test.each(each)('%s: what nobody caught is a sentence, stops the run and is no success', async (_, start) => {
  bench.write({ '0001_a.sql': 'select pg_sleep(30);' })
  const ended = await start({ NODE_OPTIONS: `--import=${thrower}` }).ended
  expect(ended.code).toBeGreaterThan(0)
  const said = ended.stdout + ended.stderr
  expect(said).toContain('Something happened that the gate does not know: boom.')
  expect(said).not.toMatch(/^\s+at .*:\d+:\d+/m)
})

test.each(each)('%s: a signal while the server is silent ends the process', async (_, start) => {
  bench.write({ '0001_a.sql': 'select 1;' })
  const running = start({}, silentUrl)
  await new Promise(resolve => setTimeout(resolve, 1000))
  const began = Date.now()
  running.child.kill('SIGINT')
  expect(await running.ended).toMatchObject({ code: 130 })
  expect(Date.now() - began).toBeLessThan(7_400)
})

test.each(each)('%s: a second signal ends it at once', async (_, start) => {
  bench.write({ '0001_a.sql': 'select 1;' })
  const running = start({}, silentUrl)
  await new Promise(resolve => setTimeout(resolve, 1000))
  const began = Date.now()
  running.child.kill('SIGINT')
  await eventually(async () => Date.now() - began > 300)
  running.child.kill('SIGTERM')
  expect(await running.ended).toMatchObject({ code: 130 })
  expect(Date.now() - began).toBeLessThan(3_000)
})
