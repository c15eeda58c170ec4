export const id = 592;
export const ids = [592];
export const modules = {

/***/ 2138:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E: () => (/* binding */ expectationOf),
  i: () => (/* binding */ objectsOf)
});

// EXTERNAL MODULE: ./build/engines/sql/text/statements.js
var statements = __webpack_require__(9957);
;// CONCATENATED MODULE: ./build/engines/objects/objects.js
/**
 * What a revision makes and removes, and what a database has of it. Between the engines and not in one of them: the
 * question "is it there already?" is the same for a script of Alembic and a file of SQL, and neither engine may
 * know the other.
 */
/** Each object once: the last word on it counts, and what the revision makes itself it does not need. */
function settle(objects) {
    const last = new Map();
    for (const one of objects) {
        const key = keyOf(one);
        const before = last.get(key);
        if (one.effect === 'needs' && before !== undefined)
            continue;
        // Removed and made anew: that it is there says nothing.
        if (before?.effect === 'removes' && one.effect === 'makes') {
            last.set(key, { ...one, effect: 'needs' });
            continue;
        }
        // Made and removed again: it was never meant to stay.
        if (before?.effect === 'makes' && one.effect === 'removes')
            last.delete(key);
        else
            last.set(key, one);
    }
    return [...last.values()].filter(one => one.effect !== 'needs' || !last.has(keyOf({ ...one, kind: 'view' })));
}
function keyOf({ kind, schema, table, name }) {
    return JSON.stringify([kind, schema ?? null, kind === 'index' ? null : (table ?? null), name]);
}

// EXTERNAL MODULE: ./build/engines/objects/read-statement.js
var read_statement = __webpack_require__(9651);
;// CONCATENATED MODULE: ./build/engines/objects/expect.js
/** What a revision makes, removes and needs, from its operations and its SQL. Pure. */



/** The objects of operations (Alembic) and of SQL texts, each once, in order. Never throws. */
function objectsOf(operations, sqlTexts) {
    return expectationOf(operations, sqlTexts).objects;
}
/** The same, with the operations of which a catalog shows nothing. */
function expectationOf(operations, sqlTexts) {
    const texts = sqlTexts.map(one => typeof one === 'string' ? readText(one, 'a statement') : readText(one.text, `line ${one.line}`));
    const found = [...operations.map(readOperation), ...texts];
    return { objects: settle(found.flatMap(one => one.objects)), unseen: found.flatMap(one => one.unseen) };
}
/** Kind of what an operation makes or removes beside its table. */
const parts = {
    add_column: ['column', 'makes'],
    drop_column: ['column', 'removes'],
    create_index: ['index', 'makes'],
    drop_index: ['index', 'removes'],
    create_unique_constraint: ['constraint', 'makes'],
    create_check_constraint: ['constraint', 'makes'],
    create_exclude_constraint: ['constraint', 'makes'],
    create_primary_key: ['constraint', 'makes'],
    create_foreign_key: ['constraint', 'makes'],
    drop_constraint: ['constraint', 'removes'],
};
/** They change what is there; nothing comes or goes. */
const changes = ['alter_column', 'create_table_comment', 'drop_table_comment'];
function readOperation(operation) {
    const { name, table, object, line } = operation;
    const unseen = { objects: [], unseen: [`${name} at line ${line}`] };
    if (name === 'execute')
        return operation.sql === null ? unseen : readText(operation.sql, `execute at line ${line}`);
    const schema = operation.schema === null ? {} : { schema: operation.schema };
    const make = (kind, given, effect) => ({
        kind,
        name: given,
        effect,
        ...schema,
    });
    const seen = (...objects) => ({ objects, unseen: [] });
    const part = parts[name];
    if (part !== undefined) {
        if (object === null || (table === null && part[0] !== 'index'))
            return unseen;
        const inTable = table === null ? {} : { table };
        const own = { ...make(part[0], object, part[1]), ...inTable };
        return table === null ? seen(own) : seen(make('table', table, 'needs'), own);
    }
    if (table === null)
        return unseen;
    if (name === 'create_table')
        return seen(make('table', table, 'makes'));
    if (name === 'drop_table')
        return seen(make('table', table, 'removes'));
    if (name === 'rename_table' && object !== null)
        return seen(make('table', table, 'removes'), make('table', object, 'makes'));
    return changes.includes(name) ? seen(make('table', table, 'needs')) : unseen;
}
function readText(text, where) {
    try {
        const read = (0,statements/* splitStatements */.Xd)(text, { path: '' }).map(statement => (0,read_statement/* readStatement */.c)(statement.text));
        return {
            objects: read.flatMap(objects => objects ?? []),
            unseen: read.some(objects => objects === undefined) ? [where] : [],
        };
    }
    catch {
        // A quote that never ends: the server has refused it as well.
        return { objects: [], unseen: [where] };
    }
}


/***/ }),

/***/ 9651:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ readStatement)
/* harmony export */ });
/* harmony import */ var _sql_text_words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1218);
/** What one SQL statement makes, removes and needs. Pure. */

const kinds = {
    table: 'table',
    view: 'view',
    sequence: 'sequence',
    type: 'type',
    domain: 'type',
    schema: 'schema',
    extension: 'extension',
    function: 'function',
    procedure: 'function',
    index: 'index',
};
const modifiers = new Set('or replace temp temporary global local unlogged unique materialized recursive foreign'.split(' '));
const data = new Set([
    'insert',
    'update',
    'delete',
    'merge',
    'copy',
    'truncate',
    'do',
    'call',
    'select',
    'with',
]);
/** The objects of a statement; undefined for one whose effect no catalog shows (data, a block, an unknown form). */
function readStatement(text) {
    const words = (0,_sql_text_words_js__WEBPACK_IMPORTED_MODULE_0__/* .readWords */ .ux)(text);
    const [verb = ''] = words;
    if (verb === 'create')
        return readCreate(words);
    if (verb === 'drop')
        return readDrop(words);
    if (verb === 'alter')
        return readAlter(words);
    return data.has(verb) ? undefined : [];
}
function readCreate(words) {
    let at = 1;
    while (modifiers.has(words[at] ?? ''))
        at++;
    const said = words.slice(1, at);
    // It goes with the session.
    if (said.some(word => word.startsWith('temp')))
        return [];
    // Whether it is the old one or the new one cannot be told by its name.
    if (said.includes('replace'))
        return undefined;
    const kind = kinds[words[at] ?? ''];
    if (kind === undefined)
        return undefined;
    const named = (0,_sql_text_words_js__WEBPACK_IMPORTED_MODULE_0__/* .skipWords */ .XY)(words, (0,_sql_text_words_js__WEBPACK_IMPORTED_MODULE_0__/* .skipWords */ .XY)(words, at + 1, 'concurrently'), 'if', 'not', 'exists');
    const found = objectAt(words, named, kind, 'makes');
    if (found === undefined)
        return undefined;
    if (kind !== 'index')
        return [found.object];
    const on = words.indexOf('on', found.next);
    const table = on === -1 ? undefined : objectAt(words, (0,_sql_text_words_js__WEBPACK_IMPORTED_MODULE_0__/* .skipWords */ .XY)(words, on + 1, 'only'), 'table', 'needs');
    if (table === undefined)
        return undefined;
    const { name, schema } = table.object;
    // An index lives in the schema of its table.
    return [{ ...found.object, table: name, ...(schema === undefined ? {} : { schema }) }, table.object];
}
function readDrop(words) {
    const start = (0,_sql_text_words_js__WEBPACK_IMPORTED_MODULE_0__/* .skipWords */ .XY)(words, 1, ['materialized', 'foreign']);
    const kind = kinds[words[start] ?? ''];
    if (kind === undefined)
        return undefined;
    let at = (0,_sql_text_words_js__WEBPACK_IMPORTED_MODULE_0__/* .skipWords */ .XY)(words, (0,_sql_text_words_js__WEBPACK_IMPORTED_MODULE_0__/* .skipWords */ .XY)(words, start + 1, 'concurrently'), 'if', 'exists');
    const objects = [];
    for (;;) {
        const found = objectAt(words, at, kind, 'removes');
        if (found === undefined)
            return undefined;
        objects.push(found.object);
        at = (0,_sql_text_words_js__WEBPACK_IMPORTED_MODULE_0__/* .skipParentheses */ .cW)(words, found.next);
        if (words[at] !== ',')
            return objects;
        at++;
    }
}
function readAlter(words) {
    const kind = kinds[words[1] ?? ''];
    if (kind === undefined)
        return undefined;
    const named = (0,_sql_text_words_js__WEBPACK_IMPORTED_MODULE_0__/* .skipWords */ .XY)(words, (0,_sql_text_words_js__WEBPACK_IMPORTED_MODULE_0__/* .skipWords */ .XY)(words, 2, 'if', 'exists'), 'only');
    const found = objectAt(words, named, kind, 'needs');
    if (found === undefined)
        return undefined;
    const { object, next } = found;
    if ((0,_sql_text_words_js__WEBPACK_IMPORTED_MODULE_0__/* .matchWords */ .RD)(words, next, 'rename', 'to')) {
        const renamed = (0,_sql_text_words_js__WEBPACK_IMPORTED_MODULE_0__/* .readName */ .MQ)(words, next + 2)?.parts.at(-1);
        return renamed === undefined
            ? undefined
            : [
                { ...object, effect: 'removes' },
                { ...object, name: renamed, effect: 'makes' },
            ];
    }
    if (kind !== 'table')
        return [object];
    return [object, ...splitActions(words.slice(next)).flatMap(action => readAction(action, object))];
}
/** One action of ALTER TABLE: columns and constraints come and go; anything else changes what is there. */
function readAction(action, table) {
    const part = (kind, word, effect) => {
        const name = (0,_sql_text_words_js__WEBPACK_IMPORTED_MODULE_0__/* .readName */ .MQ)([word ?? ''], 0)?.parts[0];
        if (name === undefined)
            return [];
        const schema = table.schema === undefined ? {} : { schema: table.schema };
        return [{ kind, name, table: table.name, effect, ...schema }];
    };
    const [verb = ''] = action;
    if (verb === 'rename') {
        const at = (0,_sql_text_words_js__WEBPACK_IMPORTED_MODULE_0__/* .skipWords */ .XY)(action, 1, 'column');
        const kind = action[1] === 'constraint' ? 'constraint' : 'column';
        const from = kind === 'constraint' ? 2 : at;
        return action[from + 1] === 'to'
            ? [...part(kind, action[from], 'removes'), ...part(kind, action[from + 2], 'makes')]
            : [];
    }
    const effect = verb === 'add' ? 'makes' : verb === 'drop' ? 'removes' : undefined;
    if (effect === undefined)
        return [];
    const exists = verb === 'add' ? ['if', 'not', 'exists'] : ['if', 'exists'];
    if (action[1] === 'constraint')
        return part('constraint', action[(0,_sql_text_words_js__WEBPACK_IMPORTED_MODULE_0__/* .skipWords */ .XY)(action, 2, ...exists)], effect);
    if (/^(?:primary|unique|check|foreign|exclude)$/.test(action[1] ?? ''))
        return [];
    return part('column', action[(0,_sql_text_words_js__WEBPACK_IMPORTED_MODULE_0__/* .skipWords */ .XY)(action, (0,_sql_text_words_js__WEBPACK_IMPORTED_MODULE_0__/* .skipWords */ .XY)(action, 1, 'column'), ...exists)], effect);
}
/** Cut at the commas that stand in no parentheses. */
function splitActions(words) {
    const actions = [[]];
    for (let at = 0; at < words.length;) {
        const after = (0,_sql_text_words_js__WEBPACK_IMPORTED_MODULE_0__/* .skipParentheses */ .cW)(words, at);
        if (words[at] === ',')
            actions.push([]);
        else
            actions.at(-1)?.push(...words.slice(at, Math.max(after, at + 1)));
        at = Math.max(after, at + 1);
    }
    return actions;
}
function objectAt(words, at, kind, effect) {
    // CREATE INDEX ON t and CREATE SCHEMA AUTHORIZATION r name nothing.
    if (words[at] === 'on' || words[at] === 'authorization')
        return undefined;
    const found = (0,_sql_text_words_js__WEBPACK_IMPORTED_MODULE_0__/* .readName */ .MQ)(words, at);
    if (found === undefined)
        return undefined;
    const [name = '', schema] = [...found.parts].reverse();
    return { object: { kind, name, effect, ...(schema === undefined ? {} : { schema }) }, next: found.next };
}


/***/ }),

/***/ 1609:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ sayError),
/* harmony export */   i: () => (/* binding */ serverError)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(977);
/**
 * What the server said, without people's data: a log is often public, and an error may quote rows. Errors of classes 22
 * (data), 23 (constraints) and 44 (check option) do so in their detail, their context and sometimes their message. Pure.
 */

/** Splits an error into what may be shown and what may not. `written` is the statement as its author wrote it. */
function sayError(told, written = '') {
    const { code, hint } = told;
    const all = { message: told.message, detail: told.detail ?? '', where: told.where ?? '' };
    const shown = /^(?:2[23]|44)/.test(code) ? withoutData(code, all, written) : all;
    const parts = ['message', 'detail', 'where'];
    const held = parts.filter(part => shown[part] !== all[part]).map(part => [part, (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .harmless */ .Is)(all[part])]);
    const server = {
        code: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(code, 5),
        severity: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(told.severity, 20),
        message: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(shown.message, 2000),
        ...(shown.detail === '' ? {} : { detail: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .harmless */ .Is)(shown.detail) }),
        ...(hint ? { hint: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .harmless */ .Is)(hint) } : {}),
        ...(shown.where === '' ? {} : { where: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .harmless */ .Is)(shown.where) }),
    };
    return { server, ...(held.length === 0 ? {} : { withheld: Object.fromEntries(held) }) };
}
function withoutData(code, { message, detail, where }, written) {
    return {
        message: code.startsWith('22') ? hideQuoted(message, written) : message,
        detail: hideKey(detail),
        where: keepPlaces(where),
    };
}
/** The same of an error that no statement of a person caused. */
function serverError(told) {
    return sayError(told).server;
}
/**
 * `invalid input syntax for type integer: "…"`, all from the first quote to the last. A literal of the statement stays:
 * whoever reads the file has read it.
 */
function hideQuoted(message, written) {
    return message.replace(/"(.*)"/s, (whole, value) => written.includes(`'${value.replaceAll("'", "''")}'`) ? whole : '"…"');
}
/** `Key (email)=(…) is duplicated.`: which columns, and none of their values. Any other detail goes as a whole. */
function hideKey(detail) {
    const key = /^(Key \(.*?\)=\().*(\).*)$/s.exec(detail);
    return key === null ? '' : `${key[1]}…${key[2]}`;
}
/** Where in a function it was; the lines of COPY, JSON and dynamic SQL hold what was read there. */
function keepPlaces(where) {
    return where
        .split('\n')
        .filter(line => /^(?:PL\/pgSQL|SQL) function /.test(line))
        .join('\n');
}


/***/ }),

/***/ 7880:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AN: () => (/* binding */ orphansQuery),
/* harmony export */   QP: () => (/* binding */ outsideQuery),
/* harmony export */   TN: () => (/* binding */ keyOf),
/* harmony export */   YV: () => (/* binding */ sayQuery),
/* harmony export */   rI: () => (/* binding */ aboutOf),
/* harmony export */   yp: () => (/* binding */ queriesFor)
/* harmony export */ });
/* harmony import */ var _database_identifiers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6324);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(977);
/* harmony import */ var _sql_text_tokens_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3765);
/* harmony import */ var _sql_text_words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1218);
/** Queries that list the rows which a constraint or an index found to be wrong, for the user's own tables. Pure. */




/** What to type to see the rows; nothing where no query can tell. */
function queriesFor(violation) {
    const query = violation.about.table === undefined ? undefined : readers[violation.code]?.(violation);
    if (query === undefined)
        return [];
    const words = (0,_sql_text_words_js__WEBPACK_IMPORTED_MODULE_2__/* .readWords */ .ux)(query);
    const gone = violation.undone.some(({ kind, effect, name }) => effect === 'makes' && ['table', 'column'].includes(kind) && words.includes((0,_database_identifiers_js__WEBPACK_IMPORTED_MODULE_0__/* .writeName */ .dZ)(name)));
    return gone ? [] : [sayQuery(query)];
}
/** A query as something to type. */
function sayQuery(query) {
    return { line: (0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .oneLine */ .TN)(query, 2000), when: 'you look for the rows' };
}
/** The names of an error that comes without them, from its message and its statement. */
function aboutOf(message, statement) {
    const column = /column "([^"]+)" of relation "([^"]+)"/.exec(message);
    if (column !== null)
        return { column: column[1] ?? '', table: column[2] ?? '' };
    const words = (0,_sql_text_words_js__WEBPACK_IMPORTED_MODULE_2__/* .readWords */ .ux)(statement);
    const altered = (0,_sql_text_words_js__WEBPACK_IMPORTED_MODULE_2__/* .skipWords */ .XY)(words, (0,_sql_text_words_js__WEBPACK_IMPORTED_MODULE_2__/* .skipWords */ .XY)(words, 2, 'if', 'exists'), 'only');
    const on = words[0] === 'create' ? words.indexOf('on') : -1;
    const at = (0,_sql_text_words_js__WEBPACK_IMPORTED_MODULE_2__/* .matchWords */ .RD)(words, 0, 'alter', 'table') ? altered : (0,_sql_text_words_js__WEBPACK_IMPORTED_MODULE_2__/* .skipWords */ .XY)(words, on + 1, 'only');
    const [table, schema] = at === 0 ? [] : [...((0,_sql_text_words_js__WEBPACK_IMPORTED_MODULE_2__/* .readName */ .MQ)(words, at)?.parts ?? [])].reverse();
    const constraint = /constraint "([^"]+)"/.exec(message)?.[1];
    return {
        ...(table === undefined ? {} : { table }),
        ...(schema === undefined ? {} : { schema }),
        ...(constraint === undefined ? {} : { constraint }),
    };
}
const readers = {
    '23502': findNulls,
    '23503': findOrphans,
    '23505': findDuplicates,
    '23514': findOutside,
};
/** The rows that keep a unique index from being built; a null is no duplicate, unless the index says so. */
function findDuplicates({ message, detail, about, statement }) {
    const columns = keyOf(detail);
    if (!/^could not create unique index/.test(message) || columns === undefined)
        return undefined;
    const words = (0,_sql_text_words_js__WEBPACK_IMPORTED_MODULE_2__/* .readWords */ .ux)(statement);
    const same = words.some((_, at) => (0,_sql_text_words_js__WEBPACK_IMPORTED_MODULE_2__/* .matchWords */ .RD)(words, at, 'nulls', 'not', 'distinct'));
    const filled = `${columns.includes(',') ? `(${columns})` : columns} is not null`;
    const partial = words[0] === 'create' ? textAfter(statement, 'where') : undefined;
    const conditions = [...(same ? [] : [filled]), ...(partial === undefined ? [] : [`(${partial})`])];
    const where = conditions.length === 0 ? '' : ` where ${conditions.join(' and ')}`;
    return `select ${columns}, count(*) from ${tableOf(about)}${where} group by ${columns} having count(*) > 1;`;
}
/** Rows without a value: those of a column that is there, or all where the revision adds it. */
function findNulls({ message, about, undone }) {
    const { table, column } = about;
    if (table === undefined || column === undefined || !/contains null values$/.test(message))
        return undefined;
    const isNew = undone.some(one => one.kind === 'column' && one.table === table && one.name === column);
    return `select count(*) from ${tableOf(about)}${isNew ? '' : ` where ${(0,_database_identifiers_js__WEBPACK_IMPORTED_MODULE_0__/* .writeName */ .dZ)(column)} is null`};`;
}
/** Rows that point at none, where a foreign key is being added. */
function findOrphans({ detail, about, statement }) {
    const words = (0,_sql_text_words_js__WEBPACK_IMPORTED_MODULE_2__/* .readWords */ .ux)(statement);
    const columns = keyOf(detail);
    const at = words.indexOf('references');
    const target = (0,_sql_text_words_js__WEBPACK_IMPORTED_MODULE_2__/* .readName */ .MQ)(words, at + 1);
    if (words[0] !== 'alter' || columns === undefined || at === -1 || target === undefined)
        return undefined;
    const end = (0,_sql_text_words_js__WEBPACK_IMPORTED_MODULE_2__/* .skipParentheses */ .cW)(words, target.next);
    if (end === target.next)
        return undefined;
    const theirs = words.slice(target.next + 1, end - 1).filter(word => word !== ',');
    return orphansQuery({
        table: tableOf(about),
        columns: columns.split(', '),
        target: (0,_database_identifiers_js__WEBPACK_IMPORTED_MODULE_0__/* .writeName */ .dZ)(...target.parts),
        theirs,
    });
}
/** Lists rows that point at none. */
function orphansQuery({ table, columns, target, theirs }) {
    const same = columns.map((column, index) => `r.${theirs[index]} = o.${column}`).join(' and ');
    const filled = columns.map(column => `o.${column} is not null`).join(' and ');
    return `select o.* from ${table} o where ${filled} and not exists (select from ${target} r where ${same}) limit 20;`;
}
/** Lists rows for which a condition is false. */
function outsideQuery(table, condition) {
    return `select * from ${table} where not (${condition}) limit 20;`;
}
/** Rows for which the condition of a new CHECK is false. */
function findOutside({ about, statement }) {
    if ((0,_sql_text_words_js__WEBPACK_IMPORTED_MODULE_2__/* .readWords */ .ux)(statement, 1)[0] !== 'alter' || about.constraint === undefined)
        return undefined;
    const condition = checkOf(statement, about.constraint);
    return condition === undefined ? undefined : outsideQuery(tableOf(about), condition);
}
/** `email, lower(name)` of `Key (email, lower(name))=(…) is duplicated.` */
function keyOf(detail) {
    return /^Key \((.*?)\)=\(/s.exec(detail)?.[1];
}
function tableOf({ schema, table = '' }) {
    return schema === undefined ? (0,_database_identifiers_js__WEBPACK_IMPORTED_MODULE_0__/* .writeName */ .dZ)(table) : (0,_database_identifiers_js__WEBPACK_IMPORTED_MODULE_0__/* .writeName */ .dZ)(schema, table);
}
function placedWords(text) {
    const found = [];
    let depth = 0;
    for (let token = (0,_sql_text_tokens_js__WEBPACK_IMPORTED_MODULE_1__/* .readToken */ .AI)(text, 0); token !== undefined; token = (0,_sql_text_tokens_js__WEBPACK_IMPORTED_MODULE_1__/* .readToken */ .AI)(text, token.end)) {
        if ((0,_sql_text_tokens_js__WEBPACK_IMPORTED_MODULE_1__/* .isComment */ .Cn)(token))
            continue;
        const raw = text.slice(token.start, token.end);
        if (raw === ')')
            depth--;
        found.push({ word: token.kind === 'word' ? raw.toLowerCase() : raw, ...token, depth });
        if (raw === '(')
            depth++;
    }
    return found;
}
/** Everything behind a keyword that stands in no parentheses. */
function textAfter(statement, keyword) {
    const found = placedWords(statement).find(({ word, depth }) => word === keyword && depth === 0);
    return found === undefined ? undefined : onOneLine(statement.slice(found.end));
}
/** The condition of `constraint <name> check (…)`, or of the only CHECK there is. */
function checkOf(statement, constraint) {
    const words = placedWords(statement);
    const checks = words.flatMap(({ word, depth }, at) => (word === 'check' && depth === 0 ? [at] : []));
    const named = checks.find(at => {
        const before = words.slice(at - 2, at).map(one => one.word);
        return before[0] === 'constraint' && (0,_sql_text_words_js__WEBPACK_IMPORTED_MODULE_2__/* .readName */ .MQ)(before, 1)?.parts[0] === constraint;
    });
    const at = named ?? (checks.length === 1 ? checks[0] : undefined);
    if (at === undefined || words[at + 1]?.word !== '(')
        return undefined;
    const end = words.findIndex((one, index) => index > at + 1 && one.word === ')' && one.depth === 0);
    const from = words[at + 1]?.end ?? 0;
    return end === -1 ? undefined : onOneLine(statement.slice(from, words[end]?.start));
}
/** The same SQL without comments and line ends; undefined where a string has a line end, which means itself. */
function onOneLine(text) {
    let line = '';
    let at = 0;
    let apart = false;
    for (let token = (0,_sql_text_tokens_js__WEBPACK_IMPORTED_MODULE_1__/* .readToken */ .AI)(text, 0); token !== undefined; token = (0,_sql_text_tokens_js__WEBPACK_IMPORTED_MODULE_1__/* .readToken */ .AI)(text, at)) {
        const raw = text.slice(token.start, token.end);
        apart ||= token.start > at || (0,_sql_text_tokens_js__WEBPACK_IMPORTED_MODULE_1__/* .isComment */ .Cn)(token);
        at = token.end;
        if ((0,_sql_text_tokens_js__WEBPACK_IMPORTED_MODULE_1__/* .isComment */ .Cn)(token))
            continue;
        if (/[\r\n]/.test(raw))
            return undefined;
        line += `${apart && line !== '' ? ' ' : ''}${raw}`;
        apart = false;
    }
    return line;
}


/***/ }),

/***/ 4762:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ headline),
/* harmony export */   Z: () => (/* binding */ describeStatement)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(977);
/* harmony import */ var _tokens_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3765);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1218);
/** What a statement is and what it did, in one line for people. Pure. */



/** Code points of a line at most. */
const width = 80;
/**
 * What a statement did: `create table orders`, `create index orders_status on orders`, `update 1,204 rows`.
 * The rows are those that the server counted; names are as written, bare ones in lower case. Never shows the
 * value of a constant. One harmless line of at most 80 code points.
 */
function describeStatement(statement, result) {
    const command = result.command.toLowerCase();
    const words = (0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .readWords */ .ux)(statement.text, 120);
    const rows = result.count === null ? '' : formatRows(result.count);
    if (rows !== '' && counted.includes(command) && words[0] !== 'create')
        return (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(`${command} ${rows}`, width);
    const phrase = describeWords(words);
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(rows === '' || words[0] !== 'create' ? phrase : `${phrase}, ${rows}`, width);
}
/**
 * The beginning of a statement as written, for showing what runs: one harmless line of at most 80 code points,
 * without comments and with `'…'` for every string, because a string may be a password or somebody's data.
 */
function headline(statement) {
    const beginning = statement.text.slice(0, 600);
    let line = '';
    let at = 0;
    for (let token = (0,_tokens_js__WEBPACK_IMPORTED_MODULE_0__/* .readToken */ .AI)(beginning, 0); token !== undefined; token = (0,_tokens_js__WEBPACK_IMPORTED_MODULE_0__/* .readToken */ .AI)(beginning, at)) {
        if (!(0,_tokens_js__WEBPACK_IMPORTED_MODULE_0__/* .isComment */ .Cn)(token)) {
            const raw = token.kind === 'string' ? "'…'" : beginning.slice(token.start, token.end);
            line += `${token.start > at && line !== '' ? ' ' : ''}${raw}`;
        }
        at = token.end;
    }
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(line, width);
}
const counted = ['insert', 'update', 'delete', 'merge', 'select', 'copy', 'fetch', 'move'];
function formatRows(count) {
    return `${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .groupDigits */ .K9)(count)} ${count === 1 ? 'row' : 'rows'}`;
}
function describeWords(words) {
    const [verb = ''] = words;
    if (/^(?:create|alter|drop)$/.test(verb) && isName(words[1] ?? ''))
        return describeObject(verb, words);
    if ((0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .matchWords */ .RD)(words, 0, 'comment', 'on') && isName(words[2] ?? ''))
        return describeComment(words);
    if ((0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .matchWords */ .RD)(words, 0, 'security', 'label'))
        return 'security label';
    if (verb === 'do')
        return 'do block';
    if (verb === 'refresh')
        return `refresh materialized view ${readTarget(words, (0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .skipWords */ .XY)(words, 3, 'concurrently'))}`;
    if (verb === 'with')
        return 'with query';
    return describePlainly(words);
}
/** Words between verb and kind, and between kind and name, that do not matter to the reader. */
const modifiers = new Set('or replace temp temporary global local unlogged unique recursive trusted procedural constraint concurrently only'.split(' '));
/** Kinds of objects of more than one word. */
const longKinds = [
    ['materialized', 'view'],
    ['foreign', 'table'],
    ['foreign', 'data', 'wrapper'],
    ['text', 'search', 'configuration'],
    ['text', 'search', 'dictionary'],
    ['text', 'search', 'parser'],
    ['text', 'search', 'template'],
    ['event', 'trigger'],
    ['access', 'method'],
    ['operator', 'class'],
    ['operator', 'family'],
    ['default', 'privileges'],
    ['user', 'mapping'],
    ['large', 'object'],
];
/** Kinds whose name says little without the table it belongs to. */
const dependent = ['index', 'trigger', 'policy', 'rule'];
/** DEFAULT PRIVILEGES and USER MAPPING have no names of their own. */
const nameless = ['default privileges', 'user mapping'];
function describeObject(verb, words) {
    const begin = skipModifiers(words, 1);
    const kind = longKinds.find(one => (0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .matchWords */ .RD)(words, begin, ...one)) ?? words.slice(begin, begin + 1).filter(isName);
    const named = skipModifiers(words, skipExistence(words, skipModifiers(words, begin + kind.length)));
    const name = words[named] === 'on' || nameless.includes(kind.join(' ')) ? '' : readTarget(words, named);
    const on = dependent.includes(kind[0] ?? '') ? readOn(words, named) : '';
    return [verb, ...kind, name, on].filter(part => part !== '').join(' ');
}
function skipModifiers(words, from) {
    let at = from;
    // The word before a parenthesis, a comma, ON, AS or the end is a name, whatever it reads like.
    while (modifiers.has(words[at] ?? '') && /^(?!(?:on|as)$)["a-z_\x80-\uffff]/.test(words[at + 1] ?? ''))
        at++;
    return at;
}
function skipExistence(words, at) {
    return (0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .skipWords */ .XY)(words, (0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .skipWords */ .XY)(words, at, 'if', 'not', 'exists'), 'if', 'exists');
}
/** `on table`, also after the `to` of a rule (`on insert to table`). */
function readOn(words, from) {
    const on = words.indexOf('on', from);
    if (on === -1)
        return '';
    const to = (0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .matchWords */ .RD)(words, on + 1, ['select', 'insert', 'update', 'delete'], 'to') ? on + 3 : on + 1;
    const table = readTarget(words, (0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .skipWords */ .XY)(words, to, 'only'));
    return table === '' ? '' : `on ${table}`;
}
/** `comment on column a.b is …` */
function describeComment(words) {
    const end = words.indexOf('is');
    const about = end === -1 ? words : words.slice(0, end);
    const kind = longKinds.find(one => (0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .matchWords */ .RD)(about, 2, ...one)) ?? about.slice(2, 3);
    const named = 2 + kind.length;
    const on = [...dependent, 'constraint'].includes(kind[0] ?? '') ? readOn(about, named) : '';
    return [...about.slice(0, 2), ...kind, readTarget(about, named), on].filter(part => part !== '').join(' ');
}
/** Names, comma separated, at `at`; a function's parentheses are passed over. Empty where none stands. */
function readTarget(words, at) {
    const name = readWrittenName(words, at);
    if (name.text === '')
        return '';
    const next = (0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .skipParentheses */ .cW)(words, name.next);
    const more = words[next] === ',' ? readTarget(words, next + 1) : '';
    return more === '' ? name.text : `${name.text}, ${more}`;
}
function readWrittenName(words, at) {
    const first = words[at] ?? '';
    if (!isName(first) && !/^[~!@#^&|`?+\-*/%<>=]+$/.test(first))
        return { text: '', next: at };
    if (words[at + 1] !== '.')
        return { text: first, next: at + 1 };
    const rest = readWrittenName(words, at + 2);
    return { text: `${first}.${rest.text}`, next: rest.next };
}
function isName(found) {
    return /^(?:[a-z_\x80-\uffff]|"|u&")/i.test(found) && !found.endsWith("'");
}
/** The words up to the first constant or parenthesis: no value gets into a log by this way. */
function describePlainly(given) {
    const words = [...given.slice(0, 1), ...given.slice((0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .skipParentheses */ .cW)(given, 1))];
    const end = words.findIndex(found => !isName(found) && found !== '.' && found !== ',');
    const shown = words.slice(0, end === -1 ? words.length : end).slice(0, 12);
    return shown
        .join(' ')
        .replace(/ \. /g, '.')
        .replace(/ , /g, ', ')
        .replace(/[\s,.]+$/, '');
}


/***/ })

};
