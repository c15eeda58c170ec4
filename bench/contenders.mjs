/** Who is measured: how each gets its files, its command line, and what it does for one revision. */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { installTool, root } from '../script/tools.mjs'
import { writeChain, writeDriver, writeFiles } from './revisions.mjs'

const run = promisify(execFile)

export const bench = dirname(fileURLToPath(import.meta.url))
export const cli = join(root, 'dist', 'cli', 'index.js')

const modules = join(bench, 'node_modules')
/** Under node_modules, which git ignores. */
const goPrograms = join(modules, '.go')

const goPackages = {
  goose: [
    'no_clickhouse no_libsql no_mssql no_mysql no_sqlite3 no_starrocks no_vertica no_ydb',
    'github.com/pressly/goose/v3/cmd/goose@v3.29.0',
  ],
  migrate: ['postgres', 'github.com/golang-migrate/migrate/v4/cmd/migrate@v4.20.1'],
}

/**
 * `write` puts the revisions into a folder, `command` applies them (and, where they are applied, finds nothing to
 * do), `history` counts what it recorded. `does` is what happens for one revision. `built`: by Go, when asked for.
 */
export function contenders({ psql }) {
  return [
    {
      name: 'Migration Gate',
      does: 'its own transaction with timeouts, history row and checksum in it; the lock asked for again before it, the session made fresh after it',
      write: writeRepository,
      command: () => [process.execPath, cli, 'upgrade', '--directory', 'migrations'],
      history: "select count(*) from migration_history where state = 'applied'",
    },
    {
      name: 'psql',
      does: 'the yardstick: one process; begin, \\i, an insert into a history table like ours, commit; no plan, no lock, no output',
      write: writeDriver,
      command: url => [psql, '-X', '-q', '-v', 'ON_ERROR_STOP=1', '-d', url, '-f', 'driver.sql'],
      history: 'select count(*) from history',
      appliesOnly: true,
    },
    {
      name: 'node-pg-migrate',
      does: '`--no-single-transaction`: its own transaction, history row in it; an advisory lock',
      write: (folder, revisions) =>
        writeFiles(join(folder, 'migrations'), revisions, { before: '-- Up Migration\n' }),
      command: () => [
        process.execPath,
        join(modules, 'node-pg-migrate', 'bin', 'node-pg-migrate.js'),
        'up',
        '--no-single-transaction',
        '--no-verbose',
      ],
      history: 'select count(*) from pgmigrations',
    },
    {
      name: 'dbmate',
      does: '`--no-dump-schema`: its own transaction, history row in it; no checksum, no lock',
      write: (folder, revisions) =>
        writeFiles(join(folder, 'db', 'migrations'), revisions, {
          before: '-- migrate:up\n',
          after: '-- migrate:down\n',
        }),
      // Its own program and not the npm package's wrapper, which would start Node first.
      command: () => [dbmateProgram(), '--no-dump-schema', 'up'],
      history: 'select count(*) from schema_migrations',
    },
    {
      name: 'graphile-migrate',
      does: 'its own transaction, history row with a chained hash in it; an advisory lock',
      write: writeChain,
      command: () => [process.execPath, join(modules, 'graphile-migrate', 'dist', 'cli.js'), 'migrate'],
      history: 'select count(*) from graphile_migrate.migrations',
    },
    {
      name: 'goose',
      built: true,
      does: 'its own transaction, history row in it; no checksum, no lock',
      write: (folder, revisions) => writeFiles(folder, revisions, { before: '-- +goose Up\n' }),
      command: url => [join(goPrograms, 'goose'), '-dir', '.', 'postgres', url, 'up'],
      history: 'select count(*) from goose_db_version where version_id > 0',
    },
    {
      name: 'golang-migrate',
      built: true,
      does: 'no transaction of its own around file and state: dirty, file, clean, three commits; an advisory lock',
      write: (folder, revisions) => writeFiles(folder, revisions, { suffix: '.up.sql' }),
      command: url => [join(goPrograms, 'migrate'), '-path', '.', '-database', url, 'up'],
      history: 'select version from schema_migrations where not dirty',
    },
  ]
}

/** Those that are installed. The peers of npm come with `npm install`, those in Go only when asked for. */
export async function install({ peers }) {
  if (!existsSync(join(modules, 'dbmate'))) {
    await run('npm', ['install', '--no-fund', '--no-audit', '--no-package-lock', '--ignore-scripts'], {
      cwd: bench,
    })
  }
  if (peers) {
    for (const [name, [tags, from]] of Object.entries(goPackages)) {
      if (existsSync(join(goPrograms, name))) continue
      const env = { ...process.env, GOBIN: goPrograms, GOFLAGS: '' }
      await run(await findGo(), ['install', '-tags', tags, from], { env, maxBuffer: 1e8 })
    }
  }
}

/** The machine's, or else ours. */
async function findGo() {
  const found = await run('go', ['version']).catch(() => undefined)
  return found === undefined ? installTool('go') : 'go'
}

/** In order of the list; those that could not be had are left out. */
export function available(all) {
  return all.filter(one => {
    const [file, script] = one.command('')
    return existsSync(file === process.execPath ? script : file)
  })
}

function dbmateProgram() {
  return join(modules, '@dbmate', `${process.platform}-${process.arch}`, 'bin', 'dbmate')
}

/** Ours in a git repository, as it is used: that it asks git what changed is part of its time. */
async function writeRepository(folder, revisions) {
  await writeFiles(join(folder, 'migrations'), revisions)
  await commitAll(folder)
}

/** Makes a git repository of a folder. */
export async function commitAll(folder) {
  const git = (...args) =>
    run('git', ['-c', 'user.name=bench', '-c', 'user.email=bench@localhost', ...args], { cwd: folder })
  await git('init', '-q', '-b', 'main')
  await git('add', '.')
  await git('commit', '-q', '-m', 'revisions')
}
