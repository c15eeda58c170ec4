/** Every way out that a message offers can be dispatched as it is named: the form of the workflow by hand has its inputs. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from '@jest/globals'
import { parse } from 'yaml'
import { root } from '../../script/tools.mjs'
import { sayNextOf } from '../../src/action/reporter.ts'
import { allowable } from '../../src/domain.ts'
import { aimOf } from '../../src/next-line.ts'
import { readText } from '../support/documents.ts'

const form: Record<string, { options?: string[] }> = parse(readText('docs/examples/operate.yml')).on
  .workflow_dispatch.inputs
const called: Record<string, unknown> = parse(readText('.github/workflows/operate.yml')).on.workflow_call
  .inputs

const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter(path => path.endsWith('.ts'))
  .map(path => readFileSync(join(root, 'src', path), 'utf8'))
  .join('\n')
/** As they stand in the sources: `with: { allow: …`, `with: { 'lock-timeout': '30s' }`. */
const offered = [...sources.matchAll(/\bwith: \{ '?([a-z-]+)'?: /g)].map(([, name = '']) => name)

it('the inputs that ways out name are in the form, and in the workflow behind it', () => {
  expect([...new Set(offered)].sort()).toEqual(['allow', 'lock-timeout', 'wait'])
  for (const name of [...offered, 'command', 'revision', 'confirm', 'environment']) {
    expect(Object.keys(form)).toContain(name)
    expect(Object.keys(called)).toContain(name)
  }
  // Several databases have a form of their own.
  expect(Object.keys(called)).toContain('database')
})

it.each([
  { command: 'upgrade', with: { allow: allowable.join(',') } },
  { command: 'upgrade', with: { 'lock-timeout': '30s' } },
  { command: 'stamp', revision: '0003' },
  { command: 'downgrade', revision: '0002' },
  { command: 'plan' },
  { command: 'current' },
] as const)('the dispatch of %j names the inputs of the form, by their names', next => {
  const said = sayNextOf(aimOf({}))(next).split('run your operate workflow with ')[1] ?? ''
  const names = said.split(/, (?=[a-z-]+ )/).map(pair => pair.split(' ')[0] ?? '')
  expect(names[0]).toBe('command')
  expect(form.command?.options).toContain(next.command)
  for (const name of names) expect(Object.keys(form)).toContain(name)
})
