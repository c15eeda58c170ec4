import { describe, expect, test } from '@jest/globals'
import { readEvent } from '../../../../../src/engines/alembic/child/events.ts'
import { readLogLine } from '../../../../../src/engines/alembic/child/log-lines.ts'
import { makeRedactor } from '../../../../../src/redact.ts'

const redact = makeRedactor(['hunter22'])

describe('a line of the hook', () => {
  test('is an event, and its texts hold no secret at any depth', () => {
    const failure = {
      kind: 'failure',
      ms: 12,
      type: 'E',
      message: 'hunter22',
      frames: [],
      causes: [{ type: 'F', message: 'postgres://me:other@db' }],
      operations: [],
      server: null,
    }
    expect(readEvent(JSON.stringify(failure), redact)).toEqual({
      ...failure,
      message: '***',
      causes: [{ type: 'F', message: 'postgres://me:***@db' }],
    })
  })

  test.each([
    '',
    'x',
    '1',
    'null',
    '[]',
    '{}',
    '{"kind":"toString"}',
    '{"kind":"started","revision":1}',
    '{"kind":"stepped","revision":"a","ms":1,"ran":[1]}',
  ])('or nothing: %s', line => expect(readEvent(line, redact)).toBeNull())
})

describe('a line of Alembic’s log', () => {
  const prefix = 'INFO  [alembic.runtime.migration] '
  test.each([
    ['Running upgrade  -> a1, first', 'a1'],
    ['Running upgrade a1 -> b-2_x', 'b-2_x'],
    ['Running upgrade a1, b2 -> c3, join a -> b, and more', 'c3'],
    ['Running downgrade c3 -> a1, b2, join', 'c3'],
    ['Running downgrade a1 -> , first', 'a1'],
  ])('%s', (line, revision) => {
    expect(readLogLine(prefix + line)).toEqual({ kind: 'started', revision })
    expect(readLogLine(line)).toEqual({ kind: 'started', revision })
  })

  test.each(['Running stamp_revision a1 -> b2', 'Running upgrade', 'Will assume transactional DDL.'])(
    'not %s',
    line => expect(readLogLine(line)).toBeNull(),
  )
})
