export const id = 603;
export const ids = [603,67];
export const modules = {

/***/ 9067:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MH: () => (/* binding */ readFacts),
/* harmony export */   S_: () => (/* binding */ showTable),
/* harmony export */   q9: () => (/* binding */ whileReading)
/* harmony export */ });
/* harmony import */ var _catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9078);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(977);
/* harmony import */ var _identifiers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6324);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8188);




const factsQuery = `select pg_catalog.current_database()::text as database, current_user::text as role,
  pg_catalog.current_setting('server_version_num')::int as version,
  pg_catalog.pg_is_in_recovery() as replica,
  pg_catalog.current_setting('default_transaction_read_only')::pg_catalog.bool as read_only, pg_catalog.pg_backend_pid() as backend,
  (select a.backend_start::text from pg_catalog.pg_stat_activity a where a.pid = pg_catalog.pg_backend_pid()) as started,
  coalesce(pg_catalog.current_schema(), 'public')::text as schema,
  (select n.nspname::text from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where c.oid = pg_catalog.to_regclass($1)::pg_catalog.oid) as found_schema,
  (select pg_catalog.json_agg(a.attname) from pg_catalog.pg_attribute a
    where a.attrelid = pg_catalog.to_regclass($1)::pg_catalog.oid and a.attnum > 0 and not a.attisdropped) as columns,
  (select count(*)::int from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_'
      and c.oid is distinct from pg_catalog.to_regclass($1)::pg_catalog.oid
      and not exists (select from pg_catalog.pg_depend d where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass::pg_catalog.oid
        and d.objid = c.oid and d.deptype = 'e')) as tables,
  (select pg_catalog.json_agg(pg_catalog.json_build_object('schema', n.nspname, 'name', c.relname, 'columns',
      (select pg_catalog.json_agg(a.attname) from pg_catalog.pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped)))
    from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and c.relname = any($2::text[])) as known`;
/**
 * Reads what is known of every database, in one query that writes nothing. `historyTable` is `table` or
 * `schema.table`; `known` are names of tables to look for in every schema. Throws DatabaseError.
 */
async function readFacts(session, historyTable, known, at) {
    const asked = parseTableName(historyTable);
    const quoted = asked.schema === '' ? (0,_identifiers_js__WEBPACK_IMPORTED_MODULE_1__/* .quoteIdentifier */ .Cm)(asked.table) : (0,_identifiers_js__WEBPACK_IMPORTED_MODULE_1__/* .quoteName */ .AB)(asked);
    const [facts] = await session.query(factsQuery, [quoted, known]);
    if (facts === undefined)
        throw new _session_js__WEBPACK_IMPORTED_MODULE_2__/* .DatabaseError */ .a({ message: 'the server sent no row' });
    session.knowBackend(facts.backend);
    const { database, role: user, version } = facts;
    return {
        server: { host: at.host, port: at.port, database, user, version },
        backendStarted: facts.started ?? '',
        replica: facts.replica,
        readOnly: facts.read_only,
        history: {
            schema: facts.found_schema ?? (asked.schema === '' ? facts.schema : asked.schema),
            table: asked.table,
        },
        exists: facts.found_schema !== null,
        columns: facts.columns ?? [],
        tables: facts.tables,
        known: facts.known ?? [],
    };
}
/** What became of reading where a database stands: a DatabaseError as a GateError with a cure, anything else as it is. */
function whileReading(error, at) {
    if (!(error instanceof _session_js__WEBPACK_IMPORTED_MODULE_2__/* .DatabaseError */ .a))
        return error;
    if (error.lost)
        return (0,_catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .gateError */ .em)('connection-lost', { where: at.where, reason: error.message });
    return (0,_catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .gateError */ .em)('query-refused', { where: at.where, doing: 'reading where the database stands' }, { server: { code: error.code, severity: error.severity, message: error.message } });
}
/** `schema.table`, harmless. */
function showTable({ schema, table }) {
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .oneLine */ .TN)(`${schema}.${table}`);
}
function parseTableName(name) {
    const dot = name.indexOf('.');
    return dot === -1 ? { schema: '', table: name } : { schema: name.slice(0, dot), table: name.slice(dot + 1) };
}


/***/ }),

/***/ 6324:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AB: () => (/* binding */ quoteName),
/* harmony export */   Cm: () => (/* binding */ quoteIdentifier),
/* harmony export */   ce: () => (/* binding */ quoteLiteral),
/* harmony export */   dZ: () => (/* binding */ writeName)
/* harmony export */ });
/** `"schema"."table"`, for the text of a statement. */
function quoteName(name) {
    return `${quoteIdentifier(name.schema)}.${quoteIdentifier(name.table)}`;
}
/** Double quotes around, and doubled within: the identifier rule of the SQL standard. */
function quoteIdentifier(text) {
    return `"${text.replaceAll('"', '""')}"`;
}
/** A literal that means the same whatever standard_conforming_strings says. */
function quoteLiteral(text) {
    if (text === null)
        return 'null';
    const doubled = text.replaceAll("'", "''");
    return doubled.includes('\\') ? ` E'${doubled.replaceAll('\\', '\\\\')}'` : `'${doubled}'`;
}
/** Words that name nothing without quotes (PostgreSQL documentation, appendix C: reserved). */
const reserved = new Set('all analyse analyze and any array as asc asymmetric authorization binary both case cast check collate collation column concurrently constraint create cross current_catalog current_date current_role current_schema current_time current_timestamp current_user default deferrable desc distinct do else end except false fetch for foreign freeze from full grant group having ilike in initially inner intersect into is isnull join lateral leading left like limit localtime localtimestamp natural not notnull null offset on only or order outer overlaps placing primary references returning right select session_user similar some symmetric system_user table tablesample then to trailing true union unique user using variadic verbose when where window with'.split(' '));
/** A name as a person would write it in SQL: quotes where the server needs them, no `public.` before it. */
function writeName(...parts) {
    const shown = parts.length > 1 && parts[0] === 'public' ? parts.slice(1) : parts;
    return shown
        .map(part => (/^[a-z_][a-z0-9_$]*$/.test(part) && !reserved.has(part) ? part : quoteIdentifier(part)))
        .join('.');
}


/***/ }),

/***/ 460:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Me: () => (/* binding */ statementFault),
/* harmony export */   RQ: () => (/* binding */ endedFault),
/* harmony export */   Y_: () => (/* binding */ unrecordedFault),
/* harmony export */   fv: () => (/* binding */ openingFault),
/* harmony export */   fw: () => (/* binding */ interruptedFault),
/* harmony export */   kf: () => (/* binding */ commitFault),
/* harmony export */   nI: () => (/* binding */ sayUnrecorded),
/* harmony export */   y8: () => (/* binding */ cutExcerpt)
/* harmony export */ });
/* harmony import */ var _catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9078);
/* harmony import */ var _database_facts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9067);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(977);
/* harmony import */ var _objects_expect_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2138);
/* harmony import */ var _server_errors_said_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1609);
/* harmony import */ var _server_errors_violations_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7880);
/* harmony import */ var _run_messages_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8037);
/* harmony import */ var _text_statements_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9957);








/** The failure of one statement, with its place in the file, the lines around it and what the server said. */
function statementFault(error, at, state) {
    const { revision, statement } = at;
    const { id, name } = revision;
    // Many errors of DDL come without a position: then the statement is shown, and no caret pretends to know more.
    const exact = error.position === undefined ? undefined : (0,_text_statements_js__WEBPACK_IMPORTED_MODULE_5__/* .placeOfPosition */ ._R)(statement, error.position);
    const { line, column } = exact ?? statement;
    const place = { path: revision.path, line, column };
    const excerpt = cutExcerpt(revision, { line, caret: exact?.column });
    const said = (0,_server_errors_said_js__WEBPACK_IMPORTED_MODULE_6__/* .sayError */ .I)(error, statement.text);
    const around = { place, excerpt, ...said, state };
    if (error.lost)
        return (0,_catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .makeFault */ .VI)('revision-lost', { id, name, reason: error.message }, { ...around, next: [{ command: 'upgrade' }] });
    const reason = (0,_text_js__WEBPACK_IMPORTED_MODULE_7__/* .oneLine */ .TN)(said.server.message);
    const facts = { id, name, statement: at.number, total: at.total, reason, code: error.code };
    const foreign = (0,_server_errors_violations_js__WEBPACK_IMPORTED_MODULE_3__/* .queriesFor */ .yp)(violationOf(error, at));
    const next = [{ command: 'upgrade' }];
    return (0,_catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .makeFault */ .VI)('revision-failed', facts, {
        ...around,
        ...(foreign.length === 0 ? {} : { foreign }),
        next,
    });
}
function violationOf(error, { revision, statement }) {
    const { code, message, detail = '', about } = error;
    const text = revision.up.transaction ? revision.up.text : statement.text;
    const undone = code.startsWith('23') ? (0,_objects_expect_js__WEBPACK_IMPORTED_MODULE_2__/* .objectsOf */ .i)([], [text]) : [];
    return { code, message, detail, about, statement: statement.text, undone };
}
/** The revision's transaction could not be opened, or its guard failed: no statement of the file has run. */
function openingFault(error, revision, context, state) {
    const { id, path } = revision;
    const { where, history, current } = context;
    const failed = (0,_run_messages_js__WEBPACK_IMPORTED_MODULE_4__/* .readGuard */ .I0)(error.message);
    if (failed === 'lock')
        return (0,_catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .makeFault */ .VI)('lock-lost', { id }, { place: { path } });
    if (failed === 'history') {
        const facts = { ids: current, table: (0,_text_js__WEBPACK_IMPORTED_MODULE_7__/* .oneLine */ .TN)(`${history.schema}.${history.table}`) };
        return (0,_catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .makeFault */ .VI)('history-lost', facts, { next: [{ command: 'plan' }] });
    }
    const around = {
        place: { path },
        server: (0,_server_errors_said_js__WEBPACK_IMPORTED_MODULE_6__/* .serverError */ .i)(error),
        state,
        next: [{ command: 'upgrade' }],
    };
    return (0,_catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .makeFault */ .VI)('query-refused', { where, doing: `opening the transaction of ${id}` }, around);
}
/** The failure of the history row or the COMMIT: no statement of the file is to blame. */
function commitFault(error, revision, history, state) {
    const { id, name, path, up } = revision;
    const said = (0,_server_errors_said_js__WEBPACK_IMPORTED_MODULE_6__/* .sayError */ .I)(error, up.text);
    const around = { place: { path, line: 1 }, ...said, state, next: [{ command: 'upgrade' }] };
    if (error.lost)
        return (0,_catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .makeFault */ .VI)('revision-lost', { id, name, reason: error.message }, around);
    const facts = { id, name, reason: (0,_text_js__WEBPACK_IMPORTED_MODULE_7__/* .oneLine */ .TN)(said.server.message), code: error.code };
    return concerns(error, history)
        ? unrecordedFault(error, revision, history, state)
        : (0,_catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .makeFault */ .VI)('revision-commit', facts, around);
}
/** The history would not take the row of a revision, or how far it has come. */
function unrecordedFault(error, { id, name, path }, history, state) {
    const { server } = (0,_server_errors_said_js__WEBPACK_IMPORTED_MODULE_6__/* .sayError */ .I)(error);
    const reason = isSwallowed(error) ? 'a trigger or a rule swallows the row' : (0,_text_js__WEBPACK_IMPORTED_MODULE_7__/* .oneLine */ .TN)(server.message);
    const table = (0,_database_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .showTable */ .S_)(history);
    const facts = { id, name, table, reason, code: isSwallowed(error) ? '' : error.code };
    const next = [{ command: 'upgrade' }];
    return (0,_catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .makeFault */ .VI)('revision-unrecorded', facts, { place: { path, line: 1 }, server, state, next });
}
/** Of a revision outside of a transaction: what it did, of which the history does not know. */
function sayUnrecorded(done, total) {
    if (done === 0)
        return 'No statement of it was begun.';
    const which = done === 1 ? 'Statement 1' : `Statements 1 to ${done}`;
    return `${which} of ${total} took effect and ${done === 1 ? 'stays' : 'stay'}, and the history does not say so.`;
}
/** Whether it is the history table that the server would not have; all else in that message is the revision's. */
function concerns(error, { table }) {
    return error.about.table === table || error.message.includes(table) || isSwallowed(error);
}
/** Our own statement divides by the number of rows that it wrote; in a function it would say where. */
function isSwallowed({ code, where }) {
    return code === '22012' && where === undefined;
}
/** A statement ended the gate's transaction: what was done before it may be committed. */
function endedFault(revision, statement) {
    const { id, name, path } = revision;
    const { line, column } = statement ?? { line: 1, column: 1 };
    const next = [{ command: 'current', when: 'you want to see where the database stands' }];
    return (0,_catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .makeFault */ .VI)('revision-escaped', { id, name }, { place: { path, line, column }, next });
}
/** The run was told to stop while this revision ran. */
function interruptedFault(revision, state) {
    const { id, name, path } = revision;
    return (0,_catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .makeFault */ .VI)('interrupted', { id, name }, { state, place: { path, line: 1 }, next: [{ command: 'upgrade' }] });
}
/** The marked line with two before and one after, as they are in the file; long lines are cut, and the caret with them. */
function cutExcerpt(revision, at) {
    const lines = revision.up.text.split(/\r\n|\n|\r/);
    const index = at.line - revision.up.startLine;
    const first = Math.max(0, index - 2);
    const shown = lines.slice(first, index + 2);
    return {
        firstLine: revision.up.startLine + first,
        lines: shown.map(line => (0,_text_js__WEBPACK_IMPORTED_MODULE_7__/* .harmless */ .Is)(line).replaceAll('\t', ' ').slice(0, 200)),
        markedLine: at.line,
        ...(at.caret !== undefined && at.caret <= 200 ? { caret: at.caret } : {}),
    };
}


/***/ }),

/***/ 2908:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B8: () => (/* binding */ rewriteHistory),
/* harmony export */   RC: () => (/* binding */ recordApplied),
/* harmony export */   Tv: () => (/* binding */ forgetUnfinished),
/* harmony export */   Z7: () => (/* binding */ trackProgress),
/* harmony export */   e0: () => (/* binding */ trackRemoval),
/* harmony export */   kD: () => (/* binding */ recordRemoved),
/* harmony export */   mH: () => (/* binding */ RecordFailure),
/* harmony export */   nS: () => (/* binding */ createHistory),
/* harmony export */   vg: () => (/* binding */ readTakenBack)
/* harmony export */ });
/* harmony import */ var _database_identifiers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6324);
/* harmony import */ var _database_session_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8188);


/**
 * Makes the history table where there is none, and its schema if need be; also in a session that is read-only outside
 * of transactions that say otherwise. Called by writing commands only.
 */
async function createHistory(session, history) {
    const table = tableStatement(history);
    try {
        await writeAlone(session, table);
    }
    catch (error) {
        // 3F000: the schema of `history-table` does not exist yet.
        if (!(error instanceof _database_session_js__WEBPACK_IMPORTED_MODULE_1__/* .DatabaseError */ .a) || error.code !== '3F000')
            throw error;
        await writeAlone(session, `create schema ${(0,_database_identifiers_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteIdentifier */ .Cm)(history.schema)}; ${table}`);
    }
}
/** In a transaction of its own, of which nothing is left when it fails. */
async function writeAlone(session, statements) {
    try {
        await session.run(`begin read write; ${statements}; commit`);
    }
    catch (error) {
        await session.run('rollback').catch(() => undefined);
        throw error;
    }
}
function tableStatement(history) {
    return `create table ${(0,_database_identifiers_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteName */ .AB)(history)} (
    version text primary key,
    name text not null,
    checksum text not null,
    state text not null check (state in ('applied', 'dirty')),
    statements_done int not null default 0,
    statement_hashes text[] not null default '{}',
    applied_at timestamptz not null default pg_catalog.now(),
    duration_ms int not null default 0,
    applied_by text,
    run_url text,
    commit_sha text
  )`;
}
/**
 * The statement that records a revision as applied, for the same message as the COMMIT. Its duration is the
 * server's: from the BEGIN to this row, none where its clock was set back. It fails (22012) where a trigger
 * or a rule swallows the row. Text and not parameters: several statements in one message take none.
 */
function recordApplied(history, entry, author) {
    const values = [entry.version, entry.name, entry.checksum].map(_database_identifiers_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteLiteral */ .ce).join(', ');
    const by = [author.appliedBy, author.runUrl, author.commitSha].map(text => (0,_database_identifiers_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteLiteral */ .ce)(text === '' ? null : text));
    const ms = 'extract(epoch from pg_catalog.clock_timestamp() - pg_catalog.now()) * 1000';
    return `with recorded as (insert into ${(0,_database_identifiers_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteName */ .AB)(history)}
    (version, name, checksum, state, duration_ms, applied_at, applied_by, run_url, commit_sha)
    values (${values}, 'applied', greatest(0, least(${ms}, 2147483647))::int, pg_catalog.clock_timestamp(), ${by.join(', ')})
    returning 1) select 1 / count(*) from recorded`;
}
/**
 * The statement that takes a revision out of the history, for the same message as the COMMIT of its way down. It fails
 * (22012) where the row is not there, or a trigger or a rule keeps it.
 */
function recordRemoved(history, version) {
    return `with removed as (delete from ${(0,_database_identifiers_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteName */ .AB)(history)}
    where version = ${(0,_database_identifiers_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteLiteral */ .ce)(version)} and state = 'applied' returning 1) select 1 / count(*) from removed`;
}
/** The statement that removes the row of a run that ended before anything took effect. */
function forgetUnfinished(history, version) {
    return `delete from ${(0,_database_identifiers_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteName */ .AB)(history)} where version = ${(0,_database_identifiers_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteLiteral */ .ce)(version)} and state = 'dirty'`;
}
/** The history would not take how far a revision has come; what it did is done all the same. */
class RecordFailure extends Error {
    error;
    /** Statements that took effect. */
    done;
    constructor(error, done) {
        super(error.message);
        this.error = error;
        this.done = done;
    }
}
/** Throws RecordFailure for what the server says, and for a row that is gone; DatabaseError for a lost connection. */
function recorder(session) {
    let taken = 0;
    return async (sql, values, done = taken) => {
        taken = done;
        try {
            const rows = await session.query(`${sql} returning 1`, values);
            if (rows.length === 0)
                throw new _database_session_js__WEBPACK_IMPORTED_MODULE_1__/* .DatabaseError */ .a({ message: 'its row is gone' });
        }
        catch (error) {
            throw error instanceof _database_session_js__WEBPACK_IMPORTED_MODULE_1__/* .DatabaseError */ .a && !error.lost ? new RecordFailure(error, taken) : error;
        }
    };
}
/** Keeps the progress of one `transaction:false` revision in its history row. */
function trackProgress(session, history, entry, author) {
    const table = (0,_database_identifiers_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteName */ .AB)(history);
    const record = recorder(session);
    const update = (set, values, done) => record(`update ${table} set ${set} where version = $1`, [entry.version, ...values], done);
    return {
        async begin() {
            await record(`insert into ${table} (version, name, checksum, state, applied_by, run_url, commit_sha)
         values ($1, $2, $3, 'dirty', $4, $5, $6)
         on conflict (version) do update set name = $2, checksum = $3, applied_by = $4, run_url = $5, commit_sha = $6`, [
                entry.version,
                entry.name,
                entry.checksum,
                author.appliedBy || null,
                author.runUrl || null,
                author.commitSha || null,
            ]);
        },
        statementBegins: hash => update('statement_hashes = statement_hashes[1:statements_done] || $2::text', [hash]),
        statementEnds: done => update('statements_done = $2', [done], done),
        statementFailed: () => update('statement_hashes = statement_hashes[1:statements_done]', []),
        finish: durationMs => update("state = 'applied', duration_ms = duration_ms + $2::int, applied_at = pg_catalog.clock_timestamp()", [Math.round(durationMs)]),
    };
}
/** First of the hashes of a row whose revision is being taken back: what follows are statements of its way down. */
const takenBack = 'down';
/** How far a way down has come, as a `dirty` row tells it; undefined for a way up. */
function readTakenBack(hashes) {
    return hashes[0] === takenBack ? hashes.slice(1) : undefined;
}
/**
 * Keeps the progress of one way down that runs outside of a transaction. The row stays `applied` until the first
 * statement begins, is `dirty` while it is half taken back, and goes with the last.
 */
function trackRemoval(session, history, version) {
    const table = (0,_database_identifiers_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteName */ .AB)(history);
    const record = recorder(session);
    const update = (set, values, done) => record(`update ${table} set ${set} where version = $1`, [version, ...values], done);
    // Of an applied row they tell of the way up.
    const kept = `case when state = 'applied' then '{${takenBack}}'::text[] else statement_hashes[1:statements_done + 1] end`;
    return {
        begin: async () => undefined,
        statementBegins: hash => update(`statement_hashes = ${kept} || $2::text, statements_done = case when state = 'applied' then 0 else statements_done end, state = 'dirty'`, [hash]),
        statementEnds: done => update('statements_done = $2', [done], done),
        statementFailed: () => update(`statement_hashes = case when statements_done = 0 then '{}' else statement_hashes[1:statements_done + 1] end,
         state = case when statements_done = 0 then 'applied' else 'dirty' end`, []),
        finish: () => record(`delete from ${table} where version = $1`, [version]),
    };
}
/** Removes rows, or takes the files' names and checksums into them: what `stamp` does. One transaction. */
async function rewriteHistory(session, history, change, author) {
    const table = (0,_database_identifiers_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteName */ .AB)(history);
    await session.run('begin');
    try {
        await session.query(`delete from ${table} where version = any($1::text[])`, [change.remove]);
        await session.query(`insert into ${table} (version, name, checksum, state, applied_by, run_url, commit_sha)
       select v, n, c, 'applied', $4, $5, $6 from unnest($1::text[], $2::text[], $3::text[]) as r(v, n, c)
       on conflict (version) do update set name = excluded.name, checksum = excluded.checksum, state = 'applied',
         statements_done = 0, statement_hashes = '{}', applied_at = pg_catalog.now(),
         applied_by = $4, run_url = $5, commit_sha = $6`, [
            change.record.map(one => one.version),
            change.record.map(one => one.name),
            change.record.map(one => one.checksum),
            author.appliedBy || null,
            author.runUrl || null,
            author.commitSha || null,
        ]);
        await session.run('commit');
    }
    catch (error) {
        await session.run('rollback').catch(() => undefined);
        throw error;
    }
}


/***/ }),

/***/ 8037:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I0: () => (/* binding */ readGuard),
/* harmony export */   JS: () => (/* binding */ freshSession),
/* harmony export */   cr: () => (/* binding */ messagesOf),
/* harmony export */   oC: () => (/* binding */ readOnlyOutside)
/* harmony export */ });
/* harmony import */ var _database_identifiers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6324);
/* harmony import */ var _history_history_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2908);
/** The messages that one transactional revision comes to: its opening, its statements, its record. */


/** As the role that logged in. */
const ownRole = 'set session authorization default; reset role';
const cleanUp = 'close all; reset all; deallocate all; unlisten *; discard temp; discard sequences';
/**
 * Ends what a revision may have left in its session: role, settings, prepared statements, temporary tables. It is
 * DISCARD ALL without the part that would give up the gate lock, and may run in a transaction.
 */
const freshSession = `${ownRole}; ${cleanUp}`;
/**
 * While revisions are sent ahead, what runs outside of the gate's transactions is refused (25006): a statement whose
 * BEGIN did not take effect, or one that follows a COMMIT which our reader did not see.
 */
const readOnlyOutside = 'set default_transaction_read_only = on';
/** Texts of ours in the error of a guard that failed; both ends of the comparison are here. */
const lockIsLost = 'migration-gate: another session has the gate lock';
const isNotRecorded = 'migration-gate: the revision before is not in the history';
/** Why a guard failed; undefined for all other errors. */
function readGuard(error) {
    if (error.includes(lockIsLost))
        return 'lock';
    return error.includes(isNotRecorded) ? 'history' : undefined;
}
/** All messages of these revisions, in order, made as they are asked for. */
function* messagesOf(ready, context) {
    let previous;
    for (const one of ready) {
        const alone = runsAlone(one);
        const guard = guardOf(context, previous);
        const opening = { owner: one, part: 'opening', waits: alone };
        if (alone)
            yield { ...opening, text: guard, leaves: 'idle' };
        // Until the session refuses what is outside of transactions, a BEGIN has to be seen to be there.
        const unfenced = previous === undefined && !context.fenced;
        let waits = alone || unfenced;
        const begin = openTransaction(context, unfenced);
        yield { ...opening, text: alone ? begin : `${begin}; ${guard}`, leaves: 'open' };
        for (const { text } of one.statements) {
            yield { owner: one, part: 'statement', text, waits, leaves: 'open' };
            waits = false;
        }
        yield {
            owner: one,
            part: 'record',
            text: recordAndCommit(one, context),
            waits: waits || alone,
            leaves: 'idle',
        };
        previous = one;
    }
}
/** What may undo what keeps revisions apart, or has to come before any query of its transaction. */
const bendsSession = /\breset\b|\btransaction_(?:isolation|deferrable|read_only)\b|_transaction_read_only\b|\bcharacteristics\b/i;
/** Each of its steps is sent when the one before is answered; what is before it is answered first. */
function runsAlone({ recorded, revision }) {
    return recorded || bendsSession.test(revision.up.text);
}
/** Quotes and encoding as our reader assumes them, whatever role and database say. Asks nothing: no snapshot is taken. */
function openTransaction({ lockTimeoutMs, statementTimeoutMs }, unfenced) {
    const begin = `begin read write${unfenced ? `; ${readOnlyOutside}` : ''}`;
    return `${begin}; set local standard_conforming_strings = on; set local lock_timeout = ${lockTimeoutMs}; set local statement_timeout = ${statementTimeoutMs}`;
}
/**
 * Fails unless the gate lock is ours (asked by taking it once more, which costs no wait) and the revision that was
 * sent before is recorded. A failed COMMIT ends its transaction, and the BEGIN behind it would then succeed.
 */
function guardOf({ lockKey, history }, previous) {
    const recorded = previous === undefined ? '' : ` when not ${isSettled(history, previous)} then '${isNotRecorded}'`;
    return `select (case when not pg_catalog.pg_try_advisory_lock('${lockKey}'::pg_catalog.int8) then '${lockIsLost}'${recorded} else 'true' end)::pg_catalog.bool`;
}
/** The row of a way up is there; that of a way down is gone. */
function isSettled(history, { revision, removes }) {
    return removes === undefined ? isRecorded(history, revision.id) : `not ${isRecorded(history, removes.row)}`;
}
function isRecorded(history, version) {
    const same = (column, value) => `${column} operator(pg_catalog.=) ${(0,_database_identifiers_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteLiteral */ .ce)(value)}`;
    return `exists (select from ${(0,_database_identifiers_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteName */ .AB)(history)} where ${same('version', version)} and ${same('state', 'applied')})`;
}
/**
 * The row is written as the role that logged in, whatever the revision set; deferred constraints are checked before
 * it, so that a violation is known before the COMMIT, and the session is fresh with it.
 */
function recordAndCommit({ revision, recorded, removes }, { history, author }) {
    const { id: version, name, checksum } = revision;
    return [
        ownRole,
        'set constraints all immediate',
        ...(recorded ? [(0,_history_history_js__WEBPACK_IMPORTED_MODULE_1__/* .forgetUnfinished */ .Tv)(history, version)] : []),
        removes === undefined
            ? (0,_history_history_js__WEBPACK_IMPORTED_MODULE_1__/* .recordApplied */ .RC)(history, { version, name, checksum }, author)
            : (0,_history_history_js__WEBPACK_IMPORTED_MODULE_1__/* .recordRemoved */ .kD)(history, removes.row),
        cleanUp,
        readOnlyOutside,
        'commit',
    ].join('; ');
}


/***/ }),

/***/ 7538:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pj: () => (/* binding */ giveUpAfter),
/* harmony export */   ec: () => (/* binding */ cancelOnAbort),
/* harmony export */   z9: () => (/* binding */ askSoon)
/* harmony export */ });
/* harmony import */ var _database_session_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8188);
/* harmony import */ var _sleep_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8503);
/** What a signal does to the sessions of a run: it cancels, waits a little, and gives up. */


const cancelEveryMs = 500;
/** From the signal on, how long a session may take to end what it does, and then a question to be answered. */
const endsWithinMs = 2_000;
const answersWithinMs = 1_200;
/**
 * From now on a signal cancels what the session runs, again every half second. Call what it returns when there is
 * nothing more to cancel: it resolves when no cancellation is under way that could hit what comes next.
 */
function cancelOnAbort({ session, signal }) {
    let timer;
    let last = Promise.resolve();
    const cancel = () => {
        last = Promise.all([last, session.cancel()]).then(() => undefined);
    };
    const begin = () => {
        cancel();
        timer = setInterval(cancel, cancelEveryMs);
    };
    if (signal.aborted)
        begin();
    else
        signal.addEventListener('abort', begin, { once: true });
    return () => {
        signal.removeEventListener('abort', begin);
        clearInterval(timer);
        // Of a session that has ended nothing is left to be hit, and what was to cancel it may never get through.
        return signal.aborted ? Promise.race([last, endOf(session)]) : last;
    };
}
function endOf({ ended }) {
    return new Promise(resolve => {
        if (ended.aborted)
            resolve();
        else
            ended.addEventListener('abort', () => resolve(), { once: true });
    });
}
/** Over a way that has gone silent nothing is ever answered: some time after the signal the session is given up. */
function giveUpAfter(session, signal) {
    const giveUp = () => {
        setTimeout(() => session.hangUp(), endsWithinMs).unref();
    };
    if (signal.aborted)
        giveUp();
    else {
        signal.addEventListener('abort', giveUp, { once: true });
        session.ended.addEventListener('abort', () => signal.removeEventListener('abort', giveUp));
    }
}
/** What is asked of the database; once the signal came, not for long. Throws DatabaseError, as for a lost connection. */
function askSoon(signal, work) {
    const late = () => new _database_session_js__WEBPACK_IMPORTED_MODULE_0__/* .DatabaseError */ .a({ message: 'there was no answer in time', lost: true });
    return (0,_sleep_js__WEBPACK_IMPORTED_MODULE_1__/* .soonAfter */ .QD)(signal, answersWithinMs, work, late);
}


/***/ })

};
