/** `stats`: findings say how big their tables are in production. */
import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { commitChange, rehearsed, useChecker } from '../../../support/check.ts'

const check = useChecker()
const csv = 'schema,table,rows,bytes,date\npublic,customers,41234567,13207024435,2026-11-20\n'
const size = 'customers has 41 million rows, 12 GB in production (stats of 2026-11-20).'

function change(stats: string): void {
  commitChange(check.repo, 'create index on customers (id)', 'drop index customers_id_idx')
  check.repo.commit({ 'db/stats.csv': stats })
}

test.each([
  ['the text', 'off'],
  ['a rehearsal', 'auto'],
])('of %s', async (_, rehearse) => {
  change(csv)
  const { said, fault } = await check.pulled('change', { inputs: { rehearse, stats: 'db/stats.csv' } })
  expect(said).toEqual(['index-blocks-writes error'])
  expect(fault?.message).toContain(size)
})

test.each([
  ['db/none.csv', 'looked for'],
  ['db/stats.csv', 'it has no bytes'],
])('%s is said where it gives none', async (stats, why) => {
  change('schema,table,rows\npublic,a,1\n')
  const { log, said } = await check.pulled('change', { inputs: { ...rehearsed.inputs, stats } })
  expect(said).toEqual(['index-blocks-writes error'])
  expect(log).toMatch(new RegExp(`The sizes of \`stats\`, .*${stats}.*, were not read: ${why}`))
})

test.each([
  ['/etc/passwd', 'it leads out of the repository'],
  ['../../../../../../../../etc/passwd', 'it leads out of the repository'],
  ['db/link.csv', 'it leads into the folder of git'],
  ['.git/config', 'it leads into the folder of git'],
])('%s is not read: %s', async (stats, why) => {
  change(csv)
  symlinkSync('../.git/config', join(check.repo.path, 'db/link.csv'))
  const { log, said } = await check.pulled('change', { inputs: { ...rehearsed.inputs, stats } })
  expect(said).toEqual(['index-blocks-writes error'])
  expect(log).toContain(`were not read: ${why}`)
})
