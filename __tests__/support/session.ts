import { openPostgres } from '../../src/database/postgres.ts'
import type { Session } from '../../src/database/session.ts'
import { readUrl } from '../../src/database/url.ts'

/** A session of ours on a database, for whoever opens it to close. */
export function openSession(url: string): Promise<Session> {
  return openPostgres(readUrl(url, 'the test'), {
    redact: text => text,
    readCertificate: () => '',
    applicationName: 'test',
    onNotice: () => undefined,
  })
}

/** Lends a session and closes it. */
export async function withSession<Result>(
  url: string,
  work: (session: Session) => Promise<Result>,
): Promise<Result> {
  const session = await openSession(url)
  try {
    return await work(session)
  } finally {
    await session.close()
  }
}

/** The same session for readers that begin a transaction of their own, within one that is open. */
export function inTransaction(session: Session): Pick<Session, 'run' | 'query'> {
  const inside = (text: string) =>
    text.replace('begin transaction read only', 'savepoint s').replace(/^rollback$/, 'rollback to s')
  return { query: (text, values) => session.query(text, values), run: text => session.run(inside(text)) }
}
