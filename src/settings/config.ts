import { makeFault } from '../catalogue/catalogue.ts'
import type { Fault } from '../domain.ts'
import { GateError } from '../errors.ts'
import { oneLine } from '../text.ts'
import { durationForm, readDuration } from './duration.ts'
import { engineNames } from './settings.ts'

type Zod = typeof import('zod/mini')

const variableForm = /^[A-Za-z_][A-Za-z0-9_]*$/
/** What a history table may be called: `table` or `schema.table`. */
export const tableForm = /^[A-Za-z_][\w$]{0,62}(?:\.[A-Za-z_][\w$]{0,62})?$/

/** The form of `.github/migration-gate.yml`; docs/schema/config.json is made from it. */
export function configSchema(z: Zod) {
  const duration = z
    .string(`is no duration; it takes ${durationForm}`)
    .check(z.refine(text => readDuration(text) !== undefined, `is no duration; it takes ${durationForm}`))
  const texts = z.array(z.string('is no text'), 'is no list').check(z.minLength(1, 'is an empty list'))
  const database = z.strictObject(
    {
      engine: z.optional(z.enum(engineNames, `is no engine; it takes ${engineNames.join(', ')}`)),
      directory: z.optional(z.string('is no text')),
      url: z
        .string('is missing: the name of the environment variable that holds the URL')
        .check(
          z.regex(
            variableForm,
            'is no name of an environment variable; the URL itself has no place in a file',
          ),
        ),
      paths: z.optional(texts),
      'history-table': z.optional(
        z.string('is no text').check(z.regex(tableForm, 'is no table name; it takes table or schema.table')),
      ),
      after: z.optional(texts),
      smoke: z.optional(texts),
      'lock-timeout': z.optional(duration),
      'statement-timeout': z.optional(duration),
      wait: z.optional(duration),
      'expect-host': z.optional(z.string('is no text')),
      'expect-database': z.optional(z.string('is no text')),
    },
    'is no map',
  )
  const name = z.string().check(z.regex(/^[A-Za-z][\w-]{0,62}$/, 'is no name: letters, digits, _ and -'))
  return z.strictObject(
    {
      databases: z
        .record(name, database, 'is no map of databases')
        .check(z.refine(map => Object.keys(map).length > 0, 'is empty')),
      rules: z.optional(
        z.record(z.string(), z.enum(['off', 'warning', 'error'], 'takes off, warning or error'), 'is no map'),
      ),
    },
    'is no map with the key `databases`',
  )
}

export type Config = import('zod/mini').infer<ReturnType<typeof configSchema>>
export type DatabaseConfig = Config['databases'][string]

/** Reads the config file. Throws GateError with every fault, each with its line and column. */
export async function readConfig(text: string, path: string): Promise<Config> {
  const { LineCounter, parseDocument } = await import(/* webpackMode: "eager" */ 'yaml')
  const z = await import(/* webpackMode: "eager" */ 'zod/mini')
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true })
  const placed = (offset: number): Pick<Fault, 'place'> => {
    const { line, col } = lines.linePos(offset)
    return { place: { path, line: Math.max(line, 1), column: Math.max(col, 1) } }
  }
  throwAll(
    document.errors.map(error => {
      const reason = `is not YAML: ${oneLine(error.message.split('\n')[0] ?? '', 120)}`
      return makeFault('config-shape', { path, at: '', reason }, placed(error.pos[0]))
    }),
  )
  const parsed = configSchema(z).safeParse(toPlain(document))
  if (parsed.success) return parsed.data
  throwAll(
    parsed.error.issues.flatMap(issue => {
      const keys = issue.code === 'unrecognized_keys' ? issue.keys : [undefined]
      return keys.map(key => {
        const trail = [...issue.path, ...(key === undefined ? [] : [key])]
        const reason = key === undefined ? reasonOf(issue) : 'is not known here'
        const at = oneLine(trail.join('.'), 120)
        return makeFault('config-shape', { path, at, reason }, placed(offsetOf(document, trail)))
      })
    }),
  )
  throw new Error('unreachable: a failed parse has issues')
}

/** A record reports a bad key as `Invalid key in record`, with the sentence one level down. */
function reasonOf(issue: { code: string; message: string; issues?: unknown }): string {
  const inner =
    issue.code === 'invalid_key'
      ? (issue.issues as { message: string }[] | undefined)?.[0]?.message
      : undefined
  return (inner ?? issue.message).replace(/\.$/, '')
}

function throwAll(faults: Fault[]): void {
  const [first, ...others] = faults
  if (first !== undefined) throw new GateError(first, others)
}

interface YamlDocument {
  toJS(options: { maxAliasCount: number }): unknown
  contents: unknown
}

/** Aliases are bounded, so that a few lines cannot unfold into gigabytes. */
function toPlain(document: YamlDocument): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 })
  } catch {
    return undefined
  }
}

interface YamlPair {
  key?: { value?: unknown; range?: number[] }
  value?: unknown
}

/** Where the key at the end of the trail stands; else its nearest parent. */
function offsetOf(document: YamlDocument, trail: PropertyKey[]): number {
  let node: unknown = document.contents
  let offset = (node as { range?: number[] } | null)?.range?.[0] ?? 0
  for (const step of trail) {
    const items = (node as { items?: (YamlPair & { range?: number[] })[] } | null)?.items ?? []
    const found = typeof step === 'number' ? items[step] : items.find(item => item.key?.value === step)
    if (found === undefined) break
    offset = found.key?.range?.[0] ?? found.range?.[0] ?? offset
    node = typeof step === 'number' ? found : found.value
  }
  return offset
}
