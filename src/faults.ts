import { makeFault } from './catalogue/catalogue.ts'
import { DatabaseError } from './database/session.ts'
import type { Fault } from './domain.ts'
import { GateError } from './errors.ts'
import { oneLine } from './text.ts'

/** Whatever was thrown, as a fault: what is not ours is said to be unexpected, in one line and without a stack. */
export function asFault(error: unknown): Fault {
  if (error instanceof GateError) return error.fault
  if (error instanceof DatabaseError) {
    const server = { code: error.code, severity: error.severity, message: error.message }
    return makeFault('unexpected', { message: oneLine(error.message).replace(/\.$/, '') }, { server })
  }
  const message = error instanceof Error ? error.message : String(error)
  const fault = makeFault('unexpected', { message: oneLine(message).replace(/\.$/, '') })
  if (error instanceof Error && error.stack !== undefined) fault.debug = error.stack
  return fault
}

/** The same with every fault that was found beside it. */
export function asFaults(error: unknown): Fault[] {
  return error instanceof GateError ? [error.fault, ...error.others] : [asFault(error)]
}
