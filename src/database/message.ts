import type { Driver } from './driver.ts'
import type { StatementResult } from './session.ts'

/** What becomes of a message to the server. */
export interface Answering {
  resolve: (result: StatementResult) => void
  reject: (error: unknown) => void
}

/**
 * A query of which nothing is kept but the last command tag. pg would make a result of each of the seventeen commands
 * that a revision brings with it. Its methods are those that pg asks of every query (pg-cursor has the same).
 */
export function makeMessageClass({ Query }: Driver) {
  return class Message extends Query {
    private tag = ''
    private readonly answering: Answering
    declare queryMode: string | undefined

    constructor(text: string, extended: boolean, answering: Answering) {
      super(text)
      this.answering = answering
      if (extended) this.queryMode = 'extended'
    }

    handleRowDescription(): void {}

    handleDataRow(): void {}

    handleCommandComplete({ text }: { text: string }): void {
      this.tag = text
    }

    handleError(error: unknown): void {
      this.answering.reject(error)
    }

    handleReadyForQuery(): void {
      this.answering.resolve(readTag(this.tag))
    }
  }
}

/** `INSERT 0 1`, `SELECT 5`, `CREATE TABLE`: the first word, and the rows where the server counts them. */
function readTag(tag: string): StatementResult {
  const [, command = '', first, second] = /^([A-Za-z]+)(?: (\d+))?(?: (\d+))?/.exec(tag) ?? []
  const count = second ?? first
  return { command, count: count === undefined ? null : Number(count) }
}
