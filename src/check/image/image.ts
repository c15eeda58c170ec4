import { makeFault } from '../../catalogue/catalogue.ts'
import type { Disk } from '../../disk.ts'
import type { Finding } from '../../domain.ts'
import { oneLine } from '../../text.ts'
import type { Rule } from '../guard/rules.ts'
import { evaluateIn, findContexts } from './context.ts'
import { findImage, type ImageAsked, type ImageFiles } from './find.ts'
import { openImage } from './image-disk.ts'
import { judgeLacks } from './judge.ts'
import { findLacks } from './lacks.ts'
import { type Need, type Needs, type NeedsOptions, readNeeds } from './needs.ts'
import { findPlaces } from './places.ts'
import type { Release } from './release.ts'
import { findScript, readStarted, type Script, scriptPlace } from './script.ts'
import type { Stage } from './shapes.ts'

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
  const { disk, found, context } = at
  const command = commandOf(at)
  const script = findScript(disk, context, command)
  const needs: Need[] = [
    ...at.needs.all,
    ...(script === undefined ? [] : [{ path: script.path, role: 'script' as const, folder: undefined }]),
  ]
  const paths = [...needs.map(need => need.path), ...(at.needs.project?.files ?? [])]
  const evaluated = evaluateIn(disk, found, context, paths)
  if (evaluated === undefined) return nothing
  if ('note' in evaluated) return { findings: [], notes: [evaluated.note] }
  const reading = readStarted(command, evaluated.stage.folder, script)
  if (reading === undefined) return nothing
  if (!('release' in reading)) return { findings: [], notes: [sayUnseen(reading, found, command)] }
  const { stage, ignore } = evaluated
  const { release } = reading
  const places = placesOf(at, stage, release)
  if (places === undefined) return nothing
  if (script !== undefined) places.set(script.path, scriptPlace(script, stage.folder))
  const scene = {
    dockerfile: found.dockerfile.path,
    context,
    ignore,
    stage,
    command,
    folder: release.folder,
    needs,
  }
  const { faults, notes } = judgeLacks(findLacks(needs, places, evaluated), scene)
  const lacking = faults.map(
    (fault): Finding => ({ rule: rulesOf[fault.id] ?? 'not-in-image', level: 'error', fault }),
  )
  return { findings: [...lacking, ...scriptFindings(found, script, release)], notes }
}

function placesOf(
  { disk, found, needs, options }: Look,
  stage: Stage,
  release: Release,
): Map<string, string> | undefined {
  const { several, choice } = options
  const image = openImage(stage, disk)
  const alembicConfig = found.fly?.environment.get('ALEMBIC_CONFIG')
  return findPlaces({ needs, release, stage, image, alembicConfig, directory: choice.directory, several })
}

function sayUnseen(
  reading: { script: string } | { unseen: string },
  { fly, dockerfile }: ImageFiles,
  command: string,
): string {
  const what = 'script' in reading ? `${reading.script} is not in the repository` : reading.unseen
  const path = fly?.path ?? dockerfile.path
  return `What \`${oneLine(command, 120)}\` of ${oneLine(path)} starts was not seen: ${oneLine(what, 120)}.`
}

/** Between a deploy and its migration a script is one more thing that can fail. */
function scriptFindings({ fly }: ImageFiles, script: Script | undefined, { argv, tool }: Release): Finding[] {
  if (script === undefined || fly === undefined) return []
  const command = tool === 'alembic' ? [...argv, 'upgrade', 'head'].join(' ') : 'migration-gate upgrade'
  const facts = { script: oneLine(script.path), command: oneLine(command, 120) }
  const place = { path: fly.path, line: fly.releaseLine }
  return [{ rule: 'release-script', level: 'warning', fault: makeFault('image-script', facts, { place }) }]
}
