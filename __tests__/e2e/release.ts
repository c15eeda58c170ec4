/** What `uses: migration-gate/migration-gate@v1` gets: the files of this checkout that a tag would give, and nothing else. */
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { root } from '../../script/tools.mjs'

export interface Release {
  folder: string
  remove(): void
}

const parts = ['action.yml', ':(glob)*/action.yml', 'alembic', 'deploy', 'dist', '.github']

/** Copies once; the tests of a file share it, for nothing writes there. */
export function exportRelease(): Release {
  if (!existsSync(join(root, 'dist/index.js'))) throw new Error('dist/ is not built. Run `npm run build`.')
  const folder = mkdtempSync(join(tmpdir(), 'gate-release-'))
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--', ...parts]
  const listed = execFileSync('git', args, { cwd: root, encoding: 'utf8' }).split('\0').filter(Boolean)
  for (const path of new Set(listed)) {
    if (!existsSync(join(root, path))) continue
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    cpSync(join(root, path), join(folder, path))
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** The same, with an action that opens for everyone: what the tests must be able to see. */
export function exportOpenGate(): Release {
  const release = exportRelease()
  const bundle = join(release.folder, 'dist/index.js')
  writeFileSync(bundle, `process.on('exit', () => { process.exitCode = 0 })\n${readFileSync(bundle, 'utf8')}`)
  return release
}
