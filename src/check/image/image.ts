import { posix } from 'node:path'
import { makeFault } from '../../catalogue/catalogue.ts'
import type { Disk } from '../../disk.ts'
import type { Finding } from '../../domain.ts'
import { oneLine } from '../../text.ts'
import type { Rule } from '../guard/rules.ts'
import { type Evaluated, evaluateIn, findContexts } from './context.ts'
import { findImage, type ImageAsked, type ImageFiles, readText } from './find.ts'
import { openImage } from './image-disk.ts'
import { judgeLacks } from './judge.ts'
import { findLacks } from './lacks.ts'
import { type Need, type Needs, type NeedsOptions, readNeeds } from './needs.ts'
import { findPlaces } from './places.ts'
import { type Reading, type Release, readCommandLine, readShell } from './release.ts'

/** What looking into an image needs. */
export interface ImageOptions extends ImageAsked, NeedsOptions {
  /** The image may be another database’s. */
  several: boolean
}

/** What was found, and what was not seen: a sentence each. */
export interface ImageChecked {
  findings: Finding[]
  notes: string[]
}

const nothing: ImageChecked = { findings: [], notes: [] }

const rulesOf: Record<string, Rule> = {
  'image-missing': 'not-in-image',
  'image-outside': 'not-in-image',
  'image-ignored': 'dockerignored',
  'image-elsewhere': 'elsewhere-in-image',
  'image-stage': 'other-stage',
}

/**
 * Whether an image, as its Dockerfile and .dockerignore describe it, holds what the release command needs. Nothing is
 * built. Throws GateError `image-absent`.
 */
export function checkImage(disk: Disk, options: ImageOptions): ImageChecked {
  const found = findImage(disk, options)
  if (found === undefined) return nothing
  if ('note' in found) return { findings: [], notes: [found.note] }
  const needs = readNeeds(disk, options)
  if (needs === undefined) return nothing
  const looks = findContexts(disk, found).map(context => look({ disk, found, context, needs, options }))
  const [first = nothing] = looks
  // Where it is built from is not written down: what holds from one folder only is not said.
  return looks.find(one => one.findings.length === 0) ?? first
}

interface Look {
  disk: Disk
  found: ImageFiles
  context: string
  needs: Needs
  options: ImageOptions
}

/** A command that is run in the image; for a Dockerfile that was named, the tool of the engine. */
function commandOf({ found, options }: Look): string {
  const usual = options.choice.engine === 'sql' ? 'migration-gate upgrade' : 'alembic upgrade head'
  return found.fly?.releaseCommand ?? usual
}

function look(at: Look): ImageChecked {
  const { disk, found, context, needs, options } = at
  const command = commandOf(at)
  const wrapped = readCommandLine(command, '/')
  const script =
    wrapped !== undefined && 'script' in wrapped ? findScript(disk, context, wrapped.script) : undefined
  const need: Need[] = script === undefined ? [] : [{ path: script.path, role: 'script', folder: undefined }]
  const paths = [
    ...needs.all.map(one => one.path),
    ...(needs.project?.files ?? []),
    ...need.map(one => one.path),
  ]
  const evaluated = evaluateIn(disk, found, context, paths)
  if (evaluated === undefined) return nothing
  const { stage } = evaluated
  const direct = readCommandLine(command, stage.folder)
  const reading =
    script === undefined || direct === undefined || !('script' in direct)
      ? direct
      : readShell(script.text, stage.folder, posix.resolve(stage.folder, direct.script))
  if (reading === undefined) return nothing
  if (!('release' in reading)) return { findings: [], notes: [sayUnseen(reading, found, command)] }
  const { release } = reading
  const image = openImage(stage, disk)
  const { several } = options
  const alembicConfig = found.fly?.environment.get('ALEMBIC_CONFIG')
  const directory = options.choice.directory
  const places = findPlaces({ needs, release, stage, image, alembicConfig, directory, several })
  if (places === undefined) return nothing
  const scriptAt: [string, string][] =
    script === undefined || direct === undefined || !('script' in direct)
      ? []
      : [[script.path, posix.resolve(stage.folder, direct.script)]]
  const lacks = findLacks([...needs.all, ...need], new Map([...places, ...scriptAt]), evaluated)
  const scene = { ...sceneOf(at, evaluated, release), command, needs: [...needs.all, ...need] }
  const { faults, notes } = judgeLacks(lacks, scene)
  const findings = faults.map(
    (fault): Finding => ({ rule: rulesOf[fault.id] ?? 'not-in-image', level: 'error', fault }),
  )
  return { findings: [...findings, ...scriptFindings(at, script, release)], notes }
}

function sceneOf({ found, context }: Look, { stage, ignore }: Evaluated, { folder }: Release) {
  return { dockerfile: found.dockerfile.path, context, ignore, stage, folder }
}

/** A script of the repository by the end of its path in the image. */
function findScript(
  disk: Disk,
  context: string,
  written: string,
): { path: string; text: string } | undefined {
  const parts = posix
    .normalize(written)
    .split('/')
    .filter(part => part !== '' && part !== '..')
  for (const index of parts.keys()) {
    const path = posix.join(context, ...parts.slice(index))
    const text = readText(disk, path)
    if (text !== undefined) return { path, text }
  }
  return undefined
}

function sayUnseen(
  reading: Exclude<Reading, undefined>,
  { fly, dockerfile }: ImageFiles,
  command: string,
): string {
  const what =
    'script' in reading
      ? `${reading.script} is not in the repository`
      : 'unseen' in reading
        ? reading.unseen
        : ''
  const path = fly?.path ?? dockerfile.path
  return `What \`${oneLine(command, 120)}\` of ${oneLine(path)} starts was not seen: ${oneLine(what, 120)}.`
}

/** Between a deploy and its migration a script is one more thing that can fail. */
function scriptFindings(
  { found }: Look,
  script: { path: string } | undefined,
  { argv, tool }: Release,
): Finding[] {
  const { fly } = found
  if (script === undefined || fly === undefined) return []
  const command = tool === 'alembic' ? [...argv, 'upgrade', 'head'].join(' ') : 'migration-gate upgrade'
  const facts = { script: oneLine(script.path), command: oneLine(command, 120) }
  const place = { path: fly.path, line: fly.releaseLine }
  return [{ rule: 'release-script', level: 'warning', fault: makeFault('image-script', facts, { place }) }]
}
