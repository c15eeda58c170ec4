/** Where contenders run: a folder with their files and databases of their own, for each of them. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDatabase, withClient } from '../script/postgres.mjs'
import { time } from './measure.mjs'

/**
 * Writes the revisions for each contender and calls `use`, with how to `start` one (milliseconds of the whole
 * process), to `renew` its database (its URL) and to `expectApplied`. All of it is gone afterwards.
 */
export async function onStage(postgres, all, revisions, use) {
  const home = await mkdtemp(join(tmpdir(), 'gate-bench-'))
  const named = Object.fromEntries(all.map(one => [one.name, one]))
  const folder = name => join(home, name.replaceAll(' ', '-'))
  const databases = {}
  const stage = {
    names: all.map(one => one.name),
    start: (name, url) => time(named[name].command(url), { cwd: folder(name), env: environment(url, home) }),
    urlOf: name => databases[name].url,
    renew: async name => {
      await databases[name]?.drop()
      databases[name] = await createDatabase(postgres.superuserUrl)
      databases[name].url = withoutTls(databases[name].url)
      // What one left to be written must not be written in another's time.
      await withClient(postgres.superuserUrl, client => client.query('checkpoint'))
      return databases[name].url
    },
    expectApplied: name => expectApplied(databases[name].url, named[name], revisions.length),
  }
  try {
    for (const { name, write } of all) await write(folder(name), revisions)
    return await use(stage)
  } finally {
    for (const database of Object.values(databases)) await database.drop()
    await rm(home, { recursive: true, force: true })
  }
}

async function expectApplied(url, { name, history }, count) {
  const { rows } = await withClient(url, client => client.query({ text: history, rowMode: 'array' }))
  if (Number(rows[0]?.[0]) !== count)
    throw new Error(`${name} recorded ${rows[0]?.[0]} of ${count} revisions.`)
}

function environment(url, home) {
  return { PATH: process.env.PATH, HOME: home, LANG: 'C.UTF-8', DATABASE_URL: url, NO_COLOR: '1' }
}

/** The server has none; drivers that insist on it by default have to be told. */
function withoutTls(url) {
  const without = new URL(url)
  without.searchParams.set('sslmode', 'disable')
  return without.href
}
