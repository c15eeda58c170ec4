import type { Redact } from '../../../redact.ts'
import type { ChildEvent } from '../shapes.ts'

type Type = 'string' | 'number' | 'boolean' | 'list' | 'texts'

/** What an event must have before anybody reads it: the descriptor is the user's program's as much as the hook's. */
const needed: Record<ChildEvent['kind'], Record<string, Type>> = {
  hooked: { alembic: 'string', sqlalchemy: 'string', python: 'string' },
  configured: {
    versionTable: 'string',
    transactionPerMigration: 'boolean',
    transactionalDdl: 'boolean',
    driver: 'string',
    offline: 'boolean',
    autocommit: 'boolean',
  },
  connected: { pid: 'number', database: 'string', timeouts: 'boolean', why: 'string' },
  started: { revision: 'string' },
  stepped: { revision: 'string', ms: 'number', ran: 'texts' },
  ran: { revision: 'string', ran: 'texts' },
  autocommit: { revision: 'string' },
  statement: { revision: 'string', sql: 'string' },
  done: { revision: 'string' },
  sent: { revision: 'string', sql: 'string', line: 'number', style: 'string', autocommit: 'boolean' },
  graph: { revisions: 'list' },
  'hook-error': { where: 'string', message: 'string' },
  failure: {
    ms: 'number',
    type: 'string',
    message: 'string',
    frames: 'list',
    causes: 'list',
    operations: 'list',
  },
}

const needs = Object.fromEntries(
  Object.entries(needed).map(([kind, types]) => [kind, Object.entries(types)]),
) as Record<ChildEvent['kind'], [string, Type][]>

function is(type: Type, value: unknown): boolean {
  if (type === 'list') return Array.isArray(value)
  if (type === 'texts') return Array.isArray(value) && value.every(each => typeof each === 'string')
  return typeof value === type
}

/** A line of the hook as an event whose texts hold no secret; null where it is none. Every text is still foreign. */
export function readEvent(line: string, redact: Redact): ChildEvent | null {
  const value = parse(line)
  if (typeof value !== 'object' || value === null) return null
  const facts = value as Record<string, unknown>
  const shape = typeof facts.kind === 'string' && Object.hasOwn(needed, facts.kind) ? facts.kind : undefined
  if (shape === undefined) return null
  const fits = needs[shape as ChildEvent['kind']].every(([name, type]) => is(type, facts[name]))
  return fits ? (redactAll(facts, redact) as ChildEvent) : null
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

function redactAll(value: unknown, redact: Redact): unknown {
  if (typeof value === 'string') return redact(value)
  if (Array.isArray(value)) return value.map(each => redactAll(each, redact))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, redactAll(each, redact)]))
}
