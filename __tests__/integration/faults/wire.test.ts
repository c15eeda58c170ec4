/**
 * The way to the server breaks, at each of many bytes and at each message that matters. Afterwards the history equals
 * the objects, the report says what the database holds, and a second run finishes.
 */
import { afterAll, expect, test } from '@jest/globals'
import { startCli } from '../../support/bundle.ts'
import { type Break, openProxy, type Passing } from '../../support/fault-proxy.ts'
import { eventually, makeProject, runIn } from '../../support/gate.ts'
import { randomFrom, seed, tally } from '../../support/moments.ts'
import { type Broken, breakOnce, type Case, wrongOf } from './break.ts'
import { finish } from './finish.ts'
import { type Place, quiet, usePool } from './pool.ts'
import { filesOf, findTorn, makeSteps, readTruth, type Step } from './steps.ts'

const mixed = makeSteps(12)
const whole = makeSteps(12, false)
const projects = new Map([mixed, whole].map(steps => [steps, makeProject(filesOf(steps))]))
const pool = usePool(6)
const met = tally()
const random = randomFrom(seed)
afterAll(() => {
  for (const project of projects.values()) project.remove()
  met.print('wire')
})

const pathOf = (steps: Step[]) => projects.get(steps)?.path ?? ''

async function breakAll(cases: Omit<Case, 'path'>[]): Promise<Broken[]> {
  const full = cases.map(one => ({ ...one, path: pathOf(one.steps) }))
  const broken = await pool.each(full, breakOnce)
  broken.forEach(({ id, asked }, index) => {
    met.add(`${full[index]?.fault.how}: ${id}${asked ? ', asked' : ''}`)
  })
  return broken
}

/** How many bytes a run sends each way: `from` those of its connecting and planning. */
async function measure(steps: Step[], { url }: Place) {
  const path = pathOf(steps)
  const proxy = await openProxy(url)
  const planned = await runIn(path, proxy.url, { inputs: { command: 'plan' } })
  expect(planned.report.gate).toBe('open')
  const from = { ...proxy.bytes }
  expect((await runIn(path, proxy.url)).report.gate).toBe('open')
  const to = { server: proxy.bytes.server - from.server, client: proxy.bytes.client - from.client }
  await proxy.close()
  return { from, to }
}

test('cut, reset and half-closed at random bytes of either direction', async () => {
  const sizes = await pool.each([mixed, whole], measure)
  const cases = [mixed, whole].flatMap((steps, kind) =>
    (['server', 'client'] as const).flatMap(to =>
      Array.from({ length: 8 }, (_, index): Omit<Case, 'path'> => {
        // The last bytes are those of the goodbye: behind them nothing is left to break.
        const bytes = Math.floor(((index + random()) / 8) * (sizes[kind]?.to[to] ?? 0) * 0.98)
        const how = (['cut', 'reset', 'half-close'] as const)[Math.floor(random() * 3)] ?? 'cut'
        const name = `${how} after ${bytes} bytes to the ${to}, ${kind === 0 ? 'mixed' : 'transactions'}`
        return { name, steps, fault: { to, at: { bytes }, how }, undo: random() < 0.5 }
      }),
    ),
  )
  expect(wrongOf(await breakAll(cases))).toEqual([])
})

const asks = (text: string) => (passing: Passing) =>
  (passing.letter === 'Q' || passing.letter === 'P') && passing.text.includes(text)
const tag = (text: string, nth = 1) => {
  let seen = 0
  return ({ letter, text: body }: Passing) => letter === 'C' && body.startsWith(text) && ++seen === nth
}
const places: [string, Break['to'], () => (passing: Passing) => boolean][] = [
  [
    'the startup message',
    'server',
    () =>
      ({ letter, text }) =>
        letter === '' && text.includes('database'),
  ],
  [
    'the request for a password',
    'client',
    () =>
      ({ letter }) =>
        letter === 'R',
  ],
  [
    'the password',
    'server',
    () =>
      ({ letter }) =>
        letter === 'p',
  ],
  [
    'being ready for the first time',
    'client',
    () =>
      ({ letter }) =>
        letter === 'Z',
  ],
  ['the question for the lock', 'server', () => asks('pg_try_advisory_lock')],
  ['the history table', 'server', () => asks('create table "public"."migration_history"')],
  ['an opening', 'server', () => asks(`=) '0004'`)],
  ['a statement', 'server', () => asks('create table "0005.2"')],
  ['a record with its commit', 'server', () => asks(`values ('0005',`)],
  ['the answer to a BEGIN', 'client', () => tag('BEGIN', 3)],
  ['the answer to a statement', 'client', () => tag('INSERT', 4)],
  ['the answer to a COMMIT', 'client', () => tag('COMMIT', 4)],
  ['the answer to the last COMMIT', 'client', () => tag('COMMIT', 8)],
  ['the row of a revision that is begun', 'server', () => asks(`'dirty'`)],
  ['a statement outside of a transaction', 'server', () => asks(`'0003.1'`)],
  ['an index that is built concurrently', 'server', () => asks('create index concurrently "0006.1"')],
  ['the answer to one', 'client', () => tag('CREATE INDEX')],
]

test.each(['none', 'half', 'all'] as const)(
  'cut at each message that matters, of which passes: %s',
  async passes => {
    const cases = places.map(
      ([name, to, message], index): Omit<Case, 'path'> => ({
        name,
        steps: mixed,
        fault: { to, at: { message: message(), passes }, how: index % 2 === 0 ? 'cut' : 'reset' },
        undo: index % 2 === 0,
      }),
    )
    expect(wrongOf(await breakAll(cases))).toEqual([])
  },
)

test('gone for good: nothing is claimed that is not known', async () => {
  const cases = places.slice(6).map(
    ([name, to, message], index): Omit<Case, 'path'> => ({
      name,
      steps: index % 2 === 0 ? whole : mixed,
      fault: { to, at: { message: message(), passes: 'all' }, how: 'cut', forGood: true },
      undo: false,
    }),
  )
  const fitting = cases.filter(
    ({ name, steps }) => steps === mixed || !/begun|outside|concurrently|to one/.test(name),
  )
  expect(wrongOf(await breakAll(fitting))).toEqual([])
})

test.each(['stall', 'delay'] as const)('%s: late is not lost', async how => {
  const everySecond = places.filter((_, index) => (index % 2 === 0) === (how === 'stall'))
  const cases = everySecond.map(([name, to, message], index): Omit<Case, 'path'> => {
    const fault: Break = {
      to,
      at: { message: message(), passes: 'half' },
      how,
      forMs: how === 'stall' ? 100 : 5,
    }
    return { name, steps: index % 4 === 0 ? mixed : whole, fault, undo: false }
  })
  const fitting = cases.filter(
    ({ name, steps }) => steps === mixed || !/begun|outside|concurrently|to one/.test(name),
  )
  const broken = await breakAll(fitting)
  expect(wrongOf(broken)).toEqual([])
  expect(broken.filter(({ id }) => id !== 'none')).toEqual([])
})

test.each([
  ['for ever', true, /could not be asked again: whether .* committed is not known/],
  ['on one connection', false, /Asked again, the database /],
])('a way that is silent %s: a signal ends the run, and the next one finishes', async (_, forGood, told) => {
  const [wrong] = await pool.each([whole], async (steps, place) => {
    const path = pathOf(steps)
    // The first is that of the history table.
    const message = tag('COMMIT', 5)
    const proxy = await openProxy(place.url, {
      to: 'client',
      at: { message, passes: 'half' },
      how: 'stall',
      forGood,
    })
    const cli = startCli(['upgrade'], { cwd: path, env: { DATABASE_URL: proxy.url } })
    await cli.until('0004 step (4 of 12)')
    await eventually(async () => proxy.broken)
    cli.child.kill('SIGINT')
    const ended = await cli.ended
    // It is told, and not only that the process ended.
    expect(ended).toMatchObject({ code: 130 })
    expect(ended.stdout + ended.stderr).toMatch(told)
    expect(ended.stdout).toContain('🔴 Gate closed')
    await proxy.close()
    await quiet(place)
    const torn = findTorn(steps, await readTruth(place))
    return [...torn, ...(await finish(path, place, steps, false)).wrong]
  })
  expect(wrong).toEqual([])
})

test('the server is still at what it was sent: its session is ended before it is asked', async () => {
  // In the message with the COMMIT: where the server can answer in between, it finds out that nobody hears it.
  const slow = `create table a (id int);
    create function slow() returns trigger language plpgsql as $$ begin perform pg_sleep(1); return null; end $$;
    create constraint trigger slow after insert on a deferrable initially deferred for each row execute function slow();`
  const made = { 'migrations/0001_a.sql': slow, 'migrations/0002_b.sql': 'insert into a values (1);' }
  const project = makeProject(made)
  await pool.each([project.path], async (path, place) => {
    const message = asks(`values ('0002',`)
    await runIn(path, place.url, { inputs: { revision: '0001' } })
    const proxy = await openProxy(place.url, { to: 'server', at: { message, passes: 'all' }, how: 'cut' })
    const { database, fault } = await runIn(path, proxy.url)
    expect(fault).toMatchObject({ id: 'revision-lost', message: expect.stringContaining('0002') })
    await quiet(place)
    await proxy.close()
    const rows = await place.ask('select version from migration_history order by 1')
    expect(database.to).toEqual(rows.slice(-1).map(({ version }) => version))
  })
  project.remove()
})
