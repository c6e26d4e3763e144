/** The room of copies, as others see it. Arrows: cli, store -> ledger, compare -> copies -> lexicon, model. */
export { areApart } from './apart.ts'
export { type CopyPair, findCopies, type Known } from './find.ts'
export { type Fingerprint, fingerprint, packFingerprint, unpackFingerprint } from './fingerprint.ts'
export { keysOfText } from './keys.ts'
export { type CopyClass, sameText } from './same.ts'
