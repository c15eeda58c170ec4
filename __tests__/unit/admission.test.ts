import { describe, expect, test } from '@jest/globals'
import { admit } from '../../src/admission.ts'
import type { Command } from '../../src/domain.ts'
import { readEvent } from '../../src/event.ts'
import type { RawInputs } from '../../src/settings/inputs.ts'
import { readSettings } from '../../src/settings/read-settings.ts'

const nothing = { readBytes: () => absent, listFolder: () => absent, realPath: () => absent }
const absent = { ok: false, reason: 'it does not exist', absent: true } as const

async function decide(
  command: Command,
  event: ReturnType<typeof eventOf>,
  url: string,
  more: RawInputs = {},
) {
  // `history`, `downgrade` and `check` are in the table and not in this version's settings.
  const settings = await readSettings(
    { ...more, 'database-url': url },
    { disk: nothing, environment: () => undefined },
  )
  return admit({ ...settings, command }, event)
}

/** An event as the runner gives it: its name, and whose repository the head is in. */
function eventOf(name: string, head: 'own' | 'fork' | 'dependabot' = 'own') {
  const repo = { full_name: head === 'fork' ? 'stranger/r' : 'o/r' }
  const login = head === 'dependabot' ? 'dependabot[bot]' : 'octocat'
  const pull = { number: 1, user: { login }, head: { repo }, base: { repo: { full_name: 'o/r' } } }
  const payload = name.startsWith('pull_request')
    ? { number: 1, pull_request: pull }
    : { workflow_run: { head_repository: repo, repository: { full_name: 'o/r' }, actor: { login } } }
  return readEvent({ GITHUB_EVENT_NAME: name, GITHUB_REPOSITORY: 'o/r' }, payload)
}

const url = 'postgres://u:p@h/db'
const writing: Command[] = ['upgrade', 'downgrade', 'stamp']
const reading: Command[] = ['plan', 'current', 'history']
const urlFree: Command[] = ['detect', 'check']
const pulls = ['pull_request', 'pull_request_target', 'pull_request_review', 'pull_request_review_comment']
const others = ['push', 'workflow_dispatch', 'schedule', 'release', 'repository_dispatch', 'merge_group', '']

describe.each([...writing, ...reading])('%s with an empty URL', command => {
  test.each(pulls)('is skipped on %s from a fork and from Dependabot', async name => {
    for (const head of ['fork', 'dependabot'] as const) {
      expect(await decide(command, eventOf(name, head), ' ')).toEqual({
        kind: 'skip',
        why: expect.stringContaining(head === 'fork' ? 'from a fork' : 'from Dependabot'),
      })
    }
  })

  test.each([...others, 'workflow_run'])('closes the gate on "%s"', async name => {
    const decision = await decide(command, eventOf(name), '')
    expect(decision).toMatchObject({ kind: 'refuse', faults: [{ id: 'url-empty', exit: 1 }] })
  })

  test('closes the gate on a pull request of our own', async () => {
    expect(await decide(command, eventOf('pull_request'), '')).toMatchObject({ kind: 'refuse' })
  })
})

describe.each(writing)('%s with a URL', command => {
  test.each(pulls)('is refused on %s, and runs there only where a person allowed it', async name => {
    for (const head of ['own', 'dependabot'] as const) {
      const refused = await decide(command, eventOf(name, head), url)
      expect(refused).toMatchObject({ kind: 'refuse', faults: [{ id: 'event-writes', exit: 1 }] })
      expect(await decide(command, eventOf(name, head), url, { 'allow-pull-request': 'true' })).toEqual({
        kind: 'run',
      })
    }
  })

  test.each([...pulls, 'workflow_run'])('is refused on %s from a fork, whatever is allowed', async name => {
    for (const more of [{}, { 'allow-pull-request': 'true' }]) {
      const refused = await decide(command, eventOf(name, 'fork'), url, more)
      expect(refused).toMatchObject({ kind: 'refuse', faults: [{ id: 'event-writes' }] })
      expect(JSON.stringify(refused)).toContain('from a fork')
    }
  })

  test.each([...others, 'workflow_run'])('runs on "%s"', async name => {
    expect(await decide(command, eventOf(name), url)).toEqual({ kind: 'run' })
  })
})

test.each(reading)('%s with a URL runs on every event', async command => {
  for (const name of [...pulls, ...others, 'workflow_run']) {
    for (const head of ['own', 'fork', 'dependabot'] as const)
      expect(await decide(command, eventOf(name, head), url)).toEqual({ kind: 'run' })
  }
})

test.each(urlFree)('%s needs no URL', async command => {
  for (const name of ['push', 'pull_request']) {
    expect(await decide(command, eventOf(name, 'fork'), '')).toEqual({ kind: 'run' })
  }
})

test('a payload that cannot be read is not called a fork', async () => {
  const event = readEvent({ GITHUB_EVENT_NAME: 'pull_request', GITHUB_REPOSITORY: 'o/r' }, {})
  for (const given of [url, '']) {
    const told = JSON.stringify(await decide('upgrade', event, given))
    expect(told).toContain('pull_request whose origin cannot be read')
    expect(told).not.toContain('fork')
  }
})
