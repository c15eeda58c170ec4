import type { Command } from '../domain.ts'
import type { EngineName } from './settings.ts'

/** Commands of this version; the others are in the contract and come later. */
export const built: readonly Command[] = [
  'detect',
  'plan',
  'check',
  'upgrade',
  'downgrade',
  'stamp',
  'current',
  'history',
]
/** The same of engines. */
export const builtEngines: readonly EngineName[] = ['auto', 'sql', 'alembic']
