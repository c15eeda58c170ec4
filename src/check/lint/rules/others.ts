import { code, constraintAt } from '../clause.ts'
import { type Hit, type Judge, nextRevision } from '../judge.ts'
import { keyOf, pick, sayName, sayRange, texts } from '../nodes.ts'
import { isFresh } from '../schema.ts'
import { forCommands } from './commands.ts'

/** Constraints of domains, which every table with such a column keeps. */
export const judgeDomain: Judge = ({ node, text, schema }) => {
  const alter = pick(node, 'AlterDomainStmt')
  const constraint = pick(alter?.def, 'Constraint')
  const isScan = alter?.subtype === 'O' || (alter?.subtype === 'C' && !constraint?.skip_validation)
  if (alter === undefined || !isScan || schema.fresh.has(`DOMAIN ${keyOf(texts(alter.typeName))}`)) return []
  const on = sayName(...texts(alter.typeName))
  const isCheck = constraint?.contype === 'CONSTR_CHECK'
  const usual = `${texts(alter.typeName).at(-1)}_${isCheck ? 'check' : 'not_null'}`
  const name = sayName(constraint?.conname ?? usual)
  const check = isCheck ? constraintAt(text, constraint) : 'check (value is not null)'
  const safe = `Write ${code(`alter domain ${on} add constraint ${name} ${check} not valid`)}, and ${code(`alter domain ${on} validate constraint ${name}`)} ${nextRevision}. Before Postgres 18 validating keeps writes out of those tables, too: do that while they are used least.`
  return [{ rule: 'domain-check-scans', on, safe }]
}

/** Triggers, rules and policies of tables that the live version uses. */
export const judgeTriggers: Judge = seen => [...judgeCreated(seen), ...judgeSwitched(seen)]

const judgeCreated: Judge = ({ node, schema }) => {
  const trigger = pick(node, 'CreateTrigStmt')
  const rule = pick(node, 'RuleStmt')
  const policy = pick(node, 'CreatePolicyStmt')
  const table = trigger?.relation ?? rule?.relation ?? policy?.table
  if (table === undefined || isFresh(schema, table)) return []
  const on = sayRange(table)
  if (policy !== undefined) {
    const does = `The policy ${sayName(policy.policy_name)}`
    return [{ rule: 'row-security', on, does, safe: sayAllow('row-security', on), at: table.location }]
  }
  // A new body of one that is there changes as much as a new one.
  const does =
    trigger === undefined ? `The rule ${sayName(rule?.rulename)}` : `The trigger ${sayName(trigger.trigname)}`
  return [
    {
      rule: 'trigger-on-live-table',
      on,
      does,
      safe: sayAllow('trigger-on-live-table', on),
      at: table.location,
    },
  ]
}

const judgeSwitched = forCommands(({ cmd, on }): Hit[] => {
  const { subtype = '' } = cmd
  if (/^AT_(?:Enable|Disable|Force|NoForce)RowSecurity$/.test(subtype))
    return [
      { rule: 'row-security', on, does: 'Switching row level security', safe: sayAllow('row-security', on) },
    ]
  const switched = /^AT_(Enable|Disable)\w*(?:Trig|Rule)\w*$/.exec(subtype)?.[1]
  if (switched === undefined) return []
  const what = cmd.name === undefined ? 'its triggers' : sayName(cmd.name)
  const does = `${switched === 'Enable' ? 'Enabling' : 'Disabling'} ${what}`
  return [{ rule: 'trigger-on-live-table', on, does, safe: sayAllow('trigger-on-live-table', on) }]
})

function sayAllow(rule: string, on: string): string {
  return `See that the version that is live does right with ${on} as it will be; if so: \`-- gate: allow ${rule} because <reason>\`.`
}
