/** The application of fixtures/alembic/relay: its failures, each as the pull request that would have brought it. */
import { delimiter } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { type PullOptions, useChecker } from '../../../support/check.ts'
import {
  pythonEnvironment,
  pythonFolder,
  relayFiles,
  relayRevision,
  type Variant,
} from '../../../support/relay.ts'
import type { Files } from '../../../support/repo.ts'

const check = useChecker()
const inputs = { rehearse: 'auto', 'working-directory': 'backend' }
const env = {
  ...pythonEnvironment(),
  PATH: `${pythonFolder()}${delimiter}${process.env.PATH ?? ''}`,
  DATABASE_URL: 'postgresql://app:app@192.0.2.1/production',
}

/** A pull request that brings these files to relay. */
function pull(files: Files, { variant = 'async', ...options }: PullOptions & { variant?: Variant } = {}) {
  check.repo.commit(relayFiles(variant))
  check.repo.git('checkout', '--quiet', '-b', 'change')
  check.repo.commit(files)
  return check.pulled('change', { ...options, inputs: { ...inputs, ...options.inputs }, env })
}

/** A revision that no model has to know of. */
const view = (id: string, down?: string | null) =>
  relayRevision(id, [`op.execute("create view names_${id} as select display_name from users")`], down, [
    `op.execute("drop view names_${id}")`,
  ])

describe.each(['async', 'sync'] as const)('with the environment %s', variant => {
  test('a revision goes up, down and up', async () => {
    const { said, database } = await pull(view('aaaa0001'), { variant })
    expect(said).toEqual([])
    expect(database.rehearsal).toMatchObject({
      revisions: [{ id: 'aaaa0001', down: 'verified', again: 'applied' }],
    })
  }, 120_000)

  test('models that no revision makes are told', async () => {
    const models = 'backend/app/models/user.py'
    const changed = `${relayFiles()[models]}    nickname: Mapped[str | None] = mapped_column(String(20))\n`
    const { said, findings, log } = await pull({ ...view('aaaa0001'), [models]: changed }, { variant })
    expect(said).toEqual(['models-differ warning'])
    expect(findings[0]?.fault.message).toBe(
      'The models and the schema after the newest revision differ: the models have the column users.nickname (VARCHAR(20)), the schema has not.',
    )
    // As the gate starts it: this variant has a uv.lock.
    const start = variant === 'async' ? 'uv run alembic' : 'alembic'
    expect(log).toMatch(new RegExp(`next: ${start} revision --autogenerate {3}# in backend$`, 'm'))
  }, 120_000)
})

test('what Alembic sent is looked at', async () => {
  const { said, log } = await pull(
    relayRevision('aaaa0001', ['op.create_index("users_locale", "users", ["locale"])'], undefined, [
      'op.drop_index("users_locale")',
    ]),
  )
  expect(said).toEqual(['index-blocks-writes error', 'models-differ warning'])
  expect(log).toContain('op.create_index("users_locale", "users", ["locale"], postgresql_concurrently=True)')
  // It would drop the index.
  expect(log).not.toContain('--autogenerate')
}, 120_000)
