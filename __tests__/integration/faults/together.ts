/** Several runs at once on one database: what they came to together. */
import { expect } from '@jest/globals'
import type { Report } from '../../../src/report/shape.ts'

/** A statement that goes on when so many runs are connected. */
export const waitsFor = (runs: number) => `do $$ begin
  while (select count(*) from pg_stat_activity
    where datname = current_database() and application_name like 'migration-gate%') < ${runs} loop
    perform pg_sleep(0.02);
    perform pg_stat_clear_snapshot();
  end loop;
end $$`

/** One run has applied these, in order; the others found nothing to do. */
export function expectOneWinner(reports: Report[], ids: string[]) {
  const applied = reports.map(({ databases }) => databases[0]?.applied ?? [])
  expect(applied.filter(one => one.length > 0)).toEqual([ids])
  expect(reports.map(({ status }) => status).sort()).toEqual([
    ...reports.slice(1).map(() => 'up-to-date'),
    'upgraded',
  ])
  expect(reports.map(({ databases }) => databases[0]?.to)).toEqual(reports.map(() => ids.slice(-1)))
}
