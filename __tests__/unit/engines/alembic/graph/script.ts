import type { Script } from '../../../../../src/engines/alembic/shapes.ts'

/** A revision as its file would give it: `revisionLine` 3, `downLine` 4. */
export function script(id: string, down: string[] = [], more: Partial<Script> = {}): Script {
  return {
    id,
    message: '',
    path: `versions/${id}.py`,
    down,
    dependsOn: [],
    labels: [],
    revisionLine: 3,
    downLine: 4,
    text: '',
    ...more,
  }
}
