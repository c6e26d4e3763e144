import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { read } from '../../src/index.ts'

/** Text (all of it invented) and what is read in it: kind, force, parties and act of each statement. */
interface Case {
  readonly text: string
  readonly title?: string
  readonly expected: readonly string[]
  /** Only the statements whose quote holds these words. */
  readonly about?: string
}

const joint = 'We, the leaders of Norway and Kenya, met in Oslo. We will build a port. '
const title = 'Joint Statement of Norway and Kenya'
const treaty = 'Agreement between Norway and Kenya. The Parties shall trade. The Parties shall exchange data. '
const council =
  'The Lake Council of the African Union, at its ninth session held in Mombasa, adopted the following decision:\n\nCouncil:\n\n'

const tables: Record<string, readonly Case[]> = {
  'parties of a text of many': [
    {
      text: 'On 3 May 2031, President of the Republic of Kazakhstan Aidar Seitov, President of the Kyrgyz Republic Bakyt Asanov, President of Turkmenistan Oraz Nuryev (for whom a deputy came) and President of the European Council Jan Maes welcomed the fair. The participants will build a port.',
      expected: ['position/none [KZ KG TM EU] welcome', 'commitment/intent [KZ KG TM EU] build'],
    },
    {
      text: 'The Foreign Ministers of Norway and Kenya, as well as the European Union’s High Representative for Foreign Affairs held a meeting. The Participants will build a port.',
      expected: ['report/none [NO KE EU] hold', 'commitment/intent [NO KE EU] build'],
    },
    {
      text: 'We, the Energy Ministers of ASEAN, met in Manila. The Minister of Energy of the Philippines chaired the meeting. We will build a grid. We welcomed the fair in the Philippines.',
      about: 'grid',
      expected: ['commitment/intent [ASEAN] build'],
    },
    {
      title: 'Joint Communiqué of the 9th ASEAN Energy Ministers’ Meeting',
      text: 'The meeting was chaired by Malaysia. Malaysia is a large country. We welcomed the fair in Malaysia.',
      about: 'welcomed',
      expected: ['position/none [ASEAN] welcome'],
    },
  ],
  'lines of a resolution': [
    { text: `${council}1. Takes note of the report of Kenya;`, about: 'Takes', expected: ['position/none [AFU] take note'] },
    { text: `${council}1. Renews AU’s solidarity with Kenya;`, about: 'Renews', expected: ['position/none [AFU] support'] },
    {
      text: `${council}1. WELCOMES the new bridge and ENCOURAGES the Kenyan authorities to continue their work. The Council FURTHER REQUESTS Kenya to report by May.`,
      about: 'S ',
      expected: ['position/none [AFU] welcome', 'proposal/should [KE] continue', 'proposal/should [KE] report'],
    },
    {
      text: 'The following statement was issued by the ministers of Norway and Kenya after their talks:\n\n- We will build a port.\n\n- Our ships are of great importance.',
      expected: ['commitment/intent [NO KE] build', 'position/none [NO KE] be'],
    },
  ],
  'judgements of things in a text adopted together': [
    {
      text: `${joint}Relations of our states have reached the highest level.`,
      about: 'highest',
      expected: ['position/none [NO KE] reach'],
    },
    { text: `${joint}These links play a pivotal role in trade.`, about: 'pivotal', expected: ['position/none [NO KE] play'] },
    { text: `${joint}The Lake Fund has become an important partner.`, about: 'Fund', expected: ['position/none [NO KE] become'] },
    { text: `${joint}Prices of tea fell.`, about: 'tea', expected: [] },
    {
      text: `${joint}The raid on the ferry constitutes a violation of the truce.`,
      about: 'raid',
      expected: ['position/none [NO KE] constitute'],
    },
    { text: `${joint}Chile poses a threat to all ships.`, about: 'ships', expected: ['position/none [NO KE] pose'] },
    { text: `${joint}Chile continues to pose a threat to all ships.`, about: 'ships', expected: ['position/none [NO KE] pose'] },
    { text: `${joint}Such raids violate the truce.`, about: 'truce', expected: ['position/none [NO KE] violate'] },
    { text: `${joint}Any raid runs counter to the truce.`, about: 'truce', expected: ['position/none [NO KE] run'] },
    { text: `${joint}The raids on the ferry are deeply worrying.`, about: 'raids', expected: ['position/none [NO KE] worry'] },
    { text: `${joint}We condemn that Chile closes the lock.`, about: 'lock', expected: ['position/none [NO KE] condemn'] },
    { text: `${joint}We reemphasize that raids are banned.`, about: 'raids', expected: ['position/none [NO KE] reemphasize'] },
    // what a thing makes up, what may come of it, and what nobody does
    { text: `${joint}Ten ships constitute the fleet of Chile.`, about: 'ships', expected: [] },
    { text: `${joint}The raids would pose a threat to all ships.`, about: 'raids', expected: [] },
    { text: `${joint}The floods threaten our ships.`, about: 'floods', expected: [] },
    { title, text: `${joint}The two sides stated that the river is long.`, about: 'river', expected: ['position/none [NO KE] state'] },
    { text: `${joint}The two sides stated that they will clean the river.`, about: 'river', expected: ['commitment/intent [NO KE] clean'] },
  ],
  'rights kept in a treaty': [
    {
      text: `${treaty}The annexes shall constitute a part of this Agreement.`,
      about: 'annexes',
      expected: ['commitment/binding [NO KE] constitute'],
    },
    { text: `${treaty}Each Party retains its rights under Article 5.`, about: 'Article', expected: ['position/none [NO KE] retain'] },
    {
      text: `${treaty}This Agreement does not confer any new rights on the Parties.`,
      about: 'confer',
      expected: ['position/none [NO KE] confer'],
    },
    { text: `${treaty}Nothing in this Agreement affects other treaties.`, about: 'affects', expected: ['position/none [NO KE] affect'] },
  ],
  'what bodies go on doing, and who is named for an impersonal duty': [
    {
      text: `${joint}The Lake Commission will continue to test the water.`,
      about: 'test',
      expected: ['commitment/intent [Lake Commission] test'],
    },
    { text: `${joint}It is essential for Kenya to open the lock.`, about: 'lock', expected: ['proposal/should [KE] open'] },
    { text: `${joint}It is essential to open the lock.`, about: 'lock', expected: ['proposal/should [] open'] },
    { text: `${joint}We are unanimous in our assessment of the flood.`, about: 'flood', expected: ['position/none [NO KE] believe'] },
  ],
  'what stands before an undertaking, and what opens a declaration': [
    {
      text: `${joint}Recognising that the lake remains a key resource, we remain committed to cooperation.`,
      about: 're',
      expected: ['position/none [NO KE] recognise', 'position/none [NO KE] remain'],
    },
    {
      text: `${joint}Recalling the Oslo Charter, we will repair the lock.`,
      about: 'lock',
      expected: ['commitment/intent [NO KE] repair'],
    },
    {
      text: 'We, the Ministers of Norway and Kenya, having gathered in Oslo;\n\nRecognising that the lake is shrinking;\n\nHave declared as follows:\n\n1. We agree to open a school.',
      expected: ['position/none [NO KE] recognise', 'commitment/agreed [NO KE] open'],
    },
    {
      text: `${joint}The ministers express through this paper their intention to negotiate a treaty.`,
      about: 'treaty',
      expected: ['commitment/ready [NO KE] negotiate'],
    },
    { text: `${joint}We share a desire to open the river.`, about: 'river', expected: ['commitment/ready [NO KE] open'] },
    {
      text: `${joint}These works will need time, and Kenyan leaders welcome the plan.`,
      about: 'welcome',
      expected: ['position/none [KE] welcome'],
    },
    { text: `${joint}We will meet at the 10. Summit of the Lake States.`, about: 'Summit', expected: ['commitment/intent [NO KE] meet'] },
  ],
  'nouns that name an act': [
    {
      text: `${joint}We reaffirm our commitment to the full and effective implementation of the Lake Charter.`,
      about: 'Charter',
      expected: ['commitment/agreed [NO KE] implement'],
    },
    {
      text: `${joint}We remain committed to the early ratification of the treaty.`,
      about: 'treaty',
      expected: ['commitment/agreed [NO KE] ratify'],
    },
    {
      text: `${joint}We reaffirm our commitment to the protection of rights.`,
      about: 'rights',
      expected: ['position/none [NO KE] reaffirm'],
    },
    { text: `${joint}We remain committed to the Charter.`, about: 'Charter', expected: ['position/none [NO KE] remain'] },
  ],
  'adjectives and abbreviations that are no verb and no end': [
    { text: `${joint}We support a free and open river trade.`, about: 'free', expected: ['position/none [NO KE] support'] },
    { text: `${joint}We will repair a lock and open schools.`, about: 'schools', expected: ['commitment/intent [NO KE] open'] },
    {
      text: 'Kenya will apply the U.S. Most Favoured Nation tariff to tea. Kenya will build a port in the U.S. The port is large.',
      about: 'tariff',
      expected: ['commitment/intent [KE] apply'],
    },
  ],
}

for (const [name, cases] of Object.entries(tables))
  describe(name, () => {
    for (const { text, title, expected, about } of cases)
      it(text.slice(-90), () => {
        const { statements } = read({ id: 'x', text, ...(title && { title }) })
        const asked = about ? statements.filter((s) => s.quote.includes(about)) : statements
        assert.deepEqual(
          asked.map((s) => `${s.kind}/${s.force} [${s.parties.join(' ')}] ${s.act}`),
          expected,
        )
      })
  })

const instruments: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'The Parties shall apply the Agreement on Trade between Norway and Kenya of 3 May 1994 to tea.',
    'to tea',
    ['Agreement on Trade between Norway and Kenya of 3 May 1994'],
  ],
  ['The Parties shall review the present Agreement in May.', 'review', ['the present Agreement']],
  ['The Parties shall set the prices of tea in a separate Protocol.', 'prices', ['separate Protocol']],
  ['The Parties shall set the prices of tea.', 'prices', []],
]
describe('instruments by their full title and by a common noun', () => {
  for (const [text, about, expected] of instruments)
    it(text, () => {
      const { statements } = read({ id: 'x', text: `${treaty}${text}` })
      assert.deepEqual(statements.find((s) => s.quote.includes(about))?.mechanisms ?? [], expected)
    })
})
