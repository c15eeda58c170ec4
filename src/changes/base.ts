import type { EventFacts } from '../event.ts'
import { isPullRequest } from '../event.ts'
import type { Detection } from './detection.ts'

/** How the base of a comparison is found; `name` is a branch, a tag, a full ref or a commit. */
export type BaseRule =
  /** That commit's tree against the head's. `reason` says whose it is: `the commit before the push`. */
  | { how: 'commit'; commit: string; reason: string }
  /** Where the head left `name`; `label` is how a person knows it. */
  | { how: 'merge-base'; name: string; label: string }
  | { how: 'first-parent' }
  /** GitHub's trial merge: its first parent. Any other checkout: where it left the base branch. */
  | { how: 'pull-request'; baseSha: string; headSha: string; baseRef: string }
  /** The nearest earlier tag that is an ancestor. */
  | { how: 'earlier-tag'; tag: string }
  /** Nothing to compare with: every file counts as added. */
  | { how: 'everything'; reason: string }
  /** The head itself, for what is not committed. */
  | { how: 'head' }

/** What is to be compared with what, before git is asked. */
export interface BaseDecision {
  rule: BaseRule
  /** What started it, in words: `push to main`. */
  occasion: string
  /** A branch, tag or commit; undefined: what is checked out. */
  head: string | undefined
  /** Whether files that are not committed count: never, the tracked ones, or new ones too. */
  workTree: 'no' | 'tracked' | 'all'
  warnings: string[]
}

const commitPattern = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/

/**
 * Decides which two states an event compares. Pure. The table is that of dorny/paths-filter v4, except where that
 * finds too little: a tag or release (it compares with the default branch, which holds it already), a merge commit
 * on the default branch (it lists no file), a merge queue (it sees the last entry only), a pull request by git (it
 * compares with the base's tip, so the base's own commits show up).
 */
export function decideBase(event: EventFacts, detection: Detection): BaseDecision {
  if (detection.base === 'HEAD') return decideUncommitted(event, detection)
  if (detection.lastSuccess !== undefined) return decideLastSuccess(event, detection, detection.lastSuccess)
  if (event.name === '') return decideTerminal(detection)
  if (isPullRequest(event.name)) return decidePullRequest(event, detection)
  return decideRef(event, detection)
}

/** True for a full commit hash, SHA-1 or SHA-256. */
export function isCommit(name: string): boolean {
  return commitPattern.test(name)
}

/** `refs/heads/main` → `main`, `refs/tags/v1` → `v1`; anything else as it is. */
export function shortName(ref: string): string {
  return ref.replace(/^refs\/(?:heads|tags)\//, '')
}

function decideUncommitted(event: EventFacts, detection: Detection): BaseDecision {
  return {
    rule: { how: 'head' },
    occasion: event.name === '' ? 'base HEAD' : `${event.name} with base HEAD`,
    head: undefined,
    workTree: event.name === '' ? 'all' : 'tracked',
    warnings: detection.ref === undefined ? [] : ['`ref` is ignored, because `base` is HEAD.'],
  }
}

function decideLastSuccess(
  event: EventFacts,
  detection: Detection,
  { commit, words }: NonNullable<Detection['lastSuccess']>,
): BaseDecision {
  const ignored = detection.base === undefined ? [] : ['`base` is ignored, because `since` names one.']
  return {
    rule: { how: 'commit', commit, reason: words },
    occasion: occasionOf(event, event.tag, undefined),
    head: detection.ref ?? event.pullRequest?.headSha,
    workTree: 'no',
    warnings: ignored,
  }
}

/** On a laptop the files as they lie there are what would run, so they are what is compared, unless `ref` is given. */
function decideTerminal(detection: Detection): BaseDecision {
  const { base, ref } = detection
  const workTree = ref === undefined ? 'all' : 'no'
  const rule: BaseRule =
    base === undefined
      ? { how: 'first-parent' }
      : { how: 'merge-base', name: shortName(base), label: shortName(base) }
  const occasion = ref ?? 'HEAD + uncommitted'
  return { rule, occasion, head: ref, workTree, warnings: [] }
}

function decidePullRequest(event: EventFacts, detection: Detection): BaseDecision {
  const pull = event.pullRequest
  const base = detection.base === undefined ? undefined : shortName(detection.base)
  // On pull_request_target the checkout is the base branch; the pull request's commit is fetched, never checked out.
  const head = event.name === 'pull_request_target' ? pull?.headSha || undefined : undefined
  return {
    rule: base === undefined ? pullRequestRule(event) : { how: 'merge-base', name: base, label: base },
    occasion: pull === undefined ? event.name : `pull request #${pull.number}`,
    head,
    workTree: 'no',
    warnings: detection.ref === undefined ? [] : [`\`ref\` is ignored on ${event.name}.`],
  }
}

function pullRequestRule(event: EventFacts): BaseRule {
  const pull = event.pullRequest
  if (pull === undefined || pull.baseSha === '') {
    const target = pull?.baseRef || event.defaultBranch
    return target === '' ? { how: 'first-parent' } : { how: 'merge-base', name: target, label: target }
  }
  return { how: 'pull-request', baseSha: pull.baseSha, headSha: pull.headSha, baseRef: pull.baseRef }
}

function decideRef(event: EventFacts, detection: Detection): BaseDecision {
  const queue = queueTarget(event)
  const ref = detection.ref ?? event.ref
  const tag = event.tag ?? (event.ref.startsWith('refs/tags/') ? shortName(event.ref) : undefined)
  const chosen: Pick<BaseDecision, 'rule'> & { warnings?: string[] } =
    tag !== undefined && detection.base === undefined && detection.ref === undefined
      ? { rule: { how: 'earlier-tag', tag } }
      : compareWith(shortName(detection.base ?? queue ?? event.defaultBranch), shortName(ref), event)
  return {
    rule: chosen.rule,
    occasion: occasionOf(event, tag, queue),
    head: detection.ref,
    workTree: 'no',
    warnings: chosen.warnings ?? [],
  }
}

function compareWith(base: string, head: string, event: EventFacts): { rule: BaseRule; warnings?: string[] } {
  if (isCommit(base)) return { rule: { how: 'commit', commit: base, reason: '`base`' } }
  if (base !== '' && base !== head) return { rule: { how: 'merge-base', name: base, label: base } }
  if (event.name !== 'push' || head !== shortName(event.ref)) return { rule: { how: 'first-parent' } }
  const { before, defaultBranch } = event
  if (before === undefined) {
    return {
      rule: { how: 'first-parent' },
      warnings: ['The event does not name the commit before the push: only the last commit is looked at.'],
    }
  }
  if (!/^0+$/.test(before)) {
    return { rule: { how: 'commit', commit: before, reason: 'the commit before the push' } }
  }
  return defaultBranch !== '' && defaultBranch !== head
    ? { rule: { how: 'merge-base', name: defaultBranch, label: defaultBranch } }
    : { rule: { how: 'everything', reason: 'the branch is new' } }
}

/** GitHub names the branch of a queue entry `gh-readonly-queue/<target>/pr-<number>-<commit>`. */
function queueTarget(event: EventFacts): string | undefined {
  if (event.name !== 'merge_group') return undefined
  return /^refs\/heads\/gh-readonly-queue\/(.+)\/pr-\d+-[0-9a-f]+$/.exec(event.ref)?.[1]
}

function occasionOf(event: EventFacts, tag: string | undefined, queue: string | undefined): string {
  if (event.name === 'release') return `release ${tag ?? ''}`.trim()
  if (event.name === 'merge_group') return `merge queue${queue === undefined ? '' : ` of ${queue}`}`
  if (event.name === 'push') return tag === undefined ? `push to ${shortName(event.ref)}` : `tag ${tag}`
  return event.ref === '' ? event.name : `${event.name} on ${shortName(event.ref)}`
}
