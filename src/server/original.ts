import type { Context, Hono } from 'hono'
import { refuse, type Setting } from './answer.tsx'
import type { House } from './house.ts'

/** Ending of a file of a form, where it came without one that fits. */
const endings = { text: '.txt', html: '.html', pdf: '.pdf', docx: '.docx' } as const

/**
 * The bytes of a document as received, to be saved: never a page of this server, whatever they are, and never what a browser guesses of them.
 */
export function originalRoutes(app: Hono, { store }: House, setting: (c: Context) => Promise<Setting>): void {
  app.get('/texts/:id/original', async (c: Context) => {
    const found = await store.document(c.req.param('id') ?? '')
    const [receipt, bytes] = found ? [await store.receipt(found.document.id), await store.bytes(found.document.id)] : []
    if (!found || !receipt || !bytes)
      return refuse(
        c,
        await setting(c),
        404,
        found ? 'The ledger does not have the bytes of this text.' : 'There is no such text in this ledger.',
      )
    c.header('Content-Disposition', `attachment; filename="${found.document.id}${endings[receipt.form]}"`)
    c.header('Content-Type', 'application/octet-stream')
    c.header('Content-Security-Policy', "default-src 'none'; sandbox")
    return c.body(new Uint8Array(bytes))
  })
}
