import { entry } from './entry.ts'

/** Wrong use: inputs, options and the config file. */
export const settingsEntries = {
  'input-value': entry<{ input: string; value: string; allowed: string }>({
    exit: 2,
    says: f => `\`${f.input}\` is "${f.value}"; it takes ${f.allowed}.`,
    cure: f => `Correct \`${f.input}\`.`,
    example: { input: 'lock-timeout', value: '5 apples', allowed: 'a duration such as 500ms, 5s, 10m or 1h' },
  }),
}
