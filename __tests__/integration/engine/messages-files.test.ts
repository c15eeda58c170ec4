/** What a person reads of files that cannot be run: found before the first statement, and kept word for word. */
import { afterEach, expect, test } from '@jest/globals'
import { type GateRun, useBench } from '../../support/gate.ts'

const bench = useBench()

function said({ log }: GateRun): string {
  const lines = log.split('\n')
  return `${lines
    .slice(
      lines.findIndex(line => line.startsWith('❌')),
      -2,
    )
    .join('\n')
    .replaceAll(bench.database.name, 'app')}\n`
}

afterEach(async () => {
  expect(await bench.tables()).toEqual([])
})

const good = 'create table a ();'

test.each<[id: string, files: Record<string, string>, inputs?: Record<string, string>]>([
  ['revision-foreign', { 'V2__orders.sql': good }],
  ['revision-half', { '0002_b.down.sql': 'drop table a;' }],
  ['duplicate', { '001_b.sql': good }],
  ['sql-unterminated', { '0002_b.sql': "select 1;\nselect 'never\nends;" }],
  ['revision-unreadable', { '0002_b.sql': 'select 1;\nselect \0;' }],
  ['sql-transaction-control', { '0002_b.sql': 'select 1;\n  commit;' }],
  ['sql-discard-all', { '0002_b.sql': 'discard all;' }],
  ['sql-meta-command', { '0002_b.sql': '\\restrict key\nselect 1;' }],
  ['sql-copy-stdin', { '0002_b.sql': 'copy a from stdin;\n1\n\\.\n' }],
  ['sql-quoting', { '0002_b.sql': 'set standard_conforming_strings = off;' }],
  ['sql-outside-transaction', { '0002_b.sql': 'create index concurrently on a (b);' }],
  ['marker-late', { '0002_b.sql': 'select 1;\n-- migrate:up\nselect 2;' }],
  ['marker-repeated', { '0002_b.sql': '-- migrate:up\nselect 1;\n-- migrate:up\nselect 2;' }],
  ['marker-order', { '0002_b.sql': '-- migrate:down\nselect 1;\n-- migrate:up\nselect 2;' }],
  ['marker-of-the-other', { '0002_b.up.sql': '-- migrate:down\nselect 1;' }],
  ['marker-option', { '0002_b.sql': '-- migrate:up transaction:no\nselect 1;' }],
  ['marker-slip', { '0002_b.sql': '-- migrate:dwon\nselect 1;' }],
  ['marker-foreign', { '0002_b.sql': '-- +goose Down\nselect 1;' }],
  ['revision-unknown', {}, { revision: '0009' }],
  ['revision-ambiguous', { '0010_b.sql': good }, { revision: '00' }],
])('%s', async (id, files, inputs = {}) => {
  bench.write({ '0001_a.sql': good, ...files })
  const run = await bench.run(inputs)
  expect(run.report.gate).toBe('closed')
  expect(run.fault?.id).toBe(id)
  expect(said(run)).toMatchSnapshot()
})
