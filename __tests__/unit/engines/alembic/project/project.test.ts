import { afterEach, expect, test } from '@jest/globals'
import { openDisk } from '../../../../../src/disk.ts'
import { readProject } from '../../../../../src/engines/alembic/project/project.ts'
import { readStart } from '../../../../../src/engines/alembic/project/start.ts'
import { GateError } from '../../../../../src/errors.ts'
import { makeTree, type Tree } from '../../../../support/tree.ts'

let tree: Tree
afterEach(() => tree.remove())

function project(files: Record<string, string>, run = 'alembic') {
  tree = makeTree(files)
  const disk = openDisk(tree.path)
  return readProject(disk, readStart({ disk, directory: 'backend', run, alembicConfig: undefined }))
}

function faultOf(files: Record<string, string>, run?: string) {
  try {
    project(files, run)
  } catch (error) {
    if (error instanceof GateError) return error.fault
    throw error
  }
  throw new Error('nothing was thrown')
}

test('what Alembic’s template writes', () => {
  const ini = '[alembic]\nscript_location = %(here)s/db\nprepend_sys_path = .\npath_separator = os\n'
  expect(project({ 'backend/alembic.ini': ini })).toEqual({
    files: ['backend/alembic.ini'],
    section: 'alembic',
    scriptLocation: 'backend/db',
    versionLocations: ['backend/db/versions'],
    recursive: false,
    sourceless: false,
    envPath: 'backend/db/env.py',
  })
})

test('the ini wins key by key, another section by -n', () => {
  const files = {
    'backend/alembic.ini': '[DEFAULT]\nscript_location = a\n[alembic]\n[two]\nscript_location = b',
    'backend/pyproject.toml':
      '[tool.alembic]\nscript_location = "t"\nversion_locations = ["%(here)s/v1", "../v2"]',
  }
  expect(project(files)).toMatchObject({
    scriptLocation: 'backend/a',
    versionLocations: ['backend/v1', 'v2'],
    files: ['backend/alembic.ini', 'backend/pyproject.toml'],
  })
  tree.remove()
  expect(project(files, 'alembic -n two').scriptLocation).toBe('backend/b')
  tree.remove()
  expect(project(files, 'alembic -n none').scriptLocation).toBe('backend/t')
})

test('a package, in the folder itself, in prepend_sys_path or under src', () => {
  const ini = (path: string) => ({
    'backend/alembic.ini': `[alembic]\nscript_location = shop.db:migrations:main\nprepend_sys_path = ${path}`,
  })
  const at = (folder: string) => ({ [`${folder}/shop/db/x.py`]: '' })
  const end = 'shop/db/migrations/main'
  expect(project({ ...ini(''), ...at('backend') }).scriptLocation).toBe(`backend/${end}`)
  tree.remove()
  expect(project({ ...ini('../lib'), ...at('lib') }).scriptLocation).toBe(`lib/${end}`)
  tree.remove()
  expect(project({ ...ini(''), ...at('backend/src') }).scriptLocation).toBe(`backend/src/${end}`)
  tree.remove()
  expect(faultOf(ini(''))).toMatchObject({ id: 'alembic-package', exit: 2 })
})

test('an absolute path outside stays absolute', () => {
  const { versionLocations } = project({ 'backend/alembic.ini': '[alembic]\nscript_location = /srv/db' })
  expect(versionLocations).toEqual(['/srv/db/versions'])
})

test.each<[string, Record<string, string>, string, string | undefined]>([
  ['no file', {}, 'alembic-config-absent', 'backend/pyproject.toml'],
  ['no key', { 'alembic.ini': '[other]\na = 1' }, 'alembic-no-location', '[alembic] of backend/alembic.ini'],
  ['twice', { 'alembic.ini': '[alembic]\na = 1\nA = 2' }, 'alembic-config-broken', 'a stands twice'],
  ['no section', { 'alembic.ini': 'a = 1' }, 'alembic-config-broken', 'above the first'],
  ['BOM', { 'alembic.ini': '\ufeff[alembic]' }, 'alembic-config-broken', 'byte order mark'],
  ['percent', { 'alembic.ini': '[alembic]\nscript_location = 100%' }, 'alembic-config-value', 'a % in it'],
  [
    'separator',
    { 'alembic.ini': '[alembic]\nscript_location = a\nversion_locations = b\npath_separator = comma' },
    'alembic-config-value',
    '"comma" is none of',
  ],
  ['toml', { 'pyproject.toml': '[tool.alembic\n' }, 'alembic-config-broken', 'backend/pyproject.toml'],
  [
    'no list',
    { 'pyproject.toml': '[tool.alembic]\nscript_location = "a"\nversion_locations = "b"' },
    'alembic-config-value',
    'no list of strings',
  ],
])('%s is said', (_, files, id, words) => {
  const inBackend = Object.fromEntries(Object.entries(files).map(([name, text]) => [`backend/${name}`, text]))
  const fault = faultOf({ 'backend/x': '', ...inBackend })
  expect(fault.id).toBe(id)
  expect(fault.message).toContain(words)
})

test('two ini files', () => {
  expect(faultOf({ 'backend/x': '' }, 'alembic -c a.ini -c b.ini').message).toContain('a.ini and b.ini')
})
