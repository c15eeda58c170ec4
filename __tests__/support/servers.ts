/** Tests that must hold on more than one major version of Postgres. */
import { afterAll, beforeAll, describe } from '@jest/globals'
import { majorsHere, provideBinaries } from '../../script/postgres/binaries.mjs'
import { runServer } from '../../script/postgres/server.mjs'
import { withClient } from '../../script/postgres.mjs'
import { serverUrl } from './postgres.ts'

/** A server of the wanted version, for as long as the tests around it run. */
export interface Server {
  /** The superuser's URL; only inside of hooks and tests. For `useBench({ server: () => server.superuserUrl })`. */
  readonly superuserUrl: string
  readonly major: number
}

interface Started extends Server {
  stop(): Promise<void>
}

/**
 * Runs the same tests on Postgres 15 and on 18, in a `describe` for each. Where the environment says which server
 * there is (TEST_DATABASE_URL, MIGRATION_GATE_POSTGRES=machine) on that one only.
 */
export function onEachServer(tests: (server: Server) => void): void {
  const majors = majorsHere()
  if (majors.length === 0) describe('on the server that was given', () => onServer(undefined, tests))
  for (const major of majors) describe(`on Postgres ${major}`, () => onServer(major, tests))
}

/** Starts a server unless that of the run is of this major; ends it after everything that the tests set up has ended. */
function onServer(wanted: number | undefined, tests: (server: Server) => void): void {
  let server: Started
  beforeAll(async () => {
    server = await startServer(wanted)
  })
  afterAll(() => server.stop())
  // A describe of its own: afterAll of the inner one comes first.
  describe('', () =>
    tests({
      get superuserUrl() {
        return server.superuserUrl
      },
      get major() {
        return server.major
      },
    }))
}

async function startServer(wanted: number | undefined): Promise<Started> {
  const major = await majorOf(serverUrl())
  if (wanted === undefined || wanted === major)
    return { superuserUrl: serverUrl(), major, stop: async () => undefined }
  const { bin } = await provideBinaries({ major: wanted })
  const { superuserUrl, stop } = await runServer({ bin })
  return { superuserUrl, major: wanted, stop }
}

function majorOf(url: string): Promise<number> {
  return withClient(url, async client => {
    const { rows } = await client.query<{ version: number }>(
      `select current_setting('server_version_num')::int / 10000 as version`,
    )
    return rows[0]?.version ?? 0
  })
}
