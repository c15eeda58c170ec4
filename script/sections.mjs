/**
 * Makes one file of a bundle and its chunks, in which a chunk costs a start nothing: it stands behind the program as a
 * section of comment lines, which Node passes over, and is evaluated where the program would have loaded a file.
 */
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** What ncc's program does to load a chunk. */
const loading = /import\("\.\/" \+ (__nccwpck_require__\.u\(chunkId\))\)/g
/** A chunk is a module that exports these, and nothing else of a module's own. */
const exported = /^export const (id|ids|modules) = /gm
const required = 'import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";\n'

/** In the bundle; its text says what it does to whoever reads dist/. */
const loader = `
/*
 * What follows are sections of this program that most starts have no use for: each of their lines begins with two
 * slashes, so that Node passes over them. A section is evaluated when the program first asks for it; its lines keep
 * their numbers in stacks.
 */
import { readFileSync as readProgram } from 'node:fs';
import { compileFunction as compileSection } from 'node:vm';

async function openSection(name) {
    openSection.program ??= readProgram(import.meta.filename);
    const program = openSection.program;
    const mark = \`\\n//# section \${name} after line \`;
    const at = program.indexOf(mark) + mark.length;
    if (at < mark.length)
        throw new Error(\`This copy of the program is not whole: the section \${name} is missing.\`);
    const from = program.indexOf('\\n', at);
    const to = program.indexOf('\\n//# end', from);
    const code = program.toString('utf8', from, to).replaceAll('\\n//', '\\n').slice(1);
    const names = ['importMeta', 'importModule', '__WEBPACK_EXTERNAL_createRequire'];
    const options = { filename: import.meta.filename, lineOffset: Number(program.toString('latin1', at, from)) };
    const open = compileSection(code, names, options);
    return open(import.meta, specifier => import(specifier), __WEBPACK_EXTERNAL_createRequire);
}
`

/** Folds every `N.index.js` beside index.js into it. Throws where a chunk is not what it was when this was written. */
export async function foldSections(folder) {
  const chunks = (await readdir(folder)).filter(name => /^\d+\.index\.js$/.test(name)).sort()
  if (chunks.length === 0) return
  const file = join(folder, 'index.js')
  const program = await readFile(file, 'utf8')
  if (program.match(loading)?.length !== 1)
    throw new Error(`${file} does not load its chunks in the way that script/sections.mjs knows.`)
  let text = program.replace(loading, 'openSection($1)').trimEnd() + loader
  for (const chunk of chunks) {
    const code = sectionOf(chunk, await readFile(join(folder, chunk), 'utf8'))
    const line = text.split('\n').length + 1
    text += `\n//# section ${chunk} after line ${line}\n${code.replace(/^/gm, '//')}\n//# end`
  }
  await writeFile(file, `${escapeBeyondAscii(text)}\n`)
  for (const chunk of chunks) await rm(join(folder, chunk))
}

/** A program of ASCII is half as large in memory, and Node has nothing to decode: a few milliseconds of every start. */
function escapeBeyondAscii(text) {
  return text.replace(/[^\0-\x7f]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** The text of a chunk as the body of a function. */
function sectionOf(chunk, text) {
  const code = text
    .replace(required, '')
    .replace(exported, 'const $1 = ')
    .replace(/\bimport\.meta\b/g, 'importMeta')
    .replace(/\bawait import\(/g, 'await importModule(')
  const left = code.match(/^(?:import|export)\b.*|\bimport\((?!\)).*/m)?.[0]
  if (left !== undefined) throw new Error(`${chunk} has what a section cannot have: ${left.trim()}`)
  return `${code.trimEnd()}\nreturn { id, ids, modules };`
}
