/** What the documents show: fenced blocks, with the file and line they stand in. */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../script/tools.mjs'

export interface Block {
  /** `docs/runbook.md:12`, of the fence. */
  at: string
  language: string
  /** Text of the nearest heading above. */
  heading: string
  lines: string[]
}

export const readText = (path: string): string => readFileSync(join(root, path), 'utf8')

/** README.md and the pages of docs/, decisions apart. */
export function documents(): string[] {
  const pages = readdirSync(join(root, 'docs')).filter(name => name.endsWith('.md'))
  return ['README.md', ...pages.sort().map(name => `docs/${name}`)]
}

/** Files of the repository, also those that are not committed yet. */
export function repositoryFiles(): string[] {
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard']
  return execFileSync('git', args, { cwd: root, encoding: 'utf8' }).split('\0').filter(Boolean)
}

export function blocksOf(path: string): Block[] {
  const blocks: Block[] = []
  let open: Block | undefined
  let heading = ''
  for (const [index, line] of readText(path).split('\n').entries()) {
    const fence = /^```(\w*)/.exec(line)
    if (open !== undefined && fence !== null) {
      blocks.push(open)
      open = undefined
    } else if (open !== undefined) open.lines.push(line)
    else if (fence !== null)
      open = { at: `${path}:${index + 1}`, language: fence[1] ?? '', heading, lines: [] }
    else heading = /^#+ (.*)$/.exec(line)?.[1] ?? heading
  }
  return blocks
}

/** Commands of the sh blocks, without their comments. */
export function commandsOf(path: string): { at: string; heading: string; words: string[] }[] {
  return blocksOf(path)
    .filter(block => block.language === 'sh')
    .flatMap(({ at, heading, lines }) =>
      lines
        .map(line => line.replace(/\s+#.*$/, '').trim())
        .filter(line => line !== '')
        .map(line => ({ at, heading, words: line.split(/\s+/) })),
    )
}

/** Whether the lines stand in the text in this order, all moved by the same indent; others may be between them. */
export function isExcerpt(lines: readonly string[], text: string): boolean {
  const there = text.split('\n')
  const wanted = lines.filter(line => line.trim() !== '')
  const [first = ''] = wanted
  const indents = new Set(
    there.filter(line => line.endsWith(first)).map(line => line.slice(0, line.length - first.length)),
  )
  return [...indents]
    .filter(indent => indent.trim() === '')
    .some(indent => {
      let from = 0
      return wanted.every(line => {
        const found = there.indexOf(`${indent}${line}`, from)
        from = found + 1
        return found >= 0
      })
    })
}
