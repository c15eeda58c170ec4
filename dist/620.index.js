export const id = 620;
export const ids = [620];
export const modules = {

/***/ 6968:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ historyTables),
/* harmony export */   q: () => (/* binding */ recogniseTool)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(977);

/** Tables that other tools keep, told apart by their columns where names collide. */
const tools = [
    { table: 'alembic_version', column: 'version_num', tool: 'Alembic' },
    { table: 'schema_migrations', column: 'dirty', tool: 'golang-migrate' },
    { table: 'schema_migrations', column: 'statements', tool: 'the Supabase CLI' },
    { table: 'ar_internal_metadata', column: 'key', tool: 'Rails' },
    { table: 'schema_migrations', column: 'inserted_at', tool: 'Ecto' },
    { table: 'schema_migrations', column: 'version', tool: 'dbmate' },
    { table: 'goose_db_version', column: 'version_id', tool: 'goose' },
    { table: 'flyway_schema_history', column: 'installed_rank', tool: 'Flyway' },
    { table: 'pgmigrations', column: 'run_on', tool: 'node-pg-migrate' },
    { table: '_prisma_migrations', column: 'migration_name', tool: 'Prisma' },
    { table: '__drizzle_migrations', column: 'hash', tool: 'Drizzle' },
    { table: '_sqlx_migrations', column: 'checksum', tool: 'sqlx' },
    { table: 'atlas_schema_revisions', column: 'operator_version', tool: 'Atlas' },
    { table: 'django_migrations', column: 'applied', tool: 'Django' },
    { table: 'databasechangelog', column: 'md5sum', tool: 'Liquibase' },
    { table: 'knex_migrations', column: 'migration_time', tool: 'Knex' },
    { table: 'SequelizeMeta', column: 'name', tool: 'Sequelize' },
    { table: 'kysely_migration', column: 'timestamp', tool: 'Kysely' },
    { table: 'migrations', column: 'executed_at', tool: 'postgres-migrations' },
    { table: 'migrations', column: 'previous_hash', tool: 'graphile-migrate' },
];
/** Names to ask a database for. */
const historyTables = tools.map(one => one.table);
/** The tool whose history is among these tables: `dbmate`, and its table, `public.schema_migrations`, harmless. */
function recogniseTool(found) {
    for (const { table, column, tool } of tools) {
        const one = found.find(({ name, columns }) => name === table && columns.includes(column));
        if (one !== undefined)
            return { tool, table: (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(`${one.schema}.${one.name}`) };
    }
    return undefined;
}


/***/ }),

/***/ 3413:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ restoring),
/* harmony export */   S: () => (/* binding */ allowing)
/* harmony export */ });
/* harmony import */ var _shell_word_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4491);

/** Goes on with one more kind of problem, besides what is allowed already. */
function allowing(kind, allow, when) {
    return { command: 'upgrade', with: { allow: [...allow, kind].join(',') }, when };
}
/**
 * Brings back the file as it was when the revision ran: nothing where the history does not say which commit that was.
 * `:/` counts from the root of the repository, wherever one stands; the path may be a pattern of git.
 */
function restoring(row, path, when) {
    if (!/^[0-9a-f]{40,64}$/.test(row.commitSha))
        return [];
    return [{ line: `git checkout ${row.commitSha} -- ${(0,_shell_word_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteWord */ .X)(`:/${path}`)}`, when }];
}


/***/ })

};
