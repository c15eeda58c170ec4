import { joinAnd } from '../text.ts'
import { entry } from './entry.ts'

/** Wrong use: inputs, options, the config file, and folders where revisions were looked for. */
export const settingsEntries = {
  'input-value': entry<{ input: string; value: string; allowed: string; nearest?: string | undefined }>({
    exit: 2,
    says: f => `\`${f.input}\` is "${f.value}"; it takes ${f.allowed}.`,
    cure: f => (f.nearest === undefined ? `Correct \`${f.input}\`.` : `Did you mean \`${f.nearest}\`?`),
    example: { input: 'lock-timeout', value: '5 apples', allowed: 'a duration such as 500ms, 5s, 10m or 1h' },
  }),
  'input-needed': entry<{ input: string; command: string }>({
    exit: 2,
    says: f => `\`${f.command}\` needs \`${f.input}\`.`,
    cure: f => `Give \`${f.input}\`; nothing is assumed for it.`,
    example: { input: 'revision', command: 'stamp' },
  }),
  'option-idle': entry<{ command: string; option: string }>({
    exit: 2,
    says: f => `\`${f.command}\` does not take ${f.option}: it would be ignored.`,
    cure: () => 'Leave it out; docs/reference.md says which command takes what.',
    example: { command: 'plan', option: '`--wait`' },
  }),
  'not-built': entry<{ what: string; built: string }>({
    exit: 2,
    says: f => `${f.what} is not in this version.`,
    cure: f => `This version has ${f.built}.`,
    example: { what: 'The engine `command`', built: 'the engines `sql` and `alembic`' },
  }),
  'env-file': entry<{ path: string; reason: string }>({
    exit: 2,
    says: f => `The file of --env-file, ${f.path}, cannot be read: ${f.reason}.`,
    cure: () => 'Name a file of NAME=value lines.',
    example: { path: '.env', reason: 'it does not exist' },
  }),
  'config-missing': entry<{ path: string; looked: string[] }>({
    exit: 2,
    says: f => `The config file "${f.path}" does not exist; looked for ${f.looked.join(' and ')}.`,
    cure: () => 'Name a file that is in the checkout, or leave `config` out.',
    example: { path: 'gate.yml', looked: ['backend/gate.yml', 'gate.yml'] },
  }),
  'config-unreadable': entry<{ path: string; reason: string }>({
    exit: 2,
    says: f => `The config file ${f.path} cannot be read: ${f.reason}.`,
    cure: () => 'Mend the file; docs/schema/config.json describes its form.',
    example: { path: '.github/migration-gate.yml', reason: 'it is not UTF-8 (line 3)' },
  }),
  'config-shape': entry<{ path: string; at: string; reason: string }>({
    exit: 2,
    says: f => `In ${f.path}, ${f.at === '' ? 'the file' : `\`${f.at}\``} ${f.reason}.`,
    cure: () => 'Correct it there; docs/schema/config.json describes the form.',
    example: {
      path: '.github/migration-gate.yml',
      at: 'databases.orion.url',
      reason: 'is a URL; write the name of the environment variable that holds it',
    },
  }),
  'database-unknown': entry<{ name: string; known: string; path: string }>({
    exit: 2,
    says: f =>
      `\`database\` names "${f.name}", which is not in ${f.path === '' ? 'any config file' : f.path}.`,
    cure: f => (f.known === '' ? 'Leave `database` out, or add a config file.' : `It has ${f.known}.`),
    example: { name: 'oron', known: 'orion, events', path: '.github/migration-gate.yml' },
  }),
  'url-for-several': entry<{ names: string }>({
    exit: 2,
    says: f => `\`database-url\` is one URL, but ${f.names} are to be run.`,
    cure: () => 'Name one with `database`, or let each take the variable that the config file names.',
    example: { names: 'orion and events' },
  }),
  'stamp-several': entry<{ command: string; revision: string; names: string }>({
    exit: 2,
    says: f => `\`${f.command} ${f.revision}\` is meant for one database, and ${f.names} are named.`,
    cure: () => 'Name the one that it is meant for with `database`.',
    example: { command: 'stamp', revision: '0002', names: 'orion, events' },
  }),
  'variable-unset': entry<{ input: string; variable: string }>({
    exit: 2,
    says: f => `\`${f.input}\` is env:${f.variable}, but there is no environment variable of that name.`,
    cure: f => `Set ${f.variable}, in Actions in the step’s \`env\`; or give the URL as \`${f.input}\`.`,
    example: { input: 'database-url', variable: 'DATABASE_URL' },
  }),
  'engine-unknown': entry<{ looked: string[]; found: string; nearby: string[] }>({
    exit: 2,
    says: f => {
      const looked = `looked for ${f.looked.join(', ')}`
      if (f.found !== '') return `No migrations of ours were found, but ${f.found}; ${looked}.`
      const nearby = f.nearby.length === 0 ? '' : ` There are some in ${joinAnd(f.nearby)}.`
      return `No migrations were found: ${looked}.${nearby}`
    },
    cure: f =>
      f.nearby.length > 0
        ? `Name the folder: \`working-directory\` is ${f.nearby.join(' or ')}.`
        : f.found === ''
          ? 'Name the folder with `directory` (or `working-directory`).'
          : 'That tool keeps its own order and history: go on running it yourself, or move its files to SQL revisions.',
    example: {
      looked: ['alembic.ini', 'migrations/<digits>_*.sql'],
      found: 'prisma/migrations belongs to Prisma',
      nearby: [],
    },
  }),
  'no-revisions': entry<{ folder: string; reason: string }>({
    exit: 2,
    says: f => `No revisions were found in ${f.folder}: ${f.reason}.`,
    cure: () => 'A revision is a file such as 0001_create_orders.sql; name its folder with `directory`.',
    example: { folder: 'migrations', reason: 'it has no file named <digits>_<name>.sql' },
  }),
}
