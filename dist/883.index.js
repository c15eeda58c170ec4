export const id = 883;
export const ids = [883];
export const modules = {

/***/ 5883:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  container: () => (/* binding */ container),
  openServer: () => (/* binding */ openServer)
});

// EXTERNAL MODULE: ./build/disk.js + 1 modules
var build_disk = __webpack_require__(2554);
;// CONCATENATED MODULE: ./build/check/rehearsal/account.js

/**
 * Who runs the server: ourselves, and where we are root, which Postgres refuses, the user `postgres`, else `nobody`.
 * `none`: we are root, and there is neither.
 */
function findAccount(disk) {
    if (process.getuid?.() !== 0)
        return undefined;
    const read = disk.readBytes('/etc/passwd');
    const text = read.ok ? (0,build_disk/* decodeText */.g7)(read.value) : undefined;
    const lines = (text?.ok === true ? text.text : '').split('\n').map(line => line.split(':'));
    for (const wanted of ['postgres', 'nobody']) {
        const [, , uid = '', gid = ''] = lines.find(([name]) => name === wanted) ?? [];
        if (/^[1-9]\d*$/.test(uid) && /^\d+$/.test(gid))
            return { uid: Number(uid), gid: Number(gid) };
    }
    return 'none';
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/check/rehearsal/binaries.js

/** Where packages put one folder for each major: Debian and Ubuntu, Red Hat, Homebrew. */
const homes = [
    { parent: '/usr/lib/postgresql', name: /^(\d+)\/$/ },
    { parent: '/usr', name: /^pgsql-(\d+)\/$/ },
    { parent: '/opt/homebrew/opt', name: /^postgresql@(\d+)\/$/ },
    { parent: '/usr/local/opt', name: /^postgresql@(\d+)\/$/ },
];
/** The newest Postgres of this machine, else the one on `path`; undefined where there is none that we can start. */
function findBinaries(disk, path) {
    if (process.platform === 'win32')
        return undefined;
    const majors = homes.flatMap(({ parent, name }) => {
        const listed = disk.listFolder(parent);
        const names = listed.ok ? listed.value : [];
        return names.flatMap(each => {
            const major = name.exec(each)?.[1];
            return major === undefined ? [] : [{ bin: (0,external_node_path_.join)(parent, each, 'bin'), major: Number(major) }];
        });
    });
    const newest = majors.sort((a, b) => b.major - a.major).map(({ bin }) => bin);
    const onPath = path.split(external_node_path_.delimiter).filter(folder => folder.startsWith('/'));
    const found = [...newest, ...onPath].find(bin => isComplete(disk, bin));
    return found === undefined ? undefined : { bin: behindLinks(disk, found) };
}
function isComplete(disk, bin) {
    const names = disk.listFolder(bin);
    return names.ok && ['initdb', 'postgres'].every(name => names.value.includes(name));
}
/** `initdb` looks for `postgres` beside itself, where a link would lead it astray. */
function behindLinks(disk, bin) {
    const real = disk.realPath((0,external_node_path_.join)(bin, 'initdb'));
    return real.ok ? (0,external_node_path_.join)(real.value, '..') : bin;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:dns/promises"
var promises_ = __webpack_require__(1553);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
// EXTERNAL MODULE: ./build/catalogue/catalogue.js + 18 modules
var catalogue = __webpack_require__(9078);
// EXTERNAL MODULE: ./build/database/identifiers.js
var identifiers = __webpack_require__(6324);
// EXTERNAL MODULE: ./build/database/postgres.js + 8 modules
var postgres = __webpack_require__(4932);
// EXTERNAL MODULE: ./build/database/session.js
var database_session = __webpack_require__(8188);
// EXTERNAL MODULE: ./build/database/url.js
var url = __webpack_require__(7081);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/text.js
var build_text = __webpack_require__(977);
// EXTERNAL MODULE: ./build/check/rehearsal/roles.js
var roles = __webpack_require__(5694);
;// CONCATENATED MODULE: ./build/check/rehearsal/superuser.js
/** Sessions of a superuser in a database whose owner may mean ill. */


/** From here on no name of a query leads to what the owner of the database made. */
const onlyCatalog = 'set search_path = pg_catalog, pg_temp';
/**
 * An option of the start beats what ALTER DATABASE and ALTER ROLE set (`GucSource`, utils/guc.h), so there is no moment
 * at which a function of the owner's could stand in for one of the server's.
 */
const startup = '-c search_path=pg_catalog,pg_temp';
/**
 * Opens sessions that run nothing of the owner's. They throw GateError `rehearsal-refused` where the database makes
 * another role of the superuser, or another path of that one.
 */
function asSuperuser(target, opener) {
    const options = [target.options ?? '', startup].filter(one => one !== '').join(' ');
    const open = opener({ ...target, options });
    return async (...how) => {
        const session = await open(...how);
        try {
            await refuseOther(session, target);
            return session;
        }
        catch (error) {
            await session.close();
            throw error;
        }
    };
}
async function refuseOther(session, target) {
    const [found] = await session.query(`select current_user operator(pg_catalog.=) session_user and (select r.rolsuper from pg_catalog.pg_roles r
      where r.rolname operator(pg_catalog.=) current_user) as same, pg_catalog.current_setting('search_path') as path`);
    if (found?.same && /^pg_catalog, ?pg_temp$/.test(found.path))
        return;
    const what = found?.same ? 'search_path for' : 'role of';
    const reason = `an \`ALTER DATABASE … SET\` of baseline, seed or a revision makes another ${what} its superuser.`;
    throw (0,catalogue/* gateError */.em)('rehearsal-refused', { source: (0,url/* describeTarget */.ff)(target), reason });
}

;// CONCATENATED MODULE: ./build/check/rehearsal/server.js






const unread = () => '';
/** A server of ours: its databases, and who may do what there. */
async function ofOwnServer(own, { tcp, redact }) {
    const place = (user, password, database, socket) => {
        const authority = socket ? '' : `127.0.0.1:${own.port}`;
        // A URL of the loopback has no options: not every driver takes those of every other.
        const options = socket ? `?host=${encodeURIComponent(own.folder)}&port=${own.port}` : '';
        return (0,url/* readUrl */.wo)(`postgresql://${user}:${password}@${authority}/${database}${options}`, 'the rehearsal');
    };
    const opener = (target) => onNotice => (0,postgres/* openPostgres */.o)(target, {
        redact,
        readCertificate: unread,
        applicationName: 'migration-gate rehearsal',
        onNotice,
    });
    const asSuper = (database) => asSuperuser(place('postgres', own.password, database, true), opener);
    const administer = await asSuper('postgres')(() => undefined);
    const version = await readVersion(administer);
    return {
        version,
        async makeDatabase() {
            const name = `rehearsal_${(0,external_node_crypto_.randomBytes)(6).toString('hex')}`;
            const password = (0,external_node_crypto_.randomBytes)(24).toString('hex');
            await administer.query(`create role ${(0,identifiers/* quoteIdentifier */.Cm)(name)} login password '${password}'`);
            await administer.query(`create database ${(0,identifiers/* quoteIdentifier */.Cm)(name)} owner ${(0,identifiers/* quoteIdentifier */.Cm)(name)}`);
            const target = place(name, password, name, !tcp);
            return {
                name,
                target,
                version,
                open: opener(place(name, password, name, true)),
                openSuper: asSuper(name),
                makeRole: (0,roles/* roleMaker */.zW)(administer),
                // It goes with its server.
                drop: () => Promise.resolve(),
            };
        },
        async stop() {
            administer.hangUp();
            await own.stop();
        },
    };
}
async function readVersion(session) {
    const [row] = await session.query(`select pg_catalog.current_setting('server_version_num') as version`);
    return Number(row?.version);
}

;// CONCATENATED MODULE: ./build/check/rehearsal/given-server.js












/**
 * The server behind a URL that `rehearse` names. Throws GateError where the database is one of the configured ones, or
 * holds anything.
 */
async function openGivenServer(given, { redact, urls, signal }) {
    const target = (0,url/* readUrl */.wo)(given.value, given.source);
    await refuseConfigured(target, given.source, urls);
    const opener = (to) => (onNotice, once) => (0,postgres/* openPostgres */.o)(to, {
        redact,
        readCertificate: () => '',
        applicationName: 'migration-gate rehearsal',
        onNotice,
        // A service container may be starting yet.
        patience: once === undefined ? { signal, onRetry: () => undefined } : undefined,
    });
    const open = opener(target);
    const session = await open(() => undefined);
    // No startup option, which a pooler may refuse: of a role of few rights nobody gains anything.
    await session.run(onlyCatalog);
    await refuseFilled(session, given.source);
    const role = await readRole(session);
    const version = await readVersion(session);
    const asIs = {
        name: target.database,
        target,
        open,
        openSuper: role.superuser ? asSuperuser(target, opener) : undefined,
        version,
        drop: () => Promise.resolve(),
    };
    let used = false;
    return {
        version,
        async makeDatabase() {
            if (role.superuser || (role.makesDatabases && role.makesRoles))
                return makeOwn(session, target, { opener, role, version });
            if (used)
                throw (0,catalogue/* gateError */.em)('rehearsal-refused', { source: given.source, reason: `${onlyOne}.` });
            used = true;
            return asIs;
        },
        stop: () => session.close(),
    };
}
const onlyOne = 'another database was rehearsed in it, and its role may make no databases of its own';
/** A database of our own beside the given one, with what an image has put into that, and an ordinary owner. */
async function makeOwn(session, given, { opener, role, version }) {
    const name = `rehearsal_${(0,external_node_crypto_.randomBytes)(6).toString('hex')}`;
    const password = (0,external_node_crypto_.randomBytes)(24).toString('hex');
    const quoted = (0,identifiers/* quoteIdentifier */.Cm)(name);
    await session.query(`create role ${quoted} login password '${password}'`);
    if (!role.superuser)
        await session.query(`grant ${quoted} to current_user`);
    const make = `create database ${quoted} owner ${quoted}`;
    try {
        await session.query(`${make} template ${(0,identifiers/* quoteIdentifier */.Cm)(given.database)}`);
    }
    catch (error) {
        if (!(error instanceof database_session/* DatabaseError */.a))
            throw error;
        await session.query(make);
    }
    const authority = `${given.host.includes(':') ? `[${given.host}]` : given.host}:${given.port}`;
    const at = given.host.startsWith('/')
        ? `/${name}?host=${encodeURIComponent(given.host)}&port=${given.port}`
        : `${authority}/${name}`;
    const options = given.host.startsWith('/') || given.tls === 'prefer' ? '' : `?sslmode=${given.tls}`;
    const target = (0,url/* readUrl */.wo)(`postgresql://${name}:${password}@${at}${options}`, 'the rehearsal');
    return {
        name,
        target,
        version,
        open: opener(target),
        openSuper: role.superuser ? asSuperuser({ ...given, database: name }, opener) : undefined,
        async drop() {
            await session.query(`drop database if exists ${quoted} with (force)`).catch(() => undefined);
            await session.query(`drop role if exists ${quoted}`).catch(() => undefined);
        },
    };
}
/**
 * A database that the run knows by another name is none to rehearse in. Nobody is asked on the way, so that the configured
 * one is not touched: the same name on the same machine is refused on every port, since a pooler or a container gives
 * one server several.
 */
async function refuseConfigured(target, source, urls) {
    const ours = await addressesOf(target.host);
    for (const { value, source: other } of urls) {
        const configured = readOther(value);
        if (configured === undefined || configured.database !== target.database)
            continue;
        const theirs = await addressesOf(configured.host);
        if (!theirs.some(address => ours.includes(address)))
            continue;
        const reason = configured.port === target.port
            ? `${(0,url/* describeTarget */.ff)(target)} is what ${other} leads to.`
            : `a database of that name on another port of its machine is what ${other} leads to, and the two may be one. Give it another name.`;
        throw (0,catalogue/* gateError */.em)('rehearsal-refused', { source, reason });
    }
}
function readOther(value) {
    try {
        return value.trim() === '' ? undefined : (0,url/* readUrl */.wo)(value, '');
    }
    catch (error) {
        if (error instanceof errors/* GateError */.u)
            return undefined;
        throw error;
    }
}
/** A host by its name and by all of its addresses, each in one spelling; a socket’s folder is on this machine. */
async function addressesOf(host) {
    if (host.startsWith('/'))
        return [host, loopback];
    const bare = host.replace(/^\[(.*)\]$/, '$1');
    const found = await (0,promises_.lookup)(bare, { all: true }).catch(() => []);
    return [host.toLowerCase(), ...found.map(({ address }) => oneAddress(address))];
}
const loopback = 'loopback';
const local = new external_node_net_.BlockList();
local.addSubnet('127.0.0.0', 8, 'ipv4');
local.addAddress('::1', 'ipv6');
// To connect to the address of any machine is to connect to this one.
local.addSubnet('0.0.0.0', 8, 'ipv4');
local.addAddress('::', 'ipv6');
/** `::ffff:10.0.0.7` is `10.0.0.7` (RFC 4291, 2.5.5.2), and all that leads to this machine alone is one. */
function oneAddress(given) {
    const address = given.toLowerCase().replace(/%.*$/, '');
    const plain = (0,external_node_net_.isIPv6)(address) ? new URL(`http://[${address}]`).hostname.slice(1, -1) : address;
    const [, high = '', low = ''] = /^::(?:ffff:)?([\da-f]{1,4}):([\da-f]{1,4})$/.exec(plain) ?? [];
    const halves = [high, low].map(half => Number.parseInt(half, 16));
    const v4 = high === '' ? plain : halves.flatMap(half => [half >> 8, half & 255]).join('.');
    return local.check(v4, (0,external_node_net_.isIPv6)(v4) ? 'ipv6' : 'ipv4') ? loopback : v4;
}
/**
 * Anything but what extensions brought, and the extensions themselves, which an image may bring. What belongs to the whole
 * server counts where it is of this database alone.
 */
const things = `
  select kind, name from (
    select 'schema' as kind, n.nspname::text as name, 'pg_namespace'::regclass as class, n.oid
    from pg_catalog.pg_namespace n where n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public')
    union all
    select case c.relkind when 'v' then 'view' when 'm' then 'view' when 'S' then 'sequence' when 'c' then 'type'
        else 'table' end,
      c.relname::text, 'pg_class'::regclass, c.oid
    from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'v', 'm', 'S', 'f', 'c') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
    union all
    select 'type', t.typname::text, 'pg_type'::regclass, t.oid
    from pg_catalog.pg_type t join pg_catalog.pg_namespace n on n.oid = t.typnamespace
    where t.typtype in ('e', 'd', 'r') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
    union all
    select 'function', p.proname::text, 'pg_proc'::regclass, p.oid
    from pg_catalog.pg_proc p join pg_catalog.pg_namespace n on n.oid = p.pronamespace
    where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
    union all
    select 'large object', l.oid::text, 'pg_largeobject'::regclass, l.oid from pg_catalog.pg_largeobject_metadata l
    union all
    select 'publication', p.pubname::text, 'pg_publication'::regclass, p.oid from pg_catalog.pg_publication p
    union all
    select 'subscription', s.subname::text, 'pg_subscription'::regclass, s.oid from pg_catalog.pg_subscription s
    where s.subdbid = (select d.oid from pg_catalog.pg_database d where d.datname = pg_catalog.current_database())
    union all
    select 'foreign server', s.srvname::text, 'pg_foreign_server'::regclass, s.oid from pg_catalog.pg_foreign_server s
    union all
    select 'event trigger', e.evtname::text, 'pg_event_trigger'::regclass, e.oid from pg_catalog.pg_event_trigger e
  ) found
  where not exists (select from pg_catalog.pg_depend d
    where d.classid = found.class and d.objid = found.oid and d.deptype = 'e')
  order by 1, 2 limit 100`;
async function refuseFilled(session, source) {
    const found = await session.query(things);
    if (found.length === 0)
        return;
    const shown = found.slice(0, 4).map(({ kind, name }) => `${kind} ${(0,build_text/* oneLine */.TN)(name, 60)}`);
    const reason = `it is not empty (${shown.join(', ')}${found.length > shown.length ? ' …' : ''}).`;
    throw (0,catalogue/* gateError */.em)('rehearsal-refused', { source, reason });
}
async function readRole(session) {
    const [role] = await session.query(`select rolsuper as superuser, rolcreaterole as "makesRoles", rolcreatedb as "makesDatabases"
    from pg_catalog.pg_roles where rolname = current_user`);
    return role ?? { superuser: false, makesRoles: false, makesDatabases: false };
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./build/process.js + 3 modules
var build_process = __webpack_require__(7898);
;// CONCATENATED MODULE: ./build/check/rehearsal/own-server.js





/**
 * Makes a cluster, serves it, and removes it at the end of its standard input, which is also our end. All values are
 * arguments, and the password comes in by its input. A folder of 0700 of the server’s own user holds everything.
 */
const script = `
umask 077
bin=$1; parent=$2; locale=$3; shift 3
folder=$(mktemp -d "$parent/gate-rehearsal-XXXXXX") || exit 71
trap 'rm -rf "$folder"; exit 73' TERM
IFS= read -r password
printf '%s\\n' "$password" > "$folder/password"
unset password
initialise() {
  "$bin/initdb" -D "$folder/data" -U postgres -A scram-sha-256 --pwfile="$folder/password" --encoding=UTF8 \\
    --locale="$1" --lc-messages=C --no-sync < /dev/null > "$folder/initdb" 2>&1
}
if ! initialise "$locale" && { rm -rf "$folder/data"; ! initialise C; }; then
  cat "$folder/initdb" >&2; rm -rf "$folder"; exit 72
fi
rm -f "$folder/password" "$folder/initdb"
trap - TERM
exec 3<&0
"$bin/postgres" -D "$folder/data" -k "$folder" "$@" < /dev/null 3<&- &
server=$!
{ cat <&3 > /dev/null; kill -QUIT "$server"; } > /dev/null 2>&1 &
watcher=$!
exec 3<&-
echo "folder $folder"
wait "$server"
kill "$watcher" 2> /dev/null
rm -rf "$folder"
`;
/** Nothing here has to outlive a crash, and nothing runs beside the revisions. */
const settings = [
    'fsync=off',
    'synchronous_commit=off',
    'full_page_writes=off',
    'autovacuum=off',
    'wal_level=logical',
    'max_wal_senders=4',
    'max_prepared_transactions=8',
    'max_connections=40',
    'shared_buffers=64MB',
    'max_wal_size=4GB',
    'logging_collector=off',
    'ssl=off',
];
/** An empty cluster takes a second or two; a machine may be busy. */
const usualStartMs = 60_000;
/** A socket’s path holds 107 bytes at most (`man 7 unix`). */
const longestParent = 60;
/** Starts a Postgres of our own. Throws an Error, whose message is one harmless line. */
async function startOwnServer(options) {
    for (let attempt = 1;; attempt++) {
        const port = options.tcp ? await freePort() : 5432;
        const started = await attemptStart(options, port);
        if (typeof started !== 'string')
            return started;
        // Another program took the port between our look and the start.
        if (attempt === 3 || !started.includes('could not bind'))
            throw new Error((0,build_text/* oneLine */.TN)(started, 300));
    }
}
async function attemptStart({ bin, account, tcp, signal, startMs = usualStartMs }, port) {
    const password = (0,external_node_crypto_.randomBytes)(24).toString('base64url');
    const parent = (0,external_node_os_.tmpdir)().length > longestParent ? '/tmp' : (0,external_node_os_.tmpdir)();
    const locale = process.platform === 'linux' ? 'C.UTF-8' : 'C';
    const all = [`port=${port}`, `listen_addresses=${tcp ? '127.0.0.1' : ''}`, ...settings];
    const argv = ['/bin/sh', '-c', script, 'sh', bin, parent, locale, ...all.flatMap(each => ['-c', each])];
    // Nothing of the caller's: PGDATA, PGPORT and their kin would reach the server.
    const env = { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
    let said = '';
    let heard = () => undefined;
    const onOutput = (text) => {
        if (said.length < 64 * 1024)
            said += text;
        heard();
    };
    const service = (0,build_process/* startService */.iL)(argv, { env, input: `${password}\n`, user: account, onOutput });
    const timely = AbortSignal.timeout(startMs);
    const giveUp = AbortSignal.any(signal === undefined ? [timely] : [signal, timely]);
    const folder = await new Promise(resolve => {
        heard = () => {
            const found = /^folder (\/.*)$/m.exec(said)?.[1];
            if (found !== undefined && said.includes('ready to accept connections'))
                resolve(found);
        };
        service.ended.then(() => resolve(undefined));
        giveUp.addEventListener('abort', () => resolve(undefined), { once: true });
        if (giveUp.aborted)
            resolve(undefined);
    });
    if (folder !== undefined)
        return { folder, port, password, stop: service.stop };
    if (!giveUp.aborted)
        return lastWords(said);
    // A server that is on its way removes its files by itself.
    await (/^folder \//m.test(said) ? service.stop() : service.terminate());
    return signal?.aborted === true
        ? 'the run was interrupted'
        : `it was not there after ${startMs / 1000} s (${lastWords(said)})`;
}
/** The line of a log that says why. */
function lastWords(said) {
    const lines = said.split('\n').filter(line => line.trim() !== '' && !line.startsWith('folder '));
    return lines.find(line => /could not|FATAL|error/i.test(line)) ?? lines.at(-1) ?? 'it said nothing';
}
function freePort() {
    return new Promise((resolve, reject) => {
        const server = (0,external_node_net_.createServer)();
        server.on('error', reject);
        server.listen(0, '127.0.0.1', () => {
            const address = server.address();
            server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
        });
    });
}

;// CONCATENATED MODULE: ./build/check/rehearsal/open-server.js





/** One line to type: a service container, and where it is. */
const container = 'services: { postgres: { image: postgres, env: { POSTGRES_HOST_AUTH_METHOD: trust }, ports: ["5432:5432"] } }';
/** The server that `rehearse` names, or one of our own; else why there is none. Throws GateError for a URL that is refused. */
async function openServer(rehearse, { tcp, machine, environment, redact, urls, signal }) {
    if (rehearse !== 'auto')
        return openGivenServer(rehearse, { redact, urls, signal });
    const binaries = findBinaries(machine, environment.PATH ?? '');
    if (binaries === undefined)
        return { why: sayNone('this machine has no programs of Postgres') };
    const account = findAccount(machine);
    if (account === 'none')
        return {
            why: sayNone('Postgres refuses to run as root, and this machine has neither the user postgres nor nobody'),
        };
    try {
        const own = await startOwnServer({ ...binaries, account, tcp, signal });
        return await ofOwnServer(own, { tcp, redact });
    }
    catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        return { why: sayNone(`Postgres (${binaries.bin}) did not start: ${redact(reason)}`) };
    }
}
function sayNone(reason) {
    return `${reason}. Add to the job \`${container}\` and give the step \`rehearse: postgres://postgres@localhost:5432/postgres\``;
}


/***/ }),

/***/ 5694:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JH: () => (/* binding */ missingRole),
/* harmony export */   TI: () => (/* binding */ mostRoles),
/* harmony export */   bJ: () => (/* binding */ makingRoles),
/* harmony export */   zW: () => (/* binding */ roleMaker)
/* harmony export */ });
/* harmony import */ var _database_identifiers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6324);

/** More than a project has. */
const mostRoles = 30;
/** On a server of ours, whose roles go with it. */
function roleMaker(administer) {
    return async (name) => {
        await administer.query(`create role ${(0,_database_identifiers_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteIdentifier */ .Cm)(name)} nologin`);
    };
}
/** The role that a failure is about, where it is not there and its name is an ordinary one. */
function missingRole({ server }) {
    return server?.code === '42704'
        ? /^role "([\w$ .@-]{1,63})" does not exist$/.exec(server.message)?.[1]
        : undefined;
}
/** Steps whose way up makes the roles that it misses, and begins again. */
function makingRoles(steps, makeRole) {
    if (makeRole === undefined)
        return steps;
    return {
        ...steps,
        async up(to, take) {
            const tried = new Set();
            for (;;) {
                const applied = await steps.up(to, take);
                const role = applied.fault && missingRole(applied.fault);
                if (role === undefined || tried.has(role) || tried.size === mostRoles)
                    return applied;
                tried.add(role);
                await makeRole(role);
            }
        },
    };
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
