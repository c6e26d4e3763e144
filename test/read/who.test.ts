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
  {
    shows: 'a body in the list of those who issue a text',
    text: 'The two sides agreed. We will open a port.',
    title: 'Joint Statement of Norway, Japan and the European Union',
    quote: 'We will open',
    parties: 'EU JP NO',
  },
  {
    shows: 'a body that opens that list',
    text: 'We will open a port.',
    title: 'Joint Statement of the European Union, Norway and Japan on Kenya',
    quote: 'We will open',
    parties: 'EU JP NO',
  },
  {
    shows: 'what envoys are sent to is not who sent them',
    text: 'The statement was agreed by the Special Envoys for Kenya from the European Union, Peru, Norway and Japan in Oslo.\nThe envoys condemned the attack.',
    quote: 'The envoys condemned',
    parties: 'EU JP NO PE',
  },
  {
    shows: 'a mission to a body acts for its state',
    text: 'The Permanent Mission of Japan to the UN and the Embassy of Norway submitted the draft.',
    quote: 'The Permanent Mission',
    parties: 'JP NO',
  },
  {
    shows: 'an ambassador to a state acts for his own',
    text: 'The Ambassador of Norway to Japan will visit the port.',
    quote: 'The Ambassador',
    parties: 'NO',
  },
  {
    shows: 'an adviser to somebody is of the same state',
    text: 'The Special Adviser to the President of Norway will visit Japan.',
    quote: 'The Special Adviser',
    parties: 'NO',
  },
  {
    shows: 'an alliance that two states own is both',
    text: 'President Anna Berg of Norway met Prime Minister Bo Lund of Japan. The Norway-Japan Alliance was founded in 1950. The Alliance will help the islands.',
    quote: 'The Alliance will help',
    parties: 'JP NO',
  },
  {
    shows: 'the alliance of nobody in particular is a body',
    text: 'President Anna Berg of Norway met Prime Minister Bo Lund of Japan. The Alliance will help the islands.',
    quote: 'The Alliance will help',
    parties: 'Alliance',
  },
  {
    shows: 'a known body by its noun, though its name goes on',
    text: 'The Global Coalition to Defeat ISIS met in Oslo. The Coalition will help the islands.',
    quote: 'The Coalition will help',
    parties: 'Global Coalition to Defeat ISIS',
  },
  {
    shows: '"it" after a condition is whom the condition is about',
    text: 'Japan supports the plan. If Norway agrees, it will send ships.',
    quote: 'it will send',
    parties: 'NO',
  },
  {
    shows: 'the same of one who is asked',
    text: 'If Norway truly wishes to see peace, it should open the port.',
    publisher: 'Ministry of Foreign Affairs of Japan',
    title: 'Statement by Japan',
    quote: 'it should open',
    parties: 'NO',
  },
  {
    shows: 'a condition about a thing changes nothing',
    text: 'Japan supports the plan. Once the port is open, it will send ships.',
    quote: 'it will send',
    parties: 'JP',
  },
  {
    shows: 'the adjective before an ambassador says whose he is',
    text: 'The Norwegian Ambassador to NATO signed the paper.',
    quote: 'The Norwegian Ambassador',
    parties: 'NO',
  },
  {
    shows: 'the same before one who is sent to a state',
    text: 'The Norwegian Ambassador to Japan signed the paper.',
    quote: 'The Norwegian Ambassador',
    parties: 'NO',
  },
  {
    shows: '"our" envoys in a joint text are those of all',
    text: 'Our Permanent Representatives to the UN have written to the Council.',
    title: 'Joint Statement by Norway, Japan and Peru',
    quote: 'Our Permanent Representatives',
    parties: 'JP NO PE',
  },
  {
    shows: 'a region stands for its members in the opening of a joint text',
    text: 'We – the Prime Ministers of the Nordic countries and Canada – met in Oslo today.\nWe share values with Kenya. We will help Kenya.',
    quote: 'We will help',
    parties: 'CA DK FI IS NO SE',
  },
  {
    shows: 'a region that is one name does too',
    text: 'We, the ministers of the Baltic States and Poland, met in Riga on 3 May.\nWe will help Kenya.',
    quote: 'We, the ministers',
    parties: 'EE LT LV PL',
  },
  {
    shows: 'a region that somebody only supports is no party',
    text: 'Japan supports the Nordic countries and Kenya. It will help them.',
    quote: 'Japan supports',
    parties: 'JP',
  },
  {
    shows: "an official of no stated state is the publisher's",
    text: 'Deputy Adviser Anna Berg met today with the mayors of the coast. Berg welcomed the help of Kenya.',
    publisher: 'Government of Norway',
    quote: 'Berg welcomed',
    parties: 'NO',
  },
  {
    shows: 'one of a stated state is not',
    text: 'Deputy Adviser Anna Berg of Peru met today with the mayors of the coast. Berg welcomed the help of Kenya.',
    publisher: 'Government of Norway',
    quote: 'Berg welcomed',
    parties: 'PE',
  },
  {
    shows: "an office without owner or name beside one official of another state is the publisher's",
    text: 'The Prime Minister spoke with Kenyan President Bo Lund. The Prime Minister agreed to open a port.',
    publisher: 'Government of Norway',
    quote: 'The Prime Minister agreed',
    parties: 'NO',
  },
  {
    shows: 'a short name in brackets parts no official from his state',
    text: 'Deputy Adviser Anna Berg spoke today with Republic of Kenya (RK) Foreign Minister Bo Lund about the war. Lund thanked the doctors.',
    publisher: 'Government of Norway',
    quote: 'Lund thanked',
    parties: 'KE',
  },
  {
    shows: 'all officials of a list after "by"',
    text: 'The meeting was chaired by Minister Anna Berg of Norway, Minister Bo Lund of Kenya and Minister Ida Roe of Peru.',
    quote: 'The meeting was chaired',
    parties: 'KE NO PE',
  },
  {
    shows: '"we" of a joint text are its parties, whatever officials stand beside them',
    text: 'We, the ministers of Norway, Kenya, Peru and the High Representative of the European Union, condemn the attack. We stand with Chile.\n\nWe, the ministers and the High Representative of the European Union, agree to open a port.',
    title: 'Ministers’ Statement on the Attack',
    quote: 'We, the ministers and',
    parties: 'EU KE NO PE',
  },
  {
    shows: 'those for whom it was done are not in it',
    text: 'The forum was hosted by Norway for the ministers of Kenya and Peru.',
    quote: 'The forum was hosted',
    parties: 'NO',
  },
  {
    shows: 'officials who sign a joint text by its title',
    text: 'We stand by the people of Kenya. Kenya will rebuild its ports. Kenya and Ghana are our friends. We will send ships.',
    title: 'Joint Statement by Prime Minister Sanna Marin and President Emmanuel Macron',
    quote: 'We will send',
    parties: 'FI FR',
  },
  {
    shows: 'officials who sign after what the text is about',
    text: 'We will repair ships for Kenya. Kenya and Ghana need them.',
    title: 'Joint Statement on Ships for Kenya from Norwegian Minister Anna Berg and Minister Ida Roe of Peru',
    quote: 'We will repair',
    parties: 'NO PE',
  },
  {
    shows: 'officials who met, before the place',
    text: 'We will open a port. Kenya and Ghana will help, with Kenya in the lead.',
    title: 'Joint Statement Following the Meeting Between Minister Anna Berg of Norway and Minister Ida Roe of Peru in Nairobi',
    quote: 'We will open',
    parties: 'NO PE',
  },
  {
    shows: 'those who sign are not those whom the text names in a list',
    text: 'Norway and Peru welcomed the pledge by Kenya, Ghana and Chad to build a railway. We will send engineers.',
    title: 'Joint Statement from Norway and Peru on Support for Kenya, Ghana and Chad',
    quote: 'We will send',
    parties: 'NO PE',
  },
  {
    shows: 'two officials of one state sign for it',
    text: 'We welcome the plan of Kenya. Kenya is a friend of Norway.',
    title: 'Joint Statement by Minister Anna Berg of Norway and Minister Bo Lund of Norway Welcoming the Plan of Kenya',
    quote: 'We welcome',
    parties: 'NO',
  },
  {
    shows: 'sides that a title joins in one word',
    text: 'The officials reviewed the threats of Kenya. Kenya and Ghana had moved ships. The two sides will resist the threats of Kenya.',
    title: 'Joint Statement on the Meeting of the Norway-Peru Consultative Group',
    quote: 'The two sides will resist',
    parties: 'NO PE',
  },
  {
    shows: 'by whom the opening says that a statement was released',
    text: 'The text of the following statement was released by Minister Anna Berg of Norway and Minister Ida Roe of Peru to support Kenya.\nKenya and Ghana have chosen peace, and Kenya has held to it. We will send doctors to Kenya.',
    title: 'Joint Statement on Kenya',
    quote: 'We will send',
    parties: 'NO PE',
  },
  {
    shows: 'states of which something is between are no signers',
    text: 'We, the ministers of Norway and Peru, met in Oslo. We will send doctors.',
    title: 'Joint Statement on the War between Kenya and Ghana',
    quote: 'We will send',
    parties: 'NO PE',
  },
  {
    shows: 'a statement of one official is that of his own, whoever meets in it',
    text: 'Kenya and Peru met in Quito and agreed on a truce. Both sides kept it. We will send doctors to the two countries.',
    title: 'Statement by Press Secretary Anna Berg on the Truce between Kenya and Peru',
    publisher: 'Government of Norway',
    quote: 'We will send',
    parties: 'NO',
  },
  {
    shows: 'and "all sides" in it are not his own',
    text: 'Kenya and Peru met in Quito. All sides should keep the truce.',
    title: 'Statement from Spokesperson Anna Berg on Kenya and Peru',
    publisher: 'Government of Norway',
    quote: 'All sides should',
    parties: 'all sides',
  },
  {
    shows: "a statement of another state's official is not the publisher's",
    text: 'Kenya and Peru met in Quito. Both sides kept the truce. We will send doctors.',
    title: 'Statement by Minister Anna Berg of Kenya on the Truce',
    publisher: 'Government of Norway',
    quote: 'We will send',
    parties: 'KE PE',
  },
  {
    shows: 'a statement of officials of two states is not that of one',
    text: 'The two countries met in Quito. We will send doctors.',
    title: 'Statement by President Anna Berg of Kenya and President Ida Roe of Norway',
    publisher: 'Government of Norway',
    quote: 'We will send',
    parties: 'KE NO',
  },
  {
    shows: "an office with its article that nobody else has is that of the publisher's",
    text: 'Three mayors came to Oslo today. The President supports the plan of the harbour towns.',
    title: 'Readout of the Meeting with Mayors',
    publisher: 'Government of Norway',
    quote: 'The President supports',
    parties: 'NO',
  },
  {
    shows: 'a person without an office is not',
    text: 'Three mayors came to Oslo today. Mr. Berg opened the talks with a speech.',
    title: 'Readout of the Meeting with Mayors',
    publisher: 'Government of Norway',
    quote: 'Mr. Berg opened',
    parties: '',
  },
  {
    shows: 'who is only spoken of meets nobody',
    text: 'The Prime Minister met eight mayors in Oslo today. They discussed the war in Kenya and what Kenya needs from the harbour towns of Norway.',
    title: 'Readout of the Meeting with Mayors on Aid',
    publisher: 'Government of Norway',
    quote: 'They discussed',
    parties: 'NO',
  },
  {
    shows: 'who is named in the title does',
    text: 'The Prime Minister met eight mayors in Oslo today. They discussed the war in Kenya and what Kenya needs from the harbour towns of Norway.',
    title: 'Readout of the Meeting with Mayors of Kenya',
    publisher: 'Government of Norway',
    quote: 'They discussed',
    parties: 'KE NO',
  },
  {
    shows: 'and so does who is one of two',
    text: 'The Prime Minister spoke with Bo Lund, Secretary of the Kenyan Harbour Council, today. The two discussed the ports of Kenya and of Norway.',
    title: 'Readout of the Call with Bo Lund',
    publisher: 'Government of Norway',
    quote: 'The two discussed',
    parties: 'KE NO',
  },
  {
    shows: 'one of the family beside the one who speaks is of no other side',
    text: 'A flood has struck Peru. Nora and I grieve with its people. We condemn the looting, and my wife and I will plant a tree.',
    title: 'Statement from President Paul Marin of Chile on the Flood in Peru',
    quote: 'my wife and I will plant',
    parties: 'CL',
  },
  {
    shows: 'nor is a first name alone',
    text: 'A flood has struck Peru. Nora and I condemn the looting.',
    title: 'Statement from President Paul Marin of Chile on the Flood in Peru',
    quote: 'Nora and I',
    parties: 'CL',
  },
  {
    shows: 'nor an official of the same side',
    text: 'A flood has struck Peru. Our ambassador and I will visit the coast.',
    title: 'Statement from President Paul Marin of Chile on the Flood in Peru',
    quote: 'Our ambassador and I',
    parties: 'CL',
  },
  {
    shows: 'an official of another side is',
    text: 'A flood has struck Peru. President Ana Castro of Peru and I will visit the coast.',
    title: 'Statement from President Paul Marin of Chile on the Flood in Peru',
    quote: 'President Ana Castro of Peru and I',
    parties: 'CL PE',
    shows: 'the Administration of one who publishes is no agency that was named last',
    text: 'The Coastal Ports Service opened a school in Norvik. The Administration will build two more.',
    publisher: 'Government of Norway',
    quote: 'The Administration will build',
    parties: 'NO',
  },
  {
    shows: 'nor is its government',
    text: 'Alphamart plans to hire 400 pilots. The federal government is paying for their boats.',
    publisher: 'Government of Norway',
    quote: 'The federal government is paying',
    parties: 'NO',
  },
  {
    shows: 'the agency is the body that was named last',
    text: 'The Coastal Ports Service opened a school in Norvik. The agency will build two more.',
    publisher: 'Government of Norway',
    quote: 'The agency will build',
    parties: 'Coastal Ports Service',
  },
  {
    shows: 'the government after another state is that of the state',
    text: 'Kenya opened a school in Norvik. The government will build two more.',
    publisher: 'Government of Norway',
    quote: 'The government will build',
    parties: 'KE',
  },
]

for (const { shows, text, quote, parties, title, publisher } of rows)
  test(shows, () => {
    const about = { ...(title ? { title } : {}), ...(publisher ? { publisher } : {}) }
    const found = read({ text, ...about }).statements.find((one) => one.quote.startsWith(quote))
    assert.ok(found, `nothing is stated by "${quote}"`)
    assert.equal([...found.parties].sort().join(' '), parties)
  })
