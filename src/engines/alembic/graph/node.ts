import type { Fault } from '../../../domain.ts'
import type { Script } from '../shapes.ts'

/** A revision among the others; the others are given by their index in `Graph.nodes`. */
export interface Node {
  script: Script
  index: number
  /** Parents by `down_revision`, as written; also twice if written twice. */
  down: number[]
  /** What `depends_on` names, by id or label. */
  dependsOn: number[]
  /** Of those, what no ancestor by `down_revision` depends on already. */
  ownDependsOn: number[]
  /** `down` and `ownDependsOn`, each once: what has to run just before. */
  before: number[]
  /** Children by `down_revision`. */
  next: number[]
  /** Children by `before`. */
  after: number[]
}

/** The revisions of a project and how they follow one another. Only a graph without faults may be asked for more. */
export interface Graph {
  /** In the order of the files, which decides between branches. */
  nodes: Node[]
  /** Ids first, then labels, in the order in which Alembic learns them. */
  names: Map<string, Node>
  ids: Map<string, Node>
  faults: Fault[]
  /** No `down_revision` names them: what `head` means. */
  heads: Script[]
  /** Neither does a `depends_on`: what `heads` means, and the rows of an up-to-date database. */
  effectiveHeads: Script[]
  bases: Script[]
}
