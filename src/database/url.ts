import { makeFault } from '../catalogue/catalogue.ts'
import { GateError } from '../errors.ts'
import { oneLine } from '../text.ts'

/** TLS as libpq's `sslmode` names it. */
type TlsMode = 'disable' | 'allow' | 'prefer' | 'require' | 'verify-ca' | 'verify-full'
const bindings: readonly string[] = ['disable', 'prefer', 'require']
const tlsModes: readonly string[] = ['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full']

/** A database URL, taken apart. Holds the password: never print it, print `describeTarget`. */
export interface Target {
  host: string
  port: number
  user: string
  password: string | undefined
  /** The password as it stands in the URL, before percent-encoding is undone. */
  rawPassword: string | undefined
  database: string
  tls: TlsMode
  /** Files of libpq's TLS options, as the URL names them. */
  rootCertificate: string | undefined
  certificate: string | undefined
  key: string | undefined
  channelBinding: 'disable' | 'prefer' | 'require'
  /** `options` of the URL: libpq's command line options for the server process. */
  options: string | undefined
  connectTimeoutSeconds: number | undefined
  /** The string as it was given: what child processes get. */
  original: string
}

/** Host, port and database: what a log may show. */
export function describeTarget(target: Pick<Target, 'host' | 'port' | 'database'>): string {
  return oneLine(`${target.host}:${target.port}/${target.database}`)
}

/** Words that pools and clients other than libpq put into URLs; they say nothing to the server. */
const sqlalchemyDrivers = /^postgres(?:ql)?\+(?:asyncpg|psycopg|psycopg2|psycopg2cffi|psycopg_async|pg8000)$/

/** Parts of schemes that a message may name: any other word before :// may be a pasted password. */
const knownSchemes = new Set(
  (
    'postgres postgresql mysql mariadb mongodb srv redis rediss sqlite sqlserver mssql oracle cockroachdb jdbc odbc ' +
    'pymysql asyncpg aiomysql aiosqlite pyodbc http https ftp file ssh git tcp'
  ).split(' '),
)

/** What a password may hold once the @ behind it is found: host[:port][/database][?key=value…]. */
const afterUserinfo =
  /^(?<host>\[[0-9a-fA-F:.%]+\]|[^@/?#:,[\]]*)(?::(?<port>\d*))?(?:\/(?<database>[^@?#/]*))?(?:\?(?<query>(?:[A-Za-z_][\w.]*=[^&]*(?:&|$))*))?$/

/**
 * Reads a URL in any form of libpq or SQLAlchemy. Like libpq it takes reserved characters in the password as
 * they stand, and undoes percent-encoding where there is some.
 * Throws GateError `url-form`, whose text holds nothing of the URL but its scheme.
 */
export function readUrl(given: string, source: string): Target {
  const refuse = (reason: string): never => {
    throw new GateError(makeFault('url-form', { source, reason }))
  }
  const text = given.trim()
  const scheme = /^([A-Za-z][A-Za-z0-9+._-]*):\/\//.exec(text)
  if (scheme === null) {
    return /^\s*[a-z_]+\s*=/.test(text)
      ? readKeywords(text, given, refuse)
      : refuse('it does not begin with postgres://')
  }
  const name = (scheme[1] ?? '').toLowerCase()
  if (name !== 'postgres' && name !== 'postgresql' && !sqlalchemyDrivers.test(name))
    refuse(
      `it begins with ${name.split('+').every(part => knownSchemes.has(part)) ? `${name}://` : 'another scheme'}`,
    )
  return readAuthority(text.slice(scheme[0].length), given, refuse)
}

type Refuse = (reason: string) => never

function readAuthority(rest: string, original: string, refuse: Refuse): Target {
  const [reading, another] = findReadings(rest)
  if (another !== undefined)
    return refuse(
      'an @ in it may end the password or not; every @ of password and options must be written %40',
    )
  if (reading === undefined) {
    if (/^[^/?]*,/.test(rest.slice(rest.lastIndexOf('@') + 1)))
      refuse('it names several hosts; the gate needs the one that accepts writes')
    return refuse('host, port or database cannot be made out')
  }
  const { userinfo, parts } = reading
  const { host = '', port = '', database = '', query = '' } = parts
  const colon = userinfo.indexOf(':')
  const words = readQuery(query)
  const rawPassword = colon === -1 ? query.match(/(?:^|&)password=([^&]*)/)?.[1] : userinfo.slice(colon + 1)
  words.host ??= decode(host.replace(/^\[|\]$/g, ''))
  words.port ??= port
  words.user ??= decode(colon === -1 ? userinfo : userinfo.slice(0, colon))
  if (colon !== -1) words.password ??= decode(userinfo.slice(colon + 1))
  words.dbname ??= decode(database)
  return { ...makeTarget(words, original, refuse), rawPassword }
}

interface Reading {
  /** `user`, `user:password` or empty. */
  userinfo: string
  parts: Record<string, string | undefined>
}

/** Every way to read what follows the scheme: without userinfo, or with one that ends at any of its @. */
function findReadings(rest: string): Reading[] {
  const ends = [...rest.matchAll(/@/g)].map(found => found.index)
  const bare = ends.length === 0 || /[?&]user=/.test(rest) ? [-1] : []
  return [...bare, ...ends].flatMap(at => {
    const userinfo = rest.slice(0, Math.max(at, 0))
    const parts = afterUserinfo.exec(rest.slice(at + 1))?.groups
    // A user's name holds none of these unless encoded: it is host and database that stand there.
    const isUser = !/^[^:]*[/?#]/.test(userinfo)
    return parts === undefined || !isUser ? [] : [{ userinfo, parts }]
  })
}

/** libpq's other form: `host=db.example.com dbname=app password='it''s'`. */
function readKeywords(text: string, original: string, refuse: Refuse): Target {
  const words: Record<string, string> = {}
  const pair = /\s*([a-z_]+)\s*=\s*(?:'((?:[^'\\]|\\.)*)'|((?:[^\s\\]|\\.)*))(?=\s|$)/gy
  for (let at = 0; at < text.length; at = pair.lastIndex) {
    pair.lastIndex = at
    const found = pair.exec(text)
    if (found === null) return refuse('a keyword=value pair cannot be made out')
    words[found[1] ?? ''] = (found[2] ?? found[3] ?? '').replace(/\\(.)/g, '$1')
  }
  return makeTarget(words, original, refuse)
}

function readQuery(query: string): Record<string, string> {
  const words: Record<string, string> = {}
  for (const pair of query.split('&')) {
    const equals = pair.indexOf('=')
    if (equals > 0) words[pair.slice(0, equals)] = decode(pair.slice(equals + 1))
  }
  return words
}

function makeTarget(words: Record<string, string>, original: string, refuse: Refuse): Target {
  const port = words.port === undefined || words.port === '' ? 5432 : Number(words.port)
  if (!Number.isInteger(port) || port < 1 || port > 65535) refuse('its port is no number from 1 to 65535')
  const host = words.host === undefined || words.host === '' ? 'localhost' : words.host
  if (host.includes(',')) refuse('it names several hosts; the gate needs the one that accepts writes')
  const user = words.user ?? ''
  if (user === '') refuse('it names no user')
  // asyncpg says `ssl` where libpq says `sslmode`, with the same words and also true/false.
  const ofSystem = words.sslrootcert === 'system'
  const said = words.sslmode ?? words.ssl ?? (ofSystem ? 'verify-full' : 'prefer')
  const tls = said === 'true' ? 'require' : said === 'false' ? 'disable' : said
  if (!tlsModes.includes(tls)) refuse(`its sslmode is none of ${tlsModes.join(', ')}`)
  // libpq: anybody can get a certificate from one of the system's authorities.
  if (ofSystem && tls !== 'verify-full') refuse('sslrootcert=system goes with sslmode=verify-full only')
  const binding = words.channel_binding ?? 'prefer'
  if (!bindings.includes(binding)) refuse(`its channel_binding is none of ${bindings.join(', ')}`)
  const timeout = Number(words.connect_timeout)
  return {
    host,
    port,
    user,
    password: words.password,
    rawPassword: words.password,
    database: words.dbname === undefined || words.dbname === '' ? user : words.dbname,
    tls: tls as TlsMode,
    rootCertificate: words.sslrootcert,
    certificate: words.sslcert,
    key: words.sslkey,
    channelBinding: binding as Target['channelBinding'],
    options: words.options,
    connectTimeoutSeconds: Number.isInteger(timeout) && timeout > 0 ? timeout : undefined,
    original,
  }
}

/** Undoes percent-encoding byte by byte; a % that encodes nothing stays, as SQLAlchemy has it. */
function decode(text: string): string {
  if (!text.includes('%')) return text
  return text.replace(/(?:%[0-9a-fA-F]{2})+/g, run => {
    const bytes = run
      .split('%')
      .slice(1)
      .map(hex => Number.parseInt(hex, 16))
    return Buffer.from(bytes).toString('utf8')
  })
}

/**
 * Every form in which the credentials of a URL may turn up in text, for the redactor.
 * A word that is also the user's, host's or database's name is left out: it would take ids and paths with it.
 */
export function secretsOf(target: Target): string[] {
  const { password, rawPassword, original } = target
  const secrets = [original, original.trim()]
  for (const form of [password, rawPassword]) {
    if (form === undefined || form === '') continue
    for (const known of [form, ...linesOf(form)].flatMap(spellings))
      if (![target.user, target.host, target.database].includes(known)) secrets.push(known)
  }
  return [...new Set(secrets)].filter(secret => secret !== '')
}

/** Logs go line by line, so each line of a password is one; a short one would take half the log with it. */
function linesOf(password: string): string[] {
  const lines = password.split(/\r\n?|\n/).filter(line => line.length >= 4)
  return password.includes('\n') || password.includes('\r') ? lines : []
}

/** As it stands, percent-encoded as different tools do it, and quoted for SQL, JSON and shells. */
function spellings(form: string): string[] {
  const encoded = [encodeURIComponent(form), encodeURI(form), quotePython(form)].flatMap(upper => [
    upper,
    upper.replaceAll('%20', '+'),
    // Python's quote keeps slashes, and SQLAlchemy's URL keeps blanks and plus signs.
    upper.replaceAll('%2F', '/'),
    upper.replaceAll('%20', ' '),
    upper.replaceAll('%20', ' ').replaceAll('%2B', '+'),
  ])
  return [
    form,
    ...encoded,
    ...encoded.map(upper => upper.replace(/%[0-9A-F]{2}/g, hex => hex.toLowerCase())),
    // A URL's own encoding in the other case.
    form.replace(/%[0-9a-fA-F]{2}/g, hex => hex.toLowerCase()),
    form.replace(/%[0-9a-fA-F]{2}/g, hex => hex.toUpperCase()),
    form.replaceAll("'", "''"),
    form.replaceAll('"', '""'),
    form.replaceAll('\\', '\\\\'),
    JSON.stringify(form).slice(1, -1),
  ]
}

/** As `urllib.parse.quote` has it, which encodes five characters more. */
function quotePython(form: string): string {
  return encodeURIComponent(form).replace(
    /[!'()*]/g,
    one => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

/** What must not be shown of a text that may hold a URL: all forms of its credentials, or all of it if it cannot be read. */
export function secretsOfText(text: string): string[] {
  try {
    return secretsOf(readUrl(text, ''))
  } catch {
    return text.includes(':/') && text.includes('@') ? [...new Set([text, text.trim()])] : []
  }
}
