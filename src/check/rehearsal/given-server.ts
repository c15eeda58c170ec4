import { randomBytes } from 'node:crypto'
import { lookup } from 'node:dns/promises'
import { BlockList, isIPv6 } from 'node:net'
import { gateError } from '../../catalogue/catalogue.ts'
import { quoteIdentifier } from '../../database/identifiers.ts'
import { openPostgres } from '../../database/postgres.ts'
import { DatabaseError, type OpenSession, type Session } from '../../database/session.ts'
import { describeTarget, readUrl, type Target } from '../../database/url.ts'
import { GateError } from '../../errors.ts'
import type { Redact } from '../../redact.ts'
import type { UrlSource } from '../../settings/settings.ts'
import { oneLine } from '../../text.ts'
import { type RehearsalDatabase, type RehearsalServer, readVersion } from './server.ts'
import { asSuperuser, onlyCatalog } from './superuser.ts'

/** What a given server is opened with. */
export interface GivenOptions {
  redact: Redact
  /** URLs that no rehearsal may reach. */
  urls: readonly Pick<UrlSource, 'value' | 'source'>[]
  signal: AbortSignal
}

interface Role {
  superuser: boolean
  makesRoles: boolean
  makesDatabases: boolean
}

/**
 * The server behind a URL that `rehearse` names. Throws GateError where the database is one of the configured ones, or
 * holds anything.
 */
export async function openGivenServer(
  given: UrlSource,
  { redact, urls, signal }: GivenOptions,
): Promise<RehearsalServer> {
  const target = readUrl(given.value, given.source)
  await refuseConfigured(target, given.source, urls)
  const opener =
    (to: Target): OpenSession =>
    (onNotice, once) =>
      openPostgres(to, {
        redact,
        readCertificate: () => '',
        applicationName: 'migration-gate rehearsal',
        onNotice,
        // A service container may be starting yet.
        patience: once === undefined ? { signal, onRetry: () => undefined } : undefined,
      })
  const open = opener(target)
  const session = await open(() => undefined)
  // No startup option, which a pooler may refuse: of a role of few rights nobody gains anything.
  await session.run(onlyCatalog)
  await refuseFilled(session, given.source)
  const role = await readRole(session)
  const version = await readVersion(session)
  const asIs: RehearsalDatabase = {
    name: target.database,
    target,
    open,
    openSuper: role.superuser ? asSuperuser(target, opener) : undefined,
    version,
    drop: () => Promise.resolve(),
  }
  let used = false
  return {
    version,
    async makeDatabase() {
      if (role.superuser || (role.makesDatabases && role.makesRoles))
        return makeOwn(session, target, { opener, role, version })
      if (used) throw gateError('rehearsal-refused', { source: given.source, reason: `${onlyOne}.` })
      used = true
      return asIs
    },
    stop: () => session.close(),
  }
}

const onlyOne = 'another database was rehearsed in it, and its role may make no databases of its own'

/** A database of our own beside the given one, with what an image has put into that, and an ordinary owner. */
async function makeOwn(
  session: Session,
  given: Target,
  { opener, role, version }: { opener: (to: Target) => OpenSession; role: Role; version: number },
): Promise<RehearsalDatabase> {
  const name = `rehearsal_${randomBytes(6).toString('hex')}`
  const password = randomBytes(24).toString('hex')
  const quoted = quoteIdentifier(name)
  await session.query(`create role ${quoted} login password '${password}'`)
  if (!role.superuser) await session.query(`grant ${quoted} to current_user`)
  const make = `create database ${quoted} owner ${quoted}`
  try {
    await session.query(`${make} template ${quoteIdentifier(given.database)}`)
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error
    await session.query(make)
  }
  const authority = `${given.host.includes(':') ? `[${given.host}]` : given.host}:${given.port}`
  const at = given.host.startsWith('/')
    ? `/${name}?host=${encodeURIComponent(given.host)}&port=${given.port}`
    : `${authority}/${name}`
  const options = given.host.startsWith('/') || given.tls === 'prefer' ? '' : `?sslmode=${given.tls}`
  const target = readUrl(`postgresql://${name}:${password}@${at}${options}`, 'the rehearsal')
  return {
    name,
    target,
    version,
    open: opener(target),
    openSuper: role.superuser ? asSuperuser({ ...given, database: name }, opener) : undefined,
    async drop() {
      await session.query(`drop database if exists ${quoted} with (force)`).catch(() => undefined)
      await session.query(`drop role if exists ${quoted}`).catch(() => undefined)
    },
  }
}

/**
 * A database that the run knows by another name is none to rehearse in. Nobody is asked on the way, so that the configured
 * one is not touched: the same name on the same machine is refused on every port, since a pooler or a container gives
 * one server several.
 */
async function refuseConfigured(
  target: Target,
  source: string,
  urls: readonly Pick<UrlSource, 'value' | 'source'>[],
): Promise<void> {
  const ours = await addressesOf(target.host)
  for (const { value, source: other } of urls) {
    const configured = readOther(value)
    if (configured === undefined || configured.database !== target.database) continue
    const theirs = await addressesOf(configured.host)
    if (!theirs.some(address => ours.includes(address))) continue
    const reason =
      configured.port === target.port
        ? `${describeTarget(target)} is what ${other} leads to.`
        : `a database of that name on another port of its machine is what ${other} leads to, and the two may be one. Give it another name.`
    throw gateError('rehearsal-refused', { source, reason })
  }
}

function readOther(value: string): Target | undefined {
  try {
    return value.trim() === '' ? undefined : readUrl(value, '')
  } catch (error) {
    if (error instanceof GateError) return undefined
    throw error
  }
}

/** A host by its name and by all of its addresses, each in one spelling; a socket’s folder is on this machine. */
async function addressesOf(host: string): Promise<string[]> {
  if (host.startsWith('/')) return [host, loopback]
  const bare = host.replace(/^\[(.*)\]$/, '$1')
  const found = await lookup(bare, { all: true }).catch(() => [])
  return [host.toLowerCase(), ...found.map(({ address }) => oneAddress(address))]
}

const loopback = 'loopback'

const local = new BlockList()
local.addSubnet('127.0.0.0', 8, 'ipv4')
local.addAddress('::1', 'ipv6')
// To connect to the address of any machine is to connect to this one.
local.addSubnet('0.0.0.0', 8, 'ipv4')
local.addAddress('::', 'ipv6')

/** `::ffff:10.0.0.7` is `10.0.0.7` (RFC 4291, 2.5.5.2), and all that leads to this machine alone is one. */
function oneAddress(given: string): string {
  const address = given.toLowerCase().replace(/%.*$/, '')
  const plain = isIPv6(address) ? new URL(`http://[${address}]`).hostname.slice(1, -1) : address
  const [, high = '', low = ''] = /^::(?:ffff:)?([\da-f]{1,4}):([\da-f]{1,4})$/.exec(plain) ?? []
  const halves = [high, low].map(half => Number.parseInt(half, 16))
  const v4 = high === '' ? plain : halves.flatMap(half => [half >> 8, half & 255]).join('.')
  return local.check(v4, isIPv6(v4) ? 'ipv6' : 'ipv4') ? loopback : v4
}

/**
 * Anything but what extensions brought, and the extensions themselves, which an image may bring. What belongs to the whole
 * server counts where it is of this database alone.
 */
const things = `
  select kind, name from (
    select 'schema' as kind, n.nspname::text as name, 'pg_namespace'::regclass as class, n.oid
    from pg_catalog.pg_namespace n where n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public')
    union all
    select case c.relkind when 'v' then 'view' when 'm' then 'view' when 'S' then 'sequence' when 'c' then 'type'
        else 'table' end,
      c.relname::text, 'pg_class'::regclass, c.oid
    from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'v', 'm', 'S', 'f', 'c') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
    union all
    select 'type', t.typname::text, 'pg_type'::regclass, t.oid
    from pg_catalog.pg_type t join pg_catalog.pg_namespace n on n.oid = t.typnamespace
    where t.typtype in ('e', 'd', 'r') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
    union all
    select 'function', p.proname::text, 'pg_proc'::regclass, p.oid
    from pg_catalog.pg_proc p join pg_catalog.pg_namespace n on n.oid = p.pronamespace
    where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
    union all
    select 'large object', l.oid::text, 'pg_largeobject'::regclass, l.oid from pg_catalog.pg_largeobject_metadata l
    union all
    select 'publication', p.pubname::text, 'pg_publication'::regclass, p.oid from pg_catalog.pg_publication p
    union all
    select 'subscription', s.subname::text, 'pg_subscription'::regclass, s.oid from pg_catalog.pg_subscription s
    where s.subdbid = (select d.oid from pg_catalog.pg_database d where d.datname = pg_catalog.current_database())
    union all
    select 'foreign server', s.srvname::text, 'pg_foreign_server'::regclass, s.oid from pg_catalog.pg_foreign_server s
    union all
    select 'event trigger', e.evtname::text, 'pg_event_trigger'::regclass, e.oid from pg_catalog.pg_event_trigger e
  ) found
  where not exists (select from pg_catalog.pg_depend d
    where d.classid = found.class and d.objid = found.oid and d.deptype = 'e')
  order by 1, 2 limit 100`

async function refuseFilled(session: Session, source: string): Promise<void> {
  const found = await session.query<{ kind: string; name: string }>(things)
  if (found.length === 0) return
  const shown = found.slice(0, 4).map(({ kind, name }) => `${kind} ${oneLine(name, 60)}`)
  const reason = `it is not empty (${shown.join(', ')}${found.length > shown.length ? ' …' : ''}).`
  throw gateError('rehearsal-refused', { source, reason })
}

async function readRole(session: Session): Promise<Role> {
  const [role] = await session.query<Role>(
    `select rolsuper as superuser, rolcreaterole as "makesRoles", rolcreatedb as "makesDatabases"
    from pg_catalog.pg_roles where rolname = current_user`,
  )
  return role ?? { superuser: false, makesRoles: false, makesDatabases: false }
}
