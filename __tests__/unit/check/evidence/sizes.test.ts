/** Files with the sizes of production’s tables. */
import { describe, expect, it } from '@jest/globals'
import { readSizes } from '../../../../src/check/evidence/read-sizes.ts'
import { saySizes, type TableSizes } from '../../../../src/check/evidence/sizes.ts'

const csv = `schema,table,rows,bytes,date
public,orders,41234567,13207024435,2026-11-20
shop,"Line, ""Items""",12,8192,2026-11-20
`
const json = JSON.stringify([
  { schema: 'public', table: 'orders', rows: 41_234_567, bytes: '13207024435', date: '2026-11-20T10:00:00' },
  { schema: 'shop', table: 'Line, "Items"', rows: 12, bytes: 8192, date: null },
])

describe.each([
  ['CSV', csv],
  ['CSV with the line ends of Windows', csv.replaceAll('\n', '\r\n')],
  ['JSON', json],
])('%s', (_, text) => {
  it('names tables as findings do', () => {
    const said = saySizes(['orders', 'shop."Line, ""Items"""', 'other'], readSizes(text) as TableSizes)
    expect(said).toBe(
      'orders has 41 million rows, 12 GB in production (stats of 2026-11-20). shop."Line, ""Items""" has 12 rows, 8 kB in production (stats of 2026-11-20).',
    )
  })
})

it.each([
  ['[{', 'it is no JSON'],
  ['[1]', 'it is no list of objects'],
  ['', 'it has no line under its heading'],
  ['schema,table,rows\npublic,orders,1\n', 'it has no bytes'],
  ['schema,table,rows,bytes\npublic,orders,many,1\n', 'orders has rows or bytes that are no number'],
  [
    'schema,table,rows,bytes\npublic,"\u001b[31morders",-1,1\n',
    'orders has rows or bytes that are no number',
  ],
])('%j is refused', (text, why) => {
  expect(readSizes(text)).toEqual({ why: why })
})

it('without a date no date is said', () => {
  expect(readSizes('schema,table,rows,bytes\npublic,a,1,1\n')).toMatchObject({ from: 'stats' })
})
