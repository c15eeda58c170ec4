/**
 * Completes package-lock.json with the programs of other platforms that npm left out, as it does where a registry
 * does not have them: without their entries `npm ci` refuses the file, everywhere. Run it after `npm install`.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from './tools.mjs'

const form =
  /-(?<os>android|darwin|freebsd|linux|openharmony|win32)-(?<cpu>arm64|arm|x64|ia32|loong64|ppc64|riscv64|s390x)(?:-(?<abi>\w+))?$/

/** The entries that are missing: path in the lock → entry. */
export function missingEntries({ packages }) {
  const missing = {}
  for (const { optionalDependencies = {}, dev } of Object.values(packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      const path = `node_modules/${name}`
      if (!packages[path]) missing[path] = entryFor(name, version, dev)
    }
  }
  return missing
}

/** What npm would have written, without the checksum that only the registry knows. */
function entryFor(name, version, dev) {
  const { os, cpu, abi = '' } = form.exec(name)?.groups ?? {}
  if (!os || !/^\d/.test(version)) {
    throw new Error(
      `${name} ${version} is missing in package-lock.json, and its name tells no platform. Add it by hand.`,
    )
  }
  const libc = os !== 'linux' ? undefined : abi.startsWith('musl') ? ['musl'] : ['glibc']
  return { version, cpu: [cpu], ...(dev ? { dev } : {}), ...(libc ? { libc } : {}), optional: true, os: [os] }
}

if (process.argv[1]?.endsWith('complete-lock.mjs')) {
  const file = join(root, 'package-lock.json')
  const lock = JSON.parse(await readFile(file, 'utf8'))
  const missing = missingEntries(lock)
  const byPath = ([left], [right]) => (left < right ? -1 : 1)
  lock.packages = Object.fromEntries(Object.entries({ ...lock.packages, ...missing }).sort(byPath))
  await writeFile(file, `${JSON.stringify(lock, null, 2)}\n`)
  console.log(`complete-lock: ${Object.keys(missing).length} entries added.`)
}
