import { posix } from 'node:path'
import { compilePattern, type Matches } from './pattern.ts'

/** A line of a .dockerignore. */
export interface IgnoreLine {
  line: number
  /** As written. */
  text: string
  /** It begins with `!`: what it matches stays in the context. */
  exception: boolean
  matches: Matches
}

/** Reads a .dockerignore. Lines that Docker refuses are left out. Pure. */
export function readIgnore(text: string): IgnoreLine[] {
  return text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .flatMap((written, index) => {
      if (written.startsWith('#')) return []
      const trimmed = written.trim()
      const exception = trimmed.startsWith('!')
      const pattern = clean(exception ? trimmed.slice(1).trim() : trimmed)
      const matches = pattern === '' ? undefined : compilePattern(pattern, true)
      return matches === undefined ? [] : [{ line: index + 1, text: trimmed, exception, matches }]
    })
}

function clean(pattern: string): string {
  if (pattern === '') return ''
  const path = posix.normalize(pattern).replace(/(.)\/$/, '$1')
  return path.length > 1 && path.startsWith('/') ? path.slice(1) : path
}

/** The line that keeps a file out of the build context, if one does: the last that speaks of it, or of a folder above. Pure. */
export function findIgnoring(lines: readonly IgnoreLine[], path: string): IgnoreLine | undefined {
  const parts = path.split('/')
  const paths = parts.map((_, index) => parts.slice(0, parts.length - index).join('/'))
  let by: IgnoreLine | undefined
  for (const line of lines) {
    if (line.exception !== (by !== undefined)) continue
    if (paths.some(line.matches)) by = line.exception ? undefined : line
  }
  return by
}
