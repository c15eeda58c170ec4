import { readUrl } from '../../database/url.ts'
import type { Disk } from '../../disk.ts'
import { childEnvironment } from '../../engines/alembic/alembic.ts'
import type { Choice } from '../../engines/choose.ts'
import type { Redact } from '../../redact.ts'
import type { DatabaseSettings } from '../../settings/settings.ts'
import { oneLine } from '../../text.ts'
import { makingRoles } from './roles.ts'
import { guessSchemes, isOfScheme, type Scheme } from './schemes.ts'
import type { RehearsalDatabase, RehearsalServer } from './server.ts'
import { openSteps, type Steps } from './steps.ts'

/** Where new revisions are tried out, and with what. */
export interface RehearsalPorts {
  /** The server, started when it is first asked for; or why there is none: a sentence. */
  server(tcp: boolean): Promise<RehearsalServer | { why: string }>
  /** What it is about to do, for a person who waits. */
  turnTo(step: string): void
  root: string
  environment: Record<string, string | undefined>
  /** The machine’s own disk, where our own files are. */
  machine: Disk
  redact: Redact
  signal: AbortSignal
}

/** What replaying a history needs to know of its project. */
export interface ReplayOptions {
  ports: RehearsalPorts
  database: DatabaseSettings
  /** The variable ALEMBIC_CONFIG. */
  alembicConfig: string | undefined
  /** Variables with the URLs of all databases. */
  urlVariables: readonly string[]
}

/** What all of a rehearsal may take, as people are told (`longest`). */
export const longestMs = 10 * 60_000

/** The files of a history, and how long one of its statements may take. */
interface Replayed {
  disk: Disk
  choice: Choice
  statementTimeoutMs: number
  /** Aborted when all of it has taken as long as it may. */
  deadline: AbortSignal
}

/** What takes the history in some files up and down on a database of a rehearsal, by the project’s own engine. */
export function replaySteps(
  options: ReplayOptions,
  database: RehearsalDatabase,
  { disk, choice, statementTimeoutMs, deadline }: Replayed,
): Steps {
  const { ports, database: settings, urlVariables } = options
  const { root, redact, machine } = ports
  const signal = AbortSignal.any([ports.signal, deadline])
  const common = { choice, settings, disk, root, machine, redact, signal, statementTimeoutMs }
  const on = (scheme: Scheme): Steps => {
    const url = database.target.original.replace(/^postgresql/, scheme)
    const variable = settings.url.variable || undefined
    // Of the URLs of all databases, the child has its own rehearsal’s and no other.
    const others = urlVariables.filter(name => name !== variable)
    const user = withoutServers(ports.environment)
    const environment = childEnvironment({ user, url, variable, others })
    const target = readUrl(url, 'the rehearsal')
    return openSteps({ name: database.name, target, open: database.open }, { ...common, environment })
  }
  const tell = (steps: Steps) => telling(makingRoles(steps, database.makeRole), ports)
  if (choice.engine === 'sql') return tell(on('postgresql'))
  const { directory } = choice
  const { alembicConfig } = options
  const schemes = guessSchemes({ disk, directory, run: settings.run, alembicConfig })
  return tell(tryingSchemes(schemes, on))
}

/** Steps that say where they are. */
function telling(steps: Steps, { turnTo }: RehearsalPorts): Steps {
  const on = (words: string, to: string) => turnTo(`${words} ${oneLine(to, 80)}`)
  return {
    plan: steps.plan,
    up(to, take) {
      on('the way up to', to)
      return steps.up(to, take)
    },
    down(to) {
      on('the way down to', to)
      return steps.down(to)
    },
    models() {
      turnTo('the models against the schema')
      return steps.models()
    },
  }
}

/** What opens a door that no rehearsal needs: what libpq reads where a URL says nothing, and tokens for GitHub. */
const doors = /^(?:PG[A-Z]+|GH_TOKEN|GH_ENTERPRISE_TOKEN|GITHUB_\w*TOKEN\w*)$/i
const ofPostgres = /^\W*(?:jdbc:)?postgres(?:ql)?(?:\+\w+)?:\/\//i

/** Without other servers, whatever the variables are called, and without tokens. */
function withoutServers(environment: RehearsalPorts['environment']): RehearsalPorts['environment'] {
  return Object.fromEntries(
    Object.entries(environment).filter(([name, value = '']) => !doors.test(name) && !ofPostgres.test(value)),
  )
}

/** The steps in the first scheme of which the project makes something. */
function tryingSchemes(schemes: readonly Scheme[], on: (scheme: Scheme) => Steps): Steps {
  let at = 0
  let known = false
  const current = () => on(schemes[at] ?? 'postgresql')
  return {
    plan: to => current().plan(to),
    async up(to, take) {
      for (;;) {
        const applied = await current().up(to, take)
        const { fault } = applied
        if (known || fault === undefined || !isOfScheme(fault) || at + 1 >= schemes.length) {
          known ||= applied.outcomes.some(({ result }) => result === 'applied')
          return applied
        }
        at++
      }
    },
    down: to => current().down(to),
    models: () => current().models(),
  }
}
