/** The licences of what a bundle contains. ncc's own list knows only the packages of the last chunk it wrote. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The text of licenses.txt for a bundle, from ncc's statistics; packages by name, so that a rebuild is the same. */
export async function licencesOf(stats, root) {
  const folders = [...new Set(moduleNames(stats.modules).flatMap(packageFolder))].sort()
  const texts = await Promise.all(folders.map(folder => licenceText(join(root, folder))))
  return `${texts.join('\n\n')}\n`
}

/** Modules that were joined into one are listed inside of it. */
function moduleNames(modules = []) {
  return modules.flatMap(module => [module.name ?? '', ...moduleNames(module.modules)])
}

/** `…/node_modules/@scope/name/lib/x.js` → `node_modules/@scope/name` */
function packageFolder(name) {
  return /node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+/.exec(name)?.slice(0, 1) ?? []
}

async function licenceText(folder) {
  const { name, version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'))
  const file = (await readdir(folder)).filter(file => /^(licen[cs]e|copying)/i.test(file)).sort()[0]
  const text = file
    ? await readFile(join(folder, file), 'utf8')
    : `The package has no text of it: ${license}.`
  return `${name} ${version}\n${license}\n\n${text.replaceAll('\r\n', '\n').trim()}`
}
