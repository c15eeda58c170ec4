/** Verdicts of github.com/moby/patternmatcher 0.6.0, which was asked about the same lines and paths. */
import { expect, it } from '@jest/globals'
import { findIgnoring, readIgnore } from '../../../../src/check/image/dockerignore.ts'

const ignored = (lines: string, path: string) => findIgnoring(readIgnore(lines), path)

it.each([
  ['alembic', 'alembic/versions/a.py', 1],
  ['/alembic/', 'alembic/versions/a.py', 1],
  ['versions', 'alembic/versions/a.py', undefined],
  ['**/versions', 'alembic/versions/a.py', 1],
  ['*/versions', 'alembic/versions/a.py', 1],
  ['**/*.py', 'alembic/versions/a.py', 1],
  ['*.py', 'alembic/versions/a.py', undefined],
  ['alembic/**', 'alembic/env.py', 1],
  ['alembic/**/a.py', 'alembic/a.py', 1],
  ['alem**', 'alembic/versions/a.py', 1],
  ['**bic', 'alembic/env.py', 1],
  ['alembi?', 'alembic/env.py', 1],
  ['[a-c]lembic', 'alembic/env.py', 1],
  ['[^a]lembic', 'alembic/env.py', undefined],
  ['a[^b]b', 'a/b', 1],
  ['a\\*', 'ab', undefined],
  ['a\\*', 'a*', 1],
  ['./alembic/../alembic', 'alembic/env.py', 1],
  ['*\n!alembic', 'alembic/env.py', undefined],
  ['*\n!alembic/env.py', 'alembic/versions/a.py', 1],
  ['*\n!alembic\n**/versions', 'alembic/versions/a.py', 3],
  ['!alembic\nalembic', 'alembic/env.py', 2],
  ['# alembic\n\n ! alembic \n  alembic  ', 'alembic/env.py', 4],
  [' #alembic', 'alembic/env.py', undefined],
  ['\ufeffalembic\r\n', 'alembic/env.py', 1],
  ['alembic[', 'alembic[', undefined],
])('%j leaves %s out: line %s', (lines, path, line) => {
  expect(ignored(lines, path)?.line).toBe(line)
})

it('takes no longer than its length times that of the path', () => {
  const hostile = `${'**/'.repeat(200)}x*y`
  expect(ignored(hostile, `${'a/'.repeat(400)}b`)).toBeUndefined()
})
