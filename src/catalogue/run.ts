import { entry } from './entry.ts'

/** Endings that are nobody's plan. */
export const runEntries = {
  interrupted: entry<{ signal: string }>({
    exit: 130,
    says: f =>
      `The run was interrupted by ${f.signal}; the statement that ran was cancelled and rolled back.`,
    cure: () => 'Run it again: it starts from where the database stands.',
    example: { signal: 'SIGINT' },
  }),
  unexpected: entry<{ message: string }>({
    exit: 1,
    says: f => `Something happened that the gate does not know: ${f.message}.`,
    cure: () =>
      'The gate is closed. Run it again with debug logging (ACTIONS_STEP_DEBUG, or --debug) and report what it prints.',
    example: { message: 'Cannot read properties of undefined' },
  }),
}
