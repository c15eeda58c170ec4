/** What changes a table, as Alembic’s operations. Pure. */
import { constraintAt } from '../clause.ts'
import { readColumn } from '../column-text.ts'
import { pick, texts, typeOf } from '../nodes.ts'
import type { AlterTableCmd, ColumnDef, Constraint, Node, RangeVar } from '../parse.ts'
import { call, list, literal, sqlLiteral } from './python.ts'
import { saType } from './types.ts'

/** ALTER TABLE with one command, and RENAME; undefined where an operation cannot say all of it. */
export function tableOperation(node: Node, sql: string): string | undefined {
  const rename = pick(node, 'RenameStmt')
  if (rename?.relation !== undefined) return renameOperation(rename, rename.relation)
  const alter = pick(node, 'AlterTableStmt')
  const [cmd, ...more] = (alter?.cmds ?? []).map(one => pick(one, 'AlterTableCmd'))
  const unsaid = alter?.objtype !== 'OBJECT_TABLE' || alter.missing_ok || more.length > 0
  if (unsaid || alter.relation?.inh !== true || cmd === undefined) return undefined
  if (cmd.missing_ok || cmd.behavior === 'DROP_CASCADE') return undefined
  return commandOperation(cmd, alter.relation, sql)
}

function commandOperation(cmd: AlterTableCmd, range: RangeVar, sql: string): string | undefined {
  const table = literal(range.relname ?? '')
  const schema = schemaOf(range)
  const name = literal(cmd.name ?? '')
  const column = pick(cmd.def, 'ColumnDef')
  const constraint = pick(cmd.def, 'Constraint')
  switch (cmd.subtype) {
    case 'AT_AddColumn': {
      const made = column === undefined ? undefined : columnCall(column, sql)
      return made === undefined ? undefined : call('op.add_column', [table, made], { schema })
    }
    case 'AT_AddConstraint':
      return constraint === undefined ? undefined : constraintOperation(constraint, range, sql)
    case 'AT_SetNotNull':
      return call('op.alter_column', [table, name], { nullable: 'False', schema })
    case 'AT_DropNotNull':
      return call('op.alter_column', [table, name], { nullable: 'True', schema })
    case 'AT_ColumnDefault': {
      const value = /\bset\s+default\s+(.*)$/is.exec(sql)?.[1]
      const set = cmd.def === undefined ? 'None' : value && `sa.text(${sqlLiteral(value)})`
      return set ? call('op.alter_column', [table, name], { server_default: set, schema }) : undefined
    }
    case 'AT_DropColumn':
      return call('op.drop_column', [table, name], { schema })
    case 'AT_DropConstraint':
      return call('op.drop_constraint', [name, table], { schema })
    default:
      return undefined
  }
}

function schemaOf({ schemaname }: RangeVar): string | undefined {
  return schemaname === undefined ? undefined : literal(schemaname)
}

/** `sa.Column("note", sa.Text(), nullable=True)`. */
function columnCall(column: ColumnDef, sql: string): string | undefined {
  const type = typeOf(column.typeName)
  const made = type === undefined ? undefined : saType(type)
  const { parts } = readColumn(sql, column)
  const kinds = parts.map(({ constraint }) => constraint?.contype)
  const simple = kinds.every(kind => ['CONSTR_DEFAULT', 'CONSTR_NOTNULL', 'CONSTR_NULL'].includes(kind ?? ''))
  if (made === undefined || !simple) return undefined
  const given = parts.find(({ constraint }) => constraint?.contype === 'CONSTR_DEFAULT')?.text
  const value = given?.replace(/^default\s+/i, '')
  return call('sa.Column', [literal(column.colname ?? ''), made], {
    nullable: kinds.includes('CONSTR_NOTNULL') ? 'False' : 'True',
    server_default: value === undefined ? undefined : `sa.text(${sqlLiteral(value)})`,
  })
}

function constraintOperation(constraint: Constraint, range: RangeVar, sql: string): string | undefined {
  const { contype, conname, skip_validation, pktable } = constraint
  if (conname === undefined) return undefined
  const notValid = skip_validation ? 'True' : undefined
  const clause = constraintAt(sql, constraint)
  if (contype === 'CONSTR_CHECK') {
    const condition = /^check\s*\((.*)\)(?:\s+not\s+valid)?$/is.exec(clause)?.[1]?.trim()
    if (condition === undefined) return undefined
    const named = { schema: schemaOf(range), postgresql_not_valid: notValid }
    const positional = [literal(conname), literal(range.relname ?? ''), sqlLiteral(condition)]
    return call('op.create_check_constraint', positional, named)
  }
  const [own, other] = [texts(constraint.fk_attrs), texts(constraint.pk_attrs)]
  const matched = constraint.fk_matchtype !== undefined && constraint.fk_matchtype !== 's'
  const some = (constraint.fk_del_set_cols ?? []).length > 0
  if (contype !== 'CONSTR_FOREIGN' || pktable === undefined || other.length === 0 || matched || some)
    return undefined
  const tables = [range.relname ?? '', pktable.relname ?? ''].map(literal)
  return call('op.create_foreign_key', [literal(conname), ...tables, list(own), list(other)], {
    onupdate: actionOf(constraint.fk_upd_action),
    ondelete: actionOf(constraint.fk_del_action),
    deferrable: constraint.deferrable ? 'True' : undefined,
    initially: constraint.initdeferred ? '"DEFERRED"' : undefined,
    source_schema: schemaOf(range),
    referent_schema: schemaOf(pktable),
    postgresql_not_valid: notValid,
  })
}

const actions: Record<string, string> = {
  r: '"RESTRICT"',
  c: '"CASCADE"',
  n: '"SET NULL"',
  d: '"SET DEFAULT"',
}

function actionOf(letter: string | undefined): string | undefined {
  return letter === undefined ? undefined : actions[letter]
}

type Rename = NonNullable<ReturnType<typeof pick<'RenameStmt'>>>

function renameOperation(rename: Rename, range: RangeVar): string | undefined {
  const { renameType, relationType, subname = '', newname = '', missing_ok, behavior } = rename
  if (missing_ok || behavior === 'DROP_CASCADE') return undefined
  const table = literal(range.relname ?? '')
  const schema = schemaOf(range)
  if (renameType === 'OBJECT_TABLE') return call('op.rename_table', [table, literal(newname)], { schema })
  if (renameType !== 'OBJECT_COLUMN' || relationType !== 'OBJECT_TABLE') return undefined
  return call('op.alter_column', [table, literal(subname)], { new_column_name: literal(newname), schema })
}
