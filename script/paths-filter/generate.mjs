/** Worlds, events and filters from a seed: the questions that paths-filter is asked. */

/** Numbers from 0 to below `most`, the same for the same seed (mulberry32). */
export function makeRandom(seed) {
  let state = seed | 0
  const below = most => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % most
  }
  return { below, pick: list => list[below(list.length)], chance: percent => below(100) < percent }
}

const folders = [
  'migrations',
  'src/orion',
  'src/nebula/db',
  'db/events',
  'docs',
  'app/[slug]',
  '.github/workflows',
  'a',
  'ab',
  'a/b',
  'c++',
  'lib/(old)',
]
const names = [
  '1.sql',
  '0002_add.sql',
  'main.py',
  'README.md',
  'x.y.ts',
  '.hidden',
  'b',
  'a',
  '[id].tsx',
  'it is.sql',
  "it's.sql",
  '"q".sql',
  'ünï.sql',
  'a,b.csv',
  '$x',
  'a+b',
  '!a',
  '#a',
  '-rf',
  'index.test.ts',
  '{a}.txt',
  'q?.sql',
  'back\\slash',
  'Upper.SQL',
]
const odd = ['migrations/new\nline.sql', 'docs/tab\t.md', 'db/\xff.sql']

/** A history: `main` with a merge or two, `topic` beside it, an entry of the merge queue, a merge of the pull request, tags. */
export function makeWorld(random) {
  const commits = []
  const trees = []
  const paths = () => `${random.chance(85) ? `${random.pick(folders)}/` : ''}${random.pick(names)}`
  const commit = (parents, files) => {
    const tree = { ...(trees[parents[0]] ?? {}) }
    const kept = {}
    for (const [path, content] of Object.entries(files)) {
      if (content === null ? tree[path] === undefined : clashes(tree, path)) continue
      if (content === null) delete tree[path]
      else tree[path] = content
      kept[path] = content
    }
    trees.push(tree)
    commits.push({ ...(parents.length === 0 ? {} : { parents }), files: kept })
    return commits.length - 1
  }
  const change = parent => {
    const files = {}
    for (let count = 2 + random.below(6); count > 0; count--)
      files[random.chance(4) ? random.pick(odd) : paths()] = `${random.below(99)}`
    const known = Object.keys(trees[parent] ?? {})
    for (const path of known) {
      if (random.chance(10))
        files[path] = random.chance(40) ? null : random.chance(12) ? '-> target' : `${random.below(99)}x`
    }
    if (random.chance(5)) files['vendor/lib'] = `@${String(random.below(9)).repeat(40)}`
    return commit(parent === undefined ? [] : [parent], files)
  }
  const merge = (into, from, fork) => {
    const files = {}
    for (const path of new Set([...Object.keys(trees[from]), ...Object.keys(trees[fork])])) {
      if (trees[from][path] !== trees[fork][path]) files[path] = trees[from][path] ?? null
    }
    return commit([into, from], files)
  }
  let main = change(undefined)
  for (let count = 1 + random.below(3); count > 0; count--) main = change(main)
  const fork = main
  let topic = change(fork)
  for (let count = random.below(3); count > 0; count--) topic = change(topic)
  for (let count = random.below(3); count > 0; count--) main = change(main)
  const pull = merge(main, topic, fork)
  const entry = change(main)
  const second = change(entry)
  const side = change(main)
  const merged = random.chance(50) ? merge(main, side, main) : change(main)
  const refs = {
    'refs/heads/main': main,
    'refs/heads/topic': topic,
    'refs/heads/next': merged,
    'refs/pull/7/merge': pull,
    'refs/heads/gh-readonly-queue/main/pr-8-abc': second,
    'refs/tags/v1.0.0': 0,
    'refs/tags/v1.1.0': main,
  }
  return { world: { commits, refs }, trees, at: { fork, main, topic, pull, entry, second, merged } }
}

function clashes(tree, path) {
  return Object.keys(tree).some(other => other.startsWith(`${path}/`) || path.startsWith(`${other}/`))
}

const repository = { full_name: 'o/r', default_branch: 'main' }

/** What can happen in a world: every event, full and shallow. */
export function makeSituations(random, { world, trees, at }) {
  const main = 'refs/heads/main'
  const topic = 'refs/heads/topic'
  const parent = index => world.commits[index].parents?.[0]
  const push = (ref, before, more = {}) => ({
    event: 'push',
    ref,
    sha: `@${world.refs[ref]}`,
    payload: { ref, before, after: `@${world.refs[ref]}`, repository },
    ...more,
  })
  const pull = (event, ref, more = {}) => ({
    event,
    ref,
    githubRef: event === 'pull_request_target' ? main : 'refs/pull/7/merge',
    payload: {
      number: 7,
      pull_request: {
        number: 7,
        base: { ref: 'main', sha: `@${at.main}` },
        head: { ref: 'topic', sha: `@${at.topic}` },
      },
      repository,
    },
    ...more,
  })
  const other = (event, ref, more = {}) => ({
    event,
    ref,
    sha: `@${world.refs[ref]}`,
    payload: { ref, repository },
    ...more,
  })
  const queue = 'refs/heads/gh-readonly-queue/main/pr-8-abc'
  const all = [
    push(main, `@${parent(at.main) ?? 0}`),
    push(main, '@0', { depth: 1 }),
    push(main, '@zeros'),
    push(main, '@0', { inputs: { base: 'main' } }),
    push(topic, '@zeros'),
    push(topic, `@${parent(at.topic)}`, { depth: 1, inputs: { 'initial-fetch-depth': '1' } }),
    push(topic, `@${at.fork}`, { inputs: { base: 'topic' } }),
    push(topic, `@${at.fork}`, {
      inputs: { base: random.pick(['refs/heads/main', 'v1.0.0', `@${at.fork}`]) },
    }),
    push(main, 'abcd'.repeat(10)),
    push(main, '@0', { inputs: { base: 'HEAD' }, dirty: makeDirty(random, trees[at.main]) }),
    pull('pull_request', 'refs/pull/7/merge', { depth: random.pick([0, 2]) }),
    pull('pull_request', topic),
    pull('pull_request', 'refs/pull/7/merge', { rows: rowsOf(random, trees[at.fork], trees[at.topic]) }),
    pull('pull_request_target', main, { rows: rowsOf(random, trees[at.fork], trees[at.topic]) }),
    pull('pull_request_target', main),
    push('refs/tags/v1.1.0', '@zeros'),
    { ...other('release', 'refs/tags/v1.1.0'), payload: { release: { tag_name: 'v1.1.0' }, repository } },
    {
      event: 'merge_group',
      ref: queue,
      sha: `@${at.second}`,
      payload: {
        merge_group: { base_sha: `@${at.main}`, head_sha: `@${at.second}`, head_ref: queue, base_ref: main },
        repository,
      },
    },
    {
      event: 'merge_group',
      ref: queue,
      sha: `@${at.second}`,
      payload: {
        merge_group: { base_sha: `@${at.entry}`, head_sha: `@${at.second}`, head_ref: queue, base_ref: main },
        repository,
      },
    },
    other(random.pick(['workflow_dispatch', 'schedule', 'workflow_run', 'repository_dispatch']), main),
    other('workflow_dispatch', topic),
    other('workflow_dispatch', 'refs/heads/next', {
      payload: { ref: 'refs/heads/next', repository: { ...repository, default_branch: 'next' } },
    }),
    other('workflow_dispatch', main, {
      inputs: { base: random.pick(['topic', 'v1.0.0', '@0']), ref: random.pick(['topic', 'main', 'v1.1.0']) },
    }),
    { event: 'schedule', ref: main, payload: {} },
  ]
  return all
}

/** Files as they lie there: tracked and changed, staged and new, new and unknown to git. */
function makeDirty(random, tree) {
  const tracked = Object.keys(tree).filter(
    path => !/[\n\t\xff]|^-/.test(path) && !tree[path].startsWith('->') && !tree[path].startsWith('@'),
  )
  const written = { 'new/staged.sql': '1', 'new/unknown.sql': '1' }
  for (const path of tracked) if (random.chance(30)) written[path] = 'edited'
  return { written, staged: ['new/staged.sql'] }
}

/** What GitHub's API lists of a pull request; one of the additions may be a rename. */
function rowsOf(random, from, to) {
  const paths = [...new Set([...Object.keys(from), ...Object.keys(to)])].filter(
    path => from[path] !== to[path],
  )
  const rows = paths
    .filter(path => !path.includes('\xff'))
    .map(filename => ({
      filename,
      status: from[filename] === undefined ? 'added' : to[filename] === undefined ? 'removed' : 'modified',
    }))
  const added = rows.find(row => row.status === 'added')
  if (added !== undefined && random.chance(50))
    Object.assign(added, { status: 'renamed', previous_filename: 'old/name.sql' })
  if (random.chance(30)) rows.push({ filename: 'mode.sh', status: 'changed' })
  return rows
}
