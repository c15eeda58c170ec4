/** A server of a test's own, with settings and files that would disturb others. */
import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe } from '@jest/globals'
import { provideBinaries } from '../../script/postgres/binaries.mjs'
import { type RunningServer, runServer } from '../../script/postgres/server.mjs'

/** What differs from the server of the run. */
export interface OwnServer {
  /** `ssl=on` */
  settings?: string[]
  /** Files of the data directory by name, made before it starts: pg_hba.conf, server.key. */
  files?: () => Record<string, string>
}

/** Runs tests on a server of their own; what they set up is taken down before it ends. Use `server` in hooks and tests. */
export function onOwnServer(options: OwnServer, tests: (server: () => RunningServer) => void): void {
  let server: RunningServer
  beforeAll(async () => {
    server = await startOwnServer(options)
  })
  afterAll(() => server.stop())
  // A describe of its own: afterAll of the inner one comes first.
  describe('on a server of its own', () => tests(() => server))
}

/** The same for one test. Stop it when done. */
export async function startOwnServer({ settings = [], files }: OwnServer): Promise<RunningServer> {
  const { bin } = await provideBinaries({})
  const prepare = (data: string) => {
    for (const [name, text] of Object.entries(files?.() ?? {})) {
      writeFileSync(join(data, name), text)
      chmodSync(join(data, name), 0o600)
    }
  }
  return runServer({ bin, settings, prepare })
}
