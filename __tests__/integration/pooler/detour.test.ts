/** The address of a provider's transaction pooler: its direct host is used, and that is said. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { runIn, useBench } from '../../support/gate.ts'
import { knowNames } from '../../support/names.ts'
import { type Pooler, startPooler } from '../../support/pgbouncer.ts'

const bench = useBench()
const direct = 'ep-cool-name-123456.eu-central-1.aws.neon.tech'
const pooled = direct.replace('.', '-pooler.')
let pooler: Pooler
let names: { forget(): void }

// As at Neon: two hosts, one port, and behind the first a transaction pooler before the second.
beforeAll(async () => {
  const { port } = new URL(bench.database.url)
  pooler = await startPooler(bench.database, { listen_addr: '127.0.0.2', listen_port: Number(port) })
  names = knowNames({ [pooled]: '127.0.0.2', [direct]: '127.0.0.1' })
})
afterAll(async () => {
  names.forget()
  await pooler.stop()
})

const url = (host: string) => bench.database.url.replace('127.0.0.1', host)

test('the direct host is used, with one sentence about it', async () => {
  bench.write({ '0001_a.sql': 'create table a as select pg_backend_pid() as pid;' })
  const { database, report, log } = await runIn(bench.project.path, url(pooled))
  expect(database.applied).toEqual(['0001'])
  expect(report.notes.map(note => note.text)).toContainEqual(
    expect.stringMatching(
      /^ep-cool-name-123456-pooler\.\S+ is Neon’s transaction pooler, through which no lock holds: the gate took the direct host, ep-cool-name-123456\.eu/,
    ),
  )
  expect(log).toContain('the gate took the direct host')
})

test('the direct host itself goes without the sentence', async () => {
  bench.write({ '0001_a.sql': 'create table a ();' })
  const { report } = await runIn(bench.project.path, url(direct))
  expect(report).toMatchObject({ gate: 'open', status: 'upgraded' })
  expect(JSON.stringify(report.notes)).not.toContain('pooler')
})

test('without the detour no lock would hold there', async () => {
  bench.write({ '0001_a.sql': 'create table a ();' })
  expect((await runIn(bench.project.path, url('127.0.0.2'))).fault?.id).toBe('pooler')
})

test('the guards hold what the URL says', async () => {
  bench.write({ '0001_a.sql': 'create table a ();' })
  const guarded = (glob: string) =>
    runIn(bench.project.path, url(pooled), { inputs: { 'expect-host': glob, command: 'plan' } })
  expect((await guarded('ep-cool-*')).report.gate).toBe('open')
  expect((await guarded('*.example.com')).fault?.id).toBe('url-unexpected')
})
