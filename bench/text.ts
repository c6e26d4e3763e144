/**
 * Sentences of the project, states R and Z and invented bodies; `#` becomes a number that differs each time. About as
 * many of them say something as in the gold documents (6.8 statements in 1,000 characters).
 */
const sentences = [
  'The two sides agreed to resume # direct flights a week between the capitals before the end of spring.',
  'Minister A of R said that R stands ready to send # doctors, supports Z in hosting the Forum, and that both sides should reopen the old bridge.',
  'Z will provide # tonnes of wheat, train teachers and build a health centre in the northern province.',
  'They welcomed the progress made since talks number # and expressed concern about the situation at the border.',
  'Trade between R and Z grew by # per cent last year, and it is expected to keep growing.',
  'The Parties shall notify each other in writing within # days of any change to Annex B.',
  'The delegations visited the port, where # containers had been unloaded that morning, and held talks with the governor.',
  'Both countries will not recognise changes of frontiers by force, and R thanked Z for its welcome in hall #.',
  'The old road between the two valleys, which is # kilometres long, crosses a pass that snow closes for most of the winter.',
  'Prices in the markets of the eastern province were higher than a year earlier, mostly because of the poor harvest on # farms.',
  'The hall, a quiet building with # windows on the river, is older than either of the two states.',
  'Question # from the press concerned the weather, the length of the journey and the colour of the flags in the square.',
  'Among the guests were # students of both languages, the heads of several companies and a choir from the mountains.',
  'More than # people live in the district around the lake, many of them from families that came from the other bank.',
]

/** `one` line, `many` paragraphs of four sentences, or the `same` paragraph again and again. */
export type Shape = 'one' | 'many' | 'same'

/** Exactly `bytes` bytes of ASCII; same arguments, same text. Each sentence has a number of its own but in `same`, so that no two paragraphs are alike. */
export function makeText(bytes: number, shape: Shape): string {
  const pieces: string[] = []
  let size = 0
  for (let i = 0; size < bytes; i++) {
    const sentence = (sentences[i % sentences.length] as string).replace('#', String(shape === 'same' ? 12 : 2 + i))
    const piece = sentence + (shape !== 'one' && i % 4 === 3 ? '\n\n' : ' ')
    pieces.push(piece)
    size += piece.length
  }
  return pieces.join('').slice(0, bytes)
}
