import type { NextCommand } from '../domain.ts'
import { onlyDatabase } from '../settings/settings.ts'

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

/** `orion: ` where databases have names; empty where there is one without. */
export function of(database: string): string {
  return database === '' || database === onlyDatabase ? '' : `${database}: `
}

/** How a door spells a command of ours. */
export type SayNext = (next: NextCommand) => string
