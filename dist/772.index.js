export const id = 772;
export const ids = [772];
export const modules = {

/***/ 7772:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  followDatabase: () => (/* binding */ followDatabase)
});

// EXTERNAL MODULE: ./build/catalogue/catalogue.js + 18 modules
var catalogue = __webpack_require__(9078);
// EXTERNAL MODULE: ./build/engines/alembic/child/environment.js
var environment = __webpack_require__(2396);
// EXTERNAL MODULE: ./build/text.js
var build_text = __webpack_require__(977);
// EXTERNAL MODULE: ./build/faults.js
var faults = __webpack_require__(6683);
// EXTERNAL MODULE: ./build/catalogue/sqlstate-cures.js
var sqlstate_cures = __webpack_require__(3566);
// EXTERNAL MODULE: ./build/database/session.js
var database_session = __webpack_require__(8188);
// EXTERNAL MODULE: ./build/engines/server-errors/said.js
var said = __webpack_require__(1609);
// EXTERNAL MODULE: ./build/engines/sql/failure/failure.js
var failure_failure = __webpack_require__(460);
// EXTERNAL MODULE: ./build/engines/sql/text/statements.js
var text_statements = __webpack_require__(9957);
// EXTERNAL MODULE: ./build/after/list.js
var list = __webpack_require__(3817);
;// CONCATENATED MODULE: ./build/after/faults.js








/** What a check found that is no error of the server: a query without rows, a false. */
class CheckFailure extends Error {
}
/** The failure of a file, with its place, the lines around it and what the server said. */
function scriptFault(failure) {
    const { kind, script, statement, number, error } = failure;
    const { path, text, statements } = script;
    const name = (0,list/* sayFollowUp */.A9)({ kind, name: path });
    const server = error instanceof database_session/* DatabaseError */.a ? (0,said/* sayError */.I)(error, statement?.text) : undefined;
    const reason = server?.server.message ?? error.message;
    if (error instanceof database_session/* DatabaseError */.a && error.lost)
        return (0,catalogue/* makeFault */.VI)('follow-up-lost', { name, reason }, { place: { path } });
    const exact = error instanceof database_session/* DatabaseError */.a && error.position !== undefined && statement !== undefined
        ? (0,text_statements/* placeOfPosition */._R)(statement, error.position)
        : undefined;
    const { line, column } = exact ?? statement ?? { line: 1, column: 1 };
    const excerpt = (0,failure_failure/* cutExcerpt */.y8)({ up: { text, startLine: 1 } }, { line, caret: exact?.column });
    const code = error instanceof database_session/* DatabaseError */.a ? error.code : '';
    const facts = { path: (0,build_text/* oneLine */.TN)(path), statement: number, total: statements.length, reason, code };
    const next = waysAround(code, failure);
    const around = { place: { path, line, column }, excerpt, ...server, ...(next && { next }) };
    return (0,catalogue/* makeFault */.VI)(kind === 'after' ? 'after-failed' : 'smoke-failed', facts, around);
}
/** Where neither the file nor the schema is to blame, it is only to be run again. */
function waysAround(code, { lockTimeoutMs }) {
    if (!(0,sqlstate_cures/* isCircumstance */.u4)(code))
        return undefined;
    const short = code === '55P03' && lockTimeoutMs > 0 && lockTimeoutMs < 30_000;
    return [{ command: 'upgrade', ...(short ? { with: { 'lock-timeout': '30s' } } : {}) }];
}
/**
 * Adds what a person has to know of the revisions before it: that they stay, where the database stands, and the ways
 * out. `undone`: what of the file itself was rolled back.
 */
function placeInRun(fault, applied, undone) {
    const ids = applied.outcomes.filter(({ result }) => result === 'applied').map(({ revision }) => revision.id);
    const stay = ids.length === 0
        ? 'This run applied no revision'
        : `${(0,build_text/* oneLine */.TN)((0,build_text/* shortList */.pg)(ids))} ${ids.length === 1 ? 'is' : 'are'} applied and ${ids.length === 1 ? 'stays' : 'stay'}`;
    const { database } = applied.plan.server;
    const state = (0,build_text/* oneLine */.TN)(`${undone}${stay}; ${sayStand(database, applied)}.`, 800);
    return { ...fault, state, next: fault.next ?? waysOut(fault.id, applied, ids) };
}
function sayStand(database, { after }) {
    if (after === undefined)
        return `where ${database} stands is not known`;
    return `${database} ${after.current.length === 0 ? 'holds no revision' : `is at ${after.current.join(', ')}`}`;
}
/** Forward, or back to where the run began, if that is one revision. */
function waysOut(fault, { plan }, ids) {
    if (fault === 'follow-up-unread')
        return [{ command: 'current' }, { command: 'upgrade' }];
    if (fault === 'after-failed')
        return [{ command: 'upgrade', when: 'the file is mended' }];
    if (fault !== 'smoke-failed' && fault !== 'smoke-command-failed')
        return [{ command: 'upgrade' }];
    const mended = { command: 'upgrade', when: 'what it found is mended' };
    const late = plan.problems.some(problem => problem.kind === 'out-of-order');
    if (ids.length === 0 || plan.current.length > 1 || late)
        return [mended];
    const before = plan.current[0] ?? 'base';
    return [mended, { command: 'downgrade', revision: before, when: 'the new schema has to go' }];
}

;// CONCATENATED MODULE: ./build/after/lacking.js
/** Ids of what is applied once a run has ended without a fault, also of what ran beside its plan. Pure. */
function idsApplied({ plan, outcomes }) {
    const ran = outcomes.filter(({ result }) => result === 'applied').map(({ revision }) => revision);
    return [...new Set([...plan.applied, ...[...plan.pending, ...ran].map(({ id }) => id)])];
}
/** Those that are not among `there`; a version is the same with however many zeros it begins. Pure. */
function findLacking(ids, there) {
    const found = new Set(there.map(withoutZeros));
    return ids.filter(id => !found.has(withoutZeros(id)));
}
function withoutZeros(id) {
    return /^\d+$/.test(id) ? id.replace(/^0+(?=\d)/, '') : id;
}

;// CONCATENATED MODULE: ./build/after/confirm.js






/**
 * Asked when all of them ended well: that no other session has the lock and, where a file of `after` wrote, that the
 * history still says what the revisions left. Never throws.
 */
async function confirmStand(followed, engine, applied) {
    const done = followed.followUps.filter(({ result }) => result === 'done');
    const last = done.at(-1);
    if (followed.fault !== undefined || last === undefined)
        return followed;
    const closed = (fault, after = applied.after) => ({
        ...followed,
        fault: placeInRun(fault, { ...applied, ...(after && { after }) }, ''),
    });
    if (!(await engine.keepsLock().catch(() => false)))
        return closed((0,catalogue/* makeFault */.VI)('follow-up-unlocked', { name: (0,list/* sayFollowUp */.A9)(last), during: true }));
    if (!done.some(({ kind }) => kind === 'after'))
        return followed;
    try {
        const { current, unfinished, applied: there } = await engine.plan();
        const was = confirm_sayStand(applied.after);
        const now = confirm_sayStand({ current, unfinished });
        const lacks = (0,build_text/* oneLine */.TN)((0,build_text/* shortList */.pg)(findLacking(idsApplied(applied), there)));
        if (was === now && lacks === '')
            return followed;
        const stand = { current, unfinished };
        const fault = (0,catalogue/* makeFault */.VI)('after-history', { was, now, lacks }, { next: [{ command: 'plan' }] });
        return { ...closed(fault, stand), stand };
    }
    catch (error) {
        return closed((0,faults/* asFault */.P)(error));
    }
}
function confirm_sayStand(stand) {
    const half = (stand?.unfinished ?? []).map(({ id }) => `${id} (half applied)`);
    return (0,build_text/* oneLine */.TN)([...(stand?.current ?? [])].sort().concat(half).join(', '), 200) || 'no revision';
}

// EXTERNAL MODULE: ./build/engines/stopping.js
var stopping = __webpack_require__(7538);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/engines/sql/run/messages.js
var messages = __webpack_require__(8037);
// EXTERNAL MODULE: ./build/engines/sql/text/describe.js
var describe = __webpack_require__(4762);
;// CONCATENATED MODULE: ./build/after/run-script.js





const sayEveryMs = 10_000;
/**
 * Runs a file in one transaction. Gives a line for each statement. Throws GateError with its place; what it did is
 * rolled back then.
 */
async function runScript(script, way, context) {
    const { session, lockTimeoutMs, statementTimeoutMs } = context;
    const { statements } = script;
    const did = [];
    try {
        const settings = `set local standard_conforming_strings = on; set local lock_timeout = ${lockTimeoutMs}; set local statement_timeout = ${statementTimeoutMs}`;
        // What a file before left in the session: behind its own COMMIT a failure would no longer be its own.
        await session.run(messages/* freshSession */.JS);
        await session.run(way.open(settings));
        for (const statement of statements)
            did.push(await saying(context, (0,describe/* headline */.P)(statement), () => way.run(session, statement)));
        const { command } = await session.run(way.end);
        if (command !== way.end.toUpperCase())
            throw new database_session/* DatabaseError */.a({ message: `the server answered ${way.end} with ${command}`, code: '25P02' });
        return did;
    }
    catch (error) {
        if (!(error instanceof database_session/* DatabaseError */.a || error instanceof CheckFailure))
            throw error;
        await session.run('rollback').catch(() => undefined);
        const number = Math.min(did.length, statements.length - 1) + 1;
        const statement = statements[number - 1];
        throw new errors/* GateError */.u(scriptFault({ kind: way.kind, script, statement, number, error, lockTimeoutMs }));
    }
}
async function saying({ running }, text, work) {
    const began = performance.now();
    const timer = setInterval(() => running(text, performance.now() - began), sayEveryMs);
    try {
        return await work();
    }
    finally {
        clearInterval(timer);
    }
}

;// CONCATENATED MODULE: ./build/after/ways.js




/** A file of `after`: roles, grants. */
const after = {
    kind: 'after',
    open: settings => `begin; ${settings}`,
    end: 'commit',
    async run(session, statement) {
        const answer = await session.execute(statement.text);
        if (answer.standing !== 'open')
            throw new database_session/* DatabaseError */.a({ message: 'it ended the transaction that the gate had begun' });
        return (0,describe/* describeStatement */.Z)(statement, answer);
    },
};
/**
 * A file of `smoke`. A query fails that returns no row, or a false in any of them; a statement that is no query (SET,
 * DO) only has to run. The gate's own query before the first statement keeps it read only.
 */
const smoke = {
    kind: 'smoke',
    open: settings => `begin read only; ${settings}; select 1`,
    end: 'rollback',
    async run(session, statement) {
        let rows = 0;
        let wrong = 0;
        let column = '';
        const { command } = await session.execute(statement.text, undefined, (values, names) => {
            rows++;
            const at = values.indexOf(false);
            if (at === -1)
                return;
            wrong++;
            column ||= names[at] ?? '';
        });
        const text = (0,describe/* headline */.P)(statement);
        if (wrong > 0)
            throw new CheckFailure(`${(0,build_text/* count */.U9)(wrong, 'row')} of ${rows} ${wrong === 1 ? 'has' : 'have'} false in ${(0,build_text/* oneLine */.TN)(column, 80)}: ${text}`);
        if (rows === 0 && (command === 'SELECT' || command === 'FETCH'))
            throw new CheckFailure(`it returned no row: ${text}`);
        return command === 'SELECT' ? (0,build_text/* count */.U9)(rows, 'row') : command.toLowerCase();
    },
};

;// CONCATENATED MODULE: ./build/after/follow.js










/** Runs `after`, `smoke` and `smoke-command`, in this order, under the lock that the engine still holds. Never throws. */
async function runFollowUps(context) {
    const { followUps: given, database, reporter } = context;
    const kinds = chooseKinds(context);
    const followUps = [];
    let session;
    let fault;
    for (const listed of (0,list/* listFollowUps */.O3)(given)) {
        const { kind, name } = listed;
        if (fault !== undefined || !kinds.includes(kind)) {
            followUps.push({ kind, name, result: 'skipped', durationMs: 0, did: [] });
            continue;
        }
        const connect = async () => {
            session ??= await openFor(context);
            return session;
        };
        const ended = await runOne(listed, connect, context);
        reporter({ kind: 'follow-ended', database, followUp: ended.followUp });
        followUps.push(ended.followUp);
        fault = ended.fault;
    }
    await session?.close();
    return fault === undefined ? { followUps } : { followUps, fault };
}
/** Its backend is told: where we are killed, the post step ends it. */
async function openFor({ engine, database, reporter }) {
    const session = await engine.openSession((severity, message) => reporter({ kind: 'notice', database, severity, message }));
    const [row] = await session.query('select backend_start::text as started from pg_catalog.pg_stat_activity where pid = pg_catalog.pg_backend_pid()');
    reporter({ kind: 'working', database, pid: session.pid, startedAt: row?.started ?? '' });
    return session;
}
/** They are written for the newest revision of this commit: elsewhere they do not fit, which is said. */
function chooseKinds({ applied, followUps, database, reporter }) {
    const { plan } = applied;
    const { current } = applied.after;
    const ahead = plan.problems.some(({ kind }) => kind === 'ahead');
    const note = (text) => reporter({ kind: 'note', note: { kind: 'skipped', text, database } });
    // Heads are no measure: where one depends on another, Alembic's version table has only the first.
    const lacking = findLacking(plan.revisions.map(({ id }) => id), idsApplied(applied));
    if (!ahead && lacking.length === 0)
        return ['after', 'smoke', 'smoke-command'];
    const at = (0,build_text/* oneLine */.TN)(current.join(', ')) || 'no revision';
    if (!ahead) {
        const kinds = [...new Set((0,list/* listFollowUps */.O3)(followUps).map(({ kind }) => `\`${kind}\``))].join(', ');
        const without = (0,build_text/* oneLine */.TN)((0,build_text/* shortList */.pg)(lacking));
        note(`not run: ${kinds}, which belong to ${(0,build_text/* oneLine */.TN)(plan.head.join(', '))}; the database is at ${at}, without ${without}`);
        return [];
    }
    if (followUps.after.length > 0)
        note(`not run: \`after\`, whose files are older than what the database is at (${at})`);
    return ['smoke', 'smoke-command'];
}
async function runOne(listed, connect, context) {
    const { kind, name } = listed;
    const { signal, applied, reporter, database } = context;
    const began = performance.now();
    const ends = (result, did) => {
        return { kind, name, result, durationMs: Math.round(performance.now() - began), did };
    };
    try {
        if (signal.aborted)
            throw interrupted(listed);
        await requireLock(listed, context);
        reporter({ kind: 'follow-started', database, what: kind, name });
        return { followUp: ends('done', await perform(listed, connect, context)) };
    }
    catch (error) {
        const fault = signal.aborted ? interrupted(listed).fault : (0,faults/* asFault */.P)(error);
        const undone = fault.id === 'after-failed' ? `All of ${(0,build_text/* oneLine */.TN)(name)} was rolled back. ` : '';
        return { followUp: ends('failed', []), fault: placeInRun(fault, applied, undone) };
    }
}
/** A revision may have given it up, or the connection that has it is gone: another run may be at work then. */
async function requireLock(listed, { engine }) {
    const kept = await engine.keepsLock().catch(() => false);
    if (!kept)
        throw (0,catalogue/* gateError */.em)('follow-up-unlocked', { name: (0,list/* sayFollowUp */.A9)(listed) });
}
async function perform({ kind, script }, connect, context) {
    if (script === undefined) {
        const fault = await context.runCommand();
        if (fault !== undefined)
            throw new errors/* GateError */.u(fault);
        return [];
    }
    const { lockTimeoutMs, statementTimeoutMs, signal, database, reporter } = context;
    const session = await connect();
    const stop = (0,stopping/* cancelOnAbort */.ec)({ session, signal });
    const running = (statement, elapsedMs) => reporter({ kind: 'follow-running', database, statement, elapsedMs });
    const way = kind === 'after' ? after : smoke;
    return runScript(script, way, { session, lockTimeoutMs, statementTimeoutMs, running }).finally(stop);
}
function interrupted(listed) {
    return (0,catalogue/* gateError */.em)('follow-up-interrupted', { name: (0,list/* sayFollowUp */.A9)(listed) });
}

// EXTERNAL MODULE: ./build/engines/alembic/child/lines.js
var child_lines = __webpack_require__(3490);
// EXTERNAL MODULE: ./build/process.js + 3 modules
var build_process = __webpack_require__(7898);
;// CONCATENATED MODULE: ./build/after/smoke-command.js




const smoke_command_sayEveryMs = 10_000;
/**
 * Waits beside the command for our end, however that comes, and then ends all that it started. The descriptor of the
 * lifeline is the shell’s alone: the command gets neither it nor the one for events.
 */
const guarded = `(read _ <&${build_process/* lifelineDescriptor */.gR}; kill -9 0) </dev/null >/dev/null 2>&1 3>&- & exec "$@" 3>&- ${build_process/* lifelineDescriptor */.gR}>&-`;
/** Runs the `smoke-command`. Undefined when it ended with 0; never rejects. */
async function runSmokeCommand(options) {
    const { words, folder: cwd, environment: env, timeoutMs, redact, signal, onLine } = options;
    let last = '';
    const lines = { stdout: readLines(), stderr: readLines() };
    function readLines() {
        return (0,child_lines/* splitLines */.uz)(raw => {
            const line = (0,child_lines/* cleanLine */.Ow)(raw, redact);
            if (line.trim() !== '')
                last = line.trim();
            onLine(line);
        });
    }
    const argv = process.platform === 'win32' ? words : ['/bin/sh', '-c', guarded, 'sh', ...words];
    const began = performance.now();
    const timer = setInterval(() => options.onRunning(performance.now() - began), smoke_command_sayEveryMs);
    const result = await (0,build_process/* runProcess */.R3)(argv, {
        cwd,
        env,
        timeoutMs,
        keepNothing: true,
        interruptFirst: true,
        signal,
        onEvents: () => undefined,
        onOutput: (piece, stream) => lines[stream].push(piece),
    });
    clearInterval(timer);
    for (const stream of Object.values(lines))
        stream.end();
    return whyFailed(result, options, last);
}
function whyFailed({ code, signal, failure }, { words, timeoutText }, last) {
    if (code === 0 && failure === undefined)
        return undefined;
    const command = (0,build_text/* oneLine */.TN)(words.join(' '), 120);
    const program = (0,build_text/* oneLine */.TN)(words[0] ?? '', 80);
    if (failure === 'timeout')
        return (0,catalogue/* makeFault */.VI)('smoke-command-slow', { command, waited: timeoutText });
    if (failure === 'aborted')
        return (0,catalogue/* makeFault */.VI)('follow-up-interrupted', { name: `the \`smoke-command\` ${command}` });
    const reason = whyNotStarted(code, failure);
    const said = (0,build_text/* oneLine */.TN)(last, 300).replace(/\.$/, '');
    if (reason !== undefined)
        return (0,catalogue/* makeFault */.VI)('smoke-command-start', { program, reason, last: said });
    const end = signal === null ? `ended with exit code ${code}` : `was ended by ${signal}`;
    return (0,catalogue/* makeFault */.VI)('smoke-command-failed', { command, end, last: said });
}
/** A shell tells by 126 and 127 what spawning tells by an error; so does the command of what it starts itself. */
function whyNotStarted(code, failure) {
    if (failure === 'no-folder')
        return 'has no folder to be run in';
    if (failure === 'missing')
        return 'was not found';
    if (failure === 'denied')
        return 'may not be run';
    if (code === 127)
        return 'was not found, or did not find what it starts';
    return code === 126 ? 'may not be run, or may not run what it starts' : undefined;
}

;// CONCATENATED MODULE: ./build/after/follow-database.js








/** What a command may always take; with a longer `wait` other runs wait longer for the lock that it holds. */
const leastMs = 600_000;
/** Runs what follows the revisions of one database; its `smoke-command` gets the URL of this one only. Never throws. */
async function followDatabase(order) {
    const { run, engine, applied, signal, settings, outside } = order;
    const { name: database, url, waitMs, waitText, lockTimeoutMs, statementTimeoutMs } = run.settings;
    const { followUps } = run;
    const { after } = applied;
    if (after === undefined)
        return leaveOut(followUps, applied);
    const { root, environment: user, redact, reporter } = outside;
    const runCommand = () => runSmokeCommand({
        words: followUps.command,
        folder: settings.workingDirectory === '.' ? root : `${root}/${settings.workingDirectory}`,
        environment: (0,environment/* childEnvironment */.Q)({
            user,
            url: url.value,
            variable: url.variable || undefined,
            others: settings.urlVariables.filter(one => one !== url.variable),
        }),
        ...(waitMs > leastMs
            ? { timeoutMs: waitMs, timeoutText: waitText }
            : { timeoutMs: leastMs, timeoutText: '10m' }),
        redact,
        signal,
        onLine: message => reporter({ kind: 'notice', database, severity: 'smoke', message }),
        onRunning: elapsedMs => reporter({ kind: 'follow-running', database, statement: followUps.command.join(' '), elapsedMs }),
    });
    const stood = { ...applied, after };
    const given = { database, engine, followUps, applied: stood, lockTimeoutMs, statementTimeoutMs };
    const followed = await runFollowUps({ ...given, runCommand, reporter, signal });
    return confirmStand(followed, engine, applied);
}
/** Whether they fit what the database holds is not known: a check that did not run has not passed. */
function leaveOut(given, applied) {
    const listed = (0,list/* listFollowUps */.O3)(given);
    const names = (0,build_text/* oneLine */.TN)((0,build_text/* joinAnd */.MO)(listed.map(list/* sayFollowUp */.A9)), 300);
    return {
        followUps: listed.map(({ kind, name }) => ({ kind, name, result: 'skipped', durationMs: 0, did: [] })),
        fault: placeInRun((0,catalogue/* makeFault */.VI)('follow-up-unread', { names }), applied, ''),
    };
}


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


/***/ })

};
