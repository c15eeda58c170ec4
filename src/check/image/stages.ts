import { posix } from 'node:path'
import { oneLine } from '../../text.ts'
import { type Copy, copyFile, isArchive, isRemote, makeCopy } from './copy.ts'
import type { Dockerfile, Instruction } from './dockerfile.ts'
import { expandWord } from './expand.ts'
import { openStage, readPairs } from './open-stage.ts'
import { readRun } from './run-step.ts'
import type { Fog, Stage, Tracked } from './shapes.ts'

/** What a Dockerfile is evaluated with. */
export interface Build {
  tracked: readonly Tracked[]
  /** Build arguments that are known. */
  args: ReadonlyMap<string, string>
}

/** Follows the tracked files through the stages of a Dockerfile. Nothing is built; what was not seen is a fog. Pure. */
export function evaluate({ escaping, instructions }: Dockerfile, build: Build): Stage[] {
  const stages: Stage[] = []
  const globals = new Map<string, string | undefined>()
  for (const instruction of instructions) {
    const stage = stages.at(-1)
    if (instruction.name === 'FROM') stages.push(openStage(instruction, stages, globals, escaping))
    else if (instruction.name === 'ARG')
      declare(
        instruction,
        stage?.variables ?? globals,
        stage === undefined ? undefined : globals,
        build,
        escaping,
      )
    else if (stage !== undefined) step({ stage, stages, build, escaping }, instruction)
  }
  return stages
}

interface At {
  stage: Stage
  stages: readonly Stage[]
  build: Build
  escaping: string
}

function step(at: At, instruction: Instruction): void {
  const { stage, escaping } = at
  const { name, line, text } = instruction
  const expand = (word: string) => expandWord(word, stage.variables, escaping)
  if (name === 'ENV')
    for (const [key, value] of readPairs(text, true)) stage.variables.set(key, expand(value ?? ''))
  else if (name === 'WORKDIR') {
    const folder = expand(text)
    // Somewhere that nobody knows: a folder of no image, so that what is relative to it still agrees.
    stage.folder =
      folder === undefined
        ? `/(${oneLine(text, 60).replaceAll('/', ' ')})`
        : posix.resolve(stage.folder, folder)
    addFolders(stage, stage.folder)
    // What is copied to a relative path goes to the last folder.
    stage.lastLine = instruction.endLine
  } else if (name === 'ENTRYPOINT') stage.entrypointLine = text === '[]' ? undefined : line
  else if (name === 'COPY' || name === 'ADD') copy(at, instruction)
  else if (name === 'RUN') run(stage, instruction)
}

function declare(
  { text }: Instruction,
  into: Map<string, string | undefined>,
  globals: ReadonlyMap<string, string | undefined> | undefined,
  { args }: Build,
  escaping: string,
): void {
  for (const [name, written] of readPairs(text)) {
    const given =
      args.get(name) ?? (written === undefined ? globals?.get(name) : expandWord(written, into, escaping))
    into.set(name, given)
  }
}

function run(stage: Stage, { line, text, json, words, documents }: Instruction): void {
  const written = json ? words.map(word => `'${word}'`).join(' ') : text
  const bodies = documents.size > 0 ? [...documents.values()] : [written]
  for (const { below, removes } of bodies.flatMap(body => readRun(body, stage.folder)))
    stage.fogs.push({ line, text: `RUN ${[text, ...documents.values()].join('\n')}`, below, removes })
}

function copy(at: At, instruction: Instruction): void {
  const { stage, escaping } = at
  const { line, name, flags, text, documents } = instruction
  stage.lastLine = instruction.endLine
  const fog = (below: string[] | undefined) =>
    stage.fogs.push({ line, text: `${name} ${text}`, below, removes: false })
  const words = instruction.words
    .filter(word => !/^<</.test(word))
    .map(word => expandWord(word, stage.variables, escaping))
  const from = flags.get('from')
  const target = words.at(-1)
  if (target === undefined) return void fog(undefined)
  const made = makeCopy(
    instruction,
    words.map(word => word ?? ''),
    stage.folder,
  )
  if (documents.size > 0) fog([made.target])
  if (words.some(word => word === undefined)) return void fog([made.target])
  if (made.sources.some(one => isRemote(one) || (name === 'ADD' && isArchive(one)))) fog([made.target])
  if (from === undefined) copyLocal(at, made)
  else {
    const known = expandWord(from, stage.variables, escaping)
    const source = at.stages.find(one => one.name === known?.toLowerCase() || String(one.index) === known)
    if (source === undefined || source === stage) fog([made.target])
    else copyStage(stage, source, made, fog)
  }
}

function copyLocal({ stage, build }: At, made: Copy): void {
  for (const { path, inContext, ignoredBy: by } of build.tracked) {
    if (inContext === undefined) continue
    const copied = copyFile(made, inContext, one => stage.folders.has(one))
    if (copied === undefined) continue
    if (by === undefined && !copied.excluded) put(stage, copied.to, path, made.line)
    else stage.leftOut.set(path, { line: made.line, by })
  }
  addFolders(stage, made.intoFolder ? made.target : posix.dirname(made.target))
}

/** What was not seen there is not seen here, as far as it is copied. */
function copyStage(stage: Stage, source: Stage, made: Copy, fog: (below: string[]) => void): void {
  for (const [path, { source: origin, line }] of source.files) {
    const copied = copyFile(made, path.slice(1), one => stage.folders.has(one))
    if (copied === undefined || copied.excluded) continue
    put(stage, copied.to, origin, made.line)
    for (const one of source.fogs.filter(
      each => each.removes && (each.since ?? each.line) >= line && touches(each, path),
    ))
      stage.fogs.push({ ...one, since: made.line, below: copied.to })
  }
  const roots = made.sources.map(one => posix.resolve('/', one.replace(/\/?[*?[].*$/, '')))
  if (source.fogs.some(one => !one.removes && meets(one, roots))) fog([made.target])
}

function put(stage: Stage, places: readonly string[], source: string, line: number): void {
  for (const to of places) {
    stage.files.set(to, { source, line })
    addFolders(stage, posix.dirname(to))
  }
}

function addFolders(stage: Stage, folder: string): void {
  for (let at = folder; !stage.folders.has(at); at = posix.dirname(at)) stage.folders.add(at)
}

/** Whether what was not seen may have to do with a path. */
export function touches({ below }: Fog, path: string): boolean {
  return below === undefined || below.some(one => isWithin(path, one))
}

function meets({ below }: Fog, roots: readonly string[]): boolean {
  return (
    below === undefined || below.some(one => roots.some(root => isWithin(one, root) || isWithin(root, one)))
  )
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder === '/' ? '/' : `${folder}/`)
}
