import { describe, expect, it } from '@jest/globals'
import { parse } from 'yaml'
import { readText } from '../support/documents.ts'

interface Action {
  inputs: Record<string, { description: string; default?: string }>
  outputs: Record<string, unknown>
  runs: { using: string; main: string; post: string }
}

const action = parse(readText('action.yml')) as Action
const detect = parse(readText('detect/action.yml')) as Action

describe('detect/action.yml', () => {
  it('runs the bundle of the action', () => {
    expect(detect.runs).toEqual({
      using: action.runs.using,
      main: `../${action.runs.main}`,
      post: `../${action.runs.post}`,
    })
  })

  it('has the inputs of the action that detection reads, with their defaults, and detects', () => {
    const { command, ...inputs } = detect.inputs
    expect(command?.default).toBe('detect')
    for (const [name, input] of Object.entries(inputs))
      expect([name, input.default]).toEqual([name, action.inputs[name]?.default])
    // No input of a database: by that the bundle knows that a filter may take the name of an output.
    expect(Object.keys(action.inputs)).toContain('database-url')
    expect(Object.keys(inputs)).not.toContain('database-url')
  })

  it('has every input of paths-filter', () => {
    const theirs = [
      'token',
      'working-directory',
      'ref',
      'base',
      'filters',
      'list-files',
      'initial-fetch-depth',
      'predicate-quantifier',
    ]
    expect(Object.keys(detect.inputs)).toEqual(expect.arrayContaining(theirs))
  })

  it('has outputs of the action', () => {
    expect(Object.keys(action.outputs)).toEqual(expect.arrayContaining(Object.keys(detect.outputs)))
  })
})
