import { findAll, keyOf, texts, typeOf } from '../nodes.ts'
import type { ColumnDef, Constraint, Node } from '../parse.ts'
import type { Schema } from '../schema.ts'

/** Why adding a column writes the table anew. */
export interface Rewrite {
  why: string
  /** `warning` where only the server knows. */
  level?: 'warning'
}

/** Undefined where the catalog alone changes: no default, or one that is computed once. Pure. */
export function whyRewritten(
  column: ColumnDef,
  constraints: readonly Constraint[],
  schema: Schema,
): Rewrite | undefined {
  const type = typeOf(column.typeName)
  if (/^(?:small|big)?serial[248]?$/.test(type?.name ?? ''))
    return { why: 'each row gets a number of its sequence' }
  if (constraints.some(one => one.contype === 'CONSTR_IDENTITY'))
    return { why: 'each row gets a number of its identity' }
  if (constraints.some(one => one.contype === 'CONSTR_GENERATED' && one.generated_kind !== 'v'))
    return { why: 'its value is computed for each row and stored' }
  if (type !== undefined && schema.domains.get(type.key)?.checks)
    return { why: `its domain ${type.name} has a check` }
  return whyByDefault(constraints.find(one => one.contype === 'CONSTR_DEFAULT')?.raw_expr, schema)
}

function whyByDefault(expression: Node | undefined, schema: Schema): Rewrite | undefined {
  const calls = findAll(expression, 'FuncCall').map(call => texts(call.funcname))
  const known = (name: string[]) => schema.functions.get(keyOf(name))
  const called = calls.filter(name => known(name) !== 'steady').map(name => name.at(-1) ?? '')
  const own = calls.find(name => known(name) === 'volatile')?.at(-1)
  const changing = own ?? called.find(name => volatile.has(name))
  if (changing !== undefined) return { why: `its default ${changing}() is another one for each row` }
  const unknown = called.find(name => !steady.has(name))
  if (unknown === undefined) return undefined
  return { why: `its default ${unknown}() is computed for each row, unless it is STABLE`, level: 'warning' }
}

const words = (list: string) => new Set(list.split(' '))

/** Functions whose value is another one at each call. */
const volatile = words(
  'random random_normal setseed clock_timestamp timeofday gen_random_uuid uuidv4 uuidv7 uuid_generate_v1 uuid_generate_v1mc uuid_generate_v4 nextval currval lastval setval gen_random_bytes gen_salt pg_sleep',
)

/** Functions that defaults are made of, and that have one value for a whole statement. */
const steady = words(
  'now transaction_timestamp statement_timestamp timezone date_trunc date_part extract to_char to_date to_timestamp to_number age make_date make_time make_timestamp make_timestamptz make_interval lower upper initcap concat concat_ws format md5 encode decode left right lpad rpad repeat replace trim btrim ltrim rtrim substring substr length char_length abs ceil ceiling floor round trunc sign power sqrt mod greatest least coalesce nullif array_fill string_to_array array_to_string json_build_object json_build_array jsonb_build_object jsonb_build_array to_json to_jsonb row_to_json current_setting current_database current_schema pg_backend_pid inet_client_addr txid_current pg_current_xact_id int4range int8range numrange tsrange tstzrange daterange to_tsvector to_tsquery point box xmlparse',
)
