/** A possible pair of places in two sequences, and what it is worth. */
export interface Candidate {
  readonly a: number
  readonly b: number
  readonly worth: number
}

/**
 * The heaviest chain of candidates that rises in both sequences (weighted longest increasing subsequence, with a Fenwick tree of
 * best sums: Fredman 1975 with weights). O(n log n). Of two as heavy the one that takes earlier places.
 */
export function heaviestChain(candidates: readonly Candidate[], sizeB: number): Candidate[] {
  const order = candidates.map((_, i) => i)
  order.sort((x, y) => {
    const p = candidates[x] as Candidate
    const q = candidates[y] as Candidate
    // falling in b within one place of a, so that no chain takes two of them
    return p.a - q.a || q.b - p.b || p.worth - q.worth
  })
  const tree = new Int32Array(sizeB + 1).fill(-1)
  const sums = new Float64Array(candidates.length)
  const before = new Int32Array(candidates.length).fill(-1)
  const better = (x: number, y: number): number => (y === -1 || (x !== -1 && (sums[x] as number) >= (sums[y] as number)) ? x : y)
  let end = -1
  for (const i of order) {
    const { b, worth } = candidates[i] as Candidate
    let best = -1
    for (let k = b; k > 0; k -= k & -k) best = better(best, tree[k] as number)
    before[i] = best
    sums[i] = worth + (best === -1 ? 0 : (sums[best] as number))
    for (let k = b + 1; k <= sizeB; k += k & -k) tree[k] = better(tree[k] as number, i)
    end = better(end, i)
  }
  const chain: Candidate[] = []
  for (let i = end; i !== -1; i = before[i] as number) chain.push(candidates[i] as Candidate)
  return chain.reverse()
}
