// Not TypeScript: jest loads global setup as node would, without its transforms.
import { startPostgres } from '../../script/postgres.mjs'

/** The server of this run of jest, for the teardown. */
export let server

/** One server for the whole run; the workers find the superuser's URL in their environment. */
export default async function start() {
  server = await startPostgres()
  process.env.GATE_TEST_SERVER_URL = server.superuserUrl
}
