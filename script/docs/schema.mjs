/** The config file's schema, for editors and for people. */
import { table } from './tables.mjs'

const id = 'https://raw.githubusercontent.com/migration-gate/migration-gate/main/docs/schema/config.json'

/** Our own keyword `says` holds the ends of our error messages; a validator elsewhere may be strict about it. */
export function publicSchema(schema) {
  const { $schema, ...rest } = withoutOurs(schema)
  return { $schema, $id: id, ...rest }
}

function withoutOurs(value) {
  if (Array.isArray(value)) return value.map(withoutOurs)
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(([key]) => key !== 'says')
  return Object.fromEntries(kept.map(([key, one]) => [key, withoutOurs(one)]))
}

/** The keys of one database. */
export function renderConfigTable({ properties }) {
  const { properties: keys, required } = properties.databases.additionalProperties
  const rows = Object.entries(keys).map(([key, { description, enum: allowed, type }]) => [
    `\`${key}\`${required.includes(key) ? ' (needed)' : ''}`,
    allowed === undefined
      ? type === 'array'
        ? 'list'
        : 'text'
      : allowed.map(one => `\`${one}\``).join(', '),
    description,
  ])
  return table(['key', 'value', 'meaning'], rows)
}
