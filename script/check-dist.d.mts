/** Types of check-dist.mjs for tests. */
export function compareFolders(committed: string, built: string): Promise<string[]>
