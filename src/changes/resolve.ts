import { oneLine } from '../text.ts'
import type { BaseDecision, BaseRule } from './base.ts'
import { CannotCompare, quote } from './cannot-compare.ts'
import { type Clone, findCommit, findMergeBase } from './fetch.ts'
import { commitOf, readLine } from './repository.ts'
import { findEarlierTag } from './tags.ts'

/** A base that git has, and in words what it is: `against its first parent`. */
export interface Base {
  /** A commit, or the empty tree where every file counts as added. */
  base: string
  whole: boolean
  words: string
  warnings: string[]
}

/** The head of a decision as a commit. Throws CannotCompare. */
export async function resolveHead(clone: Clone, decision: BaseDecision): Promise<string> {
  if (decision.head !== undefined) return findCommit(clone, decision.head, 'The head of the comparison')
  const head = await commitOf(clone.repository, 'HEAD')
  if (head === undefined) throw new CannotCompare('This repository has no commit yet.', 'note')
  return head
}

/** Finds the base that a rule asks for, completing a shallow clone where that is needed. Throws CannotCompare. */
export async function resolveBase(clone: Clone, rule: BaseRule, head: string): Promise<Base> {
  switch (rule.how) {
    case 'head':
      return is(head, 'what is not committed')
    case 'everything':
      return everything(clone, rule.reason)
    case 'first-parent':
      return firstParent(clone, head)
    case 'commit':
      return is(await findCommit(clone, rule.commit, capital(rule.reason)), `against ${rule.reason}`)
    case 'merge-base':
      return sinceMergeBase(clone, rule.name, rule.label, head)
    case 'pull-request':
      return pullRequestBase(clone, rule, head)
    case 'earlier-tag':
      return earlierTag(clone, rule.tag, head)
  }
}

async function pullRequestBase(
  clone: Clone,
  rule: Extract<BaseRule, { how: 'pull-request' }>,
  head: string,
): Promise<Base> {
  const parents = await parentsOf(clone, head)
  const [first, second] = parents
  if (first !== undefined && second !== undefined && second === rule.headSha) {
    await findCommit(clone, first, 'The first parent of the merge commit')
    return is(first, `the merge commit against the tip of ${oneLine(rule.baseRef, 80)}`)
  }
  return sinceMergeBase(clone, rule.baseSha, rule.baseRef, head)
}

async function sinceMergeBase(clone: Clone, name: string, label: string, head: string): Promise<Base> {
  const tip = await findCommit(clone, name, 'The base of the comparison')
  const found = await findMergeBase(clone, name, tip, head)
  const shown = oneLine(label, 80)
  if (found !== undefined) return is(found, `since it left ${shown}`)
  const warning = `There is no common ancestor with ${quote(label)}: the two are compared as they are.`
  return { ...is(tip, `against ${shown}`), warnings: [warning] }
}

async function firstParent(clone: Clone, head: string): Promise<Base> {
  const [parent] = await parentsOf(clone, head)
  if (parent === undefined) return everything(clone, 'it is the first commit')
  return is(await findCommit(clone, parent, 'The parent of the last commit'), 'against its first parent')
}

async function earlierTag(clone: Clone, tag: string, head: string): Promise<Base> {
  const found = await findEarlierTag(clone, tag, head)
  return found === undefined
    ? everything(clone, 'no earlier tag of its kind is an ancestor')
    : is(found.commit, `against the earlier tag ${oneLine(found.tag, 80)}`)
}

async function everything(clone: Clone, reason: string): Promise<Base> {
  // Both hash functions have an empty tree, and git knows it without storing it.
  const empty = readLine(await clone.repository.git(['hash-object', '-t', 'tree', '--stdin']))
  return { base: empty, whole: true, words: `every file, because ${reason}`, warnings: [] }
}

/** The parents as the commit itself names them: a shallow clone hides those that it does not have. */
async function parentsOf(clone: Clone, commit: string): Promise<string[]> {
  const text = (await clone.repository.git(['cat-file', 'commit', commit])).stdout.toString('latin1')
  const header = text.split('\n\n')[0] ?? ''
  return [...header.matchAll(/^parent ([0-9a-f]+)$/gm)].map(match => match[1] ?? '')
}

function is(base: string, words: string): Base {
  return { base, whole: false, words, warnings: [] }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
