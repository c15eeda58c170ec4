/** Our reading of alembic.ini and pyproject.toml against Alembic’s and ConfigParser’s own. */
import { realpathSync } from 'node:fs'
import { posix } from 'node:path'
import { afterAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { openDisk } from '../../../src/disk.ts'
import { iniValue, readIni } from '../../../src/engines/alembic/project/ini.ts'
import { readProject } from '../../../src/engines/alembic/project/project.ts'
import { readStart } from '../../../src/engines/alembic/project/start.ts'
import { listScripts } from '../../../src/engines/alembic/scripts/list-files.ts'
import { GateError } from '../../../src/errors.ts'
import { askAlembic, isRefused } from '../../support/alembic-oracle.ts'
import { makeTree, type Tree } from '../../support/tree.ts'

const seed = Number(process.env.FC_SEED ?? Math.floor(Math.random() * 2 ** 31))
const trees: Tree[] = []
afterAll(() => {
  for (const tree of trees) tree.remove()
})

const iniLine = fc.constantFrom(
  ...[
    '[alembic]',
    '[alembic]',
    '[DEFAULT]',
    '[other] ; x',
    'key = value',
    'KEY: a=b',
    'key=',
    ' key = in',
    '  more',
  ],
  ...[
    '\tmore = 1',
    '# comment',
    '  ; comment',
    'key = a ; no comment',
    'key = %(here)s/x',
    'key = %(Other)s-%%',
    '',
  ],
  ...[
    'other = o',
    'other = %(third)s',
    'third = 3',
    'key = %',
    'key = %(none)s',
    'key = %(key)s',
    'loose',
    '= none',
    '[x',
  ],
  ...[
    '[]',
    'a b : c',
    '\x0bkey = v',
    '\x1ckey = fs',
    'key = \u00a0nbsp\u00a0',
    '   ',
    'key = l1\n  l2\n\n  l3\n',
    '[alembic]x = 1',
  ],
)

test(`random ini files (FC_SEED=${seed}): ConfigParser’s own value, or a refusal as there`, () => {
  const text = fc
    .tuple(fc.array(iniLine, { maxLength: 8 }), fc.nat(5), fc.constantFrom('\n', '\r\n'))
    .map(([lines, odd, end]) => [...(odd > 0 ? ['[alembic]', ...lines, ''] : lines)].join(end))
  const texts = fc.sample(text, { numRuns: 1000, seed })
  const cases = texts.map(file => ({ file: Buffer.from(file).toString('latin1'), key: 'key' }))
  const answers = askAlembic<{ value: string | null }>('ini', cases)
  const seen = { value: 0, none: 0, refused: 0 }
  texts.forEach((file, index) => {
    const theirs = answers[index]
    const read = readIni(file.replace(/\r\n?/g, '\n'))
    const ours = read.ok ? iniValue(read.ini, 'alembic', 'key', '/here') : undefined
    if (isRefused(theirs)) seen.refused++
    else if (theirs?.value === null) seen.none++
    else seen.value++
    const value = ours?.ok === true ? (ours.value ?? null) : 'refused'
    expect({ file, value }).toEqual({ file, value: isRefused(theirs) ? 'refused' : theirs?.value })
  })
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(50)
})

const location = fc.constantFrom(
  ...[
    'db',
    './db',
    '%(here)s/db',
    '%(here)s/../db2',
    'pkg:db',
    'pkg.sub:db',
    'gone:db',
    'db/',
    'sub/../db',
    '',
  ],
)
/** Joined as the separator says, or in the older way. A path with a wrong separator in it is the file system's affair. */
const separated = [
  ...[
    ['os', ':'],
    [':', ':'],
    [';', ';'],
    ['space', ' '],
    ['space', '  '],
    ['newline', '\n  '],
    ['', ', '],
    ['', '  '],
  ],
] as [string, string][]
const paths = fc
  .tuple(
    fc.array(fc.constantFrom('db', './db', '%(here)s/db', '%(here)s/db2', 'pkg:db', 'db/'), {
      minLength: 1,
      maxLength: 3,
    }),
    fc.constantFrom(...separated),
    fc.constantFrom('path_separator', 'version_path_separator'),
  )
  .map(([list, [name, separator], key]) => {
    const fitting = separator === ':' ? list.filter(each => !each.includes(':')) : list
    const line = `version_locations = ${fitting.join(separator)}`
    return name === '' ? line : `${line}\n${key} = ${name}`
  })
const iniKey = fc.oneof(
  location.map(value => `script_location = ${value}`),
  location.map(value => `script_location = ${value}`),
  paths,
  fc.constant('path_separator = none'),
  fc.constantFrom('true', 'True', 'false').map(value => `recursive_version_locations = ${value}`),
  fc.constantFrom('true', 'no').map(value => `sourceless = ${value}`),
  fc.constantFrom('.', 'lib', '.:lib', '%(here)s/lib .').map(value => `prepend_sys_path = ${value}`),
)
const tomlKey = fc.oneof(
  location.map(value => `script_location = "${value}"`),
  fc.array(location, { maxLength: 3 }).map(list => `version_locations = ${JSON.stringify(list)}`),
  fc.constantFrom('true', 'false', '"true"').map(value => `recursive_version_locations = ${value}`),
  fc.constantFrom('["lib"]', '[]').map(value => `prepend_sys_path = ${value}`),
  fc.constantFrom('"%(there)s"', '"100%"', '"a%%b"').map(value => `script_location = ${value}`),
)
const configCase = fc.record({
  ini: fc.option(fc.uniqueArray(iniKey, { maxLength: 5, selector: line => line.split(' =')[0] })),
  toml: fc.option(fc.uniqueArray(tomlKey, { maxLength: 3, selector: line => line.split(' =')[0] })),
  folder: fc.constantFrom('.', 'backend'),
  args: fc.constantFrom<string[]>(
    [],
    [],
    [],
    ['-n', 'two'],
    ['-c', 'sub/other.ini'],
    ['-c', './alembic.ini'],
  ),
})

test(`random configurations (FC_SEED=${seed}): Alembic’s own folders and files`, () => {
  const cases = fc.sample(configCase, { numRuns: 100, seed }).map(each => ({ ...each, files: filesOf(each) }))
  const answers = askAlembic<{ scriptLocation: string; paths: string[] }>('config', cases)
  let equal = 0
  cases.forEach((each, index) => {
    const theirs = answers[index]
    const ours = read(each)
    if (isRefused(theirs)) {
      expect({ each, theirs, ours }).toMatchObject({ ours: { refused: expect.any(String) } })
      return
    }
    equal++
    expect({ each, ours }).toEqual({ each, ours: theirs })
  })
  expect(equal).toBeGreaterThan(25)
}, 180_000)

function filesOf({ ini, toml, folder }: { ini: string[] | null; toml: string[] | null; folder: string }) {
  const files: Record<string, string> = {}
  for (const place of ['db', 'db2', 'pkg/db', 'pkg/sub/db', 'lib/pkg/db'])
    for (const name of ['versions/b.py', 'versions/sub/a.py']) files[`${folder}/${place}/${name}`] = ''
  for (const name of ['pkg/__init__.py', 'pkg/sub/__init__.py', 'sub/x']) files[`${folder}/${name}`] = ''
  files['db2/env.py'] = ''
  const lines = ini?.join('\n') ?? ''
  if (ini !== null) files[`${folder}/alembic.ini`] = `[alembic]\n${lines}\n[two]\nscript_location = db2\n`
  if (ini !== null) files[`${folder}/sub/other.ini`] = `[alembic]\n${lines}\n`
  if (toml !== null) files[`${folder}/pyproject.toml`] = `[tool.alembic]\n${toml.join('\n')}\n`
  return files
}

function read({ files, folder, args }: { files: Record<string, string>; folder: string; args: string[] }) {
  const tree = makeTree(files)
  trees.push(tree)
  const disk = openDisk(tree.path)
  try {
    const run = ['alembic', ...args].join(' ')
    const project = readProject(disk, readStart({ disk, directory: folder, run, alembicConfig: undefined }))
    if (!disk.listFolder(project.scriptLocation).ok) return { refused: 'no folder' }
    const { scriptLocation, recursive, sourceless } = project
    const root = realpathSync(tree.path)
    // The older way of splitting leaves `/root` within a path.
    const versionLocations = project.versionLocations.map(path =>
      (posix.relative(root, posix.resolve(root, path)) || '.').replaceAll(root, '/root'),
    )
    const { files: found } = listScripts(disk, project)
    return { scriptLocation, versionLocations, recursive, sourceless, paths: found.map(({ path }) => path) }
  } catch (error) {
    if (error instanceof GateError) return { refused: error.fault.id }
    throw error
  }
}
