import type { NextCommand } from '../domain.ts'

export type Tone = 'plain' | 'strong' | 'dim' | 'good' | 'bad' | 'warn'

/** One line for people, with a tone that a terminal turns into colour. */
export interface Line {
  tone: Tone
  text: string
}

/** Makes one. */
export function line(tone: Tone, text: string): Line {
  return { tone, text }
}

/** How a door spells a command of ours. */
export type SayNext = (next: NextCommand) => string
