/** The statement that would have allowed what the server forbade (42501). Pure. */

import { quoteIdentifier } from '../../database/identifiers.ts'
import { oneLine } from '../../text.ts'

/** What each kind of object lets be granted. */
const rights: Record<string, string> = {
  table: 'select, insert, update, delete on table',
  relation: 'select, insert, update, delete on table',
  view: 'select on table',
  schema: 'usage, create on schema',
  sequence: 'usage, select, update on sequence',
  database: 'create on database',
  type: 'usage on type',
  language: 'usage on language',
  tablespace: 'create on tablespace',
}

/** Who has to do what, as a sentence without its full stop. The names are those that the server gave. */
export function grantFor(message: string, user: string): string {
  const role = name(user)
  const owner = /^must be owner of ([a-z ]+?) (\S+)$/.exec(message)
  if (owner !== null) {
    const [, kind = '', object = ''] = owner
    const real = kind === 'relation' ? 'table' : kind
    return `Migrate as the role that owns it, or, as that role or a superuser: \`alter ${real} ${name(object)} owner to ${role};\``
  }
  const denied = /^permission denied for ([a-z]+) (\S+)$/.exec(message)
  const right = rights[denied?.[1] ?? '']
  if (right !== undefined)
    return `As its owner or a superuser: \`grant ${right} ${name(denied?.[2] ?? '')} to ${role};\``
  const extension = /^permission denied to create extension "(.+)"$/.exec(message)?.[1]
  if (extension !== undefined)
    return `Let a superuser (on a hosted server: its console) create it once: \`create extension if not exists ${name(extension)};\``
  return `Let the owner or a superuser allow it to ${oneLine(user, 80)}`
}

/** Quoted where the server would need it. A backtick would end the code that a summary shows it as. */
function name(text: string): string {
  const shown = oneLine(text, 80).replaceAll('`', "'")
  return /^[a-z_][a-z0-9_$]*$/.test(shown) ? shown : quoteIdentifier(shown)
}
