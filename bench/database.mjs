/** 1,000 revisions to apply, and 1,000 that are applied: everybody on a real server that writes to its disk. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDatabase, withClient } from '../script/postgres.mjs'
import { countMessages } from './count.mjs'
import { interleave, time } from './measure.mjs'
import { makeRevisions } from './revisions.mjs'

/**
 * Applies `count` revisions with each contender to databases of their own, `rounds` times; then, on the database of
 * the last round, measures `idleRounds` times that there is nothing to do. The counts are of runs that are not timed.
 */
export async function measureDatabase(postgres, all, { count, rounds, idleRounds, only }) {
  const home = await mkdtemp(join(tmpdir(), 'gate-bench-'))
  const named = Object.fromEntries(all.map(one => [one.name, one]))
  const folder = name => join(home, name.replaceAll(' ', '-'))
  const start = (name, url) =>
    time(named[name].command(url), { cwd: folder(name), env: environment(url, home) })
  const databases = {}
  const renew = async name => {
    await databases[name]?.drop()
    databases[name] = await createDatabase(postgres.superuserUrl)
    databases[name].url = withoutTls(databases[name].url)
    return databases[name].url
  }
  try {
    const revisions = makeRevisions(count)
    for (const { name, write } of all) await write(folder(name), revisions)
    const applied = {}
    for (const { name, history } of all) {
      const url = await renew(name)
      applied[name] = await countMessages(url, proxied => start(name, proxied))
      await expectApplied(url, history, count, name)
    }
    const names = all.map(one => one.name)
    const apply =
      only === 'nothing'
        ? undefined
        : await interleave(names, rounds, async name => {
            const url = await renew(name)
            await quiet(postgres)
            return start(name, url)
          })
    const idle = names.filter(name => !named[name].appliesOnly)
    const nothing = {}
    for (const name of idle)
      nothing[name] = await countMessages(databases[name].url, proxied => start(name, proxied))
    const rest =
      only === 'apply'
        ? undefined
        : await interleave(idle, idleRounds, name => start(name, databases[name].url))
    return { count, applied, apply, nothing, idle: rest }
  } finally {
    for (const database of Object.values(databases)) await database.drop()
    await rm(home, { recursive: true, force: true })
  }
}

async function expectApplied(url, history, count, name) {
  const { rows } = await withClient(url, client => client.query({ text: history, rowMode: 'array' }))
  if (Number(rows[0]?.[0]) !== count)
    throw new Error(`${name} recorded ${rows[0]?.[0]} of ${count} revisions.`)
}

/** What one left to be written must not be written in another's time. */
function quiet(postgres) {
  return withClient(postgres.superuserUrl, client => client.query('checkpoint'))
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
