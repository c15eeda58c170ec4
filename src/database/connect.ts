import { watchGreeting } from './doctor/greeting.ts'
import { readError } from './doctor/passing.ts'
import { attemptMsOf } from './doctor/patience.ts'
import type { Client, ClientConfig, Driver } from './driver.ts'
import type { Target } from './url.ts'

/** TLS, or undefined for none. */
export type Way = ClientConfig['ssl'] | undefined

/** A client that is connected, and the way on which it is. */
export interface Connected {
  client: Client
  way: Way
}

/**
 * Connects on the first way that the server takes, as libpq does with `sslmode` allow and prefer. Throws what pg
 * threw, or the GateError of who watched the greeting. Gives up at once when the signal comes.
 */
export async function connectOn(
  driver: Driver,
  target: Target,
  applicationName: string,
  [way, ...others]: Way[],
  signal?: AbortSignal,
): Promise<Connected> {
  try {
    return { client: await connect(driver, target, applicationName, way, signal), way }
  } catch (error) {
    if (others.length === 0 || !isOfTheWay(error)) throw error
    return connectOn(driver, target, applicationName, others, signal).catch(second => {
      // Of a server that takes us on no way at all, the reason is more than that it has no TLS.
      throw /server does not support SSL/.test(readError(second).message) ? error : second
    })
  }
}

/** Whether another way may succeed: TLS is not offered, not agreed upon, or the server wants it or does not. */
function isOfTheWay(error: unknown): boolean {
  const { code, message } = readError(error)
  if (code === '28000' || /server does not support SSL|connection is insecure/i.test(message)) return true
  return /^(?:ERR_SSL|EPROTO)/.test(code)
}

async function connect(
  driver: Driver,
  target: Target,
  applicationName: string,
  way: Way,
  signal: AbortSignal | undefined,
): Promise<Client> {
  const encrypted = way !== undefined
  const config: ClientConfig & { enableChannelBinding: boolean; pipeline: boolean } = {
    host: target.host,
    port: target.port,
    user: target.user,
    password: target.password ?? '',
    database: target.database,
    ssl: way ?? false,
    application_name: applicationName,
    connectionTimeoutMillis: attemptMsOf(target),
    keepAlive: true,
    enableChannelBinding: encrypted && target.channelBinding !== 'disable',
    pipeline: true,
    ...(target.options === undefined ? {} : { options: target.options }),
  }
  const client = new driver.Client(config)
  // An error event without a listener would end the process; the query in flight is rejected as well.
  client.on('error', () => undefined)
  watchGreeting(client, target, encrypted)
  const giveUp = (): void => hangUp(client)
  signal?.addEventListener('abort', giveUp)
  try {
    await client.connect()
    return client
  } catch (error) {
    hangUp(client)
    throw error
  } finally {
    signal?.removeEventListener('abort', giveUp)
  }
}

/**
 * Destroys the socket. pg only ends our half of it, and a peer that never ends its own (it speaks another protocol,
 * or the way to it is gone) would keep the process alive for ever.
 */
export function hangUp(client: Client): void {
  const { connection } = client as unknown as { connection: { stream: { destroy(): void } } }
  connection.stream.destroy()
}
