import type { Target } from '../../../database/url.ts'
import type { ChildFailure, Project, Script, Start } from '../shapes.ts'

/** How Alembic's process came to its end. All texts are foreign. */
export interface Ended {
  /** Exit code, or null when it did not start or died by a signal. */
  code: number | null
  signal: string | null
  /** The exception, from the hook. */
  failure?: ChildFailure
  stdout: string
  stderr: string
  /** Why it did not start at all. */
  started: 'missing' | 'denied' | 'no-folder' | undefined
  /** A revision was seen to begin. */
  ran?: boolean
  /** Whether the hook was in place: without it, and without `failure`, the texts are read. */
  hooked: boolean
}

/** What is known of the run from outside. */
export interface FailureFacts {
  /** Absolute path of the repository root, as the child sees it. */
  root: string
  start: Start
  project: Project
  /** By id. */
  scripts: ReadonlyMap<string, Script>
  /** Where the gate's own URL points; its password is not needed here. */
  target: Pick<Target, 'host' | 'port' | 'database' | 'user' | 'tls'>
  /** Name of the environment variable in which the child finds the URL. */
  variable: string
}
