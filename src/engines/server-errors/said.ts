/**
 * What the server said, without people's data: a log is often public, and an error may quote rows. Errors of classes 22
 * (data), 23 (constraints) and 44 (check option) do so in their detail, their context and sometimes their message. Pure.
 */

import type { Fault, ServerError } from '../../domain.ts'
import { harmless, oneLine } from '../../text.ts'

/** A server's error, as a session or a child process tells it. */
export interface Told {
  code: string
  severity: string
  message: string
  detail?: string | null | undefined
  hint?: string | null | undefined
  where?: string | null | undefined
}

/** What may be shown to everybody, and what quotes data: for a terminal and for debug logging. */
export type Said = Required<Pick<Fault, 'server'>> & Pick<Fault, 'withheld'>

/** Splits an error into what may be shown and what may not. `written` is the statement as its author wrote it. */
export function sayError(told: Told, written = ''): Said {
  const { code, hint } = told
  const all = { message: told.message, detail: told.detail ?? '', where: told.where ?? '' }
  const shown = /^(?:2[23]|44)/.test(code) ? withoutData(code, all, written) : all
  const parts = ['message', 'detail', 'where'] as const
  const held = parts.filter(part => shown[part] !== all[part]).map(part => [part, harmless(all[part])])
  const server: ServerError = {
    code: oneLine(code, 5),
    severity: oneLine(told.severity, 20),
    message: oneLine(shown.message, 2000),
    ...(shown.detail === '' ? {} : { detail: harmless(shown.detail) }),
    ...(hint ? { hint: harmless(hint) } : {}),
    ...(shown.where === '' ? {} : { where: harmless(shown.where) }),
  }
  return { server, ...(held.length === 0 ? {} : { withheld: Object.fromEntries(held) }) }
}

type Texts = Record<'message' | 'detail' | 'where', string>

function withoutData(code: string, { message, detail, where }: Texts, written: string): Texts {
  return {
    message: code.startsWith('22') ? hideQuoted(message, written) : message,
    detail: hideKey(detail),
    where: keepPlaces(where),
  }
}

/** The same of an error that no statement of a person caused. */
export function serverError(told: Told): ServerError {
  return sayError(told).server
}

/**
 * `invalid input syntax for type integer: "…"`, all from the first quote to the last. A literal of the statement stays:
 * whoever reads the file has read it.
 */
function hideQuoted(message: string, written: string): string {
  return message.replace(/"(.*)"/s, (whole, value: string) =>
    written.includes(`'${value.replaceAll("'", "''")}'`) ? whole : '"…"',
  )
}

/** `Key (email)=(…) is duplicated.`: which columns, and none of their values. Any other detail goes as a whole. */
function hideKey(detail: string): string {
  const key = /^(Key \(.*?\)=\().*(\).*)$/s.exec(detail)
  return key === null ? '' : `${key[1]}…${key[2]}`
}

/** Where in a function it was; the lines of COPY, JSON and dynamic SQL hold what was read there. */
function keepPlaces(where: string): string {
  return where
    .split('\n')
    .filter(line => /^(?:PL\/pgSQL|SQL) function /.test(line))
    .join('\n')
}
