import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { childEnvironment } from '../../src/engines/alembic/child/environment.ts'
import { type ChildEnd, type ChildOptions, runAlembic } from '../../src/engines/alembic/child/run.ts'
import type { ChildEvent } from '../../src/engines/alembic/shapes.ts'
import { makeRedactor } from '../../src/redact.ts'
import type { AlembicProject } from './alembic.ts'
import { pythonOf, toolOf } from './python.ts'

/** The hook in the sources. */
export const hookFolder = fileURLToPath(new URL('../../src/engines/alembic/child/hook', import.meta.url))

/** The ways in which people start Alembic. `uv run` takes the environment that is there and asks no network. */
export const ways = {
  'the console script': () => [toolOf('alembic')],
  'python -m': () => [pythonOf(), '-m', 'alembic'],
  'uv run': () => [toolOf('uv'), 'run', '--no-project', '--offline', 'alembic'],
  // As poetry does.
  'a Python program that becomes Alembic': () => [
    pythonOf(),
    '-c',
    `${python}os.execv(sys.argv[1], sys.argv[1:])`,
    toolOf('alembic'),
  ],
}

const python = 'import os, subprocess, sys; '

/** A Python program that starts Alembic the usual way, which hands down no descriptor. */
export const closesDescriptors = () => [
  pythonOf(),
  '-c',
  `${python}sys.exit(subprocess.run(sys.argv[1:]).returncode)`,
  toolOf('alembic'),
]

export interface Seen extends ChildEnd {
  events: ChildEvent[]
  lines: string[]
}

/** The environment of a child in tests: nothing of the machine's but what programs cannot do without. */
export function testEnvironment(url: string, more: Record<string, string> = {}) {
  const tools = dirname(pythonOf())
  const user = {
    PATH: `${tools}:${process.env.PATH}`,
    HOME: process.env.HOME,
    VIRTUAL_ENV: dirname(tools),
    ...more,
  }
  return childEnvironment({ user, url, variable: undefined, others: [] })
}

/** Runs Alembic in a project as the engine does; `also` replaces options. */
export async function runChild(
  project: AlembicProject,
  url: string,
  args: string[],
  also: Partial<ChildOptions> = {},
): Promise<Seen> {
  const events: ChildEvent[] = []
  const lines: string[] = []
  const end = await runAlembic({
    start: { argv: ways['the console script']() },
    folder: project.path,
    args,
    timeouts: { lockMs: 5_000, statementMs: 0 },
    environment: testEnvironment(url),
    hookFolder,
    redact: makeRedactor([url]),
    ...also,
    onEvent: event => {
      events.push(event)
      also.onEvent?.(event)
    },
    onLine: (line, stream) => {
      lines.push(line)
      also.onLine?.(line, stream)
    },
  })
  return { ...end, events, lines }
}

/** The events of one kind. */
export function eventsOf<Kind extends ChildEvent['kind']>(
  seen: { events: ChildEvent[] },
  kind: Kind,
): Extract<ChildEvent, { kind: Kind }>[] {
  return seen.events.filter((event): event is Extract<ChildEvent, { kind: Kind }> => event.kind === kind)
}

/** What is left of the events when sessions and statements are no matter: `started a`, `stepped a`. */
export function stepsOf(seen: { events: ChildEvent[] }): string[] {
  return seen.events.flatMap(event =>
    event.kind === 'started' || event.kind === 'stepped' || event.kind === 'autocommit'
      ? [`${event.kind} ${event.revision}`]
      : [],
  )
}

/** The beginnings of the statements that ended well, however they were told: `a1 CREATE TABL`. */
export function ranIn({ events }: { events: ChildEvent[] }): string[] {
  let told = ''
  return events.flatMap(event => {
    if (event.kind === 'statement') told = event.sql
    const ran =
      event.kind === 'stepped' || event.kind === 'ran' ? event.ran : event.kind === 'done' ? [told] : []
    return ran.map(sql => `${'revision' in event ? event.revision : ''} ${sql.trim().slice(0, 11)}`)
  })
}

/** A file of the project as Python names it. */
export const absolute = (project: AlembicProject, path: string) => join(project.path, path)
