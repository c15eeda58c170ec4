import { describe, expect, test } from '@jest/globals'
import { typeAlembic, typeMerge } from '../../../../src/engines/alembic/type-alembic.ts'

const argv = ['uv', 'run', 'alembic']
const linesOf = (...given: Parameters<typeof typeAlembic>) => typeAlembic(...given).map(({ line }) => line)

describe('Alembic as the gate starts it, for a shell', () => {
  test('says where, unless that is the root', () => {
    expect(linesOf({ argv, folder: 'backend' }, ['heads'])).toEqual(['uv run alembic heads   # in backend'])
    expect(linesOf({ argv, folder: '.' }, ['heads'])).toEqual(['uv run alembic heads'])
  })

  test('names the configuration that only a variable does', () => {
    const start = { argv, folder: '.', variable: 'conf/my alembic.ini' }
    expect(linesOf(start, ['heads'])).toEqual(["ALEMBIC_CONFIG='conf/my alembic.ini' uv run alembic heads"])
  })

  test('is not shown where a word of it is a URL', () => {
    expect(
      linesOf({ argv: [...argv, '-x', 'url=postgres://me:secret@db/app'], folder: '.' }, ['heads']),
    ).toEqual([])
    expect(linesOf({ argv, folder: '.', variable: 'https://host/a.ini' }, ['heads'])).toEqual([])
  })

  test('is not shown where what is read is not what would be typed', () => {
    expect(typeMerge({ argv, folder: '.' }, ['a1', 'b2\n::error::c'])).toEqual([])
    expect(linesOf({ argv, folder: 'back\x1b[31mend' }, ['heads'])).toEqual([])
  })

  test('joins heads, whatever a shell would make of them', () => {
    expect(typeMerge({ argv, folder: '.' }, ['a1', "b'2 $c"])).toEqual([
      { line: `uv run alembic merge -m 'merge a1 and b'\\''2 $c' a1 'b'\\''2 $c'` },
    ])
  })
})
