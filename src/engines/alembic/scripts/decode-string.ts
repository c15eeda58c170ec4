const parts = /^([a-z]*)('''|"""|'|")([\s\S]*)\2$/i
const escapes =
  /\\(?:(\n)|([\\'"abfnrtv])|([0-7]{1,3})|x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([xuUN]))/g
const simple: Record<string, string> = {
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
}

/** The value of one Python string as it stands in the file; not of bytes, f-strings, or with a character by its name. */
export function decodeString(written: string): { ok: true; value: string } | { ok: false; why: string } {
  const found = parts.exec(written)
  if (found === null) return { ok: false, why: 'it is no string' }
  const [, prefix = '', , body = ''] = found
  const kind = prefix.toLowerCase()
  if (kind.includes('b')) return { ok: false, why: 'it is bytes' }
  if (kind.includes('f')) return { ok: false, why: 'it is an f-string' }
  if (kind.includes('t')) return { ok: false, why: 'it is a template string' }
  if (kind.includes('r') || !body.includes('\\')) return { ok: true, value: body }
  let strange = false
  const value = body.replace(escapes, (...groups) => {
    const [whole, line, sign, octal, byte, short, long] = groups as (string | undefined)[]
    if (line !== undefined) return ''
    if (sign !== undefined) return simple[sign] ?? ''
    const code =
      octal === undefined ? Number.parseInt(byte ?? short ?? long ?? '', 16) : Number.parseInt(octal, 8)
    // A lone surrogate is a character in Python and none in JavaScript.
    if (Number.isNaN(code) || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) {
      strange = true
      return whole ?? ''
    }
    return String.fromCodePoint(code)
  })
  return strange ? { ok: false, why: 'it has an escape that is not read here' } : { ok: true, value }
}
