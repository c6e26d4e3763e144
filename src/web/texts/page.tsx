import { nameOf } from '../../ledger/documents.ts'
import type { Document } from '../../ledger/nouns.ts'
import { dayName } from '../parts/names.ts'

export interface TextsPage {
  readonly rows: readonly { readonly document: Document; readonly statements: number; readonly damage: number }[]
  readonly total: number
  readonly next?: string
}

/** Every document of the ledger, newest first. */
export function TextsView({ page }: { readonly page: TextsPage }) {
  return (
    <article class="texts">
      <header class="lede">
        <h1>Texts</h1>
        <p class="by" role="status">
          {page.total.toLocaleString('en')} {page.total === 1 ? 'document' : 'documents'}, newest first
        </p>
      </header>
      {page.rows.length === 0 ? (
        <p>
          No text is in this ledger yet. Add one with <code>stocktake add FILE</code>.
        </p>
      ) : (
        <table class="plain">
          <thead>
            <tr>
              <th scope="col">Date</th>
              <th scope="col">Text</th>
              <th scope="col">Statements</th>
              <th scope="col">Damage</th>
            </tr>
          </thead>
          <tbody>
            {page.rows.map(({ document, statements, damage }) => (
              <tr key={document.id}>
                <td class="by number">{document.date ? dayName(document.date) : ''}</td>
                <td>
                  <a href={`/texts/${document.id}`}>{nameOf(document)}</a>
                  {document.publisher && <p class="by">{document.publisher}</p>}
                </td>
                <td class="by number">{statements}</td>
                <td class="by number">{damage || ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {page.next && (
        <nav class="pages" aria-label="Pages of the list">
          <a rel="next" href={`/texts?after=${encodeURIComponent(page.next)}`}>
            Next page
          </a>
        </nav>
      )}
    </article>
  )
}
