export type { Client, ClientConfig, QueryArrayResult } from 'pg'

/** What the gate uses of pg, whose only importer this file is. */
export type Driver = Pick<typeof import('pg'), 'Client' | 'Query'>

/** pg is evaluated at its first use: a run without a database need not pay for it at its start. */
export async function loadDriver(): Promise<Driver> {
  // pg asks whether it runs in a worker of Cloudflare. Without a navigator (Node 20) it makes a Response to find out,
  // for which Node loads an HTTP client: 35 ms.
  if (globalThis.navigator === undefined)
    Object.defineProperty(globalThis, 'navigator', { value: { userAgent: 'Node.js' }, configurable: true })
  const loaded = await import(/* webpackMode: "eager" */ 'pg')
  return loaded.default
}
