/** Where in the user's files an exception came from. Pure. */

import { isAbsolute, posix } from 'node:path'
import type { Excerpt, Place } from '../../../domain.ts'
import { harmless, oneLine } from '../../../text.ts'
import type { ChildFailure, Script } from '../shapes.ts'
import type { FailureFacts } from './ended.ts'

/** A place of the user's, and the revision it is in. */
export interface Found {
  place: Place
  script?: Script
}

/** The innermost place in a revision; else in the user's own code: env.py, or what it imports. */
export function findPlace(failure: ChildFailure, facts: FailureFacts): Found | undefined {
  const { syntax } = failure
  if (syntax !== null) {
    const own = ownPlace(syntax.file, syntax.line, facts)
    if (own !== undefined) return withColumn(own, syntax.column)
  }
  const own = ownFrames(failure, facts)
  return own.findLast(one => one.script !== undefined) ?? own.at(-1)
}

/** Where it came from, in one line: `alembic/env.py:5 → app/settings.py:8`. Empty where one place is all. */
export function trailOf(failure: ChildFailure, facts: FailureFacts): string {
  const steps = ownFrames(failure, facts).map(({ place }) => `${place.path}:${place.line}`)
  return oneLine(steps.slice(-6).join(' → '))
}

/** The marked line with two before and one after, cut at 200 characters. */
export function cutExcerpt(script: Script, place: Place): Excerpt | undefined {
  const { line, column } = place
  if (line === undefined || line < 1) return undefined
  const lines = script.text.split(/\r\n|\n|\r/)
  const first = Math.max(0, line - 3)
  const shown = lines.slice(first, line + 1)
  if (line > lines.length) return undefined
  return {
    firstLine: first + 1,
    lines: shown.map(text => harmless(text).replaceAll('\t', ' ').slice(0, 200)),
    markedLine: line,
    ...(column !== undefined && column <= 200 ? { caret: column } : {}),
  }
}

function ownFrames(failure: ChildFailure, facts: FailureFacts): Found[] {
  return failure.frames.flatMap(({ file, line }) => ownPlace(file, line, facts) ?? [])
}

/** Libraries and virtual environments, wherever they are. */
const foreign = /(?:^|\/)(?:site-packages|dist-packages|\.venv|venv|\.tox|lib\/python\d[^/]*)\//

function ownPlace(file: string, line: number, facts: FailureFacts): Found | undefined {
  const scripts = [...facts.scripts.values()]
  const name = file.replaceAll('\\', '/')
  const linked = scripts.find(one => one.real === name)
  const path = relativePath(name, facts) ?? linked?.path
  if (path === undefined || (linked === undefined && foreign.test(path))) return undefined
  const script = linked ?? scripts.find(one => one.path === path)
  const place = { path: oneLine(path), line }
  return script === undefined ? { place } : { place, script }
}

/** From the repository root. A file is recognised by its end too: the checkout may be reached by another name. */
function relativePath(file: string, facts: FailureFacts): string | undefined {
  if (file.startsWith('<')) return undefined
  if (!isAbsolute(file) && !/^[A-Za-z]:\//.test(file)) return posix.join(facts.start.folder, file)
  const root = facts.root.replaceAll('\\', '/').replace(/\/+$/, '')
  if (file.startsWith(`${root}/`)) return file.slice(root.length + 1)
  const known = [...[...facts.scripts.values()].map(one => one.path), facts.project.envPath]
  return known.find(path => file.endsWith(`/${path}`))
}

/** Python prints a line without its indentation; the column that was read there gets it back from the script. */
export function indented(failure: ChildFailure, facts: FailureFacts): ChildFailure {
  const { syntax } = failure
  if (syntax === null || syntax.column < 1) return failure
  const script = ownPlace(syntax.file, syntax.line, facts)?.script
  const text = script?.text.split(/\r\n|\n|\r/)[syntax.line - 1] ?? ''
  const column = syntax.column + (text.length - text.trimStart().length)
  return { ...failure, syntax: { ...syntax, column } }
}

function withColumn(found: Found, column: number): Found {
  if (column < 1) return found
  return { ...found, place: { ...found.place, column } }
}
