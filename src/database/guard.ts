import { gateError } from '../catalogue/catalogue.ts'
import { oneLine } from '../text.ts'
import type { Target } from './url.ts'

/** Refuses a URL that points elsewhere than `expect-host` and `expect-database` say, before a connection is made. */
export function connectionGuard(
  target: Target,
  expected: { expectHost: string; expectDatabase: string },
): void {
  for (const [input, glob, found] of [
    ['expect-host', expected.expectHost, target.host],
    ['expect-database', expected.expectDatabase, target.database],
  ] as const) {
    if (glob === '' || matchesGlob(glob, found)) continue
    throw gateError('url-unexpected', { input, expected: oneLine(glob, 100), found: oneLine(found, 100) })
  }
}

/** `*` any run of characters, `?` one; host names are compared without regard to case. */
function matchesGlob(glob: string, text: string): boolean {
  const pattern = glob
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.')
  return new RegExp(`^${pattern}$`, 'is').test(text)
}
