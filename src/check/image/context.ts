import { posix } from 'node:path'
import type { Disk } from '../../disk.ts'
import { isRemote } from './copy.ts'
import { readDockerfile } from './dockerfile.ts'
import { findIgnoring, readIgnore } from './dockerignore.ts'
import { type ImageFiles, readText, unseen } from './find.ts'
import type { Stage, Tracked } from './shapes.ts'
import { evaluate } from './stages.ts'

/** What a Dockerfile comes to when it is built from a folder. */
export interface Evaluated {
  /** The stage that is the image. */
  stage: Stage
  stages: Stage[]
  tracked: Tracked[]
  /** The file that keeps others out of the context. */
  ignore: string | undefined
}

/** The folders from which a Dockerfile can be built: those that hold what it copies by plain names; else the likeliest. */
export function findContexts(disk: Disk, { dockerfile, contexts }: ImageFiles): string[] {
  const sources = readDockerfile(dockerfile.text)
    .instructions.filter(({ name, flags }) => /^(?:COPY|ADD)$/.test(name) && !flags.has('from'))
    .flatMap(({ words }) => words.slice(0, -1))
    .filter(word => !isRemote(word) && !/[*?[$"'\\<]/.test(word))
  const fitting = contexts.filter(context =>
    sources.every(source => isThere(disk, posix.join(context, source))),
  )
  return fitting.length === 0 ? contexts.slice(0, 1) : fitting
}

/** Evaluates it with the files that matter; undefined where it has no stage, or not the one that was asked for. */
export function evaluateIn(
  disk: Disk,
  { dockerfile, fly }: ImageFiles,
  context: string,
  paths: readonly string[],
): Evaluated | { note: string } | undefined {
  const ignores = [fly?.ignoreFile, `${dockerfile.path}.dockerignore`, posix.join(context, '.dockerignore')]
  const ignore = ignores.find(path => path !== undefined && disk.readBytes(path).ok)
  const text = ignore === undefined ? '' : readText(disk, ignore)
  if (text === undefined) return { note: unseen(dockerfile.path, `${ignore} is no text of 64 KB at most`) }
  const lines = readIgnore(text)
  const tracked = [...new Set(paths)].map((path): Tracked => {
    const inContext = within(context, path)
    return {
      path,
      inContext,
      ignoredBy: inContext === undefined ? undefined : findIgnoring(lines, inContext),
    }
  })
  const stages = evaluate(readDockerfile(dockerfile.text), {
    tracked,
    args: fly?.args ?? new Map(),
  })
  const target = fly?.target?.toLowerCase()
  const stage =
    target === undefined
      ? stages.at(-1)
      : stages.find(one => one.name === target || String(one.index) === target)
  return stage === undefined ? undefined : { stage, stages, tracked, ignore }
}

function isThere(disk: Disk, path: string): boolean {
  return disk.readBytes(path).ok || disk.listFolder(path).ok
}

function within(context: string, path: string): string | undefined {
  const relative = posix.relative(context, path)
  return relative.startsWith('../') || posix.isAbsolute(path) ? undefined : relative
}
