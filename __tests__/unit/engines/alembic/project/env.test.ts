import { expect, test } from '@jest/globals'
import { findVersionTable } from '../../../../../src/engines/alembic/project/env.ts'

const configure = (more: string) => `
# version_table="in_a_comment"
text = """version_table="in_a_string" """
def run(connection):
    context.configure(connection=connection, target_metadata=metadata, ${more})
`

test.each([
  ['', undefined],
  ['version_table="versions"', { table: 'versions', schema: undefined }],
  ["version_table='versions', version_table_schema='app'", { table: 'versions', schema: 'app' }],
  ['version_table_schema="app"', { table: 'alembic_version', schema: 'app' }],
  ['version_table_schema=None', undefined],
  ['**{"version_table": "versions"}', { table: 'versions', schema: undefined }],
  ['version_table=NAME', undefined],
  ['version_table="a" + NAME', undefined],
  ['version_table="a", version_table_schema=settings.schema', undefined],
  ['version_table=f"{name}"', undefined],
])('configure(%s)', (more, found) => {
  expect(findVersionTable(configure(more))).toEqual(found)
})

test('offline and online agree or nothing is known', () => {
  const both = (other: string) => configure('version_table="a"') + configure(`version_table="${other}"`)
  expect(findVersionTable(both('a'))).toEqual({ table: 'a', schema: undefined })
  expect(findVersionTable(both('b'))).toBeUndefined()
})

test('a file that is no Python', () => {
  expect(findVersionTable('context.configure(version_table="a"')).toBeUndefined()
})
