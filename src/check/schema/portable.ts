import type { Kind, Schema, SchemaObject } from './shapes.ts'

/** They belong to the roles and the place of one server, and revisions need not have made them. */
const ofTheServer: readonly Kind[] = ['default privileges', 'database setting']
const ofItsRoles = /^(?:grant|version) /

/** A schema as another server can have it, too: without who may do what, and without versions of extensions. Pure. */
export function portable({ major, objects }: Schema): Schema {
  const kept = [...objects].filter(([, { kind }]) => !ofTheServer.includes(kind))
  return { major, objects: new Map(kept.map(([key, object]) => [key, withoutRoles(object)])) }
}

function withoutRoles(object: SchemaObject): SchemaObject {
  if (!object.lines.some(line => ofItsRoles.test(line))) return object
  return { ...object, lines: object.lines.filter(line => !ofItsRoles.test(line)) }
}
