import type { FollowUpEvent } from '../after/follow-up.ts'
import type { AppliedRow, Descent, HistoryLine, PlannedSql } from '../by-hand.ts'
import type { Changes } from '../changes/changes.ts'
import type { Fault, Finding, Note, Outcome, Plan, Revision, Stage } from '../domain.ts'
import type { Retry } from '../engines/tries.ts'
import type { Located } from '../located.ts'
import type { Report } from './shape.ts'

/** Everything a run tells while it goes, in the order in which it happens. */
export type GateEvent =
  | { kind: 'stage'; stage: Stage }
  | { kind: 'changes'; changes: Changes }
  | { kind: 'note'; note: Note }
  | { kind: 'plan'; database: string; plan: Plan }
  | { kind: 'recent'; database: string; rows: AppliedRow[] }
  | { kind: 'sql'; database: string; sql: PlannedSql; revisions: Revision[] }
  | { kind: 'descent'; database: string; descent: Descent; dryRun: boolean }
  | { kind: 'located'; database: string; located: Located }
  | { kind: 'history'; database: string; lines: HistoryLine[] }
  | {
      kind: 'connecting'
      database: string
      /** Host, port and database. */
      where: string
      reason: string
      elapsedMs: number
      longestMs: number
    }
  | { kind: 'waiting'; database: string; holder: string; elapsedMs: number }
  /** A rehearsal goes on; `at`: what it is about to do. */
  | { kind: 'rehearsing'; at: string; elapsedMs: number }
  | { kind: 'working'; database: string; pid: number; startedAt: string }
  | { kind: 'started'; database: string; revision: Revision; index: number; total: number; down?: true }
  | {
      kind: 'running'
      database: string
      revision: Revision
      statement: string
      elapsedMs: number
      blocked: string
    }
  | { kind: 'retrying'; database: string; revision: Revision; retry: Retry }
  | { kind: 'notice'; database: string; severity: string; message: string }
  | { kind: 'ended'; database: string; outcome: Outcome }
  | FollowUpEvent
  | { kind: 'fault'; database: string; fault: Fault; allowed: boolean }
  | { kind: 'finding'; database: string; finding: Finding }
  | { kind: 'report'; report: Report }

/** A door’s ear. Never throws; what it writes goes through the redactor first. */
export type Reporter = (event: GateEvent) => void
