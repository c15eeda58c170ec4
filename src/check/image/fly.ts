import { posix } from 'node:path'
import { parse, TomlError } from 'smol-toml'

/** What a fly.toml says of its image and of what is run in it before a deploy. */
export interface Fly {
  /** Relative to the repository root, as all paths here. */
  path: string
  folder: string
  dockerfile: string | undefined
  ignoreFile: string | undefined
  /** The stage that is the image; undefined: the last. */
  target: string | undefined
  args: Map<string, string>
  /** The image comes from elsewhere: `build.image`, `build.builder`. */
  elsewhere: string | undefined
  releaseCommand: string | undefined
  releaseLine: number
  environment: Map<string, string>
}

/** Reads a fly.toml. Pure. */
export function readFly(path: string, text: string): { ok: true; fly: Fly } | { ok: false; reason: string } {
  let toml: Record<string, unknown>
  try {
    toml = parse(text)
  } catch (error) {
    if (!(error instanceof TomlError)) throw error
    return { ok: false, reason: `line ${error.line} is no TOML` }
  }
  const folder = posix.dirname(path)
  const build = tableOf(toml.build)
  const command = textOf(tableOf(toml.deploy).release_command)
  const fileOf = (value: unknown) => {
    const written = textOf(value)
    return written === undefined ? undefined : posix.join(folder, written)
  }
  const elsewhere = ['image', 'builder', 'buildpacks', 'builtin'].find(key => build[key] !== undefined)
  const dockerfile = fileOf(build.dockerfile)
  return {
    ok: true,
    fly: {
      path,
      folder,
      dockerfile,
      ignoreFile: fileOf(build.ignorefile),
      target: textOf(build['build-target']),
      args: textsOf(build.args),
      elsewhere: dockerfile === undefined && elsewhere !== undefined ? `build.${elsewhere}` : undefined,
      releaseCommand: command?.trim() === '' ? undefined : command,
      releaseLine:
        text.split('\n').findIndex(line => /^\s*(?:deploy\.)?release_command\b/.test(line)) + 1 || 1,
      environment: textsOf(toml.env),
    },
  }
}

function tableOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function textsOf(value: unknown): Map<string, string> {
  const found = Object.entries(tableOf(value)).filter(([, one]) => typeof one === 'string')
  return new Map(found as [string, string][])
}
