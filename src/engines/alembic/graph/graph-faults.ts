import { makeFault } from '../../../catalogue/catalogue.ts'
import type { Fault, Place } from '../../../domain.ts'
import { oneLine } from '../../../text.ts'
import type { Script } from '../shapes.ts'
import { nearestId } from './near.ts'
import type { Node } from './node.ts'

/** Beyond so many of one kind another line helps nobody, and looking for near ids takes its time. */
const most = 20

/** Everything that Alembic would refuse or silently get wrong, with the line to change. */
export function graphFaults(
  nodes: readonly Node[],
  ids: ReadonlyMap<string, Node>,
  names: ReadonlyMap<string, Node>,
  cycles: readonly Node[][],
): Fault[] {
  return [
    ...duplicates(nodes),
    ...labels(nodes, ids),
    ...missing(nodes, ids, names),
    ...cycles.slice(0, most).map(describeCycle),
  ]
}

function duplicates(nodes: readonly Node[]): Fault[] {
  const files = new Map<string, Script[]>()
  for (const { script } of nodes) {
    const known = files.get(script.id)
    if (known === undefined) files.set(script.id, [script])
    else known.push(script)
  }
  return [...files.values()]
    .filter(scripts => scripts.length > 1)
    .slice(0, most)
    .flatMap(scripts => {
      const last = scripts.at(-1)
      if (last === undefined) return []
      const paths = scripts.map(script => oneLine(script.path))
      return makeFault('alembic-duplicate', { id: oneLine(last.id), paths }, { place: revisionPlace(last) })
    })
}

function labels(nodes: readonly Node[], ids: ReadonlyMap<string, Node>): Fault[] {
  const faults: Fault[] = []
  const owners = new Map<string, Script>()
  for (const { script } of nodes) {
    for (const label of script.labels) {
      const owner = ids.get(label)?.script ?? owners.get(label)
      owners.set(label, script)
      if (owner === undefined || faults.length === most) continue
      const facts = { label: oneLine(label), id: oneLine(script.id), owner: oneLine(owner.id) }
      const kind = ids.has(label) ? 'alembic-label-is-id' : 'alembic-label-twice'
      faults.push(makeFault(kind, facts, { place: revisionPlace(script) }))
    }
  }
  return faults
}

function missing(
  nodes: readonly Node[],
  ids: ReadonlyMap<string, Node>,
  names: ReadonlyMap<string, Node>,
): Fault[] {
  const faults: Fault[] = []
  for (const { script } of nodes) {
    for (const parent of script.down)
      if (!ids.has(parent) && faults.length < most)
        faults.push(notThere(script, 'down_revision', parent, ids.keys()))
    for (const needed of script.dependsOn)
      if (!names.has(needed) && faults.length < most)
        faults.push(notThere(script, 'depends_on', needed, names.keys()))
  }
  return faults
}

function notThere(
  script: Script,
  variable: 'down_revision' | 'depends_on',
  wanted: string,
  known: Iterable<string>,
): Fault {
  const facts = {
    id: oneLine(script.id),
    variable,
    wanted: oneLine(wanted),
    near: oneLine(nearestId(wanted, known) ?? ''),
  }
  const place = variable === 'down_revision' ? downPlace(script) : revisionPlace(script)
  return makeFault('alembic-parent-missing', facts, { place })
}

function describeCycle(cycle: readonly Node[]): Fault {
  const scripts = cycle.map(node => node.script)
  const [first] = scripts
  const ids = scripts.map(script => oneLine(script.id))
  return makeFault('alembic-cycle', { ids }, first === undefined ? {} : { place: downPlace(first) })
}

function revisionPlace(script: Script): Place {
  return { path: script.path, line: script.revisionLine }
}

function downPlace(script: Script): Place {
  return { path: script.path, line: script.downLine }
}
