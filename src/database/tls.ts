import type { ConnectionOptions } from 'node:tls'
import type { Target } from './url.ts'

/** Reads a certificate or key file named by the URL; throws GateError when it cannot. */
export type ReadCertificate = (path: string) => string

/**
 * TLS as libpq means its `sslmode` (PostgreSQL documentation, 34.19 SSL Support): `require` encrypts and checks
 * nothing, unless a root certificate is named, when it checks like `verify-ca`; `verify-full` also checks the host.
 * Unlike libpq, `verify-*` without `sslrootcert` trusts the authorities of the system.
 * Undefined: no TLS.
 */
function tlsOptions(target: Target, read: ReadCertificate): ConnectionOptions | undefined {
  if (target.tls === 'disable' || target.host.startsWith('/')) return undefined
  const named = target.rootCertificate !== undefined && target.rootCertificate !== 'system'
  const verifies =
    target.tls === 'verify-ca' || target.tls === 'verify-full' || (target.tls === 'require' && named)
  const options: ConnectionOptions = { rejectUnauthorized: verifies }
  if (named && verifies) options.ca = read(target.rootCertificate ?? '')
  if (target.certificate !== undefined) options.cert = read(target.certificate)
  if (target.key !== undefined) options.key = read(target.key)
  if (verifies && target.tls !== 'verify-full') options.checkServerIdentity = () => undefined
  return options
}

/** The ways to try, in libpq's order; undefined is the one without TLS. The second is for when the first is refused. */
export function tlsWays(target: Target, read: ReadCertificate): (ConnectionOptions | undefined)[] {
  const options = tlsOptions(target, read)
  if (target.tls === 'allow' && options !== undefined) return [undefined, options]
  return target.tls === 'prefer' && options !== undefined ? [options, undefined] : [options]
}
