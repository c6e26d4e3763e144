import assert from 'node:assert/strict'
import { test } from 'node:test'
import { read } from '../../src/index.ts'

/** What is judged, held, mentioned and only described: phenomenon, text, what it states as "kind parties: words". */
const rows: [string, string, string[]][] = [
  [
    'a noun in -ly is no adverb',
    'The Assembly welcomes the end of the flood in Peru.',
    ['position Assembly: The Assembly welcomes the end of the flood in Peru'],
  ],
  [
    'the meeting whose resolution it is',
    'The Meeting:\n\n1. Condemns the raid on the port;\n\n2. Affirms its solidarity with the people of Kenya;',
    ['position Meeting: Condemns the raid on the port', 'position Meeting: Affirms its solidarity with the people of Kenya'],
  ],
  [
    'what somebody can do',
    'The presidents of Peru and Kenya met in Lima. "We can meet again," President of Peru Alba Quispe said.',
    ['report PE,KE: The presidents of Peru and Kenya met in Lima'],
  ],
  [
    'what one cannot bear',
    'PRESIDENT OF PERU: We cannot accept this raid. We cannot come to Lima.',
    ['position PE: We cannot accept this raid'],
  ],
  ['what one cannot bear', 'PRESIDENT OF PERU: We can accept this truce. We could tolerate more.', []],
  [
    'what another fails to do',
    'Foreign Minister Noor of Kenya said that Chad failed to keep the truce.',
    ['position KE: Chad failed to keep the truce'],
  ],
  [
    'what another fails to do',
    'Joint Statement of Kenya and Peru\n\nChad has failed to keep the truce. Kenya has failed to pay.',
    ['position KE,PE: Chad has failed to keep the truce', 'report KE: Kenya has failed to pay'],
  ],
  [
    'what nobody does',
    'PRESIDENT OF PERU: The gang violence has killed thousands. The war has destroyed homes. Corruption is undermining trust.',
    [],
  ],
  ['whose deed it is', 'PRESIDENT OF PERU: Chad has killed ten fishermen.', ['position PE: Chad has killed ten fishermen']],
  [
    'who is bound by another verb of the same',
    'Joint Statement of Kenya and Peru\n\nThe leaders recommitted Kenya and Peru to fostering free trade.',
    ['commitment KE,PE: The leaders recommitted Kenya and Peru to fostering free trade'],
  ],
  [
    'where somebody worked and learnt',
    'Kenya Names New Envoy\n\nAnna Noor served as a judge from 2010 to 2014. She earned a law degree from the University of Lima. She was elected to the senate.',
    [],
  ],
  [
    'what a state serves as, or a person will',
    'Kenya Names New Envoy\n\nKenya served as chair of the forum in May. Minister Noor of Kenya will serve as its host.',
    ['report KE: Kenya served as chair of the forum in May', 'commitment KE: Minister Noor of Kenya will serve as its host'],
  ],
  [
    'what befell somebody',
    'Joint Statement of Kenya and Peru\n\nWe have experienced the harm done by the drought. Kenya lost two ships. Peru opened a port.',
    ['report PE: Peru opened a port'],
  ],
  ['who can be relied on', 'PRESIDENT OF PERU: Kenya can count on us. Kenya can count its ships.', ['position KE: Kenya can count on us']],
  ['only noted', 'The Minister of Peru noted that it was the third trip of the year.', []],
  [
    'noted with a feeling, stressed',
    'The Minister of Peru noted with satisfaction that trade had grown. The Minister stressed that trade had grown.',
    [
      'position PE: The Minister of Peru noted with satisfaction that trade had grown',
      'position PE: The Minister stressed that trade had grown',
    ],
  ],
  [
    'agreed to be owed by nobody in particular',
    'Peru and Kenya agreed that the law of the sea must be upheld.',
    ['position PE,KE: Peru and Kenya agreed that the law of the sea must be upheld'],
  ],
  ['asked of nobody in particular', 'Peru and Kenya stressed that the crews must be freed.', ['proposal : the crews must be freed']],
  [
    'a speaker whose side nobody names judges too',
    'MR ROJAS: The raid is a crime. The raid is a matter of hours.',
    ['position : The raid is a crime'],
  ],
  [
    'a word of value beside what is said',
    'PRESIDENT OF PERU: The envoy is in town for talks with key partners. The envoy is a key partner.',
    ['position PE: The envoy is a key partner'],
  ],
  [
    'the only one, or none',
    'PRESIDENT OF PERU: Talks are the only way. There is no winner in this war. There can be no peace without talks. There is a way. The room is large.',
    [
      'position PE: Talks are the only way',
      'position PE: There is no winner in this war',
      'position PE: There can be no peace without talks',
    ],
  ],
  [
    'what a thing does, in the words of who speaks',
    'The Minister of Peru said that the plan serves the interests of both peoples. The Minister said that the plan fills two books.',
    ['position PE: the plan serves the interests of both peoples'],
  ],
  [
    'one more verb and no speaker',
    'During the trip, the Minister of Peru praised the pact, emphasized the key role of the plans of President of Kenya Otis Achieng.',
    [
      'position PE: the Minister of Peru praised the pact',
      'position PE: emphasized the key role of the plans of President of Kenya Otis Achieng',
    ],
  ],
  [
    'thanks for hosting a meeting, and for hosting people',
    'The President of Peru thanked Kenya for hosting the summit. The President thanked Kenya for hosting the refugees.',
    ['position PE: The President thanked Kenya for hosting the refugees'],
  ],
  [
    'thanks for hosting people without an article, or by a noun, but no guest, no talks and not those who speak',
    'The President of Peru expressed appreciation for the hosting of Chadian refugees by Kenya. The President thanked Kenya for hosting 300 guards. The President thanked Kenya for hosting Minister Otis Achieng. The President thanked Kenya for hosting trilateral talks. The President thanked Kenya for hosting today.',
    [
      'position PE: The President of Peru expressed appreciation for the hosting of Chadian refugees by Kenya',
      'position PE: The President thanked Kenya for hosting 300 guards',
    ],
  ],
  [
    'thanks for being asked',
    'The President of Peru expressed gratitude for the invitation to visit Kenya. The President expressed gratitude for the help.',
    ['position PE: The President expressed gratitude for the help'],
  ],
  [
    'a guest and his staff are greeted',
    'The President of Peru welcomed Kenyan Minister Otis Achieng and his staff to the palace. The President welcomed the pact with Kenya.',
    ['position PE: The President welcomed the pact with Kenya'],
  ],
  [
    'what is held before one speaks',
    'Hailing the pact with Kenya, the Minister of Peru said that Peru will open a port. Hailing a taxi, the crew went home.',
    ['position PE: Hailing the pact with Kenya', 'commitment PE: Peru will open a port'],
  ],
  [
    'a guest greeted before one speaks',
    'Welcoming the distinguished guest, the Minister of Peru said that Peru will open a port.',
    ['commitment PE: Peru will open a port'],
  ],
  [
    'a verb after what opens the sentence',
    'We, the ministers of Peru and Kenya, met in Lima. We support the pact. Drafting this agenda marks a new start. Drafting the agenda of the marks.',
    [
      'report PE,KE: We, the ministers of Peru and Kenya, met in Lima',
      'position PE,KE: We support the pact',
      'position PE,KE: Drafting this agenda marks a new start',
    ],
  ],
  [
    'a commitment to work with somebody, a stand with a paper',
    'The Minister of Peru affirmed the commitment of Peru to partnering with Kenya. The Minister concurred with the report.',
    [
      'commitment PE: The Minister of Peru affirmed the commitment of Peru to partnering with Kenya',
      'position PE: The Minister concurred with the report',
    ],
  ],
  [
    'whose commitment it is',
    "The Forum reaffirmed Peru's commitment to open a port. The Forum noted Peru's commitment to open a port.",
    [
      "commitment PE: Peru's commitment to open a port",
      "position Forum: The Forum noted Peru's commitment to open a port",
      "commitment PE: Peru's commitment to open a port",
    ],
  ],
  [
    'a commitment of two',
    "The Minister of Peru underlined Peru and Kenya's determination to open a port.",
    ["commitment PE,KE: Peru and Kenya's determination to open a port"],
  ],
  [
    'a speaker after the verb',
    'Peru supports the pact, stressed the head of the mission of Peru.',
    ['position PE: Peru supports the pact'],
  ],
  [
    'an official received at a place is greeted',
    'President of Peru Alba Quispe welcomed President of Kenya Joe Otieno to Lima. Peru and Kenya welcomed the President of Mali to the summit.',
    [],
  ],
  [
    'in a joint text too',
    'Joint Statement of Peru and Kenya\n\nPeru and Kenya support the truce. President of Peru Alba Quispe welcomed Prime Minister Otieno of Kenya to Lima to mark the feast.',
    ['position PE,KE: Peru and Kenya support the truce'],
  ],
  [
    'what an official does is welcomed, and a state into a pact',
    "The Minister of Peru welcomed Prime Minister Otieno of Kenya's visit to Lima. The Minister welcomed Kenya to the pact.",
    [
      "position PE: The Minister of Peru welcomed Prime Minister Otieno of Kenya's visit to Lima",
      'position PE: The Minister welcomed Kenya to the pact',
    ],
  ],
  [
    'a visit to come is announced',
    'The Minister of Peru will welcome President Joe Otieno of Kenya to Lima in May.',
    ['commitment PE: The Minister of Peru will welcome President Joe Otieno of Kenya to Lima in May'],
  ],
  [
    'views that are exchanged, and views that are held',
    'The ministers of Peru and Kenya shared respective views on trade. The ministers share common views on the flood.',
    [
      'report PE,KE: The ministers of Peru and Kenya shared respective views on trade',
      'position PE,KE: The ministers share common views on the flood',
    ],
  ],
  [
    'trust and doubt',
    'PRESIDENT OF PERU: We have full confidence in Kenya. I have no doubt about the fund. We have a fund in Kenya.',
    ['position PE: We have full confidence in Kenya', 'position PE: I have no doubt about the fund'],
  ],
  [
    'what ties rest on',
    'Joint Statement of Peru and Kenya\n\nPeru and Kenya support the truce. Our alliance rests on a strong law. The rest of the ports will open. The decision rests with the court.',
    ['position PE,KE: Peru and Kenya support the truce', 'position PE,KE: Our alliance rests on a strong law'],
  ],
  [
    'a wish for the world is no promise',
    'Peru expressed its desire to see Kenya join the pact. The Minister of Peru reaffirmed his interest in seeing the raids ended.',
    [
      'position PE: Peru expressed its desire to see Kenya join the pact',
      'position PE: The Minister of Peru reaffirmed his interest in seeing the raids ended',
    ],
  ],
  [
    'a wish to do something, and being determined to see it done, are',
    'Peru expressed its desire to join the pact. Peru reaffirmed its determination to see the raids ended.',
    [
      'commitment PE: Peru expressed its desire to join the pact',
      'commitment PE: Peru reaffirmed its determination to see the raids ended',
    ],
  ],
  [
    'who wants to stress something stresses it, once',
    'PRESIDENT OF PERU: I would like to note that the talks were constructive. I want to stress that Kenya will pay. I want to stress the need for peace.',
    [
      'position PE: I would like to note that the talks were constructive',
      'commitment KE: Kenya will pay',
      'position PE: I want to stress the need for peace',
    ],
  ],
  [
    'who breaks off has stressed nothing yet',
    'PRESIDENT OF PERU: I want to underscore, Prime Minister, the raid is a crime.',
    ['position PE: the raid is a crime'],
  ],
  [
    'what goes on being so is judged as what is so',
    'Joint Statement of Peru and Kenya\n\nPeru and Kenya support the truce. The cooperation of Peru and Kenya continues to be the bedrock of peace. Trade continues to be an essential tool.',
    [
      'position PE,KE: Peru and Kenya support the truce',
      'position PE,KE: The cooperation of Peru and Kenya continues to be the bedrock of peace',
      'position PE,KE: Trade continues to be an essential tool',
    ],
  ],
  [
    'a preamble in one sentence',
    'AGREEMENT BETWEEN PERU AND KENYA\n\nThe Parties to this Agreement, Noting the pact of Lima, Considering that trade is vital and desiring to guard the lake, Having been asked to act, Have agreed as follows:\n\nArticle 1\n\nThe Parties shall open a port.',
    [
      'position PE,KE: Noting the pact of Lima',
      'position PE,KE: Considering that trade is vital',
      'position PE,KE: desiring to guard the lake',
      'commitment PE,KE: The Parties shall open a port',
    ],
  ],
  [
    'the same in small letters, with adjectives',
    'AGREEMENT BETWEEN PERU AND KENYA\n\nPeru and Kenya, mindful of the flood, and wishing to help their firms, trading in grain and shipping oil, have agreed as follows:\n\nArticle 1\n\nThe Parties shall open a port.',
    [
      'position PE,KE: mindful of the flood',
      'position PE,KE: wishing to help their firms, trading in grain and shipping oil',
      'commitment PE,KE: The Parties shall open a port',
    ],
  ],
  [
    'what comes before "have agreed as follows" without its subject is a preamble',
    'TRADE AGREEMENT BETWEEN PERU AND KENYA\n\nPreamble\n\nThe Government of Peru and the Government of\n\nKenya ("the Parties")\n\nDesiring to open the lake;\n\nRecognising that closer ties will bring benefits;\n\nHave agreed as follows:',
    ['position PE,KE: Desiring to open the lake', 'position PE,KE: Recognising that closer ties will bring benefits'],
  ],
  [
    'allies, and ties at their strongest',
    'Joint Statement of Peru and Kenya\n\nPeru and Kenya support the truce. Peru and Kenya are close allies. Ties between the two countries are at their strongest point. Ties are new.',
    [
      'position PE,KE: Peru and Kenya support the truce',
      'position PE,KE: Peru and Kenya are close allies',
      'position PE,KE: Ties between the two countries are at their strongest point',
    ],
  ],
]

for (const [name, text, expected] of rows)
  test(`${name}: ${text.slice(0, 60)}`, () => {
    const got = read({ id: 't', text }).statements.map((s) => `${s.kind} ${s.parties.join(',')}: ${text.slice(s.span.from, s.span.to)}`)
    assert.deepEqual(got, expected)
  })
