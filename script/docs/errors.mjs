/** docs/errors.md, from the catalogue: each entry with the facts of its example. */
import { escapeMarkdown } from './tables.mjs'

/** Module and name of a group of entries, and what it is about. */
const groups = [
  ['settings', 'settingsEntries', 'Inputs, options, the config file'],
  ['events', 'eventEntries', 'Events and secrets'],
  ['changes', 'changesEntries', 'Filters'],
  ['check', 'checkEntries', 'The check of a history'],
  ['image', 'imageEntries', 'The image that migrates'],
  ['rehearsal', 'rehearsalEntries', 'The rehearsal'],
  ['drift', 'driftEntries', 'The schema of a live database'],
  ['lint', 'lintEntries', 'The text of new revisions'],
  ['evidence', 'evidenceEntries', 'What only a rehearsal shows'],
  ['connection', 'connectionEntries', 'The way to the database'],
  ['revisions', 'revisionEntries', 'Files of revisions'],
  ['history', 'historyEntries', 'History and files'],
  ['downgrade', 'downgradeEntries', 'Taking a revision back'],
  ['run', 'runEntries', 'The run'],
  ['follow-ups', 'followUpEntries', 'What follows the revisions'],
  ['doors', 'doorEntries', 'Around the run'],
  ['alembic-files', 'alembicFileEntries', 'Alembic: files'],
  ['alembic', 'alembicEntries', 'Alembic: what it said'],
  ['alembic-run', 'alembicRunEntries', 'Alembic: the run'],
  ['python', 'pythonEntries', 'Python around Alembic'],
]

const intro = `# Errors

<!-- Made by script/docs.mjs from src/catalogue. -->

Every failure has an id, a sentence and a cure. The id is in the title of the annotation (\`Migration Gate: modified\`) and in the
JSON report. The sentences below are those of an example. What to do step by step is in the [runbook](runbook.md).

Exit 1: the gate is closed. Exit 2: wrong use or configuration. Exit 130: interrupted. In Actions each of them fails the step.
`

export async function renderErrors(load) {
  const { catalogue } = await load('catalogue/catalogue.js')
  const left = new Set(Object.keys(catalogue))
  const parts = [intro]
  for (const [module, name, title] of groups) {
    parts.push(`## ${title}\n`)
    const entries = (await load(`catalogue/${module}.js`))[name]
    for (const [id, entry] of Object.entries(entries)) {
      left.delete(id)
      parts.push(renderEntry(id, entry))
    }
  }
  if (left.size > 0) throw new Error(`script/docs/errors.mjs knows no group for ${[...left].join(', ')}.`)
  return parts.join('\n')
}

function renderEntry(id, { says, cure, example, exit }) {
  const [sentence, way] = [says(example), cure(example)].map(escapeMarkdown)
  return `### ${id}\n\n> ${sentence}\n\n${way} _Exit ${exit}._\n`
}
