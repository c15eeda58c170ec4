/** The statement that would have allowed what the server forbade (42501). Pure. */

import { writeName } from '../../database/identifiers.ts'
import { oneLine } from '../../text.ts'

/** What each kind of object lets be granted. */
const rights: Record<string, string> = {
  table: 'select, insert, update, delete on table',
  relation: 'select, insert, update, delete on table',
  view: 'select on table',
  schema: 'usage, create on schema',
  sequence: 'usage, select, update on sequence',
  function: 'execute on function',
  procedure: 'execute on procedure',
  database: 'create on database',
  type: 'usage on type',
  language: 'usage on language',
  tablespace: 'create on tablespace',
}

/** An object that a role may not touch: `table`, `schema` …, and its bare name. */
export interface Denied {
  kind: string
  name: string
  /** Only its owner may do this: no grant would do. */
  owns: boolean
}

/** Kinds of one word, and those of several. */
const ownerMessage =
  /^must be owner of (materialized view|foreign table|event trigger|text search \w+|operator class|operator family|[a-z]+) (.+)$/

/** Reads the server's message; undefined where it names no object. */
export function readDenied(message: string): Denied | undefined {
  const owner = ownerMessage.exec(message)
  const denied = /^permission denied for ([a-z]+) (.+)$/.exec(message)
  const [, kind = '', object = ''] = owner ?? denied ?? []
  const real = kind === 'relation' ? 'table' : kind
  if (real === '' || (owner === null && rights[real] === undefined)) return undefined
  return { kind: real, name: shown(object.replace(/^"(.*)"$/, '$1')), owns: owner !== null }
}

/** The line that lets `role` do it. `schema` is that of the object, where it is known. */
export function grantLine({ kind, name, owns }: Denied, role: string, schema?: string): string {
  const object = schema === undefined ? writeName(name) : writeName(schema, name)
  return owns
    ? `alter ${kind} ${object} owner to ${writeName(shown(role))};`
    : `grant ${rights[kind]} ${object} to ${writeName(shown(role))};`
}

/** Who has to do what, as a sentence without its full stop. The names are those that the server gave. */
export function grantFor(message: string, user: string): string {
  const denied = readDenied(message)
  if (denied !== undefined)
    return denied.owns
      ? `Migrate as the role that owns it, or, as that role or a superuser: \`${grantLine(denied, user)}\``
      : `As its owner or a superuser: \`${grantLine(denied, user)}\``
  const other = lineFor(message, user)
  return other === undefined
    ? `Let the owner or a superuser allow it to ${oneLine(user, 80)}`
    : `Let a superuser (on a hosted server: its console) do it once: \`${other}\``
}

/** What a superuser would type for a right that belongs to no object; undefined where no line does. */
export function lineFor(message: string, user: string): string | undefined {
  const extension = /^permission denied to create extension "(.+)"$/.exec(message)?.[1]
  if (extension !== undefined) return `create extension if not exists ${writeName(shown(extension))};`
  const role =
    /^(?:must be member of role|must be able to SET ROLE|permission denied to set role) "(.+)"$/.exec(
      message,
    )?.[1]
  return role === undefined ? undefined : `grant ${writeName(shown(role))} to ${writeName(shown(user))};`
}

/** A backtick would end the code that a summary shows it as. */
function shown(name: string): string {
  return oneLine(name, 80).replaceAll('`', "'")
}
