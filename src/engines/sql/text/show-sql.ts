/** The SQL of revisions as people read it before it runs. Pure. */

import type { RevisionSql } from '../../../by-hand.ts'
import { harmless } from '../../../text.ts'
import { lossesOf } from '../run/losses.ts'
import type { Statement } from './statements.ts'

/** Of one revision, and of all together, at most. */
const most = { lines: 200, characters: 16_384, allLines: 2_000 }

/** What a revision is, for showing it. */
export interface Shown {
  id: string
  text: string
  statements: readonly Pick<Statement, 'text'>[]
}

/** Neutralised, and cut where it is long; the redactor takes passwords out wherever it is shown. */
export function showSql(revisions: readonly Shown[]): RevisionSql[] {
  let room = most.allLines
  return revisions.map(({ id, text, statements }) => {
    const lines = trimLines(harmless(text).replaceAll('\t', '  ').split('\n'))
    const shown = cutLines(lines, Math.min(most.lines, room))
    room -= shown.length
    const losses = [...new Set(statements.flatMap(lossesOf))].slice(0, 100)
    return { id, text: shown.join('\n'), more: lines.length - shown.length, losses }
  })
}

/** Blank lines around a section, and white space at the end of its lines, say nothing. */
function trimLines(lines: readonly string[]): string[] {
  const kept = lines.map(line => line.trimEnd())
  const first = kept.findIndex(line => line !== '')
  return first === -1 ? [] : kept.slice(first, kept.findLastIndex(line => line !== '') + 1)
}

function cutLines(lines: readonly string[], count: number): string[] {
  const shown: string[] = []
  let characters = 0
  for (const line of lines) {
    characters += line.length
    if (shown.length >= count || characters > most.characters) break
    shown.push(line)
  }
  return shown
}
