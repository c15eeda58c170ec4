export const id = 67;
export const ids = [67];
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


/***/ })

};
