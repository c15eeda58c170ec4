/** Names of hosts that only a test knows, such as those of providers. */
import dns from 'node:dns'

/** Until `forget`, these names have these addresses for every socket of this process. */
export function knowNames(names: Record<string, string>): { forget(): void } {
  const real = dns.lookup
  const lookup = (name: string, options: dns.LookupAllOptions, done: (...answer: unknown[]) => void) => {
    const address = names[name]
    if (address === undefined) return real(name, options, done)
    const family = address.includes(':') ? 6 : 4
    return options.all === true ? done(null, [{ address, family }]) : done(null, address, family)
  }
  dns.lookup = lookup as unknown as typeof dns.lookup
  return {
    forget: () => {
      dns.lookup = real
    },
  }
}
