import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { claims, cluster, type Edge } from '../../../src/ledger/link/cluster.ts'

const id = (n: number): string => `${n.toString(16).padStart(12, '0')}-0-9`
const edge = (a: string, b: string, weight = 0.9): Edge => ({ a, b, weight })
const [a, b, c, d] = [id(1), id(2), id(3), id(4)]

test('links join, and what nobody links stands alone', () => {
  assert.deepEqual(cluster([c, b, a], [edge(a, b)], []), [[a, b], [c]])
})

test('a chain of look-alikes is not one undertaking, but a person may say so', () => {
  const chain = [edge(a, b), edge(b, c, 0.8), edge(c, d)]
  assert.deepEqual(cluster([a, b, c, d], chain, []), [
    [a, b],
    [c, d],
  ])
  assert.deepEqual(cluster([a, b, c, d], [edge(a, b), edge(b, c, 2), edge(c, d, 2)], []), [[a, b, c, d]])
})

test('two halves of one text need not be alike', () => {
  const halves = ['000000000009-0-9', '000000000009-10-19']
  assert.deepEqual(cluster([a, ...halves], [edge(a, halves[0] as string), edge(a, halves[1] as string, 0.8)], []), [[a, ...halves]])
})

test('a weak link is followed only between the two that are closest of their texts', () => {
  const [first, second] = ['000000000009-0-9', '000000000009-10-19']
  assert.deepEqual(cluster([a, first, second], [edge(a, first, 0.9), edge(a, second, 0.71)], []), [[a, first], [second]])
  assert.deepEqual(cluster([a, first, second], [edge(a, first, 0.71), edge(a, second, 0.7)], []), [[a, first], [second]])
})

test('different blocks transitively, whatever the weights', () => {
  assert.deepEqual(cluster([a, b, c], [edge(a, b, 2), edge(b, c, 2), edge(a, c, 0.9)], [[a, c]]), [[a, b], [c]])
})

test('two entries of one programme stay apart, and the second claims the statement that fulfils both', () => {
  const [one, two, other] = ['coasts/a', 'coasts/b', 'hills/a']
  const edges = [edge(one, a, 0.95), edge(two, a, 0.9), edge(other, b, 0.8)]
  const groups = cluster([a, b, one, two, other], edges, [])
  assert.deepEqual(groups, [[a, one], [b, other], [two]])
  assert.deepEqual(claims(groups, edges), [{ statement: a, entry: two }])
  assert.deepEqual(claims(groups, [edge(one, a, 0.95), edge(two, a, 0.71)]), [])
})

const nodes = [1, 2, 3, 4, 5, 6, 7, 8].map(id)
const pair = fc.tuple(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 7 })).filter(([x, y]) => x !== y)
const ties = fc.array(fc.tuple(pair, fc.constantFrom(0.7, 0.8, 0.9, 2)), { maxLength: 20 })
const blocks = fc.array(pair, { maxLength: 4 })
const named = ([x, y]: readonly [number, number]): [string, string] => [nodes[x] as string, nodes[y] as string]

test('the order of nodes, links and blocks changes nothing, and no group holds two that are different', () => {
  fc.assert(
    fc.property(ties, blocks, fc.infiniteStream(fc.nat()), (links, apart, stream) => {
      const shuffle = <T>(values: readonly T[]): T[] =>
        values
          .map((value) => ({ value, at: stream.next().value as number }))
          .sort((x, y) => x.at - y.at)
          .map(({ value }) => value)
      const edges = links.map(([two, weight]) => edge(...named(two), weight))
      const different = apart.map(named)
      const groups = cluster(nodes, edges, different)
      const turned = shuffle(edges).map((one) => ({ a: one.b, b: one.a, weight: one.weight }))
      assert.deepEqual(cluster(shuffle(nodes), turned, shuffle(different)), groups)
      assert.deepEqual(groups.flat().sort(), nodes)
      for (const [x, y] of different) assert.ok(!groups.some((group) => group.includes(x) && group.includes(y)))
    }),
  )
})

test('a component alone gives the groups that it has among others', () => {
  fc.assert(
    fc.property(ties, (links) => {
      const own = links.map(([two, weight]) => edge(...named(two), weight))
      const far = nodes.map((node) => `f${node.slice(1)}`)
      const others = own.map((one) => edge(`f${one.a.slice(1)}`, `f${one.b.slice(1)}`, one.weight))
      const groups = cluster([...nodes, ...far], [...others, ...own], [])
      assert.deepEqual(
        groups.filter((group) => !group[0]?.startsWith('f')),
        cluster(nodes, own, []),
      )
    }),
  )
})
