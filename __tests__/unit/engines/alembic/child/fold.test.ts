import { expect, test } from '@jest/globals'
import { foldTracebacks } from '../../../../../src/engines/alembic/child/fold.ts'

test('a traceback is left out up to the next log line, and counted', () => {
  const shown: string[] = []
  const fold = foldTracebacks(line => shown.push(line))
  for (const line of [
    'INFO  [alembic.runtime.migration] Running upgrade  -> a1',
    'Traceback (most recent call last):',
    '  File "env.py", line 3, in <module>',
    '',
    'The above exception was the direct cause of the following exception:',
    'ValueError: no',
    'INFO  [app] going on',
    'a line of the program',
  ])
    fold.line(line)
  expect(shown).toEqual([
    'INFO  [alembic.runtime.migration] Running upgrade  -> a1',
    'INFO  [app] going on',
    'a line of the program',
  ])
  expect(fold.end()).toBe(5)
})
