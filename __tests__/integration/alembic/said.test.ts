/** What a person reads of a run of Alembic, and what its program is and is not told. */
import { expect, test } from '@jest/globals'
import { useAlembic, users } from '../../support/alembic-gate.ts'
import { freshDatabase } from '../../support/postgres.ts'
import { pythonOf } from '../../support/python.ts'

const bench = useAlembic()

test('what Alembic writes by itself is not said twice', async () => {
  const project = bench.make({ revisions: [users], top: 'print("a word of the user’s own")' })
  const { log } = await bench.run(project)
  expect(log).toContain('alembic: a word of the user’s own')
  expect(log).not.toMatch(/Context impl|Will assume|Running upgrade/)
  const upgrade = 'from alembic import util\nraise util.CommandError("no" + " way")'
  const refused = bench.make({ revisions: [users, { id: 'b2', upgrade }] })
  const failed = await bench.run(refused)
  expect(failed.fault).toMatchObject({ id: 'alembic-command', message: 'Alembic refused: no way.' })
  expect(failed.log.match(/no way/g)).toHaveLength(1)
})

test('a version table in another schema is no work of the revision', async () => {
  const top = 'SCHEMA = "public"'
  const project = bench.make({ revisions: [users], top, configure: 'version_table_schema=SCHEMA' })
  const { database } = await bench.run(project)
  expect(database.outcomes.map(outcome => outcome.did)).toEqual([['create table users']])
})

test('a program that is not Alembic', async () => {
  const project = bench.make({ revisions: [users] })
  const { fault, report } = await bench.run(project, { run: `${pythonOf()} -m no_such_module` })
  expect(fault?.id).toBe('child-exit')
  expect(fault?.cure).toContain('See that `run` starts Alembic')
  expect(report.notes.filter(note => note.kind === 'warning')).toEqual([])
})

test('a role that may not make the version table', async () => {
  const role = new URL(bench.url).username
  await bench.admin('alter schema public owner to current_user')
  await bench.admin(`grant usage on schema public to ${role}`)
  const { fault } = await bench.run(bench.make({ revisions: [users] }))
  await bench.admin(`alter schema public owner to ${role}`)
  expect(fault?.message).toBe(
    `Alembic may not do this as ${role}: permission denied for schema public (42501).`,
  )
  expect(fault?.next).toEqual([{ command: 'upgrade' }])
})

test('the URLs of databases that this run leaves out are kept from the program', async () => {
  const top = 'import os\nprint("has", sorted(k for k in os.environ if k.endswith("_URL")))'
  const project = bench.make({ revisions: [users], top })
  project.write({
    '.github/migration-gate.yml':
      'databases:\n  orion:\n    engine: alembic\n    url: ORION_URL\n  nebula:\n    engine: alembic\n    url: NEBULA_URL\n',
  })
  const env = { ORION_URL: bench.url, NEBULA_URL: 'postgres://other:secret@db.example.com/other' }
  const { log, report } = await bench.run(project, { database: 'orion' }, { env })
  expect(report.gate).toBe('open')
  expect(log).toContain("has ['DATABASE_URL', 'ORION_URL']")
})

test('a password in every spelling that Python has for it', async () => {
  const password = "S3cr3t/p@ss w:rd#%&'(1)"
  const database = await freshDatabase({ password })
  const top = `
import json, os, sys, time
from urllib.parse import quote, quote_plus, unquote
from sqlalchemy import make_url
given = os.environ["DATABASE_URL"]
url = make_url(given.replace("postgres://", "postgresql://"))
for text in (given, url.password, repr(url), url.render_as_string(hide_password=False), quote(url.password),
             quote(url.password, safe=""), quote_plus(url.password), json.dumps(url.password), repr(url.password)):
    print("::error::", text)
    print(text + "\\x1b[31m\\r", file=sys.stderr)
os.write(1, given[:30].encode()); time.sleep(0.2); os.write(1, given[30:].encode() + b"\\n")
raise RuntimeError(given + url.password)`
  const project = bench.make({ revisions: [users], top })
  try {
    const env = { DATABASE_URL: database.url }
    const { log, report, events, fault } = await bench.run(project, {}, { env })
    expect(fault?.id).toBe('env-raised')
    const everything = `${log}${JSON.stringify(report)}${JSON.stringify(events)}${fault?.debug}`
    expect(everything).not.toMatch(/S3cr3t|p(?:@|%40)ss|rd(?:#|%23)/i)
    expect(everything).not.toMatch(/(?:^|\\n|")\s*::/m)
  } finally {
    await database.drop()
  }
})
