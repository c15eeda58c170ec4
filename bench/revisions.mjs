/** The revisions that every contender gets: the same statements, each in the files that it reads. */
import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Small, as revisions are: of four, one makes a table, one alters it, one indexes it, one writes a row to it. */
export function makeRevisions(count) {
  return Array.from({ length: count }, (_, index) => {
    const table = `t${String(Math.floor(index / 4) + 1).padStart(4, '0')}`
    const kinds = [
      ['make', `create table ${table} (id bigint primary key, name text not null);`],
      ['alter', `alter table ${table} add column price numeric not null default 0;`],
      ['index', `create index ${table}_name on ${table} (name);`],
      ['fill', `insert into ${table} (id, name) values (1, 'first');`],
    ]
    const [verb, sql] = kinds[index % 4]
    return { id: String(index + 1).padStart(4, '0'), name: `${verb}_${table}`, sql: `${sql}\n` }
  })
}

/** `0001_make_t0001.sql`, with what stands before and after the statement. */
export async function writeFiles(folder, revisions, { before = '', after = '', suffix = '.sql' } = {}) {
  await mkdir(folder, { recursive: true })
  for (const { id, name, sql } of revisions) {
    await writeFile(join(folder, `${id}_${name}${suffix}`), before + sql + after)
  }
}

/** As ours is, so that a row costs the server the same. */
const historyTable = `create table history (version text primary key, name text not null, checksum text not null,
  state text not null check (state in ('applied', 'dirty')), statements_done int not null default 0,
  statement_hashes text[] not null default '{}', applied_at timestamptz not null default now(),
  duration_ms int not null default 0, applied_by text, run_url text, commit_sha text);`

/** For psql: one file that runs each revision and its history row in one transaction. */
export async function writeDriver(folder, revisions) {
  await writeFiles(folder, revisions)
  const lines = revisions.flatMap(({ id, name, sql }) => [
    'begin;',
    `\\i ${id}_${name}.sql`,
    `insert into history (version, name, checksum, state, applied_by) values ('${id}', '${name}', '${sha256(sql)}', 'applied', 'bench');`,
    'commit;',
  ])
  await writeFile(join(folder, 'driver.sql'), `${[historyTable, ...lines].join('\n')}\n`)
}

/** For graphile-migrate: committed files, each with the hash of itself and of the one before. */
export async function writeChain(folder, revisions) {
  const committed = join(folder, 'migrations', 'committed')
  await mkdir(committed, { recursive: true })
  await writeFile(join(folder, '.gmrc'), '{}')
  let previous = ''
  for (const { id, sql } of revisions) {
    const body = sql.trim()
    const hash = `sha1:${createHash('sha1')
      .update(`${`${previous}\n${body}`.trim()}\n`)
      .digest('hex')}`
    const text = `--! Previous: ${previous || '-'}\n--! Hash: ${hash}\n\n${body}\n`
    await writeFile(join(committed, `00${id}.sql`), text)
    previous = hash
  }
}

function sha256(text) {
  return createHash('sha256').update(text).digest('hex')
}
