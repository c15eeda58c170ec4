/** A `flyctl` that deploys nothing: it writes down how it was called, and what the database held at that moment. */
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from '../../script/tools.mjs'
import { nodeUnderTest } from '../support/node.ts'
import type { Database } from '../support/postgres.ts'

export interface Call {
  args: string[]
  /** Applied revisions of each database, as the call found them. */
  revisions: string[][]
  /** Whether its environment had the token. */
  token: boolean
  /** Variables in which a database's URL could be read. */
  urls: string[]
}

export interface Flyctl {
  /** For PATH. */
  folder: string
  /** Stands for superfly/flyctl-actions: its setup-flyctl puts the fake on PATH. */
  setup: string
  calls(): Call[]
  remove(): void
}

/** Makes one that looks into these databases; `exit` is the code it ends with. */
export function fakeFlyctl(databases: Database[], { exit = 0 } = {}): Flyctl {
  const home = mkdtempSync(join(tmpdir(), 'gate-flyctl-'))
  const [folder, setup, log] = [join(home, 'bin'), join(home, 'setup'), join(home, 'calls')]
  mkdirSync(folder)
  mkdirSync(join(setup, 'setup-flyctl'), { recursive: true })
  writeFileSync(join(home, 'record.mjs'), recorder(databases, log))
  writeFileSync(
    join(folder, 'flyctl'),
    `#!/bin/sh\n'${nodeUnderTest()}' '${join(home, 'record.mjs')}' "$@" || exit 99\nexit ${exit}\n`,
  )
  chmodSync(join(folder, 'flyctl'), 0o755)
  writeFileSync(join(setup, 'setup-flyctl/action.yml'), setupAction(folder))
  return {
    folder,
    setup,
    calls: () =>
      existsSync(log)
        ? readFileSync(log, 'utf8')
            .trim()
            .split('\n')
            .map(line => JSON.parse(line) as Call)
        : [],
    remove: () => rmSync(home, { recursive: true, force: true }),
  }
}

/** Where revisions stand, by table, and how they are read. */
export const histories = {
  migration_history: "select version as id from migration_history where state = 'applied' order by 1",
  alembic_version: 'select version_num as id from alembic_version order by 1',
}

function recorder(databases: Database[], log: string): string {
  const pg = pathToFileURL(join(root, 'node_modules/pg/lib/index.js')).href
  return `import { appendFileSync } from 'node:fs'
import pg from ${JSON.stringify(pg)}
const databases = ${JSON.stringify(databases.map(({ superuserUrl, name }) => ({ superuserUrl, name })))}
const histories = ${JSON.stringify(histories)}
const revisions = []
for (const { superuserUrl } of databases) {
  const client = new pg.Client({ connectionString: superuserUrl })
  await client.connect()
  let found = []
  for (const [table, sql] of Object.entries(histories)) {
    const { rows: [{ there }] } = await client.query('select to_regclass($1) is not null as there', [table])
    if (there) found = (await client.query(sql)).rows.map(row => row.id)
  }
  revisions.push(found)
  await client.end()
}
const urls = Object.entries(process.env).filter(([, value]) => databases.some(({ name }) => value.includes(name + '@') || value.includes(name + ':'))).map(([name]) => name)
appendFileSync(${JSON.stringify(log)}, JSON.stringify({ args: process.argv.slice(2), revisions, token: Boolean(process.env.FLY_API_TOKEN), urls }) + '\\n')
`
}

function setupAction(folder: string): string {
  return `name: Setup flyctl
description: Stands for superfly/flyctl-actions/setup-flyctl.
runs:
  using: composite
  steps:
    - shell: bash
      run: echo '${folder}' >>"$GITHUB_PATH"
`
}
