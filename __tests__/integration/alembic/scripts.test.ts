/** Our reading of revision files against Python's own import: the same, or not read; never another value. */
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { readScriptFile } from '../../../src/engines/alembic/scripts/script-file.ts'
import { askAlembic, isRefused } from '../../support/alembic-oracle.ts'
import { scriptBytes } from '../../support/random-script.ts'

interface Answer {
  values: Record<string, string[] | { other: string }>
  doc: string | null
}

const seed = Number(process.env.FC_SEED ?? Math.floor(Math.random() * 2 ** 31))
const runs = Number(process.env.FC_RUNS ?? 3000)

test(`${runs} random revision files (FC_SEED=${seed})`, () => {
  const files = fc.sample(scriptBytes, { numRuns: runs, seed })
  const answers = askAlembic<Answer>(
    'module',
    files.map(file => ({ file: file.toString('latin1') })),
  )
  const seen = { script: 0, unreadable: 0, syntax: 0, missing: 0 }
  files.forEach((file, index) => {
    const theirs = answers[index]
    const read = readScriptFile('versions/x_y.py', 'x_y.py', file)
    const text = file.toString()
    const [fault] = read.faults
    if (fault?.id === 'alembic-syntax') {
      seen.syntax++
      expect({ text, fault, theirs }).toMatchObject({
        theirs: { refused: expect.stringMatching(/SyntaxError|IndentationError/) },
      })
    }
    if (fault?.id === 'alembic-variable-missing' && !isRefused(theirs)) {
      seen.missing++
      const variable = fault.message.includes('not set revision') ? 'revision' : 'down_revision'
      expect({ text, fault, values: Object.keys(theirs?.values ?? {}) }).toMatchObject({
        values: expect.not.arrayContaining([variable]),
      })
    }
    if (read.unreadable !== undefined) seen.unreadable++
    if (read.script === undefined || theirs === undefined || isRefused(theirs)) return
    seen.script++
    const { id, down, labels, dependsOn, message } = read.script
    const ours = { revision: [id], down_revision: down, branch_labels: labels, depends_on: dependsOn }
    const values = { branch_labels: [], depends_on: [], ...theirs.values }
    const doc = (theirs.doc ?? '').trim().split('\n')[0]?.trimEnd()
    expect({ text, ours: sorted(ours), message }).toEqual({ text, ours: sorted(values), message: doc })
  })
  // The generator must not drift into what says nothing.
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(runs / 60)
  expect(seen.script).toBeGreaterThan(runs / 6)
}, 180_000)

/** Python's sets have no order. */
function sorted(values: Record<string, string[] | { other: string }>) {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, Array.isArray(value) ? [...value].sort() : value]),
  )
}
