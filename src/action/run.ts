import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import * as core from '@actions/core'
import { gitSource, headCommit } from '../changes/git.ts'
import { openDisk, writeText } from '../disk.ts'
import type { Fault } from '../domain.ts'
import { environmentSecrets, exitCodeOf, readPayload } from '../door.ts'
import {
  closeOnUnexpected,
  endWith,
  neverSucceed,
  outliveStreams,
  stopOnSignals,
  stopping,
} from '../ending.ts'
import { type EventFacts, readEvent } from '../event.ts'
import { asFault } from '../faults.ts'
import { makeRedactor } from '../redact.ts'
import { type RedactedReport, redactReport, renderReport } from '../report/json.ts'
import { renderSummary } from '../report/markdown.ts'
import { makeOutputs } from '../report/outputs.ts'
import { failedReport } from '../report/report.ts'
import type { Report } from '../report/shape.ts'
import { harmless } from '../text.ts'
import { saveState, setOutputs, writeRunnerFile } from './files.ts'
import { lastSuccessSource } from './last-success.ts'
import { type Prepared, prepare } from './prepare.ts'
import { pullRequestSource } from './pull-request.ts'
import { actionReporter, annotateFaults, sayNextOf, sink } from './reporter.ts'

/** The runner starts the bundle twice: for the step, and once more after the job’s last step. */
export async function runPhase(): Promise<void> {
  outliveStreams()
  const close = closeOnUnexpected(tellUnexpected)
  try {
    if (core.getState('phase') === '') await runMain()
    else if (leftBackend()) {
      const { runPost } = await import(/* webpackMode: "eager" */ './post.ts')
      await runPost(await prepare(process.env))
    }
  } catch (error) {
    close(error)
  }
}

/** Whether the step ended before its end, with a server session of its own. */
function leftBackend(): boolean {
  return core.getState('finished') !== 'true' && core.getState('backend') !== ''
}

/** A bug of ours closes the gate with a sentence; its stack is for who asks for debug. */
function tellUnexpected({ message, cure, debug }: Fault): void {
  const redact = makeRedactor([process.env['INPUT_DATABASE-URL'] ?? '', ...environmentSecrets(process.env)])
  core.error(harmless(redact(`${message} ${cure}`)))
  if (debug !== undefined) core.debug(harmless(redact(debug)))
}

async function runMain(): Promise<void> {
  stopOnSignals()
  saveState('phase', 'main')
  const prepared = await prepare(process.env)
  const { env, root, repository: found, settings, masks, redact, aim } = prepared
  for (const secret of masks) maskInRunner(secret)
  const write = sink(redact)
  const reporter = actionReporter(write, sayNextOf(aim))
  if (settings === undefined) {
    const report = failedReport(prepared.faults, new Date())
    for (const fault of prepared.faults) reporter({ kind: 'fault', database: '', fault, allowed: false })
    reporter({ kind: 'report', report })
    return finish(report, prepared, write)
  }
  const event = readEvent(env, readPayload(env))
  const git = gitSource({ cwd: root, env, found })
  const token = settings.detection.token ?? ''
  const changes = lastSuccessSource({
    token,
    workflowRef: env.GITHUB_WORKFLOW_REF ?? '',
    runId: env.GITHUB_RUN_ID ?? '',
    git,
    fallback: pullRequestSource({ token, fallback: git }),
  })
  const commit = event.sha || ((await headCommit({ cwd: root, env, found })) ?? '')
  const actor = env.GITHUB_ACTOR ?? ''
  const outside = {
    disk: openDisk(root),
    root,
    environment: env,
    changes,
    reporter,
    redact,
    actor,
    commit,
    signal: stopping,
  }
  const { runGate, wireGate } = await import(/* webpackMode: "eager" */ '../run-gate.ts')
  const report = await runGate(settings, event, wireGate(settings, event, outside), stopping)
  await finish(report, prepared, write, event)
}

/** Outputs, report, summary, annotations and exit code: on failure as on success, each whatever became of the others. */
async function finish(
  whole: Report,
  prepared: Prepared,
  write: (text: string) => void,
  event?: EventFacts,
): Promise<void> {
  const { env, redact, aim } = prepared
  const report = redactReport(whole, redact)
  const results = await Promise.allSettled([
    writeRunnerFile('GITHUB_OUTPUT', () => tellOutputs(report, prepared)),
    writeRunnerFile('GITHUB_STEP_SUMMARY', async () => {
      if (env.GITHUB_STEP_SUMMARY)
        await core.summary.addRaw(redact(renderSummary(report, sayNextOf(aim)))).write()
    }),
    // Whatever the others came to: nothing is left of this step that the post step would have to end.
    writeRunnerFile('GITHUB_STATE', () => core.saveState('finished', 'true')),
  ])
  annotateFaults(report, redact, aim)
  if (event !== undefined) await comment(report, event, prepared)
  for (const result of results) {
    if (result.status === 'fulfilled') continue
    neverSucceed()
    const { id, message, cure } = asFault(result.reason)
    write(`🔴 ${message}`)
    core.error(harmless(redact(`${message} ${cure}`)), { title: `Migration Gate: ${id}` })
  }
  endWith(exitCodeOf(whole))
}

/** Only `check` comments. Nothing depends on it: what could not be written is a notice. */
async function comment(report: RedactedReport, event: EventFacts, prepared: Prepared): Promise<void> {
  const { env, settings, redact, aim } = prepared
  if (settings?.command !== 'check' || settings.comment === 'off' || stopping.aborted) return
  const { upsertComment } = await import('./comment.ts')
  const note = await upsertComment({
    when: settings.comment,
    token: settings.detection.token ?? '',
    event,
    env,
    report,
    sayNext: sayNextOf(aim),
    redact,
    signal: stopping,
  })
  if (note !== undefined) core.notice(harmless(redact(note)), { title: 'Migration Gate: comment' })
}

function tellOutputs(report: RedactedReport, { env, settings, redact, filtersFirst }: Prepared): void {
  const path = join(env.RUNNER_TEMP || env.TMPDIR || '/tmp', `migration-gate-${randomUUID()}.json`)
  const written = writeText(path, renderReport(report))
  if (!written) {
    const text = `The report could not be written to ${path}: the output \`report\` is empty.`
    core.warning(harmless(redact(text)), { title: 'Migration Gate: report' })
  }
  const listFiles = settings?.detection.listFiles ?? 'none'
  const several = settings?.several ?? false
  const { values, warnings } = makeOutputs(report, written ? path : '', listFiles, several, filtersFirst)
  for (const warning of warnings) core.warning(redact(warning), { title: 'Migration Gate: outputs' })
  setOutputs(env.GITHUB_OUTPUT ?? '', values)
}

/** The runner masks what it is told, letter for letter; short words would take half of every log with them. */
function maskInRunner(secret: string): void {
  for (const line of secret.split(/\r?\n/)) {
    // Percent-encoded, a short password is no less short.
    if (line.replace(/%[0-9a-f]{2}/gi, 'x').length >= 8) core.setSecret(line)
  }
}
