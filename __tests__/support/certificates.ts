/** Certificates for a server of a test, made by openssl in a folder of their own. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** An authority that nobody else trusts. */
export interface Authority {
  /** Its own certificate, for `sslrootcert`. */
  file: string
  /** A certificate and key, in PEM, for names such as `DNS:localhost` and `IP:127.0.0.1`; for 30 days unless told otherwise. */
  issue(names: string[], valid?: { from: Date; to: Date }): { certificate: string; key: string }
  remove(): void
}

const authorityConfig = `[ca]
default_ca = own
[own]
database = index.txt
rand_serial = yes
new_certs_dir = .
default_md = sha256
policy = any
[any]
commonName = supplied
`

export function daysFromNow(days: number): Date {
  return new Date(Date.now() + days * 86_400_000)
}

/** `20261127015000Z` */
function inUtc(date: Date): string {
  return date
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replace(/[-T:]/g, '')
}

export function makeAuthority(): Authority {
  const folder = mkdtempSync(join(tmpdir(), 'gate-ca-'))
  const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' })
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes']
  openssl(
    'req',
    '-x509',
    ...key,
    '-keyout',
    'ca.key',
    '-out',
    'ca.crt',
    '-days',
    '30',
    '-subj',
    '/CN=gate test ca',
  )
  return {
    file: join(folder, 'ca.crt'),
    issue(names, valid = { from: daysFromNow(-1), to: daysFromNow(30) }) {
      openssl('req', ...key, '-keyout', 'one.key', '-out', 'one.csr', '-subj', `/CN=gate test server`)
      writeFileSync(join(folder, 'ext'), `subjectAltName=${names.join(',')}\n`)
      // `openssl x509` knows no beginning, and a new one no number of days below zero.
      writeFileSync(join(folder, 'ca.cnf'), authorityConfig)
      writeFileSync(join(folder, 'index.txt'), '')
      const ca = ['-batch', '-config', 'ca.cnf', '-cert', 'ca.crt', '-keyfile', 'ca.key', '-extfile', 'ext']
      const dates = ['-startdate', inUtc(valid.from), '-enddate', inUtc(valid.to)]
      openssl('ca', ...ca, ...dates, '-notext', '-in', 'one.csr', '-out', 'one.crt')
      const read = (name: string) => readFileSync(join(folder, name), 'utf8')
      return { certificate: read('one.crt'), key: read('one.key') }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
