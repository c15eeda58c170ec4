export const id = 163;
export const ids = [163,620];
export const modules = {

/***/ 6968:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ historyTables),
/* harmony export */   q: () => (/* binding */ recogniseTool)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(977);

/** Tables that other tools keep, told apart by their columns where names collide. */
const tools = [
    { table: 'alembic_version', column: 'version_num', tool: 'Alembic' },
    { table: 'schema_migrations', column: 'dirty', tool: 'golang-migrate' },
    { table: 'schema_migrations', column: 'statements', tool: 'the Supabase CLI' },
    { table: 'ar_internal_metadata', column: 'key', tool: 'Rails' },
    { table: 'schema_migrations', column: 'inserted_at', tool: 'Ecto' },
    { table: 'schema_migrations', column: 'version', tool: 'dbmate' },
    { table: 'goose_db_version', column: 'version_id', tool: 'goose' },
    { table: 'flyway_schema_history', column: 'installed_rank', tool: 'Flyway' },
    { table: 'pgmigrations', column: 'run_on', tool: 'node-pg-migrate' },
    { table: '_prisma_migrations', column: 'migration_name', tool: 'Prisma' },
    { table: '__drizzle_migrations', column: 'hash', tool: 'Drizzle' },
    { table: '_sqlx_migrations', column: 'checksum', tool: 'sqlx' },
    { table: 'atlas_schema_revisions', column: 'operator_version', tool: 'Atlas' },
    { table: 'django_migrations', column: 'applied', tool: 'Django' },
    { table: 'databasechangelog', column: 'md5sum', tool: 'Liquibase' },
    { table: 'knex_migrations', column: 'migration_time', tool: 'Knex' },
    { table: 'SequelizeMeta', column: 'name', tool: 'Sequelize' },
    { table: 'kysely_migration', column: 'timestamp', tool: 'Kysely' },
    { table: 'migrations', column: 'executed_at', tool: 'postgres-migrations' },
    { table: 'migrations', column: 'previous_hash', tool: 'graphile-migrate' },
];
/** Names to ask a database for. */
const historyTables = tools.map(one => one.table);
/** The tool whose history is among these tables: `dbmate`, and its table, `public.schema_migrations`, harmless. */
function recogniseTool(found) {
    for (const { table, column, tool } of tools) {
        const one = found.find(({ name, columns }) => name === table && columns.includes(column));
        if (one !== undefined)
            return { tool, table: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(`${one.schema}.${one.name}`) };
    }
    return undefined;
}


/***/ }),

/***/ 7163:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  childEnvironment: () => (/* reexport */ environment/* childEnvironment */.Q),
  compareModels: () => (/* reexport */ compareModels),
  findHistoryTable: () => (/* reexport */ findHistoryTable),
  findHookFolder: () => (/* reexport */ findHookFolder),
  makeAlembicEngine: () => (/* reexport */ makeAlembicEngine),
  modelsAgree: () => (/* reexport */ modelsAgree),
  readAlembicPaths: () => (/* reexport */ readAlembicPaths),
  readVersionRows: () => (/* reexport */ state/* readVersionRows */.c)
});

// EXTERNAL MODULE: ./build/engines/alembic/child/environment.js
var environment = __webpack_require__(2396);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/engines/alembic/child/hook-folder.js

/** Where the hook may be: beside this file in the sources, beside the bundle in dist/. */
const places = ['hook', 'alembic'];
/**
 * The folder that PYTHONPATH gets. `beside` is the folder of this file: in a bundle, that of the bundle.
 * Undefined where the hook was not copied along: then the child runs unwatched, which its end says.
 */
function findHookFolder(disk, beside = import.meta.dirname) {
    return places
        .map(place => (0,external_node_path_.join)(beside, place))
        .find(folder => disk.readBytes((0,external_node_path_.join)(folder, 'sitecustomize.py')).ok);
}

;// CONCATENATED MODULE: ./build/engines/alembic/child-of.js
/** How Alembic is started as a child, whatever its command. */
function makeChild({ at, root, environment, hookFolder, redact, ...options }) {
    const only = options.only === undefined ? {} : { only: options.only };
    return ({ start }) => ({
        start,
        folder: start.folder === '' ? root : `${root}/${start.folder}`,
        // With a remark, the URL that the child gets leads to a transaction pooler.
        timeouts: at.remark === undefined
            ? { lockMs: options.lockTimeoutMs, statementMs: options.statementTimeoutMs, ...only }
            : undefined,
        environment,
        hookFolder,
        redact,
        ...(options.captured === undefined ? {} : { capture: true }),
    });
}

// EXTERNAL MODULE: ./build/catalogue/catalogue.js + 18 modules
var catalogue = __webpack_require__(9078);
// EXTERNAL MODULE: ./build/disk.js + 1 modules
var build_disk = __webpack_require__(2554);
// EXTERNAL MODULE: ./build/text.js
var build_text = __webpack_require__(977);
// EXTERNAL MODULE: ./build/engines/alembic/graph/graph.js + 4 modules
var graph_graph = __webpack_require__(2994);
// EXTERNAL MODULE: ./build/engines/alembic/scripts/decode-string.js
var decode_string = __webpack_require__(2199);
// EXTERNAL MODULE: ./build/engines/alembic/scripts/tokens.js
var scripts_tokens = __webpack_require__(4301);
;// CONCATENATED MODULE: ./build/engines/alembic/project/env.js


/**
 * Finds `version_table=` and `version_table_schema=` among the tokens of env.py; comments and strings hold none.
 * Undefined where neither is given, or one of them in a way that is not read.
 */
function findVersionTable(envText) {
    const read = (0,scripts_tokens/* tokenize */.q)(envText.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'));
    const tokens = read.ok ? read.lines.flatMap(line => line.tokens) : [];
    const table = findValue(tokens, 'version_table');
    const schema = findValue(tokens, 'version_table_schema');
    if (table === false || schema === false || !(table || schema))
        return undefined;
    return { table: table || 'alembic_version', schema: schema || undefined };
}
/** The one value of all places; false where one is no plain string, or they differ. */
function findValue(tokens, name) {
    const values = new Set();
    tokens.forEach((token, at) => {
        if (isArgument(tokens, at, name))
            values.add(readArgument(tokens.slice(at + 2, at + 4)) ?? '');
        else if (token.kind === 'name' && token.text === name && tokens[at + 1]?.text === '=')
            values.add(false);
    });
    if (values.size > 1)
        return false;
    const [only] = values;
    return only;
}
/** `name=` within a call, or `"name":` within a dictionary. */
function isArgument(tokens, at, name) {
    const token = tokens[at];
    const next = tokens[at + 1];
    if (token === undefined || token.depth === 0)
        return false;
    if (token.kind === 'name')
        return token.text === name && next?.text === '=';
    if (token.kind !== 'string' || next?.text !== ':')
        return false;
    const key = (0,decode_string/* decodeString */.s)(token.text);
    return key.ok && key.value === name;
}
/** None is as if it were not given: the empty string here. */
function readArgument([value, after]) {
    const alone = after === undefined || [',', ')', '}'].includes(after.text);
    if (value === undefined || !alone)
        return false;
    if (value.text === 'None')
        return undefined;
    const text = value.kind === 'string' ? (0,decode_string/* decodeString */.s)(value.text) : undefined;
    return text?.ok === true && text.value;
}

// EXTERNAL MODULE: ./build/engines/alembic/project/project.js + 4 modules
var project = __webpack_require__(2644);
// EXTERNAL MODULE: ./build/engines/alembic/project/start.js
var project_start = __webpack_require__(8958);
// EXTERNAL MODULE: ./build/engines/alembic/scripts/scripts.js
var scripts_scripts = __webpack_require__(4599);
;// CONCATENATED MODULE: ./build/engines/alembic/files.js








/**
 * Reads configuration and scripts. Where a script cannot be read without running it, Alembic is asked, and the plan
 * says so. `found` is called once there is a project: what it begins goes on while scripts are read. Throws GateError
 * when there is no project.
 */
async function readFiles(options, ask, found = () => { }) {
    const { disk } = options;
    const { start, project } = findProject(options);
    found();
    const read = await (0,scripts_scripts/* readScriptsBeside */.p)(disk, project);
    const [unreadable] = read.unreadable;
    const asked = unreadable === undefined || read.faults.length > 0 ? undefined : await ask(start, project);
    const scripts = asked ?? read.scripts;
    const graph = (0,graph_graph/* makeGraph */.f)(scripts);
    const faults = [...read.faults, ...graph.faults];
    return {
        start,
        project,
        scripts,
        graph,
        versionTable: readVersionTable(disk, project),
        problems: faults.map(fileProblem),
        remarks: [
            ...(asked === undefined || unreadable === undefined
                ? []
                : [sayAsked(unreadable, read.unreadable.length)]),
            ...read.absent.map(({ path, reason }) => `${(0,build_text/* oneLine */.TN)(path)}: ${reason}; Alembic passes over it in silence.`),
            ...read.outside.map(path => `${(0,build_text/* oneLine */.TN)(path)} is a link out of the repository: what it leads to is no part of this commit.`),
        ],
    };
}
/** A run asks for it twice: for what its filter matches, and for its plan. */
const known = new WeakMap();
function findProject(options) {
    const { disk, directory, run, alembicConfig } = options;
    const ofDisk = known.get(disk) ?? new Map();
    const key = JSON.stringify([directory, run, alembicConfig]);
    const before = ofDisk.get(key);
    if (before !== undefined)
        return before;
    const start = (0,project_start/* readStart */.H)(options);
    const found = { start, project: (0,project/* readProject */.W)(disk, start) };
    known.set(disk, ofDisk.set(key, found));
    return found;
}
function fileProblem(fault) {
    return { kind: fault.id === 'alembic-duplicate' ? 'duplicate' : 'file-fault', fault, allowed: false };
}
function sayAsked({ place, why }, files) {
    const more = files === 1 ? '' : `, and ${files - 1} more files`;
    return `${(0,build_text/* oneLine */.TN)(place.path)}:${place.line ?? 1} cannot be read without running it (${why})${more}: Alembic itself was asked for its revisions.`;
}
function readVersionTable(disk, project) {
    const read = disk.readBytes(project.envPath);
    if (!read.ok)
        throw (0,catalogue/* gateError */.em)('revision-unreadable', { path: project.envPath, reason: read.reason });
    const text = (0,build_disk/* decodeText */.g7)(read.value);
    const found = text.ok ? findVersionTable(text.text) : undefined;
    if (found === undefined)
        return undefined;
    return found.schema === undefined ? found.table : `${found.schema}.${found.table}`;
}
/**
 * Files and folders that Alembic reads: configuration, env.py and revisions, relative to the repository root. Where
 * that cannot be read, all of the project's folder; what is wrong is said by the plan.
 */
function readAlembicPaths(options) {
    try {
        const { project } = findProject(options);
        return [...new Set([...project.files, project.scriptLocation, ...project.versionLocations])];
    }
    catch {
        return [options.directory];
    }
}
/** `table` or `schema.table`, where env.py names it as a plain text. Throws GateError where there is no project. */
function findHistoryTable(options) {
    return readVersionTable(options.disk, (0,project/* readProject */.W)(options.disk, (0,project_start/* readStart */.H)(options)));
}

// EXTERNAL MODULE: ./build/engines/alembic/survey.js
var alembic_survey = __webpack_require__(3704);
;// CONCATENATED MODULE: ./build/engines/alembic/engine.js



const loadWork = () => Promise.all(/* import() */[__webpack_require__.e(592), __webpack_require__.e(761), __webpack_require__.e(582)]).then(__webpack_require__.bind(__webpack_require__, 5582));
/**
 * The engine for an Alembic project: plans from its files and the version table, without Python. Whatever else it does
 * is loaded where it is asked for it: most often nothing is pending.
 */
function makeAlembicEngine(options) {
    let files;
    let session;
    let opening;
    let openingEnds = new AbortController();
    let work;
    let planned;
    const childOf = makeChild(options);
    const connect = async () => {
        if (session?.ended.aborted === true)
            session = opening = undefined;
        if (opening === undefined) {
            openingEnds = new AbortController();
            opening = options.open(() => undefined, undefined, openingEnds.signal);
        }
        session = await opening;
        return session;
    };
    /** Whoever asks for the session hears of what goes wrong on the way to it. */
    const beginToConnect = () => void connect().catch(() => undefined);
    const disconnect = async (how) => {
        openingEnds.abort();
        const open = await opening?.catch(() => undefined);
        session = opening = undefined;
        await open?.close(how);
    };
    const survey = async (historyTable = options.historyTable) => {
        files ??= await readFiles(options, async (start) => (await loadWork()).askForScripts(childOf({ start }), options.disk, options.root), beginToConnect);
        return (0,alembic_survey/* takeSurvey */.y)(await connect(), files, { ...options, historyTable });
    };
    const working = async () => {
        work ??= (await loadWork()).makeWork({
            options,
            survey,
            planned: () => planned,
            connect,
            disconnect,
            files: () => files,
            childOf,
        });
        return work;
    };
    return {
        beginToConnect,
        async plan() {
            planned = await survey();
            return planned.plan;
        },
        openSession: options.open,
        keepsLock: async () => (await work?.keepsLock()) ?? false,
        apply: async (...asked) => (await working()).apply(...asked),
        stamp: async (...asked) => (await working()).stamp(...asked),
        previewStamp: async (revision) => (await working()).previewStamp(revision),
        showSql: async (signal) => (await working()).showSql(signal),
        previewDowngrade: async (...asked) => (await working()).previewDowngrade(...asked),
        downgrade: async (...asked) => (await working()).downgrade(...asked),
        readHistory: async () => (await working()).readHistory(),
        async close() {
            work?.release();
            await disconnect(work === undefined ? 'without-waiting' : undefined);
        },
    };
}

// EXTERNAL MODULE: ./build/engines/alembic/child/run.js + 1 modules
var run = __webpack_require__(7095);
// EXTERNAL MODULE: ./build/engines/alembic/type-alembic.js
var type_alembic = __webpack_require__(5860);
;// CONCATENATED MODULE: ./build/engines/alembic/models.js




/** No difference. */
const modelsAgree = { differences: [], lacking: [] };
/**
 * Asks `alembic check`, on a database at the newest revision, whether the models ask for anything that no revision makes.
 * A project without models has nothing to compare: no difference. Never throws for what Alembic says.
 */
async function compareModels(options) {
    const start = (0,project_start/* readStart */.H)(options);
    let failure;
    const end = await (0,run/* runAlembic */.H)({
        start,
        folder: start.folder === '' ? options.root : `${options.root}/${start.folder}`,
        args: ['check'],
        timeouts: { ...options.timeouts, only: options.only },
        environment: options.environment,
        hookFolder: options.hookFolder,
        redact: options.redact,
        signal: options.signal,
        onEvent: event => {
            if (event.kind === 'failure')
                failure = event;
        },
        onLine: () => undefined,
    });
    if (end.code === 0)
        return modelsAgree;
    if (/invalid choice: '?check/.test(end.stderr))
        return { why: 'this Alembic has no `check` (1.9 and later have)' };
    const said = failure?.message ?? end.stderr.trim().split('\n').at(-1) ?? '';
    if (/does not provide a MetaData object|target_metadata/.test(said))
        return modelsAgree;
    const write = (0,type_alembic/* typeAlembic */.A)(start, ['revision', '--autogenerate']);
    if (failure?.models)
        return { ...tellModels(failure.models), write };
    // Before Alembic 1.14 the exception has its text alone.
    const told = /New upgrade operations detected: ([\s\S]*)/.exec(said)?.[1];
    return told === undefined
        ? { why: `\`alembic check\` ended with: ${(0,build_text/* oneLine */.TN)(said, 200)}` }
        : { ...readModels(told), write };
}
/** What our hook saw of the differences. Pure. */
function tellModels(models) {
    return {
        differences: models.map(sayModel),
        lacking: lackingOf(models.some(({ change, was }) => change === 'remove' || (change === 'modify' && was !== '')), models.some(({ change, now }) => change === 'add' || (change === 'modify' && now !== ''))),
    };
}
/** What Alembic wrote of them: a list of tuples, `('add_column', None, 'users', Column('locale', …))`. Pure. */
function readModels(told) {
    const has = (change) => new RegExp(`(?<!\\w)\\('(?:${change}|modify)_`).test(told);
    return { differences: [(0,build_text/* oneLine */.TN)(told, 300)], lacking: lackingOf(has('remove'), has('add')) };
}
function lackingOf(models, schema) {
    return [...(models ? ['models'] : []), ...(schema ? ['schema'] : [])];
}
const kinds = {
    fk: 'foreign key',
    table_comment: 'comment of the table',
};
/** `the models have the column users.locale (VARCHAR), the schema has not`. One harmless line. */
function sayModel({ change, what, name, was, now }) {
    const kind = kinds[what] ?? what;
    if (change === 'modify') {
        const sides = `${now || 'none'} in the models, ${was || 'none'} in the schema`;
        return (0,build_text/* oneLine */.TN)(what === 'nullable' ? `${name} may be null: ${sides}` : `${kind} of ${name}: ${sides}`, 300);
    }
    const on = was === '' ? '' : ` on ${was}`;
    const more = now === '' ? '' : ` (${now})`;
    const thing = `the ${kind} ${name}${on}${more}`.replace(/ {2,}/g, ' ');
    return (0,build_text/* oneLine */.TN)(change === 'add'
        ? `the models have ${thing}, the schema has not`
        : `the schema has ${thing}, the models have not`, 300);
}

// EXTERNAL MODULE: ./build/engines/alembic/state.js
var state = __webpack_require__(5573);
;// CONCATENATED MODULE: ./build/engines/alembic/alembic.js
/** What is used of this engine from outside of it, in one place: it is loaded when a project has Alembic. */








/***/ }),

/***/ 2396:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ hookEnvironment),
/* harmony export */   Q: () => (/* binding */ childEnvironment)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _process_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7898);


const withheld = /^(?:INPUT_.*|ACTIONS_.*|STATE_.*|MIGRATION_GATE_.*)$/i;
const withheldNames = new Set([
    'GITHUB_TOKEN',
    'GITHUB_ENV',
    'GITHUB_PATH',
    'GITHUB_OUTPUT',
    'GITHUB_STATE',
    'GITHUB_STEP_SUMMARY',
]);
/**
 * The environment of a program of the user's: their own, less what steers the runner or opens other doors.
 * The URL is there under `DATABASE_URL` and under its configured name, also where another database has that name.
 */
function childEnvironment({ user, url, variable, others }) {
    const kept = Object.entries(user).filter(([name]) => !withheld.test(name) && !withheldNames.has(name.toUpperCase()) && !others.includes(name));
    const named = variable === undefined ? {} : { [variable]: url };
    return { ...Object.fromEntries(kept), PYTHONUNBUFFERED: '1', DATABASE_URL: url, ...named };
}
/** What the hook is told, and where Python finds it: before what the user's PYTHONPATH has. */
function hookEnvironment(environment, hookFolder, timeouts, { describe, capture }) {
    const former = environment.PYTHONPATH;
    return {
        ...environment,
        PYTHONPATH: former ? `${hookFolder}${node_path__WEBPACK_IMPORTED_MODULE_0__.delimiter}${former}` : hookFolder,
        MIGRATION_GATE_EVENTS: String(_process_js__WEBPACK_IMPORTED_MODULE_1__/* .eventsDescriptor */ .Tl),
        MIGRATION_GATE_LIFELINE: String(_process_js__WEBPACK_IMPORTED_MODULE_1__/* .lifelineDescriptor */ .gR),
        ...(timeouts && {
            MIGRATION_GATE_LOCK_TIMEOUT: String(timeouts.lockMs),
            MIGRATION_GATE_STATEMENT_TIMEOUT: String(timeouts.statementMs),
            ...(timeouts.only === undefined ? {} : { MIGRATION_GATE_ONLY: timeouts.only }),
        }),
        ...(describe ? { MIGRATION_GATE_DESCRIBE: '1' } : {}),
        ...(capture ? { MIGRATION_GATE_CAPTURE: '1' } : {}),
    };
}


/***/ }),

/***/ 3490:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ow: () => (/* binding */ cleanLine),
/* harmony export */   m7: () => (/* binding */ keepEnds),
/* harmony export */   uz: () => (/* binding */ splitLines)
/* harmony export */ });
/* harmony import */ var node_string_decoder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6193);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(977);


/** Characters of a line that are looked at; what follows up to its end is left out. */
const longestLine = 64 * 1024;
/** Characters of a line that are handed on. */
const shownLine = 8 * 1024;
/** Cuts a stream into lines of at most `most` characters; memory stays bounded however long a line is. */
function splitLines(onLine, most = longestLine) {
    const decoder = new node_string_decoder__WEBPACK_IMPORTED_MODULE_0__.StringDecoder('utf8');
    let held = '';
    const hold = (text) => {
        if (held.length < most)
            held += text.slice(0, most - held.length);
    };
    return {
        push(piece) {
            const [first = '', ...others] = decoder.write(piece).split('\n');
            hold(first);
            for (const other of others) {
                onLine(held);
                held = '';
                hold(other);
            }
        },
        end() {
            hold(decoder.end());
            if (held !== '')
                onLine(held);
            held = '';
        },
    };
}
/**
 * A line of the user's program, ready to be shown: without secrets, and nothing in it that steers a terminal or the
 * runner. Redacted before it is cut and again after, for taking controls out may bring a secret's halves together.
 */
function cleanLine(line, redact) {
    const clean = redact((0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .harmless */ .Is)(redact(line.replace(/\r$/, ''))));
    return clean.length <= shownLine ? clean : `${clean.slice(0, shownLine)}…`;
}
/** Each end holds `most` characters or a little less. */
function keepEnds(most = 64 * 1024) {
    const head = [];
    const tail = [];
    let headRoom = most;
    let tailSize = 0;
    let from = 0;
    let dropped = 0;
    return {
        add(line) {
            const size = line.length + 1;
            if (tail.length === 0 && size <= headRoom) {
                headRoom -= size;
                head.push(line);
                return;
            }
            tail.push(line);
            tailSize += size;
            while (tailSize > most && from < tail.length - 1) {
                tailSize -= (tail[from]?.length ?? 0) + 1;
                tail[from++] = '';
                dropped++;
            }
            // Now and then, so that adding a line does not cost as much as all that are held.
            if (from > 1024) {
                tail.splice(0, from);
                from = 0;
            }
        },
        text: () => [...head, ...(dropped > 0 ? [`… ${dropped} lines left out …`] : []), ...tail.slice(from)].join('\n'),
    };
}


/***/ }),

/***/ 1101:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ readLogLine)
/* harmony export */ });
/** From, to and message; the message may hold anything, ids hold neither white space nor commas. */
const running = /\bRunning (upgrade|downgrade) (.*?) ?-> (.*)$/;
/**
 * What Alembic's log says when the hook could not be placed: `Running upgrade a -> b, message`, written before the
 * revision runs. Nothing is said of its end. Null for every other line.
 */
function readLogLine(line) {
    const found = running.exec(line);
    if (found === null)
        return null;
    const [, direction, from = '', to = ''] = found;
    const revision = direction === 'upgrade' ? /^[^\s,]+/.exec(to)?.[0] : /^[^\s,]+/.exec(from)?.[0];
    return revision === undefined ? null : { kind: 'started', revision };
}


/***/ }),

/***/ 7095:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  H: () => (/* binding */ runAlembic)
});

// EXTERNAL MODULE: ./build/process.js + 3 modules
var process = __webpack_require__(7898);
// EXTERNAL MODULE: ./build/engines/alembic/child/environment.js
var environment = __webpack_require__(2396);
;// CONCATENATED MODULE: ./build/engines/alembic/child/events.js
/** What an event must have before anybody reads it: the descriptor is the user's program's as much as the hook's. */
const needed = {
    hooked: { alembic: 'string', sqlalchemy: 'string', python: 'string' },
    configured: {
        versionTable: 'string',
        transactionPerMigration: 'boolean',
        transactionalDdl: 'boolean',
        driver: 'string',
        offline: 'boolean',
        autocommit: 'boolean',
    },
    connected: { pid: 'number', database: 'string', timeouts: 'boolean', why: 'string' },
    started: { revision: 'string' },
    stepped: { revision: 'string', ms: 'number', ran: 'texts' },
    ran: { revision: 'string', ran: 'texts' },
    autocommit: { revision: 'string' },
    statement: { revision: 'string', sql: 'string' },
    done: { revision: 'string' },
    sent: { revision: 'string', sql: 'string', line: 'number', style: 'string', autocommit: 'boolean' },
    graph: { revisions: 'list' },
    'hook-error': { where: 'string', message: 'string' },
    failure: {
        ms: 'number',
        type: 'string',
        message: 'string',
        frames: 'list',
        causes: 'list',
        operations: 'list',
    },
};
const needs = Object.fromEntries(Object.entries(needed).map(([kind, types]) => [kind, Object.entries(types)]));
function is(type, value) {
    if (type === 'list')
        return Array.isArray(value);
    if (type === 'texts')
        return Array.isArray(value) && value.every(each => typeof each === 'string');
    return typeof value === type;
}
/** A line of the hook as an event whose texts hold no secret; null where it is none. Every text is still foreign. */
function readEvent(line, redact) {
    const value = parse(line);
    if (typeof value !== 'object' || value === null)
        return null;
    const facts = value;
    const shape = typeof facts.kind === 'string' && Object.hasOwn(needed, facts.kind) ? facts.kind : undefined;
    if (shape === undefined)
        return null;
    const fits = needs[shape].every(([name, type]) => is(type, facts[name]));
    return fits ? redactAll(facts, redact) : null;
}
function parse(line) {
    try {
        return JSON.parse(line);
    }
    catch {
        return undefined;
    }
}
function redactAll(value, redact) {
    if (typeof value === 'string')
        return redact(value);
    if (Array.isArray(value))
        return value.map(each => redactAll(each, redact));
    if (typeof value !== 'object' || value === null)
        return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, redactAll(each, redact)]));
}

// EXTERNAL MODULE: ./build/engines/alembic/child/lines.js
var child_lines = __webpack_require__(3490);
// EXTERNAL MODULE: ./build/engines/alembic/child/log-lines.js
var log_lines = __webpack_require__(1101);
;// CONCATENATED MODULE: ./build/engines/alembic/child/run.js





/** Milliseconds that events of the hook may lie unread. */
const longestRestMs = 100;
/** Characters of an event at most: a graph of some ten thousand revisions. */
const longestEvent = 16 * 1024 * 1024;
/**
 * Starts Alembic, watches it, waits for its end. Never rejects because of the child. It cannot ask for input, its
 * output fills no memory, and it ends with us, even when we are killed, as long as the hook is in place.
 */
async function runAlembic(options) {
    const { start, folder, args, hookFolder, redact } = options;
    const watch = watchEvents(options);
    const output = { stdout: readOutput('stdout'), stderr: readOutput('stderr') };
    function readOutput(stream) {
        const kept = (0,child_lines/* keepEnds */.m7)();
        const lines = (0,child_lines/* splitLines */.uz)(raw => {
            const line = (0,child_lines/* cleanLine */.Ow)(raw, redact);
            kept.add(line);
            options.onLine(line, stream);
            watch.readLine(line);
        });
        return { kept, lines };
    }
    const env = hookFolder === undefined
        ? options.environment
        : (0,environment/* hookEnvironment */.N)(options.environment, hookFolder, options.timeouts, {
            describe: options.describe === true,
            capture: options.capture === true,
        });
    const result = await (0,process/* runProcess */.R3)([...start.argv, ...args], {
        cwd: folder,
        env,
        keepNothing: true,
        interruptFirst: true,
        onOutput: (piece, stream) => output[stream].lines.push(piece),
        onEvents: piece => watch.events.push(piece),
        restMs: restOf(options.timeouts),
        ...(options.signal ? { signal: options.signal } : {}),
    });
    watch.events.end();
    for (const { lines } of Object.values(output))
        lines.end();
    return {
        code: result.code,
        signal: result.signal,
        failure: result.failure,
        program: start.argv[0] ?? '',
        hooked: watch.hooked(),
        stdout: output.stdout.kept.text(),
        stderr: output.stderr.kept.text(),
    };
}
/** Who is in the way of a lock has to be asked while the statement waits for it, and the hook needs its moment too. */
function restOf(timeouts) {
    const { lockMs = 0 } = timeouts ?? {};
    return lockMs === 0 ? longestRestMs : Math.min(longestRestMs, lockMs / 8);
}
/** Events of the hook; where there is none, what the log lines tell. */
function watchEvents({ redact, onEvent }) {
    let hooked = false;
    const events = (0,child_lines/* splitLines */.uz)(line => {
        const event = readEvent(line, redact);
        if (event === null)
            return;
        hooked ||= event.kind === 'hooked';
        onEvent(event);
    }, longestEvent);
    return {
        events,
        hooked: () => hooked,
        /** The hook's first event was written before Alembic logs anything. */
        readLine(line) {
            const event = hooked ? null : (0,log_lines/* readLogLine */.Z)(line);
            if (event !== null)
                onEvent(event);
        },
    };
}


/***/ }),

/***/ 8434:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ appliedOf)
/* harmony export */ });
/* harmony import */ var _reach_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4175);

/** Applied is what a row names and all of its ancestors, through `down_revision` and `depends_on`. */
function appliedOf(graph, rows) {
    const known = rows.flatMap(row => graph.ids.get(row)?.index ?? []);
    const ids = new Set();
    for (const index of (0,_reach_js__WEBPACK_IMPORTED_MODULE_0__/* .ancestors */ .T1)(graph.nodes, known))
        ids.add(graph.nodes[index]?.script.id ?? '');
    return { ids, unknown: rows.filter(row => !graph.ids.has(row)) };
}


/***/ }),

/***/ 2994:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  f: () => (/* binding */ makeGraph)
});

;// CONCATENATED MODULE: ./build/engines/alembic/graph/cycles.js
/** Cycles through `down_revision` and `depends_on`, one for each knot, each from a child to its parent and round. */
function findCycles(nodes) {
    const parents = nodes.map(({ down, dependsOn }) => unique(dependsOn.length === 0 ? down : [...down, ...dependsOn]));
    const children = nodes.map(() => []);
    parents.forEach((list, index) => {
        for (const parent of list)
            children[parent]?.push(index);
    });
    // Each one that is left has a parent that is left: going from parent to parent ends in a cycle.
    const left = peel(nodes.length, parents, children);
    const seen = new Set();
    const cycles = [];
    for (const start of left) {
        const cycle = walkRound(start, parents, left, seen);
        if (cycle.length > 0)
            cycles.push(cycle.flatMap(index => nodes[index] ?? []));
    }
    return cycles;
}
/** Each once. Most revisions have one parent: a list of one is given back as it is. */
function unique(indexes) {
    return indexes.length < 2 ? indexes : [...new Set(indexes)];
}
/** The indexes that stay when all without `parents` are taken away, again and again. */
function peel(size, parents, children) {
    const waiting = parents.map(list => list.length);
    const left = new Set(Array.from({ length: size }, (_, index) => index));
    const todo = [...left].filter(index => waiting[index] === 0);
    for (let index = todo.pop(); index !== undefined; index = todo.pop()) {
        left.delete(index);
        for (const child of children[index] ?? []) {
            waiting[child] = (waiting[child] ?? 0) - 1;
            if (waiting[child] === 0)
                todo.push(child);
        }
    }
    return left;
}
/** From parent to parent until one comes again; empty where an earlier walk has been. */
function walkRound(start, parents, left, seen) {
    const path = [];
    const place = new Map();
    let at = start;
    while (at !== undefined && !seen.has(at)) {
        seen.add(at);
        place.set(at, path.length);
        path.push(at);
        at = parents[at]?.find(parent => left.has(parent));
    }
    const from = at === undefined ? undefined : place.get(at);
    return from === undefined ? [] : path.slice(from);
}

// EXTERNAL MODULE: ./build/catalogue/catalogue.js + 18 modules
var catalogue = __webpack_require__(9078);
// EXTERNAL MODULE: ./build/text.js
var build_text = __webpack_require__(977);
;// CONCATENATED MODULE: ./build/engines/alembic/graph/near.js
/** The one id that is a slip away from what was written (a character more, less, other or swapped, or the rest cut off). */
function nearestId(written, ids) {
    const near = [];
    for (const id of ids)
        if (isNear(written, id))
            near.push(id);
    return near.length === 1 ? near[0] : undefined;
}
function isNear(written, id) {
    if (id === written)
        return false;
    if (written.length >= 4 && (id.startsWith(written) || written.startsWith(id)) && id.length >= 4)
        return true;
    return id.length >= 3 && isOneSlipAway(written, id);
}
function isOneSlipAway(one, other) {
    if (Math.abs(one.length - other.length) > 1)
        return false;
    let start = 0;
    while (start < one.length && one[start] === other[start])
        start++;
    const restOfOne = one.slice(start);
    const rest = other.slice(start);
    if (restOfOne.slice(1) === rest.slice(1))
        return true;
    if (restOfOne.slice(1) === rest || restOfOne === rest.slice(1))
        return true;
    return restOfOne[0] === rest[1] && restOfOne[1] === rest[0] && restOfOne.slice(2) === rest.slice(2);
}

;// CONCATENATED MODULE: ./build/engines/alembic/graph/graph-faults.js



/** Beyond so many of one kind another line helps nobody, and looking for near ids takes its time. */
const most = 20;
/** Everything that Alembic would refuse or silently get wrong, with the line to change. */
function graphFaults(nodes, ids, names, cycles) {
    return [
        ...duplicates(nodes),
        ...labels(nodes, ids),
        ...missing(nodes, ids, names),
        ...cycles.slice(0, most).map(describeCycle),
    ];
}
function duplicates(nodes) {
    const files = new Map();
    for (const { script } of nodes) {
        const known = files.get(script.id);
        if (known === undefined)
            files.set(script.id, [script]);
        else
            known.push(script);
    }
    return [...files.values()]
        .filter(scripts => scripts.length > 1)
        .slice(0, most)
        .flatMap(scripts => {
        const last = scripts.at(-1);
        if (last === undefined)
            return [];
        const paths = scripts.map(script => (0,build_text/* oneLine */.TN)(script.path));
        return (0,catalogue/* makeFault */.VI)('alembic-duplicate', { id: (0,build_text/* oneLine */.TN)(last.id), paths }, { place: revisionPlace(last) });
    });
}
function labels(nodes, ids) {
    const faults = [];
    const owners = new Map();
    for (const { script } of nodes) {
        for (const label of script.labels) {
            const owner = ids.get(label)?.script ?? owners.get(label);
            owners.set(label, script);
            if (owner === undefined || faults.length === most)
                continue;
            const facts = { label: (0,build_text/* oneLine */.TN)(label), id: (0,build_text/* oneLine */.TN)(script.id), owner: (0,build_text/* oneLine */.TN)(owner.id) };
            const kind = ids.has(label) ? 'alembic-label-is-id' : 'alembic-label-twice';
            faults.push((0,catalogue/* makeFault */.VI)(kind, facts, { place: revisionPlace(script) }));
        }
    }
    return faults;
}
function missing(nodes, ids, names) {
    const faults = [];
    for (const { script } of nodes) {
        for (const parent of script.down)
            if (!ids.has(parent) && faults.length < most)
                faults.push(notThere(script, 'down_revision', parent, ids.keys()));
        for (const needed of script.dependsOn)
            if (!names.has(needed) && faults.length < most)
                faults.push(notThere(script, 'depends_on', needed, names.keys()));
    }
    return faults;
}
function notThere(script, variable, wanted, known) {
    const facts = {
        id: (0,build_text/* oneLine */.TN)(script.id),
        variable,
        wanted: (0,build_text/* oneLine */.TN)(wanted),
        near: (0,build_text/* oneLine */.TN)(nearestId(wanted, known) ?? ''),
    };
    const place = variable === 'down_revision' ? downPlace(script) : revisionPlace(script);
    return (0,catalogue/* makeFault */.VI)('alembic-parent-missing', facts, { place });
}
function describeCycle(cycle) {
    const scripts = cycle.map(node => node.script);
    const [first] = scripts;
    const ids = scripts.map(script => (0,build_text/* oneLine */.TN)(script.id));
    return (0,catalogue/* makeFault */.VI)('alembic-cycle', { ids }, first === undefined ? {} : { place: downPlace(first) });
}
function revisionPlace(script) {
    return { path: script.path, line: script.revisionLine };
}
function downPlace(script) {
    return { path: script.path, line: script.downLine };
}

// EXTERNAL MODULE: ./build/engines/alembic/graph/reach.js
var reach = __webpack_require__(4175);
;// CONCATENATED MODULE: ./build/engines/alembic/graph/normalise.js

/**
 * Takes out of `ownDependsOn` what an ancestor by `down_revision` depends on already. Only a revision that others
 * depend on too can be spared, so only those are walked.
 */
function normaliseDependencies(nodes) {
    for (const [needed, dependents] of dependentsOf(nodes)) {
        if (dependents.length < 2)
            continue;
        const children = dependents.flatMap(index => nodes[index]?.next ?? []);
        const below = (0,reach/* reach */.gl)(nodes, children, node => node.next);
        for (const index of dependents) {
            const node = nodes[index];
            if (node !== undefined && below.has(index))
                node.ownDependsOn = node.ownDependsOn.filter(each => each !== needed);
        }
    }
}
function dependentsOf(nodes) {
    const dependents = new Map();
    for (const node of nodes)
        for (const needed of new Set(node.dependsOn)) {
            const known = dependents.get(needed);
            if (known === undefined)
                dependents.set(needed, [node.index]);
            else
                known.push(node.index);
        }
    return dependents;
}

;// CONCATENATED MODULE: ./build/engines/alembic/graph/graph.js



/** Puts scripts, in the order of their files, into a graph. What is wrong with it is in `faults`. */
function makeGraph(scripts) {
    const nodes = scripts.map(makeNode);
    const ids = new Map(nodes.map(node => [node.script.id, node]));
    const names = nameNodes(nodes, ids);
    linkNodes(nodes, ids, names);
    const cycles = findCycles(nodes);
    if (cycles.length === 0)
        normaliseDependencies(nodes);
    for (const node of nodes)
        node.before = unique(node.ownDependsOn.length === 0 ? node.down : [...node.down, ...node.ownDependsOn]);
    for (const node of nodes)
        for (const parent of node.before)
            nodes[parent]?.after.push(node.index);
    const scriptsOf = (keep) => nodes.filter(keep).map(node => node.script);
    return {
        nodes,
        names,
        ids,
        faults: graphFaults(nodes, ids, names, cycles),
        heads: scriptsOf(node => node.next.length === 0),
        effectiveHeads: scriptsOf(node => node.after.length === 0),
        bases: scriptsOf(node => node.script.down.length === 0),
    };
}
function makeNode(script, index) {
    return { script, index, down: [], dependsOn: [], ownDependsOn: [], before: [], next: [], after: [] };
}
function nameNodes(nodes, ids) {
    const names = new Map(ids);
    for (const node of nodes)
        for (const label of node.script.labels)
            if (!names.has(label))
                names.set(label, node);
    return names;
}
/** A parent is named by its id; a dependency by its id or a label. */
function linkNodes(nodes, ids, names) {
    for (const node of nodes) {
        node.down = indexesOf(node.script.down, ids);
        node.dependsOn = indexesOf(node.script.dependsOn, names);
        node.ownDependsOn = unique(node.dependsOn);
        for (const parent of unique(node.down))
            nodes[parent]?.next.push(node.index);
    }
}
function indexesOf(written, known) {
    return written.length === 0 ? [] : written.flatMap(name => known.get(name)?.index ?? []);
}


/***/ }),

/***/ 2525:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EX: () => (/* binding */ unknownRevision),
/* harmony export */   GO: () => (/* binding */ onBranch),
/* harmony export */   PO: () => (/* binding */ lookUpSingle),
/* harmony export */   TE: () => (/* binding */ lookUp),
/* harmony export */   W0: () => (/* binding */ splitName)
/* harmony export */ });
/* harmony import */ var _catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9078);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(977);
/* harmony import */ var _reach_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4175);



function splitName(wanted) {
    const at = wanted.indexOf('@');
    if (at === -1)
        return { branch: undefined, symbol: wanted };
    return { branch: wanted.slice(0, at) || undefined, symbol: wanted.slice(at + 1) };
}
/**
 * The revisions that a name means: none for `base`, several for `heads`. Throws GateError `multiple-heads`,
 * `revision-unknown`, `revision-ambiguous` or `alembic-not-on-branch`.
 */
function lookUp(graph, { branch, symbol }) {
    if (symbol === 'base')
        return [];
    if (symbol === 'head' || symbol === 'heads')
        return lookUpHeads(graph, symbol, branch);
    return [lookUpOne(graph, symbol, branch)];
}
/** The same where one is needed; undefined is `base`. */
function lookUpSingle(graph, name) {
    const found = lookUp(graph, name);
    if (found.length > 1)
        throw multipleHeads(graph, name, found);
    return found[0];
}
/** `heads` without a branch leaves out the heads that another revision depends on. */
function lookUpHeads(graph, symbol, branch) {
    const scripts = symbol === 'heads' && branch === undefined ? graph.effectiveHeads : graph.heads;
    const all = scripts.flatMap(script => graph.ids.get(script.id) ?? []);
    const found = branch === undefined ? all : onBranch(graph, all, branch);
    if (symbol === 'head' && found.length > 1)
        throw multipleHeads(graph, { branch, symbol }, found);
    return found;
}
/** Those that lie on one line with the revision that carries the branch's label. */
function onBranch(graph, nodes, branch) {
    if (nodes.length === 0)
        return [];
    const owner = lookUpOne(graph, branch, undefined);
    return nodes.filter(node => (0,_reach_js__WEBPACK_IMPORTED_MODULE_1__/* .sharesLineage */ .Wv)(graph.nodes, node, owner));
}
/** An id or label, or a unique beginning of one that has four characters or more. */
function lookUpOne(graph, symbol, branch) {
    const owner = branch === undefined ? undefined : lookUpOne(graph, branch, undefined);
    const exact = graph.names.get(symbol);
    const found = exact ?? lookUpBeginning(graph, symbol, branch);
    if (owner !== undefined && !(0,_reach_js__WEBPACK_IMPORTED_MODULE_1__/* .sharesLineage */ .Wv)(graph.nodes, found, owner))
        throw (0,_catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .gateError */ .em)('alembic-not-on-branch', { id: (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(found.script.id), branch: (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(branch ?? '') });
    return found;
}
function lookUpBeginning(graph, symbol, branch) {
    const names = symbol === '' ? [] : [...graph.names.keys()];
    const begun = names.filter(name => name.startsWith(symbol) && [...name].length > 3);
    const nodes = begun.flatMap(name => graph.names.get(name) ?? []);
    const found = branch === undefined ? nodes : onBranch(graph, nodes, branch);
    const [only] = found;
    if (only === undefined)
        throw unknownRevision(graph, symbol);
    if (found.length > 1) {
        const matches = begun.slice(0, 5).join(', ');
        throw (0,_catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .gateError */ .em)('revision-ambiguous', { wanted: (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(symbol, 80), matches: (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(matches) });
    }
    return only;
}
/** GateError `revision-unknown`, with the heads beside it. */
function unknownRevision(graph, wanted) {
    const nearest = graph.heads.slice(0, 3).map(script => script.id);
    return (0,_catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .gateError */ .em)('revision-unknown', { wanted: (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(wanted, 80), nearest: (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(nearest.join(', ')) });
}
function multipleHeads(graph, { branch, symbol }, found) {
    const ids = found.map(node => node.script.id);
    const target = branch === undefined ? symbol : `${branch}@${symbol}`;
    const last = graph.ids.get(ids.at(-1) ?? '')?.script;
    const place = last === undefined ? {} : { place: { path: last.path, line: last.downLine } };
    return (0,_catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .gateError */ .em)('multiple-heads', { target: (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(target, 80), heads: ids.map(id => (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(id)) }, place);
}


/***/ }),

/***/ 8544:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ll: () => (/* binding */ newestFirst),
  g: () => (/* binding */ orderAll),
  DD: () => (/* binding */ upgradeOrder)
});

// EXTERNAL MODULE: ./build/catalogue/catalogue.js + 18 modules
var catalogue = __webpack_require__(9078);
// EXTERNAL MODULE: ./build/text.js
var build_text = __webpack_require__(977);
// EXTERNAL MODULE: ./build/engines/alembic/graph/lookup.js
var lookup = __webpack_require__(2525);
// EXTERNAL MODULE: ./build/engines/alembic/graph/reach.js
var reach = __webpack_require__(4175);
;// CONCATENATED MODULE: ./build/engines/alembic/graph/waiting.js
/** `needed` is everything that will be walked. */
function keepWaiting(nodes, needed) {
    const isLeft = new Uint8Array(nodes.length);
    for (const index of needed)
        isLeft[index] = 1;
    const childrenLeft = nodes.map(node => node.after.filter(index => needed.has(index)).length);
    // Asked again and again of the same few revisions, and what is above one of them only grows less.
    const aboveOf = new Map();
    return {
        walked(index) {
            isLeft[index] = 0;
            aboveOf.delete(index);
            for (const parent of nodes[index]?.before ?? [])
                childrenLeft[parent] = (childrenLeft[parent] ?? 0) - 1;
        },
        firstBefore(index, tips) {
            if ((childrenLeft[index] ?? 0) === 0)
                return undefined;
            let above = aboveOf.get(index);
            if (above === undefined) {
                above = markAbove(nodes, index, isLeft);
                aboveOf.set(index, above);
            }
            for (let place = 0; place < tips.length; place++) {
                const tip = tips[place] ?? index;
                if (tip !== index && isMarked(above, tip))
                    return place;
            }
            return undefined;
        },
    };
}
/** One bit for each revision: thousands of branches at once would fill the memory with sets. */
function markAbove(nodes, from, isLeft) {
    const marks = new Uint8Array((nodes.length >> 3) + 1);
    const todo = [from];
    for (let index = todo.pop(); index !== undefined; index = todo.pop()) {
        for (const child of nodes[index]?.after ?? []) {
            if (isLeft[child] === 0 || isMarked(marks, child))
                continue;
            marks[child >> 3] = (marks[child >> 3] ?? 0) | (1 << (child & 7));
            todo.push(child);
        }
    }
    return marks;
}
function isMarked(marks, index) {
    return ((marks[index >> 3] ?? 0) & (1 << (index & 7))) !== 0;
}

;// CONCATENATED MODULE: ./build/engines/alembic/graph/order.js





/**
 * The revisions that lead from `rows` to `targets` (of resolveTarget), in the order in which Alembic runs them. Where
 * one revision has two `depends_on` of its own, Alembic's order between these is chance; here it is as written.
 * Throws GateError `revision-unknown` for a row without a file and `alembic-overlap` where one row or target is an
 * ancestor of another.
 */
function upgradeOrder(graph, rows, targets) {
    const wanted = unique(targets.flatMap(script => graph.ids.get(script.id) ?? []));
    refuseOverlap(graph, wanted, 'target');
    const current = unique(rows.map(row => graph.ids.get(row) ?? missingRow(graph, row)));
    refuseOverlap(graph, current, 'row');
    const applied = (0,reach/* ancestors */.T1)(graph.nodes, indexesOf(current));
    const needed = new Set();
    for (const index of (0,reach/* ancestors */.T1)(graph.nodes, indexesOf(wanted)))
        if (!applied.has(index))
            needed.add(index);
    const heads = indexesOf(wanted)
        .filter(index => needed.has(index))
        .sort((a, b) => a - b);
    return newestFirst(graph.nodes, needed, heads)
        .reverse()
        .flatMap(index => graph.nodes[index]?.script ?? []);
}
/** Every revision, in the order in which Alembic would fill an empty database. */
function orderAll(graph) {
    return upgradeOrder(graph, [], graph.effectiveHeads);
}
/**
 * Walks from the heads to the bases. It follows one branch as long as it can: what another branch still needs waits,
 * and that branch goes on; a branch that has come to its end gives way to the one before it.
 */
function newestFirst(nodes, needed, from) {
    const tips = [...from];
    const isTip = new Set(from);
    const left = new Set(needed);
    const waiting = keepWaiting(nodes, needed);
    const output = [];
    let turn = 0;
    for (let tip = tips[turn]; tip !== undefined; tip = tips[turn]) {
        const node = nodes[tip];
        if (node === undefined)
            break;
        const other = waiting.firstBefore(tip, tips);
        if (other !== undefined) {
            turn = other;
            continue;
        }
        output.push(tip);
        waiting.walked(tip);
        left.delete(tip);
        const [first, ...others] = node.before.filter(index => left.has(index) && !isTip.has(index));
        isTip.delete(tip);
        if (first === undefined) {
            tips.splice(turn, 1);
            turn = Math.max(turn - 1, 0);
        }
        else {
            tips[turn] = first;
            tips.push(...others);
            for (const index of [first, ...others])
                isTip.add(index);
        }
    }
    return output;
}
function refuseOverlap(graph, nodes, what) {
    if (nodes.length < 2)
        return;
    const parents = nodes.flatMap(node => node.before);
    const below = (0,reach/* ancestors */.T1)(graph.nodes, parents);
    const lower = nodes.find(node => below.has(node.index));
    if (lower === undefined)
        return;
    const upper = nodes.find(node => node !== lower && (0,reach/* ancestors */.T1)(graph.nodes, [node.index]).has(lower.index));
    const facts = { what, lower: (0,build_text/* oneLine */.TN)(lower.script.id), upper: (0,build_text/* oneLine */.TN)(upper?.script.id ?? '') };
    throw (0,catalogue/* gateError */.em)('alembic-overlap', facts);
}
function missingRow(graph, row) {
    throw (0,lookup/* unknownRevision */.EX)(graph, row);
}
function indexesOf(nodes) {
    return nodes.map(node => node.index);
}
function unique(nodes) {
    return [...new Set(nodes)];
}


/***/ }),

/***/ 4175:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T1: () => (/* binding */ ancestors),
/* harmony export */   Wv: () => (/* binding */ sharesLineage),
/* harmony export */   gl: () => (/* binding */ reach)
/* harmony export */ });
/** The indexes of `from` and of all that can be reached from them. Without recursion: chains are long. */
function reach(nodes, from, follow) {
    const seen = new Set(from);
    const todo = [...seen];
    for (let index = todo.pop(); index !== undefined; index = todo.pop()) {
        const node = nodes[index];
        if (node === undefined)
            continue;
        for (const other of follow(node)) {
            if (seen.has(other))
                continue;
            seen.add(other);
            todo.push(other);
        }
    }
    return seen;
}
/** A revision and all that has to run before it. */
function ancestors(nodes, from) {
    return reach(nodes, from, node => node.before);
}
/** Whether two revisions lie on one line by `down_revision`, either way. */
function sharesLineage(nodes, one, other) {
    if (one === other)
        return true;
    return (reach(nodes, [one.index], node => node.next).has(other.index) ||
        reach(nodes, [one.index], node => node.down).has(other.index));
}


/***/ }),

/***/ 7859:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N4: () => (/* binding */ walkUp),
/* harmony export */   Nh: () => (/* binding */ resolveRelative),
/* harmony export */   V8: () => (/* binding */ relative)
/* harmony export */ });
/* harmony import */ var _catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9078);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(977);
/* harmony import */ var _lookup_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2525);
/* harmony import */ var _reach_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4175);




/** `+2`, `label@+2`, `id+2`, `label@id-1`, read as Alembic reads it: what follows the number is not looked at. */
const relative = /^(?:(.+?)@)?([\p{L}\p{N}_]+)?([+-]\d+)/u;
/**
 * The revision that a relative target means; undefined where the target is not a relative one.
 * Throws GateError `alembic-relative` and what looking up a name throws.
 */
function resolveRelative(graph, wanted, rows) {
    const found = relative.exec(wanted);
    if (found === null)
        return undefined;
    const move = { wanted, branch: found[1], symbol: found[2], steps: Number(found[3]) };
    const reached = move.symbol === undefined ? moveFromRows(graph, move, rows) : moveFromName(graph, move);
    if (reached === undefined)
        throw refusal(move, 'there are not that many revisions that way');
    return reached;
}
function moveFromRows(graph, move, rows) {
    if (move.steps <= 0)
        throw refusal(move, 'an upgrade does not go back');
    const starts = startsOf(graph, move.branch, rows);
    if (starts.length > 1)
        throw refusal(move, `the database is at ${starts.map(idOf).join(' and ')}`);
    return walkUp(graph, starts[0], move);
}
/** Where a move from the database's state begins; empty is before the first revision. */
function startsOf(graph, branch, rows) {
    const current = rows.map(row => graph.ids.get(row) ?? fail((0,_lookup_js__WEBPACK_IMPORTED_MODULE_1__/* .unknownRevision */ .EX)(graph, row)));
    if (branch === undefined)
        return current;
    const onIt = (0,_lookup_js__WEBPACK_IMPORTED_MODULE_1__/* .onBranch */ .GO)(graph, current, branch);
    if (onIt.length > 0)
        return onIt;
    // No row is on the branch, but revisions below the rows may be: the newest of these.
    const below = [
        ...(0,_reach_js__WEBPACK_IMPORTED_MODULE_2__/* .ancestors */ .T1)(graph.nodes, current.map(node => node.index)),
    ].flatMap(index => graph.nodes[index] ?? []);
    const active = (0,_lookup_js__WEBPACK_IMPORTED_MODULE_1__/* .onBranch */ .GO)(graph, below, branch);
    const parents = new Set(active.flatMap(node => node.before));
    return active.filter(node => !parents.has(node.index));
}
function moveFromName(graph, move) {
    const symbol = move.symbol ?? '';
    if (move.steps > 0)
        return walkUp(graph, (0,_lookup_js__WEBPACK_IMPORTED_MODULE_1__/* .lookUpSingle */ .PO)(graph, { branch: undefined, symbol }), move);
    return walkDown(graph, (0,_lookup_js__WEBPACK_IMPORTED_MODULE_1__/* .lookUpSingle */ .PO)(graph, { branch: move.branch, symbol }), move);
}
/** Up from a revision, or from before the first; undefined where there are not that many. Throws GateError `alembic-relative` where the way parts. */
function walkUp(graph, start, move) {
    let at = start;
    for (let step = 0; step < move.steps; step++) {
        const up = at === undefined
            ? graph.bases.flatMap(script => graph.ids.get(script.id) ?? [])
            : at.next.flatMap(index => graph.nodes[index] ?? []);
        const choices = move.branch === undefined ? up : (0,_lookup_js__WEBPACK_IMPORTED_MODULE_1__/* .onBranch */ .GO)(graph, up, move.branch);
        if (choices.length > 1)
            throw refusal(move, `the way parts into ${choices.map(idOf).join(' and ')}`);
        at = choices[0];
        if (at === undefined)
            return undefined;
    }
    return at;
}
/** From `base` downwards there is the head: Alembic's own way round. */
function walkDown(graph, start, move) {
    let at = start;
    for (let step = 0; step > move.steps; step--) {
        const down = at === undefined && step === 0
            ? graph.heads.flatMap(script => graph.ids.get(script.id) ?? [])
            : (at?.down ?? []).flatMap(index => graph.nodes[index] ?? []);
        if (down.length > 1)
            throw refusal(move, `the way parts into ${down.map(idOf).join(' and ')}`);
        at = down[0];
        if (at === undefined)
            return undefined;
    }
    return at;
}
function refusal({ wanted }, reason) {
    return (0,_catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .gateError */ .em)('alembic-relative', { wanted: (0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .oneLine */ .TN)(wanted, 80), reason: (0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .oneLine */ .TN)(reason) });
}
function fail(error) {
    throw error;
}
function idOf(node) {
    return node.script.id;
}


/***/ }),

/***/ 7038:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ resolveTarget)
/* harmony export */ });
/* harmony import */ var _lookup_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2525);
/* harmony import */ var _relative_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7859);


/**
 * The revisions that `alembic upgrade TARGET` would go to, as it resolves them: `head`, `heads`, an id or label, a
 * unique beginning, `label@head`, `label@id`, `base` (none), `+N` from `rows`. Throws GateError `multiple-heads`,
 * `revision-unknown`, `revision-ambiguous`, `alembic-not-on-branch` or `alembic-relative`.
 */
function resolveTarget(graph, target, rows) {
    // A range is for `--sql` only.
    if (target.includes(':'))
        throw (0,_lookup_js__WEBPACK_IMPORTED_MODULE_0__/* .unknownRevision */ .EX)(graph, target);
    const moved = (0,_relative_js__WEBPACK_IMPORTED_MODULE_1__/* .resolveRelative */ .Nh)(graph, target, rows);
    const found = moved === undefined ? (0,_lookup_js__WEBPACK_IMPORTED_MODULE_0__/* .lookUp */ .TE)(graph, (0,_lookup_js__WEBPACK_IMPORTED_MODULE_0__/* .splitName */ .W0)(target)) : [moved];
    return found.map(node => node.script);
}


/***/ }),

/***/ 2644:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  W: () => (/* binding */ readProject)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/catalogue/catalogue.js + 18 modules
var catalogue = __webpack_require__(9078);
// EXTERNAL MODULE: ./build/text.js
var build_text = __webpack_require__(977);
// EXTERNAL MODULE: ./build/node_modules/smol-toml/dist/parse.js + 5 modules
var parse = __webpack_require__(5470);
// EXTERNAL MODULE: ./build/node_modules/smol-toml/dist/error.js
var dist_error = __webpack_require__(9573);
// EXTERNAL MODULE: ./build/disk.js + 1 modules
var build_disk = __webpack_require__(2554);
;// CONCATENATED MODULE: ./build/engines/alembic/project/python-text.js
/** What Python takes for white space; JavaScript's own set has the byte order mark in it and lacks six signs. */
const blank = '[\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]';
const start = new RegExp(`^${blank}+`);
const end = new RegExp(`${blank}+$`);
/** `str.strip()`. */
function strip(text) {
    return stripEnd(text.replace(start, ''));
}
/** `str.rstrip()`. */
function stripEnd(text) {
    return text.replace(end, '');
}
/** How many blanks a text begins with. */
function indentOf(text) {
    return start.exec(text)?.[0].length ?? 0;
}

;// CONCATENATED MODULE: ./build/engines/alembic/project/ini.js
/** An ini file as Python's ConfigParser reads it. Pure. */

/** Reads a text whose line ends are LF. */
function readIni(text) {
    const state = {
        defaults: new Map(),
        sections: new Map(),
        name: '',
        section: undefined,
        option: undefined,
        indent: 0,
    };
    let line = 0;
    for (const written of text.split('\n')) {
        line++;
        const reason = readLine(written, state);
        if (reason !== undefined)
            return { ok: false, fault: { line, reason } };
    }
    const join = (lines) => new Map([...lines].map(([key, values]) => [key, stripEnd(values.join('\n'))]));
    const sections = new Map([...state.sections].map(([name, lines]) => [name, join(lines)]));
    return { ok: true, ini: { defaults: join(state.defaults), sections } };
}
/** Comments take whole lines only; what is indented more than its key goes on with the value. */
function readLine(written, state) {
    const value = strip(written);
    if (value.startsWith('#') || value.startsWith(';'))
        return undefined;
    const under = state.option === undefined ? undefined : state.section?.get(state.option);
    if (value === '') {
        under?.push('');
        return undefined;
    }
    const indent = indentOf(written);
    if (under !== undefined && indent > state.indent) {
        under.push(value);
        return undefined;
    }
    state.indent = indent;
    const header = /^\[(.+)\]/.exec(value)?.[1];
    return header === undefined ? readOption(value, state) : openSection(header, state);
}
function openSection(name, state) {
    state.name = name;
    state.option = undefined;
    if (name === 'DEFAULT') {
        state.section = state.defaults;
        return undefined;
    }
    if (state.sections.has(name))
        return `the section [${name}] stands there twice`;
    state.section = new Map();
    state.sections.set(name, state.section);
    return undefined;
}
function readOption(value, state) {
    if (state.section === undefined)
        return 'a line stands above the first [section]';
    const at = value.search(/[=:]/);
    if (at === -1)
        return 'a line is neither a [section] nor `key = value`';
    const key = stripEnd(value.slice(0, at)).toLowerCase();
    if (key === '')
        return 'a line has no key';
    if (state.section.has(key))
        return `${key} stands twice in [${state.name}]`;
    state.section.set(key, [strip(value.slice(at + 1))]);
    state.option = key;
    return undefined;
}
/**
 * The value of a key in a section or, failing that, in DEFAULT; undefined where neither has it or the section is not
 * there. `here` is what `%(here)s` stands for.
 */
function iniValue(ini, section, key, here) {
    const own = section === 'DEFAULT' ? ini.defaults : ini.sections.get(section);
    if (own === undefined)
        return { ok: true, value: undefined };
    const known = new Map([['here', here.replaceAll('%', '%%')], ...ini.defaults, ...own]);
    const raw = known.get(key);
    if (raw === undefined)
        return { ok: true, value: undefined };
    return interpolate(raw, known, 1);
}
/** Nobody writes more; ten lines that name each other ten times each would be gigabytes. */
const longestValue = 1_000_000;
function interpolate(raw, known, depth) {
    if (depth > 10)
        return { ok: false, reason: 'its %(…)s lead too deep' };
    let value = '';
    let rest = raw;
    for (let at = rest.indexOf('%'); at !== -1; at = rest.indexOf('%')) {
        value += rest.slice(0, at);
        const found = /^%(?:%|\(([^)]+)\)s)/.exec(rest.slice(at));
        if (found === null)
            return { ok: false, reason: 'a % in it is neither %% nor %(name)s' };
        rest = rest.slice(at + found[0].length);
        if (found[1] === undefined) {
            value += '%';
            continue;
        }
        const other = known.get(found[1].toLowerCase());
        if (other === undefined)
            return { ok: false, reason: `%(${found[1]})s is not set` };
        const inner = interpolate(other, known, depth + 1);
        if (!inner.ok)
            return inner;
        value += inner.value;
        if (value.length > longestValue)
            return { ok: false, reason: 'its %(…)s make it too long' };
    }
    return { ok: true, value: value + rest };
}

// EXTERNAL MODULE: ./build/engines/alembic/project/start.js
var project_start = __webpack_require__(8958);
;// CONCATENATED MODULE: ./build/engines/alembic/project/config.js







/**
 * Reads the files that Alembic would. Throws GateError `alembic-config-absent`, `alembic-config-broken` or, when a
 * value is asked for, `alembic-config-value`.
 */
function readConfig(disk, start, root) {
    const iniPath = pathOf(start, false);
    const tomlPath = pathOf(start, true);
    const ini = loadIni(disk, iniPath);
    const tool = loadToml(disk, tomlPath);
    const files = [...(ini === undefined ? [] : [iniPath]), ...(tool === undefined ? [] : [tomlPath])];
    if (files.length === 0)
        throw (0,catalogue/* gateError */.em)('alembic-config-absent', { looked: [iniPath, tomlPath] });
    const section = start.name ?? 'alembic';
    const hereOf = (path) => external_node_path_.posix.dirname(external_node_path_.posix.resolve(root, path));
    return {
        files,
        section,
        looked: [`[${section}] of ${iniPath}`, `[tool.alembic] of ${tomlPath}`],
        ini: key => findInIni(ini, { path: iniPath, section, key, here: hereOf(iniPath) }),
        toml: key => findInToml(tool, { path: tomlPath, key, here: hereOf(tomlPath) }),
    };
}
function pathOf({ config, folder }, toml) {
    const given = config.filter(path => (0,project_start/* isToml */.Z)(path) === toml);
    if (given.length > 1)
        throw (0,catalogue/* gateError */.em)('alembic-run', { reason: `it names ${given.map(path => (0,build_text/* oneLine */.TN)(path)).join(' and ')}` });
    const path = given[0] ?? (toml ? 'pyproject.toml' : 'alembic.ini');
    return external_node_path_.posix.isAbsolute(path) ? path : external_node_path_.posix.join(folder, path);
}
function loadText(disk, path) {
    const read = disk.readBytes(path);
    if (!read.ok && read.absent)
        return undefined;
    if (!read.ok)
        throw broken(path, read.reason);
    if (read.value[0] === 0xef && read.value[1] === 0xbb)
        throw broken(path, 'it begins with a byte order mark, which Python takes for text', 1);
    const text = (0,build_disk/* decodeText */.g7)(read.value);
    if (!text.ok)
        throw broken(path, text.reason);
    return text.text.replace(/\r\n?/g, '\n');
}
function loadIni(disk, path) {
    const text = loadText(disk, path);
    if (text === undefined)
        return undefined;
    const read = readIni(text);
    if (read.ok)
        return read.ini;
    throw broken(path, read.fault.reason, read.fault.line);
}
function loadToml(disk, path) {
    const text = loadText(disk, path);
    if (text === undefined)
        return undefined;
    const tool = tableOf(parseToml(path, text), 'tool', path);
    return tableOf(tool, 'alembic', path);
}
function parseToml(path, text) {
    try {
        return (0,parse/* parse */.q)(text);
    }
    catch (error) {
        if (!(error instanceof dist_error/* TomlError */.z))
            throw error;
        const [reason = ''] = error.message.replace(/^Invalid TOML document: /, '').split('\n');
        throw broken(path, reason, error.line);
    }
}
function tableOf(table, key, path) {
    const value = table[key] ?? {};
    if (isTable(value))
        return value;
    throw broken(path, `${key} in it is no table`);
}
function isTable(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}
function findInIni(ini, wanted) {
    if (ini === undefined)
        return undefined;
    const { path, key } = wanted;
    const found = iniValue(ini, wanted.section, key, wanted.here);
    if (!found.ok)
        throw (0,catalogue/* gateError */.em)('alembic-config-value', { path: (0,build_text/* oneLine */.TN)(path), key, reason: (0,build_text/* oneLine */.TN)(found.reason) });
    return found.value === undefined ? undefined : { path, value: found.value, from: 'ini' };
}
function findInToml(tool, wanted) {
    const { path, key, here } = wanted;
    const value = tool !== undefined && Object.hasOwn(tool, key) ? tool[key] : undefined;
    if (value === undefined)
        return undefined;
    const filled = Array.isArray(value)
        ? value.map(each => fill(each, path, key, here))
        : fill(value, path, key, here);
    return { path, value: filled, from: 'toml' };
}
/** Python's own `%`: only `%(here)s` is known, and a lone `%` is an error. */
function fill(value, path, key, here) {
    if (typeof value !== 'string')
        return value;
    const left = value.replaceAll('%%', '').replaceAll('%(here)s', '');
    if (left.includes('%')) {
        const reason = 'a % in it is neither %% nor %(here)s';
        throw (0,catalogue/* gateError */.em)('alembic-config-value', { path: (0,build_text/* oneLine */.TN)(path), key, reason });
    }
    return value.replace(/%%|%\(here\)s/g, found => (found === '%%' ? '%' : here));
}
function broken(path, reason, line) {
    const place = line === undefined ? { path } : { path, line };
    return (0,catalogue/* gateError */.em)('alembic-config-broken', { path: (0,build_text/* oneLine */.TN)(path), reason: (0,build_text/* oneLine */.TN)(reason) }, { place });
}

;// CONCATENATED MODULE: ./build/engines/alembic/project/locations.js



const separators = new Map([
    ['space', ' '],
    ['newline', '\n'],
    ['os', external_node_path_.delimiter],
    [':', ':'],
    [';', ';'],
]);
/** The entries of a list of paths: split in an ini by its separator, in toml a list. Undefined where it is not set. */
function readPaths(config, key) {
    const inIni = config.ini(key);
    if (inIni !== undefined && inIni.value !== '')
        return splitPaths(config, key, String(inIni.value));
    const inToml = config.toml(key);
    if (inToml === undefined)
        return undefined;
    const { value } = inToml;
    if (!Array.isArray(value) || value.some(each => typeof each !== 'string'))
        throw refused(inToml, key, 'it is no list of strings');
    return value.length === 0 ? undefined : value;
}
/** Without a separator Alembic keeps an older way, which takes a colon for one in `prepend_sys_path` only. */
function splitPaths(config, key, text) {
    const names = key === 'version_locations' ? ['path_separator', 'version_path_separator'] : ['path_separator'];
    const [name] = names.filter(each => config.ini(each) !== undefined);
    const found = name === undefined ? undefined : config.ini(name);
    if (name === undefined || found === undefined)
        return text.split(key === 'version_locations' ? /, *| +/ : /, *| +|:/);
    const separator = separators.get(String(found.value));
    if (separator === undefined)
        throw refused(found, name, `"${(0,build_text/* oneLine */.TN)(String(found.value), 40)}" is none of os, space, newline, : and ;`);
    return text
        .split(separator)
        .filter(each => each !== '')
        .map(each => each.trim());
}
/**
 * The folder of a location, relative to the repository root unless it is outside: a path is taken from where Alembic is
 * started, `package:folder` from where the package is. Throws GateError `alembic-package`.
 */
function findLocation(finder, location) {
    const from = external_node_path_.posix.join(finder.root, finder.folder);
    if (external_node_path_.posix.isAbsolute(location) || !location.includes(':'))
        return relativeTo(finder.root, external_node_path_.posix.resolve(from, location));
    const [name = '', ...parts] = location.split(':');
    const places = [...new Set(['.', ...finder.packagePaths, 'src'])];
    const candidates = places.map(place => relativeTo(finder.root, external_node_path_.posix.resolve(from, place, name.replaceAll('.', '/'))));
    const found = candidates.find(path => finder.disk.listFolder(path).ok);
    if (found !== undefined)
        return relativeTo(finder.root, external_node_path_.posix.resolve(finder.root, found, ...parts));
    throw (0,catalogue/* gateError */.em)('alembic-package', {
        location: (0,build_text/* oneLine */.TN)(location),
        looked: candidates.map(path => (0,build_text/* oneLine */.TN)(path)),
    });
}
function relativeTo(root, path) {
    const relative = external_node_path_.posix.relative(root, path);
    return relative === '..' || relative.startsWith('../') ? path : relative || '.';
}
/** GateError for a value that Alembic would not take. */
function refused(found, key, reason) {
    return (0,catalogue/* gateError */.em)('alembic-config-value', { path: (0,build_text/* oneLine */.TN)(found.path), key, reason });
}

;// CONCATENATED MODULE: ./build/engines/alembic/project/project.js





/**
 * Where the project's configuration says that everything is, read without Python. Throws GateError
 * `alembic-config-absent`, `alembic-config-broken`, `alembic-config-value`, `alembic-no-location`, `alembic-package` or
 * `alembic-run`.
 */
function readProject(disk, start) {
    const real = disk.realPath('.');
    const root = real.ok ? real.value : '/';
    const config = readConfig(disk, start, root);
    const location = readLocation(config);
    const finder = {
        disk,
        root,
        folder: start.folder,
        packagePaths: readPaths(config, 'prepend_sys_path') ?? [],
    };
    const scriptLocation = findLocation(finder, location);
    const written = readPaths(config, 'version_locations');
    return {
        files: config.files,
        section: config.section,
        scriptLocation,
        versionLocations: written?.map(each => findLocation(finder, each)) ?? [
            external_node_path_.posix.join(scriptLocation, 'versions'),
        ],
        recursive: readFlag(config, 'recursive_version_locations'),
        sourceless: readFlag(config, 'sourceless'),
        envPath: external_node_path_.posix.join(scriptLocation, 'env.py'),
    };
}
function readLocation(config) {
    const found = config.ini('script_location') ?? config.toml('script_location');
    if (found === undefined)
        throw (0,catalogue/* gateError */.em)('alembic-no-location', { looked: config.looked.map(each => (0,build_text/* oneLine */.TN)(each)) });
    if (typeof found.value !== 'string')
        throw refused(found, 'script_location', 'it is no string');
    return found.value;
}
/** In an ini only the word `true`, in small letters, is true. */
function readFlag(config, key) {
    const inIni = config.ini(key);
    if (inIni !== undefined)
        return inIni.value === 'true';
    const inToml = config.toml(key);
    if (inToml === undefined)
        return false;
    if (typeof inToml.value !== 'boolean')
        throw refused(inToml, key, 'it is neither true nor false');
    return inToml.value;
}


/***/ }),

/***/ 8958:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ readStart),
/* harmony export */   Z: () => (/* binding */ isToml)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var smol_toml__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5470);
/* harmony import */ var _catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9078);
/* harmony import */ var _disk_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2554);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(977);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4223);






/** Decides how Alembic is started, and reads its own options out of `run`. Throws GateError `alembic-run`. */
function readStart({ disk, run, directory, alembicConfig }) {
    const folder = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(directory);
    const chosen = run === undefined || run.trim() === '' ? chooseTool(disk, folder) : givenTool(run);
    const options = readOptions(chosen.argv);
    return { ...chosen, ...options, folder, ...withVariable(options.config, alembicConfig) };
}
function givenTool(run) {
    const split = (0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .splitWords */ .y)(run);
    if (!split.ok)
        throw (0,_catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_1__/* .gateError */ .em)('alembic-run', { reason: split.reason });
    if (split.words.length === 0 || split.words[0] === '')
        throw (0,_catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_1__/* .gateError */ .em)('alembic-run', { reason: 'its first word is empty' });
    return { argv: split.words, why: 'the input run' };
}
/** The nearest lock file, from the configuration's folder up to the repository root: a workspace keeps one for all. */
function chooseTool(disk, directory) {
    for (let folder = directory;; folder = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(folder)) {
        const has = (name) => disk.readBytes(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(folder, name)).ok;
        if (has('uv.lock'))
            return { argv: ['uv', 'run', 'alembic'], why: 'uv.lock' };
        if (hasToolUv(disk, node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(folder, 'pyproject.toml')))
            return { argv: ['uv', 'run', 'alembic'], why: '[tool.uv] in pyproject.toml' };
        if (has('poetry.lock'))
            return { argv: ['poetry', 'run', 'alembic'], why: 'poetry.lock' };
        if (folder === '.' || folder === node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(folder) || folder.startsWith('..'))
            break;
    }
    return { argv: ['alembic'], why: 'default, as there is no lock file' };
}
function hasToolUv(disk, path) {
    const read = disk.readBytes(path);
    const text = read.ok ? (0,_disk_js__WEBPACK_IMPORTED_MODULE_2__/* .decodeText */ .g7)(read.value) : undefined;
    if (text?.ok !== true)
        return false;
    try {
        const tool = (0,smol_toml__WEBPACK_IMPORTED_MODULE_4__/* .parse */ .q)(text.text).tool;
        return typeof tool === 'object' && 'uv' in tool;
    }
    catch {
        return false;
    }
}
/** What stands behind the word `alembic`, or behind the first word where there is none. */
function readOptions(argv) {
    const named = argv.findIndex(word => /^alembic(?:\.exe)?$/.test(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(word)));
    const rest = argv.slice(named === -1 ? 1 : named + 1);
    const found = {
        config: [],
        name: undefined,
        x: [],
    };
    for (let at = 0; at < rest.length; at++) {
        const option = readOption(rest[at] ?? '');
        if (option === undefined) {
            // Of another program's words nothing can be said.
            if (named !== -1 && !(rest[at] ?? '').startsWith('-'))
                refuseCommand(rest[at] ?? '');
            continue;
        }
        const value = option.value ?? rest[++at];
        if (value === undefined)
            throw (0,_catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_1__/* .gateError */ .em)('alembic-run', { reason: `${rest[at - 1]} has no value` });
        if (option.name === 'name')
            found.name = value;
        else
            found[option.name].push(value);
    }
    return found;
}
const longOptions = { '--config': 'config', '--name': 'name' };
const shortOptions = { '-c': 'config', '-n': 'name', '-x': 'x' };
/** One of Alembic's options that take a value; the value, if the same word has it. */
function readOption(word) {
    const [flag = '', ...rest] = word.split('=');
    for (const [long, name] of Object.entries(longOptions)) {
        // Python's argparse takes any unique beginning.
        if (flag.length > 2 && long.startsWith(flag))
            return { name, value: word === flag ? undefined : rest.join('=') };
    }
    for (const [short, name] of Object.entries(shortOptions)) {
        if (word === short)
            return { name, value: undefined };
        if (word.startsWith(short))
            return { name, value: word.slice(2).replace(/^=/, '') };
    }
    return undefined;
}
function refuseCommand(word) {
    throw (0,_catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_1__/* .gateError */ .em)('alembic-run', { reason: `"${(0,_text_js__WEBPACK_IMPORTED_MODULE_5__/* .showInput */ .CM)(word, 80)}" is behind the word alembic` });
}
/** The variable stands for the file that no `-c` names. */
function withVariable(config, variable = '') {
    if (variable === '' || config.some(path => isToml(path) === isToml(variable)))
        return { config };
    return { config: [...config, variable], variable };
}
/** Alembic tells the two kinds of file apart by this name. */
function isToml(path) {
    return node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(path) === 'pyproject.toml';
}


/***/ }),

/***/ 2199:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ decodeString)
/* harmony export */ });
const parts = /^([a-z]*)('''|"""|'|")([\s\S]*)\2$/i;
const escapes = /\\(?:(\n)|([\\'"abfnrtv])|([0-7]{1,3})|x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([xuUN]))/g;
const simple = {
    '\\': '\\',
    "'": "'",
    '"': '"',
    a: '\x07',
    b: '\b',
    f: '\f',
    n: '\n',
    r: '\r',
    t: '\t',
    v: '\v',
};
/** The value of one Python string as it stands in the file; not of bytes, f-strings, or with a character by its name. */
function decodeString(written) {
    const found = parts.exec(written);
    if (found === null)
        return { ok: false, why: 'it is no string' };
    const [, prefix = '', , body = ''] = found;
    const kind = prefix.toLowerCase();
    if (kind.includes('b'))
        return { ok: false, why: 'it is bytes' };
    if (kind.includes('f'))
        return { ok: false, why: 'it is an f-string' };
    if (kind.includes('t'))
        return { ok: false, why: 'it is a template string' };
    if (kind.includes('r') || !body.includes('\\'))
        return { ok: true, value: body };
    let strange = false;
    const value = body.replace(escapes, (...groups) => {
        const [whole, line, sign, octal, byte, short, long] = groups;
        if (line !== undefined)
            return '';
        if (sign !== undefined)
            return simple[sign] ?? '';
        const code = octal === undefined ? Number.parseInt(byte ?? short ?? long ?? '', 16) : Number.parseInt(octal, 8);
        // A lone surrogate is a character in Python and none in JavaScript.
        if (Number.isNaN(code) || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) {
            strange = true;
            return whole ?? '';
        }
        return String.fromCodePoint(code);
    });
    return strange ? { ok: false, why: 'it has an escape that is not read here' } : { ok: true, value };
}


/***/ }),

/***/ 1641:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ listScripts)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);

const sourceName = /^(?!\.#|__init__).*\.py$/;
const compiledName = /^(?!\.#|__init__).*\.py[co]$/;
/** Lists every version location; a file that is reached twice counts once. */
function listScripts(disk, project) {
    const listing = { files: [], compiled: [], absent: [], outside: [] };
    const seen = new Set();
    const root = beginning(realPathOf(disk, '.'));
    for (const location of project.versionLocations) {
        const inside = !node_path__WEBPACK_IMPORTED_MODULE_0__.posix.isAbsolute(location) && !location.startsWith('..');
        if (inside && isOutside(disk, realPathOf(disk, location)))
            listing.outside.push(location);
        for (const { path, real } of walk(disk, location, project, listing)) {
            const key = real ?? realPathOf(disk, path);
            if (seen.has(key))
                continue;
            seen.add(key);
            const name = key.slice(key.lastIndexOf('/') + 1);
            if (sourceName.test(name)) {
                const linked = key !== root + path && node_path__WEBPACK_IMPORTED_MODULE_0__.posix.isAbsolute(key);
                listing.files.push({ path, name, plain: real !== undefined, ...(linked ? { real: key } : {}) });
                if (real === undefined && isOutside(disk, key))
                    listing.outside.push(path);
            }
            else if (project.sourceless === true && compiledName.test(name) && !hasSource(disk, path))
                listing.compiled.push(path);
        }
    }
    return listing;
}
function realPathOf(disk, path) {
    const real = disk.realPath(path);
    return real.ok ? real.value : path;
}
function isOutside(disk, real) {
    const root = disk.realPath('.');
    return root.ok && node_path__WEBPACK_IMPORTED_MODULE_0__.posix.isAbsolute(real) && !real.startsWith(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(root.value, '/'));
}
/** Each folder's own files first, then its folders one by one; links to folders are not followed. */
function walk(disk, top, project, listing) {
    const found = [];
    const todo = [top];
    for (let folder = todo.pop(); folder !== undefined; folder = todo.pop()) {
        const at = folder;
        const listed = listWithLinks(disk, at);
        if (!listed.ok) {
            listing.absent.push({ path: at, reason: listed.reason });
            continue;
        }
        const names = sortAsPython([...listed.value.names]);
        const files = names.filter(name => !name.endsWith('/'));
        const cached = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(at) === '__pycache__';
        if (!cached)
            found.push(...locate(disk, at, files, listed.value.links));
        if (!cached && project.sourceless === true)
            found.push(...listCache(disk, at, files).map(path => ({ path, real: undefined })));
        if (project.recursive !== true)
            break;
        const folders = names.filter(name => name.endsWith('/')).map(name => node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(at, name.slice(0, -1)));
        todo.push(...folders.filter(path => !isLink(disk, path)).reverse());
    }
    return found;
}
function listWithLinks(disk, folder) {
    if (disk.listLinks !== undefined)
        return disk.listLinks(folder);
    const listed = disk.listFolder(folder);
    return listed.ok ? { ok: true, value: { names: listed.value, links: undefined } } : listed;
}
/** One question for each folder and each link: a thousand files are in a few folders. */
function locate(disk, folder, names, links) {
    const at = links === undefined ? undefined : disk.realPath(folder);
    const linked = new Set(links);
    const found = beginning(folder);
    const real = at?.ok === true ? beginning(at.value) : undefined;
    return names.map(name => ({
        path: found + name,
        real: real === undefined || linked.has(name) ? undefined : real + name,
    }));
}
/** What a name in a folder follows. */
function beginning(folder) {
    return node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(folder, 'x').slice(0, -1);
}
/** Compiled files of which there is no source beside the cache. */
function listCache(disk, folder, files) {
    const listed = disk.listFolder(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(folder, '__pycache__'));
    const stems = new Set(files.map(name => name.split('.')[0]));
    const names = listed.ok ? listed.value.filter(name => !name.endsWith('/')) : [];
    return names
        .filter(name => !stems.has(name.split('.')[0]))
        .map(name => node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(folder, '__pycache__', name));
}
function hasSource(disk, compiled) {
    return disk.readBytes(compiled.slice(0, -1)).ok;
}
function isLink(disk, path) {
    const real = disk.realPath(path);
    const parent = disk.realPath(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(path));
    return !real.ok || !parent.ok || real.value !== node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(parent.value, node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(path));
}
/** As Python sorts texts; JavaScript's own order differs outside of the basic plane. */
function sortAsPython(names) {
    if (!names.some(name => beyond.test(name)))
        return names.sort();
    return names.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}
const beyond = /[\ud800-\udfff]/;


/***/ }),

/***/ 2252:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ readLiteral)
/* harmony export */ });
/* harmony import */ var _decode_string_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2199);
/** Values that can be read without running anything: None, strings, and tuples, lists and sets of strings. Pure. */

/** The value of an expression, or why it cannot be read. */
function readLiteral(tokens) {
    const reader = { tokens, at: 0 };
    const first = readItem(reader, 0);
    if (!first.ok || reader.at === tokens.length)
        return first;
    if (textAt(reader) !== ',')
        return { ok: false, why: 'it is computed' };
    return collect(reader, first, 0, undefined);
}
function readItem(reader, depth) {
    const token = reader.tokens[reader.at];
    if (token === undefined)
        return { ok: false, why: 'it has no value' };
    if (token.kind === 'string')
        return readStrings(reader);
    if (token.kind === 'number')
        return { ok: false, why: 'it is a number' };
    if (token.text === 'None') {
        reader.at++;
        return { ok: true, shape: 'none', values: [], alterable: false };
    }
    const close = { '(': ')', '[': ']', '{': '}' }[token.text];
    // Python itself gives up at a hundred.
    if (close === undefined || depth > 50)
        return { ok: false, why: 'it is computed' };
    reader.at++;
    return readBracketed(reader, depth, close);
}
function readBracketed(reader, depth, close) {
    if (textAt(reader) === close) {
        reader.at++;
        if (close === '}')
            return { ok: false, why: 'it is a dictionary' };
        return { ok: true, shape: 'several', values: [], alterable: close === ']' };
    }
    const first = readItem(reader, depth + 1);
    if (!first.ok)
        return first;
    if (close === ')' && textAt(reader) === ')') {
        reader.at++;
        return first;
    }
    return collect(reader, first, depth, close);
}
/** The rest of a tuple, list or set whose first item is read, up to its closing bracket or the end. */
function collect(reader, first, depth, close) {
    const values = [];
    let item = first;
    for (;;) {
        if (!item.ok)
            return item;
        if (item.shape !== 'string')
            return { ok: false, why: 'it holds something that is no string' };
        values.push(...item.values);
        if (textAt(reader) === ',')
            reader.at++;
        else if (textAt(reader) !== close)
            return { ok: false, why: 'it is computed' };
        if (textAt(reader) === close)
            break;
        item = readItem(reader, depth + 1);
    }
    reader.at++;
    if (close === undefined)
        reader.at = reader.tokens.length;
    const distinct = close === '}' ? [...new Set(values)] : values;
    return { ok: true, shape: 'several', values: distinct, alterable: close === ']' || close === '}' };
}
/** Strings that stand beside each other are one. */
function readStrings(reader) {
    let value = '';
    for (let token = reader.tokens[reader.at]; token?.kind === 'string'; token = reader.tokens[++reader.at]) {
        const decoded = (0,_decode_string_js__WEBPACK_IMPORTED_MODULE_0__/* .decodeString */ .s)(token.text);
        if (!decoded.ok)
            return decoded;
        value += decoded.value;
    }
    return { ok: true, shape: 'string', values: [value], alterable: false };
}
function textAt(reader) {
    const token = reader.tokens[reader.at];
    return token === undefined || token.kind === 'string' ? token && '"' : token.text;
}


/***/ }),

/***/ 1984:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  wN: () => (/* binding */ checkScript),
  AN: () => (/* binding */ readScriptFile),
  nX: () => (/* binding */ readScriptText)
});

// EXTERNAL MODULE: ./build/catalogue/catalogue.js + 18 modules
var catalogue = __webpack_require__(9078);
// EXTERNAL MODULE: ./build/text.js
var build_text = __webpack_require__(977);
// EXTERNAL MODULE: ./build/engines/alembic/scripts/source.js
var scripts_source = __webpack_require__(6038);
// EXTERNAL MODULE: ./build/engines/alembic/scripts/tokens.js
var scripts_tokens = __webpack_require__(4301);
;// CONCATENATED MODULE: ./build/engines/alembic/scripts/usual.js
const blank = /^[ \t]*(?:#.*)?$/;
const imports = /^(?:from [\w.]+ import \w+(?: as \w+)?(?:, \w+(?: as \w+)?)*|import [\w.]+(?: as \w+)?)[ \t]*$/;
const target = /^(revision|down_revision|branch_labels|depends_on)(?:: (\w+(?:\[(?:[\w, ]|\[[\w, ]+\])+\])?(?: \| \w+)*))?$/;
const oneValue = /^(?:None|"[^"\\]*"|'[^'\\]*'|\([^()]*\))$/;
const several = /^\((?:"[^"\\]*"|'[^'\\]*')(?:, (?:"[^"\\]*"|'[^'\\]*'))*,?\)$/;
const oneString = /"[^"\\]*"|'[^'\\]*'/g;
/** A name of ours, or of what can set one without naming it, where the reader of all of Python has to look. */
const telling = /revision|branch_labels|depends_on|globals|locals|vars|exec|eval|setattr|__dict__/;
/**
 * What `readVariables` gives for the same text, at a tenth of its cost; undefined for everything but a docstring,
 * imports, comments, and each variable set once to None, a string, or a tuple of strings.
 */
function readUsual(head) {
    const values = new Map();
    let doc;
    let at = 0;
    let line = 1;
    while (at < head.length) {
        let end = head.indexOf('\n', at);
        if (head.startsWith('"""', at)) {
            const close = head.indexOf('"""', at + 3);
            const text = head.slice(at + 3, close);
            end = head.indexOf('\n', close);
            const behind = head.slice(close + 3, end);
            if (doc !== undefined || close === -1 || /["\\]/.test(text) || withoutEnd(behind) !== '')
                return undefined;
            doc = text;
        }
        else if (end > at) {
            const written = head.slice(at, end);
            const equals = written.indexOf(' = ');
            const name = equals === -1 ? undefined : nameOf(written.slice(0, equals));
            if (name !== undefined) {
                const value = readValue(withoutEnd(written.slice(equals + 3)));
                if (value === undefined || values.has(name))
                    return undefined;
                values.set(name, { ...value, line });
            }
            else if (!isAside(written))
                return undefined;
            if (name !== undefined || written.startsWith('from') || written.startsWith('import'))
                doc ??= '';
        }
        if (end === -1)
            return undefined;
        line += countLines(head, at, end + 1);
        at = end + 1;
    }
    return { values, doc: doc ?? '' };
}
/** Without spaces and tabs at its end. By hand: a regular expression for it would be quadratic. */
function withoutEnd(text) {
    let end = text.length;
    while (end > 0 && (text[end - 1] === ' ' || text[end - 1] === '\t'))
        end--;
    return text.slice(0, end);
}
/** What stands before an equals sign, and the imports, are much the same in all files of a project. */
const names = new Map();
const asides = new Map();
function nameOf(written) {
    if (!names.has(written)) {
        const [, name, annotation = ''] = target.exec(written) ?? [];
        names.set(written, telling.test(annotation) ? undefined : name);
    }
    return names.get(written);
}
/** A comment, or an import that sets none of the variables. */
function isAside(written) {
    const known = asides.get(written);
    if (known !== undefined)
        return known;
    const aside = blank.test(written) || (imports.test(written) && !telling.test(written));
    asides.set(written, aside);
    return aside;
}
function readValue(written) {
    if (!oneValue.test(written))
        return undefined;
    if (written === 'None')
        return { ok: true, shape: 'none', values: [], alterable: false };
    if (!written.startsWith('('))
        return { ok: true, shape: 'string', values: [written.slice(1, -1)], alterable: false };
    if (!several.test(written))
        return undefined;
    const values = (written.match(oneString) ?? []).map(text => text.slice(1, -1));
    // Without a comma behind it, parentheses around one string mean nothing.
    if (values.length === 1 && !written.endsWith(',)'))
        return undefined;
    return { ok: true, shape: 'several', values, alterable: false };
}
function countLines(text, from, to) {
    let lines = 0;
    for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1))
        lines++;
    return lines;
}

// EXTERNAL MODULE: ./build/engines/alembic/scripts/literal.js
var scripts_literal = __webpack_require__(2252);
;// CONCATENATED MODULE: ./build/engines/alembic/scripts/variables.js
/** What a revision file sets its variables to, found without running it. Pure. */

/** The variables that Alembic reads. */
const variableNames = ['revision', 'down_revision', 'branch_labels', 'depends_on'];
/** Code that can set a variable without naming it. */
const sorcery = new Set(['globals', 'locals', 'vars', 'exec', 'eval', 'setattr', '__dict__']);
const compound = new Set([
    ...['if', 'elif', 'else', 'for', 'while', 'with', 'try', 'except', 'finally', 'async', 'match', 'case'],
]);
const definition = new Set(['def', 'class']);
const binding = new Set(['del', 'global', 'nonlocal', 'type']);
/**
 * Follows the statements of the module from top to bottom, as an import does. What stands in functions and classes
 * does not count; what is set under a condition, or in a way that is not read here, is not known until a plain
 * assignment follows.
 */
function readVariables(lines) {
    const values = new Map();
    const forever = new Set();
    const blur = (name, line, why) => values.set(name, { ok: false, why, line });
    const state = {
        values,
        blur,
        set: (name, value, line) => forever.has(name) || values.set(name, { ...value, line }),
        blurForever: (name, line) => {
            blur(name, line, 'a function can set it');
            forever.add(name);
        },
    };
    let inDefinition = false;
    for (const { indented, tokens } of lines) {
        if (!indented)
            inDefinition = isDefinition(tokens);
        if (inDefinition && !indented)
            readHeader(tokens, state);
        if (inDefinition)
            readDefinition(tokens, state);
        else if (indented || isCompound(tokens))
            readBlock(tokens, state);
        else
            for (const statement of splitAt(tokens, ';'))
                readStatement(statement, state);
    }
    return { values, doc: readDoc(lines) };
}
function isDefinition(tokens) {
    const word = tokens[0]?.text === 'async' ? tokens[1]?.text : tokens[0]?.text;
    return definition.has(word ?? '');
}
/** `match` and `case` are ordinary names unless the line ends in a colon. */
function isCompound(tokens) {
    const [first] = tokens;
    if (first?.kind !== 'name' || !compound.has(first.text))
        return false;
    return (first.text !== 'match' && first.text !== 'case') || tokens.at(-1)?.text === ':';
}
/** A function or class can have the name of a variable. */
function readHeader(tokens, state) {
    const named = tokens[tokens.findIndex(token => definition.has(token.text)) + 1];
    if (named !== undefined)
        blurMentions([named], state);
}
/** A function may set a variable of the module if it says so; a default value may by `:=`. */
function readDefinition(tokens, state) {
    let declaring = false;
    tokens.forEach((token, at) => {
        if (token.text === 'global' || token.text === ';')
            declaring = token.text === 'global';
        const bound = declaring || tokens[at + 1]?.text === ':=';
        if (isVariable(token) && bound)
            state.blurForever(token.text, token.line);
        if (token.kind === 'name' && token.text === 'globals')
            for (const name of variableNames)
                state.blurForever(name, token.line);
    });
}
/** Under a condition or in a loop every mention could be an assignment, but for attributes and named arguments. */
function readBlock(tokens, state) {
    blurAll(tokens, state);
    tokens.forEach((token, at) => {
        if (!isVariable(token))
            return;
        const next = tokens[at + 1]?.text;
        const attribute = tokens[at - 1]?.text === '.' && next !== '=';
        if (attribute || (token.depth > 0 && next === '='))
            return;
        state.blur(token.text, token.line, 'it is set or used under a condition or in a loop');
    });
}
function readStatement(tokens, state) {
    const [first] = tokens;
    if (first === undefined)
        return;
    blurAll(tokens, state);
    const parts = splitAt(tokens, '=');
    if (first.text === 'import' || first.text === 'from')
        readImport(tokens, state);
    else if (binding.has(first.text) && parts.length === 1)
        blurMentions(tokens, state);
    else
        readAssignments(parts, state);
}
function readAssignments(parts, state) {
    const value = parts.pop() ?? [];
    blurTricks(value, state);
    if (parts.length === 0) {
        const [first, second] = value;
        if (first !== undefined &&
            isVariable(first) &&
            second?.kind === 'operator' &&
            /^(?:\*\*|\/\/|>>|<<|[-+*/%@&|^])=$/.test(second.text))
            state.blur(first.text, first.line, 'it is computed');
        return;
    }
    const literal = (0,scripts_literal/* readLiteral */.U)(value);
    for (const target of parts) {
        const [name, colon] = target;
        const plain = target.length === 1 || (colon?.text === ':' && parts.length === 1);
        if (plain && name !== undefined && isVariable(name))
            state.set(name.text, literal, name.line);
        else if (!plain || name?.kind !== 'name')
            blurMentions(target, state);
    }
}
function readImport(tokens, state) {
    const names = tokens.slice(tokens.findIndex(token => token.text === 'import') + 1);
    blurMentions(names, state);
    const star = names.find(token => token.text === '*');
    if (star === undefined)
        return;
    for (const name of variableNames)
        state.blur(name, star.line, 'an import of everything may set it');
}
function blurMentions(tokens, state) {
    for (const token of tokens)
        if (isVariable(token))
            state.blur(token.text, token.line, 'it is set in a way that is not read here');
}
/** `:=`, and a list or set that is handed to code which may change it. */
function blurTricks(tokens, state) {
    tokens.forEach((token, at) => {
        if (!isVariable(token))
            return;
        const value = state.values.get(token.text);
        const alterable = value?.ok === true && value.alterable && tokens[at - 1]?.text !== '.';
        if (tokens[at + 1]?.text === ':=' || alterable)
            state.blur(token.text, token.line, 'later code may change it');
    });
}
function blurAll(tokens, state) {
    const found = tokens.find(token => token.kind === 'name' && sorcery.has(token.text));
    if (found === undefined)
        return;
    for (const name of variableNames)
        state.blur(name, found.line, `${found.text} may set it`);
}
function isVariable(token) {
    return token.kind === 'name' && variableNames.includes(token.text);
}
function splitAt(tokens, mark) {
    const parts = [[]];
    for (const token of tokens) {
        if (token.kind === 'operator' && token.text === mark && token.depth === 0)
            parts.push([]);
        else
            parts.at(-1)?.push(token);
    }
    return parts;
}
function readDoc(lines) {
    const [statement = []] = splitAt(lines[0]?.tokens ?? [], ';');
    const literal = (0,scripts_literal/* readLiteral */.U)(statement);
    return literal.ok && literal.shape === 'string' ? (literal.values[0] ?? '') : '';
}

// EXTERNAL MODULE: ./build/engines/alembic/scripts/string-end.js
var string_end = __webpack_require__(5626);
;// CONCATENATED MODULE: ./build/engines/alembic/scripts/whole.js
/** Whether a script is whole as far as brackets and strings tell, for the many that are plainly so. Pure. */

/** Whatever these make up, `tokenize` takes it, and none of it opens or closes anything. */
const aside = /[\w \t\f\n.,:;=+\-*/%@&|^~<>]+/y;
const wordEnd = /\w/;
const closers = { '(': ')', '[': ']', '{': '}' };
/**
 * Whether `tokenize` would take a text whose line ends are LF, at a third of its cost. False also where only it can
 * tell: at a prefix of a string, a backslash, or anything outside of ASCII.
 */
function isPlainlyWhole(text) {
    const open = [];
    for (let at = skip(text, 0); at < text.length; at = skip(text, at)) {
        const character = text[at] ?? '';
        if (character === '#') {
            const end = text.indexOf('\n', at);
            at = end === -1 ? text.length : end;
        }
        else if (character === '"' || character === "'") {
            if (wordEnd.test(text[at - 1] ?? ''))
                return false;
            const triple = character.repeat(3);
            const end = (0,string_end/* findStringEnd */.k)(text, at, text.startsWith(triple, at) ? triple : character);
            if (end === undefined)
                return false;
            at = end;
        }
        else {
            const closer = closers[character];
            if (closer !== undefined)
                open.push(closer);
            else if (character !== open.pop())
                return false;
            at++;
        }
    }
    return open.length === 0;
}
function skip(text, at) {
    aside.lastIndex = at;
    return aside.test(text) ? aside.lastIndex : at;
}

;// CONCATENATED MODULE: ./build/engines/alembic/scripts/script-file.js







/** Characters of the version table's column. */
const longestId = 32;
/** They have a meaning in a target. */
const refused = ['@', '-', '+', ':'];
/** Before Alembic 0.2 the file's name was the id. */
const legacyName = /^([a-f0-9]+)\.py$/;
/** Reads a revision file as far as that can be done without running it; `name` is its own name, behind links. */
function readScriptFile(path, name, bytes) {
    const source = (0,scripts_source/* decodeSource */.E)(bytes);
    if (!source.ok) {
        if (source.broken)
            return { faults: [syntaxFault(path, source.line, source.reason)] };
        return { unreadable: { place: { path, line: source.line }, why: source.reason }, faults: [] };
    }
    return readScriptText(path, name, source.text);
}
/** The same of what the file says. */
function readScriptText(path, name, text) {
    const variables = readHead(text);
    if ('reason' in variables)
        return { faults: [syntaxFault(path, variables.line, variables.reason)] };
    const missing = (variable) => ({
        faults: [(0,catalogue/* makeFault */.VI)('alembic-variable-missing', { path: (0,build_text/* oneLine */.TN)(path), variable }, { place: { path } })],
    });
    const legacy = legacyName.exec(name)?.[1];
    if (!variables.values.has('revision') && legacy === undefined)
        return missing('revision');
    if (!variables.values.has('down_revision'))
        return missing('down_revision');
    return makeScript(path, text, variables, legacy);
}
function makeScript(path, text, variables, legacy) {
    for (const [name, value] of variables.values) {
        const why = value.ok ? unfit(name, value) : value.why;
        if (why === '')
            continue;
        return { unreadable: { place: { path, line: value.line }, why: `${name}: ${why}` }, faults: [] };
    }
    const valuesOf = (name) => {
        const value = variables.values.get(name);
        return value?.ok === true ? value.values : [];
    };
    const id = valuesOf('revision')[0] ?? legacy ?? '';
    const script = {
        id,
        message: variables.doc.trim().split('\n')[0]?.trimEnd() ?? '',
        path,
        down: valuesOf('down_revision'),
        dependsOn: valuesOf('depends_on'),
        labels: valuesOf('branch_labels'),
        revisionLine: variables.values.get('revision')?.line ?? 1,
        downLine: variables.values.get('down_revision')?.line ?? 1,
        text,
    };
    return { script, faults: idFaults(script) };
}
function unfit(name, value) {
    return name === 'revision' && value.shape !== 'string' ? 'it is no string' : '';
}
function idFaults({ id, path, revisionLine }) {
    const faults = [];
    const around = { place: { path, line: revisionLine } };
    const { length } = id.length > longestId ? [...id] : id;
    if (length > longestId)
        faults.push((0,catalogue/* makeFault */.VI)('alembic-id-long', { id: (0,build_text/* oneLine */.TN)(id, 80), length }, around));
    const characters = refused.filter(character => id.includes(character));
    if (characters.length > 0)
        faults.push((0,catalogue/* makeFault */.VI)('alembic-id-characters', { id: (0,build_text/* oneLine */.TN)(id, 80), characters }, around));
    return faults;
}
function syntaxFault(path, line, reason) {
    return (0,catalogue/* makeFault */.VI)('alembic-syntax', { reason: (0,build_text/* oneLine */.TN)(reason) }, { place: { path, line } });
}
/**
 * What brackets and strings tell of a whole script: reading it stops at its first function where nothing after that
 * can set a variable, and only what is going to run is worth the rest.
 */
function checkScript(script) {
    if (!checked.has(script)) {
        const text = unifyLineEnds(script.text);
        const read = isPlainlyWhole(text) ? { ok: true } : (0,scripts_tokens/* tokenize */.q)(text);
        checked.set(script, read.ok ? undefined : syntaxFault(script.path, read.line, read.reason));
    }
    return checked.get(script);
}
/** A plan is made before the lock and under it, of the same scripts. */
const checked = new WeakMap();
/** Whatever could set a variable of the module behind its first function, and letters that Python may fold into ours. */
const later = /\b(?:(?:down_)?revision|branch_labels|depends_on|globals|locals|vars|exec|eval|setattr|__dict__)\b|import\s*\(?\s*\*|[^\0-\x7f]/;
/** What the part before the first function or class sets; all of the file is read where what follows could matter. */
function readHead(source) {
    const text = unifyLineEnds(source);
    const cut = text.search(/^(?:async def|def|class) /m);
    if (cut > 0 && text[cut - 2] !== '\\' && !later.test(text.slice(cut))) {
        const head = text.slice(0, cut);
        const usual = readUsual(head);
        if (usual !== undefined)
            return usual;
        // A string or bracket that is open here began before: then it was no function.
        const tokens = (0,scripts_tokens/* tokenize */.q)(head);
        if (tokens.ok)
            return readVariables(tokens.lines);
    }
    const tokens = (0,scripts_tokens/* tokenize */.q)(text);
    return tokens.ok ? readVariables(tokens.lines) : tokens;
}
function unifyLineEnds(text) {
    return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}


/***/ }),

/***/ 4599:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ readScripts),
/* harmony export */   p: () => (/* binding */ readScriptsBeside)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var _catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9078);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(977);
/* harmony import */ var _list_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1641);
/* harmony import */ var _script_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1984);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6038);






/** Reads the version locations without running anything. That nothing is there is a fault, `alembic-no-scripts`. */
function readScripts(disk, project) {
    const reading = readInParts(disk, project);
    for (;;) {
        const part = reading.next();
        if (part.done)
            return part.value;
    }
}
/** The same; between parts of it whatever else is under way goes on. */
async function readScriptsBeside(disk, project) {
    const reading = readInParts(disk, project);
    for (;;) {
        const part = reading.next();
        if (part.done)
            return part.value;
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setImmediate)();
    }
}
/** Files that are read in one go: a few milliseconds. */
const part = 64;
function* readInParts(disk, project) {
    const listing = (0,_list_files_js__WEBPACK_IMPORTED_MODULE_2__/* .listScripts */ .j)(disk, project);
    const { absent, outside } = listing;
    const read = { scripts: [], unreadable: [], faults: [], absent, outside };
    let count = 0;
    for (const listed of listing.files) {
        const { script, unreadable, faults } = readListed(disk, listed);
        const { real } = listed;
        if (script !== undefined)
            read.scripts.push(real === undefined ? script : { ...script, real });
        if (unreadable !== undefined)
            read.unreadable.push(unreadable);
        if (faults.length > 0)
            read.faults.push(...faults);
        if (++count % part === 0)
            yield;
    }
    for (const path of listing.compiled)
        read.unreadable.push({ place: { path }, why: 'it is compiled (`sourceless`)' });
    const nothing = read.scripts.length + read.unreadable.length + read.faults.length === 0;
    const places = nothing ? describeNothing(project, listing) : describeLocation(disk, project);
    if (places.length > 0)
        read.faults.unshift((0,_catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_1__/* .makeFault */ .VI)('alembic-no-scripts', { places }));
    return read;
}
function readListed(disk, { path, name, plain }) {
    const text = plain ? disk.readAscii?.(path) : undefined;
    if (text !== undefined && (0,_source_js__WEBPACK_IMPORTED_MODULE_4__/* .isPlain */ .$)(text))
        return (0,_script_file_js__WEBPACK_IMPORTED_MODULE_3__/* .readScriptText */ .nX)(path, name, text);
    const bytes = disk.readBytes(path);
    if (bytes.ok)
        return (0,_script_file_js__WEBPACK_IMPORTED_MODULE_3__/* .readScriptFile */ .AN)(path, name, bytes.value);
    const facts = { path: (0,_text_js__WEBPACK_IMPORTED_MODULE_5__/* .oneLine */ .TN)(path), reason: bytes.reason };
    return { faults: [(0,_catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_1__/* .makeFault */ .VI)('revision-unreadable', facts, { place: { path } })] };
}
function describeNothing(project, { absent }) {
    return project.versionLocations.map(location => {
        const reason = absent.find(({ path }) => path === location)?.reason ?? 'it has no file named *.py';
        return (0,_text_js__WEBPACK_IMPORTED_MODULE_5__/* .oneLine */ .TN)(`${location}: ${reason}`);
    });
}
/** Alembic does not start without the folder of env.py, wherever the revisions are. */
function describeLocation(disk, { scriptLocation }) {
    const listed = disk.listFolder(scriptLocation);
    return listed.ok ? [] : [(0,_text_js__WEBPACK_IMPORTED_MODULE_5__/* .oneLine */ .TN)(`script_location ${scriptLocation}: ${listed.reason}`)];
}


/***/ }),

/***/ 6038:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ isPlain),
/* harmony export */   E: () => (/* binding */ decodeSource)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
/** The text of a Python file from its bytes, by the rules of PEP 263. Pure. */

const cookie = /^[ \t\f]*#.*?coding[:=][ \t]*([-_.a-zA-Z0-9]+)/;
const onlyComment = /^[ \t\f]*(?:#.*)?$/;
/** Whether Python takes a text of ASCII as it is: nothing in it to decode, and no encoding declared. Nearly every file. */
function isPlain(text) {
    return !text.includes('\0') && !text.slice(0, 4000).includes('coding');
}
/** Line ends stay as they are; a byte order mark goes. */
function decodeSource(bytes) {
    // Nearly every file: nothing in it to decode, and no encoding declared.
    if ((0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isAscii)(bytes) && !bytes.includes(0) && !bytes.subarray(0, 4000).includes('coding'))
        return { ok: true, text: bytes.toString('latin1') };
    const nul = bytes.indexOf(0);
    if (nul !== -1)
        return bad(lineOf(bytes, nul), 'it has a NUL byte');
    const marked = bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf]));
    const encoding = declaredEncoding(bytes.subarray(marked ? 3 : 0));
    const label = encoding?.name.toLowerCase().replaceAll('_', '-') ?? 'utf-8';
    if (label === 'utf-8' || label === 'utf8' || label.startsWith('utf-8-'))
        return decodeUtf8(bytes);
    const line = encoding?.line ?? 1;
    if (marked)
        return bad(line, `it begins as UTF-8 and declares ${label}`);
    if (/^(?:latin-?1|iso-?8859-1|iso-latin-1|l1)$/.test(label))
        return { ok: true, text: bytes.toString('latin1') };
    return { ok: false, broken: false, line, reason: `its encoding is ${label}` };
}
function declaredEncoding(bytes) {
    // Enough for two lines of comment; a longer one is none that an editor wrote.
    const [first = '', second = ''] = bytes
        .subarray(0, 4000)
        .toString('latin1')
        .split(/\r\n|\r|\n/, 2);
    const inFirst = cookie.exec(first)?.[1];
    if (inFirst !== undefined)
        return { name: inFirst, line: 1 };
    const inSecond = onlyComment.test(first) ? cookie.exec(second)?.[1] : undefined;
    return inSecond === undefined ? undefined : { name: inSecond, line: 2 };
}
function decodeUtf8(bytes) {
    try {
        return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
    }
    catch {
        const lines = bytes.toString('latin1').split('\n');
        const line = lines.findIndex(each => {
            const raw = Buffer.from(each, 'latin1');
            return !raw.equals(Buffer.from(raw.toString('utf8')));
        });
        return bad(line + 1, 'it is not UTF-8 and declares no other encoding');
    }
}
function bad(line, reason) {
    return { ok: false, broken: true, line, reason };
}
function lineOf(bytes, offset) {
    return bytes.subarray(0, offset).toString('latin1').split('\n').length;
}


/***/ }),

/***/ 5626:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ stringStart),
/* harmony export */   k: () => (/* binding */ findStringEnd)
/* harmony export */ });
/** Where Python's strings end, f-strings with what they hold included. Pure. */
/** Prefix and opening quotes of any string. */
const stringStart = /(?:[rR]?[bBfFtT]|[bBfFtT][rR]|[rRuU])?(?:'''|"""|'|")/y;
const opening = new Set(['(', '[', '{']);
const closing = new Set([')', ']', '}']);
/** Python takes 150 f-strings in each other and no more (its MAXFSTRINGLEVEL). */
const mostNested = 150;
/** Index behind the closing quote; undefined if the text or, without triple quotes, the line ends before. */
function findStringEnd(text, at, start, nested = 0) {
    const quotes = /['"]+$/.exec(start)?.[0] ?? '';
    const prefix = start.slice(0, -quotes.length).toLowerCase();
    const from = at + start.length;
    if (prefix.includes('f') || prefix.includes('t'))
        return endOfFormatted(text, from, quotes, prefix, nested);
    return endOfPlain(text, from, quotes);
}
/** From escape to escape and to the next quotes, without a look at each character: most of a revision is such text. */
function endOfPlain(text, from, quotes) {
    let end = -1;
    for (let at = from;;) {
        if (end < at)
            end = text.indexOf(quotes, at);
        if (end === -1)
            return undefined;
        const ahead = text.slice(at, end);
        const slash = ahead.indexOf('\\');
        const plain = slash === -1 ? ahead : ahead.slice(0, slash);
        if (quotes.length === 1 && plain.includes('\n'))
            return undefined;
        if (slash === -1)
            return end + quotes.length;
        at += slash + 2;
    }
}
/** Since Python 3.12 the fields of an f-string may hold any string, also one with the same quotes. */
function endOfFormatted(text, from, quotes, prefix, nested) {
    if (nested > mostNested)
        return undefined;
    let at = from;
    while (at < text.length) {
        const character = text[at];
        if (character === '\\')
            at += skipEscape(text, at, prefix);
        else if (text.startsWith(quotes, at))
            return at + quotes.length;
        else if (character === '\n' && quotes.length === 1)
            return undefined;
        else if (character === '{' && text[at + 1] === '{')
            at += 2;
        else if (character === '{') {
            const end = endOfField(text, at + 1, nested + 1);
            if (end === undefined)
                return undefined;
            at = end;
        }
        else
            at++;
    }
    return undefined;
}
/** A backslash takes the next character with it, but no brace: `\{` begins a field. `\N{…}` is a character. */
function skipEscape(text, at, prefix) {
    const next = text[at + 1];
    if (next === '{' || next === '}')
        return 1;
    if (next === 'N' && text[at + 2] === '{' && !prefix.includes('r'))
        return Math.max(2, text.indexOf('}', at) - at + 1);
    return 2;
}
/** Index behind the `}` of a field whose expression begins at `from`. */
function endOfField(text, from, nested) {
    if (nested > mostNested)
        return undefined;
    let depth = 0;
    let at = from;
    while (at < text.length) {
        const character = text[at] ?? '';
        stringStart.lastIndex = at;
        const start = /[\w.]/.test(text[at - 1] ?? '') ? undefined : stringStart.exec(text)?.[0];
        if (start !== undefined || character === "'" || character === '"') {
            const end = findStringEnd(text, at, start ?? quotesAt(text, at), nested);
            if (end === undefined)
                return undefined;
            at = end;
            continue;
        }
        if (character === '#')
            at = text.indexOf('\n', at) === -1 ? text.length : text.indexOf('\n', at);
        else if (character === '}' && depth === 0)
            return at + 1;
        else if (character === ':' && depth === 0)
            return endOfFormat(text, at + 1, nested);
        else if (opening.has(character))
            depth++;
        else if (closing.has(character))
            depth--;
        at++;
    }
    return undefined;
}
/** The part behind the colon is text, with fields of its own. */
function endOfFormat(text, from, nested) {
    let at = from;
    while (at < text.length) {
        const character = text[at];
        if (character === '}')
            return at + 1;
        if (character === '{') {
            const end = endOfField(text, at + 1, nested + 1);
            if (end === undefined)
                return undefined;
            at = end;
        }
        else
            at++;
    }
    return undefined;
}
function quotesAt(text, at) {
    const quote = text[at] ?? '';
    return text.startsWith(quote.repeat(3), at) ? quote.repeat(3) : quote;
}


/***/ }),

/***/ 4301:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ tokenize)
/* harmony export */ });
/* harmony import */ var _string_end_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5626);
/** The tokens of a Python file, in its logical lines: enough to find assignments, and linear in its length. Pure. */

const name = /[\p{ID_Start}_]\p{ID_Continue}*/uy;
const asciiName = /[A-Za-z_][A-Za-z0-9_]*/y;
const number = /\.?[0-9][\p{L}\p{Nd}_.]*/uy;
const operator = /\*\*=|\/\/=|>>=|<<=|\.\.\.|:=|[-+*/%@&|^=!<>]=|->|\*\*|\/\/|<<|>>|<>|[-+*/%@&|^~<>()[\]{},:.;=!]/y;
const closers = { ')': '(', ']': '[', '}': '{' };
/** Cuts a text whose line ends are LF; says where it cannot be Python, as far as brackets and strings tell. */
function tokenize(text) {
    const lines = [];
    const open = [];
    let current;
    let line = 1;
    let at = 0;
    while (at < text.length) {
        const from = at;
        while (isSpace(text.charCodeAt(at)))
            at++;
        const character = text[at];
        if (character === '#') {
            const end = text.indexOf('\n', at);
            at = end === -1 ? text.length : end;
            continue;
        }
        if (character === '\n' || (character === '\\' && text[at + 1] === '\n')) {
            if (character === '\n' && open.length === 0)
                current = undefined;
            at += character === '\n' ? 1 : 2;
            line++;
            continue;
        }
        if (character === undefined)
            break;
        const token = readToken(text, at, line, open.length);
        if ('reason' in token)
            return { ok: false, ...token };
        if (current === undefined) {
            const indent = text.slice(from, at);
            current = { indented: indent.slice(indent.lastIndexOf('\f') + 1) !== '', tokens: [] };
            lines.push(current);
        }
        const wrong = bracket(token, open);
        if (wrong !== undefined)
            return { ok: false, line, reason: wrong };
        current.tokens.push(token);
        line += countLines(token);
        at += token.length;
    }
    const last = open.at(-1);
    if (last !== undefined)
        return { ok: false, line: last.line, reason: `"${last.text}" is never closed` };
    return { ok: true, lines };
}
function readToken(text, at, line, depth) {
    const start = mayBeString(text.charCodeAt(at)) ? matchAt(_string_end_js__WEBPACK_IMPORTED_MODULE_0__/* .stringStart */ .S, text, at) : '';
    if (start !== '') {
        const end = (0,_string_end_js__WEBPACK_IMPORTED_MODULE_0__/* .findStringEnd */ .k)(text, at, start);
        if (end === undefined)
            return { line, reason: 'a string begins here and never ends' };
        return { kind: 'string', text: text.slice(at, end), line, depth, length: end - at };
    }
    const word = readName(text, at);
    if (word !== '')
        return { kind: 'name', text: word.normalize('NFKC'), line, depth, length: word.length };
    const sign = matchAt(operator, text, at);
    if (sign !== '' && !(sign === '.' && /[0-9]/.test(text[at + 1] ?? '')))
        return { kind: 'operator', text: sign, line, depth, length: sign.length };
    const digits = matchAt(number, text, at);
    if (digits !== '')
        return { kind: 'number', text: digits, line, depth, length: digits.length };
    return { line, reason: `${JSON.stringify(String.fromCodePoint(text.codePointAt(at) ?? 0))} is no Python` };
}
function isSpace(code) {
    return code === 32 || code === 9 || code === 12;
}
/** Quotes and the letters of prefixes. */
function mayBeString(code) {
    return 'rRbBuUfFtT\'"'.includes(String.fromCharCode(code));
}
/** Almost every name is ASCII, and tables of Unicode take their time. */
function readName(text, at) {
    const word = matchAt(asciiName, text, at);
    return text.charCodeAt(at + word.length) < 128 || at + word.length === text.length
        ? word
        : matchAt(name, text, at);
}
/** Keeps the open brackets; says what is wrong with a closing one. */
function bracket(token, open) {
    if (token.kind !== 'operator')
        return undefined;
    if (token.text === '(' || token.text === '[' || token.text === '{')
        open.push(token);
    const wanted = closers[token.text];
    if (wanted === undefined)
        return undefined;
    token.depth = Math.max(0, token.depth - 1);
    const last = open.pop();
    if (last === undefined)
        return `"${token.text}" closes nothing`;
    if (last.text !== wanted)
        return `"${token.text}" does not close the "${last.text}" of line ${last.line}`;
    return undefined;
}
function countLines(token) {
    if (token.kind !== 'string')
        return 0;
    let count = 0;
    for (let at = token.text.indexOf('\n'); at !== -1; at = token.text.indexOf('\n', at + 1))
        count++;
    return count;
}
function matchAt(form, text, at) {
    form.lastIndex = at;
    return form.exec(text)?.[0] ?? '';
}


/***/ }),

/***/ 5573:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ readVersionRows),
/* harmony export */   u: () => (/* binding */ readState)
/* harmony export */ });
/* harmony import */ var _catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9078);
/* harmony import */ var _database_facts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9067);
/* harmony import */ var _database_identifiers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6324);
/* harmony import */ var _database_other_tools_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6968);




/** Name of the version table unless env.py says otherwise (Alembic documentation, EnvironmentContext.configure). */
const usualTable = 'alembic_version';
const sqlEngineTable = 'migration_history';
/**
 * Reads where the database stands, in two queries that write nothing. `named` is the table that the input or env.py
 * names; without one, and for Alembic's own name, a version table outside of the search path is found too.
 * Throws GateError when the database refuses, or the table is no version table.
 */
async function readState(session, named, at) {
    try {
        const { columns, known, ...facts } = await (0,_database_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .readFacts */ .MH)(session, named ?? usualTable, [..._database_other_tools_js__WEBPACK_IMPORTED_MODULE_3__/* .historyTables */ .m, sqlEngineTable], at);
        const elsewhere = known.filter(one => one.name === usualTable && one.columns.includes('version_num'));
        const found = (named ?? usualTable) === usualTable && !facts.exists && elsewhere.length === 1
            ? elsewhere[0]
            : undefined;
        const history = found === undefined ? facts.history : { schema: found.schema, table: found.name };
        const exists = facts.exists || found !== undefined;
        if (facts.exists && !columns.includes('version_num'))
            throw (0,_catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .gateError */ .em)('history-foreign', { table: (0,_database_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .showTable */ .S_)(history), lacks: 'version_num' });
        const own = known.find(one => one.name === sqlEngineTable && one.columns.includes('statement_hashes'));
        const other = (0,_database_other_tools_js__WEBPACK_IMPORTED_MODULE_3__/* .recogniseTool */ .q)(known.filter(one => one.name !== usualTable));
        return {
            ...facts,
            history,
            exists,
            tables: facts.tables - (found === undefined ? 0 : 1),
            rows: exists ? await readVersions(session, history) : [],
            otherTool: own !== undefined
                ? `the engine \`sql\` of this gate (${(0,_database_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .showTable */ .S_)({ schema: own.schema, table: own.name })})`
                : other === undefined
                    ? ''
                    : `${other.tool} (${other.table})`,
        };
    }
    catch (error) {
        throw (0,_database_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .whileReading */ .q9)(error, at);
    }
}
/** The rows of a version table, none where there is no such table. Writes nothing. Throws as `readState` does. */
async function readVersionRows(session, table, at) {
    return (await readState(session, table, at)).rows;
}
async function readVersions(session, table) {
    const rows = await session.query(`select coalesce(version_num::text, 'NULL') as version from ${(0,_database_identifiers_js__WEBPACK_IMPORTED_MODULE_2__/* .quoteName */ .AB)(table)} order by 1`);
    return rows.map(row => row.version);
}


/***/ }),

/***/ 3704:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ revisionOf),
/* harmony export */   y: () => (/* binding */ takeSurvey)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9078);
/* harmony import */ var _database_facts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9067);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9473);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(977);
/* harmony import */ var _sql_failure_ways_out_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(3413);
/* harmony import */ var _graph_applied_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8434);
/* harmony import */ var _graph_order_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8544);
/* harmony import */ var _graph_target_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7038);
/* harmony import */ var _scripts_script_file_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1984);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5573);
/* harmony import */ var _type_alembic_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(5860);












/** Reads the version table and holds it against the scripts. Writes nothing. Throws GateError when it cannot be read. */
async function takeSurvey(session, files, options) {
    const state = await (0,_state_js__WEBPACK_IMPORTED_MODULE_7__/* .readState */ .u)(session, options.historyTable ?? files.versionTable, options.at);
    const key = JSON.stringify([state, options.target, options.allow]);
    const before = latest.get(files);
    if (before?.key === key)
        return before.survey;
    const survey = await compare(state, files, options);
    latest.set(files, { key, survey });
    return survey;
}
/** The same state of the same files is the same survey: most often nothing has happened while the lock was asked for. */
const latest = new WeakMap();
async function compare(state, files, options) {
    const { graph, scripts } = files;
    const { ids: applied, unknown } = (0,_graph_applied_js__WEBPACK_IMPORTED_MODULE_8__/* .appliedOf */ .p)(graph, state.rows);
    const heads = graph.heads.map(script => script.id);
    const problems = [
        ...files.problems,
        ...(await Promise.all(unknown.map(id => aheadProblem(id, state, files, options)))),
        ...(options.filled === true ? [] : contactProblems(state, heads)),
    ];
    const pending = [];
    // A graph with a fault has no order, and Alembic goes nowhere from a revision that it does not know.
    if (files.problems.length === 0 && unknown.length === 0) {
        const order = planOrder(files, state.rows, options.target);
        if ('problem' in order)
            problems.push(order.problem);
        else
            pending.push(...order.scripts);
    }
    for (const script of pending) {
        const broken = (0,_scripts_script_file_js__WEBPACK_IMPORTED_MODULE_6__/* .checkScript */ .wN)(script);
        if (broken !== undefined)
            problems.push(inTheWay('file-fault', broken, script.id));
    }
    return {
        plan: {
            server: state.server,
            current: state.rows,
            head: heads,
            revisions: scripts.map(revisionOf),
            applied: scripts.filter(script => applied.has(script.id)).map(script => script.id),
            pending: pending.map(revisionOf),
            unfinished: [],
            problems,
            remarks: [...sayPooled(options.at), ...files.remarks],
            fingerprint: fingerprintOf(state.rows, pending),
        },
        pending,
        applied,
        unknown,
        state,
    };
}
/** The child gets the URL as it is: the lock is on the direct way, and its statements are not. */
function sayPooled({ remark }) {
    if (remark === undefined)
        return [];
    return [
        `${remark} Alembic itself goes through the pooler, without \`lock-timeout\` and \`statement-timeout\`, and asyncpg may fail there on its prepared statements: put the direct host into the secret.`,
    ];
}
/** A script as every engine shows a revision. */
function revisionOf({ id, message, path }) {
    return { id, name: message, path };
}
function planOrder({ graph, start }, rows, target) {
    try {
        return { scripts: (0,_graph_order_js__WEBPACK_IMPORTED_MODULE_4__/* .upgradeOrder */ .DD)(graph, rows, (0,_graph_target_js__WEBPACK_IMPORTED_MODULE_5__/* .resolveTarget */ .u)(graph, target, rows)) };
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .GateError */ .u) || error.fault.id !== 'multiple-heads')
            throw error;
        const heads = graph.heads.map(script => script.id);
        // Of one branch not all of them are meant.
        const foreign = target.includes('@') ? [] : (0,_type_alembic_js__WEBPACK_IMPORTED_MODULE_9__/* .typeMerge */ .z)(start, heads);
        return { problem: inTheWay('multiple-heads', { ...error.fault, foreign }) };
    }
}
async function aheadProblem(id, { server }, { graph, project }, { allow, findCommit }) {
    const commit = await findCommit(id, project.versionLocations);
    const head = graph.heads.map(script => script.id).join(', ') || 'none';
    const shown = (0,_text_js__WEBPACK_IMPORTED_MODULE_10__/* .oneLine */ .TN)(id, 80);
    const next = [(0,_sql_failure_ways_out_js__WEBPACK_IMPORTED_MODULE_11__/* .allowing */ .S)('ahead', allow, 'this older commit can live with it')];
    const fault = (0,_catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_1__/* .makeFault */ .VI)('ahead', { id: shown, database: server.database, head, commit }, { next });
    const known = commit === undefined ? {} : { commit };
    return { kind: 'ahead', fault, revision: shown, allowed: allow.includes('ahead'), ...known };
}
/** A database that holds something, of which no version table tells what. */
function contactProblems(state, heads) {
    if (state.rows.length > 0 || state.tables === 0)
        return [];
    const { server, tables, otherTool: tool } = state;
    const head = heads.join(', ') || 'head';
    const next = [
        { command: 'stamp', revision: heads.length === 1 ? head : 'heads', when: 'every revision is in it' },
        { command: 'stamp', revision: 'base', when: 'none is' },
        { command: 'locate', when: 'that is not known' },
    ];
    const table = (0,_database_facts_js__WEBPACK_IMPORTED_MODULE_2__/* .showTable */ .S_)(state.history);
    const facts = { database: server.database, tables, table, tool, head };
    return [inTheWay('first-contact', (0,_catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_1__/* .makeFault */ .VI)('first-contact', facts, { next }))];
}
/** A problem that nobody may allow. */
function inTheWay(kind, fault, revision) {
    return { kind, fault, allowed: false, ...(revision === undefined ? {} : { revision }) };
}
/** Names what would run and from where: the same fingerprint is the same plan. */
function fingerprintOf(rows, pending) {
    const run = pending.map(script => [script.id, (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(script.text).digest('hex')]);
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256')
        .update(JSON.stringify([rows, run]))
        .digest('hex');
}


/***/ }),

/***/ 5860:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ typeAlembic),
/* harmony export */   z: () => (/* binding */ typeMerge)
/* harmony export */ });
/* harmony import */ var _shell_word_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4491);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(977);


/**
 * Alembic as the gate starts it, for a person’s shell: `uv run alembic history   # in backend`. Nothing where its words
 * hold a URL, which is never printed, or what would not reach the shell as it is shown. Never throws.
 */
function typeAlembic({ argv, folder, variable }, words) {
    const given = variable === undefined ? [] : [variable];
    const typed = [...given, ...argv, ...words, folder];
    if (typed.some(word => word.includes('://') || (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(word, word.length) !== word))
        return [];
    const configured = given.map(file => `ALEMBIC_CONFIG=${(0,_shell_word_js__WEBPACK_IMPORTED_MODULE_1__/* .quoteWord */ .X)(file)} `).join('');
    const line = configured + [...argv, ...words].map(_shell_word_js__WEBPACK_IMPORTED_MODULE_1__/* .quoteWord */ .X).join(' ');
    // Where the reader stands is not known: a comment is right everywhere.
    const where = folder === '' || folder === '.' ? '' : `   # in ${folder}`;
    return [{ line: line + where }];
}
/** What joins these heads: `uv run alembic merge -m 'merge 3f2a and 9c1e' 3f2a 9c1e`. Never throws. */
function typeMerge(start, heads) {
    return typeAlembic(start, ['merge', '-m', `merge ${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .joinAnd */ .MO)(heads)}`, ...heads]);
}


/***/ }),

/***/ 3413:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ restoring),
/* harmony export */   S: () => (/* binding */ allowing)
/* harmony export */ });
/* harmony import */ var _shell_word_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4491);

/** Goes on with one more kind of problem, besides what is allowed already. */
function allowing(kind, allow, when) {
    return { command: 'upgrade', with: { allow: [...allow, kind].join(',') }, when };
}
/**
 * Brings back the file as it was when the revision ran: nothing where the history does not say which commit that was.
 * `:/` counts from the root of the repository, wherever one stands; the path may be a pattern of git.
 */
function restoring(row, path, when) {
    if (!/^[0-9a-f]{40,64}$/.test(row.commitSha))
        return [];
    return [{ line: `git checkout ${row.commitSha} -- ${(0,_shell_word_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteWord */ .X)(`:/${path}`)}`, when }];
}


/***/ })

};
