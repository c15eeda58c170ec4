/** Hosts that this machine cannot reach: said before anything runs, with the way to them. */
import { expect, test } from '@jest/globals'
import { runIn, useBench } from '../../support/gate.ts'
import { knowNames } from '../../support/names.ts'

const bench = useBench()

async function faultOf(host: string, names: Record<string, string> = {}) {
  bench.write({ '0001_a.sql': 'create table a ();' })
  const known = knowNames(names)
  try {
    const url = `postgres://relay:s3cretpw@${host}:5432/app`
    return (await runIn(bench.project.path, url)).fault
  } finally {
    known.forget()
  }
}

test.each([
  ['relay-db.internal', 'Fly', 'flyctl proxy'],
  ['relay-db.flycast', 'Fly', 'flyctl proxy'],
  ['top1.nearest.of.relay-db.internal', 'Fly', 'flyctl proxy'],
  ['postgres.railway.internal', 'Railway', 'DATABASE_PUBLIC_URL'],
  ['db.prod.svc.cluster.local', 'Kubernetes', 'kubectl port-forward'],
])('%s is a private name', async (host, network, cure) => {
  expect(await faultOf(host)).toMatchObject({
    id: 'connect-private',
    message: `The host ${host} is a private name, known only inside of its ${network} network.`,
    cure: expect.stringContaining(cure),
  })
})

test('a name that nobody knows', async () => {
  expect(await faultOf('no-such-host.invalid')).toMatchObject({ id: 'connect-resolve' })
})

test('a host with an IPv6 address only, on a machine without a way to it', async () => {
  const host = 'db.abcdefgh.supabase.co'
  // An address of documentation: where there is IPv6, its packets are lost on their way.
  const fault = await faultOf(host, { [host]: '2001:db8::1' })
  if (fault?.message.includes('nothing answered in time') === true) return
  expect(fault).toMatchObject({
    id: 'connect-unroutable',
    message: `The host ${host} has an IPv6 address only, and this machine has no way to one.`,
    cure: expect.stringContaining('pooler in session mode'),
  })
})
