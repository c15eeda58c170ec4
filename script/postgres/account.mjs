/** Who Postgres runs as: it refuses root, so root lends it an account that can do little else. */
import { execFileSync } from 'node:child_process'
import { existsSync, realpathSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname } from 'node:path'

/** `{uid, gid}` for spawn, or an empty object when we are nobody special ourselves. */
export function postgresAccount() {
  if (process.getuid?.() !== 0) return {}
  for (const name of ['postgres', 'nobody']) {
    const uid = id('-u', name)
    const gid = id('-g', name)
    if (uid && gid) return { uid, gid }
  }
  throw new Error(
    'Postgres does not run as root, and there is no account postgres or nobody. Run this as another user.',
  )
}

function id(option, name) {
  try {
    return Number(
      execFileSync('id', [option, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
    )
  } catch {
    return undefined
  }
}

/** Whether the account that Postgres runs as gets to a path: a checkout in root's home is closed to it. */
export function reachable(path) {
  if (process.getuid?.() !== 0) return true
  for (let folder = realpathSync(path); ; folder = dirname(folder)) {
    const searchable = (statSync(folder).mode & 0o001) !== 0
    if (!searchable) return false
    if (folder === dirname(folder)) return true
  }
}

/** A place for temporary folders that the account can reach too. */
export function sharedTmp() {
  return [tmpdir(), '/tmp', '/var/tmp'].find(folder => existsSync(folder) && reachable(folder)) ?? tmpdir()
}
