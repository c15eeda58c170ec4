import { describe, expect, it } from '@jest/globals'
import { readDockerfile } from '../../../../src/check/image/dockerfile.ts'
import { expandWord } from '../../../../src/check/image/expand.ts'

const read = (...lines: string[]) => readDockerfile(lines.join('\n')).instructions

describe('a Dockerfile', () => {
  it('is its instructions, with lines, flags and words', () => {
    const [, copy] = read('# a comment', 'FROM python:3.13', 'copy --chown=1:1 --link a b ./')
    expect(copy).toMatchObject({ name: 'COPY', line: 3, words: ['a', 'b', './'], text: 'a b ./' })
    expect([...(copy?.flags ?? [])]).toEqual([
      ['chown', '1:1'],
      ['link', ''],
    ])
  })

  it('goes on behind a backslash, over comments and empty lines', () => {
    expect(
      read('COPY a \\  ', '# why', '', '  b \\', '  ./', 'RUN x').map(({ line, text }) => [line, text]),
    ).toEqual([
      [1, 'a   b   ./'],
      [6, 'x'],
    ])
  })

  it('may have another sign for it', () => {
    expect(read('# escape=`', 'COPY a `', 'b', 'COPY c\\').map(({ text }) => text)).toEqual(['a b', 'c\\'])
    expect(read('FROM x', '# escape=`', 'COPY a \\', 'b').map(({ text }) => text)).toEqual(['x', 'a b'])
  })

  it('may have words in JSON', () => {
    expect(read('COPY ["a b", "/c d/"]')[0]).toMatchObject({ json: true, words: ['a b', '/c d/'] })
    expect(read("COPY ['a', 'b']")[0]).toMatchObject({ json: false })
  })

  it('may have documents, whose lines are no instructions', () => {
    const found = read(
      'RUN <<EOF',
      'COPY a b',
      'EOF',
      'COPY <<-"A" <<B /x/',
      '\tone',
      '\tA',
      'two',
      'B',
      'WORKDIR /x',
    )
    expect(found.map(({ name, line }) => `${name} ${line}`)).toEqual(['RUN 1', 'COPY 4', 'WORKDIR 9'])
    expect(found[1]?.documents).toEqual(
      new Map([
        ['A', 'one'],
        ['B', 'two'],
      ]),
    )
    expect(read('RUN x $((1<<A))', 'COPY a b').map(({ name }) => name)).toEqual(['RUN', 'COPY'])
  })
})

it.each([
  ['$A/b', 'a/b'],
  [`\${A}b`, 'ab'],
  ['$B', undefined],
  ['$C', undefined],
  [`\${C:-d}`, 'd'],
  [`\${C:-$A}`, 'a'],
  [`\${E:-d}`, 'd'],
  [`\${E-d}`, ''],
  [`\${A:+y}`, 'y'],
  [`\${A#a}`, undefined],
  ['\\$A', '$A'],
  ["'$A'", '$A'],
  ['"$A b"', 'a b'],
  ['5$', '5$'],
])('%s becomes %s', (word, value) => {
  const variables = new Map([
    ['A', 'a'],
    ['B', undefined],
    ['E', ''],
  ])
  expect(expandWord(word, variables)).toBe(value)
})
