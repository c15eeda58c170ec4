import type { RehearsalPorts } from './check/rehearsal/replay.ts'
import { openDisk } from './disk.ts'
import type { EventFacts } from './event.ts'
import type { Redact } from './redact.ts'
import type { Settings } from './settings/settings.ts'

/** What a rehearsal needs of a door. */
interface Around {
  root: string
  environment: Record<string, string | undefined>
  redact: Redact
  signal?: AbortSignal
}

/** Where the checks of a run try things out: one server for all databases, and its end. */
export interface Rehearsals {
  /** Undefined with `rehearse: off`. */
  ports: RehearsalPorts | undefined
  /** Never throws. */
  end(): Promise<void>
}

const load = () => import(/* webpackMode: "eager" */ './check/rehearsal/open-server.ts')

/** Starts nothing until it is asked for. */
export function openRehearsals(
  { rehearse, command, databases, urlVariables }: Settings,
  event: EventFacts,
  { root, environment, redact, signal = new AbortController().signal }: Around,
): Rehearsals {
  // With the secrets of this repository, what is checked out may be a stranger’s.
  const strange = event.name === 'workflow_run' && event.fork
  if (command !== 'check' || rehearse === 'off' || strange)
    return { ports: undefined, end: () => Promise.resolve() }
  const machine = openDisk('/')
  const servers = new Map<boolean, ReturnType<RehearsalPorts['server']>>()
  const start = async (tcp: boolean) => {
    const { openServer } = await load()
    // Also what the environment calls DATABASE_URL, whatever the settings say.
    const named = { source: 'the environment variable DATABASE_URL', value: environment.DATABASE_URL ?? '' }
    const urls = [...databases.map(({ url }) => url), ...variables(environment, urlVariables), named]
    return openServer(rehearse, { tcp, machine, environment, redact, urls, signal })
  }
  return {
    ports: {
      root,
      environment,
      machine,
      redact,
      signal,
      server(tcp) {
        const server = servers.get(tcp) ?? start(tcp)
        servers.set(tcp, server)
        return server
      },
    },
    async end() {
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
