import { makeFault } from '../catalogue/catalogue.ts'
import type { Fault } from '../domain.ts'
import type { InputName } from '../settings/inputs.ts'

/** What the options of this door are called, beside those that are inputs. */
type Own = 'dry-run' | 'exit-code'

const toDatabase: (InputName | Own)[] = ['database-url', 'history-table', 'expect-host', 'expect-database']
const ofRunning: (InputName | Own)[] = ['lock-timeout', 'statement-timeout']
const ofCheck: (InputName | Own)[] = [
  'stats',
  'fail-on',
  'image',
  'rehearse',
  'drift-url',
  'baseline',
  'seed',
]
const ofUpgrade: (InputName | Own)[] = ['approved-plan', 'after', 'smoke', 'smoke-command']

/** What each command has no use for. An option that would be ignored is refused: silence would be taken for consent. */
const notTaken: Record<string, readonly (InputName | Own)[]> = {
  detect: [
    'revision',
    ...toDatabase,
    ...ofRunning,
    'wait',
    'allow',
    'dry-run',
    'exit-code',
    ...ofCheck,
    ...ofUpgrade,
  ],
  plan: [...ofRunning, 'wait', 'dry-run', ...ofCheck, 'approved-plan'],
  check: ['database-url', 'expect-host', 'expect-database', 'wait', 'dry-run', 'exit-code', ...ofUpgrade],
  current: [...ofRunning, 'wait', 'dry-run', ...ofCheck, 'approved-plan'],
  stamp: [...ofRunning, 'allow', 'exit-code', ...ofCheck, ...ofUpgrade],
  downgrade: ['exit-code', ...ofCheck, ...ofUpgrade],
  history: ['revision', ...ofRunning, 'wait', 'dry-run', ...ofCheck, ...ofUpgrade],
  locate: [
    'revision',
    'lock-timeout',
    'wait',
    'dry-run',
    'exit-code',
    'allow',
    'fail-on',
    'image',
    'seed',
    'drift-url',
    ...ofUpgrade,
  ],
  upgrade: ['exit-code', ...ofCheck],
}

/** One fault for every option or argument that was given and that the command does not take. Pure. */
export function refuseOptions(command: string, given: readonly string[]): Fault[] {
  const dry = command === 'upgrade' && given.includes('dry-run')
  // A dry run is a plan, which compares no approval.
  const idle = [...(notTaken[command] ?? []), ...(dry ? ['approved-plan' as const] : [])]
  return idle
    .filter(name => given.includes(name) && !(dry && name === 'exit-code'))
    .map(name => {
      const option = name === 'revision' ? 'a revision' : `\`--${name}\``
      return makeFault('option-idle', { command, option })
    })
}
