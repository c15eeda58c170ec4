/** The rules of docs/lint.md, for revisions of Alembic: the SQL that a rehearsal saw, the lines of their files. */
import { delimiter } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { useChecker } from '../../../support/check.ts'
import {
  pythonEnvironment,
  pythonFolder,
  relayFiles,
  relayHead,
  relayRevision,
  type Variant,
} from '../../../support/relay.ts'
import type { Files } from '../../../support/repo.ts'

const check = useChecker()
const env = {
  ...pythonEnvironment(),
  PATH: `${pythonFolder()}${delimiter}${process.env.PATH ?? ''}`,
  DATABASE_URL: 'postgresql://app:app@192.0.2.1/production',
}

/** A pull request that brings revisions to relay: each a list of lines of Python. */
async function pull(
  revisions: string[][],
  { variant = 'async', base = {} }: { variant?: Variant; base?: Files } = {},
) {
  const ids = revisions.map((_, index) => `aaaa000${index + 1}`)
  const files = revisions.map((lines, index) =>
    relayRevision(ids[index] ?? '', lines, ids[index - 1] ?? relayHead),
  )
  check.repo.commit({ ...relayFiles(variant), ...base })
  check.repo.git('checkout', '--quiet', '-b', 'change')
  check.repo.commit(Object.assign({}, ...files))
  // The ways down are not what is tested here.
  const config = '.github/migration-gate.yml'
  const rules =
    'rules: { no-way-down: off, rehearsal-down-differs: off, rehearsal-again-fails: off, models-differ: off }'
  check.repo.commit({
    [config]: `databases: { app: { engine: alembic, directory: backend, url: DATABASE_URL } }\n${rules}\n`,
  })
  const run = await check.pulled('change', { inputs: { rehearse: 'auto' }, env })
  const { findings, report } = run
  const at = findings.map(({ rule, fault, allowed }) => {
    const name = fault.place?.path.split('/').at(-1)?.replace('.py', '')
    return `${name}:${fault.place?.line} ${rule}${allowed === undefined ? '' : ' allowed'}`
  })
  return { ...run, at, notes: report.notes.map(({ text }) => text) }
}

const perMigration: Files = {
  'backend/alembic/env.py': String(relayFiles()['backend/alembic/env.py']).replace(
    'context.configure(connection=connection, ',
    'context.configure(connection=connection, transaction_per_migration=True, ',
  ),
}

describe.each<Variant>(['async', 'sync'])('relay, %s', variant => {
  it('each finding has the line of its operation, and the operation to write instead', async () => {
    const { at, findings } = await pull(
      [
        [
          'op.create_index("ix_users_locale", "users", ["locale"])',
          'op.add_column(',
          '    "users",',
          '    sa.Column("rank", sa.Integer(), server_default=sa.text("(random() * 100)::int")),',
          ')',
          'op.alter_column("users", "locale", type_=sa.String(4))',
          'op.create_foreign_key("fk_seen", "messages", "users", ["reply_to"], ["id"], ondelete="SET NULL")',
        ],
      ],
      { variant },
    )
    expect(at).toEqual([
      'aaaa0001:10 index-blocks-writes',
      'aaaa0001:11 add-column-rewrites',
      'aaaa0001:15 type-change-rewrites',
      'aaaa0001:16 foreign-key-scans',
    ])
    const [index, column, , key] = findings
    expect(index?.fault.cure).toContain(
      '`with op.get_context().autocommit_block(): op.create_index("ix_users_locale", "users", ["locale"], postgresql_concurrently=True)`',
    )
    expect(column?.fault.cure).toContain(
      '`op.add_column("users", sa.Column("rank", sa.Integer(), nullable=True))`',
    )
    expect(key?.fault.cure).toContain(
      '`op.create_foreign_key("fk_seen", "messages", "users", ["reply_to"], ["id"], ondelete="SET NULL", postgresql_not_valid=True)`',
    )
    expect(key?.fault.cure).toContain('transaction_per_migration=True')
    expect(findings.map(({ fault }) => fault.cure).join()).not.toContain('migrate:up')
  }, 240_000)

  it('what is harmless has no finding: a table of its own, parameters, percent signs, an autocommit block', async () => {
    const { at, report, notes } = await pull(
      [
        [
          'notes = op.create_table("notes", sa.Column("id", sa.Integer, primary_key=True), sa.Column("text", sa.Text))',
          'op.create_index("ix_notes_text", "notes", ["text"])',
          'op.bulk_insert(notes, [{"text": "100 % :sure"}, {"text": "b"}])',
          `op.execute("update users set locale = 'en' where locale like 'xx%' and id < 0")`,
          `op.execute(sa.text("select count(*) from users where locale = :locale").bindparams(locale="de"))`,
          'op.get_bind().execute(sa.text("select id from users where id = :id"), {"id": 1}).fetchall()',
          'op.add_column("users", sa.Column("note", sa.Text(), nullable=True))',
        ],
        [
          'with op.get_context().autocommit_block():',
          '    op.create_index("ix_users_note", "users", ["note"], postgresql_concurrently=True)',
        ],
      ],
      { variant },
    )
    expect({ at, notes }).toEqual({
      at: [],
      notes: expect.not.arrayContaining([expect.stringContaining('not looked at')]),
    })
    expect(report.gate).toBe('open')
  }, 240_000)
})

it('the line is that of the revision, whatever stands between: a function, a batch, a block of SQL', async () => {
  const { at } = await pull(
    [
      [
        'def index(name):',
        '    op.create_index(name, "users", ["locale"])',
        'index("ix_a")',
        'with op.batch_alter_table("users") as batch:',
        '    batch.alter_column("locale", nullable=False, server_default=None)',
        '    batch.alter_column("email", new_column_name="mail")',
        'op.execute("""',
        "    comment on table users is 'they';",
        '    create index ix_b on users (locale);',
        '""") if op.get_context().dialect.driver != "asyncpg" else None',
        'op.execute("do $$ begin create index ix_c on users (locale); end $$")',
      ],
    ],
    { variant: 'sync' },
  )
  expect(at).toEqual([
    'aaaa0001:11 index-blocks-writes',
    expect.stringMatching(/^aaaa0001:1[345] rename-in-use$/),
    'aaaa0001:16 index-blocks-writes',
    'aaaa0001:20 index-blocks-writes',
  ])
}, 240_000)

it('a line with # lets it through, with the reason; the contract step is marked likewise', async () => {
  const { at, findings, report } = await pull([
    [
      '# gate: allow index-blocks-writes because it has ten rows',
      'op.create_index("ix_users_locale", "users", ["locale"])',
      '# gate: contract because 1.4 does not read it',
      'op.drop_column("users", "locale")',
    ],
  ])
  expect(at).toEqual(['aaaa0001:11 index-blocks-writes allowed', 'aaaa0001:13 drop-in-use allowed'])
  expect(findings.map(({ allowed }) => allowed?.reason)).toEqual(['it has ten rows', '1.4 does not read it'])
  expect(report.gate).toBe('open')
}, 240_000)

describe('revisions of one transaction', () => {
  const steps = [
    ['op.create_check_constraint("short", "users", "length(locale) < 9", postgresql_not_valid=True)'],
    ['op.execute("alter table users validate constraint short")'],
  ]

  it('are told as what they are', async () => {
    const { at, findings } = await pull(steps)
    expect(at).toEqual(['aaaa0002:10 validated-too-soon'])
    expect(findings[0]?.fault.cure).toContain('`transaction_per_migration=True` in `context.configure`')
  }, 240_000)

  it('and not, where each has its own', async () => {
    expect((await pull(steps, { base: perMigration })).at).toEqual([])
  }, 240_000)
})
