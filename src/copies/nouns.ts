/**
 * How two texts are copies: `exact` (the same words), `near-exact` (a corrected reissue, or one with a passage more), `partial` (one is
 * the lead or excerpts of the other), `reworded` (spun or translated back), `translated` (the same facts in another language), `none`.
 */
export type CopyClass = 'exact' | 'near-exact' | 'partial' | 'reworded' | 'translated' | 'none'

/** One part of the judgement on two texts: what was measured, as a share (0 to 1) or a count of days. */
export interface CopyPart {
  readonly name: 'words' | 'order' | 'runs' | 'facts' | 'other-facts' | 'replaced' | 'patchwork' | 'days' | 'same-facts' | 'same-words'
  readonly value: number
}

/** What two texts are to each other. `score` is 0 to 1: how much of both, for `partial` of the smaller one, is the same. */
export interface Sameness {
  readonly class: CopyClass
  readonly score: number
  readonly parts: readonly CopyPart[]
}
