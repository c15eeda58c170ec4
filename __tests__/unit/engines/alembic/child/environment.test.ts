import { describe, expect, test } from '@jest/globals'
import { childEnvironment, hookEnvironment } from '../../../../../src/engines/alembic/child/environment.ts'

const url = 'postgresql+asyncpg://me:secret@db/app?ssl=require'

describe('the environment of a child', () => {
  const user = {
    PATH: '/bin',
    INPUT_TOKEN: 'a',
    ACTIONS_RUNTIME_TOKEN: 'b',
    GITHUB_TOKEN: 'c',
    GITHUB_ENV: '/f',
    GITHUB_PATH: '/f',
    GITHUB_OUTPUT: '/f',
    GITHUB_STATE: '/f',
    GITHUB_STEP_SUMMARY: '/f',
    STATE_isPost: 'true',
    MIGRATION_GATE_EVENTS: '1',
    GITHUB_REPOSITORY: 'me/app',
    EVENTS_URL: 'postgres://other',
    ORION_URL: 'as before',
    PYTHONUNBUFFERED: '',
  }

  test('is the user’s, less what opens other doors, with the URL as it was given', () => {
    const made = childEnvironment({ user, url, variable: 'ORION_URL', others: ['EVENTS_URL', 'ABSENT_URL'] })
    expect(made).toEqual({
      PATH: '/bin',
      GITHUB_REPOSITORY: 'me/app',
      PYTHONUNBUFFERED: '1',
      DATABASE_URL: url,
      ORION_URL: url,
    })
  })

  test('has this database under its names, whatever another is called', () => {
    const others = ['DATABASE_URL', 'ORION_URL']
    expect(childEnvironment({ user, url, variable: undefined, others })).toMatchObject({ DATABASE_URL: url })
    expect(childEnvironment({ user, url, variable: undefined, others })).not.toHaveProperty('ORION_URL')
    expect(childEnvironment({ user, url, variable: 'ORION_URL', others })).toMatchObject({ ORION_URL: url })
  })
})

test('the hook comes before the user’s own path, which stays', () => {
  const timeouts = { lockMs: 5000, statementMs: 0 }
  expect(
    hookEnvironment({ PYTHONPATH: '/mine:/too' }, '/hook', timeouts, { describe: false, capture: false }),
  ).toEqual({
    PYTHONPATH: '/hook:/mine:/too',
    MIGRATION_GATE_EVENTS: '3',
    MIGRATION_GATE_LIFELINE: '4',
    MIGRATION_GATE_LOCK_TIMEOUT: '5000',
    MIGRATION_GATE_STATEMENT_TIMEOUT: '0',
  })
  // An empty entry would mean the current folder.
  expect(
    hookEnvironment({ PYTHONPATH: '' }, '/hook', timeouts, { describe: true, capture: true }),
  ).toMatchObject({
    PYTHONPATH: '/hook',
    MIGRATION_GATE_DESCRIBE: '1',
  })
})
