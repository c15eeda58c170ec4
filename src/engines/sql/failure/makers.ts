/** Which revision of the folder makes an object. Pure. */

import { objectsOf } from '../../objects/expect.ts'
import type { ExpectedObject } from '../../objects/objects.ts'
import type { SqlRevision } from '../revisions.ts'

/** The revision after which the object is there, of those given in their order; undefined where none leaves it. */
export function findMaker(files: readonly SqlRevision[], object: ExpectedObject): SqlRevision | undefined {
  let maker: SqlRevision | undefined
  for (const file of files) {
    // Only a text that has the name in it is worth reading; case and quotes may differ.
    if (!file.up.text.toLowerCase().includes(object.name.toLowerCase())) continue
    for (const one of objectsOf([], [file.up.text])) {
      if (!isSame(one, object)) continue
      if (one.effect === 'makes') maker = file
      if (one.effect === 'removes') maker = undefined
    }
  }
  return maker
}

const relations = ['table', 'view', 'sequence']

/** A schema that is not written may be any. */
function isSame(one: ExpectedObject, other: ExpectedObject): boolean {
  const kinds = one.kind === other.kind || (relations.includes(one.kind) && relations.includes(other.kind))
  const schemas = one.schema === undefined || other.schema === undefined || one.schema === other.schema
  const tables = one.table === other.table || one.kind === 'index'
  return kinds && schemas && tables && one.name === other.name
}
