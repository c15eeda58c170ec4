import { isAbsolute, relative, sep } from 'node:path'
import { gateError } from '../../catalogue/catalogue.ts'
import { type Disk, decodeText } from '../../disk.ts'
import { oneLine } from '../../text.ts'
import { type ChildOptions, runAlembic } from './child/run.ts'
import type { ChildEvent, Script } from './shapes.ts'

/**
 * The revisions of a project whose scripts have to be run to be read, as Alembic itself has them. Runs `alembic heads`,
 * which loads every script and neither env.py nor the database. `root` is the absolute repository root.
 * Throws GateError `alembic-not-asked`.
 */
export async function askForScripts(
  options: Omit<ChildOptions, 'args' | 'onEvent' | 'onLine' | 'describe'>,
  disk: Disk,
  root: string,
): Promise<Script[]> {
  let graph: Extract<ChildEvent, { kind: 'graph' }> | undefined
  const end = await runAlembic({
    ...options,
    args: ['heads'],
    describe: true,
    onEvent: event => {
      if (event.kind === 'graph') graph = event
    },
    onLine: () => undefined,
  })
  if (graph === undefined) {
    const said = end.stderr.trim().split('\n').at(-1) ?? ''
    const reason = end.failure === 'missing' ? `${end.program} was not found` : oneLine(said, 200)
    throw gateError('alembic-not-asked', { reason: reason === '' ? `it ended with ${end.code}` : reason })
  }
  // It walks from the heads; files come in the order of the way up.
  return graph.revisions.reverse().map(revision => {
    const path = isAbsolute(revision.path)
      ? relative(root, revision.path).split(sep).join('/')
      : revision.path
    const read = disk.readBytes(path)
    const text = read.ok ? decodeText(read.value) : undefined
    return { ...revision, path, revisionLine: 1, downLine: 1, text: text?.ok === true ? text.text : '' }
  })
}
