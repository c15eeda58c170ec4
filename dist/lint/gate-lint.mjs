import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ // The require scope
/******/ var __nccwpck_require__ = {};
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/************************************************************************/
var __webpack_exports__ = {};

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  _: () => (/* binding */ openLint)
});

;// CONCATENATED MODULE: ./build/text.js
/** Text that we did not write, made harmless before it is shown. Pure. */
/** ANSI sequences (CSI, OSC, single escapes), also in their 8-bit forms. */
const ansi = /(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]|(?:\x1b\]|\x9d)[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)?|\x1b[@-Z\\-_a-z0-9=>]/g;
/** Controls, line ends and the marks that turn the reading direction (Trojan Source, CVE-2021-42574). */
const controls = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/g;
/** One line of printable ASCII in which no command can begin: nearly every text, and harmless as it is. */
const plain = /^(?! *::)(?!.*##\[)[ -~]*$/;
/** Many lines of foreign text: line ends and tabs stay, nothing else that steers a terminal or a runner does. */
function harmless(text) {
    if (plain.test(text))
        return text;
    return text
        .replace(/\r\n?/g, '\n')
        .replace(ansi, '')
        .replace(controls, '')
        .split('\n')
        .map(breakCommand)
        .join('\n');
}
/** One line of foreign text: line ends become a visible sign. Cut at `most` code points. */
function text_oneLine(text, most = 300) {
    if (text.length <= most && plain.test(text))
        return text;
    const line = joinLines(harmless(text)).replace(/\t/g, ' ');
    const points = [...line];
    return points.length <= most ? line : `${points.slice(0, most - 1).join('')}…`;
}
/** Whether a text could be a URL with credentials, also one of which paths were made (`://` becomes `:/`). */
function looksLikeUrl(text) {
    const mark = text.indexOf(':/');
    return mark !== -1 && (/:\/\/|:\/[^\s/]*:/.test(text) || text.includes('@', mark));
}
/**
 * What somebody gave, for a message. A URL is not shown at all: cutting it takes the @ away by which the redactor
 * would know its password.
 */
function showInput(text, most) {
    return looksLikeUrl(text) ? 'a URL' : text_oneLine(text, most);
}
/** Line ends and the white space around them become one sign; a regular expression for it would be quadratic. */
function joinLines(text) {
    const lines = text.split('\n');
    const last = lines.length - 1;
    return lines
        .map((line, index) => (index === 0 ? line : line.trimStart()))
        .map((line, index) => (index === last ? line : line.trimEnd()))
        .filter((line, index) => line !== '' || index === 0 || index === last)
        .join(' ⏎ ');
}
/**
 * The runner takes `::name::` at the start of a line (after white space) and `##[name]` anywhere in it
 * for commands (actions/runner ActionCommand.cs). A zero-width joiner inside the mark keeps the text readable.
 */
function breakCommand(line) {
    return line.replace(/^(\s*):(?=:)/, '$1:\u200d').replaceAll('##[', '#\u200d#[');
}
/** `1 file`, `2 files`, `1,204 rows`. */
function count(number, noun) {
    return `${groupDigits(number)} ${noun}${number === 1 ? '' : 's'}`;
}
/** `1,204`. By hand: the first number that Intl formats loads its data, ten milliseconds of it. */
function groupDigits(number) {
    return String(number).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
/** `a`, `a and b`, `a, b and c`. */
function joinAnd(words) {
    return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
/** `a, b, c`; of more than eight the first three, the last and their number. */
function shortList(words) {
    return words.length <= 8
        ? words.join(', ')
        : `${words.slice(0, 3).join(', ')} … ${words.at(-1)} (${words.length})`;
}
const spans = (/* unused pure expression or super */ null && ([
    ['d', 86_400, 'h', 3_600],
    ['h', 3_600, 'min', 60],
    ['min', 60, 's', 1],
]));
/** A time of so many seconds, in its two largest units: `12 s`, `4 min 3 s`, `2 h 5 min`, `3 d 4 h`. */
function sayAge(seconds) {
    const whole = Math.floor(seconds);
    const span = spans.find(([, length]) => whole >= length);
    if (span === undefined)
        return `${whole} s`;
    const [unit, length, smaller, part] = span;
    const rest = Math.floor((whole % length) / part);
    return `${Math.floor(whole / length)} ${unit}${rest === 0 ? '' : ` ${rest} ${smaller}`}`;
}

;// CONCATENATED MODULE: ./build/catalogue/entry.js

/** Gives an entry its type without writing it twice. */
function entry(given) {
    return given;
}
/** Code points of a message at most: many lists of paths, and no megabytes. */
const longest = 4000;
/** Fills an entry with its facts, whose texts may be foreign: what comes out is one harmless line. */
function entry_fillEntry(id, found, facts, around) {
    const message = text_oneLine(found.says(facts), longest);
    return { id, message, cure: text_oneLine(found.cure(facts), longest), exit: found.exit, ...around };
}

;// CONCATENATED MODULE: ./build/catalogue/lint-facts.js

/** An entry of the lint: its cure is the safe way. */
function lintEntry(says, example) {
    return entry({ exit: 1, says, cure: facts => facts.safe, example });
}

;// CONCATENATED MODULE: ./build/catalogue/lint-objects.js

/** What the text of new revisions would do to the version that is live, and to what else is there. */
const lintObjectEntries = {
    'drop-in-use': lintEntry(f => `${f.on} is gone for the version that is live from the moment this revision commits: what still asks for it fails${f.does ?? ''}.`, {
        on: 'The column status of orders',
        safe: 'Deploy a version that does not use it, then drop it: mark that revision with the line `-- gate: contract`.',
    }),
    'rename-in-use': lintEntry(f => `${f.on} becomes ${f.what}: the version that is live asks for the old name and fails from the moment this revision commits.`, {
        on: 'The column status of orders',
        what: 'state',
        safe: 'Add the new column, fill both, and drop the old one later.',
    }),
    'drop-not-null': lintEntry(f => `The column ${f.what} of ${f.on} may be null after this: the version that is live has not met one.`, { on: 'orders', what: 'status', safe: 'See that the live version can read a null.' }),
    'table-rewritten': lintEntry(f => `${f.does} writes the whole of ${f.on} anew: nobody can read or write it meanwhile.`, { on: 'orders', does: 'CLUSTER', safe: 'Do it in a maintenance window.' }),
    'refresh-blocks-reads': lintEntry(f => `While ${f.on} is refreshed, nobody can read it.`, {
        on: 'totals',
        safe: 'Write `refresh materialized view concurrently totals`.',
    }),
    'lock-held': lintEntry(f => `${f.on} is locked (${f.what}) until this revision commits: nobody can write to it meanwhile.`, { on: 'orders', what: 'access exclusive', safe: 'Leave the lock to the statements that need it.' }),
    'truncate-loses-rows': lintEntry(f => `All rows of ${f.on} are gone after this${f.does ?? ''}; nobody can read or write it until this revision commits, and no way down brings them back.`, {
        on: 'orders',
        does: ', and of every table that refers to it',
        safe: 'Delete what is not needed, in batches.',
    }),
    'all-rows-changed': lintEntry(f => `${f.does} every row of ${f.on} at once: each stays locked until this revision commits, and the table grows by as many dead rows.`, { on: 'orders', does: 'UPDATE changes', safe: 'Do it in batches.' }),
    'work-under-lock': lintEntry(f => `${f.does} while ${f.on} is locked against everybody by an earlier statement of the same transaction: they wait until all of it is done.`, { on: 'orders', does: 'Rows of orders are changed', safe: 'Put it into a revision of its own.' }),
    'several-tables-locked': lintEntry(f => `This transaction locks ${f.what} against everybody while it holds ${f.on}: whoever uses them in another order waits for it and it for them, until one is cancelled.`, { on: 'customers', what: 'orders', safe: 'Give each table a revision of its own.' }),
    'enum-value-too-soon': lintEntry(f => `The value ${f.what} of ${f.on} ${f.does ?? 'is used'} in the transaction that adds it, which Postgres refuses (55P04).`, { on: 'mood', what: "'sad'", safe: 'Add it in a revision of its own.' }),
    'trigger-on-live-table': lintEntry(f => `${f.does} changes what writes of the version that is live do to ${f.on}, from the moment this revision commits.`, { on: 'orders', does: 'The trigger audit', safe: 'See that the live version can live with it.' }),
    'row-security': lintEntry(f => `${f.does} changes which rows of ${f.on} the version that is live sees and may write.`, { on: 'orders', does: 'Row level security', safe: 'Create the policies first.' }),
    'attach-scans': lintEntry(f => `Attaching ${f.what} to ${f.on} reads ${f.does}: nobody can read or write that meanwhile.`, {
        on: 'events',
        what: 'events_2026',
        does: 'the whole of events_2026',
        safe: 'Add a matching check first.',
    }),
    'partition-locks-parent': lintEntry(f => `Making the partition ${f.what} locks ${f.on} against everybody${f.does ?? ''}.`, {
        on: 'events',
        what: 'events_2026',
        does: ', and reads its default partition',
        safe: 'Create the table by itself and attach it.',
    }),
    'detach-locks-parent': lintEntry(f => `Detaching ${f.what} locks ${f.on} against everybody until this revision commits.`, {
        on: 'events',
        what: 'events_2024',
        safe: 'Write `alter table events detach partition events_2024 concurrently`.',
    }),
    'timeout-off': lintEntry(f => `${f.on} is switched off here: a statement that waits for a lock holds up everybody behind it for as long as it takes.`, { on: 'lock_timeout', safe: 'Leave it to the gate, which sets it and tries again.' }),
    'not-seen': lintEntry(f => `What this statement does was not seen: ${f.what}.`, {
        on: 'the statement',
        what: 'its SQL is made at run time',
        safe: 'Write it as plain statements.',
    }),
    'not-parsed': lintEntry(f => `Postgres 18 would not understand this statement: ${f.what}.`, {
        on: 'the statement',
        what: 'syntax error at or near "tabel"',
        safe: 'Correct it; if it is for a newer server, let it through.',
    }),
};

;// CONCATENATED MODULE: ./build/catalogue/lint.js


const safe = 'The safe way is written out for the statement: docs/lint.md.';
/** What the text of new revisions would do to the tables that are there: indexes, columns, constraints. */
const lintTableEntries = {
    'index-blocks-writes': lintEntry(f => `While the index on ${f.on} is built, nobody can write to the table: it is locked until this revision commits.`, { on: 'orders', safe: 'Write `create index concurrently a on orders (at)`.' }),
    'index-on-partitioned': lintEntry(f => `An index on the partitioned ${f.on} is built on every partition at once: nobody can write to any of them until this revision commits.`, { on: 'events', safe: 'Write `create index a on only events (at)`.' }),
    'drop-index-waits': lintEntry(f => `Dropping ${f.on} locks its table against everybody: the lock waits for every query on it, and all new ones wait behind.`, { on: 'orders_at_idx', safe: 'Write `drop index concurrently orders_at_idx`.' }),
    'reindex-blocks-writes': lintEntry(f => `While ${f.on} is reindexed, nobody can write to the table, and queries that plan to use the index wait.`, { on: 'orders', safe: 'Write `reindex table concurrently orders`.' }),
    'add-column-rewrites': lintEntry(f => `Adding ${f.what} to ${f.on} writes the whole table and its indexes anew (${f.does}): nobody can read or write it meanwhile.`, { on: 'orders', what: 'token', does: 'its default is another one for each row', safe }),
    'add-column-required': lintEntry(f => `Adding ${f.what} to ${f.on} fails where the table has a row: it is NOT NULL and has no default. The version that is live does not fill it either.`, { on: 'orders', what: 'status', safe: 'Give it a default.' }),
    'add-column-scans': lintEntry(f => `Adding ${f.what} to ${f.on} ${f.does}: nobody can read or write the table until it is done.`, { on: 'orders', what: 'code', does: 'builds a unique index', safe }),
    'set-not-null-scans': lintEntry(f => `Setting ${f.what} of ${f.on} NOT NULL reads the whole table: nobody can read or write it meanwhile. It fails where a row has a null, and so do inserts of the version that is live.`, { on: 'orders', what: 'status', safe }),
    'type-change-rewrites': lintEntry(f => `Changing ${f.what} of ${f.on} ${f.does} writes the whole table and its indexes anew: nobody can read or write it meanwhile.`, { on: 'orders', what: 'id', does: 'from integer to bigint', safe }),
    'type-change-reads': lintEntry(f => `Changing ${f.what} of ${f.on} ${f.does}: nobody can read or write the table meanwhile.`, {
        on: 'orders',
        what: 'code',
        does: 'from varchar(12) to text builds its index orders_open anew, which has a condition or an expression',
        safe,
    }),
    'type-change-unknown': lintEntry(f => `Changing ${f.what} of ${f.on} ${f.does} may write the whole table anew, and nobody could read or write it meanwhile.`, { on: 'orders', what: 'code', does: 'from a type that no revision names to text', safe }),
    'collation-rebuilds-indexes': lintEntry(f => `Another collation for ${f.what} of ${f.on} builds the indexes of the column anew: nobody can read or write the table meanwhile.`, { on: 'orders', what: 'code', safe }),
    'expression-rewrites': lintEntry(f => `A new expression for ${f.what} of ${f.on} writes the whole table anew: nobody can read or write it meanwhile.`, { on: 'orders', what: 'total', safe }),
    'constraint-scans': lintEntry(f => `Adding ${f.what} to ${f.on} reads the whole table: nobody can read or write it meanwhile.`, { on: 'orders', what: 'a check', safe }),
    'foreign-key-scans': lintEntry(f => `Adding a foreign key from ${f.on} to ${f.what} reads both tables: nobody can write to either meanwhile.`, { on: 'orders', what: 'customers', safe }),
    'constraint-builds-index': lintEntry(f => `Adding ${f.what} to ${f.on} builds an index: nobody can read or write the table meanwhile.`, { on: 'orders', what: 'a unique constraint', safe }),
    'primary-key-scans': lintEntry(f => `The primary key of ${f.on} takes over the index ${f.what}, and still reads the whole table where a column may be null: nobody can read or write it meanwhile.`, { on: 'orders', what: 'orders_id_idx', safe }),
    'exclude-builds-index': lintEntry(f => `Adding an exclusion constraint to ${f.on} builds its index under a lock: nobody can read or write the table meanwhile.`, { on: 'bookings', safe: 'There is no way without the lock.' }),
    'validated-too-soon': lintEntry(f => `The constraint ${f.what} of ${f.on} is validated in the transaction that added it: the lock of its ADD is held while the whole table is read.`, { on: 'orders', what: 'orders_total_check', safe }),
    'drop-foreign-key-locks': lintEntry(f => `Dropping ${f.what} of ${f.on} locks ${f.does} against everybody, too, until this revision commits.`, {
        on: 'orders',
        what: 'orders_customer_id_fkey',
        does: 'customers',
        safe: 'Keep it apart from other statements.',
    }),
    'domain-check-scans': lintEntry(f => `A new constraint on the domain ${f.on} reads every table that has a column of it: nobody can write to them meanwhile.`, { on: 'email', safe: 'Write `alter domain email add constraint … not valid`.' }),
};
/** Every rule of the lint. */
const lintEntries = { ...lintTableEntries, ...lintObjectEntries };

;// CONCATENATED MODULE: ./build/errors.js
/**
 * A fault on its way up. Nothing else may end a run: what is caught and is not a GateError is a bug of ours,
 * and is reported as one, without a stack trace.
 */
class errors_GateError extends Error {
    fault;
    /** Further faults found in the same pass; all are shown. */
    others;
    constructor(fault, others = []) {
        super(fault.message);
        this.name = 'GateError';
        this.fault = fault;
        this.others = others;
    }
}

;// CONCATENATED MODULE: ./build/catalogue/alembic.js

const named = (id) => (id === '' ? 'A revision' : `Revision ${id}`);
const coded = (code) => (code === '' ? '' : ` (${code})`);
const sent = (sql) => (sql === '' ? '' : `, at \`${sql.replaceAll('`', "'")}\``);
/** What Alembic itself refuses, and what goes wrong inside its revisions. */
const alembicEntries = {
    'alembic-heads': entry({
        exit: 1,
        says: f => `Alembic finds more than one head${f.heads === '' ? '' : `: ${f.heads}`}.`,
        cure: () => 'Join them in a revision (`alembic merge`) and commit its file. Where branches are meant to stay apart, use `heads`.',
        example: { heads: '3f2a, 9b1c' },
    }),
    'alembic-unknown-revision': entry({
        exit: 1,
        says: f => `Alembic cannot find revision ${f.id}: no script in ${f.folder} has that id.`,
        cure: () => 'Most often the database is ahead of this commit: deploy a commit that has the revision. If its file was removed, bring it back.',
        example: { id: '9b1c', folder: 'alembic/versions' },
    }),
    'alembic-overlapping': entry({
        exit: 1,
        says: f => `Alembic refuses ${f.one} beside ${f.other}: one of them comes from the other.`,
        cure: f => `Only the newest of a line may stand in the version table, and be asked for. See with \`current\` where the database stands, then \`stamp\` the later one of ${f.one} and ${f.other}.`,
        example: { one: '0002', other: '0001' },
    }),
    'alembic-behind': entry({
        exit: 1,
        says: f => `Alembic refuses because ${f.where} does not have every revision yet.`,
        cure: () => 'Run `upgrade` first, then the same command again.',
        example: { where: 'db.example.com:5432/app' },
    }),
    'alembic-config': entry({
        exit: 2,
        says: f => `Alembic cannot use its configuration: ${f.reason}.`,
        cure: f => `See that alembic.ini or [tool.alembic] of pyproject.toml is in ${f.folder} and that \`script_location\` names the folder of env.py; \`directory\` and \`run\` say where the gate starts Alembic.`,
        example: { reason: "No 'script_location' key found in configuration", folder: 'backend' },
    }),
    'alembic-ambiguous': entry({
        exit: 1,
        says: f => `Alembic cannot tell which branch is meant: ${f.reason}.`,
        cure: () => 'Name the revision itself, or `heads` for every branch.',
        example: { reason: 'Ambiguous upgrade from multiple current revisions' },
    }),
    'alembic-raced': entry({
        exit: 1,
        says: f => `Somebody else migrated ${f.where} at the same time: ${f.reason}.`,
        cure: () => 'Run the same command again: it starts from where the database stands now. The gate lock holds off other gates, not a plain `alembic upgrade`; let every run go through the gate.',
        example: {
            where: 'db.example.com:5432/app',
            reason: 'expected to match one row when updating 0001 to 0002; 0 found',
        },
    }),
    'alembic-parent': entry({
        exit: 1,
        says: f => `A revision in ${f.folder} comes after ${f.id}, of which there is no script.`,
        cure: f => `Bring the script of ${f.id} back, or correct the \`down_revision\` that names it.`,
        example: { id: '0009', folder: 'alembic/versions' },
    }),
    'alembic-command': entry({
        exit: 1,
        says: f => `Alembic refused: ${f.reason}.`,
        cure: () => 'Mend what it names, then run the same command again.',
        example: { reason: 'Cycle is detected in revisions (0002, 0003)' },
    }),
    'alembic-usage': entry({
        exit: 2,
        says: f => `Alembic does not understand how it was started: ${f.reason}.`,
        cure: f => `Correct the input \`run\`: it is what comes before the sub-command, such as \`${f.program}\`, with -c, -n and -x at most.`,
        example: { reason: 'unrecognized arguments: --colour', program: 'uv run alembic' },
    }),
    'alembic-id-refused': entry({
        exit: 1,
        says: f => `The id ${f.id} has ${f.length} characters, and ${f.table} holds 32.`,
        cure: () => 'Give the revision an id of at most 32 characters, in its `revision` and wherever a `down_revision` names it.',
        example: { id: '2024_03_01_add_the_status_column_to_orders', length: 42, table: 'alembic_version' },
    }),
    'alembic-failed': entry({
        exit: 1,
        says: f => `${named(f.id)} failed${sent(f.sql)}: ${f.reason}${coded(f.code)}.`,
        cure: () => 'Mend the revision, commit it, and run again: what is applied stays, what is pending runs.',
        example: { id: '0003', reason: 'syntax error at or near "ad"', code: '42601', sql: 'alter table …' },
    }),
    'alembic-exists': entry({
        exit: 1,
        says: f => `${named(f.id)} makes what is already there${sent(f.sql)}: ${f.reason}${coded(f.code)}.`,
        cure: () => 'Compare the revision with the database: if all of it is there, `stamp` it; if not, drop what is there, or finish it by hand and `stamp`.',
        example: { id: '0005', reason: 'relation "orders" already exists', code: '42P07', sql: '' },
    }),
    'alembic-absent': entry({
        exit: 1,
        says: f => `${named(f.id)} needs what is not there${sent(f.sql)}: ${f.reason}${coded(f.code)}.`,
        cure: f => `${f.hint === '' ? '' : `${f.hint} `}See whether the name is right and in the search_path, and whether somebody changed this database by hand.`,
        example: { id: '0005', reason: 'relation "orders" does not exist', code: '42P01', sql: '', hint: '' },
    }),
    'out-of-step': entry({
        exit: 1,
        says: f => `${f.text} The server said: ${f.reason}${coded(f.code)}.`,
        cure: f => `See that it is there as ${f.id} would make it, then record it: \`stamp ${f.id}\`; the next run goes on after it.`,
        example: {
            id: '0005',
            reason: 'relation "orders" already exists',
            code: '42P07',
            text: 'Out of step: as far as names tell, everything that 0005 makes is already there (table orders), and the version table does not know it.',
        },
    }),
    'half-there': entry({
        exit: 1,
        says: f => `${f.text} The server said: ${f.reason}${coded(f.code)}.`,
        cure: f => `Either undo by hand what is there and run again, or finish by hand what is not and record it: \`stamp ${f.id}\`.`,
        example: {
            id: '0005',
            reason: 'relation "orders" already exists',
            code: '42P07',
            text: 'A part of 0005 is in the database, as after a run by hand. There: table orders. Not there: index orders_email.',
        },
    }),
    'alembic-rights': entry({
        exit: 1,
        says: f => `${f.id === '' ? 'Alembic' : named(f.id)} may not do this as ${f.user}: ${f.reason} (42501).`,
        cure: f => `${f.way}; then run again.`,
        example: {
            id: '0005',
            reason: 'permission denied for table orders',
            user: 'relay',
            way: 'As its owner or a superuser: `grant select, insert, update, delete on table orders to relay;`',
        },
    }),
    'alembic-lock-timeout': entry({
        exit: 1,
        says: f => `${named(f.id)} waited for a lock that others held for too long${sent(f.sql)}, and gave up before it held up every query behind it (55P03).`,
        cure: () => 'Run again when less is under way, or end the transaction that holds the table (pg_stat_activity); `lock-timeout` sets how long to wait.',
        example: { id: '0005', sql: 'ALTER TABLE orders ADD COLUMN status TEXT' },
    }),
    'alembic-deadlock': entry({
        exit: 1,
        says: f => `${named(f.id)} and another session waited for each other${sent(f.sql)}, and the server ended this one (40P01).`,
        cure: () => 'Run again. If it comes back, take the locks of the revision in the order of the application.',
        example: { id: '0005', sql: 'ALTER TABLE orders ADD COLUMN status TEXT' },
    }),
    'alembic-cancelled': entry({
        exit: 1,
        says: f => `${named(f.id)} was cancelled by the server${sent(f.sql)}: ${f.reason} (57014).`,
        cure: () => 'If it was the statement timeout: raise it in the revision (`set local statement_timeout`), or do the work in smaller pieces.',
        example: { id: '0005', reason: 'canceling statement due to statement timeout', sql: '' },
    }),
    'alembic-duplicate-key': entry({
        exit: 1,
        says: f => `${named(f.id)} meets rows that are there twice${sent(f.sql)}: ${f.reason} (23505).`,
        cure: () => 'Find them (group by the columns, having count(*) > 1), settle them in a revision before this one, and run again.',
        example: { id: '0005', reason: 'could not create unique index "orders_email"', sql: '' },
    }),
    'alembic-not-null': entry({
        exit: 1,
        says: f => `${named(f.id)} meets rows without a value${sent(f.sql)}: ${f.reason} (23502).`,
        cure: () => 'In two steps: first fill the column (a backfill, and a default for new rows), then `SET NOT NULL`.',
        example: {
            id: '0005',
            reason: 'some rows of "orders" have no "email"',
            sql: '',
        },
    }),
    'alembic-several': entry({
        exit: 1,
        says: f => `${named(f.id)} sends several statements in one op.execute, which asyncpg refuses.`,
        cure: () => 'Write one `op.execute` for each statement.',
        example: { id: '0005' },
    }),
    'alembic-lost': entry({
        exit: 1,
        says: f => `The connection of Alembic was lost while ${f.id === '' ? 'it ran' : `revision ${f.id} ran`}: ${f.reason}.`,
        cure: () => 'Run again: the version table decides what is applied, and the run goes on from there.',
        example: { id: '0005', reason: 'terminating connection due to administrator command' },
    }),
    'alembic-raised': entry({
        exit: 1,
        says: f => `${named(f.id)} raised ${f.type}${f.reason === '' ? '' : `: ${f.reason}`}.`,
        cure: () => 'Mend the revision at this line, commit it, and run again.',
        example: { id: '0005', type: 'AttributeError', reason: "module 'alembic.op' has no attribute 'tabel'" },
    }),
    'python-syntax': entry({
        exit: 1,
        says: f => `Python cannot read ${f.path}: ${f.reason}.`,
        cure: () => 'Correct the line, commit it, and run again.',
        example: { path: 'alembic/versions/0005_orders.py', reason: "SyntaxError: '(' was never closed" },
    }),
    'alembic-server': entry({
        exit: 1,
        says: f => `The server refused Alembic outside of any revision${sent(f.sql)}: ${f.reason}${coded(f.code)}.`,
        cure: () => 'See what env.py asks there: its version table, its schema, and what it runs by itself.',
        example: { reason: 'schema "audit" does not exist', code: '3F000', sql: 'CREATE TABLE …' },
    }),
};

;// CONCATENATED MODULE: ./build/catalogue/alembic-files.js


/** What Alembic's configuration, revision files and graph can have wrong, all found before Python starts. */
const alembicFileEntries = {
    'alembic-run': entry({
        exit: 2,
        says: f => `The input \`run\` cannot be used to start Alembic: ${f.reason}.`,
        cure: () => 'Write the words that start it and nothing behind: `uv run alembic`, `uv run alembic -c db/alembic.ini`.',
        example: { reason: 'a quote is never closed' },
    }),
    'alembic-config-absent': entry({
        exit: 2,
        says: f => `Alembic’s configuration was not found: there is neither ${f.looked.join(' nor ')}.`,
        cure: () => 'Name its folder with `directory`, or the file with `run: alembic -c <file>`.',
        example: { looked: ['backend/alembic.ini', 'backend/pyproject.toml'] },
    }),
    'alembic-config-broken': entry({
        exit: 2,
        says: f => `${f.path} cannot be read as Alembic reads it: ${f.reason}.`,
        cure: () => 'Mend the line; `alembic heads` must run with this file.',
        example: { path: 'alembic.ini', reason: 'the section [alembic] stands there twice' },
    }),
    'alembic-config-value': entry({
        exit: 2,
        says: f => `${f.key} in ${f.path} has a value that Alembic does not take: ${f.reason}.`,
        cure: f => `Correct ${f.key}; the documentation of Alembic’s configuration lists what it can be.`,
        example: {
            path: 'alembic.ini',
            key: 'path_separator',
            reason: '"comma" is none of os, space, newline, : and ;',
        },
    }),
    'alembic-no-location': entry({
        exit: 2,
        says: f => `No script_location is set: neither ${f.looked.join(' nor ')} has it.`,
        cure: () => 'Set `script_location = %(here)s/alembic` there, or name another section with `-n` in `run`.',
        example: { looked: ['[alembic] of alembic.ini', '[tool.alembic] of pyproject.toml'] },
    }),
    'alembic-package': entry({
        exit: 2,
        says: f => `The Python package of "${f.location}" was not found as a folder; looked for ${f.looked.join(', ')}.`,
        cure: () => 'Write the location as a path, such as `%(here)s/src/app/migrations`, or add the package’s folder to prepend_sys_path.',
        example: { location: 'app:migrations', looked: ['app/migrations', 'src/app/migrations'] },
    }),
    'alembic-no-scripts': entry({
        exit: 2,
        says: f => `No Alembic revisions were found: ${f.places.join('; ')}.`,
        cure: () => 'See that the versions folder is in the checkout, and that script_location and version_locations name it.',
        example: { places: ['alembic/versions does not exist'] },
    }),
    'alembic-syntax': entry({
        exit: 1,
        says: f => `Python cannot read this revision: ${f.reason}.`,
        cure: () => 'Mend the line; `python -m py_compile` on the file must say nothing.',
        example: { reason: 'a string begins here and never ends' },
    }),
    'alembic-variable-missing': entry({
        exit: 1,
        says: f => `${f.path} does not set ${f.variable}, which every revision must.`,
        cure: f => f.variable === 'revision'
            ? 'Give it `revision = "<id>"`; or move the file out of the versions folder if it is no revision.'
            : 'Give it `down_revision = "<id of the one before>"`, or None if it is the first.',
        example: { path: 'alembic/versions/helpers.py', variable: 'revision' },
    }),
    'alembic-id-long': entry({
        exit: 1,
        says: f => `The revision id ${f.id} has ${f.length} characters, and the version table holds 32: writing it would fail after the revision ran.`,
        cure: () => 'Shorten it, here and in the `down_revision` of the next one.',
        example: { id: '2026_11_22_add_a_column_to_the_orders_table', length: 43 },
    }),
    'alembic-id-characters': entry({
        exit: 1,
        says: f => `The revision id "${f.id}" has ${f.characters.join(' and ')} in it, which Alembic refuses.`,
        cure: () => 'Write it without @, -, + and colon, here and in the `down_revision` of the next one.',
        example: { id: '2026-11-22', characters: ['-'] },
    }),
    'alembic-duplicate': entry({
        exit: 1,
        says: f => `Revision ${f.id} has ${f.paths.length} files: ${joinAnd(f.paths)}. Alembic would take the last one and never run the other.`,
        cure: () => 'Give the one that is not applied yet another `revision`, and a `down_revision` that fits.',
        example: { id: '3f2a', paths: ['alembic/versions/3f2a_orders.py', 'alembic/versions/3f2a_copy.py'] },
    }),
    'alembic-parent-missing': entry({
        exit: 1,
        says: f => `Revision ${f.id} names "${f.wanted}" as its ${f.variable}, and no file has that revision.`,
        cure: f => f.near === ''
            ? `Bring the file of "${f.wanted}" back, or correct ${f.variable} in this line.`
            : `Correct this line to \`${f.variable} = "${f.near}"\` if that is what was meant; or bring the file of "${f.wanted}" back.`,
        example: { id: '9c1e', variable: 'down_revision', wanted: '3f2b', near: '3f2a' },
    }),
    'alembic-cycle': entry({
        exit: 1,
        says: f => f.ids.length === 1
            ? `Revision ${f.ids[0]} comes after itself.`
            : `These revisions come after one another in a circle: ${[...f.ids, f.ids[0]].join(' → ')}.`,
        cure: () => 'One of them must name an earlier revision, or none: correct its `down_revision` or `depends_on`.',
        example: { ids: ['9c1e', '3f2a'] },
    }),
    'alembic-label-twice': entry({
        exit: 1,
        says: f => `The branch label "${f.label}" of revision ${f.id} is already that of ${f.owner}.`,
        cure: () => 'Keep it on the first revision of the branch, and take it off the other.',
        example: { label: 'billing', id: '9c1e', owner: '3f2a' },
    }),
    'alembic-label-is-id': entry({
        exit: 1,
        says: f => `The branch label "${f.label}" of revision ${f.id} is the id of a revision.`,
        cure: () => 'Give the branch another label.',
        example: { label: '3f2a', id: '9c1e', owner: '3f2a' },
    }),
    'multiple-heads': entry({
        exit: 1,
        says: f => `"${f.target}" is not one revision: ${joinAnd(f.heads)} are all heads.`,
        cure: () => 'Join them in a revision (`alembic merge`) and commit its file. Where branches are meant to stay apart, use `heads`.',
        example: { target: 'head', heads: ['3f2a', '9c1e'] },
    }),
    'alembic-not-on-branch': entry({
        exit: 2,
        says: f => `Revision ${f.id} is not on the branch "${f.branch}".`,
        cure: () => 'Name the revision alone, or the branch that it is on.',
        example: { id: '9c1e', branch: 'billing' },
    }),
    'alembic-relative': entry({
        exit: 2,
        says: f => `The target "${f.wanted}" leads to no revision: ${f.reason}.`,
        cure: () => 'Name the revision itself, or `head`.',
        example: { wanted: '+5', reason: 'there are not that many revisions that way' },
    }),
    'alembic-overlap': entry({
        exit: 1,
        says: f => f.what === 'row'
            ? `The version table holds ${f.lower} and ${f.upper}, but the one includes the other: Alembic refuses to work from there.`
            : `The target means ${f.lower} and ${f.upper}, but the one includes the other: Alembic refuses it.`,
        cure: f => f.what === 'row'
            ? `Delete the row of ${f.lower} from the version table if ${f.upper} is really applied.`
            : `Use ${f.upper} as the target, or \`heads\`.`,
        example: { what: 'row', lower: '3f2a', upper: '9c1e' },
    }),
};

;// CONCATENATED MODULE: ./build/catalogue/alembic-run.js

/** What the gate itself finds wrong about a run of Alembic; what Alembic said is in `alembic.ts`. */
const alembicRunEntries = {
    'alembic-uncommitted': entry({
        exit: 1,
        says: f => `Alembic ended as if all were well, but ${f.table} does not have ${f.ids}: nothing of it was committed.`,
        cure: () => 'See in env.py that the connection commits: a statement sent on it before `context.configure` begins a transaction that nobody ends. `with context.begin_transaction():` must enclose `context.run_migrations()`.',
        example: { ids: '3f2a', table: 'public.alembic_version' },
    }),
    'alembic-elsewhere': entry({
        exit: 1,
        says: f => `Alembic worked in the database ${f.elsewhere}, and not in ${f.database}, where the URL of the gate leads: ${f.stands}.`,
        cure: f => `See in env.py where its URL comes from: it must be DATABASE_URL. What was committed in ${f.elsewhere} stays there.`,
        example: {
            elsewhere: 'legacy',
            database: 'shop',
            stands: 'public.alembic_version there does not have 3f2a',
        },
    }),
    'alembic-left': entry({
        exit: 1,
        says: f => `Alembic ended with exit code 0 in the middle of revision ${f.id}, as if all were well: ${f.table} does not have it.`,
        cure: () => 'Look in the revision and in env.py for os._exit or sys.exit; an error must be raised.',
        example: { id: '3f2a', table: 'public.alembic_version' },
    }),
    'alembic-idle': entry({
        exit: 1,
        says: f => `Alembic ended with exit code 0 and ran no revision: ${f.table} does not have ${f.ids}.`,
        cure: () => 'See that env.py calls `context.run_migrations()` on its way to the end, and that `run` starts Alembic itself.',
        example: { ids: '3f2a', table: 'public.alembic_version' },
    }),
    'alembic-unread': entry({
        exit: 1,
        says: f => `Alembic ended well, but the database does not answer any more: whether ${f.ids} is committed is not known.`,
        cure: () => 'See that the server is up and lets this user in; `current` says where it stands. Run again: what is applied is not run twice.',
        example: { ids: '3f2a, 9c1e' },
    }),
    'alembic-unstamped': entry({
        exit: 1,
        says: f => `Alembic ended as if ${f.id} were stamped, but the rows of ${f.table} are what they were.`,
        cure: () => 'See in env.py that the connection commits, and that it calls `context.run_migrations()` inside `with context.begin_transaction():`.',
        example: { id: '3f2a', table: 'public.alembic_version' },
    }),
    'alembic-not-asked': entry({
        exit: 1,
        says: f => `A revision cannot be read without running it, and Alembic could not be asked for its revisions: ${f.reason}.`,
        cure: () => 'Write `revision` and `down_revision` as plain texts; or set up Python before the gate, so that `alembic heads` runs.',
        example: { reason: 'uv was not found' },
    }),
    'lock-lost-during': entry({
        exit: 1,
        says: f => `The connection that held the gate lock was lost${f.id === '' ? '' : ` while revision ${f.id} ran`}: another run could have begun, so Alembic was stopped.`,
        cure: () => 'Run it again: it starts from where the database stands.',
        example: { id: '3f2a' },
    }),
};

;// CONCATENATED MODULE: ./build/catalogue/changes.js

/** Failures of the first stage. What merely cannot be compared is no failure: it counts as changed. */
const changesEntries = {
    'filters-missing': entry({
        exit: 2,
        says: f => `The filters file "${f.path}" does not exist; looked for ${f.looked.join(' and ')}.`,
        cure: () => 'Name a file that is in the checkout, or write the filters inline.',
        example: { path: '.github/filters.yml', looked: ['.github/filters.yml', 'backend/.github/filters.yml'] },
    }),
    'filters-yaml': entry({
        exit: 2,
        says: f => `The YAML of ${f.source} is wrong at line ${f.line}, column ${f.column}: ${f.reason}.`,
        cure: () => 'Correct the YAML there; the form is that of dorny/paths-filter.',
        example: { source: 'the filters input', line: 3, column: 5, reason: 'Map keys must be unique' },
    }),
    'filters-root': entry({
        exit: 2,
        says: f => `In ${f.source} there is ${f.found} where a map from filter names to patterns belongs.`,
        cure: () => "Write one filter a line, such as `migrations: 'migrations/**'`.",
        example: { source: 'the filters input', found: 'a list' },
    }),
    'filters-shape': entry({
        exit: 2,
        says: f => `In ${f.source}, the filter "${f.filter}" ${f.reason}.`,
        cure: () => 'A filter is a pattern, a list of patterns, or a map from a status (added, modified, …) to patterns.',
        example: {
            source: 'the filters input',
            filter: 'migrations',
            reason: 'has the number 3 where a pattern belongs',
        },
    }),
    'pattern-complex': entry({
        exit: 2,
        says: f => `The pattern \`${f.pattern}\` cannot be matched: ${f.reason}.`,
        cure: () => 'Write several shorter patterns.',
        example: { pattern: '{a,b}{a,b}{a,b}', reason: 'its braces make more than 10000 of it' },
    }),
};

;// CONCATENATED MODULE: ./build/catalogue/check.js

/** The line that lets a finding through, in the comment of its engine's files. */
function allowLine(comment, word) {
    return `\`${comment} gate: allow ${word} because <reason>\``;
}
/** What `check` finds by comparing files, without a database. */
const checkEntries = {
    edited: entry({
        exit: 1,
        says: f => `${f.path} is merged (${f.target}) and was edited: ${f.changes}. A database that ran ${f.id} never sees this.`,
        cure: f => `Restore the file and put the change into a new revision. If no database ran it yet, let it through with the line ${allowLine(f.comment, 'modified')} in the file.`,
        example: {
            id: '0003',
            path: 'migrations/0003_add_status.sql',
            target: 'main',
            changes: '1 statement added',
            comment: '--',
        },
    }),
    'checksum-edited': entry({
        exit: 1,
        says: f => `${f.path} is merged (${f.target}); its statements are the same, but comments or white space among them changed, and so did its checksum: a database that ran ${f.id} calls it modified and refuses the deploy.`,
        cure: f => `Restore the file. To keep the change, let it through with the line ${allowLine(f.comment, 'modified')} in the file, and say \`stamp\` to each database that ran it.`,
        example: { id: '0003', path: 'migrations/0003_add_status.sql', target: 'main', comment: '--' },
    }),
    'comment-only-edit': entry({
        exit: 1,
        says: f => `${f.path} is merged (${f.target}); only its comments and white space changed.`,
        cure: () => 'Nothing has to be done; restore the file if it was not meant.',
        example: { id: '9c1e', path: 'alembic/versions/9c1e_orders.py', target: 'main' },
    }),
    'way-down-edited': entry({
        exit: 1,
        says: f => `The way down of ${f.path}, which is merged (${f.target}), was edited; its way up is as it was.`,
        cure: () => 'See that it still takes back what the way up did; nothing else depends on it.',
        example: { id: '0003', path: 'migrations/0003_add_status.sql', target: 'main' },
    }),
    deleted: entry({
        exit: 1,
        says: f => `${f.path} is merged (${f.target}) and was deleted: a database that ran ${f.id} would hold a revision without a file.`,
        cure: f => `Bring the file back and undo it in a new revision. If it is gone on purpose, \`allow\` takes \`missing\`, or a new revision says \`gate: allow missing ${f.id} because <reason>\`.`,
        example: { id: '0003', path: 'migrations/0003_add_status.sql', target: 'main' },
    }),
    renamed: entry({
        exit: 1,
        says: f => `${f.path} is merged (${f.target}) and is now ${f.now}: ${f.id} became ${f.nowId}, and a database that ran ${f.id} would run it again.`,
        cure: f => `Give it its name and id back. If no database ran it yet, let it through with the line ${allowLine(f.comment, 'missing')} in the file.`,
        example: {
            id: '0003',
            path: 'migrations/0003_add_status.sql',
            target: 'main',
            now: 'migrations/0004_add_status.sql',
            nowId: '0004',
            comment: '--',
        },
    }),
    moved: entry({
        exit: 1,
        says: f => `${f.path} is merged (${f.target}) and is now ${f.now}; it is ${f.id} as before.${f.others === 0 ? '' : ` So it is with ${f.others} more of its folder.`}`,
        cure: () => 'Nothing has to be done: a history knows a revision by its id. Give it its old name if that was not meant.',
        example: {
            id: '0003',
            path: 'migrations/0003_add_status.sql',
            target: 'main',
            now: 'migrations/0003_status.sql',
            others: 0,
        },
    }),
    'sorts-before': entry({
        exit: 1,
        says: f => `${f.path} is new but sorts before ${f.newest}, which is merged (${f.target}): a database that has ${f.newest} would refuse it as out of order.`,
        cure: () => 'Give it the next free version. If it may run late, let it through with the line `-- gate: allow out-of-order because <reason>` in the file, and deploy with `allow: out-of-order`.',
        example: { id: '0003', path: 'migrations/0003_add_status.sql', newest: '0004', target: 'main' },
    }),
    'empty-upgrade': entry({
        exit: 1,
        says: f => `${f.path} does nothing on its way up: once ${f.id} is deployed, whatever is filled in later never runs.`,
        cure: f => `Write its statements, or take the file out of this change. If it is meant to be empty: ${allowLine(f.comment, 'empty-upgrade')}.`,
        example: { id: '9c1e', path: 'alembic/versions/9c1e_orders.py', comment: '#' },
    }),
    'no-way-down': entry({
        exit: 1,
        says: f => `${f.path} has no way down: nothing takes ${f.id} back.`,
        cure: f => `Write one; or say that there is none: ${allowLine(f.comment, 'no-way-down')}. The rule \`no-way-down\` of the config file turns it off.`,
        example: { id: '0003', path: 'migrations/0003_add_status.sql', comment: '--' },
    }),
    'not-compared': entry({
        exit: 1,
        says: f => `What is merged could not be compared with what is here: ${f.reason}`,
        cure: () => 'Check out with `fetch-depth: 0`; on a terminal, run `git fetch` first.',
        example: { reason: 'The base of the comparison is not in this clone.' },
    }),
    'not-read': entry({
        exit: 1,
        says: f => `${f.place} cannot be read without running it (${f.reason}): heads and parents were not checked, its text was.`,
        cure: () => 'Write `revision` and `down_revision` as plain texts.',
        example: { place: 'alembic/versions/9c1e_orders.py:3', reason: 'revision: it is computed' },
    }),
    'allow-unread': entry({
        exit: 1,
        says: f => `This line lets nothing through: ${f.line}.`,
        cure: f => `Write \`gate: allow <word> because <reason>\`; the words are ${f.words}.`,
        example: { line: '-- gate: allow modified', words: 'modified, missing and out-of-order' },
    }),
    'check-target': entry({
        exit: 1,
        says: () => '`check` was asked on pull_request_target: it would read a stranger’s files in a job that may hold secrets.',
        cure: () => 'Run it on pull_request: it needs no secret, and works for forks.',
        example: {},
    }),
};

;// CONCATENATED MODULE: ./build/catalogue/connection.js

/** How a private network is reached from outside. */
const tunnels = {
    Fly: 'Open a tunnel in a step before (flyctl proxy 15432:5432 -a <database app>) and use 127.0.0.1:15432, or run the gate on a machine of that network.',
    Railway: 'Use the public URL of the database (its TCP proxy, DATABASE_PUBLIC_URL).',
    Kubernetes: 'Forward the port in a step before (kubectl port-forward), or run the gate on a runner in the cluster.',
};
/** The way to the database: the URL and the connection. `where` is host, port and database, never more. */
const connectionEntries = {
    'url-form': entry({
        exit: 1,
        says: f => `What ${f.source} holds is no Postgres URL: ${f.reason}.`,
        cure: () => 'Use postgres://…@host:5432/database; the SQLAlchemy forms postgresql+asyncpg://, +psycopg:// and +psycopg2:// serve too.',
        example: { source: 'the environment variable DATABASE_URL', reason: 'it begins with mysql://' },
    }),
    'url-unexpected': entry({
        exit: 1,
        says: f => `The URL points at ${f.found}, but \`${f.input}\` expects ${f.expected}: nothing was asked of it.`,
        cure: f => `See that the secret belongs to this environment, or correct \`${f.input}\`.`,
        example: { input: 'expect-host', expected: '*.staging.example.com', found: 'db.prod.example.com' },
    }),
    'connect-resolve': entry({
        exit: 1,
        says: f => `The host ${f.host} has no address that this machine can find.`,
        cure: () => 'Check the host in the URL. The name of a service container is known to containers only: on the runner itself it is 127.0.0.1 with the mapped port.',
        example: { where: 'db.example.com:5432/app', host: 'db.example.com' },
    }),
    'connect-private': entry({
        exit: 1,
        says: f => `The host ${f.host} is a private name, known only inside of its ${f.network} network.`,
        cure: f => tunnels[f.network] ?? 'Run the gate inside of that network, or open a tunnel to it first.',
        example: { host: 'relay-db.internal', network: 'Fly', port: '5432' },
    }),
    'connect-unroutable': entry({
        exit: 1,
        says: f => `The host ${f.host} has an IPv6 address only, and this machine has no way to one.`,
        cure: () => 'GitHub’s runners have no IPv6: use the provider’s IPv4 address, or its pooler in session mode (Supabase: aws-….pooler.supabase.com, port 5432).',
        example: { where: 'db.abcdefgh.supabase.co:5432/postgres', host: 'db.abcdefgh.supabase.co' },
    }),
    'connect-refused': entry({
        exit: 1,
        says: f => `No connection to ${f.where}: ${f.reason}.`,
        cure: () => 'See that the server runs, that host and port are right, and that its firewall admits this machine.',
        example: { where: '127.0.0.1:5432/app', reason: 'the connection was refused' },
    }),
    'connect-password': entry({
        exit: 1,
        says: f => `${f.where} refuses the password of ${f.user}.`,
        cure: () => 'Check the secret. Characters such as @ / : ? # % in a password must be percent-encoded in a URL (@ is %40).',
        example: { where: 'db.example.com:5432/app', user: 'relay' },
    }),
    'connect-database': entry({
        exit: 1,
        says: f => `The server of ${f.where} has no database "${f.database}".`,
        cure: () => 'Check the last part of the URL, or create the database; the gate never creates one.',
        example: { where: 'db.example.com:5432/app', database: 'app' },
    }),
    'connect-denied': entry({
        exit: 1,
        says: f => `${f.where} does not admit ${f.user}: ${f.reason} (${f.code}).`,
        cure: f => f.code === '42501'
            ? `As the owner of the database: grant connect on it to ${f.user}.`
            : 'Let the role log in (alter role … login), and this machine’s address through the server’s rules (pg_hba.conf, the provider’s list of addresses).',
        example: {
            where: 'db.example.com:5432/app',
            user: 'relay',
            reason: 'role "relay" is not permitted to log in',
            code: '28000',
        },
    }),
    'connect-tls': entry({
        exit: 1,
        says: f => `No TLS connection to ${f.where}: ${f.reason}.`,
        cure: () => 'sslmode=require encrypts without checking the certificate; verify-full checks it against the system’s authorities or sslrootcert; disable goes without.',
        example: {
            where: 'db.example.com:5432/app',
            reason: 'the server does not offer TLS, and the URL demands it',
        },
    }),
    'connect-certificate': entry({
        exit: 1,
        says: f => `The certificate of ${f.where} was not accepted: ${f.reason}.`,
        cure: f => ({
            host: 'Write the host into the URL as the certificate has it; verify-ca checks the authority and not the host.',
            time: 'Renew the certificate of the server, or mend the clock of this machine.',
            authority: 'Commit the provider’s root certificate, and name it in the URL: sslmode=verify-full&sslrootcert=certs/root.crt.',
        })[f.kind],
        example: {
            where: 'db.example.com:5432/app',
            reason: 'self-signed certificate in certificate chain',
            kind: 'authority',
        },
    }),
    'connect-binding': entry({
        exit: 1,
        says: f => `${f.where} could not be bound to its certificate, as channel_binding=require has it: ${f.reason}.`,
        cure: () => 'Channel binding needs TLS and a password kept as scram-sha-256, and most poolers have none: without it in the URL it is used where it is offered.',
        example: { where: 'db.example.com:5432/app', reason: 'the server offers none' },
    }),
    'connect-parameter': entry({
        exit: 1,
        says: f => `The pooler of ${f.where} does not take ${f.parameter} from a URL.`,
        cure: f => `Take ${f.parameter} out of the URL (alter role … set … does the same), or use the direct one.`,
        example: { where: 'pool.example.com:6432/app', parameter: 'options' },
    }),
    'connect-starting': entry({
        exit: 1,
        says: f => `${f.where} takes no connections yet${f.over}: ${f.reason}.`,
        cure: () => 'See in the server’s log what it is at, and run the same command again once it is up. A longer `connect_timeout` in the URL waits longer: four times as long as it says.',
        example: {
            where: 'db.example.com:5432/app',
            reason: 'the database system is starting up (57P03)',
            over: ', in 14 attempts over 58 s',
        },
    }),
    'connect-full': entry({
        exit: 1,
        says: f => `${f.where} had no connection left for the gate${f.over}: ${f.reason}.`,
        cure: () => 'End sessions that are idle (pg_stat_activity), raise max_connections or let the application use a pool; the gate itself needs two.',
        example: {
            where: 'db.example.com:5432/app',
            reason: 'sorry, too many clients already (53300)',
            over: ', in 14 attempts over 58 s',
        },
    }),
    'connect-server': entry({
        exit: 1,
        says: f => `${f.where} did not admit us: ${f.reason} (${f.code}).`,
        cure: f => /tenant or user not found/i.test(f.reason)
            ? 'Check host and user: through Supabase’s pooler the user is postgres.<project>, the host that of its region, and a paused project has none.'
            : 'Read the server’s reason; once it is mended, run the same command again.',
        example: { where: 'db.example.com:5432/app', code: 'XX000', reason: 'Tenant or user not found' },
    }),
    'not-postgres': entry({
        exit: 1,
        says: f => `What listens at ${f.where} does not speak the Postgres protocol.`,
        cure: () => 'Check host and port in the URL: Postgres usually listens on 5432.',
        example: { where: 'db.example.com:3306/app' },
    }),
    'other-system': entry({
        exit: 1,
        says: f => `${f.where} is ${f.system}, which speaks the Postgres protocol and has none of its locks.`,
        cure: () => 'Use the URL of a Postgres database.',
        example: { where: 'db.example.com:26257/app', system: 'CockroachDB' },
    }),
    'server-old': entry({
        exit: 1,
        says: f => `${f.where} is Postgres ${f.version}, and the gate knows ${f.oldest} and newer.`,
        cure: () => 'Upgrade the server; no release of Postgres that old gets fixes any more.',
        example: { where: 'db.example.com:5432/app', version: '9.6.24', oldest: '14' },
    }),
    'read-only': entry({
        exit: 1,
        says: f => `${f.where} is read-only for ${f.user}: default_transaction_read_only is on, by role, database or server.`,
        cure: () => 'Use the role that owns the tables; or find out who set it and why (a provider does when the disk is full), and then: alter role or alter database … reset default_transaction_read_only.',
        example: { where: 'db.example.com:5432/app', user: 'report' },
    }),
    pooler: entry({
        exit: 1,
        says: f => `${f.where} is a transaction pooler: each statement may reach another server session, so no lock would hold.`,
        cure: () => 'Use the direct URL, or the pooler in session mode: on Supabase port 5432 instead of 6543, with PgBouncer a database of pool_mode=session.',
        example: { where: 'pool.example.com:6432/app' },
    }),
    'connection-lost': entry({
        exit: 1,
        says: f => `The connection to ${f.where} was lost: ${f.reason}.`,
        cure: () => 'Run the same command again: it reads from the database what was committed, and goes on from there.',
        example: { where: 'db.example.com:5432/app', reason: 'Connection terminated unexpectedly' },
    }),
    'query-refused': entry({
        exit: 1,
        says: f => `${f.where} refused a query of ours while ${f.doing}.`,
        cure: () => 'Read what the server said; most often the role of the URL lacks a right.',
        example: { where: 'db.example.com:5432/app', doing: 'reading the history table' },
    }),
};

;// CONCATENATED MODULE: ./build/catalogue/doors.js

/** What fails around a run: where it is started, and the files in which its result is handed on. */
const doorEntries = {
    'folder-gone': entry({
        exit: 2,
        says: f => `The folder that this was started in is gone or cannot be read: ${f.reason}.`,
        cure: () => 'Go to a folder that exists, and run it again.',
        example: { reason: 'ENOENT' },
    }),
    'outputs-unwritable': entry({
        exit: 1,
        says: f => `The file of ${f.variable} could not be written: ${f.reason}; the database stands where the log above says.`,
        cure: () => 'Make room on the runner’s disk, or see who may write there, and run again: what is applied stays applied.',
        example: { variable: 'GITHUB_OUTPUT', reason: 'ENOSPC: no space left on device' },
    }),
};

;// CONCATENATED MODULE: ./build/catalogue/downgrade.js

/** What is in the way of taking a revision back. */
const downgradeEntries = {
    'downgrade-target': entry({
        exit: 2,
        says: f => `\`downgrade ${f.wanted}\` leads nowhere: ${f.why}, and ${f.database} ${f.current === '' ? 'holds no revision' : `is at ${f.current}`}.`,
        cure: () => 'Name a revision that is applied (`history` lists them), `-1` for the one before the current one, or `base`.',
        example: { wanted: '0009', database: 'app', current: '0004', why: '0009 is not applied' },
    }),
    'way-down-missing': entry({
        exit: 1,
        says: f => `There is no way down for ${f.ids}: ${f.lacks.join('; ')}. Nothing was taken back.`,
        cure: () => 'Write the way down and commit it (it is no part of the checksum), or deploy the commit that has the file; or fix forward: merge a new revision that undoes the change, and `upgrade`.',
        example: { ids: '0004', lacks: ['migrations/0004_add_note.sql has no `-- migrate:down`'] },
    }),
    'downgrade-unfinished': entry({
        exit: 1,
        says: f => `Revision ${f.id} is half applied in ${f.database}: it cannot be taken back as a whole.`,
        cure: f => `Finish it with \`upgrade\`, or settle it by hand and \`stamp ${f.id}\`; then take it back. Nothing was taken back.`,
        example: { id: '0005', database: 'app' },
    }),
    'dirty-down': entry({
        exit: 1,
        says: f => `Revision ${f.id} is half taken back in ${f.database}: a run ended after ${f.done} of the statements of its way down.`,
        cure: f => `Take it back to the end: \`downgrade ${f.before}\`. If it has been settled by hand: \`stamp ${f.id}\` if all of it is in the database, \`stamp ${f.before}\` if nothing of it is.`,
        example: { id: '0005', database: 'app', done: 1, before: '0004' },
    }),
    'dirty-down-unknown': entry({
        exit: 1,
        says: f => `Revision ${f.id} is half taken back in ${f.database}: a run ended while statement ${f.statement} of its way down was under way (${f.headline}), and whether it took effect cannot be told, or the way down has changed since.`,
        cure: f => `Look at the database. \`stamp ${f.before}\` if all of ${f.id} is gone, or you have finished taking it back by hand; \`stamp ${f.id}\` if all of it is there.`,
        example: { id: '0005', database: 'app', statement: 2, headline: 'delete from orders', before: '0004' },
    }),
    'downgrade-asks': entry({
        exit: 2,
        says: f => `\`downgrade\` would take ${f.ids} back in ${f.database} on ${f.host}${f.losses.length === 0 ? '' : ` (${f.losses.join(', ')})`}, and ${{ nobody: 'there is nobody to be asked', no: 'the answer was no', meanwhile: 'that was not so a moment ago' }[f.why]}: nothing was taken back.`,
        cure: f => f.why === 'meanwhile'
            ? 'Another run was at work: look with `plan`, and downgrade again.'
            : 'See what it would run with --dry-run; --yes goes on without a question.',
        example: {
            ids: '0005, 0006',
            database: 'app',
            host: 'db.example.com',
            losses: ['drop table orders'],
            why: 'nobody',
        },
    }),
    'alembic-not-below': entry({
        exit: 2,
        says: f => `\`downgrade ${f.wanted}\` leads nowhere: that does not lie below where the database is.`,
        cure: () => 'Name a revision that is applied (`history` lists them), `-1` for the one before the current one, `label@base`, or `base`.',
        example: { wanted: '3f2a' },
    }),
    'alembic-downgrade-left': entry({
        exit: 1,
        says: f => `Alembic ended as if all were well, but ${f.table} still has ${f.ids}: nothing of taking that back was committed.`,
        cure: () => 'See in env.py that the connection commits, and that it calls `context.run_migrations()` inside `with context.begin_transaction():`.',
        example: { ids: '3f2a', table: 'public.alembic_version' },
    }),
};

;// CONCATENATED MODULE: ./build/catalogue/drift.js

const saying = (says) => (says === '' ? 'says nothing' : `says ${says}`);
const sayAt = (at) => (at === 'base' ? 'what is there before the first revision' : `that of ${at}`);
/** How a live schema and a history stand to each other. */
const driftEntries = {
    drift: entry({
        exit: 1,
        says: f => `${f.where} is not what its revisions make${f.at === '' ? '' : ` (up to ${f.at})`}: ${f.difference}.`,
        cure: () => 'Put it into a new revision, or take it back by hand.',
        example: {
            where: 'db.example.com:5432/relay',
            at: '0003',
            difference: 'index by_hand_idx on orders exists only in the live database',
        },
    }),
    'drift-collides': entry({
        exit: 1,
        says: f => f.live === 'has'
            ? `${f.id} will fail on ${f.where}: it makes ${f.object}, which is there already, though no applied revision makes it.`
            : `${f.id} will fail on ${f.where}: it ${f.effect === 'removes' ? 'removes' : 'needs'} ${f.object}, which is no longer there, though the applied revisions make it.`,
        cure: f => f.live === 'has'
            ? 'Before the deploy, drop what is there, or see that it is the same and let the statement pass over it: `if not exists`.'
            : 'Before the deploy, make it again, or let the statement pass over it: `if exists`.',
        example: {
            id: '0004',
            object: 'index by_hand_idx on orders',
            live: 'has',
            effect: 'makes',
            where: 'db.example.com:5432/relay',
            statement: 'create index by_hand_idx on orders (note)',
        },
    }),
    'drift-not-compared': entry({
        exit: 1,
        says: f => `The live database of \`drift-url\` was not compared: ${f.reason}.`,
        cure: () => 'Mend that, or take `drift-url` away.',
        example: { reason: 'its history holds 0009, of which there is no file' },
    }),
    'schema-elsewhere': entry({
        exit: 1,
        says: f => `The history of ${f.database} ${saying(f.says)}, and its schema is exactly ${sayAt(f.at)}${f.same === '' ? '' : ` (and of ${f.same}, which leave the schema as it is)`}.`,
        cure: f => `Let the history say what is there: \`stamp ${f.at}\` writes it and runs nothing; what comes after it is pending then.`,
        example: { database: 'relay', says: '31e6', at: '9e8c', same: '' },
    }),
    'schema-between': entry({
        exit: 1,
        says: f => `The history of ${f.database} ${saying(f.says)}, and its schema is that of no revision. ${f.partOf === '' ? `The nearest is ${f.nearest}` : `It is between ${f.nearest} and ${f.partOf}, with only a part of what ${f.partOf} changes`}: ${f.differences}.${f.unlike === '' ? '' : ` ${f.unlike}`}`,
        cure: f => f.partOf !== ''
            ? `Finish or undo by hand what ${f.partOf} does, then ask again.`
            : f.unlike === ''
                ? 'Undo by hand what no revision made, or put it into a new revision; then ask again.'
                : 'Undo by hand what no revision made, or make it what those revisions make; then ask again.',
        example: {
            database: 'relay',
            says: '9e8c',
            nearest: '9e8c',
            differences: 'index by_hand_idx on orders exists only in the live database',
            partOf: '',
            unlike: 'As a1b2 makes it: column items.note is missing in the live database.',
        },
    }),
    'schema-ahead': entry({
        exit: 1,
        says: f => `${f.newer ? `${f.database} is ahead of this commit: its history` : `The history of ${f.database}`} names ${f.unknown}, which no file here has${f.at === '' ? ', and which may have made what differs' : `; its schema is exactly ${sayAt(f.at)}`}.`,
        cure: f => `Check out a commit that has ${f.unknown}${f.commit === undefined ? '' : `, such as ${f.commit}`}, and run \`locate\` there.`,
        example: { database: 'relay', unknown: '0007', newer: true, at: '' },
    }),
    'locate-stopped': entry({
        exit: 1,
        says: f => `The history cannot be replayed on an empty database: ${f.id} does not run there. ${f.reason}`,
        cure: () => 'Name an SQL file with what was there before the first revision: `baseline: db/baseline.sql`.',
        example: { id: '0001', reason: '0001_names.sql failed: relation "customers" does not exist.' },
    }),
    'rehearsal-none': entry({
        exit: 1,
        says: f => `The history cannot be replayed: ${f.reason.replace(/[.\s]+$/, '')}.`,
        cure: () => 'Give `rehearse` a server on which it may be tried out: `env:NAME` or the URL of an empty database.',
        example: { reason: 'this machine has no programs of Postgres' },
    }),
};

;// CONCATENATED MODULE: ./build/catalogue/events.js

/** Events on which a command is refused. */
const eventEntries = {
    'event-writes': entry({
        exit: 1,
        says: f => f.stranger !== ''
            ? `\`${f.command}\` was asked on ${f.event} ${f.stranger}: code of strangers is never run against your database.`
            : `\`${f.command}\` was asked on ${f.event}: a pull request must not change a database.`,
        cure: f => f.stranger !== ''
            ? 'Run it after the merge, on push or workflow_dispatch.'
            : 'Run it after the merge, or set allow-pull-request: true where the database is the pull request’s own.',
        example: { command: 'upgrade', event: 'pull_request', stranger: '' },
    }),
    'url-empty': entry({
        exit: 1,
        says: f => `The database URL${f.database === '' ? '' : ` of ${f.database}`} is empty: ${f.source} holds nothing.`,
        cure: () => 'In Actions: check the name of the secret, and that this job’s environment may read it. On a terminal: export the variable, or use --env-file.',
        example: { source: 'the environment variable DATABASE_URL', database: '' },
    }),
};

;// CONCATENATED MODULE: ./build/catalogue/sqlstate-cures.js
/** What to do about a statement that the server refused, by SQLSTATE: docs/runbook.md has more words. */
const mayExist = 'Mend the file and run again. If the database has it already, from a run by hand or an earlier tool, say so with `stamp`: docs/runbook.md, First contact.';
const isAbsent = 'See that the name is spelled right and in the search_path, that a revision before this one makes it, and that nobody has changed this database by hand.';
const noRoom = 'Nothing is wrong with the file: give the server more room, or let the revision do its work in smaller parts, and run again.';
const byFiles = {
    twice: 'Take it out of this revision, which has not been applied and may be edited, and run again.',
    later: 'Give this revision a version after the one that makes it, and run again.',
    gone: 'Bring the database back to what the applied revisions made of it, by hand or by a revision, and run again.',
};
const mayNotFit = 'A value does not fit, of the statement or of a row: mend the statement, or settle the rows in a revision before this one, and run again.';
const cures = {
    '55P03': 'Somebody holds a lock on it, and the file is not to blame: run again at a quieter moment, or wait longer with `lock-timeout`.',
    '42P06': mayExist,
    '42P07': mayExist,
    '42701': mayExist,
    '42710': mayExist,
    '42723': mayExist,
    '3F000': isAbsent,
    '42P01': isAbsent,
    '42703': isAbsent,
    '42704': isAbsent,
    '42883': 'See whether the arguments are of the types that it takes (a cast may be missing), and whether the extension that has it is created in a revision before this one and is in the search_path.',
    '42501': 'The role of the URL lacks a right. Let who has it give it, or give the gate the URL of the role that owns the objects; then run again.',
    '23502': ({ reason }) => /contains null values/.test(reason)
        ? 'In two steps: first a revision that adds the column without NOT NULL (or with a default) and fills it; then, when no code leaves it empty any more, one that sets it NOT NULL.'
        : 'Give the column a value in this statement, or a default in a revision before.',
    '23503': ({ reason }) => /on table .* violates .* on table/.test(reason)
        ? 'Other rows still point at it: settle them first in the same revision.'
        : 'Some rows point at rows that are not there: settle them in a revision before this one (add the foreign key NOT VALID first, to keep new ones out), and run again.',
    '23505': ({ reason }) => reason.startsWith('could not create unique index')
        ? 'Some rows are there twice: settle them above this statement, or by hand, and run again.'
        : 'A row with that key is there already: take it out of the revision, or write `on conflict do nothing` if it may be.',
    '23514': 'Some rows do not keep to it: settle them in a revision before this one (add the constraint NOT VALID first, to keep new ones out, and validate it later), and run again.',
    '25006': 'Transactions are read-only here: use the URL of the primary and of a role that may write, and see default_transaction_read_only of the role and the database (\\drds in psql).',
    '40001': 'Another session changed the same rows. Run again; if it comes back, let the revision run without the stricter isolation level, or at a quieter moment.',
    '40P01': 'Another session and this one waited for each other. Run again; if it comes back, let the revision take its locks in the order in which the application does.',
    '42601': 'Mend the statement at the caret, commit the file, and run again.',
    '53100': noRoom,
    '53200': noRoom,
    '53400': noRoom,
    '55P04': 'A new value of an enum can be used when its revision is committed: put ALTER TYPE … ADD VALUE into a revision before this one.',
    '57014': ({ reason }) => /statement timeout/.test(reason)
        ? 'Let it do its work in smaller parts; or allow it more time with `statement-timeout`, where what it locks may be locked for so long.'
        : 'Somebody cancelled the statement (pg_cancel_backend), or a standby did: ask who, and run again.',
    '58P01': ({ reason }) => sayFile(reason),
    '0A000': ({ reason }) => /extension/.test(reason)
        ? sayFile(reason)
        : 'This server cannot do it: see which version has it, and write the revision for the one that you run.',
};
const extensions = 'The server does not have that extension: install it there first, or, on a hosted database, see which ones it offers (select * from pg_available_extensions) and allow it in its console.';
function sayFile(reason) {
    return /extension/.test(reason)
        ? extensions
        : 'The server looks for that file on its own disk: see that it is installed there.';
}
/** One or two sentences in the imperative. */
function cureOf(refused) {
    if (refused.made !== undefined)
        return byFiles[refused.made];
    const cure = cures[refused.code] ?? (refused.code.startsWith('22') ? mayNotFit : undefined);
    if (cure === undefined)
        return 'Mend the file, commit it, and run again: what is applied stays, what is pending runs.';
    return typeof cure === 'string' ? cure : cure(refused);
}
/** Whether a statement failed for what else went on: locks, other sessions, a cancellation, room (class 53). */
function isCircumstance(code) {
    return ['55P03', '40P01', '40001', '57014'].includes(code) || code.startsWith('53');
}
/** What to do about such a failure; undefined for every other. */
function cureOfCircumstances(refused) {
    const { code } = refused;
    if (!isCircumstance(code))
        return undefined;
    return code in cures ? cureOf(refused) : noRoom;
}

;// CONCATENATED MODULE: ./build/catalogue/follow-ups.js


const fixForward = 'Mend what it found in a new revision, or in the check itself, and run again: `upgrade` then applies what is new and asks again. Where the new schema is wrong and the live version suffers from it, go back first with `downgrade`.';
function sayLast(line) {
    return line === '' ? '' : `; its last line: ${line}`;
}
/** Of a failure of the circumstances: the file of `after` or `smoke` is not to blame. */
function cureAround({ code, reason }) {
    return cureOfCircumstances({ code, reason })?.replaceAll('the revision', 'the file');
}
/** What follows the revisions: approval, `after`, `smoke`, `smoke-command`. */
const followUpEntries = {
    'plan-differs': entry({
        exit: 1,
        says: f => `This is not the plan that was approved: ${f.approved} was, and what would run now is ${f.now}, with ${f.pending === '' ? 'nothing' : f.pending} pending.`,
        cure: () => 'Look at it with `plan`. If it is right, approve its fingerprint; else deploy the commit whose plan was approved.',
        example: { now: '5be4…', approved: '91c0…', pending: '0004, 0005' },
    }),
    'approved-lacking': entry({
        exit: 2,
        says: f => `\`approved-plan\` has no fingerprint for ${f.names}, and would let nothing run there.`,
        cure: () => 'Give `name:fingerprint` for each database, comma separated; or name those that are to run with `database`.',
        example: { names: 'events' },
    }),
    'script-missing': entry({
        exit: 2,
        says: f => `\`${f.input}\` names "${f.given}", which does not exist; looked for ${f.looked.join(' and ')}.`,
        cure: () => 'Name a file that is in the checkout, one a line.',
        example: { input: 'after', given: 'roles.sql', looked: ['backend/roles.sql', 'roles.sql'] },
    }),
    'script-sections': entry({
        exit: 1,
        says: f => `This marker belongs into a revision; a file of \`${f.input}\` has one way, and one transaction.`,
        cure: () => 'Remove the marker, and what stands below `-- migrate:down`.',
        example: { input: 'after' },
    }),
    'script-outside': entry({
        exit: 1,
        says: f => `\`${f.statement}\` cannot run in a transaction, and each file of \`${f.input}\` runs in one.`,
        cure: () => 'Move it into a revision under `-- migrate:up transaction:false`.',
        example: { input: 'after', statement: 'create index concurrently' },
    }),
    'smoke-empty': entry({
        exit: 1,
        says: f => `${f.path} holds no statement: it would pass whatever the database holds.`,
        cure: () => 'Write a query into it that returns rows, such as `select count(*) > 0 from orders`.',
        example: { path: 'db/smoke.sql' },
    }),
    'after-failed': entry({
        exit: 1,
        says: f => `${f.path} (\`after\`) failed at statement ${f.statement} of ${f.total}: ${f.reason}${f.code === '' ? '' : ` (${f.code})`}.`,
        cure: f => cureAround(f) ??
            'Mend the file, or grant what it lacks, and run again: `upgrade` runs the files of `after` also when no revision is pending.',
        example: {
            path: 'db/roles.sql',
            statement: 2,
            total: 3,
            reason: 'role "app_reader" does not exist',
            code: '42704',
        },
    }),
    'after-history': entry({
        exit: 1,
        says: f => {
            const moved = f.was === f.now ? [] : [`it says ${f.now}, where the revisions had left it at ${f.was}`];
            const gone = f.lacks === '' ? [] : [`it lacks ${f.lacks}`];
            return `The files of \`after\` changed the history: ${[...moved, ...gone].join('; ')}.`;
        },
        cure: () => 'Take out of them what touches the history table, and put the table right: `stamp` does.',
        example: { was: '0042', now: '0041', lacks: '0042' },
    }),
    'smoke-failed': entry({
        exit: 1,
        says: f => `${f.path} (\`smoke\`) failed at statement ${f.statement} of ${f.total}: ${f.reason}${f.code === '' ? '' : ` (${f.code})`}.`,
        cure: f => f.code === '25006'
            ? 'A smoke check only reads: move what writes into a revision, or into a file of `after`.'
            : (cureAround(f) ?? fixForward),
        example: {
            path: 'db/smoke.sql',
            statement: 1,
            total: 2,
            reason: 'it returned no row: select id from plans',
            code: '',
        },
    }),
    'follow-up-lost': entry({
        exit: 1,
        says: f => `The connection was lost at ${f.name}: ${f.reason}.`,
        cure: () => 'Run again: what was in its transaction is rolled back, unless only the answer to its COMMIT was lost.',
        example: { name: 'db/roles.sql (`after`)', reason: 'Connection terminated unexpectedly' },
    }),
    'follow-up-unlocked': entry({
        exit: 1,
        says: f => `The gate lock was lost ${f.during === true ? 'during' : 'before'} ${f.name}: another run may be at work.`,
        cure: () => 'Take pg_advisory_unlock_all() and the like out of the revisions, see that no idle_session_timeout ends a session that waits, and run again when no other run is under way.',
        example: { name: 'db/roles.sql (`after`)' },
    }),
    'follow-up-unread': entry({
        exit: 1,
        says: f => `Where the database stands could not be read after the revisions, so nothing ran of ${f.names}.`,
        cure: () => 'Read it with `current`, which says what is in the way; then run again: `upgrade` asks every check, also when nothing is pending.',
        example: { names: 'db/smoke.sql (`smoke`)' },
    }),
    'follow-up-interrupted': entry({
        exit: 130,
        says: f => `The run was interrupted at ${f.name}.`,
        cure: () => 'Run it again: `upgrade` begins with what is not applied, and asks every check.',
        example: { name: 'db/smoke.sql (`smoke`)' },
    }),
    'smoke-command-words': entry({
        exit: 2,
        says: f => `\`smoke-command\` cannot be split into words: ${f.reason}.`,
        cure: () => 'Close the quotes. It is run without a shell; for one, write `bash -c "…"`.',
        example: { reason: "a ' is never closed" },
    }),
    'smoke-command-start': entry({
        exit: 1,
        says: f => `The \`smoke-command\` failed: ${f.program} ${f.reason}${sayLast(f.last)}.`,
        cure: () => 'Install what is not there in a step before, or correct the name; it is run in `working-directory`, without a shell.',
        example: {
            program: 'bash',
            reason: 'was not found, or did not find what it starts',
            last: 'bash: line 1: pytest: command not found',
        },
    }),
    'smoke-command-failed': entry({
        exit: 1,
        says: f => `The \`smoke-command\` ${f.command} ${f.end}${sayLast(f.last)}.`,
        cure: () => fixForward,
        example: { command: 'npm run smoke', end: 'ended with exit code 1', last: '1 of 12 checks failed' },
    }),
    'smoke-command-slow': entry({
        exit: 1,
        says: f => `The \`smoke-command\` ${f.command} was still running after ${f.waited} and was ended: it holds the gate lock, for which other runs wait.`,
        cure: () => 'Make it shorter, or give it and other runs more than ten minutes with `wait`.',
        example: { command: 'npm run smoke', waited: '10m' },
    }),
};

;// CONCATENATED MODULE: ./build/catalogue/history.js

/** The ways out of a revision that is half applied and has no file. */
function orUndo(kind) {
    return `or undo by hand what took effect, and \`stamp\` the revision before. To deploy without either, \`allow\` takes \`${kind}\`.`;
}
/** What the history table and the files say of each other. */
const historyEntries = {
    missing: entry({
        exit: 1,
        says: f => `Revision ${f.id} is ${f.half === true ? 'half ' : ''}applied in ${f.database} but has no file in ${f.folder}.`,
        cure: f => f.half === true
            ? `Bring its file back, and finish it; ${orUndo('missing')}`
            : 'Bring its file back; if it was removed on purpose, `allow` takes `missing`.',
        example: { id: '0002', database: 'app', folder: 'migrations' },
    }),
    ahead: entry({
        exit: 1,
        says: f => `${f.database} is ahead of this commit: ${f.id} is ${f.half === true ? 'half ' : ''}applied there, and the newest file here is ${f.head}.`,
        cure: f => {
            const deploy = `Deploy a commit that has that revision${f.commit === undefined ? '' : `, such as ${f.commit}`}`;
            return f.half === true
                ? `${deploy}, which finishes it; ${orUndo('ahead')}`
                : `${deploy}; to deploy this older one all the same, \`allow\` takes \`ahead\`.`;
        },
        example: { id: '0007', database: 'app', head: '0006' },
    }),
    modified: entry({
        exit: 1,
        says: f => `${f.path} was edited after ${f.id} ran in ${f.database}: what it says now has never run there.`,
        cure: f => `Restore the file and put the change into a new revision. If the database was mended by hand to agree with it, \`stamp ${f.current}\` takes the files as they are; \`allow\` takes \`modified\`, to go on without.`,
        example: { id: '0002', database: 'app', path: 'migrations/0002_orders.sql', current: '0004' },
    }),
    'out-of-order': entry({
        exit: 1,
        says: f => `${f.path} is not applied, but sorts before ${f.current}, which is.`,
        cure: f => `Give ${f.id} a version after ${f.current}, or run it late: \`allow\` takes \`out-of-order\`.`,
        example: { id: '0003', current: '0004', path: 'migrations/0003_orders.sql' },
    }),
    duplicate: entry({
        exit: 1,
        says: f => `Version ${f.id} has two files: ${f.paths.join(' and ')}.`,
        cure: () => 'Give the one that is not applied yet the next free version.',
        example: { id: '0003', paths: ['migrations/0003_a.sql', 'migrations/003_b.sql'] },
    }),
    dirty: entry({
        exit: 1,
        says: f => `Revision ${f.id} is half applied in ${f.database}: a run ended while statement ${f.statement} of ${f.total} was under way (${f.headline}), and whether it took effect cannot be read from the database.`,
        cure: f => `Look at the database. If all of ${f.id} has taken effect, or you have finished it by hand: \`stamp ${f.id}\`. If you have undone what did: \`stamp ${f.before}\`, then \`upgrade\`.`,
        example: {
            id: '0005',
            database: 'app',
            statement: 3,
            total: 5,
            headline: 'update orders set …',
            before: '0004',
        },
    }),
    'dirty-edited': entry({
        exit: 1,
        says: f => `Revision ${f.id} is half applied in ${f.database} (${f.done} statements), and its file has changed in those statements since.`,
        cure: f => `Restore these statements and run again; or settle it by hand: \`stamp ${f.id}\` if all of it is in the database, \`stamp ${f.before}\` if you have undone it.`,
        example: { id: '0005', database: 'app', done: 2, before: '0004' },
    }),
    'first-contact': entry({
        exit: 1,
        says: f => `${f.database} holds ${f.tables} ${f.tables === 1 ? 'table' : 'tables'}, and ${f.table} records no revision${f.tool === '' ? '' : `; ${f.tool} has kept a history there`}.`,
        cure: f => `Say where it stands, once: \`stamp ${f.head}\` if every revision is in it, \`stamp\` with an earlier one if not, \`stamp base\` if none is; \`locate\` compares. If its history is in another table, name that with \`history-table\`.`,
        example: {
            database: 'app',
            tables: 12,
            table: 'public.migration_history',
            tool: 'dbmate (public.schema_migrations)',
            head: '0004',
        },
    }),
    'stamp-removes': entry({
        exit: 2,
        says: f => `\`stamp\` would take ${f.ids} out of the history of ${f.database} on ${f.host}, and ${{ nobody: 'there is nobody to be asked', no: 'the answer was no', meanwhile: 'that was not so a moment ago' }[f.why]}: nothing was written.`,
        cure: f => f.why === 'meanwhile'
            ? 'Another run was at work: look with `plan`, and stamp again.'
            : 'See what it would write with --dry-run; --yes goes on without a question.',
        example: { ids: '0005, 0006', database: 'app', host: 'db.example.com', why: 'nobody' },
    }),
    'history-alembic': entry({
        exit: 1,
        says: f => `Alembic manages ${f.database} (${f.table}); the sql engine keeps no history in such a database, for Alembic’s check would propose to drop it.`,
        cure: () => 'Use the engine `alembic` for this database, or give the SQL revisions a database of their own.',
        example: { database: 'app', table: 'public.alembic_version' },
    }),
    'history-foreign': entry({
        exit: 1,
        says: f => `The table ${f.table} is not a history of ours: it has no column ${f.lacks}.`,
        cure: () => 'Name another table with `history-table`, or rename that one.',
        example: { table: 'public.migration_history', lacks: 'checksum' },
    }),
    'history-rights': entry({
        exit: 1,
        says: f => f.doing === 'read'
            ? `The role ${f.user} may not read the history table ${f.table}.`
            : `The role ${f.user} may not make the history table ${f.table}.`,
        cure: f => f.doing === 'read'
            ? 'Let its owner give the right, which has to be to read and to write; or give the gate the URL of the role that owns it.'
            : 'Let the owner of the schema give the right; or name a table in another schema with `history-table`.',
        example: { table: 'public.migration_history', user: 'relay', doing: 'read' },
    }),
    'history-row': entry({
        exit: 1,
        says: f => `The history of ${f.database} has ${f.rows.length + f.more === 1 ? 'a row' : 'rows'} that the gate did not write so: ${f.rows.join('; ')}${f.more === 0 ? '' : `; and ${f.more} more`}.`,
        cure: () => 'Look at the database, and say where it stands: `stamp` with the newest revision that is in it writes the rows anew.',
        example: { database: 'app', rows: ['0005: its state is neither applied nor dirty'], more: 0 },
    }),
    replica: entry({
        exit: 1,
        says: f => `${f.where} is a read-only replica: nothing can be migrated there.`,
        cure: () => 'Use the URL of the primary.',
        example: { where: 'replica.example.com:5432/app' },
    }),
    'revision-unknown': entry({
        exit: 2,
        says: f => `There is no revision "${f.wanted}" in the files${f.nearest === '' ? '' : `; the newest are ${f.nearest}`}.`,
        cure: () => 'Name a version, a unique beginning of one, `head` or `base`.',
        example: { wanted: '0009', nearest: '0003, 0004' },
    }),
    'revision-ambiguous': entry({
        exit: 2,
        says: f => `"${f.wanted}" begins more than one revision: ${f.matches}.`,
        cure: () => 'Write the version in full.',
        example: { wanted: '2024', matches: '20240101, 20240102' },
    }),
    'lock-wait': entry({
        exit: 1,
        says: f => `Another run has held the gate lock of ${f.where} for longer than ${f.waited}: ${f.holder}.`,
        cure: f => `Let that run end${f.pid === 0 ? '' : `, or end it (select pg_terminate_backend(${f.pid}))`}, then run again; \`wait\` sets how long to wait.`,
        example: {
            where: 'db.example.com:5432/app',
            waited: '10m',
            holder: 'pid 4711 (user app, migration-gate github.com/relay/relay/actions/runs/77), connected since 2026-11-23 12:04:00 UTC, active for 9 min 2 s, runs: create index concurrently i on orders (status)',
            pid: 4711,
        },
    }),
};

;// CONCATENATED MODULE: ./build/catalogue/image.js


const isNot = (what) => `${joinAnd(what)} ${what.length === 1 ? 'is' : 'are'} not`;
const them = (what) => (what.length === 1 ? 'it' : 'them');
/** What `check` finds in a Dockerfile, its .dockerignore and a fly.toml. */
const imageEntries = {
    'image-missing': entry({
        exit: 1,
        says: f => `${isNot(f.what)} in the image: no COPY of ${f.dockerfile} takes ${them(f.what)}, and \`${f.command}\`, which is run in ${f.folder}, needs ${them(f.what)}.`,
        cure: f => `Write this behind line ${f.line} of ${f.dockerfile}.`,
        example: {
            what: ['alembic.ini', 'alembic/ (19 files)'],
            dockerfile: 'Dockerfile',
            command: 'uv run alembic upgrade head',
            folder: '/srv',
            line: 8,
        },
    }),
    'image-outside': entry({
        exit: 1,
        says: f => `${isNot(f.what)} in the image, and cannot be: the build context of ${f.dockerfile} is ${f.context}, and \`${f.command}\` needs ${them(f.what)}.`,
        cure: f => `Build from a folder that holds both, or move ${them(f.what)} into ${f.context}.`,
        example: {
            what: ['db/alembic.ini', 'db/alembic/ (19 files)'],
            dockerfile: 'web/Dockerfile',
            command: 'uv run alembic upgrade head',
            context: 'web',
        },
    }),
    'image-ignored': entry({
        exit: 1,
        says: f => `${isNot(f.what)} in the image: ${f.ignore} leaves ${them(f.what)} out (\`${f.text}\`) where line ${f.line} of ${f.dockerfile} would copy ${them(f.what)}, and \`${f.command}\` needs ${them(f.what)}.`,
        cure: f => `Take that line out of ${f.ignore}, or write this below it.`,
        example: {
            what: ['alembic/versions/ (18 files)'],
            dockerfile: 'Dockerfile',
            command: 'uv run alembic upgrade head',
            ignore: '.dockerignore',
            text: '**/versions',
            line: 7,
        },
    }),
    'image-elsewhere': entry({
        exit: 1,
        says: f => `${isNot(f.what)} where \`${f.command}\` looks: ${f.dockerfile} puts ${them(f.what)} at ${joinAnd(f.at)}, not at ${joinAnd(f.expected)}.`,
        cure: f => `Correct the target where ${f.dockerfile} copies ${them(f.what)}, or the folder in which it ends.`,
        example: {
            what: ['alembic.ini'],
            dockerfile: 'Dockerfile',
            command: 'uv run alembic upgrade head',
            at: ['/srv/backend/alembic.ini'],
            expected: ['/srv/alembic.ini'],
        },
    }),
    'image-stage': entry({
        exit: 1,
        says: f => `${isNot(f.what)} in the image: ${f.dockerfile} copies ${them(f.what)} into the stage ${f.stage}, and the image is the stage ${f.final}, where \`${f.command}\` needs ${them(f.what)}.`,
        cure: f => `Write this at the end of the stage ${f.final}.`,
        example: {
            what: ['alembic.ini', 'alembic/ (19 files)'],
            dockerfile: 'Dockerfile',
            command: 'uv run alembic upgrade head',
            stage: 'builder',
            final: 'runtime',
        },
    }),
    'image-script': entry({
        exit: 1,
        says: f => `The release command runs ${f.script}, a shell script, and not the migration itself (\`${f.command}\`): without \`set -e\` the release goes on after a failure, and the script has to be in the image and executable.`,
        cure: () => 'Name the migration itself, if the script does no more than start it.',
        example: { script: 'release.sh', command: 'uv run alembic upgrade head' },
    }),
    'image-absent': entry({
        exit: 2,
        says: f => `The input \`image\` names ${f.path}, which is not there: ${joinAnd(f.looked)} was looked for.`,
        cure: () => 'Name a Dockerfile or a fly.toml, relative to the working directory or the repository root.',
        example: { path: 'backend/Dockerfile', looked: ['backend/Dockerfile'] },
    }),
};

;// CONCATENATED MODULE: ./build/catalogue/python.js

const from = (trail) => (trail === '' ? '' : `, from ${trail}`);
const there = 'where the gate runs, in a workflow in the `env` of its step';
/** The way from starting Alembic to its first revision: program, environment, application, driver, URL. */
const pythonEntries = {
    'program-missing': entry({
        exit: 2,
        says: f => `There is no program "${f.program}" here to start Alembic with (chosen by ${f.why}).`,
        cure: f => f.program === 'uv' || f.program === 'poetry'
            ? `Install ${f.program} before the gate (the alembic/ action does it for uv), or set \`run\`.`
            : 'Install the application before the gate, put its virtual environment on the PATH, or set `run`, such as `uv run alembic`.',
        example: { program: 'uv', why: 'uv.lock' },
    }),
    'program-denied': entry({
        exit: 2,
        says: f => `The program "${f.program}" may not be started by this user.`,
        cure: () => 'Make it executable, or name another with `run`.',
        example: { program: 'bin/alembic' },
    }),
    'program-folder': entry({
        exit: 2,
        says: f => `The folder ${f.folder}, in which Alembic is to start, does not exist.`,
        cure: () => 'Check the checkout and the input `directory`.',
        example: { folder: 'backend' },
    }),
    'alembic-not-installed': entry({
        exit: 2,
        says: f => `${f.program} found no Alembic in its environment.`,
        cure: f => `Install the application’s dependencies before the gate; if Alembic is not among them: \`${f.add} alembic\`.`,
        example: { program: 'uv', add: 'uv add' },
    }),
    'uv-lock': entry({
        exit: 2,
        says: f => `uv does not accept uv.lock: ${f.reason}.`,
        cure: () => 'Run `uv lock` and commit the file.',
        example: { reason: 'The lockfile at uv.lock needs to be updated' },
    }),
    'uv-network': entry({
        exit: 1,
        says: f => `uv could not fetch packages: ${f.reason}.`,
        cure: () => 'Install before the gate (`uv sync --frozen`, as the alembic/ action does), and see that the package index can be reached from there.',
        example: { reason: 'tcp connect error' },
    }),
    'uv-failed': entry({
        exit: 1,
        says: f => `${f.program} ended before Alembic began: ${f.reason}.`,
        cure: f => `Run the same ${f.program} command without the gate, mend what it says, and run again.`,
        example: { program: 'uv', reason: 'No interpreter found for Python >=3.14' },
    }),
    'setting-missing': entry({
        exit: 1,
        says: f => `The application’s settings (${f.model}) lack ${f.names}${from(f.trail)}.`,
        cure: f => `Set ${f.variables} ${there} (with the prefix, if ${f.model} sets an env_prefix); or let env.py read only what a migration needs.`,
        example: {
            names: 'redis_url and stripe_key',
            model: 'Settings',
            variables: 'REDIS_URL and STRIPE_KEY',
            trail: 'alembic/env.py:5 → app/settings.py:8',
        },
    }),
    'setting-invalid': entry({
        exit: 1,
        says: f => `The application’s settings (${f.model}) are not accepted: ${f.reasons}${from(f.trail)}.`,
        cure: () => `Correct these values ${there}.`,
        example: {
            reasons: 'port: Input should be a valid integer',
            model: 'Settings',
            trail: 'alembic/env.py:5 → app/settings.py:8',
        },
    }),
    'variable-missing': entry({
        exit: 1,
        says: f => `The application asks for the environment variable ${f.name}, which is not set${from(f.trail)}.`,
        cure: f => `Set ${f.name} ${there}; or give it a default.`,
        example: { name: 'STRIPE_KEY', trail: 'alembic/env.py:5 → app/settings.py:2' },
    }),
    'module-missing': entry({
        exit: 1,
        says: f => `Python has no module "${f.module}"${from(f.trail)}.`,
        cure: f => `If it is a package: \`${f.add} ${f.module}\`, commit, and install before the gate. If it is the application’s own: \`prepend_sys_path = .\` in the configuration of Alembic.`,
        example: { module: 'stripe', trail: 'alembic/env.py:5 → app/settings.py:1', add: 'uv add' },
    }),
    'import-failed': entry({
        exit: 1,
        says: f => `An import of the application failed: ${f.reason}${from(f.trail)}.`,
        cure: () => 'Start the same Python with this import alone, mend it, and run again.',
        example: { reason: "cannot import name 'Base' from 'app.models'", trail: 'alembic/env.py:5' },
    }),
    'driver-missing': entry({
        exit: 1,
        says: f => `The driver ${f.driver} is not installed; the URL asks for it by ${f.asked}.`,
        cure: f => `\`${f.add} "${f.package}"\` and commit; or write the driver that is installed into the URL.`,
        example: { driver: 'asyncpg', asked: 'postgresql+asyncpg', package: 'asyncpg', add: 'uv add' },
    }),
    'greenlet-missing': entry({
        exit: 1,
        says: () => 'SQLAlchemy needs the package greenlet for async engines, and it is not installed.',
        cure: f => `\`${f.add} "sqlalchemy[asyncio]"\`, and commit.`,
        example: { add: 'uv add' },
    }),
    'url-keyword': entry({
        exit: 1,
        says: f => `asyncpg does not know \`${f.keyword}\`, which stands in the URL that it was given.`,
        cure: f => `For asyncpg the URL in ${f.variable} ends otherwise: ${f.spelled}; the gate reads this form too. Or let env.py take \`sslmode\` and \`channel_binding\` out.`,
        example: {
            keyword: 'sslmode',
            spelled: 'postgresql+asyncpg://…?ssl=require',
            variable: 'DATABASE_URL',
        },
    }),
    'url-dialect': entry({
        exit: 1,
        says: f => `SQLAlchemy does not know ${f.given}.`,
        cure: f => `Write ${f.spelled} in ${f.variable} (the gate reads it too), or let env.py replace the beginning.`,
        example: { given: 'postgres://', spelled: 'postgresql://…', variable: 'DATABASE_URL' },
    }),
    'url-unread': entry({
        exit: 1,
        says: () => 'SQLAlchemy cannot read the URL that env.py gives it.',
        cure: f => `Let env.py take ${f.variable} as it is: ConfigParser takes a % in it for its own, and an empty variable is no URL.`,
        example: { variable: 'DATABASE_URL' },
    }),
    'driver-sync': entry({
        exit: 1,
        says: f => `env.py makes an async engine, and the URL names ${f.driver}, which is not async.`,
        cure: f => `Write ${f.spelled} in ${f.variable}, or let env.py use create_engine.`,
        example: { driver: 'psycopg2', spelled: 'postgresql+asyncpg://…', variable: 'DATABASE_URL' },
    }),
    'driver-async': entry({
        exit: 1,
        says: f => `An async driver is used without an async engine (MissingGreenlet)${from(f.trail)}.`,
        cure: f => `Let env.py use create_async_engine and \`connection.run_sync\`, or give it a driver that is not async, such as ${f.spelled} in ${f.variable}.`,
        example: { spelled: 'postgresql+psycopg://…', variable: 'DATABASE_URL', trail: 'alembic/env.py:9' },
    }),
    'env-connect': entry({
        exit: 1,
        says: f => `Alembic could not connect${f.where === '' ? '' : ` to ${f.where}`}: ${f.reason}; the gate itself reached ${f.ours}.`,
        cure: f => `See that env.py uses ${f.variable}, and not a URL of its own.`,
        example: {
            where: 'localhost:5432',
            reason: 'the connection was refused',
            ours: 'db.example.com:5432/app',
            variable: 'DATABASE_URL',
        },
    }),
    'env-password': entry({
        exit: 1,
        says: f => `The password that Alembic gave for ${f.user} was refused; that of ${f.variable} was accepted by ${f.ours}.`,
        cure: f => `See how env.py makes its URL: it must come from ${f.variable}; str(url) hides the password (\`render_as_string(hide_password=False)\` does not), and ConfigParser wants % doubled.`,
        example: { user: 'relay', ours: 'db.example.com:5432/app', variable: 'DATABASE_URL' },
    }),
    'env-raised': entry({
        exit: 1,
        says: f => `The application raised ${f.type} ${f.ran ? 'when its revisions had run' : 'before a revision ran'}${f.reason === '' ? '' : `: ${f.reason}`}${from(f.trail)}.`,
        cure: () => `Mend it at this place, or give it the variables that it needs ${there}.`,
        example: {
            type: 'RuntimeError',
            reason: 'no vault',
            trail: 'alembic/env.py:5 → app/settings.py:1',
            ran: false,
        },
    }),
    'child-memory': entry({
        exit: 1,
        says: f => `Alembic was ended from outside, most often for want of memory (${f.how}).`,
        cure: () => 'Give the machine more memory, or let the revision work in SQL instead of loading rows into Python; then run again.',
        example: { how: 'SIGKILL' },
    }),
    'child-killed': entry({
        exit: 1,
        says: f => `Alembic was ended by the signal ${f.signal}.`,
        cure: () => 'Find out who sent it (a timeout, a cancelled job, a crash in a library), and run again.',
        example: { signal: 'SIGSEGV' },
    }),
    'child-input': entry({
        exit: 1,
        says: f => `${f.id === '' ? 'The application' : `Revision ${f.id}`} asks a question, and nobody is there to answer.`,
        cure: () => 'Take the question out, or let an environment variable answer it.',
        example: { id: '0005' },
    }),
    'child-exit': entry({
        exit: 1,
        says: f => `Alembic ended with exit code ${f.code} and without saying why${f.last === '' ? '' : `; the last it wrote was: ${f.last.replace(/[.\s]+$/, '')}`}.`,
        cure: f => f.began
            ? 'Look in env.py and the revision for sys.exit or os._exit; run again with debug logging (ACTIONS_STEP_DEBUG, or --debug) to see everything it wrote.'
            : 'See that `run` starts Alembic: it is what comes before the sub-command, such as `uv run alembic`.',
        example: { code: '3', last: 'stop here', began: true },
    }),
};

;// CONCATENATED MODULE: ./build/catalogue/rehearsal.js

/** Who gets no turn, behind a sentence. */
const without = (left) => (left === '' ? '' : ` Without a turn: ${left}.`);
/** What a rehearsal finds, and why one is refused. */
const rehearsalEntries = {
    'rehearsal-start': entry({
        exit: 1,
        says: f => `The new revisions were not rehearsed: what is merged before them does not run on ${f.there ? '' : 'an empty '}Postgres ${f.postgres}${f.there ? ', where something makes a part of it before' : ''}. ${f.reason}`,
        cure: f => f.there
            ? 'Take out of `baseline` what revisions make: it is for what was there before the first of them.'
            : 'Name an SQL file with what was there before the first revision: `baseline: db/baseline.sql`.',
        example: {
            postgres: '16.4',
            reason: '0001_names.sql failed: relation "customers" does not exist.',
            there: false,
        },
    }),
    'rehearsal-endless': entry({
        exit: 1,
        says: f => `${f.id} did not come to its end within ${f.bound} in the rehearsal, where the tables hold next to nothing.`,
        cure: () => 'Look for a loop, a sleep, or a lock that it waits for itself. `statement-timeout` gives a statement more.',
        example: { id: '0003', bound: '60 s for a statement' },
    }),
    'rehearsal-broke-off': entry({
        exit: 1,
        says: f => `The rehearsal broke off ${f.at}: ${f.reason}.${without(f.left)}`,
        cure: () => 'Run it again. If it ends there again, take out of the revision what ends sessions or the server or takes all of the time, or give the job what it needs.',
        example: {
            at: 'at 0003',
            reason: 'its server no longer answers (connection refused)',
            left: '0004, 0005',
        },
    }),
    'rehearsal-superuser': entry({
        exit: 1,
        says: f => `${f.id} needs more than the owner of a database may do: ${f.reason}${without(f.left)}`,
        cure: () => 'Leave it to who runs the server, or let it through with `gate: allow rehearsal-superuser because <reason>` where the role of the deploy is a superuser.',
        example: { id: '0003', reason: 'must be superuser to COPY to or from an external program.', left: '' },
    }),
    'rehearsal-extension': entry({
        exit: 1,
        says: f => `${f.id} could not be rehearsed: the extension ${f.extension} ${f.why === 'absent' ? 'is not on the rehearsal’s server' : 'may be made by a superuser only'}.${without(f.left)}`,
        cure: f => f.image === ''
            ? 'Give `rehearse` the URL of a throw-away server that has it.'
            : `Give \`rehearse\` a service container that has it: the image \`${f.image}\`.`,
        example: { id: '0003', extension: 'postgis', why: 'absent', image: 'postgis/postgis', left: '0004' },
    }),
    'rehearsal-down-differs': entry({
        exit: 1,
        says: f => `After the way down of ${f.path} the schema is not what it was before ${f.id}: ${f.differences}.`,
        cure: () => 'Let the way down take back all that the way up makes, and bring back all that it takes.',
        example: { id: '0003', path: 'migrations/0003_add_mood.sql', differences: 'type mood is left behind' },
    }),
    'models-differ': entry({
        exit: 1,
        says: f => `The models and the schema after the newest revision differ: ${f.differences.join('; ')}${f.more === 0 ? '' : `; and ${f.more} more`}.`,
        cure: f => f.behind
            ? 'Put the models right: they lack what the schema has. Where it is to go, drop it in a revision.'
            : 'Write a revision for it, or put the models right.',
        example: {
            differences: ['the models have the column users.locale, the schema has not'],
            more: 0,
            behind: false,
        },
    }),
    'rehearsal-refused': entry({
        exit: 2,
        says: f => `${f.source} is no database to rehearse in: ${f.reason}`,
        cure: () => 'Give `rehearse` the URL of an empty database on a server that is thrown away afterwards, such as a service container, or `auto`.',
        example: { source: 'the input rehearse', reason: 'it holds 12 tables (customers, orders …).' },
    }),
    'rehearsal-file': entry({
        exit: 1,
        says: f => `The file of \`${f.input}\`, ${f.path}, does not run: ${f.reason}`,
        cure: () => 'Correct it: plain SQL, run by the owner of an empty database (`pg_dump --schema-only --no-owner --no-privileges`).',
        example: { input: 'baseline', path: 'db/baseline.sql', reason: 'role "app" does not exist.' },
    }),
};

;// CONCATENATED MODULE: ./build/catalogue/revisions.js

function revisions_cureOf(reason) {
    if (/UTF-8|NUL/.test(reason))
        return 'Save it as UTF-8; a file in UTF-16 looks like this.';
    if (reason.includes('larger'))
        return 'Divide it into several revisions.';
    if (reason.includes('ordinary'))
        return 'Put a file in its place: a pipe, a socket or a device is none.';
    return 'See that the file is in the checkout and readable by this user.';
}
/** Faults of revision files, all found before the first statement runs. */
const revisionEntries = {
    'revision-unreadable': entry({
        exit: 1,
        says: f => `${f.path} cannot be read: ${f.reason}.`,
        cure: f => revisions_cureOf(f.reason),
        example: { path: 'migrations/0003_add_index.sql', reason: 'permission denied' },
    }),
    'revision-foreign': entry({
        exit: 1,
        says: f => `${f.path} is not named like a revision${f.tool === '' ? '' : `; it has the shape of ${f.tool}`}.`,
        cure: () => 'Name it <digits>_<name>.sql, such as 0004_add_index.sql; or keep SQL that is no revision in another folder.',
        example: { path: 'migrations/V4__add_index.sql', tool: 'Flyway' },
    }),
    'revision-half': entry({
        exit: 1,
        says: f => `${f.path} is a way down without a way up beside it.`,
        cure: () => 'Give it the .up.sql of the same version and name, or remove it.',
        example: { path: 'migrations/0004_add_index.down.sql' },
    }),
    'sql-unterminated': entry({
        exit: 1,
        says: f => `A ${f.what} begins here and never ends.`,
        cure: () => 'Close it; a quote within a string is written twice.',
        example: { what: 'string' },
    }),
    'sql-transaction-control': entry({
        exit: 1,
        says: f => `\`${f.statement}\` is transaction control, and a revision’s transaction belongs to the gate: it commits script and history row together.`,
        cure: () => 'Remove the statement. What must not run in a transaction goes into a revision of its own under `-- migrate:up transaction:false`.',
        example: { statement: 'commit' },
    }),
    'sql-discard-all': entry({
        exit: 1,
        says: () => 'DISCARD ALL would give up the lock that keeps other runs out.',
        cure: () => 'Remove it: every revision begins with a fresh session anyway.',
        example: {},
    }),
    'sql-meta-command': entry({
        exit: 1,
        says: f => `\`${f.command}\` is a command of psql, which the server does not know.`,
        cure: () => 'Remove the line; `\\restrict` and `\\unrestrict`, which pg_dump writes, are not needed here.',
        example: { command: '\\restrict' },
    }),
    'sql-copy-stdin': entry({
        exit: 1,
        says: () => '`COPY … FROM STDIN` reads data from psql, which is not there.',
        cure: () => 'Write the rows as INSERT; `pg_dump --inserts` does.',
        example: {},
    }),
    'sql-quoting': entry({
        exit: 1,
        says: () => 'The statement turns standard_conforming_strings off, after which strings would end elsewhere than they seem to.',
        cure: () => "Remove it, and write strings with backslash escapes as E'…'.",
        example: {},
    }),
    'sql-outside-transaction': entry({
        exit: 1,
        says: f => `\`${f.statement}\` cannot run in a transaction, and this revision runs in one.`,
        cure: f => `Begin its section with \`-- migrate:${f.direction} transaction:false\`, best in a revision of its own: such a section is not rolled back as a whole.`,
        example: { statement: 'create index concurrently', direction: 'up' },
    }),
    'marker-late': entry({
        exit: 1,
        says: f => `A statement stands above the first marker, \`-- migrate:${f.direction}\` in line ${f.line}, and belongs to no section.`,
        cure: f => `Move it below line ${f.line}, or the marker above it.`,
        example: { direction: 'up', line: 3 },
    }),
    'marker-repeated': entry({
        exit: 1,
        says: f => `\`-- migrate:${f.direction}\` stands here again, after line ${f.first}.`,
        cure: () => 'Keep one of each in a file, or make two revisions of it.',
        example: { direction: 'up', first: 1 },
    }),
    'marker-order': entry({
        exit: 1,
        says: () => '`-- migrate:down` comes first; nothing says which statements are the way up.',
        cure: () => 'Begin the file with `-- migrate:up` and put `-- migrate:down` below its statements.',
        example: {},
    }),
    'marker-of-the-other': entry({
        exit: 1,
        says: f => `\`-- migrate:${f.direction}\` stands in a \`.${f.shape}.sql\` file.`,
        cure: f => `Move its statements to the \`.${f.direction}.sql\` file of the pair.`,
        example: { direction: 'down', shape: 'up' },
    }),
    'marker-option': entry({
        exit: 1,
        says: f => `"${f.option}" is no option of a marker, or one too many; it takes one of transaction:true and transaction:false.`,
        cure: f => `Write \`-- migrate:${f.direction} transaction:false\` or \`-- migrate:${f.direction}\`.`,
        example: { direction: 'up', option: 'transaction:no' },
    }),
    'marker-slip': entry({
        exit: 1,
        says: f => `\`${f.written}\` looks like a marker and is none: what follows would run with the section above.`,
        cure: () => 'Write `-- migrate:up` or `-- migrate:down`, at the very start of a line of its own; or reword the comment.',
        example: { written: '-- migrate:dwon' },
    }),
    'marker-foreign': entry({
        exit: 1,
        says: f => `\`${f.written}\` is a marker of ${f.tool}, not of this engine: its way down would run as a part of the way up.`,
        cure: () => 'Write `-- migrate:up` and `-- migrate:down` in their places.',
        example: { written: '-- +goose Down', tool: 'goose' },
    }),
};

;// CONCATENATED MODULE: ./build/catalogue/run.js


const stuckExample = {
    id: '0003',
    name: 'add_status',
    at: 'statement 1 of 2',
    over: ' in 6 attempts over 1 min 12 s',
    blocked: 'pid 4711 (user app, web 1), idle in transaction for 3 min 2 s, in a transaction of 3 min 5 s, last ran: select * from orders',
    pid: 4711,
};
function inTheWay(blocked) {
    return blocked === '' ? '; who held it was not seen' : `; in its way: ${blocked}`;
}
function terminate(pid) {
    return pid === 0 ? ' (pg_stat_activity, pg_terminate_backend)' : ` (select pg_terminate_backend(${pid}))`;
}
/** Endings of a run, planned and not. */
const runEntries = {
    'revision-failed': entry({
        exit: 1,
        says: f => `Revision ${f.id} ${f.name} failed at statement ${f.statement} of ${f.total}: ${f.reason}${f.code === '' ? '' : ` (${f.code})`}.`,
        cure: cureOf,
        example: {
            id: '0003',
            name: 'add_status',
            statement: 2,
            total: 3,
            reason: 'column "status" of relation "orders" already exists',
            code: '42701',
        },
    }),
    'revision-commit': entry({
        exit: 1,
        says: f => `Revision ${f.id} ${f.name} ran to its end but could not be committed: ${f.reason}${f.code === '' ? '' : ` (${f.code})`}.`,
        cure: () => 'Most often a deferred constraint is violated: mend the data or the revision, and run again.',
        example: {
            id: '0003',
            name: 'backfill',
            reason: 'insert or update on table "orders" violates foreign key',
            code: '23503',
        },
    }),
    'revision-unrecorded': entry({
        exit: 1,
        says: f => `Revision ${f.id} ${f.name} could not be recorded in the history table ${f.table}: ${f.reason}${f.code === '' ? '' : ` (${f.code})`}.`,
        cure: f => f.code === '42501'
            ? `As its owner or a superuser: grant select, insert, update, delete on ${f.table} to the role of the URL; then run again.`
            : 'The table belongs to the gate: take out of the revision whatever drops, empties or changes it, or the trigger or rule off the table, and run again.',
        example: {
            id: '0003',
            name: 'clean_up',
            table: 'public.migration_history',
            reason: 'relation "public.migration_history" does not exist',
            code: '42P01',
        },
    }),
    'revision-blocked': entry({
        exit: 1,
        says: f => `Revision ${f.id} ${f.name} did not get a lock in time at ${f.at}${f.over} (55P03)${inTheWay(f.blocked)}.`,
        cure: f => `The file is not to blame: run again at a quieter moment, wait longer with \`lock-timeout\`, or end what is in the way${terminate(f.pid)}.`,
        example: stuckExample,
    }),
    'revision-deadlock': entry({
        exit: 1,
        says: f => `Revision ${f.id} ${f.name} and another session waited for each other at ${f.at}${f.over} (40P01)${inTheWay(f.blocked)}.`,
        cure: () => 'Run again. If it comes back, let the revision lock its tables in the order in which the application does.',
        example: stuckExample,
    }),
    'revision-lost': entry({
        exit: 1,
        says: f => `The connection was lost while revision ${f.id} ${f.name} ran: ${f.reason}.`,
        cure: () => 'Run again: the history row was written in the revision’s own transaction and decides whether it is applied.',
        example: { id: '0003', name: 'add_index', reason: 'Connection terminated unexpectedly' },
    }),
    'revision-escaped': entry({
        exit: 1,
        says: f => `Revision ${f.id} ${f.name} ended the transaction that the gate had begun: what it did before may be committed, and it was not recorded.`,
        cure: () => 'Look at the database, take the transaction control out of the revision, and settle it with `stamp`.',
        example: { id: '0003', name: 'backfill' },
    }),
    'history-lost': entry({
        exit: 1,
        says: f => `Asked again after the run, ${f.table} does not hold ${f.ids}, though it was committed or had been there before.`,
        cure: () => 'Look for a trigger, a rule, row security or a revision that changes this table; mend it, then `stamp` where the database really stands.',
        example: { ids: '0003', table: 'public.migration_history' },
    }),
    'stand-unread': entry({
        exit: 1,
        says: () => 'Every revision was committed, and where the database stands could not be read afterwards: the gate stays closed.',
        cure: () => 'Read it with `current`, which says what is in the way: the history table may be gone, or closed to this role.',
        example: {},
    }),
    'lock-lost': entry({
        exit: 1,
        says: f => `The gate lock was lost before revision ${f.id} began: another run may be at work.`,
        cure: () => 'Take pg_advisory_unlock_all() and the like out of the revisions, and run again when no other run is under way.',
        example: { id: '0003' },
    }),
    interrupted: entry({
        exit: 130,
        says: f => f.id === ''
            ? 'The run was interrupted before a revision ran.'
            : `The run was interrupted while revision ${f.id} ${f.name} ran; its statement was cancelled.`,
        cure: () => 'Run it again: it starts from where the database stands.',
        example: { id: '0003', name: 'add_index' },
    }),
    'interrupted-pause': entry({
        exit: 130,
        says: f => `The run was interrupted before revision ${f.id} ${f.name} was tried again.`,
        cure: () => 'Run it again: it starts from where the database stands.',
        example: { id: '0003', name: 'add_index' },
    }),
    unexpected: entry({
        exit: 1,
        says: f => `Something happened that the gate does not know: ${f.message}.`,
        cure: () => 'The gate is closed. Run it again with debug logging (ACTIONS_STEP_DEBUG, or --debug) and report what it prints.',
        example: { message: 'Cannot read properties of undefined' },
    }),
};

;// CONCATENATED MODULE: ./build/catalogue/settings.js


/** Wrong use: inputs, options, the config file, and folders where revisions were looked for. */
const settingsEntries = {
    'input-value': entry({
        exit: 2,
        says: f => `\`${f.input}\` is "${f.value}"; it takes ${f.allowed}.`,
        cure: f => (f.nearest === undefined ? `Correct \`${f.input}\`.` : `Did you mean \`${f.nearest}\`?`),
        example: { input: 'lock-timeout', value: '5 apples', allowed: 'a duration such as 500ms, 5s, 10m or 1h' },
    }),
    'input-needed': entry({
        exit: 2,
        says: f => `\`${f.command}\` needs \`${f.input}\`.`,
        cure: f => `Give \`${f.input}\`; nothing is assumed for it.`,
        example: { input: 'revision', command: 'stamp' },
    }),
    'option-idle': entry({
        exit: 2,
        says: f => `\`${f.command}\` does not take ${f.option}: it would be ignored.`,
        cure: () => 'Leave it out; docs/reference.md says which command takes what.',
        example: { command: 'plan', option: '`--wait`' },
    }),
    'not-built': entry({
        exit: 2,
        says: f => `${f.what} is not in this version.`,
        cure: f => `This version has ${f.built}.`,
        example: { what: 'The engine `command`', built: 'the engines `sql` and `alembic`' },
    }),
    'env-file': entry({
        exit: 2,
        says: f => `The file of --env-file, ${f.path}, cannot be read: ${f.reason}.`,
        cure: () => 'Name a file of NAME=value lines.',
        example: { path: '.env', reason: 'it does not exist' },
    }),
    'config-missing': entry({
        exit: 2,
        says: f => `The config file "${f.path}" does not exist; looked for ${f.looked.join(' and ')}.`,
        cure: () => 'Name a file that is in the checkout, or leave `config` out.',
        example: { path: 'gate.yml', looked: ['backend/gate.yml', 'gate.yml'] },
    }),
    'config-unreadable': entry({
        exit: 2,
        says: f => `The config file ${f.path} cannot be read: ${f.reason}.`,
        cure: () => 'Mend the file; docs/schema/config.json describes its form.',
        example: { path: '.github/migration-gate.yml', reason: 'it is not UTF-8 (line 3)' },
    }),
    'config-shape': entry({
        exit: 2,
        says: f => `In ${f.path}, ${f.at === '' ? 'the file' : `\`${f.at}\``} ${f.reason}.`,
        cure: () => 'Correct it there; docs/schema/config.json describes the form.',
        example: {
            path: '.github/migration-gate.yml',
            at: 'databases.orion.url',
            reason: 'is a URL; write the name of the environment variable that holds it',
        },
    }),
    'database-unknown': entry({
        exit: 2,
        says: f => `\`database\` names "${f.name}", which is not in ${f.path === '' ? 'any config file' : f.path}.`,
        cure: f => (f.known === '' ? 'Leave `database` out, or add a config file.' : `It has ${f.known}.`),
        example: { name: 'oron', known: 'orion, events', path: '.github/migration-gate.yml' },
    }),
    'url-for-several': entry({
        exit: 2,
        says: f => `\`database-url\` is one URL, but ${f.names} are to be run.`,
        cure: () => 'Name one with `database`, or let each take the variable that the config file names.',
        example: { names: 'orion and events' },
    }),
    'stamp-several': entry({
        exit: 2,
        says: f => `\`${f.command} ${f.revision}\` is meant for one database, and ${f.names} are named.`,
        cure: () => 'Name the one that it is meant for with `database`.',
        example: { command: 'stamp', revision: '0002', names: 'orion, events' },
    }),
    'variable-unset': entry({
        exit: 2,
        says: f => `\`${f.input}\` is env:${f.variable}, but there is no environment variable of that name.`,
        cure: f => `Set ${f.variable}, in Actions in the step’s \`env\`; or give the URL as \`${f.input}\`.`,
        example: { input: 'database-url', variable: 'DATABASE_URL' },
    }),
    'engine-unknown': entry({
        exit: 2,
        says: f => {
            const looked = `looked for ${f.looked.join(', ')}`;
            if (f.found !== '')
                return `No migrations of ours were found, but ${f.found}; ${looked}.`;
            const nearby = f.nearby.length === 0 ? '' : ` There are some in ${joinAnd(f.nearby)}.`;
            return `No migrations were found: ${looked}.${nearby}`;
        },
        cure: f => f.nearby.length > 0
            ? `Name the folder: \`working-directory\` is ${f.nearby.join(' or ')}.`
            : f.found === ''
                ? 'Name the folder with `directory` (or `working-directory`).'
                : 'That tool keeps its own order and history: go on running it yourself, or move its files to SQL revisions.',
        example: {
            looked: ['alembic.ini', 'migrations/<digits>_*.sql'],
            found: 'prisma/migrations belongs to Prisma',
            nearby: [],
        },
    }),
    'no-revisions': entry({
        exit: 2,
        says: f => `No revisions were found in ${f.folder}: ${f.reason}.`,
        cure: () => 'A revision is a file such as 0001_create_orders.sql; name its folder with `directory`.',
        example: { folder: 'migrations', reason: 'it has no file named <digits>_<name>.sql' },
    }),
};

;// CONCATENATED MODULE: ./build/catalogue/catalogue.js




















/** Every failure that a person can meet: id → sentence → cure. docs/errors.md is generated from it. */
const catalogue = {
    ...settingsEntries,
    ...eventEntries,
    ...changesEntries,
    ...checkEntries,
    ...imageEntries,
    ...rehearsalEntries,
    ...driftEntries,
    ...connectionEntries,
    ...revisionEntries,
    ...historyEntries,
    ...downgradeEntries,
    ...runEntries,
    ...followUpEntries,
    ...alembicEntries,
    ...pythonEntries,
    ...doorEntries,
    ...alembicFileEntries,
    ...alembicRunEntries,
};
/** Fills an entry of the catalogue with its facts, whose texts may be foreign: what comes out is one harmless line. */
function catalogue_makeFault(id, facts, around = {}) {
    return fillEntry(id, catalogue[id], facts, around);
}
/** The same, ready to be thrown. */
function gateError(id, facts, around = {}) {
    return new GateError(catalogue_makeFault(id, facts, around));
}

;// CONCATENATED MODULE: ./build/engines/sql/text/tokens.js
/**
 * The tokens of Postgres' SQL, as its own scanner cuts them (src/backend/parser/scan.l, PostgreSQL 18),
 * with `standard_conforming_strings` on. Pure, and linear in the length of the text.
 */
const number = /0[xX](?:_?[0-9A-Fa-f])+|0[oO](?:_?[0-7])+|0[bB](?:_?[01])+|(?:[0-9](?:_?[0-9])*(?:\.(?!\.)(?:[0-9](?:_?[0-9])*)?)?|\.[0-9](?:_?[0-9])*)(?:[eE][+-]?[0-9](?:_?[0-9])*)?/y;
const parameter = /\$[0-9]+/y;
/** No tag holds a `$`; a `$` inside of a name never gets here, because the name takes it first. */
const dollarTag = /\$(?:[A-Za-z_\x80-\uffff][A-Za-z0-9_\x80-\uffff]*)?\$/y;
const commentMark = /\/\*|\*\//g;
const escapeStop = /['\\]/g;
/** What an ASCII character may be; asked for every character of a script, so it is a table. */
const operatorCodes = tabulate('~!@#^&|`?+-*/%<>=');
const nameCodes = tabulate('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789$');
const tab = 9;
const lineFeed = 10;
const carriageReturn = 13;
const space = 32;
const doubleQuote = 34;
const dollar = 36;
const ampersand = 38;
const quote = 39;
const asterisk = 42;
const minus = 45;
const dot = 46;
const slash = 47;
const backslash = 92;
/** The first token that begins at `from` or after it, comments included; undefined where only white space is left. */
function tokens_readToken(text, from) {
    let start = from;
    while (isSpace(text.charCodeAt(start)))
        start++;
    if (start >= text.length)
        return undefined;
    const code = text.charCodeAt(start);
    if (code === quote)
        return closeQuote('string', text, start, start);
    if (code === doubleQuote)
        return closeQuote('quoted', text, start, start);
    if (isLetter(code))
        return readPrefixed(text, start, code) ?? openEnd('word', start, findNameEnd(text, start));
    if (isDigit(code) || (code === dot && isDigit(text.charCodeAt(start + 1))))
        return openEnd('number', start, matchAt(number, text, start));
    if (code === dollar)
        return readDollar(text, start);
    if (code === minus && text.charCodeAt(start + 1) === minus)
        return openEnd('line-comment', start, tokens_findLineEnd(text, start));
    if (code === slash && text.charCodeAt(start + 1) === asterisk)
        return closeComment(text, start);
    if (code === backslash)
        return openEnd('meta', start, tokens_findLineEnd(text, start));
    if (isOperator(code))
        return openEnd('operator', start, findOperatorEnd(text, start));
    return openEnd('sign', start, start + 1);
}
/** Index of the line end (LF or CR, which both end a comment) at or after `from`, or the text's length. */
function tokens_findLineEnd(text, from) {
    let at = from;
    while (at < text.length && !isLineEnd(text.charCodeAt(at)))
        at++;
    return at;
}
/** White space of the server's scanner; all else outside of ASCII is part of a name, the no-break space too. */
function isSpace(code) {
    return code === space || (code >= tab && code <= carriageReturn);
}
function tokens_isComment(token) {
    return token.kind === 'line-comment' || token.kind === 'block-comment';
}
function isLineEnd(code) {
    return code === lineFeed || code === carriageReturn;
}
function isDigit(code) {
    return code >= 48 && code <= 57;
}
function isLetter(code) {
    return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code >= 128;
}
function isOperator(code) {
    return operatorCodes[code] === 1;
}
function tabulate(characters) {
    return Uint8Array.from({ length: 128 }, (_, code) => characters.includes(String.fromCharCode(code)) ? 1 : 0);
}
function findNameEnd(text, start) {
    let at = start + 1;
    for (let code = text.charCodeAt(at); code >= 128 || nameCodes[code] === 1; code = text.charCodeAt(at))
        at++;
    return at;
}
function openEnd(kind, start, end) {
    return { kind, start, end, closed: true };
}
function unclosed(kind, text, start) {
    return { kind, start, end: text.length, closed: false };
}
function matchAt(sticky, text, at) {
    sticky.lastIndex = at;
    return sticky.test(text) ? sticky.lastIndex : at;
}
/** A string or name whose quote has a prefix: E'', B'', X'', N'', U&'', U&"". */
function readPrefixed(text, start, code) {
    const next = text.charCodeAt(start + 1);
    if (next === quote && 'eEbBxXnN'.includes(text.charAt(start)))
        return (code | 32) === 101
            ? closeEscapeString(text, start, start + 1)
            : closeQuote('string', text, start, start + 1);
    if (next !== ampersand || (code | 32) !== 117)
        return undefined;
    const mark = text.charCodeAt(start + 2);
    if (mark === quote)
        return closeQuote('string', text, start, start + 2);
    return mark === doubleQuote ? closeQuote('quoted', text, start, start + 2) : undefined;
}
/** Ends at the next quote that is not doubled. */
function closeQuote(kind, text, start, open) {
    const mark = text.charAt(open);
    let end = text.indexOf(mark, open + 1);
    while (end !== -1 && text.charAt(end + 1) === mark)
        end = text.indexOf(mark, end + 2);
    return end === -1 ? unclosed(kind, text, start) : openEnd(kind, start, end + 1);
}
function closeEscapeString(text, start, open) {
    let at = open + 1;
    for (;;) {
        escapeStop.lastIndex = at;
        const stop = escapeStop.exec(text)?.index;
        if (stop === undefined)
            return unclosed('string', text, start);
        if (text.charCodeAt(stop) === backslash || text.charCodeAt(stop + 1) === quote) {
            at = stop + 2;
            continue;
        }
        const next = findContinuation(text, stop + 1);
        if (next === undefined)
            return openEnd('string', start, stop + 1);
        at = next + 1;
    }
}
/**
 * Index of the quote that continues an escape string on a later line (SQL's rule: white space with at least one
 * line end between the parts). It has to be known, because the later part has backslash escapes as well.
 */
function findContinuation(text, from) {
    let at = from;
    let lines = 0;
    for (;;) {
        const code = text.charCodeAt(at);
        if (code === minus && text.charCodeAt(at + 1) === minus) {
            at = tokens_findLineEnd(text, at);
        }
        else if (isSpace(code)) {
            if (isLineEnd(code))
                lines++;
            at++;
        }
        else {
            return code === quote && lines > 0 ? at : undefined;
        }
    }
}
function readDollar(text, start) {
    const open = matchAt(dollarTag, text, start);
    if (open === start) {
        const end = matchAt(parameter, text, start);
        return end === start ? openEnd('sign', start, start + 1) : openEnd('parameter', start, end);
    }
    const tag = text.slice(start, open);
    const close = text.indexOf(tag, open);
    return close === -1 ? unclosed('string', text, start) : openEnd('string', start, close + tag.length);
}
/** Block comments nest. */
function closeComment(text, start) {
    let depth = 0;
    commentMark.lastIndex = start;
    for (let mark = commentMark.exec(text); mark !== null; mark = commentMark.exec(text)) {
        depth += mark[0] === '/*' ? 1 : -1;
        if (depth === 0)
            return openEnd('block-comment', start, commentMark.lastIndex);
    }
    return unclosed('block-comment', text, start);
}
/** An operator ends before a comment that begins inside of it. */
function findOperatorEnd(text, start) {
    let at = start + 1;
    while (isOperator(text.charCodeAt(at)) && !beginsComment(text, at))
        at++;
    return at;
}
function beginsComment(text, at) {
    const code = text.charCodeAt(at);
    const next = text.charCodeAt(at + 1);
    return (code === minus && next === minus) || (code === slash && next === asterisk);
}

;// CONCATENATED MODULE: ./build/engines/sql/text/words.js
/** The words of one statement, for telling what it is. Pure. */

/**
 * Up to `most` tokens of a statement, without comments: keywords and bare names in lower case (ASCII only, as the
 * server folds them), all else as written. A name in quotes keeps them, so it is never taken for a keyword.
 */
function words_readWords(statement, most = Number.POSITIVE_INFINITY) {
    const words = [];
    let token = readToken(statement, 0);
    while (token !== undefined && words.length < most) {
        const raw = statement.slice(token.start, token.end);
        if (!isComment(token))
            words.push(token.kind === 'word' ? foldName(raw) : raw);
        token = readToken(statement, token.end);
    }
    return words;
}
/** True when the words at `at` are these; an array among them stands for any of its members. */
function matchWords(words, at, ...wanted) {
    return wanted.every((one, i) => {
        const found = words[at + i];
        return found !== undefined && (typeof one === 'string' ? found === one : one.includes(found));
    });
}
/** The index after these words when they stand at `at`, else `at`. */
function skipWords(words, at, ...optional) {
    return matchWords(words, at, ...optional) ? at + optional.length : at;
}
/** The dotted name at `at`; undefined where none stands, or one in Unicode escapes, which is not read. */
function readName(words, at) {
    const parts = [];
    for (let next = at;; next += 2) {
        const part = storedName(words[next]);
        if (part === undefined)
            return undefined;
        parts.push(part);
        if (words[next + 1] !== '.')
            return { parts, next: next + 1 };
    }
}
/** The index after the balanced parentheses that open at `at`, or `at` where none do. */
function skipParentheses(words, at) {
    if (words[at] !== '(')
        return at;
    let depth = 0;
    for (let next = at; next < words.length; next++) {
        if (words[next] === '(')
            depth++;
        if (words[next] === ')')
            depth--;
        if (depth === 0)
            return next + 1;
    }
    return words.length;
}
function foldName(raw) {
    return /[A-Z]/.test(raw) ? raw.replace(/[A-Z]+/g, upper => upper.toLowerCase()) : raw;
}
function storedName(found) {
    if (found === undefined)
        return undefined;
    if (found.startsWith('"'))
        return cutName(found.slice(1, -1).replaceAll('""', '"'));
    return /^[a-z_\x80-\uffff]/.test(found) && !/['"]$/.test(found) ? cutName(found) : undefined;
}
/** The server keeps 63 bytes of a name and never half a character (NAMEDATALEN, truncate_identifier). */
function cutName(name) {
    if (name.length <= 15)
        return name;
    let bytes = 0;
    let kept = '';
    for (const point of name) {
        bytes += utf8Length(point.codePointAt(0) ?? 0);
        if (bytes > 63)
            return kept;
        kept += point;
    }
    return kept;
}
function utf8Length(point) {
    if (point < 0x80)
        return 1;
    if (point < 0x800)
        return 2;
    return point < 0x10000 ? 3 : 4;
}

;// CONCATENATED MODULE: ./build/engines/sql/text/scan.js
/** Where statements begin and end in a script. Pure, one pass, linear in the length of the text. */


/**
 * Finds the statements of a script as the server's grammar would: `;` ends one, except within parentheses
 * (rules) and within BEGIN ATOMIC … END of a routine. Nothing is kept of what was told, however long the script is.
 * Gives back the string, name or comment that never ends; what stands before it was told, an open statement was not.
 */
function scan_scanScript(text, listener) {
    let state = beginStatement();
    const endStatement = () => {
        if (state.start === -1)
            return;
        listener.statement(state.start, state.end);
        state = beginStatement();
    };
    for (let token = readToken(text, 0); token !== undefined; token = readToken(text, token.end)) {
        if (!token.closed)
            return token;
        if (token.kind === 'line-comment') {
            if (listener.comment?.(token.start, token.end) === true)
                endStatement();
        }
        else if (token.kind === 'meta') {
            endStatement();
            listener.statement(token.start, findVisibleEnd(text, token));
        }
        else if (isEnd(text, token, state)) {
            const copies = mayCopy(text, state.start) && readsStandardInput(text.slice(state.start, state.end));
            endStatement();
            if (copies)
                token.end = findDataEnd(text, token.end);
        }
        else if (token.kind !== 'block-comment') {
            advance(text, token, state);
        }
    }
    endStatement();
    return undefined;
}
/** COPY … FROM STDIN: what follows is data for psql. The grammar takes STDOUT for it as well. */
function readsStandardInput(statement) {
    if (!mayCopy(statement, 0) || readWords(statement, 1)[0] !== 'copy')
        return false;
    const words = readWords(statement);
    let depth = 0;
    for (const [at, found] of words.entries()) {
        if (found === '(')
            depth++;
        else if (found === ')')
            depth--;
        else if (depth === 0 && found === 'from')
            return words[at + 1] === 'stdin' || words[at + 1] === 'stdout';
    }
    return false;
}
/** Asked for every statement of a script, before any words are read: it begins with a C. */
function mayCopy(text, start) {
    return (text.charCodeAt(start) | 32) === 99;
}
function beginStatement() {
    return { start: -1, end: -1, depth: 0, bodies: [], head: 'none', fresh: true, begun: false };
}
function isEnd(text, token, state) {
    return text.charAt(token.start) === ';' && state.depth === 0 && state.bodies.length === 0;
}
function advance(text, token, state) {
    if (state.start === -1)
        state.start = token.start;
    state.end = token.end;
    const begun = state.begun;
    const fresh = state.fresh;
    state.begun = false;
    state.fresh = false;
    const floor = state.bodies.at(-1) ?? 0;
    if (token.kind === 'word') {
        if (state.head === 'other' && !fresh)
            return;
        const found = text.slice(token.start, Math.min(token.end, token.start + 10)).toLowerCase();
        // Inside of a body each inner statement ends with `;`, so only an END right after one closes the body:
        // no CASE has to be counted, and `select 1 as end` is no trap.
        if (fresh && state.bodies.length > 0 && found === 'end') {
            state.bodies.pop();
            state.head = 'routine';
        }
        else if (begun && found === 'atomic') {
            state.bodies.push(state.depth);
            state.head = 'none';
            state.fresh = true;
        }
        else {
            state.begun = state.head === 'routine' && found === 'begin' && state.depth === floor;
            state.head = readHead(state.head, found);
        }
        return;
    }
    if (state.head !== 'routine')
        state.head = 'other';
    if (token.kind !== 'sign')
        return;
    const sign = text.charAt(token.start);
    if (sign === '(')
        state.depth++;
    else if (sign === ')')
        state.depth = Math.max(floor, state.depth - 1);
    else if (sign === ';' && state.depth === floor && state.bodies.length > 0) {
        state.head = 'none';
        state.fresh = true;
    }
}
function readHead(head, found) {
    if (head === 'none')
        return found === 'create' ? 'create' : 'other';
    if (head !== 'create')
        return head;
    if (found === 'or' || found === 'replace')
        return 'create';
    return found === 'function' || found === 'procedure' ? 'routine' : 'other';
}
function findVisibleEnd(text, token) {
    return token.start + text.slice(token.start, token.end).trimEnd().length;
}
/** End of the data of COPY, which begins on the next line and ends with `\.` or the file. */
function findDataEnd(text, from) {
    const close = /^\\\.[ \t]*$/gm;
    close.lastIndex = findLineEnd(text, from);
    return close.test(text) ? close.lastIndex : text.length;
}

;// CONCATENATED MODULE: ./build/engines/sql/text/statements.js
/** A script cut into statements, each with its place in the file. Pure. */




/**
 * Cuts a text into its statements, in order; empty ones are left out. Linear in time, and the texts are slices
 * of the one given. psql meta-commands come as statements of their own and the data of COPY is left out:
 * `findRefusals` names both. Throws GateError `sql-unterminated` for a quote or comment that never ends.
 */
function splitStatements(text, origin) {
    const statements = [];
    const cursor = openCursor(text, origin.line ?? 1);
    const unterminated = scanScript(text, {
        statement(start, end) {
            const { line, column } = moveCursor(cursor, start);
            const endLine = moveCursor(cursor, end).line;
            statements.push({ text: text.slice(start, end), offset: start, line, endLine, column });
        },
    });
    if (unterminated !== undefined)
        throw new GateError(unterminatedFault(text, unterminated, origin));
    return statements;
}
/** The fault of a token that never ends, at the place where it began. */
function unterminatedFault(text, token, origin) {
    const { line, column } = moveCursor(openCursor(text, origin.line ?? 1), token.start);
    const what = describeToken(text, token);
    return makeFault('sql-unterminated', { what }, { place: { path: origin.path, line, column } });
}
/**
 * Turns the server's `position` (code points from 1, in the statement's text) into a place in the file.
 * A position beyond the text is its end; one below 1 its beginning.
 */
function placeOfPosition(statement, position) {
    const cursor = openCursor(statement.text, statement.line, statement.column);
    const { line, column } = moveCursor(cursor, indexOfPoint(statement.text, position - 1));
    return { line, column };
}
function openCursor(text, line, column = 1) {
    return { text, at: 0, line, column };
}
/**
 * Moves a cursor forward to a UTF-16 index and gives it back; LF, CRLF and a lone CR each end a line,
 * as each of them ends a comment for the server.
 */
function moveCursor(cursor, index) {
    const { text } = cursor;
    for (; cursor.at < index; cursor.at++) {
        const code = text.charCodeAt(cursor.at);
        if (code === 10 || (code === 13 && text.charCodeAt(cursor.at + 1) !== 10)) {
            cursor.line++;
            cursor.column = 1;
        }
        else if (code < 0xdc00 || code > 0xdfff) {
            cursor.column++;
        }
    }
    return cursor;
}
/** The UTF-16 index of the code point number `count` (from 0). */
function indexOfPoint(text, count) {
    let at = 0;
    for (let left = count; left > 0 && at < text.length; left--)
        at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
    return at;
}
function describeToken(text, token) {
    if (token.kind === 'block-comment')
        return 'comment /*';
    if (token.kind === 'quoted')
        return 'name in double quotes';
    const tag = /^\$[^$]*\$/.exec(text.slice(token.start, token.start + 80))?.[0];
    return tag === undefined ? 'string' : `dollar-quoted string ${oneLine(tag, 40)}`;
}

;// CONCATENATED MODULE: ./build/check/lint/judge.js
/** How a statement gets a revision without a transaction. */
const alone = 'in a revision of its own that begins with `-- migrate:up transaction:false`';
/** How a second step is kept apart. */
const nextRevision = 'in the next revision';

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
    for (let token = tokens_readToken(text, start); token !== undefined; token = tokens_readToken(text, token.end)) {
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
    const name = conname === undefined ? undefined : tokens_readToken(clause, tokens_readToken(clause, 0)?.end ?? 0);
    return clause.slice(name?.end ?? 0).trim();
}
/** From a UTF-16 index up to a word of these outside of parentheses, and from there to the end. */
function splitBefore(text, start, words) {
    let depth = 0;
    for (let token = tokens_readToken(text, start); token !== undefined; token = tokens_readToken(text, token.end)) {
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
    for (let token = tokens_readToken(text, 0); token !== undefined; token = tokens_readToken(text, token.end)) {
        if (token.start > last && squeezed !== '')
            squeezed = `${squeezed.trimEnd()} `;
        last = token.end;
        if (!tokens_isComment(token))
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

;// CONCATENATED MODULE: ./build/database/identifiers.js
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

;// CONCATENATED MODULE: ./build/check/lint/nodes.js
/** Names, types and expressions of the parser's trees. Pure. */

/** The inside of a node of this kind; undefined for any other. */
function pick(node, kind) {
    return node === undefined ? undefined : node[kind];
}
/** Every node of a kind, however deep. */
function findAll(tree, kind) {
    if (Array.isArray(tree))
        return tree.flatMap(each => findAll(each, kind));
    if (typeof tree !== 'object' || tree === null)
        return [];
    return Object.entries(tree).flatMap(([key, value]) => [
        ...(key === kind ? [value] : []),
        ...findAll(value, kind),
    ]);
}
/** The texts of a list of names. */
function texts(list) {
    return (list ?? []).flatMap(one => pick(one, 'String')?.sval ?? texts(pick(one, 'List')?.items));
}
/** A name as it is looked up: with its schema, `public` where none is given. */
function keyOf(parts) {
    return JSON.stringify(parts.length < 2 ? ['public', ...parts] : parts.slice(-2));
}
/** The key of a table. */
function keyOfRange({ schemaname, relname }) {
    return keyOf([...(schemaname === undefined ? [] : [schemaname]), relname ?? '']);
}
/** A name for people, in quotes where it needs them. */
function sayName(...parts) {
    return parts
        .filter(part => part !== undefined)
        .map(part => writeName(part))
        .join('.');
}
/** What `keyOf` made, for people: `public` is left out. */
function sayKey(key) {
    return writeName(...JSON.parse(key));
}
/** The name of a table for people. */
function sayRange({ schemaname, relname }) {
    return sayName(schemaname, relname);
}
function typeOf(type) {
    if (type === undefined)
        return undefined;
    const names = texts(type.names);
    const own = names.filter(name => name !== 'pg_catalog');
    const numbers = (type.typmods ?? []).map(one => pick(one, 'A_Const')?.ival?.ival ?? 0);
    const array = (type.arrayBounds ?? []).length > 0;
    return { name: own.join('.'), key: keyOf(own), written: sayName(...own), numbers, array };
}
/** `varchar(20)`, as people write it. */
function sayType({ name, written, numbers, array }) {
    // The first number of an interval is which of its fields there are.
    const shown = name === 'interval' ? numbers.slice(1) : numbers;
    return `${spoken[name] ?? written}${shown.length > 0 ? `(${shown.join(', ')})` : ''}${array ? '[]' : ''}`;
}
const spoken = {
    int2: 'smallint',
    int4: 'integer',
    int8: 'bigint',
    bool: 'boolean',
    bpchar: 'char',
    float4: 'real',
    float8: 'double precision',
};
/** The constraints that stand within a column's definition. */
function constraintsOf(column) {
    return (column.constraints ?? []).flatMap(one => pick(one, 'Constraint') ?? []);
}
/** The column that a CHECK says is never null: `check (a is not null)`. */
function notNullOf({ raw_expr }) {
    const test = pick(raw_expr, 'NullTest');
    return test?.nulltesttype === 'IS_NOT_NULL' ? texts(pick(test.arg, 'ColumnRef')?.fields).at(-1) : undefined;
}
/** The options of a statement by their names; one without a value is `true`. */
function optionOf(list, name) {
    const found = (list ?? []).map(one => pick(one, 'DefElem')).find(one => one?.defname === name);
    if (found === undefined)
        return false;
    const value = pick(found.arg, 'String')?.sval ?? pick(found.arg, 'Boolean')?.boolval;
    return value !== false && value !== 'false' && value !== 'off' && pick(found.arg, 'Integer')?.ival !== 0;
}

;// CONCATENATED MODULE: ./build/check/lint/alembic/python.js
/** Python as people write it in a revision. Pure. */
/** A text in double quotes: what JSON writes is a literal of Python, too. */
function literal(value) {
    return JSON.stringify(value);
}
/** SQL in a literal: SQLAlchemy takes `:name` for the place of a value, but for a cast’s `::`. */
function sqlLiteral(sql) {
    return literal(sql.replace(/(?<![:\\\w]):(?=\w)/g, '\\:'));
}
/** `["a", "b"]` */
function list(values) {
    return `[${values.map(literal).join(', ')}]`;
}
/** `op.name(one, two, key=value)`; what is undefined is left out. */
function call(name, positional, named = {}) {
    const given = Object.entries(named).flatMap(([key, value]) => value === undefined ? [] : `${key}=${value}`);
    return `${name}(${[...positional, ...given].join(', ')})`;
}
/** A call outside of the transaction that Alembic began. */
function apart(line) {
    return `with op.get_context().autocommit_block(): ${line}`;
}

;// CONCATENATED MODULE: ./build/check/lint/alembic/indexes.js
/** Indexes as Alembic’s operations. Pure. */




/** CREATE INDEX and DROP INDEX; undefined where an operation cannot say all of it. */
function indexOperation(node, sql) {
    const index = pick(node, 'IndexStmt');
    if (index !== undefined)
        return createIndex(index, sql);
    const drop = pick(node, 'DropStmt');
    if (drop?.removeType !== 'OBJECT_INDEX' || drop.behavior === 'DROP_CASCADE')
        return undefined;
    const [name, ...more] = (drop.objects ?? []).map(one => texts([one]));
    if (name === undefined || more.length > 0 || name.length > 2)
        return undefined;
    const [bare = '', schema] = [...name].reverse();
    const named = {
        schema: schema === undefined ? undefined : literal(schema),
        if_exists: drop.missing_ok ? 'True' : undefined,
        postgresql_concurrently: drop.concurrent ? 'True' : undefined,
    };
    const line = call('op.drop_index', [literal(bare)], named);
    return drop.concurrent ? apart(line) : line;
}
function createIndex(index, sql) {
    const { idxname, relation, concurrent, accessMethod = 'btree', nulls_not_distinct } = index;
    const unsaid = nulls_not_distinct || index.tableSpace !== undefined || (index.options ?? []).length > 0;
    if (idxname === undefined || relation?.inh !== true || unsaid)
        return undefined;
    const columns = columnsOf(index, sql);
    if (columns === undefined)
        return undefined;
    const include = (index.indexIncludingParams ?? []).map(one => pick(one, 'IndexElem')?.name ?? '');
    const [, where] = index.whereClause === undefined ? ['', ''] : splitBefore(sql, 0, /^where$/i);
    const named = {
        unique: index.unique ? 'True' : undefined,
        schema: relation.schemaname === undefined ? undefined : literal(relation.schemaname),
        if_not_exists: index.if_not_exists ? 'True' : undefined,
        postgresql_using: accessMethod === 'btree' ? undefined : literal(accessMethod),
        postgresql_include: include.length === 0 ? undefined : list(include),
        postgresql_where: where === '' ? undefined : `sa.text(${sqlLiteral(where.replace(/^where\s+/i, ''))})`,
        postgresql_concurrently: concurrent ? 'True' : undefined,
    };
    const line = call('op.create_index', [literal(idxname), literal(relation.relname ?? ''), columns], named);
    return concurrent ? apart(line) : line;
}
/** Names, and what is more than a name as it is written. */
function columnsOf({ indexParams = [] }, sql) {
    const elements = indexParams.map(one => pick(one, 'IndexElem'));
    const written = elements.every(one => isName(one)) ? [] : splitList(sql);
    if (written === undefined || (written.length > 0 && written.length !== elements.length))
        return undefined;
    const shown = elements.map((one, at) => isName(one) ? literal(one?.name ?? '') : `sa.text(${sqlLiteral(written[at] ?? '')})`);
    return `[${shown.join(', ')}]`;
}
function isName(element) {
    return (element?.name !== undefined &&
        element.collation === undefined &&
        (element.opclass ?? []).length === 0 &&
        (element.ordering ?? 'SORTBY_DEFAULT') === 'SORTBY_DEFAULT' &&
        (element.nulls_ordering ?? 'SORTBY_NULLS_DEFAULT') === 'SORTBY_NULLS_DEFAULT');
}
/** What stands in the first parentheses, by its commas. */
function splitList(sql) {
    let at = 0;
    for (let token = tokens_readToken(sql, 0); token !== undefined; token = tokens_readToken(sql, token.end)) {
        at = token.end;
        if (sql.slice(token.start, token.end) !== '(')
            continue;
        const found = [];
        for (;;) {
            const end = endOfClause(sql, at);
            found.push(squeeze(sql.slice(at, end)));
            if (sql[end] !== ',')
                return found;
            at = end + 1;
        }
    }
    return undefined;
}
/** `reindex … concurrently`, `alter table … detach partition … concurrently`: outside of a transaction. */
function isApart(node) {
    const reindex = pick(node, 'ReindexStmt');
    if (reindex !== undefined)
        return optionOf(reindex.params, 'concurrently');
    if (pick(node, 'VacuumStmt') !== undefined || pick(node, 'IndexStmt')?.concurrent === true)
        return true;
    const drop = pick(node, 'DropStmt');
    if (drop?.concurrent === true)
        return true;
    const commands = pick(node, 'AlterTableStmt')?.cmds ?? [];
    return commands.some(one => pick(pick(one, 'AlterTableCmd')?.def, 'PartitionCmd')?.concurrent === true);
}

;// CONCATENATED MODULE: ./build/check/lint/column-text.js
/** The definition of a column as its author wrote it, in pieces. Pure. */


/** Cut where the parser saw each piece begin: a literal may hold every keyword. */
function readColumn(text, column) {
    const start = indexOfByte(text, column.location ?? 0);
    const found = [
        ...constraintsOf(column).map(constraint => ({ constraint, at: constraint.location ?? 0 })),
        ...(column.collClause === undefined
            ? []
            : [{ constraint: undefined, at: column.collClause.location ?? 0 }]),
    ];
    const cuts = found
        .map(({ constraint, at }) => ({ constraint, start: indexOfByte(text, at) }))
        .sort((one, other) => one.start - other.start);
    const end = endOfClause(text, start);
    const parts = [];
    for (const [index, { constraint, start: from }] of cuts.entries()) {
        const piece = squeeze(text.slice(from, cuts[index + 1]?.start ?? end));
        const last = parts.at(-1);
        if (last?.constraint !== undefined && constraint?.contype?.startsWith('CONSTR_ATTR_')) {
            last.text += ` ${piece}`;
            last.constraint = { ...last.constraint, ...attributes[constraint.contype] };
        }
        else
            parts.push({ constraint, text: piece });
    }
    return { head: squeeze(text.slice(start, cuts[0]?.start ?? end)), parts };
}
/** In a column they are nodes beside their constraint. */
const attributes = {
    CONSTR_ATTR_DEFERRABLE: { deferrable: true },
    CONSTR_ATTR_DEFERRED: { deferrable: true, initdeferred: true },
};

;// CONCATENATED MODULE: ./build/check/lint/alembic/types.js
const types_plain = {
    int2: 'sa.SmallInteger()',
    int4: 'sa.Integer()',
    int8: 'sa.BigInteger()',
    text: 'sa.Text()',
    bool: 'sa.Boolean()',
    date: 'sa.Date()',
    time: 'sa.Time()',
    timestamp: 'sa.DateTime()',
    timestamptz: 'sa.DateTime(timezone=True)',
    float4: 'sa.REAL()',
    float8: 'sa.Float(53)',
    bytea: 'sa.LargeBinary()',
    varchar: 'sa.String()',
    numeric: 'sa.Numeric()',
    json: 'sa.JSON()',
};
/** `sa.String(20)`; undefined for one that takes an import, or is somebody’s own. */
function saType({ name, numbers, array }) {
    if (array || !Object.hasOwn(types_plain, name))
        return undefined;
    if (numbers.length === 0)
        return types_plain[name];
    if (name === 'varchar' || name === 'numeric')
        return types_plain[name]?.replace('()', `(${numbers.join(', ')})`);
    return undefined;
}

;// CONCATENATED MODULE: ./build/check/lint/alembic/tables.js
/** What changes a table, as Alembic’s operations. Pure. */





/** ALTER TABLE with one command, and RENAME; undefined where an operation cannot say all of it. */
function tableOperation(node, sql) {
    const rename = pick(node, 'RenameStmt');
    if (rename?.relation !== undefined)
        return renameOperation(rename, rename.relation);
    const alter = pick(node, 'AlterTableStmt');
    const [cmd, ...more] = (alter?.cmds ?? []).map(one => pick(one, 'AlterTableCmd'));
    const unsaid = alter?.objtype !== 'OBJECT_TABLE' || alter.missing_ok || more.length > 0;
    if (unsaid || alter.relation?.inh !== true || cmd === undefined)
        return undefined;
    if (cmd.missing_ok || cmd.behavior === 'DROP_CASCADE')
        return undefined;
    return commandOperation(cmd, alter.relation, sql);
}
function commandOperation(cmd, range, sql) {
    const table = literal(range.relname ?? '');
    const schema = schemaOf(range);
    const name = literal(cmd.name ?? '');
    const column = pick(cmd.def, 'ColumnDef');
    const constraint = pick(cmd.def, 'Constraint');
    switch (cmd.subtype) {
        case 'AT_AddColumn': {
            const made = column === undefined ? undefined : columnCall(column, sql);
            return made === undefined ? undefined : call('op.add_column', [table, made], { schema });
        }
        case 'AT_AddConstraint':
            return constraint === undefined ? undefined : constraintOperation(constraint, range, sql);
        case 'AT_SetNotNull':
            return call('op.alter_column', [table, name], { nullable: 'False', schema });
        case 'AT_DropNotNull':
            return call('op.alter_column', [table, name], { nullable: 'True', schema });
        case 'AT_ColumnDefault': {
            const value = /\bset\s+default\s+(.*)$/is.exec(sql)?.[1];
            const set = cmd.def === undefined ? 'None' : value && `sa.text(${sqlLiteral(value)})`;
            return set ? call('op.alter_column', [table, name], { server_default: set, schema }) : undefined;
        }
        case 'AT_DropColumn':
            return call('op.drop_column', [table, name], { schema });
        case 'AT_DropConstraint':
            return call('op.drop_constraint', [name, table], { schema });
        default:
            return undefined;
    }
}
function schemaOf({ schemaname }) {
    return schemaname === undefined ? undefined : literal(schemaname);
}
/** `sa.Column("note", sa.Text(), nullable=True)`. */
function columnCall(column, sql) {
    const type = typeOf(column.typeName);
    const made = type === undefined ? undefined : saType(type);
    const { parts } = readColumn(sql, column);
    const kinds = parts.map(({ constraint }) => constraint?.contype);
    const simple = kinds.every(kind => ['CONSTR_DEFAULT', 'CONSTR_NOTNULL', 'CONSTR_NULL'].includes(kind ?? ''));
    if (made === undefined || !simple)
        return undefined;
    const given = parts.find(({ constraint }) => constraint?.contype === 'CONSTR_DEFAULT')?.text;
    const value = given?.replace(/^default\s+/i, '');
    return call('sa.Column', [literal(column.colname ?? ''), made], {
        nullable: kinds.includes('CONSTR_NOTNULL') ? 'False' : 'True',
        server_default: value === undefined ? undefined : `sa.text(${sqlLiteral(value)})`,
    });
}
function constraintOperation(constraint, range, sql) {
    const { contype, conname, skip_validation, pktable } = constraint;
    if (conname === undefined)
        return undefined;
    const notValid = skip_validation ? 'True' : undefined;
    const clause = constraintAt(sql, constraint);
    if (contype === 'CONSTR_CHECK') {
        const condition = /^check\s*\((.*)\)(?:\s+not\s+valid)?$/is.exec(clause)?.[1]?.trim();
        if (condition === undefined)
            return undefined;
        const named = { schema: schemaOf(range), postgresql_not_valid: notValid };
        const positional = [literal(conname), literal(range.relname ?? ''), sqlLiteral(condition)];
        return call('op.create_check_constraint', positional, named);
    }
    const [own, other] = [texts(constraint.fk_attrs), texts(constraint.pk_attrs)];
    const matched = constraint.fk_matchtype !== undefined && constraint.fk_matchtype !== 's';
    const some = (constraint.fk_del_set_cols ?? []).length > 0;
    if (contype !== 'CONSTR_FOREIGN' || pktable === undefined || other.length === 0 || matched || some)
        return undefined;
    const tables = [range.relname ?? '', pktable.relname ?? ''].map(literal);
    return call('op.create_foreign_key', [literal(conname), ...tables, list(own), list(other)], {
        onupdate: actionOf(constraint.fk_upd_action),
        ondelete: actionOf(constraint.fk_del_action),
        deferrable: constraint.deferrable ? 'True' : undefined,
        initially: constraint.initdeferred ? '"DEFERRED"' : undefined,
        source_schema: schemaOf(range),
        referent_schema: schemaOf(pktable),
        postgresql_not_valid: notValid,
    });
}
const actions = {
    r: '"RESTRICT"',
    c: '"CASCADE"',
    n: '"SET NULL"',
    d: '"SET DEFAULT"',
};
function actionOf(letter) {
    return letter === undefined ? undefined : actions[letter];
}
function renameOperation(rename, range) {
    const { renameType, relationType, subname = '', newname = '', missing_ok, behavior } = rename;
    if (missing_ok || behavior === 'DROP_CASCADE')
        return undefined;
    const table = literal(range.relname ?? '');
    const schema = schemaOf(range);
    if (renameType === 'OBJECT_TABLE')
        return call('op.rename_table', [table, literal(newname)], { schema });
    if (renameType !== 'OBJECT_COLUMN' || relationType !== 'OBJECT_TABLE')
        return undefined;
    return call('op.alter_column', [table, literal(subname)], { new_column_name: literal(newname), schema });
}

;// CONCATENATED MODULE: ./build/check/lint/alembic/cure.js
/** Cures in the form that an Alembic revision has. Pure. */




/** What makes a code span a statement, and not a name or a part of one. */
const statement = /^(?:alter|create|drop|reindex|refresh|vacuum|truncate|update|delete|insert|select|lock|set|comment|cluster)\s+\S/i;
/**
 * A cure whose statements are SQL, with operations of Alembic in their place: each one line of Python that runs. What
 * Alembic has no operation for is `op.execute`.
 */
function alembicCure(cure, parser, { together }) {
    const said = cure.replaceAll(alone, 'in a revision of its own').split('`');
    if (said.length % 2 === 0)
        return cure;
    const shown = said.map((piece, index) => (index % 2 === 0 ? piece : inPython(piece, parser))).join('`');
    return together && isInSteps(shown) ? `${shown} ${stepsTogether}` : shown;
}
const stepsTogether = 'As env.py is, Alembic runs all pending revisions in one transaction: steps that are apart need `transaction_per_migration=True` in `context.configure`, or a deploy between them.';
/** An autocommit block is apart by itself. */
function isInSteps(cure) {
    if (/\bnext revision\b|\bone after it\b|\brevision after that\b/.test(cure))
        return true;
    return /\brevision of its own\b/.test(cure) && !cure.includes('autocommit_block');
}
function inPython(piece, parser) {
    const own = piece.replace(/^--\s*(?=gate:)/, '# ');
    return statement.test(own) ? (operationOf(own, parser) ?? own) : own;
}
/** One line of Python that does what a statement does; undefined for what is no statement. */
function operationOf(sql, parser) {
    const parsed = parser.parse(sql);
    if (!parsed.ok)
        return undefined;
    const { node } = parsed;
    const operation = indexOperation(node, sql) ?? tableOperation(node, sql);
    if (operation !== undefined)
        return operation;
    const line = call('op.execute', [sqlLiteral(sql)]);
    return isApart(node) ? apart(line) : line;
}

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
const contractRules = ['drop-in-use', 'rename-in-use'];
/** The end of every message of the lint, until a rehearsal has something to say. */
const notRehearsed = 'From the text alone: not rehearsed.';

;// CONCATENATED MODULE: ./build/check/lint/tables.js
/** Tables as the statements of revisions make and change them. */

/** A table that a statement makes or names for the first time. */
function addTable(tables, range, fresh) {
    const table = {
        name: range.relname ?? '',
        fresh,
        partitioned: false,
        logged: undefined,
        defaultPartition: undefined,
        columns: new Map(),
        checks: new Map(),
        foreignKeys: new Map(),
    };
    tables.set(keyOfRange(range), table);
    return table;
}
/** What CREATE TABLE makes. */
function makeTable(tables, range, create, fresh) {
    // IF NOT EXISTS leaves one that is there as it is.
    if (create.if_not_exists && tables.has(keyOfRange(range)))
        return;
    const table = addTable(tables, range, fresh);
    table.partitioned = create.partspec !== undefined;
    table.logged = range.relpersistence !== 'u';
    const parent = pick(create.inhRelations?.[0], 'RangeVar');
    const known = parent === undefined ? undefined : tables.get(keyOfRange(parent));
    if (create.partbound?.is_default && known !== undefined)
        known.defaultPartition = keyOfRange(range);
    for (const element of create.tableElts ?? []) {
        const column = pick(element, 'ColumnDef');
        const constraint = pick(element, 'Constraint');
        if (column !== undefined)
            addColumn(table, column);
        if (constraint !== undefined)
            addConstraint(table, constraint);
    }
}
/** A default partition that is dropped, or has another key. */
function replaceDefault(tables, key, by) {
    for (const table of tables.values())
        if (table.defaultPartition === key)
            table.defaultPartition = by;
}
function addColumn(table, column) {
    const constraints = constraintsOf(column);
    const notNull = constraints.some(one => one.contype === 'CONSTR_NOTNULL' || one.contype === 'CONSTR_PRIMARY');
    table.columns.set(column.colname ?? '', { type: typeOf(column.typeName), notNull });
    for (const one of constraints)
        addConstraint(table, one, column.colname);
}
function addConstraint(table, constraint, column) {
    const { contype, conname, pktable, skip_validation } = constraint;
    const columns = column === undefined ? texts(constraint.fk_attrs ?? constraint.keys) : [column];
    const bare = table.name;
    if (contype === 'CONSTR_CHECK') {
        const seen = notNullOf(constraint);
        const named = findAll(constraint.raw_expr, 'ColumnRef').flatMap(one => texts(one.fields));
        table.checks.set(conname ?? `${bare}_${column ?? named[0] ?? ''}_check`, {
            valid: !skip_validation,
            kind: 'check',
            notNull: seen,
            columns: named,
        });
    }
    else if (contype === 'CONSTR_NOTNULL' && column === undefined) {
        const [name] = columns;
        table.checks.set(conname ?? `${bare}_${name}_not_null`, {
            kind: 'not-null',
            valid: !skip_validation,
            notNull: name,
            columns: [],
        });
    }
    else if (contype === 'CONSTR_FOREIGN' && pktable !== undefined) {
        const name = conname ?? `${bare}_${columns.join('_')}_fkey`;
        table.foreignKeys.set(name, { key: keyOfRange(pktable), says: sayRange(pktable) });
        table.checks.set(name, { kind: 'foreign-key', valid: !skip_validation, notNull: undefined, columns: [] });
    }
    else if (contype === 'CONSTR_PRIMARY') {
        for (const name of columns) {
            const known = table.columns.get(name);
            if (known !== undefined)
                known.notNull = true;
        }
    }
}
/** What one command of ALTER TABLE does. */
function alterTable(table, cmd) {
    const { subtype, name = '' } = cmd;
    const column = pick(cmd.def, 'ColumnDef');
    const constraint = pick(cmd.def, 'Constraint');
    const known = table.columns.get(name);
    if (subtype === 'AT_AddColumn' && column !== undefined)
        addColumn(table, column);
    else if (subtype === 'AT_DropColumn')
        table.columns.delete(name);
    else if (subtype === 'AT_AlterColumnType') {
        table.columns.set(name, { type: typeOf(column?.typeName), notNull: known?.notNull ?? false });
    }
    else if (subtype === 'AT_SetNotNull' && known !== undefined)
        known.notNull = true;
    else if (subtype === 'AT_DropNotNull' && known !== undefined)
        known.notNull = false;
    else if (subtype === 'AT_AddConstraint' && constraint !== undefined)
        addConstraint(table, constraint);
    else if (subtype === 'AT_ValidateConstraint') {
        const check = table.checks.get(name);
        if (check !== undefined)
            check.valid = true;
    }
    else if (subtype === 'AT_SetLogged' || subtype === 'AT_SetUnLogged') {
        table.logged = subtype === 'AT_SetLogged';
    }
    else if (subtype === 'AT_DropConstraint') {
        table.checks.delete(name);
        table.foreignKeys.delete(name);
    }
    else if (subtype === 'AT_AttachPartition' || subtype === 'AT_DetachPartition') {
        const part = pick(cmd.def, 'PartitionCmd');
        if (part?.name === undefined)
            return;
        const key = keyOfRange(part.name);
        if (part.bound?.is_default)
            table.defaultPartition = key;
        else if (subtype === 'AT_DetachPartition' && table.defaultPartition === key)
            table.defaultPartition = undefined;
    }
}

;// CONCATENATED MODULE: ./build/check/lint/schema.js
/** What is known of a database’s objects from the statements that made them. */


function emptySchema() {
    return {
        tables: new Map(),
        indexes: new Map(),
        functions: new Map(),
        fresh: new Set(),
        domains: new Map(),
    };
}
/** Whether the change itself made a table. */
function isFresh(schema, range) {
    if (range === undefined)
        return false;
    return range.relpersistence === 't' || schema.tables.get(keyOfRange(range))?.fresh === true;
}
/** Takes in what a statement makes, changes and removes. `fresh`: it belongs to the change. */
function remember(schema, node, fresh) {
    const create = pick(node, 'CreateStmt');
    const as = pick(node, 'CreateTableAsStmt')?.into?.rel ?? pick(node, 'SelectStmt')?.intoClause?.rel;
    const index = pick(node, 'IndexStmt');
    const alter = pick(node, 'AlterTableStmt');
    const rename = pick(node, 'RenameStmt');
    const moved = pick(node, 'AlterObjectSchemaStmt');
    const domain = pick(node, 'CreateDomainStmt');
    const drop = pick(node, 'DropStmt');
    if (create?.relation !== undefined)
        makeTable(schema.tables, create.relation, create, fresh);
    else if (as !== undefined)
        addTable(schema.tables, as, fresh);
    else if (index?.relation !== undefined && index.idxname !== undefined) {
        const parts = [
            ...(index.relation.schemaname === undefined ? [] : [index.relation.schemaname]),
            index.idxname,
        ];
        const columns = (index.indexParams ?? []).map(one => pick(one, 'IndexElem')?.name ?? '');
        const isPlain = index.whereClause === undefined && !columns.includes('');
        const named = findAll([index.whereClause, index.indexParams], 'ColumnRef').flatMap(one => texts(one.fields));
        const watched = isPlain ? [] : [...columns, ...named];
        schema.indexes.set(keyOf(parts), { table: keyOfRange(index.relation), columns, watched });
    }
    else if (alter?.relation !== undefined) {
        const table = schema.tables.get(keyOfRange(alter.relation)) ?? addTable(schema.tables, alter.relation, false);
        for (const cmd of alter.cmds ?? [])
            alterTable(table, pick(cmd, 'AlterTableCmd') ?? {});
    }
    else if (rename?.relation !== undefined)
        renameIn(schema, rename);
    else if (moved?.relation !== undefined) {
        moveTable(schema, moved.relation, { ...moved.relation, schemaname: moved.newschema ?? 'public' });
    }
    else if (domain !== undefined) {
        const checks = (domain.constraints ?? []).some(one => /CHECK|NOTNULL/.test(pick(one, 'Constraint')?.contype ?? ''));
        schema.domains.set(keyOf(texts(domain.domainname)), { base: typeOf(domain.typeName), checks });
    }
    else if (drop !== undefined)
        for (const object of drop.objects ?? []) {
            const key = keyOf(texts([object]));
            if (schema.tables.delete(key))
                replaceDefault(schema.tables, key, undefined);
        }
    if (fresh)
        for (const name of namesMade(node))
            schema.fresh.add(name);
    rememberFunction(schema, node);
}
function rememberFunction(schema, node) {
    const made = pick(node, 'CreateFunctionStmt');
    if (made === undefined)
        return;
    const options = (made.options ?? []).map(one => pick(one, 'DefElem'));
    const said = pick(options.find(one => one?.defname === 'volatility')?.arg, 'String')?.sval ?? 'volatile';
    schema.functions.set(keyOf(texts(made.funcname)), said === 'volatile' ? 'volatile' : 'steady');
}
/** Kind and name of what a statement makes, besides tables: `VIEW ["public","v"]`. */
function namesMade(node) {
    const view = pick(node, 'ViewStmt')?.view;
    const as = pick(node, 'CreateTableAsStmt');
    const sequence = pick(node, 'CreateSeqStmt')?.sequence;
    const func = pick(node, 'CreateFunctionStmt');
    const typed = pick(node, 'CreateEnumStmt')?.typeName ?? pick(node, 'CreateRangeStmt')?.typeName;
    const composite = pick(node, 'CompositeTypeStmt')?.typevar;
    const domain = pick(node, 'CreateDomainStmt')?.domainname;
    const made = [
        ['VIEW', view && keyOfRange(view)],
        ['MATVIEW', as?.objtype === 'OBJECT_MATVIEW' && as.into?.rel ? keyOfRange(as.into.rel) : undefined],
        ['SEQUENCE', sequence && keyOfRange(sequence)],
        [func?.is_procedure ? 'PROCEDURE' : 'FUNCTION', func && keyOf(texts(func.funcname))],
        ['TYPE', typed && keyOf(texts(typed))],
        ['TYPE', composite && keyOfRange(composite)],
        ['DOMAIN', domain && keyOf(texts(domain))],
        ['SCHEMA', pick(node, 'CreateSchemaStmt')?.schemaname],
    ];
    return made.flatMap(([kind, name]) => (name === undefined ? [] : [`${kind} ${name}`]));
}
function renameIn(schema, { relation, renameType, subname = '', newname = '' }) {
    if (relation === undefined)
        return;
    const table = schema.tables.get(keyOfRange(relation));
    if (renameType === 'OBJECT_TABLE')
        moveTable(schema, relation, { ...relation, relname: newname });
    const column = table?.columns.get(subname);
    if (renameType !== 'OBJECT_COLUMN' || column === undefined)
        return;
    table?.columns.delete(subname);
    table?.columns.set(newname, column);
}
function moveTable(schema, from, to) {
    const table = schema.tables.get(keyOfRange(from));
    if (table === undefined)
        return;
    schema.tables.delete(keyOfRange(from));
    schema.tables.set(keyOfRange(to), { ...table, name: to.relname ?? '' });
    replaceDefault(schema.tables, keyOfRange(from), keyOfRange(to));
}

;// CONCATENATED MODULE: ./build/check/lint/locks.js


/** Commands of ALTER TABLE that let at least reads pass. */
const gentle = /^AT_(?:ValidateConstraint|SetStatistics|SetOptions|ResetOptions|SetRelOptions|ResetRelOptions|AttachPartition|AddInherit|DropInherit|ClusterOn|DropCluster|(?:Enable|Disable)\w*Trig\w*)$/;
/** Tables that were there before and are locked against everybody by a statement: key → name. Pure. */
function tablesLocked(node, schema) {
    const ranges = [];
    const alter = pick(node, 'AlterTableStmt');
    if (alter?.objtype === 'OBJECT_TABLE' && (alter.cmds ?? []).some(one => isHard(pick(one, 'AlterTableCmd'))))
        ranges.push(alter.relation);
    const rename = pick(node, 'RenameStmt');
    if (rename?.renameType === 'OBJECT_TABLE' || rename?.renameType === 'OBJECT_COLUMN')
        ranges.push(rename.relation);
    const truncated = pick(node, 'TruncateStmt')?.relations ?? [];
    const lock = pick(node, 'LockStmt');
    for (const one of [...truncated, ...(lock?.mode === 8 ? (lock.relations ?? []) : [])])
        ranges.push(pick(one, 'RangeVar'));
    ranges.push(pick(node, 'ClusterStmt')?.relation, pick(node, 'AlterObjectSchemaStmt')?.relation);
    const there = ranges.filter(range => range !== undefined).filter(range => !isFresh(schema, range));
    return new Map([
        ...there.map((range) => [keyOfRange(range), sayRange(range)]),
        ...dropped(node, schema),
    ]);
}
function isHard(cmd) {
    if (cmd?.subtype === 'AT_AddConstraint' && pick(cmd.def, 'Constraint')?.contype === 'CONSTR_FOREIGN')
        return false;
    const part = cmd?.subtype === 'AT_DetachPartition' ? pick(cmd.def, 'PartitionCmd') : undefined;
    return part?.concurrent !== true && !gentle.test(cmd?.subtype ?? '');
}
function dropped(node, schema) {
    const drop = pick(node, 'DropStmt');
    if (drop?.removeType !== 'OBJECT_TABLE')
        return [];
    const keys = (drop.objects ?? []).map((one) => [
        keyOf(texts([one])),
        sayName(...texts([one])),
    ]);
    return keys.filter(([key]) => schema.tables.get(key)?.fresh !== true);
}
/** The name of a table that is locked against everybody, by this revision or one before it in its transaction. */
function heldOf(before, range) {
    return before.locked.get(keyOfRange(range)) ?? before.inherited.get(keyOfRange(range));
}
/** Two tables that one transaction keeps from everybody; told once. */
const judgeLocks = ({ node, schema, before, transaction }) => {
    const [first] = before.locked;
    if (!transaction || first === undefined || before.locked.size > 1)
        return [];
    const [other] = [...tablesLocked(node, schema)].filter(([key]) => key !== first[0]);
    if (other === undefined)
        return [];
    const safe = `Give ${other[1]} a revision of its own: each is a transaction of its own.`;
    const hit = { rule: 'several-tables-locked', on: first[1], what: other[1], safe };
    return [hit];
};
/** Takes in what a statement leaves behind for the rest of its transaction. */
function holdOn(before, node, schema) {
    for (const [key, name] of tablesLocked(node, schema))
        before.locked.set(key, name);
    const value = pick(node, 'AlterEnumStmt');
    if (value?.newVal !== undefined && value.oldVal === undefined) {
        const key = keyOf(texts(value.typeName));
        const isNew = schema.fresh.has(`TYPE ${key}`);
        before.values.set(value.newVal, { key, says: sayName(...texts(value.typeName)), isNew });
    }
    const alter = pick(node, 'AlterTableStmt');
    if (alter?.relation === undefined || isFresh(schema, alter.relation))
        return;
    for (const one of alter.cmds ?? []) {
        const constraint = pick(pick(one, 'AlterTableCmd')?.def, 'Constraint');
        if (constraint === undefined || !constraint.skip_validation)
            continue;
        const usual = notNullOf(constraint) ?? texts(constraint.fk_attrs).join('_');
        const kind = constraint.contype === 'CONSTR_FOREIGN' ? 'fkey' : 'check';
        const name = constraint.conname ?? `${alter.relation.relname}_${usual}_${kind}`;
        before.unchecked.add(`${keyOfRange(alter.relation)} ${name}`);
    }
}
/** At the beginning of a transaction. */
function nothingBefore() {
    return { locked: new Map(), inherited: new Map(), unchecked: new Set(), values: new Map() };
}
/** At the beginning of another revision in the same transaction. */
function goOn({ locked, inherited, ...before }) {
    return { ...before, locked: new Map(), inherited: new Map([...inherited, ...locked]) };
}

;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");
;// CONCATENATED MODULE: external "node:url"
const external_node_url_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");
;// CONCATENATED MODULE: ./build/check/lint/parse.js
var __rewriteRelativeImportExtension = (undefined && undefined.__rewriteRelativeImportExtension) || function (path, preserveJsx) {
    if (typeof path === "string" && /^\.\.?\//.test(path)) {
        return path.replace(/\.(tsx)$|((?:\.d)?)((?:\.[^./]+?)?)\.([cm]?)ts$/i, function (m, tsx, d, ext, cm) {
            return tsx ? preserveJsx ? ".jsx" : ".js" : d && (!ext || !cm) ? m : (d + ext + "." + cm.toLowerCase() + "js");
        });
    }
    return path;
};
/** Owner of Postgres' own parser (libpg_query 18, WebAssembly). */


/** In dist/ the parser lies beside this bundle; in the sources it is a package. Throws where neither is there. */
async function loadParser() {
    const inSources = import.meta.dirname.endsWith((0,external_node_path_namespaceObject.join)('check', 'lint'));
    const beside = (0,external_node_url_namespaceObject.pathToFileURL)((0,external_node_path_namespaceObject.join)(import.meta.dirname, 'parser.cjs')).href;
    const loaded = inSources
        ? await import(/* webpackIgnore: true */ 'libpg-query')
        : await import(__rewriteRelativeImportExtension(/* webpackIgnore: true */ beside));
    const library = loaded.default ?? loaded;
    await library.loadModule();
    return {
        parse: text => parse(library, text),
        readBody: text => readBody(library, text),
    };
}
function parse(library, text) {
    try {
        const node = library.parseSync(text).stmts?.[0]?.stmt;
        return node === undefined ? { ok: false, message: 'there is no statement' } : { ok: true, node };
    }
    catch (error) {
        return sayError(error);
    }
}
/** Its own errors are Postgres' words; any other means that it ran out of room. */
function sayError(error) {
    const [name, message] = error instanceof Error ? [error.name, error.message] : ['', ''];
    const isDeep = /^(?:RangeError|RuntimeError)$/.test(name) || /memory exhausted|stack depth/.test(message);
    return isDeep ? { ok: false, message: 'it is nested too deeply', beyond: true } : { ok: false, message };
}
function readBody(library, text) {
    try {
        const found = [];
        collect(library.parsePlPgSQLSync(text), found);
        return found;
    }
    catch (error) {
        return { ...sayError(error), beyond: true };
    }
}
/** The tree has a node for each statement, wherever it is nested: in branches, loops, handlers. */
function collect(tree, found) {
    if (Array.isArray(tree))
        for (const each of tree)
            collect(each, found);
    if (typeof tree !== 'object' || tree === null || Array.isArray(tree))
        return;
    for (const [kind, value] of Object.entries(tree)) {
        if (kind === 'PLpgSQL_stmt_execsql' || kind === 'PLpgSQL_stmt_perform')
            found.push({ sql: queryOf(value.sqlstmt ?? value.expr), line: value.lineno ?? 1 });
        else if (kind.startsWith('PLpgSQL_stmt_dyn'))
            found.push({ sql: constantOf(queryOf(value.query)), line: value.lineno ?? 1 });
        collect(value, found);
    }
}
function queryOf(expression) {
    return expression?.PLpgSQL_expr?.query;
}
/** EXECUTE of a plain text is as good as the statement itself. */
function constantOf(expression) {
    const text = /^\s*'((?:[^']|'')*)'\s*$/.exec(expression ?? '')?.[1];
    return text?.replaceAll("''", "'");
}

;// CONCATENATED MODULE: ./build/check/lint/rules/commands.js


/** A rule of single commands of ALTER TABLE. */
function forCommands(judge) {
    return seen => {
        const alter = pick(seen.node, 'AlterTableStmt');
        const { relation } = alter ?? {};
        if (alter === undefined || relation === undefined || isFresh(seen.schema, relation))
            return [];
        if (alter.objtype !== 'OBJECT_TABLE' && alter.objtype !== 'OBJECT_FOREIGN_TABLE')
            return [];
        const cmds = (alter.cmds ?? []).flatMap(one => pick(one, 'AlterTableCmd') ?? []);
        const drops = cmds.filter(cmd => cmd.subtype === 'AT_DropConstraint');
        const around = {
            ...seen,
            dropped: new Set(drops.map(cmd => cmd.name ?? '')),
            relation,
            on: sayRange(relation),
            table: seen.schema.tables.get(keyOfRange(relation)),
        };
        return cmds.flatMap(cmd => judge({ ...around, cmd }));
    };
}

;// CONCATENATED MODULE: ./build/check/lint/rules/rewrites.js

/** Undefined where the catalog alone changes: no default, or one that is computed once. Pure. */
function whyRewritten(column, constraints, schema) {
    const type = typeOf(column.typeName);
    if (/^(?:small|big)?serial[248]?$/.test(type?.name ?? ''))
        return { why: 'each row gets a number of its sequence' };
    if (constraints.some(one => one.contype === 'CONSTR_IDENTITY'))
        return { why: 'each row gets a number of its identity' };
    if (constraints.some(one => one.contype === 'CONSTR_GENERATED' && one.generated_kind !== 'v'))
        return { why: 'its value is computed for each row and stored' };
    if (type !== undefined && schema.domains.get(type.key)?.checks)
        return { why: `its domain ${type.name} has a check` };
    return whyByDefault(constraints.find(one => one.contype === 'CONSTR_DEFAULT')?.raw_expr, schema);
}
function whyByDefault(expression, schema) {
    const calls = findAll(expression, 'FuncCall').map(call => texts(call.funcname));
    const known = (name) => schema.functions.get(keyOf(name));
    const called = calls.filter(name => known(name) !== 'steady').map(name => name.at(-1) ?? '');
    const own = calls.find(name => known(name) === 'volatile')?.at(-1);
    const changing = own ?? called.find(name => rewrites_volatile.has(name));
    if (changing !== undefined)
        return { why: `its default ${changing}() is another one for each row` };
    const unknown = called.find(name => !steady.has(name));
    if (unknown === undefined)
        return undefined;
    return { why: `its default ${unknown}() is computed for each row, unless it is STABLE`, level: 'warning' };
}
const words = (list) => new Set(list.split(' '));
/** Functions whose value is another one at each call. */
const rewrites_volatile = words('random random_normal setseed clock_timestamp timeofday gen_random_uuid uuidv4 uuidv7 uuid_generate_v1 uuid_generate_v1mc uuid_generate_v4 nextval currval lastval setval gen_random_bytes gen_salt pg_sleep');
/** Functions that defaults are made of, and that have one value for a whole statement. */
const steady = words('now transaction_timestamp statement_timestamp timezone date_trunc date_part extract to_char to_date to_timestamp to_number age make_date make_time make_timestamp make_timestamptz make_interval lower upper initcap concat concat_ws format md5 encode decode left right lpad rpad repeat replace trim btrim ltrim rtrim substring substr length char_length abs ceil ceiling floor round trunc sign power sqrt mod greatest least coalesce nullif array_fill string_to_array array_to_string json_build_object json_build_array jsonb_build_object jsonb_build_array to_json to_jsonb row_to_json current_setting current_database current_schema pg_backend_pid inet_client_addr txid_current pg_current_xact_id int4range int8range numrange tsrange tstzrange daterange to_tsvector to_tsquery point box xmlparse');

;// CONCATENATED MODULE: ./build/check/lint/rules/steps.js
/** Safe ways that several rules share, as whole statements. Pure. */



/** SET NOT NULL that reads nothing: by a check. A DROP in the same statement would go first, and the check with it. */
function notNullSteps(on, relname, column) {
    const name = sayName(`${relname}_${column}_not_null`);
    const what = sayName(column);
    const add = code(`alter table ${on} add constraint ${name} check (${what} is not null) not valid`);
    const validate = code(`alter table ${on} validate constraint ${name}`);
    const last = code(`alter table ${on} alter column ${what} set not null`);
    const drop = code(`alter table ${on} drop constraint ${name}`);
    return `Write ${add}; ${nextRevision} ${validate}; in the one after it ${last}, which reads nothing then; and behind that, as a statement of its own, ${drop}.`;
}
/** The name that Postgres would give, with a number where revisions took it before. */
function freeName(table, usual) {
    let name = usual;
    for (let number = 1; table?.checks.has(name); number++)
        name = `${usual}${number}`;
    return name;
}
/** NOT VALID and VALIDATE of a constraint, whose clause has no name. */
function checkSteps(on, constraint, clause) {
    const name = sayName(constraint);
    const add = code(`alter table ${on} add constraint ${name} ${clause} not valid`);
    return `${add}, and ${code(`alter table ${on} validate constraint ${name}`)} ${nextRevision}`;
}
/** A foreign key of a partitioned table, which takes over those that its partitions have. */
function partitionedKeySteps(constraint, clause, rule) {
    const name = sayName(constraint);
    const add = code(`alter table … add constraint ${name} ${clause} not valid`);
    const validate = code(`alter table … validate constraint ${name}`);
    return `for each partition ${add} (before Postgres 18 a partitioned table refuses NOT VALID), and ${validate} ${nextRevision}; in the one after it add the key to the partitioned table, which takes over those of its partitions, or do it all while nobody uses the tables: ${code(`-- gate: allow ${rule} because <reason>`)}`;
}
/** A unique index without the lock, and its constraint. */
function indexSteps({ on, relation, table }, constraint, columns) {
    const isPrimary = constraint.contype === 'CONSTR_PRIMARY';
    const usual = `${relation.relname}_${isPrimary ? 'pkey' : `${[...columns, ...texts(constraint.including)].join('_')}_key`}`;
    const name = sayName(constraint.conname ?? usual);
    const kind = isPrimary ? 'primary key' : 'unique';
    const distinct = constraint.nulls_not_distinct ? ' nulls not distinct' : '';
    const late = `${constraint.deferrable ? ' deferrable' : ''}${constraint.initdeferred ? ' initially deferred' : ''}`;
    const list = listOf(columns);
    const include = constraint.including === undefined ? '' : ` include ${listOf(texts(constraint.including))}`;
    if (table?.partitioned) {
        const only = code(`alter table only ${on} add constraint ${name} ${kind}${distinct} ${list}${include}${late}`);
        const index = code(`create unique index concurrently … on … ${list}${include}${distinct}`);
        const using = code(`alter table … add constraint … ${kind} using index …${late}`);
        return `${only}; then, for each partition, ${index} ${alone}, ${using} and ${code(`alter index ${sayName(relation.schemaname, constraint.conname ?? usual)} attach partition …`)}`;
    }
    const index = code(`create unique index concurrently ${name} on ${on} ${list}${include}${distinct}`);
    return `${index} ${alone}, then ${code(`alter table ${on} add constraint ${name} ${kind} using index ${name}${late}`)}`;
}
function listOf(columns) {
    return `(${columns.map(one => sayName(one)).join(', ')})`;
}

;// CONCATENATED MODULE: ./build/check/lint/rules/add-column.js







/** Columns that are added to a table with rows. */
const judgeAddColumn = forCommands(command => {
    const { cmd, schema, text } = command;
    const column = pick(cmd.def, 'ColumnDef');
    if (cmd.subtype !== 'AT_AddColumn' || column === undefined)
        return [];
    const constraints = constraintsOf(column);
    const name = sayName(column.colname);
    const added = { ...command, column, constraints, name, written: readColumn(text, column) };
    const rewrite = whyRewritten(column, constraints, schema);
    if (rewrite !== undefined)
        return [rewritten(added, rewrite)];
    return [...judgeRequired(added), ...judgeInline(added)];
});
function addStatement({ on, cmd, written }, head, kept) {
    const parts = written.parts.filter(kept).map(part => ` ${part.text}`);
    return code(`alter table ${on} add column ${cmd.missing_ok ? 'if not exists ' : ''}${head}${parts.join('')}`);
}
function rewritten(added, { why, level }) {
    const { on, relation, column, name, schema, written } = added;
    const type = typeOf(column.typeName);
    const domain = schema.domains.get(type?.key ?? '');
    const plain = numbered[type?.name ?? ''] ?? (domain?.base === undefined ? undefined : sayType(domain.base));
    const add = addStatement(added, plain === undefined ? written.head : `${name} ${plain}`, ({ constraint }) => constraint === undefined);
    const value = written.parts.find(part => part.constraint?.contype === 'CONSTR_DEFAULT');
    const filled = `and fill the rows that are there in batches ${nextRevision}`;
    const check = domain?.checks
        ? `, give it what ${type?.written} checks as a constraint that is NOT VALID`
        : '';
    const safe = value !== undefined
        ? `Write ${add}, then ${code(`alter table ${on} alter column ${name} set ${value.text}`)}${check}, ${filled}.`
        : domain?.checks
            ? `Write ${add}${check}, and validate it ${nextRevision}.`
            : `Write ${add}, then let new rows be filled by a trigger or a sequence of its own, ${filled}.`;
    const hit = {
        rule: 'add-column-rewrites',
        on,
        what: name,
        does: why,
        safe: `${safe}${sayLeftOff(added)}`,
    };
    const at = column.location ?? relation.location;
    return level === undefined ? { ...hit, at } : { ...hit, at, level };
}
const numbered = {
    bigserial: 'bigint',
    serial8: 'bigint',
    serial: 'integer',
    serial4: 'integer',
    smallserial: 'smallint',
    serial2: 'smallint',
};
/** What the rewritten column does without until its rows are filled. */
function sayLeftOff(added) {
    const left = added.written.parts.filter(({ constraint }) => /_(?:NOTNULL|CHECK|UNIQUE|PRIMARY|FOREIGN)$/.test(constraint?.contype ?? ''));
    if (left.length === 0)
        return '';
    const names = left.map(part => code(part.text)).join(', ');
    const indexes = left.flatMap(({ constraint }) => /UNIQUE|PRIMARY/.test(constraint?.contype ?? '') && constraint !== undefined
        ? [` It ends with ${indexSteps(added, constraint, [added.column.colname ?? ''])}.`]
        : []);
    return ` Left off here, and steps of their own once the rows are filled: ${names}.${indexes.join('')}`;
}
function judgeRequired(added) {
    const { on, schema, column, constraints, name, written } = added;
    if (!isRequired(constraints))
        return [];
    if (schema.domains.has(typeOf(column.typeName)?.key ?? ''))
        return [];
    const whole = [written.head, ...written.parts.map(part => part.text)].join(' ');
    const nullable = addStatement(added, written.head, part => !isHeavy(part, constraints));
    const key = written.parts.find(part => part.constraint?.contype === 'CONSTR_PRIMARY')?.constraint;
    const last = key === undefined ? '' : ` End with ${indexSteps(added, key, [column.colname ?? ''])}.`;
    const safe = `Write ${code(`alter table ${on} add column ${whole} default …`)}; or add it without NOT NULL (${nullable}), fill it, and set NOT NULL by a validated check ${nextRevision}.${last}`;
    return [{ rule: 'add-column-required', on, what: name, safe, at: column.location }];
}
/** NOT NULL without anything that fills it. */
function isRequired(constraints) {
    const kinds = constraints.map(one => one.contype);
    if (kinds.includes('CONSTR_DEFAULT') || kinds.includes('CONSTR_GENERATED'))
        return false;
    return kinds.includes('CONSTR_NOTNULL') || kinds.includes('CONSTR_PRIMARY');
}
/** What reads every row, or fails where there is one. */
function isHeavy({ constraint }, all) {
    switch (constraint?.contype) {
        case 'CONSTR_CHECK':
        case 'CONSTR_UNIQUE':
        case 'CONSTR_PRIMARY':
            return true;
        case 'CONSTR_FOREIGN':
            return all.some(other => other.contype === 'CONSTR_DEFAULT');
        case 'CONSTR_NOTNULL':
            return isRequired(all);
        default:
            return false;
    }
}
/** Constraints that stand in the column’s own definition. */
function judgeInline(added) {
    const { on, relation, table, column, constraints, name, written } = added;
    const first = addStatement(added, written.head, part => !isHeavy(part, constraints));
    const usual = (kind) => freeName(table, `${relation.relname}_${column.colname}_${kind}`);
    return written.parts.flatMap((part) => {
        const { constraint: one } = part;
        if (one === undefined || one.contype === 'CONSTR_NOTNULL' || !isHeavy(part, constraints))
            return [];
        const around = { rule: 'add-column-scans', on, what: name, at: one.location };
        const clause = withoutName(part.text, one);
        if (one.contype === 'CONSTR_CHECK') {
            const safe = `Write ${first}, then ${checkSteps(on, one.conname ?? usual('check'), clause)}.`;
            return [{ ...around, does: 'reads every row for its check', safe }];
        }
        if (one.contype !== 'CONSTR_FOREIGN') {
            const safe = `Write ${first}, then ${indexSteps(added, one, [column.colname ?? ''])}.`;
            return [{ ...around, does: 'builds a unique index', safe }];
        }
        const target = one.pktable === undefined ? 'another table' : sayRange(one.pktable);
        const does = `reads every row and looks it up in ${target}`;
        const key = `foreign key (${name}) ${clause}`;
        const named = one.conname ?? usual('fkey');
        const steps = table?.partitioned
            ? partitionedKeySteps(named, key, 'foreign-key-scans')
            : checkSteps(on, named, key);
        return [{ ...around, does, safe: `Write ${first}, then ${steps}.` }];
    });
}

;// CONCATENATED MODULE: ./build/check/lint/rules/types-compared.js
const textual = ['varchar', 'text'];
/** Other types of which one is stored as the other. */
const kept = ['cidr inet', 'xml text', 'xml varchar', 'bit varbit', 'int4 oid', 'oid int4'];
/** Whether the server can keep the rows as they are, as measured on Postgres 12 to 18. Pure. */
function compareTypes(before, to) {
    const from = { ...before, name: types_compared_numbered[before.name] ?? before.name };
    if (from.array !== to.array)
        return 'rewrite';
    const same = from.name === to.name;
    if (same && String(from.numbers) === String(to.numbers))
        return 'free';
    if (same && to.numbers.length === 0 && from.name !== 'bpchar' && from.name !== 'bit')
        return 'free';
    // Elements are converted one by one, even where the type alone would be kept.
    if (from.array)
        return 'rewrite';
    if (textual.includes(from.name) && textual.includes(to.name))
        return wider(from, to) ? 'free' : 'rewrite';
    if (same && from.name === 'numeric')
        return widerNumeric(from, to) ? 'free' : 'rewrite';
    if (same && (from.name === 'varbit' || /^(?:time|timestamp)(?:tz)?$/.test(from.name)))
        return wider(from, to) ? 'free' : 'rewrite';
    if (kept.includes(`${from.name} ${to.name}`) && to.numbers.length === 0)
        return 'free';
    const stamps = [from.name, to.name].sort().join();
    if (stamps === 'timestamp,timestamptz' && wider(from, to))
        return 'depends';
    if (!builtIn.has(from.name) || !builtIn.has(to.name))
        return 'depends';
    return 'rewrite';
}
/** A column of these is one of integers. */
const types_compared_numbered = { smallserial: 'int2', serial: 'int4', bigserial: 'int8' };
/** No limit is the widest. */
function wider({ numbers: [before] }, { numbers: [after] }) {
    return after === undefined || (before !== undefined && after >= before);
}
/** More digits before the point; the digits behind it stay as they are. */
function widerNumeric({ numbers: [before, scale = 0] }, { numbers: [after = 0, then = 0] }) {
    return before !== undefined && after >= before && then === scale;
}
/** Of somebody’s own types, domains and enums nobody knows without the server. */
const builtIn = new Set('int2 int4 int8 float4 float8 numeric money bool text varchar bpchar char name bytea date time timetz timestamp timestamptz interval uuid json jsonb xml inet cidr macaddr bit varbit point serial bigserial smallserial oid'.split(' '));

;// CONCATENATED MODULE: ./build/check/lint/rules/columns.js





/** Columns that are there and are changed. */
const judgeColumns = forCommands(command => {
    switch (command.cmd.subtype) {
        case 'AT_SetNotNull':
            return judgeSetNotNull(command);
        case 'AT_DropNotNull':
            return judgeDropNotNull(command);
        case 'AT_AlterColumnType':
            return judgeType(command);
        case 'AT_SetExpression':
            return judgeExpression(command);
        default:
            return [];
    }
});
function judgeSetNotNull({ on, cmd, table, relation, dropped }) {
    const checks = [...(table?.checks.entries() ?? [])].filter(([name]) => !dropped.has(name));
    const isSeen = checks.some(([, check]) => check.valid && check.notNull === cmd.name);
    if (isSeen || table?.columns.get(cmd.name ?? '')?.notNull)
        return [];
    const what = sayName(cmd.name);
    const safe = notNullSteps(on, relation.relname ?? '', cmd.name ?? '');
    return [{ rule: 'set-not-null-scans', on, what, safe }];
}
function judgeDropNotNull({ on, cmd, table }) {
    if (table?.columns.get(cmd.name ?? '')?.notNull === false)
        return [];
    const what = sayName(cmd.name);
    const safe = `See that the version that is live can read a null in ${what} of ${on}; if it can: \`-- gate: allow drop-not-null because <reason>\`.`;
    return [{ rule: 'drop-not-null', on, what, safe }];
}
function judgeType(command) {
    const { on, cmd, table } = command;
    const column = pick(cmd.def, 'ColumnDef');
    const to = typeOf(column?.typeName);
    if (column === undefined || to === undefined)
        return [];
    const what = sayName(cmd.name);
    const from = table?.columns.get(cmd.name ?? '')?.type;
    const safe = newColumn(command, to, column);
    const at = column.location;
    if (column.collClause !== undefined)
        return [{ rule: 'collation-rebuilds-indexes', on, what, safe, at }];
    const does = `from ${from === undefined ? 'a type that no revision names' : sayType(from)} to ${sayType(to)}`;
    if (from === undefined)
        return [{ rule: 'type-change-unknown', on, what, does, safe: askServer(command, safe), at }];
    const verdict = convertsFreely(command, column) ? compareTypes(from, to) : 'rewrite';
    if (verdict === 'free')
        return judgeDependent(command, does, safe);
    if (verdict === 'rewrite')
        return [{ rule: 'type-change-rewrites', on, what, does, safe, at }];
    return [{ rule: 'type-change-unknown', on, what, does, safe: askServer(command, safe), at }];
}
/** The rows stay, but what is made of the column is made again: only plain indexes are kept. */
function judgeDependent({ on, cmd, schema, relation, table }, does, safe) {
    const name = cmd.name ?? '';
    const key = keyOfRange(relation);
    const indexes = [...schema.indexes].filter(([, index]) => index.table === key && index.watched.includes(name));
    const checks = [...(table?.checks ?? [])].filter(([, check]) => check.valid && check.columns.includes(name));
    const made = [
        ...indexes.map(([index]) => `builds its index ${sayKey(index)} anew, which has a condition or an expression`),
        ...checks.map(([check]) => `holds every row against ${sayName(check)} again`),
    ];
    if (made.length === 0)
        return [];
    const what = sayName(name);
    return [{ rule: 'type-change-reads', on, what, does: `${does} ${made.join(', and ')}`, safe }];
}
/** USING that is the column itself, or a cast of it, is none; anything else is computed for each row. */
function convertsFreely({ cmd }, { raw_default }) {
    if (raw_default === undefined)
        return true;
    const bare = pick(raw_default, 'TypeCast')?.arg ?? raw_default;
    return (texts(pick(bare, 'ColumnRef')?.fields).at(-1) === cmd.name &&
        findAll(raw_default, 'FuncCall').length === 0);
}
function newColumn({ on, cmd }, to, { collClause }) {
    const what = sayName(cmd.name);
    const collation = collClause === undefined ? '' : ` collate ${sayName(...texts(collClause.collname))}`;
    const add = code(`alter table ${on} add column ${sayName(`${cmd.name}_new`)} ${sayType(to)}${collation}`);
    return `Write ${add}, keep it equal to ${what} by a trigger, fill it in batches, let a new version use it, and drop ${what} later.`;
}
function askServer({ on, cmd }, otherwise) {
    const name = `${on}.${cmd.name}`.replaceAll("'", '');
    return `Widening varchar or numeric and going from varchar to text are free: see the type of ${name}, and if it is one of these: \`-- gate: allow type-change-unknown because <reason>\`. ${otherwise}`;
}
function judgeExpression({ on, cmd }) {
    const what = sayName(cmd.name);
    const safe = `Add a new generated column beside ${what} of ${on} while nobody uses the table much, or keep a plain column by a trigger; then let a new version use that, and drop ${what} later.`;
    return [{ rule: 'expression-rewrites', on, what, safe }];
}

;// CONCATENATED MODULE: ./build/check/lint/rules/constraints.js





/** Constraints that are added to a table with rows, validated, or dropped. */
const judgeConstraints = forCommands(command => {
    const { cmd } = command;
    const constraint = pick(cmd.def, 'Constraint');
    if (cmd.subtype === 'AT_ValidateConstraint')
        return judgeValidate(command);
    if (cmd.subtype === 'AT_DropConstraint')
        return judgeDrop(command);
    if (cmd.subtype !== 'AT_AddConstraint' || constraint === undefined)
        return [];
    const judge = judges[constraint.contype ?? ''];
    return judge?.(command, constraint) ?? [];
});
const judges = {
    CONSTR_CHECK: judgeCheck,
    CONSTR_NOTNULL: judgeCheck,
    CONSTR_FOREIGN: judgeForeignKey,
    CONSTR_UNIQUE: judgeUnique,
    CONSTR_PRIMARY: judgeUnique,
    CONSTR_EXCLUSION: judgeExclude,
};
/** Without NOT VALID; with NOT ENFORCED nothing is looked at. */
function looksAtRows(constraint) {
    return !constraint.skip_validation && !(constraint.contype !== 'CONSTR_NOTNULL' && !constraint.is_enforced);
}
function judgeCheck(command, constraint) {
    if (!looksAtRows(constraint))
        return [];
    const { on, relation, table, text } = command;
    const [column] = findAll(constraint.raw_expr, 'ColumnRef').flatMap(one => texts(one.fields));
    const named = texts(constraint.keys)[0] ?? column ?? 'rows';
    const isCheck = constraint.contype === 'CONSTR_CHECK';
    const what = constraint.conname === undefined
        ? isCheck
            ? 'a check'
            : 'a not-null constraint'
        : sayName(constraint.conname);
    const usual = freeName(table, `${relation.relname}_${named}_${isCheck ? 'check' : 'not_null'}`);
    const safe = `Write ${checkSteps(on, constraint.conname ?? usual, constraintAt(text, constraint))}.`;
    return [{ rule: 'constraint-scans', on, what, safe, at: constraint.location }];
}
function judgeForeignKey(command, constraint) {
    const { pktable } = constraint;
    if (!looksAtRows(constraint) || pktable === undefined)
        return [];
    const { on, relation, table, text } = command;
    const usual = freeName(table, `${relation.relname}_${texts(constraint.fk_attrs).join('_')}_fkey`);
    const [name, clause] = [constraint.conname ?? usual, constraintAt(text, constraint)];
    const steps = table?.partitioned
        ? partitionedKeySteps(name, clause, 'foreign-key-scans')
        : checkSteps(on, name, clause);
    const safe = `Write ${steps}.`;
    return [{ rule: 'foreign-key-scans', on, what: sayRange(pktable), safe, at: constraint.location }];
}
function judgeUnique(command, constraint) {
    const { on, relation, table } = command;
    if (constraint.indexname !== undefined)
        return judgeUsing(command, constraint, constraint.indexname);
    // ONLY of a partitioned table has no rows.
    if (table?.partitioned && !relation.inh)
        return [];
    const isPrimary = constraint.contype === 'CONSTR_PRIMARY';
    const what = isPrimary ? 'a primary key' : 'a unique constraint';
    const before = isPrimary ? ' Its columns have to be NOT NULL before.' : '';
    const safe = `Write ${indexSteps(command, constraint, texts(constraint.keys))}.${before}`;
    return [{ rule: 'constraint-builds-index', on, what, safe, at: constraint.location }];
}
/** Of an index over columns that nobody may leave empty nothing is read. */
function judgeUsing({ on, relation, table, schema }, constraint, name) {
    if (constraint.contype !== 'CONSTR_PRIMARY')
        return [];
    const columns = schema.indexes.get(keyOfRange({ ...relation, relname: name }))?.columns;
    const open = columns?.filter(column => table?.columns.get(column)?.notNull !== true);
    if (open?.length === 0)
        return [];
    const steps = open?.map(column => notNullSteps(on, relation.relname ?? '', column)).join(' ');
    const safe = `First make its columns NOT NULL by a validated check. ${steps ?? 'Each is added NOT VALID, validated in the next revision, and followed by SET NOT NULL in the one after it.'}`;
    return [{ rule: 'primary-key-scans', on, what: sayName(name), safe, at: constraint.location }];
}
function judgeExclude({ on }, constraint) {
    const safe = `There is no way without the lock: do it while ${on} is small or nobody uses it, and say so: \`-- gate: allow exclude-builds-index because <reason>\`.`;
    return [{ rule: 'exclude-builds-index', on, safe, at: constraint.location }];
}
function judgeValidate({ on, relation, cmd, transaction, before }) {
    const name = cmd.name ?? '';
    if (!transaction)
        return [];
    const step = code(`alter table ${on} validate constraint ${sayName(name)}`);
    const safe = `Move ${step} into the next revision, which has a transaction of its own.`;
    if (before.unchecked.has(`${keyOfRange(relation)} ${name}`))
        return [{ rule: 'validated-too-soon', on, what: sayName(name), safe }];
    const held = heldOf(before, relation) ?? [...before.locked.values()][0];
    if (held === undefined)
        return [];
    return [{ rule: 'work-under-lock', on: held, does: `The whole of ${on} is read`, safe }];
}
function judgeDrop({ on, cmd, table, schema }) {
    const key = table?.foreignKeys.get(cmd.name ?? '');
    if (key === undefined || schema.tables.get(key.key)?.fresh)
        return [];
    const drop = code(`alter table ${on} drop constraint ${sayName(cmd.name)}`);
    const safe = `Give ${drop} a revision of its own, so that both locks are short.`;
    return [{ rule: 'drop-foreign-key-locks', on, what: sayName(cmd.name), does: key.says, safe }];
}

;// CONCATENATED MODULE: ./build/check/lint/rules/drops.js





const contract = 'mark that revision with the line `-- gate: contract`';
/** What the version that is live may still use, dropped or under another name. */
const judgeDrops = seen => [
    ...judgeDropColumn(seen),
    ...judgeDropObject(seen),
    ...judgeRename(seen),
    ...judgeMove(seen),
    ...judgeValue(seen),
];
const judgeDropColumn = forCommands(({ cmd, on }) => {
    if (cmd.subtype !== 'AT_DropColumn')
        return [];
    const name = sayName(cmd.name);
    const safe = `Deploy a version that neither reads nor writes ${name}; then drop it, and ${contract}.`;
    const does = `, and its values are lost`;
    return [{ rule: 'drop-in-use', on: `The column ${name} of ${on}`, does, safe }];
});
const kinds = {
    OBJECT_TABLE: 'table',
    OBJECT_FOREIGN_TABLE: 'foreign table',
    OBJECT_VIEW: 'view',
    OBJECT_MATVIEW: 'materialized view',
    OBJECT_SCHEMA: 'schema',
    OBJECT_TYPE: 'type',
    OBJECT_DOMAIN: 'domain',
    OBJECT_SEQUENCE: 'sequence',
    OBJECT_FUNCTION: 'function',
    OBJECT_PROCEDURE: 'procedure',
};
const judgeDropObject = ({ node, schema, made }) => {
    const drop = pick(node, 'DropStmt');
    const kind = kinds[drop?.removeType ?? ''];
    if (drop === undefined || kind === undefined)
        return [];
    return (drop.objects ?? []).flatMap((object) => {
        const typed = pick(object, 'TypeName')?.names ?? pick(object, 'ObjectWithArgs')?.objname;
        const parts = typed === undefined ? texts([object]) : texts(typed);
        const key = kind === 'schema' ? (parts[0] ?? '') : keyOf(parts);
        const known = `${drop.removeType?.slice('OBJECT_'.length)} ${key}`;
        // Made by this change, or made again by it: a new body of a function, a new view.
        if (schema.tables.get(key)?.fresh || schema.fresh.has(known) || made.has(known))
            return [];
        const name = sayName(...parts);
        const keys = [...(schema.tables.get(key)?.foreignKeys.values() ?? [])].map(one => one.says);
        const lost = kind === 'table' || kind === 'schema' ? ', and its rows are lost' : '';
        const also = keys.length === 0 ? '' : `; ${keys.join(' and ')} is locked with it, for its foreign keys`;
        const safe = `Deploy a version that does not use ${name}; then drop it, and ${contract}.`;
        return [{ rule: 'drop-in-use', on: `The ${kind} ${name}`, does: `${lost}${also}`, safe }];
    });
};
const judgeRename = seen => {
    const { node, schema } = seen;
    const rename = pick(node, 'RenameStmt');
    if (rename === undefined || isFresh(schema, rename.relation))
        return [];
    const { renameType, relation, subname = '', newname = '' } = rename;
    const what = sayName(newname);
    const table = relation === undefined ? '' : sayRange(relation);
    if (renameType === 'OBJECT_COLUMN') {
        const old = sayName(subname);
        const type = relation && schema.tables.get(keyOfRange(relation))?.columns.get(subname)?.type;
        const add = code(`alter table ${table} add column ${what} ${type === undefined ? '…' : sayType(type)}`);
        const safe = `In three steps: ${add}, with a trigger that keeps both equal and the rows filled in batches; a version that uses ${what}; ${code(`alter table ${table} drop column ${old}`)} under \`-- gate: contract\`.`;
        return [
            { rule: 'rename-in-use', on: `The column ${old} of ${table}`, what, safe, at: relation?.location },
        ];
    }
    const kind = kinds[renameType ?? ''];
    if (kind === undefined)
        return [];
    const name = kind === 'schema' ? [subname] : nameOf(rename);
    return replaced(seen, { type: renameType ?? '', kind, name, to: [...name.slice(0, -1), newname], relation });
};
const judgeMove = seen => {
    const moved = pick(seen.node, 'AlterObjectSchemaStmt');
    const type = moved?.objectType ?? '';
    const kind = kinds[type];
    if (moved === undefined || kind === undefined)
        return [];
    const name = nameOf(moved);
    const to = [moved.newschema ?? '', name.at(-1) ?? ''];
    return replaced(seen, { type, kind, name, to, relation: moved.relation });
};
function replaced({ schema, made }, { type, kind, name, to, relation }) {
    if (isFresh(schema, relation) || isMade(schema, type, kind, name))
        return [];
    const [old, what] = [sayName(...name), sayName(...to)];
    const around = { rule: 'rename-in-use', on: `The ${kind} ${old}`, what, at: relation?.location };
    if (!/^OBJECT_(?:FOREIGN_)?TABLE$|VIEW$/.test(type)) {
        const safe = `Make a new ${kind} ${what} beside ${old}, let a new version use it, then drop the old one, and ${contract}.`;
        return [{ ...around, safe }];
    }
    // A view in its place is what the cure asks for.
    if (made.has(`VIEW ${keyOf(name)}`))
        return [];
    const view = code(`create view ${old} as select * from ${what}`);
    const safe = `Leave the old name a view in the same revision (${view}), drop it once nothing uses it, and ${contract}.`;
    return [{ ...around, safe }];
}
/** By the change itself. */
function isMade(schema, type, kind, name) {
    return schema.fresh.has(`${type.slice('OBJECT_'.length)} ${kind === 'schema' ? name[0] : keyOf(name)}`);
}
function nameOf({ relation, object }) {
    if (relation !== undefined)
        return [...(relation.schemaname === undefined ? [] : [relation.schemaname]), relation.relname ?? ''];
    const typed = pick(object, 'TypeName')?.names ?? pick(object, 'ObjectWithArgs')?.objname;
    return texts(typed ?? pick(object, 'List')?.items);
}
const judgeValue = ({ node, schema }) => {
    const value = pick(node, 'AlterEnumStmt');
    if (value?.oldVal === undefined || schema.fresh.has(`TYPE ${keyOf(texts(value.typeName))}`))
        return [];
    const type = sayName(...texts(value.typeName));
    const [old, what] = [quoteLiteral(value.oldVal).trim(), quoteLiteral(value.newVal ?? '').trim()];
    const safe = `Add the value ${what} (${code(`alter type ${type} add value ${what}`)}), let a new version write it, and change the rows in batches.`;
    return [{ rule: 'rename-in-use', on: `The value ${old} of ${type}`, what, safe }];
};

;// CONCATENATED MODULE: ./build/check/lint/rules/enums.js



/** Values of enums that are used in the transaction that adds them. */
const judgeEnums = ({ node, schema, transaction, before }) => {
    if (!transaction || before.values.size === 0)
        return [];
    const known = constantsOf(node, schema);
    const used = findAll(node, 'A_Const').flatMap(one => {
        const value = one.sval?.sval ?? '';
        const type = before.values.get(value);
        if (type === undefined)
            return [];
        const isSure = known.some(({ at, key }) => at === one.location && key === type.key);
        return [{ value, says: type.says, isNew: type.isNew, at: one.location, isSure }];
    });
    const found = used.find(one => one.isSure) ?? used[0];
    if (found === undefined)
        return [];
    const { value, says: on, isNew, at, isSure } = found;
    const what = quoteLiteral(value).trim();
    const safe = `Give ${code(`alter type ${on} add value ${what}`)} a revision of its own, before this one.`;
    const hit = { rule: 'enum-value-too-soon', on, what, safe, at };
    // Since Postgres 17 a type of the same transaction takes its values at once.
    if (isNew)
        return [{ ...hit, level: 'warning', does: 'is used, on a server before Postgres 17,' }];
    return [isSure ? hit : { ...hit, level: 'warning', does: 'may be used' }];
};
function constantsOf(node, schema) {
    const tables = findAll(node, 'RangeVar').concat(rangesOf(node)).map(tableIn(schema));
    return [
        ...findAll(node, 'TypeCast').flatMap(cast => typed(cast.arg, typeOf(cast.typeName)?.key)),
        ...findAll(node, 'A_Expr').flatMap(({ lexpr, rexpr }) => [
            ...typed(lexpr, keyOfColumn(tables, rexpr)),
            ...typed(rexpr, keyOfColumn(tables, lexpr)),
        ]),
        ...assigned(node, schema),
        ...inserted(node, schema),
        ...defaults(node, schema),
    ];
}
/** The constants at a place: one, or those of a list. */
function typed(node, key) {
    if (key === undefined)
        return [];
    const list = [...(pick(node, 'List')?.items ?? []), ...(node === undefined ? [] : [node])];
    return list.flatMap(one => {
        const constant = pick(one, 'A_Const');
        return constant === undefined ? [] : [{ at: constant.location, key }];
    });
}
/** The tables that a statement has outside of FROM, which are no nodes of their own. */
function rangesOf(node) {
    const { relation: updated } = pick(node, 'UpdateStmt') ?? {};
    const { relation: deleted } = pick(node, 'DeleteStmt') ?? {};
    const { relation: altered } = pick(node, 'AlterTableStmt') ?? {};
    return [updated, deleted, altered].filter(range => range !== undefined);
}
function tableIn(schema) {
    return range => schema.tables.get(keyOfRange(range));
}
/** Sure only where every table that has such a column agrees, and none is unknown. */
function keyOfColumn(tables, node) {
    const name = texts(pick(node, 'ColumnRef')?.fields).at(-1);
    const keys = tables.map(table => table?.columns.get(name ?? '')?.type?.key);
    const found = new Set(keys.filter(key => key !== undefined));
    return found.size === 1 && tables.every(table => table !== undefined) ? [...found][0] : undefined;
}
/** `set a = …`. */
function assigned(node, schema) {
    const update = pick(node, 'UpdateStmt');
    const table = update?.relation === undefined ? undefined : tableIn(schema)(update.relation);
    return (update?.targetList ?? []).flatMap(one => {
        const target = pick(one, 'ResTarget');
        return typed(target?.val, table?.columns.get(target?.name ?? '')?.type?.key);
    });
}
/** `values (…)`, by the columns that are named, or by those of the table. */
function inserted(node, schema) {
    const insert = pick(node, 'InsertStmt');
    const table = insert?.relation === undefined ? undefined : tableIn(schema)(insert.relation);
    const named = insert?.cols?.map(one => pick(one, 'ResTarget')?.name ?? '');
    const columns = named ?? [...(table?.columns.keys() ?? [])];
    const rows = pick(insert?.selectStmt, 'SelectStmt')?.valuesLists ?? [];
    return rows.flatMap(row => (pick(row, 'List')?.items ?? []).flatMap((value, at) => typed(value, table?.columns.get(columns[at] ?? '')?.type?.key)));
}
/** Defaults of columns, new ones and those that are there. */
function defaults(node, schema) {
    const alter = pick(node, 'AlterTableStmt');
    const table = alter?.relation === undefined ? undefined : tableIn(schema)(alter.relation);
    const set = (alter?.cmds ?? []).flatMap(one => {
        const cmd = pick(one, 'AlterTableCmd');
        if (cmd?.subtype !== 'AT_ColumnDefault')
            return [];
        return typed(cmd.def, table?.columns.get(cmd.name ?? '')?.type?.key);
    });
    const made = findAll(node, 'ColumnDef').flatMap(column => findAll(column.constraints, 'Constraint')
        .filter(one => one.contype === 'CONSTR_DEFAULT')
        .flatMap(one => typed(one.raw_expr, typeOf(column.typeName)?.key)));
    return [...set, ...made];
}

;// CONCATENATED MODULE: ./build/check/lint/rules/indexes.js




/** Indexes made, dropped or rebuilt under a lock. */
const judgeIndexes = seen => [...judgeCreate(seen), ...indexes_judgeDrop(seen), ...judgeReindex(seen)];
const judgeCreate = ({ node, text, schema }) => {
    const index = pick(node, 'IndexStmt');
    const { relation } = index ?? {};
    if (index === undefined || relation === undefined || index.concurrent || isFresh(schema, relation))
        return [];
    const on = sayRange(relation);
    const at = relation.location;
    const table = schema.tables.get(keyOfRange(relation));
    // ONLY is written for parents of partitions, of which nothing is read.
    if (!relation.inh && table?.partitioned !== false)
        return [];
    if (table?.partitioned) {
        const at = indexOfByte(text, relation.location ?? 0);
        const only = squeeze(`${text.slice(0, at)}only ${text.slice(at)}`);
        const name = index.idxname === undefined ? '…' : sayName(relation.schemaname, index.idxname);
        const safe = `Write ${code(only)}; then, for each partition, ${code(`create${index.unique ? ' unique' : ''} index concurrently … on …`)} ${alone}, and ${code(`alter index ${name} attach partition …`)}.`;
        return [{ rule: 'index-on-partitioned', on, safe, at }];
    }
    const safe = `Write ${code(insertAfter(text, 'index', 'concurrently'))} ${alone}.`;
    return [{ rule: 'index-blocks-writes', on, safe, at }];
};
const indexes_judgeDrop = ({ node, schema }) => {
    const drop = pick(node, 'DropStmt');
    if (drop?.removeType !== 'OBJECT_INDEX' || drop.concurrent)
        return [];
    const known = (drop.objects ?? []).filter(one => {
        const table = schema.indexes.get(keyOf(texts([one])))?.table;
        return table === undefined || schema.tables.get(table)?.fresh !== true;
    });
    if (known.length === 0)
        return [];
    const on = known.map(one => sayName(...texts([one]))).join(', ');
    // Neither CASCADE nor a second name is taken with CONCURRENTLY.
    const steps = known.map(one => sayDrop(schema, texts([one]), drop.missing_ok === true));
    return [{ rule: 'drop-index-waits', on, safe: steps.join(' ') }];
};
function sayDrop(schema, name, ifThere) {
    const words = ifThere ? 'if exists ' : '';
    const table = schema.tables.get(schema.indexes.get(keyOf(name))?.table ?? '');
    if (!table?.partitioned)
        return `Write ${code(`drop index concurrently ${words}${sayName(...name)}`)} ${alone}.`;
    return `Give ${code(`drop index ${words}${sayName(...name)}`)} a revision of its own: for a partitioned table Postgres refuses CONCURRENTLY.`;
}
const judgeReindex = ({ node, text, schema }) => {
    const reindex = pick(node, 'ReindexStmt');
    if (reindex === undefined || optionOf(reindex.params, 'concurrently'))
        return [];
    const { relation, name } = reindex;
    const table = relation === undefined ? undefined : schema.indexes.get(keyOfRange(relation))?.table;
    if (isFresh(schema, relation) || (table !== undefined && schema.tables.get(table)?.fresh))
        return [];
    const on = relation === undefined ? (name ?? 'everything') : sayRange(relation);
    const kind = /\b(?:index|table|schema|database|system)\b/i.exec(text)?.[0] ?? 'table';
    const safe = reindex.kind === 'REINDEX_OBJECT_SYSTEM'
        ? 'Postgres refuses CONCURRENTLY for its own tables: do it in a maintenance window, and say so: `-- gate: allow reindex-blocks-writes because <reason>`.'
        : `Write ${code(insertAfter(text, kind, 'concurrently'))} ${alone}.`;
    const hit = { rule: 'reindex-blocks-writes', on, safe, at: relation?.location };
    return [hit];
};

;// CONCATENATED MODULE: ./build/check/lint/rules/maintenance.js





/** Statements that keep a whole table to themselves. */
const judgeMaintenance = seen => [
    ...judgeRewrite(seen),
    ...judgeStorage(seen),
    ...judgeRefresh(seen),
    ...judgeLock(seen),
    ...judgeTruncate(seen),
    ...judgeTimeout(seen),
];
function quietly(rule) {
    return `Use pg_repack, or do it while nobody uses the table, and say so: \`-- gate: allow ${rule} because <reason>\`.`;
}
const judgeRewrite = ({ node, schema }) => {
    const cluster = pick(node, 'ClusterStmt');
    const vacuum = pick(node, 'VacuumStmt');
    const safe = quietly('table-rewritten');
    if (cluster !== undefined) {
        if (isFresh(schema, cluster.relation))
            return [];
        const on = cluster.relation === undefined ? 'every clustered table' : sayRange(cluster.relation);
        return [{ rule: 'table-rewritten', on, does: 'CLUSTER', safe, at: cluster.relation?.location }];
    }
    if (!vacuum?.is_vacuumcmd || !optionOf(vacuum.options, 'full'))
        return [];
    const tables = (vacuum.rels ?? []).flatMap(one => pick(one, 'VacuumRelation')?.relation ?? []);
    const there = tables.filter(table => !isFresh(schema, table));
    if (tables.length > 0 && there.length === 0)
        return [];
    const on = there.length === 0 ? 'every table' : there.map(sayRange).join(', ');
    return [
        {
            rule: 'table-rewritten',
            on,
            does: 'VACUUM FULL',
            safe: `A plain \`vacuum\` locks nobody out. ${safe}`,
        },
    ];
};
const storage = {
    AT_SetLogged: 'SET LOGGED',
    AT_SetUnLogged: 'SET UNLOGGED',
    AT_SetTableSpace: 'SET TABLESPACE',
    AT_SetAccessMethod: 'SET ACCESS METHOD',
};
const judgeStorage = forCommands(({ cmd, on, table }) => {
    const does = storage[cmd.subtype ?? ''];
    // What is so already stays as it is.
    if (table?.logged !== undefined && does === (table.logged ? 'SET LOGGED' : 'SET UNLOGGED'))
        return [];
    return does === undefined ? [] : [{ rule: 'table-rewritten', on, does, safe: quietly('table-rewritten') }];
});
const judgeRefresh = ({ node, text, schema }) => {
    const refresh = pick(node, 'RefreshMatViewStmt');
    const view = refresh?.relation;
    if (view === undefined || refresh?.concurrent)
        return [];
    if (isFresh(schema, view) || schema.fresh.has(`MATVIEW ${keyOfRange(view)}`))
        return [];
    const safe = `Write ${code(insertAfter(text, 'view', 'concurrently'))}; it needs a unique index on ${sayRange(view)} without a condition.`;
    return [{ rule: 'refresh-blocks-reads', on: sayRange(view), safe, at: view.location }];
};
/** Locks by their number; weaker ones let writes pass. */
const modes = {
    5: 'share',
    6: 'share row exclusive',
    7: 'exclusive',
    8: 'access exclusive',
};
const judgeLock = ({ node, schema }) => {
    const lock = pick(node, 'LockStmt');
    const what = modes[lock?.mode ?? 0];
    if (lock === undefined || what === undefined)
        return [];
    const tables = (lock.relations ?? []).flatMap(one => pick(one, 'RangeVar') ?? []);
    return tables
        .filter(table => !isFresh(schema, table))
        .map((table) => {
        const safe = `Leave it out: each statement takes the lock that it needs, and the gate tries again where one is not free.`;
        return { rule: 'lock-held', on: sayRange(table), what, safe, at: table.location };
    });
};
const judgeTruncate = ({ node, schema }) => {
    const truncate = pick(node, 'TruncateStmt');
    const tables = (truncate?.relations ?? []).flatMap(one => pick(one, 'RangeVar') ?? []);
    const does = truncate?.behavior === 'DROP_CASCADE' ? ', and of every table that refers to it' : '';
    return tables
        .filter(table => !isFresh(schema, table))
        .map((table) => {
        const safe = `Delete what is not needed in batches, ${alone}; if the rows may go: \`-- gate: allow truncate-loses-rows because <reason>\`.`;
        return { rule: 'truncate-loses-rows', on: sayRange(table), does, safe, at: table.location };
    });
};
const judgeTimeout = ({ node }) => {
    const set = pick(node, 'VariableSetStmt');
    const value = pick(set?.args?.[0], 'A_Const');
    const isZero = value?.ival !== undefined
        ? (value.ival.ival ?? 0) === 0
        : /^0\s*(?:ms|s|min)?$/.test(value?.sval?.sval ?? '');
    if (set?.name !== 'lock_timeout' || value === undefined || !isZero)
        return [];
    const safe = `Leave ${sayName(set.name)} to the gate: it sets one, and tries again where a lock is not free.`;
    return [{ rule: 'timeout-off', on: set.name, safe }];
};

;// CONCATENATED MODULE: ./build/check/lint/rules/others.js





/** Constraints of domains, which every table with such a column keeps. */
const judgeDomain = ({ node, text, schema }) => {
    const alter = pick(node, 'AlterDomainStmt');
    const constraint = pick(alter?.def, 'Constraint');
    const isScan = alter?.subtype === 'O' || (alter?.subtype === 'C' && !constraint?.skip_validation);
    if (alter === undefined || !isScan || schema.fresh.has(`DOMAIN ${keyOf(texts(alter.typeName))}`))
        return [];
    const on = sayName(...texts(alter.typeName));
    const isCheck = constraint?.contype === 'CONSTR_CHECK';
    const usual = `${texts(alter.typeName).at(-1)}_${isCheck ? 'check' : 'not_null'}`;
    const name = sayName(constraint?.conname ?? usual);
    const check = isCheck ? constraintAt(text, constraint) : 'check (value is not null)';
    const safe = `Write ${code(`alter domain ${on} add constraint ${name} ${check} not valid`)}, and ${code(`alter domain ${on} validate constraint ${name}`)} ${nextRevision}. Before Postgres 18 validating keeps writes out of those tables, too: do that while they are used least.`;
    return [{ rule: 'domain-check-scans', on, safe }];
};
/** Triggers, rules and policies of tables that the live version uses. */
const judgeTriggers = seen => [...judgeCreated(seen), ...judgeSwitched(seen)];
const judgeCreated = ({ node, schema }) => {
    const trigger = pick(node, 'CreateTrigStmt');
    const rule = pick(node, 'RuleStmt');
    const policy = pick(node, 'CreatePolicyStmt');
    const table = trigger?.relation ?? rule?.relation ?? policy?.table;
    if (table === undefined || isFresh(schema, table))
        return [];
    const on = sayRange(table);
    if (policy !== undefined) {
        const does = `The policy ${sayName(policy.policy_name)}`;
        return [{ rule: 'row-security', on, does, safe: sayAllow('row-security', on), at: table.location }];
    }
    // A new body of one that is there changes as much as a new one.
    const does = trigger === undefined ? `The rule ${sayName(rule?.rulename)}` : `The trigger ${sayName(trigger.trigname)}`;
    return [
        {
            rule: 'trigger-on-live-table',
            on,
            does,
            safe: sayAllow('trigger-on-live-table', on),
            at: table.location,
        },
    ];
};
const judgeSwitched = forCommands(({ cmd, on }) => {
    const { subtype = '' } = cmd;
    if (/^AT_(?:Enable|Disable|Force|NoForce)RowSecurity$/.test(subtype))
        return [
            { rule: 'row-security', on, does: 'Switching row level security', safe: sayAllow('row-security', on) },
        ];
    const switched = /^AT_(Enable|Disable)\w*(?:Trig|Rule)\w*$/.exec(subtype)?.[1];
    if (switched === undefined)
        return [];
    const what = cmd.name === undefined ? 'its triggers' : sayName(cmd.name);
    const does = `${switched === 'Enable' ? 'Enabling' : 'Disabling'} ${what}`;
    return [{ rule: 'trigger-on-live-table', on, does, safe: sayAllow('trigger-on-live-table', on) }];
});
function sayAllow(rule, on) {
    return `See that the version that is live does right with ${on} as it will be; if so: \`-- gate: allow ${rule} because <reason>\`.`;
}

;// CONCATENATED MODULE: ./build/check/lint/rules/partitions.js






/** Partitions that come and go. */
const judgePartitions = seen => [...judgeCommands(seen), ...partitions_judgeCreated(seen)];
const judgeCommands = forCommands(command => {
    if (command.cmd.subtype === 'AT_AttachPartition')
        return judgeAttach(command);
    return command.cmd.subtype === 'AT_DetachPartition' ? judgeDetach(command) : [];
});
function judgeAttach({ cmd, on, schema, relation, table, text }) {
    const part = pick(cmd.def, 'PartitionCmd');
    const child = part?.name;
    if (child === undefined)
        return [];
    const what = sayRange(child);
    const other = isSeen(schema, table?.defaultPartition) ? undefined : table?.defaultPartition;
    const isChildSeen = isFresh(schema, child) || isSeen(schema, keyOfRange(child));
    const lacking = isFresh(schema, child)
        ? []
        : indexesLacking(schema, keyOfRange(relation), keyOfRange(child));
    const reads = [
        ...(isChildSeen ? [] : [`the whole of ${what}`]),
        ...(isChildSeen && lacking.length > 0
            ? [
                `the whole of ${what} for ${lacking.map(([index]) => sayKey(index)).join(', ')}, which it has no index for`,
            ]
            : []),
        ...(other === undefined ? [] : [`${sayKey(other)}, its default partition`]),
    ];
    if (reads.length === 0)
        return [];
    const bounds = boundsOf(text, part?.bound)[0];
    const steps = [
        ...(isChildSeen ? [] : [checked(what, `${child.relname}_bounds`, `with what ${code(bounds)} says`)]),
        ...lacking.map(([, columns]) => `${code(`create index concurrently on ${what} (${columns})`)} ${alone}`),
        ...(other === undefined ? [] : [excluded(other, child, bounds)]),
    ];
    const safe = `Write ${steps.join('; ')}; and attach in the revision after that.`;
    return [{ rule: 'attach-scans', on, what, does: reads.join(' and '), safe, at: child.location }];
}
/** Indexes of the parent that are built on a child which has none like it: their keys and columns, as they are written. */
function indexesLacking(schema, parent, child) {
    const all = [...schema.indexes];
    const there = all.filter(([, index]) => index.table === child).map(([, { columns }]) => columns.join());
    return all
        .filter(([, { table, columns }]) => table === parent && !there.includes(columns.join()))
        .map(([key, { columns }]) => [key, columns.map(one => (one === '' ? '…' : sayName(one))).join(', ')]);
}
/** Whether a check matches the bounds only the server knows; one that was validated is taken for it. */
function isSeen(schema, key) {
    const checks = schema.tables.get(key ?? '')?.checks.values() ?? [];
    return [...checks].some(check => check.valid && check.kind === 'check');
}
function checked(on, name, means) {
    const add = code(`alter table ${on} add constraint ${sayName(name)} check (…) not valid`);
    return `${add} ${means} and ${code(`alter table ${on} validate constraint ${sayName(name)}`)} ${nextRevision}`;
}
/** The default partition has to know that it holds nothing of the new one. */
function excluded(key, child, bounds) {
    return checked(sayKey(key), `not_${child.relname}`, `with the opposite of ${code(bounds)}`);
}
/** `for values …`, and what stands behind it. */
function boundsOf(text, bound) {
    if (bound === undefined || bound.is_default)
        return ['default', ''];
    const start = indexOfByte(text, bound.location ?? 0);
    // A hash begins with a word that a table’s options begin with, too.
    const first = tokens_readToken(text, start)?.end ?? start;
    const [values, behind] = splitBefore(text, first, /^(?:partition|using|with|without|on|tablespace)$/i);
    return [`for values ${squeeze(text.slice(start, first))} ${values}`, behind];
}
function judgeDetach({ cmd, on, table, text }) {
    const part = pick(cmd.def, 'PartitionCmd');
    if (part?.name === undefined || part.concurrent)
        return [];
    const what = sayRange(part.name);
    const safe = table?.defaultPartition === undefined
        ? `Write ${code(`${squeeze(text)} concurrently`)} ${alone} (Postgres 14 and newer; not where ${on} has a default partition).`
        : `Postgres refuses CONCURRENTLY where there is a default partition: give ${code(squeeze(text))} a revision of its own, so that the lock is short.`;
    return [{ rule: 'detach-locks-parent', on, what, safe, at: part.name.location }];
}
const partitions_judgeCreated = ({ node, text, schema }) => {
    const create = pick(node, 'CreateStmt');
    const parent = create?.partbound === undefined ? undefined : pick(create.inhRelations?.[0], 'RangeVar');
    if (create?.relation === undefined || parent === undefined || isFresh(schema, parent))
        return [];
    const [on, what] = [sayRange(parent), sayRange(create.relation)];
    const [bounds, behind] = boundsOf(text, create.partbound);
    const like = `create table ${what} (like ${on} including all excluding identity) ${behind}`.trim();
    const attach = code(`alter table ${on} attach partition ${what} ${bounds}`);
    const own = create.tableElts === undefined ? '' : ', what the brackets of this statement add';
    const key = schema.tables.get(keyOfRange(parent))?.defaultPartition;
    const at = parent.location;
    const lets = `which lets reads and writes of ${on} pass`;
    if (key === undefined) {
        const safe = `Write ${code(like)}${own}, then ${attach}, ${lets}.`;
        return [{ rule: 'partition-locks-parent', on, what, safe, at }];
    }
    const locks = `and locks ${sayKey(key)} alone for a moment`;
    if (isSeen(schema, key)) {
        const safe = `Write ${code(like)}${own}, then ${attach}, ${lets} ${locks}.`;
        return [{ rule: 'partition-locks-parent', on, what, safe, at }];
    }
    const safe = `Write ${code(like)}${own}; ${excluded(key, create.relation, bounds)}; in the revision after that ${attach}, ${lets} ${locks}.`;
    const does = ', and reads its default partition';
    return [{ rule: 'partition-locks-parent', on, what, level: 'error', does, safe, at }];
};

;// CONCATENATED MODULE: ./build/check/lint/rules/rows.js




/** Rows that are changed all at once, or while their table is locked against everybody. */
const judgeRows = seen => {
    const { node, schema, before, transaction } = seen;
    const change = changeOf(node);
    if (change === undefined || isFresh(schema, change.table))
        return [];
    const on = sayRange(change.table);
    const at = change.table.location;
    const batches = `Change the rows in batches, ${alone}, or by a job of your own.`;
    const held = transaction ? heldOf(before, change.table) : undefined;
    if (held !== undefined) {
        const hit = { rule: 'work-under-lock', on, does: `Rows of ${on} are changed`, safe: batches, at };
        return [change.some && !change.empty ? { ...hit, level: 'warning' } : hit];
    }
    const [first] = transaction ? [...before.locked.values()] : [];
    if (first !== undefined && !change.some) {
        const does = `Every row of ${on} is changed`;
        return [{ rule: 'work-under-lock', on: first, does, safe: batches, at }];
    }
    return change.some ? [] : [{ rule: 'all-rows-changed', on, does: change.does, safe: batches, at }];
};
function changeOf(node) {
    const update = pick(node, 'UpdateStmt');
    const remove = pick(node, 'DeleteStmt');
    const table = update?.relation ?? remove?.relation;
    if (table === undefined)
        return copied(node);
    const where = update?.whereClause ?? remove?.whereClause;
    const some = where !== undefined && !isAlways(where);
    return {
        table,
        does: update === undefined ? 'DELETE removes' : 'UPDATE changes',
        some,
        empty: pick(where, 'NullTest')?.nulltesttype === 'IS_NULL',
    };
}
/** `where true`. */
function isAlways(where) {
    return pick(where, 'A_Const')?.boolval?.boolval === true;
}
/** INSERT … SELECT reads another table whole; only the lock on its own counts. */
function copied(node) {
    const insert = pick(node, 'InsertStmt');
    const from = pick(insert?.selectStmt, 'SelectStmt');
    if (insert?.relation === undefined || findAll(from?.fromClause, 'RangeVar').length === 0)
        return undefined;
    return { table: insert.relation, does: 'INSERT copies', some: true, empty: false };
}

;// CONCATENATED MODULE: ./build/check/lint/lint.js
/** The text of new revisions, read by Postgres' own parser. A bundle of its own: only `check` loads it. */





















/** Loads the parser. Throws where it is not there. */
async function openLint() {
    const parser = await loadParser();
    return input => lint(parser, input);
}
const lint_judges = [
    judgeIndexes,
    judgeAddColumn,
    judgeColumns,
    judgeConstraints,
    judgePartitions,
    judgeDrops,
    judgeMaintenance,
    judgeEnums,
    judgeDomain,
    judgeTriggers,
    judgeRows,
    judgeLocks,
];
/** Longer ones are data. */
const lint_longest = 200_000;
function lint(parser, { earlier, added, alembic }) {
    const schema = emptySchema();
    const form = formOf(parser, alembic);
    if (added.some(revision => revision.up.some(({ text }) => asksForHistory(text)))) {
        for (const { up } of earlier)
            for (const { text } of up)
                recall(parser, schema, text);
    }
    let before = nothingBefore();
    return added.flatMap(revision => {
        before = revision.continues === true ? goOn(before) : nothingBefore();
        return lintRevision(parser, form, schema, revision, before);
    });
}
/** A plain CREATE TABLE stands by itself, and most changes have nothing else. */
function asksForHistory(text) {
    return !/^create\s+table\s+(?!if\b)/i.test(text) || /\bpartition\b/i.test(text);
}
function recall(parser, schema, text) {
    if (!/^(?:create|alter|drop|select)\b/i.test(text) || text.length > lint_longest)
        return;
    const parsed = parser.parse(text);
    if (parsed.ok)
        remember(schema, parsed.node, false);
}
function lintRevision(parser, form, schema, revision, before) {
    const transaction = !revision.rest.some(({ code }) => code === 'transaction:false');
    const read = revision.up.flatMap(piece => readPiece(parser, piece));
    const last = new Map(read.flatMap(({ parsed }, index) => lastMade(parsed, index)));
    const findings = [];
    for (const [index, { piece, parsed, text, line }] of read.entries()) {
        const say = (hit) => {
            const finding = findingOf(hit, form, revision, placeOf(hit, revision.path, piece, line));
            findings.push({ finding, key: revision.key, statement: piece.sent ?? piece.text, table: hit.on });
        };
        if (!parsed.ok) {
            say(unread(parsed));
            continue;
        }
        const { node } = parsed;
        const made = { has: (name) => (last.get(name) ?? -1) > index };
        for (const judge of lint_judges)
            for (const hit of judge({ node, text, schema, transaction, before, made }))
                say(hit);
        holdOn(before, node, schema);
        remember(schema, node, true);
    }
    return findings;
}
function lastMade(parsed, index) {
    return parsed.ok ? namesMade(parsed.node).map(name => [name, index]) : [];
}
/** A statement, and those of its body where it is a DO block. */
function readPiece(parser, piece) {
    const { text } = piece;
    // psql's commands and the data of COPY are refused elsewhere.
    if (text.startsWith('\\') || text.length > lint_longest)
        return [];
    return readText(parser, piece, text, piece.sent === undefined ? undefined : piece.line, 0);
}
function readText(parser, piece, text, line, depth) {
    const parsed = parser.parse(text);
    const block = parsed.ok ? pick(parsed.node, 'DoStmt') : undefined;
    const around = line === undefined ? { piece, text } : { piece, text, line };
    if (block === undefined)
        return [{ ...around, parsed }];
    const options = (block.args ?? []).map(one => pick(one, 'DefElem'));
    const language = pick(options.find(one => one?.defname === 'language')?.arg, 'String')?.sval ?? 'plpgsql';
    if (language !== 'plpgsql' || depth > 5)
        return [{ ...around, parsed: unknown(`it is ${language}`) }];
    const body = parser.readBody(text);
    if (!Array.isArray(body))
        return [{ ...around, parsed: body }];
    const start = options.find(one => one?.defname === 'as')?.location ?? 0;
    const first = line ?? lineOfByte(piece, start);
    return body.flatMap(({ sql, line: within }) => {
        const at = piece.sent !== undefined ? piece.line : first + within - 1;
        if (sql === undefined)
            return [{ piece, text: '', line: at, parsed: unknown('its SQL is made at run time') }];
        return readText(parser, piece, sql, at, depth + 1);
    });
}
function unknown(message) {
    return { ok: false, message, beyond: true };
}
function lineOfByte({ text, line }, offset) {
    return moveCursor(openCursor(text, line), indexOfByte(text, offset)).line;
}
function unread({ message, beyond }) {
    if (beyond) {
        const safe = 'Write it as plain statements; or, if you know what it does: `-- gate: allow not-seen because <reason>`.';
        return { rule: 'not-seen', on: 'the statement', what: message, safe };
    }
    const safe = 'Correct it; if the server is newer than Postgres 18 and understands it: `-- gate: allow not-parsed because <reason>`.';
    return { rule: 'not-parsed', on: 'the statement', what: message, safe };
}
function placeOf({ at }, path, { text, line, column = 1 }, inBody) {
    if (inBody === 0)
        return { path };
    if (inBody !== undefined)
        return { path, line: inBody };
    const cursor = moveCursor(openCursor(text, line, column), at === undefined || at < 0 ? 0 : indexOfByte(text, at));
    return { path, line: cursor.line, column: cursor.column };
}
function formOf(parser, alembic) {
    return alembic === undefined ? safe => safe : safe => alembicCure(safe, parser, alembic);
}
function findingOf({ rule, level, at: _, ...facts }, cure, { id, path, text }, place) {
    const harmless = Object.fromEntries(Object.entries({ ...facts, safe: cure(facts.safe) }).map(([name, value]) => [name, text_oneLine(value, 1500)]));
    const filled = entry_fillEntry(rule, lintEntries[rule], harmless, { place });
    const fault = { ...filled, message: `${filled.message} ${notRehearsed}` };
    const finding = { rule, level: level ?? lintLevels[rule], fault, revision: id };
    const marked = contractRules.includes(rule) ? contractLine(text) : undefined;
    if (marked === undefined)
        return finding;
    return { ...finding, allowed: { by: text_oneLine(`${path}:${marked.line}`), reason: marked.reason } };
}
/** `-- gate: contract`, in Python `# gate: contract`, with a reason where somebody gives one. */
function contractLine(text) {
    if (!/gate:\s*contract/i.test(text))
        return undefined;
    const lines = text
        .split('\n')
        .map(line => /^\s*(?:--|#)\s*gate:\s*contract\b(?:\s+because\s+(\S.*))?/i.exec(line));
    const index = lines.findIndex(found => found !== null);
    if (index === -1)
        return undefined;
    return { line: index + 1, reason: text_oneLine(lines[index]?.[1]?.trim() ?? 'the contract step', 200) };
}

var __webpack_exports__openLint = __webpack_exports__._;
export { __webpack_exports__openLint as openLint };
