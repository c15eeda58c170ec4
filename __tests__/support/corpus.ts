/** The corpus: statements in people's styles, and what Postgres 15 and 18 were seen to do with each. */
import type { Recorded } from '../../script/corpus/record.mjs'
import type { Judged } from '../../src/check/evidence/judge.ts'
import type { Finding } from '../../src/domain.ts'
import { readText } from './documents.ts'
import { lintRevisions } from './lint.ts'

/** What a server did: it kept others out while it went through rows, did not, failed, or does not know the syntax. */
type Truth = Recorded

export interface Case {
  id: string
  /** Its row in docs/lint.md, or `fresh`: on what the same revision made. */
  row: string
  sql: string
  /** In no transaction. */
  alone: boolean
  /** What the live version uses is gone. */
  breaks: boolean
  /** By the server's major version. */
  truth: Record<'15' | '18', Truth>
}

const folder = '__tests__/fixtures/corpus'

/** What is there before each case: told to the lint, made by hand, and rows. */
export const there = {
  merged: readText(`${folder}/merged.sql`),
  byHand: readText(`${folder}/by-hand.sql`),
  rows: readText(`${folder}/rows.sql`),
}

const recorded = JSON.parse(readText(`${folder}/truth.json`)) as Record<
  string,
  { both: Truth } | Case['truth']
>

export const cases: Case[] = readText(`${folder}/cases.sql`)
  .split(/^-- case /m)
  .slice(1)
  .map(part => {
    const [head = '', ...lines] = part.split('\n')
    const [id = '', ...flags] = head.split(' ')
    const truth = recorded[id]
    if (truth === undefined) throw new Error(`${id} was not recorded: node script/record-corpus.mjs`)
    const both = 'both' in truth ? { '15': truth.both, '18': truth.both } : truth
    const [alone, breaks] = [flags.includes('alone'), flags.includes('breaks')]
    const row = id.replace(/-\d+$/, '')
    return { id, row, sql: lines.join('\n').trim(), alone, breaks, truth: both }
  })

/** Rows that docs/lint.md calls out of scope: the gate refuses them before anything runs, or looks after the run. */
export const outside = new Set(['32', '33'])

/** Blocking ones of which the text cannot know: made by hand, made at run time, in a function, up to the time zone. */
export const unknowable = new Set(['08-3', '24-8', '25-8', '25-10', '39-3', '49-2', '49-4', '49-5', '49-7'])

/** Whether somebody has to be told: by an error, by a warning at least where only some servers do it, or not at all. */
export function deserves({ truth, breaks }: Case): 'error' | 'warning' | 'nothing' {
  const known = Object.values(truth).filter(one => one.verdict !== 'refused')
  const bad = known.filter(one => one.verdict === 'blocks' || one.verdict === 'fails')
  if (breaks || (bad.length > 0 && bad.length === known.length)) return 'error'
  return bad.length > 0 ? 'warning' : 'nothing'
}

/** What the text alone says of a case, with the merged revisions known. */
export function lintCase({ sql, alone }: Case): ReturnType<typeof lintRevisions> {
  return lintRevisions(sql, { earlier: [there.merged], transaction: !alone })
}

/** The worst that is said. */
export function worst(findings: readonly Finding[]): 'error' | 'warning' | 'nothing' {
  if (findings.some(one => one.level === 'error')) return 'error'
  return findings.length > 0 ? 'warning' : 'nothing'
}

export const findingsOf = ({ findings }: Judged): Finding[] => findings.map(one => one.finding)
