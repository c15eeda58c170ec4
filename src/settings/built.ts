import type { EngineName } from './settings.ts'

/** Engines of this version; the others are in the contract and come later. */
export const builtEngines: readonly EngineName[] = ['auto', 'sql', 'alembic']
