/** Drives the committed bundles as a runner and a shell do: away from node_modules, with an environment of our making. */
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll } from '@jest/globals'
import { parse } from 'yaml'
import { root } from '../../script/tools.mjs'
import { type Ended, type Running, start } from './child.ts'
import { nodeUnderTest } from './node.ts'
import { fileCommands } from './runner-files.ts'

export interface ActionRun {
  /** As in `with:`, by their own names. Those that are left out get the default of action.yml. */
  inputs?: Record<string, string>
  /** Over what the runner sets. Nothing of our own environment but PATH goes in. */
  env?: Record<string, string>
  /** The workspace. */
  cwd: string
  event?: string
  payload?: unknown
  node?: string
  /** Folder of the action.yml: `.` or a sub-action such as `detect`. */
  action?: string
  phase?: 'main' | 'post'
  /** What the main phase left, for the post phase. */
  state?: Record<string, string>
}

export interface ActionResult extends Ended {
  outputs: Record<string, string>
  state: Record<string, string>
  /** Variables that the action set for later steps. */
  exported: Record<string, string>
  /** Folders that it put on PATH for later steps. */
  paths: string[]
  summary: string
  /** What the runner was told to mask, decoded. */
  masks: string[]
  /** All that anybody could read, before any masking: search it for secrets. */
  everything: string
}

/** The action as it runs, for tests that signal it. */
export interface RunningAction extends Omit<Running, 'ended'> {
  ended: Promise<ActionResult>
}

interface Manifest {
  inputs?: Record<string, { default?: unknown }>
  runs: { main: string; post?: string }
}

const scratch = mkdtempSync(join(tmpdir(), 'gate-bundle-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

/** Runs the action to its end. */
export function runAction(run: ActionRun): Promise<ActionResult> {
  return startAction(run).ended
}

/** Starts the action and hands it over while it works. */
export function startAction(run: ActionRun): RunningAction {
  const home = mkdtempSync(join(scratch, 'run-'))
  const action = join(release(), run.action ?? '.')
  const manifest = parse(readFileSync(join(action, 'action.yml'), 'utf8')) as Manifest
  const files = fileCommands(home)
  const env = {
    ...runnerVariables(run, home),
    ...files.variables,
    ...inputVariables(manifest, run.inputs ?? {}),
    ...prefixed('STATE_', run.state ?? {}),
    ...run.env,
  }
  const entry = run.phase === 'post' ? manifest.runs.post : manifest.runs.main
  if (!entry) throw new Error(`${run.action ?? '.'}/action.yml has no ${run.phase} entry.`)
  const running = start(run.node ?? nodeUnderTest(), [join(action, entry)], { cwd: run.cwd, env })
  return { ...running, ended: running.ended.then(ended => resultOf(ended, files.read())) }
}

function resultOf(ended: Ended, files: ReturnType<ReturnType<typeof fileCommands>['read']>): ActionResult {
  const { raw, ...read } = files
  // The runner takes these lines away; everything else it shows.
  const masks = [...ended.stdout.matchAll(/^::add-mask::(.*)$/gm)].map(([, value]) => unescaped(value ?? ''))
  const shown = ended.stdout.replace(/^::add-mask::.*\n?/gm, '')
  return { ...ended, ...read, masks, everything: [shown, ended.stderr, raw].join('\n') }
}

function unescaped(value: string): string {
  return value.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%')
}

/** A copy of what users get: the manifests and dist, and no node_modules above it. Made once a test file. */
function release(): string {
  const folder = join(scratch, 'release')
  if (existsSync(folder)) return folder
  if (!existsSync(join(root, 'dist/index.js'))) throw new Error('dist/ is not built. Run `npm run build`.')
  cpSync(join(root, 'dist'), join(folder, 'dist'), { recursive: true })
  for (const name of ['.', 'detect', 'check']) {
    const manifest = join(root, name, 'action.yml')
    if (!existsSync(manifest)) continue
    mkdirSync(join(folder, name), { recursive: true })
    copyFileSync(manifest, join(folder, name, 'action.yml'))
  }
  return folder
}

function runnerVariables(run: ActionRun, home: string): Record<string, string> {
  const event = join(home, 'event.json')
  writeFileSync(event, JSON.stringify(run.payload ?? {}))
  mkdirSync(join(home, 'tmp'))
  return {
    PATH: process.env.PATH ?? '',
    HOME: home,
    LANG: 'C.UTF-8',
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTOR: 'octocat',
    // Nothing listens there: no test reaches GitHub.
    GITHUB_API_URL: 'http://127.0.0.1:9',
    GITHUB_EVENT_NAME: run.event ?? 'push',
    GITHUB_EVENT_PATH: event,
    GITHUB_JOB: 'deploy',
    GITHUB_REF: 'refs/heads/main',
    GITHUB_REF_NAME: 'main',
    GITHUB_REPOSITORY: 'o/r',
    GITHUB_REPOSITORY_OWNER: 'o',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_RUN_ID: '1',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_WORKFLOW: 'deploy',
    GITHUB_WORKSPACE: run.cwd,
    RUNNER_OS: 'Linux',
    RUNNER_TEMP: join(home, 'tmp'),
  }
}

/** As the runner does: spaces to underscores, upper case, hyphens kept, an empty value given is not the default. */
function inputVariables(manifest: Manifest, inputs: Record<string, string>): Record<string, string> {
  const defaults = Object.entries(manifest.inputs ?? {}).map(([name, input]) => [
    name,
    String(input?.default ?? ''),
  ])
  const all = { ...Object.fromEntries(defaults), ...inputs } as Record<string, string>
  const named = Object.entries(all).map(([name, value]) => [name.replaceAll(' ', '_').toUpperCase(), value])
  return prefixed('INPUT_', Object.fromEntries(named))
}

function prefixed(prefix: string, values: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [prefix + name, value]))
}

export interface CliRun {
  cwd: string
  env?: Record<string, string>
  node?: string
  /** What is typed or piped in; nothing by default. */
  input?: string
}

/** Runs the CLI to its end: one file, alone in a folder. */
export function runCli(args: string[], run: CliRun): Promise<Ended> {
  return startCli(args, run).ended
}

/** Starts the CLI and hands it over while it works. */
export function startCli(args: string[], run: CliRun): Running {
  const alone = join(scratch, 'cli', 'index.js')
  if (!existsSync(alone)) {
    mkdirSync(dirname(alone), { recursive: true })
    copyFileSync(join(root, 'dist/cli/index.js'), alone)
    chmodSync(alone, 0o755)
  }
  const env = { PATH: process.env.PATH ?? '', HOME: scratch, LANG: 'C.UTF-8', ...run.env }
  const options = { cwd: run.cwd, env, ...(run.input === undefined ? {} : { input: run.input }) }
  return start(run.node ?? nodeUnderTest(), [alone, ...args], options)
}
