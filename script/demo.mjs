/** Plays the main job as a user sees it. Exit 0 when it went as told; what it needs comes from script/setup --demo. */

import { before, scenes } from './story/scenes.mjs'
import { jobLine, openStage } from './story/stage.mjs'

const { NO_COLOR, FORCE_COLOR, TERM } = process.env
const coloured = NO_COLOR
  ? false
  : FORCE_COLOR
    ? FORCE_COLOR !== '0'
    : process.stdout.isTTY && TERM !== 'dumb'
const paint = code => text => (coloured ? `\x1b[${code}m${text}\x1b[0m` : text)
const [strong, dim, red, green, cyan] = [1, 2, 31, 32, 36].map(paint)
const say = (text = '') => process.stdout.write(`${text}\n`)

let interrupted = false

async function play() {
  const from = performance.now()
  const stage = await openStage()
  try {
    say()
    say(strong('Migration Gate: no deploy meets a database it does not expect.'))
    say(`A Postgres ${stage.version} and a git repository of their own; both are gone afterwards.`)
    say('Yesterday 0001 and 0002 were deployed. Today there are three commits.')
    await stage.commit(before.message, before)
    const quiet = await stage.shell('migration-gate upgrade', { captured: true })
    if (quiet.code !== 0) throw new Error(`Yesterday's revisions could not be applied:\n${quiet.text}`)
    for (const [index, scene] of scenes.entries()) await playScene(stage, scene, index + 1)
  } finally {
    await stage.close()
  }
  const seconds = ((performance.now() - from) / 1000).toFixed(1)
  say()
  say(strong(`As told, in ${seconds} s: two deploys, one closed gate. Server and folders are gone.`))
  say('Next: README.md, and `script/test` for all that this rests on.')
}

async function playScene(stage, scene, number) {
  if (interrupted) throw new Error('It was interrupted.')
  say()
  say(cyan(strong(`── ${number}. ${scene.title} ${'─'.repeat(Math.max(0, 60 - scene.title.length))}`)))
  await stage.commit(scene.message, scene)
  say(dim(`$ git commit -m '${scene.message}'`))
  if (scene.showsDiff) await showDiff(stage)
  say(dim(`$ ${jobLine}`))
  say()
  const { code } = await stage.shell(jobLine)
  await hold(stage, scene.ends, code)
  say()
  say(strong(`   ${scene.says}`))
}

async function showDiff(stage) {
  const diff = await stage.git('diff', '--unified=0', 'HEAD~1', '--', 'migrations')
  for (const line of diff.split('\n'))
    if (/^[-+](?![-+])/.test(line)) say((line.startsWith('-') ? red : green)(`  ${line}`))
}

/** What was told is held against what can be measured: exit code, calls of flyctl, the history in the database. */
async function hold(stage, { open, deploys, current }, code) {
  const seen = { open: code === 0, deploys: await stage.deploys(), current: await stage.current() }
  for (const [what, told] of Object.entries({ open, deploys, current })) {
    if (seen[what] !== told)
      throw new Error(`It did not go as told: ${what} should be ${told}, and is ${seen[what]}.`)
  }
}

/** Ctrl-C, and a terminal that is closed, reach the job by themselves; the stage is cleared all the same. */
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    interrupted = true
  })
}
// `script/demo | head`: nobody reads on, so nothing more is played.
process.stdout.on('error', () => {
  interrupted = true
})

if (process.argv.length > 2) {
  console.error('demo: script/demo takes no arguments.')
  process.exitCode = 2
} else {
  await play().catch(error => {
    console.error(`demo: ${error.message}`)
    process.exitCode = interrupted ? 130 : 1
  })
}
