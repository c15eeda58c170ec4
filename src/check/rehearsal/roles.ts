import { quoteIdentifier } from '../../database/identifiers.ts'
import type { Session } from '../../database/session.ts'
import type { Fault } from '../../domain.ts'
import type { Steps } from './steps.ts'

/** Makes a role that may nothing, as production has some that grants name. Throws DatabaseError. */
export type MakeRole = (name: string) => Promise<void>

/** More than a project has. */
export const mostRoles = 30

/** On a server of ours, whose roles go with it. */
export function roleMaker(administer: Session): MakeRole {
  return async name => {
    await administer.query(`create role ${quoteIdentifier(name)} nologin`)
  }
}

/** The role that a failure is about, where it is not there and its name is an ordinary one. */
export function missingRole({ server }: Pick<Fault, 'server'>): string | undefined {
  return server?.code === '42704'
    ? /^role "([\w$ .@-]{1,63})" does not exist$/.exec(server.message)?.[1]
    : undefined
}

/** Steps whose way up makes the roles that it misses, and begins again. */
export function makingRoles(steps: Steps, makeRole: MakeRole | undefined): Steps {
  if (makeRole === undefined) return steps
  return {
    ...steps,
    async up(to, take) {
      const tried = new Set<string>()
      for (;;) {
        const applied = await steps.up(to, take)
        const role = applied.fault && missingRole(applied.fault)
        if (role === undefined || tried.has(role) || tried.size === mostRoles) return applied
        tried.add(role)
        await makeRole(role)
      }
    },
  }
}
