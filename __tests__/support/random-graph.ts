/** Random revision graphs with a database state and a target, for the comparison with Alembic. */
import fc from 'fast-check'
import type { Script } from '../../src/engines/alembic/shapes.ts'

export interface GraphCase {
  scripts: Pick<Script, 'id' | 'down' | 'dependsOn' | 'labels'>[]
  rows: string[]
  target: string
}

const pick = fc.nat({ max: 1_000_000 })

/** How one revision hangs on those before it; the numbers are taken modulo what there is. */
const link = fc.record({
  parents: fc.oneof(
    { weight: 8, arbitrary: fc.array(pick, { minLength: 1, maxLength: 1 }) },
    { weight: 3, arbitrary: fc.array(pick, { minLength: 2, maxLength: 3 }) },
    { weight: 1, arbitrary: fc.constant<number[]>([]) },
  ),
  /** Near parents make chains, any make bushes. */
  near: fc.boolean(),
  dependsOn: fc.oneof(
    { weight: 40, arbitrary: fc.constant<number[]>([]) },
    { weight: 6, arbitrary: fc.array(pick, { minLength: 1, maxLength: 1 }) },
    { weight: 1, arbitrary: fc.array(pick, { minLength: 2, maxLength: 3 }) },
  ),
  byLabel: fc.boolean(),
  label: fc.integer({ min: 0, max: 5 }),
})

const recipe = fc.record({
  links: fc.array(link, { minLength: 1, maxLength: 30, size: 'max' }),
  style: fc.constantFrom('hex', 'number', 'word', 'mixed'),
  shuffle: fc.infiniteStream(pick),
  applied: fc.array(pick, { maxLength: 4 }),
  wrongRows: fc.integer({ min: 0, max: 19 }),
  target: fc.record({ kind: pick, one: pick, two: pick, steps: fc.integer({ min: 0, max: 4 }) }),
})

type Recipe = typeof recipe extends fc.Arbitrary<infer T> ? T : never

/** A graph without faults, a state that Alembic could have left (one in ten: any rows), and any target. */
export const graphCase: fc.Arbitrary<GraphCase> = recipe.map(build)

function build(given: Recipe): GraphCase {
  const ids = given.links.map((_, index) => makeId(given.style, index))
  const labels = given.links.map((each, index) => (each.label === 0 ? [`branch${index}`] : []))
  const scripts = given.links.map((each, index) => {
    const parent = (number: number) => ids[each.near ? Math.max(0, index - 1 - (number % 2)) : number % index]
    const needed = (number: number) => {
      const at = number % index
      return (each.byLabel ? labels[at]?.[0] : undefined) ?? ids[at]
    }
    const choose = (numbers: number[], how: (number: number) => string | undefined) =>
      index === 0 ? [] : [...new Set(numbers.flatMap(number => how(number) ?? []))]
    return {
      id: ids[index] ?? '',
      down: choose(each.parents, parent),
      dependsOn: choose(each.dependsOn, needed),
      labels: labels[index] ?? [],
    }
  })
  const rows = makeRows(given, scripts, labels)
  return { scripts: shuffle(scripts, given.shuffle), rows, target: makeTarget(given, ids, labels.flat()) }
}

function makeId(style: Recipe['style'], index: number): string {
  if (style === 'number') return String(index + 1).padStart(4, '0')
  if (style === 'word') return ['add_orders', 'Änderung', 'v1.2', 'drop it', 'a'][index % 5] + String(index)
  const hex = ((index + 7) * 2654435761) % 2 ** 32
  return style === 'hex'
    ? hex.toString(16).padStart(8, '0')
    : index % 3 === 0
      ? `r${index}`
      : hex.toString(16)
}

/** The newest of what is applied, as Alembic keeps one row for each. */
function makeRows(given: Recipe, scripts: GraphCase['scripts'], labels: string[][]): string[] {
  const chosen = given.applied.map(number => scripts[number % scripts.length]?.id ?? '')
  if (given.wrongRows === 0) return ['zzz999']
  if (given.wrongRows === 1) return [...new Set(chosen)]
  const owner = new Map(scripts.map((script, index) => [labels[index]?.[0] ?? script.id, script.id]))
  const before = new Map(
    scripts.map(script => [
      script.id,
      [...script.down, ...script.dependsOn].map(name => owner.get(name) ?? name),
    ]),
  )
  const below = new Set<string>()
  const todo = chosen.flatMap(id => before.get(id) ?? [])
  for (let id = todo.pop(); id !== undefined; id = todo.pop()) {
    if (below.has(id)) continue
    below.add(id)
    todo.push(...(before.get(id) ?? []))
  }
  return [...new Set(chosen)].filter(id => !below.has(id))
}

function makeTarget(given: Recipe, ids: string[], labels: string[]): string {
  const { kind, one, two, steps } = given.target
  const id = ids[one % ids.length] ?? ''
  const other = ids[two % ids.length] ?? ''
  const branch = labels.length > 0 && kind % 3 > 0 ? (labels[two % labels.length] ?? '') : other
  const kinds = [
    ...Array<string>(20).fill('heads'),
    ...['head', 'head', 'head', id, id, id],
    ...[id.slice(0, 4), id.slice(0, 2), `${id}x`, branch, 'base', `${branch}@base`],
    ...[`${branch}@head`, `${branch}@heads`, `${branch}@${id}`, `${branch}@${id.slice(0, 5)}`, '@head'],
    ...[`+${steps}`, `+${steps}`, `-${steps}`, `${branch}@+${steps}`, `${branch}@+${steps}`],
    ...[`${id}+${steps}`, `${id}-${steps}`, `${branch}@${id}+${steps}`, `${branch}@${id}-${steps}`],
    ...[
      `head-${steps}`,
      `base+${steps}`,
      `heads-${steps}`,
      'nothing@head',
      'nothing@+1',
      `${id}:${other}`,
      '',
    ],
  ]
  return kinds[kind % kinds.length] ?? 'heads'
}

function shuffle<Item>(items: Item[], numbers: fc.Stream<number>): Item[] {
  const left = [...items]
  return items.flatMap(() => {
    const { value } = numbers.next()
    return left.splice((value ?? 0) % left.length, 1)
  })
}
