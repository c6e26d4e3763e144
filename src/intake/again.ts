import type { Place, Span } from '../model.ts'
import { IntakeError } from './error.ts'
import { placesOf, sourceOfBytes } from './intake.ts'
import type { Given } from './nouns.ts'

/** The text that the intake of today makes of bytes that were taken in before, or why it makes none. */
export async function textAgain(bytes: Uint8Array, given: Given): Promise<{ readonly text: string } | { readonly fault: string }> {
  try {
    return { text: (await sourceOfBytes(bytes, given)).source.text }
  } catch (error) {
    if (error instanceof IntakeError) return { fault: error.message }
    throw error
  }
}

/**
 * Where stretches of a text stand in the bytes that it was made of, which are taken in again for that. Undefined where the form has no places,
 * and where the intake of today makes another text of the bytes.
 */
export async function placesAgain(
  bytes: Uint8Array,
  given: Given,
  text: string,
  spans: readonly Span[],
): Promise<readonly Place[] | undefined> {
  try {
    const { source, original } = await sourceOfBytes(bytes, given)
    return source.text === text ? await placesOf(original, spans) : undefined
  } catch (error) {
    // what was taken in once and is not today has no places either
    if (error instanceof IntakeError) return undefined
    throw error
  }
}
