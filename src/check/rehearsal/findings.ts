import { makeFault } from '../../catalogue/catalogue.ts'
import type { Fault, ForeignLine } from '../../domain.ts'
import type { ModelsDiffering } from '../../engines/alembic/alembic.ts'
import { oneLine } from '../../text.ts'
import type { RehearsalRule } from './levels.ts'
import type { NewRevision } from './shapes.ts'

/** Container images that have what Postgres' own has not. */
const images: Record<string, string> = {
  postgis: 'postgis/postgis',
  postgis_topology: 'postgis/postgis',
  postgis_raster: 'postgis/postgis',
  vector: 'pgvector/pgvector',
  timescaledb: 'timescale/timescaledb',
  pgrouting: 'pgrouting/pgrouting',
  h3: 'timescale/timescaledb-ha',
  pg_search: 'paradedb/paradedb',
  citus: 'citusdata/citus',
  age: 'apache/age',
}

/** What a job lacks that was not made for running the project: nothing is wrong with the change. */
const lacks: readonly string[] = [
  'program-missing',
  'program-denied',
  'alembic-not-installed',
  'uv-lock',
  'uv-network',
  'uv-failed',
  'setting-missing',
  'variable-missing',
  'module-missing',
  'driver-missing',
  'greenlet-missing',
  'alembic-not-asked',
]

/** Why the project cannot be run in this job; undefined where it can. */
export function lackingProject({ id, message, cure }: Fault): string | undefined {
  return lacks.includes(id)
    ? `the project cannot be run here. ${message} ${cure}`.replace(/\.$/, '')
    : undefined
}

/** A failure of the rehearsal’s: nothing but its own server was touched, and no command of ours mends it. */
function ofRehearsal(fault: Fault, state: string): Fault {
  const { next: _, ...rest } = fault
  return { ...rest, state }
}

/**
 * What a failed way up is: a fault of the revision, or something that the rehearsal’s server lacks. `left`: which
 * revisions get no turn by it.
 */
export function failedUp(
  fault: Fault,
  revision: Pick<NewRevision, 'id' | 'path' | 'line'> & { left: string },
  postgres: string,
  bound: string,
): { rule: RehearsalRule; fault: Fault } {
  const { id, path, line, left } = revision
  const around = {
    place: fault.place ?? { path, line },
    ...(fault.excerpt === undefined ? {} : { excerpt: fault.excerpt }),
    ...(fault.server === undefined ? {} : { server: fault.server }),
  }
  const shown = oneLine(id, 80)
  const lacking = lackingExtension(fault)
  if (lacking !== undefined)
    return {
      rule: 'rehearsal-extension',
      fault: makeFault('rehearsal-extension', { id: shown, left, ...lacking }, around),
    }
  if (isEndless(fault))
    return { rule: 'rehearsal-endless', fault: makeFault('rehearsal-endless', { id: shown, bound }, around) }
  const rights = beyondOwner(fault)
  if (rights !== undefined)
    return {
      rule: 'rehearsal-superuser',
      fault: makeFault('rehearsal-superuser', { id: shown, left, reason: rights }, around),
    }
  const state = `That was the rehearsal on Postgres ${postgres}, after all that is merged: no database of yours was touched.`
  const handmade = isMissing(fault) ? dumping : []
  return {
    rule: 'rehearsal-fails',
    fault: {
      place: { path, line },
      ...ofRehearsal(fault, state),
      ...(handmade.length === 0 ? {} : { foreign: [...(fault.foreign ?? []), ...handmade] }),
    },
  }
}

/** That a rehearsal ended before its time: at a revision, or before the first new one. */
export function brokeOff(
  turn: Pick<NewRevision, 'id' | 'path' | 'line'> | undefined,
  first: string,
  reason: string,
  left: string,
): Fault {
  const at = turn === undefined ? `before ${oneLine(first, 80)}` : `at ${oneLine(turn.id, 80)}`
  return makeFault(
    'rehearsal-broke-off',
    { at, reason: oneLine(reason, 600), left },
    {
      state: 'No database of yours was touched. What was found before stands.',
      ...(turn === undefined ? {} : { place: { path: turn.path, line: turn.line } }),
    },
  )
}

/** A way down that failed, or a way up that fails after it. */
export function failedWay(
  fault: Fault,
  { path, line, downLine }: Pick<NewRevision, 'path' | 'line' | 'downLine'>,
  way: 'down' | 'again',
  postgres: string,
): Fault {
  const state =
    way === 'down'
      ? `That was its way down in the rehearsal on Postgres ${postgres}, right after its way up.`
      : `That was its second way up in the rehearsal on Postgres ${postgres}, after its way up and its way down.`
  return { place: { path, line: way === 'down' ? (downLine ?? line) : line }, ...ofRehearsal(fault, state) }
}

/** A way down that does not lead back: what differs, a sentence each. */
export function leftBehind(
  { id, path, line, downLine }: Pick<NewRevision, 'id' | 'path' | 'line' | 'downLine'>,
  differences: readonly string[],
): Fault {
  const facts = { id: oneLine(id, 80), path: oneLine(path), differences: some(differences) }
  return makeFault('rehearsal-down-differs', facts, { place: { path, line: downLine ?? line } })
}

function some(lines: readonly string[]): string {
  const shown = lines.slice(0, 8).map(each => oneLine(each, 160))
  return lines.length > shown.length
    ? `${shown.join(', ')} and ${lines.length - shown.length} more`
    : shown.join(', ')
}

/** Models and schema differ after the newest revision. */
export function modelsDiffer(
  { differences, lacking, write = [] }: ModelsDiffering,
  { path, line }: Pick<NewRevision, 'path' | 'line'>,
): Fault {
  const shown = differences.slice(0, 10)
  const behind = !lacking.includes('schema')
  const facts = { differences: shown, more: differences.length - shown.length, behind }
  // It makes the schema what the models are, whoever is right.
  const when = 'the models are right: it takes away what only the schema has'
  const ways = write.map(({ line }) => ({ line, ...(lacking.includes('models') ? { when } : {}) }))
  return makeFault('models-differ', facts, {
    place: { path, line },
    ...(behind ? {} : { foreign: ways }),
  })
}

/** A new revision that keeps Alembic from running what is merged. */
export function notLoaded(fault: Fault, postgres: string): Fault {
  const state = `That was the rehearsal on Postgres ${postgres}, before any new revision had its turn: no database of yours was touched.`
  return ofRehearsal(fault, state)
}

/** Why nothing could be rehearsed. */
export function notStarted(fault: Fault, postgres: string): Fault {
  // Files that were named, or a project that does not start: that is all there is to say.
  if (fault.id.startsWith('rehearsal-') || fault.id === 'script-missing' || fault.id === 'env-raised')
    return fault
  // No table is missing where Python cannot read a file.
  if (fault.id === 'python-syntax' || fault.id === 'alembic-syntax')
    return ofRehearsal(
      fault,
      `The new revisions were not rehearsed on Postgres ${postgres}: no database of yours was touched.`,
    )
  const { place, excerpt, server } = fault
  const around = {
    ...(place === undefined ? {} : { place }),
    ...(excerpt === undefined ? {} : { excerpt }),
    ...(server === undefined ? {} : { server }),
    ...(isMissing(fault) ? { foreign: dumping } : {}),
  }
  // The engine's own words are about a database that somebody keeps.
  const there = isThere(fault)
  const reason = there && server !== undefined ? `${oneLine(server.message, 200)}.` : fault.message
  return makeFault('rehearsal-start', { postgres, reason, there }, around)
}

const dumping: ForeignLine[] = [
  {
    line: 'pg_dump --schema-only --no-owner --no-privileges --file db/baseline.sql "$DATABASE_URL"',
    when: 'it was made by hand: take from it what no revision makes, and name it in `baseline`',
  },
]

/** A table, type, schema, function or column that is there already. */
function isThere({ server }: Fault): boolean {
  return ['42P07', '42710', '42P06', '42723', '42701'].includes(server?.code ?? '')
}

/** A table, type, schema or column that is not there. */
function isMissing({ server }: Fault): boolean {
  return ['42P01', '42704', '3F000', '42703', '42883'].includes(server?.code ?? '')
}

/** https://www.postgresql.org/docs/current/errcodes-appendix.html */
function isEndless({ server }: Fault): boolean {
  return server?.code === '57014' && /statement timeout/.test(server.message)
}

/** Of a control file that is not there (16: 0A000; before: 58P01), and of an extension for superusers. */
const extensionCodes: readonly string[] = ['0A000', '58P01', '42501']

/** Said by CREATE EXTENSION itself: what a function raises has a context, whatever code and words it takes. */
function lackingExtension({
  server,
  excerpt,
}: Fault): { extension: string; why: 'absent' | 'superuser'; image: string } | undefined {
  if (server === undefined || !extensionCodes.includes(server.code) || server.where !== undefined)
    return undefined
  const shown = excerpt === undefined ? '' : excerpt.lines.slice(excerpt.markedLine - excerpt.firstLine)
  if (excerpt !== undefined && !/create\s+extension/i.test([shown].flat().join('\n'))) return undefined
  const said = server.message
  const name =
    /extension "([\w-]+)" is not available/.exec(said)?.[1] ??
    /extension\/([\w-]+)\.control"/.exec(said)?.[1] ??
    /permission denied to create extension "([\w-]+)"/.exec(said)?.[1]
  if (name === undefined) return undefined
  const why = said.startsWith('permission denied') ? ('superuser' as const) : ('absent' as const)
  return { extension: name, why, image: Object.hasOwn(images, name) ? (images[name] ?? '') : '' }
}

/** What the server says of an act that it grants nobody but a superuser, or a role of its own making. */
function beyondOwner({ server }: Fault): string | undefined {
  if (server?.code !== '42501') return undefined
  const said = oneLine(server.message, 200)
  const grave =
    /superuser|pg_execute_server_program|pg_read_server_files|pg_write_server_files|permission denied for (?:function (?:pg_|lo_)|language|database|schema pg_catalog|tablespace)|permission denied to (?:create (?:role|database)|set|alter|terminate)|(?:CREATEROLE|CREATEDB|BYPASSRLS|REPLICATION)/i
  return grave.test(`${said} ${server.detail ?? ''}`) ? `${said.replace(/\.$/, '')}.` : undefined
}
