import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { buildWorld, type World } from '../../../script/paths-filter/world.mjs'
import { root } from '../../../script/tools.mjs'
import { useGithub } from '../../support/github-api.ts'
import { intended } from '../../support/intended.ts'
import { type Answer, answerAll, type RecordedSituation, readRecorded } from '../../support/paths-filter.ts'

const recorded = readRecorded()
const used = new Set<string>()
const github = useGithub()

/** The filters of an answer that are not as paths-filter has them; `''` for the answer as a whole. */
function differing({ ask, ours }: Answer): string[] {
  const theirs = ask.out
  if (theirs === undefined || ours === undefined)
    return (theirs === undefined) === (ours === undefined) ? [] : ['']
  const names = Object.keys(theirs).filter(name => theirs[name] !== ours[name])
  const filters = names.filter(name => name !== 'changes').map(name => name.replace(/_(?:count|files)$/, ''))
  return [...new Set(filters.length === 0 ? names : filters)]
}

function rulesOf(filters: string, name: string): string {
  try {
    return JSON.stringify((JSON.parse(filters) as Record<string, unknown>)[name] ?? filters)
  } catch {
    return filters
  }
}

/** One line for each difference that no row of the list explains. */
function unexplained(world: World, situation: RecordedSituation, answer: Answer): string[] {
  const { ask, ours } = answer
  return differing(answer).flatMap(filter => {
    const given = { world, situation, answer, filter, rules: rulesOf(ask.filters, filter) }
    const reasons = Object.keys(intended).filter(id => intended[id]?.(given))
    for (const reason of reasons) used.add(reason)
    if (reasons.length > 0) return []
    const { event, ref, depth = 0, payload, inputs } = situation
    const about = JSON.stringify({ event, ref, depth, payload, inputs, ...ask, out: undefined })
    const show = (out: Record<string, string> | undefined) =>
      JSON.stringify(
        out === undefined ? 'failed' : [out[filter], out[`${filter}_count`], out[`${filter}_files`]],
      )
    return [`${filter}: ${given.rules} theirs ${show(ask.out)} ours ${show(ours)} of ${about}`]
  })
}

describe(`what ${recorded.action} answered`, () => {
  it('is a table of at least 2,000 cases', () => {
    const asked = recorded.worlds.flatMap(world => world.situations.flatMap(situation => situation.asks))
    expect(asked.length).toBeGreaterThanOrEqual(2_000)
    expect(asked.filter(ask => ask.out !== undefined).length).toBeGreaterThan(asked.length / 2)
  })

  it.each(recorded.worlds.map((world, index) => ({ world, index })))(
    'is our answer, but for the intended differences, in world $index',
    async ({ world }) => {
      const built = buildWorld(world)
      try {
        const faults: string[] = []
        for (const situation of world.situations)
          for (const answer of await answerAll(built, situation, github))
            faults.push(...unexplained(world, situation, answer))
        expect(faults).toEqual([])
      } finally {
        built.remove()
      }
    },
  )

  it('differs only where docs/detection.md says so, and everywhere that it says', () => {
    const [page = ''] = readFileSync(join(root, 'docs/detection.md'), 'utf8').split('\n## What is compared')
    const listed = [...page.matchAll(/^\| `([\w-]+)` +\|/gm)].map(([, id]) => id)
    expect(listed.sort()).toEqual(Object.keys(intended).sort())
    expect([...used].sort()).toEqual(listed)
  })
})
