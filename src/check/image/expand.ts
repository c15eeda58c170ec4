/** Variables of a Dockerfile. Pure. */

/** Values by name; undefined for one that only the build knows. A name that is not there may come from the base image. */
export type Variables = ReadonlyMap<string, string | undefined>

/** A word with its variables replaced and its quotes taken off; undefined where a value is not known. */
export function expandWord(word: string, variables: Variables, escaping = '\\'): string | undefined {
  let out = ''
  let quote = ''
  for (let at = 0; at < word.length; at++) {
    const char = word[at] ?? ''
    if (char === escaping && quote !== "'") out += word[++at] ?? ''
    else if ((char === "'" || char === '"') && (quote === '' || quote === char))
      quote = quote === '' ? char : ''
    else if (char === '$' && quote !== "'") {
      const found = readVariable(word.slice(at))
      if (found === undefined) out += char
      else {
        const value = lookUp(found, variables, escaping)
        if (value === undefined) return undefined
        out += value
        at += found.length - 1
      }
    } else out += char
  }
  return out
}

interface Reference {
  name: string
  /** `:-`, `-`, `:+`, `+`, or another that is not read here. */
  operator: string
  other: string
  length: number
}

function readVariable(text: string): Reference | undefined {
  const plain = /^\$(\w+)/.exec(text)
  if (plain !== null) return { name: plain[1] ?? '', operator: '', other: '', length: plain[0].length }
  const braces = /^\$\{(\w+)(?:(:?[-+?#%/]+)((?:[^{}]|\$\{[^{}]*\})*))?\}/.exec(text)
  if (braces === null) return undefined
  const [whole, name = '', operator = '', other = ''] = braces
  return { name, operator, other, length: whole.length }
}

function lookUp(
  { name, operator, other }: Reference,
  variables: Variables,
  escaping: string,
): string | undefined {
  const value = variables.get(name)
  const known = value !== undefined && (value !== '' || !operator.startsWith(':'))
  if (operator === '') return value
  if (operator === ':-' || operator === '-') return known ? value : expandWord(other, variables, escaping)
  const filled = (operator === ':+' || operator === '+') && known
  return filled ? expandWord(other, variables, escaping) : undefined
}
