import { userInfo } from 'node:os'
import { resolve } from 'node:path'
import { parseEnv } from 'node:util'
import { gateError } from '../catalogue/catalogue.ts'
import { gitSource, headCommit } from '../changes/git.ts'
import { secretsOfText } from '../database/url.ts'
import { decodeText, openDisk } from '../disk.ts'
import type { Fault } from '../domain.ts'
import {
  collectSecrets,
  earlySecrets,
  environmentSecrets,
  exitCodeOf,
  findGround,
  readPayload,
} from '../door.ts'
import { closeOnUnexpected, endWith, outliveStreams, stopOnSignals, stopping } from '../ending.ts'
import { readEvent } from '../event.ts'
import { asFaults } from '../faults.ts'
import { aimOf, typeCommand } from '../next-line.ts'
import { makeRedactor, type Redact } from '../redact.ts'
import { redactReport, renderReport } from '../report/json.ts'
import type { SayNext } from '../report/line.ts'
import { failedReport } from '../report/report.ts'
import type { Report } from '../report/shape.ts'
import { readSettings } from '../settings/read-settings.ts'
import type { Agree } from '../stamp.ts'
import { oneLine } from '../text.ts'
import { version } from '../version.ts'
import { writeTogether } from '../write-together.ts'
import { readArguments, type Typed } from './arguments.ts'
import { askAt } from './ask.ts'
import { type Screen, terminalReporter } from './reporter.ts'

type Environment = Record<string, string | undefined>

/** The door for laptops, containers and release commands. Sets the exit code; never throws. */
export async function runTerminal(): Promise<void> {
  outliveStreams()
  const close = closeOnUnexpected(tellUnexpected)
  try {
    await runCommandLine()
  } catch (error) {
    close(error)
  }
}

/** A bug of ours is told in a sentence; its stack is for who asks for it. */
function tellUnexpected({ message, cure, debug }: Fault): void {
  const redact = makeRedactor([...environmentSecrets(process.env), ...process.argv.flatMap(secretsOfText)])
  process.stderr.write(`${redact(`${message} ${cure}`)}\n`)
  if (debug !== undefined && process.argv.includes('--debug')) process.stderr.write(`${redact(debug)}\n`)
}

async function runCommandLine(): Promise<void> {
  const typed = readArguments(process.argv.slice(2), version)
  if ('text' in typed) {
    const out = typed.exit === 0 ? process.stdout : process.stderr
    out.write(typed.text)
    process.exitCode = typed.exit
    return
  }
  stopOnSignals()
  const report = await runTyped(typed)
  endWith(typed.exitCode ? telling(report) : exitCodeOf(report))
}

/** With --exit-code: 1 where `upgrade` would be closed, 3 where something is pending. */
function telling(report: Report): number {
  if (report.gate === 'closed') return exitCodeOf(report)
  if (report.upgrade === 'closed') return 1
  return report.databases.some(database => database.pending.length > 0) ? 3 : 0
}

async function runTyped(typed: Typed): Promise<Report> {
  let env: Environment = process.env
  try {
    const here = findHere()
    env = { ...readEnvFile(here, typed.envFile), ...process.env }
    const { root, repository: found, inputs } = await findGround(here, typed.inputs, env)
    const disk = openDisk(root)
    const read = await readSettings(inputs, { disk, environment: name => env[name] })
    const settings = { ...read, dryRun: typed.dryRun }
    const redact = makeRedactor([...earlySecrets(typed.inputs, env), ...collectSecrets(settings)])
    const event = readEvent(env, readPayload(env))
    const reporter = openReporter(typed, redact)
    const commit = event.sha || ((await headCommit({ cwd: root, env, found })) ?? '')
    const changes = gitSource({ cwd: root, env, found })
    const actor = env.GITHUB_ACTOR || userName()
    const agree = askUnlessTold(typed)
    const outside = {
      disk,
      root,
      environment: env,
      changes,
      reporter,
      redact,
      actor,
      commit,
      agree,
      signal: stopping,
    }
    const { runGate, wireGate } = await import(/* webpackMode: "eager" */ '../run-gate.ts')
    const report = await runGate(settings, event, wireGate(settings, event, outside), stopping)
    finish(report, typed, redact)
    return report
  } catch (error) {
    const unknown = makeRedactor(earlySecrets(typed.inputs, env))
    const faults = asFaults(error)
    const report = failedReport(faults, new Date())
    const reporter = openReporter(typed, unknown)
    for (const fault of faults) reporter({ kind: 'fault', database: '', fault, allowed: false })
    reporter({ kind: 'report', report })
    finish(report, typed, unknown)
    return report
  }
}

/** A shell may stand in a folder that was deleted behind its back. */
function findHere(): string {
  try {
    return process.cwd()
  } catch (error) {
    throw gateError('folder-gone', { reason: (error as NodeJS.ErrnoException).code ?? 'unknown' })
  }
}

function finish(report: Report, typed: Typed, redact: Redact): void {
  if (typed.json) process.stdout.write(renderReport(redactReport(report, redact)))
  const stacks = [...report.faults, ...report.databases.flatMap(database => database.fault ?? [])]
  if (typed.debug)
    for (const { debug } of stacks) if (debug !== undefined) process.stderr.write(`${redact(debug)}\n`)
}

/** Every command that is offered reaches the same database. The URL itself is never repeated. */
function sayNextOf({ inputs, envFile }: Typed): SayNext {
  const aim = aimOf(inputs, envFile === undefined ? {} : { 'env-file': envFile })
  const words = aim.urlGiven ? '   (with the same --database-url)' : ''
  return next => `${typeCommand(next, aim)}${words}`
}

/** Undefined with --yes: nothing is asked. */
function askUnlessTold(typed: Typed): Agree | undefined {
  if (typed.yes) return undefined
  const { stdin: input, stdout, stderr } = process
  // With --json the question must not stand in the report.
  const output = typed.json ? stderr : stdout
  return askAt({ input, output, unattended: Boolean(process.env.CI) || stdout.isTTY !== true }, stopping)
}

/** With --json the report has stdout to itself, and what people read goes to stderr. */
function openReporter(typed: Typed, redact: Redact) {
  const stream = typed.json ? process.stderr : process.stdout
  const { NO_COLOR, FORCE_COLOR, CI, TERM } = process.env
  const capable = stream.isTTY === true && TERM !== 'dumb'
  const colour = NO_COLOR ? false : FORCE_COLOR ? FORCE_COLOR !== '0' : capable
  const screen: Screen = {
    write: text => writeTogether(stream, () => stream.write(text)),
    colour,
    live: capable && !CI,
    showData: (stream.isTTY === true && !CI) || typed.debug,
    columns: stream.columns ?? 80,
  }
  return terminalReporter(screen, redact, sayNextOf(typed))
}

/** The environment wins over the file, as dotenv has it. */
function readEnvFile(here: string, path: string | undefined): Environment {
  if (path === undefined) return {}
  const read = openDisk(here).readBytes(resolve(here, path))
  const text = read.ok ? decodeText(read.value) : read
  if (!text.ok) throw gateError('env-file', { path: oneLine(path), reason: text.reason })
  return parseEnv(text.text)
}

function userName(): string {
  try {
    return userInfo().username
  } catch {
    return ''
  }
}
