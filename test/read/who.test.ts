import assert from 'node:assert/strict'
import { test } from 'node:test'
import { read } from '../../src/index.ts'

/** Who is bound where a text leaves it to its title, to another clause or to a longer name: what is shown, what is read, and who is found. */
interface Row {
  readonly shows: string
  readonly text: string
  readonly quote: string
  readonly parties: string
  readonly title?: string
  readonly publisher?: string
}

const rows: readonly Row[] = [
  {
    shows: 'an agency is no side beside its state',
    text: 'Minister Anna Berg of Norway met the mayors of the coast. The two sides will share maps with JICA.',
    quote: 'The two sides will share',
    parties: 'JP NO',
  },
  {
    shows: 'an agency that is named more than its state speaks for it',
    text: 'We will send doctors to the islands. JICA and the mayors will help, and JICA will pay.',
    title: 'Statement by JICA',
    quote: 'We will send',
    parties: 'JP',
  },
]

for (const { shows, text, quote, parties, title, publisher } of rows)
  test(shows, () => {
    const about = { ...(title ? { title } : {}), ...(publisher ? { publisher } : {}) }
    const found = read({ text, ...about }).statements.find((one) => one.quote.startsWith(quote))
    assert.ok(found, `nothing is stated by "${quote}"`)
    assert.equal([...found.parties].sort().join(' '), parties)
  })
