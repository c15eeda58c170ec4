import { posix } from 'node:path'
import { splitWords } from '../../engines/alembic/project/words.ts'

/** What a RUN may do to files that an image has or lacks. */
export interface RunStep {
  /** At and below these paths; undefined: anywhere. */
  below: string[] | undefined
  removes: boolean
}

const shells = /^(?:ba|da|a|z)?sh$/
const movers = /^(?:cp|mv|ln|install|rsync|scp)$/
const unpackers = /^(?:tar|unzip|git|svn|hg|bsdtar)$/

/** What a RUN may move, make or take away among a project’s files, as far as its text tells. Pure. */
export function readRun(text: string, folder: string): RunStep[] {
  let at = folder
  return splitCommands(text).flatMap(command => {
    const split = splitWords(command)
    if (!split.ok) return [{ below: undefined, removes: true }]
    const words = dropPrefixes(split.words)
    if (words[0] === 'cd') {
      at = isPlain(words[1]) ? posix.resolve(at, words[1] ?? '/') : '?'
      return []
    }
    return readCommand(words, at)
  })
}

/** The commands of a line or a script of a shell, apart. Quoted separators are kept together as far as a line goes. */
export function splitCommands(text: string): string[] {
  const commands: string[] = []
  let command = ''
  let quote = ''
  for (let at = 0; at < text.length; at++) {
    const char = text[at] ?? ''
    if (char === '\\' && quote !== "'") command += char + (text[++at] ?? '')
    else if (quote === '' && /[;&|\n]/.test(char)) {
      commands.push(command)
      command = ''
    } else {
      if (quote === char) quote = ''
      else if (quote === '' && (char === "'" || char === '"')) quote = char
      command += char
    }
  }
  return [...commands, command].map(one => one.trim()).filter(one => one !== '' && !one.startsWith('#'))
}

/** The words behind `NAME=value`, `exec`, `env`, `sudo` and the words of a shell’s own. */
export function dropPrefixes(words: readonly string[]): string[] {
  const first = words.findIndex(
    word => !/^(?:\w+=.*|exec|env|sudo|time|then|do|else|if|while|!|\{|\()$/s.test(word),
  )
  return first === -1 ? [] : words.slice(first)
}

function readCommand(words: readonly string[], at: string): RunStep[] {
  const [program = '', ...rest] = words
  const name = posix.basename(program)
  const written = writtenBy(name, rest)
  if (written.length > 0) return [{ below: placesOf(written, at), removes: false }]
  const operands = rest.filter(word => !word.startsWith('-'))
  if (movers.test(name)) {
    const target = operands.at(-1)
    const steps = [{ below: placesOf([target], at), removes: false }]
    return name === 'mv' ? [...steps, { below: placesOf(operands.slice(0, -1), at), removes: true }] : steps
  }
  if (/^(?:rm|unlink|rmdir)$/.test(name)) return [{ below: placesOf(operands, at), removes: true }]
  if (unpackers.test(name)) {
    const into = rest.findIndex(word => /^(?:-C|-d|--directory)$/.test(word))
    return [{ below: placesOf([into === -1 ? '.' : rest[into + 1]], at), removes: false }]
  }
  return runsProject(words) ? [{ below: undefined, removes: false }] : []
}

/** Files that a redirection or a download names. */
function writtenBy(name: string, rest: readonly string[]): string[] {
  if (name === 'tee' || name === 'touch') return rest.filter(word => !word.startsWith('-'))
  return rest.flatMap((word, index) => {
    const [, joined = ''] = /^\d?>{1,2}(.*)$/.exec(word) ?? []
    const apart = /^\d?>{1,2}$/.test(word) || (/^(?:curl|wget)$/.test(name) && /^-[oO]$/.test(word))
    return [joined, apart ? (rest[index + 1] ?? '') : ''].filter(
      one => one !== '' && !one.startsWith('/dev/'),
    )
  })
}

/** A script or a task of the project’s own; what an installer from elsewhere does, it does elsewhere. */
function runsProject(words: readonly string[]): boolean {
  const [program = '', ...rest] = words
  if (shells.test(posix.basename(program))) return rest.some(word => !word.startsWith('/') && word !== '-')
  if (/^(?:make|just|task|rake|invoke)$/.test(program) || /^\.{1,2}\//.test(program)) return true
  return words.some(word => /^[^/-].*\.(?:sh|py|js|mjs|ts)$/.test(word) && !word.includes('://'))
}

function placesOf(words: readonly (string | undefined)[], at: string): string[] | undefined {
  if (at === '?' || words.length === 0 || !words.every(isPlain)) return undefined
  return words.map(word => posix.resolve(at, word ?? '/'))
}

function isPlain(word: string | undefined): boolean {
  return word !== undefined && !/[$`*?[~{]/.test(word)
}
