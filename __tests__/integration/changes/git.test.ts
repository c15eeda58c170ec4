import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { readChanges } from '../../../src/changes/changes.ts'
import type { Detection } from '../../../src/changes/detection.ts'
import { readFilters } from '../../../src/changes/filter.ts'
import { findRepository, gitSource, headCommit } from '../../../src/changes/git.ts'
import type { ChangeSet } from '../../../src/domain.ts'
import type { EventFacts } from '../../../src/event.ts'
import { type GitServer, startGitServer } from '../../support/git-server.ts'
import { gitTestEnv, makeRepo, type Repo } from '../../support/repo.ts'

const made: Repo[] = []
const zeros = '0'.repeat(40)
const home = mkdtempSync(join(tmpdir(), 'gate-home-'))
const env = gitTestEnv(home)

let server: GitServer

beforeAll(async () => {
  server = await startGitServer()
})
afterEach(() => {
  for (const repo of made.splice(0)) repo.remove()
})
afterAll(() => {
  server.stop()
  rmSync(home, { recursive: true, force: true })
})

function repository(): Repo {
  const repo = makeRepo()
  made.push(repo)
  return repo
}

/** As actions/checkout does it: one ref, detached, `depth` commits or all. */
function checkout(origin: Repo, ref: string, depth: number): Repo {
  const clone = repository()
  clone.git('remote', 'add', 'origin', server.urlOf(origin))
  const target = ref.startsWith('refs/heads/') ? ref.replace('refs/heads/', 'refs/remotes/origin/') : ref
  if (depth === 0)
    clone.git(
      'fetch',
      '--quiet',
      '--tags',
      'origin',
      '+refs/heads/*:refs/remotes/origin/*',
      `+${ref}:${target}`,
    )
  else clone.git('fetch', '--quiet', '--no-tags', `--depth=${depth}`, 'origin', `+${ref}:${target}`)
  clone.git('checkout', '--quiet', '--detach', target)
  return clone
}

function event(facts: Partial<EventFacts>): EventFacts {
  return {
    name: 'push',
    ref: 'refs/heads/main',
    sha: '',
    repository: 'o/r',
    defaultBranch: 'main',
    fork: false,
    dependabot: false,
    runUrl: '',
    ...facts,
  }
}

function detection(given: Partial<Detection> = {}): Detection {
  return {
    filters: undefined,
    filtersSource: 'the filters input',
    base: undefined,
    ref: undefined,
    token: undefined,
    listFiles: 'none',
    quantifier: 'some',
    fetchDepth: 2,
    ...given,
  }
}

function list(cwd: string, facts: Partial<EventFacts>, given: Partial<Detection> = {}) {
  return gitSource({ cwd, env }).list(event(facts), detection(given))
}

function files(set: ChangeSet): string[] {
  if (!set.known) throw new Error(`unknown: ${set.why}`)
  return set.changes.map(change => `${change.status} ${change.path}`).sort()
}

function why(set: ChangeSet): string {
  return set.known ? set.comparison.why : set.why
}

/** main: a, b, c on top of each other; topic: two commits from b. */
function branches() {
  const origin = repository()
  const first = origin.commit({ 'a.sql': '1' })
  const second = origin.commit({ 'b.sql': '1' })
  origin.git('checkout', '--quiet', '-b', 'topic')
  const topicFirst = origin.commit({ 'topic/1.sql': '1' })
  const topic = origin.commit({ 'topic/2.sql': '1', 'a.sql': null })
  origin.git('checkout', '--quiet', 'main')
  const main = origin.commit({ 'c.sql': '1' })
  return { origin, first, second, main, topic, topicFirst }
}

describe.each([0, 1])('checkout with fetch-depth %i', depth => {
  test('push to the default branch compares with the commit before the push', async () => {
    const { origin, first, main } = branches()
    const set = await list(checkout(origin, 'refs/heads/main', depth).path, { before: first })
    expect(files(set)).toEqual(['added b.sql', 'added c.sql'])
    expect(set).toMatchObject({ comparison: { base: first, head: main } })
    expect(why(set)).toBe('push to main: against the commit before the push')
  })

  test('push to another branch compares with where it left the default branch', async () => {
    const { origin, second, topicFirst } = branches()
    const clone = checkout(origin, 'refs/heads/topic', depth)
    const set = await list(clone.path, { ref: 'refs/heads/topic', before: topicFirst })
    expect(files(set)).toEqual(['added topic/1.sql', 'added topic/2.sql', 'deleted a.sql'])
    expect(set).toMatchObject({ comparison: { base: second } })
    const own = await list(clone.path, { ref: 'refs/heads/topic', before: topicFirst }, { base: 'topic' })
    expect(files(own)).toEqual(['added topic/2.sql', 'deleted a.sql'])
  })

  test('first push of a branch, and of the default branch', async () => {
    const { origin } = branches()
    const topic = checkout(origin, 'refs/heads/topic', depth)
    expect(files(await list(topic.path, { ref: 'refs/heads/topic', before: zeros }))).toEqual([
      'added topic/1.sql',
      'added topic/2.sql',
      'deleted a.sql',
    ])
    const main = await list(checkout(origin, 'refs/heads/main', depth).path, { before: zeros })
    expect(files(main)).toEqual(['added a.sql', 'added b.sql', 'added c.sql'])
    expect(why(main)).toBe('push to main: every file, because the branch is new')
  })

  test('force push: the commit before is compared as long as origin still has it', async () => {
    const { origin, main, second } = branches()
    origin.git('reset', '--quiet', '--hard', second)
    origin.commit({ 'd.sql': '1' })
    const set = await list(checkout(origin, 'refs/heads/main', depth).path, { before: main })
    expect(files(set)).toEqual(['added d.sql', 'deleted c.sql'])
  })

  test('force push whose commit before is gone: unknown, with a warning', async () => {
    const { origin } = branches()
    const set = await list(checkout(origin, 'refs/heads/main', depth).path, { before: 'abcd'.repeat(10) })
    expect(set).toEqual({
      known: false,
      level: 'warning',
      why: 'The commit before the push (abcdabc) is not in this clone: origin does not have it. Check out with `fetch-depth: 0`.',
    })
  })

  test('pull request: the merge commit against the tip of its base', async () => {
    const { origin, main, topic } = branches()
    origin.git('merge', '--quiet', '--no-ff', '-m', 'merge', 'topic')
    origin.git('update-ref', 'refs/pull/7/merge', 'HEAD')
    origin.git('reset', '--quiet', '--hard', main)
    const pullRequest = { number: 7, baseRef: 'main', baseSha: main, headRef: 'topic', headSha: topic }
    const facts = { name: 'pull_request', ref: 'refs/pull/7/merge', pullRequest }
    const set = await list(checkout(origin, 'refs/pull/7/merge', depth).path, facts)
    expect(files(set)).toEqual(['added topic/1.sql', 'added topic/2.sql', 'deleted a.sql'])
    expect(why(set)).toBe('pull request #7: the merge commit against the tip of main')
    const head = await list(checkout(origin, 'refs/heads/topic', depth).path, facts)
    expect(files(head)).toEqual(['added topic/1.sql', 'added topic/2.sql', 'deleted a.sql'])
    expect(why(head)).toBe('pull request #7: since it left main')
    const target = await list(checkout(origin, 'refs/heads/main', depth).path, {
      ...facts,
      name: 'pull_request_target',
    })
    expect(files(target)).toEqual(['added topic/1.sql', 'added topic/2.sql', 'deleted a.sql'])
  })

  test('tag and release: the nearest earlier tag of the same kind', async () => {
    const { origin, first } = branches()
    origin.git('tag', 'v1.0.0', first)
    origin.git('tag', '-a', '-m', 'noise', 'nightly-9', 'main~1')
    origin.git('tag', '-a', '-m', 'one', 'v1.1.0', 'main')
    const clone = checkout(origin, 'refs/tags/v1.1.0', depth)
    const set = await list(clone.path, { ref: 'refs/tags/v1.1.0', before: zeros })
    expect(files(set)).toEqual(['added b.sql', 'added c.sql'])
    expect(why(set)).toBe('tag v1.1.0: against the earlier tag v1.0.0')
    const release = await list(clone.path, { name: 'release', ref: 'refs/tags/v1.1.0', tag: 'v1.1.0' })
    expect(why(release)).toBe('release v1.1.0: against the earlier tag v1.0.0')
    const earliest = checkout(origin, 'refs/tags/v1.0.0', depth)
    const none = await list(earliest.path, { ref: 'refs/tags/v1.0.0', before: zeros })
    expect(files(none)).toEqual(['added a.sql'])
    expect(why(none)).toBe('tag v1.0.0: every file, because no earlier tag of its kind is an ancestor')
  })

  test('workflow_dispatch and schedule: the last commit, also when it is a merge', async () => {
    const { origin } = branches()
    origin.git('merge', '--quiet', '--no-ff', '-m', 'merge', 'topic')
    const clone = checkout(origin, 'refs/heads/main', depth)
    for (const name of ['workflow_dispatch', 'schedule', 'repository_dispatch', 'workflow_run']) {
      const set = await list(clone.path, { name })
      expect(files(set)).toEqual(['added topic/1.sql', 'added topic/2.sql', 'deleted a.sql'])
      expect(why(set)).toBe(`${name} on main: against its first parent`)
    }
  })

  test('merge queue: everything since the target branch, not only the last entry', async () => {
    const { origin, main } = branches()
    const ref = `refs/heads/gh-readonly-queue/main/pr-8-${main}`
    origin.git('checkout', '--quiet', '-b', ref.replace('refs/heads/', ''))
    origin.commit({ 'entry/1.sql': '1' })
    origin.commit({ 'entry/2.sql': '1' })
    const set = await list(checkout(origin, ref, depth).path, { name: 'merge_group', ref })
    expect(files(set)).toEqual(['added entry/1.sql', 'added entry/2.sql'])
    expect(why(set)).toBe('merge queue of main: since it left main')
  })

  test('merge queue: the entry, and the target that moved on', async () => {
    const { origin, second } = branches()
    const ref = 'refs/heads/gh-readonly-queue/main/pr-9-abc'
    origin.git('checkout', '--quiet', '-b', ref.replace('refs/heads/', ''), second)
    origin.commit({ 'entry/1.sql': '1' })
    const set = await list(checkout(origin, ref, depth).path, { name: 'merge_group', ref })
    expect(files(set)).toEqual(['added entry/1.sql'])
  })

  test('release: the release before, not the candidates between', async () => {
    const { origin, first, second } = branches()
    origin.git('tag', 'v1.0.0', first)
    origin.git('tag', 'v1.1.0-rc.1', second)
    origin.git('tag', 'v1.1.0', 'main')
    const clone = checkout(origin, 'refs/tags/v1.1.0', depth)
    const set = await list(clone.path, { name: 'release', ref: 'refs/tags/v1.1.0', tag: 'v1.1.0' })
    expect(files(set)).toEqual(['added b.sql', 'added c.sql'])
    expect(why(set)).toBe('release v1.1.0: against the earlier tag v1.0.0')
  })

  test('since the last successful run: its commit, wherever it is', async () => {
    const { origin, first } = branches()
    const clone = checkout(origin, 'refs/heads/main', depth)
    const lastSuccess = { commit: first, words: 'the last successful run on main (#7)' }
    const set = await list(clone.path, { before: zeros }, { lastSuccess })
    expect(files(set)).toEqual(['added b.sql', 'added c.sql'])
    expect(why(set)).toBe('push to main: against the last successful run on main (#7)')
  })

  test('a base and a ref by name, by tag and by hash', async () => {
    const { origin, first } = branches()
    origin.git('tag', 'start', first)
    const clone = checkout(origin, 'refs/heads/main', depth)
    const facts = { name: 'workflow_dispatch' }
    for (const base of ['start', 'refs/tags/start', first]) {
      expect(files(await list(clone.path, facts, { base }))).toEqual(['added b.sql', 'added c.sql'])
    }
    expect(files(await list(clone.path, facts, { ref: 'topic' }))).toHaveLength(3)
  })
})

test('a long way to the merge base in a shallow clone', async () => {
  const origin = repository()
  const start = origin.commit({ 'a.sql': '1' })
  origin.git('checkout', '--quiet', '-b', 'topic')
  for (let turn = 0; turn < 12; turn++) origin.commit({ [`topic/${turn}.sql`]: '1' })
  origin.git('checkout', '--quiet', 'main')
  for (let turn = 0; turn < 12; turn++) origin.commit({ [`main/${turn}.sql`]: '1' })
  const clone = checkout(origin, 'refs/heads/topic', 1)
  const set = await list(clone.path, { ref: 'refs/heads/topic', before: zeros })
  expect(files(set)).toHaveLength(12)
  expect(set).toMatchObject({ comparison: { base: start } })
})

test('the first commit has no parent; a repository without one is a note', async () => {
  const origin = repository()
  expect(await list(origin.path, { name: 'workflow_dispatch' })).toEqual({
    known: false,
    level: 'note',
    why: 'This repository has no commit yet.',
  })
  origin.commit({ 'a.sql': '1' })
  const set = await list(origin.path, { name: 'workflow_dispatch' })
  expect(files(set)).toEqual(['added a.sql'])
  expect(why(set)).toBe('workflow_dispatch on main: every file, because it is the first commit')
})

test('histories without a common ancestor are compared as they are, with a warning', async () => {
  const origin = repository()
  origin.commit({ 'a.sql': '1' })
  origin.git('checkout', '--quiet', '--orphan', 'island')
  origin.commit({ 'a.sql': '2' })
  const set = await list(origin.path, { ref: 'refs/heads/island', before: zeros })
  expect(files(set)).toEqual(['modified a.sql'])
  expect(set).toMatchObject({
    warnings: ['There is no common ancestor with "main": the two are compared as they are.'],
  })
})

test('the terminal: what is committed last and what is not committed, and nothing is fetched', async () => {
  const { origin, main } = branches()
  const clone = checkout(origin, 'refs/heads/main', 0)
  clone.write({ 'new.sql': '1', 'a.sql': 'edited', '.gitignore': 'ignored\n', ignored: '1' })
  const mine = { name: '', ref: '', defaultBranch: '' }
  const set = await list(clone.path, mine)
  expect(files(set)).toEqual(['added .gitignore', 'added c.sql', 'added new.sql', 'modified a.sql'])
  expect(why(set)).toBe('HEAD + uncommitted: against its first parent')
  expect(files(await list(clone.path, mine, { base: 'HEAD' }))).toEqual([
    'added .gitignore',
    'added new.sql',
    'modified a.sql',
  ])
  expect(files(await list(clone.path, mine, { base: 'topic', ref: main }))).toEqual(['added c.sql'])
  const shallow = await list(checkout(origin, 'refs/heads/main', 1).path, mine)
  expect(shallow).toMatchObject({
    known: false,
    level: 'warning',
    why: expect.stringContaining('is not in this clone'),
  })
})

test('base HEAD in an event: tracked files only, as paths-filter', async () => {
  const { origin } = branches()
  origin.write({ 'new.sql': '1', 'a.sql': 'edited' })
  expect(files(await list(origin.path, {}, { base: 'HEAD' }))).toEqual(['modified a.sql'])
})

test('names that are hard on parsers, type changes and submodules', async () => {
  const origin = repository()
  const library = repository()
  library.commit({ x: '1' })
  origin.commit({ 'link.sql': '1', 'old name.sql': 'the same content' })
  const odd = [
    'new\nline.sql',
    'tab\t.sql',
    '"quoted".sql',
    "it's.sql",
    'ünï 🐘.sql',
    '-rf.sql',
    ':(top)x.sql',
    '::warning::x.sql',
  ]
  for (const name of odd) origin.write({ [`m/${name}`]: '1' })
  rmSync(join(origin.path, 'link.sql'))
  symlinkSync('m', join(origin.path, 'link.sql'))
  origin.git('mv', 'old name.sql', 'new name.sql')
  origin.git('submodule', '--quiet', 'add', `file://${library.path}`, 'vendor/library')
  origin.commit({})
  const set = await list(origin.path, { name: 'workflow_dispatch' })
  expect(files(set)).toEqual(
    [
      ...odd.map(name => `added m/${name}`),
      'added .gitmodules',
      'added new name.sql',
      'added vendor/library',
      'deleted old name.sql',
      'type-changed link.sql',
    ].sort(),
  )
})

test('no name hides from a filter: line ends, quotes, bytes that are not UTF-8, a rename by both names', async () => {
  const origin = repository()
  origin.commit({ 'migrations/old.sql': 'the same content', 'migrations/link.sql': '1' })
  const folder = join(origin.path, 'migrations')
  for (const name of ['new\nline.sql', '"q".sql', 'ünï.sql']) writeFileSync(join(folder, name), '1')
  writeFileSync(
    Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0xff, 0xfe]), Buffer.from('.sql')]),
    '1',
  )
  rmSync(join(folder, 'link.sql'))
  symlinkSync('x', join(folder, 'link.sql'))
  mkdirSync(join(origin.path, 'elsewhere'))
  origin.git('mv', 'migrations/old.sql', 'elsewhere/new.sql')
  origin.commit({})
  const filters = await readFilters(
    "all: 'migrations/**'\nsql: '**/*.sql'\nnew: {added: 'migrations/*.sql'}\ngone: {deleted: '**'}\nedited: {modified: '**'}",
    'the filters input',
  )
  const source = gitSource({ cwd: origin.path, env })
  const changes = await readChanges(source, filters, event({ name: 'workflow_dispatch' }), detection())
  const added = [
    'migrations/"q".sql',
    'migrations/new\nline.sql',
    'migrations/ünï.sql',
    'migrations/\ufffd\ufffd.sql',
  ]
  const found = changes.matches.map(match => [match.name, match.changes.map(change => change.path).sort()])
  expect(Object.fromEntries(found)).toEqual({
    all: [...added, 'migrations/link.sql', 'migrations/old.sql'].sort(),
    sql: [...added, 'elsewhere/new.sql', 'migrations/link.sql', 'migrations/old.sql'].sort(),
    new: [...added].sort(),
    gone: ['migrations/old.sql'],
    edited: ['migrations/link.sql'],
  })
  expect(changes.warnings).toEqual([])
  expect(await source.tracked?.()).toHaveLength(6)
})

test('the folder within the repository does not matter, nor does the configuration of the person', async () => {
  const { origin } = branches()
  origin.write({ 'deep/er/x.sql': '1' })
  for (const [key, value] of [
    ['diff.relative', 'true'],
    ['diff.renames', 'copies'],
    ['diff.external', 'false'],
    ['core.quotePath', 'true'],
    ['color.ui', 'always'],
  ]) {
    origin.git('config', key ?? '', value ?? '')
  }
  const deep = join(origin.path, 'deep/er')
  expect(files(await list(deep, { name: '' }))).toEqual(['added c.sql', 'added deep/er/x.sql'])
  expect((await findRepository({ cwd: deep, env }))?.root).toBe(origin.path)
  expect(await headCommit({ cwd: deep, env })).toBe(origin.git('rev-parse', 'HEAD'))
})

describe('no comparison', () => {
  test('outside of a repository', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'gate-bare-'))
    const set = await list(folder, {})
    expect(set).toEqual({
      known: false,
      level: 'note',
      why: 'There is no git repository here, so what changed is not known.',
    })
    expect(await findRepository({ cwd: folder, env })).toBeUndefined()
    expect(await headCommit({ cwd: folder, env })).toBeUndefined()
    rmSync(folder, { recursive: true })
  })

  test('no git on PATH, and a folder that is not there', async () => {
    const { origin } = branches()
    const set = await gitSource({ cwd: origin.path, env: { PATH: '/nonexistent' } }).list(
      event({}),
      detection(),
    )
    expect(set).toEqual({
      known: false,
      level: 'note',
      why: 'There is no git on PATH, so what changed is not known.',
    })
    expect(await list(join(origin.path, 'absent'), {})).toMatchObject({ known: false, level: 'warning' })
  })

  test.each(['--upload-pack=touch pwned', '-x', '+main:refs/heads/x', 'a:b', 'a b', 'a..b', ''])(
    'base %j is refused',
    async base => {
      const { origin } = branches()
      for (const given of [{ base }, { ref: base }]) {
        const set = await list(origin.path, { name: 'workflow_dispatch' }, given)
        if (base === '' && 'base' in given) expect(set.known).toBe(true)
        else
          expect(set).toMatchObject({
            known: false,
            level: 'warning',
            why: expect.stringContaining('names no branch, tag or commit'),
          })
      }
    },
  )

  test('a base that nobody has, no origin, and credentials in its URL', async () => {
    const { origin } = branches()
    const nobody = await list(checkout(origin, 'refs/heads/main', 1).path, {}, { base: 'absent' })
    expect(why(nobody)).toBe(
      'The base of the comparison ("absent") is not in this clone: origin does not have it. Check out with `fetch-depth: 0`.',
    )
    expect(why(await list(origin.path, {}, { base: 'absent' }))).toContain('it has no remote "origin"')
    origin.git('remote', 'add', 'origin', 'http://x-access-token:hunter2secret@127.0.0.1:9/o/r')
    const refused = why(await list(origin.path, {}, { base: 'absent' }))
    expect(refused).toContain('origin could not be asked')
    expect(refused).not.toContain('hunter2secret')
  })

  test('a checkout that left no credentials behind', async () => {
    const { origin, first } = branches()
    const clone = checkout(origin, 'refs/heads/main', 1)
    clone.git('remote', 'set-url', 'origin', server.privateUrlOf(origin))
    const set = await list(clone.path, { before: first })
    expect(set).toMatchObject({ known: false, level: 'warning' })
    expect(why(set)).toContain('origin refused us (did the checkout use `persist-credentials: false`?)')
    expect(why(set)).toContain('Check out with `fetch-depth: 0`.')
  })

  test('a shallow clone whose origin has gone', async () => {
    const { origin, first } = branches()
    const clone = checkout(origin, 'refs/heads/main', 1)
    clone.git('remote', 'set-url', 'origin', 'file:///nonexistent')
    expect(await list(clone.path, { before: first })).toMatchObject({ known: false, level: 'warning' })
    const topic = checkout(origin, 'refs/heads/topic', 1)
    topic.git('remote', 'set-url', 'origin', 'file:///nonexistent')
    expect(await list(topic.path, { ref: 'refs/heads/topic' })).toMatchObject({
      known: false,
      level: 'warning',
    })
    expect(await list(clone.path, { ref: 'refs/tags/v1' })).toMatchObject({ known: false, level: 'warning' })
  })
})

/** Root may really give a repository away; git itself has a switch (setup.c) that serves everybody else. */
const ways = process.getuid?.() === 0 ? ['given away', 'called foreign'] : ['called foreign']

test.each(ways)(
  'a workspace that belongs to another user (%s): trusted in GITHUB_WORKSPACE alone, without configuration',
  async way => {
    const { origin } = branches()
    origin.git('config', 'core.autocrlf', 'false')
    const inner = join(origin.path, 'sub')
    mkdirSync(inner)
    const { execFileSync } = await import('node:child_process')
    let path = env.PATH ?? ''
    if (way === 'given away') execFileSync('chown', ['-R', '65534:65534', origin.path])
    else {
      const real = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim()
      const folder = join(home, 'bin')
      mkdirSync(folder)
      const wrapper = `#!/bin/sh\nGIT_TEST_ASSUME_DIFFERENT_OWNER=1 exec '${real}' "$@"\n`
      writeFileSync(join(folder, 'git'), wrapper, { mode: 0o755 })
      path = `${folder}:${path}`
    }
    chmodSync(origin.path, 0o755)
    const ask = (more: Record<string, string>) =>
      gitSource({ cwd: inner, env: { ...env, PATH: path, ...more } }).list(
        event({ name: 'workflow_dispatch' }),
        detection(),
      )
    expect(await ask({})).toMatchObject({
      known: false,
      level: 'warning',
      why: expect.stringContaining('safe.directory'),
    })
    expect(files(await ask({ GITHUB_WORKSPACE: origin.path }))).toEqual(['added c.sql'])
  },
)
