/** What Alembic and Python print, read back into facts: for a run without the hook. Pure. */

import { sqlstateOfClass } from '../../../database/conditions.ts'
import { harmless } from '../../../text.ts'
import type { ChildFailure } from '../shapes.ts'

type Frame = ChildFailure['frames'][number]
interface Block {
  frames: Frame[]
  syntax: ChildFailure['syntax']
  type: string
  message: string
}

/** Words of Python between an exception and the one that came of it. */
const chained =
  /\n\n(?:The above exception was the direct cause of the following exception|During handling of the above exception, another exception occurred):\n\n$/
const begin = /^Traceback \(most recent call last\):\n/m

/** The exception that ended Alembic, from its standard error; undefined where it printed none. */
export function readTraceback(stderr: string): ChildFailure | undefined {
  // Python 3.13 colours its tracebacks where FORCE_COLOR says so.
  const text = harmless(stderr)
  const pieces = text.split(begin)
  if (pieces.length < 2) return undefined
  const chain: Block[] = []
  for (let at = pieces.length - 1; at > 0; at--) {
    if (chain.length > 0 && !chained.test(pieces[at] ?? '')) break
    const block = readBlock((pieces[at] ?? '').replace(chained, ''))
    if (block === undefined) break
    chain.push(block)
  }
  const [last, ...before] = chain
  if (last === undefined) return undefined
  const { type, frames, syntax } = last
  return {
    kind: 'failure',
    type,
    frames,
    syntax,
    message: withoutSql(last.message),
    revision: readRevision(text),
    sql: readSql(last.message),
    server: readServer(chain),
    causes: before.map(one => ({ type: one.type, message: withoutSql(one.message) })),
    operations: [],
  }
}

/** Frames, then `type: message`, whose further lines go on until the text ends. */
function readBlock(text: string): Block | undefined {
  const lines = text.split('\n')
  const frames: Frame[] = []
  let syntax: Block['syntax'] = null
  let at = 0
  for (; at < lines.length && /^ {2}/.test(lines[at] ?? ''); at++) {
    const found = /^ {2}File "(.+)", line (\d+)(?:, in (.+))?$/.exec(lines[at] ?? '')
    if (found === null) continue
    const [, file = '', line, name] = found
    if (name === undefined) syntax = { file, line: Number(line), column: readCaret(lines[at + 2]) }
    else frames.push({ file, line: Number(line), function: name })
  }
  const said = /^([A-Za-z_][\w.]*)(?:: ([\s\S]*))?$/.exec(lines.slice(at).join('\n').trimEnd())
  return said === null ? undefined : { frames, syntax, type: said[1] ?? '', message: said[2] ?? '' }
}

/** The column in the line as Python shows it, without its indentation; 0 where there is no caret. */
function readCaret(line: string | undefined): number {
  return line !== undefined && /^ *\^/.test(line) ? Math.max(0, line.indexOf('^') - 3) : 0
}

/** `Running upgrade a -> b, message`: the last one was under way. */
export function readRevision(text: string): string | null {
  const lines = [...text.matchAll(/Running (upgrade|downgrade) (.*?) -> (.*?)(?:, .*)?$/gm)]
  const [, way, from = '', to = ''] = lines.at(-1) ?? []
  if (way === undefined) return null
  return (way === 'upgrade' ? to : from) || null
}

function readSql(message: string): string | null {
  const found = /^\[SQL: ([\s\S]*?)\]\n?(?=\[parameters: |\(Background on|$(?![\s\S]))/m.exec(message)
  return found?.[1]?.trim() || null
}

/** SQLAlchemy appends the statement, its parameters (rows, perhaps) and a link. */
function withoutSql(message: string): string {
  return message
    .split(/\n\[SQL: |\n\[parameters: /)[0]
    ?.replace(/\s*\(Background on this error at: \S+\)\s*$/, '')
    .trim() as string
}

const driver = /^(?:psycopg2?|asyncpg)\./

/** What the server said, from the driver's own exception if it was printed, else from the one around it. */
function readServer(chain: Block[]): ChildFailure['server'] {
  const around = chain[0] as Block
  const wrapped = /^\(([\w.]+)\) ([\s\S]*)$/.exec(withoutSql(around.message))
  const own = [...chain].reverse().find(one => driver.test(one.type) && sqlstateOfClass(one.type) !== '')
  const type = own?.type ?? wrapped?.[1] ?? ''
  const code = sqlstateOfClass(type)
  if (code === '' && !/\.errors\./.test(type)) return null
  return { code, ...readFields(withoutSql(own?.message ?? wrapped?.[2] ?? '')) }
}

/** libpq's lines: the message, then DETAIL, HINT and CONTEXT; `LINE 1:` quotes the statement with its values. */
function readFields(text: string): Omit<NonNullable<ChildFailure['server']>, 'code'> {
  const parts = text.split(/\n(?=(?:DETAIL|HINT|CONTEXT|LINE \d+): )/)
  const field = (name: string): string | null =>
    parts
      .find(part => part.startsWith(`${name}: `))
      ?.slice(name.length + 1)
      .trim() ?? null
  return {
    severity: 'ERROR',
    message: (parts[0] ?? '').trim(),
    detail: field('DETAIL'),
    hint: field('HINT'),
    where: field('CONTEXT'),
    position: null,
  }
}
