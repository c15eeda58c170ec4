/** What a statement has to do with transactions and locks, told from its words. Pure. */

import type { Statement } from './statements.ts'
import { matchWords, readName, readWords, skipParentheses, skipWords } from './words.ts'

/** An index that a statement makes or drops without holding a lock, to be looked for in the catalog. */
export type ConcurrentIndex =
  | { kind: 'create-index'; name: string; table: string[] }
  | { kind: 'drop-index'; names: string[][] }

/**
 * The words of a statement that begins, ends or bends a transaction, such as `rollback to`; undefined for all others.
 * SET TRANSACTION counts: the transaction is the gate's, and it has asked something before the first statement.
 */
export function findTransactionControl(statement: Statement): string | undefined {
  const words = readWords(statement.text, 4)
  const found = transactionControls.find(control => matchWords(words, 0, ...control))
  if (found !== undefined) return found.join(' ')
  // `prepare transaction as select 1` prepares a query of that name.
  return matchWords(words, 0, 'prepare', 'transaction') && words[2] !== 'as' && words[2] !== '('
    ? 'prepare transaction'
    : undefined
}

/**
 * What cannot run in a transaction block, as words for people such as `create index concurrently`; undefined for
 * what can, or what only the server can tell (REINDEX and CLUSTER of a partitioned table). The list is that of
 * PreventInTransactionBlock in PostgreSQL 18, tried on a server. DROP SUBSCRIPTION is on it, though one without a
 * slot could: outside of a transaction both work.
 */
export function runsOutsideTransaction(statement: Statement): string | undefined {
  const words = readWords(statement.text, 3)
  const reader = outsideReaders.find(({ head }) => matchWords(words, 0, ...head))
  return reader?.read(statement.text)
}

/**
 * True for the forms that leave something half done when they fail: CREATE, DROP and REINDEX … CONCURRENTLY, and
 * DETACH PARTITION … CONCURRENTLY. No lock_timeout for them. (REFRESH … CONCURRENTLY is an ordinary transaction.)
 */
export function isConcurrently(statement: Statement): boolean {
  return runsOutsideTransaction(statement)?.endsWith('concurrently') ?? false
}

/**
 * The index of CREATE or DROP INDEX CONCURRENTLY, with names as the catalog has them (bare ones in lower case, 63
 * bytes). Undefined for other statements, and where it cannot be told: an index without a name, Unicode escapes.
 */
export function indexOfStatement(statement: Statement): ConcurrentIndex | undefined {
  const words = readWords(statement.text, 200)
  if (matchWords(words, 0, 'drop', 'index', 'concurrently')) return readDroppedIndexes(words)
  const begin = skipWords(words, 1, 'unique')
  if (words[0] !== 'create' || !matchWords(words, begin, 'index', 'concurrently')) return undefined
  const named = skipWords(words, begin + 2, 'if', 'not', 'exists')
  const name = words[named] === 'on' ? undefined : readName(words, named)
  if (name === undefined || words[name.next] !== 'on') return undefined
  const only = skipWords(words, name.next + 1, 'only')
  const table = readName(words, skipWords(words, only, '('))
  const [only_] = name.parts
  return table === undefined || name.parts.length !== 1 || only_ === undefined
    ? undefined
    : { kind: 'create-index', name: only_, table: table.parts }
}

/** True for SET standard_conforming_strings = off, after which the server reads quotes otherwise than we do. */
export function changesQuoting(statement: Statement): boolean {
  const words = readWords(statement.text, 5)
  const at = skipWords(words, 1, ['local', 'session'])
  const value = words[at + 2]?.replace(/^'(.*)'$/, '$1').toLowerCase() ?? ''
  return (
    words[0] === 'set' &&
    matchWords(words, at, 'standard_conforming_strings', ['=', 'to']) &&
    ['off', 'of', 'false', 'fals', 'fal', 'fa', 'f', 'no', 'n', '0'].includes(value)
  )
}

const transactionControls: string[][] = [
  ['begin'],
  ['start', 'transaction'],
  ['commit', 'prepared'],
  ['commit'],
  ['end'],
  ['rollback', 'to'],
  ['rollback', 'prepared'],
  ['rollback'],
  ['abort'],
  ['savepoint'],
  ['release'],
  ['set', 'transaction'],
  ['set', 'local', 'transaction'],
  ['set', 'session', 'transaction'],
]

interface OutsideReader {
  head: (string | string[])[]
  read: (statement: string) => string | undefined
}

/** By the first words; only for these is the rest of a statement read. */
const outsideReaders: OutsideReader[] = [
  { head: ['create', ['index', 'unique']], read: readCreateIndex },
  { head: ['drop', 'index', 'concurrently'], read: () => 'drop index concurrently' },
  { head: ['reindex'], read: readReindex },
  { head: ['vacuum'], read: () => 'vacuum' },
  { head: ['create', 'database'], read: () => 'create database' },
  { head: ['drop', 'database'], read: () => 'drop database' },
  { head: ['create', 'tablespace'], read: () => 'create tablespace' },
  { head: ['drop', 'tablespace'], read: () => 'drop tablespace' },
  { head: ['alter', 'database'], read: readAlterDatabase },
  { head: ['alter', 'system'], read: () => 'alter system' },
  { head: ['alter', 'table'], read: readDetach },
  { head: ['cluster'], read: readCluster },
  { head: ['discard', 'all'], read: () => 'discard all' },
  { head: ['create', 'subscription'], read: readCreateSubscription },
  { head: ['drop', 'subscription'], read: () => 'drop subscription' },
  { head: ['alter', 'subscription'], read: readAlterSubscription },
]

function readDroppedIndexes(words: string[]): ConcurrentIndex | undefined {
  const names: string[][] = []
  let at = skipWords(words, 3, 'if', 'exists')
  for (;;) {
    const name = readName(words, at)
    if (name === undefined) return undefined
    names.push(name.parts)
    if (words[name.next] !== ',') return { kind: 'drop-index', names }
    at = name.next + 1
  }
}

function readCreateIndex(statement: string): string | undefined {
  const words = readWords(statement, 4)
  return matchWords(words, skipWords(words, 1, 'unique'), 'index', 'concurrently')
    ? 'create index concurrently'
    : undefined
}

function readReindex(statement: string): string | undefined {
  const words = readWords(statement, 60)
  const at = skipParentheses(words, 1)
  if (isOptionOn(words.slice(1, at), 'concurrently', false) || words[at + 1] === 'concurrently')
    return 'reindex concurrently'
  const target = words[at] ?? ''
  return ['schema', 'database', 'system'].includes(target) ? `reindex ${target}` : undefined
}

/** TABLESPACE is an option of ALTER DATABASE … WITH as well (AlterDatabase in dbcommands.c). */
function readAlterDatabase(statement: string): string | undefined {
  const words = readWords(statement, 6)
  const at = skipWords(words, 3, ['set', 'with'])
  return words[at] === 'tablespace' ? 'alter database set tablespace' : undefined
}

function readDetach(statement: string): string | undefined {
  const words = readWords(statement, 40)
  const table = readName(words, skipWords(words, skipWords(words, 2, 'if', 'exists'), 'only'))
  const at = skipWords(words, table?.next ?? words.length, '*')
  if (!matchWords(words, at, 'detach', 'partition')) return undefined
  const partition = readName(words, at + 2)
  return words[partition?.next ?? words.length] === 'concurrently'
    ? 'detach partition concurrently'
    : undefined
}

function readCluster(statement: string): string | undefined {
  const words = readWords(statement, 60)
  const at = skipWords(words, skipParentheses(words, 1), 'verbose')
  return at >= words.length ? 'cluster without a table' : undefined
}

/** A slot is created unless `create_slot` or `connect` is off. */
function readCreateSubscription(statement: string): string | undefined {
  const words = readWords(statement)
  const makesSlot = isOptionOn(words, 'create_slot', isOptionOn(words, 'connect', true))
  return makesSlot ? 'create subscription' : undefined
}

function readAlterSubscription(statement: string): string | undefined {
  const words = readWords(statement)
  const action = words[3] ?? ''
  const refreshes =
    action === 'refresh' ||
    (['set', 'add', 'drop'].includes(action) &&
      words[4] === 'publication' &&
      isOptionOn(words, 'refresh', true))
  if (refreshes) return 'alter subscription with refresh'
  const option = ['failover', 'two_phase'].find(
    name => action === 'set' && words[4] === '(' && words.includes(name),
  )
  return option === undefined ? undefined : `alter subscription set (${option})`
}

/** An option `name`, `name value` or `name = value` within parentheses, by the rules of defGetBoolean. */
function isOptionOn(words: string[], name: string, otherwise: boolean): boolean {
  const at = words.findIndex((found, i) => found === name && ['(', ','].includes(words[i - 1] ?? ''))
  if (at === -1) return otherwise
  const value = words[skipWords(words, at + 1, '=')]?.replace(/^'(.*)'$/, '$1').toLowerCase() ?? ''
  return !['off', 'false', '0'].includes(value)
}
