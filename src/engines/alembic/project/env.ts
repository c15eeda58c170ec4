import { decodeString } from '../scripts/decode-string.ts'
import { type Token, tokenize } from '../scripts/tokens.ts'

/** What env.py says of the version table in plain strings. */
export interface VersionTable {
  table: string
  schema: string | undefined
}

/**
 * Finds `version_table=` and `version_table_schema=` among the tokens of env.py; comments and strings hold none.
 * Undefined where neither is given, or one of them in a way that is not read.
 */
export function findVersionTable(envText: string): VersionTable | undefined {
  const read = tokenize(envText.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'))
  const tokens = read.ok ? read.lines.flatMap(line => line.tokens) : []
  const table = findValue(tokens, 'version_table')
  const schema = findValue(tokens, 'version_table_schema')
  if (table === false || schema === false || !(table || schema)) return undefined
  return { table: table || 'alembic_version', schema: schema || undefined }
}

/** The one value of all places; false where one is no plain string, or they differ. */
function findValue(tokens: readonly Token[], name: string): string | undefined | false {
  const values = new Set<string | false>()
  tokens.forEach((token, at) => {
    if (isArgument(tokens, at, name)) values.add(readArgument(tokens.slice(at + 2, at + 4)) ?? '')
    else if (token.kind === 'name' && token.text === name && tokens[at + 1]?.text === '=') values.add(false)
  })
  if (values.size > 1) return false
  const [only] = values
  return only
}

/** `name=` within a call, or `"name":` within a dictionary. */
function isArgument(tokens: readonly Token[], at: number, name: string): boolean {
  const token = tokens[at]
  const next = tokens[at + 1]
  if (token === undefined || token.depth === 0) return false
  if (token.kind === 'name') return token.text === name && next?.text === '='
  if (token.kind !== 'string' || next?.text !== ':') return false
  const key = decodeString(token.text)
  return key.ok && key.value === name
}

/** None is as if it were not given: the empty string here. */
function readArgument([value, after]: readonly Token[]): string | false | undefined {
  const alone = after === undefined || [',', ')', '}'].includes(after.text)
  if (value === undefined || !alone) return false
  if (value.text === 'None') return undefined
  const text = value.kind === 'string' ? decodeString(value.text) : undefined
  return text?.ok === true && text.value
}
