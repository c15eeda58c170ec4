/** Stand-ins for actions/setup-python and astral-sh/setup-uv, which no test can fetch: they bring what script/setup installed. */
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { toolPath } from '../../script/tools.mjs'

export interface UvCall {
  /** `sync --frozen`, `run alembic upgrade head`. */
  line: string
  /** Variables in which a Postgres URL could be read. */
  urls: string[]
}

export interface Setup {
  /** Stand for the two actions. */
  python: string
  uv: string
  /** What the two were asked for: `setup-python <version> <file>`, `setup-uv <version> <folder>`. */
  asked(): string[]
  /** How uv was called since. */
  calls(): UvCall[]
  remove(): void
}

/** Makes them; uv is not there until its action brought it. */
export function fakeSetup(): Setup {
  const home = mkdtempSync(join(tmpdir(), 'gate-python-'))
  const [python, uv, bin] = [join(home, 'python'), join(home, 'uv'), join(home, 'bin')]
  const [asked, calls] = [join(home, 'asked'), join(home, 'calls')]
  for (const folder of [python, uv, bin]) mkdirSync(folder)
  writeFileSync(
    join(python, 'action.yml'),
    action(['python-version', 'python-version-file'], [`echo "setup-python $A $B" >>'${asked}'`]),
  )
  writeFileSync(
    join(uv, 'action.yml'),
    action(
      ['version', 'working-directory', 'enable-cache'],
      [`echo "setup-uv $A $B" >>'${asked}'`, `echo '${bin}' >>"$GITHUB_PATH"`],
    ),
  )
  writeFileSync(join(bin, 'uv'), recorder(calls))
  chmodSync(join(bin, 'uv'), 0o755)
  const linesOf = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n') : [])
  return {
    python,
    uv,
    asked: () => linesOf(asked),
    calls: () =>
      linesOf(calls).map(text => {
        const [line = '', urls = ''] = text.split('\t')
        return { line, urls: urls.split(' ').filter(Boolean) }
      }),
    remove: () => rmSync(home, { recursive: true, force: true }),
  }
}

function action(inputs: string[], script: string[]): string {
  const [first = '', second = ''] = inputs
  return [
    'name: Stand-in',
    'description: Stands for an action that no test can fetch.',
    'inputs:',
    ...inputs.flatMap(name => [`  ${name}:`, '    description: As there.', "    default: ''"]),
    'runs:',
    '  using: composite',
    '  steps:',
    '    - shell: bash',
    '      env:',
    `        A: \${{ inputs.${first} }}`,
    `        B: \${{ inputs.${second} }}`,
    '      run: |',
    ...script.map(line => `        ${line}`),
    '',
  ].join('\n')
}

/** The environment is that of all tests: sync may take nothing out of it. */
function recorder(calls: string): string {
  return `#!/bin/bash
urls=$(env -0 | tr '\\n' ' ' | tr '\\0' '\\n' | sed -n 's,^\\([^=]*\\)=postgres[a-z+0-9]*://.*,\\1,p' | tr '\\n' ' ')
printf '%s\\t%s\\n' "$*" "$urls" >>'${calls}'
[ "$1" != sync ] || set -- "$@" --inexact
exec '${join(toolPath('python'), '../uv')}' "$@"
`
}
