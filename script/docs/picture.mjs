/** The picture of the README: what the demo's closed gate really printed, as SVG. */
import { writeFile } from 'node:fs/promises'
import { before, scenes } from '../story/scenes.mjs'
import { openStage } from '../story/stage.mjs'

const size = { font: 13, line: 19, pad: 18 }
/** Of the tones that the CLI paints: SGR code → class. */
const tones = { 1: 'strong', 2: 'dim', 31: 'bad', 32: 'good', 33: 'warn' }

const style = `
  text { font: ${size.font}px ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; white-space: pre; fill: #1f2328 }
  rect { fill: #f6f8fa; stroke: #d1d9e0 }
  .strong { font-weight: 600 } .dim { fill: #59636e } .bad { fill: #d1242f } .good { fill: #1a7f37 } .warn { fill: #9a6700 }
  @media (prefers-color-scheme: dark) {
    text { fill: #f0f6fc } rect { fill: #151b23; stroke: #3d444d }
    .dim { fill: #9198a1 } .bad { fill: #f85149 } .good { fill: #3fb950 } .warn { fill: #d29922 }
  }
`

/** Plays up to the closed gate and writes down what was printed there. */
export async function takePicture(file) {
  const stage = await openStage()
  try {
    await stage.commit(before.message, before)
    await stage.shell('migration-gate upgrade', { captured: true })
    for (const scene of scenes) {
      await stage.commit(scene.message, scene)
      const { code, text } = await stage.shell('migration-gate upgrade', { captured: true })
      if ((code === 0) !== scene.ends.open) throw new Error(`"${scene.title}" did not go as told:\n${text}`)
      if (!scene.ends.open) return await writeFile(file, renderPicture(text))
    }
    throw new Error('No scene closes the gate.')
  } finally {
    await stage.close()
  }
}

function renderPicture(text) {
  const lines = text.trimEnd().split('\n')
  const columns = Math.max(...lines.map(line => [...plain(line)].length)) + 1
  const width = Math.ceil(columns * size.font * 0.602 + 2 * size.pad)
  const height = lines.length * size.line + 2 * size.pad
  const rows = lines.map(
    (line, index) =>
      `<text x="${size.pad}" y="${size.pad + 13 + index * size.line}"${toneOf(line)}>${escapeText(plain(line))}</text>`,
  )
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" xml:space="preserve" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title">`,
    '<title id="title">The log of a run in which the gate closed</title>',
    `<style>${style}</style>`,
    `<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="8"/>`,
    ...rows,
    '</svg>\n',
  ].join('\n')
}

/** A line of the CLI has one tone, from its first letter to its last. */
function toneOf(line) {
  const name = tones[/^\x1b\[(\d+)m/.exec(line)?.[1]]
  return name === undefined ? '' : ` class="${name}"`
}

function plain(line) {
  return line.replace(/\x1b\[\d+m/g, '')
}

function escapeText(text) {
  return text.replace(/[&<>]/g, sign => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign])
}
