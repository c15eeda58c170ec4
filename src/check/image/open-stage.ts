import { oneLine } from '../../text.ts'
import type { Instruction } from './dockerfile.ts'
import { expandWord, type Variables } from './expand.ts'
import type { Stage } from './shapes.ts'

/** Folders that any base image has. */
const usualFolders = [
  '/',
  '/bin',
  '/etc',
  '/home',
  '/mnt',
  '/opt',
  '/root',
  '/srv',
  '/tmp',
  '/usr',
  '/usr/local',
  '/usr/src',
  '/var',
]

const official =
  'almalinux|alpine|amazonlinux|archlinux|bash|buildpack-deps|busybox|caddy|debian|docker|eclipse-temurin|elixir|fedora|gcc|golang|gradle|httpd|maven|nginx|node|oraclelinux|perl|php|postgres|pypy|python|redis|rockylinux|ruby|rust|scratch|swift|ubuntu'

/** Images whose makers know nothing of a user’s project; none of them copies files when it is built upon. */
const publicBase = new RegExp(
  String.raw`^(?:(?:docker\.io\/)?(?:library\/)?(?:${official})|(?:ghcr\.io|docker\.io)\/astral-sh\/[\w.-]+|astral\/uv|mcr\.microsoft\.com\/.+|public\.ecr\.aws\/docker\/library\/.+|gcr\.io\/distroless\/.+|cgr\.dev\/chainguard\/.+|registry\.access\.redhat\.com\/.+)$`,
)

/** Begins a stage: as its base left off, where that is a stage of the same file. Pure. */
export function openStage(
  { line, words }: Instruction,
  before: readonly Stage[],
  globals: Variables,
  escaping: string,
): Stage {
  const [written = '', as, name] = words
  const base = expandWord(written, globals, escaping)
  const known = before.find(stage => base !== undefined && stage.name === base.toLowerCase())
  const own = {
    name: as?.toLowerCase() === 'as' ? name?.toLowerCase() : undefined,
    index: before.length,
    line,
  }
  if (known !== undefined)
    return {
      ...own,
      folder: known.folder,
      files: new Map(known.files),
      folders: new Set(known.folders),
      fogs: [...known.fogs],
      leftOut: new Map(known.leftOut),
      variables: new Map(known.variables),
      entrypointLine: known.entrypointLine,
      lastLine: line,
    }
  const image = base ?? written
  const fog = { line, text: `FROM ${image}`, below: undefined, removes: false }
  return {
    ...own,
    folder: image === 'scratch' ? '/' : `/(WORKDIR of ${oneLine(image, 60).replaceAll('/', ' ')})`,
    files: new Map(),
    folders: new Set(usualFolders),
    fogs: isPublic(image) ? [] : [fog],
    leftOut: new Map(),
    variables: new Map(),
    entrypointLine: undefined,
    lastLine: line,
  }
}

/** A tag may come from a variable, a name may not. */
function isPublic(image: string): boolean {
  const [name = ''] = image.replace(/@.*$/, '').split(/:(?=[^/]*$)/)
  return !name.includes('$') && publicBase.test(name) && !image.includes('onbuild')
}

/** `A=1 B="2 3"` or, as an older form of ENV has it (`single`), `A 1`. Pure. */
export function readPairs(text: string, single = false): [string, string | undefined][] {
  const first = single ? /^([^\s=]+)\s+(.*)$/s.exec(text) : null
  if (first !== null) return [[first[1] ?? '', first[2]]]
  const words = text.match(/(?:[^\s"'\\]|\\.|"(?:[^"\\]|\\.)*"|'[^']*')+/g) ?? []
  return words.map(word => {
    const at = word.indexOf('=')
    return at === -1 ? [word, undefined] : [word.slice(0, at), word.slice(at + 1)]
  })
}
