import assert from 'node:assert/strict'
import { test } from 'node:test'
import { read } from '../../src/index.ts'

/** Openings of instruments between two sides; all sentences are invented. */
const joint = 'The Government of Norway and the Government of Chile agreed on a plan. The two countries will meet in May.\n\n'
const treaty =
  'The Government of Norway and the Government of Chile (hereinafter “the Parties”) agreed as follows.\n\nThe Parties shall meet every year. The Parties shall share data. The Parties shall exchange books.\n\n'
const memorandum =
  'MEMORANDUM OF UNDERSTANDING BETWEEN THE GOVERNMENT OF NORWAY AND THE GOVERNMENT OF CHILE\n\nThe Government of Norway and the Government of Chile, hereinafter referred to as "the Sides",\n\n'
const news = 'Norway and Chile met in Oslo.\n\n'

/** Phenomenon, opening, text, statements after the opening's: kind/force, parties, how the quote begins. */
const rows: [string, string, string, string[]][] = [
  [
    'those who say "we", and not who hosts and who watches',
    '',
    'We, the Prime Minister of the Kingdom of Norway and the Prime Minister of the Kingdom of Sweden, met in Tallinn on 4 March 2031 in the presence of the President of the Republic of Finland, His Excellency Matti Salo, and the Prime Minister of Estonia, Her Excellency Liis Tamm.\n\nWe agreed to remove the mines. We express our appreciation to the President of Finland. Sweden undertakes to release the prisoners.',
    [
      'report/none NO,SE: We, the',
      'commitment/agreed NO,SE: We agreed',
      'position/none NO,SE: We express',
      'commitment/agreed SE: Sweden undertakes',
    ],
  ],
  [
    'a host and a witness are no sides',
    '',
    'The Prime Minister of Norway, Ola Berg, and the Prime Minister of Sweden, Eva Lund, met in Tallinn, hosted by the Prime Minister of Estonia, Liis Tamm, and witnessed by the President of Finland, Matti Salo.\n\nThe two Prime Ministers agreed to remove the mines. Both sides will resume talks.',
    ['report/none NO,SE: The Prime', 'commitment/agreed NO,SE: The two', 'commitment/intent NO,SE: Both sides'],
  ],
  [
    'who is met with is a side',
    '',
    'The Prime Minister of Norway, Ola Berg, and the Prime Minister of Sweden, Eva Lund, met with the Prime Minister of Estonia, Liis Tamm.\n\nThe three Prime Ministers agreed to remove the mines.',
    ['report/none NO,SE,EE: The Prime', 'commitment/agreed NO,SE,EE: The three'],
  ],
  [
    'commitments by side',
    joint,
    "Norway's commitments:\n\n- To halt its levy on steel for one year;\n- Removal of port fees.\n\nChile's commitments:\n\n- Suspension of the export rules announced on October 9;\n- Purchase of 12 tonnes of salmon.\n\nBoth sides will:\n\n- extend the truce until May 10, 2032.",
    [
      'commitment/agreed NO: To halt',
      'commitment/agreed NO: Removal of',
      'commitment/agreed CL: Suspension of',
      'commitment/agreed CL: Purchase of',
      'commitment/intent NO,CL: extend the',
    ],
  ],
  [
    'the side alone before its items',
    joint,
    'Key terms include:\n\nNorway:\n- Eliminates tariffs on wine\n- Commits not to tax ferries\n- Will open a port\n\nChile:\n- Applies a tariff of 10% to salmon\n- Is to buy three ferries',
    [
      'commitment/intent NO: Eliminates tariffs',
      'commitment/agreed NO: Commits not',
      'commitment/intent NO: Will open',
      'commitment/intent CL: Applies a',
      'commitment/intent CL: Is to',
    ],
  ],
  [
    'a heading that names the side',
    joint,
    '**Commitments of Norway**\n\n- Reduce tariffs on rice\n- Remove port fees\n\n**Commitments of Chile**\n\n- Buy copper',
    ['commitment/agreed NO: Reduce tariffs', 'commitment/agreed NO: Remove port', 'commitment/agreed CL: Buy copper'],
  ],
  ['no side, and no undertaking', joint, "Norway's exports:\n\n- Salmon\n- Ferries\n\nTrade:\n\n- Wine", []],
  [
    'measures, including:',
    joint,
    'Norway and Chile agreed to undertake measures of trust, including:\n\n2.1 Removal of heavy weapons from the border;\n\n2.2 Refraining from false reports.',
    ['commitment/agreed NO,CL: Norway and', 'commitment/agreed NO,CL: Removal of', 'commitment/agreed NO,CL: Refraining from'],
  ],
  [
    'lines of a preamble in a memorandum, and its forms of work',
    memorandum,
    'Wishing to expand their relations,\n\n**CONSIDERING** the history of their trade;\n\nHave reached the following understanding:\n\nParagraph 1\nPurpose\n\nThe purpose of this Memorandum is to promote trade.\n\nParagraph 2\n\nThe cooperation will be carried out through:\n(a) exchange of information;\n(b) visits of experts.\n\nAny differences will be settled through consultations.\n\nDone in Oslo on 4 March 2031 in two originals.',
    [
      'position/none NO,CL: Wishing to',
      'position/none NO,CL: CONSIDERING** the',
      'commitment/intent NO,CL: The purpose',
      'commitment/intent NO,CL: exchange of',
      'commitment/intent NO,CL: visits of',
      'commitment/intent NO,CL: Any differences',
      'report/none NO,CL: Done in',
    ],
  ],
  [
    'a second duty after a clause',
    treaty,
    'Norway shall ensure that its rules are fair and do not harm trade, and shall remove its fees.',
    ['commitment/binding NO: Norway shall', 'commitment/binding NO: shall remove'],
  ],
  [
    'rights at any time, and what follows from them',
    treaty,
    'Either Party may at any time request consultations, and such consultations shall begin within 60 days.',
    ['position/none NO,CL: Either Party', 'commitment/binding NO,CL: such consultations'],
  ],
  [
    'the other Party of a treaty',
    treaty,
    'Where a Party raises a tax, it shall inform the other Party. The other Party may object.',
    ['commitment/binding NO,CL: it shall', 'position/none NO,CL: The other'],
  ],
  [
    'in cases where',
    treaty,
    'In cases where Norway protects a term that names a good, Norway shall permit its use.',
    ['commitment/binding NO: Norway shall'],
  ],
  ['in case of', treaty, 'In case of a dispute, the Parties shall consult.', ['commitment/binding NO,CL: the Parties']],
  [
    'a label with hollow emphasis',
    joint,
    '-   Labor: ** **Norway has committed to protect labor rights.',
    ['commitment/agreed NO: Norway has'],
  ],
  ['a line with a decimal is no item', joint, 'Norway will:\n\n2.1 million doses were sent in May.', ['report/none NO,CL: 2.1 million']],
  [
    'firms by their names',
    news,
    'Kenya Airways will buy ten ferries. Nazarbayev University has launched a course. Japan Post Bank plans to open a branch. AlphaGas and Betacorp agreed to build a pipeline.',
    [
      'commitment/intent Kenya Airways: Kenya Airways',
      'report/none Nazarbayev University: Nazarbayev University',
      'commitment/intent Japan Post Bank: Japan Post',
      'commitment/agreed AlphaGas,Betacorp: AlphaGas and',
    ],
  ],
  ['a ministry is no firm', news, 'The Chile Ministry of Energy will buy ten ferries.', ['commitment/intent CL: The Chile']],
  [
    'an understanding that',
    news,
    'They have reached an understanding that they will share the water.',
    ['commitment/agreed NO,CL: They have'],
  ],
  [
    'an aside that a preposition opens',
    news,
    'Norway and Chile, in connection with the terms included in the accord, have discussed its cost.',
    ['report/none NO,CL: Norway and'],
  ],
  [
    'what one is to do, as an item',
    'The Prime Minister of Vietnam visited India.\n\n',
    'Announcements\n\n1. India to extend a line of credit of USD 300 million\n2. Vietnam to join the Lake Club\n3. Ports to be closed\n4. The Lake Club to meet in May',
    ['commitment/intent IN: India to', 'commitment/intent VN: Vietnam to', 'commitment/intent : Ports to'],
  ],
  [
    'agreed minutes bind those between whom they are drawn up',
    'AGREED MINUTES OF THE FOURTH SESSION OF THE JOINT COMMISSION BETWEEN SERBIA AND ALGERIA\n\n',
    'The Fourth Session of the Joint Commission was held in Algiers. The two Parties noted the growth of trade. The next session shall be held in Belgrade.\n\nDone in Algiers on 9 May 2031 in two originals.',
    ['report/none RS,DZ: The Fourth', 'position/none RS,DZ: The two', 'commitment/binding RS,DZ: The next', 'report/none RS,DZ: Done in'],
  ],
  [
    'no party shall impair',
    treaty,
    'Neither Party shall impair the use of such investments. Nothing shall impair the right to trade.',
    ['commitment/binding NO,CL: Neither Party', 'position/none NO,CL: Nothing shall'],
  ],
  [
    'shared values are no act, shared views are',
    joint,
    'They reaffirmed their trust, grounded in mutual interests and shared values, to end hunger. The two sides shared views on trade.',
    ['position/none NO,CL: They reaffirmed', 'report/none NO,CL: The two'],
  ],
  [
    'an adjective in -ly',
    joint,
    'The two leaders commended the growth of trade between the two brotherly countries and directed their ministers to remove the obstacles.',
    ['position/none NO,CL: The two', 'commitment/agreed NO,CL: directed their'],
  ],
  [
    'officials of one side and of the other',
    news,
    'Norwegian officials and Chilean Trade Commissioner Ana Prado discussed fish.',
    ['report/none NO,CL: Norwegian officials'],
  ],
  [
    'a phrase between "shall" and "be"',
    treaty,
    'Any dispute shall in the first place be settled by talks. The list may at the request of either Party be changed. Ships shall at all times be given safe berths and shall enjoy full protection.',
    [
      'commitment/binding NO,CL: Any dispute',
      'position/none NO,CL: The list',
      'commitment/binding NO,CL: Ships shall',
      'commitment/binding NO,CL: shall enjoy',
    ],
  ],
  [
    'a phrase between "shall" and another verb',
    treaty,
    'The Parties shall in the spring open ports that will be safe.',
    ['commitment/binding NO,CL: The Parties'],
  ],
  [
    '"must" in an instrument binds',
    treaty,
    'Fees must be fair and must be published by the Parties. Norway must inform Chile of new fees. Ships in transit must not be held up.',
    [
      'commitment/binding NO,CL: Fees must',
      'commitment/binding NO,CL: must be',
      'commitment/binding NO: Norway must',
      'commitment/binding NO,CL: Ships in',
    ],
  ],
  ['"should" in an instrument', treaty, 'The Parties should keep fees low.', ['commitment/should NO,CL: The Parties']],
  ['"must" outside of one', joint, 'Norway must inform Chile of new fees.', ['proposal/should NO: Norway must']],
  [
    'a condition that opens with "should"',
    treaty,
    'Should any dispute arise, the Parties shall settle it by talks. Should talks show that a ship is unsafe, Norway shall be told.',
    ['commitment/binding NO,CL: the Parties', 'commitment/binding NO,CL: Norway shall'],
  ],
  [
    'no condition',
    treaty,
    'Norway should talk to its towns, and Chile shall settle the dispute.',
    ['proposal/should NO: Norway should', 'commitment/binding CL: Chile shall'],
  ],
]

for (const [what, opening, text, expected] of rows)
  test(`${what}: ${text.slice(0, 50)}`, () => {
    const found = read({ text: opening + text })
      .statements.filter((s) => s.span.from >= opening.length)
      .map((s) => `${s.kind}/${s.force} ${s.parties}: ${s.quote.split(/\s+/).slice(0, 2).join(' ')}`)
    assert.deepEqual(found, expected)
  })
