/** Times of whole processes. */
import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * Runs a program to its end; milliseconds from its start to its exit. What it says goes to a file: whoever reads a pipe
 * beside it takes a core from it. Throws with the end of that when it fails.
 */
export async function time([file, ...args], { cwd, env, codes = [0] }) {
  const said = join(tmpdir(), `gate-bench-${process.pid}.log`)
  const out = openSync(said, 'w')
  try {
    const began = process.hrtime.bigint()
    const child = spawn(file, args, { cwd, env, stdio: ['ignore', out, out] })
    const code = await new Promise((resolve, reject) => child.once('error', reject).once('exit', resolve))
    const ms = Number(process.hrtime.bigint() - began) / 1e6
    if (codes.includes(code)) return ms
    throw new Error(`${file} ended with ${code}. It said:\n${readFileSync(said, 'utf8').slice(-2000)}`)
  } finally {
    closeSync(out)
    rmSync(said)
  }
}

/**
 * Each contender once a round, each round from another one on, so that a busy moment of the machine or the growth
 * of the server hits all alike. Resolves to the times by name.
 */
export async function interleave(names, rounds, measure) {
  const times = Object.fromEntries(names.map(name => [name, []]))
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < names.length; turn++) {
      const name = names[(round + turn) % names.length]
      times[name].push(await measure(name, round))
    }
  }
  return times
}

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/** The median of what one took against another in the same round: steadier than the quotient of two medians. */
export function medianRatio(ours, theirs) {
  return median(ours.map((ms, round) => ms / theirs[round]))
}

export function medianDifference(ours, theirs) {
  return median(ours.map((ms, round) => ms - theirs[round]))
}
