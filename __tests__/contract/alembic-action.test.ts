/** What `alembic/` installs, when, and what it lets that see. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from '@jest/globals'
import { parse } from 'yaml'
import { root } from '../../script/tools.mjs'
import { catalogue } from '../../src/catalogue/catalogue.ts'
import { readText } from '../support/documents.ts'

interface Step {
  id?: string
  uses?: string
  run?: string
  if?: string
  with?: Record<string, string>
  env?: Record<string, string>
}
interface Manifest {
  inputs: Record<string, unknown>
  runs?: { steps: Step[] }
  jobs?: Record<string, { steps: Step[] }>
}

const ours = 'migration-gate/migration-gate'
const load = (path: string) => parse(readText(path)) as Manifest
const stepsOf = (path: string) => {
  const { runs, jobs } = load(path)
  return [...(runs?.steps ?? []), ...Object.values(jobs ?? {}).flatMap(job => job.steps)]
}

const setup = load('alembic/setup/action.yml')
const steps = stepsOf('alembic/setup/action.yml')

it('only the plan and the gate are given the URL', () => {
  for (const path of ['alembic/action.yml', 'alembic/setup/action.yml'])
    for (const step of stepsOf(path)) {
      const given = JSON.stringify([step.with, step.env]).includes('inputs.database-url')
      expect([path, step.uses, given]).toEqual([path, step.uses, step.uses?.startsWith(ours) === true])
    }
  const install = steps.find(step => step.run?.includes('install.sh'))
  expect(install?.env).toEqual({ DATABASE_URL: '' })
})

it('nothing that it installs is installed before it is known to be needed', () => {
  const after = steps.slice(steps.findIndex(step => step.id === 'needed') + 1)
  expect(after).toHaveLength(3)
  for (const step of after) expect(step.if).toBe("steps.needed.outputs.python == 'true'")
})

it.each(['.github/workflows/deploy.yml', '.github/workflows/operate.yml', 'alembic/action.yml'])(
  '%s asks it about the same project as the gate',
  path => {
    const [given, gate] = [`${ours}/alembic/setup@v1`, `${ours}@v1`].map(
      uses => stepsOf(path).find(step => step.uses === uses)?.with ?? {},
    )
    const shared = Object.keys(setup.inputs).filter(
      name => !['when', 'python-version', 'uv-version'].includes(name),
    )
    for (const name of shared) expect([name, given?.[name]]).toEqual([name, gate?.[name]])
  },
)

const decide = (env: Record<string, string>, report = '{}') => {
  const folder = mkdtempSync(join(tmpdir(), 'needed-'))
  const output = join(folder, 'output')
  writeFileSync(join(folder, 'report.json'), report)
  writeFileSync(join(folder, 'pyproject.toml'), '')
  try {
    const run = spawnSync('bash', [join(root, 'alembic/setup/needed.sh')], {
      env: {
        ...{ PATH: process.env.PATH ?? '', GITHUB_OUTPUT: output, REPORT: join(folder, 'report.json') },
        ...{ WHEN: 'pending', DIRECTORY: `${folder}/`, ...env },
      },
      encoding: 'utf8',
    })
    const wrote = existsSync(output) ? readFileSync(output, 'utf8') : ''
    const [, python] = /^python=(.*)$/m.exec(wrote) ?? []
    return {
      code: run.status,
      errors: run.stderr,
      python,
      file: wrote.includes(`=${folder}//pyproject.toml\n`),
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
const fault = (id: string) => JSON.stringify({ faults: [{ id }] }, null, 2)
const lacking = /^lacking='(.*)'$/m.exec(readText('alembic/setup/needed.sh'))?.[1] ?? ''

it.each([
  [{ STATUS: 'pending' }, 'true'],
  [{ STATUS: 'up-to-date' }, 'false'],
  [{ STATUS: 'skipped' }, 'false'],
  [{ WHEN: 'always', STATUS: '' }, 'true'],
])('with %j Python is needed: %s', (env, python) => {
  expect(decide(env)).toEqual({ code: 0, errors: '', python, file: true })
})

it('a plan that lacks Python itself asks for it, by a fault that there is', () => {
  expect(Object.keys(catalogue)).toContain(lacking)
  expect(decide({ STATUS: 'failed' }, fault(lacking))).toMatchObject({ code: 0, python: 'true' })
})

it('a plan that failed otherwise, or left no report, installs nothing and fails', () => {
  const closed = { code: 1, errors: '', python: undefined }
  expect(decide({ STATUS: 'failed' }, fault('url-empty'))).toMatchObject(closed)
  expect(decide({ STATUS: '', REPORT: '' })).toMatchObject(closed)
  expect(decide({ WHEN: 'sometimes', STATUS: 'pending' })).toMatchObject(closed)
})

it('what is installed sees no URL, whatever its variable is called', () => {
  const folder = mkdtempSync(join(tmpdir(), 'install-'))
  try {
    writeFileSync(join(folder, 'uv'), '#!/bin/sh\necho "$@"; env\nexit $CODE\n', { mode: 0o755 })
    const urls = {
      DATABASE_URL: 'anything',
      ORION_DATABASE_URL: 'postgresql+asyncpg://a:hidden@b/c',
      EVENTS: 'postgres://a:hidden@b/c',
    }
    const env = {
      PATH: `${folder}:${process.env.PATH}`,
      ...urls,
      SESSION_SECRET: 'kept',
      CODE: '0',
      LINES: 'a\nb=postgres://x',
    }
    const run = (more = {}) =>
      spawnSync('bash', [join(root, 'alembic/setup/install.sh')], {
        env: { ...env, ...more },
        encoding: 'utf8',
      })
    const good = run()
    expect(good).toMatchObject({ status: 0, stderr: '' })
    expect(good.stdout).toMatch(/^sync --frozen\n/)
    expect(good.stdout).toContain('SESSION_SECRET=kept')
    expect(good.stdout).not.toMatch(/hidden|anything|^DATABASE_URL=|^EVENTS=/m)
    expect(run({ CODE: '2' })).toMatchObject({
      status: 1,
      stdout: expect.stringMatching(/^::error title=[^:,]*::uv sync --frozen failed/m),
    })
  } finally {
    rmSync(folder, { recursive: true })
  }
})
