/** The text of new revisions, in pull requests of real repositories. */
import { describe, expect, it } from '@jest/globals'
import { sqlRevision, useChecker } from '../../support/check.ts'

const checker = useChecker()
const first = { 'migrations/0001_orders.sql': sqlRevision('create table orders (id int, code varchar(10))') }

function change(up: string, name = 'migrations/0002_next.sql'): void {
  checker.repo.commit(first)
  checker.repo.git('checkout', '--quiet', '-b', 'change')
  checker.repo.commit({ [name]: up })
}

describe('a pull request', () => {
  it('that locks a table with rows is closed, with the line and the safe way for this statement', async () => {
    change(sqlRevision('select 1;\ncreate index orders_code\n  on orders (code)'))
    const { report, said, fault, log } = await checker.pulled('change')
    expect(said).toEqual(['index-blocks-writes error'])
    expect(report).toMatchObject({ gate: 'closed', status: 'failed' })
    expect(fault).toMatchObject({
      id: 'index-blocks-writes',
      exit: 1,
      place: { path: 'migrations/0002_next.sql', line: 4, column: 6 },
    })
    expect(fault?.message).toContain('not rehearsed')
    expect(log).toContain('`create index concurrently orders_code on orders (code)`')
  })

  it('that does it the safe way is open', async () => {
    const up = 'create index concurrently orders_code on orders (code)'
    change(`-- migrate:up transaction:false\n${up};\n-- migrate:down transaction:false\nselect 1;\n`)
    const { report, said } = await checker.pulled('change')
    expect([said, report.gate]).toEqual([[], 'open'])
  })

  it('knows types from merged revisions, and tables that it makes itself', async () => {
    change(
      sqlRevision(
        'alter table orders alter code type varchar(5); create table t (id int); create index on t (id)',
      ),
    )
    expect((await checker.pulled('change')).said).toEqual(['type-change-rewrites error'])
  })

  it('is let through by a line with the reason, which is said', async () => {
    change(
      `-- gate: allow index-blocks-writes because it has ten rows\n${sqlRevision('create index on orders (id)')}`,
    )
    const { report, said, findings } = await checker.pulled('change')
    expect([said, report.gate]).toEqual([['index-blocks-writes allowed'], 'open'])
    expect(findings[0]?.allowed).toEqual({
      by: 'migrations/0002_next.sql:1',
      reason: 'it has ten rows',
    })
  })

  it('that is the contract step may drop', async () => {
    change(`-- gate: contract\n${sqlRevision('alter table orders drop column code')}`)
    const { report, said } = await checker.pulled('change')
    expect([said, report.gate]).toEqual([['drop-in-use allowed'], 'open'])
  })

  it('follows the levels of the config file, and says which it makes less of', async () => {
    change(sqlRevision('drop table orders; create index on orders (id)'))
    const config =
      'databases:\n  main:\n    engine: sql\n    directory: migrations\n    url: URL\nrules:\n  drop-in-use: off\n  index-blocks-writes: warning\n'
    checker.repo.commit({ '.github/migration-gate.yml': config })
    const { report, log } = await checker.pulled('change')
    const findings = report.databases.flatMap(database => database.findings ?? [])
    expect(findings.map(({ rule, level }) => `${rule} ${level}`)).toEqual(['index-blocks-writes warning'])
    expect(report.gate).toBe('open')
    expect(log).toContain('`index-blocks-writes` is warning, and error in main')
  })

  it('is not asked of what was merged before', async () => {
    checker.repo.commit({ ...first, 'migrations/0002_old.sql': sqlRevision('create index on orders (id)') })
    checker.repo.git('checkout', '--quiet', '-b', 'change')
    checker.repo.commit({ 'migrations/0003_new.sql': sqlRevision('create table t (id int)') })
    expect((await checker.pulled('change')).said).toEqual([])
  })

  it('of ten clean revisions has no finding', async () => {
    checker.repo.commit(first)
    checker.repo.git('checkout', '--quiet', '-b', 'change')
    const outside = (text: string) =>
      `-- migrate:up transaction:false\n${text};\n-- migrate:down\nselect 1;\n`
    const revisions = [
      sqlRevision(
        'create table customers (id bigint generated always as identity primary key, mail text not null)',
      ),
      sqlRevision('create unique index on customers (lower(mail))'),
      sqlRevision("alter table orders add column state text not null default 'new'"),
      sqlRevision('alter table orders add column customer_id bigint'),
      outside('create index concurrently orders_customer on orders (customer_id)'),
      sqlRevision(
        'alter table orders add constraint c foreign key (customer_id) references customers not valid',
      ),
      sqlRevision('alter table orders validate constraint c'),
      sqlRevision('alter table orders add constraint n check (id is not null) not valid'),
      sqlRevision('alter table orders validate constraint n'),
      sqlRevision('alter table orders alter id set not null; alter table orders drop constraint n'),
    ]
    const files = revisions.map((text, index) => [
      `migrations/${String(index + 2).padStart(4, '0')}_s.sql`,
      text,
    ])
    checker.repo.commit(Object.fromEntries(files))
    const { said, database } = await checker.pulled('change')
    expect(said).toEqual([])
    expect(database.added).toHaveLength(10)
  })
})
