import { oneLine } from './text.ts'

/** A text as a shell of the Bourne family reads one word, on one harmless line. */
export function quoteWord(text: string): string {
  const word = oneLine(text, 1000)
  return /^[\w.,/:@%+=-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`
}
