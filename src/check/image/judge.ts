import { posix } from 'node:path'
import { makeFault } from '../../catalogue/catalogue.ts'
import type { Fault, ForeignLine } from '../../domain.ts'
import { joinAnd, oneLine } from '../../text.ts'
import { type Item, joinItems, sayItems } from './items.ts'
import type { Cause, Lack } from './lacks.ts'
import type { Need } from './needs.ts'
import type { Stage } from './shapes.ts'

/** What the findings of one image speak of. */
export interface Scene {
  dockerfile: string
  /** The build context. */
  context: string
  /** Where Docker’s exceptions go; undefined: there is no such file. */
  ignore: string | undefined
  /** The stage that is the image. */
  stage: Stage
  /** What is run in it, and where. */
  command: string
  folder: string
  needs: readonly Need[]
}

/** One fault for each cause, with the lines to type; and a sentence for what was not seen. Pure. */
export function judgeLacks(lacks: readonly Lack[], scene: Scene): { faults: Fault[]; notes: string[] } {
  const groups = new Map<string, Lack[]>()
  for (const lack of lacks) {
    const key = keyOf(lack.cause)
    groups.set(key, [...(groups.get(key) ?? []), lack])
  }
  const faults: Fault[] = []
  const notes: string[] = []
  for (const group of groups.values()) {
    const items = joinItems(group, scene.needs)
    const { cause } = group[0] as Lack
    if (cause.kind === 'unseen') notes.push(sayUnseen(items, cause.fog, scene))
    else faults.push(makeOne(cause, items, scene))
  }
  return { faults, notes }
}

function keyOf(cause: Cause): string {
  if (cause.kind === 'unseen') return `unseen ${cause.fog.line}`
  if (cause.kind === 'left-out') return `left-out ${cause.leftOut.line} ${cause.leftOut.by?.line}`
  return cause.kind === 'stage' ? `stage ${cause.stage.index}` : cause.kind
}

function sayUnseen(
  items: readonly Item[],
  { line, text }: { line: number; text: string },
  scene: Scene,
): string {
  const at = `${oneLine(scene.dockerfile)}:${line}`
  return `Whether ${joinAnd(sayItems(items))} ${items.length === 1 ? 'is' : 'are'} where \`${oneLine(scene.command, 120)}\` looks was not seen: it depends on ${at} (${oneLine(text, 80)}).`
}

function makeOne(cause: Exclude<Cause, { kind: 'unseen' }>, items: readonly Item[], scene: Scene): Fault {
  const { stage } = scene
  const path = scene.dockerfile
  const known = { what: sayItems(items), dockerfile: oneLine(path), command: oneLine(scene.command, 120) }
  if (cause.kind === 'outside')
    return makeFault(
      'image-outside',
      { ...known, context: oneLine(scene.context) },
      { place: { path, line: stage.line } },
    )
  if (cause.kind === 'elsewhere') {
    const facts = { ...known, ...sayPlaces(items) }
    const line = endFolder(items, scene)
    const foreign = line === undefined ? [] : [{ line: `WORKDIR ${line}` }]
    return makeFault('image-elsewhere', facts, { place: { path, line: cause.line }, foreign })
  }
  if (cause.kind === 'stage') {
    const facts = { ...known, stage: sayStage(cause.stage), final: sayStage(stage) }
    const foreign = items.map(item =>
      copyLine(item, item.at ?? item.path, stage, `--from=${sayStage(cause.stage)} `),
    )
    return makeFault('image-stage', facts, { place: { path, line: cause.line }, foreign: cut(foreign) })
  }
  if (cause.kind === 'left-out' && cause.leftOut.by !== undefined && scene.ignore !== undefined) {
    const { line, by } = cause.leftOut
    const facts = { ...known, ignore: oneLine(scene.ignore), text: oneLine(by.text, 80), line }
    const foreign = items.map(item => ({ line: `!${inContext(item, scene)}` }))
    return makeFault('image-ignored', facts, {
      place: { path: scene.ignore, line: by.line },
      foreign: cut(foreign),
    })
  }
  const line = cause.kind === 'left-out' ? cause.leftOut.line : stage.lastLine
  const facts = { ...known, folder: sayFolder(scene.folder), line: stage.lastLine }
  const foreign = items.map(item => copyLine(item, inContext(item, scene), stage))
  return makeFault('image-missing', facts, { place: { path, line }, foreign: cut(foreign) })
}

/** The COPY that brings it where it is looked for. */
function copyLine({ isFolder, expected }: Item, source: string, stage: Stage, flags = ''): ForeignLine {
  const same = posix.basename(expected) === posix.basename(source)
  const wanted = isFolder || !same ? expected : posix.dirname(expected)
  const relative = posix.relative(stage.folder, wanted)
  const near = relative.startsWith('..') ? wanted : relative || '.'
  const folder = isFolder || same
  const target = folder && !near.endsWith('/') ? `${near}/` : near
  const words = [isFolder ? `${source}/` : source, target]
  const written = words.some(word => /\s/.test(word)) ? JSON.stringify(words) : words.join(' ')
  return { line: oneLine(`COPY ${flags}${written}`) }
}

function inContext({ path }: Item, { context }: Scene): string {
  return posix.relative(context, path)
}

function sayPlaces(items: readonly Item[]): { at: string[]; expected: string[] } {
  const say = (item: Item, path: string) => oneLine(item.isFolder ? `${path}/` : path)
  const shown = items.slice(0, 3)
  return {
    at: shown.map(item => say(item, item.at ?? '')),
    expected: shown.map(item => say(item, item.expected)),
  }
}

/** The WORKDIR with which all would be where it is looked for; undefined where none is. */
function endFolder(items: readonly Item[], { stage, folder }: Scene): string | undefined {
  if (stage.folder !== folder) return undefined
  const folders = items.map(({ at = '', expected }) => {
    const tail = posix.relative(folder, expected)
    return !tail.startsWith('..') && at.endsWith(`/${tail}`)
      ? at.slice(0, -tail.length - 1) || '/'
      : undefined
  })
  return folders.every(one => one === folders[0]) ? folders[0] : undefined
}

function sayStage({ name, index }: Stage): string {
  return name ?? String(index)
}

/** A folder that only the base image knows is not shown as a path. */
function sayFolder(folder: string): string {
  return folder.startsWith('/(') ? 'the folder of the base image' : oneLine(folder)
}

function cut(lines: readonly ForeignLine[]): ForeignLine[] {
  return lines.slice(0, 6)
}
