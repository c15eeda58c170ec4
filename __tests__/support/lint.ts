/** Revisions as texts, and what the lint says of them. */
import type { Guarded } from '../../src/check/guard/shapes.ts'
import { type Lint, type Linted, openLint } from '../../src/check/lint/lint.ts'
import type { Finding } from '../../src/domain.ts'
import { splitStatements } from '../../src/engines/sql/text/statements.ts'

let opened: Promise<Lint> | undefined

export interface LintOptions {
  /** What ran before: tables with rows. */
  earlier?: string[]
  /** Each revision is one transaction unless this says so. */
  transaction?: boolean
  /** The cures are to be operations of Alembic. */
  alembic?: { together: boolean }
}

/** The findings of new revisions. */
export async function lintTexts(added: string | string[], options: LintOptions = {}): Promise<Finding[]> {
  return (await lintRevisions(added, options)).linted.map(({ finding }) => finding)
}

/** The same with what a rehearsal needs: the revisions, and what each finding is about. */
export async function lintRevisions(
  texts: string | string[],
  options: LintOptions = {},
): Promise<{ linted: Linted[]; added: Guarded[] }> {
  opened ??= openLint()
  const { earlier = [], transaction = true, alembic } = options
  const old = earlier.map((text, index) => revision(text, index + 1, true))
  const added = [texts].flat().map((text, index) => revision(text, old.length + index + 1, transaction))
  return { linted: (await opened)({ earlier: old, added, ...(alembic && { alembic }) }), added }
}

/** `rule level` of each finding. */
export async function rulesOf(added: string | string[], options: LintOptions = {}): Promise<string[]> {
  const findings = await lintTexts(added, options)
  return findings.map(({ rule, level, allowed }) => `${rule} ${allowed === undefined ? level : 'allowed'}`)
}

function revision(text: string, number: number, transaction: boolean): Guarded {
  const id = String(number).padStart(4, '0')
  const path = `migrations/${id}.sql`
  const pieces = splitStatements(text, { path })
  return {
    id,
    key: String(number),
    version: BigInt(number),
    path,
    text,
    up: pieces.map(piece => ({ code: piece.text, text: piece.text, line: piece.line, column: piece.column })),
    down: [],
    rest: transaction ? [] : [{ code: 'transaction:false', text: '', line: 1 }],
    checksum: undefined,
    merge: false,
    line: 1,
  }
}
