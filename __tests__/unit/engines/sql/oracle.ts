/** PostgreSQL's own parser (libpg_query 18, WebAssembly) as the judge of what a statement is. */

import { loadModule, parseSync, scanSync } from 'libpg-query'

/** To be awaited once, before anything else here. */
export const loadOracle = loadModule

/** The statements of a script without comments and white space around them. Throws where Postgres would. */
export function splitByPostgres(text: string): string[] {
  if (!/\S/.test(text)) return []
  const bytes = Buffer.from(text, 'utf8')
  const tokens = scanSync(text).tokens.filter(({ tokenName }) => !tokenName.endsWith('_COMMENT'))
  if (tokens.every(token => token.text === ';')) return []
  let first = 0
  return (parseSync(text).stmts ?? []).map(({ stmt_location: from = 0, stmt_len: length = 0 }) => {
    const end = length === 0 ? bytes.length : from + length
    while ((tokens[first]?.start ?? end) < from) first++
    let last = first
    while ((tokens[last + 1]?.start ?? end) < end) last++
    return bytes.toString('utf8', tokens[first]?.start, tokens[last]?.end)
  })
}

/** Strings, names in quotes and comments as Postgres' scanner cuts them, in order. N'…' comes without its N. */
export function quotedByPostgres(text: string): string[] {
  const opens = /^(?:[eEbBxX]?'|(?:[uU]&)?["']|\$(?:[^0-9$][^$]*)?\$|--|\/\*)/
  return scanSync(text).tokens.flatMap(token => (opens.test(token.text) ? [token.text] : []))
}
