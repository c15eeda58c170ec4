import { gateError } from '../catalogue/catalogue.ts'
import { GateError } from '../errors.ts'
import type { Redact } from '../redact.ts'
import { oneLine, sayAge } from '../text.ts'
import { passingOf, type ReadError, readError } from './doctor/passing.ts'
import type { Tried } from './doctor/patience.ts'
import { describeTarget, type Target } from './url.ts'

const network: Record<string, string> = {
  EHOSTUNREACH: 'there is no way to that host',
  ENETUNREACH: 'there is no way to that network',
  ENOENT: 'there is no such socket',
  EACCES: 'the socket may not be opened by this user',
}

/** What is known of a connection that was not had. */
interface Attempted {
  target: Target
  redact: Redact
  tried: Tried
}

/** Turns whatever opening a connection threw into a sentence. The error's own text is foreign. */
export function connectFault(error: unknown, { target, redact, tried }: Attempted): GateError {
  if (error instanceof GateError) return error
  const where = describeTarget(target)
  const read = readError(error)
  const reason = oneLine(redact(read.message)).replace(/\.$/, '')
  return (
    waitedFault(error, where, tried, redact) ??
    networkFault(read, target, where) ??
    refusedFault(read, target, where, reason) ??
    tlsFault(read, target, where, reason) ??
    otherFault(read, where, reason)
  )
}

/** What passes, and did not while it was waited for. */
function waitedFault(
  error: unknown,
  where: string,
  { attempts, elapsedMs }: Tried,
  redact: Redact,
): GateError | undefined {
  const passing = passingOf(error)
  if (passing === undefined || passing.kind === 'unresolved') return undefined
  const reason = redact(passing.reason)
  if (passing.kind === 'refused') return gateError('connect-refused', { where, reason })
  const over = attempts === 1 ? '' : `, in ${attempts} attempts over ${sayAge(elapsedMs / 1000)}`
  return gateError(passing.kind === 'full' ? 'connect-full' : 'connect-starting', { where, reason, over })
}

function networkFault({ code, message, addresses }: ReadError, target: Target, where: string) {
  const host = oneLine(target.host)
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    const network = privateNetwork(target.host)
    return network === undefined
      ? gateError('connect-resolve', { where, host })
      : gateError('connect-private', { host, network, port: String(target.port) })
  }
  const noWay = /^(?:ENETUNREACH|EHOSTUNREACH|EADDRNOTAVAIL|EAFNOSUPPORT)$/.test(code)
  if (noWay && addresses.length > 0 && addresses.every(address => address.includes(':')))
    return gateError('connect-unroutable', { where, host })
  const known = /timeout expired/.test(message) ? 'nothing answered in time' : network[code]
  return known === undefined ? undefined : gateError('connect-refused', { where, reason: known })
}

/** Whose network knows such a name, where it is nobody's on the internet. */
function privateNetwork(host: string): string | undefined {
  if (/\.railway\.internal$/i.test(host)) return 'Railway'
  if (/\.(?:internal|flycast)$/i.test(host)) return 'Fly'
  return /\.(?:svc|cluster\.local)$/i.test(host) ? 'Kubernetes' : undefined
}

/** What the server said while it looked at who we are. */
function refusedFault({ code, message }: ReadError, target: Target, where: string, reason: string) {
  const user = oneLine(target.user)
  const database = oneLine(target.database)
  if (/SASL channel binding|requires a certificate/.test(message))
    return gateError('connect-binding', { where, reason: 'the server’s certificate cannot be read for it' })
  if (code === '28P01' || /SASL|password must be a string|password authentication failed/.test(message))
    return gateError('connect-password', { where, user })
  if (code === '3D000') return gateError('connect-database', { where, database })
  const unknown = /^unsupported startup parameter(?: in options)?: (\w+)/.exec(message)?.[1]
  if (unknown !== undefined) return gateError('connect-parameter', { where, parameter: unknown })
  if (/no encryption|connection is insecure|SSL (?:connection )?is required|SSL off/i.test(message))
    return gateError('connect-tls', { where, reason: 'the server wants TLS, and the URL goes without' })
  if (code === '28000' || code === '42501') return gateError('connect-denied', { where, user, reason, code })
  return undefined
}

function tlsFault({ code, message }: ReadError, target: Target, where: string, reason: string) {
  if (/server does not support SSL/.test(message))
    return gateError('connect-tls', {
      where,
      reason: 'the server does not offer TLS, and the URL demands it',
    })
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID')
    return gateError('connect-certificate', {
      where,
      reason: `it is none for ${oneLine(target.host)}`,
      kind: 'host',
    })
  if (/^(?:CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|HOSTNAME_MISMATCH)/.test(code))
    return gateError('connect-certificate', {
      where,
      reason,
      kind: /EXPIRED|NOT_YET/.test(code) ? 'time' : 'authority',
    })
  if (/^(?:ERR_TLS|ERR_SSL|ERR_OSSL|EPROTO)/.test(code)) return gateError('connect-tls', { where, reason })
  return undefined
}

function otherFault({ code, message }: ReadError, where: string, reason: string): GateError {
  if (/^[0-9A-Z]{5}$/.test(code)) return gateError('connect-server', { where, code, reason })
  if (code === '' && /SSL connection|unexpected|terminated|message code|Received/i.test(message)) {
    return gateError('not-postgres', { where })
  }
  return gateError('connect-refused', { where, reason })
}
