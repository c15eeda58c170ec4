import { entry } from './entry.ts'

/** Failures of the first stage. What merely cannot be compared is no failure: it counts as changed. */
export const changesEntries = {
  'filters-missing': entry<{ path: string; looked: string[] }>({
    exit: 2,
    says: f => `The filters file "${f.path}" does not exist; looked for ${f.looked.join(' and ')}.`,
    cure: () => 'Name a file that is in the checkout, or write the filters inline.',
    example: { path: '.github/filters.yml', looked: ['.github/filters.yml', 'backend/.github/filters.yml'] },
  }),
  'filters-yaml': entry<{ source: string; line: number; column: number; reason: string }>({
    exit: 2,
    says: f => `The YAML of ${f.source} is wrong at line ${f.line}, column ${f.column}: ${f.reason}.`,
    cure: () => 'Correct the YAML there; the form is that of dorny/paths-filter.',
    example: { source: 'the filters input', line: 3, column: 5, reason: 'Map keys must be unique' },
  }),
  'filters-root': entry<{ source: string; found: string }>({
    exit: 2,
    says: f => `In ${f.source} there is ${f.found} where a map from filter names to patterns belongs.`,
    cure: () => "Write one filter a line, such as `migrations: 'migrations/**'`.",
    example: { source: 'the filters input', found: 'a list' },
  }),
  'filters-shape': entry<{ source: string; filter: string; reason: string }>({
    exit: 2,
    says: f => `In ${f.source}, the filter "${f.filter}" ${f.reason}.`,
    cure: () =>
      'A filter is a pattern, a list of patterns, or a map from a status (added, modified, …) to patterns.',
    example: {
      source: 'the filters input',
      filter: 'migrations',
      reason: 'has the number 3 where a pattern belongs',
    },
  }),
  'pattern-complex': entry<{ pattern: string; reason: string }>({
    exit: 2,
    says: f => `The pattern \`${f.pattern}\` cannot be matched: ${f.reason}.`,
    cure: () => 'Write several shorter patterns.',
    example: { pattern: '{a,b}{a,b}{a,b}', reason: 'its braces make more than 10000 of it' },
  }),
}
