import { server } from './postgres-setup.mjs'

/** Ends what postgres-setup started. */
export default async function stop() {
  await server?.stop()
}
