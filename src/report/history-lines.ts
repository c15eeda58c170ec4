import type { HistoryLine, Standing } from '../by-hand.ts'
import { oneLine } from '../text.ts'
import { type Line, line, type Tone } from './line.ts'

/** The sign of each standing; the summary uses them too. */
export const standingSigns: Record<Standing, string> = {
  applied: '✔️',
  pending: '⏳',
  modified: '✏️',
  missing: '👻',
  ahead: '👻',
  dirty: '⚠️',
  unknown: '❔',
}

const tones: Record<Standing, Tone> = {
  applied: 'plain',
  pending: 'dim',
  modified: 'warn',
  missing: 'warn',
  ahead: 'warn',
  dirty: 'warn',
  unknown: 'dim',
}

/** `✔️ 0004 add_note (current)   2026-11-22 20:41:39 UTC by octocat, 1a2b3c4, 12 ms, https://…`. Pure. */
export function historyLines(lines: readonly HistoryLine[]): Line[] {
  if (lines.length === 0) return [line('dim', '   There is no revision.')]
  return lines.map(one => {
    const when = sayWhen(one)
    const said = `${nameLine(one)}${when === '' ? '' : `   ${when}`}`
    return line(tones[one.standing], `   ${standingSigns[one.standing]} ${said}`)
  })
}

/** `0004 add_note (current, head)`; what is not simply applied says how it stands. */
export function nameLine({ id, name, standing, current, head }: HistoryLine): string {
  const words = [
    ...(standing === 'applied' ? [] : [said[standing]]),
    ...(current === true ? ['current'] : []),
    ...(head === true ? ['head'] : []),
  ]
  return oneLine(`${id} ${name}`.trim() + (words.length === 0 ? '' : ` (${words.join(', ')})`), 160)
}

const said: Record<Exclude<Standing, 'applied'>, string> = {
  pending: 'pending',
  modified: 'edited since it ran',
  missing: 'applied, and its file is gone',
  ahead: 'applied, and not in this commit',
  dirty: 'half applied',
  unknown: 'not known whether it ran',
}

/** When, by whom, from which commit, how long, and the run. Empty where nothing of it is known. */
export function sayWhen({ at, by, commit, durationMs, runUrl }: HistoryLine): string {
  const when = at === '' ? '' : at.replace('T', ' ').replace('Z', ' UTC')
  const parts = [
    `${when}${by === '' ? '' : ` by ${by}`}`.trim(),
    commit.slice(0, 7),
    durationMs === undefined || at === '' ? '' : `${durationMs} ms`,
    runUrl,
  ]
  return oneLine(parts.filter(part => part !== '').join(', '))
}
