import { onlyDatabase } from '../settings/settings.ts'
import type { Report } from './shape.ts'

/** What `approved-plan` takes to run what this plan found and nothing else; empty where there is nothing to run. Pure. */
export function sayApproval({ command, databases }: Report): string {
  // Files of `after` are run also where no revision is pending; they are the part behind the dash.
  const runs = databases.some(({ pending, plan }) => pending.length > 0 || plan.includes('-'))
  if (command !== 'plan' || !runs || databases.some(({ plan }) => plan === '')) return ''
  const words = databases.map(({ name, plan }) => (name === onlyDatabase ? plan : `${name}:${plan}`))
  return `to run this plan and no other: approved-plan ${words.join(',')}`
}
