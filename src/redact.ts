/**
 * Takes credentials out of text. The last thing between us and every log, output, file and summary.
 * A secret of four characters or more goes wherever it stands; a shorter one would take half the log
 * with it, so it goes only where a URL or a keyword shows that it is a password.
 */
export type Redact = (text: string) => string

const mark = '***'
/** The end of what may be a URL's scheme. */
const scheme = /[a-z][a-z0-9+.-]*$/i
const longestScheme = 40
/** What may stand between `://` and the colon before a password. */
const user = /[^\s:@/'"]*:/y
const wordEnd = /[\s'"]/g
/** What follows the colon of host:port; a sentence or a bracket may end behind it. */
const port = /^\d{0,5}(?:[/?#]|[^\w%@]*$)/
const bracketedHost = /^\[[0-9a-f:.%]*(?:\]|$)/i
/**
 * `password=secret`, `PGPASSWORD=secret`, `"password": "secret"`, `PASSWORD 'secret'`, as libpq, drivers and SQL have
 * it. A quote that does not end on its line was cut off: the rest of the line goes. Python's constants are no secret,
 * and `invalid_password: ` begins what the server says of one.
 */
const keyword =
  /((?<!invalid_(?=password: ))(?:pg)?pass(?:word|wd)?["']?(?:\s*[=:]\s*|\s+(?=['"])))(?!(?:True|False|None)(?:[\s,)]|$))("[^"\n]*"?|'(?:[^'\\\n]|\\.|'')*'?|[^\s&,;"']+)/gi

/** The end of a URL that was shortened in its middle, as pydantic does: what is left of a password is before its @. */
const shortened = /\.\.\.[^\s'"]{0,200}@/g

/** What every keyword has in it: nearly no text does. */
const mayName = /pass/i

/** Makes a redactor for these exact secrets, longest first, on top of what every URL and keyword gives away. */
export function makeRedactor(secrets: readonly string[]): Redact {
  const exact = [...new Set(secrets)].filter(secret => secret.length >= 4).sort((a, b) => b.length - a.length)
  return text => {
    let clean = text
    for (const secret of exact) if (clean.includes(secret)) clean = clean.split(secret).join(mark)
    clean = maskUrls(clean)
    if (clean.includes('...')) clean = clean.replace(shortened, `...${mark}@`)
    return mayName.test(clean) ? clean.replace(keyword, `$1${mark}`) : clean
  }
}

/**
 * Masks the password of any URL, whatever its scheme: `postgres://me:secret@`, up to the last @ before white space
 * or a quote. Without an @ the text was cut, and all of the word goes, unless it reads as host:port. One slash
 * serves too, since joining paths makes `:/` of `://`. By hand, and each word looked at once: a regular expression
 * for this takes quadratic time on long texts.
 */
function maskUrls(text: string): string {
  let clean = ''
  let done = 0
  let word = { end: -1, lastAt: -1 }
  for (let at = text.indexOf(':/'); at !== -1; at = text.indexOf(':/', at + 1)) {
    if (at < done || !scheme.test(text.slice(Math.max(0, at - longestScheme), at))) continue
    const start = at + (text[at + 2] === '/' ? 3 : 2)
    user.lastIndex = start
    if (!user.test(text)) continue
    const secretStart = user.lastIndex
    if (word.end < secretStart) word = readWord(text, secretStart)
    const hasAt = word.lastAt >= secretStart
    if (!hasAt && isPlace(text, start, secretStart, word.end)) continue
    clean += `${text.slice(done, secretStart)}${mark}`
    done = hasAt ? word.lastAt : word.end
  }
  return clean + text.slice(done)
}

function readWord(text: string, from: number): { end: number; lastAt: number } {
  wordEnd.lastIndex = from
  const end = wordEnd.exec(text)?.index ?? text.length
  return { end, lastAt: from + text.slice(from, end).lastIndexOf('@') }
}

/** `host:5432/…` or `[::1]:5432`. Only the beginning is looked at: a long word may hold many of them. */
function isPlace(text: string, start: number, afterColon: number, end: number): boolean {
  if (bracketedHost.test(text.slice(start, Math.min(end, start + 60)))) return true
  return port.test(text.slice(afterColon, Math.min(end, afterColon + 20)))
}
