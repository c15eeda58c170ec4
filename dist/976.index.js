export const id = 976;
export const ids = [976];
export const modules = {

/***/ 8976:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  locateSchema: () => (/* binding */ locateSchema)
});

// EXTERNAL MODULE: ./build/catalogue/catalogue.js + 18 modules
var catalogue = __webpack_require__(9078);
// EXTERNAL MODULE: ./build/engines/alembic/project/start.js
var project_start = __webpack_require__(8958);
// EXTERNAL MODULE: ./build/engines/alembic/type-alembic.js
var type_alembic = __webpack_require__(5860);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/text.js
var build_text = __webpack_require__(977);
// EXTERNAL MODULE: ./build/check/drift/wording.js
var wording = __webpack_require__(323);
// EXTERNAL MODULE: ./build/check/rehearsal/history-table.js
var history_table = __webpack_require__(2278);
// EXTERNAL MODULE: ./build/check/rehearsal/walk.js
var walk = __webpack_require__(8265);
// EXTERNAL MODULE: ./build/check/schema/compare.js + 1 modules
var compare = __webpack_require__(3700);
// EXTERNAL MODULE: ./build/check/schema/platform.js
var platform = __webpack_require__(1420);
// EXTERNAL MODULE: ./build/check/schema/portable.js
var portable = __webpack_require__(9648);
// EXTERNAL MODULE: ./build/check/schema/read.js + 5 modules
var read = __webpack_require__(8290);
// EXTERNAL MODULE: ./build/check/schema/say.js
var say = __webpack_require__(5348);
;// CONCATENATED MODULE: ./build/check/locate/verdict.js


/**
 * Which step the live schema is: that of the history if it fits, else the newest that fits, else the nearest, of which
 * the history’s is preferred and then the newest. `says`: rows of the history. Pure.
 */
function judgeSteps(steps, says) {
    const known = new Set(steps.flatMap(({ made }) => [...made]));
    const read = steps.map(step => ({ step, ...splitDifferences(step, known) }));
    const own = read.find(({ step }) => sameHeads(step.heads, says));
    const fits = read.filter(({ counted }) => counted.length === 0);
    const fit = fits.find(one => one === own) ?? fits.at(-1);
    if (fit !== undefined) {
        const same = fits.filter(one => one !== fit).map(({ step }) => step);
        return { kind: fit === own ? 'equal' : 'elsewhere', at: fit.step, same, beside: fit.beside };
    }
    const parts = read.flatMap((one, index) => {
        const next = read[index + 1];
        return next !== undefined && isOnTheWay(one.counted, next.counted) ? [{ one, next }] : [];
    });
    const part = parts.find(({ one }) => one === own) ?? parts.at(-1);
    const nearest = part?.one ??
        read.reduce((best, one) => {
            const [least, count] = [best.told.length, one.told.length];
            return count < least || (count === least && best !== own) ? one : best;
        });
    const { step: at, told: differences, beside } = nearest;
    const unlike = part === undefined
        ? unlikeLater(nearest.counted, read.slice(read.indexOf(nearest) + 1))
        : [{ step: part.next.step, differences: part.next.told }];
    const within = part === undefined ? {} : { within: part.next.step };
    return { kind: 'between', at, differences, ...within, unlike, beside };
}
/** What only the live schema has, held against the first revision that makes something of that name. */
function unlikeLater(counted, later) {
    let left = counted.filter(([, { change }]) => change === 'added').map(([key]) => key);
    return later.flatMap(({ step, counted: its }) => {
        const lacking = new Set(its.filter(([, { change }]) => change === 'added').map(([key]) => key));
        const made = new Set(left.filter(key => !lacking.has(key)));
        left = left.filter(key => lacking.has(key));
        const of = its.filter(([key, one]) => made.has(key) || (0,compare/* holders */.wb)(one).some(holder => made.has(holder)));
        return of.length === 0 ? [] : [{ step, differences: (0,compare/* tellDifferences */.ur)(of) }];
    });
}
function splitDifferences({ differences }, known) {
    const { own, beside } = (0,platform/* apartFromPlatform */.g)(differences, key => known.has(key));
    return { counted: own, told: (0,compare/* tellDifferences */.ur)(own), beside: (0,compare/* tellDifferences */.ur)(beside) };
}
/** Whatever differs from the one is as the next one has it, or on the way there: a part of that revision was run. */
function isOnTheWay(one, next) {
    const left = new Map(next);
    return one.every(([key, difference]) => {
        const other = left.get(key);
        if (other === undefined)
            return true;
        // Neither has it, or both have it: somebody else’s work.
        if (other.change === difference.change && other.change !== 'changed')
            return false;
        const shared = (mine, its) => mine.some(line => its.includes(line));
        return !shared(difference.after, other.after) && !shared(difference.before, other.before);
    });
}
function sameHeads(heads, says) {
    const [one, other] = [new Set(heads), new Set(says)];
    return one.size === other.size && [...one].every(id => other.has(id));
}

;// CONCATENATED MODULE: ./build/check/locate/locate.js














/**
 * Replays the history on a rehearsal’s database, and says after which revision it has the schema of the live one.
 * Writes nothing into the live database. Throws GateError where the history cannot be replayed.
 */
async function locateSchema(options) {
    const { plan, now } = options;
    const began = now();
    const live = await readLive(options);
    const { steps, postgres } = await (0,walk/* withWalk */.K)(options, async (walk) => ({
        steps: await walkAlong(walk, live, options.choice.engine),
        postgres: walk.postgres,
    }));
    const verdict = judgeSteps(steps, plan.current);
    const lacking = findLacking(options);
    const unknown = lacking.map(({ revision = '' }) => revision);
    const located = {
        verdict: verdict.kind,
        says: plan.current,
        revision: [...verdict.at.heads],
        same: verdict.kind === 'between' ? [] : verdict.same.map(nameOf),
        differences: verdict.kind === 'between' ? sayAll(verdict.differences) : [],
        ...(verdict.kind === 'between' && verdict.within !== undefined ? { partOf: verdict.within.id } : {}),
        ...(verdict.kind === 'between' ? { unlike: verdict.unlike.map(sayUnlike) } : {}),
        ...(unknown.length > 0 ? { unknown } : {}),
        beside: verdict.beside.map(({ kind, name }) => (0,build_text/* oneLine */.TN)(`${kind} ${name}`, 120)),
        postgres,
        rehearsed: steps.length - 1,
        durationMs: Math.round(now() - began),
    };
    const fault = faultOf(verdict, located, options, lacking);
    return { located, ...(fault === undefined ? {} : { fault }) };
}
async function readLive(options) {
    const session = await options.open(() => undefined);
    try {
        const table = (0,history_table/* historyTableOf */.a)(options.database, options.choice, options);
        return (0,portable/* portable */.O)(await (0,read/* readSchema */.G)(session, { tables: [table] }));
    }
    finally {
        await session.close();
    }
}
/** The schema after each revision, held against the live one. Throws GateError where one does not run. */
async function walkAlong({ steps, read }, live, engine) {
    const plan = await steps.plan(engine === 'alembic' ? 'heads' : 'head');
    const against = plan.problems.find(problem => !problem.allowed);
    if (against !== undefined)
        throw new errors/* GateError */.u(against.fault);
    const stepAt = async (id, heads) => {
        const schema = await read();
        return { id, heads, differences: (0,compare/* findDifferences */.cG)(schema, live), made: new Set((0,platform/* platformKeys */.S)(schema)) };
    };
    const taken = [await stepAt('base', [])];
    for (const { id } of plan.pending) {
        const { fault, after } = await steps.up(id);
        if (fault !== undefined) {
            const facts = { id: (0,build_text/* oneLine */.TN)(id, 80), reason: fault.message };
            const { place, excerpt, server } = fault;
            const around = {
                ...(place === undefined ? {} : { place }),
                ...(excerpt === undefined ? {} : { excerpt }),
                ...(server === undefined ? {} : { server }),
            };
            throw new errors/* GateError */.u((0,catalogue/* makeFault */.VI)('locate-stopped', facts, around));
        }
        taken.push(await stepAt(id, after?.current ?? [id]));
    }
    return taken;
}
function nameOf({ id, heads }) {
    return heads.length > 1 ? heads.join(' + ') : id;
}
function faultOf(verdict, located, options, lacking) {
    const { plan } = options;
    const facts = { database: plan.server.database, says: located.says.join(', ') };
    if (verdict.kind === 'equal')
        return undefined;
    if (lacking.length > 0)
        return aheadOf(verdict, lacking, facts.database);
    if (verdict.kind === 'elsewhere') {
        const same = located.same.filter(id => id !== 'base');
        const { heads } = verdict.at;
        // `stamp` takes one revision; Alembic's own takes several.
        const foreign = heads.length < 2 ? {} : { foreign: typeStamp(options, heads) };
        const around = { next: stamps(verdict.at, verdict.same), ...foreign };
        return (0,catalogue/* makeFault */.VI)('schema-elsewhere', { ...facts, at: nameOf(verdict.at), same: (0,build_text/* joinAnd */.MO)(same) }, around);
    }
    const { differences, partOf = '', unlike = [] } = located;
    const others = unlike.map(one => `As ${one.revision} makes it: ${sayFirst(one.differences)}.`);
    const told = { differences: sayFirst(differences), unlike: others.slice(0, 3).join(' ') };
    return (0,catalogue/* makeFault */.VI)('schema-between', { ...facts, ...told, nearest: nameOf(verdict.at), partOf });
}
/** Without a file, and no baseline or person stands for it. */
function findLacking({ plan, database }) {
    return plan.problems.filter(({ kind, allowed }) => kind === 'ahead' || (kind === 'missing' && !allowed && database.baseline.length === 0));
}
function aheadOf(verdict, lacking, database) {
    const unknown = (0,build_text/* joinAnd */.MO)(lacking.map(({ revision = '' }) => revision));
    const newer = lacking.some(({ kind }) => kind === 'ahead');
    const commit = lacking.find(one => one.commit)?.commit;
    const facts = { database, unknown, newer, commit, at: '' };
    if (verdict.kind !== 'elsewhere')
        return (0,catalogue/* makeFault */.VI)('schema-ahead', facts);
    const next = stamps(verdict.at, verdict.same, `no commit has ${unknown}`);
    return (0,catalogue/* makeFault */.VI)('schema-ahead', { ...facts, at: nameOf(verdict.at) }, { next });
}
/** Only Alembic has several heads at once. */
function typeStamp(options, heads) {
    const { disk, choice, database, alembicConfig } = options;
    const start = (0,project_start/* readStart */.H)({ disk, directory: choice.directory, run: database.run, alembicConfig });
    return (0,type_alembic/* typeAlembic */.A)(start, ['stamp', ...heads]);
}
function sayUnlike({ step, differences }) {
    return { revision: (0,build_text/* oneLine */.TN)(nameOf(step), 200), differences: sayAll(differences) };
}
function sayAll(differences) {
    return differences.map(one => (0,say/* sayDifference */.$)(one, wording/* inLive */.u));
}
function sayFirst(all) {
    const more = all.length - 8;
    return `${all.slice(0, 8).join('; ')}${more > 0 ? `; and ${more} more` : ''}`;
}
/** One stamp, or as many as there are revisions with that schema: which of them ran, no catalog tells. */
function stamps(at, same, only = '') {
    if (at.heads.length > 1)
        return [];
    const others = same.filter(({ heads }) => heads.length < 2).reverse();
    if (others.length === 0)
        return [{ command: 'stamp', revision: at.id, ...(only && { when: only }) }];
    return [at, ...others].map(({ id }, index) => ({
        command: 'stamp',
        revision: id,
        when: `${only && `${only}, and `}${index === 0 ? 'it ran, too' : 'what comes after it did not run: it leaves the schema as it is'}`,
    }));
}


/***/ })

};
