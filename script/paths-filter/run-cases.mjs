/**
 * Runs a bundle many times in one process, as if each time were the first: `node run-cases.mjs BUNDLE CASES`, where CASES is
 * a JSON list of `{cwd, env}`; each line of the file CASES.codes is an exit code. The bundle tells nobody that it has
 * ended, but then nothing is left to do: that is when node would leave.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire, Module } from 'node:module'
import { dirname } from 'node:path'
import { Script } from 'node:vm'

const [bundle, list] = process.argv.slice(2)
const cases = JSON.parse(readFileSync(list, 'utf8'))
const script = new Script(Module.wrap(readFileSync(bundle, 'utf8')), { filename: bundle })
const codes = []
let running = false

function next() {
  if (running) codes.push(process.exitCode ?? 0)
  process.exitCode = 0
  const one = cases[codes.length]
  running = one !== undefined
  if (!running) return writeFileSync(`${list}.codes`, codes.join('\n'))
  for (const name of Object.keys(process.env)) delete process.env[name]
  Object.assign(process.env, one.env)
  process.chdir(one.cwd)
  const module = { exports: {} }
  script
    .runInThisContext()
    .call(module.exports, module.exports, createRequire(bundle), module, bundle, dirname(bundle))
}

// The immediate keeps the process until what follows has ended, too.
process.on('beforeExit', () => {
  if (codes.length < cases.length) setImmediate(next)
})
