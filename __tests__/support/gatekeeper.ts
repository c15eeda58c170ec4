/** A server that does not have us yet: it answers the first connections itself, then lets them through. */
import { createServer, connect as dial } from 'node:net'
import { closeServer, listen } from './gate.ts'

export interface Gatekeeper {
  /** The URL of the same database by way of it. */
  url: string
  /** How many connections it has answered itself. */
  readonly turned: number
  close(): Promise<void>
}

/** What Postgres sends, before it looks who comes, to whom it does not take: severity, SQLSTATE, message. */
export function errorMessage(code: string, message: string): Buffer {
  const fields = Buffer.from(`SFATAL\0VFATAL\0C${code}\0M${message}\0\0`)
  const head = Buffer.from([0x45, 0, 0, 0, 0])
  head.writeInt32BE(fields.length + 4, 1)
  return Buffer.concat([head, fields])
}

/** Answers `times` connections with `answer`, or hangs up on them without one. There is no TLS on it. */
export async function startGatekeeper(url: string, times: number, answer?: Buffer): Promise<Gatekeeper> {
  const target = new URL(url)
  let turned = 0
  const server = createServer(client => {
    client.on('error', () => undefined)
    client.on('data', piece => {
      // An SSLRequest is 8 bytes long, and no startup message is.
      if (piece.length === 8) return client.write('N')
      if (turned >= times) return undefined
      turned++
      return answer === undefined ? client.destroy() : client.end(answer)
    })
    let upstream: ReturnType<typeof dial> | undefined
    client.on('data', piece => {
      if (piece.length === 8 || client.destroyed || client.writableEnded) return
      if (upstream === undefined) {
        upstream = dial(Number(target.port), target.hostname)
        upstream.on('error', () => client.destroy())
        upstream.on('close', () => client.destroy())
        client.on('close', () => upstream?.destroy())
        upstream.pipe(client)
      }
      upstream.write(piece)
    })
  })
  const port = await listen(server)
  return {
    url: url.replace(`:${target.port}/`, `:${port}/`),
    get turned() {
      return turned
    },
    close: () => closeServer(server),
  }
}
