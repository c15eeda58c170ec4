/** What the witness lives through: statements outside of transactions, other owners, hostile ones, ways down and up. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { withClient } from '../../../../script/postgres.mjs'
import { readEvidence, watchRevision } from '../../../../src/check/evidence/witness.ts'
import { onEachServer } from '../../../support/servers.ts'
import { type Rehearsal, rehearse, sayTables } from '../../../support/witness.ts'

const tables = `
  create table customers (id int primary key, name text); create index customers_name on customers (name);
  create table orders (id int primary key, customer_id int references customers);
  insert into customers values (1, 'a'), (2, 'a')`

onEachServer(server => {
  let rehearsal: Rehearsal
  beforeAll(async () => {
    rehearsal = await rehearse(server.superuserUrl, tables)
  })
  afterAll(() => rehearsal.end())
  afterEach(() => rehearsal.reset())

  const alone = (...statements: string[]) =>
    rehearsal.run(async client => {
      for (const text of statements) await client.query(text)
    })

  describe('outside of a transaction', () => {
    it('indexes come, go and are rebuilt while writes pass', async () => {
      const evidence = await alone(
        'create index concurrently a on customers (id)',
        'drop index concurrently a',
        'reindex index concurrently customers_name',
      )
      expect(evidence.map(one => one.statement)).toContain('create index concurrently a on customers (id)')
      const locks = evidence.flatMap(one => one.tables.map(table => table.lock))
      expect(new Set(locks)).toEqual(new Set(['ShareUpdateExclusiveLock']))
    })

    it('one that fails leaves the next as it is', async () => {
      const evidence = await alone('create unique index concurrently a on customers (name)').catch(
        () => undefined,
      )
      expect(evidence).toBeUndefined()
      expect(sayTables(await alone('alter table customers add a int'))).toEqual([
        'ALTER TABLE customers AccessExclusive',
      ])
    })

    it('VACUUM FULL is seen by where the rows lie', async () => {
      expect(sayTables(await alone('vacuum full customers'))).toEqual(['- customers ? rewritten'])
    })

    it('each statement holds its lock for itself alone', async () => {
      const evidence = await alone('alter table customers add a int', 'select pg_sleep(0.3)')
      expect(evidence[0]?.tables[0]?.heldMs).toBeLessThan(300)
    })
  })

  it('a lock is held from its statement to the end of the transaction', async () => {
    const evidence = await rehearsal.run([
      'alter table customers add a int',
      'select pg_sleep(0.2)',
      'alter table customers add b int',
    ])
    expect(evidence.map(({ tables: [table] }) => table?.taken)).toEqual([true, false])
    for (const {
      tables: [table],
    } of evidence)
      expect(table?.heldMs).toBeGreaterThan(200)
    expect(evidence.map(one => one.lockTimeout)).toEqual(['0', '0'])
  })

  it('what is rolled back was not', async () => {
    const evidence = await alone(
      'begin; savepoint a; alter table customers alter name set not null',
      'rollback to a; alter table orders add a int; commit',
    )
    expect(sayTables(evidence)).toEqual(['ALTER TABLE orders AccessExclusive'])
  })

  it('a statement within another is told from it', async () => {
    const evidence = await alone(
      `create function inner_one() returns int language plpgsql as $$
       begin alter table orders add a float default random(); return 1; end $$`,
      'create table made as select inner_one()',
    )
    expect(sayTables(evidence)).toContain('ALTER TABLE orders AccessExclusive rewritten scanned')
    expect(evidence.at(-1)).toMatchObject({ statement: 'create table made as select inner_one()' })
  })

  it('a way down and up is not taken for the revision, and a table made again is the same one', async () => {
    const [, drop] = await rehearsal.run(['create table again (id int)', 'drop table orders'])
    expect(drop?.tables.map(({ table, named }) => `${table} ${named}`).toSorted()).toEqual([
      'customers false',
      'orders true',
    ])
    await withClient(rehearsal.database.url, client =>
      client.query('drop table again; create table orders (id int)'),
    )
    const evidence = await rehearsal.run(['alter table orders alter id set not null'], 'later')
    expect(sayTables(evidence)).toEqual(['ALTER TABLE orders AccessExclusive scanned'])
  })

  it('a table that the change renamed keeps its history, under its name of then', async () => {
    await rehearsal.run(['alter table customers rename to people'])
    const evidence = await rehearsal.run(['alter table people alter name set not null'], 'later')
    expect(sayTables(evidence)).toEqual(['ALTER TABLE people AccessExclusive scanned'])
  })

  it('nobody is watched before and after', async () => {
    await withClient(rehearsal.database.url, client => client.query('alter table customers add a int'))
    expect(await readEvidence(rehearsal.session)).toEqual([])
  })

  it.each([
    'select * from pg_migration_gate.statements',
    'delete from pg_migration_gate.statements',
    'update pg_migration_gate.watching set revision = null',
    'select pg_migration_gate.look()',
    'drop event trigger pg_migration_gate_after',
    'alter event trigger pg_migration_gate_after disable',
    'drop schema pg_migration_gate cascade',
    'create table pg_migration_gate.mine ()',
    'set session_replication_role = replica',
  ])('its owner may not: %s', async hostile => {
    await watchRevision(rehearsal.session, 'next')
    const refused = withClient(rehearsal.database.url, client => client.query(hostile)).then(
      () => 'done',
      (error: { code: string }) => error.code,
    )
    expect(await refused).toBe('42501')
  })
})
