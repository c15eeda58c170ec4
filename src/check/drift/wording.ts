import type { Wording } from '../schema/say.ts'

/** From what the revisions make to what a live database has. */
export const inLive: Wording = {
  added: 'exists only in the live database',
  removed: 'is missing in the live database',
  pair: (now, was) => `${now} in the live database, ${was} by the revisions`,
  gained: now => `${now} in the live database only`,
  lost: was => `${was} by the revisions only`,
}
