import { objectsOf } from '../../engines/objects/expect.ts'
import type { ExpectedObject } from '../../engines/objects/objects.ts'
import { readStatement } from '../../engines/objects/read-statement.ts'
import { readWords } from '../../engines/sql/text/words.ts'
import type { Piece } from '../guard/shapes.ts'
import type { Schema } from '../schema/shapes.ts'
import { nameLookup } from './names.ts'
import { readOperations } from './operations.ts'

/** A revision that the live database has not run, as far as its files tell. */
export interface Coming {
  id: string
  path: string
  up: readonly Piece[]
}

/** A statement that will fail on the live database though it runs where the revisions alone have been. */
export interface Collision {
  revision: Coming
  piece: Piece
  object: ExpectedObject
  /** It makes what is there and no revision made, or it changes or drops what a revision made and is gone. */
  live: 'has' | 'lacks'
}

/**
 * Which coming revisions meet what was changed by hand, in their order, each object once. `rehearsed` is what the
 * revisions make up to where the live database stands. What a block or a function does is not seen. Pure.
 */
export function findCollisions(
  coming: readonly Coming[],
  { rehearsed, live, engine }: { rehearsed: Schema; live: Schema; engine: string },
): Collision[] {
  const [byRevisions, byHand] = [nameLookup(rehearsed), nameLookup(live)]
  const touched = new Set<string>()
  const collisions: Collision[] = []
  for (const revision of coming) {
    for (const piece of revision.up) {
      for (const { object, sure } of objectsIn(piece, engine)) {
        const key = keyOf(object)
        // What the coming revisions make or remove themselves is as they leave it.
        if (touched.has(key)) continue
        const [expected, found] = [byRevisions(object), byHand(object)]
        const collides = sure && (object.effect === 'makes' ? found && !expected : expected && !found)
        if (collides) collisions.push({ revision, piece, object, live: found ? 'has' : 'lacks' })
        if (collides || object.effect !== 'needs') touched.add(key)
      }
    }
  }
  return collisions
}

/** DROP INDEX does not name the table. */
function keyOf({ kind, schema = 'public', table, name }: ExpectedObject): string {
  return JSON.stringify([kind, schema, kind === 'index' ? undefined : table, name])
}

/** What a statement makes, removes or needs; not `sure`: only if it can be done. */
interface Effect {
  object: ExpectedObject
  sure: boolean
}

function objectsIn(piece: Piece, engine: string): Effect[] {
  if (engine === 'sql') return objectsOfStatement(piece.text)
  return readOperations(piece).flatMap(operation =>
    operation.sql === null
      ? objectsOf([operation], []).map(object => ({ object, sure: true }))
      : objectsOfStatement(operation.sql),
  )
}

function objectsOfStatement(text: string): Effect[] {
  const words = readWords(text)
  const says = (...wanted: string[]) =>
    words.some((_, at) => wanted.every((word, index) => words[at + index] === word))
  const [makes, removes] = [!says('if', 'not', 'exists'), !says('if', 'exists')]
  return (readStatement(text) ?? []).map(object => ({
    object,
    sure: object.effect === 'makes' ? makes : removes,
  }))
}
