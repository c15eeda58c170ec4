import type { Files } from './files.ts'
import type { AlembicEngineOptions } from './options.ts'

/** How Alembic is started as a child, whatever its command. */
export function makeChild({ at, root, environment, hookFolder, redact, ...options }: AlembicEngineOptions) {
  const only = options.only === undefined ? {} : { only: options.only }
  return ({ start }: Pick<Files, 'start'>) => ({
    start,
    folder: start.folder === '' ? root : `${root}/${start.folder}`,
    // With a remark, the URL that the child gets leads to a transaction pooler.
    timeouts:
      at.remark === undefined
        ? { lockMs: options.lockTimeoutMs, statementMs: options.statementTimeoutMs, ...only }
        : undefined,
    environment,
    hookFolder,
    redact,
    ...(options.captured === undefined ? {} : { capture: true }),
  })
}

export type Child = ReturnType<ReturnType<typeof makeChild>>
