/**
 * Records what Postgres 15 and 18 do for each case of __tests__/fixtures/corpus into truth.json there.
 * `--check`: says what differs from the file instead.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { readCorpus, truthFile } from './corpus/read.mjs'
import { recordOn } from './corpus/record.mjs'
import { provideBinaries } from './postgres/binaries.mjs'
import { runServer } from './postgres/server.mjs'

const majors = [15, 18]

/** The text of truth.json. */
async function record() {
  const corpus = await readCorpus()
  const found = {}
  for (const major of majors) {
    const { bin } = await provideBinaries({ major })
    // Nobody else may look at the tables meanwhile.
    const server = await runServer({ bin, settings: ['autovacuum=off', 'timezone=Europe/Berlin'] })
    found[major] = await recordOn(server.superuserUrl, corpus).finally(server.stop)
  }
  const lines = corpus.cases.map(({ id }) => {
    const [one, other] = majors.map(major => JSON.stringify(found[major][id]))
    const truth = one === other ? `"both": ${one}` : `"15": ${one},\n    "18": ${other}`
    return `  ${JSON.stringify(id)}: {\n    ${truth}\n  }`
  })
  return `{\n${lines.join(',\n')}\n}\n`
}

async function main([flag]) {
  const text = await record()
  if (flag !== '--check') return writeFile(truthFile, text)
  if (text !== (await readFile(truthFile, 'utf8'))) throw new Error('truth.json is not what the servers do.')
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main(process.argv.slice(2))
