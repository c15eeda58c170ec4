import { entry } from './entry.ts'

/** What was seen of a statement. */
interface EvidenceFacts {
  /** The statement, in one line; empty where only its work was seen. */
  statement: string
  /** `orders`, or several. */
  on: string
  /** What was seen: `it held ACCESS EXCLUSIVE on orders for 12 ms and wrote it anew`. */
  seen: string
  /** What becomes of the version that is live: `nobody can read or write orders meanwhile`. */
  live: string
  /** `Postgres 16.4` */
  server: string
  /** What the table has in production: a sentence, or empty. */
  size: string
  /** How a line of the revision lets it through. */
  allow: string
}

const example: EvidenceFacts = {
  statement: 'alter table orders add column mail email',
  on: 'orders',
  seen: 'it held ACCESS EXCLUSIVE on orders for 12 ms and wrote it anew',
  live: 'nobody can read or write orders',
  server: 'Postgres 16.4',
  size: 'orders has 41 million rows, 12 GB in production (stats of 2026-11-20).',
  allow: '`-- gate: allow rehearsed-rewrite because <reason>`',
}

const said = ({ statement, seen, live, server, size }: EvidenceFacts) =>
  `${statement === '' ? 'What this revision does besides DDL' : `\`${statement.replaceAll('`', "'")}\``}, rehearsed on ${server}: ${seen}. The more rows there are, the longer: ${live} meanwhile.${size === '' ? '' : ` ${size}`}`

/** What a rehearsal showed of a statement, where the text says nothing of it. */
export const evidenceEntries = {
  'rehearsed-rewrite': entry({
    exit: 1,
    says: said,
    cure: ({ on, allow }: EvidenceFacts) =>
      `Leave the rows of ${on} where they lie: add what is new as a nullable column without a default (or as a table of its own), fill it in batches in the next revision, and let a new version use it. Where the table is small: ${allow}.`,
    example,
  }),
  'rehearsed-scan': entry({
    exit: 1,
    says: said,
    cure: ({ on, allow }: EvidenceFacts) =>
      `Read ${on} while others can write: constraints first as NOT VALID and validated in the next revision, indexes CONCURRENTLY, rows changed in a revision of their own that locks no table. Where the table is small: ${allow}.`,
    example: {
      ...example,
      seen: 'it held ACCESS EXCLUSIVE on orders for 12 ms and read it from its first row to its last',
    },
  }),
  'rehearsed-lock': entry({
    exit: 1,
    says: ({ statement, seen, server, on, size }: EvidenceFacts) =>
      `\`${statement.replaceAll('`', "'")}\`, rehearsed on ${server}: ${seen}, though it does not name ${on}. Whoever uses ${on} waits for it until this revision commits.${size === '' ? '' : ` ${size}`}`,
    cure: ({ on, allow }: EvidenceFacts) =>
      `Give it a revision of its own, so that the lock on ${on} is short. Where that is so already: ${allow}.`,
    example: {
      ...example,
      statement: 'alter table orders drop constraint orders_customer_id_fkey',
      on: 'customers',
      seen: 'it held ACCESS EXCLUSIVE on customers for 3 ms',
    },
  }),
}
