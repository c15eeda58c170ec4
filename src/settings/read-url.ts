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
