import { expect, test } from '@jest/globals'
import { offlineEnvironment } from '../../../../src/engines/alembic/offline-environment.ts'

test('no URL of Postgres leads anywhere, whatever it is called, and each keeps its scheme', () => {
  const secret = 'hunter22'
  const env = offlineEnvironment({
    PATH: '/bin',
    DATABASE_URL: `postgresql+asyncpg://app:${secret}@db.example.com/app?ssl=require`,
    ORION: ` postgres://app:${secret}@db.example.com/app`,
    REDIS_URL: 'redis://cache:6379',
    PGHOST: 'db.example.com',
    PGPASSWORD: secret,
    PGSERVICEFILE: '/x',
    PAGER: 'less',
    UNSET: undefined,
  })
  expect(env).toEqual({
    PATH: '/bin',
    DATABASE_URL: 'postgresql+asyncpg://offline@127.0.0.1:1/offline',
    ORION: 'postgres://offline@127.0.0.1:1/offline',
    REDIS_URL: 'redis://cache:6379',
    PAGER: 'less',
    UNSET: undefined,
    UV_NO_SYNC: '1',
    UV_OFFLINE: '1',
  })
  expect(JSON.stringify(env)).not.toContain(secret)
})
