export const id = 582;
export const ids = [582];
export const modules = {

/***/ 5582:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  askForScripts: () => (/* reexport */ askForScripts),
  makeWork: () => (/* binding */ makeWork)
});

// EXTERNAL MODULE: ./build/catalogue/catalogue.js + 18 modules
var catalogue = __webpack_require__(9078);
// EXTERNAL MODULE: ./build/database/blockers.js
var blockers = __webpack_require__(9861);
// EXTERNAL MODULE: ./build/database/doctor/require-writable.js + 1 modules
var require_writable = __webpack_require__(9220);
// EXTERNAL MODULE: ./build/database/facts.js
var facts = __webpack_require__(9067);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/text.js
var build_text = __webpack_require__(977);
;// CONCATENATED MODULE: ./build/engines/alembic/elsewhere.js

/** The databases that Alembic worked in, where the one of the plan is not among them; else empty. Pure. */
function placesElsewhere({ before, databases }) {
    if (databases.has(before.state.server.database))
        return '';
    return [...databases].map(name => (0,build_text/* oneLine */.TN)(name, 80)).join(', ');
}
/** What is known after such a run, `at` being where the database of the plan stands. Pure. */
function sayElsewhere(elsewhere, { state }, at) {
    const here = (0,build_text/* oneLine */.TN)(state.server.database, 80);
    return `What Alembic did in ${elsewhere} was not read, and may stay there. Here, in ${here}, ${at}.`;
}

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
    let statement;
    const note = (one, sql) => {
        const did = describeSql(sql, versionTable);
        if (did !== undefined && !one.stepped)
            one.did.push(did);
    };
    const watch = {
        seen: new Map(),
        again: new Set(),
        current: undefined,
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
                statement = event.sql;
            if (event.kind === 'done') {
                if (statement !== undefined)
                    note(one, statement);
                statement = undefined;
            }
            if (event.kind === 'ran' || event.kind === 'stepped')
                for (const sql of event.ran)
                    note(one, sql);
            if (event.kind === 'autocommit')
                one.autocommit = true;
            if (event.kind === 'failure' && !one.stepped) {
                one.raised = true;
                one.endedAt = event.ms === undefined ? now : one.startedAt + event.ms;
            }
            if (event.kind === 'stepped') {
                // By the clock of its own process: here several arrive at once.
                one.endedAt ??= one.startedAt + event.ms;
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
    return ending.applied === undefined || ending.elsewhere || (ending.failed && watch.current === id)
        ? 'failed'
        : 'rolled-back';
}
/** Applied by another program at the same time: ours was seen to begin others only, or to fail in this one. */
function isElses(seen, watch) {
    return seen === undefined ? watch.configured : seen.raised;
}

;// CONCATENATED MODULE: ./build/engines/alembic/say-state.js


/** What the database holds after a run that went wrong, in sentences that were read from it. Pure. */
function sayState({ before, after, watch, databases }, outcomes) {
    if (after === undefined)
        return 'The database could not be asked again: what was committed is not known.';
    const { current } = after.plan;
    const at = sayCurrent(current);
    const same = before.plan.current.join('\n') === current.join('\n') ? ', as before' : '';
    const elsewhere = placesElsewhere({ before, databases });
    if (elsewhere !== '')
        return sayElsewhere(elsewhere, before, `${at}${same}`);
    const kept = outcomes.filter(outcome => outcome.result === 'applied');
    const undone = outcomes.filter(({ revision, result }) => watch.seen.has(revision.id) && result !== 'applied' && !after.applied.has(revision.id));
    const half = undone.filter(outcome => watch.seen.get(outcome.revision.id)?.autocommit === true);
    if (half.length > 0) {
        const ids = half.map(outcome => outcome.revision.id).join(', ');
        return `${ids} is half applied: what it did in its autocommit_block and before stays in the database, though the version table does not have it; ${at}. Undo that by hand before the next run, or finish it by hand and \`stamp\`.`;
    }
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

// EXTERNAL MODULE: ./build/engines/alembic/survey.js
var survey = __webpack_require__(3704);
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
    const elsewhere = placesElsewhere(run);
    const ending = { applied: after?.applied, failed: fault !== undefined, elsewhere: elsewhere !== '', now };
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
function whyLost(run, lost) {
    const { before, after, watch, caught } = run;
    const next = [{ command: 'plan' }];
    const ids = lost.slice(0, 10).join(', ');
    if (after === undefined)
        return (0,catalogue/* makeFault */.VI)('alembic-unread', { ids }, { next: [{ command: 'current' }] });
    if (caught !== undefined)
        return caught;
    const elsewhere = placesElsewhere(run);
    const table = (0,facts/* showTable */.S_)((after ?? before).state.history);
    const { database } = before.state.server;
    const stands = `${table} there does not have ${ids}`;
    if (elsewhere !== '')
        return (0,catalogue/* makeFault */.VI)('alembic-elsewhere', { elsewhere, database, stands }, { next });
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
    return [...run.before.pending.map(survey/* revisionOf */.D), ...unplanned(run)].sort((a, b) => place(a) - place(b));
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
        remarks.push(`The plan was made from ${(0,facts/* showTable */.S_)(before.state.history)}, and env.py uses ${(0,facts/* showTable */.S_)(after.state.history)}: name it with \`history-table\`, so that every plan reads the right one.`);
    return remarks;
}
/** The version table that env.py works with is not the one that the plan was made from. */
function hasMoved({ before, after }) {
    return after !== undefined && (0,facts/* showTable */.S_)(after.state.history) !== (0,facts/* showTable */.S_)(before.state.history);
}
/** Tells the observer what it may only be told now: Alembic says when a revision begins, and never that it is committed. */
function tellOutcomes(applied, observer) {
    for (const outcome of applied.outcomes)
        if (outcome.result !== 'skipped')
            observer.ended(outcome);
}
/** What shows the start of a revision as the plan counts it. */
function startsOf({ pending }, observer) {
    const places = new Map(pending.map(({ id }, index) => [id, index]));
    return id => {
        const index = places.get(id) ?? -1;
        const script = pending[index];
        if (script !== undefined)
            observer.started((0,survey/* revisionOf */.D)(script), index + 1, pending.length);
    };
}

// EXTERNAL MODULE: ./build/engines/way-down.js
var way_down = __webpack_require__(1268);
// EXTERNAL MODULE: ./build/engines/alembic/graph/lookup.js
var lookup = __webpack_require__(2525);
// EXTERNAL MODULE: ./build/engines/alembic/graph/reach.js
var reach = __webpack_require__(4175);
// EXTERNAL MODULE: ./build/engines/alembic/graph/relative.js
var relative = __webpack_require__(7859);
;// CONCATENATED MODULE: ./build/engines/alembic/graph/bottom.js





/**
 * Reads `base`, an id or label, a unique beginning, `label@base`, `label@id`, `-N`, `label@-N`, `id-N`, `id+N`. Throws
 * GateError `alembic-relative` and what looking up a name throws. Of several rows Alembic would take one by chance for
 * `-N`; here that is refused.
 */
function resolveBottom(graph, target, rows) {
    // A range is for `--sql` only.
    if (target.includes(':'))
        throw (0,lookup/* unknownRevision */.EX)(graph, target);
    const found = relative/* relative */.V8.exec(target);
    if (found !== null) {
        const move = { wanted: target, branch: found[1], symbol: found[2], steps: Number(found[3]) };
        return move.symbol === undefined ? fromRows(graph, move, rows) : fromName(graph, move);
    }
    const at = target.lastIndexOf('@');
    const label = at === -1 ? '' : target.slice(0, at);
    const branch = label === '' ? undefined : (0,lookup/* lookUpSingle */.PO)(graph, { branch: undefined, symbol: label });
    return { branch, bottom: (0,lookup/* lookUpSingle */.PO)(graph, { branch: undefined, symbol: target.slice(at + 1) }) };
}
function fromRows(graph, move, rows) {
    if (move.steps >= 0)
        throw refusal(move, 'a downgrade goes back');
    const starts = bottom_startsOf(graph, move.branch, rows);
    const [start] = starts;
    if (start === undefined)
        throw refusal(move, 'the database holds no revision that way');
    if (starts.length > 1)
        throw refusal(move, `the database is at ${starts.map(idOf).join(' and ')}`);
    // Only the line of this row is taken back, where the way up parts.
    const branch = move.branch === undefined ? start : (0,lookup/* lookUpSingle */.PO)(graph, { branch: undefined, symbol: move.branch });
    return { branch, bottom: walkDown(graph, start, move) };
}
/** The rows on the branch; where none is, those that would be rows if no revision depended on them. */
function bottom_startsOf(graph, branch, rows) {
    const current = rows.flatMap(row => graph.ids.get(row) ?? []);
    if (branch === undefined)
        return current;
    const onIt = (0,lookup/* onBranch */.GO)(graph, current, branch);
    if (onIt.length > 0)
        return onIt;
    const indexes = current.map(node => node.index);
    const applied = (0,reach/* ancestors */.T1)(graph.nodes, indexes);
    const below = [...applied].flatMap(index => graph.nodes[index] ?? []);
    const tops = below.filter(node => !node.next.some(index => applied.has(index)));
    return (0,lookup/* onBranch */.GO)(graph, tops, branch);
}
function fromName(graph, move) {
    const { branch: label, steps } = move;
    const symbol = move.symbol ?? '';
    const branch = label === undefined ? undefined : (0,lookup/* lookUpSingle */.PO)(graph, { branch: undefined, symbol: label });
    const start = (0,lookup/* lookUpSingle */.PO)(graph, { branch: steps < 0 ? label : undefined, symbol });
    if (steps < 0)
        return { branch, bottom: start === undefined ? fail(move) : walkDown(graph, start, move) };
    const bottom = (0,relative/* walkUp */.N4)(graph, start, move);
    return bottom === undefined ? fail(move) : { branch, bottom };
}
/** Below the first revision is `base`, and below that is nothing. */
function walkDown(graph, start, move) {
    let at = start;
    for (let step = 0; step > move.steps; step--) {
        if (at === undefined)
            fail(move);
        const down = (at?.down ?? []).flatMap(index => graph.nodes[index] ?? []);
        if (down.length > 1)
            throw refusal(move, `the way parts into ${down.map(idOf).join(' and ')}`);
        at = down[0];
    }
    return at;
}
function fail(move) {
    throw refusal(move, 'there are not that many revisions that way');
}
function refusal({ wanted }, reason) {
    return (0,catalogue/* gateError */.em)('alembic-relative', { wanted: (0,build_text/* oneLine */.TN)(wanted, 80), reason: (0,build_text/* oneLine */.TN)(reason) });
}
function idOf(node) {
    return node.script.id;
}

// EXTERNAL MODULE: ./build/engines/alembic/graph/order.js + 1 modules
var order = __webpack_require__(8544);
;// CONCATENATED MODULE: ./build/engines/alembic/graph/descend.js






/**
 * What `alembic downgrade TARGET` would take back from `rows`: all that is applied above the target, and whatever
 * depends on it. Throws GateError `alembic-not-below`, `alembic-relative` and what looking up a name throws.
 */
function descend(graph, rows, target) {
    const { nodes } = graph;
    const unknown = rows.find(row => !graph.ids.has(row));
    if (unknown !== undefined)
        throw (0,lookup/* unknownRevision */.EX)(graph, unknown);
    const heads = rows.flatMap(row => graph.ids.get(row) ?? []);
    const { branch, bottom } = resolveBottom(graph, target, rows);
    const roots = rootsAbove(graph, bottom, branch, target);
    const active = (0,reach/* ancestors */.T1)(nodes, indexesOf(heads));
    const above = (0,reach/* reach */.gl)(nodes, indexesOf(roots), node => node.after);
    const needed = new Set([...above].filter(index => active.has(index)));
    if (bottom !== undefined && needed.size === 0 && !heads.includes(bottom))
        throw notBelow(target);
    const from = [...new Set(indexesOf(heads))].filter(index => needed.has(index)).sort((a, b) => a - b);
    const stays = [...active].filter(index => !needed.has(index));
    const kept = new Set(stays);
    const tops = stays.filter(index => nodes[index]?.after.some(one => kept.has(one)) !== true);
    return {
        scripts: scriptsOf(nodes, (0,order/* newestFirst */.ll)(nodes, needed, from)),
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
function indexesOf(nodes) {
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
            revision: (0,survey/* revisionOf */.D)(script),
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
function downgrade_resultOf(id, run) {
    const { after, watch, fault } = run;
    const seen = watch.seen.get(id);
    // Where the hook saw Alembic at work and not this revision, it is somebody else who took it back.
    if (after?.applied.has(id) === false)
        return seen === undefined && watch.configured ? 'skipped' : 'downgraded';
    if (seen === undefined)
        return 'skipped';
    const unknown = after === undefined || placesElsewhere(run) !== '';
    return unknown || (fault !== undefined && watch.current === id) ? 'failed' : 'rolled-back';
}
/** Alembic said that all is well, and the version table has it still. */
function whyLeft(run, left) {
    const { before, after } = run;
    const ids = left.slice(0, 10).join(', ');
    if (after === undefined)
        return (0,catalogue/* makeFault */.VI)('alembic-unread', { ids }, { next: [{ command: 'current' }] });
    const table = (0,facts/* showTable */.S_)((after ?? before).state.history);
    const next = [{ command: 'plan' }];
    const elsewhere = placesElsewhere(run);
    const { database } = before.state.server;
    const stands = `${table} there still has ${ids}`;
    if (elsewhere !== '')
        return (0,catalogue/* makeFault */.VI)('alembic-elsewhere', { elsewhere, database, stands }, { next });
    return (0,catalogue/* makeFault */.VI)('alembic-downgrade-left', { ids, table }, { next });
}
/** What the database holds after a downgrade that went wrong, in sentences that were read from it. */
function downgrade_sayState({ before, after, watch, databases }, outcomes) {
    if (after === undefined)
        return 'The database could not be asked again: what was committed is not known.';
    const { current } = after.plan;
    const at = sayCurrent(current);
    const same = before.plan.current.join('\n') === current.join('\n') ? ', as before' : '';
    const elsewhere = placesElsewhere({ before, databases });
    if (elsewhere !== '')
        return sayElsewhere(elsewhere, before, `${at}${same}`);
    const half = outcomes.filter(({ revision: { id }, result }) => result !== 'downgraded' && watch.seen.get(id)?.autocommit === true);
    if (half.length > 0) {
        const ids = half.map(({ revision }) => revision.id).join(', ');
        return `${ids} is half taken back: what it did in its autocommit_block and before is committed, though the version table still has it; ${at}. Undo that by hand, or finish it by hand and \`stamp\`.`;
    }
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
    const scripts = files.problems.length > 0 ? files.scripts : (0,order/* orderAll */.g)(files.graph);
    const blank = { at: '', by: '', commit: '', runUrl: '' };
    // Only its file tells what a row comes after.
    const rest = unknown.length > 0 ? 'unknown' : 'pending';
    const known = [...scripts].reverse().map(({ id, message }) => ({
        id: (0,build_text/* oneLine */.TN)(id, 80),
        name: (0,build_text/* oneLine */.TN)(message, 120),
        standing: applied.has(id) ? 'applied' : rest,
        ...blank,
        ...(state.rows.includes(id) ? { current: true } : {}),
        ...(plan.head.includes(id) ? { head: true } : {}),
    }));
    const ahead = unknown.map((id) => ({ id: (0,build_text/* oneLine */.TN)(id, 80), name: '', standing: 'ahead', ...blank, current: true }));
    return [...ahead, ...known];
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/engines/sql/text/show-sql.js + 1 modules
var show_sql = __webpack_require__(1009);
// EXTERNAL MODULE: ./build/engines/sql/text/statements.js
var text_statements = __webpack_require__(9957);
// EXTERNAL MODULE: ./build/engines/alembic/child/log-lines.js
var log_lines = __webpack_require__(1101);
// EXTERNAL MODULE: ./build/engines/alembic/child/run.js + 1 modules
var run = __webpack_require__(7095);
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
    const end = await (0,run/* runAlembic */.H)({
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
            const begun = line.startsWith('-- Running ') ? (0,log_lines/* readLogLine */.Z)(line) : null;
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
    const venv = environment.UV_PROJECT_ENVIRONMENT || '.venv';
    if (!usesUv || isInstalled(disk, start.folder, venv))
        return undefined;
    // Nothing is to be installed yet: `alembic/setup` plans first.
    return environment.UV_NO_SYNC && environment.GITHUB_ACTIONS
        ? ''
        : `there is no ${(0,build_text/* oneLine */.TN)(venv, 200)} of uv here, and a plan installs nothing (\`uv sync\` makes it)`;
}
/** A plan installs nothing. The environment of a workspace is beside its lock file. */
function isInstalled(disk, from, venv) {
    const has = (folder) => disk.readBytes(external_node_path_.posix.join(folder, venv, 'pyvenv.cfg')).ok;
    if (external_node_path_.posix.isAbsolute(venv))
        return disk.readBytes(external_node_path_.posix.join(venv, 'pyvenv.cfg')).ok;
    for (let folder = from;; folder = external_node_path_.posix.dirname(folder)) {
        if (has(folder))
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
            return { revisions: scripts.map(survey/* revisionOf */.D), leaves, sql };
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
    const scripts = [...facts.scripts.values()];
    const name = file.replaceAll('\\', '/');
    const linked = scripts.find(one => one.real === name);
    const path = relativePath(name, facts) ?? linked?.path;
    if (path === undefined || (linked === undefined && foreign.test(path)))
        return undefined;
    const script = linked ?? scripts.find(one => one.path === path);
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
    const type = failure.type.split('.').at(-1) ?? '';
    return faultOf(told, 'python-syntax', { path, reason: reasonOf(`${type}: ${reason}`) });
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
        const given = { ...facts, names: (0,build_text/* joinAnd */.MO)(missing), variables };
        return faultOf(told, 'setting-missing', given, againOnce(variables, missing.length));
    }
    const reasons = names(false).map(one => (0,build_text/* oneLine */.TN)(`${one[1]}: ${one[2]}`, 160));
    return faultOf(told, 'setting-invalid', { ...facts, reasons: reasonOf(reasons.join('; ')) });
};
/** By itself the same command would fail again in the same way. */
function againOnce(variables, number = 1) {
    return [{ command: 'upgrade', when: `${variables} ${number === 1 ? 'is' : 'are'} set` }];
}
/** `os.environ["X"]`, and a revision whose parent is not there: both are a KeyError. */
const explainKey = told => {
    const { failure, facts, trail } = told;
    const key = /^'(.+)'$/s.exec(failure.message)?.[1];
    const last = failure.frames.at(-1);
    if (failure.type !== 'KeyError' || key === undefined || last === undefined)
        return undefined;
    if (last.function === '__getitem__' && /(?:^<frozen os>|\/os\.py)$/.test(last.file))
        return faultOf(told, 'variable-missing', { name: (0,build_text/* oneLine */.TN)(key, 80), trail }, againOnce((0,build_text/* oneLine */.TN)(key, 80)));
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

// EXTERNAL MODULE: ./build/engines/alembic/type-alembic.js
var type_alembic = __webpack_require__(5860);
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
        return {
            ...faultOf(told, 'alembic-heads', { heads: '' }, [
                { command: 'upgrade', revision: 'heads', when: 'the branches are meant to stay apart' },
            ]),
            // Of one branch not all heads are meant.
            foreign: /argument '[^']*@/.test(message)
                ? []
                : (0,type_alembic/* typeAlembic */.A)(facts.start, ['merge', '-m', 'merge heads', 'heads']),
        };
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

// EXTERNAL MODULE: ./build/engines/objects/expect.js + 1 modules
var expect = __webpack_require__(2138);
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
    const hint = (0,build_text/* oneLine */.TN)(failure.server?.hint ?? '', 200);
    if (absentCodes.includes(code))
        return faultOf(told, 'alembic-absent', { id, ...facts, hint });
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
var find = __webpack_require__(8279);
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
        const notYet = [id, ...pending.slice(before.length)];
        const ran = [...facts.scripts.values()].filter(one => !notYet.includes(one.id));
        const texts = ran.map(({ text }) => text);
        const said = texts.some(text => fromElsewhere.test(text)) ? '' : (failure.server?.message ?? '');
        return withObjects(fault, id, (0,objects_explain/* explainObjects */.m)(found, id, { before, unseen, missed: { said, texts } }));
    }
    catch (error) {
        if (error instanceof database_session/* DatabaseError */.a)
            return fault;
        throw error;
    }
}
/** What a script makes from elsewhere, its text does not name. */
const fromElsewhere = /\bcreate_all\b|\bread_text\b|\bopen\(/;
function withObjects(fault, id, explained) {
    const { stand, text, next } = explained;
    if (stand === 'all' || stand === 'some')
        return (0,objects_tell/* tellStand */.a)(fault, id, explained);
    return text === '' ? fault : { ...fault, message: `${fault.message} ${text}`, next };
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

// EXTERNAL MODULE: ./build/engines/alembic/graph/applied.js
var applied = __webpack_require__(8434);
// EXTERNAL MODULE: ./build/engines/alembic/graph/target.js
var target = __webpack_require__(7038);
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
    const targets = (0,target/* resolveTarget */.u)(graph, revision, state.rows).flatMap(script => graph.ids.get(script.id) ?? []);
    const rows = unknown.length > 0 ? [] : state.rows.flatMap(row => graph.ids.get(row) ?? []);
    const others = rows.filter(row => targets.every(target => !(0,reach/* sharesLineage */.Wv)(graph.nodes, row, target)));
    const stay = targets.length === 0 ? [] : others;
    const { ids } = (0,applied/* appliedOf */.p)(graph, [...stay, ...targets].map(node => node.script.id));
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
    return (0,catalogue/* makeFault */.VI)('alembic-unstamped', { id: revision, table: (0,facts/* showTable */.S_)(after.state.history) });
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
/** Events that are read again at the end. */
const kept = new Set(['configured', 'connected', 'failure']);
/**
 * Runs Alembic and tells the observer what happens: revisions as they begin, a line now and then of a statement that
 * takes long and of who is in its way, the user's own output as notices. Never rejects because of the child.
 */
async function watchChild(options, blockers, observer, started, captured = () => undefined) {
    const watch = watchRun();
    const seen = [];
    const pids = [];
    const databases = new Set();
    const statements = (0,watch_statement/* watchStatement */.n)({
        pids: () => pids,
        blockers,
        lockTimeoutMs: options.timeouts?.lockMs ?? 0,
        tell: (statement, elapsedMs, blocked) => observer.running({ id: watch.current ?? '', name: '', path: '' }, statement, elapsedMs, blocked),
    });
    let stuck;
    let atomic = true;
    const follow = (event) => {
        if (event.kind === 'connected' && event.pid > 0) {
            pids.push(event.pid);
            databases.add(event.database);
        }
        if (event.kind === 'configured' && event.autocommit)
            atomic = false;
        if (event.kind === 'statement') {
            if (endsTransaction.test(event.sql))
                atomic = false;
            statements.turnTo(() => (0,describe/* headline */.P)({ text: event.sql }));
        }
        if (event.kind === 'done')
            statements.turnTo(undefined);
        if ((event.kind === 'ran' || event.kind === 'stepped') &&
            event.ran.some(sql => endsTransaction.test(sql)))
            atomic = false;
        // While its process ends, whoever was in the way goes on.
        if (event.kind === 'failure')
            stuck = (0,engines_stuck/* findStuck */.m)(event.server, sayAt(event), { blockers, watch: statements, pids });
    };
    const fold = foldTracebacks(line => {
        if (!said.test(line))
            observer.notice('alembic', line);
    });
    const end = await (0,run/* runAlembic */.H)({
        ...options,
        onEvent(event) {
            watch.event(event, performance.now());
            captured(event);
            follow(event);
            if (event.kind === 'started')
                started(event.revision);
            if (kept.has(event.kind))
                seen.push(event);
        },
        onLine: fold.line,
    }).finally(() => statements.stop());
    const folded = fold.end();
    if (folded > 0)
        observer.notice('alembic', `(${(0,build_text/* count */.U9)(folded, 'line')} of traceback left out; shown with debug logging or --debug)`);
    const configured = seen.find(event => event.kind === 'configured');
    return {
        watch,
        end,
        failure: seen.findLast(event => event.kind === 'failure'),
        versionTable: configured === undefined ? undefined : nameTable(configured),
        sessions: pids,
        databases,
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

// EXTERNAL MODULE: ./build/disk.js + 1 modules
var build_disk = __webpack_require__(2554);
;// CONCATENATED MODULE: ./build/engines/alembic/ask.js





/**
 * The revisions of a project whose scripts have to be run to be read, as Alembic itself has them. Runs `alembic heads`,
 * which loads every script and neither env.py nor the database. `root` is the absolute repository root.
 * Throws GateError `alembic-not-asked`.
 */
async function askForScripts(options, disk, root) {
    let graph;
    const end = await (0,run/* runAlembic */.H)({
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

;// CONCATENATED MODULE: ./build/engines/alembic/work.js















/** Runs Alembic as a child, under a lock on a connection of its own, and reads the version table again afterwards. */
function makeWork(reading) {
    const { options, survey, planned, connect, disconnect, files, childOf } = reading;
    const { at, disk, root } = options;
    let held;
    /** A lock first, then the state again: what was read before it tells only which lock. */
    const lockAndSurvey = async (observer, signal) => {
        const first = planned() ?? (await survey());
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
            if ((0,facts/* showTable */.S_)(history) === (0,facts/* showTable */.S_)(now.state.history))
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
            await disconnect();
            return survey(table).catch(() => undefined);
        }
    };
    const run = async (args, before, observer, signal) => {
        const known = files();
        const stopped = AbortSignal.any(held === undefined ? [signal] : [signal, held.lost]);
        const child = { ...childOf(known), args, signal: stopped };
        const watched = await watchChild(child, (0,blockers/* openBlockers */.A)(connect), observer, startsOf(before, observer), options.captured);
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
    const whyCaught = (watched) => watched.failure && explainFailure(endedOf(watched), factsOf(files()));
    /** Where objects are or are not there, the database is asked which. */
    const lookUp = async (fault, { failure }, { pending, applied }) => {
        // What this database has applied has failed in another one.
        if (fault === undefined || failure === undefined || applied.has(failure.revision ?? ''))
            return fault;
        const ids = pending.map(script => script.id);
        const facts = factsOf(files());
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
        files,
        lockAndSurvey,
        run,
        whyCaught,
        resurvey: watched => resurvey(watched.versionTable ?? options.historyTable),
        child: () => childOf(files()),
        disk,
        target: options.target,
        trusted: options.trusted,
    });
    return {
        ...byHand,
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
            return previewStamp(await survey(), files(), revision);
        },
        async stamp(revision, observer, signal, agreed) {
            const before = await lockAndSurvey(observer, signal);
            const foreseen = previewStamp(before, files(), revision);
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
        release() {
            held?.stop();
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


/***/ })

};
