/** The text of a Python file from its bytes, by the rules of PEP 263. Pure. */
import { isAscii } from 'node:buffer'

/** `broken`: Python cannot read it either. Otherwise only we cannot. */
export type Source = { ok: true; text: string } | { ok: false; broken: boolean; line: number; reason: string }

const cookie = /^[ \t\f]*#.*?coding[:=][ \t]*([-_.a-zA-Z0-9]+)/
const onlyComment = /^[ \t\f]*(?:#.*)?$/

/** Whether Python takes a text of ASCII as it is: nothing in it to decode, and no encoding declared. Nearly every file. */
export function isPlain(text: string): boolean {
  return !text.includes('\0') && !text.slice(0, 4000).includes('coding')
}

/** Line ends stay as they are; a byte order mark goes. */
export function decodeSource(bytes: Buffer): Source {
  // Nearly every file: nothing in it to decode, and no encoding declared.
  if (isAscii(bytes) && !bytes.includes(0) && !bytes.subarray(0, 4000).includes('coding'))
    return { ok: true, text: bytes.toString('latin1') }
  const nul = bytes.indexOf(0)
  if (nul !== -1) return bad(lineOf(bytes, nul), 'it has a NUL byte')
  const marked = bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf]))
  const encoding = declaredEncoding(bytes.subarray(marked ? 3 : 0))
  const label = encoding?.name.toLowerCase().replaceAll('_', '-') ?? 'utf-8'
  if (label === 'utf-8' || label === 'utf8' || label.startsWith('utf-8-')) return decodeUtf8(bytes)
  const line = encoding?.line ?? 1
  if (marked) return bad(line, `it begins as UTF-8 and declares ${label}`)
  if (/^(?:latin-?1|iso-?8859-1|iso-latin-1|l1)$/.test(label))
    return { ok: true, text: bytes.toString('latin1') }
  return { ok: false, broken: false, line, reason: `its encoding is ${label}` }
}

function declaredEncoding(bytes: Buffer): { name: string; line: number } | undefined {
  // Enough for two lines of comment; a longer one is none that an editor wrote.
  const [first = '', second = ''] = bytes
    .subarray(0, 4000)
    .toString('latin1')
    .split(/\r\n|\r|\n/, 2)
  const inFirst = cookie.exec(first)?.[1]
  if (inFirst !== undefined) return { name: inFirst, line: 1 }
  const inSecond = onlyComment.test(first) ? cookie.exec(second)?.[1] : undefined
  return inSecond === undefined ? undefined : { name: inSecond, line: 2 }
}

function decodeUtf8(bytes: Buffer): Source {
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    const lines = bytes.toString('latin1').split('\n')
    const line = lines.findIndex(each => {
      const raw = Buffer.from(each, 'latin1')
      return !raw.equals(Buffer.from(raw.toString('utf8')))
    })
    return bad(line + 1, 'it is not UTF-8 and declares no other encoding')
  }
}

function bad(line: number, reason: string): Source {
  return { ok: false, broken: true, line, reason }
}

function lineOf(bytes: Buffer, offset: number): number {
  return bytes.subarray(0, offset).toString('latin1').split('\n').length
}
