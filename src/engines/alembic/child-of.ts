import type { Files } from './files.ts'
import type { AlembicEngineOptions } from './options.ts'

/** How Alembic is started as a child, whatever its command. */
export function makeChild({ at, root, environment, hookFolder, redact, ...options }: AlembicEngineOptions) {
  return ({ start }: Pick<Files, 'start'>) => ({
    start,
    folder: start.folder === '' ? root : `${root}/${start.folder}`,
    // With a remark, the URL that the child gets leads to a transaction pooler.
    timeouts:
      at.remark === undefined
        ? { lockMs: options.lockTimeoutMs, statementMs: options.statementTimeoutMs }
        : undefined,
    environment,
    hookFolder,
    redact,
  })
}

export type Child = ReturnType<ReturnType<typeof makeChild>>
