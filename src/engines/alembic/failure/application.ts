/** Exceptions of the user's own Python: imports, settings, env.py, questions. */

import type { NextCommand } from '../../../domain.ts'
import { joinAnd, oneLine } from '../../../text.ts'
import { adder } from './starting.ts'
import { faultOf, folderOf, type Reader, reasonOf } from './told.ts'

/** A file that Python cannot read. */
export const explainSyntax: Reader = told => {
  const { failure, found } = told
  if (!/(?:^|\.)(?:SyntaxError|IndentationError|TabError)$/.test(failure.type) || failure.sql !== null)
    return undefined
  const path = found?.place.path ?? oneLine(failure.syntax?.file ?? 'a file')
  const reason = failure.message.replace(/ \([^()]*, line \d+\)$/, '')
  const type = failure.type.split('.').at(-1) ?? ''
  return faultOf(told, 'python-syntax', { path, reason: reasonOf(`${type}: ${reason}`) })
}

/** pydantic's and pydantic-settings' ValidationError. Values are never shown: `input_value` holds them. */
export const explainSettings: Reader = told => {
  const { failure, trail } = told
  const model = /^\d+ validation errors? for (\S+)/.exec(failure.message)?.[1]
  if (!failure.type.endsWith('ValidationError') || model === undefined) return undefined
  const wrong = [...failure.message.matchAll(/^(\S.*)\n {2}(.+?) [[(]type=([\w.]+)/gm)]
  const names = (missing: boolean) => wrong.filter(one => /(?:^|\.)missing$/.test(one[3] ?? '') === missing)
  const missing = names(true).map(one => oneLine((one[1] ?? '').replaceAll(' -> ', '.'), 80))
  const facts = { model: oneLine(model, 80), trail }
  if (missing.length > 0) {
    const variables = joinAnd(missing.map(variableOf))
    const given = { ...facts, names: joinAnd(missing), variables }
    return faultOf(told, 'setting-missing', given, againOnce(variables, missing.length))
  }
  const reasons = names(false).map(one => oneLine(`${one[1]}: ${one[2]}`, 160))
  return faultOf(told, 'setting-invalid', { ...facts, reasons: reasonOf(reasons.join('; ')) })
}

/** By itself the same command would fail again in the same way. */
function againOnce(variables: string, number = 1): NextCommand[] {
  return [{ command: 'upgrade', when: `${variables} ${number === 1 ? 'is' : 'are'} set` }]
}

/** `os.environ["X"]`, and a revision whose parent is not there: both are a KeyError. */
export const explainKey: Reader = told => {
  const { failure, facts, trail } = told
  const key = /^'(.+)'$/s.exec(failure.message)?.[1]
  const last = failure.frames.at(-1)
  if (failure.type !== 'KeyError' || key === undefined || last === undefined) return undefined
  if (last.function === '__getitem__' && /(?:^<frozen os>|\/os\.py)$/.test(last.file))
    return faultOf(told, 'variable-missing', { name: oneLine(key, 80), trail }, againOnce(oneLine(key, 80)))
  if (last.function !== '_revision_map') return undefined
  const folder = oneLine(facts.project.versionLocations.join(', '))
  const script = [...facts.scripts.values()].find(one => one.down.includes(key))
  const found = script && { place: { path: script.path, line: script.downLine }, script }
  return faultOf({ ...told, found }, 'alembic-parent', { id: oneLine(key, 80), folder })
}

/** A module or a name that is not there; drivers and greenlet have been looked at before. */
export const explainImport: Reader = told => {
  const { failure, facts, trail } = told
  const module = /^No module named '(.+?)'/.exec(failure.message)?.[1]
  if (failure.type === 'ModuleNotFoundError' && module !== undefined)
    return faultOf(told, 'module-missing', { module: oneLine(module, 80), trail, add: adder(facts.start) })
  if (failure.type !== 'ImportError') return undefined
  if (failure.message.startsWith("Can't find Python file"))
    return faultOf(told, 'alembic-config', {
      reason: reasonOf(withoutRoot(failure.message, facts.root)),
      folder: folderOf(facts),
    })
  // The path of the library in brackets says nothing to the reader.
  const reason = failure.message.replace(/ \((?:unknown location|\/[^)]*)\)$/, '')
  return faultOf(told, 'import-failed', { reason: reasonOf(withoutRoot(reason, facts.root)), trail })
}

/** Everything else that was raised: in a revision, or before one. */
export const explainRaised: Reader = told => {
  const { failure, end, facts, found, trail } = told
  const { id } = found?.script ?? { id: '' }
  if (failure.type === 'EOFError') return faultOf(told, 'child-input', { id: oneLine(id, 80) })
  if (failure.type === 'MemoryError') return faultOf(told, 'child-memory', { how: 'MemoryError' })
  if (failure.type.startsWith('configparser.')) {
    return faultOf(told, 'alembic-config', { reason: reasonOf(failure.message), folder: folderOf(facts) }, [])
  }
  const type = oneLine(failure.type, 80)
  const reason = reasonOf(withoutRoot(failure.message, facts.root))
  if (id !== '' || (end.hooked && failure.revision !== null && found === undefined))
    return faultOf(told, 'alembic-raised', {
      id: told.id || oneLine(failure.revision ?? '', 80),
      type,
      reason,
    })
  return faultOf(told, 'env-raised', { type, reason, trail, ran: end.ran === true })
}

/** `db.url` is DB__URL where the nesting has its usual delimiter; a name in capitals is an alias, as it stands. */
function variableOf(name: string): string {
  return /^[A-Z0-9_]+$/.test(name) ? name : name.replaceAll('.', '__').toUpperCase()
}

function withoutRoot(text: string, root: string): string {
  return text.replaceAll(`${root.replace(/\/+$/, '')}/`, '')
}
