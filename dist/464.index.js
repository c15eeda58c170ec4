export const id = 464;
export const ids = [464];
export const modules = {

/***/ 9464:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  checkHistory: () => (/* binding */ checkHistory)
});

// EXTERNAL MODULE: ./build/catalogue/catalogue.js + 18 modules
var catalogue = __webpack_require__(9078);
// EXTERNAL MODULE: ./build/engines/sql/plan.js + 1 modules
var plan = __webpack_require__(4307);
// EXTERNAL MODULE: ./build/text.js
var build_text = __webpack_require__(977);
// EXTERNAL MODULE: ./build/check/drift/levels.js
var levels = __webpack_require__(7224);
;// CONCATENATED MODULE: ./build/check/evidence/levels.js
/** The rules of what only a rehearsal shows: how bad each is unless the config file says otherwise. */
const evidenceLevels = {
    'rehearsed-rewrite': 'error',
    'rehearsed-scan': 'error',
    'rehearsed-lock': 'warning',
};

;// CONCATENATED MODULE: ./build/check/lint/levels.js
/** The rules of the text of new revisions: how bad each is unless the config file says otherwise. */
const lintLevels = {
    'index-blocks-writes': 'error',
    'index-on-partitioned': 'error',
    'drop-index-waits': 'warning',
    'reindex-blocks-writes': 'error',
    'add-column-rewrites': 'error',
    'add-column-required': 'error',
    'add-column-scans': 'error',
    'set-not-null-scans': 'error',
    'type-change-rewrites': 'error',
    'type-change-reads': 'error',
    'type-change-unknown': 'warning',
    'collation-rebuilds-indexes': 'error',
    'expression-rewrites': 'error',
    'constraint-scans': 'error',
    'foreign-key-scans': 'error',
    'constraint-builds-index': 'error',
    'primary-key-scans': 'error',
    'exclude-builds-index': 'error',
    'validated-too-soon': 'error',
    'drop-foreign-key-locks': 'warning',
    'drop-in-use': 'error',
    'rename-in-use': 'error',
    'drop-not-null': 'warning',
    'table-rewritten': 'error',
    'refresh-blocks-reads': 'error',
    'lock-held': 'error',
    'truncate-loses-rows': 'error',
    'all-rows-changed': 'warning',
    'work-under-lock': 'error',
    'several-tables-locked': 'warning',
    'enum-value-too-soon': 'error',
    'domain-check-scans': 'error',
    'trigger-on-live-table': 'warning',
    'row-security': 'warning',
    'attach-scans': 'error',
    'partition-locks-parent': 'warning',
    'detach-locks-parent': 'warning',
    'timeout-off': 'warning',
    'not-seen': 'warning',
    'not-parsed': 'error',
};
/** Rules that `-- gate: contract` lets through: the version that is live no longer uses what goes. */
const contractRules = (/* unused pure expression or super */ null && (['drop-in-use', 'rename-in-use']));
/** The end of every message of the lint, until a rehearsal has something to say. */
const notRehearsed = 'From the text alone: not rehearsed.';

// EXTERNAL MODULE: ./build/check/rehearsal/levels.js
var rehearsal_levels = __webpack_require__(4728);
;// CONCATENATED MODULE: ./build/check/guard/rules.js
/** The rules of the history guard: how bad each is, and by which word it is let through. */
/** What a rule’s findings are unless the config file says otherwise. */
const ruleLevels = {
    edited: 'error',
    'checksum-edited': 'error',
    'comment-only-edit': 'warning',
    'way-down-edited': 'warning',
    deleted: 'error',
    renamed: 'error',
    moved: 'warning',
    'out-of-order': 'error',
    duplicate: 'error',
    'multiple-heads': 'error',
    'missing-parent': 'error',
    cycle: 'error',
    'file-fault': 'error',
    'empty-upgrade': 'error',
    'no-way-down': 'warning',
    'not-compared': 'error',
    'not-read': 'warning',
    'allow-unread': 'warning',
    'not-in-image': 'error',
    dockerignored: 'error',
    'elsewhere-in-image': 'error',
    'other-stage': 'error',
    'release-script': 'warning',
};
/** What no upgrade would accept, so that no config file can make less of it. */
const fixedRules = [
    'duplicate',
    'multiple-heads',
    'missing-parent',
    'cycle',
    'file-fault',
    'not-compared',
];
/** The word that lets a finding through: for `modified`, `missing` and `out-of-order` also in the input `allow`. */
const allowWords = {
    edited: 'modified',
    'checksum-edited': 'modified',
    'comment-only-edit': 'modified',
    'way-down-edited': 'modified',
    deleted: 'missing',
    renamed: 'missing',
    moved: 'missing',
    'out-of-order': 'out-of-order',
    'empty-upgrade': 'empty-upgrade',
    'no-way-down': 'no-way-down',
};

;// CONCATENATED MODULE: ./build/check/guard/allow.js







const words = [...new Set(Object.values(allowWords))];
/** Rules that are let through by their own names. */
const named = { ...lintLevels, ...evidenceLevels, ...rehearsal_levels/* rehearsalLevels */.H, ...levels/* driftLevels */.T };
const accepted = new Set([...words, ...Object.keys(named)]);
const begun = /^\s*(?:--|#)\s*gate:\s*allow\b(.*)$/i;
const whole = /^\s+([\w-]+)((?:\s+[\w.-]+)*?)\s+because\s+(\S.*)$/i;
/**
 * The lines of a change that let findings through. Only those count that are new: one that was merged let an earlier
 * change through, and says nothing of this one. Lines that say nothing are findings. Pure.
 */
function readAllowances(head, before, keyOf) {
    const allowances = [];
    const findings = [];
    for (const revision of head) {
        const { path, key } = revision;
        if (!/gate:\s*allow/i.test(revision.text))
            continue;
        const known = new Set((before.get(path)?.text ?? '').split('\n').map(line => line.trim()));
        revision.text.split('\n').forEach((line, index) => {
            const rest = begun.exec(line)?.[1];
            if (rest === undefined || known.has(line.trim()))
                return;
            const [, word = '', ids = '', reason = ''] = whole.exec(rest) ?? [];
            const named = ids.split(/\s+/).filter(id => id !== '');
            if (accepted.has(word)) {
                const keys = named.length === 0 ? [key] : named.map(keyOf);
                allowances.push({ word, keys, by: (0,build_text/* oneLine */.TN)(`${path}:${index + 1}`), reason: (0,build_text/* oneLine */.TN)(reason, 200) });
                return;
            }
            const facts = {
                line: (0,build_text/* oneLine */.TN)(line.trim(), 120),
                words: [...words, 'the rules of docs/lint.md'].join(', '),
            };
            const fault = (0,catalogue/* makeFault */.VI)('allow-unread', facts, { place: { path, line: index + 1 } });
            findings.push({ rule: 'allow-unread', level: 'warning', fault, revision: revision.id });
        });
    }
    return { allowances, findings };
}
/** The finding, let through where the input or a line says so. `key` is that of the revision to blame. */
function allowFinding(finding, keys, allowances, input) {
    const { rule } = finding;
    const word = Object.hasOwn(named, rule) ? rule : allowWords[rule];
    if (word === undefined)
        return finding;
    const line = allowances.find(one => one.word === word && one.keys.some(key => keys.includes(key)));
    if (line !== undefined)
        return { ...finding, allowed: { by: line.by, reason: line.reason } };
    return input.includes(word) ? { ...finding, allowed: { by: 'the input allow', reason: '' } } : finding;
}

;// CONCATENATED MODULE: ./build/check/compare-live.js

const nothingSaid = { findings: [], notes: [] };
/** Holds a live database against its own revision, and what comes next against what was changed there by hand. */
async function compareLive(options, { compared, read, guarding }) {
    const { live, rehearsal: ports, choice, database, disk, alembicConfig, urlVariables } = options;
    if (live === undefined)
        return nothingSaid;
    const { findDrift, notCompared } = await Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 4446));
    const none = (why) => ({ findings: [notCompared(why)], notes: [] });
    if ('why' in live)
        return live.expected
            ? { findings: [], notes: [`No live database was compared with: ${live.why}.`] }
            : none(live.why);
    if (ports === undefined)
        return none('that takes a rehearsal, which is off');
    if (compared?.checkedOut === false)
        return none('another commit than what is checked out is asked for');
    const around = { ports, choice, database, disk, alembicConfig, urlVariables };
    const { revisions } = read.head;
    const found = await findDrift({ ...around, live: live.open, revisions, now: () => performance.now() });
    const keyOf = new Map(revisions.map(({ id, key }) => [id, key]));
    const allowed = found.findings.map(finding => allowFinding(finding, [keyOf.get(finding.revision ?? '') ?? ''], guarding.allowances, database.allow));
    return { ...found, findings: allowed, notes: [] };
}

;// CONCATENATED MODULE: ./build/check/guard/added.js



/** What a new revision lacks. One that only joins branches has nothing to do. Pure. */
function judgeAdded(revision, { comment }) {
    if (revision.merge)
        return [];
    const { id, path, line, key } = revision;
    const facts = { id: (0,build_text/* oneLine */.TN)(id, 80), path: (0,build_text/* oneLine */.TN)(path), comment };
    const blame = (rule) => ({
        finding: {
            rule,
            level: ruleLevels[rule],
            fault: (0,catalogue/* makeFault */.VI)(rule, facts, { place: { path, line } }),
            revision: id,
        },
        keys: [key],
    });
    // What does nothing needs no way down.
    if (revision.up.length === 0)
        return [blame('empty-upgrade')];
    return revision.down.length === 0 ? [blame('no-way-down')] : [];
}

// EXTERNAL MODULE: ./build/shell-word.js
var shell_word = __webpack_require__(4491);
;// CONCATENATED MODULE: ./build/check/guard/diff.js

/** Beyond this many comparisons the order of what moved is left out of account. */
const mostCells = 4_000_000;
const mostLines = 40;
/** What changed between two lists of pieces, in their order: what went before what came. Pure. */
function diffPieces(before, after) {
    let start = 0;
    while (start < before.length && start < after.length && before[start]?.code === after[start]?.code)
        start++;
    let end = 0;
    const room = Math.min(before.length, after.length) - start;
    while (end < room && before.at(-1 - end)?.code === after.at(-1 - end)?.code)
        end++;
    const old = before.slice(start, before.length - end);
    const young = after.slice(start, after.length - end);
    const kept = old.length * young.length > mostCells ? keptByCount(old, young) : keptByOrder(old, young);
    const gone = old.filter((_, index) => !kept.old.has(index)).map(piece => lineOf('-', piece));
    const come = young.filter((_, index) => !kept.young.has(index)).map(piece => lineOf('+', piece));
    return [...gone, ...come];
}
/** `2 statements changed, 1 added`: a line that went and one that came count as one change. */
function sayDiff(diff) {
    const gone = diff.filter(line => line.mark === '-').length;
    const come = diff.length - gone;
    const changed = Math.min(gone, come);
    const words = [
        changed > 0 ? `${(0,build_text/* count */.U9)(changed, 'statement')} changed` : '',
        come > changed ? `${(0,build_text/* count */.U9)(come - changed, 'statement')} added` : '',
        gone > changed ? `${(0,build_text/* count */.U9)(gone - changed, 'statement')} removed` : '',
    ].filter(word => word !== '');
    return words.join(', ') || 'its statements changed their order';
}
/** The first lines of a long diff. */
function cutDiff(diff) {
    return diff.slice(0, mostLines);
}
function lineOf(mark, { line, text }) {
    return { mark, line, text: (0,build_text/* oneLine */.TN)(text, 160) };
}
/** The longest common subsequence. */
function keptByOrder(old, young) {
    const width = young.length + 1;
    const lengths = new Uint32Array((old.length + 1) * width);
    const at = (i, j) => lengths[i * width + j] ?? 0;
    for (let i = old.length - 1; i >= 0; i--)
        for (let j = young.length - 1; j >= 0; j--)
            lengths[i * width + j] =
                old[i]?.code === young[j]?.code ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    const kept = { old: new Set(), young: new Set() };
    for (let i = 0, j = 0; i < old.length && j < young.length;) {
        if (old[i]?.code === young[j]?.code) {
            kept.old.add(i++);
            kept.young.add(j++);
        }
        else if (at(i + 1, j) >= at(i, j + 1))
            i++;
        else
            j++;
    }
    return kept;
}
function keptByCount(old, young) {
    const places = new Map();
    young.forEach((piece, index) => {
        const known = places.get(piece.code);
        if (known === undefined)
            places.set(piece.code, [index]);
        else
            known.push(index);
    });
    for (const list of places.values())
        list.reverse();
    const kept = { old: new Set(), young: new Set() };
    old.forEach((piece, index) => {
        const found = places.get(piece.code)?.pop();
        if (found === undefined)
            return;
        kept.old.add(index);
        kept.young.add(found);
    });
    return kept;
}

;// CONCATENATED MODULE: ./build/check/guard/merged.js





/** What became of a merged revision that should not have. Pure. */
function judgePair({ before, after }, base, { comment }) {
    const merged = { id: (0,build_text/* oneLine */.TN)(before.id, 80), path: (0,build_text/* oneLine */.TN)(before.path), target: base.target };
    const keys = [before.key];
    const blame = (rule, fault) => ({
        finding: { rule, level: ruleLevels[rule], fault, revision: before.id },
        keys,
    });
    const foreign = [restore(base, before.path, 'it was not meant')];
    if (after === undefined) {
        const place = { path: before.path };
        return [blame('deleted', (0,catalogue/* makeFault */.VI)('deleted', merged, { place, foreign }))];
    }
    if (after !== before && after.key !== before.key) {
        keys.push(after.key);
        const facts = { ...merged, now: (0,build_text/* oneLine */.TN)(after.path), nowId: (0,build_text/* oneLine */.TN)(after.id, 80), comment };
        const back = after.path === before.path ? foreign : [move(after.path, before.path)];
        const place = { path: after.path, line: after.line };
        return [blame('renamed', (0,catalogue/* makeFault */.VI)('renamed', facts, { place, foreign: back }))];
    }
    if (after.text === before.text)
        return [];
    const edit = judgeEdit(before, after);
    return [blame(edit, editFault(edit))];
    function editFault(rule) {
        const [old, young] = [before, after];
        const diff = rule === 'way-down-edited' ? diffPieces(old.down, young.down) : diffOf(old, young);
        const place = { path: young.path, line: diff.find(line => line.mark === '+')?.line ?? young.line };
        const back = rule === 'edited' ? [restore(base, old.path, 'the change belongs into a new revision')] : foreign;
        const around = { place, foreign: back, ...(diff.length === 0 ? {} : { diff: cutDiff(diff) }) };
        if (rule === 'edited')
            return (0,catalogue/* makeFault */.VI)('edited', { ...merged, changes: sayDiff(diff), comment }, around);
        if (rule === 'way-down-edited')
            return (0,catalogue/* makeFault */.VI)('way-down-edited', merged, around);
        return rule === 'checksum-edited'
            ? (0,catalogue/* makeFault */.VI)('checksum-edited', { ...merged, comment }, around)
            : (0,catalogue/* makeFault */.VI)('comment-only-edit', merged, around);
    }
}
/** The worst that can be said of an edit: more would be noise. What a deploy would refuse is no warning. */
function judgeEdit(before, after) {
    if (!sameCode(before, after, ['up', 'rest']))
        return 'edited';
    if (before.checksum !== after.checksum)
        return 'checksum-edited';
    return sameCode(before, after, ['down']) ? 'comment-only-edit' : 'way-down-edited';
}
function sameCode(before, after, parts) {
    return parts.every(part => before[part].length === after[part].length &&
        before[part].every((piece, index) => piece.code === after[part][index]?.code));
}
function diffOf(before, after) {
    return [...diffPieces(before.rest, after.rest), ...diffPieces(before.up, after.up)];
}
function restore({ commit }, path, when) {
    return {
        line: `git checkout ${commit.slice(0, 12)} -- ${(0,shell_word/* quoteWord */.X)(path)}`,
        when,
    };
}
/** The line that gives a file its path back. */
function move(from, to) {
    return { line: `git mv ${(0,shell_word/* quoteWord */.X)(from)} ${(0,shell_word/* quoteWord */.X)(to)}` };
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/check/guard/moves.js





/** Merged revisions that are the same ones in another place; those of a folder that was moved are told together. Pure. */
function findMoves(pairs, base) {
    const groups = new Map();
    for (const { before, after } of pairs) {
        if (after === undefined || after.key !== before.key || after.path === before.path)
            continue;
        const renamed = external_node_path_.posix.basename(before.path) !== external_node_path_.posix.basename(after.path);
        const folders = [before, after].map(one => external_node_path_.posix.dirname(one.path));
        const group = JSON.stringify(renamed ? [before.path] : folders);
        const there = groups.get(group);
        if (there === undefined)
            groups.set(group, [{ before, after }]);
        else
            there.push({ before, after });
    }
    return [...groups.values()].map(group => blame(group, base));
}
function blame(group, { target }) {
    const [{ before, after }] = group;
    const facts = {
        id: (0,build_text/* oneLine */.TN)(before.id, 80),
        path: (0,build_text/* oneLine */.TN)(before.path),
        target,
        now: (0,build_text/* oneLine */.TN)(after.path),
        others: group.length - 1,
    };
    const foreign = group.length === 1 ? [move(after.path, before.path)] : [];
    const fault = (0,catalogue/* makeFault */.VI)('moved', facts, { place: { path: after.path, line: 1 }, foreign });
    const finding = { rule: 'moved', level: ruleLevels.moved, fault, revision: before.id };
    return { finding, keys: group.map(one => one.before.key) };
}

;// CONCATENATED MODULE: ./build/check/guard/order.js




/** More files of one version say no more. */
const mostPaths = 5;
/** Versions that two files have once the change is merged, each blamed on a file of the change. Pure. */
function findDuplicates(merged, added) {
    const files = new Map();
    for (const revision of merged) {
        const there = files.get(revision.key);
        if (there === undefined)
            files.set(revision.key, [revision]);
        else
            there.push(revision);
    }
    const fresh = new Set(added.map(one => one.path));
    const free = nextFree(merged);
    const findings = [];
    for (const all of files.values()) {
        if (all.length < 2)
            continue;
        const last = all.at(-1);
        const blamed = all.findLast(one => fresh.has(one.path)) ?? last;
        const facts = { id: (0,build_text/* oneLine */.TN)(blamed.id, 80), paths: sayPaths(all) };
        const foreign = [renumber(blamed, free)];
        const fault = (0,catalogue/* makeFault */.VI)('duplicate', facts, { place: { path: blamed.path, line: 1 }, foreign });
        findings.push({ rule: 'duplicate', level: 'error', fault, revision: blamed.id });
    }
    return findings;
}
/** New versions that sort before the newest of the branch that they go into. Pure. */
function findLate(added, tip, merged, target) {
    const newest = newestOf(tip);
    if (newest?.version === undefined)
        return [];
    const taken = new Set(tip.map(one => one.key));
    const free = nextFree(merged);
    return added.flatMap(revision => {
        const { version, key, id, path } = revision;
        if (version === undefined || version >= (newest.version ?? 0n) || taken.has(key))
            return [];
        const facts = { id, path: (0,build_text/* oneLine */.TN)(path), newest: newest.id, target };
        const foreign = [renumber(revision, free)];
        const fault = (0,catalogue/* makeFault */.VI)('sorts-before', facts, { place: { path, line: 1 }, foreign });
        return [{ finding: { rule: 'out-of-order', level: 'error', fault, revision: id }, keys: [key] }];
    });
}
/** The next free version, as wide as the widest. */
function nextFree(merged) {
    const width = merged.reduce((most, one) => Math.max(most, one.id.length), 0);
    return String((newestOf(merged)?.version ?? 0n) + 1n).padStart(width, '0');
}
/** The line that gives a file another version. */
function renumber({ id, path }, version) {
    const to = external_node_path_.posix.join(external_node_path_.posix.dirname(path), version + external_node_path_.posix.basename(path).slice(id.length));
    return { line: `git mv ${(0,shell_word/* quoteWord */.X)(path)} ${(0,shell_word/* quoteWord */.X)(to)}` };
}
function sayPaths(all) {
    const paths = all.slice(0, mostPaths).map(one => (0,build_text/* oneLine */.TN)(one.path));
    return all.length > mostPaths ? [...paths, `${all.length - mostPaths} more`] : paths;
}
function newestOf(revisions) {
    return revisions.reduce((newest, one) => ((newest?.version ?? -1n) < (one.version ?? -1n) ? one : newest), undefined);
}

;// CONCATENATED MODULE: ./build/check/guard/pair.js
/**
 * Brings the revisions of two commits together: by what a history knows them by, the same path first; then by path;
 * then by what they do. Pure.
 */
function pairRevisions(before, after) {
    const left = new Set(after);
    const partner = new Map();
    const match = (fits, indexed) => {
        const index = new Map();
        for (const one of left) {
            const key = indexed(one);
            const there = index.get(key);
            if (there === undefined)
                index.set(key, [one]);
            else
                there.push(one);
        }
        for (const one of before) {
            if (partner.has(one))
                continue;
            const found = index.get(indexed(one))?.find(other => left.has(other) && fits(one, other));
            if (found === undefined)
                continue;
            partner.set(one, found);
            left.delete(found);
        }
    };
    match((one, other) => one.path === other.path, one => one.key);
    match(() => true, one => one.key);
    match(() => true, one => one.path);
    match(one => one.up.length > 0, one => JSON.stringify(one.up.map(piece => piece.code)));
    return { pairs: before.map(one => ({ before: one, after: partner.get(one) })), added: [...left] };
}
/**
 * What a merge of the head into the tip would hold, file by file: what the head changed since the base is the head’s,
 * all else the tip’s. Where the head is the merge already, so is the answer. Pure.
 */
function mergeSides(base, tip, head) {
    const [from, into, mine] = [base, tip, head].map(side => new Map(side.map(one => [one.path, one])));
    const paths = [...new Set([...tip, ...head].map(one => one.path))];
    return paths.flatMap(path => {
        const untouched = mine?.get(path)?.text === from?.get(path)?.text;
        return (untouched ? into?.get(path) : mine?.get(path)) ?? [];
    });
}

;// CONCATENATED MODULE: ./build/check/guard/guard.js







/** Holds a change against the history that it goes into. Pure; in the order in which a person would mend it. */
function guardHistory(input) {
    const { base, tip, head, at, dialect } = input;
    const { pairs, added } = base === undefined ? { pairs: [], added: [] } : pairRevisions(base, head);
    const merged = base === undefined ? [...head] : mergeSides(base, tip, head);
    // A change that is merged meanwhile is not new any more.
    const there = new Set(tip.map(one => one.path));
    const fresh = added.filter(one => !there.has(one.path) && !input.broken.has(one.path));
    const before = new Map((base ?? []).map(one => [one.path, one]));
    const { allowances, findings: unread } = base === undefined ? { allowances: [], findings: [] } : readAllowances(head, before, input.keyOf);
    const blamed = [
        ...pairs.flatMap(pair => judgePair(pair, at, dialect)),
        ...findMoves(pairs, at),
        ...findLate(fresh, tip, merged, at.target),
        ...fresh.flatMap(revision => judgeAdded(revision, dialect)),
    ];
    const judged = blamed.map(({ finding, keys }) => allowFinding(finding, keys, allowances, input.allow));
    const versioned = merged.filter(one => one.version !== undefined);
    const findings = [...judged, ...findDuplicates(versioned, fresh), ...unread];
    return {
        findings: findings.flatMap(finding => levelFinding(finding, input.rules)),
        added: fresh,
        merged,
        allowances,
    };
}
/** A finding at the level that the config file gives its rule; none where that is off. */
function levelFinding(finding, rules) {
    if (fixedRules.includes(finding.rule))
        return [finding];
    const level = Object.hasOwn(rules, finding.rule) ? rules[finding.rule] : undefined;
    if (level === 'off')
        return [];
    return [level === undefined ? finding : { ...finding, level }];
}

;// CONCATENATED MODULE: ./build/check/image/pattern.js
/** Patterns of paths as Docker has them: Go’s filepath.Match, and `**` where it is known. Pure. */
/** Makes a pattern ready; undefined for one that Docker refuses. Without `deep`, `**` is no more than `*`. */
function compilePattern(pattern, deep) {
    const tokens = deep && isSuffix(pattern) ? suffixTokens(pattern) : readTokens(pattern, deep);
    return tokens === undefined ? undefined : path => matchTokens(tokens, [...path]);
}
/** `**` at the start and nothing else that is special: there Docker looks at the end of the path only. */
function isSuffix(pattern) {
    return /^\*\*[^/*?[\]\\]/.test(pattern) && !/[*?[\]\\]/.test(pattern.slice(2));
}
function suffixTokens(pattern) {
    return [{ kind: 'all' }, ...[...pattern.slice(2)].map((char) => ({ kind: 'char', char }))];
}
function readTokens(pattern, deep) {
    const tokens = [];
    const chars = [...pattern];
    for (let at = 0; at < chars.length; at++) {
        const char = chars[at] ?? '';
        if (char === '*' && deep && chars[at + 1] === '*') {
            at += chars[at + 2] === '/' ? 2 : 1;
            tokens.push({ kind: at + 1 >= chars.length ? 'all' : 'folders' });
        }
        else if (char === '*')
            tokens.push({ kind: 'star' });
        else if (char === '?')
            tokens.push({ kind: 'one' });
        else if (char === '[') {
            const set = readSet(chars, at + 1);
            if (set === undefined)
                return undefined;
            tokens.push(set.token);
            at = set.end;
        }
        else if (char === '\\') {
            const next = chars[++at];
            if (next === undefined)
                return undefined;
            tokens.push({ kind: 'char', char: next });
        }
        else
            tokens.push({ kind: 'char', char });
    }
    return tokens;
}
function readSet(chars, from) {
    const not = chars[from] === '^';
    const ranges = [];
    for (let at = not ? from + 1 : from; at < chars.length; at++) {
        if (chars[at] === ']' && ranges.length > 0)
            return { token: { kind: 'set', not, ranges }, end: at };
        if (chars[at] === '\\')
            at++;
        const low = chars[at] ?? '';
        if (chars[at + 1] === '-' && chars[at + 2] !== ']') {
            at += chars[at + 2] === '\\' ? 3 : 2;
            ranges.push([low, chars[at] ?? '']);
        }
        else
            ranges.push([low, low]);
    }
    return undefined;
}
/** From the end of the path to its start, so that no pattern takes longer than its length times that of the path. */
function matchTokens(tokens, path) {
    let after = [...path.map(() => false), true];
    for (const token of [...tokens].reverse()) {
        const here = new Array(path.length + 1).fill(false);
        let passed = false;
        for (let at = path.length; at >= 0; at--) {
            const char = path[at];
            if (token.kind === 'folders') {
                passed ||= char === '/' && after[at + 1] === true;
                here[at] = passed || after[at] === true;
            }
            else if (token.kind === 'all' || token.kind === 'star') {
                const goes = char !== undefined && (token.kind === 'all' || char !== '/');
                here[at] = after[at] === true || (goes && here[at + 1] === true);
            }
            else
                here[at] = char !== undefined && takes(token, char) && after[at + 1] === true;
        }
        after = here;
    }
    return after[0] === true;
}
function takes(token, char) {
    if (token.kind === 'char')
        return token.char === char;
    if (token.kind === 'set')
        // Even a slash, as Docker has it.
        return token.ranges.some(([low, high]) => low <= char && char <= high) !== token.not;
    return char !== '/';
}

;// CONCATENATED MODULE: ./build/check/image/dockerignore.js


/** Reads a .dockerignore. Lines that Docker refuses are left out. Pure. */
function readIgnore(text) {
    return text
        .replace(/^\ufeff/, '')
        .split(/\r?\n/)
        .flatMap((written, index) => {
        if (written.startsWith('#'))
            return [];
        const trimmed = written.trim();
        const exception = trimmed.startsWith('!');
        const pattern = clean(exception ? trimmed.slice(1).trim() : trimmed);
        const matches = pattern === '' ? undefined : compilePattern(pattern, true);
        return matches === undefined ? [] : [{ line: index + 1, text: trimmed, exception, matches }];
    });
}
function clean(pattern) {
    if (pattern === '')
        return '';
    const path = external_node_path_.posix.normalize(pattern).replace(/(.)\/$/, '$1');
    return path.length > 1 && path.startsWith('/') ? path.slice(1) : path;
}
/** The line that keeps a file out of the build context, if one does: the last that speaks of it, or of a folder above. Pure. */
function findIgnoring(lines, path) {
    const parts = path.split('/');
    const paths = parts.map((_, index) => parts.slice(0, parts.length - index).join('/'));
    let by;
    for (const line of lines) {
        if (line.exception !== (by !== undefined))
            continue;
        if (paths.some(line.matches))
            by = line.exception ? undefined : line;
    }
    return by;
}

;// CONCATENATED MODULE: ./build/check/image/copy.js



/** Makes a copy of an instruction’s words, all known. */
function makeCopy({ line, flags }, words, folder) {
    const sources = words.slice(0, -1);
    const written = words.at(-1) ?? '.';
    const parents = flags.has('parents') && flags.get('parents') !== 'false';
    return {
        line,
        sources,
        target: external_node_path_.posix.resolve(folder, written),
        intoFolder: parents || sources.length > 1 || /(?:^|\/)\.{0,2}$/.test(written),
        parents,
        excludes: readIgnore(flags.get('exclude') ?? ''),
    };
}
/** Where a copy puts a file, whose path is relative to what is copied from; undefined: it does not take it. Pure. */
function copyFile(copy, path, isFolder) {
    const parts = path.split('/');
    for (const source of copy.sources) {
        const { kept, wanted } = readSource(source);
        if (wanted === undefined || wanted.length > parts.length)
            continue;
        if (!wanted.every((matches, index) => matches(parts[index] ?? '')))
            continue;
        const rest = parts.slice(wanted.length);
        const file = rest.length === 0;
        const to = copy.parents
            ? [external_node_path_.posix.join(copy.target, ...parts.slice(kept))]
            : file
                ? placeFile(copy, external_node_path_.posix.basename(path), isFolder(copy.target))
                : [external_node_path_.posix.join(copy.target, ...rest)];
        return { to, excluded: findIgnoring(copy.excludes, file ? path : rest.join('/')) !== undefined };
    }
    return undefined;
}
/** Without a slash at its end a target is a folder only where there is one already. */
function placeFile({ target, intoFolder }, name, isFolder) {
    const inside = external_node_path_.posix.join(target, name);
    if (intoFolder || isFolder)
        return [inside];
    const namesFile = external_node_path_.posix.basename(target).includes('.') || external_node_path_.posix.basename(target) === name;
    return namesFile ? [target] : [target, inside];
}
/** A pattern for each part of a source; `kept`: how many of them stand before the `./` of `--parents`. */
function readSource(source) {
    const pivot = source.indexOf('/./');
    const clean = external_node_path_.posix.normalize(`/${source}`).replace(/^\/|\/$/g, '');
    const parts = clean === '' ? [] : clean.split('/');
    const wanted = parts.map(part => compilePattern(part, false));
    const before = pivot === -1 ? '' : external_node_path_.posix.normalize(`/${source.slice(0, pivot)}`).replace(/^\/|\/$/g, '');
    return {
        kept: before === '' ? 0 : before.split('/').length,
        wanted: wanted.every(one => one !== undefined) ? wanted : undefined,
    };
}
/** Sources that are a URL or a git repository. */
function isRemote(source) {
    return /^(?:https?|git|ssh):\/\/|^git@/.test(source);
}
/** Sources that ADD unpacks. */
function isArchive(source) {
    return /\.(?:tar|tgz|tbz2?|txz|tar\.\w+)$/.test(source);
}

;// CONCATENATED MODULE: ./build/check/image/dockerfile.js
/** A Dockerfile as its instructions. Pure. */
/** Reads a Dockerfile. What is no instruction of Docker’s is one of a name that nobody knows. */
function readDockerfile(text) {
    const lines = text.replace(/^\ufeff/, '').split(/\r?\n/);
    const escaping = readEscape(lines);
    const instructions = [];
    for (let at = 0; at < lines.length;) {
        if (isIdle(lines[at] ?? '')) {
            at++;
            continue;
        }
        const joined = joinLines(lines, at, escaping);
        const made = makeInstruction(joined.text, at + 1);
        const end = readDocuments(made, lines, joined.end);
        made.endLine = end;
        instructions.push(made);
        at = end;
    }
    return { escaping, instructions };
}
/** Directives stand above everything else. */
function readEscape(lines) {
    for (const line of lines) {
        const [, key = '', value = ''] = /^\s*#\s*(\w+)\s*=\s*(\S+)\s*$/.exec(line) ?? [];
        if (key === '')
            return '\\';
        if (key.toLowerCase() === 'escape')
            return value === '`' ? '`' : '\\';
    }
    return '\\';
}
function isIdle(line) {
    return /^\s*(?:#|$)/.test(line);
}
/** Comments and empty lines within an instruction are passed over. */
function joinLines(lines, from, escaping) {
    let text = '';
    let at = from;
    while (at < lines.length) {
        const line = lines[at++] ?? '';
        if (at - 1 > from && isIdle(line))
            continue;
        const bare = line.trimEnd();
        if (!bare.endsWith(escaping))
            return { text: text + line, end: at };
        text += bare.slice(0, -1);
    }
    return { text, end: at };
}
function makeInstruction(joined, line) {
    const [, name = '', rest = ''] = /^\s*(\S+)\s*(.*)$/s.exec(joined) ?? [];
    const flags = new Map();
    let text = rest.trim();
    for (let found = readFlag(text); found !== undefined; found = readFlag(text)) {
        flags.set(found.name, found.value);
        text = found.rest;
    }
    const list = readJson(text);
    const words = list ?? text.split(/\s+/).filter(word => word !== '');
    return {
        name: name.toUpperCase(),
        line,
        endLine: line,
        flags,
        text,
        words,
        json: list !== undefined,
        documents: new Map(),
    };
}
function readFlag(text) {
    const found = /^--([a-z][\w-]*)(?:=(\S*))?(?:\s+|$)/.exec(text);
    if (found === null)
        return undefined;
    return { name: found[1] ?? '', value: found[2] ?? '', rest: text.slice(found[0].length) };
}
function readJson(text) {
    if (!text.startsWith('['))
        return undefined;
    try {
        const list = JSON.parse(text);
        return Array.isArray(list) && list.every(one => typeof one === 'string') ? list : undefined;
    }
    catch {
        return undefined;
    }
}
const documentMark = /<<(-?)(["']?)([A-Za-z_][\w.]*)\2/g;
/** Fills the here-documents; gives the index of the line behind them. */
function readDocuments(made, lines, from) {
    if (made.json || !['RUN', 'COPY', 'ADD'].includes(made.name))
        return from;
    let at = from;
    for (const [, tabs, , name = ''] of made.text.matchAll(documentMark)) {
        const bare = (line) => (tabs === '' ? line : line.replace(/^\t+/, ''));
        const end = lines.findIndex((line, index) => index >= at && bare(line) === name);
        // Never closed: a shift operator of a shell, say.
        if (end === -1)
            continue;
        made.documents.set(name, lines.slice(at, end).map(bare).join('\n'));
        at = end + 1;
    }
    return at;
}

// EXTERNAL MODULE: ./build/disk.js + 1 modules
var build_disk = __webpack_require__(2554);
// EXTERNAL MODULE: ./build/node_modules/smol-toml/dist/parse.js + 5 modules
var parse = __webpack_require__(5470);
// EXTERNAL MODULE: ./build/node_modules/smol-toml/dist/error.js
var dist_error = __webpack_require__(9573);
;// CONCATENATED MODULE: ./build/check/image/fly.js


/** Reads a fly.toml. Pure. */
function readFly(path, text) {
    let toml;
    try {
        toml = (0,parse/* parse */.q)(text);
    }
    catch (error) {
        if (!(error instanceof dist_error/* TomlError */.z))
            throw error;
        return { ok: false, reason: `line ${error.line} is no TOML` };
    }
    const folder = external_node_path_.posix.dirname(path);
    const build = tableOf(toml.build);
    const command = textOf(tableOf(toml.deploy).release_command);
    const fileOf = (value) => {
        const written = textOf(value);
        return written === undefined ? undefined : external_node_path_.posix.join(folder, written);
    };
    const elsewhere = ['image', 'builder', 'buildpacks', 'builtin'].find(key => build[key] !== undefined);
    const dockerfile = fileOf(build.dockerfile);
    return {
        ok: true,
        fly: {
            path,
            folder,
            dockerfile,
            ignoreFile: fileOf(build.ignorefile),
            target: textOf(build['build-target']),
            args: textsOf(build.args),
            elsewhere: dockerfile === undefined && elsewhere !== undefined ? `build.${elsewhere}` : undefined,
            releaseCommand: command?.trim() === '' ? undefined : command,
            releaseLine: text.split('\n').findIndex(line => /^\s*(?:deploy\.)?release_command\b/.test(line)) + 1 || 1,
            environment: textsOf(toml.env),
        },
    };
}
function tableOf(value) {
    return typeof value === 'object' && value !== null ? value : {};
}
function textOf(value) {
    return typeof value === 'string' ? value : undefined;
}
function textsOf(value) {
    const found = Object.entries(tableOf(value)).filter(([, one]) => typeof one === 'string');
    return new Map(found);
}

;// CONCATENATED MODULE: ./build/check/image/find.js





/** Finds the image; undefined where there is none, and a note where it cannot be read. Throws GateError `image-absent`. */
function findImage(disk, asked) {
    const { named, workingDirectory, directory } = asked;
    if (named === undefined) {
        const path = foldersUp(directory)
            .map(folder => external_node_path_.posix.join(folder, 'fly.toml'))
            .find(one => disk.readBytes(one).ok);
        return path === undefined ? undefined : ofFly(disk, path);
    }
    const looked = [...new Set([external_node_path_.posix.join(workingDirectory, named), external_node_path_.posix.normalize(named)])];
    const path = looked.find(one => disk.readBytes(one).ok);
    if (path === undefined)
        throw (0,catalogue/* gateError */.em)('image-absent', {
            path: (0,build_text/* showInput */.CM)(named, 120),
            looked: looked.map(one => (0,build_text/* showInput */.CM)(one)),
        });
    return path.endsWith('.toml') ? ofFly(disk, path) : ofDockerfile(disk, path, undefined, [workingDirectory]);
}
/** More than that nobody writes, and following it could take as long as a stranger likes. */
const longestText = 64 * 1024;
/** A text of the repository; undefined where it is none, or not there, or longer than 64 KB. */
function readText(disk, path) {
    const read = disk.readBytes(path);
    const text = read.ok ? (0,build_disk/* decodeText */.g7)(read.value) : undefined;
    return text?.ok === true && text.text.length <= longestText ? text.text : undefined;
}
function ofFly(disk, path) {
    const text = readText(disk, path);
    const read = text === undefined
        ? { ok: false, reason: 'it is no text of 64 KB at most' }
        : readFly(path, text);
    if (!read.ok)
        return { note: unseen(path, read.reason) };
    const { fly } = read;
    // Without one nothing of ours is run in the image.
    if (fly.releaseCommand === undefined)
        return undefined;
    if (fly.elsewhere !== undefined)
        return { note: unseen(path, `its image comes from ${fly.elsewhere}`) };
    const written = fly.dockerfile === undefined ? usual(fly.folder) : [fly.dockerfile];
    const found = written.find(one => disk.readBytes(one).ok);
    if (found === undefined && fly.dockerfile === undefined)
        return undefined;
    return ofDockerfile(disk, found ?? written[0] ?? '', fly, [fly.folder]);
}
function usual(folder) {
    return [folder, '.'].flatMap(one => [external_node_path_.posix.join(one, 'Dockerfile'), external_node_path_.posix.join(one, 'dockerfile')]);
}
function ofDockerfile(disk, path, fly, first) {
    const text = readText(disk, path);
    if (text === undefined)
        return { note: unseen(fly?.path ?? path, `${path} is not there, or no text of 64 KB at most`) };
    const folder = external_node_path_.posix.dirname(path);
    const contexts = fly === undefined ? [folder, ...first, '.'] : [...first, '.', folder];
    return {
        fly,
        dockerfile: { path, text },
        contexts: [...new Set(contexts.map(one => external_node_path_.posix.normalize(one)))],
    };
}
/** A sentence about an image that was not looked into. */
function unseen(path, reason) {
    return `The image of ${(0,build_text/* oneLine */.TN)(path)} was not looked into: ${(0,build_text/* oneLine */.TN)(reason)}.`;
}
function foldersUp(directory) {
    const folders = [];
    for (let at = external_node_path_.posix.normalize(directory).replace(/(.)\/$/, '$1');; at = external_node_path_.posix.dirname(at)) {
        if (at === '..' || at.startsWith('../'))
            return folders;
        folders.push(at);
        if (at === '.' || at === '/')
            return folders;
    }
}

;// CONCATENATED MODULE: ./build/check/image/expand.js
/** Variables of a Dockerfile. Pure. */
/** A word with its variables replaced and its quotes taken off; undefined where a value is not known. */
function expandWord(word, variables, escaping = '\\') {
    let out = '';
    let quote = '';
    for (let at = 0; at < word.length; at++) {
        const char = word[at] ?? '';
        if (char === escaping && quote !== "'")
            out += word[++at] ?? '';
        else if ((char === "'" || char === '"') && (quote === '' || quote === char))
            quote = quote === '' ? char : '';
        else if (char === '$' && quote !== "'") {
            const found = readVariable(word.slice(at));
            if (found === undefined)
                out += char;
            else {
                const value = lookUp(found, variables, escaping);
                if (value === undefined)
                    return undefined;
                out += value;
                at += found.length - 1;
            }
        }
        else
            out += char;
    }
    return out;
}
function readVariable(text) {
    const plain = /^\$(\w+)/.exec(text);
    if (plain !== null)
        return { name: plain[1] ?? '', operator: '', other: '', length: plain[0].length };
    const braces = /^\$\{(\w+)(?:(:?[-+?#%/]+)((?:[^{}]|\$\{[^{}]*\})*))?\}/.exec(text);
    if (braces === null)
        return undefined;
    const [whole, name = '', operator = '', other = ''] = braces;
    return { name, operator, other, length: whole.length };
}
function lookUp({ name, operator, other }, variables, escaping) {
    const value = variables.get(name);
    const known = value !== undefined && (value !== '' || !operator.startsWith(':'));
    if (operator === '')
        return value;
    if (operator === ':-' || operator === '-')
        return known ? value : expandWord(other, variables, escaping);
    const filled = (operator === ':+' || operator === '+') && known;
    return filled ? expandWord(other, variables, escaping) : undefined;
}

;// CONCATENATED MODULE: ./build/check/image/open-stage.js


/** Folders that any base image has. */
const usualFolders = [
    '/',
    '/bin',
    '/etc',
    '/home',
    '/mnt',
    '/opt',
    '/root',
    '/srv',
    '/tmp',
    '/usr',
    '/usr/local',
    '/usr/src',
    '/var',
];
const official = 'almalinux|alpine|amazonlinux|archlinux|bash|buildpack-deps|busybox|caddy|debian|docker|eclipse-temurin|elixir|fedora|gcc|golang|gradle|httpd|maven|nginx|node|oraclelinux|perl|php|postgres|pypy|python|redis|rockylinux|ruby|rust|scratch|swift|ubuntu';
/** Images whose makers know nothing of a user’s project; none of them copies files when it is built upon. */
const publicBase = new RegExp(String.raw `^(?:(?:docker\.io\/)?(?:library\/)?(?:${official})|(?:ghcr\.io|docker\.io)\/astral-sh\/[\w.-]+|astral\/uv|mcr\.microsoft\.com\/.+|public\.ecr\.aws\/docker\/library\/.+|gcr\.io\/distroless\/.+|cgr\.dev\/chainguard\/.+|registry\.access\.redhat\.com\/.+)$`);
/** Begins a stage: as its base left off, where that is a stage of the same file. Pure. */
function openStage({ line, words }, before, globals, escaping) {
    const [written = '', as, name] = words;
    const base = expandWord(written, globals, escaping);
    const known = before.find(stage => base !== undefined && stage.name === base.toLowerCase());
    const own = {
        name: as?.toLowerCase() === 'as' ? name?.toLowerCase() : undefined,
        index: before.length,
        line,
    };
    if (known !== undefined)
        return {
            ...own,
            folder: known.folder,
            files: new Map(known.files),
            folders: new Set(known.folders),
            fogs: [...known.fogs],
            leftOut: new Map(known.leftOut),
            variables: new Map(known.variables),
            entrypointLine: known.entrypointLine,
            lastLine: line,
        };
    const image = base ?? written;
    const fog = { line, text: `FROM ${image}`, below: undefined, removes: false };
    return {
        ...own,
        folder: image === 'scratch' ? '/' : `/(WORKDIR of ${(0,build_text/* oneLine */.TN)(image, 60).replaceAll('/', ' ')})`,
        files: new Map(),
        folders: new Set(usualFolders),
        fogs: isPublic(image) ? [] : [fog],
        leftOut: new Map(),
        variables: new Map(),
        entrypointLine: undefined,
        lastLine: line,
    };
}
/** A tag may come from a variable, a name may not. */
function isPublic(image) {
    const [name = ''] = image.replace(/@.*$/, '').split(/:(?=[^/]*$)/);
    return !name.includes('$') && publicBase.test(name) && !image.includes('onbuild');
}
/** `A=1 B="2 3"` or, as an older form of ENV has it (`single`), `A 1`. Pure. */
function readPairs(text, single = false) {
    const first = single ? /^([^\s=]+)\s+(.*)$/s.exec(text) : null;
    if (first !== null)
        return [[first[1] ?? '', first[2]]];
    const words = text.match(/(?:[^\s"'\\]|\\.|"(?:[^"\\]|\\.)*"|'[^']*')+/g) ?? [];
    return words.map(word => {
        const at = word.indexOf('=');
        return at === -1 ? [word, undefined] : [word.slice(0, at), word.slice(at + 1)];
    });
}

// EXTERNAL MODULE: ./build/engines/alembic/project/words.js
var project_words = __webpack_require__(4223);
;// CONCATENATED MODULE: ./build/check/image/run-step.js


const shells = /^(?:ba|da|a|z)?sh$/;
const movers = /^(?:cp|mv|ln|install|rsync|scp)$/;
const unpackers = /^(?:tar|unzip|git|svn|hg|bsdtar)$/;
/** What a RUN may move, make or take away among a project’s files, as far as its text tells. Pure. */
function readRun(text, folder) {
    let at = folder;
    return splitCommands(text).flatMap(command => {
        const split = (0,project_words/* splitWords */.y)(command);
        if (!split.ok)
            return [{ below: undefined, removes: true }];
        const words = dropPrefixes(split.words);
        if (words[0] === 'cd') {
            at = isPlain(words[1]) ? external_node_path_.posix.resolve(at, words[1] ?? '/') : '?';
            return [];
        }
        return readCommand(words, at);
    });
}
/** The commands of a line or a script of a shell, apart. Quoted separators are kept together as far as a line goes. */
function splitCommands(text) {
    const commands = [];
    let command = '';
    let quote = '';
    for (let at = 0; at < text.length; at++) {
        const char = text[at] ?? '';
        if (char === '\\' && quote !== "'")
            command += char + (text[++at] ?? '');
        else if (quote === '' && /[;&|\n]/.test(char)) {
            commands.push(command);
            command = '';
        }
        else {
            if (quote === char)
                quote = '';
            else if (quote === '' && (char === "'" || char === '"'))
                quote = char;
            command += char;
        }
    }
    return [...commands, command].map(one => one.trim()).filter(one => one !== '' && !one.startsWith('#'));
}
/** The words behind `NAME=value`, `exec`, `env`, `sudo` and the words of a shell’s own. */
function dropPrefixes(words) {
    const first = words.findIndex(word => !/^(?:\w+=.*|exec|env|sudo|time|then|do|else|if|while|!|\{|\()$/s.test(word));
    return first === -1 ? [] : words.slice(first);
}
function readCommand(words, at) {
    const [program = '', ...rest] = words;
    const name = external_node_path_.posix.basename(program);
    const written = writtenBy(name, rest);
    if (written.length > 0)
        return [{ below: placesOf(written, at), removes: false }];
    const operands = rest.filter(word => !word.startsWith('-'));
    if (movers.test(name)) {
        const target = operands.at(-1);
        const steps = [{ below: placesOf([target], at), removes: false }];
        return name === 'mv' ? [...steps, { below: placesOf(operands.slice(0, -1), at), removes: true }] : steps;
    }
    if (/^(?:rm|unlink|rmdir)$/.test(name))
        return [{ below: placesOf(operands, at), removes: true }];
    if (unpackers.test(name)) {
        const into = rest.findIndex(word => /^(?:-C|-d|--directory)$/.test(word));
        return [{ below: placesOf([into === -1 ? '.' : rest[into + 1]], at), removes: false }];
    }
    return runsProject(words) ? [{ below: undefined, removes: false }] : [];
}
/** Files that a redirection or a download names. */
function writtenBy(name, rest) {
    if (name === 'tee' || name === 'touch')
        return rest.filter(word => !word.startsWith('-'));
    return rest.flatMap((word, index) => {
        const [, joined = ''] = /^\d?>{1,2}(.*)$/.exec(word) ?? [];
        const apart = /^\d?>{1,2}$/.test(word) || (/^(?:curl|wget)$/.test(name) && /^-[oO]$/.test(word));
        return [joined, apart ? (rest[index + 1] ?? '') : ''].filter(one => one !== '' && !one.startsWith('/dev/'));
    });
}
/** A script or a task of the project’s own; what an installer from elsewhere does, it does elsewhere. */
function runsProject(words) {
    const [program = '', ...rest] = words;
    if (shells.test(external_node_path_.posix.basename(program)))
        return rest.some(word => !word.startsWith('/') && word !== '-');
    if (/^(?:make|just|task|rake|invoke)$/.test(program) || /^\.{1,2}\//.test(program))
        return true;
    return words.some(word => /^[^/-].*\.(?:sh|py|js|mjs|ts)$/.test(word) && !word.includes('://'));
}
function placesOf(words, at) {
    if (at === '?' || words.length === 0 || !words.every(isPlain))
        return undefined;
    return words.map(word => external_node_path_.posix.resolve(at, word ?? '/'));
}
function isPlain(word) {
    return word !== undefined && !/[$`*?[~{]/.test(word);
}

;// CONCATENATED MODULE: ./build/check/image/stages.js






/** Follows the tracked files through the stages of a Dockerfile. Nothing is built; what was not seen is a fog. Pure. */
function evaluate({ escaping, instructions }, build) {
    const stages = [];
    const globals = new Map();
    for (const instruction of instructions) {
        const stage = stages.at(-1);
        if (instruction.name === 'FROM')
            stages.push(openStage(instruction, stages, globals, escaping));
        else if (instruction.name === 'ARG')
            declare(instruction, stage?.variables ?? globals, stage === undefined ? undefined : globals, build, escaping);
        else if (stage !== undefined)
            step({ stage, stages, build, escaping }, instruction);
    }
    return stages;
}
function step(at, instruction) {
    const { stage, escaping } = at;
    const { name, line, text } = instruction;
    const expand = (word) => expandWord(word, stage.variables, escaping);
    if (name === 'ENV')
        for (const [key, value] of readPairs(text, true))
            stage.variables.set(key, expand(value ?? ''));
    else if (name === 'WORKDIR') {
        const folder = expand(text);
        // Somewhere that nobody knows: a folder of no image, so that what is relative to it still agrees.
        stage.folder =
            folder === undefined
                ? `/(${(0,build_text/* oneLine */.TN)(text, 60).replaceAll('/', ' ')})`
                : external_node_path_.posix.resolve(stage.folder, folder);
        addFolders(stage, stage.folder);
        // What is copied to a relative path goes to the last folder.
        stage.lastLine = instruction.endLine;
    }
    else if (name === 'ENTRYPOINT')
        stage.entrypointLine = text === '[]' ? undefined : line;
    else if (name === 'COPY' || name === 'ADD')
        copy(at, instruction);
    else if (name === 'RUN')
        run(stage, instruction);
}
function declare({ text }, into, globals, { args }, escaping) {
    for (const [name, written] of readPairs(text)) {
        const given = args.get(name) ?? (written === undefined ? globals?.get(name) : expandWord(written, into, escaping));
        into.set(name, given);
    }
}
function run(stage, { line, text, json, words, documents }) {
    const written = json ? words.map(word => `'${word}'`).join(' ') : text;
    const bodies = documents.size > 0 ? [...documents.values()] : [written];
    for (const { below, removes } of bodies.flatMap(body => readRun(body, stage.folder)))
        stage.fogs.push({ line, text: `RUN ${[text, ...documents.values()].join('\n')}`, below, removes });
}
function copy(at, instruction) {
    const { stage, escaping } = at;
    const { line, name, flags, text, documents } = instruction;
    stage.lastLine = instruction.endLine;
    const fog = (below) => stage.fogs.push({ line, text: `${name} ${text}`, below, removes: false });
    const words = instruction.words
        .filter(word => !/^<</.test(word))
        .map(word => expandWord(word, stage.variables, escaping));
    const from = flags.get('from');
    const target = words.at(-1);
    if (target === undefined)
        return void fog(undefined);
    const made = makeCopy(instruction, words.map(word => word ?? ''), stage.folder);
    if (documents.size > 0)
        fog([made.target]);
    if (words.some(word => word === undefined))
        return void fog([made.target]);
    if (made.sources.some(one => isRemote(one) || (name === 'ADD' && isArchive(one))))
        fog([made.target]);
    if (from === undefined)
        copyLocal(at, made);
    else {
        const known = expandWord(from, stage.variables, escaping);
        const source = at.stages.find(one => one.name === known?.toLowerCase() || String(one.index) === known);
        if (source === undefined || source === stage)
            fog([made.target]);
        else
            copyStage(stage, source, made, fog);
    }
}
function copyLocal({ stage, build }, made) {
    for (const { path, inContext, ignoredBy: by } of build.tracked) {
        if (inContext === undefined)
            continue;
        const copied = copyFile(made, inContext, one => stage.folders.has(one));
        if (copied === undefined)
            continue;
        if (by === undefined && !copied.excluded)
            put(stage, copied.to, path, made.line);
        else
            stage.leftOut.set(path, { line: made.line, by });
    }
    addFolders(stage, made.intoFolder ? made.target : external_node_path_.posix.dirname(made.target));
}
/** What was not seen there is not seen here, as far as it is copied. */
function copyStage(stage, source, made, fog) {
    for (const [path, { source: origin, line }] of source.files) {
        const copied = copyFile(made, path.slice(1), one => stage.folders.has(one));
        if (copied === undefined || copied.excluded)
            continue;
        put(stage, copied.to, origin, made.line);
        for (const one of source.fogs.filter(each => each.removes && (each.since ?? each.line) >= line && touches(each, path)))
            stage.fogs.push({ ...one, since: made.line, below: copied.to });
    }
    const roots = made.sources.map(one => external_node_path_.posix.resolve('/', one.replace(/\/?[*?[].*$/, '')));
    if (source.fogs.some(one => !one.removes && meets(one, roots)))
        fog([made.target]);
}
function put(stage, places, source, line) {
    for (const to of places) {
        stage.files.set(to, { source, line });
        addFolders(stage, external_node_path_.posix.dirname(to));
    }
}
function addFolders(stage, folder) {
    for (let at = folder; !stage.folders.has(at); at = external_node_path_.posix.dirname(at))
        stage.folders.add(at);
}
/** Whether what was not seen may have to do with a path. */
function touches({ below }, path) {
    return below === undefined || below.some(one => isWithin(path, one));
}
function meets({ below }, roots) {
    return (below === undefined || below.some(one => roots.some(root => isWithin(one, root) || isWithin(root, one))));
}
function isWithin(path, folder) {
    return path === folder || path.startsWith(folder === '/' ? '/' : `${folder}/`);
}

;// CONCATENATED MODULE: ./build/check/image/context.js






/** The folders from which a Dockerfile can be built: those that hold what it copies by plain names; else the likeliest. */
function findContexts(disk, { dockerfile, contexts }) {
    const sources = readDockerfile(dockerfile.text)
        .instructions.filter(({ name, flags }) => /^(?:COPY|ADD)$/.test(name) && !flags.has('from'))
        .flatMap(({ words }) => words.slice(0, -1))
        .filter(word => !isRemote(word) && !/[*?[$"'\\<]/.test(word));
    const fitting = contexts.filter(context => sources.every(source => isThere(disk, external_node_path_.posix.join(context, source))));
    return fitting.length === 0 ? contexts.slice(0, 1) : fitting;
}
/** Evaluates it with the files that matter; undefined where it has no stage, or not the one that was asked for. */
function evaluateIn(disk, { dockerfile, fly }, context, paths) {
    const ignores = [fly?.ignoreFile, `${dockerfile.path}.dockerignore`, external_node_path_.posix.join(context, '.dockerignore')];
    const ignore = ignores.find(path => path !== undefined && disk.readBytes(path).ok);
    const text = ignore === undefined ? '' : readText(disk, ignore);
    if (text === undefined)
        return { note: unseen(dockerfile.path, `${ignore} is no text of 64 KB at most`) };
    const lines = readIgnore(text);
    const tracked = [...new Set(paths)].map((path) => {
        const inContext = within(context, path);
        return {
            path,
            inContext,
            ignoredBy: inContext === undefined ? undefined : findIgnoring(lines, inContext),
        };
    });
    const stages = evaluate(readDockerfile(dockerfile.text), {
        tracked,
        args: fly?.args ?? new Map(),
    });
    const target = fly?.target?.toLowerCase();
    const stage = target === undefined
        ? stages.at(-1)
        : stages.find(one => one.name === target || String(one.index) === target);
    return stage === undefined ? undefined : { stage, stages, tracked, ignore };
}
function isThere(disk, path) {
    return disk.readBytes(path).ok || disk.listFolder(path).ok;
}
function within(context, path) {
    const relative = external_node_path_.posix.relative(context, path);
    return relative.startsWith('../') || external_node_path_.posix.isAbsolute(path) ? undefined : relative;
}

;// CONCATENATED MODULE: ./build/check/image/image-disk.js

const absent = { ok: false, reason: 'it does not exist', absent: true };
/** The tracked files of an image as a disk whose root is that of the image: what reads a repository reads it, too. */
function openImage({ files, folders }, disk) {
    return {
        readBytes(path) {
            const at = external_node_path_.posix.resolve('/', path);
            const file = files.get(at);
            if (file !== undefined)
                return disk.readBytes(file.source);
            return folders.has(at) ? { ok: false, reason: 'it is a folder', absent: false } : absent;
        },
        listFolder(path) {
            const at = external_node_path_.posix.resolve('/', path);
            if (!folders.has(at))
                return absent;
            const inside = (one) => one !== '/' && external_node_path_.posix.dirname(one) === at;
            const names = [...files.keys()].filter(inside).map(one => external_node_path_.posix.basename(one));
            const below = [...folders].filter(inside).map(one => `${external_node_path_.posix.basename(one)}/`);
            return { ok: true, value: [...names, ...below] };
        },
        realPath(path) {
            const at = external_node_path_.posix.resolve('/', path);
            return files.has(at) || folders.has(at) ? { ok: true, value: at } : absent;
        },
    };
}

;// CONCATENATED MODULE: ./build/check/image/items.js


const mostLabels = 4;
/** Joins files to the highest folder of their kind of which nothing is there. Pure. */
function joinItems(lacks, needs) {
    const lacking = new Set(lacks.map(lack => lack.need.path));
    const items = new Map();
    for (const lack of lacks) {
        const folder = wholeFolder(lack.need, lacking, needs);
        const at = 'at' in lack.cause ? lack.cause.at : undefined;
        const item = folder === undefined ? undefined : ofFolder(folder, lack, at, lacking);
        const made = item ?? {
            path: lack.need.path,
            isFolder: false,
            expected: lack.expected,
            at,
            label: (0,build_text/* oneLine */.TN)(lack.need.path),
        };
        items.set(made.path, made);
    }
    return [...items.values()];
}
/** The first labels, and how many more there are. */
function sayItems(items) {
    const labels = items.slice(0, mostLabels).map(item => item.label);
    return items.length > mostLabels ? [...labels, `${items.length - mostLabels} more`] : labels;
}
function wholeFolder(need, lacking, needs) {
    if (need.folder === undefined || need.folder === '.')
        return undefined;
    const parts = external_node_path_.posix.dirname(need.path).split('/');
    const folders = parts.map((_, index) => parts.slice(0, index + 1).join('/'));
    return folders.find(one => items_isWithin(one, need.folder ?? '') &&
        needs.every(({ path }) => !path.startsWith(`${one}/`) || lacking.has(path)));
}
function items_isWithin(path, folder) {
    return path === folder || path.startsWith(`${folder}/`);
}
/** Undefined where the image has the folder in another shape. */
function ofFolder(folder, { need, expected }, at, lacking) {
    const tail = `/${external_node_path_.posix.relative(folder, need.path)}`;
    if (!expected.endsWith(tail) || at?.endsWith(tail) === false)
        return undefined;
    const files = [...lacking].filter(path => path.startsWith(`${folder}/`)).length;
    return {
        path: folder,
        isFolder: true,
        expected: expected.slice(0, -tail.length) || '/',
        at: at?.slice(0, -tail.length),
        label: `${(0,build_text/* oneLine */.TN)(folder)}/ (${(0,build_text/* count */.U9)(files, 'file')})`,
    };
}

;// CONCATENATED MODULE: ./build/check/image/judge.js




/** One fault for each cause, with the lines to type; and a sentence for what was not seen. Pure. */
function judgeLacks(lacks, scene) {
    const groups = new Map();
    for (const lack of lacks) {
        const key = keyOf(lack.cause);
        groups.set(key, [...(groups.get(key) ?? []), lack]);
    }
    const faults = [];
    const notes = [];
    for (const group of groups.values()) {
        const items = joinItems(group, scene.needs);
        const { cause } = group[0];
        if (cause.kind === 'unseen')
            notes.push(sayUnseen(items, cause.fog, scene));
        else
            faults.push(makeOne(cause, items, scene));
    }
    return { faults, notes };
}
function keyOf(cause) {
    if (cause.kind === 'unseen')
        return `unseen ${cause.fog.line}`;
    if (cause.kind === 'left-out')
        return `left-out ${cause.leftOut.line} ${cause.leftOut.by?.line}`;
    return cause.kind === 'stage' ? `stage ${cause.stage.index}` : cause.kind;
}
function sayUnseen(items, { line, text }, scene) {
    const at = `${(0,build_text/* oneLine */.TN)(scene.dockerfile)}:${line}`;
    return `Whether ${(0,build_text/* joinAnd */.MO)(sayItems(items))} ${items.length === 1 ? 'is' : 'are'} where \`${(0,build_text/* oneLine */.TN)(scene.command, 120)}\` looks was not seen: it depends on ${at} (${(0,build_text/* oneLine */.TN)(text, 80)}).`;
}
function makeOne(cause, items, scene) {
    const { stage } = scene;
    const path = scene.dockerfile;
    const known = { what: sayItems(items), dockerfile: (0,build_text/* oneLine */.TN)(path), command: (0,build_text/* oneLine */.TN)(scene.command, 120) };
    if (cause.kind === 'outside')
        return (0,catalogue/* makeFault */.VI)('image-outside', { ...known, context: (0,build_text/* oneLine */.TN)(scene.context) }, { place: { path, line: stage.line } });
    if (cause.kind === 'elsewhere') {
        const facts = { ...known, ...sayPlaces(items) };
        const line = endFolder(items, scene);
        const foreign = line === undefined ? [] : [{ line: `WORKDIR ${line}` }];
        return (0,catalogue/* makeFault */.VI)('image-elsewhere', facts, { place: { path, line: cause.line }, foreign });
    }
    if (cause.kind === 'stage') {
        const facts = { ...known, stage: sayStage(cause.stage), final: sayStage(stage) };
        const foreign = items.map(item => copyLine(item, item.at ?? item.path, stage, `--from=${sayStage(cause.stage)} `));
        return (0,catalogue/* makeFault */.VI)('image-stage', facts, { place: { path, line: cause.line }, foreign: cut(foreign) });
    }
    if (cause.kind === 'left-out' && cause.leftOut.by !== undefined && scene.ignore !== undefined) {
        const { line, by } = cause.leftOut;
        const facts = { ...known, ignore: (0,build_text/* oneLine */.TN)(scene.ignore), text: (0,build_text/* oneLine */.TN)(by.text, 80), line };
        const foreign = items.map(item => ({ line: `!${inContext(item, scene)}` }));
        return (0,catalogue/* makeFault */.VI)('image-ignored', facts, {
            place: { path: scene.ignore, line: by.line },
            foreign: cut(foreign),
        });
    }
    const line = cause.kind === 'left-out' ? cause.leftOut.line : stage.lastLine;
    const facts = { ...known, folder: sayFolder(scene.folder), line: stage.lastLine };
    const foreign = items.map(item => copyLine(item, inContext(item, scene), stage));
    return (0,catalogue/* makeFault */.VI)('image-missing', facts, { place: { path, line }, foreign: cut(foreign) });
}
/** The COPY that brings it where it is looked for. */
function copyLine({ isFolder, expected }, source, stage, flags = '') {
    const same = external_node_path_.posix.basename(expected) === external_node_path_.posix.basename(source);
    const wanted = isFolder || !same ? expected : external_node_path_.posix.dirname(expected);
    const relative = external_node_path_.posix.relative(stage.folder, wanted);
    const near = relative.startsWith('..') ? wanted : relative || '.';
    const folder = isFolder || same;
    const target = folder && !near.endsWith('/') ? `${near}/` : near;
    const words = [isFolder ? `${source}/` : source, target];
    const written = words.some(word => /\s/.test(word)) ? JSON.stringify(words) : words.join(' ');
    return { line: (0,build_text/* oneLine */.TN)(`COPY ${flags}${written}`) };
}
function inContext({ path }, { context }) {
    return external_node_path_.posix.relative(context, path);
}
function sayPlaces(items) {
    const say = (item, path) => (0,build_text/* oneLine */.TN)(item.isFolder ? `${path}/` : path);
    const shown = items.slice(0, 3);
    return {
        at: shown.map(item => say(item, item.at ?? '')),
        expected: shown.map(item => say(item, item.expected)),
    };
}
/** The WORKDIR with which all would be where it is looked for; undefined where none is. */
function endFolder(items, { stage, folder }) {
    if (stage.folder !== folder)
        return undefined;
    const folders = items.map(({ at = '', expected }) => {
        const tail = external_node_path_.posix.relative(folder, expected);
        return !tail.startsWith('..') && at.endsWith(`/${tail}`)
            ? at.slice(0, -tail.length - 1) || '/'
            : undefined;
    });
    return folders.every(one => one === folders[0]) ? folders[0] : undefined;
}
function sayStage({ name, index }) {
    return name ?? String(index);
}
/** A folder that only the base image knows is not shown as a path. */
function sayFolder(folder) {
    return folder.startsWith('/(') ? 'the folder of the base image' : (0,build_text/* oneLine */.TN)(folder);
}
function cut(lines) {
    return lines.slice(0, 6);
}

;// CONCATENATED MODULE: ./build/check/image/lacks.js

/** What of the needs is not in the stage that the image is made of, each with its cause. Pure. */
function findLacks(needs, places, { stage, stages, tracked }) {
    const outside = new Set(tracked.filter(one => one.inContext === undefined).map(one => one.path));
    return needs.flatMap(need => {
        const expected = places.get(need.path);
        if (expected === undefined)
            return [];
        const cause = findCause(need.path, expected, stage, stages, outside);
        return cause === undefined ? [] : [{ need, expected, cause }];
    });
}
function findCause(path, expected, stage, stages, outside) {
    const there = stage.files.get(expected);
    if (there !== undefined) {
        const fog = stage.fogs.find(one => one.removes && (one.since ?? one.line) >= there.line && touches(one, expected));
        return fog === undefined ? undefined : { kind: 'unseen', fog };
    }
    const fog = stage.fogs.find(one => !one.removes && touches(one, expected));
    if (fog !== undefined)
        return { kind: 'unseen', fog };
    const at = findIn(stage, path);
    if (at !== undefined) {
        // Where the base image’s own folder is, and where an entry point goes, is known to nobody here.
        const hidden = [expected, at.at].some(one => one.startsWith('/('));
        const line = stage.entrypointLine ?? stage.line;
        const text = stage.entrypointLine === undefined ? 'the folder of the base image' : 'ENTRYPOINT';
        if (hidden || stage.entrypointLine !== undefined)
            return { kind: 'unseen', fog: { line, text, below: undefined, removes: false } };
        return { kind: 'elsewhere', ...at };
    }
    if (outside.has(path))
        return { kind: 'outside' };
    const leftOut = stage.leftOut.get(path);
    if (leftOut !== undefined)
        return { kind: 'left-out', leftOut };
    for (const other of stages) {
        const found = other === stage ? undefined : findIn(other, path);
        if (found !== undefined)
            return { kind: 'stage', stage: other, ...found };
    }
    return { kind: 'missing' };
}
function findIn(stage, path) {
    for (const [at, { source, line }] of stage.files)
        if (source === path)
            return { at, line };
    return undefined;
}

// EXTERNAL MODULE: ./build/engines/alembic/project/project.js + 4 modules
var project_project = __webpack_require__(2644);
// EXTERNAL MODULE: ./build/engines/alembic/project/start.js
var project_start = __webpack_require__(8958);
// EXTERNAL MODULE: ./build/engines/alembic/scripts/list-files.js
var list_files = __webpack_require__(1641);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
;// CONCATENATED MODULE: ./build/check/image/needs.js






/** The files that a migration needs; undefined where the project cannot be read, which is said elsewhere. */
function readNeeds(disk, options) {
    if (options.choice.engine === 'sql')
        return readSql(disk, options.choice.directory);
    try {
        return readAlembic(disk, options);
    }
    catch (error) {
        if (!(error instanceof errors/* GateError */.u))
            throw error;
        return undefined;
    }
}
function readSql(disk, directory) {
    const listed = disk.listFolder(directory);
    const names = listed.ok ? listed.value.filter(name => name.endsWith('.sql')).sort() : [];
    const all = names.map((name) => ({ path: external_node_path_.posix.join(directory, name), role: 'revision', folder: directory }));
    return all.length === 0 ? undefined : { all, project: undefined };
}
function readAlembic(disk, { choice, run, alembicConfig }) {
    const project = (0,project_project/* readProject */.W)(disk, (0,project_start/* readStart */.H)({ disk, run, directory: choice.directory, alembicConfig }));
    const { scriptLocation, versionLocations, envPath } = project;
    const [first = ''] = project.files;
    // A pyproject.toml is read where it is there; it is needed where the ini does not say where everything is.
    const alone = /^\s*script_location\s*[=:]/m.test((0,project_start/* isToml */.Z)(first) ? '' : (readText(disk, first) ?? ''));
    const files = alone ? [first] : project.files;
    const within = (path) => path.startsWith(`${scriptLocation}/`);
    const folderOf = (path) => within(path) ? scriptLocation : versionLocations.find(one => path.startsWith(`${one}/`));
    const revisions = (0,list_files/* listScripts */.j)(disk, project).files.map(({ path }) => path);
    return {
        project,
        all: [
            ...files.map((path) => ({ path, role: 'configuration', folder: undefined })),
            { path: envPath, role: 'environment script', folder: scriptLocation },
            ...revisions.map((path) => ({ path, role: 'revision', folder: folderOf(path) })),
        ],
    };
}

;// CONCATENATED MODULE: ./build/check/image/places.js





/** Where each file is looked for; undefined where the migration is another one than ours, as far as can be told. */
function findPlaces(options) {
    const { needs, release } = options;
    const { project } = needs;
    if (project !== undefined)
        return findAlembic(options, project);
    if (release.tool === 'alembic')
        return undefined;
    const usual = external_node_path_.posix.basename(options.directory) === 'migrations' && !options.several;
    if (release.directory === undefined && !usual)
        return undefined;
    const folder = external_node_path_.posix.resolve(release.folder, release.directory ?? 'migrations');
    return new Map(needs.all.map(({ path }) => [path, external_node_path_.posix.join(folder, external_node_path_.posix.basename(path))]));
}
function findAlembic(options, project) {
    const { needs, release, stage, image } = options;
    const folder = external_node_path_.posix.resolve(release.folder, release.directory ?? '.');
    const start = readImageStart(options, folder);
    const own = needs.all.find(need => need.role === 'configuration')?.path;
    if (start === undefined || own === undefined)
        return undefined;
    const name = start.config.find(one => (0,project_start/* isToml */.Z)(one) === (0,project_start/* isToml */.Z)(own)) ?? ((0,project_start/* isToml */.Z)(own) ? 'pyproject.toml' : 'alembic.ini');
    const config = external_node_path_.posix.resolve(folder, name);
    const there = stage.files.get(config);
    const ours = there === undefined ? isOurs(options, own, name) : project.files.includes(there.source);
    if (!ours)
        return undefined;
    const inImage = there === undefined ? undefined : readInImage(image, start);
    return new Map(needs.all.map(need => [need.path, placeOf(need, { own, config, project, inImage })]));
}
function readImageStart({ release, stage, image, alembicConfig }, folder) {
    const variable = release.alembicConfig ?? alembicConfig ?? stage.variables.get('ALEMBIC_CONFIG');
    const run = release.argv.map(shell_word/* quoteWord */.X).join(' ');
    try {
        return (0,project_start/* readStart */.H)({ disk: image, run, directory: folder.slice(1) || '.', alembicConfig: variable });
    }
    catch (error) {
        if (error instanceof errors/* GateError */.u)
            return undefined;
        throw error;
    }
}
/** Of a configuration that is not there only its name tells whose it is. */
function isOurs({ several, release, directory }, own, name) {
    if (external_node_path_.posix.basename(own) !== external_node_path_.posix.basename(name))
        return false;
    const named = name.includes('/') || release.directory !== undefined;
    if (external_node_path_.posix.isAbsolute(name))
        return !several;
    const written = external_node_path_.posix.join(release.directory ?? '.', name);
    return named ? `/${own}`.endsWith(`/${written}`) : !several || directory === '.';
}
function readInImage(image, start) {
    try {
        return (0,project_project/* readProject */.W)(image, start);
    }
    catch (error) {
        if (error instanceof errors/* GateError */.u)
            return undefined;
        throw error;
    }
}
/** As the configuration in the image says; where it is not there, beside it as in the repository. */
function placeOf({ path, role }, { own, config, project, inImage }) {
    if (path === own)
        return config;
    if (inImage !== undefined && role === 'environment script')
        return external_node_path_.posix.resolve('/', inImage.envPath);
    if (inImage !== undefined && role === 'revision') {
        const index = project.versionLocations.findIndex(one => path.startsWith(`${one}/`));
        const [from, to] = [project.versionLocations[index], inImage.versionLocations[index]];
        if (from !== undefined && to !== undefined)
            return external_node_path_.posix.resolve('/', to, external_node_path_.posix.relative(from, path));
    }
    return external_node_path_.posix.join(external_node_path_.posix.dirname(config), external_node_path_.posix.relative(external_node_path_.posix.dirname(own), path));
}

;// CONCATENATED MODULE: ./build/check/image/release.js



/** Reads a command line as Fly splits it, without a shell. Pure. */
function readCommandLine(line, folder) {
    const split = (0,project_words/* splitWords */.y)(line);
    return split.ok ? readWords(split.words, folder) : { unseen: split.reason };
}
/** Reads the lines of a shell script up to the first migration. `self`: its own path in the image. Pure. */
function readShell(text, folder, self) {
    let at = folder;
    for (const command of splitCommands(text.replace(/\\\r?\n/g, ' ').replace(/^\s*#.*$/gm, ''))) {
        const split = (0,project_words/* splitWords */.y)(command);
        const words = split.ok ? dropPrefixes(split.words) : [];
        if (words[0] === 'cd')
            at = changeFolder(words[1], at, self, command);
        else {
            const found = split.ok ? readWords(split.words, at ?? '/') : undefined;
            if (found === undefined)
                continue;
            return at === undefined ? { unseen: 'where its `cd` leads' } : found;
        }
    }
    return undefined;
}
function changeFolder(to, at, self, command) {
    const own = /\$\(dirname [^)]*\)(\/[\w./-]*)?/.exec(command);
    if (own !== null)
        return self === undefined ? undefined : external_node_path_.posix.join(external_node_path_.posix.dirname(self), own[1] ?? '');
    if (to === undefined || /[$`~]/.test(to))
        return undefined;
    if (at === undefined && !to.startsWith('/'))
        return undefined;
    return external_node_path_.posix.resolve(at ?? '/', to);
}
function readWords(given, folder) {
    const words = dropPrefixes(given);
    const before = given.slice(0, given.length - words.length);
    const program = words[0] ?? '';
    if (/^(?:ba|da|a|z)?sh$/.test(external_node_path_.posix.basename(program))) {
        const flag = words.findIndex(word => /^-\w*c$/.test(word));
        if (flag !== -1)
            return readShell(words[flag + 1] ?? '', folder, undefined);
        const script = words.slice(1).find(word => !word.startsWith('-'));
        return script === undefined ? undefined : { script };
    }
    const at = words.findIndex(word => /^alembic(?:\.exe)?$/.test(external_node_path_.posix.basename(word)));
    if (at !== -1)
        return { release: ofAlembic(words, at, folder, before) };
    const gate = words.findIndex(word => /^migration-gate(?:\.[cm]?js)?$/.test(external_node_path_.posix.basename(word)));
    if (gate !== -1)
        return { release: ofGate(words.slice(gate + 1), folder) };
    return /\.(?:ba)?sh$/.test(program) || /^\.{0,2}\/[^.]+$/.test(program) ? { script: program } : undefined;
}
function ofAlembic(words, at, folder, before) {
    const starter = words.slice(0, at);
    const moved = optionOf(starter, external_node_path_.posix.basename(starter[0] ?? '') === 'poetry' ? ['--directory', '-C'] : ['--directory']);
    const variable = before.find(word => word.startsWith('ALEMBIC_CONFIG='));
    return {
        tool: 'alembic',
        folder: external_node_path_.posix.resolve(folder, moved ?? '.'),
        argv: ['alembic', ...ownOptions(words.slice(at + 1))],
        directory: undefined,
        alembicConfig: variable?.slice('ALEMBIC_CONFIG='.length),
    };
}
/** Alembic’s options stand before its sub-command. */
function ownOptions(words) {
    let at = 0;
    while (words[at]?.startsWith('-') === true)
        at += /^(?:-[cnx]|--config|--name)$/.test(words[at] ?? '') ? 2 : 1;
    return words.slice(0, at);
}
function ofGate(words, folder) {
    const working = optionOf(words, ['--working-directory']);
    const directory = optionOf(words, ['--directory']);
    return {
        tool: 'migration-gate',
        folder: external_node_path_.posix.resolve(folder, working ?? '.'),
        argv: ['alembic'],
        directory,
        alembicConfig: undefined,
    };
}
function optionOf(words, names) {
    for (const name of names) {
        const at = words.indexOf(name);
        if (at !== -1)
            return words[at + 1];
        const joined = words.find(word => word.startsWith(`${name}=`));
        if (joined !== undefined)
            return joined.slice(name.length + 1);
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/check/image/script.js



/** The script that a command runs, by the end of its path in the image; undefined: none, or it is not in the repository. */
function findScript(disk, context, command) {
    const reading = readCommandLine(command, '/');
    if (reading === undefined || !('script' in reading))
        return undefined;
    const written = reading.script;
    const parts = external_node_path_.posix
        .normalize(written)
        .split('/')
        .filter(part => part !== '' && part !== '..');
    for (const index of parts.keys()) {
        const path = external_node_path_.posix.join(context, ...parts.slice(index));
        const text = readText(disk, path);
        if (text !== undefined)
            return { path, text, written };
    }
    return undefined;
}
/** What a command starts in a folder of the image, its script read. Pure. */
function readStarted(command, folder, script) {
    if (script === undefined)
        return readCommandLine(command, folder);
    return readShell(script.text, folder, scriptPlace(script, folder));
}
/** Where a script is looked for in the image. */
function scriptPlace({ written }, folder) {
    return external_node_path_.posix.resolve(folder, written);
}

;// CONCATENATED MODULE: ./build/check/image/image.js










const nothing = { findings: [], notes: [] };
const rulesOf = {
    'image-missing': 'not-in-image',
    'image-outside': 'not-in-image',
    'image-ignored': 'dockerignored',
    'image-elsewhere': 'elsewhere-in-image',
    'image-stage': 'other-stage',
};
/**
 * Whether an image, as its Dockerfile and .dockerignore describe it, holds what the release command needs. Nothing is
 * built. Throws GateError `image-absent`.
 */
function checkImage(disk, options) {
    const found = findImage(disk, options);
    if (found === undefined)
        return nothing;
    if ('note' in found)
        return { findings: [], notes: [found.note] };
    const needs = readNeeds(disk, options);
    if (needs === undefined)
        return nothing;
    const looks = findContexts(disk, found).map(context => look({ disk, found, context, needs, options }));
    const [first = nothing] = looks;
    // Where it is built from is not written down: what holds from one folder only is not said.
    return looks.find(one => one.findings.length === 0) ?? first;
}
/** A command that is run in the image; for a Dockerfile that was named, the tool of the engine. */
function commandOf({ found, options }) {
    const usual = options.choice.engine === 'sql' ? 'migration-gate upgrade' : 'alembic upgrade head';
    return found.fly?.releaseCommand ?? usual;
}
function look(at) {
    const { disk, found, context } = at;
    const command = commandOf(at);
    const script = findScript(disk, context, command);
    const needs = [
        ...at.needs.all,
        ...(script === undefined ? [] : [{ path: script.path, role: 'script', folder: undefined }]),
    ];
    const paths = [...needs.map(need => need.path), ...(at.needs.project?.files ?? [])];
    const evaluated = evaluateIn(disk, found, context, paths);
    if (evaluated === undefined)
        return nothing;
    if ('note' in evaluated)
        return { findings: [], notes: [evaluated.note] };
    const reading = readStarted(command, evaluated.stage.folder, script);
    if (reading === undefined)
        return nothing;
    if (!('release' in reading))
        return { findings: [], notes: [image_sayUnseen(reading, found, command)] };
    const { stage, ignore } = evaluated;
    const { release } = reading;
    const places = image_placesOf(at, stage, release);
    if (places === undefined)
        return nothing;
    if (script !== undefined)
        places.set(script.path, scriptPlace(script, stage.folder));
    const scene = {
        dockerfile: found.dockerfile.path,
        context,
        ignore,
        stage,
        command,
        folder: release.folder,
        needs,
    };
    const { faults, notes } = judgeLacks(findLacks(needs, places, evaluated), scene);
    const lacking = faults.map((fault) => ({ rule: rulesOf[fault.id] ?? 'not-in-image', level: 'error', fault }));
    return { findings: [...lacking, ...scriptFindings(found, script, release)], notes };
}
function image_placesOf({ disk, found, needs, options }, stage, release) {
    const { several, choice } = options;
    const image = openImage(stage, disk);
    const alembicConfig = found.fly?.environment.get('ALEMBIC_CONFIG');
    return findPlaces({ needs, release, stage, image, alembicConfig, directory: choice.directory, several });
}
function image_sayUnseen(reading, { fly, dockerfile }, command) {
    const what = 'script' in reading ? `${reading.script} is not in the repository` : reading.unseen;
    const path = fly?.path ?? dockerfile.path;
    return `What \`${(0,build_text/* oneLine */.TN)(command, 120)}\` of ${(0,build_text/* oneLine */.TN)(path)} starts was not seen: ${(0,build_text/* oneLine */.TN)(what, 120)}.`;
}
/** Between a deploy and its migration a script is one more thing that can fail. */
function scriptFindings({ fly }, script, { argv, tool }) {
    if (script === undefined || fly === undefined)
        return [];
    const command = tool === 'alembic' ? [...argv, 'upgrade', 'head'].join(' ') : 'migration-gate upgrade';
    const facts = { script: (0,build_text/* oneLine */.TN)(script.path), command: (0,build_text/* oneLine */.TN)(command, 120) };
    const place = { path: fly.path, line: fly.releaseLine };
    return [{ rule: 'release-script', level: 'warning', fault: (0,catalogue/* makeFault */.VI)('image-script', facts, { place }) }];
}

// EXTERNAL MODULE: ./build/engines/alembic/graph/graph.js + 4 modules
var graph_graph = __webpack_require__(2994);
// EXTERNAL MODULE: ./build/engines/alembic/scripts/script-file.js + 3 modules
var script_file = __webpack_require__(1984);
// EXTERNAL MODULE: ./build/engines/alembic/scripts/scripts.js
var scripts_scripts = __webpack_require__(4599);
// EXTERNAL MODULE: ./build/engines/alembic/scripts/source.js
var scripts_source = __webpack_require__(6038);
// EXTERNAL MODULE: ./build/engines/alembic/type-alembic.js
var type_alembic = __webpack_require__(5860);
;// CONCATENATED MODULE: ./build/check/read/lazy.js
/** A revision whose parts are read when they are asked for, once. Copying it with `...` would read them. */
function readLazily(known, read) {
    let parts;
    const get = () => {
        parts ??= read();
        return parts;
    };
    return {
        ...known,
        get up() {
            return get().up;
        },
        get down() {
            return get().down;
        },
        get rest() {
            return get().rest;
        },
        get line() {
            return get().line;
        },
    };
}

// EXTERNAL MODULE: ./build/engines/alembic/scripts/tokens.js
var tokens = __webpack_require__(4301);
;// CONCATENATED MODULE: ./build/check/read/python.js

/**
 * Cuts a Python file, its line ends LF, into logical lines. Comments, docstrings, blank lines and the width of an
 * indentation are not in their code; its depth is. Undefined where it is no Python. Pure.
 */
function readCode(text) {
    const read = (0,tokens/* tokenize */.q)(text);
    if (!read.ok)
        return undefined;
    const lines = text.split('\n');
    const code = { up: [], down: [], rest: [], line: 1 };
    let into = 'rest';
    let indents = [];
    for (const line of read.lines) {
        const [first] = line.tokens;
        if (first === undefined)
            continue;
        const width = line.indented ? (/^[ \t]*/.exec(lines[first.line - 1] ?? '')?.[0].length ?? 0) : 0;
        indents = [...indents.filter(one => one < width), width];
        if (!line.indented)
            into = wayOf(line);
        const body = into === 'rest' || line.indented ? line.tokens : afterColon(line.tokens);
        if (!line.indented && into === 'up')
            code.line = first.line;
        if (!python_isIdle(body))
            code[into].push(pieceOf(body, indents.length - 1, lines));
    }
    code.down = saysNo(code.down) ? [] : code.down;
    return code;
}
function wayOf({ tokens }) {
    const [def, name] = tokens[0]?.text === 'async' ? tokens.slice(1) : tokens;
    if (def?.text !== 'def')
        return 'rest';
    return name?.text === 'upgrade' ? 'up' : name?.text === 'downgrade' ? 'down' : 'rest';
}
/** What stands behind the colon of `def upgrade():`; the header itself is no statement. */
function afterColon(tokens) {
    const colon = tokens.findIndex(token => token.text === ':' && token.depth === 0);
    return colon === -1 ? [] : tokens.slice(colon + 1);
}
/** `pass`, `...`, a text by itself and a bare return do nothing. */
function python_isIdle(tokens) {
    const said = tokens.map(token => token.text).join(' ');
    return tokens.every(token => token.kind === 'string') || /^(?:pass|\.\.\.|return(?: None)?) ?;?$/.test(said);
}
function saysNo(down) {
    return down.length === 1 && /^\d+ raise\b/.test(down[0]?.code ?? '');
}
function pieceOf(tokens, depth, lines) {
    const line = tokens[0]?.line ?? 1;
    const last = tokens.at(-1)?.line ?? line;
    return {
        code: `${depth} ${tokens.map(normalise).join(' ')}`,
        text: lines
            .slice(line - 1, last)
            .map(one => one.trim())
            .join(' '),
        line,
    };
}
/** Formatters change the quotes. */
function normalise({ kind, text }) {
    return kind === 'string' ? text.replace(/^'([^'"\\\n]*)'$/, '"$1"') : text;
}

;// CONCATENATED MODULE: ./build/check/read/alembic.js













/** Reads an Alembic project without Python. One that cannot be read is a fault of the side. Never throws a GateError. */
function readAlembicSide(options) {
    try {
        const project = (0,project_project/* readProject */.W)(options.disk, (0,project_start/* readStart */.H)(options));
        const { scripts, unreadable, faults } = (0,scripts_scripts/* readScripts */.b)(options.disk, project);
        const unread = unreadable.map(({ place, why }) => ({ path: place.path, line: place.line, reason: why }));
        const blind = unread.flatMap(({ path }) => {
            const bytes = options.disk.readBytes(path);
            const source = bytes.ok ? (0,scripts_source/* decodeSource */.E)(bytes.value) : undefined;
            return source?.ok
                ? [guarded({ id: path, key: `file ${path}`, path, text: source.text, merge: false })]
                : [];
        });
        return { revisions: [...scripts.map(ofScript), ...blind], faults, unread };
    }
    catch (error) {
        if (!(error instanceof errors/* GateError */.u))
            throw error;
        return { revisions: [], faults: [error.fault, ...error.others], unread: [] };
    }
}
function ofScript(script) {
    const { id, path, text } = script;
    return Object.assign(guarded({ id, key: id, path, text, merge: script.down.length > 1 }), { script });
}
function guarded(known) {
    const text = known.text.replace(/\r\n?/g, '\n');
    // What is no Python is a fault of its own; as text it is still compared.
    const whole = () => ({
        up: [{ code: text, text: (0,build_text/* oneLine */.TN)(text, 200), line: 1 }],
        down: [],
        rest: [],
        line: 1,
    });
    const bare = { ...known, text, version: undefined, checksum: undefined };
    return readLazily(bare, () => readCode(text) ?? whole());
}
const graphRules = {
    'alembic-duplicate': 'duplicate',
    'alembic-parent-missing': 'missing-parent',
    'alembic-cycle': 'cycle',
};
/**
 * What Alembic would refuse: duplicates, missing parents, circles, more than one head where one is wanted, and of the new
 * files those that brackets and strings show to be no Python.
 */
function judgeGraph(merged, added, { target, blind, files, here, tipName }) {
    const graph = (0,graph_graph/* makeGraph */.f)(merged.flatMap(one => one.script ?? []));
    // Old ones have run.
    const young = merged.flatMap(({ path, script }) => (added.has(path) && script ? [script] : []));
    const found = [...graph.faults, ...young.flatMap(script => (0,script_file/* checkScript */.wN)(script) ?? [])].map((fault) => ({ rule: graphRules[fault.id] ?? 'file-fault', level: 'error', fault }));
    if (blind)
        return found.filter(({ rule }) => rule !== 'missing-parent');
    if (found.length > 0 || graph.heads.length < 2 || target === 'heads')
        return found;
    const heads = graph.heads.map(head => (0,build_text/* oneLine */.TN)(head.id, 80));
    const blamed = graph.heads.find(head => added.has(head.path)) ?? graph.heads.at(-1);
    const ids = graph.heads.map(head => head.id);
    const merge = (0,type_alembic/* typeMerge */.z)((0,project_start/* readStart */.H)(files), ids);
    // Alembic joins only what it has files of.
    const foreign = ids.every(id => here.has(id))
        ? merge
        : [
            { line: `git merge ${(0,shell_word/* quoteWord */.X)(tipName)}` },
            ...merge.map(({ line }) => ({ line, when: `${tipName} is merged` })),
        ];
    const place = blamed === undefined ? {} : { place: { path: blamed.path, line: blamed.downLine } };
    const fault = (0,catalogue/* makeFault */.VI)('multiple-heads', { target: 'head', heads }, { ...place, foreign });
    return [{ rule: 'multiple-heads', level: 'error', fault, ...(blamed && { revision: blamed.id }) }];
}

// EXTERNAL MODULE: ./build/engines/choose.js
var choose = __webpack_require__(1511);
// EXTERNAL MODULE: ./build/settings/config.js
var config = __webpack_require__(3660);
;// CONCATENATED MODULE: ./build/check/guard/weaker.js






const rank = { off: 0, warning: 1, error: 2 };
/** One sentence where a change makes less of rules than what is merged does; they hold as the change has them. Pure. */
function sayWeaker(before, after, target) {
    const weaker = Object.entries({
        ...ruleLevels,
        ...lintLevels,
        ...evidenceLevels,
        ...rehearsal_levels/* rehearsalLevels */.H,
        ...levels/* driftLevels */.T,
    }).flatMap(([rule, usual]) => {
        if (fixedRules.includes(rule))
            return [];
        const [from, to] = [before, after].map(levels => Object.hasOwn(levels, rule) ? levels[rule] : usual);
        return rank[to] < rank[from] ? [`\`${rule}\` is ${to}, and ${from} in ${(0,build_text/* oneLine */.TN)(target, 80)}`] : [];
    });
    return weaker.length === 0 ? [] : [`This change makes less of its own check: ${weaker.join('; ')}.`];
}

;// CONCATENATED MODULE: ./build/check/read/earlier.js






/**
 * The settings of a database where a change starts. A change may move a folder and its setting together, or switch a rule
 * off: the folder is then the one of the earlier config file, and both are said. Throws CannotCompare.
 */
async function readEarlierSettings(options, tree, target) {
    const { database, rules } = options;
    const found = await tree.read(disk => findConfig(disk, options.configPaths));
    if (found === undefined)
        return { database, notes: sayWeaker({}, rules, target) };
    const { path, text } = found;
    const config = text === undefined ? undefined : await earlier_parse(text, path);
    if (config === undefined) {
        const fault = `${(0,build_text/* oneLine */.TN)(path)} cannot be read as it is in ${target}`;
        return {
            database,
            notes: [`${fault}: its rules and folders are not compared with those of this change.`],
        };
    }
    const notes = sayWeaker(config.rules ?? {}, rules, target);
    const given = ofDatabase(config, database);
    if (given === undefined)
        return { database, notes: [...notes, ...sayReplaced(config, options, path, target)] };
    return { database: settled(given, options), notes };
}
function findConfig(disk, paths) {
    for (const path of paths) {
        const read = disk.readBytes(path);
        if (!read.ok && read.absent)
            continue;
        const decoded = read.ok ? (0,build_disk/* decodeText */.g7)(read.value) : read;
        return decoded.ok ? { path, text: decoded.text } : { path };
    }
    return undefined;
}
async function earlier_parse(text, path) {
    try {
        return await (0,config/* readConfig */.X)(text, path);
    }
    catch (error) {
        if (error instanceof errors/* GateError */.u)
            return undefined;
        throw error;
    }
}
/** By its name, else by its variable: a database may be given another name. */
function ofDatabase({ databases }, { name, url }) {
    if (Object.hasOwn(databases, name))
        return databases[name];
    return Object.values(databases).find(one => one.url === url.variable);
}
function settled(given, { database, workingDirectory }) {
    const { engine, directory, run } = given;
    return {
        ...database,
        engine: engine ?? database.engine,
        directory: directory === undefined ? database.directory : external_node_path_.posix.join(workingDirectory, directory),
        run: run ?? database.run,
    };
}
/** A database that is new beside one that is gone may be the same. */
function sayReplaced(config, options, path, target) {
    const gone = Object.entries(config.databases).filter(([, one]) => !options.urlVariables.includes(one.url));
    if (gone.length === 0)
        return [];
    const names = gone.map(([name]) => (0,build_text/* oneLine */.TN)(name, 60)).join(', ');
    const { name } = options.database;
    return [
        `${(0,build_text/* oneLine */.TN)(path)} of ${target} has ${names}, which is gone, and not ${(0,build_text/* oneLine */.TN)(name, 60)}: if that is the same database, its revisions were not compared.`,
    ];
}

;// CONCATENATED MODULE: ./build/check/read/moved.js

/**
 * Folders in which an earlier commit has files that are named like ours. `names` are paths below our own folder:
 * `0001_a.sql`, `alembic/versions/9c1e_a.py`.
 */
function findFolders(disk, names) {
    const byName = new Map();
    for (const name of names)
        byName.set(external_node_path_.posix.basename(name), [...(byName.get(external_node_path_.posix.basename(name)) ?? []), name]);
    const folders = new Map();
    for (const path of filesBelow(disk, '.', new Set())) {
        for (const name of byName.get(external_node_path_.posix.basename(path)) ?? []) {
            if (path !== name && !path.endsWith(`/${name}`))
                continue;
            const folder = external_node_path_.posix.normalize(path.slice(0, path.length - name.length) || '.').replace(/(.)\/$/, '$1');
            const there = folders.get(folder);
            if (there === undefined)
                folders.set(folder, [path]);
            else
                there.push(path);
        }
    }
    return folders;
}
/** The folder of which most is gone: it was moved. Undefined: every one is where it was. */
function pickMoved(folders, now) {
    const gone = [...folders].map(([folder, paths]) => [folder, paths.filter(path => !now.realPath(path).ok).length]);
    const [most] = gone.filter(([, count]) => count > 0).sort(([, one], [, other]) => other - one);
    return most?.[0];
}
/** Each folder once, whatever links lead to it. */
function* filesBelow(disk, folder, seen) {
    const real = disk.realPath(folder);
    const listed = disk.listFolder(folder);
    if (!real.ok || !listed.ok || seen.has(real.value))
        return;
    seen.add(real.value);
    for (const name of listed.value) {
        const path = external_node_path_.posix.join(folder, name);
        if (name.endsWith('/'))
            yield* filesBelow(disk, path.slice(0, -1), seen);
        else
            yield path;
    }
}

// EXTERNAL MODULE: ./build/engines/sql/revisions.js + 1 modules
var sql_revisions = __webpack_require__(2160);
// EXTERNAL MODULE: ./build/engines/sql/text/refusals.js
var refusals = __webpack_require__(326);
// EXTERNAL MODULE: ./build/engines/sql/text/statements.js
var statements = __webpack_require__(9957);
// EXTERNAL MODULE: ./build/engines/sql/text/words.js
var text_words = __webpack_require__(1218);
;// CONCATENATED MODULE: ./build/check/read/sql.js









/** Reads the SQL revisions of a folder. A folder without any is a fault of the side. Never throws a GateError. */
function readSqlSide(disk, folder) {
    try {
        const { revisions, faults } = (0,sql_revisions/* readRevisions */.p2)(disk, folder);
        const refusals = (paths) => revisions.filter(one => paths.has(one.path)).flatMap(refusalsOf);
        const guardedOnes = revisions.map(one => sql_guarded(one, disk));
        return { revisions: guardedOnes, faults: [...faults, ...namedInBytes(guardedOnes)], unread: [], refusals };
    }
    catch (error) {
        if (!(error instanceof errors/* GateError */.u))
            throw error;
        return { revisions: [], faults: [error.fault, ...error.others], unread: [] };
    }
}
/** git reads a file by what it is, and a run by its name: one whose bytes are no UTF-8 it does not find. */
function namedInBytes(revisions) {
    const named = revisions.filter(one => one.path.includes('\ufffd'));
    return named.map(({ path }) => (0,catalogue/* makeFault */.VI)('revision-unreadable', { path: (0,build_text/* oneLine */.TN)(path), reason: 'its name is not UTF-8' }, { place: { path } }));
}
function refusalsOf(revision) {
    const { path, down } = revision;
    const { faults } = (0,sql_revisions/* readStatements */.bA)(revision);
    if (down === undefined)
        return faults;
    const around = { path, direction: 'down', transaction: down.transaction };
    return [...faults, ...(0,refusals/* findRefusals */.N)(statementsOf(down, path), around)];
}
function sql_guarded(revision, disk) {
    const { id, version, path, checksum, up, down } = revision;
    const bytes = disk.readBytes(path);
    const decoded = bytes.ok ? (0,build_disk/* decodeText */.g7)(bytes.value) : bytes;
    const own = decoded.ok ? decoded.text : '';
    // The way down may have a file of its own.
    const whole = down === undefined || own.includes(down.text) ? own : `${own}\n${down.text}`;
    const text = whole.replaceAll('\r\n', '\n');
    return readLazily({ id, key: String(version), version, path, text, checksum, merge: false }, () => ({
        up: piecesOf(up, path),
        down: down === undefined ? [] : piecesOf(down, path),
        rest: sql_optionOf(up),
        line: up.startLine === 1 ? 1 : up.startLine - 1,
    }));
}
function piecesOf(section, path) {
    return statementsOf(section, path).map(({ text, line, column }) => ({
        code: (0,text_words/* readWords */.ux)(text).join(' '),
        text,
        line,
        column,
    }));
}
/** A statement that never ends was told with the file’s other faults. */
function statementsOf({ text, startLine }, path) {
    try {
        return (0,statements/* splitStatements */.Xd)(text, { path, line: startLine });
    }
    catch (error) {
        if (error instanceof errors/* GateError */.u)
            return [];
        throw error;
    }
}
function sql_optionOf({ transaction, startLine }) {
    if (transaction)
        return [];
    return [{ code: 'transaction:false', text: '-- migrate:up transaction:false', line: startLine - 1 }];
}

;// CONCATENATED MODULE: ./build/check/read/sides.js








/** Reads the revisions of all commits of a comparison, or of the files as they lie. Throws CannotCompare. */
async function readSides(options, sides) {
    const { choice, disk } = options;
    const onHead = (work) => sides?.head === undefined ? Promise.resolve(work(disk)) : sides.head.read(work);
    const head = await onHead(at => readSide(options, choice, at));
    if (sides === undefined)
        return { base: undefined, tip: sides_nothing, head, notes: [] };
    const earlier = await findEarlier(options, sides, head, onHead);
    const read = (tree) => tree.read(at => readEarlier(earlier.options, at).side);
    const base = earlier.base ?? (await read(sides.base));
    const tip = sides.tip === sides.base ? base : await read(sides.tip);
    return { base, tip, head, notes: earlier.notes, directory: earlier.directory };
}
/** Where the revisions were from which a change starts: by the settings there, else where files of their names are gone. */
async function findEarlier(options, { base, target }, head, onHead) {
    const { choice } = options;
    const settings = await readEarlierSettings(options, base, target);
    const there = { ...options, database: settings.database };
    const { side, engine, directory } = await base.read(at => readEarlier(there, at));
    const notes = [...settings.notes];
    if (engine !== undefined && engine !== choice.engine)
        notes.push(`The engine is ${choice.engine} here and ${engine} in ${target}: nothing was compared.`);
    else if (directory !== undefined && directory !== choice.directory)
        notes.push(sayMoved(directory));
    if (side.revisions.length + side.faults.filter(isFault).length > 0 || head.revisions.length === 0)
        return { options: there, base: side, directory, notes };
    const names = head.revisions.map(one => external_node_path_.posix.relative(choice.directory, one.path));
    const folders = await base.read(at => findFolders(at, names));
    const moved = await onHead(at => pickMoved(folders, at));
    if (moved === undefined)
        return { options: there, base: side, directory, notes };
    const database = { ...options.database, engine: choice.engine, directory: moved };
    return { options: { ...options, database }, directory: moved, notes: [...settings.notes, sayMoved(moved)] };
    function sayMoved(from) {
        const [old, young] = [from, choice.directory].map(folder => (0,build_text/* oneLine */.TN)(folder));
        return `The revisions are in ${young} here and in ${old} in ${target}: the two were compared.`;
    }
}
function readSide({ database, alembicConfig }, choice, disk) {
    const { directory } = choice;
    return choice.engine === 'alembic'
        ? readAlembicSide({ disk, directory, run: database.run, alembicConfig })
        : readSqlSide(disk, directory);
}
const sides_nothing = { revisions: [], faults: [], unread: [] };
/** An earlier commit may have had no revisions yet, or those of another engine: then there is nothing to hold on to. */
function readEarlier(options, disk) {
    try {
        const choice = (0,choose/* chooseEngine */.m)(options.database, options.workingDirectory, disk);
        if (choice.engine !== options.choice.engine)
            return { side: sides_nothing, ...choice };
        const side = readSide(options, choice, disk);
        return side.revisions.length === 0 ? { side } : { side, ...choice };
    }
    catch (error) {
        if (!(error instanceof errors/* GateError */.u))
            throw error;
        return { side: sides_nothing };
    }
}
const nothingThere = ['no-revisions', 'alembic-no-scripts', 'alembic-config-absent'];
/** A fault of files that are there, not that there are none. */
function isFault({ id }) {
    return !nothingThere.includes(id);
}

// EXTERNAL MODULE: ./build/settings/find-file.js
var find_file = __webpack_require__(7392);
// EXTERNAL MODULE: ./build/catalogue/entry.js
var entry = __webpack_require__(4302);
;// CONCATENATED MODULE: ./build/catalogue/evidence.js

const example = {
    statement: 'alter table orders add column mail email',
    on: 'orders',
    seen: 'it held ACCESS EXCLUSIVE on orders for 12 ms and wrote it anew',
    live: 'nobody can read or write orders',
    server: 'Postgres 16.4',
    size: 'orders has 41 million rows, 12 GB in production (stats of 2026-11-20).',
    allow: '`-- gate: allow rehearsed-rewrite because <reason>`',
};
const said = ({ statement, seen, live, server, size }) => `${statement === '' ? 'What this revision does besides DDL' : `\`${statement.replaceAll('`', "'")}\``}, rehearsed on ${server}: ${seen}. The more rows there are, the longer: ${live} meanwhile.${size === '' ? '' : ` ${size}`}`;
/** What a rehearsal showed of a statement, where the text says nothing of it. */
const evidenceEntries = {
    'rehearsed-rewrite': (0,entry/* entry */.f)({
        exit: 1,
        says: said,
        cure: ({ on, allow }) => `Leave the rows of ${on} where they lie: add what is new as a nullable column without a default (or as a table of its own), fill it in batches in the next revision, and let a new version use it. Where the table is small: ${allow}.`,
        example,
    }),
    'rehearsed-scan': (0,entry/* entry */.f)({
        exit: 1,
        says: said,
        cure: ({ on, allow }) => `Read ${on} while others can write: constraints first as NOT VALID and validated in the next revision, indexes CONCURRENTLY, rows changed in a revision of their own that locks no table. Where the table is small: ${allow}.`,
        example: {
            ...example,
            seen: 'it held ACCESS EXCLUSIVE on orders for 12 ms and read it from its first row to its last',
        },
    }),
    'rehearsed-lock': (0,entry/* entry */.f)({
        exit: 1,
        says: ({ statement, seen, server, on, size }) => `\`${statement.replaceAll('`', "'")}\`, rehearsed on ${server}: ${seen}, though it does not name ${on}. Whoever uses ${on} waits for it until this revision commits.${size === '' ? '' : ` ${size}`}`,
        cure: ({ on, allow }) => `Give it a revision of its own, so that the lock on ${on} is short. Where that is so already: ${allow}.`,
        example: {
            ...example,
            statement: 'alter table orders drop constraint orders_customer_id_fkey',
            on: 'customers',
            seen: 'it held ACCESS EXCLUSIVE on customers for 3 ms',
        },
    }),
};

// EXTERNAL MODULE: ./build/engines/sql/text/tokens.js
var text_tokens = __webpack_require__(3765);
;// CONCATENATED MODULE: ./build/check/lint/clause.js
/** Pieces of a statement as its author wrote them. Pure. */

/** The UTF-16 index of a byte offset, as the parser counts. */
function indexOfByte(text, offset) {
    return Buffer.from(text, 'utf8').subarray(0, offset).toString('utf8').length;
}
/** From a byte offset to the comma or the end that closes the clause: one constraint, one column. One line. */
function clauseAt(text, offset) {
    const start = indexOfByte(text, offset);
    return squeeze(text.slice(start, endOfClause(text, start)));
}
/** The UTF-16 index of the comma or the end that closes a clause. */
function endOfClause(text, start) {
    let depth = 0;
    let end = text.length;
    for (let token = readToken(text, start); token !== undefined; token = readToken(text, token.end)) {
        const raw = text.slice(token.start, token.end);
        if (raw === '(')
            depth++;
        if (raw === ')')
            depth--;
        if (depth < 0 || (depth === 0 && raw === ',')) {
            end = token.start;
            break;
        }
    }
    return end;
}
/** A constraint as written, without its name. */
function constraintAt(text, constraint) {
    return withoutName(clauseAt(text, constraint.location ?? 0), constraint);
}
/** `constraint a check (…)` → `check (…)`. */
function withoutName(clause, { conname }) {
    const name = conname === undefined ? undefined : readToken(clause, readToken(clause, 0)?.end ?? 0);
    return clause.slice(name?.end ?? 0).trim();
}
/** From a UTF-16 index up to a word of these outside of parentheses, and from there to the end. */
function splitBefore(text, start, words) {
    let depth = 0;
    for (let token = readToken(text, start); token !== undefined; token = readToken(text, token.end)) {
        const raw = text.slice(token.start, token.end);
        if (raw === '(')
            depth++;
        if (raw === ')')
            depth--;
        if (depth === 0 && token.kind === 'word' && words.test(raw))
            return [squeeze(text.slice(start, token.start)), squeeze(text.slice(token.start))];
    }
    return [squeeze(text.slice(start)), ''];
}
/** Without comments and line ends. */
function squeeze(text) {
    let squeezed = '';
    let last = 0;
    for (let token = (0,text_tokens/* readToken */.AI)(text, 0); token !== undefined; token = (0,text_tokens/* readToken */.AI)(text, token.end)) {
        if (token.start > last && squeezed !== '')
            squeezed = `${squeezed.trimEnd()} `;
        last = token.end;
        if (!(0,text_tokens/* isComment */.Cn)(token))
            squeezed += text.slice(token.start, token.end);
    }
    return squeezed.trim();
}
/** The statement with a word behind the first of the given one: `create index` → `create index concurrently`. */
function insertAfter(text, word, what) {
    const squeezed = squeeze(text);
    const found = new RegExp(`\\b${word}\\b`, 'i').exec(squeezed);
    if (found === null)
        return squeezed;
    const at = found.index + word.length;
    return `${squeezed.slice(0, at)} ${what}${squeezed.slice(at)}`;
}
/** A statement in backticks, within a sentence. */
function code(text) {
    return `\`${text.replaceAll('`', "'")}\``;
}

;// CONCATENATED MODULE: ./build/check/evidence/claims.js
/** Not here: what depends on rows that are not there, on the version that is live, or on the text alone. */
const claims = {
    'index-blocks-writes': 'cost',
    'index-on-partitioned': 'cost',
    'add-column-rewrites': 'cost',
    'add-column-scans': 'cost',
    'set-not-null-scans': 'cost',
    'type-change-rewrites': 'cost',
    'type-change-reads': 'cost',
    'type-change-unknown': 'cost',
    'collation-rebuilds-indexes': 'cost',
    'expression-rewrites': 'cost',
    'constraint-scans': 'cost',
    'foreign-key-scans': 'cost',
    'constraint-builds-index': 'cost',
    'primary-key-scans': 'cost',
    'exclude-builds-index': 'cost',
    'validated-too-soon': 'cost',
    'domain-check-scans': 'cost',
    'attach-scans': 'cost',
    'table-rewritten': 'work',
    'reindex-blocks-writes': 'work',
    'truncate-loses-rows': 'work',
    'all-rows-changed': 'work',
    'work-under-lock': 'work',
    'lock-held': 'work',
    'refresh-blocks-reads': 'lock',
    'drop-index-waits': 'lock',
    'drop-foreign-key-locks': 'lock',
    'drop-in-use': 'lock',
    'rename-in-use': 'lock',
    'drop-not-null': 'lock',
    'trigger-on-live-table': 'lock',
    'row-security': 'lock',
    'partition-locks-parent': 'lock',
    'detach-locks-parent': 'lock',
    'several-tables-locked': 'lock',
};

// EXTERNAL MODULE: ./build/check/evidence/lock-modes.js
var lock_modes = __webpack_require__(3323);
;// CONCATENATED MODULE: ./build/check/evidence/say-seen.js
/** What was seen, as people read it. Pure. */


/** Written anew, or read from its first row to its last. */
function isCostly({ rewritten, scanned }) {
    return rewritten || scanned;
}
/** Who waits for a lock on it. Nobody writes to a materialized view. */
function blockedBy({ lock, view }) {
    const who = (0,lock_modes/* blocks */.Bv)(lock);
    return view && who === 'writes' ? undefined : who;
}
/** Tables that a statement kept others from while it did something to each row of one. */
function waitedFor({ tables }) {
    if (!tables.some(isCostly))
        return [];
    return tables.filter(table => blockedBy(table) !== undefined || table.rewritten);
}
/** `it held ACCESS EXCLUSIVE on orders for 12 ms, and wrote it anew` */
function saySeen(tables) {
    return tables.map((table, index) => sayTable(table, index === 0 ? 'it ' : '')).join('; ');
}
function sayTable({ table, lock, taken, heldMs, rewritten, scanned, rows }, it) {
    const time = heldMs === undefined ? '' : ` for ${Math.max(1, Math.round(heldMs))} ms`;
    const who = taken ? 'held' : 'ran while its transaction held';
    const held = lock === undefined ? [] : [`${who} ${(0,lock_modes/* sayLock */.PI)(lock)} on ${table}${time}`];
    const name = lock === undefined ? table : 'it';
    const did = [
        ...(rewritten ? [`wrote ${name} anew`] : scanned ? [`read ${name} from its first row to its last`] : []),
        ...(rows > 0 ? [`changed ${rows} of its rows`] : []),
    ];
    return `${it}${[...held, ...did].join(' and ')}`;
}
/** `nobody can read or write orders` */
function sayLive(tables) {
    const shut = tables.filter(table => blockedBy(table) !== 'writes').map(one => one.table);
    const readOnly = tables.filter(table => blockedBy(table) === 'writes').map(one => one.table);
    return [
        ...(shut.length === 0 ? [] : [`nobody can read or write ${(0,build_text/* joinAnd */.MO)(shut)}`]),
        ...(readOnly.length === 0 ? [] : [`nobody can write to ${(0,build_text/* joinAnd */.MO)(readOnly)}`]),
    ].join(', and ');
}

;// CONCATENATED MODULE: ./build/check/evidence/sizes.js
/** How big the tables of production are. Pure. */
/** `orders has 41 million rows, 12 GB in production (stats of 2026-11-20).`; empty where nothing is known of the table. */
function saySizes(tables, sizes) {
    return tables
        .flatMap(table => {
        const size = sizes?.of(table);
        if (size === undefined)
            return [];
        return `${table} has ${sayCount(size.rows)}, ${sayBytes(size.bytes)} in production (${sizes?.from}).`;
    })
        .join(' ');
}
function sayCount(rows) {
    if (rows === 1)
        return '1 row';
    if (rows < 10_000)
        return `${rows} rows`;
    if (rows < 1_000_000)
        return `${round(rows / 1000)} thousand rows`;
    return rows < 1_000_000_000 ? `${round(rows / 1e6)} million rows` : `${round(rows / 1e9)} billion rows`;
}
function sayBytes(bytes) {
    const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];
    let [value, unit] = [bytes, 0];
    while (value >= 1024 && unit < units.length - 1)
        [value, unit] = [value / 1024, unit + 1];
    return `${round(value)} ${units[unit]}`;
}
/** Two digits say enough. */
function round(value) {
    return String(value < 10 ? Math.round(value * 10) / 10 : Math.round(value));
}

;// CONCATENATED MODULE: ./build/check/evidence/judge.js
/** Findings of the text, held against what a rehearsal saw; and what only that saw. Pure. */









/** What a finding of an SQL revision rests on that no rehearsal was watched for. Never throws. */
function textAlone(rehearsal, id) {
    if (rehearsal?.postgres === undefined)
        return notRehearsed;
    const up = rehearsal.revisions.find(one => one.id === id)?.up;
    const what = { failed: 'its rehearsal failed', applied: 'nobody watched its rehearsal' };
    return `From the text alone: ${up ? what[up] : 'the rehearsal stopped before its end'}.`;
}
/** Confirms, contradicts or leaves each finding of the text, and adds what the rehearsal alone shows. Never throws. */
function judgeByEvidence(judging) {
    const { linted, added } = judging;
    const covered = new Set();
    const notes = [];
    const kept = linted.flatMap(one => {
        const judged = judgeOne(one, judging, covered);
        if (typeof judged !== 'string')
            return [{ finding: judged, key: one.key }];
        notes.push(judged);
        return [];
    });
    const keys = new Map(added.map(one => [one.id, one]));
    const shown = judging.evidence.flatMap(one => {
        const revision = keys.get(one.revision);
        const finding = revision && !covered.has(one) ? showAlone(one, revision, judging) : undefined;
        return finding === undefined || revision === undefined ? [] : [{ finding, key: revision.key }];
    });
    return { findings: [...kept, ...shown], notes };
}
/** The finding as it is now; a sentence where it is none any more. */
function judgeOne(linted, judging, covered) {
    const { finding, table } = linted;
    const { server, sizes, rehearsed, basis = () => notRehearsed } = judging;
    const claim = claims[finding.rule];
    const size = saySizes(table === undefined ? [] : [table], sizes);
    const { revision = '' } = finding;
    if (!rehearsed.has(revision))
        return say(finding, basis(revision), size);
    if (claim === undefined)
        return say(finding, 'A rehearsal does not show this: from the text alone.', size);
    const rows = rowsOf(linted, claim, judging.evidence);
    const costly = rows.filter(row => row.tables.some(isCostly));
    for (const row of claim === 'lock' && finding.level === 'warning' ? [] : costly)
        covered.add(row);
    const tables = rows.flatMap(row => row.tables);
    const seen = claim === 'cost' && costly.length > 0 ? costly.flatMap(row => row.tables) : tables;
    if (seen.length === 0)
        return say(finding, `The rehearsal on ${server} did not see it.`, size);
    const reached = tables.some(one => one.table === table && (one.named || one.taken));
    if (claim === 'cost' && costly.length === 0 && reached) {
        const free = `${saySeen(tables)}, and neither wrote it anew nor read it`;
        if (isChangedWithin(judging.evidence, rows, table ?? ''))
            return say(finding, `Rehearsed on ${server}: ${free}; but a block or a function changed ${table} in the rehearsal, so that does not contradict it.`, size);
        if (!dependsOnZone(linted))
            return `${sayPlace(finding)} ${finding.rule} is no finding: rehearsed on ${server}, ${free}.`;
        const zone = rows[0]?.timeZone ?? 'another';
        return say(finding, `Rehearsed on ${server}: with the time zone ${zone} ${free}; with another it does.`, size);
    }
    // What the text could only suspect.
    const level = claim === 'cost' && costly.length > 0 ? 'error' : finding.level;
    return say({ ...finding, level }, `Rehearsed on ${server}: ${saySeen(seen)}.`, saySizes(namesOf(seen), sizes));
}
/**
 * Whether a block or a function changed the table before the last of these ended. What it does may depend on where it
 * runs: the statement may have met another table here than it will in production.
 */
function isChangedWithin(evidence, rows, table) {
    const last = evidence.findLastIndex(one => rows.includes(one));
    return evidence
        .slice(0, last + 1)
        .some(one => one.nested && one.tables.some(seen => seen.table === table && (seen.named || seen.taken)));
}
/** Between a timestamp with and one without a zone, the setting of the session decides. */
function dependsOnZone({ finding, statement }) {
    return finding.rule === 'type-change-unknown' && /timestamp|time\s+zone/i.test(statement);
}
function say(finding, ...sentences) {
    const { fault } = finding;
    const bare = fault.message.replace(` ${notRehearsed}`, '');
    return {
        ...finding,
        fault: { ...fault, message: [bare, ...sentences].filter(one => one !== '').join(' ') },
    };
}
function sayPlace({ fault: { place } }) {
    return place === undefined ? '' : `${(0,build_text/* oneLine */.TN)(place.path)}:${place.line ?? 1}:`;
}
/** What was seen of the statement that a finding is about. */
function rowsOf({ finding, statement, table }, claim, evidence) {
    const own = evidence.filter(one => one.revision === finding.revision);
    const said = squeeze(statement);
    const seen = own.filter(one => one.statement !== undefined && same(one.statement, said));
    const work = claim === 'work' ? own.filter(one => one.statement === undefined) : [];
    const rows = [...seen, ...work];
    // One block may hold several statements, and all the work without DDL is told together.
    const about = rows.filter(row => row.tables.some(one => one.table === table));
    return about.length > 0 || work.length > 0 ? about : seen;
}
function same(statement, said) {
    return squeeze(statement).replace(/\s*;$/, '') === said;
}
/** What the text says nothing of. */
function showAlone(evidence, revision, judging) {
    const waited = waitedFor(evidence);
    if (waited.length > 0) {
        const rule = waited.some(one => one.rewritten) ? 'rehearsed-rewrite' : 'rehearsed-scan';
        const costly = evidence.tables.filter(isCostly);
        const tables = [...new Set([...waited, ...costly])];
        return findingOf(rule, { on: namesOf(costly), tables, live: sayLive(waited) }, evidence, revision, judging);
    }
    const locked = evidence.tables.filter(isStranger);
    const isTold = judging.linted.some(one => one.finding.revision === revision.id && same(evidence.statement ?? '', squeeze(one.statement)));
    if (locked.length === 0 || isTold || evidence.statement === undefined)
        return undefined;
    const facts = { on: namesOf(locked), tables: locked, live: '' };
    return findingOf('rehearsed-lock', facts, evidence, revision, judging);
}
/** Locked against everybody by a statement that does not name it. */
function isStranger({ lock, taken, named, part, view }) {
    return lock === 'AccessExclusiveLock' && taken && !named && !part && !view;
}
function namesOf(tables) {
    return [...new Set(tables.map(one => one.table))];
}
function findingOf(rule, { on, tables, live }, evidence, revision, { server, sizes, comment }) {
    const facts = {
        statement: (0,build_text/* oneLine */.TN)(evidence.statement ?? '', 200),
        on: (0,build_text/* oneLine */.TN)((0,build_text/* joinAnd */.MO)(on), 300),
        seen: (0,build_text/* oneLine */.TN)(saySeen(tables), 600),
        live: (0,build_text/* oneLine */.TN)(live, 300),
        server,
        size: (0,build_text/* oneLine */.TN)(saySizes(namesOf(tables), sizes), 300),
        allow: `\`${comment} gate: allow ${rule} because <reason>\``,
    };
    const place = judge_placeOf(evidence, revision);
    const fault = (0,entry/* fillEntry */.I)(rule, evidenceEntries[rule], facts, { place });
    return { rule, level: evidenceLevels[rule], fault, revision: revision.id };
}
/** The line of the statement; of what follows the one that was seen before; else of the revision. */
function judge_placeOf({ statement, after }, { path, line, up }) {
    const at = (text) => up.findIndex(piece => same(text, squeeze(piece.text)));
    const piece = statement === undefined ? up[after === undefined ? 0 : at(after) + 1] : up[at(statement)];
    if (piece === undefined)
        return { path, line };
    return { path, line: piece.line, ...(piece.column === undefined ? {} : { column: piece.column }) };
}

// EXTERNAL MODULE: ./build/database/identifiers.js
var identifiers = __webpack_require__(6324);
;// CONCATENATED MODULE: ./build/check/evidence/read-sizes.js


const wanted = ['schema', 'table', 'rows', 'bytes'];
/** Sizes of tables from a file: CSV with a heading, or JSON, a list of objects. Else why not, half a sentence. Pure. */
function readSizes(text) {
    const rows = /^\s*\[/.test(text) ? read_sizes_readJson(text) : readCsv(text);
    if (typeof rows === 'string')
        return { why: rows };
    const lacking = wanted.find(name => rows.some(row => row[name] === undefined));
    if (lacking !== undefined)
        return { why: `it has no ${lacking}` };
    const sizes = new Map();
    for (const row of rows) {
        const size = { rows: Number(row.rows), bytes: Number(row.bytes) };
        if (!(size.rows >= 0 && size.bytes >= 0))
            return { why: `${(0,build_text/* oneLine */.TN)(String(row.table), 80)} has rows or bytes that are no number` };
        sizes.set((0,identifiers/* writeName */.dZ)(String(row.schema), String(row.table)), size);
    }
    const date = /^\d{4}-\d\d-\d\d/.exec(String(rows[0]?.date ?? ''))?.[0];
    return { from: date === undefined ? 'stats' : `stats of ${date}`, of: table => sizes.get(table) };
}
function read_sizes_readJson(text) {
    try {
        const rows = JSON.parse(text);
        const isList = Array.isArray(rows) && rows.every(row => typeof row === 'object' && row !== null);
        return isList ? rows : 'it is no list of objects';
    }
    catch {
        return 'it is no JSON';
    }
}
/** As psql writes it: a name with a comma or a quote stands in quotes. */
function readCsv(text) {
    const lines = text.split(/\r?\n/).filter(line => line !== '');
    const [heading = [], ...rows] = lines.map(line => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain));
    if (rows.length === 0)
        return 'it has no line under its heading';
    return rows.map(row => Object.fromEntries(heading.map((name, at) => [name ?? '', row[at]])));
}

;// CONCATENATED MODULE: ./build/check/evidence/tables-seen.js

/** A rehearsal whose revisions tell what they locked, wrote anew or read whole. */
function withTables(rehearsal, evidence) {
    const revisions = rehearsal.revisions.map(revision => {
        const own = evidence.filter(one => one.revision === revision.id).flatMap(one => one.tables);
        const tables = [...new Set(own.map(one => one.table))].flatMap(table => seenOf(own.filter(one => one.table === table)));
        return tables.length === 0 ? revision : { ...revision, tables };
    });
    return { ...rehearsal, revisions };
}
/** One table; none where it kept nobody away and was not read or written whole. */
function seenOf(rows) {
    const table = rows[0]?.table ?? '';
    const lock = (0,lock_modes/* strongest */.yX)(rows.flatMap(({ lock: held }) => held ?? []));
    const rewritten = rows.some(row => row.rewritten);
    const scanned = rows.some(row => row.scanned);
    if ((0,lock_modes/* blocks */.Bv)(lock) === undefined && !rewritten && !scanned)
        return [];
    const held = rows.filter(row => row.lock === lock).flatMap(({ heldMs }) => heldMs ?? []);
    return [
        {
            table,
            ...(lock === undefined ? {} : { lock: (0,lock_modes/* sayLock */.PI)(lock) }),
            ...(held.length === 0 ? {} : { heldMs: Math.max(1, Math.round(Math.max(...held))) }),
            rewritten,
            scanned,
        },
    ];
}

// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(3136);
;// CONCATENATED MODULE: ./build/check/load-lint.js
var __rewriteRelativeImportExtension = (undefined && undefined.__rewriteRelativeImportExtension) || function (path, preserveJsx) {
    if (typeof path === "string" && /^\.\.?\//.test(path)) {
        return path.replace(/\.(tsx)$|((?:\.d)?)((?:\.[^./]+?)?)\.([cm]?)ts$/i, function (m, tsx, d, ext, cm) {
            return tsx ? preserveJsx ? ".jsx" : ".js" : d && (!ext || !cm) ? m : (d + ext + "." + cm.toLowerCase() + "js");
        });
    }
    return path;
};


/** Where the bundle of the lint is: beside the action, or a folder above the CLI. */
const places = ['lint', '../lint'];
/** What is said where it was not copied along. */
const lintAbsent = 'The statements of new revisions were not looked at: the folder `lint` of the distribution is not beside this program.';
/** The lint is a bundle of its own, with a parser of 1.7 MB. Undefined where it was not copied along. */
async function loadLint() {
    if ((0,external_node_path_.basename)(import.meta.dirname) === 'check') {
        const { openLint } = await import(/* webpackIgnore: true */ './lint/lint.js');
        return openLint();
    }
    for (const place of places) {
        const path = (0,external_node_path_.join)(import.meta.dirname, place, 'gate-lint.mjs');
        try {
            const { openLint } = await import(__rewriteRelativeImportExtension(/* webpackIgnore: true */ (0,external_node_url_.pathToFileURL)(path).href));
            return await openLint();
        }
        catch (error) {
            if (error.code !== 'ERR_MODULE_NOT_FOUND')
                throw error;
        }
    }
    return undefined;
}

// EXTERNAL MODULE: ./build/check/read/captured.js
var read_captured = __webpack_require__(5080);
;// CONCATENATED MODULE: ./build/check/lint-added.js


const unwatched = 'The statements of new revisions were not looked at: Alembic could not be watched from within.';
/** What the statements of new SQL revisions would do to the tables that are there, from their text alone. */
async function lintAdded({ added, merged }) {
    if (added.length === 0)
        return { linted: [], added: [], notes: [] };
    const lint = await loadLint();
    if (lint === undefined)
        return { linted: [], added, notes: [lintAbsent] };
    const isNew = new Set(added);
    const earlier = inOrder(merged.filter(one => !isNew.has(one)));
    return { linted: lint({ earlier, added: inOrder(added) }), added, notes: [] };
}
/** The same of new revisions of Alembic, from what they sent in a rehearsal. */
async function lintSent({ added, merged }, captured) {
    const sent = (0,read_captured/* readSent */.d)(merged, captured);
    const ids = new Set(added.map(({ id }) => id));
    const unseen = added.some(({ id }) => captured.revisions.has(id)) && !captured.watched;
    if (unseen)
        return { linted: [], added, notes: [unwatched] };
    if (!sent.some(({ id }) => ids.has(id)))
        return { linted: [], added, notes: [] };
    const lint = await loadLint();
    if (lint === undefined)
        return { linted: [], added, notes: [lintAbsent] };
    const [earlier, young] = [sent.filter(({ id }) => !ids.has(id)), sent.filter(({ id }) => ids.has(id))];
    const { together } = captured;
    const read = lint_added_whole(young);
    const silent = added.filter(({ id }) => !read.some(one => one.id === id));
    return {
        linted: lint({ earlier, added: young, alembic: { together } }),
        added: [...read, ...silent],
        notes: [],
    };
}
function inOrder(revisions) {
    return [...revisions].sort(({ version: one = 0n }, { version: other = 0n }) => one < other ? -1 : one > other ? 1 : 0);
}
/** Each revision as one, whatever it commits on its way, with what the server got as one text. */
function lint_added_whole(parts) {
    const ids = [...new Set(parts.map(({ id }) => id))];
    return ids.flatMap(id => {
        const own = parts.filter(part => part.id === id);
        return own.slice(0, 1).map(first => ({ ...first, up: own.flatMap(({ up }) => up).map(asSent) }));
    });
}
function asSent(piece) {
    return { ...piece, text: piece.sent ?? piece.text };
}

;// CONCATENATED MODULE: ./build/check/try-out.js







/** Reads the statements of new revisions and tries them out, at once; what one says the other confirms. */
async function tryOut(options, known) {
    const { choice, database } = options;
    const { guarding } = known;
    const { added, allowances } = guarding;
    const [text, tried] = await Promise.all([
        choice.engine === 'sql' ? lintAdded(guarding) : try_out_nothingSaid,
        rehearseKnown(options, known),
    ]);
    const sent = tried?.captured === undefined ? try_out_nothingSaid : await lintSent(guarding, tried.captured);
    const isSql = choice.engine === 'sql';
    const { linted, notes, added: read } = isSql ? text : sent;
    const { rehearsal } = tried ?? {};
    const ran = (rehearsal?.revisions ?? []).filter(({ up }) => up === 'applied').map(({ id }) => id);
    const sizes = sizesOf(options);
    const judged = judgeByEvidence({
        linted,
        // What Alembic sent has the lines of its statements.
        added: read,
        evidence: tried?.evidence ?? [],
        rehearsed: new Set(tried?.watched === true ? ran : []),
        server: `Postgres ${rehearsal?.postgres ?? ''}`,
        ...('why' in sizes ? {} : { sizes }),
        ...(isSql
            ? { comment: '--', basis: id => textAlone(rehearsal, id) }
            : { comment: '#', basis: () => 'From the SQL that Alembic sent.' }),
    });
    const keyOf = new Map(added.map(({ id, key }) => [id, key]));
    const all = [
        ...judged.findings,
        ...(tried?.findings ?? []).map(({ finding, revision }) => ({
            finding,
            key: keyOf.get(revision) ?? revision,
        })),
    ];
    return {
        ...(rehearsal === undefined ? {} : { rehearsal: withTables(rehearsal, tried?.evidence ?? []) }),
        findings: all.map(({ finding, key }) => allowFinding(finding, [key], allowances, database.allow)),
        notes: [...notes, ...judged.notes, ...('why' in sizes && sizes.why !== '' ? [sizes.why] : [])],
        fault: tried?.fault,
    };
}
/** How big tables are in production, where somebody said so; else why that cannot be read, if it was to be. */
function sizesOf({ stats, workingDirectory, disk, }) {
    if (stats === undefined)
        return { why: '' };
    const found = (0,find_file/* findFile */.q)(stats, workingDirectory, disk);
    const why = (reason) => ({
        why: `The sizes of \`stats\`, ${(0,build_text/* showInput */.CM)(stats, 120)}, were not read: ${reason}.`,
    });
    if (!('text' in found))
        return why(found.reason ?? `looked for ${found.looked.join(' and ')}`);
    const sizes = readSizes(found.text);
    return 'why' in sizes ? why(sizes.why) : sizes;
}
const try_out_nothingSaid = { linted: [], added: [], notes: [] };
/** Undefined where there is nothing to try, or nowhere. */
async function rehearseKnown({ rehearsal: ports, ...options }, { compared, read, guarding, structure }) {
    if (ports === undefined || compared === undefined || guarding.added.length === 0)
        return undefined;
    const { none, rehearseAdded } = await Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 2718));
    // Several heads are each a target of their own here.
    const faulty = [...read.head.faults, ...structure.filter(({ rule }) => rule !== 'multiple-heads')];
    if (faulty.length > 0)
        return none('no upgrade would take these files');
    if (!compared.checkedOut && options.choice.engine === 'alembic')
        return none('Alembic runs what is checked out, and another commit was asked for');
    return rehearseAdded({ ...options, ports, sides: compared, read, guarding });
}

;// CONCATENATED MODULE: ./build/check/check.js









/** Holds the revisions of a change against the history that it goes into: reads files only, runs nothing. */
async function checkHistory(options) {
    const { sides, database, choice, rules } = options;
    const compared = 'why' in sides && 'base' in sides ? sides : undefined;
    const read = await readSides(options, compared);
    const guarding = guardHistory({
        base: read.base?.revisions,
        tip: read.tip.revisions,
        head: read.head.revisions,
        broken: new Set((read.base?.faults ?? []).flatMap(fault => fault.place?.path ?? [])),
        at: { commit: compared?.base.commit ?? '', target: compared?.target ?? '' },
        dialect: { comment: choice.engine === 'alembic' ? '#' : '--' },
        keyOf: id => (choice.engine === 'sql' ? String((0,plan/* versionOf */.E4)(id)) : id),
        allow: database.allow,
        rules,
    });
    const structure = structureFindings(options, read, guarding);
    const [tried, image] = await Promise.all([
        tryOut(options, { compared, read, guarding, structure }),
        lookIntoImage(options, compared),
    ]);
    const drift = await compareLive(options, { compared, read, guarding });
    const others = [
        ...comparisonFindings(options, read),
        ...read.head.faults.map(fault => found('file-fault', fault)),
        ...unreadFindings(read.head),
        ...structure,
        ...image.findings,
        ...tried.findings,
        ...drift.findings,
    ];
    return {
        added: guarding.added.map(revision => revision.id),
        findings: [...others.flatMap(finding => levelFinding(finding, rules)), ...guarding.findings],
        notes: [...read.notes, ...image.notes, ...tried.notes, ...drift.notes],
        ...(tried.rehearsal === undefined ? {} : { rehearsal: tried.rehearsal }),
        ...(drift.drifted === undefined ? {} : { drifted: drift.drifted }),
        fault: tried.fault,
    };
}
/** The image as the change would build it. */
function lookIntoImage(options, sides) {
    const { choice, database, workingDirectory, alembicConfig, image, urlVariables } = options;
    const asked = { choice, run: database.run, alembicConfig, workingDirectory, directory: choice.directory };
    const work = (disk) => checkImage(disk, { ...asked, named: image, several: urlVariables.length > 1 });
    return sides?.head === undefined ? Promise.resolve(work(options.disk)) : sides.head.read(work);
}
/** What was not compared, and why. */
function comparisonFindings({ sides, mustCompare }, { base }) {
    if (!('base' in sides)) {
        const level = mustCompare && sides.level === 'warning' ? 'error' : 'warning';
        return [{ ...found('not-compared', (0,catalogue/* makeFault */.VI)('not-compared', { reason: sides.why })), level }];
    }
    const broken = base?.faults.filter(isFault) ?? [];
    return broken.slice(0, 5).map(fault => {
        const reason = `what is merged had a fault of its own, ${fault.message}`;
        return { ...found('not-compared', (0,catalogue/* makeFault */.VI)('not-compared', { reason })), level: 'warning' };
    });
}
function unreadFindings({ unread }) {
    return unread.slice(0, 20).map(({ path, line, reason }) => {
        const place = line === undefined ? { path } : { path, line };
        const facts = { place: (0,build_text/* oneLine */.TN)(line === undefined ? path : `${path}:${line}`), reason };
        return { ...found('not-read', (0,catalogue/* makeFault */.VI)('not-read', facts, { place })), level: 'warning' };
    });
}
/** What no upgrade would accept, once the change is merged. */
function structureFindings(options, read, guarding) {
    const added = new Set(guarding.added.map(one => one.path));
    if (options.choice.engine !== 'alembic')
        return (read.head.refusals?.(added) ?? []).map(fault => found('file-fault', fault));
    const blind = [read.head, read.tip].some(({ unread }) => unread.length > 0) || read.head.faults.length > 0;
    const scripts = guarding.merged;
    const { disk, choice, database, target, alembicConfig, sides } = options;
    const files = { disk, directory: choice.directory, run: database.run, alembicConfig };
    const here = new Set(read.head.revisions.map(({ id }) => id));
    const tipName = 'tipName' in sides ? sides.tipName : '';
    return judgeGraph(scripts, added, { target, blind, files, here, tipName });
}
function found(rule, fault) {
    return { rule, level: 'error', fault };
}


/***/ }),

/***/ 4446:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  findDrift: () => (/* binding */ findDrift),
  notCompared: () => (/* binding */ notCompared)
});

// EXTERNAL MODULE: ./build/catalogue/catalogue.js + 18 modules
var catalogue = __webpack_require__(9078);
// EXTERNAL MODULE: ./build/database/session.js
var session = __webpack_require__(8188);
// EXTERNAL MODULE: ./build/engines/sql/plan.js + 1 modules
var sql_plan = __webpack_require__(4307);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/text.js
var build_text = __webpack_require__(977);
// EXTERNAL MODULE: ./build/check/rehearsal/history-table.js
var history_table = __webpack_require__(2278);
// EXTERNAL MODULE: ./build/check/rehearsal/walk.js
var walk = __webpack_require__(8265);
// EXTERNAL MODULE: ./build/check/schema/compare.js + 1 modules
var compare = __webpack_require__(3700);
// EXTERNAL MODULE: ./build/check/schema/platform.js
var platform = __webpack_require__(1420);
// EXTERNAL MODULE: ./build/check/schema/say.js
var say = __webpack_require__(5348);
// EXTERNAL MODULE: ./build/engines/objects/expect.js + 1 modules
var expect = __webpack_require__(2138);
// EXTERNAL MODULE: ./build/engines/objects/read-statement.js
var read_statement = __webpack_require__(9651);
// EXTERNAL MODULE: ./build/engines/sql/text/words.js
var text_words = __webpack_require__(1218);
;// CONCATENATED MODULE: ./build/check/drift/names.js
/** They share their names: a table keeps an index from its name. */
const relations = ['table', 'foreign table', 'view', 'materialized view', 'sequence', 'index'];
/** Looks objects up by name; a name without a schema is one of `public`. Pure. */
function nameLookup({ objects }) {
    const names = new Set();
    const add = (...parts) => names.add(JSON.stringify(parts));
    for (const { kind, schema = '', table = '', name, lines } of objects.values()) {
        if (relations.includes(kind))
            add('relation', schema, name);
        else if (kind === 'column')
            add(kind, schema, table, name);
        else if (kind === 'constraint') {
            add(kind, schema, table, name);
            // It has an index of its name.
            if (/^(?:PRIMARY|UNIQUE|EXCLUDE)/.test(lines[0] ?? ''))
                add('relation', schema, name);
        }
        else if (kind === 'type' || kind === 'domain')
            add('type', schema, name);
        else if (kind === 'function' || kind === 'procedure' || kind === 'aggregate')
            add('function', schema, name.slice(0, name.indexOf('(')));
        else if (kind === 'schema' || kind === 'extension')
            add(kind, name);
    }
    const has = (...parts) => names.has(JSON.stringify(parts));
    return ({ kind, schema = 'public', table = '', name }) => {
        if (kind === 'column' || kind === 'constraint')
            return has(kind, schema, table, name);
        if (kind === 'schema' || kind === 'extension')
            return has(kind, name);
        if (kind === 'type' || kind === 'function')
            return has(kind, schema, name);
        return has('relation', schema, name);
    };
}

// EXTERNAL MODULE: ./build/engines/alembic/scripts/literal.js
var literal = __webpack_require__(2252);
// EXTERNAL MODULE: ./build/engines/alembic/scripts/tokens.js
var tokens = __webpack_require__(4301);
;// CONCATENATED MODULE: ./build/check/drift/operations.js


/** Names of the first arguments of Alembic’s operations (Alembic documentation, Operation Reference). */
const signatures = {
    create_table: ['table'],
    drop_table: ['table'],
    rename_table: ['table', 'object'],
    add_column: ['table', 'object'],
    drop_column: ['table', 'object'],
    alter_column: ['table'],
    create_index: ['object', 'table'],
    drop_index: ['object', 'table'],
    create_unique_constraint: ['object', 'table'],
    create_check_constraint: ['object', 'table'],
    create_exclude_constraint: ['object', 'table'],
    create_primary_key: ['object', 'table'],
    create_foreign_key: ['object', 'table'],
    drop_constraint: ['object', 'table'],
    execute: ['sql'],
};
/** The same arguments by their keywords. */
const keywords = {
    table_name: 'table',
    old_table_name: 'table',
    source_table: 'table',
    new_table_name: 'object',
    column_name: 'object',
    column: 'object',
    index_name: 'object',
    constraint_name: 'object',
    sqltext: 'sql',
};
/** The operations of one logical line of an `upgrade()`, as far as they are literals. Pure. */
function readOperations(piece) {
    const read = (0,tokens/* tokenize */.q)(piece.code.replace(/^\d+ /, ''));
    if (!read.ok)
        return [];
    return read.lines.flatMap(({ tokens }) => tokens.flatMap((token, at) => {
        const [dot, verb, open] = tokens.slice(at + 1, at + 4);
        const isCall = token.text === 'op' && dot?.text === '.' && open?.text === '(';
        if (!isCall || verb === undefined || tokens[at - 1]?.text === '.')
            return [];
        return readCall(verb.text, splitArguments(tokens.slice(at + 4), open.depth), piece.line);
    }));
}
function readCall(name, given, line) {
    const signature = signatures[name];
    if (signature === undefined)
        return [];
    const operation = { line, name, table: null, schema: null, object: null, sql: null };
    for (const [index, tokens] of given.entries()) {
        const keyword = tokens[1]?.text === '=' ? tokens[0]?.text : undefined;
        const value = firstText(keyword === undefined ? tokens : tokens.slice(2));
        // What is done only if it can be done fails nowhere.
        if (keyword === 'if_exists' || keyword === 'if_not_exists')
            return [];
        const part = keyword === undefined ? signature[index] : (keywords[keyword] ?? keyword);
        if (part === 'schema' || part === 'table' || part === 'object' || part === 'sql')
            operation[part] ??= value ?? null;
    }
    return [operation];
}
/** The arguments of a call whose bracket is open, each without its comma. */
function splitArguments(tokens, depth) {
    const given = [[]];
    for (const token of tokens) {
        if (token.depth <= depth)
            break;
        if (token.text === ',' && token.depth === depth + 1)
            given.push([]);
        else
            given.at(-1)?.push(token);
    }
    return given.filter(one => one.length > 0);
}
/** A text, or the first one in a call around it: `op.f("ix")`, `sa.Column("note", …)`, `sa.text("…")`. */
function firstText(tokens) {
    const whole = (0,literal/* readLiteral */.U)(tokens);
    if (whole.ok)
        return whole.shape === 'string' ? whole.values[0] : undefined;
    const open = tokens.findIndex(token => token.text === '(');
    const isCall = open > 0 && tokens.slice(0, open).every(token => token.kind === 'name' || token.text === '.');
    const [first] = isCall ? splitArguments(tokens.slice(open + 1), tokens[open]?.depth ?? 0) : [];
    const inner = first === undefined ? undefined : (0,literal/* readLiteral */.U)(first);
    return inner?.ok === true && inner.shape === 'string' ? inner.values[0] : undefined;
}

;// CONCATENATED MODULE: ./build/check/drift/collide.js





/**
 * Which coming revisions meet what was changed by hand, in their order, each object once. `rehearsed` is what the
 * revisions make up to where the live database stands. What a block or a function does is not seen. Pure.
 */
function findCollisions(coming, { rehearsed, live, engine }) {
    const [byRevisions, byHand] = [nameLookup(rehearsed), nameLookup(live)];
    const touched = new Set();
    const collisions = [];
    for (const revision of coming) {
        for (const piece of revision.up) {
            for (const { object, sure } of objectsIn(piece, engine)) {
                const key = keyOf(object);
                // What the coming revisions make or remove themselves is as they leave it.
                if (touched.has(key))
                    continue;
                const [expected, found] = [byRevisions(object), byHand(object)];
                const collides = sure && (object.effect === 'makes' ? found && !expected : expected && !found);
                if (collides)
                    collisions.push({ revision, piece, object, live: found ? 'has' : 'lacks' });
                if (collides || object.effect !== 'needs')
                    touched.add(key);
            }
        }
    }
    return collisions;
}
/** DROP INDEX does not name the table. */
function keyOf({ kind, schema = 'public', table, name }) {
    return JSON.stringify([kind, schema, kind === 'index' ? undefined : table, name]);
}
function objectsIn(piece, engine) {
    if (engine === 'sql')
        return objectsOfStatement(piece.text);
    return readOperations(piece).flatMap(operation => operation.sql === null
        ? (0,expect/* objectsOf */.i)([operation], []).map(object => ({ object, sure: true }))
        : objectsOfStatement(operation.sql));
}
function objectsOfStatement(text) {
    const words = (0,text_words/* readWords */.ux)(text);
    const says = (...wanted) => words.some((_, at) => wanted.every((word, index) => words[at + index] === word));
    const [makes, removes] = [!says('if', 'not', 'exists'), !says('if', 'exists')];
    return ((0,read_statement/* readStatement */.c)(text) ?? []).map(object => ({
        object,
        sure: object.effect === 'makes' ? makes : removes,
    }));
}

// EXTERNAL MODULE: ./build/check/drift/levels.js
var levels = __webpack_require__(7224);
// EXTERNAL MODULE: ./build/database/identifiers.js
var identifiers = __webpack_require__(6324);
// EXTERNAL MODULE: ./build/engines/alembic/alembic.js + 6 modules
var alembic = __webpack_require__(7163);
// EXTERNAL MODULE: ./build/engines/sql/history/state.js
var state = __webpack_require__(441);
// EXTERNAL MODULE: ./build/check/schema/portable.js
var portable = __webpack_require__(9648);
// EXTERNAL MODULE: ./build/check/schema/read.js + 5 modules
var read = __webpack_require__(8290);
;// CONCATENATED MODULE: ./build/check/drift/live.js







/**
 * Reads history and schema, each in a read-only transaction: what somebody put there in place of the history could write
 * when it is read. Throws GateError where it cannot be reached or read, and DatabaseError.
 */
async function readLive({ at, open }, { engine, historyTable }) {
    const session = await open(() => undefined);
    try {
        // No start-up option: a pooler between may not take one. No statement after this one can make it writable.
        await session.run('begin transaction read only');
        await refuseOther(session, historyTable);
        const rows = engine === 'sql'
            ? (await (0,state/* readState */.u)(session, historyTable, at)).rows.flatMap(({ state, version }) => state === 'applied' ? [version] : [])
            : await (0,alembic.readVersionRows)(session, historyTable, at);
        await session.run('rollback');
        return { schema: (0,portable/* portable */.O)(await (0,read/* readSchema */.G)(session, { tables: [historyTable] })), rows };
    }
    finally {
        await session.close();
    }
}
/** A view runs the functions of whoever made it. */
async function refuseOther(session, historyTable) {
    const [found] = await session.query(`select c.oid::pg_catalog.regclass::text as name from pg_catalog.pg_class c
    where c.oid = pg_catalog.to_regclass($1) and c.relkind not in ('r', 'p')`, [
        historyTable
            .split(/\.(.*)/s, 2)
            .map(identifiers/* quoteIdentifier */.Cm)
            .join('.'),
    ]);
    if (found === undefined)
        return;
    const reason = `what is there as its history, ${(0,build_text/* oneLine */.TN)(found.name, 120)}, is no table`;
    throw (0,catalogue/* gateError */.em)('drift-not-compared', { reason });
}

// EXTERNAL MODULE: ./build/check/drift/wording.js
var wording = __webpack_require__(323);
;// CONCATENATED MODULE: ./build/check/drift/drift.js














/** Findings of one rule at most; the rest is counted. */
const most = 20;
/**
 * Holds a live database, which is only read, against what the revisions make up to where it stands; and the coming
 * revisions against what was changed by hand. What cannot be compared is a finding. Never throws a GateError.
 */
async function findDrift(options) {
    const { live: given, choice, now } = options;
    const began = now();
    try {
        const database = given();
        const { where } = database.at;
        const historyTable = (0,history_table/* historyTableOf */.a)(options.database, choice, options);
        const live = await readLive(database, { engine: choice.engine, historyTable });
        const { at, rehearsed, coming } = await (0,walk/* withWalk */.K)(options, walk => walkTo(walk, live, options));
        const all = (0,compare/* findDifferences */.cG)(rehearsed, live.schema);
        const { own, beside } = (0,platform/* apartFromPlatform */.g)(all, key => rehearsed.objects.has(key));
        const differences = (0,compare/* tellDifferences */.ur)(own);
        const schemas = { rehearsed, live: live.schema, engine: choice.engine };
        const collisions = findCollisions(coming, schemas);
        const stand = at.join(', ');
        const told = differences.map(one => (0,build_text/* oneLine */.TN)((0,say/* sayDifference */.$)(one, wording/* inLive */.u)));
        const shown = told.length > most ? told.slice(0, most - 1) : told;
        const rest = told.length - shown.length;
        const facts = { where, at: stand };
        return {
            findings: [
                ...collisions.slice(0, most).map(one => collisionFinding(one, where)),
                ...shown.map(difference => found('drift', { ...facts, difference })),
                ...(rest > 0 ? [found('drift', { ...facts, difference: `${rest} more things differ` })] : []),
            ],
            drifted: {
                where,
                at,
                differences: differences.length,
                collisions: collisions.length,
                beside: (0,compare/* tellDifferences */.ur)(beside).map(({ kind, name }) => (0,build_text/* oneLine */.TN)(`${kind} ${name}`, 120)),
                durationMs: Math.round(now() - began),
            },
        };
    }
    catch (error) {
        if (error instanceof errors/* GateError */.u)
            return { findings: [notCompared(error.fault.message)] };
        if (error instanceof session/* DatabaseError */.a)
            return { findings: [notCompared(`its server said: ${(0,build_text/* oneLine */.TN)(error.message, 200)}`)] };
        throw error;
    }
}
/** A live database that was not compared, and why: a sentence, with or without its end. */
function notCompared(reason) {
    return found('drift-not-compared', { reason: reason.replace(/[.\s]+$/, '') });
}
function found(rule, facts) {
    return { rule, level: levels/* driftLevels */.T[rule], fault: (0,catalogue/* makeFault */.VI)(rule, facts) };
}
function collisionFinding({ revision, piece, object, live }, where) {
    const { id, path } = revision;
    const inTable = object.table === undefined ? '' : ` on ${object.table}`;
    const dotted = object.schema === undefined ? object.name : `${object.schema}.${object.name}`;
    const named = object.kind === 'column' || object.kind === 'constraint'
        ? `${object.kind} ${object.table}.${object.name}`
        : `${object.kind} ${dotted}${object.kind === 'index' ? inTable : ''}`;
    const facts = {
        id: (0,build_text/* oneLine */.TN)(id, 80),
        object: (0,build_text/* oneLine */.TN)(named, 120),
        live,
        effect: object.effect,
        where,
        statement: (0,build_text/* oneLine */.TN)(piece.text, 120),
    };
    const place = { path, line: piece.line, ...(piece.column === undefined ? {} : { column: piece.column }) };
    const fault = (0,catalogue/* makeFault */.VI)('drift-collides', facts, { place });
    return { rule: 'drift-collides', level: levels/* driftLevels */.T['drift-collides'], fault, revision: id };
}
/** Goes to where the live database stands, and looks at what comes after it. Throws GateError where it cannot. */
async function walkTo({ steps, read }, { rows }, { choice, revisions }) {
    const ofSql = choice.engine === 'sql';
    const newest = ofSql
        ? rows.reduce((one, other) => ((0,sql_plan/* versionOf */.E4)(other) > (0,sql_plan/* versionOf */.E4)(one) ? other : one), '')
        : '';
    const at = ofSql ? [newest].filter(id => id !== '') : rows;
    for (const id of at) {
        const { fault } = await steps.up(id);
        if (fault !== undefined)
            throw new errors/* GateError */.u((0,catalogue/* makeFault */.VI)('locate-stopped', { id: (0,build_text/* oneLine */.TN)(id, 80), reason: fault.message }));
    }
    const rehearsed = await read();
    const plan = await steps.plan(ofSql ? 'head' : 'heads');
    const against = plan.problems.find(problem => !problem.allowed);
    if (against !== undefined)
        throw new errors/* GateError */.u(against.fault);
    if (ofSql)
        refuseGaps(rows, plan.applied);
    const byId = new Map(revisions.map(revision => [revision.id, revision]));
    return { at, rehearsed, coming: plan.pending.flatMap(({ id }) => byId.get(id) ?? []) };
}
/** Without some of what comes before it, the live database is at no revision that files could make. */
function refuseGaps(rows, applied) {
    const [live, files] = [rows, applied].map(ids => new Set(ids.map(id => String((0,sql_plan/* versionOf */.E4)(id)))));
    const lacks = applied.filter(id => !live?.has(String((0,sql_plan/* versionOf */.E4)(id))));
    const more = rows.filter(id => !files?.has(String((0,sql_plan/* versionOf */.E4)(id))));
    if (lacks.length + more.length === 0)
        return;
    const reason = more.length > 0
        ? `its history holds ${(0,build_text/* oneLine */.TN)(more.join(', '), 200)}, of which there is no file`
        : `its history passed over ${(0,build_text/* oneLine */.TN)(lacks.join(', '), 200)}`;
    throw new errors/* GateError */.u((0,catalogue/* makeFault */.VI)('drift-not-compared', { reason }));
}


/***/ }),

/***/ 7224:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ driftLevels)
/* harmony export */ });
/** The rules of the comparison with a live database: how bad each is unless the config file says otherwise. */
const driftLevels = {
    drift: 'warning',
    'drift-collides': 'error',
    'drift-not-compared': 'warning',
};


/***/ }),

/***/ 3323:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bv: () => (/* binding */ blocks),
/* harmony export */   PI: () => (/* binding */ sayLock),
/* harmony export */   yX: () => (/* binding */ strongest)
/* harmony export */ });
/** Locks of tables (PostgreSQL documentation, 13.3.1), weakest first. */
const modes = [
    'AccessShareLock',
    'RowShareLock',
    'RowExclusiveLock',
    'ShareUpdateExclusiveLock',
    'ShareLock',
    'ShareRowExclusiveLock',
    'ExclusiveLock',
    'AccessExclusiveLock',
];
/** The strongest of what a session holds. */
function strongest(held) {
    return modes.findLast(mode => held.includes(mode));
}
/** Whether others cannot write meanwhile, or cannot even read. */
function blocks(mode) {
    if (mode === 'AccessExclusiveLock')
        return 'reads';
    return mode !== undefined && modes.indexOf(mode) >= modes.indexOf('ShareLock') ? 'writes' : undefined;
}
/** `ACCESS EXCLUSIVE`, as the documentation writes it. */
function sayLock(mode) {
    return mode
        .replace(/Lock$/, '')
        .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
        .toUpperCase();
}


/***/ }),

/***/ 5080:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ readSent),
/* harmony export */   f: () => (/* binding */ collectSent)
/* harmony export */ });
/* harmony import */ var _engines_sql_text_statements_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9957);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9473);


/** Collects what runs of Alembic send. Give it every event of every way up. */
function collectSent() {
    const captured = {
        revisions: new Map(),
        table: 'alembic_version',
        together: false,
        watched: false,
    };
    return {
        captured,
        take(event) {
            if (event.kind === 'configured') {
                captured.watched = true;
                captured.table = event.versionTable;
                captured.together = !event.transactionPerMigration;
            }
            if (event.kind === 'started') {
                captured.revisions.delete(event.revision);
                captured.revisions.set(event.revision, []);
            }
            if (event.kind === 'sent')
                captured.revisions
                    .get(event.revision)
                    ?.push({ sql: plain(event.sql, event.style), line: event.line, autocommit: event.autocommit });
        },
    };
}
/** `%(name)s::VARCHAR` → `$1::VARCHAR`, `%%` → `%`: what the driver makes of a text before the server has it. Without the last semicolon. */
function plain(sql, style) {
    const text = sql.trim().replace(/\s*;$/, '');
    if (style !== 'pyformat' && style !== 'format')
        return text;
    let number = 0;
    return text.replace(/%(?:\(\w+\)s|s|%)/g, found => (found === '%%' ? '%' : `$${++number}`));
}
/**
 * Revisions with the statements that they sent, as the lint reads them. One that commits on its way is in several parts,
 * each a transaction or, in an `autocommit_block`, none. What was not captured is left out. Pure.
 */
function readSent(known, captured) {
    const byId = new Map(known.map(one => [one.id, one]));
    let open = false;
    const parts = [];
    for (const [id, sent] of captured.revisions) {
        const revision = byId.get(id);
        if (!captured.together)
            open = false;
        for (const one of sent) {
            if (endsTransaction.test(one.sql))
                open = false;
            if (one.autocommit)
                open = false;
            const pieces = piecesOf(one, captured.table);
            if (revision === undefined || pieces.length === 0)
                continue;
            const last = parts.at(-1);
            const same = last?.id === id && (one.autocommit ? last.rest.length > 0 : open);
            if (same)
                last.up.push(...pieces);
            else
                parts.push(partOf(revision, pieces, { autocommit: one.autocommit, continues: open }));
            open = !one.autocommit;
        }
    }
    return parts;
}
/** Also a savepoint’s end, which ends nothing, begins with ROLLBACK. */
const endsTransaction = /^(?:commit|end|abort|rollback(?!\s+(?:work\s+|transaction\s+)?to))\b/i;
const control = /^(?:begin|start|commit|end|abort|rollback|savepoint|release|set\s+transaction)\b/i;
/** Statements of the revision's own: neither the version table's row nor SQLAlchemy's looks into the catalog. */
function piecesOf({ sql, line }, table) {
    return split(sql).flatMap(text => {
        if (control.test(text) || /^select\s+pg_catalog\./i.test(text))
            return [];
        const target = /^(?:update|insert\s+into|delete\s+from)\s+([\w."]+)/i.exec(text)?.[1];
        if (target?.replaceAll('"', '').split('.').at(-1) === table)
            return [];
        return [{ code: text, text, line, sent: sql }];
    });
}
/** A text of several statements; whole where that is not certain. */
function split(sql) {
    try {
        return (0,_engines_sql_text_statements_js__WEBPACK_IMPORTED_MODULE_0__/* .splitStatements */ .Xd)(sql, { path: '' }).map(({ text }) => text);
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .u))
            throw error;
        return [sql];
    }
}
function partOf({ id, key, path, text }, up, { autocommit, continues }) {
    const rest = autocommit ? [{ code: 'transaction:false', text: '', line: 1 }] : [];
    const known = { id, key, version: undefined, path, text, checksum: undefined, merge: false, line: 1 };
    return { ...known, up, down: [], rest, ...(continues ? { continues: true } : {}) };
}


/***/ }),

/***/ 4728:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ rehearsalLevels)
/* harmony export */ });
/** The rules of the rehearsal: how bad each is unless the config file says otherwise. */
const rehearsalLevels = {
    'rehearsal-fails': 'error',
    'rehearsal-endless': 'error',
    'rehearsal-down-fails': 'error',
    'rehearsal-down-differs': 'error',
    'rehearsal-again-fails': 'error',
    'rehearsal-superuser': 'error',
    'rehearsal-broke-off': 'error',
    'rehearsal-file': 'error',
    'rehearsal-extension': 'warning',
    'rehearsal-start': 'warning',
    'models-differ': 'warning',
};


/***/ }),

/***/ 2718:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  none: () => (/* reexport */ none),
  rehearseAdded: () => (/* binding */ rehearseAdded)
});

// EXTERNAL MODULE: ./build/database/session.js
var database_session = __webpack_require__(8188);
// EXTERNAL MODULE: ./build/engines/sql/revisions.js + 1 modules
var revisions = __webpack_require__(2160);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/faults.js
var faults = __webpack_require__(6683);
// EXTERNAL MODULE: ./build/text.js
var build_text = __webpack_require__(977);
// EXTERNAL MODULE: ./build/check/read/captured.js
var read_captured = __webpack_require__(5080);
// EXTERNAL MODULE: ./build/check/rehearsal/broken.js
var broken = __webpack_require__(4210);
// EXTERNAL MODULE: ./build/check/rehearsal/history-table.js
var history_table = __webpack_require__(2278);
;// CONCATENATED MODULE: ./build/check/rehearsal/plan-history.js
/** What is new of a folder of SQL files, in the order of their versions. */
function sqlHistory(base, added) {
    const byVersion = (one, other) => ((one.version ?? 0n) < (other.version ?? 0n) ? -1 : 1);
    const merged = [...base].sort(byVersion);
    const fresh = [...added].sort(byVersion);
    let newest = merged.at(-1);
    const revisions = fresh.map((revision) => {
        // One that sorts before what ran cannot be taken back alone.
        const last = newest === undefined || (revision.version ?? 0n) > (newest.version ?? 0n);
        const before = last && revision.down.length > 0 ? (newest?.id ?? 'base') : undefined;
        if (last)
            newest = revision;
        return blamed(revision, before);
    });
    return { earlier: merged.length === 0 ? [] : ['head'], added: revisions };
}
/**
 * What is new of an Alembic project, each after its parents; undefined where some of it cannot be read without running it.
 */
function alembicHistory(merged, added) {
    if (merged.some(one => one.script === undefined))
        return undefined;
    const parentsOf = ({ script }) => [...(script?.down ?? []), ...(script?.dependsOn ?? [])];
    const there = merged.filter(one => !added.has(one));
    const below = new Set(there.flatMap(parentsOf));
    const earlier = there.filter(one => !below.has(one.id)).map(({ id }) => id);
    const standing = new Set(earlier);
    const done = new Set(there.map(({ id }) => id));
    const left = merged.filter(one => added.has(one));
    const revisions = [];
    while (left.length > 0) {
        const at = left.findIndex(one => parentsOf(one).every(parent => done.has(parent)));
        const [next] = left.splice(Math.max(at, 0), 1);
        if (next === undefined || at === -1)
            return undefined;
        revisions.push(blamed(next, beforeOf(next, standing)));
        done.add(next.id);
        for (const parent of parentsOf(next))
            standing.delete(parent);
        standing.add(next.id);
    }
    return { earlier, added: revisions };
}
/** Where one stands on a single line, its parent; beside other branches, `downgrade` would take those back, too. */
function beforeOf({ script, down }, standing) {
    if (script === undefined || down.length === 0 || script.down.length > 1 || standing.size > 1)
        return undefined;
    const [parent] = script.down;
    if (parent === undefined)
        return standing.size === 0 ? 'base' : undefined;
    return standing.has(parent) ? parent : undefined;
}
function blamed({ id, path, line, down }, before) {
    const [first] = path.endsWith('.up.sql') ? [] : down;
    return { id, path, line, before, ...(first === undefined ? {} : { downLine: first.line }) };
}

// EXTERNAL MODULE: ./build/catalogue/catalogue.js + 18 modules
var catalogue = __webpack_require__(9078);
;// CONCATENATED MODULE: ./build/check/rehearsal/findings.js


/** Container images that have what Postgres' own has not. */
const findings_images = {
    postgis: 'postgis/postgis',
    postgis_topology: 'postgis/postgis',
    postgis_raster: 'postgis/postgis',
    vector: 'pgvector/pgvector',
    timescaledb: 'timescale/timescaledb',
    pgrouting: 'pgrouting/pgrouting',
    h3: 'timescale/timescaledb-ha',
    pg_search: 'paradedb/paradedb',
    citus: 'citusdata/citus',
    age: 'apache/age',
};
/** What a job lacks that was not made for running the project: nothing is wrong with the change. */
const lacks = [
    'program-missing',
    'program-denied',
    'alembic-not-installed',
    'uv-lock',
    'uv-network',
    'uv-failed',
    'setting-missing',
    'variable-missing',
    'module-missing',
    'driver-missing',
    'greenlet-missing',
    'alembic-not-asked',
];
/** Why the project cannot be run in this job; undefined where it can. */
function lackingProject({ id, message, cure }) {
    return lacks.includes(id)
        ? `the project cannot be run here. ${message} ${cure}`.replace(/\.$/, '')
        : undefined;
}
/** A failure of the rehearsal’s: nothing but its own server was touched, and no command of ours mends it. */
function ofRehearsal(fault, state) {
    const { next: _, ...rest } = fault;
    return { ...rest, state };
}
/**
 * What a failed way up is: a fault of the revision, or something that the rehearsal’s server lacks. `left`: which
 * revisions get no turn by it.
 */
function failedUp(fault, revision, postgres, bound) {
    const { id, path, line, left } = revision;
    const around = {
        place: fault.place ?? { path, line },
        ...(fault.excerpt === undefined ? {} : { excerpt: fault.excerpt }),
        ...(fault.server === undefined ? {} : { server: fault.server }),
    };
    const shown = (0,build_text/* oneLine */.TN)(id, 80);
    const lacking = lackingExtension(fault);
    if (lacking !== undefined)
        return {
            rule: 'rehearsal-extension',
            fault: (0,catalogue/* makeFault */.VI)('rehearsal-extension', { id: shown, left, ...lacking }, around),
        };
    if (isEndless(fault))
        return { rule: 'rehearsal-endless', fault: (0,catalogue/* makeFault */.VI)('rehearsal-endless', { id: shown, bound }, around) };
    const rights = beyondOwner(fault);
    if (rights !== undefined)
        return {
            rule: 'rehearsal-superuser',
            fault: (0,catalogue/* makeFault */.VI)('rehearsal-superuser', { id: shown, left, reason: rights }, around),
        };
    const state = `That was the rehearsal on Postgres ${postgres}, after all that is merged: no database of yours was touched.`;
    const handmade = isMissing(fault) ? dumping : [];
    return {
        rule: 'rehearsal-fails',
        fault: {
            place: { path, line },
            ...ofRehearsal(fault, state),
            ...(handmade.length === 0 ? {} : { foreign: [...(fault.foreign ?? []), ...handmade] }),
        },
    };
}
/** That a rehearsal ended before its time: at a revision, or before the first new one. */
function brokeOff(turn, first, reason, left) {
    const at = turn === undefined ? `before ${(0,build_text/* oneLine */.TN)(first, 80)}` : `at ${(0,build_text/* oneLine */.TN)(turn.id, 80)}`;
    return (0,catalogue/* makeFault */.VI)('rehearsal-broke-off', { at, reason: (0,build_text/* oneLine */.TN)(reason, 600), left }, {
        state: 'No database of yours was touched. What was found before stands.',
        ...(turn === undefined ? {} : { place: { path: turn.path, line: turn.line } }),
    });
}
/** A way down that failed, or a way up that fails after it. */
function failedWay(fault, { path, line, downLine }, way, postgres) {
    const state = way === 'down'
        ? `That was its way down in the rehearsal on Postgres ${postgres}, right after its way up.`
        : `That was its second way up in the rehearsal on Postgres ${postgres}, after its way up and its way down.`;
    return { place: { path, line: way === 'down' ? (downLine ?? line) : line }, ...ofRehearsal(fault, state) };
}
/** A way down that does not lead back: what differs, a sentence each. */
function leftBehind({ id, path, line, downLine }, differences) {
    const facts = { id: (0,build_text/* oneLine */.TN)(id, 80), path: (0,build_text/* oneLine */.TN)(path), differences: some(differences) };
    return (0,catalogue/* makeFault */.VI)('rehearsal-down-differs', facts, { place: { path, line: downLine ?? line } });
}
function some(lines) {
    const shown = lines.slice(0, 8).map(each => (0,build_text/* oneLine */.TN)(each, 160));
    return lines.length > shown.length
        ? `${shown.join(', ')} and ${lines.length - shown.length} more`
        : shown.join(', ');
}
/** Models and schema differ after the newest revision. */
function modelsDiffer({ differences, lacking, write = [] }, { path, line }) {
    const shown = differences.slice(0, 10);
    const behind = !lacking.includes('schema');
    const facts = { differences: shown, more: differences.length - shown.length, behind };
    // It makes the schema what the models are, whoever is right.
    const when = 'the models are right: it takes away what only the schema has';
    const ways = write.map(({ line }) => ({ line, ...(lacking.includes('models') ? { when } : {}) }));
    return (0,catalogue/* makeFault */.VI)('models-differ', facts, {
        place: { path, line },
        ...(behind ? {} : { foreign: ways }),
    });
}
/** A new revision that keeps Alembic from running what is merged. */
function notLoaded(fault, postgres) {
    const state = `That was the rehearsal on Postgres ${postgres}, before any new revision had its turn: no database of yours was touched.`;
    return ofRehearsal(fault, state);
}
/** Why nothing could be rehearsed. */
function notStarted(fault, postgres) {
    // Files that were named, or a project that does not start: that is all there is to say.
    if (fault.id.startsWith('rehearsal-') || fault.id === 'script-missing' || fault.id === 'env-raised')
        return fault;
    // No table is missing where Python cannot read a file.
    if (fault.id === 'python-syntax' || fault.id === 'alembic-syntax')
        return ofRehearsal(fault, `The new revisions were not rehearsed on Postgres ${postgres}: no database of yours was touched.`);
    const { place, excerpt, server } = fault;
    const around = {
        ...(place === undefined ? {} : { place }),
        ...(excerpt === undefined ? {} : { excerpt }),
        ...(server === undefined ? {} : { server }),
        ...(isMissing(fault) ? { foreign: dumping } : {}),
    };
    // The engine's own words are about a database that somebody keeps.
    const there = isThere(fault);
    const reason = there && server !== undefined ? `${(0,build_text/* oneLine */.TN)(server.message, 200)}.` : fault.message;
    return (0,catalogue/* makeFault */.VI)('rehearsal-start', { postgres, reason, there }, around);
}
const dumping = [
    {
        line: 'pg_dump --schema-only --no-owner --no-privileges --file db/baseline.sql "$DATABASE_URL"',
        when: 'it was made by hand: take from it what no revision makes, and name it in `baseline`',
    },
];
/** A table, type, schema, function or column that is there already. */
function isThere({ server }) {
    return ['42P07', '42710', '42P06', '42723', '42701'].includes(server?.code ?? '');
}
/** A table, type, schema or column that is not there. */
function isMissing({ server }) {
    return ['42P01', '42704', '3F000', '42703', '42883'].includes(server?.code ?? '');
}
/** https://www.postgresql.org/docs/current/errcodes-appendix.html */
function isEndless({ server }) {
    return server?.code === '57014' && /statement timeout/.test(server.message);
}
/** Of a control file that is not there (16: 0A000; before: 58P01), and of an extension for superusers. */
const extensionCodes = ['0A000', '58P01', '42501'];
/** Said by CREATE EXTENSION itself: what a function raises has a context, whatever code and words it takes. */
function lackingExtension({ server, excerpt, }) {
    if (server === undefined || !extensionCodes.includes(server.code) || server.where !== undefined)
        return undefined;
    const shown = excerpt === undefined ? '' : excerpt.lines.slice(excerpt.markedLine - excerpt.firstLine);
    if (excerpt !== undefined && !/create\s+extension/i.test([shown].flat().join('\n')))
        return undefined;
    const said = server.message;
    const name = /extension "([\w-]+)" is not available/.exec(said)?.[1] ??
        /extension\/([\w-]+)\.control"/.exec(said)?.[1] ??
        /permission denied to create extension "([\w-]+)"/.exec(said)?.[1];
    if (name === undefined)
        return undefined;
    const why = said.startsWith('permission denied') ? 'superuser' : 'absent';
    return { extension: name, why, image: Object.hasOwn(findings_images, name) ? (findings_images[name] ?? '') : '' };
}
/** What the server says of an act that it grants nobody but a superuser, or a role of its own making. */
function beyondOwner({ server }) {
    if (server?.code !== '42501')
        return undefined;
    const said = (0,build_text/* oneLine */.TN)(server.message, 200);
    const grave = /superuser|pg_execute_server_program|pg_read_server_files|pg_write_server_files|permission denied for (?:function (?:pg_|lo_)|language|database|schema pg_catalog|tablespace)|permission denied to (?:create (?:role|database)|set|alter|terminate)|(?:CREATEROLE|CREATEDB|BYPASSRLS|REPLICATION)/i;
    return grave.test(`${said} ${server.detail ?? ''}`) ? `${said.replace(/\.$/, '')}.` : undefined;
}

// EXTERNAL MODULE: ./build/check/rehearsal/levels.js
var levels = __webpack_require__(4728);
// EXTERNAL MODULE: ./build/check/schema/compare.js + 1 modules
var compare = __webpack_require__(3700);
// EXTERNAL MODULE: ./build/check/schema/say.js
var say = __webpack_require__(5348);
;// CONCATENATED MODULE: ./build/check/rehearsal/rehearse-one.js






/** Up, down and up again, as far as it goes. Throws Broken, GateError and DatabaseError where the rehearsal cannot go on. */
async function rehearseOne(one, revision, history) {
    const { steps, database, bound, kept, snapshots } = one;
    const { find, witness } = kept;
    const { id, before } = revision;
    const postgres = sayVersion(database.version);
    const start = before === undefined ? undefined : await snapshots.read();
    const began = one.now();
    await witness?.watch(id);
    const up = await attempt(() => steps.up(id, one.take));
    await (0,broken/* requireGoing */.cm)(one, up);
    await witness?.watch(undefined);
    const durationMs = durationOf(up, id) ?? Math.round(one.now() - began);
    if (up.fault !== undefined) {
        const rehearsed = { id, up: 'failed', down: 'none', durationMs };
        const lacking = lackingProject(up.fault);
        if (lacking !== undefined) {
            // What has run already, or is asked for by the revision itself, is no matter of the job.
            const ran = history.earlier.length > 0 || kept.revisions.length > 0;
            if (ran || up.fault.place?.path === revision.path)
                throw new broken/* Broken */.sn(lacking);
            kept.lacking = lacking;
            return { rehearsed, stop: true };
        }
        const left = withoutTurn(kept, history);
        const { rule, fault } = failedUp(up.fault, { ...revision, left }, postgres, bound);
        // Alembic loads all files before it runs the first.
        find(rule, fault, history.added.find(({ path }) => path === fault.place?.path)?.id ?? id);
        return { rehearsed, stop: true };
    }
    const rehearsed = { id, up: 'applied', down: 'none', durationMs };
    if (before === undefined || start === undefined)
        return { rehearsed, stop: false };
    const whole = await snapshots.read();
    const down = await attempt(() => steps.down(before));
    await (0,broken/* requireGoing */.cm)(one, down);
    if (down.fault !== undefined) {
        find('rehearsal-down-fails', failedWay(down.fault, revision, 'down', postgres), id);
        const moved = sayDifferences(whole, await snapshots.read()).length > 0;
        return { rehearsed: { ...rehearsed, down: 'failed' }, stop: moved || down.after?.unfinished.length !== 0 };
    }
    const differences = sayDifferences(start, await snapshots.read());
    const again = await attempt(() => steps.up(id));
    await (0,broken/* requireGoing */.cm)(one, again);
    const failed = again.fault !== undefined;
    // What a way down left behind is why the second way up fails, or ends elsewhere.
    if (differences.length > 0)
        find('rehearsal-down-differs', leftBehind(revision, differences), id);
    else if (again.fault !== undefined)
        find('rehearsal-again-fails', failedWay(again.fault, revision, 'again', postgres), id);
    return {
        rehearsed: {
            ...rehearsed,
            down: differences.length > 0 ? 'differs' : 'verified',
            again: failed ? 'failed' : 'applied',
        },
        stop: failed,
    };
}
function sayDifferences(before, after) {
    return (0,compare/* compareSchemas */._e)(before, after).map(one => (0,say/* sayDifference */.$)(one, say/* afterWayDown */._));
}
/** A step that cannot begin is a failure like one of its statements. */
async function attempt(step) {
    try {
        return (await step()) ?? {};
    }
    catch (error) {
        return { fault: (0,faults/* asFault */.P)(error) };
    }
}
function durationOf({ outcomes = [] }, id) {
    return outcomes.find(({ revision }) => revision.id === id)?.durationMs;
}
/** `16.4`, from 160004. */
function sayVersion(version) {
    return `${Math.floor(version / 10_000)}.${version % 10_000}`;
}
/** Which new revisions had no turn yet; empty for none. Pure. */
function withoutTurn({ revisions, turn }, { added }) {
    const had = new Set([turn?.id, ...revisions.map(({ id }) => id)]);
    const ids = added.flatMap(({ id }) => (had.has(id) ? [] : [(0,build_text/* oneLine */.TN)(id, 80)]));
    return ids.length > 20 ? `${ids.slice(0, 20).join(', ')} and ${ids.length - 20} more` : ids.join(', ');
}

// EXTERNAL MODULE: ./build/check/schema/read.js + 5 modules
var read = __webpack_require__(8290);
// EXTERNAL MODULE: ./build/database/identifiers.js
var identifiers = __webpack_require__(6324);
// EXTERNAL MODULE: ./build/check/evidence/lock-modes.js
var lock_modes = __webpack_require__(3323);
;// CONCATENATED MODULE: ./build/check/evidence/shape.js
/** What the witness wrote down, as facts of statements and tables. Pure. */


/** Work of which no command told. */
const noStatement = {
    statement: undefined,
    tag: '',
    nested: false,
    took: undefined,
    wal: undefined,
    lockTimeout: undefined,
    timeZone: undefined,
};
/** Puts together what each statement did, and what was done between them. */
function shapeEvidence(statements, ends, rewritten) {
    const transactions = groupBy([...statements], row => row.xid);
    const endOf = new Map(ends.map(end => [end.xid, end]));
    for (const end of ends)
        if (!transactions.has(end.xid))
            transactions.set(end.xid, []);
    const lastOf = new Map();
    const evidence = [];
    const at = (xid) => transactions.get(xid)?.[0]?.ended ?? endOf.get(xid)?.ended ?? 0;
    for (const xid of [...transactions.keys()].sort((one, other) => at(one) - at(other))) {
        evidence.push(...shapeTransaction(transactions.get(xid) ?? [], endOf.get(xid), lastOf));
    }
    return [...evidence, ...unseen(evidence, rewritten)].filter(one => one.statement || one.tables.length > 0);
}
function groupBy(rows, keyOf) {
    const groups = new Map();
    for (const row of rows)
        groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
    return groups;
}
/** `lastOf`: what a session had counted when it was last seen; kept up to date. */
function shapeTransaction(rows, end, lastOf) {
    const evidence = [];
    const taken = new Map();
    let previous;
    const { pid, revision } = rows[0] ?? end ?? { pid: 0, revision: '' };
    for (const row of rows) {
        // Before the first statement nothing of this transaction was seen: what the session had counted is not told apart.
        if (previous !== undefined) {
            evidence.push(between(revision, previous.statement, previous.after, row.before, taken, row.began ?? row.ended, end));
        }
        const { statement, tag, nested, wal, lockTimeout, timeZone, began, ended } = row;
        const tables = shape_compare(row.before, row.after, {
            taken,
            at: began ?? ended,
            end,
            objects: row.objects.map(String),
        });
        const took = began === null ? undefined : ended - began;
        const facts = { took, wal: wal ?? undefined, lockTimeout, timeZone, tables };
        evidence.push({ revision, statement, after: previous?.statement, tag, nested, ...facts });
        previous = row;
    }
    if (end !== undefined) {
        const from = previous?.after ?? withoutLocks(lastOf.get(pid) ?? {});
        evidence.push(between(revision, previous?.statement, from, end.after, taken, previous?.ended ?? end.ended, end));
    }
    lastOf.set(pid, end?.after ?? previous?.after ?? {});
    return evidence;
}
function withoutLocks(looks) {
    return Object.fromEntries(Object.entries(looks).map(([oid, look]) => [oid, { ...look, locks: null, file: null }]));
}
function between(revision, after, from, to, taken, at, end) {
    const all = shape_compare(from, to, { taken, at, end, objects: [] });
    const did = (one) => one.rewritten || one.scanned || one.rows > 0 || one.taken;
    const tables = all.some(did) ? all.filter(one => did(one) || (0,lock_modes/* blocks */.Bv)(one.lock) !== undefined) : [];
    return { ...noStatement, revision, after, tables };
}
/** What changed from one look to the next. */
function shape_compare(from, to, { taken, at, end, objects }) {
    return Object.entries(to).flatMap(([oid, look]) => {
        const then = from[oid];
        const lock = (0,lock_modes/* strongest */.yX)(look.locks ?? []);
        if (lock === undefined)
            return [];
        const isTaken = lock !== (0,lock_modes/* strongest */.yX)(then?.locks ?? []);
        if (isTaken)
            taken.set(oid, at);
        const grown = (count) => {
            const [now, before] = [count(look), then === undefined ? 0 : count(then)];
            return now < before ? now : now - before;
        };
        const since = taken.get(oid);
        return [
            {
                table: (0,identifiers/* writeName */.dZ)(...look.name),
                lock,
                taken: isTaken,
                heldMs: end === undefined || since === undefined ? undefined : end.ended - since,
                rewritten: look.file !== null && look.file !== (then?.file ?? null),
                scanned: grown(one => one.scans) > 0,
                rows: grown(one => one.added + one.changed + one.removed),
                named: objects.includes(oid) || look.gone,
                view: look.view,
                part: look.parent !== null && (0,lock_modes/* strongest */.yX)(to[look.parent]?.locks ?? []) === lock,
            },
        ];
    });
}
/** Tables that were written anew by what no trigger told of: VACUUM FULL, for one. */
function unseen(evidence, rewritten) {
    const told = new Set(evidence.flatMap(one => one.tables.filter(table => table.rewritten).map(table => `${one.revision}\n${table.table}`)));
    return rewritten.flatMap(({ revision, name }) => {
        const table = (0,identifiers/* writeName */.dZ)(...name);
        if (told.has(`${revision}\n${table}`))
            return [];
        const seen = {
            lock: undefined,
            taken: false,
            heldMs: undefined,
            scanned: false,
            rows: 0,
            named: false,
            view: false,
            part: false,
        };
        return [{ ...noStatement, revision, after: undefined, tables: [{ table, ...seen, rewritten: true }] }];
    });
}

;// CONCATENATED MODULE: ./build/check/evidence/witness-sql.js
/**
 * What stands in the rehearsal database and watches from inside of every session, whatever driver it comes by. Its
 * schema has the prefix that Postgres keeps for itself, so that what walks through all schemas passes it by.
 */
const schema = 'pg_migration_gate';
const is = 'operator(pg_catalog.=)';
const isNot = 'operator(pg_catalog.<>)';
/**
 * Ours alone: the ordinary owner of the database can neither read nor change it, and the functions run as we do. What
 * is known before a command is kept in a setting of the session, since a write there would end DROP INDEX
 * CONCURRENTLY, which must be the first of its transaction; one on top of the other, for commands within commands.
 * `nested`: a block or a function ran the command. Only then has the stack of calls a second line
 * (PostgreSQL documentation, 41.6.9 Obtaining Execution Location Information); nobody but the server writes it.
 */
const install = `
set search_path = pg_catalog, pg_temp;
set allow_system_table_mods = on;
create schema ${schema};
reset allow_system_table_mods;
revoke all on schema ${schema} from public;

create table ${schema}.watching (revision text, since timestamptz);
insert into ${schema}.watching values (null, null);

create table ${schema}.known (oid oid primary key, home jsonb not null, name jsonb not null, file oid,
  view boolean);

create table ${schema}.statements (
  id bigint generated always as identity primary key, revision text, pid int, xid bigint, statement text, tag text,
  objects jsonb, before jsonb, after jsonb, began timestamptz, ended timestamptz, wal bigint, lock_timeout text,
  time_zone text, nested boolean);

create table ${schema}.ends (
  xid bigint primary key, revision text, pid int, began timestamptz, ended timestamptz, after jsonb);

create table ${schema}.rewritten (revision text, oid oid, name jsonb);

create function ${schema}.look() returns jsonb language sql stable set search_path = pg_catalog, pg_temp as $$
  select coalesce(jsonb_object_agg(known.oid, jsonb_build_object(
    'name', name, 'view', view, 'parent', parent, 'locks', locks, 'gone', gone, 'file', nullif(file_now, file),
    'scans', scans, 'read', read, 'added', added, 'changed', changed, 'removed', removed)), '{}')
  from ${schema}.known
  left join (select relation, jsonb_agg(distinct mode) as locks from pg_locks
    where locktype = 'relation' and granted and pid = pg_backend_pid() group by relation) held on relation = oid,
  lateral (select (select inhparent::text from pg_inherits where inhrelid = known.oid limit 1) as parent,
    not exists (select from pg_class where pg_class.oid = known.oid) as gone, pg_relation_filenode(known.oid) as file_now,
    pg_stat_get_xact_numscans(known.oid) as scans,
    pg_stat_get_xact_tuples_returned(known.oid) as read, pg_stat_get_xact_tuples_inserted(known.oid) as added,
    pg_stat_get_xact_tuples_updated(known.oid) as changed, pg_stat_get_xact_tuples_deleted(known.oid) as removed) seen
  where locks is not null or scans > 0 or added > 0 or changed > 0 or removed > 0 or file_now is distinct from file
$$;

create function ${schema}.before() returns event_trigger language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from ${schema}.watching where revision is not null) then return; end if;
  perform set_config('pg_migration_gate.before', concat(jsonb_build_object('state', ${schema}.look(),
    'at', clock_timestamp(), 'wal', pg_current_wal_insert_lsn()), chr(10),
    current_setting('pg_migration_gate.before', true)), false);
end $$;

create function ${schema}.after() returns event_trigger language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
declare
  watched text := (select revision from ${schema}.watching);
  stack text := coalesce(current_setting('pg_migration_gate.before', true), '');
  seen jsonb;
  done jsonb;
  calls text;
begin
  if watched is null then return; end if;
  get diagnostics calls = pg_context;
  done := ${schema}.look();
  seen := coalesce(nullif(split_part(stack, chr(10), 1), ''), '{}');
  perform set_config('pg_migration_gate.before', substr(stack, nullif(strpos(stack, chr(10)), 0) + 1), false);
  begin
  insert into ${schema}.statements (revision, pid, xid, statement, tag, objects, before, after, began, ended, wal,
    lock_timeout, time_zone, nested)
  values (watched, pg_backend_pid(), txid_current(), left(current_query(), 200000), tg_tag,
    (select jsonb_agg(distinct objid) from pg_event_trigger_ddl_commands() where classid = 'pg_class'::regclass),
    seen -> 'state', done, (seen ->> 'at')::timestamptz, clock_timestamp(),
    pg_wal_lsn_diff(pg_current_wal_insert_lsn(), (seen ->> 'wal')::pg_lsn),
    current_setting('lock_timeout'), current_setting('TimeZone'), strpos(calls, chr(10)) > 0);
  -- REFRESH MATERIALIZED VIEW CONCURRENTLY has commands within, where no trigger may wait for the end.
  exception when others then null;
  end;
end $$;

create function ${schema}.at_end() returns trigger language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
declare watched text := (select revision from ${schema}.watching);
begin
  if watched is null then return null; end if;
  update ${schema}.ends set ended = clock_timestamp() where xid = txid_current();
  if not found then
    insert into ${schema}.ends
    values (txid_current(), watched, pg_backend_pid(), now(), clock_timestamp(), ${schema}.look());
  end if;
  return null;
end $$;

create constraint trigger at_end after insert on ${schema}.statements deferrable initially deferred
for each row execute function ${schema}.at_end();
alter table ${schema}.statements enable always trigger at_end;

create event trigger pg_migration_gate_before on ddl_command_start execute function ${schema}.before();
create event trigger pg_migration_gate_after on ddl_command_end execute function ${schema}.after();
alter event trigger pg_migration_gate_before enable always;
alter event trigger pg_migration_gate_after enable always;
`;
/** `text`: the name of a history table, as it is written. Its rows tell that a transaction of a revision ends. */
const watchHistory = (text) => `
create constraint trigger pg_migration_gate_end after insert or update or delete on ${text}
deferrable initially deferred for each row execute function ${schema}.at_end()`;
/** Every name with its schema: the owner of the database may have made any of them in a schema of his own. */
const tables = `select c.oid, pg_catalog.to_jsonb(array[n.nspname, c.relname]) as name,
    pg_catalog.pg_relation_filenode(c.oid::pg_catalog.regclass) as file, c.relkind ${is} 'm' as view
  from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid ${is} c.relnamespace
  where c.relkind ${is} any (array['r', 'p', 'm']::pg_catalog."char"[]) and c.relpersistence ${isNot} 't'
    and n.nspname ${isNot} 'information_schema' and not pg_catalog.starts_with(n.nspname::pg_catalog.text, 'pg_')`;
/** $1: the history tables, which belong to the gate. */
const knowTables = `
insert into ${schema}.known select t.oid, t.name, t.name, t.file, t.view from (${tables}) t
where t.oid ${isNot} all (select coalesce(pg_catalog.to_regclass(h)::pg_catalog.oid, 0::pg_catalog.oid)
  from pg_catalog.unnest($1::pg_catalog.text[]) h)`;
/** $1: a history table. Gives whether it is there. */
const findHistory = 'select pg_catalog.to_regclass($1::pg_catalog.text) is not null as there';
/** What lies elsewhere than before the revision, whether or not a statement of it was seen. */
const endWatching = `
insert into ${schema}.rewritten select w.revision, k.oid, k.name from ${schema}.watching w, ${schema}.known k
where w.revision is not null
  and pg_catalog.pg_relation_filenode(k.oid::pg_catalog.regclass) ${isNot} k.file`;
/** A table that was dropped and made again, by a way down and up, is the same to a person. $1: the revision, or null. */
const beginWatching = `
with there as (${tables}), again as (
  update ${schema}.known k set oid = there.oid from there
  where there.name ${is} k.home and not exists (select from pg_catalog.pg_class c where c.oid ${is} k.oid))
update ${schema}.watching set revision = $1, since = pg_catalog.clock_timestamp()`;
/** The names and files of now. */
const refreshKnown = `
update ${schema}.known k set file = there.file, name = there.name from (${tables}) there where there.oid ${is} k.oid`;
const milliseconds = (column) => `pg_catalog.float8mul(extract(epoch from ${column})::pg_catalog.float8, 1000)`;
const readStatements = `
select s.id::pg_catalog.text, s.revision, s.pid, s.xid::pg_catalog.text, s.statement, s.tag, s.nested,
  coalesce(s.objects, '[]') as objects, coalesce(s.before, '{}') as before, s.after,
  ${milliseconds('s.began')} as began, ${milliseconds('s.ended')} as ended, s.wal::pg_catalog.float8 as wal,
  s.lock_timeout as "lockTimeout", s.time_zone as "timeZone"
from ${schema}.statements s order by s.id`;
/** Of every transaction of a revision that had DDL or wrote the history. */
const readEnds = `
select e.xid::pg_catalog.text, e.revision, e.pid, ${milliseconds('e.ended')} as ended, e.after
from ${schema}.ends e order by e.ended`;
const readRewritten = `select distinct r.revision, r.oid::pg_catalog.text, r.name from ${schema}.rewritten r`;
const witness_sql_remove = (/* unused pure expression or super */ null && (`drop schema if exists ${schema} cascade`));

;// CONCATENATED MODULE: ./build/check/evidence/witness.js
/**
 * The witness: sits in the rehearsal database and writes down, from inside of the session that migrates, what each
 * statement locked, read and wrote anew. It needs a superuser and a database that is thrown away afterwards.
 */



/**
 * Installs the witness and takes every table that is there now for one that the live version uses. Call it once, as
 * superuser, when the revisions of the target branch ran and seeds are in. `history`: the tables in which the engines
 * write what ran; where one is there already, it tells when a transaction ends that has no DDL. Throws DatabaseError.
 */
async function installWitness(session, history) {
    await session.run(install);
    const names = history.map(identifiers/* quoteName */.AB);
    await session.query(knowTables, [names]);
    for (const name of names) {
        const [there] = await session.query(findHistory, [name]);
        if (there?.there)
            await session.run(watchHistory(name));
    }
}
/**
 * What follows belongs to this revision, until the next call; `undefined`: nobody is watched (a way down, a second way
 * up). Call it while no session of the engine is open. Throws DatabaseError.
 */
async function watchRevision(session, revision) {
    await session.query(endWatching);
    await session.query(beginWatching, [revision ?? null]);
    await session.query(refreshKnown);
}
/** What was seen, in the order in which it ran. Throws DatabaseError. */
async function readEvidence(session) {
    const statements = await session.query(readStatements);
    const ends = await session.query(readEnds);
    const rewritten = await session.query(readRewritten);
    return shapeEvidence(statements, ends, rewritten);
}
/** Takes the witness out again, with what it saw: for what compares the whole schema. Throws DatabaseError. */
async function removeWitness(session) {
    await session.run(remove);
}

;// CONCATENATED MODULE: ./build/check/rehearsal/watch.js

/** Where the witness keeps what it saw: no part of anybody’s schema. */
const witnessSchema = 'pg_migration_gate';
const blind = { watch: () => Promise.resolve(), read: () => Promise.resolve([]) };
/** Sets the witness on a database, where we are a superuser; else there is none. Throws DatabaseError. */
async function openWitness({ database, historyTable, }) {
    if (database.openSuper === undefined)
        return blind;
    const session = await database.openSuper(() => undefined);
    await installWitness(session, [nameOf(historyTable)]);
    return {
        watch: revision => watchRevision(session, revision),
        async read() {
            try {
                return await readEvidence(session);
            }
            finally {
                await session.close();
            }
        },
    };
}
function nameOf(historyTable) {
    const [schema = 'public', table] = historyTable.split('.');
    return table === undefined ? { schema: 'public', table: schema } : { schema, table };
}

;// CONCATENATED MODULE: ./build/check/rehearsal/snapshots.js



/** Reads over one session, and over another where a revision has ended that. */
function openSnapshots({ database, historyTable, signal, deadline }) {
    const stopped = AbortSignal.any([signal, deadline]);
    let session;
    const stop = () => session?.hangUp();
    stopped.addEventListener('abort', stop);
    const readOnce = async () => {
        session ??= await database.open(() => undefined);
        return (0,read/* readSchema */.G)(session, { tables: [historyTable], schemas: [witnessSchema] });
    };
    return {
        async read() {
            try {
                return await readOnce();
            }
            catch (error) {
                if (!(error instanceof database_session/* DatabaseError */.a && error.lost) || stopped.aborted)
                    throw error;
                session?.hangUp();
                session = undefined;
                return readOnce();
            }
        },
        async close() {
            stopped.removeEventListener('abort', stop);
            await session?.close();
        },
    };
}

;// CONCATENATED MODULE: ./build/check/rehearsal/rehearse.js






/**
 * Runs what is merged, then each new revision up, down and up again. What was found stays found, whatever comes after:
 * a rehearsal that breaks off is a finding of its own. Throws GateError `interrupted`, and nothing of the database’s.
 */
async function rehearse(stage, history) {
    const { database, now } = stage;
    const began = now();
    const findings = [];
    const kept = {
        revisions: [],
        find: (rule, fault, revision) => {
            findings.push({ finding: { rule, level: levels/* rehearsalLevels */.H[rule], fault, revision }, revision });
        },
    };
    const snapshots = openSnapshots(stage);
    let why;
    let evidence;
    try {
        why = await goThrough({ ...stage, snapshots, kept }, history);
    }
    catch (error) {
        why = breakOff(kept, history, (0,broken/* sayBroken */.XL)(stage, error));
    }
    finally {
        // One that is gone saw nothing that could contradict a text.
        evidence = await kept.witness?.read().catch(() => undefined);
        await snapshots.close();
    }
    if (kept.lacking !== undefined && findings.length === 0)
        return none(kept.lacking);
    const { revisions } = kept;
    const durationMs = Math.round(now() - began);
    const unsaid = stage.models && kept.compared !== true ? [modelsLeft] : [];
    const whole = [...(why === undefined ? [] : [why]), ...unsaid].join('; ');
    const ended = whole === '' ? {} : { why: whole };
    return {
        rehearsal: { postgres: sayVersion(database.version), revisions, durationMs, ...ended },
        findings,
        evidence: evidence ?? [],
        watched: evidence !== undefined && database.openSuper !== undefined,
    };
}
/** Gives why it did not come to its end, if it did not. Throws what breaks it off. */
async function goThrough(one, history) {
    const { kept } = one;
    const { added } = history;
    const trouble = await prepare(one, history);
    await (0,broken/* requireGoing */.cm)(one, trouble);
    if (trouble !== undefined)
        return sayTrouble(one, history, trouble);
    kept.witness = await openWitness(one);
    for (const revision of added) {
        kept.turn = revision;
        const { rehearsed, stop } = await rehearseOne(one, revision, history);
        if (kept.lacking !== undefined)
            return kept.lacking;
        kept.revisions.push(rehearsed);
        const left = withoutTurn(kept, history);
        if (stop)
            return left === '' ? undefined : `${left} did not get a turn`;
    }
    const differ = await compareWith(one, history);
    await (0,broken/* requireGoing */.cm)(one, undefined);
    kept.compared = true;
    if (typeof differ === 'string')
        return differ;
    if (differ !== undefined)
        kept.find('models-differ', differ, added.at(-1)?.id ?? '');
    return undefined;
}
const modelsLeft = 'the models were not compared';
function sayTrouble({ kept, database }, { added }, { fault, file }) {
    const id = added[0]?.id ?? '';
    if (file) {
        kept.find('rehearsal-file', fault, id);
        return 'a file that was to run before it did not';
    }
    const postgres = sayVersion(database.version);
    const lacking = lackingProject(fault);
    const blamed = added.find(({ path }) => path === fault.place?.path);
    if (lacking === undefined && blamed !== undefined) {
        // Alembic loads all files before it runs the first.
        kept.find('rehearsal-fails', notLoaded(fault, postgres), blamed.id);
        return 'a new revision cannot be loaded';
    }
    if (lacking === undefined) {
        kept.find('rehearsal-start', notStarted(fault, postgres), id);
        return 'the history before the change did not run';
    }
    if (blamed === undefined) {
        kept.lacking = lacking;
        return lacking;
    }
    kept.turn = blamed;
    throw new broken/* Broken */.sn(lacking);
}
/** Says that it broke off, and who got no turn by it. */
function breakOff(kept, history, reason) {
    const { turn, find } = kept;
    const left = withoutTurn(kept, history);
    const first = history.added[0];
    find('rehearsal-broke-off', brokeOff(turn, first?.id ?? '', reason, left), turn?.id ?? first?.id ?? '');
    return `it broke off: ${reason}`;
}
/** Brings the database to where the change begins. Gives why that failed. */
async function prepare({ earlier, baseline, seed, take }, history) {
    const files = async (run) => {
        const { fault } = await attempt(async () => {
            await run();
            return undefined;
        });
        return fault && { fault, file: true };
    };
    const failed = await files(baseline);
    if (failed !== undefined)
        return failed;
    for (const target of history.earlier) {
        const { fault } = await attempt(() => earlier.up(target, take));
        if (fault !== undefined)
            return { fault, file: false };
    }
    return files(seed);
}
/** The models against what the newest revision made; a text where that could not be had. */
async function compareWith({ steps }, { added }) {
    const compared = await steps.models();
    if ('why' in compared)
        return `${modelsLeft}: ${compared.why}`;
    const last = added.at(-1);
    if (compared.differences.length === 0 || last === undefined)
        return undefined;
    return modelsDiffer(compared, last);
}
/** There was no rehearsal. */
function none(why) {
    return { rehearsal: { revisions: [], durationMs: 0, why }, findings: [], evidence: [], watched: false };
}

// EXTERNAL MODULE: ./build/check/rehearsal/replay.js + 1 modules
var replay = __webpack_require__(1188);
// EXTERNAL MODULE: ./build/check/rehearsal/schemes.js
var schemes = __webpack_require__(2351);
// EXTERNAL MODULE: ./build/check/rehearsal/scripts.js
var scripts = __webpack_require__(4779);
;// CONCATENATED MODULE: ./build/check/rehearsal/rehearse-added.js














/** Of a statement, where nothing else is said. */
const statementMs = 60_000;
/**
 * Tries out what a change adds. Gives why it could not where it could not, with a fault for a URL that is refused or that
 * nobody answers at. Throws GateError `interrupted` where the run is.
 */
async function rehearseAdded(options) {
    const { ports, choice } = options;
    const history = historyOf(options);
    if (history === undefined)
        return none('some revisions cannot be read without running them, so where they belong is not known');
    let server;
    let database;
    try {
        server = await ports.server(choice.engine === 'alembic');
        (0,broken/* requireCalm */.fW)(ports.signal);
        if ('why' in server)
            return none(server.why);
        database = await server.makeDatabase();
        const { captured, take } = (0,read_captured/* collectSent */.f)();
        const rehearsed = await rehearse(await stageOf(options, database, take), history);
        (0,broken/* requireCalm */.fW)(ports.signal);
        return { ...rehearsed, captured };
    }
    catch (error) {
        (0,broken/* requireCalm */.fW)(ports.signal);
        if (server === undefined) {
            const fault = (0,faults/* asFault */.P)(error);
            return { ...none(fault.message), fault };
        }
        if (error instanceof errors/* GateError */.u)
            return none(error.fault.message);
        if (error instanceof database_session/* DatabaseError */.a)
            return none(`the server of the rehearsal said: ${(0,build_text/* oneLine */.TN)(error.message, 200)}`);
        throw error;
    }
    finally {
        await database?.drop();
    }
}
function historyOf({ choice, guarding, read }) {
    if (choice.engine === 'sql')
        return sqlHistory(read.base?.revisions ?? [], guarding.added);
    return alembicHistory(guarding.merged, new Set(guarding.added));
}
async function stageOf(options, database, take) {
    const { choice, disk, sides, read, alembicConfig } = options;
    const timeoutMs = options.database.statementTimeoutMs || statementMs;
    const { baseline, seed, run } = options.database;
    const { signal } = options.ports;
    const deadline = AbortSignal.timeout(replay/* longestMs */.D);
    const files = { disk, open: database.open, makeRole: database.makeRole, timeoutMs, signal, deadline };
    const common = { statementTimeoutMs: timeoutMs, deadline };
    const head = choice.engine === 'sql' && sides.head !== undefined ? await loaded(sides.head, choice.directory) : disk;
    const steps = (0,replay/* replaySteps */.T)(options, database, { ...common, disk: head, choice });
    const there = read.directory ?? choice.directory;
    const earlier = choice.engine === 'sql'
        ? (0,replay/* replaySteps */.T)(options, database, {
            ...common,
            disk: await loaded(sides.base, there),
            choice: { ...choice, directory: there },
        })
        : steps;
    return {
        database,
        steps,
        earlier,
        take,
        baseline: () => (0,scripts/* runFiles */.N)('baseline', baseline, files),
        seed: () => (0,scripts/* runFiles */.N)('seed', seed, files),
        historyTable: (0,history_table/* historyTableOf */.a)(options.database, choice, options),
        models: choice.engine === 'alembic' && (0,schemes/* mayHaveModels */.IQ)({ disk, directory: choice.directory, run, alembicConfig }),
        bound: `${timeoutMs / 1000} s for a statement`,
        signal,
        deadline,
        now: () => performance.now(),
    };
}
/** A disk with a commit’s revisions, which can be read as often as one likes. */
function loaded(tree, directory) {
    return tree.read(disk => {
        try {
            (0,revisions/* readRevisions */.p2)(disk, directory);
        }
        catch (error) {
            if (!(error instanceof errors/* GateError */.u))
                throw error;
        }
        return disk;
    });
}


/***/ })

};
