import { gateError } from '../../catalogue/catalogue.ts'
import type { GateError } from '../../errors.ts'
import { oneLine } from '../../text.ts'
import type { Client } from '../driver.ts'
import { describeTarget, type Target } from '../url.ts'

/** The oldest major version that the tests were run against. */
const oldestMajor = 14

/** The connection inside of pg's client, as far as it is heard here. */
interface Connection {
  stream: { destroy(): void }
  on(event: string, hear: (message: never) => void): void
  emit(event: 'error', error: Error): void
}

/**
 * Listens to what a server says of itself before the first query, which costs no round trip, and refuses one that
 * speaks the protocol and is no Postgres of our kind, or does not prove itself as `channel_binding=require` demands.
 * Must be called before the client connects.
 */
export function watchGreeting(client: Client, target: Target, encrypted: boolean): void {
  const { connection } = client as unknown as { connection: Connection }
  const where = describeTarget(target)
  const refuse = (why: GateError): void => {
    connection.stream.destroy()
    connection.emit('error', why)
  }
  connection.on('parameterStatus', (said: { parameterName: string; parameterValue: string }) => {
    const why = refuseServer(said.parameterName, said.parameterValue, where)
    if (why !== undefined) refuse(why)
  })
  if (target.channelBinding !== 'require') return
  let bound = false
  const unbound = (reason: string) => refuse(gateError('connect-binding', { where, reason }))
  connection.on('authenticationSASL', ({ mechanisms }: { mechanisms: string[] }) => {
    bound = encrypted && mechanisms.includes('SCRAM-SHA-256-PLUS')
    if (!encrypted) unbound('the connection has no TLS')
    else if (!bound) unbound('the server offers none')
  })
  // Before the password is sent, and where none is asked for: nothing has proved the server.
  for (const event of ['authenticationCleartextPassword', 'authenticationMD5Password', 'authenticationOk'])
    connection.on(event, () => {
      if (!bound) unbound('the server did not ask for SCRAM')
    })
}

function refuseServer(name: string, value: string, where: string): GateError | undefined {
  if (name === 'crdb_version') return gateError('other-system', { where, system: 'CockroachDB' })
  if (name !== 'server_version') return undefined
  if (value.endsWith('/bouncer'))
    return gateError('other-system', { where, system: 'PgBouncer’s own console' })
  const major = Number.parseInt(value, 10)
  if (Number.isNaN(major) || major >= oldestMajor) return undefined
  return gateError('server-old', { where, version: oneLine(value, 60), oldest: String(oldestMajor) })
}
