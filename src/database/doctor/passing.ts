import { oneLine } from '../../text.ts'

/** Why a connection failed that may be had in a moment. */
export interface Passing {
  kind: 'starting' | 'full' | 'refused' | 'unresolved'
  /** A few words, harmless. */
  reason: string
}

/** What pools say, with other codes than Postgres, when they or the server behind them are full or not there yet. */
const full =
  /no more connections allowed|max(?:imum)? (?:number of )?client(?:s| connections)|MaxClientsInSessionMode/i
const starting =
  /server login has been failing, try again|pgbouncer cannot connect to server|server_login_retry/i

const hungUp = 'the other side closed the connection'
const refusals: Record<string, string> = {
  ECONNREFUSED: 'the connection was refused',
  ECONNRESET: hungUp,
  EPIPE: hungUp,
  // Of several addresses Node gives each but the last a quarter of a second; ours is another timeout.
  ETIMEDOUT: 'nothing answered in time',
}

/** Reads whether what opening a connection threw will pass. Undefined: it will not. */
export function passingOf(error: unknown): Passing | undefined {
  const { code, message } = readError(error)
  // 57P01 and 57P02: the server went down while we were at its door.
  if (/^57P0[123]$/.test(code) || starting.test(message))
    return { kind: 'starting', reason: `${oneLine(message, 200)}${codeOf(code)}` }
  if (code === '53300' || full.test(message))
    return { kind: 'full', reason: `${oneLine(message, 200)}${codeOf(code)}` }
  // The name may be there: no server of names answered.
  if (code === 'EAI_AGAIN') return { kind: 'unresolved', reason: 'its name could not be looked up just now' }
  const refused = refusals[code] ?? (message === 'Connection terminated unexpectedly' ? hungUp : undefined)
  return refused === undefined ? undefined : { kind: 'refused', reason: refused }
}

function codeOf(code: string): string {
  return code === '' ? '' : ` (${code})`
}

/** What an error of the driver or of Node holds, whatever it is. */
export interface ReadError {
  code: string
  message: string
  /** Every address that was tried and failed. */
  addresses: string[]
}

/** Node hides the reasons of failed attempts on several addresses in an AggregateError with an empty message. */
export function readError(error: unknown): ReadError {
  const all: unknown[] = error instanceof AggregateError && error.message === '' ? error.errors : [error]
  const addressOf = (one: unknown) => (one as { address?: unknown } | null)?.address
  const addresses = all.flatMap(one => addressOf(one) ?? [])
  // Many machines have no IPv6: what became of the other address says more.
  const telling = all.find(one => !String(addressOf(one) ?? ':').includes(':')) ?? all[0]
  const { code, message } = (telling ?? {}) as { code?: unknown; message?: unknown }
  return {
    code: typeof code === 'string' ? code : '',
    message: typeof message === 'string' ? message : String(telling),
    addresses: addresses.filter(address => typeof address === 'string'),
  }
}
