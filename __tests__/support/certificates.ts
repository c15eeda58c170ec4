/** Certificates for a server of a test, made by openssl in a folder of their own. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** An authority that nobody else trusts. */
export interface Authority {
  /** Its own certificate, for `sslrootcert`. */
  file: string
  /** A certificate and key, in PEM, for names such as `DNS:localhost` and `IP:127.0.0.1`. */
  issue(names: string[]): { certificate: string; key: string }
  remove(): void
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
    issue(names) {
      openssl('req', ...key, '-keyout', 'one.key', '-out', 'one.csr', '-subj', `/CN=gate test server`)
      writeFileSync(join(folder, 'ext'), `subjectAltName=${names.join(',')}\n`)
      const ca = ['-CA', 'ca.crt', '-CAkey', 'ca.key', '-CAcreateserial', '-extfile', 'ext']
      openssl('x509', '-req', '-in', 'one.csr', '-out', 'one.crt', ...ca, '-days', '30')
      const read = (name: string) => readFileSync(join(folder, name), 'utf8')
      return { certificate: read('one.crt'), key: read('one.key') }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
