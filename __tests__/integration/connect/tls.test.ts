/** TLS and channel binding as libpq means them, against a server that has them. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from '@jest/globals'
import { daysFromNow, makeAuthority } from '../../support/certificates.ts'
import { type GateRun, runIn, useBench } from '../../support/gate.ts'
import { onOwnServer, startOwnServer } from '../../support/own-server.ts'

const authority = makeAuthority()
const other = makeAuthority()
const issued = authority.issue(['DNS:localhost'])
afterAll(() => {
  authority.remove()
  other.remove()
})

/** Who may come how: each role says it by its name. */
const rules = `
hostssl   all tls_only   all scram-sha-256
host      all tls_only   all reject
hostnossl all plain_only all scram-sha-256
host      all plain_only all reject
host      all trusted    all trust
host      all cleartext  all password
host      all old_md5    all md5
host      all all        all scram-sha-256
`
const options = {
  settings: ['ssl=on', 'log_connections=on'],
  files: () => ({
    'server.crt': issued.certificate,
    'server.key': issued.key,
    'pg_hba.conf': rules,
  }),
}

onOwnServer(options, server => {
  const bench = useBench({ server: () => server().superuserUrl })

  /** Plans as a role, with these words behind the URL. */
  async function come(words: string, role = '', host = 'localhost'): Promise<GateRun> {
    const url = new URL(bench.database.url)
    url.hostname = host
    if (role !== '') {
      await bench.superuser(`do $$ begin create role ${role} login; exception when duplicate_object then null; end $$;
      set password_encryption = '${role === 'old_md5' ? 'md5' : 'scram-sha-256'}'; alter role ${role} password 'pw'`)
      url.username = role
      url.password = 'pw'
    }
    bench.write({ '0001_a.sql': 'create table a ();' })
    return runIn(bench.project.path, `${url.href}?${words}`, { inputs: { command: 'plan' } })
  }

  /** Whether a session of a role has TLS, as the server sees it: the gate is held while it applies. */
  async function seesTls(words: string): Promise<boolean | undefined> {
    bench.write({
      '0001_a.sql': 'create table seen as select ssl from pg_stat_ssl where pid = pg_backend_pid();',
    })
    const url = new URL(bench.database.url)
    url.hostname = 'localhost'
    const { report } = await runIn(bench.project.path, `${url.href}?${words}`)
    expect(report.gate).toBe('open')
    const [row] = await bench.query<{ ssl: boolean }>('select ssl from seen')
    return row?.ssl
  }

  const root = () => `sslrootcert=${encodeURIComponent(authority.file)}`

  test.each([
    ['sslmode=disable', false],
    ['sslmode=allow', false],
    ['sslmode=prefer', true],
    ['', true],
    ['sslmode=require', true],
    ['ssl=require', true],
  ])('%s', async (words, expected) => {
    expect(await seesTls(words)).toBe(expected)
  })

  test.each([
    ['allow goes over to TLS where the server wants it', 'sslmode=allow', 'tls_only', undefined],
    ['prefer goes over to none where the server wants none', 'sslmode=prefer', 'plain_only', undefined],
    ['disable is told that TLS is wanted', 'sslmode=disable', 'tls_only', 'connect-tls'],
    ['require is not admitted where none is wanted', 'sslmode=require', 'plain_only', 'connect-denied'],
  ])('%s', async (_, words, role, id) => {
    const { fault, report } = await come(words, role)
    expect(fault?.id).toBe(id)
    expect(report.gate).toBe(id === undefined ? 'open' : 'closed')
  })

  test('verify-full and verify-ca take the authority that the URL names', async () => {
    for (const mode of ['verify-full', 'verify-ca', 'require'])
      expect((await come(`sslmode=${mode}&${root()}`)).report.gate).toBe('open')
  })

  test('the host is checked by verify-full, and not by verify-ca', async () => {
    expect((await come(`sslmode=verify-ca&${root()}`, '', '127.0.0.1')).report.gate).toBe('open')
    const { fault } = await come(`sslmode=verify-full&${root()}`, '', '127.0.0.1')
    expect(fault).toMatchObject({ id: 'connect-certificate' })
    expect(fault?.message).toMatch(
      /^The certificate of 127\.0\.0\.1:\d+\/\w+ was not accepted: it is none for 127\.0\.0\.1\.$/,
    )
    expect(fault?.cure).toMatch(/^Write the host into the URL as the certificate has it/)
  })

  test.each([
    ['by the system', 'sslmode=verify-full'],
    ['by the system, in the words of libpq 16', 'sslrootcert=system'],
    ['by another authority', `sslmode=verify-ca&sslrootcert=${encodeURIComponent(other.file)}`],
    [
      'by another authority, which makes require check',
      `sslmode=require&sslrootcert=${encodeURIComponent(other.file)}`,
    ],
  ])('an authority that is not known %s', async (_, words) => {
    const { fault } = await come(words)
    expect(fault).toMatchObject({ id: 'connect-certificate' })
    expect(fault?.cure).toContain('sslrootcert=')
  })

  test.each([
    ['has expired', daysFromNow(-30), daysFromNow(-1), 'certificate has expired'],
    ['begins tomorrow', daysFromNow(1), daysFromNow(30), 'certificate is not yet valid'],
  ])('a certificate that %s', async (_, from, to, reason) => {
    const late = authority.issue(['DNS:localhost'], { from, to })
    const files = () => ({ 'server.crt': late.certificate, 'server.key': late.key })
    const of = await startOwnServer({ settings: ['ssl=on'], files })
    try {
      bench.write({ '0001_a.sql': 'create table a ();' })
      const url = `${of.superuserUrl.replace('127.0.0.1', 'localhost')}?sslmode=verify-full&${root()}`
      const { fault } = await runIn(bench.project.path, url, { inputs: { command: 'plan' } })
      expect(fault).toMatchObject({
        id: 'connect-certificate',
        message: `The certificate of localhost:${of.port}/postgres was not accepted: ${reason}.`,
        cure: 'Renew the certificate of the server, or mend the clock of this machine.',
      })
    } finally {
      await of.stop()
    }
  })

  test('a root certificate that is not there, or is none', async () => {
    const missing = await come('sslmode=verify-full&sslrootcert=certs/nowhere.crt')
    expect(missing.fault).toMatchObject({
      id: 'connect-tls',
      message: expect.stringContaining('cannot be read'),
    })
    writeFileSync(join(bench.project.path, 'no.crt'), 'no certificate')
    const { fault } = await come('sslmode=verify-full&sslrootcert=no.crt')
    expect(fault?.id).toMatch(/^connect-(?:tls|certificate)$/)
  })

  test('sslrootcert=system with less than verify-full is refused, as libpq does', async () => {
    const { fault } = await come('sslmode=require&sslrootcert=system')
    expect(fault).toMatchObject({
      id: 'url-form',
      message: expect.stringContaining('sslmode=verify-full only'),
    })
  })

  test('channel binding holds with TLS and SCRAM', async () => {
    expect((await come('sslmode=require&channel_binding=require')).report.gate).toBe('open')
    expect((await come('sslmode=require&channel_binding=disable')).report.gate).toBe('open')
  })

  test.each([
    ['there is no TLS', 'sslmode=disable', ''],
    ['nobody asks for a password', 'sslmode=require', 'trusted'],
    ['the password would be sent as it is', 'sslmode=require', 'cleartext'],
    ['the password is kept as md5', 'sslmode=require', 'old_md5'],
  ])('channel binding that is demanded and cannot be, because %s', async (_, words, role) => {
    expect((await come(words, role)).report.gate).toBe('open')
    const { fault } = await come(`${words}&channel_binding=require`, role)
    expect(fault).toMatchObject({ id: 'connect-binding' })
  })

  test('the password is not sent to who asks for it as it is, where channel binding is demanded', async () => {
    const admitted = () =>
      readFileSync(server().logFile, 'utf8').split('connection authorized: user=cleartext').length
    await come('sslmode=require', 'cleartext')
    const before = admitted()
    expect(before).toBeGreaterThan(1)
    await come('sslmode=require&channel_binding=require', 'cleartext')
    expect(admitted()).toBe(before)
  })
})
