import type { NoSides, Sides } from './changes/sides.ts'
import type { Change, ChangeSet, Command, FilterMatch, Note, Plan, Revision } from './domain.ts'
import { count, oneLine } from './text.ts'

/** Stage 2, before a database is asked: what changed, as people should see it. Pure. */
export function noteChanges(
  changeSet: ChangeSet,
  matches: readonly FilterMatch[],
  warnings: readonly string[] = [],
): Note[] {
  const warned = warnings.map((text): Note => ({ kind: 'warning', text }))
  if (!changeSet.known) return [{ kind: 'unknown-changes', text: changeSet.why }, ...warned]
  const notes = [...changeSet.warnings.map((text): Note => ({ kind: 'warning', text })), ...warned]
  for (const match of matches) {
    if (match.changes.length === 0) continue
    const shown = match.changes
      .slice(0, 10)
      .map(change => `${signs[change.status]} ${oneLine(change.path, 200)}`)
    const more = match.changes.length - shown.length
    if (more > 0) shown.push(`and ${more} more`)
    notes.push({
      kind: 'changed',
      text: `${oneLine(match.name, 80)}: ${count(match.changes.length, 'file')} changed\n${shown.join('\n')}`,
    })
  }
  return notes
}

/** What a history is held against, where that is not what the changes were counted from. Pure. */
export function noteSides(sides: Sides | NoSides, changeSet: ChangeSet): Note[] {
  if (!('base' in sides)) return []
  const said = changeSet.known ? [changeSet.comparison.why, ...changeSet.warnings] : []
  const others = sides.warnings.filter(text => !said.includes(text))
  const warnings = others.map((text): Note => ({ kind: 'warning', text }))
  return said.includes(sides.why)
    ? warnings
    : [{ kind: 'changed', text: `history: ${sides.why}` }, ...warnings]
}

/** That a check tried nothing out although there was something to try, and `why`; empty: it did. */
export function noteUntried(why: string, runs: readonly { checked?: { added: string[] } }[]): Note[] {
  const isNew = runs.some(({ checked }) => (checked?.added.length ?? 0) > 0)
  return why === '' || !isNew ? [] : [{ kind: 'skipped', text: `new revisions were not tried out: ${why}` }]
}

const signs: Record<Change['status'], string> = {
  added: '+',
  copied: '+',
  deleted: '-',
  modified: '~',
  renamed: '~',
  'type-changed': '~',
  unmerged: '!',
}

/**
 * Stage 2, against the database: what of it applies now, and what the diff alone would not have shown. Only `upgrade`
 * applies anything: elsewhere the same revision is pending. Pure.
 */
export function notePlan(database: string, plan: Plan, changeSet: ChangeSet, command: Command): Note[] {
  const changed = changedPaths(changeSet)
  const verb = command === 'upgrade' ? 'applies now' : 'is pending'
  // `history` lists them itself.
  const listed = command === 'history' ? [] : plan.pending
  const notes: Note[] = listed.map(revision => notePending(database, plan, revision, changed, verb))
  notes.push(...noteApplied(database, plan, changed))
  for (const text of plan.remarks ?? []) notes.push({ kind: 'warning', text, database })
  for (const problem of plan.problems) {
    if (problem.kind !== 'missing' && problem.kind !== 'ahead') continue
    const id = oneLine(problem.revision ?? '', 80)
    notes.push({
      kind: 'not-in-commit',
      text: `${id} is in the database but not in this commit`,
      database,
      revision: id,
    })
  }
  return notes
}

/** Revisions that the diff shows and that will not run; those that were edited since they ran, one by one. */
function noteApplied(database: string, plan: Plan, changed: Set<string> | undefined): Note[] {
  const applied = new Set(plan.applied)
  const edited = new Set(plan.problems.filter(one => one.kind === 'modified').map(one => one.revision))
  const shown = plan.revisions.filter(
    revision => changed?.has(revision.path) === true && applied.has(revision.id),
  )
  const notes = shown
    .filter(revision => edited.has(revision.id))
    .map((revision): Note => {
      const about = { database, revision: revision.id, place: { path: revision.path } }
      return {
        kind: 'already-applied',
        text: `${label(revision)} changed here, but is already applied as it was`,
        ...about,
      }
    })
  const same = shown.filter(revision => !edited.has(revision.id)).map(label)
  if (same.length === 0) return notes
  const listed =
    same.length <= 5 ? same.join(', ') : `${same.slice(0, 4).join(', ')} and ${same.length - 4} more`
  return [
    ...notes,
    { kind: 'already-applied', text: `changed here and already applied: ${listed}`, database },
  ]
}

/** Undefined: it is not known what changed, and nothing may be said of it. */
function changedPaths(changeSet: ChangeSet): Set<string> | undefined {
  return changeSet.known ? new Set(changeSet.changes.map(change => change.path)) : undefined
}

function notePending(
  database: string,
  plan: Plan,
  revision: Revision,
  changed: Set<string> | undefined,
  verb: string,
): Note {
  const place = { path: revision.path }
  const about = { database, revision: revision.id, place }
  const unfinished = plan.unfinished.find(one => one.id === revision.id)
  if (unfinished !== undefined) {
    const done = count(unfinished.done, 'statement')
    if (unfinished.down === true)
      return {
        kind: 'left-by-earlier-run',
        text: `${label(revision)} was half taken back by an earlier run: ${done} of its way down done`,
        ...about,
      }
    return {
      kind: 'left-by-earlier-run',
      text: `${label(revision)} was begun by an earlier run: ${done} done, statement ${unfinished.done + 1} is next`,
      ...about,
    }
  }
  if (changed === undefined || changed.has(revision.path)) {
    return { kind: 'applies-now', text: `${label(revision)} ${verb}`, ...about }
  }
  const text = `${label(revision)} ${verb}: not in this change, and not applied yet`
  return { kind: 'left-by-earlier-run', text, ...about }
}

/** `0003 add_index`, harmless. */
export function label(revision: Revision): string {
  return oneLine(`${revision.id} ${revision.name}`.trim(), 120)
}
