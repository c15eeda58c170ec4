/** Alembic's own refusals: one line on standard output, `FAILED: …`. */

import type { Fault } from '../../../domain.ts'
import { oneLine } from '../../../text.ts'
import type { ChildFailure } from '../shapes.ts'
import { typeAlembic } from '../type-alembic.ts'
import type { Ended, FailureFacts } from './ended.ts'
import { faultOf, folderOf, reasonOf, tell } from './told.ts'

/** What Alembic says in a sentence of its own instead of an exception; undefined where it said none. */
export function readCommandError({ failure, stdout, stderr }: Ended): ChildFailure | undefined {
  if (failure !== undefined) return undefined
  const failed = /^FAILED: ([\s\S]+)$/m.exec(stdout)?.[1]
  const usage = /^(?:\S*alembic)\S*(?: \w+)?: error: ([\s\S]+)$/m.exec(stderr)?.[1]
  const message = (failed ?? usage)?.trim()
  if (message === undefined) return undefined
  const type = failed === undefined ? usageError : 'alembic.util.exc.CommandError'
  const nothing = { revision: null, frames: [], syntax: null, sql: null, server: null }
  return { kind: 'failure', type, message, ...nothing, causes: [], operations: [] }
}

const usageError = 'argparse.ArgumentError'

/** Turns a CommandError into its fault; undefined for any other exception. */
export function explainCommand(failure: ChildFailure, end: Ended, facts: FailureFacts): Fault | undefined {
  const { message } = failure
  const reason = reasonOf(message.replace(/^argument \{.*?\}: | \(choose from .*\)$/g, ''))
  const told = tell(failure, end, facts)
  const where = `${facts.target.host}:${facts.target.port}/${facts.target.database}`
  if (failure.type === usageError)
    return faultOf(told, 'alembic-usage', { reason, program: oneLine(facts.start.argv.join(' ')) }, [])
  if (!/\bCommandError$/.test(failure.type)) return undefined
  if (/^Multiple head/.test(message))
    return {
      ...faultOf(told, 'alembic-heads', { heads: '' }, [
        { command: 'upgrade', revision: 'heads', when: 'the branches are meant to stay apart' },
      ]),
      // Of one branch not all heads are meant.
      foreign: /argument '[^']*@/.test(message)
        ? []
        : typeAlembic(facts.start, ['merge', '-m', 'merge heads', 'heads']),
    }
  const unknown = /^Can't locate revision identified by '(.+?)'/.exec(message)?.[1]
  if (unknown !== undefined) {
    const folder = oneLine(facts.project.versionLocations.join(', '))
    return faultOf(told, 'alembic-unknown-revision', { id: oneLine(unknown, 80), folder }, [
      { command: 'current' },
    ])
  }
  const overlap = /^Requested revision (.+?) overlaps with other requested revisions (.+)$/.exec(message)
  if (overlap !== null) {
    const [, one = '', other = ''] = overlap.map(text => oneLine(text, 80))
    return faultOf(told, 'alembic-overlapping', { one, other }, [{ command: 'current' }])
  }
  if (/^Target database is not up to date/.test(message))
    return faultOf(told, 'alembic-behind', { where: oneLine(where) })
  if (/^No 'script_location'|^Path doesn't exist|^No config file|^No such revision folder/.test(message)) {
    const shown = reasonOf(message.replaceAll(`${facts.root.replace(/\/+$/, '')}/`, ''))
    return faultOf(told, 'alembic-config', { reason: shown, folder: folderOf(facts) }, [])
  }
  if (/^Ambiguous (?:upgrade|downgrade|walk)/.test(message))
    return faultOf(told, 'alembic-ambiguous', { reason }, [])
  const raced = /^Online migration (expected to match one row when .+)$/.exec(message)?.[1]
  if (raced !== undefined)
    return faultOf(told, 'alembic-raced', { where: oneLine(where), reason: reasonOf(raced) })
  return faultOf(told, 'alembic-command', { reason })
}
