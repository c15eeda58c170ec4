/**
 * Takes credentials out of text. The last thing between us and every log, output, file and summary.
 * A secret of four characters or more goes wherever it stands; a shorter one would take half the log
 * with it, so it goes only where a URL or a keyword shows that it is a password.
 */
export type Redact = (text: string) => string

const mark = '***'
/** userinfo of any URL, whatever its scheme: `postgres://me:secret@`. Up to the last @ before white space or a quote. */
const userinfo = /([a-z][a-z0-9+.-]*:\/\/[^\s:@/'"]*):[^\s'"]*@/gi
/**
 * `password=secret`, `PGPASSWORD=secret`, `"password": "secret"`, `PASSWORD 'secret'`, as libpq, drivers and SQL have
 * it. A quote that does not end on its line was cut off: the rest of the line goes.
 */
const keyword =
  /((?:pg)?pass(?:word|wd)?["']?(?:\s*[=:]\s*|\s+(?=['"])))("[^"\n]*"?|'(?:[^'\\\n]|\\.|'')*'?|[^\s&,;"']+)/gi

/** Makes a redactor for these exact secrets, longest first, on top of what every URL and keyword gives away. */
export function makeRedactor(secrets: readonly string[]): Redact {
  const exact = [...new Set(secrets)].filter(secret => secret.length >= 4).sort((a, b) => b.length - a.length)
  return text => {
    let clean = text
    for (const secret of exact) clean = clean.split(secret).join(mark)
    return clean.replace(userinfo, `$1:${mark}@`).replace(keyword, `$1${mark}`)
  }
}
