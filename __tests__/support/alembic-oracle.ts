import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { pythonOf } from './python.ts'

const program = fileURLToPath(new URL('alembic-oracle.py', import.meta.url))

/** What Alembic did not take. */
export interface Refused {
  refused: string
  message: string
}

/** Asks Alembic itself, all cases in one process; each kind is a function of alembic-oracle.py. */
export function askAlembic<Answer>(
  kind: 'graph' | 'descend' | 'module' | 'config' | 'ini',
  cases: readonly unknown[],
): (Answer | Refused)[] {
  const input = JSON.stringify({ kind, cases })
  const env = { PATH: process.env.PATH ?? '', PYTHONDONTWRITEBYTECODE: '1', PYTHONUTF8: '1' }
  const run = spawnSync(pythonOf(), [program], { input, encoding: 'utf8', maxBuffer: 1e9, env })
  if (run.status !== 0) throw new Error(`The oracle ended with ${run.status}: ${run.stderr}`)
  return JSON.parse(run.stdout) as (Answer | Refused)[]
}

/** Whether Alembic said no. */
export function isRefused(answer: unknown): answer is Refused {
  return typeof answer === 'object' && answer !== null && 'refused' in answer
}
