/** The history guard of the sql engine on real repositories. */
import { describe, expect, it } from '@jest/globals'
import { sqlRevision, useChecker } from '../../support/check.ts'

const checker = useChecker()
const first = { 'migrations/0001_customers.sql': sqlRevision('create table customers (id int)') }
const second = { 'migrations/0002_orders.sql': sqlRevision('create table orders (id int)') }

function branch(name: string, from = 'main'): void {
  checker.repo.git('checkout', '--quiet', '-B', name, from)
}

describe('a pull request', () => {
  it('that only adds is open, and says what it adds', async () => {
    checker.repo.commit(first)
    branch('orders')
    checker.repo.commit(second)
    const { report, said, log, database } = await checker.pulled('orders')
    expect(said).toEqual([])
    expect(report).toMatchObject({ gate: 'open', status: 'checked' })
    expect(database.added).toEqual(['0002'])
    expect(log).toContain('🟢 Gate open: 1 new revision, nothing wrong with the history.')
  })

  it('that edits a merged revision is closed, with the statements and the line that restores them', async () => {
    const base = checker.repo.commit({ ...first, ...second })
    branch('edit')
    checker.repo.commit({
      'migrations/0001_customers.sql': sqlRevision('create table customers (id int, name text);\nselect 1'),
    })
    const { report, fault, said, log } = await checker.pulled('edit')
    expect(said).toEqual(['edited error'])
    expect(report).toMatchObject({ gate: 'closed', status: 'failed' })
    expect(fault).toMatchObject({
      id: 'edited',
      exit: 1,
      place: { path: 'migrations/0001_customers.sql', line: 2 },
      diff: [
        { mark: '-', line: 2, text: 'create table customers (id int)' },
        { mark: '+', line: 2, text: 'create table customers (id int, name text)' },
        { mark: '+', line: 3, text: 'select 1' },
      ],
    })
    expect(fault?.message).toContain('1 statement changed, 1 statement added')
    expect(fault?.foreign?.[0]?.line).toBe(
      `git checkout ${base.slice(0, 12)} -- migrations/0001_customers.sql`,
    )
    expect(log).toContain('+ 2 │ create table customers (id int, name text)')
    expect(log).toContain('🔴 Gate closed: 1 error.')
  })

  it('with comments or white space among its statements is closed, since a deploy would be', async () => {
    checker.repo.commit(first)
    branch('comment')
    const text =
      '-- migrate:up\n-- who buys\nCREATE TABLE  customers (\n  id int\n);\n-- migrate:down\ndrop table if exists t;\n'
    checker.repo.commit({ 'migrations/0001_customers.sql': text })
    const { report, said, fault } = await checker.pulled('comment')
    expect(said).toEqual(['checksum-edited error'])
    expect(report.gate).toBe('closed')
    expect(fault?.message).toContain('calls it modified and refuses the deploy')
    branch('allowed', 'comment')
    const line = '-- gate: allow modified because it is stamped everywhere'
    checker.repo.commit({ 'migrations/0001_customers.sql': `${line}\n${text}` })
    const allowed = await checker.pulled('allowed')
    expect([allowed.said, allowed.report.gate]).toEqual([['checksum-edited allowed'], 'open'])
  })

  it('with comments that are in no checksum is warned', async () => {
    checker.repo.commit(first)
    branch('comment')
    const text = sqlRevision('\n  create table customers (id int)').replace('drop', '-- back\ndrop')
    checker.repo.commit({ 'migrations/0001_customers.sql': `-- who buys\n${text}` })
    const { report, said } = await checker.pulled('comment')
    expect(said).toEqual(['comment-only-edit warning'])
    expect(report.gate).toBe('open')
    expect((await checker.pulled('comment', { inputs: { 'fail-on': 'warning' } })).report.gate).toBe('closed')
  })

  it('that edits a way down alone is warned', async () => {
    checker.repo.commit(first)
    branch('down')
    checker.repo.commit({
      'migrations/0001_customers.sql': sqlRevision('create table customers (id int)', 'drop table customers'),
    })
    const { said, findings } = await checker.pulled('down')
    expect(said).toEqual(['way-down-edited warning'])
    expect(findings[0]?.fault.diff).toHaveLength(2)
  })

  it('that edits or deletes the file of a way down is warned', async () => {
    checker.repo.commit({
      'migrations/0001_a.up.sql': 'create table a ();',
      'migrations/0001_a.down.sql': 'drop table a;',
    })
    branch('edit')
    checker.repo.commit({ 'migrations/0001_a.down.sql': 'drop table if exists a;' })
    expect((await checker.pulled('edit')).said).toEqual(['way-down-edited warning'])
    branch('delete', 'main')
    checker.repo.commit({ 'migrations/0001_a.down.sql': null })
    expect((await checker.pulled('delete')).said).toEqual(['way-down-edited warning'])
  })

  it('that deletes one is closed', async () => {
    checker.repo.commit({ ...first, ...second })
    branch('delete')
    checker.repo.commit({ 'migrations/0001_customers.sql': null })
    const { said, fault } = await checker.pulled('delete')
    expect(said).toEqual(['deleted error'])
    expect(fault?.foreign?.[0]?.line).toMatch(/^git checkout [0-9a-f]{12} -- migrations\/0001_customers.sql$/)
  })

  it('that gives one another version is closed, with the line that takes it back', async () => {
    checker.repo.commit({ ...first, ...second })
    branch('rename')
    checker.repo.git('mv', 'migrations/0001_customers.sql', 'migrations/0003_customers.sql')
    checker.repo.commit({})
    const { said, fault } = await checker.pulled('rename')
    expect(said).toEqual(['renamed error'])
    expect(fault?.foreign?.[0]?.line).toBe(
      'git mv migrations/0003_customers.sql migrations/0001_customers.sql',
    )
  })

  it('that gives one another name is warned, since its version is what a history knows', async () => {
    checker.repo.commit(first)
    branch('rename')
    checker.repo.git('mv', 'migrations/0001_customers.sql', 'migrations/0001_people.sql')
    checker.repo.commit({})
    const { said, findings } = await checker.pulled('rename')
    expect(said).toEqual(['moved warning'])
    expect(findings[0]?.fault.foreign?.[0]?.line).toBe(
      'git mv migrations/0001_people.sql migrations/0001_customers.sql',
    )
  })

  it.each([true, false])(
    'with a version that main took meanwhile is closed (trial merge: %s)',
    async merged => {
      checker.repo.commit(first)
      branch('mine')
      checker.repo.commit({ 'migrations/002_mine.sql': sqlRevision('create table mine ()') })
      branch('main')
      checker.repo.commit(second)
      const { said, fault } = await checker.pulled('mine', { merged })
      expect(said).toEqual(['duplicate error'])
      expect(fault?.place?.path).toBe('migrations/002_mine.sql')
      expect(fault?.foreign?.[0]?.line).toBe('git mv migrations/002_mine.sql migrations/0003_mine.sql')
    },
  )

  it.each([true, false])(
    'with a version before one that main took meanwhile is closed (trial merge: %s)',
    async merged => {
      checker.repo.commit(first)
      branch('late')
      checker.repo.commit({ 'migrations/0002_late.sql': sqlRevision('create table late ()') })
      branch('main')
      checker.repo.commit({ 'migrations/0003_early.sql': sqlRevision('create table early ()') })
      const { said, fault } = await checker.pulled('late', { merged })
      expect([said, fault?.id]).toEqual([['out-of-order error'], 'sorts-before'])
      expect(fault?.foreign?.[0]?.line).toBe('git mv migrations/0002_late.sql migrations/0004_late.sql')
      const allowed = await checker.pulled('late', { merged, inputs: { allow: 'out-of-order' } })
      expect(allowed.said).toEqual(['out-of-order allowed'])
      expect(allowed.report.gate).toBe('open')
    },
  )

  it('with nothing to run, no way down, or what no run would take', async () => {
    checker.repo.commit(first)
    branch('new')
    checker.repo.commit({
      'migrations/0002_empty.sql': '-- migrate:up\n-- later\n-- migrate:down\n',
      'migrations/0003_up.sql': 'create table up ();\n',
      'migrations/0004_begin.sql': sqlRevision('begin;\nselect 1;\ncommit'),
      'migrations/notes.sql': 'select 1;\n',
    })
    const { said, findings } = await checker.pulled('new')
    expect(said).toEqual([
      'file-fault error',
      'file-fault error',
      'file-fault error',
      'empty-upgrade error',
      'no-way-down warning',
    ])
    expect(findings.map(finding => finding.fault.id)).toEqual(
      expect.arrayContaining(['revision-foreign', 'sql-transaction-control']),
    )
  })

  it('from a fork runs, and needs no URL', async () => {
    checker.repo.commit(first)
    branch('edit')
    checker.repo.commit({ 'migrations/0001_customers.sql': sqlRevision('select 1') })
    const { said } = await checker.pulled('edit', { fork: true, inputs: { 'database-url': 'env:NOT_THERE' } })
    expect(said).toEqual(['edited error'])
  })

  it('in a clone of the trial merge alone gets what it compares with, and without origin is closed', async () => {
    checker.repo.commit({ ...first, ...second })
    branch('edit')
    const head = checker.repo.commit({ 'migrations/0001_customers.sql': sqlRevision('select 1') })
    branch('main')
    const base = checker.repo.commit({ 'README.md': 'more' })
    checker.repo.git('merge', '--quiet', '--no-ff', '-m', 'trial', 'edit')
    const clone = checker.repo.clone('--depth', '1')
    try {
      expect((await checker.pulledAt({ base, head }, { path: clone.path })).said).toEqual(['edited error'])
    } finally {
      clone.remove()
    }
    const alone = checker.repo.clone('--depth', '1')
    try {
      alone.git('remote', 'remove', 'origin')
      const { said, fault } = await checker.pulledAt({ base, head }, { path: alone.path })
      expect(said).toEqual(['not-compared error'])
      expect(fault?.cure).toContain('fetch-depth: 0')
    } finally {
      alone.remove()
    }
  })

  it('is refused on pull_request_target', async () => {
    checker.repo.commit(first)
    const { report, fault } = await checker.run({ env: { GITHUB_EVENT_NAME: 'pull_request_target' } })
    expect(report.gate).toBe('closed')
    expect(fault?.id).toBe('check-target')
  })
})

describe('what lets a finding through', () => {
  const edited = (line: string) => ({
    'migrations/0001_customers.sql': `${line}\n${sqlRevision('create table customers (id bigint)')}`,
  })

  it('is the input, and a line of the revision with its reason', async () => {
    checker.repo.commit(first)
    branch('edit')
    checker.repo.commit(edited('-- gate: allow modified because it never left staging'))
    const { said, log, report, findings } = await checker.pulled('edit')
    expect(said).toEqual(['edited allowed'])
    expect(report.gate).toBe('open')
    expect(findings[0]?.allowed).toEqual({
      by: 'migrations/0001_customers.sql:1',
      reason: 'it never left staging',
    })
    expect(log).toContain('edited is let through by migrations/0001_customers.sql:1: it never left staging')
    const byInput = await checker.pulled('edit', { inputs: { allow: 'modified' } })
    expect(byInput.report.gate).toBe('open')
  })

  it('is not a line that let an earlier change through', async () => {
    checker.repo.commit(edited('-- gate: allow modified because it never left staging'))
    branch('again')
    checker.repo.commit({
      'migrations/0001_customers.sql': `-- gate: allow modified because it never left staging\n${sqlRevision('select 2')}`,
    })
    expect((await checker.pulled('again')).said).toEqual(['edited error'])
  })

  it('is not a line without a reason, and that is said', async () => {
    checker.repo.commit(first)
    branch('edit')
    checker.repo.commit(edited('-- gate: allow modified'))
    expect((await checker.pulled('edit')).said).toEqual(['edited error', 'allow-unread warning'])
  })

  it('of a deleted revision is a line of another one', async () => {
    checker.repo.commit(first)
    branch('delete')
    checker.repo.commit({
      'migrations/0001_customers.sql': null,
      'migrations/0002_all.sql': `-- gate: allow missing 0001 because it is in here now\n${sqlRevision('create table customers ()')}`,
    })
    expect((await checker.pulled('delete')).said).toEqual(['deleted allowed'])
  })

  it('is a rule of the config file, but not for what no upgrade would take', async () => {
    const config = (rules: string) => ({
      '.github/migration-gate.yml': `databases:\n  app:\n    engine: sql\n    directory: migrations\n    url: APP_URL\nrules:\n${rules}`,
    })
    checker.repo.commit({ ...first, ...config('  no-way-down: off\n  moved: error\n  duplicate: off\n') })
    branch('new')
    checker.repo.git('mv', 'migrations/0001_customers.sql', 'migrations/0001_people.sql')
    checker.repo.commit({ 'migrations/0002_a.sql': 'select 1;\n', 'migrations/02_b.sql': 'select 2;\n' })
    expect((await checker.pulled('new')).said).toEqual(['moved error', 'duplicate error'])
  })
})

describe('a push', () => {
  it('is held against the commit before it', async () => {
    const before = checker.repo.commit({
      'migrations/0001_customers.sql': '-- migrate:up\n-- migrate:down\n',
    })
    checker.repo.commit(first)
    const { said, report } = await checker.pushed(before)
    expect(said).toEqual(['edited error'])
    expect(report.comparison?.why).toContain('the commit before the push')
  })

  it('of a new repository adds everything', async () => {
    checker.repo.commit({ ...first, ...second })
    const { said, database } = await checker.pushed()
    expect(said).toEqual([])
    expect(database.added).toEqual(['0001', '0002'])
  })

  it('whose commit before is lost is warned, and still checked for what the files show', async () => {
    checker.repo.commit({ ...first, 'migrations/01_again.sql': sqlRevision('select 1') })
    const { said } = await checker.pushed('1'.repeat(40))
    expect(said).toEqual(['not-compared warning', 'duplicate error'])
  })
})

describe('an entry of the merge queue', () => {
  it('is held against the entries ahead of it', async () => {
    checker.repo.commit(first)
    branch('ahead')
    const ahead = checker.repo.commit({ 'migrations/0002_ahead.sql': sqlRevision('create table ahead ()') })
    checker.repo.commit({ 'migrations/02_mine.sql': sqlRevision('create table mine ()') })
    const { said, fault, log } = await checker.queued(ahead)
    expect(said).toEqual(['duplicate error'])
    expect(log).toContain('📝 history: merge queue of main: against the queue before this entry')
    expect(fault?.place?.path).toBe('migrations/02_mine.sql')
    checker.repo.commit({
      'migrations/02_mine.sql': null,
      'migrations/0002_ahead.sql': sqlRevision('select 1'),
    })
    const edited = await checker.queued(ahead)
    expect(edited.said).toEqual(['edited error'])
    expect(edited.fault?.message).toContain('the queue before this entry')
  })

  it('without its base in the clone is closed', async () => {
    checker.repo.commit(first)
    const { report, said } = await checker.queued('1'.repeat(40))
    expect(said).toEqual(['not-compared error'])
    expect(report.gate).toBe('closed')
  })
})

describe('on a terminal', () => {
  it('what is not committed yet is held against the main branch that one stands on', async () => {
    checker.repo.commit(first)
    checker.repo.write({ 'migrations/0001_customers.sql': sqlRevision('select 1') })
    expect((await checker.typed()).said).toEqual(['edited error'])
  })

  it('the files as they lie are held against the main branch', async () => {
    checker.repo.commit(first)
    branch('work')
    checker.repo.commit(second)
    checker.repo.commit({ 'README.md': 'more' })
    checker.repo.write({
      'migrations/0001_customers.sql': sqlRevision('select 1'),
      'migrations/0003_new.sql': sqlRevision('select 3'),
    })
    const { said, database, report } = await checker.typed()
    expect(said).toEqual(['edited error'])
    expect(database.added).toEqual(['0002', '0003'])
    expect(report.comparison?.why).toContain('since it left main')
  })
})
