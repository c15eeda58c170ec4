import { gateError } from '../../../catalogue/catalogue.ts'
import { showTable } from '../../../database/facts.ts'
import type { QualifiedName } from '../../../database/identifiers.ts'
import type { DatabaseError } from '../../../database/session.ts'
import type { GateError } from '../../../errors.ts'
import { oneLine } from '../../../text.ts'
import { grantLine, lineFor, readDenied } from '../../server-errors/grants.ts'
import { serverError } from '../../server-errors/said.ts'

/** The role of the URL may not do with the history table what the gate has to. */
export function rightsError(
  error: DatabaseError,
  history: QualifiedName,
  user: string,
  doing: 'read' | 'make',
): GateError {
  const denied = readDenied(error.message)
  const inSchema = denied?.kind === 'schema' || denied?.kind === 'database' ? undefined : history.schema
  const way = denied === undefined ? lineFor(error.message, user) : grantLine(denied, user, inSchema)
  const facts = { table: showTable(history), user: oneLine(user, 80), doing }
  const foreign = way === undefined ? {} : { foreign: [{ line: way, when: 'you may give that right' }] }
  return gateError('history-rights', facts, {
    server: serverError(error),
    ...foreign,
    next: [{ command: 'upgrade' }],
  })
}
