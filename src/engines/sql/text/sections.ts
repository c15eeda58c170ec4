/** A revision's file cut into its way up and its way down. Pure. */

import { makeFault } from '../../../catalogue/catalogue.ts'
import type { Fault, Place } from '../../../domain.ts'
import { oneLine } from '../../../text.ts'
import { type Direction, type Mark, readLine, readMark } from './markers.ts'
import { scanScript } from './scan.ts'
import { moveCursor, openCursor, unterminatedFault } from './statements.ts'

/** One way of a revision. */
export interface Section {
  /** From the line after its marker to the next marker or the end. */
  text: string
  /** Line of the file on which the text begins, from 1. */
  startLine: number
  /** UTF-16 index of the text in the file's. */
  offset: number
  /** Whether all of it runs in one transaction, together with its history row. */
  transaction: boolean
}

/** What a file may hold: both ways, or only one of them (`.up.sql`, `.down.sql`). */
export type Shape = 'both' | Direction

/** The sections of a file; none of them when it has faults. */
export interface Sections {
  up?: Section
  down?: Section
  /** Everything wrong with the markers, in the order of the file. */
  faults: Fault[]
}

interface PlacedMark {
  mark: Mark
  start: number
  end: number
  place: Place
}

interface Marker {
  direction: Direction
  options: string[]
  start: number
  end: number
  place: Place & { line: number }
}

/**
 * Reads the sections of a file from its decoded text; a byte order mark at its start is left out. Without markers
 * all of it is the way up (or the one way of `shape`). Only comments may stand above the first marker. A marker
 * within a string, a dollar-quoted body or a block comment is none. Never throws.
 */
export function readSections(text: string, path: string, shape: Shape = 'both'): Sections {
  const from = text.startsWith('\ufeff') ? 1 : 0
  const body = text.slice(from)
  const marks: PlacedMark[] = []
  const cursor = openCursor(body, 1)
  let firstStatement = Number.POSITIVE_INFINITY
  const unterminated = scanScript(body, {
    statement(start) {
      if (start < firstStatement) firstStatement = start
    },
    comment(start, end) {
      const mark = readMark(body, { start, end })
      if (mark === undefined) return false
      const { line, column } = moveCursor(cursor, start)
      marks.push({ mark, start, end, place: { path, line, column } })
      return true
    },
  })
  if (unterminated !== undefined) return { faults: [unterminatedFault(body, unterminated, { path })] }
  const markers = marks.flatMap(asMarker)
  const first = markers[0]
  if (first === undefined) {
    const faults = marks.flatMap(mark => strayFaults(body, mark, true))
    if (faults.length > 0) return { faults }
    const whole: Section = { text: body, startLine: 1, offset: from, transaction: true }
    return { [shape === 'down' ? 'down' : 'up']: whole, faults }
  }
  const early = firstStatement < first.start
  const faults = [
    ...(early ? [beforeFault(first, placeAt(body, path, firstStatement))] : []),
    ...marks.flatMap(mark => strayFaults(body, mark, false)),
    ...orderFaults(markers, shape),
    ...markers.flatMap(optionFaults),
  ]
  if (faults.length > 0) return { faults: faults.sort((a, b) => (a.place?.line ?? 0) - (b.place?.line ?? 0)) }
  const sections = markers.map((marker, i): [Direction, Section] => [
    marker.direction,
    cutSection(body, from, marker, markers[i + 1]?.start ?? body.length),
  ])
  return { ...Object.fromEntries(sections), faults }
}

function cutSection(body: string, from: number, marker: Marker, end: number): Section {
  const lineEnd = /^(?:\r\n|\n|\r)/.exec(body.slice(marker.end, marker.end + 2))?.[0].length ?? 0
  const begin = marker.end + lineEnd
  return {
    text: body.slice(begin, end),
    startLine: marker.place.line + (lineEnd > 0 ? 1 : 0),
    offset: from + begin,
    transaction: !marker.options.includes('transaction:false'),
  }
}

function placeAt(body: string, path: string, index: number): Place & { line: number } {
  const { line, column } = moveCursor(openCursor(body, 1), index)
  return { path, line, column }
}

function asMarker({ mark, start, end, place }: PlacedMark): Marker[] {
  if (mark.kind !== 'marker') return []
  const { direction, options } = mark
  return [{ direction, options, start, end, place: { ...place, line: place.line ?? 1 } }]
}

/** Other tools' marks are mere comments once ours are there: the file was carried over. */
function strayFaults(body: string, { mark, start, place }: PlacedMark, foreignToo: boolean): Fault[] {
  if (mark.kind === 'marker') return []
  const written = oneLine(readLine(body, start).trim(), 60)
  if (mark.kind === 'slip') return [makeFault('marker-slip', { written }, { place })]
  return foreignToo ? [makeFault('marker-foreign', { written, tool: mark.tool }, { place })] : []
}

function beforeFault(first: Marker, place: Place): Fault {
  return makeFault('marker-late', { direction: first.direction, line: first.place.line }, { place })
}

function orderFaults(markers: Marker[], shape: Shape): Fault[] {
  const first = new Map<Direction, Marker>()
  return markers.flatMap((marker, i) => {
    const { direction, place } = marker
    const earlier = first.get(direction)
    if (earlier === undefined) first.set(direction, marker)
    if (shape !== 'both' && direction !== shape)
      return [makeFault('marker-of-the-other', { direction, shape }, { place })]
    if (earlier !== undefined)
      return [makeFault('marker-repeated', { direction, first: earlier.place.line }, { place })]
    return shape === 'both' && direction === 'down' && i === 0
      ? [makeFault('marker-order', {}, { place })]
      : []
  })
}

function optionFaults({ direction, options, place }: Marker): Fault[] {
  const unknown = options.filter(option => !/^transaction:(?:true|false)$/.test(option))
  const wrong = unknown.length === 0 && options.length > 1 ? options.slice(1) : unknown
  return wrong.map(option =>
    makeFault('marker-option', { direction, option: oneLine(option, 60) }, { place }),
  )
}
