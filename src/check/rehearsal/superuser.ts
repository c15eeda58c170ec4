/** Sessions of a superuser in a database whose owner may mean ill. */
import { gateError } from '../../catalogue/catalogue.ts'
import type { OpenSession, Session } from '../../database/session.ts'
import { describeTarget, type Target } from '../../database/url.ts'

/** From here on no name of a query leads to what the owner of the database made. */
export const onlyCatalog = 'set search_path = pg_catalog, pg_temp'

/**
 * An option of the start beats what ALTER DATABASE and ALTER ROLE set (`GucSource`, utils/guc.h), so there is no moment
 * at which a function of the owner's could stand in for one of the server's.
 */
const startup = '-c search_path=pg_catalog,pg_temp'

/**
 * Opens sessions that run nothing of the owner's. They throw GateError `rehearsal-refused` where the database makes
 * another role of the superuser, or another path of that one.
 */
export function asSuperuser(target: Target, opener: (to: Target) => OpenSession): OpenSession {
  const options = [target.options ?? '', startup].filter(one => one !== '').join(' ')
  const open = opener({ ...target, options })
  return async (...how) => {
    const session = await open(...how)
    try {
      await refuseOther(session, target)
      return session
    } catch (error) {
      await session.close()
      throw error
    }
  }
}

async function refuseOther(session: Session, target: Target): Promise<void> {
  const [found] = await session.query<{ same: boolean | null; path: string }>(
    `select current_user operator(pg_catalog.=) session_user and (select r.rolsuper from pg_catalog.pg_roles r
      where r.rolname operator(pg_catalog.=) current_user) as same, pg_catalog.current_setting('search_path') as path`,
  )
  if (found?.same && /^pg_catalog, ?pg_temp$/.test(found.path)) return
  const what = found?.same ? 'search_path for' : 'role of'
  const reason = `an \`ALTER DATABASE … SET\` of baseline, seed or a revision makes another ${what} its superuser.`
  throw gateError('rehearsal-refused', { source: describeTarget(target), reason })
}
