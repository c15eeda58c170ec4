export const id = 654;
export const ids = [654];
export const modules = {

/***/ 5654:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  upsertComment: () => (/* binding */ upsertComment)
});

// EXTERNAL MODULE: ./build/node_modules/@actions/core/lib/core.js + 3 modules
var core = __webpack_require__(6805);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/text.js
var build_text = __webpack_require__(977);
;// CONCATENATED MODULE: ./build/report/cure-parts.js
/** A cure in pieces: its sentences, and between them what is to be written, to be copied. Pure. */
/** A statement or a call, and not a name, an option or a line of ours. */
const statement = /^(?:(?:alter|create|drop|update|delete|insert|reindex|refresh|truncate|set|vacuum|comment|grant)\s+\S+|select\s+\S+)/i;
const python = /^(?:with\s+op\.|op\.)\w+/;
/** What is shorter reads well within a sentence. */
const shortest = 20;
/** Breaks a cure before and behind each of its statements. */
function cureParts(cure) {
    const pieces = cure.split('`');
    if (pieces.length % 2 === 0)
        return [{ text: cure }];
    const parts = [];
    let sentence = '';
    for (const [index, piece] of pieces.entries()) {
        const language = index % 2 === 0 || piece.length < shortest ? undefined : languageOf(piece);
        if (language === undefined) {
            sentence += index % 2 === 0 ? piece : `\`${piece}\``;
            continue;
        }
        parts.push(...said(sentence), { code: language === 'sql' ? `${piece};` : layOut(piece), language });
        sentence = '';
    }
    return [...parts, ...said(sentence)];
}
function languageOf(piece) {
    if (python.test(piece))
        return 'python';
    return statement.test(piece) ? 'sql' : undefined;
}
/** What joined a statement to its sentence says nothing where it stands by itself. */
function said(sentence) {
    const trimmed = sentence.replace(/^[\s.,;:)]+|[\s(]+$/g, '');
    return trimmed === '' ? [] : [{ text: trimmed }];
}
/** `with block: call` as people write it. */
function layOut(line) {
    return line.replace(/^(with op\.get_context\(\)\.autocommit_block\(\):) /, '$1\n    ');
}

// EXTERNAL MODULE: ./build/report/fault-lines.js
var fault_lines = __webpack_require__(4909);
// EXTERNAL MODULE: ./build/report/finding-lines.js
var finding_lines = __webpack_require__(4748);
// EXTERNAL MODULE: ./build/report/lines.js + 2 modules
var lines = __webpack_require__(6547);
// EXTERNAL MODULE: ./build/report/markdown-text.js
var markdown_text = __webpack_require__(6084);
// EXTERNAL MODULE: ./build/report/rehearsal-lines.js
var rehearsal_lines = __webpack_require__(6478);
// EXTERNAL MODULE: ./build/report/revision-table.js
var revision_table = __webpack_require__(7951);
;// CONCATENATED MODULE: ./build/report/comment-markdown.js










/** Bytes. GitHub takes 65,536 characters. */
const most = 60_000;
/** What is open at once; the rest is folded. */
const mostOpen = 5;
/** A part of a finding that is longer, its source lines say, is left to the summary. */
const longestBlock = 4_000;
/** What the comment of a check begins with, and no other. */
function commentMarker(key) {
    return `<!-- migration-gate check ${key} -->`;
}
/** The run that wrote a comment, for who comes later. */
function readRun(body) {
    return /^<!-- run (\d+\.\d+) -->$/m.exec(body.slice(0, 200))?.[1];
}
/** Whether there is anything that a reviewer has to see: a clean check needs no comment. */
function isWorthComment(report) {
    return report.gate === 'closed' || report.databases.some(({ findings = [] }) => findings.length > 0);
}
/** The comment of a pull request: what the check came to, at a glance; what it found, with the way out. Pure. */
function renderComment(report, place, sayNext) {
    const head = [
        `${commentMarker(place.key)}\n<!-- run ${place.run} -->`,
        `### ${(0,markdown_text/* text */.Qq)((0,lines/* verdictLine */.MT)(report).text)}`,
    ];
    const parts = [
        ...report.faults.map(fault => faultPart(fault, '❌', place, sayNext)),
        ...report.databases.flatMap(one => databaseParts(one, report, place, sayNext)),
        ...remarkParts(report),
    ];
    const foot = `<sub>${sayRun(place)}</sub>\n`;
    return join(head, parts, foot);
}
/** As much as fits: whole parts, so that no fence and no fold stays open. */
function join(head, parts, foot) {
    const kept = [];
    let bytes = Buffer.byteLength([...head, foot].join('\n\n')) + 200;
    for (const part of parts) {
        bytes += Buffer.byteLength(part) + 2;
        if (bytes > most)
            break;
        kept.push(part);
    }
    const left = parts.length - kept.length;
    const cut = left === 0 ? [] : [`**${left} more did not fit: the job summary has all of it.**`];
    return [...head, ...kept, ...cut, foot].join('\n\n');
}
function sayRun({ commit, runUrl, page }) {
    const short = `\`${commit.slice(0, 7)}\``;
    const at = page === '' || commit === '' ? short : `[${short}](${page}/commit/${commit})`;
    const run = runUrl === '' ? 'the run' : `[the run](${runUrl})`;
    return `Commit ${at} · ${run} has the details · every run of this check edits this comment.`;
}
function databaseParts(database, report, place, sayNext) {
    const { fault, findings = [] } = database;
    const heading = report.databases.length > 1 ? [`#### ${(0,markdown_text/* text */.Qq)(database.name)}`] : [];
    const blamed = findings.find(finding => finding.fault === fault);
    const open = findings.filter(({ allowed }) => allowed === undefined);
    const errors = first(open.filter(({ level }) => level === 'error'), blamed);
    const warnings = open.filter(({ level }) => level === 'warning');
    const part = (finding) => findingPart(finding, place, sayNext);
    const shown = errors.slice(0, mostOpen);
    return [
        ...heading,
        ...tableParts(database, report, place),
        ...(fault === undefined || blamed !== undefined ? [] : [faultPart(fault, '❌', place, sayNext)]),
        ...shown.map(part),
        ...[...errors.slice(mostOpen), ...warnings].map(finding => folded(`${(0,revision_table/* signOf */.r)(finding)} ${sayShort(finding)}`, part(finding))),
        ...findings.filter(({ allowed }) => allowed !== undefined).map(allowedPart),
    ];
}
/** What closed the gate comes first. */
function first(errors, blamed) {
    return blamed === undefined ? [...errors] : [blamed, ...errors.filter(one => one !== blamed)];
}
/** The new revisions, each linked to its file, and how they were tried. */
function tableParts(database, report, place) {
    const paths = pathsOf(database, report);
    const table = (0,revision_table/* revisionTable */.a)(database, id => {
        const path = paths.get(id);
        return path === undefined ? (0,markdown_text/* text */.Qq)((0,build_text/* oneLine */.TN)(id, 80)) : linked(path, external_node_path_.posix.basename(path), place);
    });
    const { rehearsal } = database;
    return [table, rehearsal === undefined ? '' : `🧪 ${(0,markdown_text/* text */.Qq)((0,rehearsal_lines/* sayRehearsal */.v)(rehearsal))}`].filter(one => one !== '');
}
function pathsOf({ findings = [], name }, report) {
    const listed = (report.migrations ?? [])
        .filter(({ database }) => report.databases.length === 1 || database === name)
        .map(({ revision, path }) => [revision, path]);
    const blamed = findings.flatMap(({ revision, fault }) => revision === undefined || fault.place === undefined ? [] : [[revision, fault.place.path]]);
    return new Map([...blamed, ...listed]);
}
/** `drop-index-waits in migrations/0003_x.sql:4`, as HTML. */
function sayShort({ rule, fault }) {
    const at = (0,fault_lines/* sayPlace */.DQ)({ ...fault, ...(fault.place && { place: withoutColumn(fault.place) }) });
    return `<code>${(0,markdown_text/* htmlText */.js)(rule)}</code>${at === '' ? '' : ` in ${(0,markdown_text/* htmlText */.js)(at)}`}`;
}
function withoutColumn({ path, line }) {
    return line === undefined ? { path } : { path, line };
}
function findingPart(finding, place, sayNext) {
    return faultPart(finding.fault, (0,revision_table/* signOf */.r)(finding), place, sayNext, finding.rule);
}
function allowedPart(finding) {
    return `☑️ ${(0,markdown_text/* text */.Qq)(finding.fault.message)}<br>${(0,markdown_text/* text */.Qq)((0,finding_lines/* sayTrail */.kV)(finding))}`;
}
function folded(summary, body) {
    return `<details><summary>${summary}</summary>\n\n${body}\n\n</details>`;
}
function faultPart(fault, sign, place, sayNext, rule = fault.id) {
    const { excerpt, diff, foreign = [], next = [] } = fault;
    const at = fault.place === undefined ? '' : `${linked(fault.place.path, undefined, place, fault.place.line)} · `;
    return [
        `${sign} **${(0,markdown_text/* text */.Qq)(fault.message)}**<br>${at}\`${rule}\``,
        excerpt === undefined ? '' : block((0,fault_lines/* excerptLines */.$F)(excerpt).join('\n')),
        diff === undefined ? '' : block((0,fault_lines/* diffLines */.Pp)(diff).join('\n'), 'diff'),
        ...cureParts(fault.cure).map((part, index) => 'code' in part
            ? (0,markdown_text/* fence */.EU)(part.code, part.language)
            : `${index === 0 ? '**Cure:** ' : ''}${(0,markdown_text/* text */.Qq)(part.text)}`),
        ...foreign.map(({ line, when }) => nextPart(line, when)),
        ...next.map(one => nextPart(sayNext(one), one.when)),
    ]
        .filter(part => part !== '')
        .join('\n\n');
}
function block(given, language) {
    return given.length > longestBlock ? '' : (0,markdown_text/* fence */.EU)(given, language);
}
function nextPart(line, when) {
    return `**Next:** ${(0,markdown_text/* text */.Qq)(line)}${when === undefined ? '' : ` (if ${(0,markdown_text/* text */.Qq)(when)})`}`;
}
/** A file at the commit of the head, with its line; a text where there is no page to link to. */
function linked(path, shown, { page, commit }, line) {
    const at = line === undefined ? '' : `:${line}`;
    const words = (0,markdown_text/* text */.Qq)((0,build_text/* oneLine */.TN)(shown ?? `${path}${at}`, 200));
    if (page === '' || commit === '')
        return words;
    const anchor = line === undefined ? '' : `#L${line}`;
    return `[${words}](${page}/blob/${commit}/${path.split('/').map(encodeSegment).join('/')}${anchor})`;
}
/** Also what a link of Markdown would end with. Lone halves of a pair, which have no encoding, are shown as what they are not. */
function encodeSegment(segment) {
    const whole = segment.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
    return encodeURIComponent(whole).replace(/[!'()*~]/g, sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
/** What a person should know of the check itself: what was not looked at, say. */
function remarkParts({ notes }) {
    const shown = notes.filter(({ kind }) => kind === 'warning').slice(0, 20);
    if (shown.length === 0)
        return [];
    const list = shown.map(note => `- ${(0,markdown_text/* text */.Qq)(note.text)}`).join('\n');
    return [folded(`⚠️ ${(0,build_text/* count */.U9)(shown.length, 'remark')} on the check itself`, list)];
}
/** One comment for each check of a pull request: the same words give the same key. */
function commentKey(words) {
    return (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(words)).digest('hex').slice(0, 16);
}

// EXTERNAL MODULE: ./build/sleep.js
var sleep = __webpack_require__(8503);
// EXTERNAL MODULE: ./build/action/api-error.js
var api_error = __webpack_require__(6556);
;// CONCATENATED MODULE: ./build/action/comment.js





/** Inputs by which two checks of one job differ. */
const choosing = ['working-directory', 'engine', 'directory', 'run', 'config', 'database'];
/** For everything: a comment is no reason to keep a pull request waiting. */
const longestMs = 30_000;
const mostTries = 3;
/** A longer time until GitHub wants to be asked again is not waited for. */
const longestPauseMs = 10_000;
/** Who may write here, and could change our comment anyway. */
const trusted = ['OWNER', 'MEMBER', 'COLLABORATOR'];
/**
 * Writes what the check came to into one comment of the pull request: the one that is there, else a new one, where
 * there is something to say. Gives back a note where that could not be done, with the cure. Never throws.
 */
async function upsertComment(options) {
    const { when, event, token, report } = options;
    const asked = when === 'on';
    if (event.pullRequest === undefined)
        return asked
            ? 'There is no pull request to comment on: the job summary has what the check found.'
            : undefined;
    const wanted = asked || isWorthComment(report);
    if (event.fork && !asked)
        return wanted
            ? 'No comment: the token of a pull request from a fork may not write one. The job summary has what the check found.'
            : undefined;
    if (token === '')
        return wanted ? 'No comment: the input `token` is empty.' : undefined;
    try {
        await tryAgain(options, () => upsert(options, wanted));
        return undefined;
    }
    catch (error) {
        return wanted ? sayRefusal(error) : undefined;
    }
}
/** What tells this check from the others of the pull request: its workflow, its job, and the inputs of its step. */
function wordsOf(env) {
    const workflow = (env.GITHUB_WORKFLOW_REF ?? '').replace(/@.*$/, '');
    return [workflow, env.GITHUB_JOB ?? '', ...choosing.map(name => core/* getInput */.V4(name))];
}
async function upsert(options, wanted) {
    const { event, env, report, sayNext, redact } = options;
    const client = await openClient(options);
    const key = commentKey(wordsOf(env));
    const marker = commentMarker(key);
    const known = await findOurs(client, marker);
    const here = `${env.GITHUB_RUN_ID || '0'}.${env.GITHUB_RUN_ATTEMPT || '1'}`;
    if (known === undefined ? !wanted : isLater(readRun(known.body ?? ''), here))
        return;
    const commit = event.pullRequest?.headSha ?? '';
    const place = { key, run: here, runUrl: event.runUrl, page: pageOf(event), commit };
    const body = redact(renderComment(report, place, sayNext));
    if (known !== undefined)
        return edit(client, known, body);
    const { data } = await client.rest.issues.createComment({ ...client.issue, body });
    // Two runs at once found none, and each made one: the later of both goes.
    const first = await findOurs(client, marker);
    if (first === undefined || first.id === data.id)
        return;
    await client.rest.issues.deleteComment({ ...client.at, comment_id: data.id });
    if (!isLater(readRun(first.body ?? ''), here))
        await edit(client, first, body);
}
async function openClient({ token, event }) {
    // A chunk of its own: octokit is large, and only needed here.
    const { getOctokit } = await __webpack_require__.e(/* import() */ 413).then(__webpack_require__.bind(__webpack_require__, 2413));
    const silent = () => { };
    const log = { debug: silent, info: silent, warn: silent, error: silent };
    const { paginate, rest } = getOctokit(token, { log });
    const [owner = '', repo = ''] = event.repository.split('/');
    // Per question: given to getOctokit it would replace the fetch that knows the proxy.
    const at = { owner, repo, request: { signal: AbortSignal.timeout(longestMs) } };
    return { paginate, rest, at, issue: { ...at, issue_number: event.pullRequest?.number ?? 0 } };
}
/** The oldest comment of this check; GitHub lists them from the first to the last. */
async function findOurs({ paginate, rest, issue }, marker) {
    for await (const { data } of paginate.iterator(rest.issues.listComments, { ...issue, per_page: 100 })) {
        // A proxy's page, say: taken for a list it would be a second comment.
        if (!Array.isArray(data))
            throw new Error('the answer is no list');
        const found = data.find(row => isOurs(row, marker));
        if (found !== undefined)
            return found;
    }
    return undefined;
}
async function edit({ rest, at }, known, body) {
    if (known.body !== body)
        await rest.issues.updateComment({ ...at, comment_id: known.id, body });
}
/**
 * A stranger can write our mark, too, and would then have what we say below their name, to be changed at will: only
 * a program's comment counts, or that of somebody who may write here.
 */
function isOurs({ body = '', user, author_association = '' }, marker) {
    return body.startsWith(marker) && (user?.type === 'Bot' || trusted.includes(author_association));
}
/** Whether a run that began later wrote already: this one is about a commit that is no longer the newest. */
function isLater(wrote, here) {
    const [id = 0, attempt = 0] = (wrote ?? '').split('.').map(Number);
    const [ownId = 0, ownAttempt = 0] = here.split('.').map(Number);
    return id > ownId || (id === ownId && attempt > ownAttempt);
}
/** The page of the repository, as the runner has it. */
function pageOf({ runUrl }) {
    const [page = '', run] = runUrl.split('/actions/runs/');
    return run === undefined || !/^https?:\/\/[\w.:/-]+$/.test(page) ? '' : page;
}
/** A refusal for now, or no answer, is asked again from the start: what was written without an answer is found then. */
async function tryAgain({ signal }, work) {
    const deadline = Date.now() + longestMs;
    for (let tried = 1;; tried++) {
        try {
            return await work();
        }
        catch (error) {
            const pause = pauseOf(error, tried);
            if (pause === undefined || tried === mostTries || Date.now() + pause > deadline)
                throw error;
            await (0,sleep/* sleep */.yy)(pause, signal);
            if (signal.aborted)
                throw error;
        }
    }
}
/** How long GitHub wants to be left alone; undefined where asking again would change nothing. */
function pauseOf(error, tried) {
    const status = (0,api_error/* statusOf */.c)(error);
    const headers = headersOf(error);
    const limited = status === 429 || (status === 403 && isLimit(error));
    if (!limited && status !== undefined && status < 500)
        return undefined;
    const asked = Number(headers['retry-after']) * 1000;
    const reset = headers['x-ratelimit-remaining'] === '0' ? Number(headers['x-ratelimit-reset']) * 1000 - Date.now() : 0;
    const pause = asked > 0 ? asked : reset > 0 ? reset : 500 * 2 ** (tried - 1);
    return pause > longestPauseMs ? undefined : pause;
}
function headersOf(error) {
    const { response } = (error ?? {});
    return response?.headers ?? {};
}
function isLimit(error) {
    const headers = headersOf(error);
    const said = error instanceof Error ? error.message : '';
    return headers['x-ratelimit-remaining'] === '0' || 'retry-after' in headers || /rate limit/i.test(said);
}
function sayRefusal(error) {
    const status = (0,api_error/* statusOf */.c)(error);
    const said = (0,build_text/* oneLine */.TN)(error instanceof Error ? error.message : 'no reason given', 150);
    const why = sayWhy(error, status, said);
    return `No comment: GitHub did not take it (${why}). The job summary has what the check found.`;
}
function sayWhy(error, status, said) {
    if (status === undefined)
        return said;
    if (status === 429 || (status === 403 && isLimit(error)))
        return `${status}: its limit of questions is reached`;
    if (status === 403 && /locked/i.test(said))
        return `${status}: the conversation is locked`;
    if (status === 401)
        return `${status}: the input \`token\` is not valid`;
    if (status === 403 || status === 404)
        return `${status}: give the job \`permissions: pull-requests: write\`, or switch comments off with \`comment: off\``;
    return `${status}: ${said}`;
}


/***/ })

};
