import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from '@jest/globals'
import { root } from '../../script/tools.mjs'
import { type Consumer, fixture, useConsumers, workflows } from './consumer.ts'
import { expectSucceeded, resultOf, stateOf } from './doors.ts'

const files = {
  '.github/migration-gate.yml': fixture('migration-gate.yml'),
  'db/orders/0001_create_orders.sql': 'CREATE TABLE orders (id bigint PRIMARY KEY);\n',
  'db/events/0001_create_events.sql': 'CREATE TABLE events (id bigint PRIMARY KEY);\n',
}

const consumers = useConsumers()

let consumer: Consumer
beforeEach(async () => {
  consumer = await consumers.make({
    databases: 2,
    files: { ...files, ...workflows('several', 'one-of-several') },
  })
})

function push(workflow: string) {
  const [orders, events] = consumer.databases
  return consumer.push(workflow, {
    secrets: {
      ORDERS_DATABASE_URL: orders?.url ?? '',
      EVENTS_DATABASE_URL: events?.url ?? '',
      FLY_API_TOKEN: 'fly-token-of-the-test',
    },
  })
}

const both = [
  { name: 'orders', url: 'ORDERS_DATABASE_URL' },
  { name: 'events', url: 'EVENTS_DATABASE_URL' },
]

describe('a matrix of what the plan selected', () => {
  it('migrates each database with something pending, then deploys; and none when nothing is', async () => {
    const first = await push('several')
    expectSucceeded(
      first,
      'Several/plan',
      'Several/upgrade orders-1',
      'Several/upgrade events-2',
      'Several/deploy',
    )
    expect(JSON.parse(first.seen?.outputs.databases ?? '')).toEqual(both)
    expect(first.seen?.outputs).toMatchObject({
      status: 'pending',
      from: '',
      to: '',
      pending: '["orders:0001","events:0001"]',
      applied: '[]',
    })
    expect(consumer.flyctl.calls()).toEqual([
      { args: ['deploy', '--remote-only'], revisions: [['0001'], ['0001']], token: true, urls: [] },
    ])

    consumer.repo.commit({ 'db/events/0002_add_kind.sql': 'ALTER TABLE events ADD COLUMN kind text;\n' })
    const second = await push('several')
    expectSucceeded(second, 'Several/plan', 'Several/upgrade events', 'Several/deploy')
    expect(await stateOf(consumer)).toEqual({ revisions: [['0001'], ['0001', '0002']], calls: 2 })

    consumer.repo.commit({ 'app.txt': 'text\n' })
    const third = await push('several')
    expectSucceeded(third, 'Several/plan', 'Several/deploy')
    expect(third.seen?.outputs).toMatchObject({ status: 'up-to-date', databases: '[]' })
    expect(await stateOf(consumer)).toEqual({ revisions: [['0001'], ['0001', '0002']], calls: 3 })
  })

  it('does not deploy when one of them fails', async () => {
    consumer.repo.commit({ 'db/events/0002_add_kind.sql': 'ALTER TABLE event ADD COLUMN kind text;\n' })
    const run = await push('several')
    expect(run.code).toBe(1)
    expect(run.jobs).toMatchObject({ 'Several/plan': 'success' })
    expect(Object.values(run.jobs)).toContain('failure')
    expect(run.jobs).not.toHaveProperty('Several/deploy')
    expect(run.annotations[0]?.properties).toMatchObject({ file: 'db/events/0002_add_kind.sql', line: '1' })
    expect(run.leaks).toEqual([])
    expect(await stateOf(consumer)).toEqual({ revisions: [['0001'], ['0001']], calls: 0 })
  })

  it('does not deploy when the plan cannot be made', async () => {
    const [orders] = consumer.databases
    const run = await consumer.push('several', { secrets: { ORDERS_DATABASE_URL: orders?.url ?? '' } })
    expect({ code: run.code, jobs: run.jobs }).toEqual({ code: 1, jobs: { 'Several/plan': 'failure' } })
    expect(run.seen?.result).toBe('failure')
    expect(run.leaks).toEqual([])
    expect(await stateOf(consumer)).toEqual({ revisions: [[], []], calls: 0 })
  })
})

it('one of them through the reusable workflow: the others are left alone, the command reaches bash as it is', async () => {
  const events = files['db/events/0001_create_events.sql']
  consumer.repo.commit({ 'services/shop/db/events/0001_create_events.sql': events })
  const run = await push('one-of-several')
  expectSucceeded(run, 'deploy/Deploy behind the gate/Migrate, then deploy')
  expect(resultOf(run, 'Gate')).toBe('success')
  expect(consumer.flyctl.calls()).toEqual([
    { args: ['deploy', '--app', "it's events"], revisions: [[], ['0001']], token: true, urls: [] },
  ])
  expect(run.log).toMatch(/\| deployed from shop$/m)
})

describe('docs/several: all of them in one step', () => {
  const of = (name: string) => readFileSync(join(root, 'docs/several', name), 'utf8')
  const docs = {
    '.github/workflows/deploy.yml': of('deploy.yml'),
    '.github/migration-gate.yml': of('migration-gate.yml'),
    'db/shop/0001_create_orders.sql': files['db/orders/0001_create_orders.sql'],
  }
  const pushed = () => {
    const [shop, events] = consumer.databases
    return consumer.push('deploy', {
      secrets: {
        SHOP_DATABASE_URL: shop?.url ?? '',
        EVENTS_DATABASE_URL: events?.url ?? '',
        FLY_API_TOKEN: 'fly-token-of-the-test',
      },
    })
  }

  it('migrates both, then deploys once; a file that cannot be right in one leaves both alone', async () => {
    consumer.repo.commit(docs)
    const good = await pushed()
    expectSucceeded(good, 'Deploy/Deploy')
    expect(good.outputs).toMatchObject({
      status: 'upgraded',
      from: '',
      to: '',
      applied: '["shop:0001","events:0001"]',
    })
    expect(consumer.flyctl.calls()).toEqual([
      { args: ['deploy', '--remote-only'], revisions: [['0001'], ['0001']], token: true, urls: [] },
    ])

    consumer.repo.commit({
      'db/shop/0002_add_note.sql': 'ALTER TABLE orders ADD COLUMN note text;\n',
      'db/events/0002_add_kind.sql': 'BEGIN;\nALTER TABLE events ADD COLUMN kind text;\nCOMMIT;\n',
    })
    const bad = await pushed()
    expect({ code: bad.code, jobs: bad.jobs }).toEqual({ code: 1, jobs: { 'Deploy/Deploy': 'failure' } })
    expect(bad.outputs).toMatchObject({ status: 'failed', applied: '[]' })
    expect(bad.annotations[0]?.properties).toMatchObject({ file: 'db/events/0002_add_kind.sql', line: '1' })
    expect(bad.leaks).toEqual([])
    expect(await stateOf(consumer)).toEqual({ revisions: [['0001'], ['0001']], calls: 1 })
  })
})
