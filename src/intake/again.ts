import type { Place, Span } from '../model.ts'
import { IntakeError } from './error.ts'
import { placesOf, sourceOfBytes } from './intake.ts'
import type { Given } from './nouns.ts'

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
