import type { Note } from '../domain.ts'
import { oneLine } from '../text.ts'
import type { FollowUpKind, FollowUps, Script } from './follow-up.ts'

/** One thing to run; without a script it is the command. */
export interface Listed {
  kind: FollowUpKind
  name: string
  script?: Script
}

/** All of them, in the order in which they run. Pure. */
export function listFollowUps({ after, smoke, command }: FollowUps): Listed[] {
  const scripts = (kind: FollowUpKind, files: Script[]): Listed[] =>
    files.map(script => ({ kind, name: script.path, script }))
  return [
    ...scripts('after', after),
    ...scripts('smoke', smoke),
    ...(command.length === 0
      ? []
      : [{ kind: 'smoke-command' as const, name: oneLine(command.join(' '), 120) }]),
  ]
}

/** A file or command as messages name it. */
export function sayFollowUp({ kind, name }: Pick<Listed, 'kind' | 'name'>): string {
  return kind === 'smoke-command'
    ? `the \`smoke-command\` ${oneLine(name)}`
    : `${oneLine(name)} (\`${kind}\`)`
}

/** What an upgrade does besides its revisions, said before it does. Pure. */
export function noteFollowUps(database: string, followUps: FollowUps | undefined): Note[] {
  const listed = followUps === undefined ? [] : listFollowUps(followUps)
  if (listed.length === 0) return []
  return [{ kind: 'applies-now', text: oneLine(`then ${listed.map(sayFollowUp).join(', ')}`, 500), database }]
}
