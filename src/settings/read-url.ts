import { makeFault } from '../catalogue/catalogue.ts'
import type { Command } from '../domain.ts'
import { showInput } from '../text.ts'
import type { InputReader, RawInputs } from './inputs.ts'
import type { UrlSource } from './settings.ts'

/** The input `database-url`: unset means the environment; an explicit empty text is a mistyped secret, and stays empty. */
export function readUrlInput(
  inputs: InputReader,
  raw: RawInputs,
  ports: { environment: (name: string) => string | undefined },
  command: Command,
): UrlSource {
  const given = raw['database-url'] ?? 'env:DATABASE_URL'
  if (!given.startsWith('env:')) return { source: 'the input database-url', variable: '', value: given }
  const variable = given.slice('env:'.length)
  const value = ports.environment(variable)
  const needed = command !== 'detect' && command !== 'check' && given !== 'env:DATABASE_URL'
  if (value === undefined && needed) {
    inputs.faults.push(
      makeFault('variable-unset', { input: 'database-url', variable: showInput(variable, 80) }),
    )
  }
  const shown = showInput(variable, 80)
  return { source: `the environment variable ${shown}`, variable: shown, value: value ?? '' }
}

/** The input `rehearse`. A variable that is not set is no reason to rehearse elsewhere. */
export function readRehearse(
  inputs: InputReader,
  ports: { environment: (name: string) => string | undefined },
  command: Command,
): 'auto' | 'off' | UrlSource {
  const given = inputs.text('rehearse')
  if (given === 'auto' || given === 'off') return given
  if (!given.startsWith('env:')) {
    if (given.includes('://')) return { source: 'the input rehearse', variable: '', value: given }
    inputs.refuse('rehearse', given, 'auto, off, env:NAME, a URL')
    return 'off'
  }
  const variable = showInput(given.slice('env:'.length), 80)
  const value = ports.environment(given.slice('env:'.length)) ?? ''
  if (value.trim() === '' && command === 'check')
    inputs.faults.push(makeFault('variable-unset', { input: 'rehearse', variable }))
  return { source: `the environment variable ${variable}`, variable, value }
}

/** The input `drift-url`: `off` or unset means none; an explicit empty text is a secret that is not there. */
export function readDriftUrl(
  inputs: InputReader,
  raw: RawInputs,
  ports: { environment: (name: string) => string | undefined },
): UrlSource | undefined {
  const given = raw['drift-url']?.trim() ?? 'off'
  if (given === 'off') return undefined
  if (given !== '' && !given.startsWith('env:') && !given.includes('://'))
    inputs.refuse('drift-url', given, 'off, env:NAME, a URL')
  if (!given.startsWith('env:')) return { source: 'the input drift-url', variable: '', value: given }
  const variable = showInput(given.slice('env:'.length), 80)
  const value = ports.environment(given.slice('env:'.length)) ?? ''
  return { source: `the environment variable ${variable}`, variable, value }
}
