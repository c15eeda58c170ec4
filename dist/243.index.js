export const id = 243;
export const ids = [243];
export const modules = {

/***/ 323:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ inLive)
/* harmony export */ });
/** From what the revisions make to what a live database has. */
const inLive = {
    added: 'exists only in the live database',
    removed: 'is missing in the live database',
    pair: (now, was) => `${now} in the live database, ${was} by the revisions`,
    gained: now => `${now} in the live database only`,
    lost: was => `${was} by the revisions only`,
};


/***/ }),

/***/ 4210:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   XL: () => (/* binding */ sayBroken),
/* harmony export */   cm: () => (/* binding */ requireGoing),
/* harmony export */   fW: () => (/* binding */ requireCalm),
/* harmony export */   sn: () => (/* binding */ Broken),
/* harmony export */   xS: () => (/* binding */ longest)
/* harmony export */ });
/* harmony import */ var _catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9078);
/* harmony import */ var _database_session_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8188);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9473);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(977);




/** Why a rehearsal cannot go on: a clause. */
class Broken extends Error {
}
/** For people: all of it may take as much. */
const longest = '10 min';
/** Throws GateError where somebody asked for the end of the run. */
function requireCalm(signal) {
    if (signal.aborted)
        throw (0,_catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .gateError */ .em)('interrupted', { id: '', name: '' });
}
/**
 * After a step: a failure is its own only where nobody ended it and the server is still there. Throws GateError
 * `interrupted`, else Broken.
 */
async function requireGoing({ database, signal, deadline }, step) {
    requireCalm(signal);
    // A file says that of itself.
    if (deadline.aborted && step?.file !== true)
        throw new Broken(tooLong);
    if (step?.fault === undefined)
        return;
    const gone = await whyGone(database);
    requireCalm(signal);
    if (gone !== undefined)
        throw new Broken(`its server no longer answers (${gone})`);
}
const tooLong = `it took longer than the ${longest} that all of it may take`;
/** What was thrown, as the reason why it broke off. Throws on what is no failure of a database or a step. */
function sayBroken({ signal, deadline }, error) {
    requireCalm(signal);
    if (error instanceof Broken)
        return error.message;
    if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .GateError */ .u || error instanceof _database_session_js__WEBPACK_IMPORTED_MODULE_1__/* .DatabaseError */ .a))
        throw error;
    return deadline.aborted ? tooLong : `its database said: ${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .oneLine */ .TN)(error.message, 300).replace(/\.$/, '')}`;
}
async function whyGone({ open }) {
    try {
        const session = await open(() => undefined, 'once');
        await session.close();
        return undefined;
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .GateError */ .u || error instanceof _database_session_js__WEBPACK_IMPORTED_MODULE_1__/* .DatabaseError */ .a)
            return (0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .oneLine */ .TN)(error.message, 200).replace(/\.$/, '');
        throw error;
    }
}


/***/ }),

/***/ 2278:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ historyTableOf)
/* harmony export */ });
/* harmony import */ var _engines_alembic_alembic_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7163);

/** Where the engine writes what ran: `table` or `schema.table`. Throws GateError where there is no project. */
function historyTableOf(database, choice, { disk, alembicConfig }) {
    if (database.historyTable !== undefined)
        return database.historyTable;
    if (choice.engine === 'sql')
        return 'migration_history';
    const { directory } = choice;
    return (0,_engines_alembic_alembic_js__WEBPACK_IMPORTED_MODULE_0__.findHistoryTable)({ disk, directory, run: database.run, alembicConfig }) ?? 'alembic_version';
}


/***/ }),

/***/ 1188:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  D: () => (/* binding */ longestMs),
  T: () => (/* binding */ replaySteps)
});

// EXTERNAL MODULE: ./build/database/url.js
var database_url = __webpack_require__(7081);
// EXTERNAL MODULE: ./build/engines/alembic/alembic.js + 6 modules
var alembic = __webpack_require__(7163);
// EXTERNAL MODULE: ./build/text.js
var build_text = __webpack_require__(977);
// EXTERNAL MODULE: ./build/check/rehearsal/roles.js
var roles = __webpack_require__(5694);
// EXTERNAL MODULE: ./build/check/rehearsal/schemes.js
var rehearsal_schemes = __webpack_require__(2351);
// EXTERNAL MODULE: ./build/domain.js
var domain = __webpack_require__(9914);
// EXTERNAL MODULE: ./build/engines/sql/engine.js + 3 modules
var engine = __webpack_require__(9988);
;// CONCATENATED MODULE: ./build/check/rehearsal/steps.js




const nothing = () => undefined;
const quiet = {
    waiting: nothing,
    working: nothing,
    started: nothing,
    running: nothing,
    retrying: nothing,
    notice: nothing,
    ended: nothing,
};
/** The project’s own engine, set on a database of a rehearsal. */
function openSteps(ground, options) {
    const { signal } = options;
    const using = async (target, work, take) => {
        const engine = openEngine(ground, options, target, take);
        try {
            return await work(engine);
        }
        finally {
            await engine.close();
        }
    };
    return {
        plan: to => using(to, engine => engine.plan()),
        up: (to, take) => using(to, engine => engine.apply(quiet, signal), take),
        down: to => using('head', async (engine) => {
            if (engine.downgrade === undefined)
                throw new Error('this engine has no way down');
            return engine.downgrade(to, quiet, signal);
        }),
        models: () => askForModels(ground, options),
    };
}
async function askForModels({ name }, options) {
    const { choice, settings, environment, machine, statementTimeoutMs } = options;
    if (choice.engine !== 'alembic')
        return alembic.modelsAgree;
    return (0,alembic.compareModels)({
        ...options,
        directory: choice.directory,
        run: settings.run,
        alembicConfig: environment.ALEMBIC_CONFIG,
        hookFolder: (0,alembic.findHookFolder)(machine),
        only: name,
        timeouts: { lockMs: settings.lockTimeoutMs, statementMs: statementTimeoutMs },
    });
}
function openEngine({ name, target, open }, options, to, captured) {
    const { choice, settings, disk, root, environment, redact, statementTimeoutMs } = options;
    const connection = {
        target: to,
        at: { host: target.host, port: target.port, where: (0,database_url/* describeTarget */.ff)(target) },
        contact: target,
        variable: settings.url.variable || 'DATABASE_URL',
        open,
        // What the check says of a history stands in its findings: here it is gone on with.
        allow: [...domain/* allowable */.I],
        lockTimeoutMs: settings.lockTimeoutMs,
        statementTimeoutMs,
        filled: true,
        waitMs: 5_000,
        waitText: '5s',
    };
    if (choice.engine === 'sql')
        return (0,engine.makeSqlEngine)({
            ...connection,
            disk,
            directory: choice.directory,
            historyTable: settings.historyTable ?? 'migration_history',
            author: { appliedBy: 'rehearsal', runUrl: '', commitSha: '' },
        });
    return (0,alembic.makeAlembicEngine)({
        ...connection,
        disk,
        directory: choice.directory,
        run: settings.run,
        alembicConfig: environment.ALEMBIC_CONFIG,
        historyTable: settings.historyTable,
        root,
        environment,
        hookFolder: (0,alembic.findHookFolder)(options.machine),
        trusted: false,
        only: name,
        captured,
        findCommit: () => Promise.resolve(undefined),
        redact,
    });
}

;// CONCATENATED MODULE: ./build/check/rehearsal/replay.js






/** What all of a rehearsal may take, as people are told (`longest`). */
const longestMs = 10 * 60_000;
/** What takes the history in some files up and down on a database of a rehearsal, by the project’s own engine. */
function replaySteps(options, database, { disk, choice, statementTimeoutMs, deadline }) {
    const { ports, database: settings, urlVariables } = options;
    const { root, redact, machine } = ports;
    const signal = AbortSignal.any([ports.signal, deadline]);
    const common = { choice, settings, disk, root, machine, redact, signal, statementTimeoutMs };
    const on = (scheme) => {
        const url = database.target.original.replace(/^postgresql/, scheme);
        const variable = settings.url.variable || undefined;
        // Of the URLs of all databases, the child has its own rehearsal’s and no other.
        const others = urlVariables.filter(name => name !== variable);
        const user = withoutServers(ports.environment);
        const environment = (0,alembic.childEnvironment)({ user, url, variable, others });
        const target = (0,database_url/* readUrl */.wo)(url, 'the rehearsal');
        return openSteps({ name: database.name, target, open: database.open }, { ...common, environment });
    };
    const tell = (steps) => telling((0,roles/* makingRoles */.bJ)(steps, database.makeRole), ports);
    if (choice.engine === 'sql')
        return tell(on('postgresql'));
    const { directory } = choice;
    const { alembicConfig } = options;
    const schemes = (0,rehearsal_schemes/* guessSchemes */.U_)({ disk, directory, run: settings.run, alembicConfig });
    return tell(tryingSchemes(schemes, on));
}
/** Steps that say where they are. */
function telling(steps, { turnTo }) {
    const on = (words, to) => turnTo(`${words} ${(0,build_text/* oneLine */.TN)(to, 80)}`);
    return {
        plan: steps.plan,
        up(to, take) {
            on('the way up to', to);
            return steps.up(to, take);
        },
        down(to) {
            on('the way down to', to);
            return steps.down(to);
        },
        models() {
            turnTo('the models against the schema');
            return steps.models();
        },
    };
}
/** What opens a door that no rehearsal needs: what libpq reads where a URL says nothing, and tokens for GitHub. */
const doors = /^(?:PG[A-Z]+|GH_TOKEN|GH_ENTERPRISE_TOKEN|GITHUB_\w*TOKEN\w*)$/i;
const ofPostgres = /^\W*(?:jdbc:)?postgres(?:ql)?(?:\+\w+)?:\/\//i;
/** Without other servers, whatever the variables are called, and without tokens. */
function withoutServers(environment) {
    return Object.fromEntries(Object.entries(environment).filter(([name, value = '']) => !doors.test(name) && !ofPostgres.test(value)));
}
/** The steps in the first scheme of which the project makes something. */
function tryingSchemes(schemes, on) {
    let at = 0;
    let known = false;
    const current = () => on(schemes[at] ?? 'postgresql');
    return {
        plan: to => current().plan(to),
        async up(to, take) {
            for (;;) {
                const applied = await current().up(to, take);
                const { fault } = applied;
                if (known || fault === undefined || !(0,rehearsal_schemes/* isOfScheme */.ni)(fault) || at + 1 >= schemes.length) {
                    known ||= applied.outcomes.some(({ result }) => result === 'applied');
                    return applied;
                }
                at++;
            }
        },
        down: to => current().down(to),
        models: () => current().models(),
    };
}


/***/ }),

/***/ 5694:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JH: () => (/* binding */ missingRole),
/* harmony export */   TI: () => (/* binding */ mostRoles),
/* harmony export */   bJ: () => (/* binding */ makingRoles),
/* harmony export */   zW: () => (/* binding */ roleMaker)
/* harmony export */ });
/* harmony import */ var _database_identifiers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6324);

/** More than a project has. */
const mostRoles = 30;
/** On a server of ours, whose roles go with it. */
function roleMaker(administer) {
    return async (name) => {
        await administer.query(`create role ${(0,_database_identifiers_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteIdentifier */ .Cm)(name)} nologin`);
    };
}
/** The role that a failure is about, where it is not there and its name is an ordinary one. */
function missingRole({ server }) {
    return server?.code === '42704'
        ? /^role "([\w$ .@-]{1,63})" does not exist$/.exec(server.message)?.[1]
        : undefined;
}
/** Steps whose way up makes the roles that it misses, and begins again. */
function makingRoles(steps, makeRole) {
    if (makeRole === undefined)
        return steps;
    return {
        ...steps,
        async up(to, take) {
            const tried = new Set();
            for (;;) {
                const applied = await steps.up(to, take);
                const role = applied.fault && missingRole(applied.fault);
                if (role === undefined || tried.has(role) || tried.size === mostRoles)
                    return applied;
                tried.add(role);
                await makeRole(role);
            }
        },
    };
}


/***/ }),

/***/ 2351:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IQ: () => (/* binding */ mayHaveModels),
/* harmony export */   U_: () => (/* binding */ guessSchemes),
/* harmony export */   ni: () => (/* binding */ isOfScheme)
/* harmony export */ });
/* harmony import */ var _disk_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2554);
/* harmony import */ var _engines_alembic_project_project_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2644);
/* harmony import */ var _engines_alembic_project_start_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8958);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9473);




/** Files that say which driver is installed. */
const requirements = ['pyproject.toml', 'requirements.txt', 'uv.lock', 'poetry.lock', 'requirements/base.txt'];
/**
 * Guesses from env.py and the requirements. What env.py writes anew may come in any form, so the plain one is tried
 * first; then what its engine needs. A wrong guess costs a start of Python: the next one is tried.
 */
function guessSchemes(options) {
    const read = (path) => readText(options.disk, path);
    const env = readEnv(options);
    const folders = options.directory === '.' ? ['.'] : [options.directory, '.'];
    const installed = folders.flatMap(folder => requirements.map(name => read(`${folder}/${name}`))).join('\n');
    const has = (name) => new RegExp(`(?:^|[^\\w-])${name}(?![\\w-])`, 'm').test(installed);
    const rewrites = /postgres(?:ql)?(?:\+\w+)?:\/\/|drivername/.test(env);
    const asynchronous = /create_async_engine|async_engine_from_config|AsyncEngine/.test(env);
    const asked = asynchronous
        ? has('asyncpg') || !has('psycopg')
            ? ['postgresql+asyncpg', 'postgresql+psycopg']
            : ['postgresql+psycopg', 'postgresql+asyncpg']
        : has('psycopg') && !has('psycopg2(?:-binary)?')
            ? ['postgresql+psycopg']
            : ['postgresql+psycopg2', 'postgresql+psycopg'];
    const all = rewrites || !asynchronous ? ['postgresql', ...asked] : [...asked, 'postgresql'];
    return [...new Set([...all, 'postgresql+asyncpg', 'postgresql+psycopg2'])];
}
/** Whether env.py may give models that `alembic check` compares: as long as it does not say that there are none. */
function mayHaveModels(options) {
    const env = readEnv(options).replace(/#.*/g, '');
    // What is handed on, or is None, names none.
    const rest = env.replace(/target_metadata(?:\s*:[^=\n]*)?\s*=\s*(?:None|target_metadata)(?=\s*(?:[,)\n]|$))/g, '');
    return env === '' || rest.includes('target_metadata');
}
/** Failures by which another scheme may do: the driver, or how the URL is spelled. */
const ofScheme = [
    'driver-missing',
    'driver-sync',
    'driver-async',
    'url-dialect',
    'url-unread',
    'setting-invalid',
];
/** Whether a failure may be one of the scheme, and not of the project. */
function isOfScheme({ id }) {
    return ofScheme.includes(id);
}
/** Empty where it is not found. */
function readEnv(options) {
    try {
        return readText(options.disk, (0,_engines_alembic_project_project_js__WEBPACK_IMPORTED_MODULE_1__/* .readProject */ .W)(options.disk, (0,_engines_alembic_project_start_js__WEBPACK_IMPORTED_MODULE_2__/* .readStart */ .H)(options)).envPath);
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .GateError */ .u)
            return '';
        throw error;
    }
}
function readText(disk, path) {
    const read = disk.readBytes(path);
    const text = read.ok ? (0,_disk_js__WEBPACK_IMPORTED_MODULE_0__/* .decodeText */ .g7)(read.value) : undefined;
    return text?.ok === true ? text.text : '';
}


/***/ }),

/***/ 4779:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ runFiles)
/* harmony export */ });
/* harmony import */ var _catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9078);
/* harmony import */ var _database_session_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8188);
/* harmony import */ var _disk_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2554);
/* harmony import */ var _engines_server_errors_said_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1609);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(977);
/* harmony import */ var _broken_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4210);
/* harmony import */ var _roles_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5694);







/**
 * Runs SQL files as the owner, each in a session of its own and as one message, so that what a dump sets is gone with
 * it. Throws GateError with the file’s line, or `interrupted`.
 */
async function runFiles(input, files, options) {
    const { disk, makeRole, deadline, signal } = options;
    for (const file of files) {
        const { path, text } = readFile(input, file, disk);
        const tried = new Set();
        for (;;) {
            const error = await runText(withoutMeta(text), options);
            (0,_broken_js__WEBPACK_IMPORTED_MODULE_3__/* .requireCalm */ .fW)(signal);
            if (error === undefined)
                break;
            if (deadline.aborted)
                throw (0,_catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .gateError */ .em)(...endlessOf(input, path));
            const role = (0,_roles_js__WEBPACK_IMPORTED_MODULE_4__/* .missingRole */ .JH)({ server: (0,_engines_server_errors_said_js__WEBPACK_IMPORTED_MODULE_5__/* .serverError */ .i)(error) });
            const again = role !== undefined && !tried.has(role) && tried.size < _roles_js__WEBPACK_IMPORTED_MODULE_4__/* .mostRoles */ .TI;
            if (!again || makeRole === undefined)
                throw (0,_catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .gateError */ .em)(...failureOf(input, path, text, error));
            tried.add(role);
            await makeRole(role);
        }
    }
}
/** How long a server may take to cancel. */
const cancelMs = 1_000;
/** One message is one transaction, as long as the file does not end it: what fails leaves nothing. */
async function runText(text, { open, timeoutMs, signal, deadline }) {
    const stopped = AbortSignal.any([signal, deadline]);
    const session = await open(() => undefined);
    let hanging;
    const stop = () => {
        hanging ??= setTimeout(session.hangUp, cancelMs);
        void session.cancel();
    };
    stopped.addEventListener('abort', stop);
    try {
        if (stopped.aborted)
            stop();
        await session.run(`set statement_timeout = ${timeoutMs}`);
        await session.run(text);
        return undefined;
    }
    catch (error) {
        if (error instanceof _database_session_js__WEBPACK_IMPORTED_MODULE_1__/* .DatabaseError */ .a)
            return error;
        throw error;
    }
    finally {
        stopped.removeEventListener('abort', stop);
        await session.close();
        clearTimeout(hanging);
    }
}
function endlessOf(input, path) {
    const reason = `it did not come to its end within the ${_broken_js__WEBPACK_IMPORTED_MODULE_3__/* .longest */ .xS} that all of a rehearsal may take.`;
    return ['rehearsal-file', { input, path: (0,_text_js__WEBPACK_IMPORTED_MODULE_6__/* .oneLine */ .TN)(path), reason }, { place: { path } }];
}
function failureOf(input, path, text, error) {
    const reason = `${(0,_text_js__WEBPACK_IMPORTED_MODULE_6__/* .oneLine */ .TN)(error.message, 300).replace(/\.$/, '')}.`;
    const line = error.position === undefined ? {} : { line: lineAt(text, error.position) };
    const around = { place: { path, ...line }, server: (0,_engines_server_errors_said_js__WEBPACK_IMPORTED_MODULE_5__/* .serverError */ .i)(error) };
    return ['rehearsal-file', { input, path: (0,_text_js__WEBPACK_IMPORTED_MODULE_6__/* .oneLine */ .TN)(path), reason }, around];
}
/** `\restrict` and its kin, which pg_dump writes for psql: a line stays a line. */
function withoutMeta(text) {
    return text.replace(/^\\(?:un)?restrict\b.*$/gm, match => ' '.repeat(match.length));
}
/** `position` counts code points from 1. */
function lineAt(text, position) {
    return [...text].slice(0, position - 1).filter(one => one === '\n').length + 1;
}
function readFile(input, { given, candidates }, disk) {
    for (const path of candidates) {
        const bytes = disk.readBytes(path);
        if (!bytes.ok && bytes.absent)
            continue;
        const decoded = bytes.ok ? (0,_disk_js__WEBPACK_IMPORTED_MODULE_2__/* .decodeText */ .g7)(bytes.value) : bytes;
        if (decoded.ok)
            return { path, text: decoded.text };
        throw (0,_catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .gateError */ .em)('revision-unreadable', { path: (0,_text_js__WEBPACK_IMPORTED_MODULE_6__/* .oneLine */ .TN)(path), reason: decoded.reason }, { place: { path } });
    }
    const looked = candidates.map(path => (0,_text_js__WEBPACK_IMPORTED_MODULE_6__/* .showInput */ .CM)(path));
    throw (0,_catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .gateError */ .em)('script-missing', { input, given: (0,_text_js__WEBPACK_IMPORTED_MODULE_6__/* .showInput */ .CM)(given, 120), looked });
}


/***/ }),

/***/ 8265:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ withWalk)
/* harmony export */ });
/* harmony import */ var _catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9078);
/* harmony import */ var _database_session_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8188);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9473);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(977);
/* harmony import */ var _schema_portable_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9648);
/* harmony import */ var _schema_read_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8290);
/* harmony import */ var _history_table_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2278);
/* harmony import */ var _replay_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1188);
/* harmony import */ var _scripts_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4779);









/** Of a statement, where nothing else is said. */
const statementMs = 60_000;
/**
 * Lends an empty database of a rehearsal, `baseline` run, and takes it away. Throws GateError `rehearsal-none` where
 * there is no server, and what `baseline` throws.
 */
async function withWalk(options, work) {
    const { ports, choice, disk, database: settings } = options;
    const server = await ports.server(choice.engine === 'alembic');
    if ('why' in server)
        throw (0,_catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .gateError */ .em)('rehearsal-none', { reason: server.why });
    const ignore = { tables: [(0,_history_table_js__WEBPACK_IMPORTED_MODULE_4__/* .historyTableOf */ .a)(settings, choice, options)] };
    let database;
    try {
        database = await server.makeDatabase();
        const { open, makeRole } = database;
        const timeoutMs = settings.statementTimeoutMs || statementMs;
        const deadline = AbortSignal.timeout(_replay_js__WEBPACK_IMPORTED_MODULE_5__/* .longestMs */ .D);
        const steps = (0,_replay_js__WEBPACK_IMPORTED_MODULE_5__/* .replaySteps */ .T)(options, database, { disk, choice, statementTimeoutMs: timeoutMs, deadline });
        await (0,_scripts_js__WEBPACK_IMPORTED_MODULE_6__/* .runFiles */ .N)('baseline', settings.baseline, {
            disk,
            open,
            makeRole,
            timeoutMs,
            signal: ports.signal,
            deadline,
        });
        const session = await open(() => undefined);
        try {
            const read = async () => (0,_schema_portable_js__WEBPACK_IMPORTED_MODULE_7__/* .portable */ .O)(await (0,_schema_read_js__WEBPACK_IMPORTED_MODULE_3__/* .readSchema */ .G)(session, ignore));
            return await work({ postgres: Math.floor(server.version / 10_000), steps, read });
        }
        finally {
            await session.close();
        }
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .GateError */ .u || !(error instanceof _database_session_js__WEBPACK_IMPORTED_MODULE_1__/* .DatabaseError */ .a))
            throw error;
        throw (0,_catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .gateError */ .em)('rehearsal-none', { reason: `its server said: ${(0,_text_js__WEBPACK_IMPORTED_MODULE_8__/* .oneLine */ .TN)(error.message, 200)}` });
    }
    finally {
        await database?.drop();
    }
}


/***/ }),

/***/ 3700:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _e: () => (/* binding */ compareSchemas),
  cG: () => (/* binding */ findDifferences),
  wb: () => (/* binding */ holders),
  ur: () => (/* binding */ tellDifferences)
});

// UNUSED EXPORTS: fingerprintSchema

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/check/schema/read.js + 5 modules
var read = __webpack_require__(8290);
;// CONCATENATED MODULE: ./build/check/schema/shapes.js
/** The nouns of a schema snapshot. Plain data. */
/** In the order in which differences are told: what holds other things comes first. */
const kinds = [
    'schema',
    'extension',
    'type',
    'domain',
    'sequence',
    'table',
    'foreign table',
    'column',
    'constraint',
    'index',
    'statistics',
    'view',
    'materialized view',
    'function',
    'procedure',
    'aggregate',
    'trigger',
    'rule',
    'policy',
    'event trigger',
    'publication',
    'cast',
    'operator',
    'operator family',
    'operator class',
    'collation',
    'text search dictionary',
    'text search configuration',
    'language',
    'foreign-data wrapper',
    'foreign server',
    'default privileges',
    'database setting',
];

;// CONCATENATED MODULE: ./build/check/schema/compare.js



/**
 * What differs, each object by itself, in no order that means anything. Of servers of two majors, what these write
 * differently is no difference. Pure.
 */
function findDifferences(before, after) {
    const linesOf = before.major === after.major ? (object) => object.lines : looseLines;
    const gone = lacking(before, after).map(([key, object]) => {
        return [key, { ...apart(object), change: 'removed', before: object.lines, after: [] }];
    });
    const come = lacking(after, before).map(([key, object]) => {
        return [key, { ...apart(object), change: 'added', before: [], after: object.lines }];
    });
    const changed = [...before.objects].flatMap(([key, object]) => {
        const now = after.objects.get(key);
        if (now === undefined || now === object)
            return [];
        const [old, young] = [linesOf(object), linesOf(now)];
        const pick = (lines, read, other) => lines.filter((_, index) => !other.includes(read[index] ?? ''));
        const [lost, gained] = [pick(object.lines, old, young), pick(now.lines, young, old)];
        if (lost.length + gained.length === 0)
            return [];
        return [[key, { ...apart(object), change: 'changed', before: lost, after: gained }]];
    });
    return [...gone, ...come, ...changed];
}
/**
 * What differs as people are told it: in the order of `kinds` and of names, and what comes or goes with something that
 * holds it (the columns of a table, all of a schema) not by itself. Pure.
 */
function tellDifferences(found) {
    const changeOf = new Map(found.map(([key, { change }]) => [key, change]));
    return found
        .filter(([, one]) => one.change === 'changed' || !holders(one).some(key => changeOf.get(key) === one.change))
        .map(([, difference]) => difference)
        .sort((one, other) => kinds.indexOf(one.kind) - kinds.indexOf(other.kind) || compareText(sortKey(one), sortKey(other)));
}
/** The differences of two schemas as people are told them. Pure. */
function compareSchemas(before, after) {
    return tellDifferences(findDifferences(before, after));
}
/** One digest of a schema: the same for the same objects with the same lines. Pure. */
function fingerprintSchema({ objects }) {
    const told = [...objects].map(([key, { lines }]) => [key, lines]);
    return createHash('sha256').update(JSON.stringify(told)).digest('hex');
}
function apart({ lines: _, ...names }) {
    return names;
}
function sortKey({ schema = '', table = '', name, change }) {
    return [schema, table, name, change].join('\0');
}
function compareText(one, other) {
    return one < other ? -1 : one > other ? 1 : 0;
}
/** Objects of the one that the other has not. */
function lacking(one, other) {
    return [...one.objects].filter(([key]) => !other.objects.has(key));
}
const tableKinds = ['table', 'foreign table', 'view', 'materialized view', 'domain'];
/** Keys of whatever an object may be inside of. Pure. */
function holders({ schema, table, kind }) {
    const inSchema = schema === undefined ? [] : [(0,read/* keyOf */.T)({ kind: 'schema', name: schema })];
    if (table === undefined || schema === undefined)
        return inSchema;
    const own = tableKinds.filter(one => one !== kind);
    return [...inSchema, ...own.map(one => (0,read/* keyOf */.T)({ kind: one, schema, name: table }))];
}
const written = ['view', 'materialized view', 'rule', 'policy'];
/** From version 16 on a column of the only table is written without the table; white space has changed, too. */
function looseLines({ kind, lines }) {
    if (!written.includes(kind))
        return lines;
    return lines.map(line => line.replace(/(?:"(?:[^"]|"")+"|\b[\w$]+)\.(?=["\w])/g, '').replace(/\s+/g, ' '));
}


/***/ }),

/***/ 1420:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ platformKeys),
/* harmony export */   g: () => (/* binding */ apartFromPlatform)
/* harmony export */ });
/** What a server’s owner puts into every database: Supabase its schemas, others pg_stat_statements. */
const platformKinds = [
    'schema',
    'extension',
    'event trigger',
    'language',
    'foreign-data wrapper',
    'foreign server',
    'publication',
];
/**
 * Takes apart what only the second schema has and no revision ever made (`known` are the keys of what they make), as a
 * platform brings it, with everything in such a schema. `beside` are these things themselves. Pure.
 */
function apartFromPlatform(differences, known) {
    const beside = differences.filter(([key, { kind, change }]) => change === 'added' && platformKinds.includes(kind) && !known(key));
    const schemas = new Set(beside.flatMap(([, { kind, name }]) => (kind === 'schema' ? [name] : [])));
    const isBeside = new Set(beside);
    const own = differences.filter(one => !isBeside.has(one) && !schemas.has(one[1].schema ?? ''));
    return { own, beside };
}
/** Keys of what revisions made of the kinds that a platform brings, too. Pure. */
function platformKeys({ objects }) {
    return [...objects].flatMap(([key, { kind }]) => (platformKinds.includes(kind) ? [key] : []));
}


/***/ }),

/***/ 9648:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ portable)
/* harmony export */ });
/** They belong to the roles and the place of one server, and revisions need not have made them. */
const ofTheServer = ['default privileges', 'database setting'];
const ofItsRoles = /^(?:grant|version) /;
/** A schema as another server can have it, too: without who may do what, and without versions of extensions. Pure. */
function portable({ major, objects }) {
    const kept = [...objects].filter(([, { kind }]) => !ofTheServer.includes(kind));
    return { major, objects: new Map(kept.map(([key, object]) => [key, withoutRoles(object)])) };
}
function withoutRoles(object) {
    if (!object.lines.some(line => ofItsRoles.test(line)))
        return object;
    return { ...object, lines: object.lines.filter(line => !ofItsRoles.test(line)) };
}


/***/ }),

/***/ 8290:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  T: () => (/* binding */ keyOf),
  G: () => (/* binding */ readSchema)
});

// EXTERNAL MODULE: ./build/database/session.js
var database_session = __webpack_require__(8188);
;// CONCATENATED MODULE: ./build/check/schema/catalog/parts.js
/** Pieces of SQL that the queries of the catalogs share. They run with `search_path = pg_catalog, pg_temp`. */
/** Not the server's own schemas, and no temporary ones. */
const userSchema = `n.nspname !~ '^pg_' and n.nspname <> 'information_schema'`;
/** Not what an extension brought: that is told by the extension's name. */
function ownWork(catalog, oid) {
    return `not exists (select from pg_depend brought
    where brought.classid = '${catalog}'::regclass and brought.objid = ${oid} and brought.deptype = 'e')`;
}
/** Lines of an object: those that are null are left out. */
function lines(...parts) {
    return `array_remove(array[${parts.join(',\n    ')}]::text[], null)`;
}
/** A line that is there under a condition. */
function when(condition, line) {
    return `case when ${condition} then ${line} end`;
}
/** What somebody noted on an object. */
function comment(oid, catalog) {
    return `'comment ' || quote_literal(obj_description(${oid}, '${catalog}'))`;
}
/** A line for each role that may do something, but for the owner. `type` as acldefault takes it. */
function grants(acl, type, owner) {
    return `coalesce((select array_agg(format('grant %s to %s%s', privileges, grantee, option) order by grantee, option)
    from (select case x.grantee when 0 then 'public' else pg_get_userbyid(x.grantee)::text end as grantee,
        case when x.is_grantable then ' with grant option' else '' end as option,
        string_agg(lower(x.privilege_type), ', ' order by x.privilege_type) as privileges
      from aclexplode(coalesce(${acl}, acldefault('${type}', ${owner}))) x
      where x.grantee <> ${owner} group by 1, 2) g), '{}')`;
}
/** One arm of the query: a row for each object. */
function arm(parts) {
    const { kind, schema = 'null', table = 'null', name, from, where } = parts;
    return `select ${kind}::text, ${schema}::text, ${table}::text, ${name}::text,
    ${parts.lines}
  from ${from}
  where ${where}`;
}

;// CONCATENATED MODULE: ./build/check/schema/catalog/code.js

const argumentsOf = `p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')'`;
const own = `${userSchema} and ${ownWork('pg_proc', 'p.oid')}
  and not exists (select from pg_depend d
    where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'i')`;
const functions = arm({
    kind: `case p.prokind when 'p' then 'procedure' else 'function' end`,
    schema: 'n.nspname',
    name: argumentsOf,
    lines: `${lines(`'as ' || pg_get_functiondef(p.oid)`, comment('p.oid', 'pg_proc'))} || ${grants('p.proacl', 'f', 'p.proowner')}`,
    from: `pg_proc p join pg_namespace n on n.oid = p.pronamespace`,
    where: `p.prokind <> 'a' and ${own}`,
});
const aggregates = arm({
    kind: `'aggregate'`,
    schema: 'n.nspname',
    name: argumentsOf,
    lines: `${lines(`'returns ' || format_type(p.prorettype, null)`, `format('as %s', concat_ws(' ', g.aggkind, g.aggtransfn::regprocedure, format_type(g.aggtranstype, null),
      nullif(g.aggfinalfn::oid, 0)::regprocedure, nullif(g.aggcombinefn::oid, 0)::regprocedure,
      nullif(g.aggserialfn::oid, 0)::regprocedure, nullif(g.aggdeserialfn::oid, 0)::regprocedure,
      nullif(g.aggmtransfn::oid, 0)::regprocedure, g.aggfinalmodify, nullif(g.aggsortop, 0)::regoperator,
      quote_literal(g.agginitval), p.proparallel))`, comment('p.oid', 'pg_proc'))} || ${grants('p.proacl', 'f', 'p.proowner')}`,
    from: `pg_proc p join pg_aggregate g on g.aggfnoid = p.oid join pg_namespace n on n.oid = p.pronamespace`,
    where: own,
});
const enabled = (column) => `case ${column} when 'D' then 'disabled' when 'R' then 'on replicas only' when 'A' then 'also on replicas' end`;
const onRelation = `pg_class c on c.oid = %s join pg_namespace n on n.oid = c.relnamespace`;
const on = (oid) => onRelation.replace('%s', oid);
/** A partition's are its parent's. */
const triggers = arm({
    kind: `'trigger'`,
    schema: 'n.nspname',
    table: 'c.relname',
    name: 't.tgname',
    lines: lines(`regexp_replace(pg_get_triggerdef(t.oid), '^CREATE (CONSTRAINT )?TRIGGER \\S+ ', '\\1')`, enabled('t.tgenabled'), comment('t.oid', 'pg_trigger')),
    from: `pg_trigger t join ${on('t.tgrelid')}`,
    where: `not t.tgisinternal and t.tgparentid = 0 and ${userSchema} and ${ownWork('pg_trigger', 't.oid')}
    and ${ownWork('pg_class', 'c.oid')}`,
});
const rules = arm({
    kind: `'rule'`,
    schema: 'n.nspname',
    table: 'c.relname',
    name: 'r.rulename',
    lines: lines('pg_get_ruledef(r.oid)', enabled('r.ev_enabled'), comment('r.oid', 'pg_rewrite')),
    from: `pg_rewrite r join ${on('r.ev_class')}`,
    where: `r.rulename <> '_RETURN' and ${userSchema} and ${ownWork('pg_class', 'c.oid')}`,
});
const policies = arm({
    kind: `'policy'`,
    schema: 'n.nspname',
    table: 'c.relname',
    name: 'p.polname',
    lines: lines(`format('for %s to %s', case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update'
      when 'd' then 'delete' else 'all' end, (select string_agg(case r.oid when 0 then 'public'
      else pg_get_userbyid(r.oid)::text end, ', ' order by 1) from unnest(p.polroles) as r(oid)))`, when('not p.polpermissive', `'restrictive'`), `'using ' || pg_get_expr(p.polqual, p.polrelid)`, `'with check ' || pg_get_expr(p.polwithcheck, p.polrelid)`, comment('p.oid', 'pg_policy')),
    from: `pg_policy p join ${on('p.polrelid')}`,
    where: `${userSchema} and ${ownWork('pg_class', 'c.oid')}`,
});
const eventTriggers = arm({
    kind: `'event trigger'`,
    name: 'e.evtname',
    lines: lines(`'on ' || e.evtevent`, `'for ' || array_to_string(e.evttags, ', ')`, `'runs ' || e.evtfoid::regproc`, enabled('e.evtenabled'), comment('e.oid', 'pg_event_trigger')),
    from: 'pg_event_trigger e',
    where: ownWork('pg_event_trigger', 'e.oid'),
});
/** Queries of what runs: functions, and what calls them. */
const codeArms = [functions, aggregates, triggers, rules, policies, eventTriggers];

;// CONCATENATED MODULE: ./build/check/schema/catalog/database.js

const schemas = arm({
    kind: `'schema'`,
    name: 'n.nspname',
    // The comment that initdb makes is gone once the schema was made anew.
    lines: `${lines(`'comment ' || quote_literal(nullif(obj_description(n.oid, 'pg_namespace'), 'standard public schema'))`)} || ${grants('n.nspacl', 'n', 'n.nspowner')}`,
    from: 'pg_namespace n',
    where: `${userSchema} and ${ownWork('pg_namespace', 'n.oid')}`,
});
const extensions = arm({
    kind: `'extension'`,
    name: 'e.extname',
    lines: lines(`'version ' || e.extversion`, `'in schema ' || n.nspname`),
    from: 'pg_extension e join pg_namespace n on n.oid = e.extnamespace',
    where: `e.extname <> 'plpgsql'`,
});
/** `schemas`: what a publication of whole schemas is kept in, from version 15 on. */
const publications = (inSchemas) => arm({
    kind: `'publication'`,
    name: 'p.pubname',
    lines: `${lines(when('p.puballtables', `'all tables'`), `'publishes ' || concat_ws(', ', ${['insert', 'update', 'delete', 'truncate']
        .map(what => when(`p.pub${what}`, `'${what}'`))
        .join(', ')})`, when('p.pubviaroot', `'by way of the root of partitions'`), ...(inSchemas === '' ? [] : [inSchemas]), comment('p.oid', 'pg_publication'))} || coalesce((select array_agg(concat_ws(' ', 'table', r.prrelid::regclass,
        case when to_jsonb(r) ->> 'prattrs' is not null then to_jsonb(t) ->> 'attnames' end,
        'where ' || (to_jsonb(t) ->> 'rowfilter')) order by r.prrelid::regclass::text)
      from pg_publication_rel r join pg_class c on c.oid = r.prrelid join pg_namespace n on n.oid = c.relnamespace
      left join pg_publication_tables t
        on t.pubname = p.pubname and t.schemaname = n.nspname and t.tablename = c.relname
      where r.prpubid = p.oid), '{}')`,
    from: 'pg_publication p',
    where: ownWork('pg_publication', 'p.oid'),
});
const publishedSchemas = `(select 'tables in schema ' || string_agg(s.pnnspid::regnamespace::text, ', '
  order by s.pnnspid::regnamespace::text) from pg_publication_namespace s where s.pnpubid = p.oid)`;
const dictionaries = arm({
    kind: `'text search dictionary'`,
    schema: 'n.nspname',
    name: 'd.dictname',
    lines: lines(`concat_ws(' ', t.tmplname, d.dictinitoption)`, comment('d.oid', 'pg_ts_dict')),
    from: `pg_ts_dict d join pg_ts_template t on t.oid = d.dicttemplate join pg_namespace n on n.oid = d.dictnamespace`,
    where: `${userSchema} and ${ownWork('pg_ts_dict', 'd.oid')}`,
});
const configurations = arm({
    kind: `'text search configuration'`,
    schema: 'n.nspname',
    name: 'f.cfgname',
    lines: `${lines(comment('f.oid', 'pg_ts_config'))} || coalesce((select array_agg(
      format('%s %s', m.maptokentype, m.mapdict::regdictionary) order by m.maptokentype, m.mapseqno)
    from pg_ts_config_map m where m.mapcfg = f.oid), '{}')`,
    from: 'pg_ts_config f join pg_namespace n on n.oid = f.cfgnamespace',
    where: `${userSchema} and ${ownWork('pg_ts_config', 'f.oid')}`,
});
const languages = arm({
    kind: `'language'`,
    name: 'l.lanname',
    lines: `${lines(when('l.lanpltrusted', `'trusted'`), `'handler ' || l.lanplcallfoid::regproc`)} || ${grants('l.lanacl', 'l', 'l.lanowner')}`,
    from: 'pg_language l',
    where: `l.lanispl and ${ownWork('pg_language', 'l.oid')}`,
});
/** Options may be credentials: whether they differ is told, and not what they are. */
const wrappers = arm({
    kind: `'foreign-data wrapper'`,
    name: 'w.fdwname',
    lines: `${lines(`concat_ws(' ', nullif(w.fdwhandler::oid, 0)::regproc, nullif(w.fdwvalidator::oid, 0)::regproc)`, `'options ' || md5(w.fdwoptions::text)`)} || ${grants('w.fdwacl', 'F', 'w.fdwowner')}`,
    from: 'pg_foreign_data_wrapper w',
    where: ownWork('pg_foreign_data_wrapper', 'w.oid'),
});
const servers = arm({
    kind: `'foreign server'`,
    name: 's.srvname',
    lines: `${lines(`concat_ws(' ', 'of', w.fdwname, s.srvtype, s.srvversion)`, `'options ' || md5(s.srvoptions::text)`, comment('s.oid', 'pg_foreign_server'))} || ${grants('s.srvacl', 'S', 's.srvowner')}`,
    from: 'pg_foreign_server s join pg_foreign_data_wrapper w on w.oid = s.srvfdw',
    where: ownWork('pg_foreign_server', 's.oid'),
});
const defaultPrivileges = arm({
    kind: `'default privileges'`,
    schema: 'n.nspname',
    name: `format('of %s on %s', pg_get_userbyid(p.defaclrole), case p.defaclobjtype when 'r' then 'tables'
    when 'S' then 'sequences' when 'f' then 'functions' when 'T' then 'types' when 'n' then 'schemas'
    else p.defaclobjtype::text end)`,
    lines: `coalesce((select array_agg(g.line order by g.line) from (
    select format('grant %s to %s', string_agg(lower(x.privilege_type), ', ' order by x.privilege_type),
      case x.grantee when 0 then 'public' else pg_get_userbyid(x.grantee)::text end) as line
    from aclexplode(p.defaclacl) x group by x.grantee) g), '{}')`,
    from: 'pg_default_acl p left join pg_namespace n on n.oid = p.defaclnamespace',
    where: 'true',
});
/** A value may be a secret that an application reads: whether it differs is told, and not what it is. */
const settings = arm({
    kind: `'database setting'`,
    name: `split_part(v.setting, '=', 1) || coalesce(' of ' || nullif(s.setrole, 0)::regrole::text, '')`,
    lines: `array[md5(v.setting)]`,
    from: 'pg_db_role_setting s cross join unnest(s.setconfig) as v(setting)',
    where: 's.setdatabase = (select b.oid from pg_database b where b.datname = current_database())',
});
/** Queries of what belongs to no table and is no code; `version` as in server_version_num. */
function databaseArms(version) {
    return [
        schemas,
        extensions,
        publications(version < 150_000 ? '' : publishedSchemas),
        dictionaries,
        configurations,
        languages,
        wrappers,
        servers,
        defaultPrivileges,
        settings,
    ];
}

;// CONCATENATED MODULE: ./build/check/schema/catalog/tables.js

const inTable = `pg_class c join pg_namespace n on n.oid = c.relnamespace`;
const isTable = `c.relkind in ('r', 'p', 'f') and ${userSchema} and ${ownWork('pg_class', 'c.oid')}`;
const tables = arm({
    kind: `case c.relkind when 'f' then 'foreign table' else 'table' end`,
    schema: 'n.nspname',
    name: 'c.relname',
    lines: `${lines(`'partitioned by ' || pg_get_partkeydef(c.oid)`, `'partition of ' || (select i.inhparent::regclass::text from pg_inherits i
      where i.inhrelid = c.oid and c.relispartition) || ' ' || pg_get_expr(c.relpartbound, c.oid)`, `'inherits ' || (select string_agg(i.inhparent::regclass::text, ', ' order by i.inhseqno) from pg_inherits i
      where i.inhrelid = c.oid and not c.relispartition)`, when(`c.reloftype <> 0`, `'of type ' || c.reloftype::regtype`), when(`c.relpersistence = 'u'`, `'unlogged'`), when('c.relrowsecurity', `'row security'`), when('c.relforcerowsecurity', `'row security for the owner, too'`), `case c.relreplident when 'n' then 'replica identity nothing' when 'f' then 'replica identity full'
      when 'i' then 'replica identity by index ' || (select ci.relname from pg_index i
        join pg_class ci on ci.oid = i.indexrelid where i.indrelid = c.oid and i.indisreplident limit 1) end`, `(select 'access method ' || m.amname from pg_am m where m.oid = c.relam and m.amname <> 'heap')`, `'options ' || array_to_string(c.reloptions, ', ')`, `(select format('of server %s with options %s', s.srvname, md5(f.ftoptions::text)) from pg_foreign_table f
      join pg_foreign_server s on s.oid = f.ftserver where f.ftrelid = c.oid)`, comment('c.oid', 'pg_class'))} || ${grants('c.relacl', 'r', 'c.relowner')}`,
    from: inTable,
    where: isTable,
});
/** Of an identity column: what differs from the usual sequence. */
const identityOptions = `coalesce((select format(' (start %s increment %s cache %s%s)', s.seqstart, s.seqincrement,
  s.seqcache, case when s.seqcycle then ' cycle' else '' end)
  from pg_depend d join pg_sequence s on s.seqrelid = d.objid
  where d.classid = 'pg_class'::regclass and d.refclassid = 'pg_class'::regclass and d.refobjid = c.oid
    and d.refobjsubid = a.attnum and d.deptype = 'i'
    and (s.seqstart, s.seqincrement, s.seqcache, s.seqcycle) <> (1, 1, 1, false)), '')`;
const columns = arm({
    kind: `'column'`,
    schema: 'n.nspname',
    table: 'c.relname',
    name: 'a.attname',
    lines: `${lines('format_type(a.atttypid, a.atttypmod)', `(select 'collation ' || o.collname from pg_collation o where o.oid = a.attcollation
      and a.attcollation <> t.typcollation)`, when('a.attnotnull', `'not null'`), when('a.attnotnull', `(select 'not null is not validated' from pg_constraint k where k.conrelid = c.oid and k.contype = 'n'
      and a.attnum = any (k.conkey) and not k.convalidated limit 1)`), when(`a.attgenerated = ''`, `'default ' || pg_get_expr(e.adbin, e.adrelid)`), when(`a.attgenerated <> ''`, `format('generated always as (%s)%s', pg_get_expr(e.adbin, e.adrelid),
      case a.attgenerated when 's' then ' stored' else '' end)`), `case a.attidentity when 'a' then 'identity always' when 'd' then 'identity by default' end || ${identityOptions}`, when('a.attstorage <> t.typstorage', `'storage ' || case a.attstorage when 'p' then 'plain' when 'e' then 'external' when 'm' then 'main' else 'extended' end`), when(`a.attcompression <> ''`, `'compression ' || case a.attcompression when 'p' then 'pglz' else 'lz4' end`), `'statistics ' || nullif(a.attstattarget::int, -1)`, `'options ' || array_to_string(a.attoptions, ', ')`, `'options ' || array_to_string(a.attfdwoptions, ', ')`, `'comment ' || quote_literal(col_description(c.oid, a.attnum))`)} || case when a.attacl is null then '{}' else ${grants('a.attacl', 'c', 'c.relowner')} end`,
    from: `${inTable} join pg_attribute a on a.attrelid = c.oid join pg_type t on t.oid = a.atttypid
    left join pg_attrdef e on e.adrelid = c.oid and e.adnum = a.attnum`,
    where: `a.attnum > 0 and not a.attisdropped and ${isTable}`,
});
/** Those of NOT NULL are told by the column: only from version 18 on they have a row. A partition's are its parent's. */
const constraints = arm({
    kind: `'constraint'`,
    schema: 'n.nspname',
    table: 'coalesce(c.relname, t.typname)',
    name: 'k.conname',
    lines: lines('pg_get_constraintdef(k.oid)', `(select 'clustered' from pg_index i where i.indexrelid = k.conindid and i.indisclustered and k.contype <> 'f')`, comment('k.oid', 'pg_constraint')),
    from: `pg_constraint k left join pg_class c on c.oid = k.conrelid left join pg_type t on t.oid = k.contypid
    join pg_namespace n on n.oid = k.connamespace`,
    where: `k.contype in ('c', 'f', 'p', 'u', 'x') and k.conparentid = 0 and ${userSchema}
    and (c.oid is null or ${ownWork('pg_class', 'c.oid')}) and (t.oid is null or ${ownWork('pg_type', 't.oid')})`,
});
/** Without those that a constraint made. */
const indexes = arm({
    kind: `'index'`,
    schema: 'n.nspname',
    table: 't.relname',
    name: 'c.relname',
    lines: lines(`case when i.indisunique then 'unique ' else '' end || substring(pg_get_indexdef(c.oid) from ' USING (.*)$')`, when('not i.indisvalid', `'invalid'`), when('i.indisclustered', `'clustered'`), `'options ' || array_to_string(c.reloptions, ', ')`, comment('c.oid', 'pg_class')),
    from: `pg_index i join pg_class c on c.oid = i.indexrelid join pg_class t on t.oid = i.indrelid
    join pg_namespace n on n.oid = c.relnamespace`,
    where: `${userSchema} and ${ownWork('pg_class', 'c.oid')} and ${ownWork('pg_class', 't.oid')}
    and not exists (select from pg_constraint k where k.conindid = c.oid and k.contype in ('p', 'u', 'x'))`,
});
/** Their values are data; those of identity columns are told by the column. */
const sequences = arm({
    kind: `'sequence'`,
    schema: 'n.nspname',
    table: `(select o.relname from pg_depend d join pg_class o on o.oid = d.refobjid
    where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.refclassid = 'pg_class'::regclass
      and d.deptype = 'a' and o.relnamespace = c.relnamespace limit 1)`,
    name: 'c.relname',
    lines: `${lines(`format('%s start %s increment %s from %s to %s cache %s%s', format_type(s.seqtypid, null), s.seqstart,
      s.seqincrement, s.seqmin, s.seqmax, s.seqcache, case when s.seqcycle then ' cycle' else '' end)`, `(select format('owned by %s.%s', d.refobjid::regclass, a.attname) from pg_depend d
      join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
      where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'a' limit 1)`, comment('c.oid', 'pg_class'))} || ${grants('c.relacl', 's', 'c.relowner')}`,
    from: `pg_sequence s join pg_class c on c.oid = s.seqrelid join pg_namespace n on n.oid = c.relnamespace`,
    where: `${userSchema} and ${ownWork('pg_class', 'c.oid')} and not exists (select from pg_depend d
    where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'i')`,
});
const views = arm({
    kind: `case c.relkind when 'v' then 'view' else 'materialized view' end`,
    schema: 'n.nspname',
    name: 'c.relname',
    lines: `${lines(`'as ' || pg_get_viewdef(c.oid)`, when('not c.relispopulated', `'not populated'`), `'options ' || array_to_string(c.reloptions, ', ')`, comment('c.oid', 'pg_class'), `'comments ' || (select string_agg(format('%I %L', a.attname, m.description), ', ' order by a.attname)
      from pg_description m join pg_attribute a on a.attrelid = m.objoid and a.attnum = m.objsubid
      where m.classoid = 'pg_class'::regclass and m.objoid = c.oid and m.objsubid > 0)`)} || ${grants('c.relacl', 'r', 'c.relowner')}`,
    from: inTable,
    where: `c.relkind in ('v', 'm') and ${userSchema} and ${ownWork('pg_class', 'c.oid')}`,
});
const statistics = arm({
    kind: `'statistics'`,
    schema: 'n.nspname',
    table: 'c.relname',
    name: 's.stxname',
    lines: lines(`substring(pg_get_statisticsobjdef(s.oid) from '(?:\\((?:ndistinct|dependencies|mcv)[^)]*\\) )?ON .*$')`, `'target ' || nullif(s.stxstattarget::int, -1)`, comment('s.oid', 'pg_statistic_ext')),
    from: `pg_statistic_ext s join pg_class c on c.oid = s.stxrelid join pg_namespace n on n.oid = s.stxnamespace`,
    where: `${userSchema} and ${ownWork('pg_statistic_ext', 's.oid')}`,
});
/** Queries of tables and what belongs to them. */
const tableArms = [
    tables,
    columns,
    constraints,
    indexes,
    sequences,
    views,
    statistics,
];

;// CONCATENATED MODULE: ./build/check/schema/catalog/types.js

const inSchema = 'pg_type t join pg_namespace n on n.oid = t.typnamespace';
const types_own = `${userSchema} and ${ownWork('pg_type', 't.oid')}`;
const end = `${lines(comment('t.oid', 'pg_type'))} || ${grants('t.typacl', 'T', 't.typowner')}`;
const enums = `'enum ' || (select '(' || string_agg(quote_literal(l.enumlabel), ', ' order by l.enumsortorder) || ')'
  from pg_enum l where l.enumtypid = t.oid)`;
/** The order of the attributes is a part of the type: a row is written by it. */
const attributes = `'of ' || (select '(' || string_agg(format('%I %s%s', a.attname, format_type(a.atttypid, a.atttypmod),
    (select format(' collate %I', o.collname) from pg_collation o, pg_type b
      where o.oid = a.attcollation and b.oid = a.atttypid and a.attcollation <> b.typcollation)),
  ', ' order by a.attnum) || ')'
  from pg_attribute a where a.attrelid = t.typrelid and a.attnum > 0 and not a.attisdropped)`;
const range = `(select format('range of %s', concat_ws(' ', format_type(r.rngsubtype, null),
    (select o.opcname from pg_opclass o where o.oid = r.rngsubopc),
    (select o.collname from pg_collation o where o.oid = r.rngcollation),
    nullif(r.rngcanonical::oid, 0)::regproc, nullif(r.rngsubdiff::oid, 0)::regproc))
  from pg_range r where r.rngtypid = t.oid)`;
const types = arm({
    kind: `'type'`,
    schema: 'n.nspname',
    name: 't.typname',
    lines: `array_remove(array[case t.typtype
    when 'e' then ${enums}
    when 'c' then ${attributes}
    when 'r' then ${range}
    when 'p' then 'a shell'
    else format('base %s %s %s %s', t.typinput, t.typoutput, t.typlen, t.typstorage) end]::text[], null) || ${end}`,
    from: `${inSchema} left join pg_class c on c.oid = t.typrelid`,
    where: `(t.typtype in ('e', 'r', 'p') or c.relkind = 'c' or (t.typtype = 'b' and not exists (
      select from pg_type e where e.typarray = t.oid)))
    and (t.typtype <> 'c' or c.relkind = 'c') and ${types_own}`,
});
const domains = arm({
    kind: `'domain'`,
    schema: 'n.nspname',
    name: 't.typname',
    lines: `${lines('format_type(t.typbasetype, t.typtypmod)', `(select 'collation ' || o.collname from pg_collation o, pg_type b
      where o.oid = t.typcollation and b.oid = t.typbasetype and t.typcollation <> b.typcollation)`, when('t.typnotnull', `'not null'`), `'default ' || t.typdefault`)} || ${end}`,
    from: inSchema,
    where: `t.typtype = 'd' and ${types_own}`,
});
const collations = arm({
    kind: `'collation'`,
    schema: 'n.nspname',
    name: 'o.collname',
    // The columns of this catalog change from version to version.
    lines: lines(`(select 'as ' || string_agg(format('%s %s', replace(j.key, 'iculocale', 'locale'), j.value), ', '
      order by replace(j.key, 'iculocale', 'locale')) from jsonb_each_text(to_jsonb(o)) j
      where j.key not in ('oid', 'collname', 'collnamespace', 'collowner', 'collversion') and j.value is not null)`, comment('o.oid', 'pg_collation')),
    from: 'pg_collation o join pg_namespace n on n.oid = o.collnamespace',
    where: `${userSchema} and ${ownWork('pg_collation', 'o.oid')}`,
});
const casts = arm({
    kind: `'cast'`,
    name: `format('%s as %s', format_type(k.castsource, null), format_type(k.casttarget, null))`,
    lines: lines(`concat_ws(' ', k.castcontext, k.castmethod, nullif(k.castfunc, 0)::regprocedure)`, comment('k.oid', 'pg_cast')),
    from: 'pg_cast k',
    // 16384: the first number of an object that no initdb made (FirstNormalObjectId, access/transam.h). A range brings one.
    where: `k.oid >= 16384 and ${ownWork('pg_cast', 'k.oid')} and not exists (select from pg_depend d
    where d.classid = 'pg_cast'::regclass and d.objid = k.oid and d.deptype = 'i')`,
});
const operators = arm({
    kind: `'operator'`,
    schema: 'n.nspname',
    name: `format('%s (%s, %s)', p.oprname, case p.oprleft when 0 then 'none' else format_type(p.oprleft, null) end,
    format_type(p.oprright, null))`,
    lines: lines(`concat_ws(' ', p.oprcode::regprocedure, nullif(p.oprcom, 0)::regoperator, nullif(p.oprnegate, 0)::regoperator,
      nullif(p.oprrest::oid, 0)::regproc, nullif(p.oprjoin::oid, 0)::regproc, p.oprcanhash, p.oprcanmerge)`, comment('p.oid', 'pg_operator')),
    from: 'pg_operator p join pg_namespace n on n.oid = p.oprnamespace',
    where: `${userSchema} and ${ownWork('pg_operator', 'p.oid')}`,
});
const families = arm({
    kind: `'operator family'`,
    schema: 'n.nspname',
    name: `f.opfname || ' using ' || m.amname`,
    lines: `coalesce((select array_agg(format('operator %s %s %s', o.amopstrategy, o.amopopr::regoperator, o.amoppurpose)
      order by o.amopstrategy, o.amopopr::regoperator::text) from pg_amop o where o.amopfamily = f.oid), '{}')
    || coalesce((select array_agg(format('function %s %s', o.amprocnum, o.amproc::regprocedure)
      order by o.amprocnum, o.amproc::regprocedure::text) from pg_amproc o where o.amprocfamily = f.oid), '{}')`,
    from: `pg_opfamily f join pg_am m on m.oid = f.opfmethod join pg_namespace n on n.oid = f.opfnamespace`,
    where: `${userSchema} and ${ownWork('pg_opfamily', 'f.oid')}`,
});
const classes = arm({
    kind: `'operator class'`,
    schema: 'n.nspname',
    name: `o.opcname || ' using ' || m.amname`,
    lines: lines(`'for ' || format_type(o.opcintype, null)`, when('o.opcdefault', `'default'`), when('o.opckeytype <> 0', `'storage ' || format_type(o.opckeytype, null)`), `'of family ' || f.opfname`),
    from: `pg_opclass o join pg_am m on m.oid = o.opcmethod join pg_opfamily f on f.oid = o.opcfamily
    join pg_namespace n on n.oid = o.opcnamespace`,
    where: `${userSchema} and ${ownWork('pg_opclass', 'o.oid')}`,
});
/** Queries of types and of what is defined on types. */
const typeArms = [types, domains, collations, casts, operators, families, classes];

;// CONCATENATED MODULE: ./build/check/schema/read.js





/**
 * Names are told with their schemas, and values in one way, whatever the role or the database has set. Reading a view
 * waits for who changes its tables: not for ever. To compile the query would take longer than to run it.
 */
const begin = `begin transaction read only;
  set local search_path = pg_catalog, pg_temp;
  set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres';
  set local bytea_output = 'hex'; set local extra_float_digits = 1; set local quote_all_identifiers = off;
  set local statement_timeout = '60s'; set local lock_timeout = '5s'; set local jit = off`;
/** Of an object that somebody changed while it was read: `cache lookup failed`, `could not open relation`. */
const movedAway = ['XX000', '42P01'];
/**
 * What a database holds that DDL makes, by one query of the catalogs, which needs no rights; in a read-only transaction
 * of its own, so the session must be in none. The order of columns, numbers of objects, owners and the values of sequences are
 * no part of it, nor is what an extension brought. Throws DatabaseError.
 */
async function readSchema(session, ignore) {
    for (let attempt = 1;; attempt++) {
        try {
            return await readOnce(session, ignore);
        }
        catch (error) {
            const moved = error instanceof database_session/* DatabaseError */.a && movedAway.includes(error.code);
            if (!moved || attempt === 3)
                throw error;
        }
    }
}
async function readOnce(session, ignore) {
    await session.run(begin);
    try {
        const [server] = await session.query(`select current_setting('server_version_num')::int as version`);
        const version = server?.version ?? 0;
        const arms = [...databaseArms(version), ...tableArms, ...codeArms, ...typeArms];
        const text = `with found (kind, schema, "table", name, lines) as (${arms.join('\nunion all\n')}) select * from found`;
        const rows = await session.query(text);
        return { major: Math.floor(version / 10_000), objects: collect(rows, ignore) };
    }
    finally {
        await session.run('rollback');
    }
}
function collect(rows, ignore) {
    const objects = rows.flatMap(row => (isIgnored(row, ignore) ? [] : [objectOf(row)]));
    const keyed = objects.map(object => [keyOf(object), object]);
    // By code units: the same on every machine.
    return new Map(keyed.sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0)));
}
function objectOf({ kind, schema, table, name, lines }) {
    return {
        kind,
        ...(schema === null ? {} : { schema }),
        ...(table === null ? {} : { table }),
        name,
        lines,
    };
}
function isIgnored({ kind, schema, table, name, lines }, { tables, schemas = [] }) {
    const within = kind === 'schema' ? name : schema;
    if (within !== null && schemas.includes(within))
        return true;
    if (kind === 'event trigger')
        return schemas.some(one => lines.some(line => line.startsWith(`runs ${one}.`)));
    // The schema of `history-table` may have been made for it.
    if (kind === 'schema')
        return name !== 'public' && tables.some(one => one.startsWith(`${name}.`));
    const owner = kind === 'table' ? name : table;
    return owner !== null && tables.some(one => one === owner || one === `${schema}.${owner}`);
}
/** The same for the same thing in two databases. */
function keyOf({ kind, schema = '', table = '', name }) {
    // What owns a sequence may change.
    return JSON.stringify([kind, schema, kind === 'sequence' ? '' : table, name]);
}


/***/ }),

/***/ 5348:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ sayDifference),
/* harmony export */   _: () => (/* binding */ afterWayDown)
/* harmony export */ });
/* harmony import */ var _database_identifiers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6324);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(977);


/** What a way down left: the schema before the way up and the schema after the way down. */
const afterWayDown = {
    added: 'is left behind',
    removed: 'is gone',
    pair: (now, was) => `${now}, was ${was}`,
    gained: now => `now ${now}`,
    lost: was => `no longer ${was}`,
};
/** `type mood is left behind`, `column orders.note: text, was varchar(20)`. One harmless line. Pure. */
function sayDifference(difference, wording) {
    const { change, kind } = difference;
    const named = `${kind} ${nameOf(difference)}`;
    if (change === 'added')
        return (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(`${named} ${wording.added}`);
    if (change === 'removed')
        return (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(`${named} ${wording.removed}`);
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(`${named}: ${sayLines(difference, wording).join('; ')}`);
}
const onTable = ['index', 'statistics', 'trigger', 'rule', 'policy'];
/** As a person would write it: `orders.note`, `orders_note on orders`, `billing.total(integer)`. */
function nameOf({ kind, schema, table, name }) {
    const spaced = (...parts) => (0,_database_identifiers_js__WEBPACK_IMPORTED_MODULE_0__/* .writeName */ .dZ)(...(schema === undefined ? [] : [schema]), ...parts);
    // These are names and something more: arguments, roles, types.
    if (/^(?:function|procedure|aggregate|operator|cast|default|database)/.test(kind))
        return `${schema === undefined || schema === 'public' ? '' : `${(0,_database_identifiers_js__WEBPACK_IMPORTED_MODULE_0__/* .writeName */ .dZ)(schema)}.`}${show(name)}`;
    if (table === undefined || kind === 'sequence')
        return spaced(name);
    return onTable.includes(kind) ? `${(0,_database_identifiers_js__WEBPACK_IMPORTED_MODULE_0__/* .writeName */ .dZ)(name)} on ${spaced(table)}` : spaced(table, name);
}
/** What begins a line of which an object has one, so that two of them are one thing that changed. */
const labels = /^(?:default|generated|collation|identity|comments?|options|storage|compression|statistics|target|version|in schema|replica identity|owned by|partition of|inherits|of|on|for|runs|using|with check|as|enum|publishes|grant .* to .*)(?= |$)/;
const flags = /^(?:not null|not null is not validated|unlogged|row security.*|invalid|clustered|not populated|disabled|on replicas only|also on replicas|restrictive|all tables|table .*)$/;
function labelOf(line) {
    if (flags.test(line))
        return line;
    const label = labels.exec(line)?.[0] ?? '';
    return label.startsWith('grant ') ? label.replace(/^grant .* to /, 'grant to ') : label;
}
function sayLines({ kind, before, after }, wording) {
    const left = [...before];
    const said = after.map(line => {
        const at = left.findIndex(one => labelOf(one) === labelOf(line));
        if (at === -1)
            return isHidden(line) ? sayHidden(line) : wording.gained(show(line));
        const [was = ''] = left.splice(at, 1);
        return isHidden(line) ? sayHidden(line) : wording.pair(show(line), withoutLabel(show(was), labelOf(line)));
    });
    const lost = left.map(line => (isHidden(line) ? sayHidden(line) : wording.lost(show(line))));
    const all = [...new Set([...said, ...lost])];
    return all.length === 0 ? [`another ${kind}`] : all;
}
function withoutLabel(line, label) {
    const rest = line.startsWith(`${label} `) ? line.slice(label.length + 1) : line;
    return label === 'as' ? line : rest;
}
/** Bodies are long, and options may be credentials. */
function isHidden(line) {
    return /^as /.test(line) || /(?:^| )[0-9a-f]{32}$/.test(line);
}
function sayHidden(line) {
    if (line.startsWith('as '))
        return 'its definition differs';
    return line.startsWith('options') || line.startsWith('of server')
        ? 'its options differ'
        : 'its value differs';
}
/** Types in their short names, and no `public.`: as people write them. */
function show(line) {
    const short = line
        .replace(/\bcharacter varying\b/g, 'varchar')
        .replace(/\btimestamp(\(\d\))? with time zone\b/g, 'timestamptz$1')
        .replace(/\btimestamp(\(\d\))? without time zone\b/g, 'timestamp$1')
        .replace(/\bpublic\./g, '');
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(short, 120);
}


/***/ })

};
