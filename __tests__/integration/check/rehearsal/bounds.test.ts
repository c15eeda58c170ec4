/** Nothing of a rehearsal lasts for ever, and a server that goes away opens no gate. */
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { rehearse } from '../../../../src/check/rehearsal/rehearse.ts'
import type { Stage } from '../../../../src/check/rehearsal/rehearse-one.ts'
import { runFiles } from '../../../../src/check/rehearsal/scripts.ts'
import { openPostgres } from '../../../../src/database/postgres.ts'
import type { OpenSession } from '../../../../src/database/session.ts'
import { readUrl } from '../../../../src/database/url.ts'
import { openDisk } from '../../../../src/disk.ts'
import type { Fault } from '../../../../src/domain.ts'
import type { Applied } from '../../../../src/engines/engine.ts'
import type { GateError } from '../../../../src/errors.ts'
import { makeProject } from '../../../support/gate.ts'
import { type Database, freshDatabase, query } from '../../../support/postgres.ts'

let database: Database
beforeEach(async () => {
  database = await freshDatabase()
})
afterEach(() => database.drop())

const openAt =
  (url: string): OpenSession =>
  onNotice =>
    openPostgres(readUrl(url, ''), {
      redact: text => text,
      readCertificate: () => '',
      applicationName: 'rehearsal',
      onNotice,
    })
const open: OpenSession = onNotice => openAt(database.url)(onNotice)
const never = new AbortController().signal

test.each([
  ['its time is over', { signal: never, deadline: () => AbortSignal.timeout(500) }, 'rehearsal-file'],
  ['the run is interrupted', { signal: undefined, deadline: () => never }, 'interrupted'],
])('a seed that never ends is cancelled when %s', async (_, { signal, deadline }, id) => {
  const project = makeProject({ 'seed.sql': 'set statement_timeout = 0;\nselect pg_sleep(3600);\n' })
  const run = runFiles('seed', [{ given: 'seed.sql', candidates: ['seed.sql'] }], {
    disk: openDisk(project.path),
    open,
    timeoutMs: 1_000,
    signal: signal ?? AbortSignal.timeout(500),
    deadline: deadline(),
  })
  const error = await run.catch((thrown: unknown) => thrown)
  project.remove()
  expect((error as GateError).fault).toMatchObject({ id })
  const sleeping = `select pid from pg_stat_activity where query like '%pg_sleep(3600)%' and datname = current_database()
    and state = 'active' and pid <> pg_backend_pid()`
  expect(await query(database.url, sleeping)).toEqual([])
})

const failed: Fault = { id: 'revision-failed', message: 'It failed.', cure: '', exit: 1 }
const revision = (id: string) => ({ id, path: `migrations/${id}.sql`, line: 1, before: undefined })
const history = { earlier: ['0001'], added: [revision('0002'), revision('0003')] }

/** Nobody reads it here. */
const plan = {} as Applied['plan']

/** A rehearsal of which somebody else says how each way up goes. */
function stageOf(fail: (to: string) => Fault | undefined, more: Partial<Stage> = {}): Stage {
  const applied = (fault: Fault | undefined): Applied => ({ plan, outcomes: [], ...(fault && { fault }) })
  const steps = {
    plan: () => Promise.reject(new Error('nobody asks')),
    up: async (to: string) => applied(fail(to)),
    down: async () => applied(undefined),
    models: () => Promise.resolve({ differences: [], lacking: [] }),
  }
  const nothing = () => Promise.resolve()
  return {
    database: {
      name: database.name,
      target: readUrl(database.url, ''),
      open,
      openSuper: undefined,
      version: 160_004,
      drop: nothing,
    },
    earlier: steps,
    steps,
    baseline: nothing,
    seed: nothing,
    historyTable: 'migration_history',
    models: false,
    take: () => undefined,
    bound: '60 s for a statement',
    signal: never,
    deadline: never,
    now: () => performance.now(),
    ...more,
  }
}

const said = async (stage: Stage) =>
  (await rehearse(stage, history)).findings.map(({ finding }) => [
    finding.rule,
    finding.level,
    finding.fault.message,
    finding.fault.place?.path,
  ])

test.each([
  ['0001', 'before 0002', 'Without a turn: 0002, 0003.', undefined],
  ['0002', 'at 0002', 'Without a turn: 0003.', 'migrations/0002.sql'],
])('all of it took too long at %s: an error that says so', async (at, where, left, path) => {
  const over = new AbortController()
  const stage = stageOf(
    to => {
      if (to !== at) return undefined
      over.abort()
      return { ...failed, id: 'interrupted', exit: 130 }
    },
    { deadline: over.signal },
  )
  const message = `The rehearsal broke off ${where}: it took longer than the 10 min that all of it may take. ${left}`
  expect(await said(stage)).toEqual([['rehearsal-broke-off', 'error', message, path]])
})

test.each(['0001', '0002'])('its server went away at %s: no warning, an error', async at => {
  let gone = false
  const stage = stageOf(to => {
    gone ||= to === at
    return gone ? failed : undefined
  })
  stage.database.open = (...all) => (gone ? openAt('postgres://x:y@127.0.0.1:1/none') : open)(...all)
  const [found, ...others] = await said(stage)
  expect(found?.slice(0, 2)).toEqual(['rehearsal-broke-off', 'error'])
  expect(found?.[2]).toContain('its server no longer answers')
  expect(others).toEqual([])
})

test('a merged history that fails while the server is there is a warning, as ever', async () => {
  const stage = stageOf(() => failed)
  expect((await said(stage)).map(([rule, level]) => [rule, level])).toEqual([['rehearsal-start', 'warning']])
})

const left = 'the models were not compared'

test.each([
  ['what is merged fails', '0001', `the history before the change did not run; ${left}`],
  ['a new one fails', '0002', `0003 did not get a turn; ${left}`],
  ['the last one fails', '0003', left],
  ['nothing fails', '', undefined],
])('where %s, that models were not compared is said once', async (_, at, why) => {
  const stage = stageOf(to => (to === at ? failed : undefined), { models: true })
  expect((await rehearse(stage, history)).rehearsal.why).toBe(why)
  const without = (await rehearse({ ...stage, models: false }, history)).rehearsal.why
  expect(without ?? '').not.toContain('models')
})

test.each([
  [
    'it broke off',
    () => failed,
    `it broke off: it took longer than the 10 min that all of it may take; ${left}`,
  ],
  ['they could not be', () => undefined, `${left}: this Alembic has no \`check\``],
])('likewise where %s', async (_, fail, why) => {
  const over = new AbortController()
  const stage = stageOf(fail, { models: true, deadline: over.signal })
  if (fail() !== undefined) over.abort()
  stage.steps.models = () => Promise.resolve({ why: 'this Alembic has no `check`' })
  expect((await rehearse(stage, history)).rehearsal.why).toBe(why)
})
