import { execFileSync } from 'node:child_process'
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { formatFiles } from '../../../src/changes/list-files.ts'

const names = ['a.sql', 'a b.sql', "it's.sql", 'x,y', 'say "hi"', '$(rm -rf)', "it's $x", 'a\nb']

// The answers of dorny/paths-filter v4, but for the last name, which it leaves unquoted or joins.
test('each form', () => {
  expect(formatFiles('none', names)).toBe('')
  expect(formatFiles('json', names)).toBe(JSON.stringify(names))
  expect(formatFiles('csv', names)).toBe(
    `a.sql,"a b.sql","it's.sql","x,y","say ""hi""","$(rm -rf)","it's $x","a\nb"`,
  )
  expect(formatFiles('shell', names)).toBe(
    `a.sql 'a b.sql' "it's.sql" x,y 'say "hi"' '$(rm -rf)' it\\''s $x' 'a\nb'`,
  )
  expect(formatFiles('escape', names)).toBe(
    `a.sql a\\ b.sql it\\'s.sql x,y say\\ \\"hi\\" \\$\\(rm\\ -rf\\) it\\'s\\ \\$x a'\n'b`,
  )
  expect(formatFiles('csv', [])).toBe('')
})

test('a shell reads back what was listed, whatever the names', () => {
  const name = fc.string({ unit: 'binary', minLength: 1 }).filter(text => !text.includes('\0'))
  const nasty = fc.array(fc.constantFrom("'", '"', '\n', ' ', '$x', '`id`', 'a', '🐘', '\\', '!'), {
    minLength: 1,
  })
  const some = fc.array(
    fc.oneof(
      name,
      nasty.map(parts => parts.join('')),
    ),
    { minLength: 1, maxLength: 20 },
  )
  fc.assert(
    fc.property(some, fc.constantFrom('shell' as const, 'escape' as const), (paths, form) => {
      const script = `printf '%s\\0' ${formatFiles(form, paths)}`
      const read = execFileSync('sh', ['-c', script], {
        encoding: 'utf8',
        env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8' },
      })
      expect(read.split('\0').slice(0, -1)).toEqual(paths)
    }),
    { numRuns: 60 },
  )
})
