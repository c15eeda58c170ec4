/** Installs what the tests need, runs them part by part, and closes with one line of sums. */

import { runPart } from './run-part.mjs'
import { setUp } from './setup.mjs'
import { partsOf, usage } from './test-parts.mjs'

async function main(args) {
  const { parts, tools } = partsOf(args)
  await setUp(tools)
  const results = []
  for (const part of parts) results.push(await runPart(part))
  console.log(`\n${table(results)}\n`)
  const sum = key => results.reduce((total, result) => total + result[key], 0)
  const skipped = sum('skipped')
  console.log(`${sum('passed')} passed, ${sum('failed')} failed${skipped ? `, ${skipped} skipped` : ''}`)
  return results.every(result => result.ok) ? 0 : 1
}

function table(results) {
  const width = Math.max(...results.map(result => result.name.length))
  return results
    .map(({ ok, name, seconds, passed, failed }) => {
      const counts = `${passed} passed, ${failed} failed`
      return `${ok ? 'ok  ' : 'FAIL'}  ${name.padEnd(width)}  ${seconds.toFixed(1).padStart(6)} s  ${counts}`
    })
    .join('\n')
}

if (process.argv.includes('--help')) {
  console.log(usage)
} else {
  process.exitCode = await main(process.argv.slice(2)).catch(error => {
    console.error(`${error.message}\n\n0 passed, 1 failed`)
    return 1
  })
}
