/** Every case of the corpus, rehearsed: what the text says of it, held against what the witness saw. */

import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals'
import type { Client } from 'pg'
import { judgeByEvidence } from '../../../../src/check/evidence/judge.ts'
import { type Case, cases, deserves, findingsOf, lintCase, there, worst } from '../../../support/corpus.ts'
import { onEachServer } from '../../../support/servers.ts'
import { type Rehearsal, rehearse } from '../../../support/witness.ts'

onEachServer(server => {
  let rehearsal: Rehearsal
  beforeAll(async () => {
    // Without rows: a rehearsal has none unless somebody seeds them.
    rehearsal = await rehearse(server.superuserUrl, `${there.merged}; ${there.byHand}`)
    await rehearsal.session.run(`alter database ${rehearsal.database.name} set timezone = 'Europe/Berlin'`)
  })
  afterAll(() => rehearsal.end())
  afterEach(() => rehearsal.reset())

  /** Undefined where it ran; its SQLSTATE where it did not. */
  async function judge(one: Case): Promise<{ failed: string | undefined; said: string; rules: string }> {
    const { linted, added } = await lintCase(one)
    const [revision] = added
    const id = revision?.id ?? ''
    const statements = revision?.up.map(piece => piece.text) ?? []
    let failed: string | undefined
    const work = async (client: Client) => {
      for (const text of statements) await client.query(text)
    }
    const evidence = await rehearsal.run(one.alone ? work : statements, id).catch(error => {
      failed = error.code
      return []
    })
    const rehearsed = new Set(failed === undefined ? [id] : [])
    const judged = judgeByEvidence({ linted, added, evidence, rehearsed, server: 'Postgres', comment: '--' })
    const findings = findingsOf(judged)
    return {
      failed,
      said: worst(findings),
      rules: findings.map(({ rule, level }) => `${rule} ${level}`).join(),
    }
  }

  it.each(cases)('$id', async one => {
    const truth = one.truth[server.major === 15 ? '15' : '18']
    const due = deserves({ ...one, truth: { '15': truth, '18': truth } })
    const { failed, said, rules } = await judge(one)
    // What the server's syntax or its rows refuse is a failure of the rehearsal's; without rows 33 finds none.
    if (failed !== undefined) expect([failed, truth.error]).toEqual([truth.error, failed])
    else if (one.row !== '33') expect([due === 'error', rules]).toEqual([said === 'error', rules])
  })
})
