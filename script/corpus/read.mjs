/** The corpus as data: what is there, the cases, and what a server was seen to do. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadModule, parseSync } from 'libpg-query'

const folder = fileURLToPath(new URL('../../__tests__/fixtures/corpus/', import.meta.url))
export const truthFile = join(folder, 'truth.json')

/** Each file as a text. */
export async function readCorpus() {
  const [merged, byHand, rows, text] = await Promise.all(
    ['merged.sql', 'by-hand.sql', 'rows.sql', 'cases.sql'].map(name => readFile(join(folder, name), 'utf8')),
  )
  return { merged, byHand, rows, cases: readCases(text) }
}

/** `-- case 04-1 alone`, and the text up to the next such line. */
function readCases(text) {
  const [, ...parts] = text.split(/^-- case /m)
  return parts.map(part => {
    const [head, ...lines] = part.split('\n')
    const [id, ...flags] = head.split(' ')
    const sql = lines.join('\n').trim()
    return {
      id,
      row: id.replace(/-\d+$/, ''),
      sql,
      alone: flags.includes('alone'),
      breaks: flags.includes('breaks'),
    }
  })
}

/** The statements of a text as Postgres' own parser splits them; offsets are bytes. */
export async function splitByParser(text) {
  await loadModule()
  const bytes = Buffer.from(text, 'utf8')
  return parseSync(text).stmts.map(({ stmt_location: start = 0, stmt_len: length }) =>
    bytes
      .subarray(start, length === undefined ? undefined : start + length)
      .toString('utf8')
      .trim(),
  )
}
