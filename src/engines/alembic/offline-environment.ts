import type { Environment } from './child/environment.ts'

/** The scheme of a URL of Postgres, with the driver that SQLAlchemy takes from it. */
const postgresUrl = /^\s*(postgres(?:ql)?(?:\+\w+)?):\/\//i

/**
 * The environment of a child that is to write SQL and may not reach a database: each URL of one leads nowhere, with the
 * scheme that it had, and libpq’s own variables are gone. Nothing is installed for it either. Pure.
 */
export function offlineEnvironment(environment: Environment): Environment {
  const kept = Object.entries(environment).filter(([name]) => !/^PG[A-Z]/.test(name))
  const harmless = kept.map(([name, value]) => [name, leadNowhere(value)])
  return { ...Object.fromEntries(harmless), UV_NO_SYNC: '1', UV_OFFLINE: '1' }
}

/** Port 1 of the machine itself: whoever connects all the same is refused at once. */
function leadNowhere(value: string | undefined): string | undefined {
  const scheme = postgresUrl.exec(value ?? '')?.[1]
  return scheme === undefined ? value : `${scheme}://offline@127.0.0.1:1/offline`
}
