/** A script cut into statements, each with its place in the file. Pure. */

import { makeFault } from '../../../catalogue/catalogue.ts'
import type { Fault } from '../../../domain.ts'
import { GateError } from '../../../errors.ts'
import { oneLine } from '../../../text.ts'
import { scanScript } from './scan.ts'
import type { Token } from './tokens.ts'

/** One statement of a script, as it is sent to the server. */
export interface Statement {
  /** From its first token to its last, as written: no `;`, no comments or white space around it. */
  text: string
  /** UTF-16 index of its first token in the text that was split. */
  offset: number
  /** Lines in the file, from 1; `column` of the first token, from 1, in code points. */
  line: number
  endLine: number
  column: number
}

/** Where the text came from: `line` is the file's line on which it begins (1 when left out). */
export interface Origin {
  path: string
  line?: number
}

/** A line and a column in a file, from 1, columns in code points. */
export interface LineColumn {
  line: number
  column: number
}

/**
 * Cuts a text into its statements, in order; empty ones are left out. Linear in time, and the texts are slices
 * of the one given. psql meta-commands come as statements of their own and the data of COPY is left out:
 * `findRefusals` names both. Throws GateError `sql-unterminated` for a quote or comment that never ends.
 */
export function splitStatements(text: string, origin: Origin): Statement[] {
  const statements: Statement[] = []
  const cursor = openCursor(text, origin.line ?? 1)
  const unterminated = scanScript(text, {
    statement(start, end) {
      const { line, column } = moveCursor(cursor, start)
      const endLine = moveCursor(cursor, end).line
      statements.push({ text: text.slice(start, end), offset: start, line, endLine, column })
    },
  })
  if (unterminated !== undefined) throw new GateError(unterminatedFault(text, unterminated, origin))
  return statements
}

/** The fault of a token that never ends, at the place where it began. */
export function unterminatedFault(text: string, token: Token, origin: Origin): Fault {
  const { line, column } = moveCursor(openCursor(text, origin.line ?? 1), token.start)
  const what = describeToken(text, token)
  return makeFault('sql-unterminated', { what }, { place: { path: origin.path, line, column } })
}

/**
 * Turns the server's `position` (code points from 1, in the statement's text) into a place in the file.
 * A position beyond the text is its end; one below 1 its beginning.
 */
export function placeOfPosition(statement: Statement, position: number): LineColumn {
  const cursor = openCursor(statement.text, statement.line, statement.column)
  const { line, column } = moveCursor(cursor, indexOfPoint(statement.text, position - 1))
  return { line, column }
}

/** A place that moves forward through a text, so that finding many places costs one pass. */
export interface Cursor extends LineColumn {
  text: string
  at: number
}

export function openCursor(text: string, line: number, column = 1): Cursor {
  return { text, at: 0, line, column }
}

/**
 * Moves a cursor forward to a UTF-16 index and gives it back; LF, CRLF and a lone CR each end a line,
 * as each of them ends a comment for the server.
 */
export function moveCursor(cursor: Cursor, index: number): Cursor {
  const { text } = cursor
  for (; cursor.at < index; cursor.at++) {
    const code = text.charCodeAt(cursor.at)
    if (code === 10 || (code === 13 && text.charCodeAt(cursor.at + 1) !== 10)) {
      cursor.line++
      cursor.column = 1
    } else if (code < 0xdc00 || code > 0xdfff) {
      cursor.column++
    }
  }
  return cursor
}

/** The UTF-16 index of the code point number `count` (from 0). */
function indexOfPoint(text: string, count: number): number {
  let at = 0
  for (let left = count; left > 0 && at < text.length; left--)
    at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
  return at
}

function describeToken(text: string, token: Token): string {
  if (token.kind === 'block-comment') return 'comment /*'
  if (token.kind === 'quoted') return 'name in double quotes'
  const tag = /^\$[^$]*\$/.exec(text.slice(token.start, token.start + 80))?.[0]
  return tag === undefined ? 'string' : `dollar-quoted string ${oneLine(tag, 40)}`
}
