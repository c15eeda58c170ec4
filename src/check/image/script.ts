import { posix } from 'node:path'
import type { Disk } from '../../disk.ts'
import { readText } from './find.ts'
import { type Reading, readCommandLine, readShell } from './release.ts'

/** A script of the repository that a release command runs. */
export interface Script {
  path: string
  text: string
  /** As the command names it. */
  written: string
}

/** The script that a command runs, by the end of its path in the image; undefined: none, or it is not in the repository. */
export function findScript(disk: Disk, context: string, command: string): Script | undefined {
  const reading = readCommandLine(command, '/')
  if (reading === undefined || !('script' in reading)) return undefined
  const written = reading.script
  const parts = posix
    .normalize(written)
    .split('/')
    .filter(part => part !== '' && part !== '..')
  for (const index of parts.keys()) {
    const path = posix.join(context, ...parts.slice(index))
    const text = readText(disk, path)
    if (text !== undefined) return { path, text, written }
  }
  return undefined
}

/** What a command starts in a folder of the image, its script read. Pure. */
export function readStarted(command: string, folder: string, script: Script | undefined): Reading {
  if (script === undefined) return readCommandLine(command, folder)
  return readShell(script.text, folder, scriptPlace(script, folder))
}

/** Where a script is looked for in the image. */
export function scriptPlace({ written }: Script, folder: string): string {
  return posix.resolve(folder, written)
}
