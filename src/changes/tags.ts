import { CannotCompare } from './cannot-compare.ts'
import { type Clone, deepen, isShallow } from './fetch.ts'

/** Tags by the commit they stand on. */
export type TagsByCommit = ReadonlyMap<string, readonly string[]>

const preRelease = /\d[-._]?(?:a|alpha|b|beta|c|rc|pre|preview|dev|next|canary|snapshot|nightly)[-._]?\d*$/i

/**
 * Picks the earlier tag to compare with: the nearest of the same series (`orion-1.2` and `orion-1.1`, not
 * `nebula-3.0`; no release candidate for a full release, whose deploy goes from release to release); without one,
 * the nearest of the same series that is a candidate. `history` holds the ancestors, newest first, without the
 * tag's own commit.
 */
export function pickEarlierTag(tag: string, history: readonly string[], tags: TagsByCommit) {
  const series = seriesOf(tag)
  const full = !preRelease.test(tag)
  let second: { tag: string; commit: string } | undefined
  for (const commit of history) {
    const same = (tags.get(commit) ?? []).filter(one => seriesOf(one) === series)
    const best = longest(full ? same.filter(one => !preRelease.test(one)) : same)
    if (best !== undefined) return { tag: best, commit, certain: true }
    const other = longest(same)
    if (other !== undefined) second ??= { tag: other, commit }
  }
  return second === undefined ? undefined : { ...second, certain: false }
}

/**
 * Finds that tag for the head, with the tags of origin where the clone is shallow, deepening it until one is met.
 * Undefined: no tag of the series is an ancestor. Throws CannotCompare when a shallow clone cannot be completed.
 */
export async function findEarlierTag(clone: Clone, tag: string, head: string) {
  const local = await localTags(clone)
  const shallow = await isShallow(clone.repository)
  const remote = shallow || countOfSeries(tag, local, head) === 0 ? await remoteTags(clone) : undefined
  if (shallow && remote === undefined) {
    throw new CannotCompare(
      'This clone is shallow and origin does not list its tags. Check out with `fetch-depth: 0`.',
    )
  }
  const tags = remote === undefined ? local : merge(local, remote)
  let found = pickEarlierTag(tag, await ancestors(clone, head), tags)
  if (found?.certain || !shallow || countOfSeries(tag, tags, head) === 0) return found
  await deepen(clone, [head], [], async () => {
    found = pickEarlierTag(tag, await ancestors(clone, head), tags)
    return found?.certain === true
  })
  return found
}

/** What stands before the first digit that begins a version: `v`, `orion-`, `release/`. */
function seriesOf(tag: string): string {
  return /^(.*?)\d/.exec(tag)?.[1] ?? tag
}

/** Of `v1`, `v1.4` and `v1.4.2` on one commit the last says most. */
function longest(tags: readonly string[]): string | undefined {
  return [...tags].sort((a, b) => b.length - a.length)[0]
}

function countOfSeries(tag: string, tags: TagsByCommit, head: string): number {
  const others = [...tags].filter(([commit]) => commit !== head).flatMap(([, names]) => names)
  return others.filter(name => name !== tag && seriesOf(name) === seriesOf(tag)).length
}

async function ancestors(clone: Clone, head: string): Promise<string[]> {
  const listed = await clone.repository.git(['rev-list', head])
  const commits = listed.stdout.toString('latin1').split('\n')
  return commits.filter(commit => commit !== '' && commit !== head)
}

async function localTags(clone: Clone): Promise<TagsByCommit> {
  const format = '%(objectname) %(*objectname) %(refname)'
  const listed = await clone.repository.git(['for-each-ref', `--format=${format}`, 'refs/tags'])
  const rows = listed.stdout.toString('utf8').split('\n')
  return collect(
    rows.map(row => {
      const [object, peeled, ref] = row.split(' ')
      return { commit: peeled || object || '', ref: ref ?? '' }
    }),
  )
}

async function remoteTags(clone: Clone): Promise<TagsByCommit | undefined> {
  if (!clone.mayFetch) return undefined
  const listed = await clone.repository.git(['ls-remote', '--tags', '--', 'origin'], 60_000)
  if (listed.code !== 0) return undefined
  const rows = listed.stdout
    .toString('utf8')
    .split('\n')
    .map(row => row.split('\t'))
  const peeled = new Set(rows.map(([, ref]) => ref ?? '').filter(ref => ref.endsWith('^{}')))
  const last = rows.filter(([, ref]) => !peeled.has(`${ref}^{}`))
  return collect(
    last.map(([commit, ref]) => ({ commit: commit ?? '', ref: (ref ?? '').replace(/\^\{\}$/, '') })),
  )
}

function collect(rows: { commit: string; ref: string }[]): TagsByCommit {
  const tags = new Map<string, string[]>()
  for (const { commit, ref } of rows) {
    if (!ref.startsWith('refs/tags/')) continue
    const name = ref.slice('refs/tags/'.length)
    tags.set(commit, [...(tags.get(commit) ?? []), name])
  }
  return tags
}

function merge(one: TagsByCommit, other: TagsByCommit): TagsByCommit {
  const all = new Map(one)
  for (const [commit, names] of other) all.set(commit, [...new Set([...(all.get(commit) ?? []), ...names])])
  return all
}
