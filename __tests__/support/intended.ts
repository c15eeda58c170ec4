/** Where our answer may differ from paths-filter's: each id is a row of docs/detection.md, with its reason. */
import type { World } from '../../script/paths-filter/world.mjs'
import type { Change } from '../../src/domain.ts'
import type { Answer, RecordedSituation } from './paths-filter.ts'

/** One filter whose answers differ. */
export interface Differing {
  world: World
  situation: RecordedSituation
  answer: Answer
  /** `changes` for the list of all; empty where one of the two failed. */
  filter: string
  /** The rules of the filter, or all filters, as they are written. */
  rules: string
}

const aboutNoBranch = new Set(['workflow_dispatch', 'schedule', 'workflow_run', 'repository_dispatch'])
const byGit = (event: string) => (given: Differing) =>
  given.situation.event === event && given.situation.rows === undefined
const failed = ({ answer }: Differing) => answer.ask.failed === true

/** The patterns of a rule's JSON text. */
const patterns = (rules: string): string[] =>
  [...rules.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([text]) => JSON.parse(text) as string)
const somePattern = (form: RegExp) => (given: Differing) => patterns(given.rules).some(one => form.test(one))

/** Not more files of a difference than there are of those that explain it. */
function by(given: Differing, explains: (change: Change) => boolean): boolean {
  const { answer, filter } = given
  const counts = [answer.ask.out, answer.ours].map(out => Number(out?.[`${filter}_count`] ?? 0))
  const explained = answer.changes.filter(explains).length
  return explained > 0 && Math.abs((counts[0] ?? 0) - (counts[1] ?? 0)) <= explained
}

export const intended: Record<string, (given: Differing) => boolean> = {
  'earlier-tag': ({ situation }) => situation.event === 'release' || situation.ref.startsWith('refs/tags/'),
  'merge-queue': ({ situation }) => situation.event === 'merge_group',
  'pull-request-by-git': byGit('pull_request'),
  'pull-request-target-by-git': given => byGit('pull_request_target')(given) && failed(given),
  'lost-before': given =>
    (given.situation.payload as { before?: string }).before === 'abcd'.repeat(10) && failed(given),
  'merge-commit': ({ world, situation }) =>
    aboutNoBranch.has(situation.event) &&
    world.commits[world.refs[situation.ref] ?? -1]?.parents?.length === 2,
  'no-repository': given => given.situation.event === 'schedule' && failed(given),
  'list-at-root': ({ answer }) => answer.ask.filters.startsWith('- ') && answer.ours === undefined,
  'filter-order': ({ filter, answer }) =>
    filter === 'changes' && Object.keys(answer.ask.out ?? {}).some(name => /^\d+$/.test(name)),
  'ref-not-checked-out': ({ situation: { inputs, event } }) =>
    aboutNoBranch.has(event) && inputs?.ref !== undefined && inputs.ref === inputs.base,
  'type-change': given =>
    /modified|type-changed/i.test(given.rules) && by(given, change => change.status === 'type-changed'),
  'line-end': given => by(given, change => change.path.includes('\n')),
  unclosed: somePattern(/^[^[]*\[[^\]]*$|^[^{]*\{[^}]*$|^[^(]*\([^)]*$/),
  'forgotten-text': somePattern(/\{\w+\.\.\w+\}|\[\[:\w+:\]|\*{3}/),
  'negated-group-in-a-name': somePattern(/!\([^)]*\)[^/.]/),
}
