import type { Disk } from '../../disk.ts'
import type { ForeignLine } from '../../domain.ts'
import type { Redact } from '../../redact.ts'
import { oneLine } from '../../text.ts'
import type { Environment } from './child/environment.ts'
import { runAlembic } from './child/run.ts'
import type { FilesOptions } from './files.ts'
import { readStart } from './project/start.ts'
import type { ChildFailure, ModelDifference } from './shapes.ts'
import { typeAlembic } from './type-alembic.ts'

/** What asking `alembic check` needs. */
export interface ModelsOptions extends FilesOptions {
  disk: Disk
  /** Absolute repository root. */
  root: string
  environment: Environment
  hookFolder: string | undefined
  /** The only database that it may reach. */
  only: string
  timeouts: { lockMs: number; statementMs: number }
  redact: Redact
  signal: AbortSignal
}

/** Where models and schema differ. */
export interface ModelsDiffering {
  /** A sentence each. */
  differences: string[]
  /** Who lacks something that the other has. */
  lacking: readonly ('models' | 'schema')[]
  /** What writes a revision that makes the schema what the models are. */
  write?: ForeignLine[]
}

/** How the models stand to the schema; or why that is not known. */
export type ModelsCompared = ModelsDiffering | { why: string }

/** No difference. */
export const modelsAgree: ModelsDiffering = { differences: [], lacking: [] }

/**
 * Asks `alembic check`, on a database at the newest revision, whether the models ask for anything that no revision makes.
 * A project without models has nothing to compare: no difference. Never throws for what Alembic says.
 */
export async function compareModels(options: ModelsOptions): Promise<ModelsCompared> {
  const start = readStart(options)
  let failure: ChildFailure | undefined
  const end = await runAlembic({
    start,
    folder: start.folder === '' ? options.root : `${options.root}/${start.folder}`,
    args: ['check'],
    timeouts: { ...options.timeouts, only: options.only },
    environment: options.environment,
    hookFolder: options.hookFolder,
    redact: options.redact,
    signal: options.signal,
    onEvent: event => {
      if (event.kind === 'failure') failure = event
    },
    onLine: () => undefined,
  })
  if (end.code === 0) return modelsAgree
  if (/invalid choice: '?check/.test(end.stderr))
    return { why: 'this Alembic has no `check` (1.9 and later have)' }
  const said = failure?.message ?? end.stderr.trim().split('\n').at(-1) ?? ''
  if (/does not provide a MetaData object|target_metadata/.test(said)) return modelsAgree
  const write = typeAlembic(start, ['revision', '--autogenerate'])
  if (failure?.models) return { ...tellModels(failure.models), write }
  // Before Alembic 1.14 the exception has its text alone.
  const told = /New upgrade operations detected: ([\s\S]*)/.exec(said)?.[1]
  return told === undefined
    ? { why: `\`alembic check\` ended with: ${oneLine(said, 200)}` }
    : { ...readModels(told), write }
}

/** What our hook saw of the differences. Pure. */
export function tellModels(models: readonly ModelDifference[]): ModelsDiffering {
  return {
    differences: models.map(sayModel),
    lacking: lackingOf(
      models.some(({ change, was }) => change === 'remove' || (change === 'modify' && was !== '')),
      models.some(({ change, now }) => change === 'add' || (change === 'modify' && now !== '')),
    ),
  }
}

/** What Alembic wrote of them: a list of tuples, `('add_column', None, 'users', Column('locale', …))`. Pure. */
export function readModels(told: string): ModelsDiffering {
  const has = (change: string) => new RegExp(`(?<!\\w)\\('(?:${change}|modify)_`).test(told)
  return { differences: [oneLine(told, 300)], lacking: lackingOf(has('remove'), has('add')) }
}

function lackingOf(models: boolean, schema: boolean): ModelsDiffering['lacking'] {
  return [...(models ? ['models' as const] : []), ...(schema ? ['schema' as const] : [])]
}

const kinds: Record<string, string> = {
  fk: 'foreign key',
  table_comment: 'comment of the table',
}

/** `the models have the column users.locale (VARCHAR), the schema has not`. One harmless line. */
function sayModel({ change, what, name, was, now }: ModelDifference): string {
  const kind = kinds[what] ?? what
  if (change === 'modify') {
    const sides = `${now || 'none'} in the models, ${was || 'none'} in the schema`
    return oneLine(
      what === 'nullable' ? `${name} may be null: ${sides}` : `${kind} of ${name}: ${sides}`,
      300,
    )
  }
  const on = was === '' ? '' : ` on ${was}`
  const more = now === '' ? '' : ` (${now})`
  const thing = `the ${kind} ${name}${on}${more}`.replace(/ {2,}/g, ' ')
  return oneLine(
    change === 'add'
      ? `the models have ${thing}, the schema has not`
      : `the schema has ${thing}, the models have not`,
    300,
  )
}
