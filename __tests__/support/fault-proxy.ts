/** A way to the server that breaks at a chosen byte, or at a chosen message of the protocol: once, and then it is whole again. */
import { createServer, connect as dial, type Socket } from 'node:net'
import { closeServer, listen } from './gate.ts'

export type Side = 'server' | 'client'

/** One message of the protocol, version 3, as it went by. */
export interface Passing {
  /** Whom it goes to. */
  to: Side
  /** Its letter; empty for what a client says first. */
  letter: string
  /** Body as text: of a query its SQL, of an answer its command tag, each with zero bytes around. */
  text: string
}

export interface Break {
  /** Which direction is counted, and breaks first. */
  to: Side
  /** So many bytes of that direction pass, over all connections; or a message that is met, and how much of it passes. */
  at: { bytes: number } | { message: (passing: Passing) => boolean; passes: 'none' | 'half' | 'all' }
  /**
   * `cut` ends both ways after what has passed; `reset` the same as a router would; `half-close` ends one way only;
   * `stall` passes nothing more in either direction for `forMs`, and then all of it, late; `delay` does so for each piece.
   */
  how: 'cut' | 'reset' | 'half-close' | 'stall' | 'delay'
  /** Milliseconds; for ever unless given, for `stall`. */
  forMs?: number
  /** Later connections are refused: the network is gone for good. */
  forGood?: boolean
}

export interface FaultProxy {
  /** The URL of the same database through the proxy, without TLS. */
  url: string
  /** Bytes that went by so far, to each side, over all connections. */
  readonly bytes: Record<Side, number>
  /** Whether the break was reached. */
  readonly broken: boolean
  /** Ends every connection, and hears no new one. */
  close(): Promise<void>
}

/** Stands between gate and server. Without a break it passes everything. */
export async function openProxy(url: string, fault?: Break): Promise<FaultProxy> {
  const target = new URL(url)
  const bytes: Record<Side, number> = { server: 0, client: 0 }
  const sockets = new Set<Socket>()
  let broken = false
  const server = createServer(client => {
    if (broken && fault?.forGood === true) return void client.resetAndDestroy()
    const upstream = dial(Number(target.port), target.hostname)
    for (const socket of [client, upstream]) {
      socket.setNoDelay(true)
      sockets.add(socket)
      socket.on('close', () => sockets.delete(socket))
    }
    const ways = { server: openWay(client, upstream), client: openWay(upstream, client) }
    for (const to of ['server', 'client'] as const) {
      const find = fault?.to === to ? makeFinder(fault) : undefined
      const from = to === 'server' ? client : upstream
      from.on('data', (piece: Buffer) => {
        const passes = broken || find === undefined ? undefined : find(piece, bytes[to])
        bytes[to] += piece.length
        if (passes === undefined) return ways[to].pass(piece)
        broken = true
        ways[to].pass(piece.subarray(0, passes))
        breakWays(fault as Break, ways, piece.subarray(passes))
      })
    }
  })
  const port = await listen(server)
  const through = url.replace(`:${target.port}/`, `:${port}/`)
  return {
    url: `${through}${through.includes('?') ? '&' : '?'}sslmode=disable`,
    bytes,
    get broken() {
      return broken
    },
    close: () => {
      for (const socket of sockets) socket.destroy()
      return closeServer(server)
    },
  }
}

/** One direction of one connection. */
interface Way {
  pass(piece: Buffer): void
  /** Keeps what comes, for so many milliseconds (for ever by default), and passes it then. */
  hold(forMs?: number): void
  /** From now on every piece takes so long. */
  late(ms: number): void
  /** Ends this way, when what has passed is on its way. */
  end(reset?: boolean): void
  endHalf(): void
}

function openWay(from: Socket, to: Socket): Way {
  let held: Buffer[] | undefined
  let lateMs = 0
  let ended = false
  const send = (piece: Buffer) => {
    if (!ended && !to.destroyed && piece.length > 0) to.write(piece)
  }
  from.on('error', () => to.destroy())
  from.on('close', () => setTimeout(() => to.destroy(), lateMs))
  return {
    pass(piece) {
      if (held !== undefined) held.push(piece)
      else if (lateMs > 0) setTimeout(() => send(piece), lateMs)
      else send(piece)
    },
    hold(forMs) {
      held = []
      if (forMs === undefined) return
      setTimeout(() => {
        for (const piece of held ?? []) send(piece)
        held = undefined
      }, forMs)
    },
    late(ms) {
      lateMs = ms
    },
    end(reset = false) {
      ended = true
      const gone = () => (reset ? to.resetAndDestroy() : to.destroy())
      if (to.destroyed) return
      // The kernel drops what was not sent yet when a socket is reset.
      to.write('', () => setImmediate(gone))
    },
    endHalf() {
      ended = true
      to.end()
    },
  }
}

function breakWays({ to, how, forMs }: Break, ways: Record<Side, Way>, rest: Buffer): void {
  if (how === 'stall') {
    for (const way of Object.values(ways)) way.hold(forMs)
    ways[to].pass(rest)
  } else if (how === 'delay') {
    for (const way of Object.values(ways)) way.late(forMs ?? 0)
    ways[to].pass(rest)
  } else if (how === 'half-close') ways[to].endHalf()
  else for (const way of Object.values(ways)) way.end(how === 'reset')
}

/** How many bytes of a piece still pass; undefined as long as the break is not in it. */
function makeFinder({ to, at }: Break): (piece: Buffer, before: number) => number | undefined {
  if ('bytes' in at)
    return (piece, before) => (before + piece.length > at.bytes ? at.bytes - before : undefined)
  const met = readMessages(to)
  return piece => {
    const found = met(piece).find(({ passing }) => at.message(passing))
    if (found === undefined) return undefined
    const { begins, ends } = found
    const passes = { none: begins, half: Math.floor((begins + ends) / 2), all: ends }[at.passes]
    return Math.max(0, passes)
  }
}

/** A message that is complete, with its place in the piece that completed it; it may have begun before that (negative). */
interface Met {
  passing: Passing
  begins: number
  ends: number
}

/** Messages are a letter, a length and a body; what a client says first has no letter, and the server answers with one alone. */
function readMessages(to: Side): (piece: Buffer) => Met[] {
  let rest = Buffer.alloc(0)
  let started = to === 'client'
  return piece => {
    const all = Buffer.concat([rest, piece])
    const shift = rest.length
    const found: Met[] = []
    let at = 0
    for (;;) {
      const head = started ? 1 : 0
      if (all.length < at + head + 4) break
      const length = all.readInt32BE(at + head) + head
      if (all.length < at + length) break
      const body = all.subarray(at + head + 4, at + length)
      const letter = started ? String.fromCharCode(all[at] ?? 0) : ''
      const passing = { to, letter, text: body.toString('utf8') }
      found.push({ passing, begins: at - shift, ends: at + length - shift })
      started ||= body.readInt32BE(0) === 196_608
      at += length
    }
    rest = all.subarray(at)
    return found
  }
}
