import type { Need } from './needs.ts'
import type { Places } from './places.ts'
import type { Fog, LeftOut, Stage, Tracked } from './shapes.ts'
import { touches } from './stages.ts'

/** Why a file is not where it is looked for. */
export type Cause =
  /** Something was not seen that may have put it there, or taken it away. */
  | { kind: 'unseen'; fog: Fog }
  | { kind: 'outside' }
  | { kind: 'left-out'; leftOut: LeftOut }
  /** It is at another path of the image. */
  | { kind: 'elsewhere'; at: string; line: number }
  /** It is in a stage that the image is not made of. */
  | { kind: 'stage'; stage: Stage; at: string; line: number }
  | { kind: 'missing' }

/** A file that is not where it is looked for. */
export interface Lack {
  need: Need
  /** Absolute, in the image. */
  expected: string
  cause: Cause
}

/** What of the needs is not in the stage that the image is made of, each with its cause. Pure. */
export function findLacks(
  needs: readonly Need[],
  places: Places,
  { stage, stages, tracked }: { stage: Stage; stages: readonly Stage[]; tracked: readonly Tracked[] },
): Lack[] {
  const outside = new Set(tracked.filter(one => one.inContext === undefined).map(one => one.path))
  return needs.flatMap(need => {
    const expected = places.get(need.path)
    if (expected === undefined) return []
    const cause = findCause(need.path, expected, stage, stages, outside)
    return cause === undefined ? [] : [{ need, expected, cause }]
  })
}

function findCause(
  path: string,
  expected: string,
  stage: Stage,
  stages: readonly Stage[],
  outside: ReadonlySet<string>,
): Cause | undefined {
  const there = stage.files.get(expected)
  if (there !== undefined) {
    const fog = stage.fogs.find(
      one => one.removes && (one.since ?? one.line) >= there.line && touches(one, expected),
    )
    return fog === undefined ? undefined : { kind: 'unseen', fog }
  }
  const fog = stage.fogs.find(one => !one.removes && touches(one, expected))
  if (fog !== undefined) return { kind: 'unseen', fog }
  const at = findIn(stage, path)
  if (at !== undefined) {
    // Where the base image’s own folder is, and where an entry point goes, is known to nobody here.
    const hidden = [expected, at.at].some(one => one.startsWith('/('))
    const line = stage.entrypointLine ?? stage.line
    const text = stage.entrypointLine === undefined ? 'the folder of the base image' : 'ENTRYPOINT'
    if (hidden || stage.entrypointLine !== undefined)
      return { kind: 'unseen', fog: { line, text, below: undefined, removes: false } }
    return { kind: 'elsewhere', ...at }
  }
  if (outside.has(path)) return { kind: 'outside' }
  const leftOut = stage.leftOut.get(path)
  if (leftOut !== undefined) return { kind: 'left-out', leftOut }
  for (const other of stages) {
    const found = other === stage ? undefined : findIn(other, path)
    if (found !== undefined) return { kind: 'stage', stage: other, ...found }
  }
  return { kind: 'missing' }
}

function findIn(stage: Stage, path: string): { at: string; line: number } | undefined {
  for (const [at, { source, line }] of stage.files) if (source === path) return { at, line }
  return undefined
}
