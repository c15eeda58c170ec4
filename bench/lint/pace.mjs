/** How long 1,000 statements take, in a process of its own: the parser is loaded with them. */
import { execFile } from 'node:child_process'
import { loadavg } from 'node:os'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { median } from '../measure.mjs'

const run = promisify(execFile)
const rounds = 7

/** One sentence: medians, of the whole process’ CPU time and of the work itself. */
export async function time(source, corpus) {
  const program = `
    const { openLint } = await import(${JSON.stringify(pathToFileURL(source('check/lint/lint.js')).href)})
    const { splitStatements } = await import(${JSON.stringify(pathToFileURL(source('engines/sql/text/statements.js')).href)})
    const { revisionOf } = await import(${JSON.stringify(new URL('revision.mjs', import.meta.url).href)})
    const { merged, cases } = JSON.parse(process.env.CORPUS)
    const earlier = [revisionOf('1', merged, splitStatements)]
    const added = []
    let statements = 0
    for (let id = 2; statements < 1000; id++) {
      added.push(revisionOf(String(id), cases[id % cases.length].sql, splitStatements))
      statements += added.at(-1).up.length
    }
    const cpu = process.cpuUsage()
    const began = performance.now()
    const found = (await openLint())({ earlier, added })
    const ms = performance.now() - began
    const { user, system } = process.cpuUsage(cpu)
    console.log(JSON.stringify({ ms, cpu: (user + system) / 1000, statements, found: found.length }))`
  const env = { ...process.env, CORPUS: JSON.stringify(corpus) }
  const results = []
  for (let round = 0; round < rounds; round++) {
    const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', program], { env })
    results.push(JSON.parse(stdout))
  }
  const of = key => Math.round(median(results.map(one => one[key])))
  const load = loadavg()[0].toFixed(1)
  return `${results[0].statements} statements of it (${results[0].found} findings) are read in ${of('ms')} ms, ${of('cpu')} ms of CPU time, the load of the
parser included: medians of ${rounds} processes, Node ${process.versions.node}, at a load of ${load}.`
}
