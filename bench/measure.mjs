/** Times of whole processes. */
import { spawn } from 'node:child_process'

/** Runs a program to its end; milliseconds from its start to its exit. Throws with what it said when it fails. */
export function time([file, ...args], { cwd, env, codes = [0] }) {
  return new Promise((resolve, reject) => {
    const began = process.hrtime.bigint()
    const child = spawn(file, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
    const said = []
    child.stdout.on('data', piece => said.push(piece))
    child.stderr.on('data', piece => said.push(piece))
    child.once('error', reject)
    child.once('exit', code => {
      const ms = Number(process.hrtime.bigint() - began) / 1e6
      if (codes.includes(code)) return resolve(ms)
      child.once('close', () =>
        reject(
          new Error(`${file} ended with ${code}. It said:\n${Buffer.concat(said).toString().slice(-2000)}`),
        ),
      )
    })
  })
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
