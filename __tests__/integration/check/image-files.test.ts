/** Images as projects describe them, looked into from files on a real disk. */
import { afterEach, describe, expect, it } from '@jest/globals'
import { checkImage, type ImageOptions } from '../../../src/check/image/image.ts'
import { openDisk } from '../../../src/disk.ts'
import { makeTree, type Tree } from '../../support/tree.ts'

let tree: Tree | undefined
afterEach(() => tree?.remove())

const ini = '[alembic]\nscript_location = %(here)s/alembic\n'
/** A project of Alembic in a folder. */
const project = (folder = '', config = ini): Record<string, string> => ({
  [`${folder}alembic.ini`]: config,
  [`${folder}alembic/env.py`]: '',
  [`${folder}alembic/versions/a.py`]: 'revision = "a"\ndown_revision = None\n',
  [`${folder}alembic/versions/b.py`]: 'revision = "b"\ndown_revision = "a"\n',
})
const fly = (command = 'alembic upgrade head', more = '') =>
  `${more}\n[deploy]\nrelease_command = ${JSON.stringify(command)}\n`
const lines = (...all: string[]) => `${all.join('\n')}\n`
const base = ['FROM python:3.13-slim', 'WORKDIR /app']

/** What is said of files: `id at place: lines to type` for each finding, and the notes. */
function look(files: Record<string, string>, options: Partial<ImageOptions> & { folder?: string } = {}) {
  tree = makeTree(files)
  const { folder = '.', ...more } = options
  const { findings, notes } = checkImage(openDisk(tree.path), {
    choice: { engine: 'alembic', directory: folder },
    directory: folder,
    workingDirectory: '.',
    run: undefined,
    alembicConfig: undefined,
    named: undefined,
    several: false,
    ...more,
  })
  const say = ({ fault }: (typeof findings)[number]) =>
    `${fault.id} at ${fault.place?.path}:${fault.place?.line}: ${(fault.foreign ?? []).map(one => one.line).join('; ')}`
  return { findings: findings.map(say), notes, messages: findings.map(({ fault }) => fault.message) }
}

const silent = { findings: [], notes: [], messages: [] }

describe('holds what is needed', () => {
  it.each<[string, Record<string, string>, Partial<ImageOptions> & { folder?: string }]>([
    ['all of the context', { ...project(), 'fly.toml': fly(), Dockerfile: lines(...base, 'COPY . .') }, {}],
    [
      'scripts within the application, as the FastAPI template has them',
      {
        'backend/alembic.ini': '[alembic]\nscript_location = app/alembic\n',
        'backend/app/alembic/env.py': '',
        'backend/app/alembic/versions/a.py': 'revision = "a"\ndown_revision = None\n',
        'backend/scripts/prestart.sh': '',
        'backend/fly.toml': fly(),
        'backend/Dockerfile': lines(
          'FROM python:3.10',
          'WORKDIR /app/',
          'COPY --from=ghcr.io/astral-sh/uv:0.4.15 /uv /bin/uv',
          'ENV PATH="/app/.venv/bin:$PATH"',
          'COPY ./scripts/ /app/',
          'RUN --mount=type=cache,target=/root/.cache/uv \\',
          '    uv sync --frozen --no-install-project',
          'COPY ./scripts /app/scripts',
          'COPY ./pyproject.toml ./uv.lock ./alembic.ini /app/',
          'COPY ./app /app/app',
        ),
      },
      { folder: 'backend' },
    ],
    [
      'built from the root, the fly.toml below it',
      {
        ...project('backend/'),
        'backend/fly.toml': fly(),
        'backend/Dockerfile': lines(...base, 'COPY backend/ .'),
      },
      { folder: 'backend' },
    ],
    [
      'a fly.toml at the root, the Dockerfile below it',
      {
        ...project('backend/'),
        'fly.toml': fly(undefined, '[build]\ndockerfile = "backend/Dockerfile"'),
        'backend/Dockerfile': lines(...base, 'COPY backend/ .'),
      },
      { folder: 'backend' },
    ],
    [
      'another folder, named by -c',
      {
        ...project('db/'),
        'fly.toml': fly('alembic -c db/alembic.ini upgrade head'),
        Dockerfile: lines(...base, 'COPY db db'),
      },
      { folder: 'db' },
    ],
    [
      'a folder of sources without a slash behind it',
      {
        ...project(),
        'fly.toml': fly(),
        Dockerfile: lines(
          'FROM python:3.13',
          'COPY alembic.ini /code',
          'COPY alembic /code/alembic',
          'WORKDIR /code',
        ),
      },
      {},
    ],
    [
      'a pyproject.toml alone',
      {
        ...project(),
        'alembic.ini': '',
        'pyproject.toml': '[tool.alembic]\nscript_location = "%(here)s/alembic"\n',
        'fly.toml': fly(),
        Dockerfile: lines(...base, 'COPY alembic.ini pyproject.toml ./', 'COPY alembic alembic'),
      },
      {},
    ],
    [
      'a stage that is named',
      {
        ...project(),
        'fly.toml': fly(undefined, '[build]\nbuild-target = "app"'),
        Dockerfile: lines(...base.map(one => one.replace('slim', 'slim AS app')), 'COPY . .', 'FROM nginx'),
      },
      {},
    ],
    [
      'no WORKDIR, and nothing that is absolute',
      { ...project(), 'fly.toml': fly(), Dockerfile: lines('FROM python:3.13', 'COPY . .') },
      {},
    ],
    [
      'the ignore file of its Dockerfile before that of the context',
      {
        ...project(),
        'fly.toml': fly(),
        Dockerfile: lines(...base, 'COPY . .'),
        '.dockerignore': 'alembic',
        'Dockerfile.dockerignore': '.env',
      },
      {},
    ],
  ])('%s', (_, files, options) => {
    expect(look(files, options)).toEqual(silent)
  })
})

describe('holds what is needed, though', () => {
  it('a folder was taken away before it was copied', () => {
    const files = {
      ...project(),
      'fly.toml': fly(),
      Dockerfile: lines(...base, 'RUN rm -rf alembic', 'COPY . .'),
    }
    expect(look(files)).toEqual(silent)
  })

  it('only from the root, which nobody names', () => {
    const command = "sh -c 'cd backend && alembic upgrade head'"
    const files = {
      ...project('backend/'),
      'backend/fly.toml': fly(command),
      'backend/Dockerfile': lines(...base, 'COPY . .'),
    }
    expect(look(files, { folder: 'backend' })).toEqual(silent)
  })
})

describe('lacks', () => {
  it('a pyproject.toml that says where the scripts are', () => {
    const files = {
      ...project('', '[alembic]\nprepend_sys_path = .\n'),
      'pyproject.toml': '[tool.alembic]\nscript_location = "%(here)s/alembic"\n',
      'fly.toml': fly(),
      Dockerfile: lines(...base, 'COPY alembic.ini .', 'COPY alembic alembic'),
    }
    expect(look(files).findings).toEqual(['image-missing at Dockerfile:4: COPY pyproject.toml ./'])
  })

  it('what a command looks for outside of the last WORKDIR', () => {
    const files = { ...project(), 'fly.toml': fly("sh -c 'cd /srv && alembic upgrade head'"), x: '' }
    expect(look({ ...files, Dockerfile: lines(...base, 'COPY x .') }).findings).toEqual([
      'image-missing at Dockerfile:3: COPY alembic.ini /srv/; COPY alembic/ /srv/alembic/',
    ])
    expect(look({ ...files, Dockerfile: lines(...base, 'COPY . .') }).findings).toEqual([
      'image-elsewhere at Dockerfile:3: ',
    ])
  })

  it('the scripts, of which the configuration is there: they are looked for where it says', () => {
    const files = {
      ...project('', '[alembic]\nscript_location = alembic\n'),
      'fly.toml': fly('alembic -c /etc/alembic.ini upgrade head'),
      Dockerfile: lines(...base, 'COPY alembic.ini /etc/'),
    }
    expect(look(files).findings).toEqual(['image-missing at Dockerfile:3: COPY alembic/ alembic/'])
  })

  it('one revision of a pattern', () => {
    const files = {
      ...project(),
      'fly.toml': fly(),
      Dockerfile: lines(
        ...base,
        'COPY alembic.ini .',
        'COPY alembic/env.py alembic/',
        'COPY alembic/versions/a* alembic/versions/',
      ),
    }
    expect(look(files).findings).toEqual([
      'image-missing at Dockerfile:5: COPY alembic/versions/b.py alembic/versions/',
    ])
  })

  it('what is outside of the context', () => {
    const files = {
      ...project('db/'),
      'web/fly.toml': fly(),
      'web/x': '',
      'web/Dockerfile': lines(...base, 'COPY x .'),
    }
    const { findings, messages } = look(files, { folder: 'db', named: 'web/fly.toml' })
    expect(findings).toEqual(['image-outside at web/Dockerfile:1: '])
    expect(messages[0]).toContain(
      'db/alembic.ini and db/alembic/ (3 files) are not in the image, and cannot be: the build context of web/Dockerfile is web',
    )
  })

  it('what its own ignore file leaves out', () => {
    const files = {
      ...project(),
      'fly.toml': fly(undefined, '[build]\nignorefile = "deploy.ignore"'),
      'deploy.ignore': '*\n!alembic.ini\n',
      Dockerfile: lines(...base, 'COPY . .'),
    }
    expect(look(files).findings).toEqual(['image-ignored at deploy.ignore:1: !alembic'])
  })

  it('what --exclude leaves out', () => {
    const files = {
      ...project(),
      'fly.toml': fly(),
      Dockerfile: lines(...base, 'COPY --exclude=alembic . .'),
    }
    expect(look(files).findings).toEqual(['image-missing at Dockerfile:3: COPY alembic/ alembic/'])
  })

  it('what stands in a folder with a blank in its name', () => {
    const files = {
      ...project('', '[alembic]\nscript_location = %(here)s/my db\n'),
      'my db/env.py': '',
      'my db/versions/a.py': 'revision = "a"\ndown_revision = None\n',
      'fly.toml': fly(),
      Dockerfile: lines(...base, 'COPY alembic.ini .'),
    }
    expect(look(files).findings).toEqual(['image-missing at Dockerfile:3: COPY ["my db/","my db/"]'])
  })
})

describe('was not seen', () => {
  it.each<[string, Record<string, string>, string]>([
    [
      'behind an entry point that may go elsewhere',
      { ...project(), 'fly.toml': fly(), Dockerfile: lines(...base, 'COPY . ./x', 'ENTRYPOINT ["./start"]') },
      'Dockerfile:4 (ENTRYPOINT)',
    ],
    [
      'in a base image’s own folder',
      { ...project(), 'fly.toml': fly(), Dockerfile: lines('FROM python:3.13', 'COPY . /app') },
      'Dockerfile:1 (the folder of the base image)',
    ],
    [
      'after a RUN that takes it away',
      { ...project(), 'fly.toml': fly(), Dockerfile: lines(...base, 'COPY . .', 'RUN rm -r alembic') },
      'Dockerfile:4 (RUN rm -r alembic)',
    ],
    [
      'after a RUN of a builder that takes it away',
      {
        ...project(),
        'fly.toml': fly(),
        Dockerfile: lines(
          'FROM python AS b',
          'WORKDIR /app',
          'COPY . .',
          'RUN rm -r alembic',
          ...base,
          'COPY --from=b /app .',
        ),
      },
      'Dockerfile:4 (RUN rm -r alembic)',
    ],
    [
      'from a builder that is not seen',
      {
        ...project(),
        'fly.toml': fly(),
        Dockerfile: lines('FROM relay/base AS b', ...base, 'COPY --from=b /app .'),
      },
      'Dockerfile:4 (COPY /app .)',
    ],
    [
      'in a script that is not in the repository',
      { ...project(), 'fly.toml': fly('/opt/release.sh'), Dockerfile: lines(...base) },
      '/opt/release.sh is not in the repository',
    ],
    [
      'in an image from elsewhere',
      { ...project(), 'fly.toml': fly(undefined, '[build]\nimage = "relay/app:7"') },
      'its image comes from build.image',
    ],
    [
      'in a Dockerfile that is not there',
      { ...project(), 'fly.toml': fly(undefined, '[build]\ndockerfile = "D"') },
      'D is not there',
    ],
    [
      'in a Dockerfile that nobody wrote',
      { ...project(), 'fly.toml': fly(), Dockerfile: 'FROM a\n'.repeat(20_000) },
      'Dockerfile is not there, or no text of 64 KB at most',
    ],
    [
      'behind an ignore file that nobody wrote',
      {
        ...project(),
        'fly.toml': fly(),
        Dockerfile: lines(...base),
        '.dockerignore': '**/a\n'.repeat(20_000),
      },
      '.dockerignore is no text of 64 KB at most',
    ],
    ['in a fly.toml that is none', { ...project(), 'fly.toml': '[deploy\n' }, 'line 1 is no TOML'],
  ])('%s', (_, files, note) => {
    const said = look(files)
    expect(said.findings).toEqual([])
    expect(said.notes).toEqual([expect.stringContaining(note)])
  })
})

describe('of several databases', () => {
  const two = { ...project('a/'), ...project('b/') }

  it.each(['a', 'b'])('the one that the command names is looked for (%s)', folder => {
    const files = {
      ...two,
      'fly.toml': fly('alembic -c a/alembic.ini upgrade head'),
      Dockerfile: lines(...base, 'COPY b b'),
    }
    const { findings } = look(files, { folder, several: true })
    expect(findings).toEqual(
      folder === 'a'
        ? ['image-missing at Dockerfile:3: COPY a/alembic.ini a/; COPY a/alembic/ a/alembic/']
        : [],
    )
  })

  it('a command that names none of them says nothing', () => {
    const files = { ...two, 'fly.toml': fly(), Dockerfile: lines(...base) }
    expect(look(files, { folder: 'a', several: true })).toEqual(silent)
  })
})

it('ends soon, whatever a stranger writes into 64 KB', () => {
  const files = {
    ...project(),
    'fly.toml': fly(),
    Dockerfile: lines(...base, ...Array.from({ length: 6000 }, () => 'COPY . x')),
    '.dockerignore': '**/**/a*b\n'.repeat(6000),
  }
  expect(look(files).findings).toHaveLength(1)
  const stages = Array.from(
    { length: 3000 },
    (_, index) => `FROM ${index === 0 ? 'relay/base' : `s${index}`} AS s${index + 1}`,
  )
  expect(look({ ...files, '.dockerignore': '', Dockerfile: lines(...stages) }).notes).toHaveLength(1)
})
