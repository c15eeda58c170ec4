/** What went wrong in relay, each as the pull request that would have brought it: caught, with the line to type. */
import { execFileSync } from 'node:child_process'
import { delimiter } from 'node:path'
import { expect, test } from '@jest/globals'
import { useChecker } from '../../../support/check.ts'
import {
  pythonEnvironment,
  pythonFolder,
  relayFiles,
  relayHead,
  relayRevision,
} from '../../../support/relay.ts'
import { type Files, gitTestEnv } from '../../../support/repo.ts'

const check = useChecker()
const path = `${pythonFolder()}${delimiter}${process.env.PATH ?? ''}`
const env = { ...pythonEnvironment(), PATH: path, DATABASE_URL: '' }

function pull(change: Files, inputs: Record<string, string> = {}, base: Files = relayFiles()) {
  check.repo.commit(base)
  check.repo.git('checkout', '--quiet', '-b', 'change')
  check.repo.commit(change)
  const all = { rehearse: 'auto', 'working-directory': 'backend', ...inputs }
  return check.pulled('change', { inputs: all, env })
}

const versions = 'backend/alembic/versions'
const lines = (sql: string) => [`op.execute("""${sql}""")`]

test('a table made by hand', async () => {
  const { said, log } = await pull(
    relayRevision('aaaa0001', ['op.add_column("audit", sa.Column("note", sa.Text))'], undefined, [
      'op.drop_column("audit", "note")',
    ]),
  )
  expect(said).toContain('rehearsal-fails error')
  expect(log).toContain('relation "audit" does not exist')
  expect(log).toContain('next: pg_dump --schema-only --no-owner --no-privileges --file db/baseline.sql')
}, 120_000)

test('a history that begins with tables made by hand: the line, and with it the rehearsal', async () => {
  const base = relayFiles()
  const first = `${versions}/20250203_3f2a9c1d7b40_create_users.py`
  base[first] = String(base[first]).replace(
    /op\.create_table\([\s\S]*?\n {4}\)/,
    'op.execute("alter table users add column full_name varchar(120) not null")',
  )
  base['backend/db/baseline.sql'] =
    "\\restrict x\nselect pg_catalog.set_config('search_path', '', false);\ncreate table public.users (id serial primary key, email varchar(255) not null unique, created_at timestamp not null default now());\n"
  const change = relayRevision(
    'aaaa0001',
    lines('create view a as select 1'),
    undefined,
    lines('drop view a'),
  )
  const without = await pull(change, {}, base)
  expect(without.said).toEqual(['rehearsal-start warning'])
  expect(without.log).toContain('`baseline: db/baseline.sql`')
  const all = { rehearse: 'auto', 'working-directory': 'backend', baseline: 'db/baseline.sql' }
  const given = await check.pulled('change', { inputs: all, env })
  expect(given.said).toEqual([])
  expect(given.database.rehearsal?.revisions).toMatchObject([{ id: 'aaaa0001', down: 'verified' }])
}, 180_000)

const noComma = ['op.add_column("users" sa.Column("note", sa.Text))']

test('what only Python sees of a new revision is its own, and not the history’s', async () => {
  const good = relayRevision('aaaa0001', lines('create view a as select 1'), undefined, lines('drop view a'))
  const { said, findings, fault, database } = await pull({
    ...good,
    ...relayRevision('bbbb0002', noComma, 'aaaa0001', ['op.drop_column("users", "note")']),
  })
  expect(said).toEqual(['rehearsal-fails error'])
  expect(findings[0]).toMatchObject({ revision: 'bbbb0002' })
  expect(fault).toMatchObject({
    id: 'python-syntax',
    place: { path: `${versions}/bbbb0002.py`, line: 10 },
    message: expect.stringContaining('bbbb0002.py: SyntaxError: invalid syntax'),
    cure: 'Correct the line, commit it, and run again.',
  })
  expect(fault?.next).toBeUndefined()
  expect(database.rehearsal).toMatchObject({
    revisions: [],
    why: expect.stringContaining('a new revision cannot be loaded'),
  })
}, 120_000)

test('what only Python sees of the second revision of a new history is the second’s', async () => {
  const base = relayFiles()
  for (const name of Object.keys(base)) if (name.startsWith(versions)) delete base[name]
  const change: Files = {
    ...relayRevision('aaaa0001', lines('create view a as select 1'), null, lines('drop view a')),
    ...relayRevision('bbbb0002', noComma, 'aaaa0001'),
  }
  const { findings } = await pull(change, {}, base)
  expect(findings.find(({ rule }) => rule === 'rehearsal-fails')).toMatchObject({
    revision: 'bbbb0002',
    fault: { id: 'python-syntax', place: { path: `${versions}/bbbb0002.py`, line: 10 } },
  })
}, 120_000)

test('a new revision that raises as it is loaded closes the gate, too', async () => {
  const [[path = '', text = ''] = []] = Object.entries(
    relayRevision('aaaa0001', lines('create view a as select 1'), undefined, lines('drop view a')),
  )
  const { said, fault } = await pull({ [path]: `${text}\nnobody\n` })
  expect(said).toEqual(['rehearsal-fails error'])
  expect(fault).toMatchObject({ id: 'alembic-raised', place: { path, line: 16 } })
}, 120_000)

test.each([
  ['what only Python sees', 'if True print("x")', 'python-syntax'],
  ['a bracket that nothing closes', 'print(("x")', 'alembic-syntax'],
])(
  '%s of a merged revision is said there, with no baseline to make',
  async (_, added, id) => {
    const first = `${versions}/20250203_3f2a9c1d7b40_create_users.py`
    const text = `${relayFiles()[first]}\n${added}\n`
    const { said, findings, log } = await pull(
      relayRevision('aaaa0001', lines('create view a as select 1'), undefined, lines('drop view a')),
      {},
      { ...relayFiles(), [first]: text },
    )
    expect(said).toEqual(['rehearsal-start warning'])
    const line = text.split('\n').length - 1
    expect(findings[0]?.fault).toMatchObject({ id, place: { path: first, line } })
    expect(findings[0]?.fault.state).toContain('not rehearsed')
    expect(log).not.toContain('baseline')
  },
  120_000,
)

test('a downgrade that forgets a type', async () => {
  const { said, findings } = await pull(
    relayRevision(
      'aaaa0001',
      [
        ...lines("create type mood as enum ('good')"),
        ...lines("create view moods as select 'good'::mood as mood"),
      ],
      undefined,
      lines('drop view moods'),
    ),
  )
  expect(said).toEqual(['rehearsal-down-differs error'])
  expect(findings[0]?.fault.message).toContain('type mood is left behind')
  expect(findings[0]?.fault.place).toEqual({ path: `${versions}/aaaa0001.py`, line: 15 })
}, 120_000)

test('a column that is not null, on a table with rows', async () => {
  const change: Files = {
    ...relayRevision(
      'aaaa0001',
      ['op.add_column("users", sa.Column("handle", sa.Text, nullable=False))'],
      undefined,
      ['op.drop_column("users", "handle")'],
    ),
    'backend/db/seed.sql': "insert into users (email, display_name) values ('a@example.com', 'A');\n",
  }
  const { said, log } = await pull(change, { seed: 'db/seed.sql' })
  expect(said).toContain('rehearsal-fails error')
  expect(log).toContain('column "handle" of relation "users" contains null values')
}, 120_000)

test('two heads', async () => {
  const { said, log } = await pull({
    ...relayRevision('aaaa0001', lines('create view a as select 1'), undefined, lines('drop view a')),
    ...relayRevision('bbbb0002', lines('create view b as select 1'), undefined, lines('drop view b')),
  })
  expect(said).toContain('multiple-heads error')
  expect(log).toMatch(/next: uv run alembic merge .* # in backend/)
}, 120_000)

test('two heads, one of them on main alone: the lines as they are typed', async () => {
  const start = check.repo.commit(relayFiles())
  check.repo.commit(relayRevision('ffff0001', lines('create view f as select 1')))
  check.repo.git('checkout', '--quiet', '-b', 'change', start)
  check.repo.commit(relayRevision('eeee0002', lines('create view e as select 1')))
  const inputs = { 'working-directory': 'backend', base: 'main' }
  const { said, log } = await check.run({ inputs, env: { ...env, GITHUB_EVENT_NAME: '' } })
  expect(said).toContain('multiple-heads error')
  const typed = [...log.matchAll(/next: (.+?)(?: {3}(?:#|\(if) .*)?$/gm)].map(([, line = '']) => line)
  expect(typed).toEqual(['git merge main', expect.stringMatching(/^uv run alembic merge -m .* \w+ \w+$/)])
  const cwd = `${check.repo.path}/backend`
  for (const line of typed)
    execFileSync('bash', ['-c', line], { cwd, env: { ...gitTestEnv(), ...env }, stdio: 'pipe' })
  check.repo.commit({})
  const joined = await check.run({ inputs, env: { ...env, GITHUB_EVENT_NAME: '' } })
  expect(joined.said.filter(one => one.endsWith('error'))).toEqual([])
}, 120_000)

test('an edited revision', async () => {
  const edited = `${versions}/20251021_d1f7a0b4c826_attachments_move_to_a_table_of_their_own.py`
  const text = String(relayFiles()[edited])
  const { said, log } = await pull({
    [edited]: text.replace('def upgrade() -> None:', '$&\n    op.execute("select 1")'),
  })
  expect(said).toEqual(['edited error'])
  expect(log).toMatch(/next: git checkout [0-9a-f]+ -- /)
}, 120_000)

test('a forgotten COPY', async () => {
  const docker = 'backend/Dockerfile'
  const text = String(relayFiles()[docker])
  const { said } = await pull({ [docker]: text.replace(/^COPY alembic\/ .*\n/m, '') })
  expect(said).toContain('not-in-image error')
}, 120_000)

test('a revision that reads rows, and one with an autocommit_block, are none of these', async () => {
  const reading = relayRevision(
    'aaaa0001',
    [
      'names = [row[0] for row in op.get_bind().execute(sa.text("select display_name from users"))]',
      'op.execute(f"create view v{len(names)} as select 1")',
    ],
    relayHead,
    lines('drop view v1'),
  )
  const apart = relayRevision(
    'bbbb0002',
    ['with op.get_context().autocommit_block():', '    op.execute("vacuum users")'],
    'aaaa0001',
    ['pass'],
  )
  const seed: Files = {
    'backend/db/seed.sql': "insert into users (email, display_name) values ('a@example.com', 'A');\n",
  }
  const { said, database } = await pull({ ...reading, ...apart, ...seed }, { seed: 'db/seed.sql' })
  expect(database.rehearsal?.revisions.map(({ id, up }) => [id, up])).toEqual([
    ['aaaa0001', 'applied'],
    ['bbbb0002', 'applied'],
  ])
  expect(said.filter(one => one.endsWith('error'))).toEqual([])
}, 180_000)
