import { gateError } from '../catalogue/catalogue.ts'
import { oneLine, showInput } from '../text.ts'
import type { Target } from './url.ts'

/** Refuses a URL that points elsewhere than `expect-host` and `expect-database` say, before a connection is made. */
export function connectionGuard(
  target: Pick<Target, 'host' | 'database'>,
  expected: { expectHost: readonly string[]; expectDatabase: readonly string[] },
): void {
  for (const [input, globs, found, flags] of [
    ['expect-host', expected.expectHost, target.host, 'is'],
    // Postgres tells App from app.
    ['expect-database', expected.expectDatabase, target.database, 's'],
  ] as const) {
    const unmet = globs.find(glob => !makePattern(glob, flags).test(found))
    if (unmet === undefined) continue
    throw gateError('url-unexpected', { input, expected: showInput(unmet, 100), found: oneLine(found, 100) })
  }
}

/** `*` any run of characters, `?` one. */
function makePattern(glob: string, flags: string): RegExp {
  const pattern = glob
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*+/g, '.*')
    .replaceAll('?', '.')
  return new RegExp(`^${pattern}$`, flags)
}
