/** The status of a refusal of GitHub's API; undefined when there was no answer, or none of its own. */
export function statusOf(error: unknown): number | undefined {
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined
  return typeof status === 'number' && status >= 400 ? status : undefined
}
