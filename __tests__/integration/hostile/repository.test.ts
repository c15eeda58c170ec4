/** A checkout that somebody wants to harm us with: git runs no program of its files or configuration, and no file steers us. */
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Detection } from '../../../src/changes/detection.ts'
import { findCommit } from '../../../src/changes/find-commit.ts'
import { gitSource } from '../../../src/changes/git.ts'
import { findMainBranch, openSides } from '../../../src/changes/sides.ts'
import { readEvent } from '../../../src/event.ts'
import { gitTestEnv, makeRepo, type Repo } from '../../support/repo.ts'

let repo: Repo
let mark: string
beforeEach(() => {
  repo = makeRepo()
  mark = join(repo.path, '.git', 'owned')
})
afterEach(() => repo.remove())

const detection = { fetchDepth: 10, quantifier: 'some', listFiles: 'none' } as Detection
const lost = 'abcd'.repeat(10)

/** A push whose commit before has to be fetched. */
function pushed(before: string, ref = 'refs/heads/main') {
  const repository = { full_name: 'o/r', default_branch: 'main' }
  return readEvent({ GITHUB_EVENT_NAME: 'push', GITHUB_REF: ref }, { before, repository })
}

/** A program that leaves a mark when it is run. */
function trap(path: string): string {
  writeFileSync(path, `#!/bin/sh\necho "$0 $*" >> '${mark}'\n`)
  chmodSync(path, 0o755)
  return path
}

describe('no program of a configuration is run', () => {
  test('that a hook, a diff driver, a text conversion or a monitor names', async () => {
    repo.commit({ 'migrations/0001_a.sql': 'select 1;', '.gitattributes': '*.sql diff=evil\n' })
    const before = repo.commit({ 'migrations/0002_b.sql': 'select 2;' })
    repo.commit({ 'migrations/0002_b.sql': 'select 3;' })
    repo.git('branch', 'other', before)
    const clone = repo.clone('--depth=1')
    mark = join(clone.path, '.git', 'owned')
    try {
      const program = trap(join(clone.path, 'trap.sh'))
      mkdirSync(join(clone.path, 'hooks'))
      for (const hook of ['reference-transaction', 'post-index-change', 'post-checkout', 'pre-auto-gc'])
        trap(join(clone.path, 'hooks', hook))
      const set = {
        'core.hooksPath': 'hooks',
        'core.fsmonitor': program,
        'diff.external': program,
        'diff.evil.command': program,
        'diff.evil.textconv': program,
        'core.pager': program,
        'core.editor': program,
        'core.alternateRefsCommand': program,
      }
      for (const [name, value] of Object.entries(set)) clone.git('config', name, value)
      clone.write({ 'migrations/0001_a.sql': 'select 9;' })
      const options = { cwd: clone.path, env: gitTestEnv() }
      const source = gitSource(options)
      expect(await source.list(pushed(before), detection)).toMatchObject({ known: true })
      // Fetched by its name, a branch is written to, which hooks are told.
      const since = source.list(pushed(before), { ...detection, base: 'other' })
      expect(await since).toMatchObject({ known: true })
      expect(await source.list(readEvent({}, {}), { ...detection, base: 'HEAD' })).toMatchObject({
        known: true,
      })
      expect(await source.tracked?.()).toHaveLength(3)
      expect(await openSides(options, pushed(before), detection)).toMatchObject({
        target: expect.any(String),
      })
      await findMainBranch(options)
      expect(await findCommit(options, 'select 3', ['migrations/0002_b.sql'])).toContain('change')
      expect(existsSync(mark)).toBe(false)
    } finally {
      clone.remove()
    }
  })

  test('that a repository hidden in the working directory names', async () => {
    const program = trap(join(repo.path, '.git', 'trap.sh'))
    const config = [
      '[core]\n\trepositoryformatversion = 0\n\tbare = false\n\tworktree = .',
      `[remote "origin"]\n\turl = "ext::${program} %S"\n\tfetch = +refs/heads/*:refs/remotes/origin/*`,
      '[protocol "ext"]\n\tallow = always\n',
    ]
    repo.commit({ 'app/migrations/0001_a.sql': 'select 1;' })
    const head = repo.git('rev-parse', 'HEAD')
    repo.commit({
      'app/HEAD': 'ref: refs/heads/main\n',
      'app/config': config.join('\n'),
      'app/objects/info/alternates': `${join(repo.path, '.git', 'objects')}\n`,
      'app/refs/heads/main': `${head}\n`,
    })
    const options = { cwd: join(repo.path, 'app'), env: gitTestEnv() }
    const set = await gitSource(options).list(pushed(lost), detection)
    expect(set).toMatchObject({ known: false, level: 'warning', why: expect.stringContaining('repository') })
    expect(existsSync(mark)).toBe(false)
  })
})
