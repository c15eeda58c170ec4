import { makeFault } from '../../catalogue/catalogue.ts'
import type { Finding } from '../../domain.ts'
import type { FilesOptions } from '../../engines/alembic/files.ts'
import { makeGraph } from '../../engines/alembic/graph/graph.ts'
import { readProject } from '../../engines/alembic/project/project.ts'
import { readStart } from '../../engines/alembic/project/start.ts'
import { checkScript } from '../../engines/alembic/scripts/script-file.ts'
import { readScripts } from '../../engines/alembic/scripts/scripts.ts'
import { decodeSource } from '../../engines/alembic/scripts/source.ts'
import type { Script } from '../../engines/alembic/shapes.ts'
import { typeMerge } from '../../engines/alembic/type-alembic.ts'
import { GateError } from '../../errors.ts'
import { quoteWord } from '../../shell-word.ts'
import { oneLine } from '../../text.ts'
import type { Guarded, Side } from '../guard/shapes.ts'
import { readLazily } from './lazy.ts'
import { readCode } from './python.ts'

/** A revision of Alembic, with what its graph is made of. */
export interface AlembicGuarded extends Guarded {
  /** Absent where it cannot be read without running it. */
  script?: Script
}

/** Reads an Alembic project without Python. One that cannot be read is a fault of the side. Never throws a GateError. */
export function readAlembicSide(options: FilesOptions): Side & { revisions: AlembicGuarded[] } {
  try {
    const project = readProject(options.disk, readStart(options))
    const { scripts, unreadable, faults } = readScripts(options.disk, project)
    const unread = unreadable.map(({ place, why }) => ({ path: place.path, line: place.line, reason: why }))
    const blind = unread.flatMap(({ path }) => {
      const bytes = options.disk.readBytes(path)
      const source = bytes.ok ? decodeSource(bytes.value) : undefined
      return source?.ok
        ? [guarded({ id: path, key: `file ${path}`, path, text: source.text, merge: false })]
        : []
    })
    return { revisions: [...scripts.map(ofScript), ...blind], faults, unread }
  } catch (error) {
    if (!(error instanceof GateError)) throw error
    return { revisions: [], faults: [error.fault, ...error.others], unread: [] }
  }
}

function ofScript(script: Script): AlembicGuarded {
  const { id, path, text } = script
  return Object.assign(guarded({ id, key: id, path, text, merge: script.down.length > 1 }), { script })
}

function guarded(known: Pick<Guarded, 'id' | 'key' | 'path' | 'text' | 'merge'>): Guarded {
  const text = known.text.replace(/\r\n?/g, '\n')
  // What is no Python is a fault of its own; as text it is still compared.
  const whole = () => ({
    up: [{ code: text, text: oneLine(text, 200), line: 1 }],
    down: [],
    rest: [],
    line: 1,
  })
  const bare = { ...known, text, version: undefined, checksum: undefined }
  return readLazily(bare, () => readCode(text) ?? whole())
}

const graphRules: Record<string, string> = {
  'alembic-duplicate': 'duplicate',
  'alembic-parent-missing': 'missing-parent',
  'alembic-cycle': 'cycle',
}

/** What a graph is judged with. */
interface GraphOptions {
  target: string
  /** Some files are not in it: nothing is said of parents and heads. */
  blind: boolean
  files: FilesOptions
  /** The ids that are in the files of the change; the others are only where it goes into. */
  here: ReadonlySet<string>
  /** What `git merge` brings those others from. */
  tipName: string
}

/**
 * What Alembic would refuse: duplicates, missing parents, circles, more than one head where one is wanted, and of the new
 * files those that brackets and strings show to be no Python.
 */
export function judgeGraph(
  merged: readonly AlembicGuarded[],
  added: ReadonlySet<string>,
  { target, blind, files, here, tipName }: GraphOptions,
): Finding[] {
  const graph = makeGraph(merged.flatMap(one => one.script ?? []))
  // Old ones have run.
  const young = merged.flatMap(({ path, script }) => (added.has(path) && script ? [script] : []))
  const found = [...graph.faults, ...young.flatMap(script => checkScript(script) ?? [])].map(
    (fault): Finding => ({ rule: graphRules[fault.id] ?? 'file-fault', level: 'error', fault }),
  )
  if (blind) return found.filter(({ rule }) => rule !== 'missing-parent')
  if (found.length > 0 || graph.heads.length < 2 || target === 'heads') return found
  const heads = graph.heads.map(head => oneLine(head.id, 80))
  const blamed = graph.heads.find(head => added.has(head.path)) ?? graph.heads.at(-1)
  const ids = graph.heads.map(head => head.id)
  const merge = typeMerge(readStart(files), ids)
  // Alembic joins only what it has files of.
  const foreign = ids.every(id => here.has(id))
    ? merge
    : [
        { line: `git merge ${quoteWord(tipName)}` },
        ...merge.map(({ line }) => ({ line, when: `${tipName} is merged` })),
      ]
  const place = blamed === undefined ? {} : { place: { path: blamed.path, line: blamed.downLine } }
  const fault = makeFault('multiple-heads', { target: 'head', heads }, { ...place, foreign })
  return [{ rule: 'multiple-heads', level: 'error', fault, ...(blamed && { revision: blamed.id }) }]
}
