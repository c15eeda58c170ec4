import { describe, expect, it } from '@jest/globals'
import { parse } from 'yaml'
import { readText } from '../support/documents.ts'

interface Action {
  inputs: Record<string, { description: string; default?: string }>
  outputs: Record<string, unknown>
  runs: { using: string; main: string; post: string }
}

const action = parse(readText('action.yml')) as Action
const check = parse(readText('check/action.yml')) as Action

describe('check/action.yml', () => {
  it('runs the bundle of the action', () => {
    const { using, main, post } = action.runs
    expect(check.runs).toEqual({ using, main: `../${main}`, post: `../${post}` })
  })

  it('has inputs of the action, with their defaults, and checks', () => {
    const { command, ...inputs } = check.inputs
    expect(command?.default).toBe('check')
    for (const [name, input] of Object.entries(inputs))
      expect([name, input.default]).toEqual([name, action.inputs[name]?.default])
  })

  it('asks for no database, and lets no filter take the place of an output', () => {
    for (const name of ['database-url', 'filters']) {
      expect(Object.keys(action.inputs)).toContain(name)
      expect(Object.keys(check.inputs)).not.toContain(name)
    }
  })

  it('has outputs of the action', () => {
    expect(Object.keys(action.outputs)).toEqual(expect.arrayContaining(Object.keys(check.outputs)))
  })
})
