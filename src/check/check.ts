import { makeFault } from '../catalogue/catalogue.ts'
import type { NoSides, Sides } from '../changes/sides.ts'
import type { Disk } from '../disk.ts'
import type { Fault, Finding } from '../domain.ts'
import type { Drifted } from '../drifted.ts'
import { versionOf } from '../engines/sql/plan.ts'
import type { Rehearsal } from '../rehearsal.ts'
import { oneLine } from '../text.ts'
import { compareLive, type LiveToCompare } from './compare-live.ts'
import { type Guarding, guardHistory, levelFinding } from './guard/guard.ts'
import type { Rule } from './guard/rules.ts'
import type { Guarded, Side } from './guard/shapes.ts'
import { checkImage, type ImageChecked } from './image/image.ts'
import { type AlembicGuarded, judgeGraph } from './read/alembic.ts'
import { isFault, type ReadSides, readSides, type SidesOptions } from './read/sides.ts'
import type { RehearsalPorts } from './rehearsal/replay.ts'
import { tryOut } from './try-out.ts'

/** What a check of one database’s files needs. */
export interface CheckOptions extends SidesOptions {
  sides: Sides | NoSides
  /** Nobody may go on without a comparison: a pull request, an entry of a merge queue. */
  mustCompare: boolean
  /** `heads` where branches are meant to stay apart. */
  target: string
  /** The input `image`. */
  image: string | undefined
  /** Where new revisions are tried out; undefined: nowhere. */
  rehearsal: RehearsalPorts | undefined
  live: LiveToCompare
  /** The input `stats`. */
  stats: string | undefined
}

/** What the check of one database’s files came to. */
export interface Checked {
  /** Ids that the change adds, in the order of the files. */
  added: string[]
  findings: Finding[]
  /** What a person should know of the comparison itself: a sentence each. */
  notes: string[]
  /** What trying the new revisions out came to; absent where there was nothing to try. */
  rehearsal?: Rehearsal
  /** What the live database came to; absent where there was none to compare with. */
  drifted?: Drifted
  /** What closes the gate, whatever was found. */
  fault?: Fault | undefined
}

/** Holds the revisions of a change against the history that it goes into: reads files only, runs nothing. */
export async function checkHistory(options: CheckOptions): Promise<Checked> {
  const { sides, database, choice, rules } = options
  const compared = 'why' in sides && 'base' in sides ? sides : undefined
  const read = await readSides(options, compared)
  const guarding = guardHistory({
    base: read.base?.revisions,
    tip: read.tip.revisions,
    head: read.head.revisions,
    broken: new Set((read.base?.faults ?? []).flatMap(fault => fault.place?.path ?? [])),
    at: { commit: compared?.base.commit ?? '', target: compared?.target ?? '' },
    dialect: { comment: choice.engine === 'alembic' ? '#' : '--' },
    keyOf: id => (choice.engine === 'sql' ? String(versionOf(id)) : id),
    allow: database.allow,
    rules,
  })
  const structure = structureFindings(options, read, guarding)
  const [tried, image] = await Promise.all([
    tryOut(options, { compared, read, guarding, structure }),
    lookIntoImage(options, compared),
  ])
  const drift = await compareLive(options, { compared, read, guarding })
  const others = [
    ...comparisonFindings(options, read),
    ...read.head.faults.map(fault => found('file-fault', fault)),
    ...unreadFindings(read.head),
    ...structure,
    ...image.findings,
    ...tried.findings,
    ...drift.findings,
  ]
  return {
    added: guarding.added.map(revision => revision.id),
    findings: [...others.flatMap(finding => levelFinding(finding, rules)), ...guarding.findings],
    notes: [...read.notes, ...image.notes, ...tried.notes, ...drift.notes],
    ...(tried.rehearsal === undefined ? {} : { rehearsal: tried.rehearsal }),
    ...(drift.drifted === undefined ? {} : { drifted: drift.drifted }),
    fault: tried.fault,
  }
}

/** The image as the change would build it. */
function lookIntoImage(options: CheckOptions, sides: Sides | undefined): Promise<ImageChecked> {
  const { choice, database, workingDirectory, alembicConfig, image, urlVariables } = options
  const asked = { choice, run: database.run, alembicConfig, workingDirectory, directory: choice.directory }
  const work = (disk: Disk) => checkImage(disk, { ...asked, named: image, several: urlVariables.length > 1 })
  return sides?.head === undefined ? Promise.resolve(work(options.disk)) : sides.head.read(work)
}

/** What was not compared, and why. */
function comparisonFindings({ sides, mustCompare }: CheckOptions, { base }: ReadSides): Finding[] {
  if (!('base' in sides)) {
    const level = mustCompare && sides.level === 'warning' ? 'error' : 'warning'
    return [{ ...found('not-compared', makeFault('not-compared', { reason: sides.why })), level }]
  }
  const broken = base?.faults.filter(isFault) ?? []
  return broken.slice(0, 5).map(fault => {
    const reason = `what is merged had a fault of its own, ${fault.message}`
    return { ...found('not-compared', makeFault('not-compared', { reason })), level: 'warning' }
  })
}

function unreadFindings({ unread }: Side): Finding[] {
  return unread.slice(0, 20).map(({ path, line, reason }) => {
    const place = line === undefined ? { path } : { path, line }
    const facts = { place: oneLine(line === undefined ? path : `${path}:${line}`), reason }
    return { ...found('not-read', makeFault('not-read', facts, { place })), level: 'warning' }
  })
}

/** What no upgrade would accept, once the change is merged. */
function structureFindings(options: CheckOptions, read: ReadSides, guarding: Guarding): Finding[] {
  const added = new Set(guarding.added.map(one => one.path))
  if (options.choice.engine !== 'alembic')
    return (read.head.refusals?.(added) ?? []).map(fault => found('file-fault', fault))
  const blind = [read.head, read.tip].some(({ unread }) => unread.length > 0) || read.head.faults.length > 0
  const scripts: readonly AlembicGuarded[] = guarding.merged as readonly Guarded[]
  const { disk, choice, database, target, alembicConfig, sides } = options
  const files = { disk, directory: choice.directory, run: database.run, alembicConfig }
  const here = new Set(read.head.revisions.map(({ id }) => id))
  const tipName = 'tipName' in sides ? sides.tipName : ''
  return judgeGraph(scripts, added, { target, blind, files, here, tipName })
}

function found(rule: Rule, fault: Fault): Finding {
  return { rule, level: 'error', fault }
}
