/** Owner of Postgres' own parser (libpg_query 18, WebAssembly). */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Node } from 'libpg-query'

export type { AlterTableCmd, ColumnDef, Constraint, Node, RangeVar, TypeName } from 'libpg-query'

type Library = typeof import('libpg-query')

/** What the parser makes of one statement. */
export type Parsed = { ok: true; node: Node } | { ok: false; message: string }

/** A statement within the body of a DO block. `sql` is undefined where it is only made at run time. */
export interface BodyStatement {
  sql: string | undefined
  /** Line of the body, from 1. */
  line: number
}

/** Parses single statements; made by `loadParser`. */
export interface Parser {
  /** One statement without its semicolon. Never throws. */
  parse: (text: string) => Parsed
  /** The SQL of a whole DO statement that stands in its body; undefined where the body cannot be read. */
  readBody: (text: string) => BodyStatement[] | undefined
}

/** In dist/ the parser lies beside this bundle; in the sources it is a package. Throws where neither is there. */
export async function loadParser(): Promise<Parser> {
  const inSources = import.meta.dirname.endsWith(join('check', 'lint'))
  const beside = pathToFileURL(join(import.meta.dirname, 'parser.cjs')).href
  const loaded = inSources
    ? await import(/* webpackIgnore: true */ 'libpg-query')
    : await import(/* webpackIgnore: true */ beside)
  const library: Library = loaded.default ?? loaded
  await library.loadModule()
  return {
    parse: text => parse(library, text),
    readBody: text => readBody(library, text),
  }
}

function parse(library: Library, text: string): Parsed {
  try {
    const node = library.parseSync(text).stmts?.[0]?.stmt
    return node === undefined ? { ok: false, message: 'there is no statement' } : { ok: true, node }
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : 'it failed' }
  }
}

function readBody(library: Library, text: string): BodyStatement[] | undefined {
  try {
    const found: BodyStatement[] = []
    collect(library.parsePlPgSQLSync(text), found)
    return found
  } catch {
    return undefined
  }
}

/** The tree has a node for each statement, wherever it is nested: in branches, loops, handlers. */
function collect(tree: unknown, found: BodyStatement[]): void {
  if (Array.isArray(tree)) for (const each of tree) collect(each, found)
  if (typeof tree !== 'object' || tree === null || Array.isArray(tree)) return
  for (const [kind, value] of Object.entries(tree)) {
    if (kind === 'PLpgSQL_stmt_execsql' || kind === 'PLpgSQL_stmt_perform')
      found.push({ sql: queryOf(value.sqlstmt ?? value.expr), line: value.lineno ?? 1 })
    else if (kind.startsWith('PLpgSQL_stmt_dyn'))
      found.push({ sql: constantOf(queryOf(value.query)), line: value.lineno ?? 1 })
    collect(value, found)
  }
}

function queryOf(expression: { PLpgSQL_expr?: { query?: string } } | undefined): string | undefined {
  return expression?.PLpgSQL_expr?.query
}

/** EXECUTE of a plain text is as good as the statement itself. */
function constantOf(expression: string | undefined): string | undefined {
  const text = /^\s*'((?:[^']|'')*)'\s*$/.exec(expression ?? '')?.[1]
  return text?.replaceAll("''", "'")
}
