/** The event that started us, as plain facts; `name` is empty outside of GitHub Actions. */
export interface EventFacts {
  name: string
  /** `refs/heads/main`, `refs/tags/v1`, `refs/pull/7/merge`. */
  ref: string
  sha: string
  /** `owner/name`. */
  repository: string
  defaultBranch: string
  /** Push: the commit before; 40 zeros for a new branch. */
  before?: string
  pullRequest?: { number: number; baseRef: string; baseSha: string; headRef: string; headSha: string }
  /** Release: its tag. */
  tag?: string
  /** Merge queue: the commit that the entry is built on, which holds the entries ahead of it. */
  queueBase?: string
  /** From a repository other than this one: a pull request's head, a workflow_run's head. */
  fork: boolean
  /** The payload does not hold where it comes from: it counts as a fork, and is not called one. */
  originUnknown?: true
  dependabot: boolean
  /** Page of this run, for the history table and the lock's holder. */
  runUrl: string
}

/** Always run on the default branch, and their payloads do not always name it (docs: events that trigger workflows). */
const onDefaultBranch = new Set(['schedule', 'workflow_run', 'repository_dispatch'])
const dependabotLogin = 'dependabot[bot]'

/**
 * Reads the event from the runner's variables and the parsed payload. Never throws, whatever they hold: what is
 * missing or of the wrong type is an empty string or absent. Where a pull request's or a workflow_run's
 * repository cannot be read, it counts as a fork.
 */
export function readEvent(env: Record<string, string | undefined>, payload: unknown): EventFacts {
  const name = env.GITHUB_EVENT_NAME ?? ''
  const ref = env.GITHUB_REF || textAt(payload, 'ref')
  const repository = env.GITHUB_REPOSITORY || textAt(payload, 'repository', 'full_name')
  const before = name === 'push' ? commitAt(payload, 'before') : ''
  const pullRequest = isPullRequest(name) ? readPullRequest(payload) : undefined
  const tag = name === 'release' ? textAt(payload, 'release', 'tag_name') : ''
  const queueBase = name === 'merge_group' ? commitAt(payload, 'merge_group', 'base_sha') : ''
  return {
    name,
    ref,
    sha: env.GITHUB_SHA || commitAt(payload, 'after'),
    repository,
    defaultBranch: readDefaultBranch(name, ref, payload),
    ...(before === '' ? {} : { before }),
    ...(pullRequest === undefined ? {} : { pullRequest }),
    ...(tag === '' ? {} : { tag }),
    ...(queueBase === '' ? {} : { queueBase }),
    fork: isFork(name, repository, payload),
    ...(isPullRequest(name) && at(payload, 'pull_request') === undefined ? { originUnknown: true } : {}),
    dependabot: isDependabot(env, payload),
    runUrl: readRunUrl(env),
  }
}

/** `pull_request` and its kin, whose payload holds a pull request with its head and base. */
export function isPullRequest(name: string): boolean {
  return name.startsWith('pull_request')
}

/**
 * Whether a run has this repository’s secrets, whoever set it off, and what is checked out may be a stranger’s: nothing of
 * it may run beside them. A comment is anybody’s, and its payload does not tell whose head a job then checks out; a review
 * of a fork’s pull request has no secrets, as its `pull_request` has none (GitHub docs: events that trigger workflows).
 */
export function mayRunStrangers({ name, fork }: Pick<EventFacts, 'name' | 'fork'>): boolean {
  return name === 'pull_request_target' || name === 'issue_comment' || (name === 'workflow_run' && fork)
}

function readPullRequest(payload: unknown): EventFacts['pullRequest'] {
  const number = at(payload, 'pull_request', 'number') ?? at(payload, 'number')
  if (typeof number !== 'number' || !Number.isSafeInteger(number)) return undefined
  return {
    number,
    baseRef: textAt(payload, 'pull_request', 'base', 'ref'),
    baseSha: commitAt(payload, 'pull_request', 'base', 'sha'),
    headRef: textAt(payload, 'pull_request', 'head', 'ref'),
    headSha: commitAt(payload, 'pull_request', 'head', 'sha'),
  }
}

function readDefaultBranch(name: string, ref: string, payload: unknown): string {
  const said = textAt(payload, 'repository', 'default_branch')
  if (said !== '' || !onDefaultBranch.has(name)) return said
  return ref.startsWith('refs/heads/') ? ref.slice('refs/heads/'.length) : ''
}

function isFork(name: string, repository: string, payload: unknown): boolean {
  if (isPullRequest(name)) {
    // A deleted fork leaves `head.repo: null`.
    const head = textAt(payload, 'pull_request', 'head', 'repo', 'full_name')
    return differs(head, textAt(payload, 'pull_request', 'base', 'repo', 'full_name') || repository)
  }
  if (name !== 'workflow_run') return false
  const head = textAt(payload, 'workflow_run', 'head_repository', 'full_name')
  return differs(head, textAt(payload, 'workflow_run', 'repository', 'full_name') || repository)
}

function differs(head: string, base: string): boolean {
  return head === '' || head.toLowerCase() !== base.toLowerCase()
}

function isDependabot(env: Record<string, string | undefined>, payload: unknown): boolean {
  const people = [
    env.GITHUB_ACTOR,
    at(payload, 'sender', 'login'),
    at(payload, 'pull_request', 'user', 'login'),
    at(payload, 'workflow_run', 'actor', 'login'),
  ]
  return people.includes(dependabotLogin)
}

function readRunUrl(env: Record<string, string | undefined>): string {
  const server = env.GITHUB_SERVER_URL || 'https://github.com'
  const repository = env.GITHUB_REPOSITORY
  const run = env.GITHUB_RUN_ID
  if (!repository || !run) return ''
  const attempt = Number(env.GITHUB_RUN_ATTEMPT ?? '1')
  return `${server}/${repository}/actions/runs/${run}${attempt > 1 ? `/attempts/${attempt}` : ''}`
}

function at(value: unknown, ...keys: string[]): unknown {
  let here = value
  for (const key of keys) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, key)) return undefined
    here = (here as Record<string, unknown>)[key]
  }
  return here
}

function textAt(value: unknown, ...keys: string[]): string {
  const found = at(value, ...keys)
  return typeof found === 'string' ? found : ''
}

function commitAt(value: unknown, ...keys: string[]): string {
  const found = textAt(value, ...keys)
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(found) ? found : ''
}
