import { entry } from './entry.ts'

const saying = (says: string) => (says === '' ? 'says nothing' : `says ${says}`)

const sayAt = (at: string) => (at === 'base' ? 'what is there before the first revision' : `that of ${at}`)

/** How a live schema and a history stand to each other. */
export const driftEntries = {
  drift: entry<{ where: string; at: string; difference: string }>({
    exit: 1,
    says: f =>
      `${f.where} is not what its revisions make${f.at === '' ? '' : ` (up to ${f.at})`}: ${f.difference}.`,
    cure: () => 'Put it into a new revision, or take it back by hand.',
    example: {
      where: 'db.example.com:5432/relay',
      at: '0003',
      difference: 'index by_hand_idx on orders exists only in the live database',
    },
  }),
  'drift-collides': entry<{
    id: string
    object: string
    live: 'has' | 'lacks'
    effect: 'makes' | 'removes' | 'needs'
    where: string
    statement: string
  }>({
    exit: 1,
    says: f =>
      f.live === 'has'
        ? `${f.id} will fail on ${f.where}: it makes ${f.object}, which is there already, though no applied revision makes it.`
        : `${f.id} will fail on ${f.where}: it ${f.effect === 'removes' ? 'removes' : 'needs'} ${f.object}, which is no longer there, though the applied revisions make it.`,
    cure: f =>
      f.live === 'has'
        ? 'Before the deploy, drop what is there, or see that it is the same and let the statement pass over it: `if not exists`.'
        : 'Before the deploy, make it again, or let the statement pass over it: `if exists`.',
    example: {
      id: '0004',
      object: 'index by_hand_idx on orders',
      live: 'has',
      effect: 'makes',
      where: 'db.example.com:5432/relay',
      statement: 'create index by_hand_idx on orders (note)',
    },
  }),
  'drift-not-compared': entry<{ reason: string }>({
    exit: 1,
    says: f => `The live database of \`drift-url\` was not compared: ${f.reason}.`,
    cure: () => 'Mend that, or take `drift-url` away.',
    example: { reason: 'its history holds 0009, of which there is no file' },
  }),
  'schema-elsewhere': entry<{ database: string; says: string; at: string; same: string }>({
    exit: 1,
    says: f =>
      `The history of ${f.database} ${saying(f.says)}, and its schema is exactly ${sayAt(f.at)}${f.same === '' ? '' : ` (and of ${f.same}, which leave the schema as it is)`}.`,
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
    unlike: string
  }>({
    exit: 1,
    says: f =>
      `The history of ${f.database} ${saying(f.says)}, and its schema is that of no revision. ${f.partOf === '' ? `The nearest is ${f.nearest}` : `It is between ${f.nearest} and ${f.partOf}, with only a part of what ${f.partOf} changes`}: ${f.differences}.${f.unlike === '' ? '' : ` ${f.unlike}`}`,
    cure: f =>
      f.partOf !== ''
        ? `Finish or undo by hand what ${f.partOf} does, then ask again.`
        : f.unlike === ''
          ? 'Undo by hand what no revision made, or put it into a new revision; then ask again.'
          : 'Undo by hand what no revision made, or make it what those revisions make; then ask again.',
    example: {
      database: 'relay',
      says: '9e8c',
      nearest: '9e8c',
      differences: 'index by_hand_idx on orders exists only in the live database',
      partOf: '',
      unlike: 'As a1b2 makes it: column items.note is missing in the live database.',
    },
  }),
  'schema-ahead': entry<{
    database: string
    unknown: string
    newer: boolean
    at: string
    commit?: string | undefined
  }>({
    exit: 1,
    says: f =>
      `${f.newer ? `${f.database} is ahead of this commit: its history` : `The history of ${f.database}`} names ${f.unknown}, which no file here has${f.at === '' ? ', and which may have made what differs' : `; its schema is exactly ${sayAt(f.at)}`}.`,
    cure: f =>
      `Check out a commit that has ${f.unknown}${f.commit === undefined ? '' : `, such as ${f.commit}`}, and run \`locate\` there.`,
    example: { database: 'relay', unknown: '0007', newer: true, at: '' },
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
