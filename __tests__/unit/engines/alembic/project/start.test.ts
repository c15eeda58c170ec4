import { afterEach, expect, test } from '@jest/globals'
import { openDisk } from '../../../../../src/disk.ts'
import { readStart } from '../../../../../src/engines/alembic/project/start.ts'
import { GateError } from '../../../../../src/errors.ts'
import { makeTree, type Tree } from '../../../../support/tree.ts'

let tree: Tree
afterEach(() => tree.remove())

function start(given: { run?: string; files?: Record<string, string>; variable?: string }) {
  tree = makeTree({ 'backend/alembic.ini': '', ...given.files })
  const disk = openDisk(tree.path)
  return readStart({ disk, directory: 'backend/', run: given.run, alembicConfig: given.variable })
}

test.each<[string[], string[], string]>([
  [['backend/uv.lock', 'backend/poetry.lock'], ['uv', 'run', 'alembic'], 'uv.lock'],
  [['uv.lock'], ['uv', 'run', 'alembic'], 'uv.lock'],
  [['backend/poetry.lock', 'uv.lock'], ['poetry', 'run', 'alembic'], 'poetry.lock'],
  [[], ['alembic'], 'default, as there is no lock file'],
])('with %j it is %j', (names, argv, why) => {
  const files = Object.fromEntries(names.map(name => [name, '']))
  expect(start({ files })).toMatchObject({ argv, why, folder: 'backend/', config: [], x: [] })
})

test('[tool.uv] without a lock file; and a pyproject.toml that is broken', () => {
  const uv = { 'backend/pyproject.toml': '[tool.uv.sources]\na = { workspace = true }' }
  expect(start({ files: uv }).why).toBe('[tool.uv] in pyproject.toml')
  tree.remove()
  expect(start({ files: { 'backend/pyproject.toml': '[tool.uv' } }).why).toBe(
    'default, as there is no lock file',
  )
})

test.each([
  [`uv run --env-file '.env a' alembic`, ['uv', 'run', '--env-file', '.env a', 'alembic']],
  [`a"b c"'d'e\\ f ""`, ['ab cde f', '']],
  [`alembic -x "a=\\"$HOME\\" \\n"`, ['alembic', '-x', 'a="$HOME" \\n']],
  [' alembic\t-x  *;~\n', ['alembic', '-x', '*;~']],
  ['alem\\\nbic', ['alembic']],
])('%j is split as a shell splits, and nothing is expanded', (run, argv) => {
  expect(start({ run })).toMatchObject({ argv, why: 'the input run' })
})

test('-c, -n and -x in every writing of argparse, and not those of the program before', () => {
  const run =
    'python -c pass -m alembic -c one.ini --config=sub/pyproject.toml -nmain -x a=1 -xb=2 -x=c --raiseerr -q'
  expect(start({ run })).toMatchObject({
    config: ['one.ini', 'sub/pyproject.toml'],
    name: 'main',
    x: ['a=1', 'b=2', 'c'],
  })
})

test('ALEMBIC_CONFIG stands for the file that no -c names', () => {
  expect(start({ run: 'alembic', variable: 'db.ini' })).toMatchObject({
    config: ['db.ini'],
    variable: 'db.ini',
  })
  tree.remove()
  const named = start({ run: 'alembic -c a.ini', variable: 'db.ini' })
  expect([named.config, named.variable]).toEqual([['a.ini'], undefined])
  tree.remove()
  expect(start({ run: 'alembic -c a.ini', variable: 'x/pyproject.toml' }).config).toEqual([
    'a.ini',
    'x/pyproject.toml',
  ])
})

test.each([
  [`alembic -c 'a`, "a ' is never closed"],
  ['alembic "a', 'a " is never closed'],
  ['alembic \\', 'a \\ stands at its end'],
  ['uv run alembic upgrade head', '"upgrade" is behind the word alembic'],
  ['alembic -c', '-c has no value'],
  ["''", 'its first word is empty'],
])('%j is refused', (run, reason) => {
  expect(() => start({ run })).toThrow(GateError)
  tree.remove()
  expect(() => start({ run })).toThrow(reason)
})
