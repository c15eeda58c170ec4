import { posix, relative, resolve, sep } from 'node:path'
import { findRepository, type Repository } from './changes/git.ts'
import { readUrl, secretsOf, secretsOfText } from './database/url.ts'
import { openDisk } from './disk.ts'
import type { Report } from './report/shape.ts'
import type { RawInputs } from './settings/inputs.ts'
import type { Settings } from './settings/settings.ts'

/** Where paths count from: the repository around the working directory, or the folder itself. */
export interface Ground {
  root: string
  /** What git found there, so that it is asked once. */
  repository: Repository | undefined
  /** The inputs with `working-directory` relative to that root. */
  inputs: RawInputs
}

/** Finds the root that paths in messages are relative to. `base` is absolute: the workspace, or where a person stands. */
export async function findGround(
  base: string,
  inputs: RawInputs,
  env: Record<string, string | undefined>,
): Promise<Ground> {
  const folder = resolve(base, inputs['working-directory'] || '.')
  const repository = await findRepository({ cwd: folder, env })
  const root = repository?.root ?? resolve(base)
  const inside = relative(root, folder).split(sep).join(posix.sep)
  return { root, repository, inputs: { ...inputs, 'working-directory': inside === '' ? '.' : inside } }
}

/** Exit code of a run: 0 open, 1 closed, 2 wrong use or configuration, 130 interrupted. */
export function exitCodeOf(report: Report): number {
  if (report.gate === 'open') return 0
  const faults = [...report.faults, ...report.databases.flatMap(database => database.fault ?? [])]
  if (faults.some(fault => fault.exit === 130)) return 130
  return faults.some(fault => fault.exit === 2) ? 2 : 1
}

/** Secrets that are known before settings are read: those of every variable that is named like the URL of something. */
export function environmentSecrets(env: Record<string, string | undefined>): string[] {
  const named = Object.keys(env).filter(name => /_URL$/i.test(name))
  return named.flatMap(name => secretsOfText(env[name] ?? ''))
}

/** The URL of `database-url`, or of the variable that it names, in every form; nothing where there is none. */
export function urlSecrets(inputs: RawInputs, env: Record<string, string | undefined>): string[] {
  const url = inputs['database-url'] ?? ''
  const whole = url.startsWith('env:') ? (env[url.slice('env:'.length)] ?? '') : url
  return whole.trim() === '' ? [] : [whole, ...secretsOfText(whole)]
}

/**
 * Secrets that are known before settings are read, and when they cannot be: of every input, since a URL may stand in
 * the wrong one, of the variable that is named for the URL, and of the environment.
 */
export function earlySecrets(inputs: RawInputs, env: Record<string, string | undefined>): string[] {
  const token = inputs.token ?? ''
  return [
    ...urlSecrets(inputs, env),
    ...(token === '' ? [] : [token]),
    ...Object.values(inputs).flatMap(secretsOfText),
    ...environmentSecrets(env),
  ]
}

/** The event's payload, as the runner left it; an empty object where there is none. */
export function readPayload(env: Record<string, string | undefined>): unknown {
  const read = openDisk('/').readBytes(env.GITHUB_EVENT_PATH || '')
  if (!read.ok) return {}
  try {
    return JSON.parse(read.value.toString('utf8'))
  } catch {
    return {}
  }
}

/** Every credential that the settings hold, in all its forms; also of URLs that cannot be read. */
export function collectSecrets({
  databases,
  rehearse,
  driftUrl,
}: Pick<Settings, 'databases' | 'rehearse' | 'driftUrl'>): string[] {
  const urls = databases.map(database => database.url)
  const others = [rehearse, driftUrl].filter(url => url !== undefined && typeof url !== 'string')
  return [...urls, ...others].flatMap(url => {
    if (url.value.trim() === '') return []
    try {
      return secretsOf(readUrl(url.value, url.source))
    } catch {
      return [url.value, url.value.trim()]
    }
  })
}
