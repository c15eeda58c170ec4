/** docs/benchmarks.md, from what was measured. */
import { alone, spared, theAction, theCli } from './alembic.mjs'
import { fastestPeer, ours, yardstick } from './distance.mjs'
import { median, medianDifference, medianRatio } from './measure.mjs'

/** `facts` is the machine in general words, `measured` what the parts gave; parts that did not run are left out. */
export function renderReport({ facts, database, distance, memory, alembic, start, sizes, contenders }) {
  const parts = [
    `# Benchmarks

Written by \`npm run bench\`, never by hand. Measured on ${facts.date}: ${facts.machine}, Node ${facts.node}, Postgres ${facts.postgres} on loopback with \`fsync\` on. Whole processes, from start to exit; contenders in turns, each on databases of its own; medians. Seconds are this machine's: ratios within a run are what to compare. A load above the number of cores means that others worked on it meanwhile, and then the fastest of the rounds say more than the medians.`,
    database?.apply && renderApply(database, contenders),
    database?.idle && renderNothing(database),
    distance && renderDistance(distance),
    memory && renderMemory(memory),
    alembic && renderAlembic(alembic),
    start && renderStart(start),
    sizes && renderSizes(sizes),
    `## Not measured

- Networks, but for their distance: bandwidth, loss, TLS.
- Large revisions, but for their memory: there the server's work is nearly all of the time, whoever sends it.
- Downgrade, \`transaction:false\`, several databases.
- Installing: a runner downloads the action, and has Node already; the peers have to be fetched first.`,
  ]
  return `${parts.filter(Boolean).join('\n\n')}\n`
}

function renderApply({ count, apply, applied }, contenders) {
  const rows = Object.keys(apply).map(name => [
    name,
    seconds(median(apply[name])),
    ratio(medianRatio(apply[name], apply.psql)),
    ratio(Math.min(...apply[name]) / Math.min(...apply.psql)),
    (applied[name].queries / count).toFixed(1),
    String(applied[name].connections),
  ])
  const rounds = apply[ours].length
  return `## ${number(count)} small revisions to apply

One statement each: a table, a column, an index, a row, in turns. ${rounds} rounds. Target: within 1.1 times psql. "Messages" is how often the server was ready for the next one, for each revision; ours sends BEGIN and the statements together.

${table(['', 'Median', 'Times psql', 'Fastest, times psql', 'Messages', 'Connections'], rows)}

What each does for one revision:

${renderContenders(contenders)}`
}

function renderContenders(contenders) {
  return contenders.map(({ name, does }) => `- **${name}**: ${does}.`).join('\n')
}

function renderNothing({ count, idle, nothing }) {
  const rows = Object.keys(idle).map(name => [
    name,
    seconds(median(idle[name])),
    ratio(medianRatio(idle[name], idle[ours])),
    String(nothing[name].queries),
    String(nothing[name].connections),
  ])
  return `## Nothing to do, ${number(count)} revisions applied

${idle[ours].length} rounds. Ours reads and checks every file, asks git what changed, and asks the database two things: where it stands, and its history. Target: two queries after connecting.

${table(['', 'Median', 'Times ours', 'Queries', 'Connections'], rows)}`
}

function renderDistance({ count, contenders, measured }) {
  const [first] = measured
  const peer = fastestPeer(first.times)
  const least = contenders.filter(({ name }) => name !== ours && name !== yardstick)
  const cell = (times, name) =>
    times[name] === undefined ? '' : `${seconds(median(times[name]))} (${timesOurs(times, name)})`
  const rows = contenders.map(({ name }) => [name, ...measured.map(({ times }) => cell(times, name))])
  const heads = measured.map(({ roundTripMs }) => `${roundTripMs} ms`)
  const rounds = measured.map(one => `${one.rounds} at ${one.roundTripMs} ms`).join(', ')
  const trips = measured.map(one => `${one.trip.toFixed(1)} ms`).join(', ')
  return `## At a distance: ${count} small revisions to apply

The same revisions, through a proxy that holds all that passes for half of the round trip each way, in order; bandwidth has no limit, and opening a connection costs nothing more than what is sent over it. Rounds: ${rounds}; a \`select 1\` took ${trips}. In parentheses: times ours, of medians. The others are measured at ${first.roundTripMs} ms; at the other distances psql and the fastest of the ${least.length} peers. Targets at ${first.roundTripMs} ms: 12 times as fast as psql, 5 times as fast as the fastest peer. Here: **${timesOurs(first.times, yardstick)}** and **${timesOurs(first.times, peer)}** (${peer}).

${table(['', ...heads], rows)}

What each does for one revision:

${renderContenders(contenders)}`
}

function timesOurs(times, name) {
  return (median(times[name]) / median(times[ours])).toFixed(1)
}

function renderMemory({ node, peaks }) {
  const rows = peaks.map(({ name, apply, idle }) => [
    name,
    megabytes(apply),
    idle === undefined ? '' : megabytes(idle),
  ])
  return `## Memory

The most that our process had in memory, as the kernel counts it; a Node that does nothing has ${megabytes(node)}. Target: 20,000 revisions in less than 200 MB. The text of a revision is in memory as a whole, and each of its statements as a place in it; a file of more than 512 MB is refused.

${table(['', 'Applying', 'Nothing to do'], rows)}`
}

function renderAlembic({ count, apply, within, idle, fresh }) {
  const all = [theAction, theCli, alone, spared]
  const cell = (times, name) =>
    times[name] === undefined
      ? ''
      : `${seconds(median(times[name]))}${name === alone ? '' : ` (${against(times, name)})`}`
  const around = name => median(apply[name].map((ms, round) => ms - within[name][round]))
  const rows = all.map(name => [
    name,
    cell(fresh, name),
    cell(idle, name),
    seconds(median(apply[name])),
    seconds(median(within[name])),
    name === alone || name === spared ? '' : seconds(around(name)),
  ])
  const over = (name, what = alone) => `${Math.round(medianDifference(apply[name], apply[what]))} ms`
  return `## Alembic: ${number(count)} revisions

An application like relay's: async, asyncpg, its settings and models, started by \`uv run\`; all in one transaction as is Alembic's default. With nothing to do the gate never starts Python. "On a new runner" is Alembic as a deploy job finds it after \`uv sync\`, with nothing compiled yet; "compiled" is where it ran before. Target: 8 times as fast. Here: **${against(fresh, theAction)}** on a new runner, **${against(idle, theAction)}** where all is compiled (${fresh[alone].length} and ${idle[alone].length} rounds).

Applying (${apply[alone].length} rounds), the action adds **${over(theAction)}** to Alembic's own time, the CLI ${over(theCli)} (target: at most 300 ms): medians of each round's own difference. The server's files are in memory for this part: on one disk two runs of seconds lie half a second apart by themselves. Of what is added **${seconds(around(theAction))}** are the gate's own, before Alembic starts and after it has ended: the plan, the lock, and reading again what was committed. The rest is what watching costs Alembic, less what it saves: the hook leaves out Python's passes for reference cycles while files are read and at the end (docs/engines.md). Over an Alembic without any such passes, which nobody has, the action adds ${over(theAction, spared)}.

${table(['', 'Nothing to do, on a new runner', 'Nothing to do, compiled', 'Applying', 'of that Alembic’s process', 'and the gate’s own part'], rows)}`

  function against(times, name) {
    return `${medianRatio(times[alone], times[name]).toFixed(1)} times`
  }
}

function renderStart({ node, over, rounds }) {
  return `## Start

What is added to \`node -e 0\` (${Math.round(node)} ms here): the median of the difference within each of ${rounds} rounds, and the fastest start less the fastest of Node. Target: at most 100 ms where there is no work.

${table(
  ['', 'Median', 'Fastest'],
  over.map(({ name, ms, least }) => [name, `${Math.round(ms)} ms`, `${Math.round(least)} ms`]),
)}`
}

function renderSizes(sizes) {
  const rows = sizes.map(({ file, bytes }) => [`\`${file}\``, `${(bytes / 1e6).toFixed(2)} MB`])
  return `## Size

Not minified, so that it can be read. Target: \`dist/index.js\` at most 2.2 MB. A numbered file is loaded only when it is needed; the CLI has all of it in one file.

${table(['File', 'Size'], rows)}`
}

function table(head, rows) {
  const line = cells => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map((_, index) => (index === 0 ? '---' : '---:'))), ...rows.map(line)].join(
    '\n',
  )
}

function seconds(ms) {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(2)} s`
}

function megabytes(bytes) {
  return `${Math.round(bytes / 1e6)} MB`
}

function ratio(value) {
  return value.toFixed(2)
}

function number(value) {
  return value.toLocaleString('en-US')
}
