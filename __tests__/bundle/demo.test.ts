import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { root } from '../../script/tools.mjs'
import { nodeUnderTest } from '../support/node.ts'

/** Of the failing run: what is at 0003, what failed, where, and what comes next. */
const essential = [
  'Migration Gate: no deploy meets a database it does not expect.',
  '── 1. A commit adds a revision',
  '📦 migrations: true',
  '+ migrations/0003_index_orders.sql',
  'shop on 127.0.0.1:',
  '▶️ 0003 index_orders applies now',
  '✅ 0003 index_orders in ',
  '🟢 Gate open: shop is at 0003.',
  '🚀 flyctl deploy --remote-only',
  '── 2. A commit with a slip in it',
  '❌ Revision 0004 order_status failed at statement 2 of 3',
  'at migrations/0004_order_status.sql:3:19',
  "▶ 3 │ update orders set statsu = 'placed' where status is null;",
  '    │                   ^',
  '🔴 Gate closed: shop is at 0003.',
  'flyctl was not called.',
  '── 3. The way out',
  "-update orders set statsu = 'placed'",
  "+update orders set status = 'placed'",
  '✅ 0004 order_status in ',
  '🟢 Gate open: shop is at 0004.',
  '🚀 flyctl deploy --remote-only',
  'As told, in ',
]

let folder: string
let said: { code: number | null; stdout: string; stderr: string }

/** Where it shows nothing of this machine: in a folder of its own, without the server of the tests. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gate-demo-test-'))
  // Postgres may run as another account, which has to get here.
  chmodSync(folder, 0o755)
  const { TEST_DATABASE_URL: _, FORCE_COLOR: __, ...env } = process.env
  const own = { ...env, TMPDIR: folder, DATABASE_URL: 'postgres://not-this-one:secret@127.0.0.1:1/x' }
  said = await new Promise((resolve, reject) => {
    const child = spawn(nodeUnderTest(), [join(root, 'script/demo.mjs')], { cwd: root, env: own })
    const texts = { stdout: '', stderr: '' }
    for (const name of ['stdout', 'stderr'] as const)
      child[name].setEncoding('utf8').on('data', (text: string) => {
        texts[name] += text
      })
    child.once('error', reject)
    child.once('close', code => resolve({ code, ...texts }))
  })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('script/demo.mjs', () => {
  it('goes as told, in plain text', () => {
    expect({ code: said.code, stderr: said.stderr }).toEqual({ code: 0, stderr: '' })
    expect(said.stdout).not.toContain('\x1b')
  })

  it('says what matters, in this order', () => {
    let from = 0
    for (const text of essential) {
      const at = said.stdout.indexOf(text, from)
      expect([text, at >= from]).toEqual([text, true])
      from = at + text.length
    }
    expect(said.stdout.split('🚀').length - 1).toBe(2)
  })

  it('leaves no folder, no server and no process behind', async () => {
    expect(readdirSync(folder)).toEqual([])
    const port = Number(/shop on 127\.0\.0\.1:(\d+)/.exec(said.stdout)?.[1])
    expect(await answers(port)).toBe(false)
    // Whoever watched over the server looks for its end twenty times a second.
    await new Promise(resolve => setTimeout(resolve, 500))
    expect(execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' })).not.toContain(folder)
  })

  it('docs/summary.svg is what the closed gate printed; else `node script/docs.mjs --picture`', () => {
    const part = said.stdout.split(/── 2\. .*\n/)[1]?.split('\n   flyctl was not called')[0] ?? ''
    const printed = part.slice(part.indexOf('🔎')).trimEnd().split('\n')
    expect(pictured().map(settled)).toEqual(printed.map(settled))
  })
})

function pictured(): string[] {
  const svg = readFileSync(join(root, 'docs/summary.svg'), 'utf8')
  const signs: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' }
  return [...svg.matchAll(/<text [^>]*>(.*)<\/text>/g)].map(([, text = '']) =>
    text.replace(/&\w+;/g, sign => signs[sign] ?? sign),
  )
}

/** Commits, ports and durations differ from run to run. */
function settled(line: string): string {
  return line
    .replace(/\b[0-9a-f]{7}\b/g, '<commit>')
    .replace(/:\d{4,5}\b/g, ':<port>')
    .replace(/\d+ ms/g, '<ms>')
}

function answers(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}
