/** A pull request that is green and closes the gate of its deploy: no edit of a merged revision is one. */
import { expect, it } from '@jest/globals'
import { useChecker } from '../../support/check.ts'
import { runIn, useBench } from '../../support/gate.ts'

const checker = useChecker()
const bench = useBench()
const path = 'migrations/0001_a.sql'
const text = '-- migrate:up\ncreate table a (id int);\n-- migrate:down\ndrop table a;\n'

it.each([
  ['a comment in the way up', text.replace('create', '-- who\ncreate')],
  ['white space in the way up', text.replace('a (id', 'a  (id')],
  ['another case', text.replace('create', 'CREATE')],
  ['a comment in both ways', text.replace('create', '/* up */ create').replace('drop', '/* down */ drop')],
  ['a comment before the way up', `-- who\n${text}`],
  ['white space around the way up', text.replace('create', '\n\n  create')],
  ['a comment in the way down', text.replace('drop', '-- back\ndrop')],
  ['line ends', text.replaceAll('\n', '\r\n')],
  ['another statement', text.replace('id int', 'id bigint')],
])('%s', async (_, edited) => {
  checker.repo.commit({ [path]: text })
  const deploy = () => runIn(checker.repo.path, bench.database.url, {})
  expect((await deploy()).report.gate).toBe('open')
  checker.repo.git('checkout', '--quiet', '-b', 'change')
  checker.repo.commit({ [path]: edited })
  const checked = await checker.pulled('change')
  const deployed = await deploy()
  expect(checked.report.gate).toBe(deployed.report.gate)
  if (deployed.report.gate === 'open') return
  expect(deployed.fault?.id).toBe('modified')
  const stamped = { inputs: { command: 'stamp', revision: '0001' } }
  expect((await runIn(checker.repo.path, bench.database.url, stamped)).report.gate).toBe('open')
  expect((await deploy()).report.gate).toBe('open')
})
