/** Runs one part of script/test and counts: jest's tests by its own report, anything else as one. */
import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from './tools.mjs'

/** Resolves to what became of the part; what it prints goes through. */
export async function runPart({ name, command, env, counts }) {
  console.log(`\n── ${name}`)
  const from = performance.now()
  const folder = await mkdtemp(join(tmpdir(), 'gate-test-'))
  const report = join(folder, 'report.json')
  try {
    const reporting = counts ? ['--json', `--outputFile=${report}`] : []
    const code = await exitOf([...command, ...reporting], env)
    const seen = counts ? await countsOf(report) : { passed: 1, failed: 0, skipped: 0 }
    return { name, seconds: (performance.now() - from) / 1000, ...judge(code, seen, counts) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The exit code has the last word: a part that failed never counts as nothing failed. */
function judge(code, seen, counts) {
  const ok = code === 0 && seen.failed === 0
  if (ok) return { ok, ...seen }
  const passed = counts ? seen.passed : 0
  return { ok, passed, failed: Math.max(seen.failed, 1), skipped: seen.skipped }
}

function exitOf([file, ...args], env) {
  const options = {
    cwd: root,
    // The report goes to a file, and jest repeats it on stdout.
    stdio: ['ignore', args.includes('--json') ? 'ignore' : 'inherit', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: nodeOptions(args), ...env },
  }
  return new Promise(resolve => {
    const child = spawn(file, args, options)
    child.once('error', error => {
      console.error(`${file} could not be started: ${error.message}`)
      resolve(1)
    })
    child.once('close', code => resolve(code ?? 1))
  })
}

/** The workers of jest take the flag from here. */
function nodeOptions(args) {
  const given = process.env.NODE_OPTIONS ?? ''
  return args.includes('--experimental-vm-modules') ? `${given} --experimental-vm-modules`.trim() : given
}

/** A suite that could not even be loaded has no tests; it counts as one that failed. */
async function countsOf(report) {
  const text = await readFile(report, 'utf8').catch(() => undefined)
  if (text === undefined) return { passed: 0, failed: 1, skipped: 0 }
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, numRuntimeErrorTestSuites } =
    JSON.parse(text)
  return {
    passed: numPassedTests,
    failed: numFailedTests + numRuntimeErrorTestSuites,
    skipped: numPendingTests + numTodoTests,
  }
}
