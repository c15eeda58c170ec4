import { posix } from 'node:path'
import { gateError } from '../catalogue/catalogue.ts'
import { type Disk, decodeText } from '../disk.ts'
import { oneLine } from '../text.ts'

/** The engine of a database and where its files are, relative to the repository root. */
export interface Choice {
  engine: 'sql' | 'alembic' | 'command'
  directory: string
}

const revisionFile = /^\d+_.+\.sql$/

/** Files and folders that only one tool makes. */
const layouts: { path: string; tool: string }[] = [
  { path: 'prisma/migrations', tool: 'Prisma' },
  { path: 'prisma/schema.prisma', tool: 'Prisma' },
  { path: 'drizzle/meta', tool: 'Drizzle' },
  { path: 'drizzle.config.ts', tool: 'Drizzle' },
  { path: 'flyway.conf', tool: 'Flyway' },
  { path: 'flyway.toml', tool: 'Flyway' },
  { path: 'db/migrate', tool: 'Rails' },
  { path: 'manage.py', tool: 'Django' },
  { path: 'supabase/migrations', tool: 'the Supabase CLI' },
  { path: 'db/migrations', tool: 'dbmate' },
  { path: 'atlas.hcl', tool: 'Atlas' },
  { path: 'knexfile.js', tool: 'Knex' },
  { path: 'sqitch.plan', tool: 'sqitch' },
  { path: 'liquibase.properties', tool: 'Liquibase' },
  { path: 'migrations/committed', tool: 'graphile-migrate' },
]

/**
 * Decides `auto`: Alembic's configuration first, then a folder of SQL revisions; whatever else it recognises is
 * named in the error. Throws GateError `engine-unknown`.
 */
export function chooseEngine(
  asked: { engine: 'auto' | 'sql' | 'alembic' | 'command'; directory: string | undefined },
  workingDirectory: string,
  disk: Disk,
): Choice {
  const { engine, directory } = asked
  if (engine === 'sql') return { engine, directory: directory ?? posix.join(workingDirectory, 'migrations') }
  const base = directory ?? workingDirectory
  if (engine !== 'auto') return { engine, directory: base }
  if (hasAlembic(base, disk)) return { engine: 'alembic', directory: base }
  const conventional = posix.join(workingDirectory, 'migrations')
  // Whoever stands in the folder itself means it.
  const inside = posix.basename(workingDirectory) === 'migrations' ? [workingDirectory] : []
  const candidates = directory === undefined ? [conventional, ...inside] : [directory]
  for (const candidate of candidates) {
    if (hasRevisions(candidate, disk)) return { engine: 'sql', directory: candidate }
  }
  const found = recogniseLayout(base, disk)
  // Nothing but SQL, or nothing yet: its files are judged one by one, and named.
  const meant = candidates.find(candidate => onlySql(candidate, disk))
  if (found === '' && meant !== undefined) return { engine: 'sql', directory: meant }
  const looked = [
    posix.join(base, 'alembic.ini'),
    `${posix.join(base, 'pyproject.toml')} with [tool.alembic]`,
    ...candidates.map(candidate => `${candidate}/<digits>_<name>.sql`),
  ]
  const nearby = found === '' && directory === undefined ? findNearby(base, disk) : []
  throw gateError('engine-unknown', { looked, found, nearby })
}

function hasRevisions(folder: string, disk: Disk): boolean {
  const names = disk.listFolder(folder)
  return names.ok && names.value.some(name => revisionFile.test(name))
}

/** Folders one below that as `working-directory` would have something: whoever keeps `backend/` begins at the root. */
function findNearby(base: string, disk: Disk): string[] {
  const names = disk.listFolder(base)
  const below = names.ok
    ? names.value.filter(name => name.endsWith('/') && !/^(?:\.|node_modules\/)/.test(name))
    : []
  const folders = below.map(name => posix.join(base, name.slice(0, -1))).sort()
  const found = folders.filter(folder => {
    // Of a folder that cannot be read nothing is known.
    if (!disk.listFolder(folder).ok || oneLine(folder, 80) !== folder) return false
    return hasAlembic(folder, disk) || hasRevisions(posix.join(folder, 'migrations'), disk)
  })
  return found.slice(0, 3)
}

function hasAlembic(base: string, disk: Disk): boolean {
  if (exists(posix.join(base, 'alembic.ini'), disk)) return true
  const project = disk.readBytes(posix.join(base, 'pyproject.toml'))
  if (!project.ok) return false
  const text = decodeText(project.value)
  return text.ok && /^\[tool\.alembic\]/m.test(text.text)
}

function exists(path: string, disk: Disk): boolean {
  const read = disk.readBytes(path)
  return read.ok || !read.absent
}

function onlySql(folder: string, disk: Disk): boolean {
  const names = disk.listFolder(folder)
  return names.ok && names.value.every(name => name.startsWith('.') || name.toLowerCase().endsWith('.sql'))
}

function recogniseLayout(base: string, disk: Disk): string {
  const inFolder = disk.listFolder(base)
  const flyway = inFolder.ok ? inFolder.value.find(name => /^[VRU][\d._]*__.+\.sql$/.test(name)) : undefined
  if (flyway !== undefined) return `${posix.join(base, flyway)} has the shape of Flyway`
  const found = layouts.find(({ path }) => exists(posix.join(base, path), disk))
  return found === undefined ? '' : `${posix.join(base, found.path)} belongs to ${found.tool}`
}
