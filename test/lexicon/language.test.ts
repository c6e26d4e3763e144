import assert from 'node:assert/strict'
import { test } from 'node:test'
import { languageOf } from '../../src/lexicon/language.ts'

/** Sentences as a report of a meeting has them. */
const sentences: Readonly<Record<string, readonly string[]>> = {
  en: [
    'The two sides agreed to open a second port on the river by the end of next year.',
    'France will train forty pilots and pay for the survey.',
    'They spoke about trade, transport and the weather in the capital.',
    'It was raining when the ministers signed.',
  ],
  zh: [
    '双方同意明年年底前在河上开设第二个港口。',
    '两国部长签署了关于农业和水资源的文件，并就贸易交换了意见。',
    '中方将培训四十名引航员。',
  ],
  ru: [
    'Стороны договорились открыть второй порт на реке до конца следующего года.',
    'Министры подписали документы о сельском хозяйстве и воде.',
    'Россия обучит сорок лоцманов и оплатит исследование.',
    'Встреча прошла в столице, где шёл дождь.',
  ],
  kk: [
    'Екі тарап келесі жылдың соңына дейін өзенде екінші порт ашуға келісті.',
    'Министрлер ауыл шаруашылығы және су туралы құжаттарға қол қойды.',
    'Қазақстан қырық лоцманды оқытады және зерттеуге ақша төлейді.',
    'Кездесу елордада өтті, онда жаңбыр жауды.',
  ],
  tr: [
    'İki taraf gelecek yılın sonuna kadar nehirde ikinci bir liman açmayı kabul etti.',
    'Bakanlar tarım ve su ile ilgili belgeleri imzaladı.',
    'Türkiye kırk kılavuz kaptan yetiştirecek ve araştırmanın bedelini ödeyecek.',
    'Toplantı başkentte yapıldı, yağmur yağıyordu.',
  ],
  uz: [
    'Ikki tomon kelgusi yil oxirigacha daryoda ikkinchi portni ochishga kelishib oldi.',
    'Vazirlar qishloq xo‘jaligi va suv bo‘yicha hujjatlarni imzoladilar.',
    'O‘zbekiston qirq nafar losmanni tayyorlaydi hamda tadqiqot uchun haq to‘laydi.',
    'Uchrashuv poytaxtda bo‘lib o‘tdi va yomg‘ir yog‘di.',
  ],
  'uz-Cyrl': ['Икки томон келгуси йил охиригача дарёда иккинчи портни очишга келишиб олди ва бу ҳақда ҳужжат имзолади.'],
  fr: [
    'Les deux parties ont convenu d’ouvrir un deuxième port sur le fleuve avant la fin de l’année.',
    'Les ministres ont signé des documents sur l’agriculture et l’eau.',
    'La France formera quarante pilotes et paiera l’étude.',
    'Ils ont parlé du commerce, des transports et de la pluie.',
  ],
  es: [
    'Las dos partes acordaron abrir un segundo puerto en el río antes del fin del próximo año.',
    'Los ministros firmaron documentos sobre la agricultura y el agua.',
    'España formará a cuarenta pilotos y pagará el estudio.',
    'La reunión tuvo lugar en la capital, donde llovía.',
  ],
  ar: [
    'اتفق الجانبان على فتح ميناء ثان على النهر قبل نهاية العام المقبل.',
    'وقع الوزراء على وثائق حول الزراعة والمياه.',
    'ستدرب فرنسا أربعين مرشدا وستدفع تكاليف الدراسة.',
    'عقد الاجتماع في العاصمة حيث كان المطر يهطل.',
  ],
}

for (const [tag, all] of Object.entries(sentences))
  for (const sentence of all) test(`${tag}: ${sentence}`, () => assert.equal(languageOf(sentence).tag, tag))

for (const text of ['', '12345 67890 12345 67890', 'Almaty, Astana', 'Нур-Султан', '双方', 'Xi Jinping, Kassym-Jomart'])
  test(`too little to tell: ${JSON.stringify(text)}`, () => assert.equal(languageOf(text).tag, 'und'))

test('an English report with Chinese names in it is English', () => {
  assert.equal(languageOf('The ministers of China (中国) and Kazakhstan (哈萨克斯坦) will meet in Xi’an (西安) in the spring.').tag, 'en')
})

test('any text has an answer, in time that does not grow with it', () => {
  for (const text of ['\u0000'.repeat(100), '\ud800'.repeat(100), "'".repeat(100_000), 'a'.repeat(1_000_000)])
    assert.equal(languageOf(text).tag, 'und')
})

test('words are counted as what stands between marks and spaces, and each that speaks for the language among them', () => {
  const counts = (text: string) => languageOf(text, 'fr').evidence
  assert.deepEqual(counts('The port and the lake, and the road of the town.'), { words: 7, of: 12 })
  assert.deepEqual(counts('\u00a0The port – and the “lake”: and the road of the town'), { words: 7, of: 12 })
})
