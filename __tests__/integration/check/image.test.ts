/** Whether the image holds what its release command needs: on real repositories, nothing is built. */
import { describe, expect, it } from '@jest/globals'
import { alembicProject, alembicRevision, sqlRevision, useChecker } from '../../support/check.ts'
import { relayFiles } from '../../support/relay.ts'
import type { Files } from '../../support/repo.ts'

const checker = useChecker()
const relay = relayFiles()
const inputs = { directory: 'backend' }
const dockerfile = String(relay['backend/Dockerfile'])
const allRules = ['not-in-image', 'dockerignored', 'elsewhere-in-image', 'other-stage', 'release-script']

/** A pull request that changes relay’s files. */
async function pulled(files: Files, options: { fork?: boolean } = {}) {
  checker.repo.commit(relay)
  checker.repo.git('checkout', '--quiet', '-b', 'change')
  checker.repo.commit(files)
  const ran = await checker.pulled('change', { inputs, ...options })
  const findings = ran.findings.filter(({ rule }) => allRules.includes(rule))
  return { ...ran, said: findings.map(({ rule, level }) => `${rule} ${level}`), first: findings[0]?.fault }
}

const linesOf = (fault: { foreign?: { line: string }[] } | undefined) =>
  fault?.foreign?.map(({ line }) => line)

describe('relay', () => {
  it('as it is has no finding, and not a word', async () => {
    checker.repo.commit(relay)
    const { findings, log } = await checker.pushed(undefined, inputs)
    expect(findings.map(({ rule }) => rule).filter(rule => allRules.includes(rule))).toEqual([])
    expect(log).not.toMatch(/image|was not seen/)
  })

  it('with the COPY that was forgotten: both lines to type, for a fork too', async () => {
    const forgot = dockerfile.replace('COPY alembic.ini ./\nCOPY alembic/ alembic/\n', '')
    const { said, first, report } = await pulled({ 'backend/Dockerfile': forgot }, { fork: true })
    expect([said, first?.id]).toEqual([['not-in-image error'], 'image-missing'])
    expect(report.gate).toBe('closed')
    expect(first?.place).toEqual({ path: 'backend/Dockerfile', line: 6 })
    expect(first?.message).toBe(
      'backend/alembic.ini and backend/alembic/ (19 files) are not in the image: no COPY of backend/Dockerfile takes them, and `uv run alembic upgrade head`, which is run in /srv, needs them.',
    )
    expect(linesOf(first)).toEqual(['COPY alembic.ini ./', 'COPY alembic/ alembic/'])
    const [before = '', after = ''] = forgot.split('COPY app/ app/\n')
    const mended = `${before}COPY app/ app/\n${linesOf(first)?.join('\n')}\n${after}`
    checker.repo.git('checkout', '--quiet', 'change')
    checker.repo.commit({ 'backend/Dockerfile': mended })
    expect((await checker.pulled('change', { inputs })).report.gate).toBe('open')
  })

  it('without its revisions alone', async () => {
    const env = dockerfile.replace('COPY alembic/ alembic/', 'COPY alembic/env.py alembic/')
    const { said, first } = await pulled({ 'backend/Dockerfile': env })
    expect(said).toEqual(['not-in-image error'])
    expect(first?.message).toContain('backend/alembic/versions/ (18 files) is not in the image')
    expect(linesOf(first)).toEqual(['COPY alembic/versions/ alembic/versions/'])
  })

  it('with a line of the .dockerignore that leaves the revisions out', async () => {
    const { said, first } = await pulled({ 'backend/.dockerignore': '.venv/\n**/versions\n.env\n' })
    expect([said, first?.id]).toEqual([['dockerignored error'], 'image-ignored'])
    expect(first?.place).toEqual({ path: 'backend/.dockerignore', line: 2 })
    expect(linesOf(first)).toEqual(['!alembic/versions'])
    checker.repo.git('checkout', '--quiet', 'change')
    checker.repo.commit({ 'backend/.dockerignore': '.venv/\n**/versions\n.env\n!alembic/versions\n' })
    expect((await checker.pulled('change', { inputs })).report.gate).toBe('open')
  })

  it('copied to another place than the command looks', async () => {
    const moved = dockerfile
      .replace('COPY alembic.ini ./', 'COPY alembic.ini ./db/')
      .replace('COPY alembic/ alembic/', 'COPY alembic/ db/alembic/')
    const { said, first } = await pulled({ 'backend/Dockerfile': moved })
    expect([said, first?.id]).toEqual([['elsewhere-in-image error'], 'image-elsewhere'])
    expect(first?.message).toContain(
      'puts them at /srv/db/alembic.ini and /srv/db/alembic/, not at /srv/alembic.ini and /srv/alembic/.',
    )
    expect(linesOf(first)).toEqual(['WORKDIR /srv/db'])
  })

  it('copied into a stage that is not the image', async () => {
    const stages = dockerfile
      .replace('bookworm-slim', 'bookworm-slim AS builder')
      .replace(
        'COPY app/ app/',
        'FROM python:3.13-slim AS runtime\nWORKDIR /srv\nCOPY --from=builder /srv/.venv .venv\nCOPY app/ app/',
      )
    const { said, first } = await pulled({ 'backend/Dockerfile': stages })
    expect([said, first?.id]).toEqual([['other-stage error'], 'image-stage'])
    expect(linesOf(first)).toEqual([
      'COPY --from=builder /srv/alembic.ini ./',
      'COPY --from=builder /srv/alembic/ alembic/',
    ])
  })

  it('with a script: what it starts is read, and the command itself is named', async () => {
    const toml = String(relay['backend/fly.toml']).replace('uv run alembic upgrade head', './release.sh')
    const { said, first, findings } = await pulled({
      'backend/fly.toml': toml,
      'backend/release.sh': '#!/bin/sh\nset -e\ncd "$(dirname "$0")"\nexec uv run alembic upgrade head\n',
    })
    expect(said).toEqual(['not-in-image error', 'release-script warning'])
    expect(findings.map(({ fault }) => fault.id)).toContain('image-script')
    expect(first?.message).toContain('backend/release.sh is not in the image')
    expect(linesOf(first)).toEqual(['COPY release.sh ./'])
  })

  it('with what cannot be seen: a remark, no finding', async () => {
    const forgot = dockerfile.replace('COPY alembic.ini ./\nCOPY alembic/ alembic/\n', '')
    for (const [text, line] of [
      [forgot.replace('COPY app/', 'RUN mv /tmp/relay/* .\nCOPY app/'), 6],
      [forgot.replace('ghcr.io/astral-sh/uv:python3.13-bookworm-slim', 'ghcr.io/relay/base:7'), 1],
      [forgot.replace('COPY app/', 'ARG SOURCES\nCOPY $SOURCES ./\nCOPY app/'), 7],
      [forgot.replace('COPY app/', 'COPY --from=ghcr.io/relay/files /all /srv\nCOPY app/'), 6],
    ] as const) {
      checker.repo.commit({ ...relay, 'backend/Dockerfile': text })
      const { findings, log } = await checker.pushed(undefined, inputs)
      expect(findings.filter(({ rule }) => allRules.includes(rule))).toEqual([])
      expect(log).toContain(`was not seen: it depends on backend/Dockerfile:${line}`)
    }
  })

  it('says nothing where no release command, or another one, is run', async () => {
    const forgot = { 'backend/Dockerfile': 'FROM python:3.13\nCOPY app/ app/\n' }
    for (const command of ['', 'release_command = "python manage.py migrate"']) {
      checker.repo.commit({
        ...relay,
        ...forgot,
        'backend/fly.toml': `app = "relay"\n[deploy]\n${command}\n`,
      })
      const { findings, log } = await checker.pushed(undefined, inputs)
      expect(findings.filter(({ rule }) => allRules.includes(rule))).toEqual([])
      expect(log).not.toContain('was not seen')
    }
  })
})

describe('the input image', () => {
  const project = { ...alembicProject, ...alembicRevision('aaa1', null) }

  it('names a Dockerfile, whose folder or a folder above it is the context', async () => {
    checker.repo.commit({
      ...project,
      'deploy/Dockerfile': 'FROM python:3.13\nWORKDIR /app\nCOPY alembic.ini .\n',
    })
    const { said, findings } = await checker.typed({ image: 'deploy/Dockerfile' })
    expect(said).toContain('not-in-image error')
    expect(linesOf(findings.find(({ rule }) => rule === 'not-in-image')?.fault)).toEqual([
      'COPY alembic/ alembic/',
    ])
  })

  it('that names nothing is refused', async () => {
    checker.repo.commit(project)
    expect((await checker.typed({ image: 'Dockerfile.prod' })).fault).toMatchObject({
      id: 'image-absent',
      exit: 2,
    })
  })

  it('lets the config file say how bad it is', async () => {
    checker.repo.commit({
      ...project,
      Dockerfile: 'FROM python:3.13\nWORKDIR /app\n',
      '.github/migration-gate.yml': 'databases:\n  one:\n    url: ONE_URL\nrules:\n  not-in-image: off\n',
    })
    expect((await checker.typed({ image: 'Dockerfile' })).said).not.toContain('not-in-image error')
  })

  it('works for SQL files, which migration-gate runs', async () => {
    checker.repo.commit({
      'migrations/0001_a.sql': sqlRevision('create table t ()'),
      'fly.toml': '[deploy]\nrelease_command = "node tools/migration-gate.js upgrade"\n',
      Dockerfile: 'FROM node:24\nWORKDIR /app\nCOPY tools tools\n',
      'tools/migration-gate.js': '',
    })
    const { said, findings } = await checker.typed({})
    expect(said).toEqual(['not-in-image error'])
    expect(linesOf(findings[0]?.fault)).toEqual(['COPY migrations/ migrations/'])
  })
})
