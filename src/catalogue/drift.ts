import { entry } from './entry.ts'

const saying = (says: string) => (says === '' ? 'says nothing' : `says ${says}`)

/** How a live schema and a history stand to each other. */
export const driftEntries = {
  'schema-elsewhere': entry<{ database: string; says: string; at: string; same: string }>({
    exit: 1,
    says: f =>
      `The history of ${f.database} ${saying(f.says)}, and its schema is exactly ${f.at === 'base' ? 'what is there before the first revision' : `that of ${f.at}`}${f.same === '' ? '' : ` (and of ${f.same}, which leave the schema as it is)`}.`,
    cure: f =>
      `Let the history say what is there: \`stamp ${f.at}\` writes it and runs nothing; what comes after it is pending then.`,
    example: { database: 'relay', says: '31e6', at: '9e8c', same: '' },
  }),
  'schema-between': entry<{
    database: string
    says: string
    nearest: string
    differences: string
    partOf: string
  }>({
    exit: 1,
    says: f =>
      `The history of ${f.database} ${saying(f.says)}, and its schema is that of no revision. ${f.partOf === '' ? `The nearest is ${f.nearest}` : `It is between ${f.nearest} and ${f.partOf}, of which a part was run`}: ${f.differences}.`,
    cure: f =>
      f.partOf === ''
        ? 'Undo by hand what no revision made, or put it into a new revision; then ask again.'
        : `Finish or undo by hand what ${f.partOf} does, then ask again.`,
    example: {
      database: 'relay',
      says: '9e8c',
      nearest: '9e8c',
      differences: 'index by_hand_idx on orders exists only in the live database',
      partOf: '',
    },
  }),
  'locate-stopped': entry<{ id: string; reason: string }>({
    exit: 1,
    says: f => `The history cannot be replayed on an empty database: ${f.id} does not run there. ${f.reason}`,
    cure: () =>
      'Name an SQL file with what was there before the first revision: `baseline: db/baseline.sql`.',
    example: { id: '0001', reason: '0001_names.sql failed: relation "customers" does not exist.' },
  }),
  'rehearsal-none': entry<{ reason: string }>({
    exit: 1,
    says: f => `The history cannot be replayed: ${f.reason.replace(/[.\s]+$/, '')}.`,
    cure: () =>
      'Give `rehearse` a server on which it may be tried out: `env:NAME` or the URL of an empty database.',
    example: { reason: 'this machine has no programs of Postgres' },
  }),
}
