/** Runs workflows for real with act on this machine, cut off from its configuration and from the network. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join, resolve } from 'node:path'
import { type Ended, start } from './child.ts'
import { installed, nodeUnderTest } from './node.ts'

export interface ActRun {
  /** A git repository; checkout copies its working tree. */
  repo: string
  /** Relative to the repository: `.github/workflows/deploy.yml`. */
  workflow: string
  event: string
  payload?: unknown
  secrets?: Record<string, string>
  /** Inputs of workflow_dispatch. */
  inputs?: Record<string, string>
  /** Folders that come first on PATH, such as that of a fake `flyctl`. */
  fakes?: string[]
  /** `owner/repo@ref` → the folder that stands for it. */
  localRepositories?: Record<string, string>
  /** Variables of every step. */
  env?: Record<string, string>
  /** More arguments for act. */
  args?: string[]
}

export interface Step {
  job: string
  phase: 'Main' | 'Pre' | 'Post'
  name: string
  result: 'success' | 'failure' | 'skipped'
}

export interface Annotation {
  level: 'error' | 'warning' | 'notice'
  message: string
  /** `title`, `file`, `line`, `col`, as far as they were given. */
  properties: Record<string, string>
}

export interface ActResult extends Ended {
  /** The plain log, masked as on GitHub, without NULs and colours. */
  log: string
  /** `workflow/job` → how it ended. A job that was skipped is not there. */
  jobs: Record<string, 'success' | 'failure'>
  steps: Step[]
  annotations: Annotation[]
  /** Outputs of all steps; a later one of the same name wins. Those of a failed reusable workflow are seen only here. */
  outputs: Record<string, string>
  /** Job summaries, in the order in which the steps wrote them. */
  summaries: string[]
}

/** Runs one workflow to its end. */
export async function runAct(run: ActRun): Promise<ActResult> {
  const folder = mkdtempSync(join(tmpdir(), 'gate-act-'))
  try {
    const path = [...(run.fakes ?? []), dirname(nodeUnderTest()), '/usr/local/bin', '/usr/bin', '/bin']
    mkdirSync(join(folder, 'home'))
    const env = {
      HOME: join(folder, 'home'),
      XDG_CACHE_HOME: folder,
      LANG: 'C.UTF-8',
      PATH: path.join(delimiter),
    }
    const args = actArguments(run, folder)
    return resultOf(await start(installed('act'), args, { cwd: run.repo, env }).ended)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The command line of which each part was needed: act looks for files of its own, serves a cache, and writes to HOME. */
function actArguments(run: ActRun, folder: string): string[] {
  const event = join(folder, 'event.json')
  const secrets = join(folder, 'secrets')
  // In the payload: given an event file, act forgets `--input`.
  const payload = { ...(run.payload ?? {}), ...(run.inputs && { inputs: run.inputs }) }
  writeFileSync(event, JSON.stringify(payload))
  writeFileSync(
    secrets,
    Object.entries(run.secrets ?? {})
      .map(dotenvLine)
      .join(''),
  )
  const variables = { ...quiet, ...run.env }
  return [
    run.event,
    ...['-W', run.workflow, '-e', event, '-P', 'ubuntu-latest=-self-hosted'],
    ...[
      '--secret-file',
      secrets,
      '--env-file',
      '/dev/null',
      '--var-file',
      '/dev/null',
      '--input-file',
      '/dev/null',
    ],
    ...each('--env', variables),
    ...each('--local-repository', absolute(run.localRepositories ?? {})),
    ...['--no-cache-server', '--concurrent-jobs', '1', '--rm', '--action-cache-path', join(folder, 'cache')],
    ...(run.args ?? []),
  ]
}

/** Steps have a terminal under act and none on GitHub: no pager, no colours. And no GitHub. */
const quiet = {
  GITHUB_REPOSITORY: 'o/r',
  GITHUB_API_URL: 'http://127.0.0.1:9',
  GIT_PAGER: 'cat',
  PAGER: 'cat',
  TERM: 'dumb',
  NO_COLOR: '1',
}

const each = (option: string, values: Record<string, string>) =>
  Object.entries(values).flatMap(([name, value]) => [option, `${name}=${value}`])

const absolute = (folders: Record<string, string>) =>
  Object.fromEntries(Object.entries(folders).map(([name, folder]) => [name, resolve(folder)]))

/** Quoted so that the file's reader expands and cuts nothing. */
function dotenvLine([name, value]: [string, string]): string {
  if (/['\n]/.test(value))
    throw new Error(`The secret ${name} has a quote or a newline, which act's file cannot hold.`)
  return `${name}='${value}'\n`
}

function resultOf(ended: Ended): ActResult {
  const log = (ended.stdout + ended.stderr).replaceAll('\0', '').replaceAll('\r', '').replace(colours, '')
  const jobs = [...log.matchAll(/^\[(.+?)\s*\] 🏁 {2}Job (succeeded|failed)$/gm)].map(([, job, how]) => [
    job,
    how === 'succeeded' ? 'success' : 'failure',
  ])
  return {
    ...ended,
    log,
    jobs: Object.fromEntries(jobs),
    steps: stepsOf(log),
    annotations: annotationsOf(log),
    outputs: outputsOf(log),
    summaries: [...log.matchAll(/⚙ {2}Summary - (.*(?:\n(?!\[).*)*)/g)].map(([, text]) => text ?? ''),
  }
}

const colours = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g')

function stepsOf(log: string): Step[] {
  const line =
    /^\[(.+?)\s*\]\s+(?:✅|❌|⏭️?)\s+(Success|Failure|Skipped) - (Main|Pre|Post) (.*?)(?: \[[^\]]*\])?$/gmu
  return [...log.matchAll(line)].map(([, job = '', result = '', phase, name = '']) => ({
    job,
    phase: phase as Step['phase'],
    name,
    result: result.toLowerCase() as Step['result'],
  }))
}

/** Split as the runner splits them, so that a comma that was not escaped shows. */
function annotationsOf(log: string): Annotation[] {
  const line = /^\[.+?\s*\]\s+\S+\s+::(error|warning|notice)(?: ([^:]*))?::(.*)$/gmu
  return [...log.matchAll(line)].map(([, level, given = '', message = '']) => ({
    level: level as Annotation['level'],
    message: unescapeData(message),
    properties: Object.fromEntries(
      given
        .split(',')
        .map(pair => pair.split(/=(.*)/s))
        .filter(([, value]) => value !== undefined)
        .map(([name, value = '']) => [
          name,
          unescapeData(value).replaceAll('%3A', ':').replaceAll('%2C', ','),
        ]),
    ),
  }))
}

const unescapeData = (text: string) =>
  text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%')

function outputsOf(log: string): Record<string, string> {
  const line = /^\[.+?\s*\]\s+⚙\s+::set-output:: ([^=\n]+)=(.*)$/gmu
  return Object.fromEntries([...log.matchAll(line)].map(([, name, value]) => [name, value]))
}
