import { makeFault } from '../catalogue/catalogue.ts'
import type { Fault } from '../domain.ts'
import { looksLikeUrl, showInput } from '../text.ts'
import { durationForm, readDuration } from './duration.ts'
import { nearestOf } from './nearest.ts'

/** Every input of this version with its default, as action.yml has them; a test holds the two together. */
export const inputDefaults = {
  command: 'upgrade',
  revision: '',
  'database-url': 'env:DATABASE_URL',
  'working-directory': '.',
  engine: 'auto',
  directory: '',
  run: '',
  'history-table': '',
  filters: '',
  base: '',
  ref: '',
  token: '',
  'list-files': 'none',
  'predicate-quantifier': 'some',
  'initial-fetch-depth': '100',
  since: 'none',
  config: '',
  database: '',
  'lock-timeout': '5s',
  'statement-timeout': '0',
  wait: '10m',
  'expect-host': '',
  'expect-database': '',
  allow: '',
  'allow-pull-request': 'false',
  'approved-plan': '',
  after: '',
  smoke: '',
  'smoke-command': '',
  image: '',
  comment: 'auto',
  'fail-on': 'error',
} as const

export type InputName = keyof typeof inputDefaults
/** What a door read: absent means not given, an empty text means given as empty. */
export type RawInputs = Partial<Record<InputName, string>>

/** Reads inputs one by one and keeps every fault, so that all are reported at once. */
export interface InputReader {
  readonly faults: Fault[]
  text(name: InputName): string
  folder(name: InputName): string
  /** `offered`: those of the allowed values that a message names; all unless told otherwise. */
  oneOf<Value extends string>(name: InputName, allowed: readonly Value[], offered?: readonly Value[]): Value
  listOf<Value extends string>(name: InputName, allowed: readonly Value[]): Value[]
  durationMs(name: InputName): number
  wholeNumber(name: InputName, least: number, most: number): number
  yesNo(name: InputName): boolean
  matching(name: InputName, pattern: RegExp, allowed: string): string
  refuse(name: string, value: string, allowed: string): void
}

/** Makes a reader. An empty input means its default, but for `database-url`, where it means an empty secret. */
export function readInputs(raw: RawInputs): InputReader {
  const faults: Fault[] = []
  const refuse = (input: string, value: string, allowed: string, nearest?: string): void => {
    faults.push(makeFault('input-value', { input, value: showInput(value, 80), allowed, nearest }))
  }
  const text = (name: InputName): string => {
    const given = raw[name]?.trim() ?? ''
    return given === '' ? inputDefaults[name] : given
  }
  const words = (name: InputName): string[] =>
    text(name)
      .split(/[\s,]+/)
      .filter(word => word !== '')
  return {
    faults,
    text,
    refuse,
    folder(name) {
      const value = text(name)
      // Pasted into the wrong input: later messages show paths as they are, so it ends here.
      if (!looksLikeUrl(value)) return value
      refuse(name, value, 'a folder')
      return '.'
    },
    oneOf(name, allowed, offered = allowed) {
      const value = allowed.find(one => one === text(name).toLowerCase())
      if (value === undefined) refuse(name, text(name), offered.join(', '), nearestOf(text(name), offered))
      return value ?? (allowed[0] as (typeof allowed)[number])
    },
    listOf(name, allowed) {
      return words(name).flatMap(word => {
        const value = allowed.find(one => one === word)
        if (value === undefined) refuse(name, word, allowed.join(', '), nearestOf(word, allowed))
        return value === undefined ? [] : [value]
      })
    },
    durationMs(name) {
      const ms = readDuration(text(name))
      if (ms === undefined) refuse(name, text(name), durationForm)
      return ms ?? 0
    },
    wholeNumber(name, least, most) {
      const value = Number(text(name))
      const right = /^\d+$/.test(text(name)) && value >= least && value <= most
      if (!right) refuse(name, text(name), `a whole number from ${least} to ${most}`)
      return right ? value : least
    },
    yesNo(name) {
      const value = text(name).toLowerCase()
      if (value !== 'true' && value !== 'false') refuse(name, text(name), 'true or false')
      return value === 'true'
    },
    matching(name, pattern, allowed) {
      const value = text(name)
      if (value !== '' && !pattern.test(value)) refuse(name, value, allowed)
      return value
    },
  }
}
