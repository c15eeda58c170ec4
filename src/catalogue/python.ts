import { entry } from './entry.ts'

const from = (trail: string): string => (trail === '' ? '' : `, from ${trail}`)
const there = 'where the gate runs, in a workflow in the `env` of its step'

/** The way from starting Alembic to its first revision: program, environment, application, driver, URL. */
export const pythonEntries = {
  'program-missing': entry<{ program: string; why: string }>({
    exit: 2,
    says: f => `There is no program "${f.program}" here to start Alembic with (chosen by ${f.why}).`,
    cure: f =>
      f.program === 'uv' || f.program === 'poetry'
        ? `Install ${f.program} before the gate (the alembic/ action does it for uv), or set \`run\`.`
        : 'Install the application before the gate, put its virtual environment on the PATH, or set `run`, such as `uv run alembic`.',
    example: { program: 'uv', why: 'uv.lock' },
  }),
  'program-denied': entry<{ program: string }>({
    exit: 2,
    says: f => `The program "${f.program}" may not be started by this user.`,
    cure: () => 'Make it executable, or name another with `run`.',
    example: { program: 'bin/alembic' },
  }),
  'program-folder': entry<{ folder: string }>({
    exit: 2,
    says: f => `The folder ${f.folder}, in which Alembic is to start, does not exist.`,
    cure: () => 'Check the checkout and the input `directory`.',
    example: { folder: 'backend' },
  }),
  'alembic-not-installed': entry<{ program: string; add: string }>({
    exit: 2,
    says: f => `${f.program} found no Alembic in its environment.`,
    cure: f =>
      `Install the application’s dependencies before the gate; if Alembic is not among them: \`${f.add} alembic\`.`,
    example: { program: 'uv', add: 'uv add' },
  }),
  'uv-lock': entry<{ reason: string }>({
    exit: 2,
    says: f => `uv does not accept uv.lock: ${f.reason}.`,
    cure: () => 'Run `uv lock` and commit the file.',
    example: { reason: 'The lockfile at uv.lock needs to be updated' },
  }),
  'uv-network': entry<{ reason: string }>({
    exit: 1,
    says: f => `uv could not fetch packages: ${f.reason}.`,
    cure: () =>
      'Install before the gate (`uv sync --frozen`, as the alembic/ action does), and see that the package index can be reached from there.',
    example: { reason: 'tcp connect error' },
  }),
  'uv-failed': entry<{ program: string; reason: string }>({
    exit: 1,
    says: f => `${f.program} ended before Alembic began: ${f.reason}.`,
    cure: f => `Run the same ${f.program} command without the gate, mend what it says, and run again.`,
    example: { program: 'uv', reason: 'No interpreter found for Python >=3.14' },
  }),
  'setting-missing': entry<{ names: string; model: string; variables: string; trail: string }>({
    exit: 1,
    says: f => `The application’s settings (${f.model}) lack ${f.names}${from(f.trail)}.`,
    cure: f =>
      `Set ${f.variables} ${there} (with the prefix, if ${f.model} sets an env_prefix); or let env.py read only what a migration needs.`,
    example: {
      names: 'redis_url and stripe_key',
      model: 'Settings',
      variables: 'REDIS_URL and STRIPE_KEY',
      trail: 'alembic/env.py:5 → app/settings.py:8',
    },
  }),
  'setting-invalid': entry<{ reasons: string; model: string; trail: string }>({
    exit: 1,
    says: f => `The application’s settings (${f.model}) are not accepted: ${f.reasons}${from(f.trail)}.`,
    cure: () => `Correct these values ${there}.`,
    example: {
      reasons: 'port: Input should be a valid integer',
      model: 'Settings',
      trail: 'alembic/env.py:5 → app/settings.py:8',
    },
  }),
  'variable-missing': entry<{ name: string; trail: string }>({
    exit: 1,
    says: f =>
      `The application asks for the environment variable ${f.name}, which is not set${from(f.trail)}.`,
    cure: f => `Set ${f.name} ${there}; or give it a default.`,
    example: { name: 'STRIPE_KEY', trail: 'alembic/env.py:5 → app/settings.py:2' },
  }),
  'module-missing': entry<{ module: string; trail: string; add: string }>({
    exit: 1,
    says: f => `Python has no module "${f.module}"${from(f.trail)}.`,
    cure: f =>
      `If it is a package: \`${f.add} ${f.module}\`, commit, and install before the gate. If it is the application’s own: \`prepend_sys_path = .\` in the configuration of Alembic.`,
    example: { module: 'stripe', trail: 'alembic/env.py:5 → app/settings.py:1', add: 'uv add' },
  }),
  'import-failed': entry<{ reason: string; trail: string }>({
    exit: 1,
    says: f => `An import of the application failed: ${f.reason}${from(f.trail)}.`,
    cure: () => 'Start the same Python with this import alone, mend it, and run again.',
    example: { reason: "cannot import name 'Base' from 'app.models'", trail: 'alembic/env.py:5' },
  }),
  'driver-missing': entry<{ driver: string; asked: string; package: string; add: string }>({
    exit: 1,
    says: f => `The driver ${f.driver} is not installed; the URL asks for it by ${f.asked}.`,
    cure: f => `\`${f.add} "${f.package}"\` and commit; or write the driver that is installed into the URL.`,
    example: { driver: 'asyncpg', asked: 'postgresql+asyncpg', package: 'asyncpg', add: 'uv add' },
  }),
  'greenlet-missing': entry<{ add: string }>({
    exit: 1,
    says: () => 'SQLAlchemy needs the package greenlet for async engines, and it is not installed.',
    cure: f => `\`${f.add} "sqlalchemy[asyncio]"\`, and commit.`,
    example: { add: 'uv add' },
  }),
  'url-keyword': entry<{ keyword: string; spelled: string; variable: string }>({
    exit: 1,
    says: f => `asyncpg does not know \`${f.keyword}\`, which stands in the URL that it was given.`,
    cure: f =>
      `For asyncpg the URL in ${f.variable} ends otherwise: ${f.spelled}; the gate reads this form too. Or let env.py take \`sslmode\` and \`channel_binding\` out.`,
    example: {
      keyword: 'sslmode',
      spelled: 'postgresql+asyncpg://…?ssl=require',
      variable: 'DATABASE_URL',
    },
  }),
  'url-dialect': entry<{ given: string; spelled: string; variable: string }>({
    exit: 1,
    says: f => `SQLAlchemy does not know ${f.given}.`,
    cure: f =>
      `Write ${f.spelled} in ${f.variable} (the gate reads it too), or let env.py replace the beginning.`,
    example: { given: 'postgres://', spelled: 'postgresql://…', variable: 'DATABASE_URL' },
  }),
  'url-unread': entry<{ variable: string }>({
    exit: 1,
    says: () => 'SQLAlchemy cannot read the URL that env.py gives it.',
    cure: f =>
      `Let env.py take ${f.variable} as it is: ConfigParser takes a % in it for its own, and an empty variable is no URL.`,
    example: { variable: 'DATABASE_URL' },
  }),
  'driver-sync': entry<{ driver: string; spelled: string; variable: string }>({
    exit: 1,
    says: f => `env.py makes an async engine, and the URL names ${f.driver}, which is not async.`,
    cure: f => `Write ${f.spelled} in ${f.variable}, or let env.py use create_engine.`,
    example: { driver: 'psycopg2', spelled: 'postgresql+asyncpg://…', variable: 'DATABASE_URL' },
  }),
  'driver-async': entry<{ spelled: string; variable: string; trail: string }>({
    exit: 1,
    says: f => `An async driver is used without an async engine (MissingGreenlet)${from(f.trail)}.`,
    cure: f =>
      `Let env.py use create_async_engine and \`connection.run_sync\`, or give it a driver that is not async, such as ${f.spelled} in ${f.variable}.`,
    example: { spelled: 'postgresql+psycopg://…', variable: 'DATABASE_URL', trail: 'alembic/env.py:9' },
  }),
  'env-connect': entry<{ where: string; reason: string; ours: string; variable: string }>({
    exit: 1,
    says: f =>
      `Alembic could not connect${f.where === '' ? '' : ` to ${f.where}`}: ${f.reason}; the gate itself reached ${f.ours}.`,
    cure: f => `See that env.py uses ${f.variable}, and not a URL of its own.`,
    example: {
      where: 'localhost:5432',
      reason: 'the connection was refused',
      ours: 'db.example.com:5432/app',
      variable: 'DATABASE_URL',
    },
  }),
  'env-password': entry<{ user: string; ours: string; variable: string }>({
    exit: 1,
    says: f =>
      `The password that Alembic gave for ${f.user} was refused; that of ${f.variable} was accepted by ${f.ours}.`,
    cure: f =>
      `See how env.py makes its URL: it must come from ${f.variable}; str(url) hides the password (\`render_as_string(hide_password=False)\` does not), and ConfigParser wants % doubled.`,
    example: { user: 'relay', ours: 'db.example.com:5432/app', variable: 'DATABASE_URL' },
  }),
  'env-raised': entry<{ type: string; reason: string; trail: string; ran: boolean }>({
    exit: 1,
    says: f =>
      `The application raised ${f.type} ${f.ran ? 'when its revisions had run' : 'before a revision ran'}${f.reason === '' ? '' : `: ${f.reason}`}${from(f.trail)}.`,
    cure: () => `Mend it at this place, or give it the variables that it needs ${there}.`,
    example: {
      type: 'RuntimeError',
      reason: 'no vault',
      trail: 'alembic/env.py:5 → app/settings.py:1',
      ran: false,
    },
  }),
  'child-memory': entry<{ how: string }>({
    exit: 1,
    says: f => `Alembic was ended from outside, most often for want of memory (${f.how}).`,
    cure: () =>
      'Give the machine more memory, or let the revision work in SQL instead of loading rows into Python; then run again.',
    example: { how: 'SIGKILL' },
  }),
  'child-killed': entry<{ signal: string }>({
    exit: 1,
    says: f => `Alembic was ended by the signal ${f.signal}.`,
    cure: () => 'Find out who sent it (a timeout, a cancelled job, a crash in a library), and run again.',
    example: { signal: 'SIGSEGV' },
  }),
  'child-input': entry<{ id: string }>({
    exit: 1,
    says: f =>
      `${f.id === '' ? 'The application' : `Revision ${f.id}`} asks a question, and nobody is there to answer.`,
    cure: () => 'Take the question out, or let an environment variable answer it.',
    example: { id: '0005' },
  }),
  'child-exit': entry<{ code: string; last: string; began: boolean }>({
    exit: 1,
    says: f =>
      `Alembic ended with exit code ${f.code} and without saying why${f.last === '' ? '' : `; the last it wrote was: ${f.last.replace(/[.\s]+$/, '')}`}.`,
    cure: f =>
      f.began
        ? 'Look in env.py and the revision for sys.exit or os._exit; run again with debug logging (ACTIONS_STEP_DEBUG, or --debug) to see everything it wrote.'
        : 'See that `run` starts Alembic: it is what comes before the sub-command, such as `uv run alembic`.',
    example: { code: '3', last: 'stop here', began: true },
  }),
}
