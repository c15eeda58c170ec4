import { createHash } from 'node:crypto'
import type { Changes } from '../changes/changes.ts'
import type { Change, Comparison, Plan } from '../domain.ts'
import type { EventFacts } from '../event.ts'

/** A changed file that holds a revision. */
export interface Migration {
  path: string
  status: Change['status']
  /** Its id: as the plan has it, else as the name of the file says. */
  revision: string
  /** The database, else the filter, that it belongs to. */
  database: string
  /** Page of GitHub with its diff; absent outside of GitHub. */
  diff?: string
}

/** Of a change that brings more, the list of files has the rest. */
const most = 500

/** `0003_add_note.sql`, `db/versions/1f2e3d4c5b6a_add_note.py`. */
const forms = [
  /(?:^|\/)(\d+)[^/]*\.sql$/,
  /(?:^|\/)versions\/(?:.*\/)?(?:[^/]*?[_-])?([0-9a-f]{8,40})[^/]*\.py$/,
]

/** The revisions among the files that filters matched, 500 of them at most. Pure. */
export function listMigrations(
  changes: Changes | undefined,
  runs: readonly { plan?: Plan }[],
  event: EventFacts | undefined,
): Migration[] {
  if (changes === undefined || !changes.changeSet.known) return []
  const page = diffPage(event, changes.changeSet.comparison)
  const planned = new Map<string, string>()
  for (const { plan } of runs) for (const { path, id } of plan?.revisions ?? []) planned.set(path, id)
  const found: Migration[] = []
  for (const { name, changes: files } of changes.matches) {
    for (const { path, status } of files) {
      if (found.length === most) return found
      const revision = planned.get(path) ?? revisionOf(path)
      if (revision === undefined) continue
      const diff = page === undefined ? {} : { diff: `${page}#diff-${sha256(path)}` }
      found.push({ path, status, revision, database: name, ...diff })
    }
  }
  return found
}

function revisionOf(path: string): string | undefined {
  return forms.map(form => form.exec(path)?.[1]).find(id => id !== undefined)
}

/** A pull request's files, else the comparison; a file's place in either is the hash of its path. */
function diffPage(event: EventFacts | undefined, comparison: Comparison): string | undefined {
  const [repository = '', run] = (event?.runUrl ?? '').split('/actions/runs/')
  if (run === undefined || !/^https?:\/\/[\w.:/-]+$/.test(repository)) return undefined
  if (event?.pullRequest !== undefined) return `${repository}/pull/${event.pullRequest.number}/files`
  const { base, head } = comparison
  return [base, head].every(commit => /^[0-9a-f]{40,64}$/.test(commit))
    ? `${repository}/compare/${base}..${head}`
    : undefined
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
