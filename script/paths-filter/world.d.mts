/** Types of world.mjs for tests; what each does is written there. */
export interface World {
  commits: { parents?: number[]; files: Record<string, string | null> }[]
  refs: Record<string, number>
}
export interface Situation {
  event: string
  ref: string
  githubRef?: string
  sha?: string
  depth?: number
  payload: unknown
  dirty?: { written: Record<string, string>; staged: string[] }
}
export interface Built {
  folder: string
  env: Record<string, string>
  commits: string[]
  remove(): void
}
export function buildWorld(world: World): Built
export function checkOut(built: Built, situation: Situation): { path: string; remove(): void }
export function fillPayload(value: unknown, commits: string[]): unknown
export function eventEnvironment(situation: Situation, commits: string[]): Record<string, string>
