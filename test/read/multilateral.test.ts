import assert from 'node:assert/strict'
import { test } from 'node:test'
import { read } from '../../src/index.ts'

/** Communiqués of groups and their organs: phenomenon, text, what it states as "kind/force parties: words"; a title where it matters. */
const rows: [string, string, string[], string?][] = [
  [
    'what an assembly does in a line that opens with the verb',
    'The Conference of the Parties,\n\nRecalling decision 2/CP.7,\n\n1. Adopts the terms of the review;\n\n2. Appoints Mr. Berg as chair;\n\n3. Approves the plan drawn up in May and looks forward to receiving news of it;',
    [
      'position/none Conference of the Parties: Recalling decision 2/CP.7',
      'commitment/agreed Conference of the Parties: Adopts the terms of the review',
      'commitment/agreed Conference of the Parties: Appoints Mr. Berg as chair',
      'commitment/agreed Conference of the Parties: Approves the plan drawn up in May',
      'commitment/ready Conference of the Parties: looks forward to receiving news of it',
    ],
  ],
  [
    'what an organ resolves to ask or to hold, it asks and holds',
    'The Council,\n\nRecalling its pact,\n\nRESOLVES:\n\n1. To urge members to pay their dues.\n\n2. To express its concern over the floods.\n\n3. To establish a fund.',
    [
      'position/none Council: Recalling its pact',
      'proposal/should members: To urge members to pay their dues',
      'position/none Council: To express its concern over the floods',
      'commitment/agreed Council: To establish a fund',
    ],
  ],
  [
    'several recitals in one line of a resolution',
    'The Security Council,\n\nThanking Kenya for its help, commending and encouraging the work of Ghana, and reiterating its support for the census (2030),\n\nRecalling the importance of protecting farmers, supporting schools and opening roads,\n\n1. Decides to send a mission.',
    [
      'position/none UNSC: Thanking Kenya for its help',
      'position/none UNSC: commending and encouraging the work of Ghana',
      'position/none UNSC: reiterating its support for the census (2030)',
      'position/none UNSC: Recalling the importance of protecting farmers, supporting schools and opening roads',
      'commitment/agreed UNSC: Decides to send a mission',
    ],
  ],
  [
    'a verb before an acronym at the head of a line, and an aside with "and" before what is asked',
    'The Security Council,\n\nRecalling its pact,\n\n1. Requests UNOLA, within its resources and mandate, to support the census;\n\n2. Supports ECOLA in its work;',
    [
      'position/none UNSC: Recalling its pact',
      'proposal/should UNOLA: Requests UNOLA, within its resources and mandate, to support the census',
      'position/none UNSC: Supports ECOLA in its work',
    ],
  ],
  [
    'a participle limits the object of the verb that opens an item',
    'Kenya commends Ghana; welcomes the progress made in Lima; notes the talks held in Oslo; and recalls the pact.',
    [
      'position/none KE: Kenya commends Ghana',
      'position/none KE: welcomes the progress made in Lima',
      'position/none KE: notes the talks held in Oslo',
      'position/none KE: recalls the pact',
    ],
  ],
  [
    'an adverbial and a comma open an item',
    'Kenya condemns the raid; in this regard, urges Ghana to open its port; to this end, decides to send a mission; in Lima, talks go on.',
    [
      'position/none KE: Kenya condemns the raid',
      'proposal/should GH: in this regard, urges Ghana to open its port',
      'commitment/agreed KE: to this end, decides to send a mission',
    ],
  ],
  [
    'who stresses what holds of a thing asks, for the thing does not',
    'Kenya stresses that the duty rests with Ghana, and in this regard encourages Peru to adopt a law.\n\nKenya notes that Ghana opens its port and urges Peru to follow.',
    [
      'position/none KE: Kenya stresses that the duty rests with Ghana',
      'proposal/should PE: in this regard encourages Peru to adopt a law',
      'position/none KE: Kenya notes that Ghana opens its port',
      'proposal/should PE: urges Peru to follow',
    ],
  ],
  [
    'a body asks no parties of itself, nor "them"',
    'The African Union welcomed the truce. It called on the parties to resume talks. It urged both sides to free all captives and asked them to meet. It invited the ministers to pay.',
    [
      'position/none AFU: The African Union welcomed the truce',
      'proposal/should parties: It called on the parties to resume talks',
      'proposal/should both sides: It urged both sides to free all captives',
      'proposal/should : asked them to meet',
      'proposal/should AFU: It invited the ministers to pay',
    ],
    'Communiqué of the African Union',
  ],
  [
    'our partners and the parties to a war are others, the parties to a pact are not',
    'We, the leaders of Peru and Chile, met in Lima. We call on our partners to join us. We urge the parties to the war to resume talks. We urge the parties to the convention to pay. We urge our ministers to meet.',
    [
      'report/none PE,CL: We, the leaders of Peru and Chile, met in Lima',
      'proposal/should partners: We call on our partners to join us',
      'proposal/should parties: We urge the parties to the war to resume talks',
      'proposal/should PE,CL: We urge the parties to the convention to pay',
      'proposal/should PE,CL: We urge our ministers to meet',
    ],
  ],
  [
    'the last words of the name of an organisation open its resolution',
    'The General Assembly,\n\nRecalling its pact,\n\n1. Decides to open a fund.',
    ['position/none UNGA: Recalling its pact', 'commitment/agreed UNGA: Decides to open a fund'],
    'Resolution of the United Nations General Assembly',
  ],
  [
    'who leads a body in its turn is no party',
    'We will act. We will open a fund that reports to the meeting to be held under the Peruvian Presidency in May.',
    [
      'commitment/intent : We will act',
      'commitment/intent : We will open a fund that reports to the meeting to be held under the Peruvian Presidency in May',
    ],
  ],
  [
    'nor by the name of its state',
    'We will act. We will open a fund that reports to the meeting to be held under the UK Presidency in May.',
    [
      'commitment/intent : We will act',
      'commitment/intent : We will open a fund that reports to the meeting to be held under the UK Presidency in May',
    ],
  ],
  [
    'thanks for hospitality after many who are thanked, condolences and a silence hold nothing; a debt of gratitude does',
    'Heads thanked the President, the Prime Minister, the Government and the people of Peru for the fine work of the hosts and for the kind hospitality. Heads shared condolences with Peru. Heads observed a minute of silence. Heads owe a deep debt of gratitude to all who served.',
    ['position/none AFU: Heads owe a deep debt of gratitude to all who served'],
    'Communiqué of the African Union',
  ],
  [
    'a meeting of an organisation, in its text, is held by it',
    'The tenth meeting of the Council of Ministers of the African Union was held in Lima. The ministers welcomed the truce.',
    [
      'report/none AFU: The tenth meeting of the Council of Ministers of the African Union was held in Lima',
      'position/none AFU: The ministers welcomed the truce',
    ],
    'Communiqué of the tenth meeting of the Council of Ministers of the African Union',
  ],
  [
    'an organ of no other name that opens the lines of a resolution is the organisation',
    'The Meeting:\n\n1. Condemns the raid on the towns;\n\n2. Decides to send a mission.',
    ['position/none OIC: Condemns the raid on the towns', 'commitment/agreed OIC: Decides to send a mission'],
    'Final Communiqué of the Session of the Council of Foreign Ministers of the OIC',
  ],
  [
    'a list goes on after "by"',
    'The summit was attended by Heads of State and Government of Australia, Fiji, Kiribati, New Zealand, Samoa, Tonga and Vanuatu.',
    [
      'report/none AU,FJ,KI,NZ,WS,TO,VU: The summit was attended by Heads of State and Government of Australia, Fiji, Kiribati, New Zealand, Samoa, Tonga and Vanuatu',
    ],
  ],
  [
    'those who are asked are not what limits them, nor the parties',
    'Peru and Chile signed a pact. Peru and Chile urged those countries that have not joined the Roadmap to do so.',
    [
      'report/none PE,CL: Peru and Chile signed a pact',
      'proposal/should countries: Peru and Chile urged those countries that have not joined the Roadmap to do so',
    ],
  ],
  [
    'a movement that a title names issues no text',
    'The Global Coalition to Defeat ISIS remains firmly committed to peace, law and order in the ports of the lake. We will build a port.',
    [
      'position/none Global Coalition to Defeat ISIS: The Global Coalition to Defeat ISIS remains firmly committed to peace, law and order in the ports of the lake',
      'commitment/intent Global Coalition to Defeat ISIS: We will build a port',
    ],
    'Statement on Countering ISIS',
  ],
  [
    'the organ of a body, named in the title, acts for it',
    'The Supreme Council praised the railway and directed the Secretariat General to finish it. The Council welcomed the offer of Bahrain to host the games.',
    [
      'position/none GCC: The Supreme Council praised the railway',
      'commitment/agreed GCC: directed the Secretariat General to finish it',
      'position/none GCC: The Council welcomed the offer of Bahrain to host the games',
      'commitment/ready BH: the offer of Bahrain to host the games',
    ],
    'Final Communiqué of the 52nd Session of the Supreme Council of the Gulf Cooperation Council',
  ],
  [
    'an organ of heads of state is known later by its first word',
    'The Authority of Heads of State and Government of ECOWAS met in Praia. The Authority decides to lift the ban.',
    [
      'report/none ECOWAS: The Authority of Heads of State and Government of ECOWAS met in Praia',
      'commitment/agreed ECOWAS: The Authority decides to lift the ban',
    ],
  ],
  [
    'every verb of the line of a resolution is its organ’s',
    'Council,\n\n1. Condemns the raid on the towns, and rejects all talk of it;\n\n2. Welcomes the truce, and decides to send a mission.',
    [
      'position/none AFU: Condemns the raid on the towns',
      'position/none AFU: rejects all talk of it',
      'position/none AFU: Welcomes the truce',
      'commitment/agreed AFU: decides to send a mission',
    ],
    'COMMUNIQUÉ of the Peace and Security Council of the African Union',
  ],
  [
    'lines in the past under those who meet',
    'The Presidents of Peru, Chile and Brazil, meeting in Lima on 4 December 2033, on the occasion of the Summit:\n\n1. Reaffirmed the worth of the bloc.\n\n2. Agreed to join their grids, and committed themselves to cutting fees.',
    [
      'position/none PE,CL,BR: Reaffirmed the worth of the bloc',
      'commitment/agreed PE,CL,BR: Agreed to join their grids',
      'commitment/agreed PE,CL,BR: committed themselves to cutting fees',
    ],
  ],
  [
    'who opens with "We," and ends in a comma speaks in the lines below',
    'We, the Ministers of Peru, Chile and Kenya, gathered in Lima,\n\nRecalling the Charter,\n\n1. Decide to set up a fund;\n\n2. Call upon the banks to lend more.',
    [
      'report/none PE,CL,KE: We, the Ministers of Peru, Chile and Kenya, gathered in Lima',
      'position/none PE,CL,KE: Recalling the Charter',
      'commitment/agreed PE,CL,KE: Decide to set up a fund',
      'proposal/should banks: Call upon the banks to lend more',
    ],
  ],
  [
    'a format named in the title stands for its members',
    'We are committed to sharing seeds. We support open trade.',
    ['commitment/agreed AU,IN,JP,US: We are committed to sharing seeds', 'position/none AU,IN,JP,US: We support open trade'],
    'Quad Principles on Seeds',
  ],
  [
    'a list of those whom a later paragraph names is not who speaks',
    'The Member States oppose the use of force in the world. They welcome the fair that was held in Osh. They note the good work of the fund. They back the plan of Peru for the lake. They will build a bank in Osh next year. Belarus, Iran, Kazakhstan and Pakistan support the road.',
    [
      'position/none SCO: The Member States oppose the use of force in the world',
      'position/none SCO: They welcome the fair that was held in Osh',
      'position/none SCO: They note the good work of the fund',
      'position/none SCO: They back the plan of Peru for the lake',
      'commitment/intent SCO: They will build a bank in Osh next year',
      'position/none BY,IR,KZ,PK: Belarus, Iran, Kazakhstan and Pakistan support the road',
    ],
    'Osh Declaration of the Council of Heads of State of the Shanghai Cooperation Organisation',
  ],
  [
    'what another proposes is only noted, and said on its own',
    'We, the leaders of Peru and Kenya, note the Chilean proposal to set up a grain exchange and agree to study it. We note the offer of Brazil to host a fair.',
    [
      'position/none PE,KE: We, the leaders of Peru and Kenya, note the Chilean proposal to set up a grain exchange',
      'proposal/should : the Chilean proposal to set up a grain exchange',
      'commitment/agreed PE,KE: agree to study it',
      'position/none PE,KE: We note the offer of Brazil to host a fair',
      'commitment/ready BR: the offer of Brazil to host a fair',
    ],
  ],
  [
    'what those who meet consider important they owe themselves',
    'Peru and Chile met. The two sides consider it important to step up controls, and intend to build a centre.',
    [
      'report/none PE,CL: Peru and Chile met',
      'commitment/should PE,CL: The two sides consider it important to step up controls',
      'commitment/intent PE,CL: intend to build a centre',
    ],
  ],
  [
    'obliged is no passive, a conviction looks ahead or judges',
    'We, the leaders of Peru and Kenya, met. Chile is obligated to comply. We are convinced that trade will grow. We are convinced that law matters.',
    [
      'report/none PE,KE: We, the leaders of Peru and Kenya, met',
      'proposal/should CL: Chile is obligated to comply',
      'position/none PE,KE: We are convinced that law matters',
    ],
  ],
  [
    'what stands twice is read once',
    'Peru and Chile met. The parties agreed to to open a port and will will train crews.',
    [
      'report/none PE,CL: Peru and Chile met',
      'commitment/agreed PE,CL: The parties agreed to to open a port',
      'commitment/intent PE,CL: will will train crews',
    ],
  ],
  [
    'a state in small letters at the head of a sentence, where the text has it with a capital',
    'Finland and Peru met. finland will train crews.',
    ['report/none FI,PE: Finland and Peru met', 'commitment/intent FI: finland will train crews'],
  ],
  [
    'the one whose name is spoiled is nobody later',
    'LIMA, May 3 (Agency) -- Peru and Chile met in Lima. Peru and Chile agreed on trade. President Quispe Greece welcomed the port. She called on the banks to lend.',
    [
      'report/none PE,CL: Peru and Chile met in Lima',
      'position/none PE,CL: Peru and Chile agreed on trade',
      'position/none : President Quispe Greece welcomed the port',
      'proposal/should banks: She called on the banks to lend',
    ],
  ],
  [
    'a summit of an organisation, later called so without an article',
    'The 53rd Ordinary Summit of the Heads of State and Government of SADC met in Maseru. Summit directed the Secretariat to find the means. Summit noted the offer by Zambia to host the games.',
    [
      'report/none SADC: The 53rd Ordinary Summit of the Heads of State and Government of SADC met in Maseru',
      'commitment/agreed SADC: Summit directed the Secretariat to find the means',
      'position/none SADC: Summit noted the offer by Zambia to host the games',
      'commitment/ready ZM: the offer by Zambia to host the games',
    ],
    'COMMUNIQUÉ OF THE 53RD ORDINARY SUMMIT OF SADC HEADS OF STATE AND GOVERNMENT',
  ],
  [
    'lines of a resolution with a plural organ',
    'The Heads of State of the Organization of Turkic States,\n\n1. Welcome the launch of the Fund and express their readiness to enlarge it;\n\n2. Agree to meet in Bishkek.',
    [
      'position/none OTS: Welcome the launch of the Fund',
      'commitment/ready OTS: express their readiness to enlarge it',
      'commitment/agreed OTS: Agree to meet in Bishkek',
    ],
  ],
  [
    'a stand goes on with what "we" are',
    'We, the leaders of Peru and Kenya, met. We are concerned about the flood in Haiti and support the work of the fund.',
    [
      'report/none PE,KE: We, the leaders of Peru and Kenya, met',
      'position/none PE,KE: We are concerned about the flood in Haiti',
      'position/none PE,KE: support the work of the fund',
    ],
  ],
  [
    'a noun after "and" is no stand',
    'We, the leaders of Peru and Kenya, met. We are committed to peace and support for Chile.',
    ['report/none PE,KE: We, the leaders of Peru and Kenya, met', 'position/none PE,KE: We are committed to peace and support for Chile'],
  ],
  [
    'the wrongs of others are judged by those who adopt the text',
    'We, the leaders of Peru and Kenya, met. Chile has violated the truce.',
    ['report/none PE,KE: We, the leaders of Peru and Kenya, met', 'position/none PE,KE: Chile has violated the truce'],
  ],
  [
    'three verbs that share one object',
    'Peru and Kenya met. Both leaders pledge to develop, use, and advance tools for trade. They will open ports, and train crews.',
    [
      'report/none PE,KE: Peru and Kenya met',
      'commitment/agreed PE,KE: Both leaders pledge to develop, use, and advance tools for trade',
      'commitment/intent PE,KE: They will open ports',
      'commitment/intent PE,KE: train crews',
    ],
  ],
]

for (const [name, text, expected, title] of rows) {
  test(`${name}: ${text.slice(-60)}`, () => {
    const { statements } = read({ text, ...(title ? { title } : {}) })
    const found = statements.map(({ kind, force, parties, quote }) => `${kind}/${force} ${parties.join(',')}: ${quote}`)
    assert.deepEqual(found, expected)
  })
}
