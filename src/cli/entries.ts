import { vocabularyOf } from '../index.ts'
import { IntakeError } from '../intake/error.ts'
import { formOf } from '../intake/form.ts'
import type { Intake } from '../intake/nouns.ts'
import type { Source } from '../model.ts'
import type { Receipt } from '../store/types.ts'
import { given } from './given.ts'
import { type Got, gotFrom, intakeOfBytes, named, naming } from './intake.ts'

/** What a call says of the documents that it names. */
export interface EntryCall {
  readonly language?: string | undefined
  /** Pages that entries of feeds link to are not fetched. */
  readonly feedOnly?: boolean
}

/** A document by its name for messages, or what is wrong with it. */
export type Taken = { readonly name: string } & ({ readonly intake: Intake } | { readonly fault: string })

/**
 * What a name leads to: one document, or the entries of a feed, one after the other. Throws `CliError` where it leads to none; what is wrong
 * with an entry is in its place.
 */
export async function documentsAt(
  path: string,
  call: EntryCall,
): Promise<{ readonly many: boolean; readonly documents: AsyncIterable<Taken> | readonly Taken[] }> {
  return naming(path, async () => {
    const got = await gotFrom(path, call.language)
    if (formOf(got.bytes, got.given) === 'feed') return { many: true, documents: entriesAt(path, await feedIn(got), call) }
    const name = path === '-' ? 'standard input' : path
    return { many: false, documents: [{ name, intake: named(path, await intakeOfBytes(got)) }] }
  })
}

async function feedIn({ bytes, given: about }: Got) {
  const { feedOf } = await import('../intake/feed/feed.ts')
  const feed = await feedOf(bytes, about)
  if (!feed.entries.length) throw new IntakeError('is a feed without entries; there is nothing to read')
  return feed
}

async function* entriesAt(
  path: string,
  feed: Awaited<ReturnType<typeof feedIn>>,
  { language, feedOnly }: EntryCall,
): AsyncGenerator<Taken> {
  const [{ intakeOfEntry }, { politeOf }] = await Promise.all([import('../intake/feed/take.ts'), import('./polite.ts')])
  const polite = feedOnly ? undefined : politeOf()
  const fetchPage = polite && ((address: string) => polite.get(address))
  for (const [i, entry] of feed.entries.entries()) {
    const name = `${path === '-' ? 'standard input' : path}, entry ${i + 1}${entry.link ? ` (${entry.link})` : ''}`
    try {
      const intake = await intakeOfEntry(entry, { fetchPage, language })
      yield { name, intake: { ...intake, source: { ...given({ id: entry.key }), ...intake.source } } }
    } catch (error) {
      if (!(error instanceof IntakeError)) throw error
      yield { name, fault: error.message }
    }
  }
}

/** What a ledger takes of an intake is made of this much of it. */
export type Derived = Pick<Intake, 'source' | 'remarks' | 'grounds' | 'bytes' | 'given'> & {
  readonly original: { readonly form: Receipt['form']; readonly encoding?: string }
}

/** What a ledger takes of an intake: the source, without where it lies, which is no part of what was published; what to say; what was received. */
export function documentOfIntake(
  intake: Derived,
  language: string | undefined,
): { readonly source: Source; readonly remarks?: readonly string[]; readonly receipt: Receipt & { readonly bytes: Uint8Array } } {
  const { id: _, ...source } = intake.source
  const spoken = source.language ?? language
  const unread = spoken !== undefined && !vocabularyOf(spoken)
  const remarks = unread ? [...intake.remarks, `no lexicon for ${spoken}: kept and found by search, but not read`] : intake.remarks
  return { source, ...(remarks.length ? { remarks } : {}), receipt: receiptOf(intake) }
}

/** What a ledger keeps of how a document was received: of the name of a file only its ending. */
function receiptOf({ bytes, given: { name, type, url }, original, grounds }: Derived): Receipt & { readonly bytes: Uint8Array } {
  return {
    bytes,
    form: original.form,
    grounds: { ...grounds },
    ...given({
      encoding: original.encoding,
      ending: /\.[A-Za-z0-9]{1,8}$/.exec(name ?? '')?.[0],
      type,
      url,
    }),
  }
}
