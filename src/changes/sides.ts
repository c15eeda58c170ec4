import type { EventFacts } from '../event.ts'
import { oneLine } from '../text.ts'
import { type BaseDecision, type BaseRule, decideBase } from './base.ts'
import { whyNot } from './cannot-compare.ts'
import type { Detection } from './detection.ts'
import { type Clone, cloneOf, findCommit } from './fetch.ts'
import { commitOf, openRepository, type Repository, type RepositoryOptions, readLine } from './repository.ts'
import { resolveBase, resolveHead } from './resolve.ts'
import { openTree, type Tree } from './tree.ts'

/** The commits that a history is held against. */
export interface Sides {
  /** What is merged already, and from where the change starts. */
  base: Tree
  /** The newest that is known of the branch that the change goes into; often `base` itself. */
  tip: Tree
  /** The tip as `git merge` takes it here: `origin/main`, `main`, else its commit. */
  tipName: string
  /** What is checked; undefined: the files as they lie in the work tree. */
  head: Tree | undefined
  /** What is checked is what lies in the work tree, so that it can be run. */
  checkedOut: boolean
  /** `pull request #7: the merge commit against the tip of main`. */
  why: string
  /** The branch that the change goes into, or how else a person knows the base. */
  target: string
  warnings: string[]
}

/** Nothing to compare with: `level` is `warning` where the comparison can be had. */
export interface NoSides {
  why: string
  level: 'note' | 'warning'
}

/** Finds the commits that an event's history is held against. Never throws: what cannot be had is a reason. */
export async function openSides(
  options: RepositoryOptions,
  event: EventFacts,
  detection: Detection,
): Promise<Sides | NoSides> {
  try {
    const clone = cloneOf(await openRepository(options), event, detection)
    return await findSides(clone, decide(event, detection))
  } catch (error) {
    return whyNot(error)
  }
}

/** As changes are found, but for the merge queue: what the entries ahead did is theirs to answer for. */
function decide(event: EventFacts, detection: Detection): BaseDecision {
  const decision = decideBase(event, detection)
  if (event.queueBase === undefined || detection.base !== undefined) return decision
  return {
    ...decision,
    rule: { how: 'commit', commit: event.queueBase, reason: 'the queue before this entry' },
  }
}

async function findSides(clone: Clone, decision: BaseDecision): Promise<Sides> {
  const { repository } = clone
  const head = await resolveHead(clone, decision)
  const base = await resolveBase(clone, decision.rule, head)
  const tip = base.whole ? base.base : await findTip(clone, decision.rule, base.base)
  const baseTree = await openTree(repository, base.base)
  const apart = decision.workTree === 'no'
  return {
    base: baseTree,
    tip: tip === base.base ? baseTree : await openTree(repository, tip),
    tipName: tip === base.base ? shorten(tip) : await nameTip(repository, decision.rule, tip),
    head: apart ? await openTree(repository, head) : undefined,
    checkedOut: !apart || (await commitOf(repository, 'HEAD')) === head,
    why: `${oneLine(decision.occasion, 120)}: ${base.words}`,
    target: targetOf(decision.rule),
    warnings: [...decision.warnings, ...base.warnings],
  }
}

function targetOf(rule: BaseRule): string {
  if (rule.how === 'pull-request') return oneLine(rule.baseRef, 80)
  if (rule.how === 'merge-base') return oneLine(rule.label, 80)
  return rule.how === 'commit' ? oneLine(rule.reason, 80) : 'the commit before'
}

/** A checkout knows the branch as it is now, and the event as it was when the merge commit was made. */
async function findTip(clone: Clone, rule: BaseRule, base: string): Promise<string> {
  if (rule.how === 'merge-base') return findCommit(clone, rule.name, 'The base of the comparison')
  if (rule.how !== 'pull-request') return base
  const names = [`refs/remotes/origin/${rule.baseRef}`, rule.baseSha]
  for (const name of names) {
    if (name === '' || /^-|\s/.test(name)) continue
    const found = await commitOf(clone.repository, name)
    if (found !== undefined && (await isAncestor(clone.repository, base, found))) return found
  }
  return base
}

/** How a person names the tip: a branch that stands there, else its commit. */
async function nameTip(repository: Repository, rule: BaseRule, tip: string): Promise<string> {
  const name = rule.how === 'pull-request' ? rule.baseRef : rule.how === 'merge-base' ? rule.name : ''
  if (name === '' || /^-/.test(name) || oneLine(name, 200) !== name) return shorten(tip)
  if ((await commitOf(repository, `refs/remotes/origin/${name}`)) === tip) return `origin/${name}`
  return (await commitOf(repository, `refs/heads/${name}`)) === tip ? name : shorten(tip)
}

function shorten(commit: string): string {
  return commit.slice(0, 12)
}

async function isAncestor(repository: Repository, one: string, other: string): Promise<boolean> {
  return (await repository.git(['merge-base', '--is-ancestor', one, other])).code === 0
}

async function isClean(repository: Repository): Promise<boolean> {
  return readLine(await repository.git(['status', '--porcelain'])) === ''
}

/**
 * The branch that a person’s work goes into: that of `origin`, else `main` or `master`; undefined where none is there,
 * or where the person stands on its commit with nothing of their own. Never throws.
 */
export async function findMainBranch(options: RepositoryOptions): Promise<string | undefined> {
  try {
    const repository = await openRepository(options)
    const pointed = readLine(await repository.git(['symbolic-ref', '--quiet', 'refs/remotes/origin/HEAD']))
    const names = [pointed.replace('refs/remotes/origin/', ''), 'main', 'master'].filter(name => name !== '')
    const head = await commitOf(repository, 'HEAD')
    for (const name of names) {
      const there =
        (await commitOf(repository, `refs/remotes/origin/${name}`)) ??
        (await commitOf(repository, `refs/heads/${name}`))
      if (there !== undefined) return there === head && (await isClean(repository)) ? undefined : name
    }
  } catch {
    // What cannot be compared is said when it is tried.
  }
  return undefined
}
