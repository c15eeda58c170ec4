export const id = 761;
export const ids = [761];
export const modules = {

/***/ 9861:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ openBlockers)
/* harmony export */ });
/* harmony import */ var _sleep_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8503);
/* harmony import */ var _sessions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2563);


/** pg_blocking_pids takes locks of the lock manager: it is asked only for who waits. */
const blocking = `select distinct pg_catalog.unnest(pg_catalog.pg_blocking_pids(w.pid)) as pid
  from pg_catalog.pg_stat_activity w where w.pid = any($1::int[]) and w.wait_event_type = 'Lock'`;
const goodbyeMs = 1_000;
const given = 'select pg_catalog.unnest($1::int[]) as pid';
/**
 * `open` is called at the first question, and again after a failure: most runs never ask. A database that has no
 * connection left to give is answered for with an empty list.
 */
function openBlockers(open) {
    let opening;
    let session;
    let closed = false;
    const connect = async () => {
        opening ??= open();
        session = await opening;
        if (closed)
            await session.close();
        return session;
    };
    const ask = async (which, pids) => {
        if (pids.length === 0)
            return [];
        try {
            return await (await connect()).query(`select b.pid, ${_sessions_js__WEBPACK_IMPORTED_MODULE_0__/* .seenColumns */ .Pp} from (${which}) b left join pg_catalog.pg_stat_activity a on a.pid = b.pid
         order by a.xact_start, b.pid limit 20`, [pids]);
        }
        catch {
            // A question that was refused leaves its session alive, and it may be somebody else's.
            if (session === undefined || session.ended.aborted)
                opening = undefined;
            return [];
        }
    };
    return {
        findFor: pids => ask(blocking, pids),
        see: pids => ask(given, pids),
        async close() {
            closed = true;
            await (0,_sleep_js__WEBPACK_IMPORTED_MODULE_1__/* .atMost */ .Tu)(goodbyeMs, session?.close(), undefined);
        },
    };
}


/***/ }),

/***/ 9220:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  i: () => (/* binding */ requireWritable)
});

// EXTERNAL MODULE: ./build/catalogue/catalogue.js + 18 modules
var catalogue = __webpack_require__(9078);
// EXTERNAL MODULE: ./build/sleep.js
var sleep = __webpack_require__(8503);
;// CONCATENATED MODULE: ./build/database/doctor/own-backend.js

/** How often we ask who serves us while the second session keeps a process to itself, and what is between two. */
const asks = 12;
const mostPauseMs = 8;
/** How long a second session may wait for a backend before we look who has it. */
const helperMs = 3_000;
/**
 * Whether a session behind a pooler keeps its server process between transactions, as it does in session mode. Both
 * modes announce a made-up pid, so it is tried: a second session opens a transaction, which takes any process that the
 * pool thinks is free. In transaction mode that is ours, or ours is another one when we ask again; a pool that hands
 * out its processes in turn shows itself when we ask twice. In session mode neither can happen, and when all processes
 * are taken the second session waits while we are answered. False also when there is no second session to be had.
 */
async function keepsBackend(session, open) {
    const ours = session.pid;
    if ((await backendOf(session)) !== ours)
        return false;
    const helper = open();
    // When it comes late, nobody waits for it any more.
    const close = () => helper.then(one => one.close()).catch(() => undefined);
    try {
        const taken = helper.then(async (one) => {
            await one.run('begin');
            return backendOf(one);
        });
        const theirs = await (0,sleep/* atMost */.Tu)(helperMs, taken, 'waiting');
        if (theirs === ours)
            return false;
        // A busy pool gives us ours again by chance, once or twice.
        for (let count = 0; count < asks; count++) {
            if ((await (0,sleep/* atMost */.Tu)(helperMs, backendOf(session), 'waiting')) !== ours)
                return false;
            await new Promise(resolve => setTimeout(resolve, Math.random() * mostPauseMs));
        }
        return true;
    }
    catch {
        return false;
    }
    finally {
        void close();
    }
}
async function backendOf(session) {
    const [row] = await session.query('select pg_catalog.pg_backend_pid() as pid');
    return row?.pid ?? 0;
}

;// CONCATENATED MODULE: ./build/database/doctor/require-writable.js


/**
 * Throws GateError unless revisions can be run, and a lock held, on this session: `replica`, `read-only`, `pooler`.
 * Asks the server nothing more where the session leads straight to it.
 */
async function requireWritable(session, state, { where }, open) {
    if (state.replica)
        throw (0,catalogue/* gateError */.em)('replica', { where });
    if (state.readOnly)
        throw (0,catalogue/* gateError */.em)('read-only', { where, user: state.server.user });
    if (session.pooled && !(await keepsBackend(session, () => open(() => undefined, 'once'))))
        throw (0,catalogue/* gateError */.em)('pooler', { where });
}


/***/ }),

/***/ 4653:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HJ: () => (/* binding */ takeLock),
/* harmony export */   IL: () => (/* binding */ findHolder),
/* harmony export */   TL: () => (/* binding */ lockKey),
/* harmony export */   ub: () => (/* binding */ holdsLock)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9078);
/* harmony import */ var _sleep_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8503);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8188);
/* harmony import */ var _sessions_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2563);





/**
 * One advisory lock key per database and history table, the same for all engines: the first 64 bits of a
 * sha256, as Postgres's signed bigint in decimal. `table` is the qualified name.
 */
function lockKey(database, table) {
    const digest = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(`migration-gate\0${database}\0${table}`).digest();
    return digest.readBigInt64BE(0).toString();
}
const firstPauseMs = 100;
const longestPauseMs = 2_000;
const sayEveryMs = 5_000;
const silenceMs = 30_000;
/**
 * Takes the gate lock for this session, and resolves to what `read` asks of it under the lock. It is polled, for a
 * session that *waits* in pg_advisory_lock holds a snapshot, and a CREATE INDEX CONCURRENTLY of the holder then waits
 * for it until one of the two is killed. Undefined when the signal came first. Throws what `read` throws, and
 * GateError: `lock-wait`, which names the holder, when the time is over, and `connection-lost`.
 */
async function takeLock(session, wait, read) {
    const began = performance.now();
    let said = Number.NEGATIVE_INFINITY;
    for (let pause = firstPauseMs;; pause = Math.min(pause * 1.5, longestPauseMs)) {
        if (wait.signal.aborted)
            return undefined;
        const trying = holdsLock(session, wait.key);
        // Sent behind the first try, which mostly has the lock, so that both take one trip. The server reads it afterwards.
        const early = pause === firstPauseMs ? read() : undefined;
        early?.catch(() => undefined);
        if (await answered(trying, wait.where))
            return early ?? read();
        const elapsed = performance.now() - began;
        if (elapsed >= wait.waitMs) {
            const { pid, text: holder } = await answered(nameHolder(session, wait.key), wait.where);
            throw (0,_catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_1__/* .gateError */ .em)('lock-wait', { where: wait.where, waited: wait.waitText, holder, pid });
        }
        if (elapsed - said >= sayEveryMs) {
            said = elapsed;
            wait.onWaiting((await answered(nameHolder(session, wait.key), wait.where)).text, elapsed);
        }
        await (0,_sleep_js__WEBPACK_IMPORTED_MODULE_4__/* .sleep */ .yy)(Math.min(pause * (0.75 + Math.random() / 2), wait.waitMs - elapsed + 1), wait.signal);
    }
}
/**
 * Whether this session has the lock, asked by taking it once more: a session's lock counts, and costs no wait.
 * False when another session has it by now, because somebody gave ours up (`pg_advisory_unlock_all`).
 */
async function holdsLock(session, key) {
    const [row] = await session.query('select pg_catalog.pg_try_advisory_lock($1::bigint) as had', [key]);
    return row?.had === true;
}
/** Over a way that is silent a question is answered never, and `wait` would not count. */
async function answered(question, where) {
    const late = Symbol('late');
    try {
        const answer = await (0,_sleep_js__WEBPACK_IMPORTED_MODULE_4__/* .atMost */ .Tu)(silenceMs, question, late);
        if (answer !== late)
            return answer;
    }
    catch (error) {
        if (!(error instanceof _session_js__WEBPACK_IMPORTED_MODULE_2__/* .DatabaseError */ .a) || !error.lost)
            throw error;
        throw (0,_catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_1__/* .gateError */ .em)('connection-lost', { where, reason: error.message });
    }
    throw (0,_catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_1__/* .gateError */ .em)('connection-lost', { where, reason: `there was no answer for ${silenceMs / 1000} s` });
}
/** Another session that has the lock now, in words; undefined where none has. Throws DatabaseError. */
async function findHolder(session, key) {
    const { pid, text } = await nameHolder(session, key);
    return pid === 0 || pid === session.pid ? undefined : text;
}
/** Who has the lock, since when, and what it does now. */
async function nameHolder(session, key) {
    const rows = await session.query(`select l.pid, ${_sessions_js__WEBPACK_IMPORTED_MODULE_3__/* .seenColumns */ .Pp}
     from pg_catalog.pg_locks l left join pg_catalog.pg_stat_activity a on a.pid = l.pid
     where l.locktype = 'advisory' and l.granted and l.objsubid = 1
       and l.database = (select oid from pg_catalog.pg_database where datname = pg_catalog.current_database())
       and ((l.classid::bigint << 32) | l.objid::bigint) = $1::bigint
     limit 1`, [key]);
    const [holder] = rows;
    if (holder === undefined)
        return { pid: 0, text: 'a session that has just ended' };
    return { pid: holder.pid, text: (0,_sessions_js__WEBPACK_IMPORTED_MODULE_3__/* .saySession */ .iY)(holder, 'since') };
}


/***/ }),

/***/ 2563:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pp: () => (/* binding */ seenColumns),
/* harmony export */   b5: () => (/* binding */ saySessions),
/* harmony export */   iY: () => (/* binding */ saySession)
/* harmony export */ });
/* harmony import */ var _engines_sql_text_describe_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4762);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(977);


const age = (since) => `greatest(0, extract(epoch from pg_catalog.clock_timestamp() - a.${since}))::float8`;
/** Columns of a SeenSession, but for its pid, from pg_stat_activity as `a`. */
const seenColumns = `a.backend_type as kind, a.usename::text as user, a.application_name as application,
  pg_catalog.to_char(a.backend_start at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS') as since, a.state,
  ${age('state_change')} as "inState", ${age('query_start')} as "inStatement", ${age('xact_start')} as "inTransaction",
  pg_catalog.left(a.query, 600) as query,
  case when a.wait_event_type = 'Lock' then pg_catalog.pg_blocking_pids(a.pid) end as behind`;
/**
 * A session in one harmless line: who it is, what it does and for how long. Of its statement only the first words are
 * shown, and no string or long number in them, because that may be a password or somebody's data.
 */
function saySession(seen, since) {
    if (seen.pid === 0)
        return 'a prepared transaction (select * from pg_prepared_xacts)';
    const { kind, user, application, behind } = seen;
    const who = [user === null ? '' : `user ${user}`, application ?? ''].filter(part => part !== '');
    const foreign = kind === null || kind === 'client backend' ? '' : `${kind} `;
    const queued = behind === null || behind.length === 0 ? '' : `, itself waiting for pid ${behind.join(', ')}`;
    const name = `${foreign}pid ${seen.pid}${who.length === 0 ? '' : ` (${who.join(', ')})`}`;
    const connected = since === undefined || seen.since === null ? '' : `, connected since ${seen.since} UTC`;
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(`${name}${connected}${sayWork(seen)}${queued}`, 400);
}
/** The first two of them, and how many more there are. */
function saySessions(seen) {
    const shown = seen
        .slice(0, 2)
        .map(one => saySession(one))
        .join('; ');
    return seen.length > 2 ? `${shown}; and ${seen.length - 2} more` : shown;
}
/** Without quotes around it, a number may be somebody's all the same; not a part of a name, such as `orders_2024`. */
const longNumber = /(?<![\w"])\d{4,}(?:\.\d+)?(?!\w)/g;
/** `, active for 12 s, runs: vacuum orders`. */
function sayWork(seen) {
    const { application, state, inState, inStatement, inTransaction, query } = seen;
    // Of a session that lives, the name is there for everybody, if empty.
    if (application === null)
        return ', which has just ended';
    if (state === null)
        return ', whose work our role may not see (pg_read_all_stats)';
    const running = state === 'active' || state === 'fastpath function call';
    const doing = `, ${state} for ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .sayAge */ .PS)((running ? inStatement : inState) ?? 0)}`;
    if (state === 'idle' || state === 'disabled')
        return doing;
    const older = (inTransaction ?? 0) - (running ? (inStatement ?? 0) : 0) >= 1;
    const open = older ? `, in a transaction of ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .sayAge */ .PS)(inTransaction ?? 0)}` : '';
    const words = (0,_engines_sql_text_describe_js__WEBPACK_IMPORTED_MODULE_0__/* .headline */ .P)({ text: query ?? '' }).replace(longNumber, '…');
    return `${doing}${open}${words === '' ? '' : `, ${running ? 'runs' : 'last ran'}: ${words}`}`;
}


/***/ }),

/***/ 7800:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ explainObjects)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(977);
/** What the objects of a failed revision tell of it: out of step, half there, or another matter. Pure. */

/** Tells from the objects where the revision stands, and every way out. */
function explainObjects(found, revision, around = {}) {
    const id = (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(revision, 80);
    const acts = found.filter(one => one.effect !== 'needs');
    const done = acts.filter(isDone);
    const unseen = sayUnseen(around.unseen ?? []);
    if (acts.length === 0)
        return { stand: 'unknown', text: sayNeeds(found, id).trim(), next: [mended] };
    const { said, texts } = around.missed ?? { said: '', texts: [] };
    const typos = done.filter(one => one.effect === 'removes' && said.includes(one.name) && !isNamed(one, texts));
    if (typos.length > 0) {
        const names = list(typos.map(one => ({ ...one, effect: 'needs' })));
        return { stand: 'none', text: `No revision before ${id} names ${names}: mend the name.`, next: [mended] };
    }
    if (done.length === acts.length) {
        const what = acts.every(one => one.effect === 'makes') ? 'makes is already there' : 'does is already done';
        const text = `Out of step: as far as names tell, everything that ${id} ${what} (${list(acts)}), and the ${around.record ?? 'version table'} does not know it.${unseen}`;
        return {
            stand: 'all',
            text,
            next: [...first(around), stamp(revision, 'it is there as the revision would make it')],
        };
    }
    if (done.length > 0) {
        const missing = acts.filter(one => !isDone(one));
        const text = `A part of ${id} is in the database, as after a run by hand. There: ${list(done)}. Not there: ${list(missing)}.${unseen}`;
        const next = [
            { command: 'upgrade', when: 'you have undone by hand what is there' },
            ...first(around),
            stamp(revision, 'you have finished by hand what is not there'),
        ];
        return { stand: 'some', text, next };
    }
    return { stand: 'none', text: `${sayTaken(acts, id)}${sayNeeds(found, id)}`.trim(), next: [mended] };
}
const mended = { command: 'upgrade', when: 'the revision or the database is mended' };
function isDone(one) {
    return one.effect === 'removes' ? !one.exists && one.instead === undefined : one.exists;
}
/** The server and conventions name constraints and indexes, too: their longer parts count. */
function isNamed({ kind, name }, texts) {
    const isIn = (pattern, most = 0) => {
        const read = (text) => text.toLowerCase().match(pattern) ?? [];
        const words = new Set(['check', ...texts.flatMap(read)]);
        return read(name).every(word => word.length < most || words.has(word));
    };
    return isIn(/[\p{L}\p{N}_$]+/gu) || (/^(?:con|ind|seq)/.test(kind) && isIn(/[\p{L}\p{N}$]+/gu, 5));
}
function stamp(revision, when) {
    return { command: 'stamp', revision, when };
}
/** Stamping also records what comes before: that has to run first. */
function first({ before = [] }) {
    const last = before.at(-1);
    if (last === undefined)
        return [];
    const when = `before the stamp: ${before.length === 1 ? 'it is' : 'they are'} not applied, and a stamp would pass over ${before.length === 1 ? 'it' : 'them'}`;
    return [{ command: 'upgrade', revision: last, when }];
}
function sayTaken(acts, id) {
    const taken = acts.filter(one => one.effect === 'makes' && one.instead !== undefined);
    if (taken.length === 0)
        return '';
    const said = taken.slice(0, most).map(one => `${nameOf(one)} is ${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(one.instead ?? '', 120)}`);
    return `A name that ${id} wants is used by something else: ${said.join('; ')}. `;
}
function sayNeeds(found, id) {
    const missing = found.filter(one => one.effect === 'needs' && !one.exists);
    const gone = found.filter(one => one.effect === 'removes' && !one.exists);
    const lacking = missing.length > 0 ? missing : gone;
    return lacking.length === 0
        ? ''
        : `${id} needs ${list(lacking)}, which the database does not have under that name. `;
}
function sayUnseen(unseen) {
    if (unseen.length === 0)
        return '';
    const shown = unseen.slice(0, 3).map(one => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(one, 60));
    return ` Whether its data and other statements ran cannot be seen (${shown.join(', ')}${unseen.length > 3 ? ', …' : ''}): look before you stamp.`;
}
const most = 8;
/** `table orders, column orders.status (removed)`, eight of them at most. */
function list(objects) {
    const said = objects
        .slice(0, most)
        .map(one => `${one.kind} ${nameOf(one)}${one.effect === 'removes' ? ' (removed)' : ''}`);
    const more = objects.length - said.length;
    return `${said.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
function nameOf({ kind, schema, table, name }) {
    const dotted = kind === 'column' || kind === 'constraint' ? [schema, table, name] : [schema, name];
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(dotted.filter(part => part !== undefined).join('.'), 130);
}


/***/ }),

/***/ 8279:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ findObjects)
/* harmony export */ });
/**
 * One row for each object asked for. Read from the catalogs and not by to_regclass, which refuses a schema that
 * the role may not use; a name without a schema is looked up as the server would, by the session's search_path.
 */
const query = `with asked as (
  select row_number() over () as i, kind, nullif(schema, '') as schema, name, nullif(tbl, '') as tbl
  from unnest($1::text[], $2::text[], $3::text[], $4::text[]) as a(kind, schema, name, tbl)
), relation as (
  select a.i, c.oid, c.relkind::text as relkind, on_table.relname::text as on_table,
    coalesce(i.indisvalid, true) as valid
  from asked a
  join pg_catalog.pg_class c on c.relname = a.name
  join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  left join pg_catalog.pg_index i on i.indexrelid = c.oid
  left join pg_catalog.pg_class on_table on on_table.oid = i.indrelid
  where a.kind in ('table', 'view', 'sequence', 'index')
    and case when a.schema is null then pg_catalog.pg_table_is_visible(c.oid) else n.nspname = a.schema end
), owner as (
  select a.i, c.oid
  from asked a
  join pg_catalog.pg_class c on c.relname = a.tbl
  join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  where a.kind in ('column', 'constraint')
    and case when a.schema is null then pg_catalog.pg_table_is_visible(c.oid) else n.nspname = a.schema end
)
select r.relkind, r.on_table, r.valid, case a.kind
  when 'column' then exists (select from owner o join pg_catalog.pg_attribute t on t.attrelid = o.oid
    where o.i = a.i and t.attname = a.name and t.attnum > 0 and not t.attisdropped)
  when 'constraint' then exists (select from owner o join pg_catalog.pg_constraint k on k.conrelid = o.oid
    where o.i = a.i and k.conname = a.name)
  when 'type' then exists (select from pg_catalog.pg_type t
    join pg_catalog.pg_namespace n on n.oid = t.typnamespace
    left join pg_catalog.pg_class c on c.oid = t.typrelid
    where t.typname = a.name and (c.oid is null or c.relkind = 'c')
      and case when a.schema is null then pg_catalog.pg_type_is_visible(t.oid) else n.nspname = a.schema end)
  when 'schema' then exists (select from pg_catalog.pg_namespace n where n.nspname = a.name)
  when 'function' then exists (select from pg_catalog.pg_proc p
    join pg_catalog.pg_namespace n on n.oid = p.pronamespace
    where p.proname = a.name
      and case when a.schema is null then pg_catalog.pg_function_is_visible(p.oid) else n.nspname = a.schema end)
  when 'extension' then exists (select from pg_catalog.pg_extension e where e.extname = a.name)
  else false end as found
from asked a left join relation r on r.i = a.i
order by a.i`;
/** Which of the objects the database has, by one query of the catalogs. Throws DatabaseError. */
async function findObjects(session, objects) {
    if (objects.length === 0)
        return [];
    const column = (read) => objects.map(read);
    const rows = await session.query(query, [
        column(one => one.kind),
        column(one => one.schema ?? ''),
        column(one => one.name),
        column(one => one.table ?? ''),
    ]);
    return objects.map((one, index) => judge(one, rows[index]));
}
const relkinds = {
    table: 'rpf',
    view: 'vm',
    sequence: 'S',
    index: 'iI',
};
const words = {
    r: 'a table',
    p: 'a table',
    f: 'a foreign table',
    v: 'a view',
    m: 'a materialized view',
    S: 'a sequence',
    c: 'a type',
};
function judge(one, row) {
    const wanted = relkinds[one.kind];
    if (wanted === undefined || row === undefined)
        return { ...one, exists: row?.found ?? false };
    const { relkind, on_table: onTable, valid } = row;
    if (relkind === null)
        return { ...one, exists: false };
    // ALTER TABLE and DROP TABLE take a view's name too; what is only needed need not be a table.
    const fits = wanted.includes(relkind) || (one.effect === 'needs' && 'rpfvm'.includes(relkind));
    if (!fits) {
        const index = `an index${onTable === null ? '' : ` of ${onTable}`}`;
        return { ...one, exists: false, instead: words[relkind] ?? index };
    }
    if (valid === false)
        return { ...one, exists: false, instead: 'an INVALID index that a failed CREATE INDEX CONCURRENTLY left' };
    if (one.kind === 'index' && one.table !== undefined && onTable !== null && onTable !== one.table)
        return { ...one, exists: false, instead: `an index of ${onTable}` };
    return { ...one, exists: true };
}


/***/ }),

/***/ 2372:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ tellStand)
/* harmony export */ });
/* harmony import */ var _catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9078);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(977);


/** A fault of "already exists" or "does not exist", told by where its revision stands: out of step, or half there. */
function tellStand(fault, id, { stand, text, next }) {
    if (stand !== 'all' && stand !== 'some')
        return fault;
    const { message = '', code = '' } = fault.server ?? {};
    const facts = { id, reason: (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(message.trim()).replace(/[.?\s]+$/, ''), code, text };
    return { ...fault, ...(0,_catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .makeFault */ .VI)(stand === 'all' ? 'out-of-step' : 'half-there', facts), next };
}


/***/ }),

/***/ 2119:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GB: () => (/* binding */ readDenied),
/* harmony export */   O4: () => (/* binding */ grantFor),
/* harmony export */   ll: () => (/* binding */ grantLine),
/* harmony export */   y1: () => (/* binding */ lineFor)
/* harmony export */ });
/* harmony import */ var _database_identifiers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6324);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(977);
/** The statement that would have allowed what the server forbade (42501). Pure. */


/** What each kind of object lets be granted. */
const rights = {
    table: 'select, insert, update, delete on table',
    relation: 'select, insert, update, delete on table',
    view: 'select on table',
    schema: 'usage, create on schema',
    sequence: 'usage, select, update on sequence',
    function: 'execute on function',
    procedure: 'execute on procedure',
    database: 'create on database',
    type: 'usage on type',
    language: 'usage on language',
    tablespace: 'create on tablespace',
};
/** Kinds of one word, and those of several. */
const ownerMessage = /^must be owner of (materialized view|foreign table|event trigger|text search \w+|operator class|operator family|[a-z]+) (.+)$/;
/** Reads the server's message; undefined where it names no object. */
function readDenied(message) {
    const owner = ownerMessage.exec(message);
    const denied = /^permission denied for ([a-z]+) (.+)$/.exec(message);
    const [, kind = '', object = ''] = owner ?? denied ?? [];
    const real = kind === 'relation' ? 'table' : kind;
    if (real === '' || (owner === null && rights[real] === undefined))
        return undefined;
    return { kind: real, name: shown(object.replace(/^"(.*)"$/, '$1')), owns: owner !== null };
}
/** The line that lets `role` do it. `schema` is that of the object, where it is known. */
function grantLine({ kind, name, owns }, role, schema) {
    const object = schema === undefined ? (0,_database_identifiers_js__WEBPACK_IMPORTED_MODULE_0__/* .writeName */ .dZ)(name) : (0,_database_identifiers_js__WEBPACK_IMPORTED_MODULE_0__/* .writeName */ .dZ)(schema, name);
    return owns
        ? `alter ${kind} ${object} owner to ${(0,_database_identifiers_js__WEBPACK_IMPORTED_MODULE_0__/* .writeName */ .dZ)(shown(role))};`
        : `grant ${rights[kind]} ${object} to ${(0,_database_identifiers_js__WEBPACK_IMPORTED_MODULE_0__/* .writeName */ .dZ)(shown(role))};`;
}
/** Who has to do what, as a sentence without its full stop. The names are those that the server gave. */
function grantFor(message, user) {
    const denied = readDenied(message);
    if (denied !== undefined)
        return denied.owns
            ? `Migrate as the role that owns it, or, as that role or a superuser: \`${grantLine(denied, user)}\``
            : `As its owner or a superuser: \`${grantLine(denied, user)}\``;
    const other = lineFor(message, user);
    return other === undefined
        ? `Let the owner or a superuser allow it to ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(user, 80)}`
        : `Let a superuser (on a hosted server: its console) do it once: \`${other}\``;
}
/** What a superuser would type for a right that belongs to no object; undefined where no line does. */
function lineFor(message, user) {
    const extension = /^permission denied to create extension "(.+)"$/.exec(message)?.[1];
    if (extension !== undefined)
        return `create extension if not exists ${(0,_database_identifiers_js__WEBPACK_IMPORTED_MODULE_0__/* .writeName */ .dZ)(shown(extension))};`;
    const role = /^(?:must be member of role|must be able to SET ROLE|permission denied to set role) "(.+)"$/.exec(message)?.[1];
    return role === undefined ? undefined : `grant ${(0,_database_identifiers_js__WEBPACK_IMPORTED_MODULE_0__/* .writeName */ .dZ)(shown(role))} to ${(0,_database_identifiers_js__WEBPACK_IMPORTED_MODULE_0__/* .writeName */ .dZ)(shown(user))};`;
}
/** A backtick would end the code that a summary shows it as. */
function shown(name) {
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(name, 80).replaceAll('`', "'");
}


/***/ }),

/***/ 3367:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ keepRunnable),
/* harmony export */   j: () => (/* binding */ findRowsQuery)
/* harmony export */ });
/* harmony import */ var _database_identifiers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6324);
/* harmony import */ var _database_session_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8188);
/* harmony import */ var _sql_text_words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1218);
/* harmony import */ var _violations_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7880);
/** Queries for rows that violate a constraint of which the statement says too little: the catalog has the rest. */




/** `columns` are those that the server named. Undefined where no query can tell. Throws DatabaseError. */
async function findRowsQuery(session, statement, columns) {
    const words = (0,_sql_text_words_js__WEBPACK_IMPORTED_MODULE_2__/* .readWords */ .ux)(statement);
    if (!(0,_sql_text_words_js__WEBPACK_IMPORTED_MODULE_2__/* .matchWords */ .RD)(words, 0, 'alter', 'table'))
        return undefined;
    const named = (0,_sql_text_words_js__WEBPACK_IMPORTED_MODULE_2__/* .readName */ .MQ)(words, (0,_sql_text_words_js__WEBPACK_IMPORTED_MODULE_2__/* .skipWords */ .XY)(words, (0,_sql_text_words_js__WEBPACK_IMPORTED_MODULE_2__/* .skipWords */ .XY)(words, 2, 'if', 'exists'), 'only'));
    if (named === undefined)
        return undefined;
    const validated = words.indexOf('validate', named.next);
    if (validated !== -1) {
        const constraint = (0,_sql_text_words_js__WEBPACK_IMPORTED_MODULE_2__/* .readName */ .MQ)(words, validated + 2)?.parts[0];
        return constraint === undefined ? undefined : ofConstraint(session, named.parts, constraint);
    }
    const target = (0,_sql_text_words_js__WEBPACK_IMPORTED_MODULE_2__/* .readName */ .MQ)(words, words.indexOf('references', named.next) + 1);
    if (!words.includes('references') || target === undefined || columns.length === 0)
        return undefined;
    const theirs = await primaryKeyOf(session, target.parts);
    return theirs.length !== columns.length
        ? undefined
        : (0,_violations_js__WEBPACK_IMPORTED_MODULE_3__/* .orphansQuery */ .AN)({ table: (0,_database_identifiers_js__WEBPACK_IMPORTED_MODULE_0__/* .writeName */ .dZ)(...named.parts), columns, target: (0,_database_identifiers_js__WEBPACK_IMPORTED_MODULE_0__/* .writeName */ .dZ)(...target.parts), theirs });
}
/** Without the queries that the database could not run, for what they ask was undone: it plans them, and runs none. */
async function keepRunnable(fault, session) {
    const { foreign, ...bare } = fault;
    if (foreign === undefined)
        return fault;
    const kept = [];
    for (const one of foreign)
        if (await isRunnable(one.line, session))
            kept.push(one);
    return kept.length === 0 ? bare : { ...bare, foreign: kept };
}
async function isRunnable(line, session) {
    if (!line.startsWith('select '))
        return true;
    try {
        await session.query(`explain ${line}`);
        return true;
    }
    catch (error) {
        if (error instanceof _database_session_js__WEBPACK_IMPORTED_MODULE_1__/* .DatabaseError */ .a)
            return false;
        throw error;
    }
}
/** A constraint that is there, and is not validated. */
async function ofConstraint(session, table, name) {
    const [found] = await session.query(`select pg_catalog.pg_get_expr(k.conbin, k.conrelid) as condition,
       array(select a.attname::text from pg_catalog.unnest(k.conkey) with ordinality as c(num, at)
         join pg_catalog.pg_attribute a on a.attrelid = k.conrelid and a.attnum = c.num order by c.at) as ours,
       nullif(k.confrelid, 0)::pg_catalog.regclass::text as target,
       array(select a.attname::text from pg_catalog.unnest(k.confkey) with ordinality as c(num, at)
         join pg_catalog.pg_attribute a on a.attrelid = k.confrelid and a.attnum = c.num order by c.at) as theirs
     from pg_catalog.pg_constraint k where k.conrelid = pg_catalog.to_regclass($1) and k.conname = $2`, [quoted(table), name]);
    if (found === undefined)
        return undefined;
    const { condition, target } = found;
    // The server writes every condition in parentheses of its own.
    if (condition !== null)
        return (0,_violations_js__WEBPACK_IMPORTED_MODULE_3__/* .outsideQuery */ .QP)((0,_database_identifiers_js__WEBPACK_IMPORTED_MODULE_0__/* .writeName */ .dZ)(...table), condition.replace(/^\((.*)\)$/s, '$1'));
    const [columns, theirs] = [found.ours, found.theirs].map(names => names.map(each => (0,_database_identifiers_js__WEBPACK_IMPORTED_MODULE_0__/* .writeName */ .dZ)(each)));
    if (target === null || columns === undefined || theirs === undefined)
        return undefined;
    return (0,_violations_js__WEBPACK_IMPORTED_MODULE_3__/* .orphansQuery */ .AN)({ table: (0,_database_identifiers_js__WEBPACK_IMPORTED_MODULE_0__/* .writeName */ .dZ)(...table), columns, target, theirs });
}
async function primaryKeyOf(session, table) {
    const rows = await session.query(`select a.attname::text as name
     from pg_catalog.pg_constraint k, pg_catalog.unnest(k.conkey) with ordinality as c(num, at)
     join pg_catalog.pg_attribute a on a.attnum = c.num
     where k.contype = 'p' and k.conrelid = pg_catalog.to_regclass($1) and a.attrelid = k.conrelid order by c.at`, [quoted(table)]);
    return rows.map(({ name }) => (0,_database_identifiers_js__WEBPACK_IMPORTED_MODULE_0__/* .writeName */ .dZ)(name));
}
function quoted(parts) {
    return parts.map(_database_identifiers_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteIdentifier */ .Cm).join('.');
}


/***/ }),

/***/ 1009:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ showSql)
});

// EXTERNAL MODULE: ./build/text.js
var build_text = __webpack_require__(977);
// EXTERNAL MODULE: ./build/engines/sql/text/describe.js
var describe = __webpack_require__(4762);
// EXTERNAL MODULE: ./build/engines/sql/text/words.js
var text_words = __webpack_require__(1218);
;// CONCATENATED MODULE: ./build/engines/sql/run/losses.js
/** What a statement takes away for good. Pure. */



/** Kinds of objects that hold rows of their own. A view holds none; a materialized view is made again. */
const holdRows = ['table', 'schema', 'database', 'sequence', 'owned', 'extension', 'type', 'domain'];
/**
 * What of a statement takes rows or columns away, in a few words: `drop table orders`, `drop column orders.status`,
 * `truncate orders`, `delete from orders`. Empty for all others; what a function, a DO block or a trigger does is not
 * seen.
 */
function lossesOf(statement) {
    const words = (0,text_words/* readWords */.ux)(statement.text);
    const [verb] = words;
    if (verb === 'drop' && holdRows.includes(words[1] ?? ''))
        return [(0,describe/* describeStatement */.Z)(statement, { command: '', count: null })];
    if (verb === 'truncate')
        return [`truncate ${namesAt(words, (0,text_words/* skipWords */.XY)(words, 1, 'table')).join(', ')}`];
    if (verb === 'alter' && words[1] === 'table')
        return droppedColumns(words);
    if (verb === 'delete' && words[1] === 'from')
        return [`delete from ${namesAt(words, 2)[0] ?? ''}`];
    // Below a WITH, a DELETE may stand anywhere.
    return verb === 'with' && words.some((_, at) => (0,text_words/* matchWords */.RD)(words, at, 'delete', 'from'))
        ? ['delete in a with query']
        : [];
}
/** Names, comma separated, as far as they can be read. */
function namesAt(words, from) {
    const name = (0,text_words/* readName */.MQ)(words, (0,text_words/* skipWords */.XY)(words, from, 'only'));
    if (name === undefined)
        return [];
    const next = (0,text_words/* skipWords */.XY)(words, name.next, '*');
    const rest = words[next] === ',' ? namesAt(words, next + 1) : [];
    return [(0,build_text/* oneLine */.TN)(name.parts.join('.'), 120), ...rest];
}
/** Of `alter table a drop column b, drop c, alter d drop not null`: `a.b` and `a.c`. */
function droppedColumns(words) {
    const named = (0,text_words/* skipWords */.XY)(words, (0,text_words/* skipWords */.XY)(words, 2, 'if', 'exists'), 'only');
    const table = (0,text_words/* readName */.MQ)(words, named);
    if (table === undefined)
        return [];
    const name = table.parts.join('.');
    const losses = [];
    for (let at = table.next; at < words.length; at = nextAction(words, at)) {
        if (words[at] !== 'drop' || words[at + 1] === 'constraint')
            continue;
        const column = (0,text_words/* readName */.MQ)(words, (0,text_words/* skipWords */.XY)(words, (0,text_words/* skipWords */.XY)(words, at + 1, 'column'), 'if', 'exists'));
        if (column !== undefined)
            losses.push((0,build_text/* oneLine */.TN)(`drop column ${name}.${column.parts.join('.')}`, 120));
    }
    return losses;
}
/** The index after the next comma that stands in no parentheses. */
function nextAction(words, from) {
    for (let at = from; at < words.length; at = words[at] === '(' ? (0,text_words/* skipParentheses */.cW)(words, at) : at + 1)
        if (words[at] === ',')
            return at + 1;
    return words.length;
}

;// CONCATENATED MODULE: ./build/engines/sql/text/show-sql.js
/** The SQL of revisions as people read it before it runs. Pure. */


/** Of one revision, and of all together, at most. */
const most = { lines: 200, characters: 16_384, allLines: 2_000 };
/** Neutralised, and cut where it is long; the redactor takes passwords out wherever it is shown. */
function showSql(revisions) {
    let room = most.allLines;
    return revisions.map(({ id, text, statements }) => {
        const lines = trimLines((0,build_text/* harmless */.Is)(text).replaceAll('\t', '  ').split('\n'));
        const shown = cutLines(lines, Math.min(most.lines, room));
        room -= shown.length;
        const losses = [...new Set(statements.flatMap(lossesOf))].slice(0, 100);
        return { id, text: shown.join('\n'), more: lines.length - shown.length, losses };
    });
}
/** Blank lines around a section, and white space at the end of its lines, say nothing. */
function trimLines(lines) {
    const kept = lines.map(line => line.trimEnd());
    const first = kept.findIndex(line => line !== '');
    return first === -1 ? [] : kept.slice(first, kept.findLastIndex(line => line !== '') + 1);
}
function cutLines(lines, count) {
    const shown = [];
    let characters = 0;
    for (const line of lines) {
        characters += line.length;
        if (shown.length >= count || characters > most.characters)
            break;
        shown.push(line);
    }
    return shown;
}


/***/ }),

/***/ 5304:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ stuckFault),
/* harmony export */   m: () => (/* binding */ findStuck)
/* harmony export */ });
/* harmony import */ var _catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9078);
/* harmony import */ var _database_sessions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2563);
/* harmony import */ var _sleep_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8503);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(977);
/* harmony import */ var _tries_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8329);





const answerMs = 2_000;
/** `error` is what the server said, as an exception or not. Undefined when that has nothing to do with locks. Never throws. */
async function findStuck(error, at, { blockers, watch, pids }) {
    const { code, detail } = (error ?? {});
    if (code === undefined || !(0,_tries_js__WEBPACK_IMPORTED_MODULE_2__/* .isLockFailure */ ._c)(code))
        return undefined;
    const seen = await watch.inTheWay();
    // A deadlock is found within a second, before anybody looked; the server names who is in it, and they live on.
    const named = code === '40P01' ? pidsOfDeadlock(detail ?? '').filter(one => !pids.includes(one)) : [];
    return { code, at, seen: named.length === 0 ? seen : await (0,_sleep_js__WEBPACK_IMPORTED_MODULE_3__/* .atMost */ .Tu)(answerMs, blockers.see(named), seen) };
}
/** `Process 12 waits for ShareLock on transaction 7; blocked by process 34.` (the server's words in English) */
function pidsOfDeadlock(detail) {
    return [...new Set([...detail.matchAll(/\bblocked by process (\d+)/g)].map(match => Number(match[1])))];
}
/** The failure in terms of who was in the way, with everything else that the first fault knows of it. */
function stuckFault(fault, { id, name }, { code, at, seen }, tries, lockTimeoutMs) {
    const over = tries.failed > 1 ? ` in ${tries.failed} attempts over ${(0,_text_js__WEBPACK_IMPORTED_MODULE_4__/* .sayAge */ .PS)(tries.elapsedMs() / 1000)}` : '';
    const [first] = seen;
    const pid = seen.length === 1 && first !== undefined ? first.pid : 0;
    const facts = { id, name, at, over, blocked: (0,_database_sessions_js__WEBPACK_IMPORTED_MODULE_1__/* .saySessions */ .b5)(seen), pid };
    const patient = lockTimeoutMs > 0 && lockTimeoutMs < 30_000 ? { with: { 'lock-timeout': '30s' } } : {};
    const next = (fault.next ?? []).map(one => ({ ...one, ...(code === '55P03' ? patient : {}) }));
    const told = (0,_catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .makeFault */ .VI)(code === '40P01' ? 'revision-deadlock' : 'revision-blocked', facts, { next });
    return { ...fault, ...told };
}


/***/ }),

/***/ 8329:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _c: () => (/* binding */ isLockFailure),
/* harmony export */   l5: () => (/* binding */ mostTries),
/* harmony export */   zh: () => (/* binding */ countTries)
/* harmony export */ });
/** How often something that did not get its lock is tried again, and after how long. */
/** Attempts at most, the first one counted. An attempt of Alembic costs its whole start. */
const mostTries = { revision: 6, alembic: 3 };
const longestPauseMs = 15_000;
const shortestPauseMs = 100;
/** Without a lock timeout only deadlocks are tried again. */
const usualPauseMs = 1_000;
/** No attempt begins later than this after the first has failed: whoever starts us waits some minutes, not more. */
const longestMs = 120_000;
/** SQLSTATEs that say nothing against a revision: lock_not_available and deadlock_detected. */
function isLockFailure(code) {
    return code === '55P03' || code === '40P01';
}
function countTries(most) {
    const began = performance.now();
    let failed = 0;
    let firstFailed = 0;
    return {
        get failed() {
            return failed;
        },
        elapsedMs: () => performance.now() - began,
        fail(lockTimeoutMs) {
            if (failed === 0)
                firstFailed = performance.now();
            failed++;
            const base = lockTimeoutMs === 0 ? usualPauseMs : Math.max(shortestPauseMs, lockTimeoutMs);
            const ms = Math.min(longestPauseMs, base * 2 ** (failed - 1)) * (0.5 + Math.random() / 2);
            const late = performance.now() - firstFailed + ms > longestMs;
            return failed >= most || late ? undefined : ms;
        },
    };
}


/***/ }),

/***/ 6067:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ watchStatement)
/* harmony export */ });
/* harmony import */ var _database_sessions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2563);
/* harmony import */ var _sleep_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8503);


const firstSayMs = 10_000;
const longestSilenceMs = 300_000;
const slowestLookMs = 10_000;
const recentMs = 3_000;
/** Looks first after a second, or half of the lock timeout if that is less; then less and less often. */
function watchStatement({ pids, blockers, lockTimeoutMs, tell }) {
    const patience = lockTimeoutMs === 0 ? 1_000 : Math.min(1_000, lockTimeoutMs / 2);
    let statement;
    let turn = 0;
    let since = 0;
    let lookAt = 0;
    let sayAt = 0;
    let now = [];
    let last = { seen: now, at: 0 };
    let looking;
    const look = async () => {
        const mine = turn;
        const found = await blockers.findFor(pids());
        looking = undefined;
        if (mine !== turn)
            return;
        now = found;
        if (found.length > 0)
            last = { seen: found, at: performance.now() };
    };
    const tick = () => {
        if (statement === undefined)
            return;
        const elapsed = performance.now() - since;
        if (elapsed >= sayAt) {
            sayAt = elapsed + Math.min(elapsed, longestSilenceMs);
            tell(statement(), elapsed, (0,_database_sessions_js__WEBPACK_IMPORTED_MODULE_0__/* .saySessions */ .b5)(now));
        }
        if (elapsed >= lookAt && looking === undefined) {
            lookAt = elapsed + Math.min(slowestLookMs, Math.max(patience, elapsed / 8));
            looking = look();
        }
    };
    const timer = setInterval(tick, Math.max(10, patience / 4));
    return {
        turnTo(next) {
            statement = next;
            turn++;
            since = performance.now();
            lookAt = patience;
            sayAt = firstSayMs;
            now = [];
            last = { seen: now, at: since };
        },
        async inTheWay() {
            await (0,_sleep_js__WEBPACK_IMPORTED_MODULE_1__/* .atMost */ .Tu)(1_000, looking, undefined);
            // An empty answer may be of the moment after the failure; one that is old was of another wait.
            return performance.now() - last.at < patience + recentMs ? last.seen : [];
        },
        stop: () => clearInterval(timer),
    };
}


/***/ }),

/***/ 1268:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ expectAgreed),
/* harmony export */   j: () => (/* binding */ ofWayDown)
/* harmony export */ });
/* harmony import */ var _catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9078);

/** Throws GateError `downgrade-asks` where something would go that nobody agreed to. */
function expectAgreed(ids, agreed, { database, host }) {
    const unforeseen = ids.filter(id => agreed !== undefined && !agreed.includes(id));
    if (unforeseen.length === 0)
        return;
    const facts = { ids: unforeseen.join(', '), database, host, losses: [], why: 'meanwhile' };
    throw (0,_catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .gateError */ .em)('downgrade-asks', facts);
}
const mend = 'Mend the way down and commit it, and run again; or fix forward: merge a new revision that undoes the change, and `upgrade`.';
const fixForward = { command: 'upgrade', when: 'a new revision undoes it instead' };
/** Failures that say nothing of the way down. */
const passing = [
    'revision-lost',
    'revision-blocked',
    'revision-deadlock',
    'lock-lost',
    'lock-lost-during',
    'history-lost',
    'query-refused',
];
/**
 * A failure of what runs both ways, told as one of a way down: its message, its cure and what to type next. `stays`: the
 * revision that the run was to leave, by name: a step back (`-2`) would count from where it ended by now. Without it,
 * where that is to be looked up.
 */
function ofWayDown(fault, stays) {
    fault.message = fault.message.replace(/^Revision /, 'The way down of ');
    if (/\bMend the (?:file|revision)\b/.test(fault.cure))
        fault.cure = mend;
    const again = stays === undefined ? { command: 'history' } : { command: 'downgrade', revision: stays };
    const next = (fault.next ?? []).map(one => ['upgrade', 'downgrade'].includes(one.command) ? { ...one, ...again } : one);
    // What is to be run again as it was needs no other way, and what is half taken back lets no upgrade begin.
    const closed = next.some(one => one.command === 'stamp');
    const forward = closed || passing.includes(fault.id) || fault.exit === 130 ? [] : [fixForward];
    fault.next = [...next, ...forward];
}


/***/ })

};
