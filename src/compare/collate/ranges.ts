/** The two witnesses of a pair. */
export type Side = 'a' | 'b'

/** The other witness. */
export const otherSide = (side: Side): Side => (side === 'a' ? 'b' : 'a')

/** A half-open range, of units or of sentences. */
export type Range = readonly [number, number]

/** True where two ranges have something in common; an empty one has nothing. */
export const meets = (one: Range, other: Range): boolean => one[0] < other[1] && one[1] > other[0]

/** True where a range lies in another. */
export const isIn = (one: Range, other: Range): boolean => one[0] >= other[0] && one[1] <= other[1]
