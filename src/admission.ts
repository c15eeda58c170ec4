import { makeFault } from './catalogue/catalogue.ts'
import type { Command, Fault } from './domain.ts'
import { type EventFacts, isPullRequest } from './event.ts'
import type { DatabaseSettings, Settings } from './settings/settings.ts'

/** Whether a command may run on an event at all. */
export type Admission =
  | { kind: 'run' }
  /** Neither open nor closed: there is nothing that a stranger’s pull request could be told. */
  | { kind: 'skip'; why: string }
  | { kind: 'refuse'; faults: Fault[] }

const writing: readonly Command[] = ['upgrade', 'downgrade', 'stamp']
const asking: readonly Command[] = ['upgrade', 'downgrade', 'stamp', 'plan', 'current', 'history']

/** Whether a command asks its databases, whatever changed. */
export function asksDatabase(command: Command): boolean {
  return asking.includes(command)
}

/** Holds command, event and URLs against the table "When the gate is closed". Pure. */
export function admit(settings: Settings, event: EventFacts): Admission {
  const { command } = settings
  const empty = asksDatabase(command)
    ? settings.databases.filter(database => database.url.value.trim() === '')
    : []
  const stranger = event.fork || event.dependabot
  if (empty.length > 0 && stranger && isPullRequest(event.name)) {
    const who = event.dependabot ? 'from Dependabot' : originOf(event)
    return {
      kind: 'skip',
      why: `no database URL: ${event.name} ${who} gets no secrets, so nothing was asked of a database`,
    }
  }
  if (command === 'check' && event.name === 'pull_request_target')
    return { kind: 'refuse', faults: [makeFault('check-target', {})] }
  if (writing.includes(command)) {
    const foreignRun = event.name === 'workflow_run' && event.fork
    const allowed = settings.allowPullRequest && !event.fork
    if (foreignRun || (isPullRequest(event.name) && !allowed)) {
      return {
        kind: 'refuse',
        faults: [
          makeFault('event-writes', {
            command,
            event: event.name,
            stranger: event.fork ? originOf(event) : '',
          }),
        ],
      }
    }
  }
  if (empty.length > 0)
    return { kind: 'refuse', faults: empty.map(database => emptyUrl(database, settings.several)) }
  return { kind: 'run' }
}

function originOf(event: EventFacts): string {
  return event.originUnknown ? 'whose origin cannot be read' : 'from a fork'
}

function emptyUrl(database: DatabaseSettings, several: boolean): Fault {
  return makeFault('url-empty', { source: database.url.source, database: several ? database.name : '' })
}
