/** The examples of docs/evidence.md, and the query for sizes. */
import { expect, it } from '@jest/globals'
import { judgeByEvidence } from '../../../../src/check/evidence/judge.ts'
import { readSizes } from '../../../../src/check/evidence/read-sizes.ts'
import { blocksOf } from '../../../support/documents.ts'
import { lintRevisions } from '../../../support/lint.ts'
import { query, serverUrl } from '../../../support/postgres.ts'
import { rehearse } from '../../../support/witness.ts'

const page = 'docs/evidence.md'
const sqlOf = (of: string) =>
  blocksOf(of)
    .filter(block => block.language === 'sql')
    .map(block => block.lines.join('\n'))
const [byHand = '', change = ''] = sqlOf(page)
const sizesQuery = sqlOf('docs/rehearsal.md').find(text => text.includes('reltuples')) ?? ''

it('a finding that only the run has', async () => {
  const rehearsal = await rehearse(serverUrl(), byHand)
  const { linted, added } = await lintRevisions(change)
  const id = added[0]?.id ?? ''
  const evidence = await rehearsal.run([change.trim()], id)
  await rehearsal.end()
  const around = { rehearsed: new Set([id]), server: 'Postgres', comment: '--' }
  const { findings } = judgeByEvidence({ linted, added, evidence, ...around })
  const said = findings.map(({ finding }) => finding.fault.message.replace(/for \d+ ms/, 'for 12 ms'))
  expect(said).toEqual([
    blocksOf(page)
      .find(block => block.language === 'text')
      ?.lines.join('\n'),
  ])
})

it('the query for sizes gives what is read', async () => {
  const rehearsal = await rehearse(
    serverUrl(),
    'create table "Big one" as select generate_series(1, 5000) as a',
  )
  await query(rehearsal.database.url, 'analyze "Big one"')
  const rows = await query(rehearsal.database.url, sizesQuery)
  await rehearsal.end()
  const sizes = readSizes(JSON.stringify(rows))
  if ('why' in sizes) throw new Error(sizes.why)
  expect(sizes.of('"Big one"')).toMatchObject({ rows: 5000 })
  expect(sizes.from).toMatch(/^stats of \d{4}-\d\d-\d\d$/)
})
