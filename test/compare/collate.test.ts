import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compare, loud } from './witness.ts'

/** Two copies of a sentence and every difference that changes the sense; each line says what it shows. */
const cases: readonly (readonly [shows: string, a: string, b: string, expected: readonly string[]])[] = [
  // nothing that is meant
  ['the same', 'Kenya will open a port in 2031.', 'Kenya will open a port in 2031.', []],
  ['quotes and dashes', 'Kenya said: “we will open a port” – soon.', "Kenya said: 'we will open a port' - soon.", []],
  ['spelling', 'The programme of the organisation honours the centre.', 'The program of the organization honors the center.', []],
  ['a state by two of its names', 'Viet Nam will open a port.', 'Vietnam will open a port.', []],
  ['diacritics', 'Minister Hứa Thịnh will visit Kenya.', 'Minister Hua Thinh will visit Kenya.', []],
  ['a name in other letters of the same sound', 'He met President Zelenskyy in Kenya.', 'He met President Zelenskiy in Kenya.', []],
  ['synonyms', 'The two sides will set up a committee.', 'Both sides will establish a commission.', []],
  ['genitive turned round', "Kenya supports Indonesia's candidacy.", 'Kenya supports the candidature of Indonesia.', []],
  ['adjective and state', 'Poland took part with Polish ships.', 'Poland took part with ships of Poland.', []],
  ['articles come and go', 'Kenya will issue permits to teachers.', 'Kenya will issue the permits to the teachers.', []],
  ['a number as a word', 'Kenya will send twelve teachers.', 'Kenya will send 12 teachers.', []],
  ['a number with its comma', 'Kenya will send 1,200 teachers.', 'Kenya will send 1200 teachers.', []],
  ['a thousand in words', 'Kenya will send 1,000 nurses.', 'Kenya will send a thousand nurses.', []],
  ['the head of a phrase of the tables', 'Kenya and Mali will work together on fish.', 'Kenya and Mali will operate jointly on fish.', []],
  ['a subject in other words', 'The two countries discussed a port.', 'The two nations discussed a port.', []],
  ['scraps of a sentence that was cut', 'In Lamu. Kenya will open a port.', 'In it. Despite. Kenya will open a port.', []],
  ['a day as an ordinal', 'Kenya opens the port on 2 June 2031.', 'Kenya opens the port on June 2nd, 2031.', []],
  ['one amount on two scales', 'Trade reached 1.4 billion dollars.', 'Trade reached 1,400 million dollars.', []],
  ['a number of two words', 'Kenya will send 200 lamps.', 'Kenya will send two hundred lamps.', []],
  ['a denial in one word', 'Kenya said it will not wait for tea.', "Kenya said it won't wait for tea.", []],
  ['a limit in other words', 'Fares will not exceed 40 dollars.', 'Fares will stay below 40 dollars.', []],
  ['a state that changed its place and form', 'The Kenyan ministry said so.', 'So said the ministry of Kenya.', []],
  ['a name with other vowels', 'They met Salim Wanjala.', 'They met Salem Wanjala.', []],
  ['a number inside a word', 'They signed a five-year plan on tea.', 'They signed a plan on tea for five years.', []],
  ['a state for a pronoun', 'Mali thanked Kenya for backing its candidacy.', "Mali thanked Kenya for its support of Mali's candidacy.", []],
  [
    'a sentence in other words between two that hold',
    'Kenya will open a port. The leaders said that young people must have good jobs. Mali will send tea.',
    'Kenya will open a port. The pioneers noted that youngsters must have fine positions. Mali will send tea.',
    [],
  ],
  ['an ordinal in digits', 'The eighth meeting will be held in Bishkek.', 'The 8th meeting will be held in Bishkek.', []],
  ['a word written as two', 'They met at the Lamu Guesthouse.', 'They met at the Lamu Guest House.', []],
  ['a name in one word', 'They met Moncef Ben Salah in Tunis.', 'They met Moncef Bensalah in Tunis.', []],
  ['a name by another spelling of its land', 'They visited Guerguerat on Monday.', 'They visited Guergarat on Monday.', []],
  ['the adjective of a name', 'They will train African experts.', 'They will train experts from Africa.', []],
  ['a denial by a prefix', 'The capacity of the port remains insufficient.', 'The capacity of the port is still not enough.', []],
  ['an opposite and a denial', 'Kenya does not oppose the ban.', 'Kenya supports the ban.', []],
  ['a state by its capital', 'Kenya has promised to send tea.', 'Nairobi has promised to send tea.', []],
  ['days in another order', 'He was in Rabat from 11 to 13 January 2032.', 'He was in Rabat in the period January 11-13, 2032.', []],
  ['one rate in other words', 'The committee will meet twice a year.', 'The committee will meet every six months.', []],
  ['a part of a word with a hyphen', 'Kenya allows duty-free entry of tea.', 'Kenya allows entry of tea free of duty.', []],
  [
    'a measure in a word with a hyphen, and in short',
    'Kenya will repair the 530-kilometre railway.',
    'Kenya will repair the rail line of 530 km.',
    [],
  ],
  [
    'an officer by his state and by his name',
    'Mali and Kenya held talks. Minister Otieno of Kenya spoke first. Minister Otieno announced that his country will free 34 sailors.',
    "Mali and Kenya held talks. Minister Otieno of Kenya spoke first. Kenya's minister announced that his country will free 34 sailors.",
    [],
  ],
  [
    'an offer for a proposal',
    'Kenya welcomed the offer of Mali to host the fair.',
    'Kenya greeted the proposal of Mali to host the fair.',
    [],
  ],
  ['one talk for another', 'The ministers reviewed progress in trade.', 'The ministers discussed progress in trade.', []],
  ['would in what is told', 'Kenya announced that it will free the sailors.', 'Kenya informed that it would free the sailors.', []],
  ['the words of force in another order', 'We shall never again depend on Mali.', 'Never again shall we depend on Mali.', []],
  ['reported speech in another tense', 'Mali said that it would train 40 nurses.', 'Mali said that it will train 40 nurses.', []],
  ['one headline for another', 'Kenya to open port\n\nMali will send tea.', 'Quay planned by Nairobi\n\nMali will send tea.', []],
  ['small and capital letters', 'Kenya will open the Port.', 'Kenya will open the port.', []],
  // what is meant
  [
    'to weigh it and not to do it, after a noun that promises',
    'Kenya reaffirmed its commitment to negotiate a permanent border.',
    'Kenya reaffirmed its commitment to consider a permanent border.',
    ['act: negotiate | consider'],
  ],
  [
    'foreseen and certain, though nobody is bound',
    'The first train is expected to leave Salima in spring.',
    'The first train will depart from Salima in spring.',
    ['force: expected | will'],
  ],
  [
    'a time that one alone has',
    'Mali welcomed the decision of Kenya to lift the ban on maize, which had been in force since January.',
    'Mali hailed the decision of Kenya to cancel the prohibition on corn.',
    ['date: since January | -'],
  ],
  [
    'it failed and it did not',
    'Talks on the price of tea failed.',
    'Negotiations on the price of tea were successful.',
    ['act: failed | were successful'],
  ],
  [
    'a limit in time',
    'Kenya will not station warships at Lamu.',
    'Kenya will not station warships at Lamu during the talks.',
    ['added: - | during the talks'],
  ],
  ['another state acts', 'Kenya will open a port.', 'India will open a port.', ['party: Kenya | India']],
  ['a state spliced in', 'The two sides will open a port.', 'The two sides Malaysia will open a port.', ['party: - | Malaysia']],
  ['another number', 'Kenya will send 40 tonnes of tea.', 'Kenya will send 400 tonnes of tea.', ['number: 40 | 400']],
  [
    'numbers change places',
    'Flights will rise from three to seven.',
    'Flights will rise from seven to three.',
    ['number: three to seven | seven to three'],
  ],
  [
    'another place in a row',
    'The panel will meet in the first half of 2032.',
    'The panel will meet in the second half of 2032.',
    ['date: in the first half of 2032 | in the second half of 2032'],
  ],
  [
    'another rate in other words',
    'The panel will meet twice a year.',
    'The panel will gather once every two years.',
    ['number: twice a year | once every two years'],
  ],
  ['a time on one side only', 'He will visit Lamu at a date to be agreed.', 'He will visit Lamu next month.', ['date: - | next month']],
  ['passive is no other doer', 'Kenya thanked Mali for tea.', 'Mali was thanked by Kenya for tea.', []],
  [
    'another measure',
    'Trade reached 9,400 gigawatt-hours.',
    'Trade reached 9,400 megawatt-hours.',
    ['number: gigawatt-hours | megawatt-hours'],
  ],
  [
    'the other side of a mark',
    'Aid starts if the harvest falls below 8 tonnes.',
    'Aid starts if the harvest exceeds 8 tonnes.',
    ['number: falls below | exceeds'],
  ],
  [
    'who asks whom',
    'Kenya requested India to open a port.',
    'India requested Kenya to open a port.',
    ['party: Kenya requested India | India requested Kenya'],
  ],
  ['another currency', 'Kenya will pay $500 to Mali.', 'Kenya will pay €500 to Mali.', ['number: pay $500 | pay €500']],
  ['another currency in words', 'Kenya will pay 6 million euros.', 'Kenya will pay 6 million dollars.', ['number: euros | dollars']],
  [
    'one amount and another',
    'Trade reached 1.4 billion dollars.',
    'Trade reached 1,500 million dollars.',
    ['number: 1.4 billion | 1,500 million'],
  ],
  ['another rate', 'Kenya will report every quarter.', 'Kenya will report every year.', ['date: quarter | every year']],
  [
    'another rate that the tables know',
    'Kenya will report every year.',
    'Kenya will report every two years.',
    ['number: every year | every two years'],
  ],
  ['a state spliced in beside a pronoun', 'Mali said it will send tea.', 'Mali said it India will send tea.', ['party: - | India']],
  ['a short name with another vowel', 'They met in Lamu.', 'They met in Lome.', ['name: Lamu | Lome']],
  ['another year', 'Kenya will open a port by 2031.', 'Kenya will open a port by 2013.', ['date: 2031 | 2013']],
  ['day and month', 'Kenya opens the port on 1 April 2031.', 'Kenya opens the port on 4 January 2031.', ['date: 1 April | 4 January']],
  ['another unit of time', 'Kenya will act within twelve months.', 'Kenya will act within twelve years.', ['date: months | years']],
  ['another limit', 'Kenya will send tea by September 30.', 'Kenya will send tea from September 30.', ['date: by | from']],
  ['before and after', 'They will speak before the summit.', 'They will speak after the summit.', ['date: before | after']],
  ['a negation lost', 'Kenya will not reduce the fund.', 'Kenya will reduce the fund.', ['negation: not | -']],
  ['the opposite stand', 'Kenya opposed the ban on tea.', 'Kenya supported the ban on tea.', ['negation: opposed | supported']],
  ['a prefix that denies', 'They held official talks.', 'They held unofficial talks.', ['negation: official | unofficial']],
  ['the opposite act', 'Kenya is ready to buy two ships.', 'Kenya is ready to sell two ships.', ['act: buy | sell']],
  ['a known mistake', 'They agreed to resume talks on fish.', 'They agreed to summarize talks on fish.', ['act: resume | summarize']],
  ['a short sentence with a number', 'Kenya will open a port.', 'Kenya will open a port. In all 40.', ['added: - | In all 40']],
  ['another act that no table knows', 'Kenya will dredge the port.', 'Kenya will patrol the port.', ['act: dredge | patrol']],
  ['ready became done', 'Kenya is ready to train 40 nurses.', 'Kenya has trained 40 nurses.', ['force: is ready to | has']],
  ['decided became discussed', 'They decided to build a road.', 'They discussed to build a road.', ['force: decided | discussed']],
  [
    'a promise became a thought',
    'Kenya has promised to modernise two ports.',
    'Kenya is thinking about upgrading two ports.',
    ['force: promised | thinking about'],
  ],
  [
    'a promise to consider',
    'Kenya undertook to exempt tea.',
    'Kenya pledged to consider exempting tea.',
    ['force: undertook | pledged to consider'],
  ],
  [
    'talked about, and done',
    'Kenya and Mali will discuss a pact on fish.',
    'Kenya and Mali will sign a pact on fish.',
    ['act: discuss | sign'],
  ],
  [
    'opposites that trade places',
    'Kenya firmly supports Mali and opposes the ban.',
    'Kenya resolutely backs Mali and supports the ban.',
    ['negation: opposes | supports'],
  ],
  ['shall became may', 'The parties shall open a port.', 'The parties may open a port.', ['force: shall | may']],
  ['a term of art', 'Kenya will raise the quota of permits.', 'Kenya will raise the quote of permits.', ['object: quota | quote']],
  [
    'another kind of pact',
    'They will sign a preferential trade agreement.',
    'They will sign a free trade agreement.',
    ['object: preferential trade agreement | free trade agreement'],
  ],
  ['a name that moved and changed', 'They will meet in Subic Bay.', 'They will meet in the Bay of Subject.', ['name: Subic | Subject']],
  ['a name mistranslated', 'They met at the Andean Community.', 'They met at the Walking Community.', ['name: Andean | Walking']],
  ['a condition lost', 'Kenya will send a team if Mali asks for it.', 'Kenya will send a team.', ['missing: if Mali asks for it | -']],
  ['a hedge lost', 'Kenya will study these plans, where possible.', 'Kenya will study these plans.', ['missing: where possible | -']],
  ['words run together', 'Kenya will open the port in Aqaba.', 'Kenya will open the port in AqabaIsrael.', ['party: - | Israel']],
  ['words doubled', 'Kenya will open a port.', 'Kenya will open open a port.', ['broken: open | open open']],
  ['a sentence lost', 'Kenya will open a port. Mali will send tea.', 'Kenya will open a port.', ['missing: Mali will send tea | -']],
  ['a sentence added', 'Kenya will open a port.', 'Kenya will open a port. Mali will send tea.', ['added: - | Mali will send tea']],
  [
    'a passage moved',
    'Kenya will open a port.\n\nMali and Chad will send green tea by ship.\n\nBoth sides support the summit on fish.',
    'Mali and Chad will send green tea by ship.\n\nKenya will open a port.\n\nBoth sides support the summit on fish.',
    ['moved: Kenya will open a port | Kenya will open a port'],
  ],
  [
    'a passage moved and reworded',
    'Kenya will open a port.\n\nMali and Chad will send two hospitals and finance stations in thirty towns.\n\nBoth sides support the summit on fish.',
    'Kenya will open a port.\n\nBoth sides support the summit on fish.\n\nMali and Chad are to dispatch two clinics and fund stations in thirty municipalities.',
    [
      'moved: Mali and Chad will send two hospitals and finance stations in thirty towns | Mali and Chad are to dispatch two clinics and fund stations in thirty municipalities',
    ],
  ],
  ['a sentence split in two', 'Kenya will open a port and Mali will send tea.', 'Kenya will open a port. And Mali will send tea.', []],
  ['two sentences joined', 'Kenya will open a port. Mali will send tea.', 'Kenya will open a port and Mali will send tea.', []],
]
for (const [shows, a, b, expected] of cases)
  test(`compare: ${shows}`, () => {
    assert.deepEqual(loud(compare(a, b)), expected)
  })

test('what touches a statement comes first, and names the statements of both witnesses', () => {
  const collation = compare(
    'Heavy rain fell on Nairobi Bridge.\n\nKenya will send 40 tonnes of tea.',
    'Heavy rain fell on Lagos Bridge.\n\nKenya will send 400 tonnes of tea.',
  )
  assert.deepEqual(loud(collation), ['number: 40 | 400', 'name: Nairobi | Lagos'])
  const ids = collation.witnesses.flatMap(({ reading }) => reading.statements.map(({ id }) => id))
  assert.deepEqual(collation.differences[0]?.touches, ids)
  assert.deepEqual(collation.differences[1]?.touches, [])
})

test('a difference of party says whom it binds', () => {
  const [one] = compare('Kenya will open a port.', 'India will open a port.').differences
  assert.equal(one?.effect, 'binds India instead of Kenya')
  assert.equal(one?.note, '“Kenya” became “India”: binds India instead of Kenya')
})

test('furniture is counted and is no difference', () => {
  const text = 'Kenya will open a port in Lamu by 2031, the ministry said.\n\nMali will send 40 tonnes of tea to Lamu.'
  const collation = compare(text, `Home | World | Sport | Weather | Contact\n\n${text}\n\nLeave a Comment\n`)
  assert.deepEqual(collation.differences, [])
  assert.deepEqual(collation.furniture, [0, 2])
})
