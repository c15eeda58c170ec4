/** A Dockerfile as its instructions. Pure. */

/** One instruction, its continued lines joined. */
export interface Instruction {
  /** In capitals: `COPY`. */
  name: string
  /** First and last line, from 1. */
  line: number
  endLine: number
  /** `--from=builder` → from: builder; `--link` → link: ''. */
  flags: Map<string, string>
  /** What stands behind the name and the flags. */
  text: string
  /** The elements of a JSON form; else what white space parts. */
  words: string[]
  json: boolean
  /** What stands in its here-documents, by their names. */
  documents: Map<string, string>
}

/** A file’s instructions, and the sign that escapes in it. */
export interface Dockerfile {
  escaping: string
  instructions: Instruction[]
}

/** Reads a Dockerfile. What is no instruction of Docker’s is one of a name that nobody knows. */
export function readDockerfile(text: string): Dockerfile {
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/)
  const escaping = readEscape(lines)
  const instructions: Instruction[] = []
  for (let at = 0; at < lines.length; ) {
    if (isIdle(lines[at] ?? '')) {
      at++
      continue
    }
    const joined = joinLines(lines, at, escaping)
    const made = makeInstruction(joined.text, at + 1)
    const end = readDocuments(made, lines, joined.end)
    made.endLine = end
    instructions.push(made)
    at = end
  }
  return { escaping, instructions }
}

/** Directives stand above everything else. */
function readEscape(lines: readonly string[]): string {
  for (const line of lines) {
    const [, key = '', value = ''] = /^\s*#\s*(\w+)\s*=\s*(\S+)\s*$/.exec(line) ?? []
    if (key === '') return '\\'
    if (key.toLowerCase() === 'escape') return value === '`' ? '`' : '\\'
  }
  return '\\'
}

function isIdle(line: string): boolean {
  return /^\s*(?:#|$)/.test(line)
}

/** Comments and empty lines within an instruction are passed over. */
function joinLines(lines: readonly string[], from: number, escaping: string): { text: string; end: number } {
  let text = ''
  let at = from
  while (at < lines.length) {
    const line = lines[at++] ?? ''
    if (at - 1 > from && isIdle(line)) continue
    const bare = line.trimEnd()
    if (!bare.endsWith(escaping)) return { text: text + line, end: at }
    text += bare.slice(0, -1)
  }
  return { text, end: at }
}

function makeInstruction(joined: string, line: number): Instruction {
  const [, name = '', rest = ''] = /^\s*(\S+)\s*(.*)$/s.exec(joined) ?? []
  const flags = new Map<string, string>()
  let text = rest.trim()
  for (let found = readFlag(text); found !== undefined; found = readFlag(text)) {
    flags.set(found.name, found.value)
    text = found.rest
  }
  const list = readJson(text)
  const words = list ?? text.split(/\s+/).filter(word => word !== '')
  return {
    name: name.toUpperCase(),
    line,
    endLine: line,
    flags,
    text,
    words,
    json: list !== undefined,
    documents: new Map(),
  }
}

function readFlag(text: string): { name: string; value: string; rest: string } | undefined {
  const found = /^--([a-z][\w-]*)(?:=(\S*))?(?:\s+|$)/.exec(text)
  if (found === null) return undefined
  return { name: found[1] ?? '', value: found[2] ?? '', rest: text.slice(found[0].length) }
}

function readJson(text: string): string[] | undefined {
  if (!text.startsWith('[')) return undefined
  try {
    const list: unknown = JSON.parse(text)
    return Array.isArray(list) && list.every(one => typeof one === 'string') ? list : undefined
  } catch {
    return undefined
  }
}

const documentMark = /<<(-?)(["']?)([A-Za-z_][\w.]*)\2/g

/** Fills the here-documents; gives the index of the line behind them. */
function readDocuments(made: Instruction, lines: readonly string[], from: number): number {
  if (made.json || !['RUN', 'COPY', 'ADD'].includes(made.name)) return from
  let at = from
  for (const [, tabs, , name = ''] of made.text.matchAll(documentMark)) {
    const bare = (line: string) => (tabs === '' ? line : line.replace(/^\t+/, ''))
    const end = lines.findIndex((line, index) => index >= at && bare(line) === name)
    // Never closed: a shift operator of a shell, say.
    if (end === -1) continue
    made.documents.set(name, lines.slice(at, end).map(bare).join('\n'))
    at = end + 1
  }
  return at
}
