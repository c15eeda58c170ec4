import { gateError } from '../catalogue/catalogue.ts'
import type { GateError } from '../errors.ts'
import type { Redact } from '../redact.ts'
import { oneLine } from '../text.ts'
import { describeTarget, type Target } from './url.ts'

const network: Record<string, string> = {
  ECONNREFUSED: 'the connection was refused',
  ETIMEDOUT: 'nothing answered in time',
  EHOSTUNREACH: 'there is no way to that host',
  ENETUNREACH: 'there is no way to that network (does the host have an IPv4 address?)',
  ECONNRESET: 'the other side closed the connection',
  EPIPE: 'the other side closed the connection',
  ENOENT: 'there is no such socket',
  EACCES: 'the socket may not be opened by this user',
}

/** Turns whatever opening a connection threw into a sentence. The error's own text is foreign. */
export function connectFault(error: unknown, target: Target, redact: Redact): GateError {
  const where = describeTarget(target)
  const { code, message } = readError(error)
  const reason = oneLine(redact(message)).replace(/\.$/, '')
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return gateError('connect-resolve', { where, host: oneLine(target.host) })
  }
  const known = network[code]
  if (known !== undefined) return gateError('connect-refused', { where, reason: known })
  if (/timeout expired/.test(message)) {
    return gateError('connect-refused', { where, reason: 'nothing answered in time' })
  }
  if (code === '28P01' || /SASL|password must be a string/.test(message)) {
    return gateError('connect-password', { where, user: oneLine(target.user) })
  }
  if (code === '3D000') return gateError('connect-database', { where, database: oneLine(target.database) })
  if (/server does not support SSL/.test(message)) {
    return gateError('connect-tls', {
      where,
      reason: 'the server does not offer TLS, and the URL demands it',
    })
  }
  if (/^(?:ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|HOSTNAME_MISMATCH)/.test(code)) {
    return gateError('connect-tls', { where, reason })
  }
  if (/^[0-9A-Z]{5}$/.test(code)) return gateError('connect-server', { where, code, reason })
  if (code === '' && /SSL connection|unexpected|terminated|message code|Received/i.test(message)) {
    return gateError('not-postgres', { where })
  }
  return gateError('connect-refused', { where, reason })
}

/** Node hides the reason of a failed attempt on several addresses in an AggregateError with an empty message. */
function readError(error: unknown): { code: string; message: string } {
  const inner = error instanceof AggregateError && error.message === '' ? error.errors[0] : error
  const { code, message } = (inner ?? {}) as { code?: unknown; message?: unknown }
  return {
    code: typeof code === 'string' ? code : '',
    message: typeof message === 'string' ? message : String(inner),
  }
}
