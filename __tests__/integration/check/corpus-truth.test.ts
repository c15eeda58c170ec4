/** What the recorder finds today is what it wrote down: the measure of the lint is not made by hand. */
import { expect, it } from '@jest/globals'
import { readCorpus } from '../../../script/corpus/read.mjs'
import { recordOn } from '../../../script/corpus/record.mjs'
import { cases } from '../../support/corpus.ts'
import { onEachServer } from '../../support/servers.ts'

onEachServer(server => {
  it('the truth of every case', async () => {
    const found = await recordOn(server.superuserUrl, await readCorpus())
    const major = server.major === 15 ? '15' : '18'
    expect(found).toEqual(Object.fromEntries(cases.map(one => [one.id, one.truth[major]])))
  }, 300_000)
})
