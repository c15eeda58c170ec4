import { makeFault } from '../catalogue/catalogue.ts'
import type { Fault } from '../domain.ts'
import { GateError } from '../errors.ts'
import { oneLine, showInput } from '../text.ts'
import type { Config, Schema } from './config-schema.ts'

/** Characters. Of many more keys the reader of YAML takes minutes. */
const longest = 256 * 1024

/** Reads the config file. Throws GateError with every fault, each with its line and column. */
export async function readConfig(text: string, path: string): Promise<Config> {
  const { LineCounter, parseDocument } = await import('yaml')
  const { Validator } = await import('@cfworker/json-schema')
  const { configSchema } = await import('./config-schema.ts')
  if (text.length > longest) {
    const reason = `is longer than ${longest / 1024} KiB`
    throw new GateError(makeFault('config-shape', { path, at: '', reason }, { place: { path } }), [])
  }
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
  const value = toPlain(document)
  const { errors } = new Validator(configSchema, '2020-12', false).validate(value)
  const found = findFaults(errors, configSchema).map(finding => ({
    ...finding,
    offset: offsetOf(document, finding.trail),
  }))
  throwAll(
    // In the order of the file: the validator goes by keyword.
    found
      .sort((a, b) => a.offset - b.offset)
      .map(({ trail, reason, offset }) => {
        const at = showInput(trail.join('.'), 120)
        return makeFault('config-shape', { path, at, reason }, placed(offset))
      }),
  )
  return value as Config
}

interface Unit {
  keyword: string
  /** `#/databases/orion/url`, with ~1 for / and percent-encoding. */
  instanceLocation: string
  keywordLocation: string
}

interface Finding {
  trail: string[]
  reason: string
}

/** Keywords that only repeat what one below them has said. */
const containers = new Set(['properties', 'additionalProperties', 'items', 'propertyNames', '$ref'])

/** One sentence per fault: the innermost ones, in the schema's words where it has some. */
function findFaults(units: readonly Unit[], schema: Schema): Finding[] {
  const found = units.flatMap(({ keyword, instanceLocation, keywordLocation }): Finding[] => {
    const trail = readPointer(instanceLocation)
    if (keyword === 'false') return [{ trail, reason: 'is not known here' }]
    if (containers.has(keyword)) return []
    const holder = readPointer(keywordLocation).slice(0, -1)
    return [{ trail, reason: sayAt(schema, holder) ?? 'is not of the right form' }]
  })
  const keys = new Set<string>()
  return found.filter(({ trail, reason }) => {
    const key = JSON.stringify([trail, reason])
    return keys.has(key) ? false : keys.add(key)
  })
}

function sayAt(schema: Schema, trail: readonly string[]): string | undefined {
  let node: unknown = schema
  for (const step of trail) node = (node as Record<string, unknown> | undefined)?.[step]
  const says = (node as Schema | undefined)?.says
  return typeof says === 'string' ? says : undefined
}

function readPointer(pointer: string): string[] {
  const steps = pointer.replace(/^#\/?/, '').split('/')
  return steps
    .filter(step => step !== '')
    .map(step => decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~'))
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
    return null
  }
}

interface YamlItem {
  key?: { value?: unknown; range?: number[] }
  value?: unknown
  range?: number[]
}

/** Where the key at the end of the trail stands; else its nearest parent. */
function offsetOf(document: YamlDocument, trail: readonly string[]): number {
  let node: unknown = document.contents
  let offset = (node as YamlItem | null)?.range?.[0] ?? 0
  for (const step of trail) {
    const items = (node as { items?: YamlItem[] } | null)?.items ?? []
    const found =
      items.find(item => String(item.key?.value) === step) ??
      (/^\d+$/.test(step) ? items[Number(step)] : undefined)
    if (found === undefined) break
    offset = found.key?.range?.[0] ?? found.range?.[0] ?? offset
    node = found.key === undefined ? found : found.value
  }
  return offset
}
