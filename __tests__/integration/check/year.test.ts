/** A year of a team with a database of each engine: 300 merges of branches that live side by side, all clean. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from '@jest/globals'
import {
  alembicProject,
  alembicRevision,
  type CheckRun,
  sqlRevision,
  useChecker,
} from '../../support/check.ts'
import { gitTestEnv } from '../../support/repo.ts'

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

interface Commit {
  mark: number
  /** Every file of its tree; none is ever changed. */
  files: Record<string, string>
}

/** A history for `git fast-import`: files only come, so a merge has those of both sides. */
function makeHistory() {
  const lines: string[] = []
  let mark = 0
  const say = (text: string) => `data ${Buffer.byteLength(text)}\n${text}`
  return {
    text: () => lines.join('\n'),
    commit(parents: Commit[], added: Record<string, string>, branch = 'work'): Commit {
      const [from, ...others] = parents
      const files = Object.assign({}, ...parents.map(parent => parent.files), added)
      const fresh = Object.entries(files).filter(([path]) => from?.files[path] === undefined)
      mark++
      lines.push(`commit refs/heads/${branch}`, `mark :${mark}`)
      lines.push(
        `committer Test <test@example.com> ${1_767_225_600 + mark * 60} +0000`,
        say(`commit ${mark}`),
      )
      if (from !== undefined) lines.push(`from :${from.mark}`, ...others.map(one => `merge :${one.mark}`))
      for (const [path, text] of fresh) lines.push(`M 100644 inline ${path}`, say(String(text)))
      lines.push('')
      return { mark, files }
    },
  }
}

/** Branches of some merges ago with work of their own; revisions are made shortly before the merge. */
function makeYear(roll: (sides: number) => number) {
  const history = makeHistory()
  let [version, step] = [1, 0]
  const nextSql = () => {
    const id = String(++version).padStart(4, '0')
    return { [`db/orders/${id}_step.sql`]: sqlRevision(`create table t${id} ()`) }
  }
  const nextAlembic = () => alembicRevision(`r${++step}`, `r${step - 1}`) as Record<string, string>
  const start = {
    '.github/migration-gate.yml': config,
    ...alembicProject,
    ...alembicRevision('r0', null),
    'db/orders/0001_start.sql': sqlRevision('create table start ()'),
  } as Record<string, string>
  const main = [history.commit([], start, 'main')]
  const merged = Array.from({ length: merges }, (_, index) => {
    const before = main.at(-1) as Commit
    const left = main[Math.max(0, index - roll(5))] as Commit
    let head = history.commit([left], { [`app/work-${index}.txt`]: `${index}\n` })
    if (roll(3) === 0) head = history.commit([head, before], {})
    for (let count = roll(3); count > 0; count--)
      head = history.commit([head], roll(2) === 0 ? nextSql() : nextAlembic())
    // Some teams squash.
    const after = history.commit(roll(4) === 0 ? [before] : [before, head], head.files, 'main')
    main.push(after)
    return { before, head, after }
  })
  return { text: history.text(), merged, revisions: version - 1 + step }
}

it(`${merges} merges without a finding`, async () => {
  const { repo } = checker
  const roll = dice(2026)
  const { text, merged, revisions } = makeYear(roll)
  const import_ = ['fast-import', '--quiet', '--export-marks=.git/marks']
  execFileSync('git', import_, { cwd: repo.path, env: gitTestEnv(), input: text })
  const marks = readFileSync(join(repo.path, '.git/marks'), 'utf8').trim().split('\n')
  const commits = new Map(marks.map(line => line.slice(1).split(' ') as [string, string]))
  const shaOf = ({ mark }: Commit) => commits.get(String(mark)) ?? ''
  const heard: string[] = []
  let added = 0
  const listen = (index: number, { report }: CheckRun) => {
    const findings = report.databases.flatMap(database => database.findings ?? [])
    added += report.databases.flatMap(database => database.added ?? []).length
    if (report.gate !== 'open' || report.databases.length !== 2) heard.push(`${index}: ${report.gate}`)
    heard.push(...findings.map(({ rule, fault }) => `${index}: ${rule} ${fault.message}`))
  }
  for (const [index, { before, head, after }] of merged.entries()) {
    const event = roll(4)
    // The trial merge of a pull request, its head alone, an entry of the queue, a push.
    repo.git('checkout', '--quiet', '--detach', shaOf(event === 1 ? head : after))
    const pulled = { base: shaOf(before), head: shaOf(head) }
    if (event < 2) listen(index, await checker.pulledAt(pulled))
    else if (event === 2) listen(index, await checker.queued(shaOf(before)))
    else listen(index, await checker.pushed(shaOf(before)))
  }
  expect(heard).toEqual([])
  expect(revisions).toBeGreaterThan(200)
  expect(added).toBe(revisions)
}, 600_000)
