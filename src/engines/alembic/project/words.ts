/**
 * Splits a command line into words as a POSIX shell does, but expands nothing: `$`, `*`, `~` and `;` are themselves.
 */
export function splitWords(line: string): { ok: true; words: string[] } | { ok: false; reason: string } {
  const words: string[] = []
  let word: string | undefined
  let at = 0
  while (at < line.length) {
    const character = line[at] ?? ''
    at++
    if (/[ \t\r\n]/.test(character)) {
      if (word !== undefined) words.push(word)
      word = undefined
    } else if (character === "'") {
      const end = line.indexOf("'", at)
      if (end === -1) return { ok: false, reason: "a ' is never closed" }
      word = (word ?? '') + line.slice(at, end)
      at = end + 1
    } else if (character === '"') {
      const quoted = readDouble(line, at)
      if (quoted === undefined) return { ok: false, reason: 'a " is never closed' }
      word = (word ?? '') + quoted.text
      at = quoted.end
    } else if (character === '\\') {
      if (at === line.length) return { ok: false, reason: 'a \\ stands at its end' }
      // A backslash before a line's end joins the lines.
      if (line[at] !== '\n') word = (word ?? '') + line[at]
      at++
    } else word = (word ?? '') + character
  }
  if (word !== undefined) words.push(word)
  return { ok: true, words }
}

/** In double quotes a backslash counts only before the five characters that mean something there. */
function readDouble(line: string, from: number): { text: string; end: number } | undefined {
  let text = ''
  for (let at = from; at < line.length; at++) {
    const character = line[at] ?? ''
    if (character === '"') return { text, end: at + 1 }
    const next = line[at + 1]
    if (character === '\\' && next !== undefined && '$`"\\\n'.includes(next)) {
      if (next !== '\n') text += next
      at++
    } else text += character
  }
  return undefined
}
