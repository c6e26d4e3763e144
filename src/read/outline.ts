import type { Lead } from './extract/draft.ts'
import type { Block } from './segment/blocks.ts'

/** Keeps which lead-in each block stands under, by the depth of its list, as the text goes on. */
export class Outline {
  /** The last block ended in a mark by which a list begins or goes on. */
  opens = false
  /** What lines without marks go on under, as long as each is a clause about a party. */
  parallel: Lead | undefined
  /** What a heading that names one side hands to the lines under it. */
  private headed: Lead | undefined
  private flat: Lead | undefined
  private leads: (Lead | undefined)[] = []

  /** The lead-in of the last block, or what it stood under itself. */
  get last(): Lead | undefined {
    return this.leads.at(-1)
  }

  /** A block begins that is no item: unless the one before it announces it, no list goes on. */
  leave(): void {
    if (this.opens) return
    const lead = this.parallel ?? this.headed
    this.leads = lead ? [lead] : []
  }

  /** A heading stands here; `side`: whose the lines under it are. */
  head(side: Lead | undefined): void {
    this.headed = side
    this.leads = side ? [side] : []
  }

  /** What a block stands under. */
  above(block: Block): Lead | undefined {
    const depth = depthOf(block)
    // "1. The Parties shall not:" announces lines without marks too
    if (!depth) return this.opens ? this.last : this.leads[0]
    const above = this.leads.slice(0, depth).findLast((one) => one !== undefined)
    return this.flatLead(this.leads[depth], above) ?? above
  }

  /** What a block hands to those under it. */
  hand(block: Block, lead: Lead | undefined): void {
    const depth = depthOf(block)
    this.leads.length = depth
    this.leads[depth] = lead
  }

  /** Items that stand on the level of the item that announces them ("- They note the following:", "- Purchase of …"). */
  private flatLead(own: Lead | undefined, above: Lead | undefined): Lead | undefined {
    this.flat = own && own !== above && (this.opens || own === this.flat) ? own : undefined
    return this.flat
  }
}

const depthOf = (block: Block): number => (block.role === 'item' ? (block.level ?? 1) : 0)
