import type { ExpectedObject } from './objects.ts'

const computed: ExpectedObject['kind'][] = ['constraint', 'index', 'sequence']

/**
 * Whether texts have the name of an object in them: what none of them names, none of them made. The server and naming
 * conventions make names of constraints, indexes and sequences themselves: of these the longer parts count. Pure.
 */
export function namedIn(texts: readonly string[]): (object: ExpectedObject) => boolean {
  const words = new Set(texts.flatMap(wordsOf))
  const parts = new Set([...words].flatMap(word => word.split('_')))
  return ({ kind, name }) => {
    const own = wordsOf(name)
    if (own.every(word => words.has(word))) return true
    if (!computed.includes(kind)) return false
    return own
      .flatMap(word => word.split('_'))
      .every(part => part.length < 5 || part === 'check' || parts.has(part))
  }
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}_$]+/gu) ?? []
}
