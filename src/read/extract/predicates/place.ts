// Where a phrase stands, and what stands right before it.

/** What stands before a phrase, as bits. */
export const Link = { COMMA: 1, COORD: 2, STRONG: 4, ITEM: 8, START: 16, THAT: 32, RELATIVE: 64, SUB: 128, PREP: 256 } as const

/** Where a phrase stands: its first unit, the first of the connectors before it, what kind they are, and its subject. */
export interface Place {
  readonly from: number
  readonly link: number
  /** Bits of `Link`. */
  readonly bits: number
  readonly subject: readonly [number, number] | undefined
}

/** As `Place`, while the subject is sought: it runs from `subject` to `end`. */
export interface SubjectPlace {
  readonly from: number
  readonly subject: number
  readonly link: number
  readonly bits: number
  end: number
}

// objects of one shape each, made in one place: copies by spread would have as many shapes as there are places that copy

/** Every place is made here. */
export const toPlace = (from: number, link: number, bits: number, subject: readonly [number, number] | undefined): Place => ({
  from,
  link,
  bits,
  subject,
})

/** Every place whose subject is sought is made here. */
export const toSubjectPlace = (from: number, subject: number, link: number, bits: number, end: number): SubjectPlace => ({
  from,
  subject,
  link,
  bits,
  end,
})
