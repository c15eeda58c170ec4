/** What GitHub's OpenAPI description says of the operations that we ask for: script/extract-openapi.mjs writes it down. */
import { readFileSync } from 'node:fs'
import { Ajv, type ErrorObject } from 'ajv'

interface Parameter {
  name: string
  in: 'path' | 'query'
  description?: string
  required?: boolean
  schema: object
}

interface Operation {
  method: string
  path: string
  parameters: Parameter[]
  /** Schema of what is sent. */
  body?: object
  responses: Record<string, { schema?: object; example?: unknown }>
}

/** The extract, as it lies in the repository. */
export interface Description {
  /** The package and its version. */
  source: string
  /** The schema of a refusal. */
  refusal: string
  operations: Record<string, Operation>
  schemas: Record<string, object>
}

/** A question as it came in. */
export interface Asked {
  method: string
  url: URL
  headers: Record<string, string | string[] | undefined>
  /** Parsed; undefined where nothing was sent. */
  body: unknown
}

export const description = JSON.parse(
  readFileSync(new URL('../fixtures/github-openapi.json', import.meta.url), 'utf8'),
) as Description

const formats = {
  uri: (text: string) => URL.canParse(text),
  'date-time': (text: string) => /^\d{4}-\d\d-\d\dT/.test(text) && !Number.isNaN(Date.parse(text)),
  email: /@/,
  int64: true,
} as const
const answers = new Ajv({ strict: false, allErrors: true, formats })
for (const [name, schema] of Object.entries(description.schemas)) answers.addSchema(closed(schema), name)
/** A path and a query are text: `20` is an integer there. */
const parameters = new Ajv({ strict: false, allErrors: true, formats, coerceTypes: true })

/** An object has no field that is not described: a mistyped one would be let through otherwise. */
function closed<Node>(node: Node): Node {
  if (Array.isArray(node)) return node.map(closed) as Node
  if (typeof node !== 'object' || node === null) return node
  const inside = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, closed(value)]))
  const open = 'properties' in inside && !('additionalProperties' in inside)
  return (open ? { ...inside, additionalProperties: false } : inside) as Node
}

/** The operation that a question is for, and what is wrong with the question. */
export function judgeQuestion(asked: Asked): { operation: string; faults: string[] } {
  for (const [name, operation] of Object.entries(description.operations)) {
    const given = readPath(operation.path, asked.url.pathname)
    if (given === undefined || operation.method !== asked.method.toLowerCase()) continue
    const query = Object.fromEntries(asked.url.searchParams)
    const faults = [
      ...judgeParameters(operation, given, query),
      ...judgeBody(name, operation, asked.body),
      ...judgeHeaders(asked),
    ]
    return { operation: name, faults }
  }
  return { operation: '', faults: [`nothing of ours is ${asked.method} ${asked.url.pathname}`] }
}

function readPath(template: string, path: string): Record<string, string> | undefined {
  const names = [...template.matchAll(/\{(\w+)\}/g)].map(match => match[1] ?? '')
  const found = new RegExp(`^${template.replace(/\{\w+\}/g, '([^/]+)')}$`).exec(path)
  if (found === null) return undefined
  return Object.fromEntries(names.map((name, index) => [name, decodeURIComponent(found[index + 1] ?? '')]))
}

function judgeParameters(
  { parameters: described }: Operation,
  path: Record<string, string>,
  query: Record<string, string>,
): string[] {
  const given = { path, query }
  const known = described.flatMap(one => {
    const value = given[one.in][one.name]
    if (value === undefined) return one.required ? [`${one.name} is missing`] : []
    const validate = parameters.compile({ type: 'object', properties: { value: one.schema } })
    // The limit of a page stands in the text alone.
    const most = Number(/\(max (\d+)\)/.exec(one.description ?? '')?.[1] ?? Number.POSITIVE_INFINITY)
    const faults = validate({ value }) ? [] : sayErrors(`${one.name} is ${value}`, validate.errors)
    return Number(value) > most ? [...faults, `${one.name} is ${value}, over ${most}`] : faults
  })
  const names = described.filter(one => one.in === 'query').map(one => one.name)
  const others = Object.keys(query).filter(name => !names.includes(name))
  return [...known, ...others.map(name => `${name} is no parameter`)]
}

/** An answer has the same schemas, so what is sent is held against them as strictly. */
function judgeBody(name: string, { body: schema }: Operation, body: unknown): string[] {
  if (schema === undefined) return body === undefined ? [] : [`${name} takes no body`]
  const validate = answers.compile(closed(schema))
  return validate(body) ? [] : sayErrors(`the body of ${name}`, validate.errors)
}

/** GitHub refuses a question without a user agent (REST, "Getting started"). */
function judgeHeaders({ headers }: Asked): string[] {
  const expected = { accept: /json/, 'user-agent': /\S/, authorization: /^(?:token|bearer) \S+$/i }
  return Object.entries(expected).flatMap(([name, form]) =>
    form.test(String(headers[name] ?? '')) ? [] : [`the header ${name} is ${headers[name]}`],
  )
}

/** What is wrong with an answer. A refusal that the operation does not name has the form of any refusal. */
export function judgeAnswer(operation: string, status: number, body: unknown): string[] {
  const response = description.operations[operation]?.responses[status]
  const described = response?.schema
  if (response !== undefined && described === undefined)
    return body === undefined ? [] : [`${operation} ${status} has no body`]
  if (described === undefined && status < 400) return [`${operation} does not answer ${status}`]
  const schema = described ?? { $ref: description.refusal }
  const validate = answers.compile(closed(schema))
  return validate(body) ? [] : sayErrors(`${operation} ${status}`, validate.errors)
}

function sayErrors(what: string, errors: ErrorObject[] | null | undefined): string[] {
  return (errors ?? []).map(
    ({ instancePath, message, params }) => `${what}: ${instancePath} ${message} ${JSON.stringify(params)}`,
  )
}
