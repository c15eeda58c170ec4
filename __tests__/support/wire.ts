/** A way to the server that can be bent: texts are replaced on it, answers are held back or late, it is cut. */
import { createServer, connect as dial, type Socket } from 'node:net'
import { closeServer, listen } from './gate.ts'

export interface WireOptions {
  /** What goes to the server in place of each query's text. */
  edit?: (text: string) => string
  /** What the client hears in place of a parameter that the server tells of itself at the beginning. */
  greet?: (name: string, value: string) => [string, string]
  /** After so many COMMITs were answered, the client hears no more. */
  deafAfterCommits?: number
  /** How long each answer takes on its way. */
  delayMs?: number
}

export interface Wire {
  /** The URL of the same database over this wire. */
  url: string
  /** Texts of all queries as the client sent them, in order, over all connections. */
  queries: string[]
  /** How often the client wrote after it had heard something: once for each time it waited. */
  readonly trips: number
  /** Ends every connection at once; new ones are heard. */
  cut(): void
  close(): Promise<void>
}

/** Stands between gate and server. There is no TLS on it. */
export async function bendWire(url: string, options: WireOptions): Promise<Wire> {
  const target = new URL(url)
  const { edit = text => text, greet, delayMs = 0 } = options
  let hears = options.deafAfterCommits ?? Number.POSITIVE_INFINITY
  const queries: string[] = []
  const sockets: Socket[] = []
  let trips = 0
  let heard = true
  let commits = 0
  const server = createServer(client => {
    const upstream = dial(Number(target.port), target.hostname)
    sockets.push(client, upstream)
    const toServer = readMessages(true, (letter, body) => {
      const text = queryIn(letter, body)
      if (text === undefined) return body
      queries.push(text)
      return replaceQuery(letter, body, edit(text))
    })
    const toClient = readMessages(false, (letter, body) => {
      if (commits >= hears) return undefined
      if (letter === 'S' && greet !== undefined) {
        const [name = '', value = ''] = body.toString('utf8').split('\0')
        return Buffer.from(`${greet(name, value).join('\0')}\0`)
      }
      if (letter === 'C' && body.toString('latin1') === 'COMMIT\0') commits++
      return body
    })
    client.on('data', piece => {
      if (heard) trips++
      heard = false
      upstream.write(toServer(piece))
    })
    upstream.on('data', piece => {
      const given = toClient(piece)
      setTimeout(() => {
        heard = true
        client.write(given)
      }, delayMs)
    })
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      from.on('error', () => to.destroy())
      from.on('close', () => setTimeout(() => to.destroy(), delayMs))
    }
  })
  const port = await listen(server)
  return {
    url: url.replace(`:${target.port}/`, `:${port}/`),
    queries,
    get trips() {
      return trips
    },
    cut: () => {
      hears = Number.POSITIVE_INFINITY
      for (const socket of sockets) socket.destroy()
    },
    close: () => closeServer(server),
  }
}

/** Messages of the protocol, version 3: a letter, a length, a body; the first ones of a client have no letter. */
function readMessages(
  fromClient: boolean,
  change: (letter: string, body: Buffer) => Buffer | undefined,
): (piece: Buffer) => Buffer {
  let rest = Buffer.alloc(0)
  let started = !fromClient
  return piece => {
    // The answer to an SSLRequest is a letter alone.
    if (!fromClient && piece.equals(Buffer.from('N'))) return piece
    rest = Buffer.concat([rest, piece])
    const out: Buffer[] = []
    for (;;) {
      const head = started ? 1 : 0
      if (rest.length < head + 4) break
      const length = rest.readInt32BE(head) + head
      if (rest.length < length) break
      const letter = started ? String.fromCharCode(rest[0] ?? 0) : ''
      const body = rest.subarray(head + 4, length)
      const changed = started ? change(letter, body) : body
      started ||= body.readInt32BE(0) === 196_608
      if (changed !== undefined) out.push(frame(letter, changed))
      rest = rest.subarray(length)
    }
    return Buffer.concat(out)
  }
}

function frame(letter: string, body: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeInt32BE(body.length + 4)
  return Buffer.concat([Buffer.from(letter, 'latin1'), length, body])
}

/** The text of a Query or a Parse message. */
function queryIn(letter: string, body: Buffer): string | undefined {
  if (letter === 'Q') return body.subarray(0, -1).toString('utf8')
  if (letter !== 'P') return undefined
  const begin = body.indexOf(0) + 1
  return body.subarray(begin, body.indexOf(0, begin)).toString('utf8')
}

function replaceQuery(letter: string, body: Buffer, text: string): Buffer {
  const given = Buffer.from(`${text}\0`, 'utf8')
  if (letter === 'Q') return given
  const begin = body.indexOf(0) + 1
  return Buffer.concat([body.subarray(0, begin), given, body.subarray(body.indexOf(0, begin) + 1)])
}
