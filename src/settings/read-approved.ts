import { makeFault } from '../catalogue/catalogue.ts'
import type { InputReader } from './inputs.ts'

const form = /^(?:(?<name>[A-Za-z][\w-]*):)?(?<fingerprint>[0-9a-f]{64}(?:-[0-9a-f]{16})?)$/

/**
 * The input `approved-plan`: a fingerprint, or `name:fingerprint` for each of several databases. Gives the fingerprint
 * for each of `names`; nothing for all of them where the input is empty. What is wrong is a fault of the reader, and so
 * is a database that is left out: none runs unapproved beside one that is approved.
 */
export function readApproved(inputs: InputReader, names: readonly string[]): Map<string, string> {
  const approved = new Map<string, string>()
  const given = inputs.text('approved-plan')
  const words = given.split(/[\s,]+/).filter(word => word !== '')
  const allowed =
    names.length > 1
      ? 'name:fingerprint for each database, comma separated'
      : 'the fingerprint that `plan` gives'
  // Nothing but commas, as of two outputs that are both empty, approves nothing.
  let refused = given !== '' && words.length === 0
  if (refused) inputs.refuse('approved-plan', given, allowed)
  for (const word of words) {
    const { name = names.length === 1 ? names[0] : undefined, fingerprint } = form.exec(word)?.groups ?? {}
    if (name !== undefined && fingerprint !== undefined) approved.set(name, fingerprint)
    else {
      refused = true
      inputs.refuse('approved-plan', word, allowed)
    }
  }
  const lacking = names.filter(name => !approved.has(name))
  if (words.length > 0 && !refused && lacking.length > 0)
    inputs.faults.push(makeFault('approved-lacking', { names: lacking.join(', ') }))
  return approved
}
