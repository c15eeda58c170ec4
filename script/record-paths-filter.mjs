/**
 * Writes down what dorny/paths-filter answers: `node script/record-paths-filter.mjs CLONE`, where CLONE is a checkout of it
 * at the release to be recorded. Its own bundle is run for each case, with no network. A few minutes.
 */
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fixedAsks, makeAsk } from './paths-filter/filters.mjs'
import { makeRandom, makeSituations, makeWorld } from './paths-filter/generate.mjs'
import { buildWorld, checkOut, eventEnvironment, fillPayload } from './paths-filter/world.mjs'
import { root } from './tools.mjs'

const worlds = 15
const asksOfEach = 7
const target = join(root, '__tests__/fixtures/paths-filter')

async function main([clone, ...rest]) {
  if (clone === undefined || rest.length > 0 || !existsSync(join(clone, 'dist/index.js')))
    throw new Error('Usage: node script/record-paths-filter.mjs CLONE, a checkout of dorny/paths-filter')
  const bundle = resolve(clone, 'dist/index.js')
  const commit = execFileSync('git', ['rev-parse', 'HEAD'], { cwd: clone, encoding: 'utf8' }).trim()
  const recorded = []
  for (let seed = 1; seed <= worlds; seed++) {
    recorded.push(await recordWorld(bundle, seed))
    process.stderr.write(`world ${seed} of ${worlds}\n`)
  }
  mkdirSync(target, { recursive: true })
  writeFileSync(
    join(target, 'recorded.json'),
    render({ action: `dorny/paths-filter@${commit}`, worlds: recorded }),
  )
}

async function recordWorld(bundle, seed) {
  const random = makeRandom(seed)
  const made = makeWorld(random)
  const built = buildWorld(made.world)
  try {
    const situations = []
    for (const situation of makeSituations(random, made)) {
      const asks = Array.from({ length: asksOfEach }, () => makeAsk(random))
      if (seed === 1 && situations.length === 0) asks.push(...fixedAsks)
      situations.push({ ...situation, asks: await recordSituation(bundle, built, situation, asks) })
    }
    return { ...made.world, situations }
  } finally {
    built.remove()
  }
}

/** All cases of a situation, one after the other. A shallow clone is copied for each, since paths-filter fetches into it. */
async function recordSituation(bundle, built, situation, asks) {
  const folder = mkdtempSync(join(tmpdir(), 'paths-filter-'))
  const server = situation.rows === undefined ? undefined : await serveRows(situation.rows)
  const tree = checkOut(built, situation)
  try {
    const payload = join(folder, 'event.json')
    writeFileSync(payload, JSON.stringify(fillPayload(situation.payload, built.commits)))
    const cases = asks.map((ask, index) => {
      const work = situation.depth === undefined ? tree.path : join(folder, `work${index}`)
      // cp, since Node cannot copy a name that is not UTF-8.
      if (work !== tree.path) execFileSync('cp', ['-a', tree.path, work])
      const outputs = join(folder, `outputs${index}`)
      writeFileSync(outputs, '')
      const env = {
        ...built.env,
        ...eventEnvironment(situation, built.commits),
        ...inputsOf(situation, ask, built.commits),
        GITHUB_ACTIONS: 'true',
        GITHUB_WORKSPACE: work,
        RUNNER_TEMP: folder,
        GITHUB_EVENT_PATH: payload,
        GITHUB_OUTPUT: outputs,
        GITHUB_API_URL: server?.url ?? 'http://127.0.0.1:9',
        INPUT_TOKEN: server === undefined ? '' : 'token',
      }
      return { cwd: work, env, outputs }
    })
    const codes = await runCases(bundle, folder, cases)
    return asks.map((ask, index) => ({
      ...ask,
      ...(codes[index] === '0'
        ? { out: readOutputs(readFileSync(cases[index].outputs, 'utf8')) }
        : { failed: true }),
    }))
  } finally {
    server?.close()
    tree.remove()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function runCases(bundle, folder, cases) {
  const list = join(folder, 'cases.json')
  writeFileSync(list, JSON.stringify(cases))
  const script = join(root, 'script/paths-filter/run-cases.mjs')
  await new Promise(done => {
    const child = spawn(process.execPath, ['--no-warnings', script, bundle, list], { stdio: 'ignore' })
    child.on('close', done)
  })
  return readFileSync(`${list}.codes`, 'utf8').split('\n')
}

function inputsOf(situation, ask, commits) {
  const inputs = {
    filters: ask.filters,
    'list-files': ask.list ?? 'none',
    'predicate-quantifier': ask.quantifier ?? 'some',
    'initial-fetch-depth': '100',
    base: '',
    ref: '',
    'working-directory': '',
    ...fillPayload(situation.inputs ?? {}, commits),
  }
  return Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
  )
}

/** The list of a pull request's files, a hundred a page. */
function serveRows(rows) {
  return new Promise(done => {
    const server = createServer((request, response) => {
      response.setHeader('content-type', 'application/json')
      const page = Number(new URL(request.url, 'http://x').searchParams.get('page') ?? '1')
      response.end(JSON.stringify(rows.slice((page - 1) * 100, page * 100)))
    })
    server.listen(0, '127.0.0.1', () =>
      done({ url: `http://127.0.0.1:${server.address().port}`, close: () => server.close() }),
    )
  })
}

/** `name<<mark`, the lines of the value, `mark`. */
function readOutputs(text) {
  const outputs = {}
  const lines = text.split('\n')
  for (let at = 0; at < lines.length; at++) {
    const [, name, mark] = /^(.*?)<<(ghadelimiter_.+)$/.exec(lines[at]) ?? []
    if (name === undefined) continue
    const value = []
    while (lines[++at] !== mark) value.push(lines[at])
    outputs[name] = value.join('\n')
  }
  return outputs
}

/** One case a line, so that a change of one is a change of a line. */
function render({ action, worlds: all }) {
  const blocks = all.map(({ commits, refs, situations }) => {
    const told = situations.map(({ asks, ...situation }) => {
      const head = JSON.stringify(situation).slice(0, -1)
      return `${head},"asks":[\n${asks.map(ask => JSON.stringify(ask)).join(',\n')}]}`
    })
    return `{"commits":${JSON.stringify(commits)},\n"refs":${JSON.stringify(refs)},\n"situations":[\n${told.join(',\n')}]}`
  })
  return `{"action":${JSON.stringify(action)},"worlds":[\n${blocks.join(',\n')}]}\n`
}

main(process.argv.slice(2)).catch(error => {
  console.error(`record-paths-filter: ${error.message}`)
  process.exitCode = 1
})
