/** Types of server.mjs for tests; what it does is written there. */
export interface RunningServer {
  superuserUrl: string
  port: number
  /** Of the unix socket and all data (`data`). */
  folder: string
  logFile: string
  stop(): Promise<void>
}

export function runServer(options: {
  bin: string
  durable?: boolean
  /** Settings of the server, `ssl=on`, after our own. */
  settings?: string[]
  /** May put files into the new data directory, before the server starts. */
  prepare?: (data: string) => Promise<void> | void
}): Promise<RunningServer>
