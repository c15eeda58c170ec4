import type { Change, ChangeSet } from '../domain.ts'
import type { EventFacts } from '../event.ts'
import { oneLine } from '../text.ts'
import { type BaseDecision, decideBase } from './base.ts'
import { CannotCompare, sayGitError, whyNot } from './cannot-compare.ts'
import type { Detection } from './detection.ts'
import { cloneOf, isShallow } from './fetch.ts'
import { parseNameStatus, parseNamesAsAdded } from './name-status.ts'
import { openRepository, type Repository, type RepositoryOptions, readLine } from './repository.ts'
import { type Base, resolveBase, resolveHead } from './resolve.ts'
import type { ChangeSource } from './source.ts'

export { findRepository, headCommit, type Repository } from './repository.ts'

/**
 * Changes as git on this machine sees them. In an event a shallow clone is deepened just enough, with the
 * credentials that the checkout stored; in the terminal (no event) nothing is fetched. Writes nothing else, and
 * leaves no configuration behind. Never throws.
 */
export function gitSource(options: RepositoryOptions): ChangeSource {
  return {
    async list(event, detection) {
      try {
        return await compare(await openRepository(options), event, detection)
      } catch (error) {
        return { known: false, ...whyNot(error) }
      }
    },
    async tracked() {
      try {
        const listed = await (await openRepository(options)).git(['ls-files', '-z'])
        return listed.code === 0 ? parseNamesAsAdded(listed.stdout).map(file => file.path) : undefined
      } catch {
        return undefined
      }
    },
  }
}

async function compare(repository: Repository, event: EventFacts, detection: Detection): Promise<ChangeSet> {
  const decision = decideBase(event, detection)
  const clone = cloneOf(repository, event, detection)
  const head = await resolveHead(clone, decision)
  const base = await resolveBase(clone, decision.rule, head)
  const [changes, commits] = await Promise.all([
    listChanges(repository, base.base, head, decision.workTree),
    countCommits(repository, base, head),
  ])
  return {
    known: true,
    comparison: {
      base: base.base,
      head,
      why: `${oneLine(decision.occasion, 120)}: ${base.words}`,
      ...(commits === undefined ? {} : { commits }),
    },
    changes,
    warnings: [...decision.warnings, ...base.warnings],
  }
}

/** Plumbing, which no configuration of the user's changes; submodules are their path, renames two changes. */
async function listChanges(
  repository: Repository,
  base: string,
  head: string,
  workTree: BaseDecision['workTree'],
): Promise<Change[]> {
  const form = ['--name-status', '-z', '--no-renames', '--no-ext-diff']
  if (workTree === 'no') {
    const argv = ['diff-tree', '-r', ...form, '--ignore-submodules=none', base, head, '--']
    return parseNameStatus(await printed(repository, argv))
  }
  // Not plumbing: diff-index reports what was merely touched. So what a user may have set is set back.
  const diff = [
    '-c',
    'diff.relative=false',
    'diff',
    ...form,
    '--no-color',
    '--ignore-submodules=dirty',
    base,
    '--',
  ]
  const tracked = parseNameStatus(await printed(repository, diff))
  if (workTree === 'tracked') return tracked
  const others = ['ls-files', '-z', '--others', '--exclude-standard']
  return [...tracked, ...parseNamesAsAdded(await printed(repository, others))]
}

async function printed(repository: Repository, argv: string[]): Promise<Buffer> {
  const result = await repository.git(argv)
  if (result.code === 0) return result.stdout
  const why = result.failure === 'timeout' ? 'git takes too long' : sayGitError(result.stderr)
  throw new CannotCompare(`git could not compare: ${why}.`)
}

/** Undefined where the history between the two is cut off. */
async function countCommits(repository: Repository, base: Base, head: string): Promise<number | undefined> {
  if (await isShallow(repository)) return undefined
  const range = base.whole ? head : `${base.base}..${head}`
  const counted = await repository.git(['rev-list', '--count', range])
  return counted.code === 0 ? Number(readLine(counted)) : undefined
}
