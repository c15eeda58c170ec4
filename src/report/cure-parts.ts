/** A cure in pieces: its sentences, and between them what is to be written, to be copied. Pure. */

type CurePart = { text: string } | { code: string; language: 'sql' | 'python' }

/** A statement or a call, and not a name, an option or a line of ours. */
const statement =
  /^(?:(?:alter|create|drop|update|delete|insert|reindex|refresh|truncate|set|vacuum|comment|grant)\s+\S+|select\s+\S+)/i
const python = /^(?:with\s+op\.|op\.)\w+/
/** What is shorter reads well within a sentence. */
const shortest = 20

/** Breaks a cure before and behind each of its statements. */
export function cureParts(cure: string): CurePart[] {
  const pieces = cure.split('`')
  if (pieces.length % 2 === 0) return [{ text: cure }]
  const parts: CurePart[] = []
  let sentence = ''
  for (const [index, piece] of pieces.entries()) {
    const language = index % 2 === 0 || piece.length < shortest ? undefined : languageOf(piece)
    if (language === undefined) {
      sentence += index % 2 === 0 ? piece : `\`${piece}\``
      continue
    }
    parts.push(...said(sentence), { code: language === 'sql' ? `${piece};` : layOut(piece), language })
    sentence = ''
  }
  return [...parts, ...said(sentence)]
}

function languageOf(piece: string): 'sql' | 'python' | undefined {
  if (python.test(piece)) return 'python'
  return statement.test(piece) ? 'sql' : undefined
}

/** What joined a statement to its sentence says nothing where it stands by itself. */
function said(sentence: string): CurePart[] {
  const trimmed = sentence.replace(/^[\s.,;:)]+|[\s(]+$/g, '')
  return trimmed === '' ? [] : [{ text: trimmed }]
}

/** `with block: call` as people write it. */
function layOut(line: string): string {
  return line.replace(/^(with op\.get_context\(\)\.autocommit_block\(\):) /, '$1\n    ')
}
