import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@jest/globals'
import { openDisk } from '../../../../../src/disk.ts'
import { findHookFolder } from '../../../../../src/engines/alembic/child/hook-folder.ts'

const sources = fileURLToPath(new URL('../../../../../src/engines/alembic/child', import.meta.url))

test('the hook is found in the sources, beside a bundle, and not where it is not', () => {
  const disk = openDisk('/')
  expect(findHookFolder(disk, sources)).toBe(join(sources, 'hook'))
  const bundle = mkdtempSync(join(tmpdir(), 'gate-hook-'))
  expect(findHookFolder(disk, bundle)).toBeUndefined()
  cpSync(join(sources, 'hook'), join(bundle, 'alembic'), { recursive: true })
  expect(findHookFolder(disk, bundle)).toBe(join(bundle, 'alembic'))
  rmSync(bundle, { recursive: true })
})
