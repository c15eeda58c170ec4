/** Records what Postgres 15 and 18 do for each case of __tests__/fixtures/corpus into truth.json there. */
import { writeFile } from 'node:fs/promises'
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
    const server = await runServer({ bin })
    found[major] = await recordOn(server.superuserUrl, corpus).finally(server.stop)
  }
  const lines = corpus.cases.map(({ id }) => {
    const [one, other] = majors.map(major => JSON.stringify(found[major][id]))
    const truth = one === other ? `"both": ${one}` : `"15": ${one},\n    "18": ${other}`
    return `  ${JSON.stringify(id)}: {\n    ${truth}\n  }`
  })
  return `{\n${lines.join(',\n')}\n}\n`
}

await writeFile(truthFile, await record())
