import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { runProcess } from '../../../src/process.ts'

const env = { PATH: process.env.PATH }
const cwd = tmpdir()

function node(script: string, options: Partial<Parameters<typeof runProcess>[1]> = {}) {
  return runProcess([process.execPath, '-e', script], { cwd, env, ...options })
}

test('exit code, both streams, input, and no environment but the given one', async () => {
  const pieces: string[] = []
  const result = await node(
    'process.stdin.pipe(process.stdout); console.error(Object.keys(process.env).join()); process.exitCode = 3',
    {
      env: { ONLY: '1' },
      input: 'in $(id) "put"',
      onOutput: (piece, stream) => pieces.push(`${stream} ${piece}`),
    },
  )
  expect(result).toMatchObject({ code: 3, signal: null, stderr: 'ONLY\n' })
  expect(result.stdout.toString()).toBe('in $(id) "put"')
  expect(pieces.sort()).toEqual(['stderr ONLY\n', 'stdout in $(id) "put"'])
})

test('what cannot start is a result', async () => {
  expect(await runProcess(['gate-no-such-program'], { cwd, env })).toMatchObject({
    code: null,
    failure: 'missing',
  })
  expect(await runProcess([cwd], { cwd, env })).toMatchObject({ failure: 'denied' })
  expect(await runProcess(['node'], { cwd: join(cwd, 'absent-folder'), env })).toMatchObject({
    failure: 'no-folder',
  })
  expect(await runProcess([], { cwd, env })).toMatchObject({ code: null, failure: expect.any(String) })
  expect(await runProcess(['node', 'a\0b'], { cwd, env })).toMatchObject({
    code: null,
    failure: expect.any(String),
  })
})

test('a program that does not read its input', async () => {
  expect(await node('process.exit(0)', { input: Buffer.alloc(4_000_000) })).toMatchObject({ code: 0 })
})

test('out of time: the program ends with what it started', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'gate-process-'))
  const mark = join(folder, 'late')
  const script = `sh -c 'sleep 2; touch ${mark}' & wait`
  const start = Date.now()
  const result = await runProcess(['sh', '-c', script], { cwd, env, timeoutMs: 200 })
  expect(result).toMatchObject({ code: null, signal: 'SIGTERM', failure: 'timeout' })
  expect(Date.now() - start).toBeLessThan(1_900)
  await new Promise(resolve => setTimeout(resolve, 2_200))
  expect(existsSync(mark)).toBe(false)
  rmSync(folder, { recursive: true })
})

test('one that ignores SIGTERM is killed, and an abort is told from a timeout', async () => {
  const stubborn = 'process.on("SIGTERM", () => {}); setInterval(() => {}, 1000); console.log("up")'
  const stop = new AbortController()
  const result = await node(stubborn, { signal: stop.signal, onOutput: () => stop.abort() })
  expect(result).toMatchObject({ code: null, signal: 'SIGKILL', failure: 'aborted' })
})
