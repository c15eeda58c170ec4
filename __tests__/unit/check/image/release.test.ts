import { describe, expect, it } from '@jest/globals'
import { readCommandLine, readShell } from '../../../../src/check/image/release.ts'

const folderOf = (line: string) => {
  const read = readCommandLine(line, '/app')
  return read !== undefined && 'release' in read ? read.release : read
}

describe('a release command', () => {
  it.each([
    ['alembic upgrade head', '/app', ['alembic']],
    ['uv run alembic upgrade head', '/app', ['alembic']],
    [
      '/app/.venv/bin/alembic -c db/alembic.ini -x a=b upgrade head',
      '/app',
      ['alembic', '-c', 'db/alembic.ini', '-x', 'a=b'],
    ],
    ['python -m alembic --config=x.ini upgrade head', '/app', ['alembic', '--config=x.ini']],
    ['uv run --directory backend alembic upgrade head', '/app/backend', ['alembic']],
    ['poetry -C backend run alembic upgrade head', '/app/backend', ['alembic']],
    ["sh -c 'cd backend && alembic upgrade head'", '/app/backend', ['alembic']],
    ["bash -lc 'set -e; cd /srv; exec alembic upgrade head'", '/srv', ['alembic']],
  ])('%s is run in %s', (line, folder, argv) => {
    expect(folderOf(line)).toMatchObject({ tool: 'alembic', folder, argv })
  })

  it.each([
    ['node tools/migration-gate.js upgrade --directory db', 'db'],
    ['migration-gate upgrade --directory=db --wait 1m', 'db'],
    ['migration-gate upgrade', undefined],
  ])('%s is ours', (line, directory) => {
    expect(folderOf(line)).toMatchObject({ tool: 'migration-gate', folder: '/app', directory })
  })

  it.each([
    ['python manage.py migrate', undefined],
    ['bin/rails db:migrate', undefined],
    ['./release.sh', { script: './release.sh' }],
    ['sh /app/release.sh --now', { script: '/app/release.sh' }],
    ["sh -c './release.sh'", { script: './release.sh' }],
    ["sh -c 'cd $HOME && alembic upgrade head'", { unseen: 'where its `cd` leads' }],
    ["sh -c 'alembic", { unseen: "a ' is never closed" }],
  ])('%s is none, or has to be looked into', (line, reading) => {
    expect(folderOf(line)).toEqual(reading)
  })

  it('has the variable that names the configuration', () => {
    expect(folderOf('env ALEMBIC_CONFIG=db.ini alembic upgrade head')).toMatchObject({
      alembicConfig: 'db.ini',
    })
  })
})

it.each([
  ['cd "$(dirname "$0")"\nalembic upgrade head', '/app/bin'],
  ['cd "$(dirname "$0")/.."\n# alembic downgrade base\nalembic \\\n  upgrade head', '/app'],
  ['export A=1\nif [ -n "$A" ]; then\n  alembic upgrade head\nfi', '/app'],
])('a script %j runs it in %s', (text, folder) => {
  expect(readShell(text, '/app', '/app/bin/release.sh')).toMatchObject({ release: { folder } })
})
