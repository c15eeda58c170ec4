/** Filters from a seed, with what picomatch and other matchers read differently. */

const plain = [
  'migrations/**',
  'src/orion/**',
  '**/*.sql',
  '**',
  '*',
  'docs/**',
  '*.md',
  'src/**/db/**',
  'db/*',
  'a/**',
  'a',
  'ab/**',
  '.github/**',
  '**/*.{sql,py}',
  'migrations',
  'migrations/',
  'vendor/lib/**',
  'vendor/lib',
  '**/*',
  'src/*/main.py',
  '**/README.md',
  'Migrations/**',
  '*/*.sql',
  'a/b/*',
  'new/**',
]
const strange = [
  '[!a]/**',
  '[^a]/**',
  'app/[slug]/**',
  '**/[id].tsx',
  '(a|ab)/*',
  '@(a|docs)/**',
  '!(a)/**',
  '!(docs)',
  '**/!(1).sql',
  '+(a)/b',
  '?(a)b/**',
  '*(a|b)/**',
  '**.sql',
  '**.test.ts',
  './a/**',
  './!a/**',
  '{01..03}/**',
  '000{1..3}*',
  'a/**/**',
  'c++/**',
  'lib/(old)/**',
  'docs/**|a/**',
  '"a"/b',
  '"it is".sql',
  'migrations/\\1.sql',
  '**/back\\\\slash',
  'a//b',
  'a/../a/b',
  '**/$x',
  '**/#a',
  '#a',
  '**/!a',
  '**/a+b',
  '**/a,b.csv',
  '**/{a}.txt',
  '**/q?.sql',
  '**/q\\?.sql',
  '[a-c]/**',
  '[ab]/*',
  '[ab]+/*',
  '(a|ab)?/*',
  '*.*',
  '**/.*',
  '**/*.*',
  'a*',
  'a**',
  '***',
  '(src/orion|docs)/**',
  '!(docs/**)',
  '**/*.!(md)',
  '**/*[0-9].sql',
  '[[:lower:]]/**',
  '{a,docs}/**',
  'src/{orion,nebula/db}/*',
  '{a}/**',
  '[a',
  '{a/**',
  '(a/**',
  'x{1..3}.y/**',
  '!(a)b/**',
]
const negations = ['!docs/**', '!**/*.md', '!a/**', '!!a/**', '!migrations/1.sql', '!**.sql', '!(a|ab)/**']
const statuses = [
  'added',
  'deleted',
  'modified',
  'added|modified',
  'Added | DELETED',
  'renamed',
  'copied',
  'unmerged',
  'add',
  'type-changed',
]

const listForms = ['none', 'csv', 'json', 'shell', 'escape']

function pattern(random) {
  const kind = random.below(100)
  return random.pick(kind < 50 ? plain : kind < 88 ? strange : negations)
}

function rule(random) {
  if (random.chance(75)) return pattern(random)
  const patterns = random.chance(60) ? pattern(random) : [pattern(random), pattern(random)]
  return { [random.pick(statuses)]: patterns }
}

/** A filters text and the inputs that go with it. */
export function makeAsk(random) {
  const filters = {}
  const taken = ['orion', 'migrations', 'any', 'x y', 'äö', 'a_count']
  for (let count = 1 + random.below(3); count > 0; count--) {
    const name = random.chance(2) ? random.pick(['changes', 'status', 'report', '1']) : random.pick(taken)
    const rules = Array.from({ length: 1 + random.below(3) }, () => rule(random))
    filters[name] = random.chance(30)
      ? rules[0]
      : random.chance(15)
        ? [rules, [pattern(random)]]
        : random.chance(2)
          ? []
          : rules
  }
  const listFiles = random.pick(listForms)
  return {
    filters: `${JSON.stringify(filters)}\n`,
    ...(random.chance(25) ? { quantifier: 'every' } : {}),
    ...(listFiles === 'none' ? {} : { list: random.chance(10) ? listFiles.toUpperCase() : listFiles }),
  }
}

/** Texts that both have to refuse, or to read in their own way, whole. */
export const fixedAsks = [
  { filters: 'a: [x\n' },
  { filters: 'a: x\na: y\n' },
  { filters: '- a\n- b\n' },
  { filters: 'just: 3\n' },
  { filters: 'a:\n  - null\n' },
  { filters: "a: ''\n" },
  { filters: 'a: {added: 3}\n' },
  { filters: 'a: x\n', list: 'xml' },
  { filters: 'a: x\n', quantifier: 'none' },
  { filters: 'shared: &shared\n  - a/**\nall:\n  - *shared\n  - docs/**\n', list: 'json' },
  { filters: 'base: &base {added: "**"}\nmore:\n  <<: *base\n  deleted: "**"\n', list: 'json' },
  { filters: 'b: "**"\n2: "**"\n1: "**"\n', list: 'csv' },
]
