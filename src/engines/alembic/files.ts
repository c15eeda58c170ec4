import { gateError } from '../../catalogue/catalogue.ts'
import { type Disk, decodeText } from '../../disk.ts'
import type { Fault, Problem } from '../../domain.ts'
import { oneLine } from '../../text.ts'
import { type Graph, makeGraph } from './graph/graph.ts'
import { findVersionTable } from './project/env.ts'
import { readProject } from './project/project.ts'
import { readStart } from './project/start.ts'
import { readScriptsBeside } from './scripts/scripts.ts'
import type { Project, Script, Start, Unreadable } from './shapes.ts'

/** Where an Alembic project is, and how it is started. */
export interface FilesOptions {
  disk: Disk
  /** Folder of `alembic.ini` or `pyproject.toml`, relative to the repository root. */
  directory: string
  /** The input `run`. */
  run: string | undefined
  /** The variable ALEMBIC_CONFIG, which Alembic reads too. */
  alembicConfig: string | undefined
}

/** What is known of a project before Python starts. */
export interface Files {
  start: Start
  project: Project
  scripts: Script[]
  graph: Graph
  /** `table` or `schema.table`, where env.py names it as a plain text. */
  versionTable: string | undefined
  problems: Problem[]
  remarks: string[]
}

/** Asks Alembic itself for its revisions; throws GateError when it cannot be asked. */
export type AskAlembic = (start: Start, project: Project) => Promise<Script[]>

/**
 * Reads configuration and scripts. Where a script cannot be read without running it, Alembic is asked, and the plan
 * says so. `found` is called once there is a project: what it begins goes on while scripts are read. Throws GateError
 * when there is no project.
 */
export async function readFiles(
  options: FilesOptions,
  ask: AskAlembic,
  found: () => void = () => {},
): Promise<Files> {
  const { disk } = options
  const { start, project } = findProject(options)
  found()
  const read = await readScriptsBeside(disk, project)
  const [unreadable] = read.unreadable
  const asked = unreadable === undefined || read.faults.length > 0 ? undefined : await ask(start, project)
  const scripts = asked ?? read.scripts
  const graph = makeGraph(scripts)
  const faults = [...read.faults, ...graph.faults]
  return {
    start,
    project,
    scripts,
    graph,
    versionTable: readVersionTable(disk, project),
    problems: faults.map(fileProblem),
    remarks: [
      ...(asked === undefined || unreadable === undefined
        ? []
        : [sayAsked(unreadable, read.unreadable.length)]),
      ...read.absent.map(
        ({ path, reason }) => `${oneLine(path)}: ${reason}; Alembic passes over it in silence.`,
      ),
      ...read.outside.map(
        path =>
          `${oneLine(path)} is a link out of the repository: what it leads to is no part of this commit.`,
      ),
    ],
  }
}

/** A run asks for it twice: for what its filter matches, and for its plan. */
const known = new WeakMap<Disk, Map<string, { start: Start; project: Project }>>()

function findProject(options: FilesOptions): { start: Start; project: Project } {
  const { disk, directory, run, alembicConfig } = options
  const ofDisk = known.get(disk) ?? new Map<string, { start: Start; project: Project }>()
  const key = JSON.stringify([directory, run, alembicConfig])
  const before = ofDisk.get(key)
  if (before !== undefined) return before
  const start = readStart(options)
  const found = { start, project: readProject(disk, start) }
  known.set(disk, ofDisk.set(key, found))
  return found
}

function fileProblem(fault: Fault): Problem {
  return { kind: fault.id === 'alembic-duplicate' ? 'duplicate' : 'file-fault', fault, allowed: false }
}

function sayAsked({ place, why }: Unreadable, files: number): string {
  const more = files === 1 ? '' : `, and ${files - 1} more files`
  return `${oneLine(place.path)}:${place.line ?? 1} cannot be read without running it (${why})${more}: Alembic itself was asked for its revisions.`
}

function readVersionTable(disk: Disk, project: Project): string | undefined {
  const read = disk.readBytes(project.envPath)
  if (!read.ok) throw gateError('revision-unreadable', { path: project.envPath, reason: read.reason })
  const text = decodeText(read.value)
  const found = text.ok ? findVersionTable(text.text) : undefined
  if (found === undefined) return undefined
  return found.schema === undefined ? found.table : `${found.schema}.${found.table}`
}

/**
 * Files and folders that Alembic reads: configuration, env.py and revisions, relative to the repository root. Where
 * that cannot be read, all of the project's folder; what is wrong is said by the plan.
 */
export function readAlembicPaths(options: FilesOptions): string[] {
  try {
    const { project } = findProject(options)
    return [...new Set([...project.files, project.scriptLocation, ...project.versionLocations])]
  } catch {
    return [options.directory]
  }
}

/** `table` or `schema.table`, where env.py names it as a plain text. Throws GateError where there is no project. */
export function findHistoryTable(options: FilesOptions): string | undefined {
  return readVersionTable(options.disk, readProject(options.disk, readStart(options)))
}
