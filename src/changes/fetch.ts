import type { EventFacts } from '../event.ts'
import { isCommit } from './base.ts'
import { CannotCompare, quote, sayGitError } from './cannot-compare.ts'
import type { Detection } from './detection.ts'
import { commitOf, type Repository, readLine } from './repository.ts'

/** A clone, and whether and how far it may be completed from `origin`. */
export interface Clone {
  repository: Repository
  /** False in the terminal: there we ask nobody. */
  mayFetch: boolean
  /** Commits to fetch at first. */
  depth: number
  /** Date.now() after which nothing more is fetched. */
  fetchUntil: number
}

/** All fetching of one comparison together, in milliseconds. */
const fetchBudgetMs = 300_000

/** A repository as an event's comparison may complete it: in the terminal (no event) nothing is fetched. */
export function cloneOf(repository: Repository, event: EventFacts, { fetchDepth }: Detection): Clone {
  return {
    repository,
    mayFetch: event.name !== '',
    depth: fetchDepth,
    fetchUntil: Date.now() + fetchBudgetMs,
  }
}

const fetchMs = 180_000
/** From the default of 100 commits, ten doublings reach 100,000. */
const mostDoublings = 10
const cure = 'Check out with `fetch-depth: 0`.'

/** How a person may name a commit. Anything that git could take for an option or a refspec is refused. */
function checkName(name: string, what: string): void {
  const refused = /^[-+]|[\s:?*[\\\x00-\x1f\x7f]|\.\.|^$/
  if (refused.test(name)) {
    throw new CannotCompare(`${what} is ${quote(name)}, which names no branch, tag or commit.`)
  }
}

/**
 * Finds the commit that a branch, tag, full ref or hash stands for, `origin`'s branch before the local one as
 * paths-filter has it; fetches it where it is missing. Throws CannotCompare when it cannot be had.
 */
export async function findCommit(clone: Clone, name: string, what: string): Promise<string> {
  checkName(name, what)
  const here = await localCommit(clone.repository, name)
  if (here !== undefined) return here
  const refusal = await fetchName(clone, name)
  const there = await localCommit(clone.repository, name)
  if (there !== undefined) return there
  const known = isCommit(name) ? `${what} (${name.slice(0, 7)})` : `${what} (${quote(name)})`
  throw new CannotCompare(`${known} is not in this clone${refusal}. ${clone.mayFetch ? cure : 'Fetch it.'}`)
}

/** The best common ancestor, after deepening a shallow clone just enough; undefined when there is none. */
export async function findMergeBase(clone: Clone, name: string, base: string, head: string) {
  let found = await mergeBase(clone.repository, base, head)
  if (found !== undefined || !(await isShallow(clone.repository))) return found
  // A head that only this job has (a commit made by an earlier step) is refused by origin.
  await deepen(clone, [base], [head], async () => {
    found = await mergeBase(clone.repository, base, head)
    return found !== undefined
  })
  if (found !== undefined || !(await isShallow(clone.repository))) return found
  throw new CannotCompare(`This clone is too shallow to find where it left ${quote(name)}. ${cure}`)
}

/**
 * Deepens a shallow clone, twice as far each time, until `enough`, or until it is whole. Throws CannotCompare when
 * origin refuses what is `needed`; what is merely `wanted` is then left out.
 */
export async function deepen(
  clone: Clone,
  needed: string[],
  wanted: string[],
  enough: () => Promise<boolean>,
): Promise<void> {
  if (!clone.mayFetch) throw new CannotCompare('This clone is too shallow: run git fetch --unshallow.')
  let refspecs = [...needed, ...wanted]
  let step = Math.max(1, clone.depth)
  for (let turn = 0; turn <= mostDoublings; turn++, step *= 2) {
    let refusal = await fetchFrom(clone, [`--deepen=${step}`], refspecs)
    if (refusal !== '' && refspecs.length > needed.length) {
      refspecs = needed
      refusal = await fetchFrom(clone, [`--deepen=${step}`], refspecs)
    }
    if (refusal !== '')
      throw new CannotCompare(`This clone is shallow and could not be deepened${refusal}. ${cure}`)
    if ((await enough()) || !(await isShallow(clone.repository))) return
  }
}

/** True where the clone's history is cut off. */
export async function isShallow(repository: Repository): Promise<boolean> {
  return readLine(await repository.git(['rev-parse', '--is-shallow-repository'])) === 'true'
}

async function mergeBase(repository: Repository, one: string, other: string): Promise<string | undefined> {
  const found = await repository.git(['merge-base', one, other])
  return found.code === 0 ? readLine(found) : undefined
}

async function localCommit(repository: Repository, name: string): Promise<string | undefined> {
  if (isCommit(name) || name.startsWith('refs/')) return commitOf(repository, name)
  for (const ref of [`refs/remotes/origin/${name}`, `refs/heads/${name}`, `refs/tags/${name}`, name]) {
    const found = await commitOf(repository, ref)
    if (found !== undefined) return found
  }
  return undefined
}

async function fetchName(clone: Clone, name: string): Promise<string> {
  const shallow = clone.mayFetch && (await isShallow(clone.repository))
  // A depth in a whole clone would make it shallow.
  if (isCommit(name)) return fetchFrom(clone, shallow ? ['--depth=1'] : [], [name])
  const depth = shallow ? [`--depth=${Math.max(1, clone.depth)}`] : []
  if (name.startsWith('refs/')) return fetchFrom(clone, depth, [`+${name}:${name}`])
  const refusal = await fetchFrom(clone, depth, [branchSpec(name)])
  return refusal === '' ? '' : fetchFrom(clone, depth, [`refs/tags/${name}:refs/tags/${name}`])
}

function branchSpec(name: string): string {
  return `+refs/heads/${name}:refs/remotes/origin/${name}`
}

/** Fetches with the credentials that the checkout stored. Gives '' or the end of a sentence that says why not. */
async function fetchFrom(clone: Clone, options: string[], refspecs: string[]): Promise<string> {
  if (!clone.mayFetch) return ''
  const left = clone.fetchUntil - Date.now()
  if (left <= 0) return ', and fetching takes too long'
  const common = ['fetch', '--quiet', '--no-tags', '--no-recurse-submodules']
  const argv = [...common, ...options, '--', 'origin', ...refspecs]
  const result = await clone.repository.git(argv, Math.min(fetchMs, left))
  if (result.code === 0) return ''
  return result.failure === 'timeout' ? ', and fetching takes too long' : `: ${sayFetchError(result.stderr)}`
}

function sayFetchError(stderr: string): string {
  if (/does not appear to be a git repository|no such remote/i.test(stderr))
    return 'it has no remote "origin"'
  if (/not our ref|couldn't find remote ref|unadvertised object/i.test(stderr))
    return 'origin does not have it'
  if (
    /could not read Username|terminal prompts disabled|Authentication failed|Permission denied|error: 40[13]/i.test(
      stderr,
    )
  ) {
    return 'origin refused us (did the checkout use `persist-credentials: false`?)'
  }
  return `origin could not be asked: ${sayGitError(stderr)}`
}
