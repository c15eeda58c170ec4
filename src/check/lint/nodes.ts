/** Names, types and expressions of the parser's trees. Pure. */
import { writeName } from '../../database/identifiers.ts'
import type { ColumnDef, Constraint, Node, RangeVar, TypeName } from './parse.ts'

type KeysOf<Union> = Union extends unknown ? keyof Union : never
type InnerOf<Kind extends PropertyKey> = Extract<Node, Record<Kind, unknown>>[Kind]

/** The inside of a node of this kind; undefined for any other. */
export function pick<Kind extends KeysOf<Node>>(
  node: Node | undefined,
  kind: Kind,
): InnerOf<Kind> | undefined {
  return node === undefined ? undefined : (node as unknown as Partial<Record<Kind, InnerOf<Kind>>>)[kind]
}

/** Every node of a kind, however deep. */
export function findAll<Kind extends KeysOf<Node>>(tree: unknown, kind: Kind): InnerOf<Kind>[] {
  if (Array.isArray(tree)) return tree.flatMap(each => findAll(each, kind))
  if (typeof tree !== 'object' || tree === null) return []
  return Object.entries(tree).flatMap(([key, value]) => [
    ...(key === kind ? [value as InnerOf<Kind>] : []),
    ...findAll(value, kind),
  ])
}

/** The texts of a list of names. */
export function texts(list: readonly Node[] | undefined): string[] {
  return (list ?? []).flatMap(one => pick(one, 'String')?.sval ?? texts(pick(one, 'List')?.items))
}

/** A name as it is looked up: with its schema, `public` where none is given. */
export function keyOf(parts: readonly string[]): string {
  return JSON.stringify(parts.length < 2 ? ['public', ...parts] : parts.slice(-2))
}

/** The key of a table. */
export function keyOfRange({ schemaname, relname }: RangeVar): string {
  return keyOf([...(schemaname === undefined ? [] : [schemaname]), relname ?? ''])
}

/** A name for people, in quotes where it needs them. */
export function sayName(...parts: (string | undefined)[]): string {
  return parts
    .filter(part => part !== undefined)
    .map(part => writeName(part))
    .join('.')
}

/** What `keyOf` made, for people: `public` is left out. */
export function sayKey(key: string): string {
  return writeName(...(JSON.parse(key) as string[]))
}

/** The name of a table for people. */
export function sayRange({ schemaname, relname }: RangeVar): string {
  return sayName(schemaname, relname)
}

/** A type with its modifiers: `varchar(20)` is `{ name: 'varchar', numbers: [20] }`. */
export interface TypeRef {
  /** Without the schema of the built-in ones. */
  name: string
  /** Its key, should it be somebody's own. */
  key: string
  /** Its name as it is written. */
  written: string
  numbers: number[]
  array: boolean
}

export function typeOf(type: TypeName | undefined): TypeRef | undefined {
  if (type === undefined) return undefined
  const names = texts(type.names)
  const own = names.filter(name => name !== 'pg_catalog')
  const numbers = (type.typmods ?? []).map(one => pick(one, 'A_Const')?.ival?.ival ?? 0)
  const array = (type.arrayBounds ?? []).length > 0
  return { name: own.join('.'), key: keyOf(own), written: sayName(...own), numbers, array }
}

/** `varchar(20)`, as people write it. */
export function sayType({ name, written, numbers, array }: TypeRef): string {
  // The first number of an interval is which of its fields there are.
  const shown = name === 'interval' ? numbers.slice(1) : numbers
  return `${spoken[name] ?? written}${shown.length > 0 ? `(${shown.join(', ')})` : ''}${array ? '[]' : ''}`
}

const spoken: Record<string, string> = {
  int2: 'smallint',
  int4: 'integer',
  int8: 'bigint',
  bool: 'boolean',
  bpchar: 'char',
  float4: 'real',
  float8: 'double precision',
}

/** The constraints that stand within a column's definition. */
export function constraintsOf(column: ColumnDef): Constraint[] {
  return (column.constraints ?? []).flatMap(one => pick(one, 'Constraint') ?? [])
}

/** The column that a CHECK says is never null: `check (a is not null)`. */
export function notNullOf({ raw_expr }: Constraint): string | undefined {
  const test = pick(raw_expr, 'NullTest')
  return test?.nulltesttype === 'IS_NOT_NULL' ? texts(pick(test.arg, 'ColumnRef')?.fields).at(-1) : undefined
}

/** The options of a statement by their names; one without a value is `true`. */
export function optionOf(list: readonly Node[] | undefined, name: string): boolean {
  const found = (list ?? []).map(one => pick(one, 'DefElem')).find(one => one?.defname === name)
  if (found === undefined) return false
  const value = pick(found.arg, 'String')?.sval ?? pick(found.arg, 'Boolean')?.boolval
  return value !== false && value !== 'false' && value !== 'off' && pick(found.arg, 'Integer')?.ival !== 0
}
