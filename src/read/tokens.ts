export { emptyTokens, type Tokens, tokenize } from '../lexicon/tokens.ts'
