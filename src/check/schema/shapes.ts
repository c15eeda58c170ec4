/** The nouns of a schema snapshot. Plain data. */

/** In the order in which differences are told: what holds other things comes first. */
export const kinds = [
  'schema',
  'extension',
  'type',
  'domain',
  'sequence',
  'table',
  'foreign table',
  'column',
  'constraint',
  'index',
  'statistics',
  'view',
  'materialized view',
  'function',
  'procedure',
  'aggregate',
  'trigger',
  'rule',
  'policy',
  'event trigger',
  'publication',
  'cast',
  'operator',
  'operator family',
  'operator class',
  'collation',
  'text search dictionary',
  'text search configuration',
  'language',
  'foreign-data wrapper',
  'foreign server',
  'default privileges',
  'database setting',
] as const
export type Kind = (typeof kinds)[number]

/** One thing that DDL makes. Names as the catalog has them: foreign, and made harmless where they are shown. */
export interface SchemaObject {
  kind: Kind
  /** Absent where the kind has none: a schema, an extension, a cast. */
  schema?: string
  /** What it belongs to: a table, a view, a domain. */
  table?: string
  /** Of a function with the types of its arguments. */
  name: string
  /** What it is, in short lines: the type of a column, `not null`, `default 0`, `comment …`, `grant …`. */
  lines: string[]
}

/** Everything that DDL makes in one database, at one moment. */
export interface Schema {
  /** Of the server: 15. Servers of two majors write a few definitions differently. */
  major: number
  /** By a key of kind and names, in the order of the keys. */
  objects: ReadonlyMap<string, SchemaObject>
}

/** What one schema has and the other has not, or has otherwise. */
export interface Difference {
  change: 'added' | 'removed' | 'changed'
  kind: Kind
  schema?: string
  table?: string
  name: string
  /** Lines that only the first schema has; of a removed object all. */
  before: string[]
  /** Lines that only the second one has; of an added object all. */
  after: string[]
}

/** What is no part of a schema that revisions make. */
export interface Ignore {
  /** History tables, with everything on them: `alembic_version`, `audit.migration_history`. */
  tables: readonly string[]
  /** Schemas with everything in them, and event triggers that run a function of theirs. */
  schemas?: readonly string[]
}
