/** Types of binaries.mjs for tests; what each does is written there. */
export function majorsHere(): number[]
export function provideBinaries(options: {
  major?: number
  apt?: boolean
}): Promise<{ bin: string; version: string }>
