import type { Ground, Statement } from '../../model.ts'

/** What a statement is made of: what does not apply is undefined here and absent from the statement. */
export type Parts = { readonly [K in Exclude<keyof Statement, 'place'>]: Statement[K] | undefined }

type Writable<T> = { -readonly [K in keyof T]: T[K] }

type Maker = new (parts: Parts) => Statement

// A literal has room for its own fields, and what is added later lies in a second object with room to spare. Of a constructor the
// engine learns by the first few objects how much room all need: one constructor for each number of fields leaves none over.
// The objects are plain ones for everybody else.

function makerOf(): Maker {
  function Shell(this: Writable<Parts>, parts: Parts): void {
    // in the order of the reading format
    this.id = parts.id
    this.span = parts.span
    this.quote = parts.quote
    this.kind = parts.kind
    this.force = parts.force
    this.parties = parts.parties
    if (parts.proposers) this.proposers = parts.proposers
    this.addressees = parts.addressees
    if (parts.attribution) this.attribution = parts.attribution
    this.act = parts.act
    this.aspect = parts.aspect
    if (parts.negated) this.negated = true
    if (parts.hedges) this.hedges = parts.hedges
    if (parts.condition) this.condition = parts.condition
    this.mechanisms = parts.mechanisms
    this.places = parts.places
    if (parts.target) this.target = parts.target
    if (parts.deadline) this.deadline = parts.deadline
    this.topics = parts.topics
    this.precision = parts.precision
    if (parts.doubt) this.doubt = parts.doubt
    this.grounds = parts.grounds
    if (parts.point) this.point = parts.point
  }
  Shell.prototype = Object.prototype
  return Shell as unknown as Maker
}

/** By how many of the fields that may be absent are filled. */
const makers: readonly Maker[] = Array.from({ length: 10 }, makerOf)

/** A statement of its parts; those that every statement has must be given. */
export function shellOf(parts: Parts): Statement {
  const { proposers, attribution, negated, hedges, condition, target, deadline, doubt, point } = parts
  const filled =
    Number(proposers !== undefined) +
    Number(Boolean(attribution)) +
    Number(negated === true) +
    Number(hedges !== undefined) +
    Number(Boolean(condition)) +
    Number(target !== undefined) +
    Number(deadline !== undefined) +
    Number(Boolean(doubt)) +
    Number(point !== undefined)
  return new (makers[filled] as Maker)(parts)
}

function Grounds(this: Record<string, Ground>, kind: Ground, force: Ground): void {
  this['kind'] = kind
  this['force'] = force
}
Grounds.prototype = Object.prototype
const MadeGrounds = Grounds as unknown as new (kind: Ground, force: Ground) => Record<string, Ground>

/** The grounds that every statement has, with room for those of some. */
export const groundsOf = (kind: Ground, force: Ground): Record<string, Ground> => new MadeGrounds(kind, force)
