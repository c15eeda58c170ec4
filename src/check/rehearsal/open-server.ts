import type { Disk } from '../../disk.ts'
import type { Redact } from '../../redact.ts'
import type { UrlSource } from '../../settings/settings.ts'
import { findAccount } from './account.ts'
import { findBinaries } from './binaries.ts'
import { openGivenServer } from './given-server.ts'
import { startOwnServer } from './own-server.ts'
import { ofOwnServer, type RehearsalServer } from './server.ts'

/** What finding a server may use. */
export interface ServerOptions {
  /** It must listen on the loopback, too: a child of somebody else’s connects. */
  tcp: boolean
  machine: Disk
  environment: Record<string, string | undefined>
  redact: Redact
  /** URLs that no rehearsal may reach. */
  urls: readonly Pick<UrlSource, 'value' | 'source'>[]
  signal: AbortSignal
}

/** One line to type: a service container, and where it is. */
export const container =
  'services: { postgres: { image: postgres, env: { POSTGRES_HOST_AUTH_METHOD: trust }, ports: ["5432:5432"] } }'

/** The server that `rehearse` names, or one of our own; else why there is none. Throws GateError for a URL that is refused. */
export async function openServer(
  rehearse: 'auto' | UrlSource,
  { tcp, machine, environment, redact, urls, signal }: ServerOptions,
): Promise<RehearsalServer | { why: string }> {
  if (rehearse !== 'auto') return openGivenServer(rehearse, { redact, urls, signal })
  const binaries = findBinaries(machine, environment.PATH ?? '')
  if (binaries === undefined) return { why: sayNone('this machine has no programs of Postgres') }
  const account = findAccount(machine)
  if (account === 'none')
    return {
      why: sayNone(
        'Postgres refuses to run as root, and this machine has neither the user postgres nor nobody',
      ),
    }
  try {
    const own = await startOwnServer({ ...binaries, account, tcp, signal })
    return await ofOwnServer(own, { tcp, redact })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { why: sayNone(`Postgres (${binaries.bin}) did not start: ${redact(reason)}`) }
  }
}

function sayNone(reason: string): string {
  return `${reason}. Add to the job \`${container}\` and give the step \`rehearse: postgres://postgres@localhost:5432/postgres\``
}
