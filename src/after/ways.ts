import { DatabaseError } from '../database/session.ts'
import { describeStatement, headline } from '../engines/sql/text/describe.ts'
import { count, oneLine } from '../text.ts'
import { CheckFailure } from './faults.ts'
import type { Way } from './run-script.ts'

/** A file of `after`: roles, grants. */
export const after: Way = {
  kind: 'after',
  open: settings => `begin; ${settings}`,
  end: 'commit',
  async run(session, statement) {
    const answer = await session.execute(statement.text)
    if (answer.standing !== 'open')
      throw new DatabaseError({ message: 'it ended the transaction that the gate had begun' })
    return describeStatement(statement, answer)
  },
}

/**
 * A file of `smoke`. A query fails that returns no row, or a false in any of them; a statement that is no query (SET,
 * DO) only has to run. The gate's own query before the first statement keeps it read only.
 */
export const smoke: Way = {
  kind: 'smoke',
  open: settings => `begin read only; ${settings}; select 1`,
  end: 'rollback',
  async run(session, statement) {
    let rows = 0
    let wrong = 0
    let column = ''
    const { command } = await session.execute(statement.text, undefined, (values, names) => {
      rows++
      const at = values.indexOf(false)
      if (at === -1) return
      wrong++
      column ||= names[at] ?? ''
    })
    const text = headline(statement)
    if (wrong > 0)
      throw new CheckFailure(
        `${count(wrong, 'row')} of ${rows} ${wrong === 1 ? 'has' : 'have'} false in ${oneLine(column, 80)}: ${text}`,
      )
    if (rows === 0 && (command === 'SELECT' || command === 'FETCH'))
      throw new CheckFailure(`it returned no row: ${text}`)
    return command === 'SELECT' ? count(rows, 'row') : command.toLowerCase()
  },
}
