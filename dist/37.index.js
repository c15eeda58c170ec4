export const id = 37;
export const ids = [37];
export const modules = {

/***/ 2994:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  f: () => (/* binding */ makeGraph)
});

;// CONCATENATED MODULE: ./build/engines/alembic/graph/cycles.js
/** Cycles through `down_revision` and `depends_on`, one for each knot, each from a child to its parent and round. */
function findCycles(nodes) {
    const parents = nodes.map(node => [...new Set([...node.down, ...node.dependsOn])]);
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
/** The indexes that stay when all without `parents` are taken away, again and again. */
function peel(size, parents, children) {
    const waiting = parents.map(list => list.length);
    const todo = Array.from({ length: size }, (_, index) => index).filter(index => waiting[index] === 0);
    const left = new Set(Array.from({ length: size }, (_, index) => index));
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

// EXTERNAL MODULE: ./build/catalogue/catalogue.js + 17 modules
var catalogue = __webpack_require__(4098);
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
        node.before = [...new Set([...node.down, ...node.ownDependsOn])];
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
        node.ownDependsOn = [...new Set(node.dependsOn)];
        for (const parent of new Set(node.down))
            nodes[parent]?.next.push(node.index);
    }
}
function indexesOf(written, known) {
    return written.flatMap(name => known.get(name)?.index ?? []);
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

/***/ 2644:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  W: () => (/* binding */ readProject)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/catalogue/catalogue.js + 17 modules
var catalogue = __webpack_require__(4098);
// EXTERNAL MODULE: ./build/text.js
var build_text = __webpack_require__(977);
// EXTERNAL MODULE: ./node_modules/smol-toml/dist/index.js + 8 modules
var dist = __webpack_require__(3292);
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
        return (0,dist/* parse */.qg)(text);
    }
    catch (error) {
        if (!(error instanceof dist/* TomlError */.zx))
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
/* harmony import */ var smol_toml__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3292);
/* harmony import */ var _catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4098);
/* harmony import */ var _disk_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2554);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(977);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4223);






/** Decides how Alembic is started, and reads its own options out of `run`. Throws GateError `alembic-run`. */
function readStart({ disk, run, directory, alembicConfig }) {
    const folder = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(directory);
    const chosen = run === undefined || run.trim() === '' ? chooseTool(disk, folder) : givenTool(run);
    const options = readOptions(chosen.argv);
    const config = withVariable(options.config, alembicConfig);
    return { ...chosen, ...options, folder, config };
}
function givenTool(run) {
    const split = (0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .splitWords */ .y)(run);
    if (!split.ok)
        throw (0,_catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_2__/* .gateError */ .em)('alembic-run', { reason: split.reason });
    if (split.words.length === 0 || split.words[0] === '')
        throw (0,_catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_2__/* .gateError */ .em)('alembic-run', { reason: 'its first word is empty' });
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
    const text = read.ok ? (0,_disk_js__WEBPACK_IMPORTED_MODULE_3__/* .decodeText */ .g7)(read.value) : undefined;
    if (text?.ok !== true)
        return false;
    try {
        const tool = (0,smol_toml__WEBPACK_IMPORTED_MODULE_1__/* .parse */ .qg)(text.text).tool;
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
            throw (0,_catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_2__/* .gateError */ .em)('alembic-run', { reason: `${rest[at - 1]} has no value` });
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
    throw (0,_catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_2__/* .gateError */ .em)('alembic-run', { reason: `"${(0,_text_js__WEBPACK_IMPORTED_MODULE_5__/* .showInput */ .CM)(word, 80)}" is behind the word alembic` });
}
/** The variable stands for the file that no `-c` names. */
function withVariable(config, variable) {
    if (variable === undefined || variable === '')
        return [...config];
    const taken = config.some(path => isToml(path) === isToml(variable));
    return taken ? [...config] : [...config, variable];
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
    const listing = { files: [], compiled: [], absent: [] };
    const seen = new Set();
    const realPath = realPaths(disk);
    for (const location of project.versionLocations) {
        for (const path of walk(disk, location, project, listing)) {
            const key = realPath(path);
            if (seen.has(key))
                continue;
            seen.add(key);
            const name = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(key);
            if (sourceName.test(name))
                listing.files.push({ path, name });
            else if (project.sourceless === true && compiledName.test(name) && !hasSource(disk, path))
                listing.compiled.push(path);
        }
    }
    return listing;
}
/** Where files really are, with one question for each folder and each link: a thousand files are in a few folders. */
function realPaths(disk) {
    const folders = new Map();
    const look = (folder) => {
        const at = disk.realPath(folder);
        const links = disk.listLinks?.(folder);
        return at.ok && links?.ok === true ? { at: at.value, links: new Set(links.value) } : undefined;
    };
    return path => {
        const folder = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(path);
        if (!folders.has(folder))
            folders.set(folder, look(folder));
        const known = folders.get(folder);
        const name = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(path);
        if (known !== undefined && !known.links.has(name))
            return node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(known.at, name);
        const real = disk.realPath(path);
        return real.ok ? real.value : path;
    };
}
/** Each folder's own files first, then its folders one by one; links to folders are not followed. */
function walk(disk, top, project, listing) {
    const found = [];
    const todo = [top];
    for (let folder = todo.pop(); folder !== undefined; folder = todo.pop()) {
        const listed = disk.listFolder(folder);
        if (!listed.ok) {
            listing.absent.push({ path: folder, reason: listed.reason });
            continue;
        }
        const at = folder;
        const names = [...listed.value].sort(byCodePoint);
        const files = names.filter(name => !name.endsWith('/'));
        const cached = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(at) === '__pycache__';
        if (!cached)
            found.push(...files.map(name => node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(at, name)));
        if (!cached && project.sourceless === true)
            found.push(...listCache(disk, at, files));
        if (project.recursive !== true)
            break;
        const folders = names.filter(name => name.endsWith('/')).map(name => node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(at, name.slice(0, -1)));
        todo.push(...folders.filter(path => !isLink(disk, path)).reverse());
    }
    return found;
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
function byCodePoint(a, b) {
    if (beyond.test(a) || beyond.test(b))
        return Buffer.compare(Buffer.from(a), Buffer.from(b));
    return a < b ? -1 : a > b ? 1 : 0;
}
const beyond = /[\ud800-\udfff]/;


/***/ }),

/***/ 7993:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w: () => (/* binding */ checkScript),
  A: () => (/* binding */ readScriptFile)
});

// EXTERNAL MODULE: ./build/catalogue/catalogue.js + 17 modules
var catalogue = __webpack_require__(4098);
// EXTERNAL MODULE: ./build/text.js
var build_text = __webpack_require__(977);
// EXTERNAL MODULE: ./build/engines/alembic/scripts/source.js
var scripts_source = __webpack_require__(6038);
// EXTERNAL MODULE: ./build/engines/alembic/scripts/tokens.js + 1 modules
var scripts_tokens = __webpack_require__(358);
;// CONCATENATED MODULE: ./build/engines/alembic/scripts/usual.js
const blank = /(?:[ \t]*(?:#[^\n]*)?\n)+/y;
const docstring = /"""([^"\\]*)"""[ \t]*\n/y;
const imports = /(?:from [\w.]+ import \w+(?: as \w+)?(?:, \w+(?: as \w+)?)*|import [\w.]+(?: as \w+)?)[ \t]*\n/y;
const assignment = /(revision|down_revision|branch_labels|depends_on)(?:: (\w+(?:\[(?:[\w, ]|\[[\w, ]+\])+\])?(?: \| \w+)*))? = (None|"[^"\\\n]*"|'[^'\\\n]*'|\([^()\n]*\))[ \t]*\n/y;
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
    const take = (form) => {
        form.lastIndex = at;
        const found = form.exec(head);
        if (found !== null)
            at = form.lastIndex;
        return found;
    };
    while (at < head.length) {
        const from = at;
        if (take(blank) === null) {
            const set = take(assignment);
            if (set !== null) {
                const [, name = '', annotation = '', written = ''] = set;
                const value = readValue(written);
                if (value === undefined || values.has(name) || telling.test(annotation))
                    return undefined;
                values.set(name, { ...value, line });
                doc ??= '';
            }
            else if (take(imports) !== null) {
                if (telling.test(head.slice(from, at)))
                    return undefined;
                doc ??= '';
            }
            else {
                const found = doc === undefined ? take(docstring) : null;
                if (found === null)
                    return undefined;
                doc = found[1] ?? '';
            }
        }
        line += countLines(head, from, at);
    }
    return { values, doc: doc ?? '' };
}
function readValue(written) {
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

// EXTERNAL MODULE: ./build/engines/alembic/scripts/decode-string.js
var decode_string = __webpack_require__(2199);
;// CONCATENATED MODULE: ./build/engines/alembic/scripts/literal.js
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
        const decoded = (0,decode_string/* decodeString */.s)(token.text);
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
    const literal = readLiteral(value);
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
    const literal = readLiteral(statement);
    return literal.ok && literal.shape === 'string' ? (literal.values[0] ?? '') : '';
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
    const variables = readHead(source.text);
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
    return makeScript(path, source.text, variables, legacy);
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
        const tokens = (0,scripts_tokens/* tokenize */.q)(unifyLineEnds(script.text));
        checked.set(script, tokens.ok ? undefined : syntaxFault(script.path, tokens.line, tokens.reason));
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
/* harmony export */   b: () => (/* binding */ readScripts)
/* harmony export */ });
/* harmony import */ var _catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4098);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(977);
/* harmony import */ var _list_files_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1641);
/* harmony import */ var _script_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7993);




/** Reads the version locations without running anything. That nothing is there is a fault, `alembic-no-scripts`. */
function readScripts(disk, project) {
    const listing = (0,_list_files_js__WEBPACK_IMPORTED_MODULE_1__/* .listScripts */ .j)(disk, project);
    const read = { scripts: [], unreadable: [], faults: [], absent: listing.absent };
    for (const { path, name } of listing.files) {
        const bytes = disk.readBytes(path);
        if (!bytes.ok) {
            const facts = { path: (0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .oneLine */ .TN)(path), reason: bytes.reason };
            read.faults.push((0,_catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .makeFault */ .VI)('revision-unreadable', facts, { place: { path } }));
            continue;
        }
        const { script, unreadable, faults } = (0,_script_file_js__WEBPACK_IMPORTED_MODULE_2__/* .readScriptFile */ .A)(path, name, bytes.value);
        if (script !== undefined)
            read.scripts.push(script);
        if (unreadable !== undefined)
            read.unreadable.push(unreadable);
        read.faults.push(...faults);
    }
    for (const path of listing.compiled)
        read.unreadable.push({ place: { path }, why: 'it is compiled (`sourceless`)' });
    const nothing = read.scripts.length + read.unreadable.length + read.faults.length === 0;
    const places = nothing ? describeNothing(project, listing) : describeLocation(disk, project);
    if (places.length > 0)
        read.faults.unshift((0,_catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .makeFault */ .VI)('alembic-no-scripts', { places }));
    return read;
}
function describeNothing(project, { absent }) {
    return project.versionLocations.map(location => {
        const reason = absent.find(({ path }) => path === location)?.reason ?? 'it has no file named *.py';
        return (0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .oneLine */ .TN)(`${location}: ${reason}`);
    });
}
/** Alembic does not start without the folder of env.py, wherever the revisions are. */
function describeLocation(disk, { scriptLocation }) {
    const listed = disk.listFolder(scriptLocation);
    return listed.ok ? [] : [(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .oneLine */ .TN)(`script_location ${scriptLocation}: ${listed.reason}`)];
}


/***/ }),

/***/ 6038:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ decodeSource)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
/** The text of a Python file from its bytes, by the rules of PEP 263. Pure. */

const cookie = /^[ \t\f]*#.*?coding[:=][ \t]*([-_.a-zA-Z0-9]+)/;
const onlyComment = /^[ \t\f]*(?:#.*)?$/;
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

/***/ 358:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  q: () => (/* binding */ tokenize)
});

;// CONCATENATED MODULE: ./build/engines/alembic/scripts/string-end.js
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
function endOfPlain(text, from, quotes) {
    for (let at = from; at < text.length; at++) {
        const character = text[at];
        if (character === '\\')
            at++;
        else if (character === quotes[0] && text.startsWith(quotes, at))
            return at + quotes.length;
        else if (character === '\n' && quotes.length === 1)
            return undefined;
    }
    return undefined;
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

;// CONCATENATED MODULE: ./build/engines/alembic/scripts/tokens.js
/** The tokens of a Python file, in its logical lines: enough to find assignments, and linear in its length. Pure. */

const tokens_name = /[\p{ID_Start}_]\p{ID_Continue}*/uy;
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
    const start = mayBeString(text.charCodeAt(at)) ? matchAt(stringStart, text, at) : '';
    if (start !== '') {
        const end = findStringEnd(text, at, start);
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
        : matchAt(tokens_name, text, at);
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


/***/ })

};
