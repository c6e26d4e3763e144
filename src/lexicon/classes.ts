import { More } from './word.ts'

/** Classes of the nameheads table. */
export const headBits: Readonly<Record<string, number>> = {
  body: More.HEAD_BODY,
  mechanism: More.HEAD_MECHANISM,
  role: More.HEAD_ROLE,
}
/** Classes of the nameparts table. */
export const partBits: Readonly<Record<string, number>> = {
  particle: More.PARTICLE,
  modifier: More.MODIFIER,
  portfolio: More.PORTFOLIO,
  month: More.MONTH,
  suffix: More.SUFFIX,
  ranked: More.RANKED,
  firm: More.HEAD_FIRM,
}
/** Classes of the actors table. */
export const actorClasses = ['joint', 'side', 'official', 'body', 'instrument', 'people', 'force', 'crew']
/** What a difference of two copies is: classes of the opposites and mistakes tables. */
export const differenceClasses = ['party', 'negation', 'force', 'act', 'number', 'date', 'object', 'name']
/** Classes of the rungs table, from the lowest: how firmly words before a verb hold the one who speaks. */
export const rungClasses = ['weighed', 'meant', 'bound']
/** Classes of the limits table: how a quantity is limited, what a share is reckoned from, what makes another unit. */
export const limitClasses = ['most', 'least', 'or-less', 'or-more', 'over', 'near', 'from', 'above', 'below', 'part', 'kind'] as const
/** Classes of the spellings table. */
export const spellingClasses = [
  'plural',
  'ending',
  'word',
  'not',
  'letters',
  'denier',
  'adjective',
  'inflection',
  'ordinal',
  'slip',
  'slip-digit',
  'mutual',
]
/** Classes of the times and units tables that can open a time or a quantity; a stretch without a word of theirs and without a figure has none. */
export const triggerClasses: ReadonlySet<string> = new Set([
  'month',
  'month-weak',
  'month-short',
  'weekday',
  'unit',
  'units',
  'season',
  'season-weak',
  'rel',
  'vague',
  'vague-adverb',
  'moment',
  'moment-weak',
  'frequency',
  'times',
  'feast',
  'trigger',
  'number',
  'scale',
  'percent',
  'currency-before',
  'goal',
])
/** Sub-classes of the words and phrases tables (`Word.kind`), besides the classes that set a flag. */
export const wordKinds = [
  'intent',
  'binding',
  'should',
  'would',
  'can',
  'joint',
  'single',
  'it',
  'there',
  'plural',
  'concessive',
  'weak',
  'finite',
  'quantifier',
  'reflexive',
  'performative',
  'exclusive',
  'reciprocal',
  'light',
  'scale',
  'address',
  'suffered',
  'stand-in',
  'effect',
  'greeting',
  'course',
  'mention',
  'reliance',
  'tolerance',
  'owing',
  'deed',
  'staff',
  'plain',
  'definer',
  'copula',
  'nominal',
  'continued',
  'period',
  'aim',
  'reason',
  'circumstance',
]
