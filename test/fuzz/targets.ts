import assert from 'node:assert/strict'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { documentOf } from '../../src/cli/document.ts'
import { type Line, linesOf } from '../../src/cli/lines.ts'
import { IntakeError } from '../../src/intake/error.ts'
import { feedOf } from '../../src/intake/feed/feed.ts'
import { intakeOfEntry } from '../../src/intake/feed/take.ts'
import { splitHeader } from '../../src/intake/header.ts'
import { entriesOf, zipIn } from '../../src/intake/zip.ts'
import { parseProgramme } from '../../src/programme/parse.ts'
import { StoreError } from '../../src/store/error.ts'
import { openStore } from '../../src/store/store.ts'
import { exportJournal, importJournal } from '../../src/store/whole-ledger/folder.ts'
import { newFolder } from '../folder.ts'
import { rssOf } from '../intake/feed-server.ts'
import { pdfOf } from '../intake/pdf-file.ts'
import { docxOf, paragraph, zipOf } from '../intake/zip-file.ts'
import { checkIntake, checkReading } from './holds.ts'
import type { Random } from './random.ts'

/** A parser: what it is fed with, and what must hold of it. */
export interface Target {
  readonly samples: () => readonly Buffer[] | Promise<readonly Buffer[]>
  /** Pieces of the form, thrown in anywhere. */
  readonly words: readonly string[]
  /** Throws where anything else happens than what is documented. */
  readonly run: (bytes: Buffer, random: Random) => void | Promise<void>
  /** Runs beside one of another parser: slow ones are run less often. */
  readonly share?: number
}

const filesIn = (folder: string, ending: RegExp): Buffer[] =>
  readdirSync(folder)
    .filter((name) => ending.test(name))
    .sort()
    .map((name) => readFileSync(join(folder, name)))
/** Openings of the samples: enough of each, and quick to read. */
const texts = () => filesIn('samples', /\.txt$/).map((one) => one.subarray(0, 3000))
const sentences = [
  'France will open a port. ',
  'The two sides agreed: ',
  '“',
  '”',
  '- ',
  '1. ',
  '\n\n',
  '\u00ad',
  '\u200b',
  '\r',
  '(',
  ')',
  'a) ',
  '…',
  'by 2030',
]

export const targets: Readonly<Record<string, Target>> = {
  text: {
    samples: texts,
    words: [...sentences, '\u2028', '\\-', '> ', '| ', '# ', 'Mr ', 'said: ', 'Â', 'Ã©', '&nbsp;', '<p>'].map((one) =>
      Buffer.from(one).toString('latin1'),
    ),
    run: (bytes) => void checkReading({ text: bytes.toString('utf8') }),
  },
  html: {
    samples: () => filesIn('test/intake/pages', /\.html$/),
    words: [
      '<p>',
      '</p>',
      '<div>',
      '</div>',
      '<article>',
      '<h1>',
      '<ul><li>',
      '<table><tr><td>',
      '</table>',
      '<pre>\n',
      '<br>',
      '&amp;',
      '&#x1F600;',
      '&#0;',
      '&notit;',
      '<!--',
      '-->',
      '<![CDATA[',
      '<script>',
      '</script>',
      '<svg>',
      '<math>',
      '<template>',
      '<select>',
      '<plaintext>',
      '<frameset>',
      '<a href="/x">',
      '<b>',
      '<i>',
      ' class="menu"',
      ' hidden',
      '<meta charset=utf-16>',
      '<title>',
      '<form>',
      '<time datetime="2031-02-30">',
      '<script type="application/ld+json">{"@type":"Article","datePublished":',
      '\u0000',
      ' a=b',
    ],
    run: async (bytes, random) => {
      const type = random.one(['text/html', 'text/html; charset=utf-8', 'text/html; charset=gb18030', undefined])
      await checkIntake(bytes, {
        name: 'page.html',
        ...(type ? { type } : {}),
        ...(random.below(2) ? { url: 'https://mfa.example/2031/02/03/x' } : {}),
      })
    },
  },
  pdf: {
    samples: () => {
      const lines = texts().map((one) =>
        one
          .toString('latin1')
          .split('\n')
          .map((line) => line.slice(0, 90)),
      )
      return lines.flatMap((all) => [pdfOf([all.slice(0, 30), all.slice(30, 60)], 'Joint statement'), pdfOf([all.slice(0, 10)])])
    },
    words: [
      'obj',
      'endobj',
      'stream',
      'endstream',
      'xref',
      'trailer',
      'startxref',
      '<<',
      '>>',
      '[',
      ']',
      '0 R',
      '1 0 R',
      '/Type',
      '/Kids',
      '/Parent',
      '/Length',
      '/Filter /FlateDecode',
      '/Encrypt 1 0 R',
      '/Prev 9',
      'Tj',
      'Td',
      'BT',
      'ET',
      'Do',
      'q',
      '(',
      ')',
      '%%EOF',
      '/Count -1',
      '/ToUnicode 5 0 R',
      '/Contents 4 0 R',
    ],
    run: async (bytes) => void (await checkIntake(bytes, { name: 'x.pdf' })),
    share: 0.3,
  },
  docx: {
    samples: () =>
      texts().map((one) =>
        docxOf(
          one
            .toString('utf8')
            .split('\n')
            .slice(0, 40)
            .map((line) => paragraph(line.replace(/[&<>]/g, ' ')))
            .join(''),
        ),
      ),
    words: [
      'PK\u0001\u0002',
      'PK\u0003\u0004',
      'PK\u0005\u0006',
      'word/document.xml',
      '[Content_Types].xml',
      '\u0000\u0000',
      '\u0008\u0000',
      '../',
      '<w:p>',
      '</w:p>',
      '<w:tbl>',
      '<w:del ',
      '&x;',
    ],
    run: async (bytes) => void (await checkIntake(bytes, { name: 'x.docx' })),
    share: 0.5,
  },
  zip: {
    samples: () => [zipOf({ 'a.txt': 'France will open a port.', 'b/c.html': '<p>Kenya agreed to buy rice.', 'é.txt': 'x'.repeat(5000) })],
    words: [
      'PK\u0001\u0002',
      'PK\u0003\u0004',
      'PK\u0005\u0006',
      'PK\u0006\u0006',
      '\u0000\u0000',
      '\u0008\u0000',
      '\u00ff\u00ff\u00ff\u00ff',
      '../',
    ],
    run: (bytes) => {
      try {
        for (const one of entriesOf(zipIn(bytes)))
          if (one.size < 50_000_000) assert.ok(one.unpack().length <= Math.max(1, one.size, one.packed))
      } catch (error) {
        assert.ok(error instanceof IntakeError, error instanceof Error ? error.stack : String(error))
      }
    },
  },
  encoding: {
    samples: () => {
      const all = texts().map((one) => one.toString('utf8').slice(0, 3000))
      const cyrillic = Buffer.from(
        [...'Стороны договорились открыть порт. '.repeat(20)].map((one) =>
          one.charCodeAt(0) < 128 ? one.charCodeAt(0) : one.charCodeAt(0) - 0x350,
        ),
      )
      return [
        ...all.flatMap((one) => [
          Buffer.from(one),
          Buffer.from(`\ufeff${one}`),
          Buffer.from(one, 'utf16le'),
          Buffer.from(`\ufeff${one}`, 'utf16le'),
          Buffer.from(one, 'latin1'),
        ]),
        cyrillic,
      ]
    },
    words: [
      '\u00ff\u00fe',
      '\u00fe\u00ff',
      '\u00ef\u00bb\u00bf',
      '\u0000',
      '\u00c3',
      '\u00e2\u0080',
      '\u001b$B',
      '\u0085',
      '\u00a0',
      '\ufffd',
    ],
    run: async (bytes, random) => {
      const type = random.one(['', 'utf-8', 'utf-16', 'iso-8859-1', 'windows-1251', 'gb18030', 'iso-2022-jp', 'x-user-defined', 'nonsense'])
      await checkIntake(bytes, { ...(type ? { type: `text/plain; charset=${type}` } : {}), name: 'x.txt' })
    },
  },
  header: {
    samples: () =>
      texts().map((one) =>
        Buffer.concat([Buffer.from('Title: Joint statement\nDate: 2031-02-03\nSource: Test Office\nURL: https://mfa.example/x\n\n'), one]),
      ),
    words: ['Title: ', 'Date: ', 'Published:', 'Language: en\n', 'URL: ', '\n', '\n\n', '\r\n', ': ', 'X-Y: z\n', ' '],
    run: async (bytes) => {
      const text = bytes.toString('utf8')
      assert.ok(text.endsWith(splitHeader(text).text))
      await checkIntake(bytes, { name: 'x.txt' })
    },
  },
  feed: {
    samples: () => {
      const items = texts().map((one, i) => ({
        id: `${i}`,
        link: `/${i}`,
        words: one.toString('utf8').replace(/]]>/g, ''),
        date: 'Tue, 07 Jun 2033 10:00:00 GMT',
      }))
      const json = {
        version: 'https://jsonfeed.org/version/1.1',
        title: 'T',
        items: items.map(({ id, words }) => ({ id, content_text: words })),
      }
      const atom =
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://z.example/"><title>T</title><entry><id>1</id><link href="a"/><content type="xhtml"><div><p>France will open a port.</p></div></content></entry></feed>'
      return [rssOf(items), atom, JSON.stringify(json)].map((one) => Buffer.from(one))
    },
    words: [
      '<item>',
      '</item>',
      '<entry>',
      '<title>',
      '</title>',
      '<![CDATA[',
      ']]>',
      '<!--',
      '<!DOCTYPE rss [<!ENTITY a "b">]>',
      '&a;',
      '&amp;',
      '<link>',
      '<content:encoded>',
      '<opml>',
      '<?xml encoding="utf-16"?>',
      ' xml:base="//"',
      '</channel>',
      '"items":',
      '__proto__',
      '\u0000',
    ],
    run: async (bytes, random) => {
      try {
        const { entries } = await feedOf(bytes, random.below(2) ? { url: 'https://mfa.example/feed' } : {})
        for (const entry of entries)
          await intakeOfEntry(entry, { fetchPage: undefined }).catch((error) =>
            assert.ok(error instanceof IntakeError, (error as Error).stack),
          )
      } catch (error) {
        assert.ok(error instanceof IntakeError && !error.message.includes('\n'), error instanceof Error ? error.stack : String(error))
      }
    },
    share: 0.5,
  },
  jsonl: {
    samples: () => [
      Buffer.from(
        texts()
          .map((one, i) => JSON.stringify({ id: `d${i}`, title: 'T', date: '2031-02-03', text: one.toString('utf8').slice(0, 1500) }))
          .join('\n'),
      ),
    ],
    words: [
      '\n',
      '\r\n',
      '{',
      '}',
      '"',
      ',',
      '{"id":"a","text":"France will open a port."}\n',
      '"text":',
      '"date":',
      'null',
      '[]',
      '\\u0000',
      '\\ud800',
      '__proto__',
      '"constructor":',
      '\u00ef\u00bb\u00bf',
    ],
    run: async (bytes, random) => {
      const [whole, cut] = [await linesIn([bytes]), await linesIn(pieces(bytes, random))]
      assert.deepEqual(cut, whole)
      for (const line of whole) {
        const source = 'text' in line ? documentOf(line.text) : line.fault
        if (typeof source !== 'string') checkReading(source)
      }
    },
  },
  programme: {
    samples: () => [Buffer.from(tablesOf('programmes/china-kazakhstan'))],
    words: [
      '\t',
      '\n',
      '--- entries.tsv\n',
      '--- series.tsv\n',
      '--- nothing.tsv\n',
      'CN|KZ',
      '2031-02-30',
      '"',
      '#',
      '\r',
      '|',
      'id\t',
      '__proto__',
      'constructor',
    ],
    run: (bytes) => {
      const { problems } = parseProgramme(filesOf(bytes.toString('utf8')))
      for (const one of problems) assert.ok(!one.includes('\n'), one)
    },
  },
  journal: {
    samples: async () => [Buffer.from(await journal())],
    words: [
      '\n',
      '{',
      '}',
      'null',
      '"on":',
      '"type":"score"',
      '"type":"withdrawal"',
      '"by":""',
      '"at":"2031-02-30T00:00:00.000Z"',
      '__proto__',
      '[]',
      '1e309',
      '""',
    ],
    run: (bytes) => importBroken(bytes.toString('utf8')),
    share: 0.1,
  },
}

async function linesIn(chunks: readonly Uint8Array[]): Promise<Line[]> {
  const lines: Line[] = []
  for await (const line of linesOf(
    (async function* () {
      yield* chunks
    })(),
  ))
    lines.push(line)
  return lines
}

function pieces(bytes: Buffer, random: Random): Uint8Array[] {
  const all: Uint8Array[] = []
  for (let at = 0; at < bytes.length; ) {
    const end = at + 1 + random.size(4000)
    all.push(bytes.subarray(at, end))
    at = end
  }
  return all
}

/** The files of a folder in one text, so that they are mutated together. */
const tablesOf = (folder: string): string =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.tsv'))
    .map((name) => `--- ${name}\n${readFileSync(join(folder, name), 'utf8')}`)
    .join('')

const filesOf = (text: string): Map<string, string> =>
  new Map(
    text.split(/^--- /m).flatMap((part) => {
      const end = part.indexOf('\n')
      return end < 0 ? [] : [[part.slice(0, end), part.slice(end + 1)] as const]
    }),
  )

/** Journal, documents and texts of a ledger with a programme and two texts. */
async function journal(): Promise<string> {
  const folder = newFolder()
  const store = await openStore(join(folder, 'ledger.db'), { create: true })
  try {
    await store.add(
      texts()
        .slice(0, 2)
        .map((one) => ({ source: { text: one.toString('utf8').slice(0, 1500), title: 'T', date: '2031-02-03' } })),
    )
    const { judgements } = parseProgramme(filesOf(tablesOf('programmes/china-kazakhstan')))
    const at = '2031-02-04T00:00:00.000Z'
    await store.append(judgements.slice(0, 40).map((body) => ({ body, by: 'fuzz', at })))
    await exportJournal(store, join(folder, 'out'))
  } finally {
    await store.close()
  }
  const names = readdirSync(join(folder, 'out'), { recursive: true }).map(String)
  const all = names.filter((name) => /\.(?:jsonl|txt)$/.test(name)).sort()
  const text = all.map((name) => `--- ${name}\n${readFileSync(join(folder, 'out', name), 'utf8')}`).join('')
  rmSync(folder, { recursive: true, force: true })
  return text
}

/** An import is whole or refused with a `StoreError`, and what it leaves is sound. */
async function importBroken(text: string): Promise<void> {
  const folder = newFolder()
  try {
    mkdirSync(join(folder, 'texts'))
    for (const [name, content] of filesOf(text))
      if (/^(?:texts\/[0-9a-f]{64}\.txt|[a-z]{1,20}\.jsonl)$/.test(name)) writeFileSync(join(folder, name), content)
    const store = await openStore(join(folder, 'ledger.db'), { create: true })
    try {
      await importJournal(store, folder).catch((error) =>
        assert.ok(error instanceof StoreError, error instanceof Error ? error.stack : String(error)),
      )
      assert.deepEqual(await store.verify(), [])
      await exportJournal(store, join(folder, 'out'))
    } finally {
      await store.close()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
