import type { Redact } from '../../redact.ts'
import type { EngineConnection } from '../engine.ts'
import type { Environment } from './child/environment.ts'
import type { FailureFacts } from './failure/ended.ts'
import type { FilesOptions } from './files.ts'
import type { ChildEvent } from './shapes.ts'
import type { SurveyOptions } from './survey.ts'

/** What the engine for Alembic is made of. */
export interface AlembicEngineOptions extends FilesOptions, SurveyOptions, EngineConnection {
  /** Where the URL points, and the variable in which the child finds it. */
  contact: FailureFacts['target']
  variable: string
  /** Absolute repository root. */
  root: string
  /** Of the child, made by `childEnvironment`. */
  environment: Environment
  hookFolder: string | undefined
  /** The code in the checkout is nobody’s who could not run it anyway. */
  trusted: boolean
  /** A rehearsal’s: the child may reach no other database than the one of this name. */
  only?: string
  redact: Redact
  /** Is given every event of a run, and the whole text of every statement among them: a rehearsal’s. */
  captured?: ((event: ChildEvent) => void) | undefined
}
