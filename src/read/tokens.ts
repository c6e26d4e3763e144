import { Flag, type Word } from '../lexicon/word.ts'

export { emptyTokens, type Tokens, tokenize, type WordSource } from '../lexicon/tokens.ts'

/** True for a token that can end a sentence. */
export const isTerminal = (word: Word): boolean => (word.flags & Flag.TERMINAL) !== 0
