import { describeTarget, type Target } from '../url.ts'

/** A URL that leads to a transaction pooler, and the way past it. */
export interface Detour {
  /** The same server by a way on which a session is ours. */
  target: Target
  /** What was done, and why, in one sentence. */
  remark: string
}

/**
 * The way past a transaction pooler that is known by its address, where the same credentials serve on it: Neon's host
 * without `-pooler` (its direct one), Supabase's port 5432 (its pooler in session mode, or the server itself).
 * Undefined for every other address. Pure.
 */
export function findDetour(target: Target): Detour | undefined {
  const neon = /^(ep-[a-z0-9-]+)-pooler(\..*neon\.(?:tech|build))$/i.exec(target.host)
  if (neon !== null) {
    const host = `${neon[1]}${neon[2]}`
    return detour(target, { ...target, host }, 'Neon’s transaction pooler', 'the direct host')
  }
  if (target.port === 6543 && /\.(?:pooler\.supabase\.com|supabase\.(?:co|com))$/i.test(target.host))
    return detour(target, { ...target, port: 5432 }, 'Supabase’s transaction pooler', 'port 5432')
  return undefined
}

function detour(from: Target, target: Target, what: string, how: string): Detour {
  return {
    target,
    remark: `${describeTarget(from)} is ${what}, through which no lock holds: the gate took ${how}, ${describeTarget(target)}.`,
  }
}
