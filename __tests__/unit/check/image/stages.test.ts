/** Where a Dockerfile puts the files that matter. */
import { describe, expect, it } from '@jest/globals'
import { readDockerfile } from '../../../../src/check/image/dockerfile.ts'
import { findIgnoring, readIgnore } from '../../../../src/check/image/dockerignore.ts'
import { evaluate, touches } from '../../../../src/check/image/stages.ts'

const paths = ['alembic.ini', 'alembic/env.py', 'alembic/versions/a.py']

function build(
  lines: string[],
  { ignore = '', args = {} }: { ignore?: string; args?: Record<string, string> } = {},
) {
  const ignoring = readIgnore(ignore)
  const tracked = paths.map(path => ({ path, inContext: path, ignoredBy: findIgnoring(ignoring, path) }))
  const file = readDockerfile(lines.join('\n'))
  return evaluate(file, { tracked, args: new Map(Object.entries(args)) })
}

function final(lines: string[], options = {}) {
  const stage = build(lines, options).at(-1)
  return stage === undefined
    ? []
    : [...stage.files].map(([at, { source }]) => (at === `/app/${source}` ? source : `${source} at ${at}`))
}

const start = ['FROM python:3.13', 'WORKDIR /app']
const all = paths

describe('COPY', () => {
  it.each<[string, string[], string[]]>([
    ['everything', ['COPY . .'], all],
    [
      'a folder’s contents',
      ['COPY alembic alembic', 'COPY alembic.ini .'],
      [paths[1] ?? '', paths[2] ?? '', paths[0] ?? ''],
    ],
    [
      'a folder without its name',
      ['COPY alembic .'],
      ['alembic/env.py at /app/env.py', 'alembic/versions/a.py at /app/versions/a.py'],
    ],
    ['into a folder that is there', ['COPY alembic.ini /app'], ['alembic.ini']],
    ['under another name', ['COPY alembic.ini ./a.ini'], ['alembic.ini at /app/a.ini']],
    ['into a folder of the base image', ['COPY alembic.ini /srv'], ['alembic.ini at /srv/alembic.ini']],
    ['by a pattern', ['COPY alem*.ini ./'], ['alembic.ini']],
    [
      'by a pattern of folders, whose contents it takes',
      ['COPY alem*c ./'],
      ['alembic/env.py at /app/env.py', 'alembic/versions/a.py at /app/versions/a.py'],
    ],
    [
      'several at once',
      ['COPY alembic.ini alembic/env.py ./'],
      ['alembic.ini', 'alembic/env.py at /app/env.py'],
    ],
    ['with a source from the root of the context', ['COPY /alembic.ini ../app/'], ['alembic.ini']],
    ['with its parents', ['COPY --parents alembic/versions ./'], ['alembic/versions/a.py']],
    [
      'with its parents from a pivot',
      ['COPY --parents ./alembic/./versions ./'],
      ['alembic/versions/a.py at /app/versions/a.py'],
    ],
    ['but for some', ['COPY --exclude=versions alembic alembic'], ['alembic/env.py']],
    ['as ADD', ['ADD --chown=app:app alembic.ini .'], ['alembic.ini']],
    ['with flags', ['COPY --chown=app --chmod=644 --link alembic.ini .'], ['alembic.ini']],
    [
      'by a variable of the stage',
      ['ENV DB=alembic AT="/app/alembic"', `COPY $DB \${AT}`],
      ['alembic/env.py', 'alembic/versions/a.py'],
    ],
    ['by an argument with a default', ['ARG DB=alembic', 'COPY $DB/env.py alembic/'], ['alembic/env.py']],
    ['not in an ONBUILD', ['ONBUILD COPY . .'], []],
  ])('%s', (_, lines, files) => {
    expect(final([...start, ...lines])).toEqual(files)
  })

  it('leaves out what the .dockerignore says, and remembers the line', () => {
    const [stage] = build([...start, 'COPY . .'], { ignore: '.venv\nalembic/versions' })
    expect(stage?.leftOut.get('alembic/versions/a.py')).toMatchObject({ line: 3, by: { line: 2 } })
    expect(stage?.files.size).toBe(2)
  })

  it.each([
    ['an argument without a default', 'ARG DB', 'COPY $DB ./'],
    ['an image', 'COPY --from=relay/files /x ./'],
    ['a URL', 'ADD https://example.com/x.tar ./'],
    ['an archive', 'ADD x.tar.gz ./'],
    ['a document', 'COPY <<EOF ./', 'x', 'EOF'],
  ])('of %s was not seen', (_, ...lines) => {
    const [stage] = build([...start, ...lines])
    expect(stage?.fogs.map(({ below }) => below)).toEqual([['/app']])
  })
})

describe('stages', () => {
  it('copy from one another, by name and by number', () => {
    const lines = [
      'FROM python:3.13 AS Build',
      'WORKDIR /src',
      'COPY . .',
      'FROM build',
      'FROM python:3.13',
      'WORKDIR /app',
    ]
    for (const from of ['build', 'BUILD', '0', '1'])
      expect(final([...lines, `COPY --from=${from} /src .`])).toEqual(all)
    expect(final([...lines, 'COPY --from=2 /src .'])).toEqual([])
  })

  it('go on where their base left off, with its folder and variables', () => {
    expect(
      final(['FROM python:3.13 AS base', 'WORKDIR /app', 'ENV DB=alembic', 'FROM base', 'COPY $DB $DB']),
    ).toEqual(['alembic/env.py', 'alembic/versions/a.py'])
  })

  it('know global arguments where they declare them', () => {
    const lines = (own: string[]) => ['ARG DB=alembic', ...start, ...own, 'COPY $DB $DB']
    expect(final(lines(['ARG DB']))).toEqual(['alembic/env.py', 'alembic/versions/a.py'])
    expect(final(lines([]))).toEqual([])
    expect(final(lines(['ARG DB=x']), { args: { DB: 'alembic' } })).toEqual([
      'alembic/env.py',
      'alembic/versions/a.py',
    ])
  })

  it.each([
    ['python:3.13', 0],
    ['docker.io/library/python', 0],
    ['ghcr.io/astral-sh/uv:python3.13-bookworm-slim@sha256:aa', 0],
    ['scratch', 0],
    [`python:\${VERSION}`, 0],
    ['python:3-onbuild', 1],
    ['relay/base', 1],
    ['relay-base', 1],
    ['localhost:5000/python', 1],
    [`\${BASE}`, 1],
  ])('upon %s have %s things unseen', (image, fogs) => {
    expect(build([`FROM ${image}`])[0]?.fogs).toHaveLength(fogs)
  })
})

describe('RUN', () => {
  it.each<[string, boolean]>([
    ['pip install alembic', false],
    ['curl -LsSf https://astral.sh/uv/install.sh | sh', false],
    ['apt-get update && apt-get install -y git && rm -rf /var/lib/apt/lists/*', false],
    ['mv /uv /usr/local/bin/', false],
    ['--mount=type=cache,target=/root/.cache uv sync --frozen', false],
    ['tar -xzf /x.tgz -C /opt/tool', false],
    ['mv /tmp/x/alembic /app/alembic', true],
    ['cp -r /tmp/x .', true],
    ['cd /app && cp -r /tmp/x alembic', true],
    ['cp -r /tmp/x $HOME', true],
    ['git clone https://example.com/x .', true],
    ['tar -xzf /x.tgz', true],
    ['./scripts/install.sh', true],
    ['python tools/generate.py', true],
    ['make', true],
    ['sed s/a/b/ x > alembic/env.py', true],
    ["sh -c 'cp x .'", true],
    ['<<EOF\ncp x .\nEOF', true],
  ])('%s may put a file there: %s', (text, may) => {
    const [stage] = build([...start, `RUN ${text}`])
    expect(stage?.fogs.some(one => !one.removes && touches(one, '/app/alembic/env.py'))).toBe(may)
  })

  it('may take one away', () => {
    const takes = (text: string) =>
      build([...start, 'COPY . .', `RUN ${text}`])[0]?.fogs.some(
        one => one.removes && touches(one, '/app/alembic/env.py'),
      )
    expect(['rm -rf alembic', 'mv alembic /tmp', 'rm -rf /tmp/x', 'rm alembic.ini'].map(takes)).toEqual([
      true,
      true,
      false,
      false,
    ])
  })
})
