/** Counts what goes over a connection: a TCP proxy that reads the types of the messages and passes them on. */
import { connect, createServer } from 'node:net'

/**
 * Calls `use` with the URL of a proxy before the server of `url`; resolves to what was counted meanwhile:
 * connections, and queries: how often the server was ready for the next one, the start of a session apart.
 */
export async function countMessages(url, use) {
  const target = new URL(url)
  const counted = { connections: 0, queries: 0 }
  const server = createServer(client => {
    counted.connections++
    const upstream = connect(Number(target.port), target.hostname)
    const read = readTypes(type => {
      if (type === 'Z') counted.queries++
    })
    upstream.on('data', read)
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ]) {
      from.pipe(to)
      from.on('error', () => to.destroy())
    }
  })
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve))
  try {
    const proxied = new URL(url)
    proxied.port = String(server.address().port)
    await use(proxied.href)
  } finally {
    server.close()
  }
  // The first ReadyForQuery of a session answers no query.
  return { ...counted, queries: counted.queries - counted.connections }
}

/** Calls back with the type of every message of a server. There is no TLS here, so there is no byte before them. */
function readTypes(onType) {
  let rest = Buffer.alloc(0)
  return piece => {
    rest = Buffer.concat([rest, piece])
    while (rest.length >= 5) {
      const length = 1 + rest.readUInt32BE(1)
      if (rest.length < length) return
      onType(String.fromCharCode(rest[0]))
      rest = rest.subarray(length)
    }
  }
}
