export const id = 988;
export const ids = [988];
export const modules = {

/***/ 7384:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   descentOf: () => (/* binding */ descentOf),
/* harmony export */   readyDescent: () => (/* binding */ readyDescent)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9078);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9473);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(977);
/* harmony import */ var _failure_ways_out_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(3413);
/* harmony import */ var _history_history_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2908);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4307);
/* harmony import */ var _revisions_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2160);
/* harmony import */ var _run_resume_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1434);
/* harmony import */ var _target_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3442);
/* harmony import */ var _text_describe_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4762);
/* harmony import */ var _text_show_sql_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(1009);












/**
 * The ways down of everything above a revision, newest first, ready to run. Reads only. Throws GateError where one is
 * missing, edited or refused, where something is half applied, and for a target that is not applied.
 */
async function readyDescent(session, survey, wanted, allow) {
    const { files, plan, state } = survey;
    const { database } = state.server;
    const blocked = plan.problems.find(one => one.kind === 'duplicate' ||
        (one.kind === 'file-fault' && one.revision === undefined) ||
        ['history-alembic', 'history-row'].includes(one.fault.id));
    if (blocked !== undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .GateError */ .u(blocked.fault);
    const standing = inOrder(state.rows);
    const half = standing.find(row => row.state === 'dirty' && (0,_history_history_js__WEBPACK_IMPORTED_MODULE_3__/* .readTakenBack */ .vg)(row.statementHashes) === undefined);
    if (half !== undefined)
        throw unfinished(half, database);
    const keep = (0,_target_js__WEBPACK_IMPORTED_MODULE_7__/* .resolveDescent */ .Ft)(wanted, standing, files, database);
    const rows = standing.slice(keep).reverse();
    const fileOf = new Map(files.map(file => [file.version, file]));
    refuseWithoutWay(rows, fileOf, wanted);
    refuseModified(survey, rows, wanted, allow);
    const ready = [];
    for (const [index, row] of rows.entries()) {
        const file = fileOf.get((0,_plan_js__WEBPACK_IMPORTED_MODULE_4__/* .versionOf */ .E4)(row.version));
        if (file?.down === undefined)
            continue;
        const leaves = rows[index + 1]?.version ?? standing[keep - 1]?.version ?? '';
        ready.push(await readyWayDown(session, file, file.down, { row, leaves, database }));
    }
    return ready;
}
/** The same for people. */
function descentOf(ready) {
    const last = ready.at(-1)?.removes?.leaves ?? '';
    return {
        revisions: ready.map(({ revision: { id, name, path } }) => ({ id, name, path })),
        leaves: last === '' ? [] : [last],
        sql: {
            revisions: (0,_text_show_sql_js__WEBPACK_IMPORTED_MODULE_9__/* .showSql */ .C)(ready.map(({ revision, statements }) => ({ id: revision.id, text: revision.up.text, statements }))),
        },
    };
}
function inOrder(rows) {
    return [...rows].sort((a, b) => ((0,_plan_js__WEBPACK_IMPORTED_MODULE_4__/* .versionOf */ .E4)(a.version) < (0,_plan_js__WEBPACK_IMPORTED_MODULE_4__/* .versionOf */ .E4)(b.version) ? -1 : 1));
}
function unfinished({ version: id }, database) {
    const next = [
        { command: 'upgrade', when: 'it is to be finished first' },
        { command: 'stamp', revision: id, when: 'all of it is in the database' },
    ];
    return (0,_catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_1__/* .gateError */ .em)('downgrade-unfinished', { id: (0,_text_js__WEBPACK_IMPORTED_MODULE_10__/* .oneLine */ .TN)(id, 80), database }, { next });
}
/** All that has no way down, at once. An empty one is none: the history would say that something is gone that is there. */
function refuseWithoutWay(rows, fileOf, wanted) {
    const lacking = rows.flatMap(row => {
        const file = fileOf.get((0,_plan_js__WEBPACK_IMPORTED_MODULE_4__/* .versionOf */ .E4)(row.version));
        const why = file === undefined ? 'has no file in this commit' : whyNoWay(file);
        return why === undefined ? [] : [{ row, file, why }];
    });
    const [first] = lacking;
    if (first === undefined)
        return;
    const ids = lacking.map(({ row }) => (0,_text_js__WEBPACK_IMPORTED_MODULE_10__/* .oneLine */ .TN)(row.version, 80)).join(', ');
    const lacks = lacking.map(({ row, file, why }) => `${(0,_text_js__WEBPACK_IMPORTED_MODULE_10__/* .oneLine */ .TN)(file?.path ?? row.version)} ${why}`);
    const next = [
        { command: 'downgrade', revision: wanted, when: 'its way down is written and committed' },
        { command: 'upgrade', when: 'a new revision undoes it' },
    ];
    const [some] = fileOf.values();
    const folder = some === undefined ? undefined : node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(some.path);
    const foreign = lacking.flatMap(({ row, file }) => file !== undefined || folder === undefined
        ? []
        : (0,_failure_ways_out_js__WEBPACK_IMPORTED_MODULE_11__/* .restoring */ .I)(row, node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(folder, `${(0,_text_js__WEBPACK_IMPORTED_MODULE_10__/* .oneLine */ .TN)(row.version, 80)}_*`), 'its file is to come back'));
    const place = first.file === undefined ? {} : { place: { path: first.file.path } };
    throw (0,_catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_1__/* .gateError */ .em)('way-down-missing', { ids, lacks }, { ...place, ...(foreign.length === 0 ? {} : { foreign: foreign.slice(0, 5) }), next });
}
function whyNoWay(file) {
    const { down, path } = file;
    if (down === undefined)
        return path.endsWith('.up.sql') ? 'has no .down.sql beside it' : 'has no `-- migrate:down`';
    const { statements, faults } = (0,_revisions_js__WEBPACK_IMPORTED_MODULE_5__/* .readWayDown */ .Yf)(file, down);
    if (statements.length > 0 || faults.length > 0)
        return undefined;
    return 'has a way down without a statement (`select 1;` where there is nothing to take back)';
}
/** Whose way up is not what ran may have a way down that does not fit what ran. */
function refuseModified({ plan }, rows, wanted, allow) {
    const versions = new Set(rows.map(row => (0,_plan_js__WEBPACK_IMPORTED_MODULE_4__/* .versionOf */ .E4)(row.version)));
    const problem = plan.problems.find(one => one.kind === 'modified' && !one.allowed && versions.has((0,_plan_js__WEBPACK_IMPORTED_MODULE_4__/* .versionOf */ .E4)(one.revision ?? '')));
    if (problem === undefined)
        return;
    const allowing = {
        command: 'downgrade',
        revision: wanted,
        with: { allow: [...allow, 'modified'].join(',') },
        when: 'its way down is right all the same',
    };
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .GateError */ .u({ ...problem.fault, next: [allowing] });
}
async function readyWayDown(session, file, down, { row, leaves, database }) {
    const { statements, faults } = (0,_revisions_js__WEBPACK_IMPORTED_MODULE_5__/* .readWayDown */ .Yf)(file, down);
    const [first, ...others] = faults;
    if (first !== undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .GateError */ .u(first, others);
    const revision = { ...file, up: down, path: file.downPath };
    const ready = {
        revision,
        statements,
        done: 0,
        recorded: false,
        removes: { row: row.version, leaves },
    };
    const hashes = (0,_history_history_js__WEBPACK_IMPORTED_MODULE_3__/* .readTakenBack */ .vg)(row.statementHashes);
    if (row.state === 'applied' || hashes === undefined)
        return ready;
    const found = await (0,_run_resume_js__WEBPACK_IMPORTED_MODULE_6__/* .findResume */ .X)(session, statements, { done: row.statementsDone, hashes });
    if (found.kind === 'at' && !down.transaction)
        return { ...ready, done: found.done, recorded: true };
    const statement = statements[row.statementsDone];
    const facts = {
        id: file.id,
        database,
        statement: row.statementsDone + 1,
        headline: statement === undefined ? '' : (0,_text_describe_js__WEBPACK_IMPORTED_MODULE_8__/* .headline */ .P)(statement),
        before: leaves || 'base',
    };
    const next = [
        { command: 'stamp', revision: facts.before, when: 'all of it is gone' },
        { command: 'stamp', revision: file.id, when: 'all of it is there' },
    ];
    const place = { path: file.downPath, line: statement?.line ?? down.startLine };
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .GateError */ .u((0,_catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_1__/* .makeFault */ .VI)('dirty-down-unknown', facts, { place, next }));
}


/***/ }),

/***/ 9988:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  makeSqlEngine: () => (/* binding */ makeSqlEngine)
});

// EXTERNAL MODULE: ./build/catalogue/catalogue.js + 18 modules
var catalogue = __webpack_require__(9078);
// EXTERNAL MODULE: ./build/database/doctor/require-writable.js + 1 modules
var require_writable = __webpack_require__(9220);
// EXTERNAL MODULE: ./build/database/lock.js
var lock = __webpack_require__(4653);
// EXTERNAL MODULE: ./build/engines/stopping.js
var stopping = __webpack_require__(7538);
// EXTERNAL MODULE: ./build/engines/way-down.js
var way_down = __webpack_require__(1268);
// EXTERNAL MODULE: ./build/database/session.js
var database_session = __webpack_require__(8188);
// EXTERNAL MODULE: ./build/engines/server-errors/said.js
var said = __webpack_require__(1609);
// EXTERNAL MODULE: ./build/engines/sql/history/history.js
var history_history = __webpack_require__(2908);
// EXTERNAL MODULE: ./build/engines/sql/history/history-rights.js
var history_rights = __webpack_require__(8878);
;// CONCATENATED MODULE: ./build/engines/sql/history/make-history.js





/** Makes the history table where the state that was read has none. Throws GateError where the server will not have it. */
async function makeHistory(session, { history, exists, server }, where) {
    if (exists)
        return;
    try {
        await (0,history_history/* createHistory */.nS)(session, history);
    }
    catch (error) {
        if (!(error instanceof database_session/* DatabaseError */.a))
            throw error;
        if (error.lost)
            throw (0,catalogue/* gateError */.em)('connection-lost', { where, reason: error.message });
        const around = { server: (0,said/* serverError */.i)(error) };
        if (error.code === '42501')
            throw (0,history_rights/* rightsError */.K)(error, history, server.user, 'make');
        throw (0,catalogue/* gateError */.em)('query-refused', { where, doing: 'making the history table' }, around);
    }
}

// EXTERNAL MODULE: ./build/database/identifiers.js
var identifiers = __webpack_require__(6324);
// EXTERNAL MODULE: ./build/text.js
var build_text = __webpack_require__(977);
;// CONCATENATED MODULE: ./build/engines/sql/history/recent.js


/** The newest rows of a history, newest first. What was stamped together is in the order of its versions. */
async function readRecent(session, history, most) {
    const rows = await session.query(`select version::text as id, name::text, applied_by::text as by, commit_sha::text as commit,
       to_char(applied_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at
     from ${(0,identifiers/* quoteName */.AB)(history)} where state = 'applied'
     order by applied_at desc, lpad(version, 40, '0') desc limit ${most}`);
    const text = (value) => (0,build_text/* oneLine */.TN)(value ?? '', 120);
    return rows.map(({ id, name, at, by, commit }) => ({
        id: text(id),
        name: text(name),
        at: text(at),
        by: text(by),
        commit: text(commit),
    }));
}

// EXTERNAL MODULE: ./build/engines/sql/revisions.js + 1 modules
var revisions = __webpack_require__(2160);
// EXTERNAL MODULE: ./build/engines/sql/run/messages.js
var messages = __webpack_require__(8037);
// EXTERNAL MODULE: ./build/database/facts.js
var database_facts = __webpack_require__(9067);
// EXTERNAL MODULE: ./build/sleep.js
var sleep = __webpack_require__(8503);
// EXTERNAL MODULE: ./build/engines/sql/history/state.js
var history_state = __webpack_require__(441);
// EXTERNAL MODULE: ./build/engines/sql/plan.js + 1 modules
var plan = __webpack_require__(4307);
// EXTERNAL MODULE: ./build/engines/sql/run/resume.js
var resume = __webpack_require__(1434);
// EXTERNAL MODULE: ./build/engines/sql/target.js
var sql_target = __webpack_require__(3442);
// EXTERNAL MODULE: ./build/engines/sql/text/describe.js
var describe = __webpack_require__(4762);
;// CONCATENATED MODULE: ./build/engines/sql/survey.js












/**
 * Reads the database and holds it against the files. Writes nothing. What it asks is sent before it returns, in one trip
 * where the history was `seen` before. Throws GateError when either cannot be read.
 */
async function takeSurvey(session, folder, options, seen) {
    const state = await (0,history_state/* readState */.u)(session, options.historyTable, options.at, seen);
    const files = folder.revisions;
    const newest = newestApplied(state);
    const target = (0,sql_target/* resolveTarget */.u1)(options.target, files, newest);
    const remarks = (0,sql_target/* sayBehind */.oX)(options.target, target, newest);
    await (0,sleep/* nextTurn */.tJ)();
    const sql = (0,plan/* planRevisions */.kn)({
        files,
        rows: state.rows,
        target,
        allow: options.allow,
        database: state.server.database,
        folder: options.directory,
    });
    const problems = [
        ...folderProblems(folder),
        ...sql.problems,
        ...(options.filled === true ? [] : contactProblems(state, sql.head[0] ?? 'base')),
    ];
    const ready = [];
    for (const [index, revision] of sql.pending.entries()) {
        if (index % revisions/* ofOneTurn */.Vx === revisions/* ofOneTurn */.Vx - 1)
            await (0,sleep/* nextTurn */.tJ)();
        const { statements, faults } = (0,revisions/* readStatements */.bA)(revision);
        problems.push(...faults.map(fault => inTheWay('file-fault', fault, revision.id)));
        const unfinished = sql.unfinished.find(one => (0,plan/* versionOf */.E4)(one.id) === revision.version);
        const one = { revision, statements, done: 0, recorded: unfinished !== undefined };
        const dirty = unfinished === undefined ? undefined : await survey_resume(session, one, unfinished, state, newest, remarks);
        if (dirty !== undefined)
            problems.push(inTheWay('dirty', dirty, revision.id));
        ready.push(one);
    }
    await (0,sleep/* nextTurn */.tJ)();
    const { current, head, applied, pending, fingerprint } = sql;
    return {
        plan: {
            server: state.server,
            current,
            head,
            revisions: files.map(file => file.told),
            applied,
            pending: pending.map(file => file.told),
            unfinished: sql.unfinished.map(({ id, done, hashes }) => ({
                id,
                done,
                ...((0,history_history/* readTakenBack */.vg)(hashes) === undefined ? {} : { down: true }),
            })),
            problems,
            remarks: options.at.remark === undefined ? remarks : [options.at.remark, ...remarks],
            fingerprint,
        },
        files,
        ready,
        state,
    };
}
/** Id of the newest applied revision. */
function newestApplied(state) {
    let newest;
    for (const row of state.rows) {
        if (row.state !== 'applied')
            continue;
        const version = (0,plan/* versionOf */.E4)(row.version);
        if (newest === undefined || version > newest.version)
            newest = { id: row.version, version };
    }
    return newest?.id;
}
function folderProblems(folder) {
    return [...folder.faults.map(fault => inTheWay('file-fault', fault)), ...(0,plan/* findDuplicates */.Ir)(folder.revisions)];
}
function contactProblems(state, head) {
    const { database } = state.server;
    if (state.alembicTable !== '') {
        const fault = (0,catalogue/* makeFault */.VI)('history-alembic', { database, table: state.alembicTable });
        return [inTheWay('first-contact', fault)];
    }
    if (state.exists || state.tables === 0)
        return [];
    const { tables, otherTool: tool } = state;
    const next = [
        { command: 'stamp', revision: head, when: 'every revision is in it' },
        { command: 'stamp', revision: 'base', when: 'none is' },
        { command: 'locate', when: 'that is not known' },
    ];
    const facts = { database, tables, table: (0,database_facts/* showTable */.S_)(state.history), tool, head };
    return [inTheWay('first-contact', (0,catalogue/* makeFault */.VI)('first-contact', facts, { next }))];
}
/** Finds out where an unfinished revision goes on; a fault when that is for a person to say. */
async function survey_resume(session, one, unfinished, state, newest, remarks) {
    const { revision, statements } = one;
    const { database } = state.server;
    const key = (0,lock/* lockKey */.TL)(database, `${state.history.schema}.${state.history.table}`);
    const holder = await (0,lock/* findHolder */.IL)(session, key);
    if (holder !== undefined) {
        // It may be at work on this very revision: what becomes of it is known when the lock is had.
        remarks.push(`${(0,build_text/* oneLine */.TN)(revision.id, 80)} is not finished, and another run has the gate lock: ${holder}.`);
        return undefined;
    }
    const { done, hashes } = unfinished;
    const before = newest ?? 'base';
    const place = { path: revision.path, line: statements[done]?.line ?? 1 };
    const next = [
        { command: 'stamp', revision: revision.id, when: 'all of it is in the database' },
        { command: 'stamp', revision: before, when: 'what took effect was undone' },
    ];
    const down = (0,history_history/* readTakenBack */.vg)(hashes);
    if (down !== undefined)
        return takenBackFault({ id: revision.id, database, done, before }, place, next);
    const found = await (0,resume/* findResume */.X)(session, statements, unfinished);
    const restartable = revision.up.transaction ? done === 0 && hashes.length === 0 : found.kind !== 'edited';
    if (!restartable || found.kind === 'edited')
        return (0,catalogue/* makeFault */.VI)('dirty-edited', { id: revision.id, database, done, before }, { place, next });
    if (found.kind === 'at') {
        one.done = found.done;
        if (found.invalid !== undefined)
            remarks.push(`${revision.id} left the invalid index ${(0,build_text/* oneLine */.TN)(found.invalid)} behind; the next run drops it first.`);
        return undefined;
    }
    const facts = {
        id: revision.id,
        database,
        statement: done + 1,
        total: statements.length,
        headline: (0,describe/* headline */.P)(found.statement),
        before,
    };
    return (0,catalogue/* makeFault */.VI)('dirty', facts, { place, next });
}
/** A run ended while it took this revision back: that is finished, or settled by hand, before anything else. */
function takenBackFault(facts, place, settle) {
    const finish = {
        command: 'downgrade',
        revision: facts.before,
        when: 'the rest of it is to go, too',
    };
    const next = [finish, ...settle];
    return (0,catalogue/* makeFault */.VI)('dirty-down', facts, { ...(place === undefined ? {} : { place }), next });
}
function inTheWay(kind, fault, revision) {
    return { kind, fault, allowed: false, ...(revision === undefined ? {} : { revision }) };
}

// EXTERNAL MODULE: ./build/engines/sql/text/show-sql.js + 1 modules
var show_sql = __webpack_require__(1009);
;// CONCATENATED MODULE: ./build/engines/sql/engine.js











/** Evaluated at their first use: most runs find nothing to do. */
const loadRun = () => Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 2458));
const loadDowngrade = () => Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 7384));
const loadStamp = () => Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 9372));
const loadHistory = () => Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 5438));
/** The engine for a folder of SQL revisions: one session does all the work and holds the gate lock. */
function makeSqlEngine(options) {
    let folder;
    let opening;
    let openingEnds = new AbortController();
    let listener;
    /** Of the plan that was just made: what only adds to it need not ask again. */
    let surveyed;
    let lockedBy;
    const connect = () => {
        if (opening !== undefined)
            return opening;
        openingEnds = new AbortController();
        const hear = (severity, message) => listener?.notice(severity, message);
        opening = options.open(hear, undefined, openingEnds.signal);
        // Whoever awaits it hears of it; where nobody does any more, there is nothing to be told.
        opening.catch(() => undefined);
        return opening;
    };
    const readFolder = () => {
        folder ??= (0,revisions/* readRevisionsInTurns */.Q8)(options.disk, options.directory);
        return folder;
    };
    const survey = async (target = options.target, seen) => {
        const connecting = connect();
        // Read while the server's answers are on their way.
        const files = await readFolder();
        return takeSurvey(await connecting, files, { ...options, target }, seen);
    };
    /**
     * A lock first, then the state again: what was read before it may be another run's past. `fence`: from then on the
     * session refuses what is written outside of transactions that say otherwise.
     */
    const lockAndSurvey = async (observer, signal, { target = options.target, fence = false }) => {
        const first = surveyed ?? (await survey(target));
        surveyed = undefined;
        const work = await connect();
        (0,stopping/* giveUpAfter */.Pj)(work, signal);
        await (0,require_writable/* requireWritable */.i)(work, first.state, options.at, options.open);
        listener = observer;
        observer.working(work.pid, first.state.backendStarted);
        const key = keyOf(first);
        const { waitMs, waitText } = options;
        const wait = {
            key,
            where: options.at.where,
            waitMs,
            waitText,
            onWaiting: (holder, elapsed) => observer.waiting(holder, elapsed),
            signal,
        };
        const files = await readFolder();
        const found = await (0,lock/* takeLock */.HJ)(work, wait, async () => {
            const taking = takeSurvey(work, files, { ...options, target }, first.state);
            const fencing = fence ? putUpFence(work) : false;
            // Evaluated while the server answers.
            void loadRun();
            return { ...(await taking), fenced: await fencing };
        });
        if (found === undefined)
            throw (0,catalogue/* gateError */.em)('interrupted', { id: '', name: '' });
        lockedBy = key;
        return found;
    };
    /** Opens a second session when the first is lost, to read the truth. */
    const resurvey = async () => {
        try {
            return await survey();
        }
        catch {
            await close();
            opening = undefined;
            return survey();
        }
    };
    const close = async (how) => {
        openingEnds.abort();
        const session = await opening?.catch(() => undefined);
        await session?.close(how);
    };
    /** For what is asked while or after revisions run; once the signal came, for a short time only. */
    const askingUntil = (signal, { state }) => ({
        resurvey: () => (0,stopping/* askSoon */.z9)(signal, resurvey()),
        surveyAhead: () => survey(options.target, { ...state, exists: true, keepsCommit: state.keepsCommit || !state.exists }),
        openRecords: () => (0,stopping/* askSoon */.z9)(signal, options
            .open(() => undefined, 'once')
            .then(opened => {
            (0,stopping/* giveUpAfter */.Pj)(opened, signal);
            return opened;
        })),
    });
    /** What running revisions needs, whichever way they go. */
    const contextOf = async (found, observer, signal) => {
        const { plan, state } = found;
        const { author, lockTimeoutMs, statementTimeoutMs, at } = options;
        return {
            session: await connect(),
            history: state.history,
            author,
            lockTimeoutMs,
            statementTimeoutMs,
            observer,
            signal,
            where: at.where,
            lockKey: keyOf(found),
            backendStarted: state.backendStarted,
            files: found.files,
            appliedBefore: plan.applied,
            current: plan.current[0] ?? '',
            fenced: found.fenced,
        };
    };
    return {
        beginToConnect() {
            void connect();
        },
        async plan() {
            surveyed = await survey();
            return surveyed.plan;
        },
        openSession: options.open,
        async keepsLock() {
            return lockedBy !== undefined && (0,lock/* holdsLock */.ub)(await connect(), lockedBy);
        },
        async apply(observer, signal, judge) {
            const found = await lockAndSurvey(observer, signal, { fence: true });
            const { plan, ready } = found;
            const { applyReady, skipAll, standOf } = await loadRun();
            const against = plan.problems.find(problem => !problem.allowed)?.fault ?? judge?.(plan);
            if (against !== undefined)
                return { plan, outcomes: skipAll(ready), fault: against, after: standOf(plan) };
            if (ready.length === 0)
                return { plan, outcomes: [], after: standOf(plan) };
            await makeHistory(await connect(), found.state, options.at.where);
            const context = await contextOf(found, observer, signal);
            const ran = await applyReady(ready, context, askingUntil(signal, found));
            return { plan, ...ran };
        },
        async showSql() {
            const { ready } = surveyed ?? (await survey());
            const shown = ready.map(({ revision, statements }) => ({
                id: revision.id,
                text: revision.up.text,
                statements,
            }));
            return { revisions: (0,show_sql/* showSql */.C)(shown) };
        },
        async previewDowngrade(revision) {
            const found = surveyed ?? (await survey());
            const { descentOf, readyDescent } = await loadDowngrade();
            return descentOf(await readyDescent(await connect(), found, revision, options.allow));
        },
        async downgrade(revision, observer, signal, agreed) {
            const found = await lockAndSurvey(observer, signal, { fence: true });
            const { plan } = found;
            const { applyReady, standOf } = await loadRun();
            const { descentOf, readyDescent } = await loadDowngrade();
            const ready = await readyDescent(await connect(), found, revision, options.allow);
            const ids = ready.map(one => one.revision.id);
            (0,way_down/* expectAgreed */.I)(ids, agreed, plan.server);
            if (ready.length === 0)
                return { plan, outcomes: [], after: standOf(plan) };
            const context = await contextOf(found, observer, signal);
            const ran = await applyReady(ready, context, askingUntil(signal, found));
            if (ran.fault !== undefined)
                (0,way_down/* ofWayDown */.j)(ran.fault, descentOf(ready).leaves[0] ?? 'base');
            return { plan, ...ran };
        },
        async readHistory() {
            const found = surveyed ?? (await survey());
            const { readHistoryLines } = await loadHistory();
            return readHistoryLines(await connect(), found);
        },
        async stamp(revision, observer, signal, agreed) {
            const found = await lockAndSurvey(observer, signal, { target: revision });
            const work = await connect();
            const { stampHistory } = await loadStamp();
            const { standOf } = await loadRun();
            const write = () => makeHistory(work, found.state, options.at.where);
            const changed = await stampHistory({
                session: work,
                survey: found,
                revision,
                author: options.author,
                agreed,
                write,
            });
            return { ...changed, plan: found.plan, after: standOf((await survey(revision)).plan) };
        },
        async recent(most) {
            const { exists, history } = (surveyed ?? (await survey())).state;
            return exists ? readRecent(await connect(), history, most) : [];
        },
        async previewStamp(revision) {
            const { previewStamp } = await loadStamp();
            return previewStamp(await survey(revision), revision);
        },
        close: () => close(lockedBy === undefined ? 'without-waiting' : undefined),
    };
}
/** False where the server did not do it, or it is not known that it did. */
function putUpFence(session) {
    return session.run(messages/* readOnlyOutside */.oC).then(() => true, () => false);
}
function keyOf({ state: { server, history } }) {
    return (0,lock/* lockKey */.TL)(server.database, `${history.schema}.${history.table}`);
}


/***/ }),

/***/ 5438:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readHistoryLines: () => (/* binding */ readHistoryLines)
/* harmony export */ });
/* harmony import */ var _database_identifiers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6324);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(977);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4307);



/** Columns that a history of ours may lack, with what stands for them. */
const optional = { applied_by: 'by', commit_sha: 'commit', run_url: 'run' };
/** Every revision of files and history, newest first, and how each stands. Reads only. */
async function readHistoryLines(session, survey) {
    const { files, plan, state } = survey;
    const rows = state.exists ? await readRows(session, survey) : [];
    const rowOf = new Map(rows.map(row => [(0,_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .versionOf */ .E4)(row.id), row]));
    const nameOf = new Map(state.rows.map(row => [(0,_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .versionOf */ .E4)(row.version), row.name]));
    const fileOf = new Map(files.map(file => [file.version, file]));
    const versions = [...new Set([...fileOf.keys(), ...rowOf.keys()])].sort((a, b) => (a < b ? 1 : -1));
    const standings = standingsOf(survey);
    return versions.map(version => {
        const file = fileOf.get(version);
        const row = rowOf.get(version);
        const id = text(file?.id ?? row?.id);
        const { current, head } = plan;
        return {
            id,
            name: text(file?.name ?? nameOf.get(version)),
            standing: standings.get(version) ?? 'pending',
            at: text(row?.at),
            by: text(row?.by),
            commit: text(row?.commit),
            runUrl: text(row?.run),
            ...(row?.ms === undefined || row.ms === null ? {} : { durationMs: row.ms }),
            ...(current.some(one => (0,_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .versionOf */ .E4)(one) === version) ? { current: true } : {}),
            ...(head.includes(file?.id ?? '') ? { head: true } : {}),
        };
    });
}
/** Of what is in the history; all else is pending. */
function standingsOf({ plan, state }) {
    const standings = new Map();
    for (const row of state.rows)
        standings.set((0,_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .versionOf */ .E4)(row.version), row.state === 'applied' ? 'applied' : 'dirty');
    for (const { kind, revision } of plan.problems) {
        const worse = kind === 'modified' || kind === 'missing' || kind === 'ahead' ? kind : undefined;
        const version = (0,_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .versionOf */ .E4)(revision ?? '');
        if (worse !== undefined && standings.get(version) === 'applied')
            standings.set(version, worse);
    }
    return standings;
}
async function readRows(session, { state }) {
    const table = (0,_database_identifiers_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteName */ .AB)(state.history);
    const known = await session.query(`select attname::text as name from pg_catalog.pg_attribute
     where attrelid = $1::pg_catalog.regclass and attnum > 0 and not attisdropped`, [table]);
    const has = (column) => known.some(({ name }) => name === column);
    const columns = Object.entries(optional).map(([column, name]) => `${has(column) ? `${column}::text` : 'null::text'} as ${name}`);
    const ms = has('duration_ms') ? 'duration_ms::int' : 'null::int';
    return session.query(`select version::text as id, ${ms} as ms, ${columns.join(', ')},
       to_char(applied_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at
     from ${table}`);
}
function text(value) {
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(value ?? '', 200);
}


/***/ }),

/***/ 8878:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ rightsError)
/* harmony export */ });
/* harmony import */ var _catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9078);
/* harmony import */ var _database_facts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9067);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(977);
/* harmony import */ var _server_errors_grants_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2119);
/* harmony import */ var _server_errors_said_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1609);





/** The role of the URL may not do with the history table what the gate has to. */
function rightsError(error, history, user, doing) {
    const denied = (0,_server_errors_grants_js__WEBPACK_IMPORTED_MODULE_2__/* .readDenied */ .GB)(error.message);
    const inSchema = denied?.kind === 'schema' || denied?.kind === 'database' ? undefined : history.schema;
    const way = denied === undefined ? (0,_server_errors_grants_js__WEBPACK_IMPORTED_MODULE_2__/* .lineFor */ .y1)(error.message, user) : (0,_server_errors_grants_js__WEBPACK_IMPORTED_MODULE_2__/* .grantLine */ .ll)(denied, user, inSchema);
    const facts = { table: (0,_database_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .showTable */ .S_)(history), user: (0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .oneLine */ .TN)(user, 80), doing };
    const foreign = way === undefined ? {} : { foreign: [{ line: way, when: 'you may give that right' }] };
    return (0,_catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .gateError */ .em)('history-rights', facts, {
        server: (0,_server_errors_said_js__WEBPACK_IMPORTED_MODULE_4__/* .serverError */ .i)(error),
        ...foreign,
        next: [{ command: 'upgrade' }],
    });
}


/***/ }),

/***/ 441:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ readState)
/* harmony export */ });
/* harmony import */ var _catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9078);
/* harmony import */ var _database_facts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9067);
/* harmony import */ var _database_identifiers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6324);
/* harmony import */ var _database_other_tools_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6968);
/* harmony import */ var _database_session_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8188);
/* harmony import */ var _history_rights_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8878);






/** Columns without which a table is no history of ours. */
const ourColumns = [
    'version',
    'name',
    'checksum',
    'state',
    'statements_done',
    'statement_hashes',
    'applied_at',
];
/**
 * Reads where the database stands. `historyTable` is `table` or `schema.table`. Where a history was `seen` before, both
 * queries are sent at once, and its rows count if it is still that one.
 * Throws GateError when the database refuses, or the table under our name is not ours.
 */
async function readState(session, historyTable, at, seen) {
    try {
        const asked = (0,_database_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .readFacts */ .MH)(session, historyTable, _database_other_tools_js__WEBPACK_IMPORTED_MODULE_3__/* .historyTables */ .m, at);
        const early = seen?.exists ? readRows(session, seen.history, seen.keepsCommit) : undefined;
        early?.catch(() => undefined);
        const { columns, known, ...facts } = await asked;
        const { history, exists, server } = facts;
        const lacks = ourColumns.find(column => exists && !columns.includes(column));
        if (lacks !== undefined)
            throw (0,_catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .gateError */ .em)('history-foreign', { table: (0,_database_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .showTable */ .S_)(history), lacks });
        const other = (0,_database_other_tools_js__WEBPACK_IMPORTED_MODULE_3__/* .recogniseTool */ .q)(known);
        const keepsCommit = columns.includes('commit_sha');
        const same = seen?.keepsCommit === keepsCommit &&
            seen.history.schema === history.schema &&
            seen.history.table === history.table;
        const reading = same ? early : undefined;
        return {
            ...facts,
            rows: exists
                ? await readHistory(reading ?? readRows(session, history, keepsCommit), history, server.user)
                : [],
            keepsCommit,
            otherTool: other === undefined ? '' : `${other.tool} (${other.table})`,
            alembicTable: other?.tool === 'Alembic' ? other.table : '',
        };
    }
    catch (error) {
        throw (0,_database_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .whileReading */ .q9)(error, at);
    }
}
/** Of nearly every row. */
const noHashes = [];
async function readHistory(reading, history, user) {
    const rows = await reading.catch((error) => {
        throw error instanceof _database_session_js__WEBPACK_IMPORTED_MODULE_4__/* .DatabaseError */ .a && error.code === '42501'
            ? (0,_history_rights_js__WEBPACK_IMPORTED_MODULE_5__/* .rightsError */ .K)(error, history, user, 'read')
            : error;
    });
    return rows.map(row => ({
        version: row.version ?? '',
        name: row.name ?? '',
        checksum: row.checksum ?? '',
        state: row.state === 'applied' || row.state === 'dirty' ? row.state : 'unknown',
        statementsDone: row.done ?? 0,
        statementHashes: row.hashes ?? noHashes,
        commitSha: row.commit ?? '',
    }));
}
function readRows(session, history, hasCommit) {
    return session.query(`select version::text, name::text, checksum::text, state::text, statements_done::int as done,
       nullif(statement_hashes::text[], '{}') as hashes, ${hasCommit ? 'commit_sha::text' : 'null::text'} as commit
     from ${(0,_database_identifiers_js__WEBPACK_IMPORTED_MODULE_2__/* .quoteName */ .AB)(history)}`);
}


/***/ }),

/***/ 4307:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Ir: () => (/* binding */ findDuplicates),
  kn: () => (/* binding */ planRevisions),
  E4: () => (/* binding */ versionOf)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/catalogue/catalogue.js + 18 modules
var catalogue = __webpack_require__(9078);
// EXTERNAL MODULE: ./build/text.js
var build_text = __webpack_require__(977);
// EXTERNAL MODULE: ./build/engines/sql/failure/ways-out.js
var ways_out = __webpack_require__(3413);
// EXTERNAL MODULE: ./build/engines/sql/history/history.js
var history_history = __webpack_require__(2908);
;// CONCATENATED MODULE: ./build/engines/sql/history/row-flaws.js
/** Rows of a history that the gate cannot have written. Pure. */

/** Each such row with what is wrong with it, in a few words. */
function findFlaws(rows) {
    const flaws = new Map();
    const firstOf = new Map();
    for (const row of rows) {
        const why = flawOf(row);
        if (why !== undefined)
            flaws.set(row, why);
        const bare = row.version.replace(/^0+(?=.)/, '');
        const first = firstOf.get(bare);
        if (first !== undefined)
            flaws.set(row, `${first.version} is the same version`);
        else
            firstOf.set(bare, row);
    }
    return flaws;
}
function flawOf(row) {
    if (!/^\d{1,40}$/.test(row.version))
        return 'its version is no number';
    if (row.state === 'unknown')
        return 'its state is neither applied nor dirty';
    if (row.state === 'applied')
        return row.checksum === '' ? 'it has no checksum' : undefined;
    const { statementsDone: done, statementHashes } = row;
    // One more while a statement is under way.
    const begun = ((0,history_history/* readTakenBack */.vg)(statementHashes) ?? statementHashes).length;
    return done < 0 || begun < done || begun > done + 1
        ? `it tells of ${done} statements done, and has begun ${begun}`
        : undefined;
}

;// CONCATENATED MODULE: ./build/engines/sql/plan.js





/** Versions are compared as integers, however many zeros they begin with. */
function versionOf(id) {
    return /^\d{1,40}$/.test(id) ? BigInt(id) : -1n;
}
/** Holds files against history. Pure; problems that `allow` names are marked, and no longer in the way. */
function planRevisions(input) {
    const { files } = input;
    const placed = input.rows.map(row => ({ row, version: versionOf(row.version) }));
    placed.sort((a, b) => compare(a.version, b.version));
    const rows = placed.map(({ row }) => row);
    const applied = rows.filter(row => row.state === 'applied');
    const current = applied.at(-1);
    const head = files.at(-1);
    const rowOf = new Map();
    for (const { row, version } of placed)
        rowOf.set(version, row);
    const fileOf = new Map();
    for (const file of files)
        fileOf.set(file.version, file);
    const twice = new Set(findDuplicates(files).map(({ revision = '' }) => versionOf(revision)));
    const problem = makeProblem(input.allow);
    const flaws = findFlaws(rows);
    const problems = [...flaws.keys()]
        .slice(0, 1)
        .map(({ version }) => problem((0,build_text/* oneLine */.TN)(version, 60), 'dirty', rowFault(flaws, rows, input)));
    for (const { row, version } of placed) {
        if (flaws.has(row))
            continue;
        const file = fileOf.get(version);
        if (file === undefined)
            problems.push(problem(row.version, ...withoutFile(row, head, current, input)));
        // Of two files with one version nobody can say which one ran.
        else if (row.state === 'applied' && row.checksum !== file.checksum && !twice.has(file.version)) {
            problems.push(problem(file.id, 'modified', modifiedFault(file, row, current ?? row, input)));
        }
    }
    const wanted = input.target;
    const pending = files.filter(file => wanted !== undefined && file.version <= wanted && rowOf.get(file.version)?.state !== 'applied');
    for (const file of pending) {
        if (current === undefined || file.version > versionOf(current.version))
            continue;
        const fault = (0,catalogue/* makeFault */.VI)('out-of-order', { id: file.id, current: current.version, path: file.path }, {
            place: { path: file.path, line: 1 },
            next: [(0,ways_out/* allowing */.S)('out-of-order', input.allow, 'it may run late')],
        });
        problems.push(problem(file.id, 'out-of-order', fault));
    }
    return {
        pending,
        problems,
        applied: applied.map(row => row.version),
        current: current === undefined ? [] : [current.version],
        head: head === undefined ? [] : [head.id],
        unfinished: rows
            .filter(row => row.state === 'dirty')
            .map(row => ({ id: row.version, done: row.statementsDone, hashes: row.statementHashes })),
        fingerprint: fingerprintOf(rows, pending),
    };
}
/** Two files with one version: `1` and `001` are the same. */
function findDuplicates(files) {
    const problem = makeProblem([]);
    return files.flatMap((file, index) => {
        const before = files[index - 1];
        if (before === undefined || before.version !== file.version)
            return [];
        const fault = (0,catalogue/* makeFault */.VI)('duplicate', { id: file.id, paths: [before.path, file.path] }, { place: { path: file.path, line: 1 } });
        return [problem(file.id, 'duplicate', fault)];
    });
}
/** Names what would run and from where: the same fingerprint is the same plan. */
function fingerprintOf(rows, pending) {
    const stand = rows.map(row => [row.version, row.checksum, row.state, row.statementsDone]);
    const run = pending.map(({ id, checksum, up }) => up?.transaction === false ? [id, checksum, 'transaction:false'] : [id, checksum]);
    return (0,external_node_crypto_.createHash)('sha256')
        .update(JSON.stringify([stand, run]))
        .digest('hex');
}
function modifiedFault(file, row, current, about) {
    // To the newest applied revision: a stamp to an earlier one would take the later ones out of the history.
    const facts = { id: file.id, database: about.database, path: file.path, current: current.version };
    return (0,catalogue/* makeFault */.VI)('modified', facts, {
        place: { path: file.path, line: 1 },
        foreign: (0,ways_out/* restoring */.I)(row, file.path, 'the change belongs into a new revision'),
        next: [{ command: 'stamp', revision: current.version, when: 'the database was mended by hand' }],
    });
}
/** Rows that somebody wrote by hand: no step follows from them. */
function rowFault(flaws, rows, { database }) {
    const shown = [...flaws].slice(0, 5).map(([row, why]) => `${(0,build_text/* oneLine */.TN)(row.version, 60)}: ${why}`);
    const sound = rows.findLast(row => row.state === 'applied' && !flaws.has(row));
    const next = [
        { command: 'stamp', revision: sound?.version ?? 'base', when: 'the database is exactly there' },
    ];
    return (0,catalogue/* makeFault */.VI)('history-row', { database, rows: shown, more: flaws.size - shown.length }, { next });
}
function withoutFile(row, head, current, { database, folder, allow }) {
    const id = row.version;
    const half = row.state === 'dirty';
    const undone = half
        ? [{ command: 'stamp', revision: current?.version ?? 'base', when: 'what took effect was undone' }]
        : [];
    if (head === undefined || versionOf(id) > versionOf(head.id)) {
        const commit = row.commitSha === '' ? undefined : row.commitSha.slice(0, 12);
        const next = [...undone, (0,ways_out/* allowing */.S)('ahead', allow, 'this older commit can live with it')];
        const facts = { id, database, head: head?.id ?? 'none', commit, half };
        return ['ahead', (0,catalogue/* makeFault */.VI)('ahead', facts, { next }), commit];
    }
    const pattern = `${folder === '.' ? '' : `${folder}/`}${id}_*`;
    const next = [...undone, (0,ways_out/* allowing */.S)('missing', allow, 'it was removed on purpose')];
    const foreign = (0,ways_out/* restoring */.I)(row, pattern, 'its file was lost');
    return ['missing', (0,catalogue/* makeFault */.VI)('missing', { id, database, folder, half }, { foreign, next })];
}
function makeProblem(allow) {
    return (revision, kind, fault, commit) => ({
        kind,
        fault,
        revision,
        allowed: allow.includes(kind),
        ...(commit === undefined ? {} : { commit }),
    });
}
function compare(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}


/***/ }),

/***/ 2160:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Vx: () => (/* binding */ ofOneTurn),
  p2: () => (/* binding */ readRevisions),
  Q8: () => (/* binding */ readRevisionsInTurns),
  bA: () => (/* binding */ readStatements),
  Yf: () => (/* binding */ readWayDown)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/catalogue/catalogue.js + 18 modules
var catalogue = __webpack_require__(9078);
// EXTERNAL MODULE: ./build/disk.js + 1 modules
var build_disk = __webpack_require__(2554);
// EXTERNAL MODULE: ./build/sleep.js
var sleep = __webpack_require__(8503);
// EXTERNAL MODULE: external "node:v8"
var external_node_v8_ = __webpack_require__(8877);
;// CONCATENATED MODULE: ./build/stay-small.js

/**
 * From now on garbage goes soon. V8 lets it grow to several times of what is alive while there is memory: where twenty
 * thousand revisions are 40 MB, the process took 350 (Node 24). It costs some of the time, so only who has much to hold
 * asks for it. Both flags of V8 are read at every collection, in Node 20 to 24; one that is unknown is complained of on
 * stderr, and changes nothing.
 */
function staySmall() {
    (0,external_node_v8_.setFlagsFromString)('--heap-growing-percent=25');
    // In percent of the young generation, which grows to 64 MB of which no more is ever touched: when the loop goes round.
    (0,external_node_v8_.setFlagsFromString)('--minor-gc-task-trigger=5');
}

// EXTERNAL MODULE: ./build/text.js
var build_text = __webpack_require__(977);
// EXTERNAL MODULE: ./build/engines/sql/plan.js + 1 modules
var plan = __webpack_require__(4307);
// EXTERNAL MODULE: ./build/engines/sql/text/checksum.js
var checksum = __webpack_require__(8678);
// EXTERNAL MODULE: ./build/engines/sql/text/refusals.js
var refusals = __webpack_require__(326);
// EXTERNAL MODULE: ./build/engines/sql/text/sections.js + 1 modules
var text_sections = __webpack_require__(8054);
// EXTERNAL MODULE: ./build/engines/sql/text/statements.js
var text_statements = __webpack_require__(9957);
;// CONCATENATED MODULE: ./build/engines/sql/revisions.js











const revisionName = /^(?<id>\d{1,40})_(?<name>.+?)(?<way>\.up|\.down)?\.sql$/;
/** Shapes of other tools' files, for the error that names them. */
const shapes = [
    { form: /^[VUR][\d._]*__.+\.sql$/, tool: 'Flyway' },
    { form: /^\d{6}(?:-[\w-]+)?\.sql$/, tool: 'graphile-migrate' },
    {
        form: /^(?:current|afterMigrate|beforeMigrate|afterEachMigrate)\.sql$/,
        tool: 'graphile-migrate or Flyway',
    },
    { form: /^\d+-.+\.sql$/, tool: 'postgres-migrations or umzug' },
];
/**
 * Reads every revision of a folder. Throws GateError `no-revisions` when there is nothing to read;
 * everything else that is wrong is a fault in the answer.
 */
function readRevisions(disk, folder) {
    const reading = readFiles(disk, folder);
    for (;;) {
        const { done, value } = reading.next();
        if (done === true)
            return value;
    }
}
/** As `readRevisions`; many files are read in turns with whatever else is under way. */
async function readRevisionsInTurns(disk, folder) {
    const reading = readFiles(disk, folder);
    for (;;) {
        const { done, value } = reading.next();
        if (done === true)
            return value;
        await (0,sleep/* nextTurn */.tJ)();
    }
}
/** Files, or revisions, of one turn: a few milliseconds. */
const ofOneTurn = 200;
/** A folder with more files than these is worth some time, to take less memory. */
const many = 2_000;
function* readFiles(disk, folder) {
    const listed = disk.listFolder(folder);
    if (!listed.ok)
        throw (0,catalogue/* gateError */.em)('no-revisions', { folder: (0,build_text/* oneLine */.TN)(folder), reason: listed.reason });
    const names = listed.value.filter(name => name.toLowerCase().endsWith('.sql')).sort();
    const faults = [];
    const revisions = [];
    const downs = new Map();
    // Joined once and not for each of thousands.
    const before = external_node_path_.posix.join(folder, '0').slice(0, -1);
    if (names.length > many)
        staySmall();
    for (const [index, name] of names.entries()) {
        if (index % ofOneTurn === ofOneTurn - 1)
            yield;
        const path = `${before}${name}`;
        const found = revisionName.exec(name)?.groups;
        if (found === undefined) {
            faults.push(foreignFile(path, name));
            continue;
        }
        const read = readFile(disk, path);
        if ('id' in read) {
            faults.push(read);
            continue;
        }
        const { id = '', name: title = '', way } = found;
        const sections = (0,text_sections/* readSections */.j)(read.text, path, way === '.up' ? 'up' : way === '.down' ? 'down' : 'both');
        faults.push(...sections.faults);
        if (way === '.down') {
            if (sections.down !== undefined)
                downs.set(`${id}_${title}`, { down: sections.down, path });
        }
        else if (sections.up !== undefined) {
            const { up, down } = sections;
            const told = { id, name: title, path };
            revisions.push({
                id,
                name: title,
                path,
                told,
                version: (0,plan/* versionOf */.E4)(id),
                checksum: (0,checksum/* checksumOf */.l)(up.text),
                up,
                down,
                downPath: path,
            });
        }
    }
    if (revisions.length === 0 && faults.length === 0) {
        throw (0,catalogue/* gateError */.em)('no-revisions', {
            folder: (0,build_text/* oneLine */.TN)(folder),
            reason: 'it has no file named <digits>_<name>.sql',
        });
    }
    for (const revision of revisions)
        if (revision.down === undefined)
            takeDown(downs, revision);
    for (const stem of downs.keys())
        faults.push(halfFault(`${before}${stem}.down.sql`));
    return {
        revisions: revisions.sort((a, b) => (a.version < b.version ? -1 : a.version > b.version ? 1 : 0)),
        faults,
    };
}
/** Every survey of a run asks for the same revisions. */
const alreadyRead = new WeakMap();
/** The statements of the way up, and whatever in them may not run. */
function readStatements(revision) {
    const known = alreadyRead.get(revision);
    if (known !== undefined)
        return known;
    const { up, path } = revision;
    const statements = (0,text_statements/* splitStatements */.Xd)(up.text, { path, line: up.startLine });
    const faults = (0,refusals/* findRefusals */.N)(statements, { path, direction: 'up', transaction: up.transaction });
    const read = { statements, faults };
    alreadyRead.set(revision, read);
    return read;
}
/** The statements of the way down, and whatever in them may not run. */
function readWayDown({ downPath: path }, down) {
    const statements = (0,text_statements/* splitStatements */.Xd)(down.text, { path, line: down.startLine });
    return {
        statements,
        faults: (0,refusals/* findRefusals */.N)(statements, { path, direction: 'down', transaction: down.transaction }),
    };
}
function readFile(disk, path) {
    const bytes = disk.readBytes(path);
    const decoded = bytes.ok ? (0,build_disk/* decodeText */.g7)(bytes.value) : bytes;
    if (decoded.ok)
        return { text: decoded.text };
    return (0,catalogue/* makeFault */.VI)('revision-unreadable', { path: (0,build_text/* oneLine */.TN)(path), reason: decoded.reason }, { place: { path } });
}
function takeDown(downs, revision) {
    const stem = `${revision.id}_${revision.name}`;
    const found = downs.get(stem);
    if (found === undefined)
        return;
    downs.delete(stem);
    revision.down = found.down;
    revision.downPath = found.path;
}
function halfFault(path) {
    return (0,catalogue/* makeFault */.VI)('revision-half', { path: (0,build_text/* oneLine */.TN)(path) }, { place: { path } });
}
function foreignFile(path, name) {
    const tool = shapes.find(shape => shape.form.test(name))?.tool ?? '';
    return (0,catalogue/* makeFault */.VI)('revision-foreign', { path: (0,build_text/* oneLine */.TN)(path), tool }, { place: { path } });
}


/***/ }),

/***/ 2458:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  applyReady: () => (/* binding */ applyReady),
  skipAll: () => (/* binding */ skipAll),
  standOf: () => (/* binding */ standOf)
});

// EXTERNAL MODULE: ./build/catalogue/catalogue.js + 18 modules
var catalogue = __webpack_require__(9078);
// EXTERNAL MODULE: ./build/database/blockers.js
var database_blockers = __webpack_require__(9861);
// EXTERNAL MODULE: ./build/database/lock.js
var lock = __webpack_require__(4653);
// EXTERNAL MODULE: ./build/database/session.js
var database_session = __webpack_require__(8188);
// EXTERNAL MODULE: ./build/faults.js
var faults = __webpack_require__(6683);
// EXTERNAL MODULE: ./build/sleep.js
var sleep = __webpack_require__(8503);
// EXTERNAL MODULE: ./build/engines/server-errors/said.js
var said = __webpack_require__(1609);
// EXTERNAL MODULE: ./build/catalogue/sqlstate-cures.js
var sqlstate_cures = __webpack_require__(3566);
// EXTERNAL MODULE: ./build/text.js
var build_text = __webpack_require__(977);
// EXTERNAL MODULE: ./build/engines/objects/expect.js + 1 modules
var expect = __webpack_require__(2138);
// EXTERNAL MODULE: ./build/engines/objects/explain.js
var explain = __webpack_require__(7800);
// EXTERNAL MODULE: ./build/engines/objects/find.js
var find = __webpack_require__(8279);
// EXTERNAL MODULE: ./build/engines/objects/tell.js
var tell = __webpack_require__(2372);
// EXTERNAL MODULE: ./build/engines/server-errors/grants.js
var grants = __webpack_require__(2119);
// EXTERNAL MODULE: ./build/engines/server-errors/look-up-rows.js
var look_up_rows = __webpack_require__(3367);
;// CONCATENATED MODULE: ./build/engines/server-errors/owner.js
/** By name in the catalogs: a role without rights on the schema may read them all the same. */
const query = `select distinct owner, schema from (
  select 'table' as kind, pg_catalog.pg_get_userbyid(c.relowner)::text as owner, n.nspname::text as schema
    from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace where c.relname = $2
  union all select 'function', pg_catalog.pg_get_userbyid(p.proowner)::text, n.nspname::text
    from pg_catalog.pg_proc p join pg_catalog.pg_namespace n on n.oid = p.pronamespace where p.proname = $2
  union all select 'type', pg_catalog.pg_get_userbyid(t.typowner)::text, n.nspname::text
    from pg_catalog.pg_type t join pg_catalog.pg_namespace n on n.oid = t.typnamespace where t.typname = $2
  union all select 'schema', pg_catalog.pg_get_userbyid(n.nspowner)::text, null
    from pg_catalog.pg_namespace n where n.nspname = $2
  union all select 'database', pg_catalog.pg_get_userbyid(d.datdba)::text, null
    from pg_catalog.pg_database d where d.datname = $2
) as found where kind = $1`;
/** Objects that share the names of tables. */
const relations = ['view', 'materialized view', 'sequence', 'index', 'foreign table'];
/** Undefined where no object has the name, or more than one. Throws DatabaseError. */
async function findOwner(session, { kind, name }) {
    const asked = relations.includes(kind) ? 'table' : kind === 'procedure' ? 'function' : kind;
    const rows = await session.query(query, [asked, name]);
    const [row] = rows;
    if (row === undefined || rows.length > 1)
        return undefined;
    return { owner: row.owner, ...(row.schema === null ? {} : { schema: row.schema }) };
}

// EXTERNAL MODULE: ./build/engines/server-errors/violations.js
var violations = __webpack_require__(7880);
// EXTERNAL MODULE: ./build/database/identifiers.js
var identifiers = __webpack_require__(6324);
// EXTERNAL MODULE: ./build/engines/sql/text/transactions.js
var transactions = __webpack_require__(306);
// EXTERNAL MODULE: ./build/engines/sql/text/words.js
var text_words = __webpack_require__(1218);
;// CONCATENATED MODULE: ./build/engines/sql/run/left-overs.js
/** What statements outside of a transaction leave behind: indexes that are not valid, constraints that nobody checked. */





/** Without those that another session is building; a constraint that is NOT ENFORCED (18) is never validated. */
const left_overs_query = `select * from (
  select 'index' as kind, n.nspname::text as schema, t.relname::text as table, c.relname::text as name,
    pg_catalog.pg_get_indexdef(i.indexrelid) as definition
  from pg_catalog.pg_index i
  join pg_catalog.pg_class c on c.oid = i.indexrelid
  join pg_catalog.pg_class t on t.oid = i.indrelid
  join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  where not i.indisvalid and c.relkind = 'i'
    and not exists (select from pg_catalog.pg_stat_progress_create_index p where p.index_relid = i.indexrelid)
  union all
  select 'constraint', n.nspname::text, t.relname::text, k.conname::text, ''
  from pg_catalog.pg_constraint k
  join pg_catalog.pg_class t on t.oid = k.conrelid
  join pg_catalog.pg_namespace n on n.oid = t.relnamespace
  where not k.convalidated and k.conparentid = 0
    and (pg_catalog.to_jsonb(k) ->> 'conenforced') is distinct from 'false'
) as left_over where schema !~ '^pg_' order by schema, "table", name`;
/** Those that the revisions' statements name, or whose tables they name. Empty where the database does not answer. */
async function findLeftOvers(session, revisions) {
    if (revisions.length === 0)
        return [];
    const named = new Set(revisions.flatMap(({ statements }) => statements.flatMap(namesIn)));
    try {
        const rows = await session.query(left_overs_query);
        return rows.filter(({ name, table, schema }) => named.has(table) || named.has(baseName(name)) || named.has(`reindex ${schema}`));
    }
    catch (error) {
        if (error instanceof database_session/* DatabaseError */.a)
            return [];
        throw error;
    }
}
/** Every name that a statement has; for REINDEX SCHEMA the schema as well. */
function namesIn({ text }) {
    const words = (0,text_words/* readWords */.ux)(text).map(word => word.replace(/^"(.*)"$/s, '$1').replaceAll('""', '"'));
    return words[0] === 'reindex' ? words.flatMap(word => [word, `reindex ${word}`]) : words;
}
/** REINDEX CONCURRENTLY names what it builds after the index that it is for. */
function baseName(name) {
    return name.replace(/_cc(?:new|old)\d*$/, '');
}
/** One sentence: what is there, what it costs, and the statement that repairs it. */
function sayLeftOver(one) {
    const name = (0,build_text/* oneLine */.TN)(one.name, 80);
    const table = (0,build_text/* oneLine */.TN)(one.table, 80);
    const what = one.kind === 'index'
        ? `The index ${name} of ${table} is not valid: every write pays for it, and no query uses it`
        : `The constraint ${name} of ${table} is not validated: rows that were there before may violate it`;
    return `${what}. Outside of a transaction: ${repairOf(one)}`;
}
/** The statements that repair it, as they are typed. */
function repairOf({ kind, schema, table, name, definition }) {
    if (kind === 'constraint')
        return (0,build_text/* oneLine */.TN)(`alter table ${(0,identifiers/* writeName */.dZ)(schema, table)} validate constraint ${(0,identifiers/* writeName */.dZ)(name)};`, 1000);
    const drop = `drop index concurrently ${(0,identifiers/* writeName */.dZ)(schema, name)};`;
    if (baseName(name) !== name)
        return (0,build_text/* oneLine */.TN)(drop, 1000);
    const create = definition.replace(/^CREATE (UNIQUE )?INDEX /, (_, unique) => `create ${unique === undefined ? '' : 'unique '}index concurrently `);
    return (0,build_text/* oneLine */.TN)(`${drop} ${create};`, 2000);
}
/** Whether the next run removes it by itself: the index of the statement with which it goes on. */
function isRedone({ kind, name }, next) {
    const index = next === undefined ? undefined : (0,transactions/* indexOfStatement */.zk)(next);
    return kind === 'index' && index?.kind === 'create-index' && index.name === name;
}

;// CONCATENATED MODULE: ./build/engines/sql/failure/makers.js
/** Which revision of the folder makes an object. Pure. */

/** The revision after which the object is there, of those given in their order; undefined where none leaves it. */
function findMaker(files, object) {
    let maker;
    for (const file of files) {
        // Only a text that has the name in it is worth reading; case and quotes may differ.
        if (!file.up.text.toLowerCase().includes(object.name.toLowerCase()))
            continue;
        for (const one of (0,expect/* objectsOf */.i)([], [file.up.text])) {
            if (!isSame(one, object))
                continue;
            if (one.effect === 'makes')
                maker = file;
            if (one.effect === 'removes')
                maker = undefined;
        }
    }
    return maker;
}
const makers_relations = ['table', 'view', 'sequence'];
/** A schema that is not written may be any. */
function isSame(one, other) {
    const kinds = one.kind === other.kind || (makers_relations.includes(one.kind) && makers_relations.includes(other.kind));
    const schemas = one.schema === undefined || other.schema === undefined || one.schema === other.schema;
    const tables = one.table === other.table || one.kind === 'index';
    return kinds && schemas && tables && one.name === other.name;
}

;// CONCATENATED MODULE: ./build/engines/sql/failure/explain-failure.js
/** What a failed statement alone does not tell: looked up in the database and in the folder's files. */














const existsCodes = ['42P06', '42P07', '42701', '42710', '42723'];
const absentCodes = ['3F000', '42P01', '42703', '42704'];
/** The outcome with all that can be said of its failure. Never throws for what a server says. */
async function explainOutcome(outcome, part, around) {
    const { fault } = outcome;
    if (fault === undefined || around.signal.aborted)
        return outcome;
    const one = part.find(({ revision }) => revision.id === outcome.revision.id);
    if (one === undefined)
        return outcome;
    try {
        const runnable = await (0,look_up_rows/* keepRunnable */.b)(fault, around.session);
        const explained = fault.id === 'revision-failed' ? await explainFault(runnable, one, around) : runnable;
        return {
            ...outcome,
            fault: one.revision.up.transaction ? explained : await withRest(explained, one, around),
        };
    }
    catch (error) {
        if (error instanceof database_session/* DatabaseError */.a)
            return outcome;
        throw error;
    }
}
async function explainFault(fault, one, around) {
    const code = fault.server?.code ?? '';
    if (code === '42501')
        return explainRights(fault, one, around);
    if (['23503', '23514'].includes(code) && fault.foreign === undefined)
        return explainRows(fault, one, around);
    // Taking back is no step that a stamp to the revision would record.
    if (one.removes !== undefined)
        return fault;
    if (existsCodes.includes(code))
        return explainExisting(fault, one, around);
    return absentCodes.includes(code) ? explainAbsent(fault, one, around) : fault;
}
/** Nothing was rolled back: what is not finished, but for what the next run does again. */
async function withRest(fault, one, { session }) {
    const next = one.statements[failedAt(fault, one.statements)];
    const left = (await findLeftOvers(session, [one])).filter(each => !isRedone(each, next));
    const lines = left.map(each => ({ line: repairOf(each), when: sayRest(each) }));
    return left.length === 0 ? fault : { ...fault, foreign: [...(fault.foreign ?? []), ...lines] };
}
function sayRest({ kind, name }) {
    return `the ${kind} ${(0,build_text/* oneLine */.TN)(name, 80)}, which is not ${kind === 'index' ? 'valid' : 'validated'}, is to be repaired`;
}
/** The statement that failed: the last one that begins before the place, or at it. */
function failedAt({ place }, statements) {
    const { line = 1, column = 1 } = place ?? {};
    return statements.findLastIndex(one => one.line < line || (one.line === line && one.column <= column));
}
/** Something is there already: made by the file itself, by a revision before it, or by somebody outside of the history. */
async function explainExisting(fault, one, around) {
    const { revision, statements } = one;
    const at = failedAt(fault, statements);
    const own = (0,expect/* objectsOf */.i)([], [statements[at]?.text ?? '']).filter(({ effect }) => effect === 'makes');
    const twice = statements
        .slice(0, at)
        .findLast(({ text }) => (0,expect/* objectsOf */.i)([], [text]).some(made => own.some(wanted => isOne(made, wanted))));
    if (twice !== undefined)
        return withMaker(fault, 'twice', `The revision itself makes it, at line ${twice.line}.`);
    const before = around.files.filter(file => file.version < revision.version);
    for (const object of own) {
        const maker = findMaker(before, object);
        if (maker !== undefined)
            return withMaker(fault, 'twice', `${sayObject(object)} is made by ${maker.path}.`);
    }
    return explainStand(fault, one, at, around);
}
/** Something is not there: made by a later revision, made once and gone, or dropped already by what drops it. */
async function explainAbsent(fault, one, around) {
    const { revision, statements } = one;
    const wanted = readAbsent(fault.server?.message ?? '');
    const makers = wanted.map(object => ({ object, maker: findMaker(around.files, object) }));
    const made = makers.find(({ maker }) => maker !== undefined && maker.version !== revision.version);
    const stood = await explainStand(fault, one, failedAt(fault, statements), around);
    if (stood !== fault || made?.maker === undefined)
        return stood;
    const by = `${sayObject(made.object)} is made by ${made.maker.path}`;
    return made.maker.version > revision.version
        ? withMaker(fault, 'later', `${by}, which comes after this one.`)
        : withMaker(fault, 'gone', `${by}: somebody has dropped or renamed it since, or it is in another schema.`);
}
/** Which objects of what is left to run are there. A search_path that the revision sets would lead us elsewhere. */
async function explainStand(fault, one, at, around) {
    const { revision, statements } = one;
    if (/search_path/i.test(revision.up.text))
        return fault;
    const left = revision.up.transaction ? statements : statements.slice(at);
    const { objects, unseen } = (0,expect/* expectationOf */.E)([], left);
    const earlier = around.files.filter(file => file.version < revision.version).map(file => file.up);
    const texts = [...earlier, ...statements.slice(0, at)].map(({ text }) => text);
    const explained = (0,explain/* explainObjects */.m)(await (0,find/* findObjects */.Q)(around.session, objects), revision.id, {
        unseen,
        missed: { said: fault.server?.message ?? '', texts },
        record: 'history',
    });
    if (explained.stand === 'all' || explained.stand === 'some')
        return (0,tell/* tellStand */.a)(fault, revision.id, explained);
    return /used by something else/.test(explained.text) ? withState(fault, explained.text) : fault;
}
/** The rows that a constraint met, where only the catalog knows what it says. */
async function explainRows(fault, { statements }, { session }) {
    const columns = (0,violations/* keyOf */.TN)(fault.server?.detail ?? '')?.split(', ') ?? [];
    const statement = statements[failedAt(fault, statements)];
    const query = await (0,look_up_rows/* findRowsQuery */.j)(session, statement?.text ?? '', columns);
    return query === undefined ? fault : { ...fault, foreign: [(0,violations/* sayQuery */.YV)(query)] };
}
/** The grant that lacks, who can give it, and as which role the statement ran. */
async function explainRights(fault, { statements }, { session }) {
    const message = fault.server?.message ?? '';
    const [user] = await session.query('select current_user::text as name');
    const role = roleAt(statements.slice(0, failedAt(fault, statements))) ?? user?.name ?? '';
    const ran = withState(fault, `It ran as the role ${(0,build_text/* oneLine */.TN)(role, 80)}.`);
    const denied = (0,grants/* readDenied */.GB)(message);
    if (denied === undefined) {
        const line = (0,grants/* lineFor */.y1)(message, role);
        return line === undefined ? ran : { ...ran, foreign: [{ line, when: 'you are a superuser' }] };
    }
    const found = await findOwner(session, denied);
    const who = found === undefined ? 'you own it' : `you are ${(0,build_text/* oneLine */.TN)(found.owner, 80)}`;
    const foreign = [
        { line: (0,grants/* grantLine */.ll)(denied, role, found?.schema), when: `${who} or a superuser` },
    ];
    return { ...ran, foreign };
}
/** The role that an earlier statement of the revision took on. */
function roleAt(before) {
    const set = before.map(({ text }) => (0,text_words/* readWords */.ux)(text, 6)).findLast(words => isSetRole(words));
    if (set === undefined || set[0] === 'reset')
        return undefined;
    const at = (0,text_words/* skipWords */.XY)(set, 1, ['local', 'session']) + 1;
    const name = (0,text_words/* readName */.MQ)(set, (0,text_words/* skipWords */.XY)(set, at, ['=', 'to']))?.parts[0];
    return name === 'none' ? undefined : name;
}
function isSetRole(words) {
    if (words[0] === 'reset')
        return words[1] === 'role' || words[1] === 'all';
    return words[0] === 'set' && (0,text_words/* matchWords */.RD)(words, (0,text_words/* skipWords */.XY)(words, 1, ['local', 'session']), 'role');
}
/** What the server missed, by its message. */
function readAbsent(message) {
    const column = /column "([^"]+)" of relation "([^"]+)" does not exist/.exec(message);
    if (column !== null)
        return [{ kind: 'column', name: column[1] ?? '', table: column[2] ?? '', effect: 'needs' }];
    const other = /^(relation|table|view|sequence|type|schema|index) "([^"]+)" does not exist/.exec(message);
    const [, word = '', given = ''] = other ?? [];
    if (word === '')
        return [];
    const [name = '', schema] = given.split('.').reverse();
    const kind = word === 'relation' ? 'table' : word;
    return [{ kind, name, effect: 'needs', ...(schema === undefined ? {} : { schema }) }];
}
function isOne(one, other) {
    const { kind, name, table, schema, effect } = one;
    return (effect === 'makes' &&
        kind === other.kind &&
        name === other.name &&
        table === other.table &&
        schema === other.schema);
}
function sayObject({ kind, name, table }) {
    return (0,build_text/* oneLine */.TN)(`The ${kind} ${table === undefined || kind === 'index' ? name : `${table}.${name}`}`, 160);
}
function withState(fault, more) {
    return { ...fault, state: `${fault.state ?? ''} ${more}`.trim() };
}
/** The files tell what is wrong, and so what to do. */
function withMaker(fault, made, more) {
    return { ...withState(fault, more), cure: (0,sqlstate_cures/* cureOf */.XZ)({ code: '', reason: '', made }) };
}

// EXTERNAL MODULE: ./build/engines/sql/failure/failure.js
var failure = __webpack_require__(460);
;// CONCATENATED MODULE: ./build/engines/sql/failure/offer-settling.js
/**
 * A revision that ended in the midst of a statement of which nobody can tell what it did closes the next run: so its
 * failure offers at once what that run would. Changes `fault`.
 */
function offerSettling(fault, plan, outcomes) {
    const failed = outcomes.find(({ result }) => result === 'failed')?.revision.id;
    const dirty = plan.problems.find(one => one.kind === 'dirty' && one.revision === failed)?.fault;
    if (dirty?.next === undefined)
        return;
    fault.next = dirty.next;
    if (dirty.id === 'dirty-down')
        return;
    fault.cure = fault.exit === 130 ? dirty.cure : `${fault.cure} ${dirty.cure}`;
}

// EXTERNAL MODULE: ./build/engines/sql/history/history.js
var history_history = __webpack_require__(2908);
// EXTERNAL MODULE: ./build/engines/watch-statement.js
var watch_statement = __webpack_require__(6067);
;// CONCATENATED MODULE: ./build/engines/sql/run/context.js

/** What a revision came to when all of it is committed. */
function doneOf({ removes }) {
    return removes === undefined ? 'applied' : 'downgraded';
}
/** Where the database stands when all of it is committed; empty: at no revision. */
function standAfter({ revision, removes }) {
    return removes === undefined ? revision.id : removes.leaves;
}
/** An outcome in the making: the clock runs from here to `ends`. */
function beginOutcome(revision) {
    const began = performance.now();
    const did = [];
    return {
        did,
        ends: (result, fault) => ({
            revision: revision.told,
            result,
            durationMs: Math.round(performance.now() - began),
            did,
            ...(fault === undefined ? {} : { fault }),
        }),
    };
}
/** Watches what the session of a run does; `revision` is asked whose turn it is when something is told. */
function watchSession(context, revision) {
    const { session, blockers, lockTimeoutMs, observer } = context;
    return (0,watch_statement/* watchStatement */.n)({
        pids: () => [session.pid],
        blockers,
        lockTimeoutMs,
        tell: (statement, elapsedMs, blocked) => {
            const one = revision();
            if (one !== undefined)
                observer.running(one, statement, elapsedMs, blocked);
        },
    });
}

// EXTERNAL MODULE: ./build/engines/sql/run/in-flight.js
var in_flight = __webpack_require__(5005);
// EXTERNAL MODULE: ./build/engines/sql/run/messages.js
var run_messages = __webpack_require__(8037);
// EXTERNAL MODULE: ./build/database/sessions.js
var sessions = __webpack_require__(2563);
// EXTERNAL MODULE: ./build/engines/stuck.js
var engines_stuck = __webpack_require__(5304);
// EXTERNAL MODULE: ./build/engines/tries.js
var engines_tries = __webpack_require__(8329);
// EXTERNAL MODULE: ./build/engines/stopping.js
var stopping = __webpack_require__(7538);
// EXTERNAL MODULE: ./build/engines/sql/text/describe.js
var describe = __webpack_require__(4762);
;// CONCATENATED MODULE: ./build/engines/sql/run/notices.js
/**
 * Revisions are sent ahead: what the server says of one may arrive before anybody was told that its turn has come.
 * Keeps such texts until then, so that they are read under the revision they belong to.
 */
function holdNotices(tell) {
    let turn;
    let held = [];
    return {
        hear: owner => (severity, message) => {
            if (owner === turn)
                tell(severity, message);
            else
                held.push({ owner, severity, message });
        },
        turnTo(owner) {
            turn = owner;
            const due = held.filter(one => one.owner === owner);
            held = held.filter(one => one.owner !== owner);
            for (const { severity, message } of due)
                tell(severity, message);
        },
    };
}

;// CONCATENATED MODULE: ./build/engines/sql/run/pipeline.js
/** What is sent ahead of its answers: enough to hide the way there, few enough to bound memory. */
const mostMessages = 1024;
const mostCharacters = 1 << 20;
/**
 * Sends messages ahead of their answers, within bounds. Nothing more is sent once an answer is not what its message
 * says it must be, or the signal came. Take the answers in order: await one before asking for the next. `allSent` is
 * called once, when the last message is on its way.
 */
function openPipeline(session, messages, hear, signal, allSent) {
    const taken = [];
    let messagesOut = 0;
    let charactersOut = 0;
    let stopped = false;
    let reached;
    let upcoming = messages.next();
    const mayGo = ({ waits, text }) => messagesOut === 0 ||
        (!waits && messagesOut < mostMessages && charactersOut + text.length <= mostCharacters);
    const settle = ({ text }, good) => {
        messagesOut--;
        charactersOut -= text.length;
        stopped ||= !good;
        // Half of it at a time: many messages in one write.
        if (messagesOut <= mostMessages / 2)
            sendMore();
    };
    const sendMore = () => {
        while (!stopped && !signal.aborted && upcoming.done !== true && mayGo(upcoming.value)) {
            const message = upcoming.value;
            const { owner, part, text, leaves } = message;
            messagesOut++;
            charactersOut += text.length;
            reached = owner;
            const answer = part === 'statement' ? session.execute(text, hear(owner)) : session.run(text, hear(owner));
            answer.then(({ standing }) => settle(message, standing === leaves), () => settle(message, false));
            taken.push({ message, answer });
            upcoming = messages.next();
            if (upcoming.done === true)
                allSent();
        }
    };
    sendMore();
    return {
        next: () => taken.shift(),
        isDry: () => taken.length === 0,
        stop: () => {
            stopped = true;
        },
        reached: () => reached,
    };
}

;// CONCATENATED MODULE: ./build/engines/sql/run/run-transactions.js










/**
 * Runs revisions one after the other, each in a transaction of its own with its history row. All of it is sent ahead
 * of the answers: after an error the server refuses what follows in the transaction, the next BEGIN included (25P02);
 * where a transaction is not there, the next one's guard fails and statements are refused as in a read-only database.
 * Ends after the first failure, and before a revision that was not begun when the signal came.
 */
async function* runTransactions(ready, context) {
    const notices = holdNotices((severity, message) => context.observer.notice(severity, message));
    const messages = (0,run_messages/* messagesOf */.cr)(ready, context);
    const pipe = openPipeline(context.session, messages, notices.hear, context.signal, context.allSent);
    const stopCancelling = (0,stopping/* cancelOnAbort */.ec)(context);
    let turn;
    const watch = watchSession(context, () => turn?.revision);
    let { current } = context;
    try {
        for (const [index, one] of ready.entries()) {
            if (pipe.isDry())
                return;
            turn = one;
            context.started(one.revision);
            notices.turnTo(one);
            const read = await readOne(one, pipe, { ...context, current }, watch, stopCancelling);
            const { outcome } = read;
            const reached = outcome.fault?.id === 'revision-lost' ? pipe.reached() : undefined;
            const unanswered = reached === undefined ? [] : ready.slice(index + 1, ready.indexOf(reached) + 1);
            yield { ...read, unanswered };
            if (outcome.fault !== undefined)
                return;
            current = standAfter(one);
        }
    }
    finally {
        watch.stop();
        await stopCancelling();
    }
}
/** Nothing more is sent since the signal, and this revision is not complete. */
class Unsent extends Error {
}
/** A statement left the gate's transaction, though none of those that may was seen in it. */
class EndedTransaction extends Error {
}
/** Reads all answers to one revision. */
async function readOne(one, pipe, context, watch, stopCancelling) {
    const { revision, statements } = one;
    const { did, ends } = beginOutcome(revision);
    const reading = { part: 'opening', answered: 0, did };
    const text = () => {
        const statement = statements[reading.answered];
        return statement === undefined ? 'commit' : (0,describe/* headline */.P)(statement);
    };
    try {
        await readAnswers(one, pipe, reading, () => watch.turnTo(text));
        return { outcome: ends(doneOf(one)) };
    }
    catch (error) {
        pipe.stop();
        const { blockers, session, signal } = context;
        const at = sayPart(reading, statements.length);
        const stuck = signal.aborted
            ? undefined
            : await (0,engines_stuck/* findStuck */.m)(error, at, { blockers, watch, pids: [session.pid] });
        watch.turnTo(undefined);
        await stopCancelling();
        const undone = error instanceof EndedTransaction ? '' : sayUndone(error, context.current, revision.id);
        // What its statements did is undone, and may not be told as done.
        if (undone !== '')
            did.length = 0;
        await leave(context);
        const outcome = ends('failed', faultOf(error, one, reading, context, undone));
        return { outcome, ...(stuck === undefined ? {} : { stuck }) };
    }
}
/** Which part of a revision failed. */
function sayPart({ part, answered }, total) {
    if (part === 'statement')
        return `statement ${answered + 1} of ${total}`;
    return part === 'opening' ? 'its beginning' : 'its history row';
}
async function readAnswers({ statements }, pipe, reading, turn) {
    for (;;) {
        const sent = pipe.next();
        if (sent === undefined)
            throw new Unsent();
        turn();
        const { part, leaves } = sent.message;
        reading.part = part;
        const answer = await sent.answer;
        if (part !== 'record' && answer.standing !== leaves)
            throw new EndedTransaction();
        const statement = statements[reading.answered];
        if (part === 'statement' && statement !== undefined) {
            reading.did.push((0,describe/* describeStatement */.Z)(statement, answer));
            reading.answered++;
        }
        if (part !== 'record')
            continue;
        if (answer.command === 'COMMIT')
            return;
        throw new database_session/* DatabaseError */.a({ message: 'the server answered COMMIT with ROLLBACK', code: '25P02' });
    }
}
function faultOf(error, one, { part, answered }, context, undone) {
    const { revision, statements } = one;
    const statement = statements[answered];
    if (error instanceof EndedTransaction)
        return (0,failure/* endedFault */.RQ)(revision, statement);
    const lost = error instanceof database_session/* DatabaseError */.a && error.lost;
    if (error instanceof Unsent || (context.signal.aborted && !lost))
        return (0,failure/* interruptedFault */.fw)(revision, undone);
    if (!(error instanceof database_session/* DatabaseError */.a))
        return (0,faults/* asFault */.P)(error);
    if (part === 'opening' && !lost)
        return (0,failure/* openingFault */.fv)(error, revision, context, undone);
    if (part === 'record' || statement === undefined)
        return (0,failure/* commitFault */.kf)(error, revision, context.history, undone);
    return (0,failure/* statementFault */.Me)(error, { revision, statement, number: answered + 1, total: statements.length }, undone);
}
/** An error ends the transaction, and so does a COMMIT that fails; empty where that is not known. */
function sayUndone(error, current, id) {
    if (error instanceof database_session/* DatabaseError */.a && error.lost)
        return '';
    const before = current === '' ? 'the database holds no revision' : `the database is at ${current}, as before`;
    return `All of ${id} was rolled back: ${before}.`;
}
/** Ends the transaction that is still there, when all that was sent ahead has been refused, and what it left. */
async function leave({ session }) {
    try {
        const standing = await session.standing();
        await session.run(standing === 'idle' ? run_messages/* freshSession */.JS : `rollback; ${run_messages/* freshSession */.JS}`);
    }
    catch {
        // The connection is gone, and the transaction with it.
    }
}

;// CONCATENATED MODULE: ./build/engines/sql/run/retry-transactions.js







/**
 * Runs revisions as `runTransactions` does, and one that was kept from a lock once more after a pause, with those
 * behind it: all of it was rolled back, and the server has refused what was sent ahead. Each revision has attempts
 * of its own. A signal ends the pause.
 */
async function* retryTransactions(ready, context) {
    const { lockTimeoutMs, observer, signal } = context;
    let { current, fenced } = context;
    let tries = (0,engines_tries/* countTries */.zh)(engines_tries/* mostTries */.l5.revision);
    for (let at = 0, again = true; again;) {
        again = false;
        for await (const answered of runTransactions(ready.slice(at), { ...context, current, fenced })) {
            const { stuck, outcome } = answered;
            const { revision, fault } = outcome;
            if (stuck === undefined || fault === undefined || fault.id === 'interrupted') {
                yield answered;
                current = standAfter(ready[at]);
                tries = (0,engines_tries/* countTries */.zh)(engines_tries/* mostTries */.l5.revision);
                at++;
                continue;
            }
            // What it left in the session was ended, and this with it.
            fenced = false;
            const pauseMs = tries.fail(lockTimeoutMs);
            if (pauseMs === undefined) {
                yield withFault(answered, (0,engines_stuck/* stuckFault */.Z)(fault, revision, stuck, tries, lockTimeoutMs));
                return;
            }
            const { code, seen } = stuck;
            const attempt = tries.failed + 1;
            const retry = { code, attempt, most: engines_tries/* mostTries */.l5.revision, pauseMs, blocked: (0,sessions/* saySessions */.b5)(seen) };
            observer.retrying(revision, retry);
            await (0,sleep/* sleep */.yy)(pauseMs, signal);
            again = !signal.aborted;
            if (!again) {
                const { id, name } = revision;
                yield withFault(answered, { ...fault, ...(0,catalogue/* makeFault */.VI)('interrupted-pause', { id, name }) });
            }
        }
    }
}
function withFault({ outcome, unanswered }, fault) {
    return { outcome: { ...outcome, fault }, unanswered };
}

// EXTERNAL MODULE: ./build/engines/sql/text/checksum.js
var checksum = __webpack_require__(8678);
;// CONCATENATED MODULE: ./build/engines/sql/run/run-statements.js














/**
 * Runs a `transaction:false` revision statement by statement, outside of any transaction. What is begun is
 * recorded before, and what is done after, over a session of its own: the revision may change role and settings
 * of the one it runs in. A later run goes on from that record.
 */
async function runStatements(ready, context, records) {
    const { revision, statements } = ready;
    const { session } = context;
    const outcome = beginOutcome(revision);
    const began = performance.now();
    const entry = { version: revision.id, name: revision.name, checksum: revision.checksum };
    const progress = ready.removes === undefined
        ? (0,history_history/* trackProgress */.Z7)(records, context.history, entry, context.author)
        : (0,history_history/* trackRemoval */.e0)(records, context.history, ready.removes.row);
    let done = ready.done;
    await progress.begin();
    if (done > 0)
        await progress.statementEnds(done);
    const stopCancelling = (0,stopping/* cancelOnAbort */.ec)(context);
    const watch = watchSession(context, () => revision);
    try {
        for (const statement of statements.slice(ready.done)) {
            if (context.signal.aborted)
                throw new database_session/* DatabaseError */.a({ message: 'interrupted before it began', code: '57014' });
            await progress.statementBegins((0,checksum/* checksumOf */.l)(statement.text));
            // Where a CONCURRENTLY form gives up waiting for a lock, it leaves an invalid index: no limit for these.
            const lockTimeout = (0,transactions/* isConcurrently */.zq)(statement) ? 0 : context.lockTimeoutMs;
            await session.run(`set standard_conforming_strings = on; set lock_timeout = ${lockTimeout}; set statement_timeout = ${context.statementTimeoutMs}`);
            watch.turnTo(() => (0,describe/* headline */.P)(statement));
            const result = await session.execute(statement.text);
            watch.turnTo(undefined);
            done++;
            await progress.statementEnds(done);
            outcome.did.push((0,describe/* describeStatement */.Z)(statement, result));
        }
        await stopCancelling();
        await progress.finish(performance.now() - began);
        await session.run(run_messages/* freshSession */.JS);
        return outcome.ends(doneOf(ready));
    }
    catch (error) {
        const part = `statement ${done + 1} of ${statements.length}`;
        const { blockers, lockTimeoutMs } = context;
        const stuck = await (0,engines_stuck/* findStuck */.m)(error, part, { blockers, watch, pids: [session.pid] });
        await stopCancelling();
        if (!(error instanceof database_session/* DatabaseError */.a))
            throw error;
        await session.run(run_messages/* freshSession */.JS).catch(() => undefined);
        const statement = statements[done] ?? statements.at(-1);
        // Where it may have committed a part of itself, its record stays: the next run asks a person.
        const torn = statement !== undefined && mayCommit(statement);
        if (!error.lost && !torn)
            await progress.statementFailed().catch(() => undefined);
        const left = error.lost ? '' : await sayLeftBehind(session, statement);
        const state = error.lost ? '' : `${stateAfter(revision.id, done, statements.length, torn)}${left}`;
        if (statement === undefined || context.signal.aborted)
            return outcome.ends('failed', (0,failure/* interruptedFault */.fw)(revision, state));
        const at = { revision, statement, number: done + 1, total: statements.length };
        const fault = (0,failure/* statementFault */.Me)(error, at, state);
        // What is outside of a transaction is not tried again: what was done before it stays done.
        const tries = (0,engines_tries/* countTries */.zh)(1);
        return outcome.ends('failed', stuck ? (0,engines_stuck/* stuckFault */.Z)(fault, revision, stuck, tries, lockTimeoutMs) : fault);
    }
    finally {
        watch.stop();
    }
}
/** DO and CALL may commit in their midst, and some maintenance commits table by table. */
function mayCommit(statement) {
    const words = (0,text_words/* readWords */.ux)(statement.text, 2);
    return (0,text_words/* matchWords */.RD)(words, 0, ['do', 'call', 'cluster', 'reindex']);
}
function stateAfter(id, done, total, torn) {
    const which = done === 1
        ? `Statement 1 of ${total} took effect and stays`
        : `Statements 1 to ${done} of ${total} took effect and stay`;
    const stay = done === 0 ? '' : `${which}. `;
    if (torn)
        return `${stay}What statement ${done + 1} of ${id} did before it failed is not known: it may have committed a part.`;
    return done === 0
        ? `No statement of ${id} was completed; the next run begins with the first.`
        : `${stay}The next run goes on with statement ${done + 1}.`;
}
/** A failed CREATE INDEX CONCURRENTLY leaves an invalid index, which slows every write until it goes. */
async function sayLeftBehind(session, statement) {
    if (statement === undefined)
        return '';
    try {
        const found = await (0,in_flight/* inspectStatement */.A)(session, statement);
        if (found.kind !== 'redo' || found.invalid === undefined)
            return '';
        return ` It left the invalid index ${(0,build_text/* oneLine */.TN)(found.invalid.name)}, which the next run drops first.`;
    }
    catch {
        return '';
    }
}

// EXTERNAL MODULE: ./build/database/left-behind.js
var left_behind = __webpack_require__(6688);
// EXTERNAL MODULE: ./build/engines/sql/plan.js + 1 modules
var sql_plan = __webpack_require__(4307);
;// CONCATENATED MODULE: ./build/engines/sql/run/settle-lost.js





/**
 * The connection went while revisions ran: what their history rows say of them. First those that were committed
 * unseen, then the one that was not, which has the fault; where all were committed the last of them has it.
 */
async function settleLost({ outcome, unanswered, transaction, down }, { session, backendStarted }, openRecords, resurvey) {
    const { fault } = outcome;
    if (fault === undefined)
        return [outcome];
    const unseen = unanswered.map(({ revision }) => beginOutcome(revision).ends('failed'));
    const outcomes = [outcome, ...unseen.map(one => ({ ...one, did: ['its statements were not seen'] }))];
    const last = outcomes.at(-1)?.revision.id ?? '';
    try {
        // The server may still be at our last message: only when its session has ended is the answer final.
        // An index that is built outside of a transaction may go on: it is decided from the catalog by the next run.
        if (transaction) {
            const helper = await openRecords();
            await (0,left_behind/* endBackend */.A)(helper, session.pid, backendStarted).finally(() => helper.close());
        }
        const survey = await resurvey();
        const { plan } = survey;
        const has = (ids, { revision }) => ids.some(id => (0,sql_plan/* versionOf */.E4)(id) === (0,sql_plan/* versionOf */.E4)(revision.id));
        const halves = plan.unfinished.map(one => one.id);
        const isCommitted = (one) => down ? !has(plan.applied, one) && !has(halves, one) : has(plan.applied, one);
        const result = down ? 'downgraded' : 'applied';
        const known = outcomes.filter(isCommitted).map(one => ({ ...one, result }));
        const torn = outcomes.find(one => !isCommitted(one));
        const committed = known.map(({ fault: _, ...one }) => one);
        if (torn === undefined) {
            const state = `Asked again, the database ${down ? 'no longer has' : 'has'} ${last}: it was committed before the connection went.`;
            return [
                ...committed.slice(0, -1),
                ...known.slice(-1).map(one => ({ ...one, fault: { ...faultFor(fault, one), state } })),
            ];
        }
        const at = plan.current[0] ?? 'no revision';
        const half = down ? undefined : sayHalf(survey, torn.revision.id);
        const state = `Asked again, the database ${down ? 'still has' : 'does not have'} ${torn.revision.id}: it is at ${at}${half?.text ?? ''}.`;
        const next = half?.next === undefined ? {} : { next: half.next };
        return [...committed, { ...torn, fault: { ...faultFor(fault, torn), state, ...next } }];
    }
    catch {
        const which = unanswered.length === 0 ? 'it was' : `any of ${outcome.revision.id} to ${last} was`;
        fault.state = `The database could not be asked again: whether ${which} committed is not known.`;
        return [outcome];
    }
}
/** How far a revision outside of a transaction has come, and whether the next run can go on by itself. */
function sayHalf({ plan, ready }, id) {
    const half = plan.unfinished.find(one => one.id === id);
    if (half === undefined)
        return { text: '' };
    const done = `, with ${(0,build_text/* count */.U9)(half.done, 'statement')} of ${id} done`;
    const dirty = plan.problems.find(one => one.kind === 'dirty' && one.revision === id)?.fault;
    if (dirty !== undefined)
        return {
            text: `${done}; what became of statement ${half.done + 1} is for a person to see`,
            next: dirty.next,
        };
    const next = ready.find(one => one.revision.id === id)?.done;
    return { text: next === undefined ? done : `${done}; the next run goes on with statement ${next + 1}` };
}
/** The same loss, told of the revision that it is known to have met. */
function faultFor(fault, { revision, fault: own }) {
    if (own !== undefined)
        return fault;
    const { id, name, path } = revision;
    const reason = fault.server?.message ?? fault.message;
    return (0,catalogue/* makeFault */.VI)('revision-lost', { id, name, reason }, { place: { path }, next: [{ command: 'upgrade' }] });
}

;// CONCATENATED MODULE: ./build/engines/sql/run/apply.js


















/** Runs what is ready, in order, until one fails; then reads again what the database holds. */
async function applyReady(ready, context, { openRecords, resurvey, surveyAhead }) {
    const outcomes = [];
    let { current } = context;
    let fault;
    let ahead;
    const blockers = (0,database_blockers/* openBlockers */.A)(openRecords);
    let told = 0;
    // One that is tried again has been told of.
    const started = (revision) => {
        if (told > outcomes.length)
            return;
        told = outcomes.length + 1;
        context.observer.started(revision, told, ready.length);
    };
    const ended = (outcome) => {
        outcomes.push(outcome);
        context.observer.ended(outcome);
        fault = outcome.fault;
        const one = ready[outcomes.length - 1];
        if (fault === undefined && one !== undefined)
            current = standAfter(one);
    };
    while (fault === undefined && outcomes.length < ready.length) {
        if (context.signal.aborted) {
            fault = (0,catalogue/* makeFault */.VI)('interrupted', { id: '', name: '' }, { next: [{ command: 'upgrade' }] });
            break;
        }
        const part = takePart(ready, outcomes.length);
        const isFirst = outcomes.length === 0;
        const isLast = outcomes.length + part.length === ready.length;
        const allSent = () => {
            if (isLast)
                ahead = readAfter(surveyAhead);
        };
        const fenced = context.fenced && isFirst;
        const around = { ...context, current, started, blockers, fenced, allSent };
        for await (const { outcome, unanswered } of runPart(part, around, openRecords)) {
            if (outcome.fault?.id !== 'revision-lost')
                ended(await explainOutcome(outcome, part, context));
            else {
                const [first] = part;
                const transaction = first?.revision.up.transaction === true;
                const lost = { outcome, unanswered, transaction, down: first?.removes !== undefined };
                const settled = await settleLost(lost, context, openRecords, resurvey);
                for (const [index, one] of settled.entries()) {
                    if (index > 0)
                        started(one.revision);
                    ended(one);
                }
            }
        }
    }
    await blockers.close();
    outcomes.push(...skipAll(ready.slice(outcomes.length)));
    // What was sent behind the last COMMIT was read after it; behind a failure it was refused, or is not all there is.
    const survey = (fault === undefined ? await ahead : undefined) ?? (await readAfter(resurvey));
    // What reading thousands of rows left behind may go before more is made of them.
    await (0,sleep/* nextTurn */.tJ)();
    if (survey !== undefined && fault !== undefined)
        offerSettling(fault, survey.plan, outcomes);
    const remarks = survey === undefined ? [] : await apply_sayRest(ready, outcomes, context);
    fault ??= survey === undefined ? undefined : findLoss(survey, ready, outcomes, context.appliedBefore);
    return {
        outcomes,
        ...(fault === undefined ? {} : { fault }),
        ...(survey === undefined ? {} : { after: standOf(survey.plan) }),
        ...(remarks.length === 0 ? {} : { remarks }),
    };
}
/** What applied revisions without a transaction left behind, once all have run: a later one may have finished it. */
async function apply_sayRest(ready, outcomes, { session }) {
    const ran = ready.filter(({ revision }, index) => !revision.up.transaction && outcomes[index]?.result === 'applied');
    return (await findLeftOvers(session, ran)).map(sayLeftOver);
}
/** What was committed, or was there before, and is not in the history that was read afterwards. */
function findLoss({ plan, state }, ready, outcomes, before) {
    // Also of a way down that failed: its row may say that it is half taken back.
    const touched = ready.filter((_, index) => outcomes[index]?.result !== 'skipped');
    const gone = touched.flatMap(({ removes }) => removes?.row ?? []);
    const done = outcomes.filter(outcome => outcome.result === 'applied').map(outcome => outcome.revision.id);
    const there = new Set([...plan.applied, ...gone]);
    const lost = [...before, ...done].filter(id => !there.has(id));
    if (lost.length === 0)
        return undefined;
    const table = `${state.history.schema}.${state.history.table}`;
    return (0,catalogue/* makeFault */.VI)('history-lost', { ids: lost.slice(0, 10).join(', '), table }, { next: [{ command: 'plan' }] });
}
/** The part of a plan that says where the database stands. */
function standOf({ current, unfinished }) {
    return { current, unfinished };
}
/** Outcomes of revisions that did not get their turn. */
function skipAll(ready) {
    return ready.map(({ revision }) => end(revision, 'skipped'));
}
function end({ told }, result) {
    return { revision: told, result, durationMs: 0, did: [] };
}
/** Transactional revisions that follow each other, or one that runs outside of a transaction. */
function takePart(ready, from) {
    let end = from;
    while (ready[end]?.revision.up.transaction === true)
        end++;
    return ready.slice(from, Math.max(end, from + 1));
}
async function* runPart(part, context, openRecords) {
    const [one] = part;
    if (one === undefined || one.revision.up.transaction)
        yield* retryTransactions(part, context);
    else {
        context.started(one.revision);
        yield { outcome: await runGuarded(one, context, openRecords), unanswered: [] };
    }
}
/** What goes wrong around a revision (its record, a second session) is its outcome too: earlier ones stay told. */
async function runGuarded(one, context, openRecords) {
    const outcome = beginOutcome(one.revision);
    try {
        return await runOne(one, context, openRecords);
    }
    catch (error) {
        // Role and search_path of the revision would be in the way of asking where the database stands.
        await context.session.run(run_messages/* freshSession */.JS).catch(() => undefined);
        return outcome.ends('failed', aroundFault(error, one, context));
    }
}
function aroundFault(error, { revision, statements }, { where, history }) {
    if (error instanceof history_history/* RecordFailure */.mH)
        return (0,failure/* unrecordedFault */.Y_)(error.error, revision, history, (0,failure/* sayUnrecorded */.nI)(error.done, statements.length));
    if (!(error instanceof database_session/* DatabaseError */.a))
        return (0,faults/* asFault */.P)(error);
    const { id, name, path } = revision;
    const around = { place: { path }, server: (0,said/* serverError */.i)(error), next: [{ command: 'upgrade' }] };
    return error.lost
        ? (0,catalogue/* makeFault */.VI)('revision-lost', { id, name, reason: error.message }, around)
        : (0,catalogue/* makeFault */.VI)('query-refused', { where, doing: `recording how far ${id} has come` }, around);
}
async function runOne(one, context, openRecords) {
    // Revisions before it leave the session read-only outside of transactions, and fresh in all else.
    await context.session.run(run_messages/* freshSession */.JS);
    if (!(await (0,lock/* holdsLock */.ub)(context.session, context.lockKey))) {
        throw (0,catalogue/* gateError */.em)('lock-lost', { id: one.revision.id }, { place: { path: one.revision.path } });
    }
    const records = await openRecords();
    try {
        if (one.recorded)
            await clearAway(one, context);
        return await runStatements(one, context, records);
    }
    finally {
        await records.close();
    }
}
/** Before a revision goes on: an invalid index that its next statement left when it failed is in the way. */
async function clearAway(one, context) {
    const statement = one.statements[one.done];
    if (statement === undefined)
        return;
    const found = await (0,in_flight/* inspectStatement */.A)(context.session, statement);
    if (found.kind === 'redo' && found.invalid !== undefined)
        await (0,in_flight/* dropInvalid */.n)(context.session, found.invalid);
}
/** Undefined when the database does not answer: then nothing is said of where it stands. */
async function readAfter(resurvey) {
    try {
        return await resurvey();
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 5005:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ inspectStatement),
/* harmony export */   n: () => (/* binding */ dropInvalid)
/* harmony export */ });
/* harmony import */ var _database_identifiers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6324);
/* harmony import */ var _text_transactions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(306);
/* harmony import */ var _text_words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1218);



/**
 * Decides from the catalog, by reading only. CREATE INDEX CONCURRENTLY: valid is done, invalid is redone;
 * DROP INDEX CONCURRENTLY: gone is done; VACUUM and ANALYZE may always run again. All others: unknown.
 */
async function inspectStatement(session, statement) {
    const index = (0,_text_transactions_js__WEBPACK_IMPORTED_MODULE_1__/* .indexOfStatement */ .zk)(statement);
    if (index?.kind === 'create-index')
        return inspectIndex(session, index.name, index.table);
    if (index?.kind === 'drop-index') {
        const quoted = index.names.map(parts => parts.map(_database_identifiers_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteIdentifier */ .Cm).join('.'));
        const [left] = await session.query('select count(*)::int as count from unnest($1::text[]) as n where pg_catalog.to_regclass(n) is not null', [quoted]);
        return left?.count === 0 ? { kind: 'done' } : { kind: 'redo' };
    }
    const words = (0,_text_words_js__WEBPACK_IMPORTED_MODULE_2__/* .readWords */ .ux)(statement.text, 1);
    return (0,_text_words_js__WEBPACK_IMPORTED_MODULE_2__/* .matchWords */ .RD)(words, 0, ['vacuum', 'analyze', 'analyse']) ? { kind: 'redo' } : { kind: 'unknown' };
}
/** An index lives in the schema of its table. */
async function inspectIndex(session, name, table) {
    const [found] = await session.query(`select n.nspname::text as schema, i.indisvalid as valid
     from pg_catalog.pg_class t
     join pg_catalog.pg_index i on i.indrelid = t.oid
     join pg_catalog.pg_class c on c.oid = i.indexrelid
     join pg_catalog.pg_namespace n on n.oid = c.relnamespace
     where t.oid = pg_catalog.to_regclass($1) and c.relname = $2`, [table.map(_database_identifiers_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteIdentifier */ .Cm).join('.'), name]);
    if (found === undefined)
        return { kind: 'redo' };
    return found.valid ? { kind: 'done' } : { kind: 'redo', invalid: { schema: found.schema, name } };
}
/** Removes the invalid index that a broken CREATE INDEX CONCURRENTLY left. */
async function dropInvalid(session, index) {
    await session.run(`drop index concurrently if exists ${(0,_database_identifiers_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteName */ .AB)({ schema: index.schema, table: index.name })}`);
}


/***/ }),

/***/ 1434:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ findResume)
/* harmony export */ });
/* harmony import */ var _text_checksum_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8678);
/* harmony import */ var _in_flight_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5005);


/** Decides from the record of an earlier run and the catalog; reads only. */
async function findResume(session, statements, { done, hashes }) {
    const known = hashes.every((hash, index) => statements[index] !== undefined && hash === (0,_text_checksum_js__WEBPACK_IMPORTED_MODULE_0__/* .checksumOf */ .l)(statements[index].text));
    if (!known)
        return { kind: 'edited' };
    const upcoming = statements[done];
    if (upcoming === undefined)
        return { kind: 'at', done };
    const found = await (0,_in_flight_js__WEBPACK_IMPORTED_MODULE_1__/* .inspectStatement */ .A)(session, upcoming);
    const invalid = found.kind === 'redo' ? found.invalid?.name : undefined;
    const at = { kind: 'at', ...(invalid === undefined ? {} : { invalid }) };
    // Only what was under way when a run died is to be decided; what failed is known to have failed.
    if (hashes.length <= done)
        return { ...at, done };
    if (found.kind === 'unknown')
        return { kind: 'unknown', statement: upcoming };
    return { ...at, done: found.kind === 'done' ? done + 1 : done };
}


/***/ }),

/***/ 9372:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   previewStamp: () => (/* binding */ previewStamp),
/* harmony export */   stampHistory: () => (/* binding */ stampHistory)
/* harmony export */ });
/* harmony import */ var _catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9078);
/* harmony import */ var _database_session_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8188);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9473);
/* harmony import */ var _server_errors_said_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1609);
/* harmony import */ var _history_history_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2908);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4307);
/* harmony import */ var _target_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3442);







/** What a stamp would do. Throws GateError for files or a database that cannot be stamped, and for an unknown revision. */
function previewStamp(survey, revision) {
    return told(changesOf(survey, revision));
}
/**
 * Makes the history say that the database is exactly at `revision`, with the files as they are: rows are added,
 * removed, and take the files' checksums. Nothing of the revisions runs.
 */
async function stampHistory(input) {
    const { session, survey, revision, author, agreed, write } = input;
    const { plan, state } = survey;
    const changes = changesOf(survey, revision);
    const unforeseen = changes.removed.filter(id => agreed !== undefined && !agreed.includes(id));
    if (unforeseen.length > 0) {
        const { database, host } = plan.server;
        throw (0,_catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .gateError */ .em)('stamp-removes', { ids: unforeseen.join(', '), database, host, why: 'meanwhile' });
    }
    await write();
    const record = [...changes.recorded, ...changes.refreshed].map(({ id, name, checksum }) => ({
        version: id,
        name,
        checksum,
    }));
    // A row may spell its version otherwise than the file does; the file's spelling takes its place.
    const remove = [...changes.removed, ...changes.respelled];
    try {
        if (record.length + remove.length > 0)
            await (0,_history_history_js__WEBPACK_IMPORTED_MODULE_3__/* .rewriteHistory */ .B8)(session, state.history, { remove, record }, author);
    }
    catch (error) {
        if (!(error instanceof _database_session_js__WEBPACK_IMPORTED_MODULE_1__/* .DatabaseError */ .a))
            throw error;
        const where = `${plan.server.host}:${plan.server.port}/${plan.server.database}`;
        throw (0,_catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .gateError */ .em)('query-refused', { where, doing: 'writing the history table' }, { server: (0,_server_errors_said_js__WEBPACK_IMPORTED_MODULE_6__/* .serverError */ .i)(error) });
    }
    return told(changes);
}
function changesOf({ files, plan, state }, revision) {
    const blocked = plan.problems.find(one => one.kind === 'duplicate' || one.kind === 'file-fault' || one.fault.id === 'history-alembic');
    if (blocked !== undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .GateError */ .u(blocked.fault);
    const target = (0,_target_js__WEBPACK_IMPORTED_MODULE_5__/* .resolveTarget */ .u1)(revision, files, plan.current[0]);
    const wanted = files.filter(file => target !== undefined && file.version <= target);
    return { ...compareHistory(wanted, state.rows), created: !state.exists };
}
function told({ recorded, refreshed, removed, created }) {
    return {
        recorded: recorded.map(file => file.id),
        refreshed: refreshed.map(file => file.id),
        removed,
        ...(created ? { created } : {}),
    };
}
function compareHistory(wanted, rows) {
    const rowOf = new Map(rows.map(row => [(0,_plan_js__WEBPACK_IMPORTED_MODULE_4__/* .versionOf */ .E4)(row.version), row]));
    const versions = new Set(wanted.map(file => file.version));
    const recorded = wanted.filter(file => rowOf.get(file.version)?.state !== 'applied');
    const refreshed = wanted.filter(file => {
        const row = rowOf.get(file.version);
        return row?.state === 'applied' && (row.checksum !== file.checksum || row.version !== file.id);
    });
    const removed = rows.filter(row => !versions.has((0,_plan_js__WEBPACK_IMPORTED_MODULE_4__/* .versionOf */ .E4)(row.version))).map(row => row.version);
    const idOf = new Map(wanted.map(file => [file.version, file.id]));
    const respelled = rows
        .filter(row => (idOf.get((0,_plan_js__WEBPACK_IMPORTED_MODULE_4__/* .versionOf */ .E4)(row.version)) ?? row.version) !== row.version)
        .map(row => row.version);
    return { recorded, refreshed, removed, respelled };
}


/***/ }),

/***/ 3442:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ft: () => (/* binding */ resolveDescent),
/* harmony export */   oX: () => (/* binding */ sayBehind),
/* harmony export */   u1: () => (/* binding */ resolveTarget)
/* harmony export */ });
/* harmony import */ var _catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9078);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(977);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4307);



/**
 * The version that a person means: `head`, `heads`, `base` (undefined), a version in any writing, a unique
 * beginning of one, a file's name, or `+N` from the current one.
 * Throws GateError `revision-unknown` or `revision-ambiguous`.
 */
function resolveTarget(wanted, files, current) {
    const last = files.at(-1)?.version;
    if (wanted === 'head' || wanted === 'heads')
        return last;
    if (wanted === 'base')
        return undefined;
    const step = /^\+(\d{1,9})$/.exec(wanted);
    if (step !== null) {
        const from = current === undefined ? -1n : (0,_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .versionOf */ .E4)(current);
        if (Number(step[1]) === 0)
            return current === undefined ? undefined : from;
        const ahead = files.filter(file => file.version > from);
        return ahead[Number(step[1]) - 1]?.version ?? last;
    }
    const exact = files.filter(file => file.version === (0,_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .versionOf */ .E4)(wanted) || `${file.id}_${file.name}` === wanted);
    const matches = exact.length > 0 ? exact : files.filter(file => `${file.id}_${file.name}`.startsWith(wanted));
    const [only] = matches;
    if (only === undefined) {
        const nearest = files.slice(-3).map(file => file.id);
        throw (0,_catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .gateError */ .em)('revision-unknown', { wanted: (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(wanted, 80), nearest: nearest.join(', ') });
    }
    if (matches.length > 1) {
        const shown = matches.slice(0, 5).map(file => `${file.id}_${file.name}`);
        throw (0,_catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .gateError */ .em)('revision-ambiguous', { wanted: (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(wanted, 80), matches: (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(shown.join(', ')) });
    }
    return only.version;
}
/** What is said of a target that lies behind: `upgrade` takes nothing back. Empty where it does not, and of `head`, which is `ahead`. */
function sayBehind(wanted, target, current) {
    if (wanted === 'head' || wanted === 'heads')
        return [];
    if (current === undefined || (target !== undefined && target >= (0,_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .versionOf */ .E4)(current)))
        return [];
    const already = wanted === 'base' ? 'base lies behind it' : `${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(wanted, 80)} is already applied`;
    return [
        `It is at ${current} and ${already}: nothing is taken back (\`downgrade ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(wanted, 80)}\` does that).`,
    ];
}
/**
 * How many of the standing revisions, in order of version, stay when a person downgrades to `wanted`: `base`, `-N`, a
 * version in any writing, a unique beginning of one, a file’s name; `head` and `heads` mean the newest file. Looked up in
 * the history, so that a revision whose file is gone can be named. Throws GateError `downgrade-target` for one that is not
 * applied, and `revision-ambiguous`.
 */
function resolveDescent(wanted, standing, files, database) {
    const refuse = (why) => {
        const current = standing.at(-1)?.version ?? '';
        throw (0,_catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .gateError */ .em)('downgrade-target', { wanted: (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(wanted, 80), database, current, why });
    };
    if (wanted === 'base')
        return 0;
    const step = /^-(\d{1,9})$/.exec(wanted);
    if (step !== null) {
        const back = Number(step[1]);
        if (back === 0)
            refuse('it takes nothing back');
        return back <= standing.length ? standing.length - back : refuse('there are not that many revisions');
    }
    if (wanted.startsWith('+'))
        refuse('a downgrade goes back');
    const isHead = wanted === 'head' || wanted === 'heads';
    const sought = isHead ? (files.at(-1)?.id ?? wanted) : wanted;
    const nameOf = ({ version, name }) => `${version}_${name}`;
    const exact = standing.filter(row => (0,_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .versionOf */ .E4)(row.version) === (0,_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .versionOf */ .E4)(sought) || nameOf(row) === sought);
    const matches = exact.length > 0 ? exact : standing.filter(row => nameOf(row).startsWith(sought));
    if (matches.length > 1) {
        const shown = matches.slice(0, 5).map(nameOf).join(', ');
        throw (0,_catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .gateError */ .em)('revision-ambiguous', { wanted: (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(wanted, 80), matches: (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(shown) });
    }
    const [only] = matches;
    return only === undefined ? refuse(`${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(sought, 80)} is not applied`) : standing.indexOf(only) + 1;
}


/***/ }),

/***/ 8678:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ checksumOf)
/* harmony export */ });
/* unused harmony export checksumText */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/** What the history table remembers of a script's text. Pure. */

/**
 * The text that a section's checksum is made of: with LF for CRLF, as git converts them, and without the white
 * space around it, so that neither a checkout on Windows nor a way down added below counts as a modification.
 */
function checksumText(text) {
    return convertLineEnds(text.trim());
}
/** Hashed at a time: of a large text, no second one and not all of its bytes are in memory. */
const pieceLength = 1 << 20;
/** sha256 of `checksumText` in UTF-8, 64 hexadecimal digits. For a section or for one statement. */
function checksumOf(text) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    const bare = text.trim();
    for (let from = 0; from < bare.length;) {
        const to = findSeam(bare, from + pieceLength);
        hash.update(convertLineEnds(bare.slice(from, to)), 'utf8');
        from = to;
    }
    return hash.digest('hex');
}
function convertLineEnds(text) {
    return text.replaceAll('\r\n', '\n');
}
/** `at` or the index before it: between the halves of a character or of a CRLF is no place to cut. */
function findSeam(text, at) {
    if (at >= text.length)
        return text.length;
    const before = text.charCodeAt(at - 1);
    return before === 13 || (before >= 0xd800 && before <= 0xdbff) ? at - 1 : at;
}


/***/ })

};
