import * as core from '@actions/core'
import { findDetour } from '../database/doctor/direct.ts'
import { endBackend } from '../database/left-behind.ts'
import { openPostgres } from '../database/postgres.ts'
import { describeTarget, readUrl } from '../database/url.ts'
import { openDisk } from '../disk.ts'
import { readEvent } from '../event.ts'
import { asFault } from '../faults.ts'
import { wireGate } from '../wire.ts'
import type { Prepared } from './prepare.ts'
import { actionReporter, sayNextOf, sink } from './reporter.ts'

/**
 * After a step that was killed: ends the server session that it left behind, so that its statement does not go on
 * for a run that nobody waits for, and says where the database stands.
 */
export async function runPost({ env, root, settings, redact, aim }: Prepared): Promise<void> {
  if (settings === undefined) return
  const saved = core.getState('backend')
  const write = sink(redact)
  const { database, pid, startedAt } = JSON.parse(saved) as {
    database: string
    pid: number
    startedAt: string
  }
  const run = settings.databases.find(one => one.name === database)
  if (run === undefined) return
  try {
    const given = readUrl(run.url.value, run.url.source)
    const target = findDetour(given)?.target ?? given
    const options = {
      redact,
      readCertificate: () => '',
      applicationName: 'migration-gate post',
      onNotice: () => undefined,
    }
    const session = await openPostgres(target, options)
    const ended = await endBackend(session, pid, startedAt)
    await session.close()
    write(
      ended
        ? `🧹 The step was killed; its server session (pid ${pid} on ${describeTarget(target)}) was ended.`
        : `🧹 The step was killed; its server session (pid ${pid} on ${describeTarget(target)}) had already ended.`,
    )
    const event = readEvent(env, {})
    const changes = { list: async () => ({ known: false, level: 'note', why: '' }) as const }
    const outside = {
      disk: openDisk(root),
      root,
      environment: env,
      changes,
      reporter: actionReporter(write, sayNextOf(aim)),
      redact,
      actor: '',
      commit: '',
    }
    const ports = wireGate(settings, event, outside)
    const asked = { settings: run, engineName: '' }
    const engine = await ports.openEngine(asked, ports.chooseEngine(asked))
    const { current } = await engine.plan()
    await engine.close()
    write(
      current.length === 0
        ? `It holds no revision.`
        : `It is at ${current.join(', ')}; run the gate again to go on.`,
    )
  } catch (error) {
    write(`🧹 The step was killed, and where the database stands cannot be said: ${asFault(error).message}`)
  }
}
