import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { cleanLine, keepEnds, splitLines } from '../../../../../src/engines/alembic/child/lines.ts'
import { makeRedactor } from '../../../../../src/redact.ts'

function linesOf(pieces: Buffer[], most?: number): string[] {
  const found: string[] = []
  const lines = splitLines(line => found.push(line), most)
  for (const piece of pieces) lines.push(piece)
  lines.end()
  return found
}

test('however a text is cut into pieces, its lines are the same', () => {
  const text = fc.array(fc.constantFrom('a', 'é', '🦭', '\n', '', ' ')).map(parts => parts.join(''))
  fc.assert(
    fc.property(text, fc.array(fc.nat(40)), (whole, cuts) => {
      const bytes = Buffer.from(whole)
      const ends = [...cuts.filter(cut => cut <= bytes.length), 0, bytes.length].sort((a, b) => a - b)
      const pieces = ends.slice(1).map((end, index) => bytes.subarray(ends[index], end))
      const lines = whole.split('\n')
      if (lines.at(-1) === '') lines.pop()
      expect(linesOf(pieces)).toEqual(lines)
    }),
  )
})

test('of a line without end only the beginning is held', () => {
  expect(linesOf([Buffer.from('abc'), Buffer.from('def'), Buffer.from('g\nnext\n')], 5)).toEqual([
    'abcde',
    'next',
  ])
})

test('a line is harmless, and holds no secret, not even one that controls cut in two', () => {
  const redact = makeRedactor(['hunter22'])
  expect(cleanLine('::error::x\r', redact)).toBe(':\u200d:error::x')
  expect(cleanLine('\x1b[1mhun\0ter22\x1b[0m', redact)).toBe('***')
  const long = cleanLine(`${'x'.repeat(8190)}hunter22${'y'.repeat(9000)}`, redact)
  expect(long).toHaveLength(8193)
  expect(long).not.toContain('hu')
})

test('both ends are kept, and how much is missing between them', () => {
  const few = keepEnds(20)
  few.add('one')
  few.add('two')
  expect(few.text()).toBe('one\ntwo')
  const many = keepEnds(20)
  for (let number = 0; number < 5_000; number++) many.add(`line ${number}`)
  expect(many.text()).toBe('line 0\nline 1\n… 4996 lines left out …\nline 4998\nline 4999')
})
