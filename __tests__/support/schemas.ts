import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { root } from '../../script/tools.mjs'

/** Says what in a value is not as a schema of docs/schema wants it; nothing when all is. */
export type Check = (value: unknown) => string[]

/** A schema as it is published. */
export function schemaOf(name: 'config' | 'report'): Record<string, unknown> {
  return JSON.parse(readFileSync(join(root, `docs/schema/${name}.json`), 'utf8'))
}

/** Holds values against a schema. `closed`: a field that the schema does not know is a finding, too. */
export function checkAgainst(name: 'config' | 'report', closed: boolean): Check {
  const schema = closed ? closeObjects(schemaOf(name)) : schemaOf(name)
  const ajv = new Ajv2020({
    strict: true,
    allErrors: true,
    formats: { 'date-time': /^\d{4}-\d\d-\d\dT.+Z$/ },
  })
  const validate = ajv.compile(schema as Record<string, unknown>)
  return value => {
    validate(value)
    return (validate.errors ?? []).map(
      ({ instancePath, message, params }) => `${instancePath || '/'} ${message} ${JSON.stringify(params)}`,
    )
  }
}

/** Fields may be added in version 1, so the published schema is open; a test has to notice that one was. */
function closeObjects(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closeObjects)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, one]) => [key, closeObjects(one)] as const)
  const closed = Object.fromEntries(entries)
  return 'properties' in value && !('additionalProperties' in value) && 'type' in value
    ? { ...closed, additionalProperties: false }
    : closed
}
