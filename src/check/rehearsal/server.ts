import { randomBytes } from 'node:crypto'
import { quoteIdentifier } from '../../database/identifiers.ts'
import { openPostgres } from '../../database/postgres.ts'
import type { OpenSession, Session } from '../../database/session.ts'
import { readUrl, type Target } from '../../database/url.ts'
import type { Redact } from '../../redact.ts'
import type { OwnServer } from './own-server.ts'
import { type MakeRole, roleMaker } from './roles.ts'
import { asSuperuser } from './superuser.ts'

/** A server on which revisions may be tried out. */
export interface RehearsalServer {
  /** As `server_version_num` has it: 160004. */
  version: number
  /** An empty database of its own, with an ordinary owner. Throws GateError or DatabaseError. */
  makeDatabase(): Promise<RehearsalDatabase>
  /** Ends a server of ours; leaves a given one. Never throws. */
  stop(): Promise<void>
}

/** An empty database that is there for us alone. */
export interface RehearsalDatabase {
  name: string
  /** As its owner: no superuser. Where the server listens on the loopback, by host and port, else by its socket. */
  target: Target
  /** A session as the owner. */
  open: OpenSession
  /** A session as a superuser; undefined on a server where we are none. */
  openSuper: OpenSession | undefined
  /** Undefined where roles are not ours to make. */
  makeRole?: MakeRole
  version: number
  /** Never throws. */
  drop(): Promise<void>
}

const unread = () => ''

/** A server of ours: its databases, and who may do what there. */
export async function ofOwnServer(
  own: OwnServer,
  { tcp, redact }: { tcp: boolean; redact: Redact },
): Promise<RehearsalServer> {
  const place = (user: string, password: string, database: string, socket: boolean): Target => {
    const authority = socket ? '' : `127.0.0.1:${own.port}`
    // A URL of the loopback has no options: not every driver takes those of every other.
    const options = socket ? `?host=${encodeURIComponent(own.folder)}&port=${own.port}` : ''
    return readUrl(`postgresql://${user}:${password}@${authority}/${database}${options}`, 'the rehearsal')
  }
  const opener =
    (target: Target): OpenSession =>
    onNotice =>
      openPostgres(target, {
        redact,
        readCertificate: unread,
        applicationName: 'migration-gate rehearsal',
        onNotice,
      })
  const asSuper = (database: string) => asSuperuser(place('postgres', own.password, database, true), opener)
  const administer = await asSuper('postgres')(() => undefined)
  const version = await readVersion(administer)
  return {
    version,
    async makeDatabase() {
      const name = `rehearsal_${randomBytes(6).toString('hex')}`
      const password = randomBytes(24).toString('hex')
      await administer.query(`create role ${quoteIdentifier(name)} login password '${password}'`)
      await administer.query(`create database ${quoteIdentifier(name)} owner ${quoteIdentifier(name)}`)
      const target = place(name, password, name, !tcp)
      return {
        name,
        target,
        version,
        open: opener(place(name, password, name, true)),
        openSuper: asSuper(name),
        makeRole: roleMaker(administer),
        // It goes with its server.
        drop: () => Promise.resolve(),
      }
    },
    async stop() {
      administer.hangUp()
      await own.stop()
    },
  }
}

export async function readVersion(session: Session): Promise<number> {
  const [row] = await session.query<{ version: string }>(
    `select pg_catalog.current_setting('server_version_num') as version`,
  )
  return Number(row?.version)
}
