/** The ways in which a repository puts its deploy behind the gate, and how each looks in a log of act. */
import { expect } from '@jest/globals'
import type { Consumer, Run } from './consumer.ts'
import { revisionsOf } from './consumer.ts'

export interface Door {
  /** Of fixtures/e2e. */
  workflow: string
  /** The job that migrates and deploys. */
  job: string
  /** The step that is the gate. */
  gate: string
  /** The job that waits for a reusable workflow. */
  watch?: string
}

export const doors: Door[] = [
  { workflow: 'plain', job: 'Plain/deploy', gate: 'migration-gate/migration-gate@v1' },
  { workflow: 'composite', job: 'Composite/deploy', gate: 'Gate' },
  {
    workflow: 'reusable',
    job: 'deploy/Deploy behind the gate/Migrate, then deploy',
    gate: 'Gate',
    watch: 'Reusable/watch',
  },
]

/** The same for a project that uses Alembic. */
export const alembicDoors: Door[] = [
  { workflow: 'alembic', job: 'Alembic/deploy', gate: 'Gate' },
  {
    workflow: 'alembic-reusable',
    job: 'deploy/Deploy behind the gate/Migrate, then deploy',
    gate: 'Gate',
    watch: 'Alembic reusable/watch',
  },
]

export const resultOf = (run: Run, step: string) =>
  run.steps.find(({ phase, name }) => phase === 'Main' && name === step)?.result

export function expectSucceeded(run: Run, ...jobs: string[]): void {
  expect({ code: run.code, jobs: run.jobs }).toEqual({
    code: 0,
    jobs: Object.fromEntries(jobs.map(job => [job, 'success'])),
  })
  expect(run.leaks).toEqual([])
}

export function expectOpen(run: Run, door: Door): void {
  const watched = door.watch === undefined ? [] : [door.watch]
  expectSucceeded(run, door.job, ...watched)
  expect(resultOf(run, door.gate)).toBe('success')
  expect(run.seen?.result).toBe('success')
}

/** Failed at the gate: red, the deploy not reached, whoever waits for the failure was told, nothing given away. */
export function expectClosed(run: Run, door: Door): void {
  expect({ code: run.code, jobs: run.jobs }).toEqual({ code: 1, jobs: { [door.job]: 'failure' } })
  expect(resultOf(run, door.gate)).toBe('failure')
  expect(resultOf(run, 'Deploy')).toBeUndefined()
  expect(run.outputs).toMatchObject({ status: 'failed', applied: expect.any(String), to: expect.any(String) })
  // act ends with a failed reusable workflow; the job that waits for it runs on GitHub only.
  if (door.watch === undefined) {
    expect(resultOf(run, 'Told of the failure')).toBe('success')
    expect(run.seen?.result).toBe('failure')
    expect(run.seen?.outputs.status).toBe('failed')
  }
  expect(run.leaks).toEqual([])
}

/** The state that every scenario is held against: revisions in each database, and calls of flyctl. */
export async function stateOf(consumer: Consumer) {
  return {
    revisions: await Promise.all(consumer.databases.map(revisionsOf)),
    calls: consumer.flyctl.calls().length,
  }
}
