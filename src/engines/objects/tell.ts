import { makeFault } from '../../catalogue/catalogue.ts'
import type { Fault } from '../../domain.ts'
import { oneLine } from '../../text.ts'
import type { Explained } from './explain.ts'

/** A fault of "already exists" or "does not exist", told by where its revision stands: out of step, or half there. */
export function tellStand(fault: Fault, id: string, { stand, text, next }: Explained): Fault {
  if (stand !== 'all' && stand !== 'some') return fault
  const { message = '', code = '' } = fault.server ?? {}
  const facts = { id, reason: oneLine(message.trim()).replace(/[.?\s]+$/, ''), code, text }
  return { ...fault, ...makeFault(stand === 'all' ? 'out-of-step' : 'half-there', facts), next }
}
