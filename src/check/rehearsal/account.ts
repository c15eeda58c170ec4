import { type Disk, decodeText } from '../../disk.ts'

/** A user of the machine. */
export interface Account {
  uid: number
  gid: number
}

/**
 * Who runs the server: ourselves, and where we are root, which Postgres refuses, the user `postgres`, else `nobody`.
 * `none`: we are root, and there is neither.
 */
export function findAccount(disk: Disk): Account | undefined | 'none' {
  if (process.getuid?.() !== 0) return undefined
  const read = disk.readBytes('/etc/passwd')
  const text = read.ok ? decodeText(read.value) : undefined
  const lines = (text?.ok === true ? text.text : '').split('\n').map(line => line.split(':'))
  for (const wanted of ['postgres', 'nobody']) {
    const [, , uid = '', gid = ''] = lines.find(([name]) => name === wanted) ?? []
    if (/^[1-9]\d*$/.test(uid) && /^\d+$/.test(gid)) return { uid: Number(uid), gid: Number(gid) }
  }
  return 'none'
}
