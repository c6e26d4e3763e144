import { analyse } from 'chardet'

/** Encodings that bytes may be in, the likeliest first; confidence from 0 to 100. A file of its own, as few texts need it. */
export const guesses = (bytes: Uint8Array): readonly { readonly name: string; readonly confidence: number }[] => analyse(bytes)
