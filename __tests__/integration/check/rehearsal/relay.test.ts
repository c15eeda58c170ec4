/** The application of fixtures/alembic/relay: its failures, each as the pull request that would have brought it. */
import { delimiter } from 'node:path'
import { expect, test } from '@jest/globals'
import { type PullOptions, useChecker } from '../../../support/check.ts'
import {
  pythonEnvironment,
  pythonFolder,
  relayFiles,
  relayHead,
  relayRevision,
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
function pull(files: Files, options: PullOptions & { base?: Files } = {}) {
  check.repo.commit({ ...relayFiles(), ...options.base })
  check.repo.git('checkout', '--quiet', '-b', 'change')
  check.repo.commit(files)
  return check.pulled('change', { ...options, inputs: { ...inputs, ...options.inputs }, env })
}

test('a revision goes up, down and up by asyncpg', async () => {
  const { said, database } = await pull(
    relayRevision(
      'aaaa0001',
      ['op.create_table("topics", sa.Column("id", sa.Integer, primary_key=True))'],
      relayHead,
      ['op.drop_table("topics")'],
    ),
  )
  expect(said).toEqual([])
  expect(database.rehearsal?.revisions).toMatchObject([
    { id: 'aaaa0001', down: 'verified', again: 'applied' },
  ])
}, 120_000)
