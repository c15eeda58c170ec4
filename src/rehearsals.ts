import type { RehearsalPorts } from './check/rehearsal/replay.ts'
import { openDisk } from './disk.ts'
import type { Command } from './domain.ts'
import { type EventFacts, mayRunStrangers } from './event.ts'
import type { Redact } from './redact.ts'
import type { Reporter } from './report/reporter.ts'
import type { Settings } from './settings/settings.ts'

/** What a rehearsal needs of a door. */
interface Around {
  root: string
  environment: Record<string, string | undefined>
  redact: Redact
  reporter: Reporter
  signal?: AbortSignal
}

/** Where the checks of a run try things out: one server for all databases, and its end. */
export interface Rehearsals {
  /** Undefined with `rehearse: off`. */
  ports: RehearsalPorts | undefined
  /** Why there are none. */
  why: string
  /** Never throws. */
  end(): Promise<void>
}

/** A person should hear that often that something goes on. */
const tellMs = 5_000

const load = () => import('./check/rehearsal/open-server.ts')

/** Commands that try a history out. */
const rehearsing: readonly Command[] = ['check', 'locate']

/** Starts nothing until it is asked for. */
export function openRehearsals(
  { rehearse, command, databases, driftUrl, urlVariables }: Settings,
  event: EventFacts,
  { root, environment, redact, reporter, signal = new AbortController().signal }: Around,
): Rehearsals {
  const strange = mayRunStrangers(event)
  const why = strange
    ? `on ${event.name} what is checked out may be a stranger’s, and nothing of it is run`
    : 'it is off by `rehearse`'
  if (!rehearsing.includes(command) || rehearse === 'off' || strange)
    return { ports: undefined, why, end: () => Promise.resolve() }
  const machine = openDisk('/')
  const live = [...databases.map(({ url }) => url), ...(driftUrl === undefined ? [] : [driftUrl])]
  // What is rehearsed learns of no other database.
  const hidden = [rehearse, driftUrl].map(url => (typeof url === 'object' ? url.variable : ''))
  const bare = Object.fromEntries(Object.entries(environment).filter(([name]) => !hidden.includes(name)))
  const servers = new Map<boolean, ReturnType<RehearsalPorts['server']>>()
  let at = 'the start of its server'
  let telling: NodeJS.Timeout | undefined
  const tell = () => {
    const began = performance.now()
    const say = () => reporter({ kind: 'rehearsing', at, elapsedMs: performance.now() - began })
    return setInterval(say, tellMs).unref()
  }
  const start = async (tcp: boolean) => {
    const { openServer } = await load()
    // Also what the environment calls DATABASE_URL, whatever the settings say.
    const named = { source: 'the environment variable DATABASE_URL', value: environment.DATABASE_URL ?? '' }
    const urls = [...live, ...variables(environment, urlVariables), named]
    return openServer(rehearse, { tcp, machine, environment, redact, urls, signal })
  }
  return {
    ports: {
      root,
      environment: bare,
      machine,
      redact,
      signal,
      turnTo(step) {
        at = step
      },
      server(tcp) {
        telling ??= tell()
        const server = servers.get(tcp) ?? start(tcp)
        servers.set(tcp, server)
        return server
      },
    },
    why: '',
    async end() {
      clearInterval(telling)
      for (const starting of servers.values()) {
        const server = await starting.catch(() => undefined)
        if (server !== undefined && !('why' in server)) await server.stop()
      }
    },
  }
}

/** Of databases that this run leaves out, too. */
function variables(environment: Around['environment'], names: readonly string[]) {
  return names.map(name => ({ source: `the environment variable ${name}`, value: environment[name] ?? '' }))
}
