export const id = 922;
export const ids = [922];
export const modules = {

/***/ 4922:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   configSchema: () => (/* binding */ configSchema)
/* harmony export */ });
/* harmony import */ var _built_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5104);
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4830);
/* harmony import */ var _settings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4663);



const text = (description) => ({ type: 'string', description, says: 'is no text' });
const texts = (description) => ({
    type: 'array',
    description,
    minItems: 1,
    items: { type: 'string', says: 'is no text' },
    says: 'is no list of texts, or an empty one',
});
const duration = (description) => ({
    type: 'string',
    description,
    pattern: '^(0+|[0-9]{1,9}(\\.[0-9]{1,3})?(ms|s|m|h))$',
    says: `is no duration; it takes ${_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .durationForm */ .r}`,
});
const database = {
    type: 'object',
    additionalProperties: false,
    required: ['url'],
    says: 'is no map, or lacks `url`: the name of the environment variable that holds the URL',
    properties: {
        engine: {
            enum: [..._settings_js__WEBPACK_IMPORTED_MODULE_1__/* .engineNames */ .Ry],
            description: 'Decided from the files unless told otherwise.',
            says: `is no engine; it takes ${_built_js__WEBPACK_IMPORTED_MODULE_2__/* .builtEngines */ .M.join(', ')}`,
        },
        directory: text('Folder of the revisions, relative to the working directory.'),
        run: text('How Alembic is started, without a shell: `uv run alembic -n orion`.'),
        url: {
            type: 'string',
            description: 'Name of the environment variable that holds the URL, never the URL itself.',
            pattern: '^[A-Za-z_][A-Za-z0-9_]*$',
            says: 'is no name of an environment variable; the URL itself has no place in a file',
        },
        paths: texts('Patterns of files that concern this database.'),
        'history-table': {
            type: 'string',
            description: 'Where applied revisions are recorded.',
            pattern: _settings_js__WEBPACK_IMPORTED_MODULE_1__/* .tableForm */ .xe.source,
            says: 'is no table name; it takes table or schema.table',
        },
        after: texts('SQL files to run after the revisions, each in a transaction: roles, grants.'),
        smoke: texts('SQL files whose queries must return rows and no false.'),
        baseline: texts('Of a rehearsal: SQL files to run before the first revision.'),
        seed: texts('Of a rehearsal: SQL files to run before the new revisions.'),
        'lock-timeout': duration('Postgres lock_timeout of each revision.'),
        'statement-timeout': duration('Postgres statement_timeout.'),
        wait: duration('For another run’s lock.'),
        'expect-host': text('Glob: refuse when the URL points at another host. The step’s own glob must hold as well.'),
        'expect-database': text('Glob: refuse when the URL names another database. The step’s own glob must hold as well.'),
    },
};
/** The form of `.github/migration-gate.yml`; docs/schema/config.json is made from it. */
const configSchema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Migration Gate: several databases in one repository',
    type: 'object',
    additionalProperties: false,
    required: ['databases'],
    says: 'is no map with the key `databases`',
    properties: {
        databases: {
            type: 'object',
            description: 'The databases by their names, in the order in which they are run.',
            minProperties: 1,
            propertyNames: {
                pattern: '^[A-Za-z][A-Za-z0-9_-]{0,62}$',
                says: 'is no name: letters, digits, _ and -',
            },
            additionalProperties: database,
            says: 'is no map of databases, or an empty one',
        },
        rules: {
            type: 'object',
            description: 'Rules of `check` by their names.',
            additionalProperties: { enum: ['off', 'warning', 'error'], says: 'takes off, warning or error' },
            says: 'is no map of rules',
        },
    },
};


/***/ })

};
