/** What the server said of a statement, by SQLSTATE. */

import { describeTarget } from '../../../database/url.ts'
import type { Fault } from '../../../domain.ts'
import { oneLine } from '../../../text.ts'
import { expectationOf } from '../../objects/expect.ts'
import { grantFor } from '../../server-errors/grants.ts'
import { aboutOf, queriesFor } from '../../server-errors/violations.ts'
import { faultOf, type Reader, reasonOf, type Told } from './told.ts'

/** SQLSTATEs of "already exists" and "does not exist": for them the objects of the revision are looked up. */
const existsCodes = ['42P07', '42701', '42710', '42P06', '42723']
const absentCodes = ['42P01', '42703', '42704', '3F000']

/** A statement that the server refused, in a revision or outside of one. */
export const explainServer: Reader = told => {
  const { failure } = told
  const lost = readLoss(told)
  if (lost !== undefined) return faultOf(told, 'alembic-lost', { id: told.id, reason: lost })
  if (failure.server === null) return failure.sql === null ? undefined : withoutServer(told)
  return readRace(told) ?? withQueries(readKnown(told) ?? readPlain(told), told)
}

/** The rows in the way, for the user's own table; none for a table that was undone with the revision. */
function withQueries(fault: Fault, { failure, said }: Told): Fault {
  if (said === undefined) return fault
  const { code, message, detail = '' } = said.server
  const statement = failure.sql ?? ''
  const undone = expectationOf(failure.operations, []).objects
  const about = aboutOf(message, statement)
  const foreign = queriesFor({ code, message, detail, about, statement, undone })
  return foreign.length === 0 ? fault : { ...fault, foreign }
}

function readKnown(told: Told): Fault | undefined {
  const { id, sql, failure, facts } = told
  const { code = '', message = '' } = failure.server ?? {}
  const reason = reasonOf(message)
  if (code === '22001' && /\bversion_num\b/.test(failure.sql ?? '')) return longId(told)
  if (/multiple commands into a prepared statement/.test(message))
    return faultOf(told, 'alembic-several', { id }, [])
  if (code === '42501') {
    const user = oneLine(facts.target.user, 80)
    return faultOf(told, 'alembic-rights', { id, reason, user, way: grantFor(message, facts.target.user) })
  }
  if (code === '55P03') return faultOf(told, 'alembic-lock-timeout', { id, sql })
  if (code === '40P01') return faultOf(told, 'alembic-deadlock', { id, sql })
  if (code === '57014') return faultOf(told, 'alembic-cancelled', { id, reason, sql })
  if (code === '23505') return faultOf(told, 'alembic-duplicate-key', { id, reason, sql })
  if (code === '23502') return faultOf(told, 'alembic-not-null', { id, reason, sql })
  return undefined
}

function readPlain(told: Told): Fault {
  const { id, sql, failure, found } = told
  const { code = '', message = '' } = failure.server ?? {}
  const facts = { reason: reasonOf(message), code: oneLine(code, 5), sql }
  if (id === '' && found?.script === undefined) return faultOf(told, 'alembic-server', facts)
  if (existsCodes.includes(code)) return faultOf(told, 'alembic-exists', { id, ...facts }, [])
  const hint = oneLine(failure.server?.hint ?? '', 200)
  if (absentCodes.includes(code)) return faultOf(told, 'alembic-absent', { id, ...facts, hint })
  return faultOf(told, 'alembic-failed', { id, ...facts })
}

/** SQLAlchemy raised it, and neither code nor class name tells more. */
function withoutServer(told: Told): Fault {
  const reason = reasonOf(told.failure.message.replace(/^\([\w.]+\) /, '').split('\n')[0] ?? '')
  if (told.id === '') return faultOf(told, 'alembic-server', { reason, code: '', sql: told.sql })
  return faultOf(told, 'alembic-failed', { id: told.id, reason, code: '', sql: told.sql })
}

/** The names that only a second Alembic at the same moment violates. */
const raced =
  /"(?:alembic_version_pkc|pg_type_typname_nsp_index|pg_class_relname_nsp_index|pg_namespace_nspname_index)"/

function readRace(told: Told): Fault | undefined {
  const { code = '', message = '' } = told.failure.server ?? {}
  if (code !== '23505' || !raced.test(message)) return undefined
  return faultOf(told, 'alembic-raced', {
    where: describeTarget(told.facts.target),
    reason: reasonOf(message),
  })
}

/** Classes 08 and 57P0x, and what libpq and asyncpg say without a code. */
function readLoss({ failure }: Told): string | undefined {
  const code = failure.server?.code ?? ''
  const said = failure.server?.message ?? failure.message.replace(/^\([\w.]+\) /, '').split('\n')[0] ?? ''
  const lost =
    /server closed the connection unexpectedly|connection was closed in the middle|connection (?:is|already) closed/
  if (!/^(?:08|57P0[1-5])/.test(code) && !lost.test(said)) return undefined
  return reasonOf(said.replace(/^connection was closed in the middle of operation: /, ''))
}

function longId(told: Told): Fault {
  const { failure, facts } = told
  const id = failure.revision ?? ''
  const script = facts.scripts.get(id)
  const table = /\b(?:INTO|UPDATE) (\S+)/i.exec(failure.sql ?? '')?.[1] ?? 'alembic_version'
  const given = { id: oneLine(id, 120), length: [...id].length, table: oneLine(table, 80) }
  if (script === undefined) return faultOf(told, 'alembic-id-refused', given, [])
  const found = { place: { path: script.path, line: script.revisionLine }, script }
  return faultOf({ ...told, found }, 'alembic-id-refused', given, [])
}
