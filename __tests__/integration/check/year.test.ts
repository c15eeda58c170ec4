/** A year of a team with a database of each engine: 300 merges of branches that live side by side, all clean. */
import { expect, it } from '@jest/globals'
import {
  alembicProject,
  alembicRevision,
  type CheckRun,
  sqlRevision,
  useChecker,
} from '../../support/check.ts'
import type { Files } from '../../support/repo.ts'

const checker = useChecker()
const merges = 300

const config = `databases:
  orders:
    engine: sql
    directory: db/orders
    url: ORDERS_URL
  app:
    engine: alembic
    url: APP_URL
`

/** A generator that gives the same numbers at each run (mulberry32). */
function dice(seed: number): (sides: number) => number {
  let state = seed
  return sides => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides
  }
}

let version = 1
function nextSql(): Files {
  version++
  const id = String(version).padStart(4, '0')
  return { [`db/orders/${id}_step.sql`]: sqlRevision(`create table t${id} ()`) }
}

let head = 'r0'
function nextAlembic(): Files {
  const before = head
  head = `r${Number(before.slice(1)) + 1}`
  return alembicRevision(head, before)
}

it(`${merges} merges without a finding`, async () => {
  const { repo } = checker
  const roll = dice(2026)
  let tip = repo.commit({
    '.github/migration-gate.yml': config,
    ...alembicProject,
    ...alembicRevision('r0', null),
    'db/orders/0001_start.sql': sqlRevision('create table start ()'),
  })
  const heard: string[] = []
  let added = 0
  const listen = (merge: number, { report }: CheckRun) => {
    const findings = report.databases.flatMap(database => database.findings ?? [])
    added += report.databases.flatMap(database => database.added ?? []).length
    if (report.gate !== 'open' || report.databases.length !== 2) heard.push(`${merge}: ${report.gate}`)
    heard.push(...findings.map(({ rule, fault }) => `${merge}: ${rule} ${fault.message}`))
  }
  for (let merge = 1; merge <= merges; merge++) {
    // A branch of some merges ago, with work of its own; its revisions are made shortly before it is merged.
    repo.git('checkout', '--quiet', '-B', 'work', `main~${Math.min(roll(5), merge - 1)}`)
    repo.commit({ [`app/file${roll(20)}-${merge}.txt`]: `${merge}\n` }, `work ${merge}`)
    if (roll(3) === 0) repo.git('merge', '--quiet', '-m', 'catch up', 'main')
    for (let count = roll(3); count > 0; count--)
      repo.commit(roll(2) === 0 ? nextSql() : nextAlembic(), `revision of ${merge}`)
    const squash = roll(4) === 0
    const event = roll(4)
    if (event < 2) listen(merge, await checker.pulled('work', { merged: event === 0 }))
    repo.git('checkout', '--quiet', 'main')
    repo.git('merge', '--quiet', ...(squash ? ['--squash'] : ['--no-ff', '-m', `merge ${merge}`]), 'work')
    if (squash) repo.commit({}, `merge ${merge}`)
    if (event === 2) listen(merge, await checker.queued(tip))
    if (event === 3) listen(merge, await checker.pushed(tip))
    tip = repo.git('rev-parse', 'main')
  }
  expect(heard).toEqual([])
  expect(added).toBeGreaterThan(200)
}, 600_000)
