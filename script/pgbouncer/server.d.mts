/** Types of server.mjs for tests; what it does is written there. */
export interface Pgbouncer {
  port: number
  logFile: string
  stop(): Promise<void>
}

export function startPgbouncer(urls: string[], settings?: Record<string, string | number>): Promise<Pgbouncer>
