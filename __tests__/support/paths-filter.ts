/** What paths-filter answered, as script/record-paths-filter.mjs wrote it down, and our answers to the same. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type Built,
  checkOut,
  eventEnvironment,
  fillPayload,
  type Situation,
  type World,
} from '../../script/paths-filter/world.mjs'
import { root } from '../../script/tools.mjs'
import { pullRequestSource } from '../../src/action/pull-request.ts'
import { gitSource } from '../../src/changes/git.ts'
import type { ChangeSource } from '../../src/changes/source.ts'
import { openDisk } from '../../src/disk.ts'
import type { Change, ChangeSet } from '../../src/domain.ts'
import { GateError } from '../../src/errors.ts'
import { type EventFacts, readEvent } from '../../src/event.ts'
import { runGate } from '../../src/gate.ts'
import { makeRedactor } from '../../src/redact.ts'
import { makeOutputs } from '../../src/report/outputs.ts'
import { readSettings } from '../../src/settings/read-settings.ts'
import { wireGate } from '../../src/wire.ts'
import { type GithubApi, pageOf, pullFile } from './github-api.ts'

/** One question, and what paths-filter said: outputs, or that it failed. */
export interface Ask {
  filters: string
  quantifier?: string
  list?: string
  out?: Record<string, string>
  failed?: true
}

export interface RecordedSituation extends Situation {
  inputs?: Record<string, string>
  /** GitHub's list of the pull request's files; without it there is no token. */
  rows?: { filename: string; status: string; previous_filename?: string }[]
  asks: Ask[]
}

export interface Recorded {
  action: string
  worlds: (World & { situations: RecordedSituation[] })[]
}

export function readRecorded(): Recorded {
  return JSON.parse(readFileSync(join(root, '__tests__/fixtures/paths-filter/recorded.json'), 'utf8'))
}

/** What we answer: outputs, or undefined where the step fails. */
export interface Answer {
  ask: Ask
  ours: Record<string, string> | undefined
  changes: Change[]
}

/** Our answers to every question of a situation: the stages of the gate, on a real work tree. */
export async function answerAll(
  built: Built,
  situation: RecordedSituation,
  github: GithubApi,
): Promise<Answer[]> {
  const tree = checkOut(built, situation)
  try {
    const rows = (situation.rows ?? []).map(pullFile)
    github.answers(question => pageOf(rows, question))
    const env = { ...built.env, ...eventEnvironment(situation, built.commits), GITHUB_WORKSPACE: tree.path }
    const event = readEvent(env, fillPayload(situation.payload, built.commits))
    const git = gitSource({ cwd: tree.path, env })
    const source = once(
      situation.rows === undefined ? git : pullRequestSource({ token: 'token', fallback: git }),
    )
    const answers: Answer[] = []
    for (const ask of situation.asks) {
      const ours = await answer({ ask, situation, built, root: tree.path, env, event, source })
      const set = await source.last()
      answers.push({ ask, ours, changes: set?.known === true ? set.changes : [] })
    }
    return answers
  } finally {
    tree.remove()
  }
}

interface Question {
  ask: Ask
  situation: RecordedSituation
  built: Built
  root: string
  env: Record<string, string>
  event: EventFacts
  source: ChangeSource
}

/** Settings, gate and outputs, as the action makes them; undefined where the step would fail. */
async function answer(question: Question): Promise<Record<string, string> | undefined> {
  const { ask, situation, built, root, env: environment, event, source: changes } = question
  const inputs = {
    command: 'detect',
    filters: ask.filters,
    'list-files': ask.list ?? 'none',
    'predicate-quantifier': ask.quantifier ?? 'some',
    token: situation.rows === undefined ? '' : 'token',
    ...(fillPayload(situation.inputs ?? {}, built.commits) as Record<string, string>),
  }
  const disk = openDisk(root)
  const settings = await readSettings(inputs, { disk, environment: () => undefined }).catch(failed)
  if (settings === undefined) return undefined
  const redact = makeRedactor([])
  const outside = { disk, root, environment, changes, redact, reporter: () => {}, actor: '', commit: '' }
  const ports = wireGate(settings, event, outside)
  const report = await runGate(settings, event, ports, new AbortController().signal)
  if (report.gate === 'closed') return undefined
  return makeOutputs(report, '', settings.detection.listFiles, false, true).values
}

function failed(error: unknown): undefined {
  if (error instanceof GateError) return undefined
  throw error
}

/** All questions of a situation are about the same comparison: git is asked once. */
function once(source: ChangeSource): ChangeSource & { last(): Promise<ChangeSet | undefined> } {
  let known: Promise<ChangeSet> | undefined
  let tracked: Promise<string[] | undefined> | undefined
  return {
    tracked: () => {
      tracked ??= source.tracked?.() ?? Promise.resolve(undefined)
      return tracked
    },
    list: (event, detection) => {
      known ??= source.list(event, detection)
      return known
    },
    last: async () => known,
  }
}
