import { joinAnd } from '../text.ts'
import { entry } from './entry.ts'

interface Lacking {
  /** `alembic.ini`, `alembic/ (19 files)`. */
  what: string[]
  dockerfile: string
  /** What is run in the image: `uv run alembic upgrade head`. */
  command: string
}

const isNot = (what: readonly string[]) => `${joinAnd(what)} ${what.length === 1 ? 'is' : 'are'} not`
const them = (what: readonly string[]) => (what.length === 1 ? 'it' : 'them')

/** What `check` finds in a Dockerfile, its .dockerignore and a fly.toml. */
export const imageEntries = {
  'image-missing': entry<Lacking & { folder: string; line: number }>({
    exit: 1,
    says: f =>
      `${isNot(f.what)} in the image: no COPY of ${f.dockerfile} takes ${them(f.what)}, and \`${f.command}\`, which is run in ${f.folder}, needs ${them(f.what)}.`,
    cure: f => `Write this behind line ${f.line} of ${f.dockerfile}.`,
    example: {
      what: ['alembic.ini', 'alembic/ (19 files)'],
      dockerfile: 'Dockerfile',
      command: 'uv run alembic upgrade head',
      folder: '/srv',
      line: 8,
    },
  }),
  'image-outside': entry<Lacking & { context: string }>({
    exit: 1,
    says: f =>
      `${isNot(f.what)} in the image, and cannot be: the build context of ${f.dockerfile} is ${f.context}, and \`${f.command}\` needs ${them(f.what)}.`,
    cure: f => `Build from a folder that holds both, or move ${them(f.what)} into ${f.context}.`,
    example: {
      what: ['db/alembic.ini', 'db/alembic/ (19 files)'],
      dockerfile: 'web/Dockerfile',
      command: 'uv run alembic upgrade head',
      context: 'web',
    },
  }),
  'image-ignored': entry<Lacking & { ignore: string; text: string; line: number }>({
    exit: 1,
    says: f =>
      `${isNot(f.what)} in the image: ${f.ignore} leaves ${them(f.what)} out (\`${f.text}\`) where line ${f.line} of ${f.dockerfile} would copy ${them(f.what)}, and \`${f.command}\` needs ${them(f.what)}.`,
    cure: f => `Take that line out of ${f.ignore}, or write this below it.`,
    example: {
      what: ['alembic/versions/ (18 files)'],
      dockerfile: 'Dockerfile',
      command: 'uv run alembic upgrade head',
      ignore: '.dockerignore',
      text: '**/versions',
      line: 7,
    },
  }),
  'image-elsewhere': entry<Lacking & { at: string[]; expected: string[] }>({
    exit: 1,
    says: f =>
      `${isNot(f.what)} where \`${f.command}\` looks: ${f.dockerfile} puts ${them(f.what)} at ${joinAnd(f.at)}, not at ${joinAnd(f.expected)}.`,
    cure: f =>
      `Correct the target where ${f.dockerfile} copies ${them(f.what)}, or the folder in which it ends.`,
    example: {
      what: ['alembic.ini'],
      dockerfile: 'Dockerfile',
      command: 'uv run alembic upgrade head',
      at: ['/srv/backend/alembic.ini'],
      expected: ['/srv/alembic.ini'],
    },
  }),
  'image-stage': entry<Lacking & { stage: string; final: string }>({
    exit: 1,
    says: f =>
      `${isNot(f.what)} in the image: ${f.dockerfile} copies ${them(f.what)} into the stage ${f.stage}, and the image is the stage ${f.final}, where \`${f.command}\` needs ${them(f.what)}.`,
    cure: f => `Write this at the end of the stage ${f.final}.`,
    example: {
      what: ['alembic.ini', 'alembic/ (19 files)'],
      dockerfile: 'Dockerfile',
      command: 'uv run alembic upgrade head',
      stage: 'builder',
      final: 'runtime',
    },
  }),
  'image-script': entry<{ script: string; command: string }>({
    exit: 1,
    says: f =>
      `The release command runs ${f.script}, a shell script, and not the migration itself (\`${f.command}\`): without \`set -e\` the release goes on after a failure, and the script has to be in the image and executable.`,
    cure: () => 'Name the migration itself, if the script does no more than start it.',
    example: { script: 'release.sh', command: 'uv run alembic upgrade head' },
  }),
  'image-absent': entry<{ path: string; looked: string[] }>({
    exit: 2,
    says: f =>
      `The input \`image\` names ${f.path}, which is not there: ${joinAnd(f.looked)} was looked for.`,
    cure: () => 'Name a Dockerfile or a fly.toml, relative to the working directory or the repository root.',
    example: { path: 'backend/Dockerfile', looked: ['backend/Dockerfile'] },
  }),
}
