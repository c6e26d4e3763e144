/**
 * The longest common subsequence of two lists: places in the first and in the second, both rising. Of several as long, the one that takes each item of the second
 * list as early as it can. Takes time and memory of the product of the lengths, each of which must be below 65,536.
 */
export function commonPlaces<T>(a: readonly T[], b: readonly T[]): (readonly [number, number])[] {
  const row = b.length + 1
  const table = new Uint16Array((a.length + 1) * row)
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--) {
      const at = i * row + j
      table[at] = a[i] === b[j] ? (table[at + row + 1] as number) + 1 : Math.max(table[at + row] as number, table[at + 1] as number)
    }
  const places: (readonly [number, number])[] = []
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) places.push([i++, j++])
    else if ((table[(i + 1) * row + j] as number) >= (table[i * row + j + 1] as number)) i++
    else j++
  }
  return places
}
