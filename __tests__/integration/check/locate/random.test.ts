/** A hundred random cases: a schema is found where it is, or honestly in between; never at a wrong revision. */
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { judgeSteps, type Step } from '../../../../src/check/locate/verdict.ts'
import { findDifferences } from '../../../../src/check/schema/compare.ts'
import { platformKeys } from '../../../../src/check/schema/platform.ts'
import { portable } from '../../../../src/check/schema/portable.ts'
import { readSchema } from '../../../../src/check/schema/read.ts'
import type { Schema } from '../../../../src/check/schema/shapes.ts'
import type { Session } from '../../../../src/database/session.ts'
import { type Database, freshDatabase } from '../../../support/postgres.ts'
import { inTransaction, openSession } from '../../../support/session.ts'

/** The same numbers every time (mulberry32). */
function numbers(seed: number): (below: number) => number {
  let state = seed
  return below => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}

interface Made {
  id: string
  statements: string[]
  /** Only rows: the schema stays as it is. */
  silent: boolean
}

/** A history of tables, columns, indexes, constraints, types, views and functions; some revisions move rows only. */
function makeHistory(pick: (below: number) => number): Made[] {
  const tables: { name: string; columns: string[] }[] = []
  const statement = (number: number): string => {
    const table = tables[pick(tables.length)]
    if (table === undefined || pick(4) === 0) {
      const name = `t${number}`
      tables.push({ name, columns: ['id', 'a'] })
      return `create table ${name} (id int primary key, a text)`
    }
    const { name, columns } = table
    const column = columns[pick(columns.length)] ?? 'id'
    const kinds = [
      () => {
        columns.push(`c${number}`)
        return `alter table ${name} add c${number} ${['text', 'int', 'varchar(20)'][pick(3)]}${pick(2) === 0 ? " default '1'" : ''}`
      },
      () => `create index i${number} on ${name} (${column})`,
      () => `alter table ${name} add constraint k${number} check (${column} is not null)`,
      () => `alter table ${name} alter ${column} set not null`,
      () => `create type e${number} as enum ('a', 'b')`,
      () => `create view v${number} as select id, a from ${name} where a is not null`,
      () => `create function f${number}() returns int language sql as 'select ${number}'`,
      () => `comment on table ${name} is '${number}'`,
    ]
    return (kinds[pick(kinds.length)] as () => string)()
  }
  let number = 0
  return Array.from({ length: 8 + pick(5) }, (_, index) => {
    const silent = index > 0 && pick(6) === 0
    const count = 1 + pick(4)
    const statements = silent
      ? ['select 1']
      : Array.from({ length: count }, () => {
          number++
          return statement(number)
        })
    return { id: String(index + 1).padStart(4, '0'), statements, silent }
  })
}

const ignore = { tables: ['migration_history'] }
let database: Database
let session: Session

beforeAll(async () => {
  database = await freshDatabase()
  session = await openSession(database.url)
})
afterAll(async () => {
  await session.close()
  await database.drop()
})

const read = async () => portable(await readSchema(inTransaction(session), ignore))

/** The schema after each revision, by one replay. */
async function replay(history: Made[]): Promise<Schema[]> {
  await session.run('begin')
  const schemas = [await read()]
  for (const { statements } of history) {
    for (const text of statements) await session.run(text)
    schemas.push(await read())
  }
  await session.run('rollback')
  return schemas
}

const same = (one: Schema | undefined, other: Schema | undefined) =>
  one !== undefined && other !== undefined && findDifferences(one, other).length === 0

type Fate = 'stamped wrongly' | 'run by hand' | 'extra index' | 'run in part' | 'as it should be'
const fates: Fate[] = ['stamped wrongly', 'run by hand', 'extra index', 'run in part', 'as it should be']

it('a hundred random cases', async () => {
  const pick = numbers(20_261)
  const told: Record<string, number> = {}
  let unplaced = 0
  for (let round = 0; round < 10; round++) {
    const history = makeHistory(pick)
    const schemas = await replay(history)
    for (let turn = 0; turn < 10; turn++) {
      const fate = fates[turn % fates.length] as Fate
      const at = 1 + pick(history.length - 1)
      const next = history[at] as Made
      await session.run('begin')
      for (const { statements } of history.slice(0, at))
        for (const text of statements) await session.run(text)
      let [truth, says]: [number | undefined, number] = [at, at]
      if (fate === 'stamped wrongly') says = (at + 1 + pick(history.length - 1)) % (history.length + 1)
      if (fate === 'run by hand') {
        for (const text of next.statements) await session.run(text)
        truth = at + 1
      }
      if (fate === 'extra index') await session.run('create index by_hand on t1 (id)')
      const part = next.statements.slice(0, -1)
      if (fate === 'run in part') for (const text of part) await session.run(text)
      const live = await read()
      await session.run('rollback')
      if (fate === 'extra index') truth = undefined
      if (fate === 'run in part' && !same(live, schemas[at]))
        truth = same(live, schemas[at + 1]) ? at + 1 : undefined

      const steps = schemas.map((schema, index): Step => {
        const id = history[index - 1]?.id
        const made = new Set(platformKeys(schema))
        const heads = id === undefined ? [] : [id]
        return { id: id ?? 'base', heads, differences: findDifferences(schema, live), made }
      })
      const stands = history[says - 1]?.id
      const verdict = judgeSteps(steps, stands === undefined ? [] : [stands])
      const found = steps.indexOf(verdict.at)
      told[`${fate}: ${verdict.kind}`] = (told[`${fate}: ${verdict.kind}`] ?? 0) + 1
      const about = `round ${round}, turn ${turn}: ${fate} at ${at}, history says ${says}`
      if (truth === undefined) {
        // It is no revision's, so it is said to be none's, with all that differs.
        expect([about, verdict.kind]).toEqual([about, 'between'])
        if (verdict.kind !== 'between') continue
        if (fate === 'extra index')
          expect([about, verdict.differences.map(({ name }) => name)]).toEqual([about, ['by_hand']])
        // A statement that a later one of its revision took back is on the way to nowhere.
        else if (verdict.within === undefined) unplaced++
        else expect([about, verdict.within.id]).toEqual([about, next.id])
        const near = [at, ...(verdict.within === undefined ? [at + 1] : [])]
        expect([about, near.some(one => same(schemas[found], schemas[one]))]).toEqual([about, true])
      } else {
        // The revision itself, or one that leaves the schema as it is; and where the history is right, that one.
        expect([about, same(schemas[found], schemas[truth])]).toEqual([about, true])
        const right = same(schemas[says], schemas[truth])
        expect([about, verdict.kind]).toEqual([about, right ? 'equal' : 'elsewhere'])
        if (right) expect([about, found]).toEqual([about, says])
        const others = schemas.flatMap((schema, index) =>
          same(schema, live) && index !== found ? [index] : [],
        )
        if (verdict.kind !== 'between')
          expect([about, verdict.same.map(step => steps.indexOf(step))]).toEqual([about, others])
        if (!right) expect([about, found]).toEqual([about, Math.max(found, ...others)])
      }
    }
  }
  expect(Object.values(told).reduce((sum, one) => sum + one, 0)).toBe(100)
  expect(unplaced).toBeLessThan(3)
  // Every fate had its turn, and every verdict.
  expect(Object.keys(told).sort()).toEqual(
    expect.arrayContaining([
      'extra index: between',
      'run in part: between',
      'stamped wrongly: elsewhere',
      'as it should be: equal',
      'run by hand: elsewhere',
    ]),
  )
})
