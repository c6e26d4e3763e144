/** Patterns that can take more than linear time and are not mended yet: `file: /pattern/flags`. This list must only shrink. */
export const knownPatterns: readonly string[] = []

/** Sources that still build patterns at run time, where they cannot be judged. This list must only shrink. */
export const knownBuilders: readonly string[] = []
