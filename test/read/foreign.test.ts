import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { read } from '../../src/index.ts'

const before = 'France will open a port in the north of Ruritania by the end of 2034.'
const after = 'Germany will train forty pilots a year.'

/** One stretch of each language, of one or more sentences. */
const stretches: readonly (readonly [tag: string, words: string])[] = [
  ['zh', '双方同意明年年底前在河上开设第二个港口。两国部长签署了关于农业和水资源的文件。'],
  ['ru', 'Стороны договорились открыть второй порт на реке до конца следующего года. Министры подписали документы о воде.'],
  ['kk', 'Қазақстан қырық лоцманды оқытады және зерттеуге ақша төлейді.'],
  ['tr', 'İki taraf gelecek yılın sonuna kadar nehirde ikinci bir liman açmayı kabul etti.'],
  ['uz', 'Vazirlar qishloq xo‘jaligi va suv bo‘yicha hujjatlarni imzoladilar.'],
  ['fr', 'Les deux parties ont convenu d’ouvrir un deuxième port sur le fleuve avant la fin de l’année.'],
  ['es', 'Las dos partes acordaron abrir un segundo puerto en el río antes del fin del próximo año.'],
  ['ar', 'اتفق الجانبان على فتح ميناء ثان على النهر قبل نهاية العام المقبل.'],
]

for (const [tag, words] of stretches)
  for (const [where, text] of [
    ['as a paragraph', `${before}\n\n${words}\n\n${after}`],
    ['between two sentences', `${before} ${words} ${after}`],
    ['at the end', `${before} ${after}\n\n${words}`],
    ['as an item of a list', `${before}\n\n- ${words}\n- ${after}`],
  ] as const)
    test(`${tag} ${where} is marked, not read, and no damage`, () => {
      const { foreign, statements, damage, rejections, notes } = read({ text, language: 'en' })
      assert.deepEqual(
        foreign?.map(({ span, language }) => [language, text.slice(span.from, span.to)]),
        [[tag, words]],
      )
      assert.deepEqual(
        statements.map(({ parties }) => parties),
        [['FR'], ['DE']],
      )
      const at = text.indexOf(words)
      for (const { span } of [...damage, ...rejections]) assert.ok(span.to <= at || span.from >= at + words.length)
      assert.deepEqual(notes, [`a stretch in ${tag} was not read`])
    })

for (const [name, text] of [
  ['names of offices', 'The Instituto Nacional de la Mujer y de la Familia signed the agreement. France will open a port.'],
  ['names in another script', 'China (中国) and Kazakhstan (哈萨克斯坦) will open a port at Xi’an (西安) by 2034.'],
  [
    'a list of persons',
    'Present were:\n\n- Andrés Manuel López Obrador, Mexico\n- Ursula von der Leyen, European Commission\n- Recep Tayyip Erdoğan, Türkiye',
  ],
  ['thanks', 'MR DIMOV: Gracias. Thank you very much.\n\nMS KIM: Merci. Please come back any time.'],
  ['words that other languages have too', 'No one is to die in a mine. Come in, et cetera.'],
] as const)
  test(`${name} make no foreign stretch`, () => assert.equal(read({ text, language: 'en' }).foreign, undefined))

test('sentences that stand together are one stretch, two languages are two', () => {
  const text = `${before}\n\n${stretches[1]?.[1]}\n\n${stretches[1]?.[1]}\n\n${stretches[2]?.[1]}\n\n${after}`
  assert.deepEqual(
    read({ text, language: 'en' }).foreign?.map(({ language }) => language),
    ['ru', 'kk'],
  )
})

test('a text in two languages that nobody declares is read as far as it can be', () => {
  const text = `${before} ${after} ${before}\n\n${stretches[0]?.[1]}`
  const { statements, foreign, notes } = read({ text })
  assert.equal(statements.length, 3)
  assert.equal(foreign?.length, 1)
  assert.deepEqual(notes, ['a stretch in zh was not read', 'language assumed: en'])
})

for (const [tag, words] of stretches)
  test(`a text in ${tag} that nobody declares is recognised, and not read`, () => {
    const text = `${words}\n\n${words.slice(0, -1)}.`
    const { lexicon, notes, source, statements } = read({ text })
    assert.deepEqual([lexicon, statements.length, source.language], ['none', 0, tag])
    assert.deepEqual(notes, [`no lexicon for ${tag}: the text was not read`, `language recognised: ${tag}`])
  })

test('stretches are in order, apart, hold something, and no statement touches them', () => {
  const english = fc.constantFrom(before, after, 'Canada and Ghana agreed to build a school.', 'A list:', '- Ghana will pay.')
  const other = fc.constantFrom(...stretches.map(([, words]) => words), 'Гана', '中国', '¿Qué?')
  const text = fc
    .array(fc.tuple(fc.oneof(english, other, fc.string({ maxLength: 30 })), fc.constantFrom(' ', '\n', '\n\n', '', '\n- ')), {
      maxLength: 14,
    })
    .map((pieces) => pieces.flat().join(''))
  fc.assert(
    fc.property(text, (words) => {
      const { foreign = [], statements, damage } = read({ text: words, language: 'en' })
      let last = 0
      for (const { span, language } of foreign) {
        assert.ok(span.from >= last && span.to > span.from && span.to <= words.length, JSON.stringify(foreign))
        assert.ok(language !== 'en' && words.slice(span.from, span.to).trim().length > 0)
        last = span.to
        for (const one of [...statements, ...damage]) assert.ok(one.span.to <= span.from || one.span.from >= span.to)
      }
    }),
    { numRuns: 400 },
  )
})

test('no sentence of the tables of cases is taken for another language', () => {
  const text = readFileSync('samples/joint-statement.txt', 'utf8')
  assert.equal(read({ text, language: 'en' }).foreign, undefined)
})
