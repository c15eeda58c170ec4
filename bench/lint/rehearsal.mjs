/** Each case rehearsed on Postgres 18, with the product's own witness and judge. */
import { provideBinaries } from '../../script/postgres/binaries.mjs'
import { runServer } from '../../script/postgres/server.mjs'
import { createDatabase, withClient } from '../../script/postgres.mjs'

/** `isError(case, linted)`: whether the gate would be closed. */
export async function openRehearsal({ merged, byHand }, load) {
  const witness = await load('check/evidence/witness.js')
  const { judgeByEvidence } = await load('check/evidence/judge.js')
  const { openPostgres } = await load('database/postgres.js')
  const { readUrl } = await load('database/url.js')
  const { bin } = await provideBinaries({ major: 18 })
  const server = await runServer({ bin, settings: ['timezone=Europe/Berlin'] })
  const database = await createDatabase(server.superuserUrl)
  const options = {
    redact: text => text,
    readCertificate: () => '',
    applicationName: 'rehearsal',
    onNotice() {},
  }
  const session = await openPostgres(readUrl(database.superuserUrl, ''), options)
  const owner = `"${database.name}"`

  async function watch(one, id, statements) {
    await withClient(database.url, client =>
      client.query(`create table history (id text); ${merged}; ${byHand}`),
    )
    await witness.installWitness(session, [{ schema: 'public', table: 'history' }])
    await witness.watchRevision(session, id)
    await withClient(database.url, client => apply(client, one, statements))
    await witness.watchRevision(session, undefined)
    return witness.readEvidence(session)
  }

  return {
    async isError(one, { linted, added }) {
      const [{ id, up }] = added
      const statements = up.map(piece => piece.text)
      try {
        const evidence = await watch(one, id, statements)
        const around = { rehearsed: new Set([id]), server: 'Postgres 18', comment: '--' }
        const { findings } = judgeByEvidence({ linted, added, evidence, ...around })
        return findings.some(({ finding }) => finding.level === 'error')
      } catch (error) {
        // A revision that fails in the rehearsal closes the gate.
        if (error.code === undefined) throw error
        return true
      } finally {
        await witness.removeWitness(session)
        await session.run(
          `drop owned by ${owner} cascade; create schema if not exists public;
           grant all on schema public to ${owner}; grant all on database ${owner} to ${owner}`,
        )
      }
    },
    async end() {
      await session.close()
      await server.stop()
    },
  }
}

async function apply(client, { alone }, statements) {
  if (!alone) await client.query('begin')
  for (const text of statements) await client.query(text)
  if (!alone) await client.query("insert into history values ('next'); commit")
}
