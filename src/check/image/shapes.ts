/** The nouns of an image that nobody built. Plain data. */

import type { IgnoreLine } from './dockerignore.ts'

/** A file that the release command may need, by its path in the repository and, if it is in there, in the context. */
export interface Tracked {
  path: string
  inContext: string | undefined
  /** The line of the .dockerignore that leaves it out. */
  ignoredBy: IgnoreLine | undefined
}

/** A tracked file in an image. */
interface ImageFile {
  /** Its path in the repository. */
  source: string
  /** Of the instruction that put it there. */
  line: number
}

/** Something that may have put files into an image, or taken them out, and was not seen. */
export interface Fog {
  line: number
  /** From which line of the stage it counts: its own, unless a COPY --from brought what it took away. */
  since?: number
  /** `RUN mv /tmp/app /srv`, as written. */
  text: string
  /** What it may touch: everything at and below these paths; undefined: anything. */
  below: string[] | undefined
  /** It may take away what was there. */
  removes: boolean
}

/** A tracked file that an instruction would have copied. */
export interface LeftOut {
  line: number
  /** The line of the .dockerignore; absent: the instruction’s own `--exclude`. */
  by: IgnoreLine | undefined
}

/** What a stage of a Dockerfile comes to. */
export interface Stage {
  name: string | undefined
  index: number
  /** Of its FROM. */
  line: number
  /** Absolute; begins with a folder of no image where only the base image knows it. */
  folder: string
  /** By absolute path. */
  files: Map<string, ImageFile>
  /** Folders that are known to be there. */
  folders: Set<string>
  fogs: Fog[]
  /** By path in the repository. */
  leftOut: Map<string, LeftOut>
  variables: Map<string, string | undefined>
  /** Lines of ENTRYPOINT and of the last instruction that copies, if there are. */
  entrypointLine: number | undefined
  lastLine: number
}
