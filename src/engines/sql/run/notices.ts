import type { Hear } from '../../../database/session.ts'

/**
 * Revisions are sent ahead: what the server says of one may arrive before anybody was told that its turn has come.
 * Keeps such texts until then, so that they are read under the revision they belong to.
 */
export function holdNotices<Owner>(tell: Hear): {
  hear: (owner: Owner) => Hear
  turnTo: (owner: Owner) => void
} {
  let turn: Owner | undefined
  let held: { owner: Owner; severity: string; message: string }[] = []
  return {
    hear: owner => (severity, message) => {
      if (owner === turn) tell(severity, message)
      else held.push({ owner, severity, message })
    },
    turnTo(owner) {
      turn = owner
      const due = held.filter(one => one.owner === owner)
      held = held.filter(one => one.owner !== owner)
      for (const { severity, message } of due) tell(severity, message)
    },
  }
}
