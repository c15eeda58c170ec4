/** Types of SQLAlchemy. Pure. */
import type { TypeRef } from '../nodes.ts'

const plain: Record<string, string> = {
  int2: 'sa.SmallInteger()',
  int4: 'sa.Integer()',
  int8: 'sa.BigInteger()',
  text: 'sa.Text()',
  bool: 'sa.Boolean()',
  date: 'sa.Date()',
  time: 'sa.Time()',
  timestamp: 'sa.DateTime()',
  timestamptz: 'sa.DateTime(timezone=True)',
  float4: 'sa.REAL()',
  float8: 'sa.Float(53)',
  bytea: 'sa.LargeBinary()',
  varchar: 'sa.String()',
  numeric: 'sa.Numeric()',
  json: 'sa.JSON()',
}

/** `sa.String(20)`; undefined for one that takes an import, or is somebody’s own. */
export function saType({ name, numbers, array }: TypeRef): string | undefined {
  if (array || !Object.hasOwn(plain, name)) return undefined
  if (numbers.length === 0) return plain[name]
  if (name === 'varchar' || name === 'numeric') return plain[name]?.replace('()', `(${numbers.join(', ')})`)
  return undefined
}
