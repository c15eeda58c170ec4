/** A server at a distance: a TCP proxy that holds all that passes for half of the round trip, each way. */
import { connect, createServer } from 'node:net'

/**
 * Opens a proxy before the server of `url`. Every piece is held for its own time and in order, so that what is sent
 * ahead travels together; bandwidth has no limit. Resolves to the URL to use instead, and how to close it.
 */
export async function openDistance(url, roundTripMs) {
  const target = new URL(url)
  const sockets = new Set()
  const server = createServer({ allowHalfOpen: true, noDelay: true }, client => {
    const upstream = connect({
      port: Number(target.port),
      host: target.hostname,
      allowHalfOpen: true,
      noDelay: true,
    })
    hold(client, upstream, roundTripMs / 2)
    hold(upstream, client, roundTripMs / 2)
    for (const socket of [client, upstream]) {
      sockets.add(socket)
      socket.once('close', () => sockets.delete(socket))
    }
  })
  await new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const proxied = new URL(url)
  proxied.port = String(server.address().port)
  return {
    url: proxied.href,
    close: () => {
      server.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}

/** Passes on what comes from one side to the other, each piece `ms` after it came; the end of it as well. */
function hold(from, to, ms) {
  const held = []
  let waiting = false
  const wait = () => {
    if (waiting || held.length === 0) return
    waiting = true
    const left = held[0].due - performance.now()
    // A timer is up to a millisecond late or more: what is left of the time is spent asking for it.
    if (left > 2.5) setTimeout(release, left - 2)
    else setImmediate(release)
  }
  const release = () => {
    waiting = false
    while (held.length > 0 && held[0].due <= performance.now()) {
      const { piece } = held.shift()
      if (piece === undefined) to.end()
      else to.write(piece)
    }
    wait()
  }
  const take = piece => {
    held.push({ piece, due: performance.now() + ms })
    wait()
  }
  from.on('data', take)
  from.once('end', () => take(undefined))
  from.on('error', () => to.destroy())
}
