import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'

const root = fileURLToPath(new URL('../..', import.meta.url))
const changelog = `# Changelog

## [Unreleased]

## [1.2.3] - 2026-11-22

### Added

- A gate.

## [1.2.2] - 2026-11-01

- Older.

[1.2.3]: https://example.com/1.2.3
`
let folder: string
let work: string

const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'core.hooksPath=', ...args], {
    cwd: work,
    encoding: 'utf8',
    stdio: 'pipe',
  }).trim()
/** A commit as the remote has it, not as the folder that made it has it. */
const remote = (...args: string[]) =>
  execFileSync('git', ['--git-dir', join(folder, 'remote.git'), ...args], { encoding: 'utf8' }).trim()
const write = (path: string, text: string) => {
  mkdirSync(dirname(join(work, path)), { recursive: true })
  writeFileSync(join(work, path), text)
}
const release = (...args: string[]) => {
  const run = spawnSync(join(work, 'script/release'), args, { cwd: work, encoding: 'utf8' })
  return { code: run.status, said: run.stdout + run.stderr }
}
const commit = (message: string) => {
  git('add', '-A')
  git('commit', '-qm', message)
  git('push', '-q', 'origin', 'main')
}
const setVersion = (version: string) => {
  write('package.json', JSON.stringify({ version }))
  write('CHANGELOG.md', changelog.replace('[1.2.3] -', `[${version}] -`))
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'release-test-'))
  work = join(folder, 'work')
  mkdirSync(work)
  execFileSync('git', ['init', '-q', '--bare', '-b', 'main', join(folder, 'remote.git')])
  git('init', '-q', '-b', 'main')
  git('config', 'user.name', 'Test')
  git('config', 'user.email', 'test@example.com')
  git('remote', 'add', 'origin', join(folder, 'remote.git'))
  const copied = ['alembic', 'deploy', '.github/workflows', 'docs/examples']
  for (const path of [...copied, 'script/release', 'script/release.mjs'])
    cpSync(join(root, path), join(work, path), { recursive: true })
  write('README.md', 'uses: migration-gate/migration-gate@v1\nuses: migration-gate/migration-gate@v1.0.0\n')
  write('docs/decisions/0004.md', 'We write migration-gate/migration-gate@v1.\n')
  write('dist/index.js', '// migration-gate/migration-gate@v1\n')
  write('script/check-dist', '#!/bin/sh\nexit 0\n')
  execFileSync('chmod', ['+x', join(work, 'script/check-dist')])
  setVersion('1.2.3')
  commit('feat: the gate')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('script/release tag', () => {
  it('tags a child of the tested commit in which self references name the tag, and nothing else differs', () => {
    const tested = git('rev-parse', 'HEAD')
    expect(release('tag', '1.2.3')).toMatchObject({ code: 0 })

    expect(remote('rev-parse', 'v1.2.3^')).toBe(tested)
    const changed = remote('diff', '--name-only', tested, 'v1.2.3').split('\n')
    expect(changed).toEqual(
      expect.arrayContaining([
        '.github/workflows/deploy.yml',
        '.github/workflows/operate.yml',
        'README.md',
        'alembic/action.yml',
        'alembic/setup/action.yml',
        'deploy/action.yml',
      ]),
    )
    expect(changed.filter(path => path.startsWith('dist/') || path.startsWith('docs/decisions/'))).toEqual([])
    for (const path of changed) {
      const text = remote('show', `v1.2.3:${path}`)
      expect(text).not.toMatch(/migration-gate\/migration-gate[\w./-]*@v1(?![.\w])/)
      expect(text.replaceAll('@v1.2.3', '@v1')).toBe(
        remote('show', `${tested}:${path}`).replaceAll('@v1.2.3', '@v1'),
      )
    }
    expect(remote('show', 'v1.2.3:README.md')).toBe(
      'uses: migration-gate/migration-gate@v1.2.3\nuses: migration-gate/migration-gate@v1.0.0',
    )
    expect(remote('show', 'v1.2.3:deploy/action.yml')).toContain(
      'uses: migration-gate/migration-gate/deploy/failed@v1.2.3\n',
    )
  })

  it('leaves main, the branch and the work tree as they were', () => {
    const tested = git('rev-parse', 'HEAD')
    release('tag', '1.2.3')
    expect(git('rev-parse', 'HEAD')).toBe(tested)
    expect(git('branch', '--show-current')).toBe('main')
    expect(git('status', '--porcelain')).toBe('')
    expect(remote('rev-parse', 'main')).toBe(tested)
  })

  it('changes nothing on a dry run', () => {
    const { code, said } = release('tag', '1.2.3', '--dry-run')
    expect(code).toBe(0)
    expect(said).toContain('rewrite  deploy/action.yml')
    expect(said).toContain('would tag v1.2.3')
    expect(remote('tag')).toBe('')
    expect(git('tag')).toBe('')
  })

  it('refuses a tag that exists here', () => {
    git('tag', 'v1.2.3')
    expect(release('tag', '1.2.3')).toEqual({
      code: 1,
      said: 'v1.2.3 exists. A release is never changed: take the next version.\n',
    })
  })

  it('refuses a tag that exists on the remote only', () => {
    release('tag', '1.2.3')
    git('tag', '-d', 'v1.2.3')
    expect(release('tag', '1.2.3')).toMatchObject({
      code: 1,
      said: expect.stringContaining('v1.2.3 exists.'),
    })
  })

  it.each([
    ['a change', () => write('README.md', 'changed')],
    ['a file that git does not know', () => write('new.txt', '')],
  ])('refuses a work tree with %s', (_, soil) => {
    soil()
    expect(release('tag', '1.2.3')).toMatchObject({
      code: 1,
      said: expect.stringContaining('The work tree has changes.'),
    })
    expect(remote('tag')).toBe('')
  })

  it('refuses a stale dist, and takes the word of --dist-checked', () => {
    write('script/check-dist', '#!/bin/sh\nexit 1\n')
    commit('fix: forgot to build')
    expect(release('tag', '1.2.3')).toMatchObject({
      code: 1,
      said: expect.stringContaining('dist/ is not what src/ builds to.'),
    })
    expect(release('tag', '1.2.3', '--dist-checked')).toMatchObject({ code: 0 })
  })

  it('refuses a commit that is not on main of the remote', () => {
    git('commit', '-qm', 'feat: in a hurry', '--allow-empty')
    expect(release('tag', '1.2.3')).toMatchObject({
      code: 1,
      said: expect.stringContaining('This commit is not on origin/main.'),
    })
  })

  it('refuses a version that package.json or CHANGELOG.md does not have', () => {
    expect(release('tag', '1.2.4').said).toContain('package.json says 1.2.3, not 1.2.4.')
    write('package.json', JSON.stringify({ version: '1.2.4' }))
    commit('chore: version')
    expect(release('tag', '1.2.4').said).toContain('CHANGELOG.md has no section [1.2.4].')
  })

  it('refuses when an executed file has lost its self reference', () => {
    write('deploy/action.yml', 'name: empty\n')
    commit('fix: oops')
    expect(release('tag', '1.2.3').said).toContain('deploy/action.yml has no reference')
    expect(remote('tag')).toBe('')
  })

  it.each([['v1.2.3'], ['1.2'], ['1.2.3-rc.1'], ['01.2.3'], ['1.2.3;id']])(
    'refuses %s as a version',
    version => {
      expect(release('tag', version)).toMatchObject({
        code: 1,
        said: expect.stringContaining('is not a version.'),
      })
    },
  )

  it('says how it is used', () => {
    for (const args of [[], ['toString', '1.2.3'], ['tag', '1.2.3', '--force'], ['tag', '1.2.3', 'more']])
      expect(release(...args)).toMatchObject({ code: 1, said: expect.stringMatching(/^Usage: /) })
  })
})

describe('script/release notes', () => {
  it('prints what the changelog says of the version', () => {
    expect(release('notes', '1.2.3')).toEqual({ code: 0, said: '### Added\n\n- A gate.\n' })
  })
})

describe('script/release move', () => {
  it('moves v1 from the release before to this one, by commit', () => {
    release('tag', '1.2.3')
    expect(release('move', '1.2.3')).toMatchObject({ code: 0 })
    expect(remote('rev-parse', 'v1')).toBe(remote('rev-parse', 'v1.2.3^{commit}'))

    setVersion('1.10.0')
    commit('feat: more')
    release('tag', '1.10.0')
    expect(release('move', '1.10.0')).toMatchObject({ code: 0 })
    expect(remote('rev-parse', 'v1')).toBe(remote('rev-parse', 'v1.10.0^{commit}'))
    expect(remote('tag')).toBe('v1\nv1.10.0\nv1.2.3')
  })

  it('never moves it back', () => {
    release('tag', '1.2.3')
    setVersion('1.10.0')
    commit('feat: more')
    release('tag', '1.10.0')
    release('move', '1.10.0')
    expect(release('move', '1.2.3').said).toBe('v1.10.0 is newer than v1.2.3: v1 never moves back.\n')
    expect(remote('rev-parse', 'v1')).toBe(remote('rev-parse', 'v1.10.0^{commit}'))
  })

  it('refuses a version that was not tagged, and changes nothing on a dry run', () => {
    expect(release('move', '1.2.3').said).toContain('v1.2.3 is not on origin.')
    release('tag', '1.2.3')
    expect(release('move', '1.2.3', '--dry-run').said).toBe('would move v1 to v1.2.3\n')
    expect(remote('tag')).toBe('v1.2.3')
  })
})

describe('release.yml', () => {
  it('ships what CI tested: it installs and builds nothing', () => {
    const text = readFileSync(join(root, '.github/workflows/release.yml'), 'utf8')
    expect(text).toContain('check_name=ci-ok')
    expect(text).not.toMatch(/npm |npx |script\/(build|setup|check-dist)/)
  })
})
