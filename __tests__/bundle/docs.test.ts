/** What the documents tell people to type or to copy, done with the committed bundles. */
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { parse } from 'yaml'
import { root } from '../../script/tools.mjs'
import { runAction, runCli } from '../support/bundle.ts'
import { type Ended, start } from '../support/child.ts'
import { blocksOf, commandsOf, readText } from '../support/documents.ts'
import { nodeUnderTest } from '../support/node.ts'
import { type Database, freshDatabase, query } from '../support/postgres.ts'
import { checkAgainst } from '../support/schemas.ts'

let folder: string
let databases: Database[] = []
const database = async () => {
  const made = await freshDatabase()
  databases.push(made)
  return made
}
const write = (path: string, text: string) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gate-docs-'))
})
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true })
  for (const each of databases) await each.drop()
  databases = []
})

const historyOf = async (url: string) =>
  (await query<{ version: string }>(url, 'select version from migration_history order by version')).map(
    row => row.version,
  )

describe('docs/places', () => {
  interface Container {
    command?: string[]
    args?: string[]
  }
  const load = (name: string) => parse(readText(`docs/places/${name}`))
  const commandOf = ({ command = [], args = [] }: Container = {}) => [...command, ...args]
  const release = /^release_command = "(.*)"$/m.exec(readText('docs/places/fly.toml'))?.[1] ?? ''
  const places: Record<string, string[]> = {
    'fly.toml': release.split(' '),
    'cloud-run.yaml': commandOf(load('cloud-run.yaml').spec.template.spec.template.spec.containers[0]),
    'kubernetes.yaml': commandOf(load('kubernetes.yaml').spec.template.spec.initContainers[0]),
    'compose.yaml': commandOf(load('compose.yaml').services.migrate),
  }

  it.each(Object.entries(places))(
    '%s: its command migrates in a folder that is no repository',
    async (_, words) => {
      const { url } = await database()
      write('migrations/0001_orders.sql', 'create table orders (id bigint primary key);\n')
      mkdirSync(join(folder, 'tools'))
      copyFileSync(join(root, 'dist/cli/index.js'), join(folder, 'tools/migration-gate.js'))
      const [program, ...args] = words
      expect(program).toBe('node')
      const env = { PATH: process.env.PATH ?? '', DATABASE_URL: url, GIT_CEILING_DIRECTORIES: tmpdir() }
      const run = await start(nodeUnderTest(), args, { cwd: folder, env }).ended
      expect(run).toMatchObject({ code: 0, stdout: expect.stringContaining('Gate open') })
      expect(await historyOf(url)).toEqual(['0001'])

      write('migrations/0002_broken.sql', 'select 1 / 0;\n')
      expect(await start(nodeUnderTest(), args, { cwd: folder, env }).ended).toMatchObject({ code: 1 })
    },
  )
})

describe('docs/several', () => {
  it('the config file and the variables of the step belong together', async () => {
    const [shop, events] = [await database(), await database()]
    write('.github/migration-gate.yml', readText('docs/several/migration-gate.yml'))
    write('db/shop/0001_orders.sql', 'create table orders (id bigint primary key);\n')
    write('db/events/0001_events.sql', 'create table events (id bigint primary key);\n')
    const step = parse(readText('docs/several/deploy.yml')).jobs.deploy.steps.find(
      (one: { uses?: string }) => one.uses?.startsWith('migration-gate/') === true,
    )
    expect(Object.keys(step.env)).toEqual(['SHOP_DATABASE_URL', 'EVENTS_DATABASE_URL'])
    const env = { SHOP_DATABASE_URL: shop.url, EVENTS_DATABASE_URL: events.url }
    const run = await runAction({ cwd: folder, env, event: 'push' })
    expect(run).toMatchObject({
      code: 0,
      outputs: { status: 'upgraded', applied: '["shop:0001","events:0001"]' },
    })
    expect([await historyOf(shop.url), await historyOf(events.url)]).toEqual([['0001'], ['0001']])
  })
})

/** Every section of it is in __tests__/integration/runbook; here some of its commands are typed at the committed CLI. */
describe('docs/runbook.md', () => {
  const steps = commandsOf('docs/runbook.md').filter(({ words }) => words[0] === 'migration-gate')
  const ways = (heading: string) =>
    steps.filter(step => step.heading === heading).map(step => step.words.slice(1))
  const three = {
    'migrations/0001_customers.sql': 'create table customers (id bigint primary key);\n',
    'migrations/0002_orders.sql': 'create table orders (id bigint primary key);\n',
    'migrations/0003_totals.sql': 'alter table orders add column total bigint;\n',
  }
  let url: string
  const run = (...args: string[]): Promise<Ended> => runCli(args, { cwd: folder, env: { DATABASE_URL: url } })
  const expectEnd = async (args: string[], code: number, text: string) => {
    const ended = await run(...args)
    expect({ args, code: ended.code, text: ended.stdout }).toEqual({
      args,
      code,
      text: expect.stringContaining(text),
    })
  }

  beforeEach(async () => {
    ;({ url } = await database())
    for (const [path, text] of Object.entries(three)) write(path, text)
  })

  it('a revision failed: mend it, and the same command goes on', async () => {
    write('migrations/0002_orders.sql', 'create table orders (id bigint primary kye);\n')
    await expectEnd(['upgrade'], 1, 'Gate closed')
    write('migrations/0002_orders.sql', three['migrations/0002_orders.sql'])
    const [upgrade = [], longer = []] = ways('A revision failed')
    await expectEnd(upgrade, 0, 'is at 0003')
    await expectEnd(longer, 0, 'is at 0003')
  })

  it('the other commands run as they stand', async () => {
    for (const way of [...ways('Runbook'), ...ways('The lock is not had')]) await expectEnd(way, 0, '🟢')
  })
})

describe('docs/install.md', () => {
  const blocks = (language: string) =>
    blocksOf('docs/install.md').filter(block => block.language === language)

  it('its commands install a CLI that runs, from the address that they name', async () => {
    const script = blocks('bash').flatMap(({ lines }) => lines)
    // What stands in for the network: it gives the committed file for an address, and says which was asked.
    mkdirSync(join(folder, 'bin'))
    write(
      'bin/curl',
      `#!/bin/sh\nwhile [ "$1" != --output ]; do shift; done\necho "$3" >&2\ncp '${join(root, 'dist/cli')}'/"\${3##*/dist/cli/}" "$2"\n`,
    )
    chmodSync(join(folder, 'bin/curl'), 0o755)
    const env = {
      PATH: `${join(folder, 'bin')}:${dirname(nodeUnderTest())}:${process.env.PATH}`,
      HOME: folder,
    }
    write('install.sh', `shopt -s expand_aliases\n${script.join('\n')}\n`)
    const run = await start('bash', ['-eu', 'install.sh'], { cwd: folder, env }).ended
    expect(run).toMatchObject({ code: 0, stdout: expect.stringMatching(/: OK\n\d+\.\d+\.\d+\n$/) })
    const beside = readdirSync(join(root, 'dist/cli/alembic')).sort()
    // Python leaves what it compiles in this folder, and nothing else is anything that need not be fetched.
    const watching = beside.filter(name => name !== '__pycache__')
    const from = 'https://raw.githubusercontent.com/migration-gate/migration-gate/v1.0.0/dist/cli'
    const asked = ['index.js', ...watching.map(name => `alembic/${name}`)].map(path => `${from}/${path}\n`)
    expect(run.stderr).toBe(asked.join(''))
  })

  it('its roles may do what is said of them, and no more', async () => {
    const made = await database()
    const { name } = made
    const owner = new URL(made.url).username
    const ours = (text: string) =>
      text
        .replace(/\bapp_(migrate|plan)\b/g, `${name}_$1`)
        .replace(/\bapp_owner\b/g, owner)
        .replace('database app to', `database ${name} to`)
    const [roles = '', history = '', leave = ''] = blocks('sql').map(({ lines }) =>
      ours(lines.join('\n').replaceAll('database app to', `database ${name} to`)),
    )
    const as = (role: string, password: string) => {
      const url = new URL(made.url)
      url.username = `${name}_${role}`
      url.password = password
      return { cwd: folder, env: { DATABASE_URL: url.href } }
    }
    const [migrate, plan] = [as('migrate', 'change-me-1'), as('plan', 'change-me-2')]
    try {
      await query(made.url, 'create table old (id int)')
      await query(made.superuserUrl, roles)
      write('migrations/0001_old.sql', 'alter table old add column x int;\ncreate table fresh ();\n')
      expect((await runCli(['stamp', 'base'], migrate)).code).toBe(0)
      expect((await runCli(['plan'], plan)).code).toBe(1)
      await query(made.superuserUrl, history)
      expect((await runCli(['plan', '--exit-code'], plan)).code).toBe(3)
      expect((await runCli(['upgrade'], plan)).code).toBe(1)
      expect(await runCli(['upgrade'], migrate)).toMatchObject({ code: 0 })
      expect((await runCli(['plan', '--exit-code'], plan)).code).toBe(0)
      await query(made.superuserUrl, leave)
    } finally {
      const both = `${name}_migrate, ${name}_plan`
      await query(made.superuserUrl, `drop owned by ${both} cascade; drop role ${both}`)
    }
  })
})

describe('--env-file', () => {
  it('that is not there: what docs/reference.md says of Node, and of the way around it', async () => {
    const cli = join(root, 'dist/cli/index.js')
    const options = { cwd: folder, env: { PATH: process.env.PATH ?? '' } }
    const words = ['plan', '--env-file', 'nowhere.env']
    const taken = await start(nodeUnderTest(), [cli, ...words], options).ended
    expect([2, 9]).toContain(taken.code)
    const left = await start(nodeUnderTest(), ['--', cli, ...words], options).ended
    expect(left).toMatchObject({
      code: 2,
      stdout: expect.stringContaining('The file of --env-file, nowhere.env'),
    })
  })
})

describe('docs/examples/plan.yml', () => {
  it('its last step is red exactly where upgrade would be closed', async () => {
    const { url } = await database()
    const steps = parse(readText('docs/examples/plan.yml')).jobs.plan.steps as { run?: string }[]
    const script = steps.at(-1)?.run ?? ''
    const judge = async (event = 'push', given = url) => {
      const inputs = { command: 'plan', 'database-url': given }
      const payload = { pull_request: { head: { repo: { full_name: 'f/r' } } } }
      const plan = await runAction({ cwd: folder, inputs, event, payload })
      expect(plan.code).toBe(0)
      const env = { PATH: process.env.PATH ?? '', REPORT: plan.outputs.report ?? '' }
      return (await start('bash', ['-e', '-c', script], { cwd: folder, env }).ended).code
    }
    write('migrations/0001_orders.sql', 'create table orders (id bigint primary key);\n')
    expect(await judge()).toBe(0)
    await query(url, 'create table stranger ()')
    expect(await judge()).toBe(1)
    expect(await judge('pull_request', '')).toBe(0)
  })
})

describe('docs/schema/report.json', () => {
  const check = checkAgainst('report', true)

  it('describes what the gate really writes', async () => {
    const { url } = await database()
    const env = { DATABASE_URL: url }
    const reportOf = async (...args: string[]) => {
      const { stdout } = await runCli([...args, '--json'], { cwd: folder, env })
      const report = JSON.parse(stdout)
      expect({ args, findings: check(report) }).toEqual({ args, findings: [] })
      return report
    }
    write('migrations/0001_orders.sql', 'create table orders (id bigint primary key);\n')
    write(
      'migrations/0002_index.sql',
      '-- migrate:up transaction:false\ncreate index concurrently i on orders (id);\n',
    )
    expect(await reportOf('plan')).toMatchObject({ status: 'pending', gate: 'open' })
    write('roles.sql', 'grant select on orders to public;\n')
    const following = ['--after', 'roles.sql', '--smoke-command', 'true']
    expect(await reportOf('upgrade', ...following)).toMatchObject({
      status: 'upgraded',
      databases: [{ followUps: [{ result: 'done' }, { kind: 'smoke-command', result: 'done' }] }],
    })
    expect(await reportOf('current')).toMatchObject({
      status: 'up-to-date',
      databases: [{ recent: [{ id: '0002', name: 'index' }, { id: '0001' }] }],
    })
    write('migrations/0003_broken.sql', "insert into orders values ('x');\n")
    write('migrations/0004_later.sql', 'select 1;\n')
    expect(await reportOf('upgrade')).toMatchObject({ status: 'failed', databases: [{ failed: '0003' }] })
    write('migrations/0001_orders.sql', 'create table orders (id int primary key);\n')
    expect(await reportOf('upgrade')).toMatchObject({ databases: [{ fault: { id: 'modified' } }] })
    expect(await reportOf('upgrade', '--allow', 'modified', '0002', ...following)).toMatchObject({
      gate: 'open',
      databases: [{ followUps: [{ result: 'skipped' }, { result: 'skipped' }] }],
    })
    expect(await reportOf('stamp', '0001', '--dry-run')).toMatchObject({ dryRun: true, gate: 'open' })
    expect(await reportOf('stamp', '0001', '--yes')).toMatchObject({
      databases: [{ stamped: { removed: ['0002'] }, next: [{ revision: '0002' }] }],
    })
    expect(await reportOf('detect')).toMatchObject({ status: 'detected' })
    expect(await reportOf('downgrade')).toMatchObject({ faults: [{ id: 'input-needed' }] })
  })

  it('is what the action writes, too', async () => {
    const { url } = await database()
    write('migrations/0001_orders.sql', 'create table orders (id bigint primary key);\n')
    const run = await runAction({ cwd: folder, inputs: { 'database-url': url }, event: 'push' })
    const report = JSON.parse(readFileSync(run.outputs.report ?? '', 'utf8'))
    expect(check(report)).toEqual([])
    expect(report).toMatchObject({ status: 'upgraded', gate: 'open' })
  })
})
