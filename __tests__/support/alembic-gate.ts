/** The gate on a small Alembic project and a database of its own, in this process. */
import { readdirSync, readlinkSync, realpathSync } from 'node:fs'
import { afterAll, afterEach, beforeAll } from '@jest/globals'
import { type AlembicOptions, type AlembicProject, makeProject, type TestRevision } from './alembic.ts'
import { type GateOptions, type GateRun, runIn } from './gate.ts'
import { type Database, freshDatabase, query } from './postgres.ts'
import { pythonOf } from './python.ts'

/** A revision that makes a table. */
export const users: TestRevision = {
  id: 'a1',
  message: 'users',
  upgrade: 'op.create_table("users", sa.Column("id", sa.Integer))',
}
/** One after it, that gives the table a column. */
export const email: TestRevision = {
  id: 'b2',
  message: 'email',
  upgrade: 'op.add_column("users", sa.Column("email", sa.Text))',
}
/** One after both, that the server refuses. */
export const failing: TestRevision = { id: 'c3', message: 'broken', upgrade: 'op.execute("select 1 / 0")' }

/** `a1 applied`, in order. */
export const results = (outcomes: readonly { revision: { id: string }; result: string }[]): string[] =>
  outcomes.map(({ revision, result }) => `${revision.id} ${result}`)

export interface AlembicBench {
  readonly url: string
  make(options: AlembicOptions): AlembicProject
  /** Runs the gate; Alembic is started as `python -m alembic` unless `run` says otherwise. */
  run(
    project: AlembicProject,
    inputs?: GateOptions['inputs'],
    more?: Omit<GateOptions, 'inputs'>,
  ): Promise<GateRun>
  /** Rows of alembic_version. */
  versions(): Promise<string[]>
  query: (text: string) => Promise<Record<string, unknown>[]>
  /** As the server's administrator. */
  admin: (text: string) => Promise<Record<string, unknown>[]>
  /** Kills the Python that migrates this project, as the kernel would. */
  killChild(project: AlembicProject): void
}

/** One database for a test file, emptied after each test; projects are removed with it. */
export function useAlembic(): AlembicBench {
  let database: Database
  const projects: AlembicProject[] = []
  beforeAll(async () => {
    database = await freshDatabase()
  })
  afterEach(async () => {
    for (const project of projects.splice(0)) project.remove()
    await query(database.url, 'drop schema public cascade')
    await query(database.url, 'create schema public')
  })
  afterAll(() => database.drop())
  return {
    get url() {
      return database.url
    },
    make(options) {
      const project = makeProject(options)
      projects.push(project)
      return project
    },
    run: (project, inputs = {}, more = {}) =>
      runIn(project.path, database.url, {
        inputs: { run: `${pythonOf()} -m alembic`, ...inputs },
        ...more,
        env: { PATH: process.env.PATH ?? '', ...more.env },
      }),
    async versions() {
      const rows = await query<{ version_num: string }>(
        database.url,
        'select version_num from alembic_version order by 1',
      )
      return rows.map(row => row.version_num)
    },
    query: text => query(database.url, text),
    admin: text => query(database.superuserUrl, text),
    killChild(project) {
      for (const pid of readdirSync('/proc').filter(name => /^\d+$/.test(name))) {
        if (worksIn(pid, project.path)) process.kill(Number(pid), 'SIGKILL')
      }
    },
  }
}

/** Whether a process was started in this folder; false for those of others and those that have ended. */
function worksIn(pid: string, folder: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(folder)
  } catch {
    return false
  }
}
