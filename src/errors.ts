import type { Fault } from './domain.ts'

/**
 * A fault on its way up. Nothing else may end a run: what is caught and is not a GateError is a bug of ours,
 * and is reported as one, without a stack trace.
 */
export class GateError extends Error {
  readonly fault: Fault
  /** Further faults found in the same pass; all are shown. */
  readonly others: Fault[]

  constructor(fault: Fault, others: Fault[] = []) {
    super(fault.message)
    this.name = 'GateError'
    this.fault = fault
    this.others = others
  }
}
