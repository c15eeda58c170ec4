/** Owner of Postgres' own parser (libpg_query 18, WebAssembly). */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Node } from 'libpg-query'

export type {
  AlterTableCmd,
  ColumnDef,
  Constraint,
  Node,
  PartitionBoundSpec,
  RangeVar,
  TypeName,
} from 'libpg-query'

type Library = typeof import('libpg-query')

/** What the parser makes of one statement. */
export type Parsed = { ok: true; node: Node } | Unparsed

/** `beyond`: the parser could not, whatever the server can: nested too deeply, another language, SQL made at run time. */
export type Unparsed = { ok: false; message: string; beyond?: true }

/** A statement within the body of a DO block. `sql` is undefined where it is only made at run time. */
interface BodyStatement {
  sql: string | undefined
  /** Line of the body, from 1. */
  line: number
}

/** Parses single statements; made by `loadParser`. */
export interface Parser {
  /** One statement without its semicolon. Never throws. */
  parse: (text: string) => Parsed
  /** The SQL that stands in the body of a whole DO statement. Never throws. */
  readBody: (text: string) => BodyStatement[] | Unparsed
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
    return sayError(error)
  }
}

/** Its own errors are Postgres' words; any other means that it ran out of room. */
function sayError(error: unknown): Unparsed {
  const [name, message] = error instanceof Error ? [error.name, error.message] : ['', '']
  const isDeep = /^(?:RangeError|RuntimeError)$/.test(name) || /memory exhausted|stack depth/.test(message)
  return isDeep ? { ok: false, message: 'it is nested too deeply', beyond: true } : { ok: false, message }
}

function readBody(library: Library, text: string): BodyStatement[] | Unparsed {
  try {
    const found: BodyStatement[] = []
    collect(library.parsePlPgSQLSync(text), found)
    return found
  } catch (error) {
    return { ...sayError(error), beyond: true }
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
