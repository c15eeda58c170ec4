export const id = 31;
export const ids = [31];
export const modules = {

/***/ 5031:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  childEnvironment: () => (/* reexport */ environment/* childEnvironment */.Q),
  findHookFolder: () => (/* reexport */ findHookFolder),
  makeAlembicEngine: () => (/* reexport */ makeAlembicEngine),
  readAlembicPaths: () => (/* reexport */ readAlembicPaths)
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

// EXTERNAL MODULE: ./build/catalogue/catalogue.js + 17 modules
var catalogue = __webpack_require__(4098);
// EXTERNAL MODULE: ./build/database/blockers.js
var blockers = __webpack_require__(9861);
// EXTERNAL MODULE: ./build/database/doctor/require-writable.js + 1 modules
var require_writable = __webpack_require__(9220);
// EXTERNAL MODULE: ./build/database/facts.js
var database_facts = __webpack_require__(9067);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/engines/sql/text/describe.js
var describe = __webpack_require__(4762);
;// CONCATENATED MODULE: ./build/engines/alembic/describe-sql.js

/**
 * What a statement of Alembic's did, in one harmless line without the value of any constant: `create table users`.
 * Undefined for those that are not the revision's own: the version table's row, SQLAlchemy's looks into the catalog.
 */
function describeSql(sql, versionTable) {
    const text = sql.trim();
    if (/^select\s+pg_catalog\./i.test(text))
        return undefined;
    const target = /^(?:update|insert\s+into|delete\s+from)\s+([\w."]+)/i.exec(text)?.[1];
    if (target?.replaceAll('"', '').split('.').at(-1) === versionTable)
        return undefined;
    return (0,describe/* describeStatement */.Z)({ text }, { command: '', count: null });
}

;// CONCATENATED MODULE: ./build/engines/alembic/outcomes.js

/** Starts with nothing seen. */
function watchRun() {
    let versionTable = '';
    const watch = {
        seen: new Map(),
        again: new Set(),
        current: undefined,
        statement: undefined,
        hooked: false,
        configured: false,
        event(event, now) {
            if (event.kind === 'hooked')
                watch.hooked = true;
            if (event.kind === 'configured') {
                watch.configured = true;
                versionTable = event.versionTable;
            }
            if (!('revision' in event) || event.revision === null)
                return;
            if (event.kind === 'started') {
                const fresh = { startedAt: now, stepped: false, autocommit: false, did: [], raised: false };
                if (watch.seen.get(event.revision)?.stepped === true)
                    watch.again.add(event.revision);
                else
                    watch.seen.set(event.revision, fresh);
                watch.current = event.revision;
            }
            const one = watch.seen.get(event.revision);
            if (one === undefined)
                return;
            if (event.kind === 'statement')
                watch.statement = { sql: event.sql, since: now };
            if (event.kind === 'done') {
                const did = watch.statement === undefined ? undefined : describeSql(watch.statement.sql, versionTable);
                if (did !== undefined && !one.stepped)
                    one.did.push(did);
                watch.statement = undefined;
            }
            if (event.kind === 'autocommit')
                one.autocommit = true;
            if (event.kind === 'failure' && !one.stepped) {
                one.raised = true;
                one.endedAt = now;
            }
            if (event.kind === 'stepped') {
                one.endedAt ??= now;
                one.stepped = true;
                watch.current = undefined;
            }
        },
    };
    return watch;
}
/**
 * What became of each revision. The version table decides what is applied; what was seen tells whose work it is, and
 * the others apart: begun and undone, failed, or never begun. Pure.
 */
function outcomesOf(revisions, watch, ending) {
    return revisions.map(revision => {
        const seen = watch.seen.get(revision.id);
        const durationMs = seen === undefined ? 0 : Math.round((seen.endedAt ?? ending.now) - seen.startedAt);
        const result = resultOf(revision.id, seen, watch, ending);
        // Its last words may be lost with its process; without the hook there were none.
        const unseen = result === 'applied' && seen?.stepped !== true;
        return {
            revision,
            result,
            durationMs,
            did: unseen ? ['its statements were not seen'] : (seen?.did ?? []),
        };
    });
}
function resultOf(id, seen, watch, ending) {
    if (ending.applied?.has(id) === true)
        return isElses(seen, watch) ? 'skipped' : 'applied';
    if (seen === undefined)
        return 'skipped';
    // What nobody could read again is not called rolled back.
    return ending.applied === undefined || (ending.failed && watch.current === id) ? 'failed' : 'rolled-back';
}
/** Applied by another program at the same time: ours was seen to begin others only, or to fail in this one. */
function isElses(seen, watch) {
    return seen === undefined ? watch.configured : seen.raised;
}

// EXTERNAL MODULE: ./build/text.js
var build_text = __webpack_require__(977);
;// CONCATENATED MODULE: ./build/engines/alembic/say-state.js

/** What the database holds after a run that went wrong, in sentences that were read from it. Pure. */
function sayState({ before, after, watch }, outcomes) {
    if (after === undefined)
        return 'The database could not be asked again: what was committed is not known.';
    const { current } = after.plan;
    const at = sayCurrent(current);
    const kept = outcomes.filter(outcome => outcome.result === 'applied');
    const undone = outcomes.filter(({ revision, result }) => watch.seen.has(revision.id) && result !== 'applied' && !after.applied.has(revision.id));
    const half = undone.filter(outcome => watch.seen.get(outcome.revision.id)?.autocommit === true);
    if (half.length > 0) {
        const ids = half.map(outcome => outcome.revision.id).join(', ');
        return `${ids} is half applied: what it did in its autocommit_block and before stays in the database, though the version table does not have it; ${at}. Undo that by hand before the next run, or finish it by hand and \`stamp\`.`;
    }
    const same = before.plan.current.join('\n') === current.join('\n') ? ', as before' : '';
    if (kept.length > 0)
        return `${(0,build_text/* count */.U9)(kept.length, 'revision')} of this run ${kept.length === 1 ? 'stays' : 'stay'} applied: ${at}${same}.`;
    if (watch.seen.size === 0)
        return `No revision was begun: ${at}${same}.`;
    if (undone.length === 0)
        return `No revision of this run stays: ${at}${same}.`;
    const which = undone.length === 1 ? `${undone[0]?.revision.id} was` : `All ${undone.length} revisions of this run were`;
    return `${which} rolled back: ${at}${same}.`;
}
/** Where a database stands, as a part of a sentence. */
function sayCurrent(current) {
    return current.length === 0 ? 'the database holds no revision' : `the database is at ${current.join(', ')}`;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/engines/sql/failure/ways-out.js
var ways_out = __webpack_require__(3413);
// EXTERNAL MODULE: ./build/engines/alembic/graph/reach.js
var reach = __webpack_require__(4175);
;// CONCATENATED MODULE: ./build/engines/alembic/graph/applied.js

/** Applied is what a row names and all of its ancestors, through `down_revision` and `depends_on`. */
function appliedOf(graph, rows) {
    const known = rows.flatMap(row => graph.ids.get(row)?.index ?? []);
    const ids = new Set();
    for (const index of (0,reach/* ancestors */.T1)(graph.nodes, known))
        ids.add(graph.nodes[index]?.script.id ?? '');
    return { ids, unknown: rows.filter(row => !graph.ids.has(row)) };
}

;// CONCATENATED MODULE: ./build/engines/alembic/graph/lookup.js



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
    return nodes.filter(node => (0,reach/* sharesLineage */.Wv)(graph.nodes, node, owner));
}
/** An id or label, or a unique beginning of one that has four characters or more. */
function lookUpOne(graph, symbol, branch) {
    const owner = branch === undefined ? undefined : lookUpOne(graph, branch, undefined);
    const exact = graph.names.get(symbol);
    const found = exact ?? lookUpBeginning(graph, symbol, branch);
    if (owner !== undefined && !(0,reach/* sharesLineage */.Wv)(graph.nodes, found, owner))
        throw (0,catalogue/* gateError */.em)('alembic-not-on-branch', { id: (0,build_text/* oneLine */.TN)(found.script.id), branch: (0,build_text/* oneLine */.TN)(branch ?? '') });
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
        throw (0,catalogue/* gateError */.em)('revision-ambiguous', { wanted: (0,build_text/* oneLine */.TN)(symbol, 80), matches: (0,build_text/* oneLine */.TN)(matches) });
    }
    return only;
}
/** GateError `revision-unknown`, with the heads beside it. */
function unknownRevision(graph, wanted) {
    const nearest = graph.heads.slice(0, 3).map(script => script.id);
    return (0,catalogue/* gateError */.em)('revision-unknown', { wanted: (0,build_text/* oneLine */.TN)(wanted, 80), nearest: (0,build_text/* oneLine */.TN)(nearest.join(', ')) });
}
function multipleHeads(graph, { branch, symbol }, found) {
    const ids = found.map(node => node.script.id);
    const target = branch === undefined ? symbol : `${branch}@${symbol}`;
    const last = graph.ids.get(ids.at(-1) ?? '')?.script;
    const place = last === undefined ? {} : { place: { path: last.path, line: last.revisionLine } };
    return (0,catalogue/* gateError */.em)('multiple-heads', { target: (0,build_text/* oneLine */.TN)(target, 80), heads: ids.map(id => (0,build_text/* oneLine */.TN)(id)) }, place);
}

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
    throw unknownRevision(graph, row);
}
function indexesOf(nodes) {
    return nodes.map(node => node.index);
}
function unique(nodes) {
    return [...new Set(nodes)];
}

;// CONCATENATED MODULE: ./build/engines/alembic/graph/relative.js




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
    const current = rows.map(row => graph.ids.get(row) ?? fail(unknownRevision(graph, row)));
    if (branch === undefined)
        return current;
    const onIt = onBranch(graph, current, branch);
    if (onIt.length > 0)
        return onIt;
    // No row is on the branch, but revisions below the rows may be: the newest of these.
    const below = [
        ...(0,reach/* ancestors */.T1)(graph.nodes, current.map(node => node.index)),
    ].flatMap(index => graph.nodes[index] ?? []);
    const active = onBranch(graph, below, branch);
    const parents = new Set(active.flatMap(node => node.before));
    return active.filter(node => !parents.has(node.index));
}
function moveFromName(graph, move) {
    const symbol = move.symbol ?? '';
    if (move.steps > 0)
        return walkUp(graph, lookUpSingle(graph, { branch: undefined, symbol }), move);
    return walkDown(graph, lookUpSingle(graph, { branch: move.branch, symbol }), move);
}
/** Up from a revision, or from before the first; undefined where there are not that many. Throws GateError `alembic-relative` where the way parts. */
function walkUp(graph, start, move) {
    let at = start;
    for (let step = 0; step < move.steps; step++) {
        const up = at === undefined
            ? graph.bases.flatMap(script => graph.ids.get(script.id) ?? [])
            : at.next.flatMap(index => graph.nodes[index] ?? []);
        const choices = move.branch === undefined ? up : onBranch(graph, up, move.branch);
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
    return (0,catalogue/* gateError */.em)('alembic-relative', { wanted: (0,build_text/* oneLine */.TN)(wanted, 80), reason: (0,build_text/* oneLine */.TN)(reason) });
}
function fail(error) {
    throw error;
}
function idOf(node) {
    return node.script.id;
}

;// CONCATENATED MODULE: ./build/engines/alembic/graph/target.js


/**
 * The revisions that `alembic upgrade TARGET` would go to, as it resolves them: `head`, `heads`, an id or label, a
 * unique beginning, `label@head`, `label@id`, `base` (none), `+N` from `rows`. Throws GateError `multiple-heads`,
 * `revision-unknown`, `revision-ambiguous`, `alembic-not-on-branch` or `alembic-relative`.
 */
function resolveTarget(graph, target, rows) {
    // A range is for `--sql` only.
    if (target.includes(':'))
        throw unknownRevision(graph, target);
    const moved = resolveRelative(graph, target, rows);
    const found = moved === undefined ? lookUp(graph, splitName(target)) : [moved];
    return found.map(node => node.script);
}

// EXTERNAL MODULE: ./build/engines/alembic/scripts/script-file.js + 3 modules
var script_file = __webpack_require__(7993);
// EXTERNAL MODULE: ./build/database/identifiers.js
var identifiers = __webpack_require__(6324);
// EXTERNAL MODULE: ./build/database/other-tools.js
var other_tools = __webpack_require__(6968);
;// CONCATENATED MODULE: ./build/engines/alembic/state.js




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
        const { columns, known, ...facts } = await (0,database_facts/* readFacts */.MH)(session, named ?? usualTable, [...other_tools/* historyTables */.m, sqlEngineTable], at);
        const elsewhere = known.filter(one => one.name === usualTable && one.columns.includes('version_num'));
        const found = (named ?? usualTable) === usualTable && !facts.exists && elsewhere.length === 1
            ? elsewhere[0]
            : undefined;
        const history = found === undefined ? facts.history : { schema: found.schema, table: found.name };
        const exists = facts.exists || found !== undefined;
        if (facts.exists && !columns.includes('version_num'))
            throw (0,catalogue/* gateError */.em)('history-foreign', { table: (0,database_facts/* showTable */.S_)(history), lacks: 'version_num' });
        const own = known.find(one => one.name === sqlEngineTable && one.columns.includes('statement_hashes'));
        const other = (0,other_tools/* recogniseTool */.q)(known.filter(one => one.name !== usualTable));
        return {
            ...facts,
            history,
            exists,
            tables: facts.tables - (found === undefined ? 0 : 1),
            rows: exists ? await readVersions(session, history) : [],
            otherTool: own !== undefined
                ? `the engine \`sql\` of this gate (${(0,database_facts/* showTable */.S_)({ schema: own.schema, table: own.name })})`
                : other === undefined
                    ? ''
                    : `${other.tool} (${other.table})`,
        };
    }
    catch (error) {
        throw (0,database_facts/* whileReading */.q9)(error, at);
    }
}
async function readVersions(session, table) {
    const rows = await session.query(`select coalesce(version_num::text, 'NULL') as version from ${(0,identifiers/* quoteName */.AB)(table)} order by 1`);
    return rows.map(row => row.version);
}

;// CONCATENATED MODULE: ./build/engines/alembic/survey.js










/** Reads the version table and holds it against the scripts. Writes nothing. Throws GateError when it cannot be read. */
async function takeSurvey(session, files, options) {
    const state = await readState(session, options.historyTable ?? files.versionTable, options.at);
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
    const { ids: applied, unknown } = appliedOf(graph, state.rows);
    const heads = graph.heads.map(script => script.id);
    const problems = [
        ...files.problems,
        ...(await Promise.all(unknown.map(id => aheadProblem(id, state, files, options)))),
        ...contactProblems(state, heads),
    ];
    const pending = [];
    // A graph with a fault has no order, and Alembic goes nowhere from a revision that it does not know.
    if (files.problems.length === 0 && unknown.length === 0) {
        const order = planOrder(graph, state.rows, options.target);
        if ('problem' in order)
            problems.push(order.problem);
        else
            pending.push(...order.scripts);
    }
    for (const script of pending) {
        const broken = (0,script_file/* checkScript */.w)(script);
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
function planOrder(graph, rows, target) {
    try {
        return { scripts: upgradeOrder(graph, rows, resolveTarget(graph, target, rows)) };
    }
    catch (error) {
        if (!(error instanceof errors/* GateError */.u) || error.fault.id !== 'multiple-heads')
            throw error;
        return { problem: inTheWay('multiple-heads', error.fault) };
    }
}
async function aheadProblem(id, { server }, { graph, project }, { allow, findCommit }) {
    const commit = await findCommit(id, project.versionLocations);
    const head = graph.heads.map(script => script.id).join(', ') || 'none';
    const shown = (0,build_text/* oneLine */.TN)(id, 80);
    const next = [(0,ways_out/* allowing */.S)('ahead', allow, 'this older commit can live with it')];
    const fault = (0,catalogue/* makeFault */.VI)('ahead', { id: shown, database: server.database, head, commit }, { next });
    return { kind: 'ahead', fault, revision: shown, allowed: allow.includes('ahead') };
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
    ];
    const facts = { database: server.database, tables, tool, head };
    return [inTheWay('first-contact', (0,catalogue/* makeFault */.VI)('first-contact', facts, { next }))];
}
/** A problem that nobody may allow. */
function inTheWay(kind, fault, revision) {
    return { kind, fault, allowed: false, ...(revision === undefined ? {} : { revision }) };
}
/** Names what would run and from where: the same fingerprint is the same plan. */
function fingerprintOf(rows, pending) {
    const run = pending.map(script => [script.id, (0,external_node_crypto_.createHash)('sha256').update(script.text).digest('hex')]);
    return (0,external_node_crypto_.createHash)('sha256')
        .update(JSON.stringify([rows, run]))
        .digest('hex');
}

;// CONCATENATED MODULE: ./build/engines/alembic/apply.js





/**
 * Holds what was seen against what the database says now. The database decides: what is not in the version table was
 * not applied, whatever Alembic's log or its exit code said. Pure.
 */
function judgeRun(run, now) {
    const { before, after, watch } = run;
    const lost = before.pending.filter(script => after?.applied.has(script.id) !== true).map(({ id }) => id);
    const found = run.fault ?? (lost.length === 0 ? undefined : whyLost(run, lost));
    const fault = found && { ...found };
    const ending = { applied: after?.applied, failed: fault !== undefined, now };
    const outcomes = outcomesOf(inOrder(run), watch, ending);
    const mine = outcomes.filter(outcome => outcome.result === 'applied');
    const remarks = [...run.remarks, ...remarksOf(run, outcomes)];
    const said = {
        ...(after === undefined ? {} : { after: { current: after.plan.current, unfinished: [] } }),
        ...(remarks.length === 0 ? {} : { remarks }),
    };
    // Somebody else did all of it: as if it had been done before we came.
    if (fault === undefined && after !== undefined && mine.length === 0)
        return { plan: after.plan, outcomes: [], ...said };
    if (fault === undefined)
        return { plan: before.plan, outcomes, ...said };
    fault.state = sayState(run, outcomes);
    const failed = outcomes.find(outcome => outcome.result === 'failed');
    if (failed !== undefined)
        failed.fault = fault;
    return { plan: before.plan, outcomes, fault, ...said };
}
/** Alembic said that all is well, and the version table does not have it. */
function whyLost({ before, after, watch, caught }, lost) {
    const next = [{ command: 'plan' }];
    const ids = lost.slice(0, 10).join(', ');
    if (after === undefined)
        return (0,catalogue/* makeFault */.VI)('alembic-unread', { ids }, { next: [{ command: 'current' }] });
    if (caught !== undefined)
        return caught;
    const table = (0,database_facts/* showTable */.S_)((after ?? before).state.history);
    const id = watch.hooked ? watch.current : undefined;
    if (id !== undefined)
        return (0,catalogue/* makeFault */.VI)('alembic-left', { id, table }, { next });
    if (watch.hooked && watch.seen.size === 0)
        return (0,catalogue/* makeFault */.VI)('alembic-idle', { ids, table }, { next });
    return (0,catalogue/* makeFault */.VI)('alembic-uncommitted', { ids, table }, { next });
}
/** What was planned and what ran beside it: first what began, as it began, then what never did. */
function inOrder(run) {
    const began = new Map([...run.watch.seen.keys()].map((id, index) => [id, index]));
    const place = ({ id }) => began.get(id) ?? began.size;
    return [...run.before.pending.map(revisionOf), ...unplanned(run)].sort((a, b) => place(a) - place(b));
}
/** What Alembic ran beside the plan, and the database did not have before. */
function unplanned(run) {
    const { before, watch } = run;
    const known = new Set([...before.pending.map(({ id }) => id), ...(hasMoved(run) ? [] : before.applied)]);
    return before.plan.revisions.filter(({ id }) => watch.seen.has(id) && !known.has(id));
}
function remarksOf({ before, after, watch, caught, fault }, outcomes) {
    const remarks = [];
    if (caught !== undefined && fault === undefined && after !== undefined)
        remarks.push('An exception was caught, and Alembic ended with exit code 0: let env.py raise it, or a run without the gate looks as if all were well.');
    const theirs = outcomes.filter(({ result, revision }) => result !== 'applied' && after?.applied.has(revision.id));
    if (theirs.length > 0) {
        const ids = theirs.map(({ revision }) => revision.id).join(', ');
        remarks.push(`${ids} ${theirs.length === 1 ? 'was' : 'were'} applied by somebody else while this run was under way.`);
    }
    const planned = new Set(before.pending.map(script => script.id));
    const more = [...watch.seen.keys()].filter(id => !planned.has(id));
    if (more.length > 0)
        remarks.push(`Alembic ran more than was planned: the plan did not have ${more.join(', ')}. See which target \`run\` gives it, and which databases and version tables env.py works with.`);
    if (watch.again.size > 0)
        remarks.push(`Alembic ran ${[...watch.again].join(', ')} more than once, as an env.py for several databases does: what is told here is of this one.`);
    if (after !== undefined && hasMoved({ before, after }))
        remarks.push(`The plan was made from ${(0,database_facts/* showTable */.S_)(before.state.history)}, and env.py uses ${(0,database_facts/* showTable */.S_)(after.state.history)}: name it with \`history-table\`, so that every plan reads the right one.`);
    return remarks;
}
/** The version table that env.py works with is not the one that the plan was made from. */
function hasMoved({ before, after }) {
    return after !== undefined && (0,database_facts/* showTable */.S_)(after.state.history) !== (0,database_facts/* showTable */.S_)(before.state.history);
}
/** Tells the observer what it may only be told now: Alembic says when a revision begins, and never that it is committed. */
function tellOutcomes(applied, observer) {
    for (const outcome of applied.outcomes)
        if (outcome.result !== 'skipped')
            observer.ended(outcome);
}
/** Shows the start of a revision as the plan counts it. */
function tellStart(id, { pending }, observer) {
    const index = pending.findIndex(script => script.id === id);
    const script = pending[index];
    if (script !== undefined)
        observer.started(revisionOf(script), index + 1, pending.length);
}

// EXTERNAL MODULE: ./build/disk.js + 1 modules
var build_disk = __webpack_require__(2554);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./build/process.js + 1 modules
var process = __webpack_require__(8777);
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
    connected: { pid: 'number', timeouts: 'boolean', why: 'string' },
    started: { revision: 'string', path: 'string' },
    stepped: { revision: 'string' },
    autocommit: { revision: 'string' },
    statement: { revision: 'string', sql: 'string' },
    done: { revision: 'string' },
    graph: { revisions: 'list' },
    'hook-error': { where: 'string', message: 'string' },
    failure: { type: 'string', message: 'string', frames: 'list', causes: 'list', operations: 'list' },
};
/** A line of the hook as an event whose texts hold no secret; null where it is none. Every text is still foreign. */
function readEvent(line, redact) {
    const value = parse(line);
    if (typeof value !== 'object' || value === null)
        return null;
    const facts = value;
    const shape = typeof facts.kind === 'string' && Object.hasOwn(needed, facts.kind) ? facts.kind : undefined;
    if (shape === undefined)
        return null;
    const fits = Object.entries(needed[shape]).every(([name, type]) => type === 'list' ? Array.isArray(facts[name]) : typeof facts[name] === type);
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

// EXTERNAL MODULE: ./build/engines/alembic/child/lines.js + 1 modules
var child_lines = __webpack_require__(6450);
;// CONCATENATED MODULE: ./build/engines/alembic/child/log-lines.js
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
    return revision === undefined ? null : { kind: 'started', revision, path: '' };
}

;// CONCATENATED MODULE: ./build/engines/alembic/child/run.js






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
        : (0,environment/* hookEnvironment */.N)(options.environment, hookFolder, options.timeouts, options.describe === true);
    const result = await (0,process/* runProcess */.R3)([...start.argv, ...args], {
        cwd: folder,
        env,
        keepNothing: true,
        interruptFirst: true,
        onOutput: (piece, stream) => output[stream].lines.push(piece),
        onEvents: piece => watch.events.push(piece),
        ...(options.signal ? { signal: options.signal } : {}),
    });
    watch.events.end();
    for (const { lines } of Object.values(output))
        lines.end();
    // Log lines are held back for a moment.
    await (0,promises_.setImmediate)();
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
        /** The hook's first event is sent long before, but it comes another way: it may be read a moment later. */
        readLine(line) {
            const event = hooked ? null : readLogLine(line);
            if (event !== null)
                setImmediate(() => (hooked ? undefined : onEvent(event)));
        },
    };
}

;// CONCATENATED MODULE: ./build/engines/alembic/ask.js





/**
 * The revisions of a project whose scripts have to be run to be read, as Alembic itself has them. Runs `alembic heads`,
 * which loads every script and neither env.py nor the database. `root` is the absolute repository root.
 * Throws GateError `alembic-not-asked`.
 */
async function askForScripts(options, disk, root) {
    let graph;
    const end = await runAlembic({
        ...options,
        args: ['heads'],
        describe: true,
        onEvent: event => {
            if (event.kind === 'graph')
                graph = event;
        },
        onLine: () => undefined,
    });
    if (graph === undefined) {
        const said = end.stderr.trim().split('\n').at(-1) ?? '';
        const reason = end.failure === 'missing' ? `${end.program} was not found` : (0,build_text/* oneLine */.TN)(said, 200);
        throw (0,catalogue/* gateError */.em)('alembic-not-asked', { reason: reason === '' ? `it ended with ${end.code}` : reason });
    }
    // It walks from the heads; files come in the order of the way up.
    return graph.revisions.reverse().map(revision => {
        const path = (0,external_node_path_.isAbsolute)(revision.path)
            ? (0,external_node_path_.relative)(root, revision.path).split(external_node_path_.sep).join('/')
            : revision.path;
        const read = disk.readBytes(path);
        const text = read.ok ? (0,build_disk/* decodeText */.g7)(read.value) : undefined;
        return { ...revision, path, revisionLine: 1, downLine: 1, text: text?.ok === true ? text.text : '' };
    });
}

// EXTERNAL MODULE: ./build/engines/way-down.js
var way_down = __webpack_require__(1268);
;// CONCATENATED MODULE: ./build/engines/alembic/graph/bottom.js





/**
 * Reads `base`, an id or label, a unique beginning, `label@base`, `label@id`, `-N`, `label@-N`, `id-N`, `id+N`. Throws
 * GateError `alembic-relative` and what looking up a name throws. Of several rows Alembic would take one by chance for
 * `-N`; here that is refused.
 */
function resolveBottom(graph, target, rows) {
    // A range is for `--sql` only.
    if (target.includes(':'))
        throw unknownRevision(graph, target);
    const found = relative.exec(target);
    if (found !== null) {
        const move = { wanted: target, branch: found[1], symbol: found[2], steps: Number(found[3]) };
        return move.symbol === undefined ? fromRows(graph, move, rows) : fromName(graph, move);
    }
    const at = target.lastIndexOf('@');
    const label = at === -1 ? '' : target.slice(0, at);
    const branch = label === '' ? undefined : lookUpSingle(graph, { branch: undefined, symbol: label });
    return { branch, bottom: lookUpSingle(graph, { branch: undefined, symbol: target.slice(at + 1) }) };
}
function fromRows(graph, move, rows) {
    if (move.steps >= 0)
        throw bottom_refusal(move, 'a downgrade goes back');
    const starts = bottom_startsOf(graph, move.branch, rows);
    const [start] = starts;
    if (start === undefined)
        throw bottom_refusal(move, 'the database holds no revision that way');
    if (starts.length > 1)
        throw bottom_refusal(move, `the database is at ${starts.map(bottom_idOf).join(' and ')}`);
    // Only the line of this row is taken back, where the way up parts.
    const branch = move.branch === undefined ? start : lookUpSingle(graph, { branch: undefined, symbol: move.branch });
    return { branch, bottom: bottom_walkDown(graph, start, move) };
}
/** The rows on the branch; where none is, those that would be rows if no revision depended on them. */
function bottom_startsOf(graph, branch, rows) {
    const current = rows.flatMap(row => graph.ids.get(row) ?? []);
    if (branch === undefined)
        return current;
    const onIt = onBranch(graph, current, branch);
    if (onIt.length > 0)
        return onIt;
    const indexes = current.map(node => node.index);
    const applied = (0,reach/* ancestors */.T1)(graph.nodes, indexes);
    const below = [...applied].flatMap(index => graph.nodes[index] ?? []);
    const tops = below.filter(node => !node.next.some(index => applied.has(index)));
    return onBranch(graph, tops, branch);
}
function fromName(graph, move) {
    const { branch: label, steps } = move;
    const symbol = move.symbol ?? '';
    const branch = label === undefined ? undefined : lookUpSingle(graph, { branch: undefined, symbol: label });
    const start = lookUpSingle(graph, { branch: steps < 0 ? label : undefined, symbol });
    if (steps < 0)
        return { branch, bottom: start === undefined ? bottom_fail(move) : bottom_walkDown(graph, start, move) };
    const bottom = walkUp(graph, start, move);
    return bottom === undefined ? bottom_fail(move) : { branch, bottom };
}
/** Below the first revision is `base`, and below that is nothing. */
function bottom_walkDown(graph, start, move) {
    let at = start;
    for (let step = 0; step > move.steps; step--) {
        if (at === undefined)
            bottom_fail(move);
        const down = (at?.down ?? []).flatMap(index => graph.nodes[index] ?? []);
        if (down.length > 1)
            throw bottom_refusal(move, `the way parts into ${down.map(bottom_idOf).join(' and ')}`);
        at = down[0];
    }
    return at;
}
function bottom_fail(move) {
    throw bottom_refusal(move, 'there are not that many revisions that way');
}
function bottom_refusal({ wanted }, reason) {
    return (0,catalogue/* gateError */.em)('alembic-relative', { wanted: (0,build_text/* oneLine */.TN)(wanted, 80), reason: (0,build_text/* oneLine */.TN)(reason) });
}
function bottom_idOf(node) {
    return node.script.id;
}

;// CONCATENATED MODULE: ./build/engines/alembic/graph/descend.js






/**
 * What `alembic downgrade TARGET` would take back from `rows`: all that is applied above the target, and whatever
 * depends on it. Throws GateError `alembic-not-below`, `alembic-relative` and what looking up a name throws.
 */
function descend(graph, rows, target) {
    const { nodes } = graph;
    const unknown = rows.find(row => !graph.ids.has(row));
    if (unknown !== undefined)
        throw unknownRevision(graph, unknown);
    const heads = rows.flatMap(row => graph.ids.get(row) ?? []);
    const { branch, bottom } = resolveBottom(graph, target, rows);
    const roots = rootsAbove(graph, bottom, branch, target);
    const active = (0,reach/* ancestors */.T1)(nodes, descend_indexesOf(heads));
    const above = (0,reach/* reach */.gl)(nodes, descend_indexesOf(roots), node => node.after);
    const needed = new Set([...above].filter(index => active.has(index)));
    if (bottom !== undefined && needed.size === 0 && !heads.includes(bottom))
        throw notBelow(target);
    const from = [...new Set(descend_indexesOf(heads))].filter(index => needed.has(index)).sort((a, b) => a - b);
    const stays = [...active].filter(index => !needed.has(index));
    const kept = new Set(stays);
    const tops = stays.filter(index => nodes[index]?.after.some(one => kept.has(one)) !== true);
    return {
        scripts: scriptsOf(nodes, newestFirst(nodes, needed, from)),
        leaves: scriptsOf(nodes, tops).map(script => script.id),
    };
}
/** The first revisions to go: the bottom’s children, or every base; of several only those below the branch. */
function rootsAbove(graph, bottom, branch, target) {
    const { nodes } = graph;
    const roots = bottom === undefined
        ? nodes.filter(node => node.down.length === 0)
        : bottom.next.flatMap(index => nodes[index] ?? []);
    if (branch === undefined || roots.length < 2)
        return roots;
    const line = (0,reach/* reach */.gl)(nodes, [branch.index], node => node.down);
    const found = roots.filter(node => line.has(node.index));
    if (found.length === 0)
        throw notBelow(target);
    return found;
}
function notBelow(target) {
    return (0,catalogue/* gateError */.em)('alembic-not-below', { wanted: (0,build_text/* oneLine */.TN)(target, 80) });
}
function descend_indexesOf(nodes) {
    return nodes.map(node => node.index);
}
function scriptsOf(nodes, indexes) {
    return indexes.flatMap(index => nodes[index]?.script ?? []);
}

;// CONCATENATED MODULE: ./build/engines/alembic/downgrade.js








/**
 * What `alembic downgrade` would take back. Throws GateError for files that have no order, a row without a script, a
 * script without a way down, and a target that leads nowhere. Pure.
 */
function planDescent({ state, unknown }, files, wanted) {
    const [problem] = files.problems;
    if (problem !== undefined)
        throw new errors/* GateError */.u(problem.fault);
    const gone = unknown.map(id => ({
        id: (0,build_text/* oneLine */.TN)(id, 80),
        lacks: `${(0,build_text/* oneLine */.TN)(id, 80)} has no file in this commit`,
    }));
    if (gone.length > 0)
        throw withoutWay(gone, wanted);
    const descending = descend(files.graph, state.rows, wanted);
    const lacking = descending.scripts.filter(script => !hasWayDown(script));
    if (lacking.length > 0)
        throw withoutWay(lacking.map(({ id, path }) => ({ id: (0,build_text/* oneLine */.TN)(id, 80), lacks: `${(0,build_text/* oneLine */.TN)(path)} has no downgrade()` })), wanted, lacking[0]);
    return descending;
}
function withoutWay(lacking, wanted, first) {
    const next = [
        { command: 'downgrade', revision: wanted, when: 'the way down is written and committed' },
        { command: 'upgrade', when: 'a new revision undoes it' },
    ];
    const facts = { ids: lacking.map(one => one.id).join(', '), lacks: lacking.map(one => one.lacks) };
    const place = first === undefined ? {} : { place: { path: first.path } };
    return (0,catalogue/* gateError */.em)('way-down-missing', facts, { ...place, next });
}
/** A script that nobody could read as text is Alembic’s to judge. */
function hasWayDown({ text }) {
    return (text === '' ||
        /^[ \t]*(?:async[ \t]+)?(?:def[ \t]+downgrade\b|downgrade[ \t]*=)|\bimport\b.*\bdowngrade\b/m.test(text));
}
/**
 * Holds what was seen of a downgrade against what the database says now: what is still in the version table was not
 * taken back, whatever Alembic’s log or its exit code said. Pure.
 */
function judgeDescent(run, { scripts, leaves }, wanted, now) {
    const { before, after, watch } = run;
    const outcomes = scripts.map((script) => {
        const seen = watch.seen.get(script.id);
        const durationMs = seen === undefined ? 0 : Math.round((seen.endedAt ?? now) - seen.startedAt);
        return {
            revision: revisionOf(script),
            result: downgrade_resultOf(script.id, run),
            durationMs,
            did: seen?.did ?? [],
        };
    });
    const left = scripts.filter(({ id }) => after?.applied.has(id) !== false).map(({ id }) => id);
    const found = run.fault ?? (left.length === 0 ? undefined : (run.caught ?? whyLeft(run, left)));
    const ended = {
        ...(after === undefined ? {} : { after: { current: after.plan.current, unfinished: [] } }),
        ...(run.remarks.length === 0 ? {} : { remarks: run.remarks }),
    };
    if (found === undefined)
        return { plan: before.plan, outcomes, ...ended };
    const fault = { ...found, state: downgrade_sayState(run, outcomes) };
    const moved = outcomes.some(({ result }) => result === 'downgraded');
    (0,way_down/* ofWayDown */.j)(fault, moved ? nameBottom(wanted, leaves) : wanted);
    const failed = outcomes.find(({ result }) => result === 'failed');
    if (failed !== undefined)
        failed.fault = fault;
    return { plan: before.plan, outcomes, fault, ...ended };
}
/** A target that does not count from where the database stands; undefined where several revisions stay. */
function nameBottom(wanted, leaves) {
    if (!/(?:^|@)-\d+$/.test(wanted))
        return wanted;
    return leaves.length > 1 ? undefined : (leaves[0] ?? 'base');
}
function downgrade_resultOf(id, { after, watch, fault }) {
    const seen = watch.seen.get(id);
    // Where the hook saw Alembic at work and not this revision, it is somebody else who took it back.
    if (after?.applied.has(id) === false)
        return seen === undefined && watch.configured ? 'skipped' : 'downgraded';
    if (seen === undefined)
        return 'skipped';
    return after === undefined || (fault !== undefined && watch.current === id) ? 'failed' : 'rolled-back';
}
/** Alembic said that all is well, and the version table has it still. */
function whyLeft({ before, after }, left) {
    const ids = left.slice(0, 10).join(', ');
    if (after === undefined)
        return (0,catalogue/* makeFault */.VI)('alembic-unread', { ids }, { next: [{ command: 'current' }] });
    const table = (0,database_facts/* showTable */.S_)((after ?? before).state.history);
    return (0,catalogue/* makeFault */.VI)('alembic-downgrade-left', { ids, table }, { next: [{ command: 'plan' }] });
}
/** What the database holds after a downgrade that went wrong, in sentences that were read from it. */
function downgrade_sayState({ before, after, watch }, outcomes) {
    if (after === undefined)
        return 'The database could not be asked again: what was committed is not known.';
    const { current } = after.plan;
    const at = sayCurrent(current);
    const half = outcomes.filter(({ revision: { id }, result }) => result !== 'downgraded' && watch.seen.get(id)?.autocommit === true);
    if (half.length > 0) {
        const ids = half.map(({ revision }) => revision.id).join(', ');
        return `${ids} is half taken back: what it did in its autocommit_block and before is committed, though the version table still has it; ${at}. Undo that by hand, or finish it by hand and \`stamp\`.`;
    }
    const same = before.plan.current.join('\n') === current.join('\n') ? ', as before' : '';
    const gone = outcomes.filter(({ result }) => result === 'downgraded').length;
    if (gone > 0)
        return `${(0,build_text/* count */.U9)(gone, 'revision')} of this run ${gone === 1 ? 'stays' : 'stay'} taken back: ${at}.`;
    return watch.seen.size === 0
        ? `No way down was begun: ${at}${same}.`
        : `All of it was rolled back: ${at}${same}.`;
}

;// CONCATENATED MODULE: ./build/engines/alembic/history-lines.js


/**
 * Every revision of the files, newest first, and above them the rows that no file has. Alembic keeps neither dates nor
 * names of people: what is known is what is applied, where the database is, and where the files end. Pure.
 */
function historyLinesOf({ state, applied, unknown, plan }, files) {
    // A graph with a fault has no order: then as the files have it.
    const scripts = files.problems.length > 0 ? files.scripts : orderAll(files.graph);
    const blank = { at: '', by: '', commit: '', runUrl: '' };
    const known = [...scripts].reverse().map(({ id, message }) => ({
        id: (0,build_text/* oneLine */.TN)(id, 80),
        name: (0,build_text/* oneLine */.TN)(message, 120),
        standing: applied.has(id) ? 'applied' : 'pending',
        ...blank,
        ...(state.rows.includes(id) ? { current: true } : {}),
        ...(plan.head.includes(id) ? { head: true } : {}),
    }));
    const ahead = unknown.map((id) => ({ id: (0,build_text/* oneLine */.TN)(id, 80), name: '', standing: 'ahead', ...blank, current: true }));
    return [...ahead, ...known];
}

// EXTERNAL MODULE: ./build/engines/sql/text/show-sql.js + 1 modules
var show_sql = __webpack_require__(1009);
// EXTERNAL MODULE: ./build/engines/sql/text/statements.js
var text_statements = __webpack_require__(9957);
;// CONCATENATED MODULE: ./build/engines/alembic/offline-environment.js
/** The scheme of a URL of Postgres, with the driver that SQLAlchemy takes from it. */
const postgresUrl = /^\s*(postgres(?:ql)?(?:\+\w+)?):\/\//i;
/**
 * The environment of a child that is to write SQL and may not reach a database: each URL of one leads nowhere, with the
 * scheme that it had, and libpq’s own variables are gone. Nothing is installed for it either. Pure.
 */
function offlineEnvironment(environment) {
    const kept = Object.entries(environment).filter(([name]) => !/^PG[A-Z]/.test(name));
    const harmless = kept.map(([name, value]) => [name, leadNowhere(value)]);
    return { ...Object.fromEntries(harmless), UV_NO_SYNC: '1', UV_OFFLINE: '1' };
}
/** Port 1 of the machine itself: whoever connects all the same is refused at once. */
function leadNowhere(value) {
    const scheme = postgresUrl.exec(value ?? '')?.[1];
    return scheme === undefined ? value : `${scheme}://offline@127.0.0.1:1/offline`;
}

;// CONCATENATED MODULE: ./build/engines/alembic/offline.js








/** As long as Alembic may take to write what it would send. */
const patienceMs = 30_000;
/** Characters that are kept of all of it. */
const most = 4 << 20;
/**
 * Alembic’s own SQL for a way, from its offline mode (`--sql`). It is started without a URL: the child has one that leads
 * nowhere, so that no revision can write. Where it cannot tell all of it, the answer says why; never throws.
 */
async function askForSql(options) {
    const why = whyNot(options);
    if (why !== undefined)
        return why === '' ? { revisions: [] } : { revisions: [], why };
    const { child, command, rows, target, signal } = options;
    const parts = [];
    const seen = [];
    let kept = 0;
    const timeout = AbortSignal.timeout(patienceMs);
    const end = await runAlembic({
        ...child,
        environment: offlineEnvironment(child.environment),
        args: [command, `${rows[0] ?? 'base'}:${target}`, '--sql'],
        signal: AbortSignal.any([signal, timeout]),
        onEvent: event => {
            if (event.kind === 'configured' || event.kind === 'failure')
                seen.push(event);
        },
        onLine(line, stream) {
            if (stream === 'stderr')
                return;
            const begun = line.startsWith('-- Running ') ? readLogLine(line) : null;
            if (begun?.kind === 'started')
                parts.push({ id: begun.revision, lines: [] });
            else if (kept <= most)
                parts.at(-1)?.lines.push(line);
            kept += line.length;
        },
    });
    const configured = seen.find(event => event.kind === 'configured');
    const failure = seen.findLast(event => event.kind === 'failure');
    const table = configured?.versionTable ?? 'alembic_version';
    const revisions = (0,show_sql/* showSql */.C)(parts.map(({ id, lines }) => shownOf(id, lines.join('\n'), table)));
    if (end.code === 0)
        return { revisions };
    // Of the revision that failed only a part was written.
    const whole = revisions.filter(({ id }) => id !== failure?.revision);
    if (timeout.aborted)
        return { revisions: whole, why: `Alembic did not write it within ${(0,build_text/* count */.U9)(patienceMs / 1000, 'second')}` };
    return { revisions: whole, why: explain(end, configured, failure) };
}
/** Why Alembic is not asked; empty where nobody expects it to be. */
function whyNot({ child, disk, rows, trusted }) {
    const { start, environment } = child;
    if (!trusted)
        return 'this event may bring a stranger’s code, and Alembic would run it';
    if (rows.length > 1)
        return `the database is at ${rows.map(row => (0,build_text/* oneLine */.TN)(row, 80)).join(' and ')}, and Alembic’s offline mode begins at one revision`;
    const usesUv = start.argv[0] === 'uv' && start.argv[1] === 'run';
    if (!usesUv || isInstalled(disk, start.folder))
        return undefined;
    // Somebody has seen to it that nothing is installed yet: `alembic/setup` plans first.
    return environment.UV_NO_SYNC
        ? ''
        : 'there is no .venv of uv here, and a plan installs nothing (`uv sync` makes it)';
}
/** A plan installs nothing. The environment of a workspace is beside its lock file. */
function isInstalled(disk, from) {
    for (let folder = from;; folder = external_node_path_.posix.dirname(folder)) {
        if (disk.readBytes(external_node_path_.posix.join(folder, '.venv', 'pyvenv.cfg')).ok)
            return true;
        if (folder === '.' || folder === '' || folder === external_node_path_.posix.dirname(folder) || folder.startsWith('..'))
            return false;
    }
}
function explain(end, configured, failure) {
    if (end.failure === 'missing')
        return `${(0,build_text/* oneLine */.TN)(end.program)} was not found`;
    const said = failure === undefined ? lastLine(end) : `${failure.type}: ${failure.message}`;
    const reason = said === '' ? `Alembic ended with ${end.code}` : (0,build_text/* oneLine */.TN)(said, 200);
    if (failure?.revision)
        return `${(0,build_text/* oneLine */.TN)(failure.revision, 80)} cannot be written offline, as one that reads data cannot (${reason})`;
    if (configured === undefined && end.hooked)
        return `env.py does not come to the offline mode (${reason})`;
    return `Alembic could not write it offline (${reason})`;
}
function lastLine({ stderr }) {
    return stderr.trim().split('\n').at(-1) ?? '';
}
/** Without Alembic’s own statements: transactions, and the rows of the version table. */
function shownOf(id, text, table) {
    try {
        const all = (0,text_statements/* splitStatements */.Xd)(text, { path: '' });
        const statements = all.filter(statement => !isAlembics(statement.text, table));
        return { id, text: statements.map(statement => `${statement.text};`).join('\n'), statements };
    }
    catch (error) {
        if (!(error instanceof errors/* GateError */.u))
            throw error;
        return { id, text, statements: [] };
    }
}
function isAlembics(text, table) {
    if (/^(?:begin|commit)$/i.test(text))
        return true;
    const target = /^(?:update|insert\s+into|delete\s+from|create\s+table|drop\s+table)\s+([\w."]+)/i.exec(text)?.[1];
    return target?.replaceAll('"', '').split('.').at(-1) === table;
}

;// CONCATENATED MODULE: ./build/engines/alembic/by-hand.js






/** `downgrade`, `history`, and the SQL of a plan. */
function makeByHand(tools) {
    const askFor = (command, { state }, target, signal) => {
        const { disk, trusted } = tools;
        return askForSql({ child: tools.child(), disk, command, rows: state.rows, target, signal, trusted });
    };
    return {
        async showSql(signal) {
            const before = await tools.survey();
            return askFor('upgrade', before, tools.target, signal);
        },
        async previewDowngrade(revision, signal) {
            const before = await tools.survey();
            const { scripts, leaves } = planDescent(before, tools.files(), revision);
            const sql = scripts.length === 0 ? { revisions: [] } : await askFor('downgrade', before, revision, signal);
            return { revisions: scripts.map(revisionOf), leaves, sql };
        },
        async downgrade(revision, observer, signal, agreed) {
            const before = await tools.lockAndSurvey(observer, signal);
            const { plan } = before;
            const descending = planDescent(before, tools.files(), revision);
            const { scripts } = descending;
            (0,way_down/* expectAgreed */.I)(scripts.map(({ id }) => id), agreed, plan.server);
            if (scripts.length === 0)
                return { plan, outcomes: [], after: { current: plan.current, unfinished: [] } };
            const from = { ...before, pending: scripts };
            const { watched, fault } = await tools.run(['downgrade', revision], from, observer, signal);
            const now = performance.now();
            const after = await tools.resurvey(watched);
            const caught = fault === undefined ? tools.whyCaught(watched) : undefined;
            const judged = judgeDescent({ before, after, fault, caught, ...watched }, descending, revision, now);
            tellOutcomes(judged, observer);
            return judged;
        },
        async readHistory() {
            return historyLinesOf(await tools.survey(), tools.files());
        },
    };
}

// EXTERNAL MODULE: ./build/database/conditions.js
var conditions = __webpack_require__(9596);
;// CONCATENATED MODULE: ./build/engines/alembic/failure/read-text.js
/** What Alembic and Python print, read back into facts: for a run without the hook. Pure. */


/** Words of Python between an exception and the one that came of it. */
const chained = /\n\n(?:The above exception was the direct cause of the following exception|During handling of the above exception, another exception occurred):\n\n$/;
const begin = /^Traceback \(most recent call last\):\n/m;
/** The exception that ended Alembic, from its standard error; undefined where it printed none. */
function readTraceback(stderr) {
    // Python 3.13 colours its tracebacks where FORCE_COLOR says so.
    const text = (0,build_text/* harmless */.Is)(stderr);
    const pieces = text.split(begin);
    if (pieces.length < 2)
        return undefined;
    const chain = [];
    for (let at = pieces.length - 1; at > 0; at--) {
        if (chain.length > 0 && !chained.test(pieces[at] ?? ''))
            break;
        const block = readBlock((pieces[at] ?? '').replace(chained, ''));
        if (block === undefined)
            break;
        chain.push(block);
    }
    const [last, ...before] = chain;
    if (last === undefined)
        return undefined;
    const { type, frames, syntax } = last;
    return {
        kind: 'failure',
        type,
        frames,
        syntax,
        message: withoutSql(last.message),
        revision: readRevision(text),
        sql: readSql(last.message),
        server: readServer(chain),
        causes: before.map(one => ({ type: one.type, message: withoutSql(one.message) })),
        operations: [],
    };
}
/** Frames, then `type: message`, whose further lines go on until the text ends. */
function readBlock(text) {
    const lines = text.split('\n');
    const frames = [];
    let syntax = null;
    let at = 0;
    for (; at < lines.length && /^ {2}/.test(lines[at] ?? ''); at++) {
        const found = /^ {2}File "(.+)", line (\d+)(?:, in (.+))?$/.exec(lines[at] ?? '');
        if (found === null)
            continue;
        const [, file = '', line, name] = found;
        if (name === undefined)
            syntax = { file, line: Number(line), column: readCaret(lines[at + 2]) };
        else
            frames.push({ file, line: Number(line), function: name });
    }
    const said = /^([A-Za-z_][\w.]*)(?:: ([\s\S]*))?$/.exec(lines.slice(at).join('\n').trimEnd());
    return said === null ? undefined : { frames, syntax, type: said[1] ?? '', message: said[2] ?? '' };
}
/** The column in the line as Python shows it, without its indentation; 0 where there is no caret. */
function readCaret(line) {
    return line !== undefined && /^ *\^/.test(line) ? Math.max(0, line.indexOf('^') - 3) : 0;
}
/** `Running upgrade a -> b, message`: the last one was under way. */
function readRevision(text) {
    const lines = [...text.matchAll(/Running (upgrade|downgrade) (.*?) -> (.*?)(?:, .*)?$/gm)];
    const [, way, from = '', to = ''] = lines.at(-1) ?? [];
    if (way === undefined)
        return null;
    return (way === 'upgrade' ? to : from) || null;
}
function readSql(message) {
    const found = /^\[SQL: ([\s\S]*?)\]\n?(?=\[parameters: |\(Background on|$(?![\s\S]))/m.exec(message);
    return found?.[1]?.trim() || null;
}
/** SQLAlchemy appends the statement, its parameters (rows, perhaps) and a link. */
function withoutSql(message) {
    return message
        .split(/\n\[SQL: |\n\[parameters: /)[0]
        ?.replace(/\s*\(Background on this error at: \S+\)\s*$/, '')
        .trim();
}
const driver = /^(?:psycopg2?|asyncpg)\./;
/** What the server said, from the driver's own exception if it was printed, else from the one around it. */
function readServer(chain) {
    const around = chain[0];
    const wrapped = /^\(([\w.]+)\) ([\s\S]*)$/.exec(withoutSql(around.message));
    const own = [...chain].reverse().find(one => driver.test(one.type) && (0,conditions/* sqlstateOfClass */.X)(one.type) !== '');
    const type = own?.type ?? wrapped?.[1] ?? '';
    const code = (0,conditions/* sqlstateOfClass */.X)(type);
    if (code === '' && !/\.errors\./.test(type))
        return null;
    return { code, ...readFields(withoutSql(own?.message ?? wrapped?.[2] ?? '')) };
}
/** libpq's lines: the message, then DETAIL, HINT and CONTEXT; `LINE 1:` quotes the statement with its values. */
function readFields(text) {
    const parts = text.split(/\n(?=(?:DETAIL|HINT|CONTEXT|LINE \d+): )/);
    const field = (name) => parts
        .find(part => part.startsWith(`${name}: `))
        ?.slice(name.length + 1)
        .trim() ?? null;
    return {
        severity: 'ERROR',
        message: (parts[0] ?? '').trim(),
        detail: field('DETAIL'),
        hint: field('HINT'),
        where: field('CONTEXT'),
        position: null,
    };
}

// EXTERNAL MODULE: ./build/engines/server-errors/said.js
var server_errors_said = __webpack_require__(1609);
;// CONCATENATED MODULE: ./build/engines/alembic/failure/place.js
/** Where in the user's files an exception came from. Pure. */


/** The innermost place in a revision; else in the user's own code: env.py, or what it imports. */
function findPlace(failure, facts) {
    const { syntax } = failure;
    if (syntax !== null) {
        const own = ownPlace(syntax.file, syntax.line, facts);
        if (own !== undefined)
            return withColumn(own, syntax.column);
    }
    const own = ownFrames(failure, facts);
    return own.findLast(one => one.script !== undefined) ?? own.at(-1);
}
/** Where it came from, in one line: `alembic/env.py:5 → app/settings.py:8`. Empty where one place is all. */
function trailOf(failure, facts) {
    const steps = ownFrames(failure, facts).map(({ place }) => `${place.path}:${place.line}`);
    return (0,build_text/* oneLine */.TN)(steps.slice(-6).join(' → '));
}
/** The marked line with two before and one after, cut at 200 characters. */
function cutExcerpt(script, place) {
    const { line, column } = place;
    if (line === undefined || line < 1)
        return undefined;
    const lines = script.text.split(/\r\n|\n|\r/);
    const first = Math.max(0, line - 3);
    const shown = lines.slice(first, line + 1);
    if (line > lines.length)
        return undefined;
    return {
        firstLine: first + 1,
        lines: shown.map(text => (0,build_text/* harmless */.Is)(text).replaceAll('\t', ' ').slice(0, 200)),
        markedLine: line,
        ...(column !== undefined && column <= 200 ? { caret: column } : {}),
    };
}
function ownFrames(failure, facts) {
    return failure.frames.flatMap(({ file, line }) => ownPlace(file, line, facts) ?? []);
}
/** Libraries and virtual environments, wherever they are. */
const foreign = /(?:^|\/)(?:site-packages|dist-packages|\.venv|venv|\.tox|lib\/python\d[^/]*)\//;
function ownPlace(file, line, facts) {
    const path = relativePath(file.replaceAll('\\', '/'), facts);
    if (path === undefined || foreign.test(path))
        return undefined;
    const script = [...facts.scripts.values()].find(one => one.path === path);
    const place = { path: (0,build_text/* oneLine */.TN)(path), line };
    return script === undefined ? { place } : { place, script };
}
/** From the repository root. A file is recognised by its end too: the checkout may be reached by another name. */
function relativePath(file, facts) {
    if (file.startsWith('<'))
        return undefined;
    if (!(0,external_node_path_.isAbsolute)(file) && !/^[A-Za-z]:\//.test(file))
        return external_node_path_.posix.join(facts.start.folder, file);
    const root = facts.root.replaceAll('\\', '/').replace(/\/+$/, '');
    if (file.startsWith(`${root}/`))
        return file.slice(root.length + 1);
    const known = [...[...facts.scripts.values()].map(one => one.path), facts.project.envPath];
    return known.find(path => file.endsWith(`/${path}`));
}
/** Python prints a line without its indentation; the column that was read there gets it back from the script. */
function indented(failure, facts) {
    const { syntax } = failure;
    if (syntax === null || syntax.column < 1)
        return failure;
    const script = ownPlace(syntax.file, syntax.line, facts)?.script;
    const text = script?.text.split(/\r\n|\n|\r/)[syntax.line - 1] ?? '';
    const column = syntax.column + (text.length - text.trimStart().length);
    return { ...failure, syntax: { ...syntax, column } };
}
function withColumn(found, column) {
    if (column < 1)
        return found;
    return { ...found, place: { ...found.place, column } };
}

;// CONCATENATED MODULE: ./build/engines/alembic/failure/told.js
/** What every reader of a failure is given, and how it makes its fault. */





function tell(raised, end, facts) {
    const said = raised.server === null ? undefined : (0,server_errors_said/* sayError */.I)(raised.server);
    const server = said === undefined || raised.server === null ? null : { ...raised.server, ...said.server };
    const failure = { ...raised, server };
    const found = findPlace(end.failure === undefined ? indented(failure, facts) : failure, facts);
    return {
        failure,
        said,
        end,
        facts,
        found,
        id: (0,build_text/* oneLine */.TN)(failedRevision(failure, facts), 80),
        trail: trailOf(failure, facts),
        sql: showSql(failure.sql ?? ''),
    };
}
/** The revision to blame: where it was raised, else the one that ran when the server refused; empty if none did. */
function failedRevision(failure, facts) {
    return findPlace(failure, facts)?.script?.id ?? (failure.server === null ? '' : (failure.revision ?? ''));
}
/** A fault with place, excerpt and what the server said. */
function faultOf(told, id, given, next = [{ command: 'upgrade' }]) {
    const { found, said } = told;
    const excerpt = found?.script === undefined ? undefined : cutExcerpt(found.script, found.place);
    return (0,catalogue/* makeFault */.VI)(id, given, {
        next,
        ...(found === undefined ? {} : { place: found.place }),
        ...(excerpt === undefined ? {} : { excerpt }),
        ...said,
    });
}
/** A folder relative to the repository, as a reader would write it. */
function folderOf({ start }) {
    return start.folder === '' ? '.' : (0,build_text/* oneLine */.TN)(start.folder);
}
/** One line of somebody else's, without the full stop that our sentence sets itself. */
function reasonOf(text) {
    return (0,build_text/* oneLine */.TN)(text.trim()).replace(/[.?\s]+$/, '');
}
function showSql(sql) {
    return sql === '' ? '' : (0,describe/* headline */.P)({ text: sql });
}

;// CONCATENATED MODULE: ./build/engines/alembic/failure/starting.js
/** Ends before the first line of Python, and ends without a word. */





/** How a package is added where Alembic is started like this. */
function adder(start) {
    const name = programOf(start);
    return name === 'uv' ? 'uv add' : name === 'poetry' ? 'poetry add' : 'pip install';
}
/** The program did not start, or it ended before Alembic did anything; undefined where it went further. */
function explainStart(end, facts) {
    const { start } = facts;
    const program = (0,build_text/* oneLine */.TN)(start.argv[0] ?? '');
    if (end.started === 'missing')
        return (0,catalogue/* makeFault */.VI)('program-missing', { program, why: (0,build_text/* oneLine */.TN)(start.why) });
    if (end.started === 'denied')
        return (0,catalogue/* makeFault */.VI)('program-denied', { program });
    if (end.started === 'no-folder')
        return (0,catalogue/* makeFault */.VI)('program-folder', { folder: folderOf(facts) });
    // With the hook in place Alembic ran, and `error:` is somebody's own word.
    if (/^Traceback /m.test(end.stderr) || end.failure !== undefined || end.hooked)
        return undefined;
    const text = (0,build_text/* harmless */.Is)(`${end.stderr}\n${end.stdout}`);
    if (notInstalled.test(text))
        return (0,catalogue/* makeFault */.VI)('alembic-not-installed', { program: programOf(start), add: adder(start) });
    return programOf(start) === 'uv' ? explainUv(text) : undefined;
}
/** uv, poetry and Python each say it in their own words. */
const notInstalled = /Failed to spawn: .?alembic|^Command not found: alembic|No module named '?alembic'?\b|alembic: (?:command )?not found/m;
/** `error: …`, and under it `cause: …` (before uv 0.12: `Caused by: …`). */
function explainUv(text) {
    const error = /^error: (.+)$/m.exec(text)?.[1];
    if (error === undefined)
        return undefined;
    const causes = [...text.matchAll(/^ +(?:cause|Caused by): (.+)$/gim)].map(found => found[1] ?? '');
    const reason = reasonOf([error, ...causes.slice(0, 1)].join(': '));
    if (/network was disabled|Failed to fetch|error sending request|dns error|tcp connect/i.test(text))
        return (0,catalogue/* makeFault */.VI)('uv-network', { reason: reasonOf([error, ...causes.slice(-1)].join(': ')) });
    if (/uv\.lock|lockfile/i.test(error))
        return (0,catalogue/* makeFault */.VI)('uv-lock', { reason });
    return (0,catalogue/* makeFault */.VI)('uv-failed', { program: 'uv', reason });
}
/** Nothing was raised: a signal, or an exit code and the last line. */
function explainSilence(end, facts) {
    const signal = end.signal ?? signalOf(end.code);
    if (signal === 'SIGKILL')
        return (0,catalogue/* makeFault */.VI)('child-memory', { how: end.signal === null ? `exit code ${end.code}` : signal });
    if (signal !== undefined)
        return (0,catalogue/* makeFault */.VI)('child-killed', { signal: (0,build_text/* oneLine */.TN)(signal, 20) });
    const lines = (0,build_text/* harmless */.Is)(end.stderr)
        .split('\n')
        .filter(line => line.trim() !== '');
    const last = (0,build_text/* oneLine */.TN)(lines.at(-1) ?? '');
    // Alembic's own log is no reason.
    const shown = /^(?:INFO|DEBUG)\b/.test(last) ? '' : last;
    const script = facts.scripts.get(readRevision(end.stderr) ?? '');
    return (0,catalogue/* makeFault */.VI)('child-exit', { code: String(end.code), last: shown, began: end.hooked || script !== undefined }, {
        next: [{ command: 'current' }],
        ...(script === undefined ? {} : { place: { path: script.path, line: script.revisionLine } }),
    });
}
const signals = {
    1: 'SIGHUP',
    2: 'SIGINT',
    4: 'SIGILL',
    6: 'SIGABRT',
    7: 'SIGBUS',
    9: 'SIGKILL',
    11: 'SIGSEGV',
    13: 'SIGPIPE',
    14: 'SIGALRM',
    15: 'SIGTERM',
};
/** Shells and `uv run` tell a child's signal as 128 and its number. */
function signalOf(code) {
    return code === null ? undefined : signals[code - 128];
}
function programOf(start) {
    return (0,build_text/* oneLine */.TN)(external_node_path_.posix.basename((start.argv[0] ?? '').replaceAll('\\', '/')).replace(/\.exe$/i, ''));
}

;// CONCATENATED MODULE: ./build/engines/alembic/failure/application.js
/** Exceptions of the user's own Python: imports, settings, env.py, questions. */



/** A file that Python cannot read. */
const explainSyntax = told => {
    const { failure, found } = told;
    if (!/(?:^|\.)(?:SyntaxError|IndentationError|TabError)$/.test(failure.type) || failure.sql !== null)
        return undefined;
    const path = found?.place.path ?? (0,build_text/* oneLine */.TN)(failure.syntax?.file ?? 'a file');
    const reason = failure.message.replace(/ \([^()]*, line \d+\)$/, '');
    return faultOf(told, 'python-syntax', { path, reason: reasonOf(reason) });
};
/** pydantic's and pydantic-settings' ValidationError. Values are never shown: `input_value` holds them. */
const explainSettings = told => {
    const { failure, trail } = told;
    const model = /^\d+ validation errors? for (\S+)/.exec(failure.message)?.[1];
    if (!failure.type.endsWith('ValidationError') || model === undefined)
        return undefined;
    const wrong = [...failure.message.matchAll(/^(\S.*)\n {2}(.+?) [[(]type=([\w.]+)/gm)];
    const names = (missing) => wrong.filter(one => /(?:^|\.)missing$/.test(one[3] ?? '') === missing);
    const missing = names(true).map(one => (0,build_text/* oneLine */.TN)((one[1] ?? '').replaceAll(' -> ', '.'), 80));
    const facts = { model: (0,build_text/* oneLine */.TN)(model, 80), trail };
    if (missing.length > 0) {
        const variables = (0,build_text/* joinAnd */.MO)(missing.map(variableOf));
        return faultOf(told, 'setting-missing', { ...facts, names: (0,build_text/* joinAnd */.MO)(missing), variables });
    }
    const reasons = names(false).map(one => (0,build_text/* oneLine */.TN)(`${one[1]}: ${one[2]}`, 160));
    return faultOf(told, 'setting-invalid', { ...facts, reasons: reasonOf(reasons.join('; ')) });
};
/** `os.environ["X"]`, and a revision whose parent is not there: both are a KeyError. */
const explainKey = told => {
    const { failure, facts, trail } = told;
    const key = /^'(.+)'$/s.exec(failure.message)?.[1];
    const last = failure.frames.at(-1);
    if (failure.type !== 'KeyError' || key === undefined || last === undefined)
        return undefined;
    if (last.function === '__getitem__' && /(?:^<frozen os>|\/os\.py)$/.test(last.file))
        return faultOf(told, 'variable-missing', { name: (0,build_text/* oneLine */.TN)(key, 80), trail });
    if (last.function !== '_revision_map')
        return undefined;
    const folder = (0,build_text/* oneLine */.TN)(facts.project.versionLocations.join(', '));
    const script = [...facts.scripts.values()].find(one => one.down.includes(key));
    const found = script && { place: { path: script.path, line: script.downLine }, script };
    return faultOf({ ...told, found }, 'alembic-parent', { id: (0,build_text/* oneLine */.TN)(key, 80), folder });
};
/** A module or a name that is not there; drivers and greenlet have been looked at before. */
const explainImport = told => {
    const { failure, facts, trail } = told;
    const module = /^No module named '(.+?)'/.exec(failure.message)?.[1];
    if (failure.type === 'ModuleNotFoundError' && module !== undefined)
        return faultOf(told, 'module-missing', { module: (0,build_text/* oneLine */.TN)(module, 80), trail, add: adder(facts.start) });
    if (failure.type !== 'ImportError')
        return undefined;
    if (failure.message.startsWith("Can't find Python file"))
        return faultOf(told, 'alembic-config', {
            reason: reasonOf(withoutRoot(failure.message, facts.root)),
            folder: folderOf(facts),
        });
    // The path of the library in brackets says nothing to the reader.
    const reason = failure.message.replace(/ \((?:unknown location|\/[^)]*)\)$/, '');
    return faultOf(told, 'import-failed', { reason: reasonOf(withoutRoot(reason, facts.root)), trail });
};
/** Everything else that was raised: in a revision, or before one. */
const explainRaised = told => {
    const { failure, end, facts, found, trail } = told;
    const { id } = found?.script ?? { id: '' };
    if (failure.type === 'EOFError')
        return faultOf(told, 'child-input', { id: (0,build_text/* oneLine */.TN)(id, 80) });
    if (failure.type === 'MemoryError')
        return faultOf(told, 'child-memory', { how: 'MemoryError' });
    if (failure.type.startsWith('configparser.')) {
        return faultOf(told, 'alembic-config', { reason: reasonOf(failure.message), folder: folderOf(facts) }, []);
    }
    const type = (0,build_text/* oneLine */.TN)(failure.type, 80);
    const reason = reasonOf(withoutRoot(failure.message, facts.root));
    if (id !== '' || (end.hooked && failure.revision !== null && found === undefined))
        return faultOf(told, 'alembic-raised', {
            id: told.id || (0,build_text/* oneLine */.TN)(failure.revision ?? '', 80),
            type,
            reason,
        });
    return faultOf(told, 'env-raised', { type, reason, trail, ran: end.ran === true });
};
/** `db.url` is DB__URL where the nesting has its usual delimiter; a name in capitals is an alias, as it stands. */
function variableOf(name) {
    return /^[A-Z0-9_]+$/.test(name) ? name : name.replaceAll('.', '__').toUpperCase();
}
function withoutRoot(text, root) {
    return text.replaceAll(`${root.replace(/\/+$/, '')}/`, '');
}

;// CONCATENATED MODULE: ./build/engines/alembic/failure/commands.js
/** Alembic's own refusals: one line on standard output, `FAILED: …`. */


/** What Alembic says in a sentence of its own instead of an exception; undefined where it said none. */
function readCommandError({ failure, stdout, stderr }) {
    if (failure !== undefined)
        return undefined;
    const failed = /^FAILED: ([\s\S]+)$/m.exec(stdout)?.[1];
    const usage = /^(?:\S*alembic)\S*(?: \w+)?: error: ([\s\S]+)$/m.exec(stderr)?.[1];
    const message = (failed ?? usage)?.trim();
    if (message === undefined)
        return undefined;
    const type = failed === undefined ? usageError : 'alembic.util.exc.CommandError';
    const nothing = { revision: null, frames: [], syntax: null, sql: null, server: null };
    return { kind: 'failure', type, message, ...nothing, causes: [], operations: [] };
}
const usageError = 'argparse.ArgumentError';
/** Turns a CommandError into its fault; undefined for any other exception. */
function explainCommand(failure, end, facts) {
    const { message } = failure;
    const reason = reasonOf(message.replace(/^argument \{.*?\}: | \(choose from .*\)$/g, ''));
    const told = tell(failure, end, facts);
    const where = `${facts.target.host}:${facts.target.port}/${facts.target.database}`;
    if (failure.type === usageError)
        return faultOf(told, 'alembic-usage', { reason, program: (0,build_text/* oneLine */.TN)(facts.start.argv.join(' ')) }, []);
    if (!/\bCommandError$/.test(failure.type))
        return undefined;
    if (/^Multiple head/.test(message))
        return faultOf(told, 'alembic-heads', { heads: '' }, [
            { command: 'upgrade', revision: 'heads', when: 'the branches are meant to stay apart' },
        ]);
    const unknown = /^Can't locate revision identified by '(.+?)'/.exec(message)?.[1];
    if (unknown !== undefined) {
        const folder = (0,build_text/* oneLine */.TN)(facts.project.versionLocations.join(', '));
        return faultOf(told, 'alembic-unknown-revision', { id: (0,build_text/* oneLine */.TN)(unknown, 80), folder }, [
            { command: 'current' },
        ]);
    }
    const overlap = /^Requested revision (.+?) overlaps with other requested revisions (.+)$/.exec(message);
    if (overlap !== null) {
        const [, one = '', other = ''] = overlap.map(text => (0,build_text/* oneLine */.TN)(text, 80));
        return faultOf(told, 'alembic-overlapping', { one, other }, [{ command: 'current' }]);
    }
    if (/^Target database is not up to date/.test(message))
        return faultOf(told, 'alembic-behind', { where: (0,build_text/* oneLine */.TN)(where) });
    if (/^No 'script_location'|^Path doesn't exist|^No config file|^No such revision folder/.test(message)) {
        const shown = reasonOf(message.replaceAll(`${facts.root.replace(/\/+$/, '')}/`, ''));
        return faultOf(told, 'alembic-config', { reason: shown, folder: folderOf(facts) }, []);
    }
    if (/^Ambiguous (?:upgrade|downgrade|walk)/.test(message))
        return faultOf(told, 'alembic-ambiguous', { reason }, []);
    const raced = /^Online migration (expected to match one row when .+)$/.exec(message)?.[1];
    if (raced !== undefined)
        return faultOf(told, 'alembic-raced', { where: (0,build_text/* oneLine */.TN)(where), reason: reasonOf(raced) });
    return faultOf(told, 'alembic-command', { reason });
}

// EXTERNAL MODULE: ./build/database/url.js
var url = __webpack_require__(7081);
;// CONCATENATED MODULE: ./build/engines/alembic/failure/connecting.js
/** The way from env.py to the server: driver, spelling of the URL, connection. */




/** What a URL asks for, and the package that brings it. Plain postgresql:// changed its meaning with SQLAlchemy 2.1. */
const drivers = {
    asyncpg: { asked: 'postgresql+asyncpg', package: 'asyncpg' },
    psycopg: {
        asked: 'postgresql+psycopg, which plain postgresql means since SQLAlchemy 2.1',
        package: 'psycopg[binary]',
    },
    psycopg2: {
        asked: 'postgresql+psycopg2, which plain postgresql means before SQLAlchemy 2.1',
        package: 'psycopg2-binary',
    },
};
/** A driver that is not installed, or greenlet, which async engines need. */
const explainDriver = told => {
    const { failure, facts } = told;
    const add = adder(facts.start);
    const module = /^No module named '(.+?)'/.exec(failure.message)?.[1] ?? '';
    if (module === 'greenlet' || /requires that the Python 'greenlet' library/.test(failure.message))
        return faultOf(told, 'greenlet-missing', { add });
    const known = failure.type === 'ModuleNotFoundError' ? drivers[module] : undefined;
    return known && faultOf(told, 'driver-missing', { driver: module, ...known, add });
};
/** What SQLAlchemy or the driver refuses of the URL's spelling. Only its scheme and its TLS are ever shown. */
const explainUrl = told => {
    const { failure, facts, trail } = told;
    const { message } = failure;
    const variable = (0,build_text/* oneLine */.TN)(facts.variable);
    const keyword = /^connect\(\) got an unexpected keyword argument '(\w+)'/.exec(message)?.[1];
    if (failure.type === 'TypeError' && keyword !== undefined)
        return faultOf(told, 'url-keyword', { keyword, spelled: `\`${spellForAsyncpg(told)}\``, variable });
    const dialect = /^Can't load plugin: sqlalchemy\.dialects:([\w.+]+)/.exec(message)?.[1];
    if (dialect !== undefined) {
        const scheme = dialect.replace('.', '+');
        const spelled = `\`${scheme.replace(/^\w+/, 'postgresql')}://…\``;
        return faultOf(told, 'url-dialect', { given: `${(0,build_text/* oneLine */.TN)(scheme, 40)}://`, spelled, variable });
    }
    if (/^Could not parse SQLAlchemy URL/.test(message))
        return faultOf(told, 'url-unread', { variable });
    const sync = /requires an async driver to be used\. The loaded '(\w+)'/.exec(message)?.[1];
    if (sync !== undefined)
        return faultOf(told, 'driver-sync', { driver: sync, spelled: `\`${spellForAsyncpg(told)}\``, variable });
    if (!failure.type.endsWith('MissingGreenlet'))
        return undefined;
    return faultOf(told, 'driver-async', { spelled: '`postgresql+psycopg://…`', variable, trail });
};
/** asyncpg says `ssl` where libpq says `sslmode`, and settles channel binding by itself. */
function spellForAsyncpg({ failure, facts }) {
    const { tls } = facts.target;
    const asked = tls === 'prefer' && /'sslmode'/.test(failure.message) ? 'require' : tls;
    return `postgresql+asyncpg://…${asked === 'prefer' ? '' : `?ssl=${asked}`}`;
}
/** A server that env.py does not reach, though the gate did. */
const explainConnection = told => {
    const { facts } = told;
    const refused = readRefusal(told);
    if (refused === undefined)
        return undefined;
    const ours = (0,url/* describeTarget */.ff)(facts.target);
    const variable = (0,build_text/* oneLine */.TN)(facts.variable);
    const user = /password authentication failed for user "(.+?)"/.exec(refused.reason)?.[1];
    if (user !== undefined)
        return faultOf(told, 'env-password', { user: (0,build_text/* oneLine */.TN)(user, 80), ours, variable });
    return faultOf(told, 'env-connect', { ...refused, ours, variable });
};
/** Where to and why, in the words of libpq (psycopg, psycopg2), of asyncpg, or of Python's sockets. */
function readRefusal({ failure }) {
    const { message, server } = failure;
    const libpq = /connection to server at "([^"]+)"(?: \([^)]*\))?, port (\d+) failed: (?:FATAL: +)?([^\n]+)/.exec(message);
    if (libpq !== null) {
        const [, host = '', port = '', reason = ''] = libpq;
        return { where: (0,build_text/* oneLine */.TN)(`${host}:${port}`), reason: reasonOf(reason) };
    }
    const unknown = /(?:failed to resolve host|could not translate host name) ['"]([^'"]+)['"]/.exec(message)?.[1];
    if (unknown !== undefined)
        return { where: (0,build_text/* oneLine */.TN)(unknown, 200), reason: 'this host has no address here' };
    const socket = /\[Errno -?\d+\] Connect call failed \('([^']+)', (\d+)/.exec(message);
    if (socket !== null)
        return { where: (0,build_text/* oneLine */.TN)(`${socket[1]}:${socket[2]}`), reason: 'the connection was refused' };
    if (failure.type === 'socket.gaierror')
        return { where: '', reason: 'its host has no address here' };
    // Classes 08 and 28, an unknown database, a full or starting server: only while connecting, before any statement.
    if (server !== null && failure.sql === null && /^(?:08|28|3D000|53300|57P03)/.test(server.code))
        return { where: '', reason: reasonOf(server.message) };
    return undefined;
}

// EXTERNAL MODULE: ./build/engines/objects/expect.js + 2 modules
var expect = __webpack_require__(1913);
// EXTERNAL MODULE: ./build/engines/server-errors/grants.js
var grants = __webpack_require__(2119);
// EXTERNAL MODULE: ./build/engines/server-errors/violations.js
var violations = __webpack_require__(7880);
;// CONCATENATED MODULE: ./build/engines/alembic/failure/server.js
/** What the server said of a statement, by SQLSTATE. */






/** SQLSTATEs of "already exists" and "does not exist": for them the objects of the revision are looked up. */
const existsCodes = ['42P07', '42701', '42710', '42P06', '42723'];
const absentCodes = ['42P01', '42703', '42704', '3F000'];
/** A statement that the server refused, in a revision or outside of one. */
const explainServer = told => {
    const { failure } = told;
    const lost = readLoss(told);
    if (lost !== undefined)
        return faultOf(told, 'alembic-lost', { id: told.id, reason: lost });
    if (failure.server === null)
        return failure.sql === null ? undefined : withoutServer(told);
    return readRace(told) ?? withQueries(readKnown(told) ?? readPlain(told), told);
};
/** The rows in the way, for the user's own table; none for a table that was undone with the revision. */
function withQueries(fault, { failure, said }) {
    if (said === undefined)
        return fault;
    const { code, message, detail = '' } = said.server;
    const statement = failure.sql ?? '';
    const undone = (0,expect/* expectationOf */.E)(failure.operations, []).objects;
    const about = (0,violations/* aboutOf */.rI)(message, statement);
    const foreign = (0,violations/* queriesFor */.yp)({ code, message, detail, about, statement, undone });
    return foreign.length === 0 ? fault : { ...fault, foreign };
}
function readKnown(told) {
    const { id, sql, failure, facts } = told;
    const { code = '', message = '' } = failure.server ?? {};
    const reason = reasonOf(message);
    if (code === '22001' && /\bversion_num\b/.test(failure.sql ?? ''))
        return longId(told);
    if (/multiple commands into a prepared statement/.test(message))
        return faultOf(told, 'alembic-several', { id }, []);
    if (code === '42501') {
        const user = (0,build_text/* oneLine */.TN)(facts.target.user, 80);
        return faultOf(told, 'alembic-rights', { id, reason, user, way: (0,grants/* grantFor */.O4)(message, facts.target.user) });
    }
    if (code === '55P03')
        return faultOf(told, 'alembic-lock-timeout', { id, sql });
    if (code === '40P01')
        return faultOf(told, 'alembic-deadlock', { id, sql });
    if (code === '57014')
        return faultOf(told, 'alembic-cancelled', { id, reason, sql });
    if (code === '23505')
        return faultOf(told, 'alembic-duplicate-key', { id, reason, sql });
    if (code === '23502')
        return faultOf(told, 'alembic-not-null', { id, reason, sql });
    return undefined;
}
function readPlain(told) {
    const { id, sql, failure, found } = told;
    const { code = '', message = '' } = failure.server ?? {};
    const facts = { reason: reasonOf(message), code: (0,build_text/* oneLine */.TN)(code, 5), sql };
    if (id === '' && found?.script === undefined)
        return faultOf(told, 'alembic-server', facts);
    if (existsCodes.includes(code))
        return faultOf(told, 'alembic-exists', { id, ...facts }, []);
    if (absentCodes.includes(code))
        return faultOf(told, 'alembic-absent', { id, ...facts });
    return faultOf(told, 'alembic-failed', { id, ...facts });
}
/** SQLAlchemy raised it, and neither code nor class name tells more. */
function withoutServer(told) {
    const reason = reasonOf(told.failure.message.replace(/^\([\w.]+\) /, '').split('\n')[0] ?? '');
    if (told.id === '')
        return faultOf(told, 'alembic-server', { reason, code: '', sql: told.sql });
    return faultOf(told, 'alembic-failed', { id: told.id, reason, code: '', sql: told.sql });
}
/** The names that only a second Alembic at the same moment violates. */
const raced = /"(?:alembic_version_pkc|pg_type_typname_nsp_index|pg_class_relname_nsp_index|pg_namespace_nspname_index)"/;
function readRace(told) {
    const { code = '', message = '' } = told.failure.server ?? {};
    if (code !== '23505' || !raced.test(message))
        return undefined;
    return faultOf(told, 'alembic-raced', {
        where: (0,url/* describeTarget */.ff)(told.facts.target),
        reason: reasonOf(message),
    });
}
/** Classes 08 and 57P0x, and what libpq and asyncpg say without a code. */
function readLoss({ failure }) {
    const code = failure.server?.code ?? '';
    const said = failure.server?.message ?? failure.message.replace(/^\([\w.]+\) /, '').split('\n')[0] ?? '';
    const lost = /server closed the connection unexpectedly|connection was closed in the middle|connection (?:is|already) closed/;
    if (!/^(?:08|57P0[1-5])/.test(code) && !lost.test(said))
        return undefined;
    return reasonOf(said.replace(/^connection was closed in the middle of operation: /, ''));
}
function longId(told) {
    const { failure, facts } = told;
    const id = failure.revision ?? '';
    const script = facts.scripts.get(id);
    const table = /\b(?:INTO|UPDATE) (\S+)/i.exec(failure.sql ?? '')?.[1] ?? 'alembic_version';
    const given = { id: (0,build_text/* oneLine */.TN)(id, 120), length: [...id].length, table: (0,build_text/* oneLine */.TN)(table, 80) };
    if (script === undefined)
        return faultOf(told, 'alembic-id-refused', given, []);
    const found = { place: { path: script.path, line: script.revisionLine }, script };
    return faultOf({ ...told, found }, 'alembic-id-refused', given, []);
}

;// CONCATENATED MODULE: ./build/engines/alembic/failure/explain.js
/** Turns the end of Alembic's process into a fault of the catalogue. Pure. */








/** The first that knows the exception has it; the last one knows all. */
const readers = [
    explainSyntax,
    explainConnection,
    explainServer,
    explainDriver,
    explainUrl,
    explainSettings,
    explainKey,
    explainImport,
];
/**
 * Why Alembic failed: sentence and cure, the place in the revision (else in the user's own code), what the server
 * said. With the hook from its facts, without it from what was printed. `state` is left to the caller, who reads it
 * from the database. `debug` holds the whole output, without statements' parameters. Never throws.
 */
function explainFailure(end, facts) {
    const fault = explain_explain(end, facts);
    const debug = debugOf(end);
    return debug === '' ? fault : { ...fault, debug };
}
/** The exception as facts, from the hook or from the texts; undefined where nothing was raised. */
function failureOf(end) {
    return end.failure ?? readCommandError(end) ?? readTraceback(end.stderr);
}
function explain_explain(end, facts) {
    const unstarted = explainStart(end, facts);
    if (unstarted !== undefined)
        return unstarted;
    const failure = failureOf(end);
    // Killed from outside: what was raised before, if anything, was handled.
    if (failure === undefined || (end.signal !== null && end.failure === undefined))
        return explainSilence(end, facts);
    const command = explainCommand(failure, end, facts);
    if (command !== undefined)
        return command;
    const told = tell(failure, end, facts);
    for (const reader of readers) {
        const fault = reader(told);
        if (fault !== undefined)
            return fault;
    }
    return explainRaised(told);
}
const longestDebug = 64_000;
/** Parameters and DETAIL are rows of the table, which are for no log. */
function debugOf({ stdout, stderr }) {
    const text = `${stdout}\n${stderr}`.trim();
    const clean = text.replace(/^\[parameters: .*$|^DETAIL: .*$|^LINE \d+: .*\n *\^$/gm, '[left out]');
    return (0,build_text/* harmless */.Is)(clean.slice(-longestDebug));
}

// EXTERNAL MODULE: ./build/database/session.js
var database_session = __webpack_require__(8188);
// EXTERNAL MODULE: ./build/engines/objects/explain.js
var objects_explain = __webpack_require__(7800);
// EXTERNAL MODULE: ./build/engines/objects/find.js
var find = __webpack_require__(660);
// EXTERNAL MODULE: ./build/engines/objects/tell.js
var objects_tell = __webpack_require__(2372);
// EXTERNAL MODULE: ./build/engines/server-errors/look-up-rows.js
var look_up_rows = __webpack_require__(3367);
;// CONCATENATED MODULE: ./build/engines/alembic/failure/look-up.js







/**
 * For "already exists" and "does not exist": which objects of the revision the database has, and so whether it is
 * out of step, half there, or another matter. Any other fault comes back as it is, and so does this one when the
 * hook told no operations or the catalogs cannot be asked. Never throws for what a server says.
 */
async function lookUpObjects(given, { failure, facts, session, pending }) {
    const fault = await (0,look_up_rows/* keepRunnable */.b)(given, session);
    const id = failedRevision(failure, facts);
    if (!['alembic-exists', 'alembic-absent'].includes(fault.id) || id === '')
        return fault;
    if (failure.operations.length === 0)
        return fault;
    const { objects, unseen } = (0,expect/* expectationOf */.E)(failure.operations, []);
    try {
        const found = await (0,find/* findObjects */.Q)(session, objects);
        const before = pending.slice(0, Math.max(0, pending.indexOf(id)));
        return withObjects(fault, id, (0,objects_explain/* explainObjects */.m)(found, id, { before, unseen }));
    }
    catch (error) {
        if (error instanceof database_session/* DatabaseError */.a)
            return fault;
        throw error;
    }
}
function withObjects(fault, id, explained) {
    const { stand, text, next } = explained;
    if (stand === 'all' || stand === 'some')
        return (0,objects_tell/* tellStand */.a)(fault, id, explained);
    return text === '' ? fault : { ...fault, message: `${fault.message} ${text}`, next };
}

// EXTERNAL MODULE: ./build/engines/alembic/graph/graph.js + 4 modules
var graph_graph = __webpack_require__(2994);
// EXTERNAL MODULE: ./build/engines/alembic/scripts/decode-string.js
var decode_string = __webpack_require__(2199);
// EXTERNAL MODULE: ./build/engines/alembic/scripts/tokens.js + 1 modules
var scripts_tokens = __webpack_require__(358);
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
var project_project = __webpack_require__(2644);
// EXTERNAL MODULE: ./build/engines/alembic/project/start.js
var project_start = __webpack_require__(8958);
// EXTERNAL MODULE: ./build/engines/alembic/scripts/scripts.js
var scripts_scripts = __webpack_require__(4599);
;// CONCATENATED MODULE: ./build/engines/alembic/files.js








/**
 * Reads configuration and scripts. Where a script cannot be read without running it, Alembic is asked, and the plan
 * says so. Throws GateError when there is no project.
 */
async function readFiles(options, ask) {
    const { disk } = options;
    const start = (0,project_start/* readStart */.H)(options);
    const project = (0,project_project/* readProject */.W)(disk, start);
    const read = (0,scripts_scripts/* readScripts */.b)(disk, project);
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
        ],
    };
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
        const project = (0,project_project/* readProject */.W)(options.disk, (0,project_start/* readStart */.H)(options));
        return [...new Set([...project.files, project.scriptLocation, ...project.versionLocations])];
    }
    catch {
        return [options.directory];
    }
}

// EXTERNAL MODULE: ./build/database/lock.js
var lock = __webpack_require__(4653);
;// CONCATENATED MODULE: ./build/engines/alembic/hold-lock.js

/** Firewalls and poolers forget a connection that is silent for some minutes. */
const usualMs = 10_000;
/** So many questions without an answer, and nobody knows whether the lock is still ours. */
const mostUnanswered = 3;
/**
 * Takes the gate lock on `session` and keeps its connection alive, in no transaction: an open one would hold back
 * every CREATE INDEX CONCURRENTLY of the child. Undefined when the signal came first. Throws GateError `lock-wait`.
 */
async function holdLock(session, options) {
    const { history, database, askEveryMs = usualMs, ...wait } = options;
    const key = (0,lock/* lockKey */.TL)(database, `${history.schema}.${history.table}`);
    if (!(await (0,lock/* takeLock */.HJ)(session, { key, ...wait }, async () => true)))
        return undefined;
    const lost = new AbortController();
    const lose = () => {
        clearInterval(timer);
        lost.abort();
    };
    let unanswered = 0;
    const ask = () => {
        if (unanswered === mostUnanswered) {
            lose();
            void session.close();
            return;
        }
        unanswered++;
        session.query('select 1').then(() => {
            unanswered = 0;
        }, lose);
    };
    const timer = setInterval(ask, askEveryMs);
    session.ended.addEventListener('abort', lose, { once: true });
    if (session.ended.aborted)
        lose();
    const stop = () => {
        clearInterval(timer);
        session.ended.removeEventListener('abort', lose);
    };
    return { lost: lost.signal, stop };
}

// EXTERNAL MODULE: ./build/database/sessions.js
var sessions = __webpack_require__(2563);
// EXTERNAL MODULE: ./build/sleep.js
var sleep = __webpack_require__(8503);
// EXTERNAL MODULE: ./build/engines/stuck.js
var engines_stuck = __webpack_require__(5304);
// EXTERNAL MODULE: ./build/engines/tries.js
var engines_tries = __webpack_require__(8329);
;// CONCATENATED MODULE: ./build/engines/alembic/retry.js





/**
 * Starts Alembic again where others kept it from a lock. It goes on from its version table, so what was committed of an
 * attempt stays and is told with the rest. Whatever may have left something half done is not tried again.
 */
async function retryAttempts(before, attempt, { target, lockTimeoutMs, observer, signal }) {
    const tries = (0,engines_tries/* countTries */.zh)(engines_tries/* mostTries */.l5.alembic);
    const kept = [];
    for (let from = before;;) {
        const done = await attempt(from);
        const { judged, watched, after } = done;
        const { fault } = judged;
        const joined = { ...judged, plan: kept.length === 0 ? judged.plan : before.plan };
        const ended = (outcomes) => ({ ...joined, outcomes: [...kept, ...outcomes] });
        if (fault === undefined || !(0,engines_tries/* isLockFailure */._c)(fault.server?.code))
            return ended(judged.outcomes);
        const stuck = watched.stuck ?? { code: fault.server?.code ?? '', at: 'its beginning', seen: [] };
        const revision = failedOf(judged, watched);
        const pauseMs = tries.fail(lockTimeoutMs);
        const giveUp = (given) => ({ ...ended(withFault(judged, given)), fault: given });
        const staying = judged.outcomes.filter(outcome => outcome.result === 'applied');
        // It counts from the rows, also behind a label.
        const relative = /^(?:.+?@)?\+\d/.test(target) && staying.length > 0;
        if (pauseMs === undefined || after === undefined || relative || !mayRepeat(done))
            return giveUp((0,engines_stuck/* stuckFault */.Z)(fault, revision, stuck, tries, lockTimeoutMs));
        const { code, seen } = stuck;
        const attemptNumber = tries.failed + 1;
        observer.retrying(revision, {
            code,
            attempt: attemptNumber,
            most: engines_tries/* mostTries */.l5.alembic,
            pauseMs,
            blocked: (0,sessions/* saySessions */.b5)(seen),
        });
        await (0,sleep/* sleep */.yy)(pauseMs, signal);
        if (signal.aborted) {
            const { id, name } = revision;
            return giveUp({ ...fault, ...(0,catalogue/* makeFault */.VI)('interrupted-pause', { id, name }) });
        }
        kept.push(...staying);
        from = after;
    }
}
/** Everything that is not in the version table was rolled back, and nothing of it works on. */
function mayRepeat({ watched, after, settled }) {
    const torn = [...watched.watch.seen].some(([id, one]) => one.autocommit && after?.applied.has(id) !== true);
    return settled && watched.end.code !== 0 && watched.atomic && !torn;
}
/** The revision that failed, or Alembic itself before any. */
function failedOf({ outcomes }, { failure }) {
    const failed = outcomes.find(({ revision }) => revision.id === failure?.revision);
    return failed?.revision ?? { id: 'Alembic', name: '', path: '' };
}
function withFault({ outcomes }, fault) {
    return outcomes.map(outcome => (outcome.fault === undefined ? outcome : { ...outcome, fault }));
}

;// CONCATENATED MODULE: ./build/engines/alembic/settle.js
const pauseMs = 50;
/** Of a run that was interrupted the caller wants an answer within five seconds, most of which are spent by now. */
const settle_patienceMs = { usual: 3_000, interrupted: 600 };
/**
 * Waits until the server sessions of a child that ended badly have no transaction any more: a COMMIT that was sent goes
 * on without its client, and what is read before its end is not the truth. Gives a remark where one is still at work.
 * Never throws.
 */
async function waitForSessions(connect, pids, interrupted) {
    const until = performance.now() + (interrupted ? settle_patienceMs.interrupted : settle_patienceMs.usual);
    try {
        for (;;) {
            const working = await findWorking(await connect(), pids);
            if (working.length === 0)
                return [];
            if (performance.now() > until)
                return [sayWorking(working)];
            await new Promise(resolve => setTimeout(resolve, pauseMs));
        }
    }
    catch {
        // A database that does not answer is found out by whoever reads it next.
        return [];
    }
}
async function findWorking(session, pids) {
    const rows = await session.query(`select pid from pg_catalog.pg_stat_activity
     where pid = any($1::int[]) and datname = pg_catalog.current_database() and xact_start is not null`, [pids]);
    return rows.map(row => row.pid);
}
function sayWorking(pids) {
    return `Alembic has ended, and the server still works for it (pid ${pids.join(', ')}): what that comes to is not in this report. End it with pg_terminate_backend, or wait, and look with \`current\`.`;
}

;// CONCATENATED MODULE: ./build/engines/alembic/stamp.js







/**
 * What `alembic stamp` would make the version table imply: the target takes the place of the rows on its line, rows of
 * other branches stay, and a row without a script goes, since Alembic would stumble over it. Pure.
 * Throws GateError for files that cannot be stamped and for an unknown revision.
 */
function previewStamp(survey, { graph, problems }, revision) {
    const [problem] = problems;
    if (problem !== undefined)
        throw new errors/* GateError */.u(problem.fault);
    const { unknown, state } = survey;
    const targets = resolveTarget(graph, revision, state.rows).flatMap(script => graph.ids.get(script.id) ?? []);
    const rows = unknown.length > 0 ? [] : state.rows.flatMap(row => graph.ids.get(row) ?? []);
    const others = rows.filter(row => targets.every(target => !(0,reach/* sharesLineage */.Wv)(graph.nodes, row, target)));
    const stay = targets.length === 0 ? [] : others;
    const { ids } = appliedOf(graph, [...stay, ...targets].map(node => node.script.id));
    return changeOf(survey, ids);
}
/** What came and went between what was applied and what is. */
function changeOf(before, after) {
    return {
        recorded: before.plan.revisions
            .map(({ id }) => id)
            .filter(id => after.has(id) && !before.applied.has(id)),
        removed: [...before.unknown, ...[...before.applied].filter(id => !after.has(id))],
        refreshed: [],
        ...(before.state.exists ? {} : { created: true }),
    };
}
/** Throws GateError `stamp-removes` where rows would go that nobody agreed to. */
function expectAgreed(change, agreed, survey) {
    const unforeseen = change.removed.filter(id => agreed !== undefined && !agreed.includes(id));
    if (unforeseen.length === 0)
        return;
    const { database, host } = survey.state.server;
    throw (0,catalogue/* gateError */.em)('stamp-removes', { ids: unforeseen.join(', '), database, host, why: 'meanwhile' });
}
/** Why a stamp that Alembic ended well is none: it was to change something, and the rows are what they were. Pure. */
function whyUnstamped(before, after, foreseen, revision) {
    if (after === undefined || foreseen.recorded.length + foreseen.removed.length === 0)
        return undefined;
    if (before.state.rows.join('\n') !== after.state.rows.join('\n'))
        return undefined;
    return (0,catalogue/* makeFault */.VI)('alembic-unstamped', { id: revision, table: (0,database_facts/* showTable */.S_)(after.state.history) });
}
/** A fault of a stamp: with where the database stands, and the stamp itself as what to do next. */
function ofStamp(fault, after, revision) {
    const state = after === undefined
        ? 'The database could not be asked again: what was recorded is not known.'
        : `Nothing was recorded: ${sayCurrent(after.plan.current)}.`;
    return { ...fault, state, next: [{ command: 'stamp', revision }] };
}

// EXTERNAL MODULE: ./build/engines/watch-statement.js
var watch_statement = __webpack_require__(6067);
;// CONCATENATED MODULE: ./build/engines/alembic/child/fold.js
/** How Python begins a traceback, and how a log line begins after one. */
const begins = /^\s*(?:\+ Exception Group )?Traceback \(most recent call last\):$/;
const logLine = /^(?:DEBUG|INFO|WARN(?:I(?:NG)?)?|ERROR|CRITI(?:CAL)?)\b/;
/**
 * Leaves out tracebacks, from their first line to the next log line: the fault names the place in the revision, and the
 * whole text is there for who asks for debug.
 */
function foldTracebacks(show) {
    let folding = false;
    let folded = 0;
    return {
        line(text) {
            if (begins.test(text))
                folding = true;
            else if (logLine.test(text))
                folding = false;
            if (folding)
                folded++;
            else
                show(text);
        },
        end: () => folded,
    };
}

;// CONCATENATED MODULE: ./build/engines/alembic/watch-child.js







/** What a revision may send to end the transaction that Alembic began. */
const endsTransaction = /^\s*(?:commit|end|abort|rollback(?!\s+to))\b/i;
/** What Alembic writes by itself: it is told in our own words, in its place. */
const said = /\balembic\.runtime\.migration\b.*(?:Context impl |Will assume |Running (?:upgrade|downgrade|stamp_revision) )|\balembic\.util\.messaging\b|^FAILED: /;
/**
 * Runs Alembic and tells the observer what happens: revisions as they begin, a line now and then of a statement that
 * takes long and of who is in its way, the user's own output as notices. Never rejects because of the child.
 */
async function watchChild(options, blockers, observer, started) {
    const watch = watchRun();
    const seen = [];
    const pids = [];
    const statements = (0,watch_statement/* watchStatement */.n)({
        pids: () => pids,
        blockers,
        lockTimeoutMs: options.timeouts?.lockMs ?? 0,
        tell: (statement, elapsedMs, blocked) => observer.running({ id: watch.current ?? '', name: '', path: '' }, statement, elapsedMs, blocked),
    });
    let stuck;
    let atomic = true;
    const follow = (event) => {
        if (event.kind === 'connected' && event.pid > 0)
            pids.push(event.pid);
        if (event.kind === 'configured' && event.autocommit)
            atomic = false;
        if (event.kind === 'statement') {
            if (endsTransaction.test(event.sql))
                atomic = false;
            statements.turnTo(() => (0,describe/* headline */.P)({ text: event.sql }));
        }
        if (event.kind === 'done')
            statements.turnTo(undefined);
        // While its process ends, whoever was in the way goes on.
        if (event.kind === 'failure')
            stuck = (0,engines_stuck/* findStuck */.m)(event.server, sayAt(event), { blockers, watch: statements, pids });
    };
    const fold = foldTracebacks(line => {
        if (!said.test(line))
            observer.notice('alembic', line);
    });
    const end = await runAlembic({
        ...options,
        onEvent(event) {
            watch.event(event, performance.now());
            follow(event);
            if (event.kind === 'started')
                started(event.revision);
            if (event.kind !== 'statement' && event.kind !== 'done')
                seen.push(event);
        },
        onLine: fold.line,
    }).finally(() => statements.stop());
    const folded = fold.end();
    if (folded > 0)
        observer.notice('alembic', `(${(0,build_text/* count */.U9)(folded, 'line')} of traceback, shown with debug logging)`);
    const configured = seen.find(event => event.kind === 'configured');
    return {
        watch,
        end,
        failure: seen.findLast(event => event.kind === 'failure'),
        versionTable: configured === undefined ? undefined : nameTable(configured),
        sessions: pids,
        stuck: await stuck,
        atomic: atomic && end.hooked,
        // Where nothing ran, there was nothing to be watched.
        remarks: end.code === 0 || watch.seen.size > 0 ? watch_child_remarksOf(end, seen) : [],
    };
}
/** Where a failure was, in the words of its statement. */
function sayAt({ sql, revision }) {
    if (sql !== null)
        return `\`${(0,describe/* headline */.P)({ text: sql })}\``;
    return revision === null ? 'its beginning' : 'a statement';
}
function nameTable(configured) {
    const { versionTable, versionTableSchema } = configured;
    return versionTableSchema === null ? versionTable : `${versionTableSchema}.${versionTable}`;
}
/** What the report has to say of what was not measured. */
function watch_child_remarksOf(end, seen) {
    if (!end.hooked) {
        return [
            'Alembic could not be watched from within: revisions are told from its log lines, and whether lock-timeout and statement-timeout hold in its sessions was not seen.',
        ];
    }
    const without = seen.filter(event => event.kind === 'connected').find(event => !event.timeouts);
    return without === undefined
        ? []
        : [`lock-timeout and statement-timeout do not hold in Alembic’s session: ${(0,build_text/* oneLine */.TN)(without.why, 200)}.`];
}

;// CONCATENATED MODULE: ./build/engines/alembic/engine.js

















/**
 * The engine for an Alembic project: plans from its files and the version table, without Python; runs Alembic itself
 * as a child, under a lock on a connection of its own; and reads the version table again afterwards.
 */
function makeAlembicEngine(options) {
    let files;
    let session;
    let held;
    const { at, disk, root, environment, hookFolder, redact } = options;
    const childOf = ({ start }) => ({
        start,
        folder: start.folder === '' ? root : `${root}/${start.folder}`,
        // With a remark, the URL that the child gets leads to a transaction pooler.
        timeouts: at.remark === undefined
            ? { lockMs: options.lockTimeoutMs, statementMs: options.statementTimeoutMs }
            : undefined,
        environment,
        hookFolder,
        redact,
    });
    const connect = async () => {
        if (session?.ended.aborted === true)
            session = undefined;
        session ??= await options.open(() => undefined);
        return session;
    };
    const survey = async (historyTable = options.historyTable) => {
        files ??= await readFiles(options, start => askForScripts(childOf({ start }), disk, root));
        return takeSurvey(await connect(), files, { ...options, historyTable });
    };
    /** A lock first, then the state again: what was read before it may be another run's past. */
    const lockAndSurvey = async (observer, signal) => {
        const first = await survey();
        const { state } = first;
        const { where } = at;
        const work = await connect();
        await (0,require_writable/* requireWritable */.i)(work, state, at, options.open);
        const { waitMs, waitText } = options;
        const onWaiting = (holder, elapsed) => observer.waiting(holder, elapsed);
        const { database } = state.server;
        for (let before = first;;) {
            const { history } = before.state;
            held = await holdLock(work, { database, history, where, waitMs, waitText, onWaiting, signal });
            if (held === undefined)
                throw (0,catalogue/* gateError */.em)('interrupted', { id: '', name: '' });
            const now = await survey();
            if ((0,database_facts/* showTable */.S_)(history) === (0,database_facts/* showTable */.S_)(now.state.history))
                return now;
            // Whom we waited for has made the version table elsewhere, under which name the next one asks for the lock.
            held.stop();
            before = now;
        }
    };
    /** Opens a second session when the first is lost, to read the truth. */
    const resurvey = async (table) => {
        try {
            return await survey(table);
        }
        catch {
            await session?.close();
            session = undefined;
            return survey(table).catch(() => undefined);
        }
    };
    const run = async (args, before, observer, signal) => {
        const known = files;
        const stopped = AbortSignal.any(held === undefined ? [signal] : [signal, held.lost]);
        const child = { ...childOf(known), args, signal: stopped };
        const watched = await watchChild(child, (0,blockers/* openBlockers */.A)(connect), observer, id => tellStart(id, before, observer));
        const working = watched.end.code === 0 ? [] : await waitForSessions(connect, watched.sessions, signal.aborted);
        watched.remarks.push(...working);
        return { watched, fault: whyEnded(watched, known, signal), settled: working.length === 0 };
    };
    const factsOf = (known) => {
        const scripts = new Map(known.scripts.map(script => [script.id, script]));
        return { ...known, scripts, root, target: options.contact, variable: options.variable };
    };
    /** Undefined where Alembic says that all is well. */
    const whyEnded = (watched, known, signal) => {
        const { end, watch } = watched;
        if (end.code === 0)
            return undefined;
        const id = watch.current ?? [...watch.seen.keys()].at(-1) ?? '';
        const next = [{ command: 'upgrade' }];
        if (signal.aborted) {
            const name = known.scripts.find(script => script.id === id)?.message ?? '';
            return (0,catalogue/* makeFault */.VI)('interrupted', { id, name }, { next });
        }
        if (held?.lost.aborted === true)
            return (0,catalogue/* makeFault */.VI)('lock-lost-during', { id }, { next });
        return explainFailure(endedOf(watched), factsOf(known));
    };
    /** An exception that was seen of a run that ended well. */
    const whyCaught = (watched) => watched.failure && explainFailure(endedOf(watched), factsOf(files));
    /** Where objects are or are not there, the database is asked which. */
    const lookUp = async (fault, { failure }, { pending, applied }) => {
        // What this database has applied has failed in another one.
        if (fault === undefined || failure === undefined || applied.has(failure.revision ?? ''))
            return fault;
        const ids = pending.map(script => script.id);
        const facts = factsOf(files);
        return lookUpObjects(fault, { failure, facts, session: await connect(), pending: ids });
    };
    const runAndJudge = async (args, before, observer, signal) => {
        const { watched, fault, settled } = await run(args, before, observer, signal);
        const now = performance.now();
        const after = await resurvey(watched.versionTable ?? options.historyTable);
        const why = after === undefined ? fault : await lookUp(fault, watched, after);
        const caught = fault === undefined ? whyCaught(watched) : undefined;
        const judged = judgeRun({ before, after, fault: why, caught, ...watched }, now);
        return { judged, watched, after, settled };
    };
    const byHand = makeByHand({
        survey,
        files: () => files,
        lockAndSurvey,
        run,
        whyCaught,
        resurvey: watched => resurvey(watched.versionTable ?? options.historyTable),
        child: () => childOf(files),
        disk,
        target: options.target,
        trusted: options.trusted,
    });
    return {
        ...byHand,
        async plan() {
            return (await survey()).plan;
        },
        openSession: options.open,
        async keepsLock() {
            return held !== undefined && !held.lost.aborted;
        },
        async apply(observer, signal, judge) {
            const before = await lockAndSurvey(observer, signal);
            const { plan } = before;
            const stand = { current: plan.current, unfinished: [] };
            const against = plan.problems.find(problem => !problem.allowed)?.fault ?? judge?.(plan);
            if (against !== undefined)
                return { plan, outcomes: [], fault: against, after: stand };
            if (before.pending.length === 0)
                return { plan, outcomes: [], after: stand };
            const { target, lockTimeoutMs } = options;
            const attempt = (from) => runAndJudge(['upgrade', target], from, observer, signal);
            const applied = await retryAttempts(before, attempt, { target, lockTimeoutMs, observer, signal });
            tellOutcomes(applied, observer);
            return applied;
        },
        async previewStamp(revision) {
            return previewStamp(await survey(), files, revision);
        },
        async stamp(revision, observer, signal, agreed) {
            const before = await lockAndSurvey(observer, signal);
            const foreseen = previewStamp(before, files, revision);
            expectAgreed(foreseen, agreed, before);
            const purge = before.unknown.length > 0 ? ['--purge'] : [];
            const { watched, fault } = await run(['stamp', ...purge, revision], before, observer, signal);
            const after = await resurvey(watched.versionTable ?? options.historyTable);
            const why = fault ?? whyUnstamped(before, after, foreseen, revision);
            if (why !== undefined || after === undefined)
                throw new errors/* GateError */.u(ofStamp(why ?? (0,catalogue/* makeFault */.VI)('alembic-unread', { ids: revision }), after, revision));
            const stand = { current: after.plan.current, unfinished: [] };
            return { plan: before.plan, ...changeOf(before, after.applied), after: stand };
        },
        async close() {
            held?.stop();
            await session?.close();
        },
    };
}
/** How the child ended, as its failure is explained. */
function endedOf({ end, failure, watch }) {
    const { code, signal, stdout, stderr, hooked } = end;
    const why = end.failure;
    const started = why === 'missing' || why === 'denied' || why === 'no-folder' ? why : undefined;
    const ended = { code, signal, stdout, stderr, hooked, started, ran: watch.seen.size > 0 };
    return failure === undefined ? ended : { ...ended, failure };
}

;// CONCATENATED MODULE: ./build/engines/alembic/alembic.js
/** What is used of this engine from outside of it, in one place: it is loaded when a project has Alembic. */






/***/ })

};
