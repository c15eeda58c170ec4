/** PostgreSQL's names for its SQLSTATEs (documentation, appendix A): the errors that a migration can meet. Pure. */

const names: Record<string, string> = {
  '08000': 'connection_exception',
  '08001': 'sqlclient_unable_to_establish_sqlconnection',
  '08003': 'connection_does_not_exist',
  '08006': 'connection_failure',
  '08P01': 'protocol_violation',
  '0A000': 'feature_not_supported',
  '0LP01': 'invalid_grant_operation',
  '0P000': 'invalid_role_specification',
  '21000': 'cardinality_violation',
  '22001': 'string_data_right_truncation',
  '22003': 'numeric_value_out_of_range',
  '22004': 'null_value_not_allowed',
  '22007': 'invalid_datetime_format',
  '22008': 'datetime_field_overflow',
  '22012': 'division_by_zero',
  '22021': 'character_not_in_repertoire',
  '22023': 'invalid_parameter_value',
  '22026': 'string_data_length_mismatch',
  '2200H': 'sequence_generator_limit_exceeded',
  '22P02': 'invalid_text_representation',
  '22P03': 'invalid_binary_representation',
  '22P04': 'bad_copy_file_format',
  '22P05': 'untranslatable_character',
  '23000': 'integrity_constraint_violation',
  '23001': 'restrict_violation',
  '23502': 'not_null_violation',
  '23503': 'foreign_key_violation',
  '23505': 'unique_violation',
  '23514': 'check_violation',
  '23P01': 'exclusion_violation',
  '25001': 'active_sql_transaction',
  '25006': 'read_only_sql_transaction',
  '25P01': 'no_active_sql_transaction',
  '25P02': 'in_failed_sql_transaction',
  '25P03': 'idle_in_transaction_session_timeout',
  '25P04': 'transaction_timeout',
  '26000': 'invalid_sql_statement_name',
  '27000': 'triggered_data_change_violation',
  '28000': 'invalid_authorization_specification',
  '28P01': 'invalid_password',
  '2BP01': 'dependent_objects_still_exist',
  '2D000': 'invalid_transaction_termination',
  '3D000': 'invalid_catalog_name',
  '3F000': 'invalid_schema_name',
  '40001': 'serialization_failure',
  '40002': 'transaction_integrity_constraint_violation',
  '40003': 'statement_completion_unknown',
  '40P01': 'deadlock_detected',
  '42501': 'insufficient_privilege',
  '42601': 'syntax_error',
  '42602': 'invalid_name',
  '42611': 'invalid_column_definition',
  '42622': 'name_too_long',
  '42701': 'duplicate_column',
  '42702': 'ambiguous_column',
  '42703': 'undefined_column',
  '42704': 'undefined_object',
  '42710': 'duplicate_object',
  '42712': 'duplicate_alias',
  '42723': 'duplicate_function',
  '42725': 'ambiguous_function',
  '42803': 'grouping_error',
  '42804': 'datatype_mismatch',
  '42809': 'wrong_object_type',
  '42830': 'invalid_foreign_key',
  '42846': 'cannot_coerce',
  '42883': 'undefined_function',
  '428C9': 'generated_always',
  '42939': 'reserved_name',
  '42P01': 'undefined_table',
  '42P02': 'undefined_parameter',
  '42P04': 'duplicate_database',
  '42P05': 'duplicate_prepared_statement',
  '42P06': 'duplicate_schema',
  '42P07': 'duplicate_table',
  '42P08': 'ambiguous_parameter',
  '42P10': 'invalid_column_reference',
  '42P13': 'invalid_function_definition',
  '42P16': 'invalid_table_definition',
  '42P17': 'invalid_object_definition',
  '42P18': 'indeterminate_datatype',
  '42P21': 'collation_mismatch',
  '42P22': 'indeterminate_collation',
  '44000': 'with_check_option_violation',
  '53000': 'insufficient_resources',
  '53100': 'disk_full',
  '53200': 'out_of_memory',
  '53300': 'too_many_connections',
  '53400': 'configuration_limit_exceeded',
  '54000': 'program_limit_exceeded',
  '54001': 'statement_too_complex',
  '54011': 'too_many_columns',
  '54023': 'too_many_arguments',
  '55000': 'object_not_in_prerequisite_state',
  '55006': 'object_in_use',
  '55P02': 'cant_change_runtime_param',
  '55P03': 'lock_not_available',
  '55P04': 'unsafe_new_enum_value_usage',
  '57014': 'query_canceled',
  '57P01': 'admin_shutdown',
  '57P02': 'crash_shutdown',
  '57P03': 'cannot_connect_now',
  '57P04': 'database_dropped',
  '57P05': 'idle_session_timeout',
  '58000': 'system_error',
  '58030': 'io_error',
  '58P01': 'undefined_file',
  '58P02': 'duplicate_file',
  P0001: 'raise_exception',
  P0002: 'no_data_found',
  P0003: 'too_many_rows',
  P0004: 'assert_failure',
  XX000: 'internal_error',
  XX001: 'data_corrupted',
  XX002: 'index_corrupted',
}

/** `duplicate_table` for 42P07; empty for a code without a name here. */
export function conditionOf(code: string): string {
  return names[code] ?? ''
}

/** Names of drivers' exception classes that are not those of the conditions. */
const aliases: Record<string, string> = { postgressyntax: '42601', raise: 'P0001' }

/** `InternalError` is a base class of the drivers, `SystemError` and `IOError` are Python's own. */
const ofPython = /^(?:XX|58)/

/** psycopg and asyncpg name a class after each condition: `DuplicateTable`, `DuplicateTableError`. Made when it is asked for. */
let byClass: Map<string, string> | undefined

/** The SQLSTATE of a driver's exception class (`psycopg.errors.DuplicateTable`); empty where its name tells none. */
export function sqlstateOfClass(type: string): string {
  byClass ??= new Map(
    Object.entries(names)
      .filter(([code]) => !ofPython.test(code))
      .map(([code, name]) => [bare(name.replaceAll('_', '')), code]),
  )
  const asked = bare((type.split('.').at(-1) ?? '').toLowerCase())
  return byClass.get(asked) ?? aliases[asked] ?? ''
}

function bare(name: string): string {
  return name.replace(/error$/, '')
}
