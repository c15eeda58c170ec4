/** The way from env.py to the server: driver, spelling of the URL, connection. */

import { describeTarget } from '../../../database/url.ts'
import { oneLine } from '../../../text.ts'
import { adder } from './starting.ts'
import { faultOf, type Reader, reasonOf, type Told } from './told.ts'

/** What a URL asks for, and the package that brings it. Plain postgresql:// changed its meaning with SQLAlchemy 2.1. */
const drivers: Record<string, { asked: string; package: string }> = {
  asyncpg: { asked: 'postgresql+asyncpg', package: 'asyncpg' },
  psycopg: {
    asked: 'postgresql+psycopg, which plain postgresql means since SQLAlchemy 2.1',
    package: 'psycopg[binary]',
  },
  psycopg2: {
    asked: 'postgresql+psycopg2, which plain postgresql means before SQLAlchemy 2.1',
    package: 'psycopg2-binary',
  },
}

/** A driver that is not installed, or greenlet, which async engines need. */
export const explainDriver: Reader = told => {
  const { failure, facts } = told
  const add = adder(facts.start)
  const module = /^No module named '(.+?)'/.exec(failure.message)?.[1] ?? ''
  if (module === 'greenlet' || /requires that the Python 'greenlet' library/.test(failure.message))
    return faultOf(told, 'greenlet-missing', { add })
  const known = failure.type === 'ModuleNotFoundError' ? drivers[module] : undefined
  return known && faultOf(told, 'driver-missing', { driver: module, ...known, add })
}

/** What SQLAlchemy or the driver refuses of the URL's spelling. Only its scheme and its TLS are ever shown. */
export const explainUrl: Reader = told => {
  const { failure, facts, trail } = told
  const { message } = failure
  const variable = oneLine(facts.variable)
  const keyword = /^connect\(\) got an unexpected keyword argument '(\w+)'/.exec(message)?.[1]
  if (failure.type === 'TypeError' && keyword !== undefined)
    return faultOf(told, 'url-keyword', { keyword, spelled: `\`${spellForAsyncpg(told)}\``, variable })
  const dialect = /^Can't load plugin: sqlalchemy\.dialects:([\w.+]+)/.exec(message)?.[1]
  if (dialect !== undefined) {
    const scheme = dialect.replace('.', '+')
    const spelled = `\`${scheme.replace(/^\w+/, 'postgresql')}://…\``
    return faultOf(told, 'url-dialect', { given: `${oneLine(scheme, 40)}://`, spelled, variable })
  }
  if (/^Could not parse SQLAlchemy URL/.test(message)) return faultOf(told, 'url-unread', { variable })
  const sync = /requires an async driver to be used\. The loaded '(\w+)'/.exec(message)?.[1]
  if (sync !== undefined)
    return faultOf(told, 'driver-sync', { driver: sync, spelled: `\`${spellForAsyncpg(told)}\``, variable })
  if (!failure.type.endsWith('MissingGreenlet')) return undefined
  return faultOf(told, 'driver-async', { spelled: '`postgresql+psycopg://…`', variable, trail })
}

/** asyncpg says `ssl` where libpq says `sslmode`, and settles channel binding by itself. */
function spellForAsyncpg({ failure, facts }: Told): string {
  const { tls } = facts.target
  const asked = tls === 'prefer' && /'sslmode'/.test(failure.message) ? 'require' : tls
  return `postgresql+asyncpg://…${asked === 'prefer' ? '' : `?ssl=${asked}`}`
}

/** A server that env.py does not reach, though the gate did. */
export const explainConnection: Reader = told => {
  const { facts } = told
  const refused = readRefusal(told)
  if (refused === undefined) return undefined
  const ours = describeTarget(facts.target)
  const variable = oneLine(facts.variable)
  const user = /password authentication failed for user "(.+?)"/.exec(refused.reason)?.[1]
  if (user !== undefined) return faultOf(told, 'env-password', { user: oneLine(user, 80), ours, variable })
  return faultOf(told, 'env-connect', { ...refused, ours, variable })
}

/** Where to and why, in the words of libpq (psycopg, psycopg2), of asyncpg, or of Python's sockets. */
function readRefusal({ failure }: Told): { where: string; reason: string } | undefined {
  const { message, server } = failure
  const libpq =
    /connection to server at "([^"]+)"(?: \([^)]*\))?, port (\d+) failed: (?:FATAL: +)?([^\n]+)/.exec(message)
  if (libpq !== null) {
    const [, host = '', port = '', reason = ''] = libpq
    return { where: oneLine(`${host}:${port}`), reason: reasonOf(reason) }
  }
  const unknown = /(?:failed to resolve host|could not translate host name) ['"]([^'"]+)['"]/.exec(
    message,
  )?.[1]
  if (unknown !== undefined) return { where: oneLine(unknown, 200), reason: 'this host has no address here' }
  const socket = /\[Errno -?\d+\] Connect call failed \('([^']+)', (\d+)/.exec(message)
  if (socket !== null)
    return { where: oneLine(`${socket[1]}:${socket[2]}`), reason: 'the connection was refused' }
  if (failure.type === 'socket.gaierror') return { where: '', reason: 'its host has no address here' }
  // Classes 08 and 28, an unknown database, a full or starting server: only while connecting, before any statement.
  if (server !== null && failure.sql === null && /^(?:08|28|3D000|53300|57P03)/.test(server.code))
    return { where: '', reason: reasonOf(server.message) }
  return undefined
}
