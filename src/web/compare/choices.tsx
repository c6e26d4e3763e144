import { nameOf } from '../../ledger/documents.ts'
import type { Document } from '../../ledger/nouns.ts'

/** The texts that a select offers, each by its day and title. */
export function Choices({ of, chosen }: { readonly of: readonly Document[]; readonly chosen: Document | undefined }) {
  return (
    <>
      {of.map((document) => (
        <option key={document.id} value={document.id} selected={chosen?.id === document.id}>
          {`${document.date ? `${document.date} ` : ''}${nameOf(document)}`.slice(0, 120)}
        </option>
      ))}
    </>
  )
}
