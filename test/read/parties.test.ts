import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { read } from '../../src/index.ts'

/** Text (all of it invented), a fragment of the statement's quote, its parties; proposers and attribution where they matter. */
interface Case {
  kind?: string
  readonly text: string
  readonly quote: string
  readonly parties: string
  readonly proposers?: string
  /** '' means: none. */
  readonly attribution?: string
  readonly title?: string
  readonly publisher?: string
}

const pair = 'Norwegian Foreign Minister Per Dahl met with Kenyan Foreign Minister Grace Otieno in Oslo. The two sides discussed trade. '
const joint =
  'The following is a joint statement by the Governments of Norway and Kenya.\n\nThe Governments of Norway and Kenya held talks in Oslo. '
const turns = 'FOREIGN MINISTER DAHL: Good afternoon. I welcome Foreign Minister Grace Otieno of Kenya to Oslo. '
const six =
  'The Foreign Ministers of China, Kazakhstan, Kyrgyzstan, Tajikistan, Turkmenistan and Uzbekistan (hereinafter "the Parties") met in Osh. The Parties agreed to cooperate. '

const counterpart =
  'Foreign Minister Lasha Beridze and his Uzbek counterpart Dilshod Karimov held talks in Tbilisi, the capital of Georgia. '
const tables: Record<string, readonly Case[]> = {
  'a counterpart, and the other of two': [
    {
      text: `${counterpart}Karimov said that Uzbekistan will send cotton.`,
      quote: 'will send',
      parties: 'UZ',
      attribution: 'Dilshod Karimov',
    },
    {
      text: `${counterpart}Beridze said that Georgia will build a terminal.`,
      quote: 'will build',
      parties: 'GE',
      attribution: 'Lasha Beridze',
    },
    { text: `${counterpart}Karimov spoke first. He invited Beridze to visit Khiva.`, quote: 'invited', parties: 'GE' },
  ],
  'parties of the text': [
    { text: `${pair}The two sides agreed to open a bridge.`, quote: 'agreed to open', parties: 'NO KE' },
    { text: `${pair}Both countries will open a bridge.`, quote: 'will open', parties: 'NO KE' },
    {
      text: 'Secretary of State Antony J. Blinken spoke today with Bulgarian President Ivan Todorov about tensions between Serbia and Kosovo. They agreed to meet again. Serbia is far away. Serbia and Kosovo talk.',
      quote: 'agreed to meet',
      parties: 'US BG',
    },
    {
      text: 'We, the President of Norway and the Prime Minister of Kenya, met in Lima, hosted by the President of Peru. Both sides will refrain from force.',
      quote: 'will refrain',
      parties: 'NO KE',
    },
    { text: `${six}The Parties will build a road.`, quote: 'will build', parties: 'CN KZ KG TJ TM UZ' },
    {
      text: 'President Joe Biden met with the Presidents of Kazakhstan, Uzbekistan and Tajikistan today in New York. The leaders agreed to meet every year.',
      quote: 'agreed to meet',
      parties: 'KZ UZ TJ US',
    },
    { text: 'The two sides will open a bridge.', title: 'Norway and Kenya hold talks', quote: 'will open', parties: 'NO KE' },
  ],
  'sides and offices': [
    { text: `${pair}The Kenyan side will send doctors.`, quote: 'will send', parties: 'KE' },
    { text: `${pair}The government of Kenya will send doctors.`, quote: 'will send', parties: 'KE' },
    { text: `${pair}Kenya's Ministry of Health will send doctors.`, quote: 'will send', parties: 'KE' },
    { text: `${pair}Kenyan companies will send doctors.`, quote: 'will send', parties: 'Kenyan companies' },
    { text: `${pair}Oslo will send doctors.`, quote: 'will send', parties: 'NO' },
    { text: `${pair}Dahl and Otieno agreed to open a bridge.`, quote: 'agreed to open', parties: 'NO KE' },
    { text: `${pair}Minister Otieno expressed support for the talks.`, quote: 'expressed support', parties: 'KE' },
    {
      text: `${joint}The Minister of Foreign Affairs of Norway and the Deputy Secretary of Trade of Kenya, Ms. Grace Otieno, met. The Deputy Secretary welcomed the talks.`,
      quote: 'welcomed the talks',
      parties: 'KE',
    },
    {
      text: `${joint}The Minister of Foreign Affairs of Norway and the Deputy Secretary of Trade of Kenya, Ms. Grace Otieno, met. The Minister and the Deputy Secretary welcomed the talks.`,
      quote: 'welcomed the talks',
      parties: 'NO KE',
    },
    {
      text: 'Prime Minister of Kenya Grace Otieno held talks with President Per Dahl in Oslo. Norway and Kenya are friends. President Per Dahl expressed support for the talks.',
      quote: 'expressed support',
      parties: 'NO',
    },
    {
      text: `${pair}Norway's Foreign Minister said that his Kenyan colleague had promised to send doctors.`,
      quote: 'had promised',
      parties: 'KE',
    },
    { text: `${joint}The competent authorities of the two countries will publish the list.`, quote: 'will publish', parties: 'NO KE' },
    { text: `${joint}The two foreign ministries will publish the list.`, quote: 'will publish', parties: 'NO KE' },
    {
      text: `${joint}The delegations of Norway, led by Mr. Per Dahl, Minister of Trade, and Kenya, led by Ms. Grace Otieno, agreed to meet.`,
      quote: 'agreed to meet',
      parties: 'NO KE',
    },
  ],
  'more than two': [
    { text: `${six}The Central Asian Parties undertake to send officers.`, quote: 'undertake to send', parties: 'KZ KG TJ TM UZ' },
    { text: `${six}China will pay for it. The other Parties took note of this.`, quote: 'took note', parties: 'KZ KG TJ TM UZ' },
    { text: `${joint}Countries should open their markets.`, quote: 'should open', parties: 'Countries' },
    {
      text: 'The leaders of the Gulf Cooperation Council (GCC) member states and the United States met in Jeddah. The leaders agreed to open a bridge.',
      quote: 'met in Jeddah',
      parties: 'GCC US',
    },
  ],
  bodies: [
    {
      text: `${pair}The Norwegian-Kenyan Intergovernmental Commission on Trade held its session. The commission will meet in May.`,
      quote: 'will meet',
      parties: 'NO KE',
    },
    {
      text: `${joint}They founded the Green Fund for Ukraine. The fund will promote solar energy.`,
      quote: 'will promote',
      parties: 'Green Fund for Ukraine',
    },
    {
      text: `${joint}The Negev Forum Steering Committee met. The Steering Committee will meet again.`,
      quote: 'will meet again',
      parties: 'Negev Forum Steering Committee',
    },
    {
      text: `${joint}A committee of senior officials, to be chaired by Chile, is hereby established. It will meet twice a year.`,
      quote: 'will meet',
      parties: 'committee of senior officials',
    },
  ],
  'speech of one side': [
    { text: `${turns}Together, we will send doctors.\n\nFOREIGN MINISTER OTIENO: Thank you.`, quote: 'will send', parties: 'NO KE' },
    {
      text: `${turns}Chile has violated the truce.\n\nFOREIGN MINISTER OTIENO: Thank you.`,
      quote: 'violated',
      kind: 'position',
      parties: '',
    },
    { text: `${turns}Kenyan schools have opened places to us.\n\nFOREIGN MINISTER OTIENO: Thank you.`, quote: 'opened', parties: 'KE' },
    {
      text: `${turns}Norway maintains a base there.\n\nFOREIGN MINISTER OTIENO: Thank you.`,
      quote: 'maintains',
      kind: 'report',
      parties: 'NO',
    },
  ],
  'whom a communiqué of many binds': [
    {
      text: 'Today, on 3 May, we, the Leaders of the Group of Seven (G7), alongside Peru, recall the flood in Chile. We will help Peru. Chile and Peru met. We thank Chile.',
      quote: 'will help',
      parties: 'G7',
    },
    {
      text: 'We the Leaders of the Group of Seven met today with the President of Peru to renew our support for Peru. We will help Peru. Peru needs it.',
      quote: 'will help',
      parties: 'G7',
    },
    {
      text: 'We will help Peru. The President of Peru thanked our members. He said that Peru was ready. Peru and Chile have met. We will also help Chile.',
      title: 'G7 Leaders’ Statement on Peru',
      quote: 'We will help',
      parties: 'G7',
    },
    {
      text: 'We will help Peru. Peru and Chile are at odds. Peru has met Chile. We urge both to talk.',
      title: 'Joint Statement by the G7 Announcing a Fund for Peru',
      quote: 'will help',
      parties: 'G7',
    },
    {
      text: 'We, the G7 Foreign Ministers of Canada, France, Germany, Italy, Japan, the United Kingdom and the United States, and the High Representative of the European Union, will help Peru.',
      quote: 'will help',
      parties: 'CA FR DE IT JP GB US EU',
    },
    {
      text: 'The ministers of Peru, Germany, France and the European Union met in Lima. The ministers agreed to help Chile.',
      quote: 'agreed to help',
      parties: 'PE DE FR EU',
    },
    {
      text: 'We, the Leaders of BRICS countries, met in Recife. We support the wish of Brazil, India and South Africa to act. We resolve to keep our markets open.',
      quote: 'resolve to keep',
      parties: 'BRICS',
    },
    {
      text: 'The Lake Coalition to Defeat ISIS remains committed to its task. We will use all tools. ISIS is weaker. ISIS has lost its towns, and we will not rest.',
      quote: 'will use',
      parties: 'Lake Coalition',
    },
    {
      text: 'Peru and the European Union, united by our values, reaffirm our bond. Ukraine is at war. We will help Ukraine. Ukraine needs help, and Ukraine will prevail. We stand with Ukraine.',
      quote: 'will help',
      parties: 'PE EU',
    },
    {
      text: 'Today at the East Asia Summit, the President of Peru, the President of Chile and the President of Kenya renewed our bond. The leaders will meet again.',
      quote: 'will meet',
      parties: 'PE CL KE',
    },
  ],
  'a text of one body': [
    {
      text: 'Ten years ago, the Leaders of the G20 met in Lima. France and Peru were at war. We have met again in Lima. We will help France. We will help Peru. We reaffirm our bond with Peru.',
      quote: 'will help Peru',
      parties: 'G20',
    },
    {
      text: 'The Ministers of the Global Coalition to Save the Lake, meeting again after two years, met in Oslo. The Ministers will help Peru. The Ministers reaffirmed their bond with Chile. The Ministers agreed to act.',
      quote: 'agreed to act',
      parties: 'Global Coalition',
    },
    {
      text: 'The Leaders of Peru and of the European Union met in Lima. We will help Chile. We will help Kenya. We reaffirm our bond.',
      quote: 'will help Chile',
      parties: 'PE EU',
    },
  ],
  'the sides of a treaty': [
    {
      text: 'Agreement between Chile and Mongolia\n\nExporters shall keep books. Each Party shall keep books. The rights of the Parties shall be governed by Articles VI and XVI of the Code. The Parties shall meet.',
      quote: 'Each Party',
      parties: 'CL MN',
    },
    {
      text: 'Agreement between Chile and Mongolia\n\nExporters shall keep books. Each Party shall keep books. The rights of the Parties shall be governed by Articles VI and XVI of the Code. The Parties shall meet.',
      quote: 'governed by',
      parties: 'CL MN',
    },
  ],
  'an official who is met': [
    { text: `${joint}The minister of Norway met President Silva of Chile in Oslo.`, quote: 'met President', parties: 'NO CL' },
  ],
  'turns of a transcript': [
    {
      text: `${turns}We will send doctors.\n\nFOREIGN MINISTER OTIENO: Thank you. We have decided to build a school. We will open an office.`,
      quote: 'will send',
      parties: 'NO',
      attribution: 'FOREIGN MINISTER DAHL',
    },
    {
      text: `${turns}We will send doctors.\n\nFOREIGN MINISTER OTIENO: Thank you. Norway is a friend. We have decided to build a school.`,
      quote: 'have decided',
      parties: 'KE',
      attribution: 'Grace Otieno',
    },
    {
      text: `${turns}We will send doctors.\n\nFOREIGN MINISTER OTIENO: Norway is a friend.\n\nWe will build a school.`,
      quote: 'build a school',
      parties: 'KE',
      attribution: 'Grace Otieno',
    },
    {
      text: `${turns}Norway is ready. We will together send doctors.\n\nFOREIGN MINISTER OTIENO: Thank you.`,
      quote: 'will together send',
      parties: 'NO KE',
    },
    {
      text: `${turns}Norway is ready. The Foreign Minister and I agreed to send doctors.\n\nFOREIGN MINISTER OTIENO: Thank you.`,
      quote: 'agreed to send',
      parties: 'NO KE',
    },
  ],
  proposals: [
    {
      text: `${pair}Dahl said that both sides should build roads.`,
      quote: 'should build',
      parties: 'NO KE',
      proposers: 'NO',
      attribution: 'Per Dahl',
    },
    { text: `${pair}Norway urged Kenya to build roads.`, quote: 'urged Kenya', parties: 'KE', proposers: 'NO' },
    { text: `${pair}Dahl urged Minister Otieno to build roads.`, quote: 'urged', parties: 'KE', proposers: 'NO' },
    {
      text: `${pair}Norway encourages competent Kenyan companies to build roads.`,
      quote: 'encourages',
      parties: 'Kenyan companies',
      proposers: 'NO',
    },
    {
      text: `${joint}We urge all parties concerned to resume talks.`,
      quote: 'urge all',
      parties: 'all parties concerned',
      proposers: 'NO KE',
    },
    { text: `${joint}We reiterate our call on Peru to close its camps.`, quote: 'reiterate', parties: 'PE', proposers: 'NO KE' },
    {
      text: `${joint}We reiterate our call on Peru to join the talks and accept the offer.`,
      quote: 'accept',
      parties: 'PE',
      proposers: 'NO KE',
    },
    { text: `${pair}Norway renewed its call on Peru to close its camps.`, quote: 'renewed', parties: 'PE', proposers: 'NO' },
    {
      text: `${joint}We, the ministers of Norway and Kenya, also call on Peru to act.`,
      quote: 'also call',
      parties: 'PE',
      proposers: 'NO KE',
    },
    { text: `${joint}We encourage Participants to build roads.`, quote: 'encourage', parties: 'NO KE', proposers: 'NO KE' },
    { text: `${pair}The Kenyan side requested early access for tea.`, quote: 'requested', parties: 'NO', proposers: 'KE' },
    {
      text: `${joint}We call on the international community to protect the lake.`,
      quote: 'call on',
      parties: 'international community',
      proposers: 'NO KE',
    },
  ],
  'speakers and pronouns': [
    {
      text: `${pair}Dahl said that Norway will send doctors. The two countries should open the bridge.`,
      quote: 'will send',
      parties: 'NO',
      attribution: 'Per Dahl',
    },
    {
      text: `${pair}Otieno stressed that she is ready to visit Oslo.`,
      quote: 'ready to visit',
      parties: 'KE',
      attribution: 'Grace Otieno',
    },
    { text: `${joint}We support the treaty.`, quote: 'support', parties: 'NO KE', attribution: '' },
    { text: `${joint}Across all fields of work, we support the treaty.`, quote: 'support the treaty', parties: 'NO KE', attribution: '' },
    { text: `${pair}Kenya is a friend of Norway. It will send doctors.`, quote: 'will send', parties: 'KE' },
  ],
  'whose words': [
    {
      text: `${pair}The Kenyan side proposed a study of the port.`,
      quote: 'proposed a study',
      parties: '',
      proposers: 'KE',
      attribution: '',
    },
    {
      text: `${joint}The Minister of Trade of Kenya, Ms. Grace Otieno, expressed support for the treaty.`,
      quote: 'expressed support',
      parties: 'KE',
      attribution: 'Grace Otieno',
    },
    { text: `${joint}Norway affirmed that it will send doctors.`, quote: 'will send', parties: 'NO', attribution: '' },
    { text: `${joint}The war must end now.`, quote: 'must end', parties: 'NO KE' },
  ],
  'no doer': [
    { text: `${pair}A school will be built in Nairobi.`, quote: 'will be built', parties: '' },
    { text: `${pair}The joint statement was adopted.`, quote: 'was adopted', parties: 'NO KE' },
    { text: `${pair}The school has been opened by Kenya.`, quote: 'has been opened', parties: 'KE' },
    { text: `${pair}Dahl said that Malaysia the two sides had held frank talks.`, quote: 'had held', parties: '' },
    {
      text: `${pair}Dahl said that Kenya is a friend. Norway and Kenya trade in tea. Brazil will eliminate its tax on Kenyan tea.`,
      quote: 'will eliminate',
      parties: '',
    },
  ],
}

const oneSided =
  'Norway is listing six firms that carried Kenyan tea without papers. Until Kenya changes its law, we will check ships from Kenya. Partners do the same.'
const speech =
  'It is an honour to speak. Peru raided Kenya, and President Noor of Kenya has refused talks. Both sides have lost many lives. '
tables['"we" where one side speaks to all'] = [
  { text: oneSided, quote: 'will check', parties: 'NO' },
  { text: oneSided, quote: 'will check', parties: 'NO', publisher: 'Norwegian Ministry of Foreign Affairs' },
  {
    text: 'Ninety years ago Russia starved Ukraine. We will not forget the dead of Ukraine. We remember what Russia did, and we will help Ukraine.',
    quote: 'will help',
    parties: 'NO',
    publisher: 'Government of Norway',
  },
  { text: `${speech}I welcome the truce.`, quote: 'welcome', parties: 'NO', publisher: 'Government of Norway' },
  { text: `${speech}I thank you. We will send a ship.`, quote: 'will send', parties: 'NO', publisher: 'Government of Norway' },
  // somebody is quoted: "I" may be his
  {
    text: `${speech}"I welcome the truce," President Noor of Kenya said. We will send a ship.`,
    quote: 'will send',
    parties: 'KE',
    publisher: 'Government of Norway',
  },
  { text: 'Prime Minister Noor of Kenya is in Oslo. This morning he will meet farmers.', quote: 'will meet', parties: 'KE' },
  { text: 'Prime Minister Noor of Kenya is in Oslo. Next month they will send a ship to Peru.', quote: 'will send', parties: 'KE PE' },
  // who meets, or is counted, speaks together whoever publishes it
  {
    text: 'Foreign Minister has just visited Kenya. He met the mayors.',
    quote: 'visited',
    parties: 'NO',
    publisher: 'Government of Norway',
  },
  { text: 'Foreign Minister has just visited Kenya. He met the mayors.', quote: 'met', parties: 'NO', publisher: 'Government of Norway' },
  { text: 'Foreign Minister Berg has just visited Kenya.', quote: 'visited', parties: '' },
  { text: `${pair}We will open a bridge.`, quote: 'will open', parties: 'NO KE', publisher: 'Norwegian Ministry of Foreign Affairs' },
  { text: `${joint}We will open a bridge.`, quote: 'will open', parties: 'NO KE', publisher: 'Norwegian Ministry of Foreign Affairs' },
  {
    text: 'Norway is ready for more trade with Kenya. The two countries trade in tea. We will open a bridge.',
    quote: 'will open',
    parties: 'NO KE',
    publisher: 'Norwegian Ministry of Foreign Affairs',
  },
  { text: oneSided.replace('we will', 'together we will'), quote: 'will check', parties: 'NO KE' },
]

tables['"was proud to" tells of what was done'] = [
  { kind: 'report', text: 'Norway was proud to sign a law on tea.', quote: 'sign', parties: 'NO' },
  { kind: 'report', text: 'Norway has been proud to help Kenya.', quote: 'help', parties: 'NO' },
  { kind: 'commitment', text: 'Norway is proud to help Kenya.', quote: 'help', parties: 'NO' },
]
tables['what was done to one is no act of all'] = [
  { text: `${pair}President Arne Vik of Norway was briefed on the harbour.`, quote: 'was briefed', parties: '' },
  { text: `${joint}Norway has been invited to the fair.`, quote: 'has been invited', parties: '' },
  { text: `${joint}A bridge has been opened.`, quote: 'has been opened', parties: 'NO KE' },
]
tables['who says "I" is not named by it'] = [
  {
    text: 'Norway trades with many. I want to thank all for their work on the treaty.',
    quote: 'want to thank',
    parties: 'NO',
    attribution: '',
  },
  { text: 'Six were hurt at a fair. I will send a doctor to Kenya.', quote: 'will send', parties: 'NO', publisher: 'Government of Norway' },
]

const sorted = (list: readonly string[] | undefined): string => [...(list ?? [])].sort().join(' ')
const words = (list: string): string => (/^[A-Z ]*$/.test(list) ? list.split(' ').filter(Boolean).sort().join(' ') : list)

for (const [name, cases] of Object.entries(tables)) {
  describe(name, () => {
    for (const one of cases) {
      it(`${one.quote}: ${one.text.slice(-70)}`, () => {
        const about = { ...(one.title ? { title: one.title } : {}), ...(one.publisher ? { publisher: one.publisher } : {}) }
        const reading = read({ text: one.text, ...about })
        const statement = reading.statements.find((s) => s.quote.includes(one.quote))
        assert.ok(statement, `no statement with "${one.quote}" among: ${reading.statements.map((s) => s.quote).join(' | ')}`)
        assert.equal(
          sorted(statement.parties),
          words(one.parties),
          `parties of "${statement.quote}" by ${statement.grounds['parties']?.rule}`,
        )
        if (one.kind !== undefined) assert.equal(statement.kind, one.kind, 'kind')
        if (one.proposers !== undefined) assert.equal(sorted(statement.proposers), words(one.proposers), 'proposers')
        if (one.attribution !== undefined) assert.equal(statement.attribution ?? '', one.attribution, 'attribution')
        if (statement.parties.length) assert.match(statement.grounds['parties']?.rule ?? '', /^party\//)
      })
    }
  })
}
