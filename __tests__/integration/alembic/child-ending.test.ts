import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { runChild } from '../../support/alembic-child.ts'
import { useAlembic } from '../../support/alembic-gate.ts'

const bench = useAlembic()
const revisions = [{ id: 'a1', upgrade: 'op.execute("create table t (id int)")' }]

/** What is alive until Python ends, and only there could be taken apart: it holds itself. */
const keep = (made: string) => `import os, sqlalchemy
class Kept:
    def __init__(self):
        self.itself, self.made = self, ${made}
    def __del__(self, say=os.write):
        say(1, b"taken apart")
sqlalchemy.kept = Kept()`

const run = async (top: string, also: Parameters<typeof runChild>[3] = {}) => {
  const made = bench.make({ revisions, top })
  return { made, seen: await runChild(made, bench.url, ['upgrade', 'head'], also) }
}

test('what goes with the process is not looked for piece by piece', async () => {
  const { seen } = await run(keep('None'))
  expect(seen).toMatchObject({ code: 0, stdout: '' })
  const { seen: unwatched } = await run(keep('None'), { hookFolder: undefined })
  expect(unwatched).toMatchObject({ code: 0, stdout: 'taken apart' })
})

test.each([
  ['a file', 'open("told", "w")'],
  ['a pipe to a program', 'os.popen("cat > told", "w")'],
])('what was written to %s that nobody closed arrives', async (_, file) => {
  const { made, seen } = await run(`${keep(file)}\nsqlalchemy.kept.made.write("all of it")`)
  expect(seen).toMatchObject({ code: 0, stdout: 'taken apart' })
  // The program at the other end of the pipe may outlive its Alembic by a moment.
  const deadline = Date.now() + 10_000
  const read = () => readFileSync(join(made.path, 'told'), 'utf8')
  while (read() === '' && Date.now() < deadline) await new Promise(resolve => setTimeout(resolve, 20))
  expect(read()).toBe('all of it')
})

test('a file that is only read is no reason, nor one that was handed down', async () => {
  const { seen } = await run(`${keep('open(__file__)')}
opened = os.open("told", os.O_CREAT | os.O_RDWR)
os.dup2(opened, 90)
os.close(opened)`)
  expect(seen).toMatchObject({ code: 0, stdout: '' })
})

test('a fork that ends as Python does ends as ever', async () => {
  const { seen } = await run(`${keep('None')}
if os.fork() == 0:
    raise SystemExit(0)
os.wait()`)
  expect(seen).toMatchObject({ code: 0, stdout: 'taken apart' })
})
