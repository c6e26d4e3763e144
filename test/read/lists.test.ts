import assert from 'node:assert/strict'
import { test } from 'node:test'
import { read } from '../../src/index.ts'

/** Openings that fix the voice and the parties of a text; all sentences are invented. */
const openings = {
  joint: 'Joint Statement of France and Japan. The leaders of France and Japan met in Paris.\n\n',
  treaty:
    'Agreement between the Government of Chile and the Government of Mongolia\n\nThe Parties shall exchange books. The Parties shall exchange maps. The Parties shall meet every year. The Parties shall share data.\n\n',
}

/** Phenomenon, opening, text, what it states (kind/force, "not" where negated, act) in order, and how the last quote ends. */
const rows: [string, keyof typeof openings, string, string[], string?][] = [
  [
    'a modal breaks off',
    'treaty',
    'The Parties shall not:\n\nraise fees;\n\ndirectly or indirectly favour their own ships.',
    ['commitment/binding not raise', 'commitment/binding not favour'],
  ],
  [
    'a modal breaks off',
    'treaty',
    'The Committee shall: (a) review the rules; (b) propose changes; and (c) report each year.',
    ['commitment/binding review', 'commitment/binding propose', 'commitment/binding report'],
  ],
  [
    'a modal breaks off',
    'joint',
    'France and Japan will:\n- open a second port;\n- train pilots.',
    ['commitment/intent open', 'commitment/intent train'],
  ],
  [
    'an auxiliary breaks off',
    'joint',
    'We are:\n- working with partners to lower tolls.\n- dredging the harbour and training pilots.\n- reaffirming our support for the fund.',
    ['report/none lower', 'report/none dredge', 'report/none train', 'position/none support'],
  ],
  [
    'an auxiliary breaks off',
    'joint',
    'In the past year the two sides have:\n- opened two ports and trained 30 pilots;\n- mapped the reefs; and\n- agreed to lower tolls.',
    ['report/none open', 'report/none train', 'report/none map', 'commitment/agreed lower'],
  ],
  ['what a list only names', 'joint', 'The goals are:\n- opening a port.\n- training pilots.', []],
  [
    'a lead breaks off before its verb',
    'joint',
    'We will exert leadership in this field, in concert with our partners, to:\n- open a second port;\n- train pilots.',
    ['commitment/intent open', 'commitment/intent train'],
  ],
  [
    'a lead breaks off before its verb',
    'joint',
    'We intend to advance this plan by:\n- opening a second port;\n- training pilots.',
    ['commitment/intent open', 'commitment/intent train'],
  ],
  [
    'the following, as nouns',
    'joint',
    'The two sides take note of the following deals:\n- Purchase of 20 ferries.\n- Sale of salmon worth 3 million euros.',
    ['position/none take note', 'position/none take note'],
    '3 million euros',
  ],
  [
    'the following, inside a condition',
    'treaty',
    'The Agreement shall not preclude measures to protect trade, if these measures concern the following:\n\nprotection of health;\n\nprotection of plants.',
    ['position/none not preclude'],
    'concern the following',
  ],
  [
    'clauses take the force of the lead',
    'joint',
    'The two sides commit to take the following steps by 1 March 2030:\n\nFrance will lower its duties.\n\nJapan will lift its licences.\n\nAfter these steps, the two sides will open talks.',
    ['commitment/agreed lower', 'commitment/agreed lift', 'commitment/intent open'],
  ],
  [
    'marks inside a sentence',
    'joint',
    'France will (i) suspend the duty on tea, while keeping the other duties; and (ii) withdraw the surcharge on rice.',
    ['commitment/intent suspend', 'commitment/intent withdraw'],
    'surcharge on rice',
  ],
  [
    'items on the level of their lead',
    'joint',
    '- France will open a port.\n- The two sides note the following deals:\n- Purchase of 20 ferries.\n- Sale of salmon.',
    ['commitment/intent open', 'position/none note', 'position/none note'],
  ],
  [
    'a label before the verb of an item',
    'joint',
    'The two sides will take the following steps:\n\nFisheries: Build a second quay.\n\nHealth – Train 200 nurses.',
    ['commitment/intent build', 'commitment/intent train'],
    '200 nurses',
  ],
  [
    'a label before the verb of an item',
    'joint',
    'Fisheries: Build a second quay.\n\nTrade: The two sides welcomed the fair.\n\nMinisters: increase in pay.',
    ['commitment/intent build', 'position/none welcome'],
  ],
  [
    'the parties of an instrument',
    'treaty',
    'The Parties to this Agreement declare their readiness to hold talks.',
    ['commitment/ready hold'],
  ],
  ['asking that binds', 'treaty', 'The Parties shall encourage trade in salmon.', ['commitment/binding encourage']],
  ['manner under a modal', 'treaty', 'The Parties shall on a regular basis exchange statistics.', ['commitment/binding exchange']],
  [
    'manner under a modal',
    'treaty',
    'The other Party shall, subject to Article 4, without delay grant the permit.',
    ['commitment/binding grant'],
  ],
  ['manner under a modal', 'treaty', 'Each Party shall, where necessary, adapt its tables.', ['commitment/binding adapt']],
  ['leave and reserve', 'treaty', 'Each Contracting Party shall have the right to name two airlines.', ['position/none name']],
  [
    'leave and reserve',
    'treaty',
    'A Party shall be entitled, after talks with the other Party, to suspend the exchange.',
    ['position/none suspend'],
  ],
  [
    'leave and reserve',
    'treaty',
    'Nothing in this Agreement shall hinder the Parties from keeping other ties.',
    ['position/none not hinder'],
  ],
  ['leave and reserve', 'joint', 'The two sides may hold talks at expert level.', ['position/none hold']],
  ['leave and reserve', 'treaty', 'Neither Party shall levy a toll.', ['commitment/binding not levy']],
  [
    'a preamble',
    'treaty',
    'taking guidance from the Charter,\n\nMindful of the needs of shepherds; and\n\nDetermined to keep the rivers clean,\n\nBeing parties to the Lima Convention,',
    ['position/none take', 'position/none mindful', 'position/none keep', 'position/none be'],
    'Lima Convention',
  ],
  [
    'what stands before a clause only limits it',
    'treaty',
    'Proceeding from the aims of this Agreement, the Parties shall form a council.',
    ['commitment/binding form'],
  ],
  ['a definition', 'treaty', 'The term "airline" shall have the meaning given to it in Article 2.', []],
  ['a testimonium', 'treaty', 'Done at Bern in two copies, both texts being equally authentic.', ['report/none do'], 'in two copies'],
  [
    'a relative clause that goes on',
    'joint',
    'We will support schemes that strengthen the economy and improve the life of farmers.',
    ['commitment/intent support'],
    'life of farmers',
  ],
  [
    'a relative clause that goes on',
    'treaty',
    'The Parties shall keep the treaties to which Chile is a party or intends to be a party.',
    ['commitment/binding keep'],
  ],
  ['a remark at the end', 'joint', 'We will widen the canal, which links our ports.', ['commitment/intent widen'], 'canal'],
  [
    'a remark in the middle',
    'joint',
    'We will hold the fair, which was put off last year, by May 2031.',
    ['commitment/intent hold'],
    'by May 2031',
  ],
  [
    'a fronted verb takes its clause',
    'joint',
    'To ensure this effort is sound and reaches the villages, we will open two clinics.',
    ['commitment/intent open'],
  ],
  [
    'lists of purposes',
    'joint',
    'We will build two locks to boost trade, help farmers, and cut waiting times.',
    ['commitment/intent build'],
    'waiting times',
  ],
  [
    'lists of purposes',
    'joint',
    'We intend to cooperate to map the reef, clean the beaches and train divers.',
    ['commitment/intent cooperate'],
    'train divers',
  ],
  [
    'lists of purposes',
    'joint',
    'We will use all tools to build stronger ports, to raise output and to invest in rail.',
    ['commitment/intent use'],
  ],
  [
    'an act after what it is done by',
    'joint',
    'The leaders affirmed their commitment to joint efforts to rebuild the bridge, reopen the river, and protect the families.',
    ['commitment/agreed rebuild', 'commitment/agreed reopen', 'commitment/agreed protect'],
  ],
  [
    'a clause between subject and verb',
    'joint',
    'Old weapons, for as long as they exist, should serve defence.',
    ['position/none serve'],
    'serve defence',
  ],
  [
    'a list in the sentence, after "to:"',
    'joint',
    'France and Japan agreed to: (a) open a port; (b) train pilots; and (c) map the reefs.',
    ['commitment/agreed open', 'commitment/agreed train', 'commitment/agreed map'],
    'map the reefs',
  ],
  [
    'a list in the sentence, after a time and "to:"',
    'joint',
    'We committed in the near term to: open a port; train pilots.',
    ['commitment/agreed open', 'commitment/agreed train'],
  ],
  [
    'a list of -ing forms after "to:"',
    'joint',
    'The two sides have also committed to: using sonar to map reefs; opening safe lines for data sharing; and writing rules for pilots.',
    ['commitment/agreed use', 'commitment/agreed open', 'commitment/agreed write'],
    'writing rules for pilots',
  ],
  [
    'means in a list after a colon',
    'joint',
    'We will help the islands by: training pilots; mapping reefs; and sharing data.',
    ['commitment/intent help'],
    'sharing data',
  ],
  ['an object after an aside', 'joint', 'We recall, in this regard, our pledges to the islands.', ['position/none recall']],
  [
    'participles without an object',
    'joint',
    'We reaffirm the pledges of the Lima Plan and the Ocean Summit held on the margins of the fair.',
    ['position/none reaffirm'],
    'of the fair',
  ],
  [
    'a duty',
    'joint',
    'All members have a duty both to show and to promote restraint.',
    ['proposal/should show', 'proposal/should promote'],
  ],
  [
    'a numbered modal breaks off, and its lines have no marks',
    'treaty',
    '1. The Parties shall not:\n\nraise fees;\n\ndirectly or indirectly favour their own ships.',
    ['commitment/binding not raise', 'commitment/binding not favour'],
  ],
  [
    'the modal of the main verb comes back after a relative clause',
    'treaty',
    'Each Party shall publish laws that may affect trade and shall inform the other Party.',
    ['commitment/binding publish', 'commitment/binding inform'],
    'shall inform the other Party',
  ],
  [
    'the same modal goes on with the relative clause',
    'joint',
    'We will support firms that will train pilots and will map reefs.',
    ['commitment/intent support'],
    'map reefs',
  ],
  [
    'a noun that is a verb too',
    'treaty',
    'The Parties shall protect animal and plant health.',
    ['commitment/binding protect'],
    'plant health',
  ],
  [
    'the following, in one sentence',
    'joint',
    'The two sides decided on the following: opening a port; training pilots; and mapping the reefs.',
    ['commitment/agreed open', 'commitment/agreed train', 'commitment/agreed map'],
    'mapping the reefs',
  ],
  [
    'the following, with labels',
    'joint',
    'The two sides agreed on the following measures: (1) open a port, (2) train pilots, and (3) lower the fees.',
    ['commitment/agreed open', 'commitment/agreed train', 'commitment/agreed lower'],
  ],
  [
    'a verb breaks off before what is held',
    'joint',
    'The two sides reaffirmed: the urgency of a truce; that peace is within reach; and that trade serves both.',
    ['position/none reaffirm', 'position/none reaffirm', 'position/none reaffirm'],
    'that trade serves both',
  ],
  [
    'the same in items',
    'joint',
    'The two sides reaffirmed:\n\n- the urgency of a truce;\n- that peace is within reach.',
    ['position/none reaffirm', 'position/none reaffirm'],
    'peace is within reach',
  ],
  [
    'a clause breaks off after "that"',
    'joint',
    'They agreed that: i) both sides will open ports; ii) pilots will be trained.',
    ['commitment/agreed open', 'commitment/agreed train'],
    'pilots will be trained',
  ],
  [
    'who acts, and what each item says',
    'joint',
    'In this spirit, we: reaffirm our support for the fund; call on all states to join it; and commit to pay into it.',
    ['position/none support', 'proposal/should join', 'commitment/agreed pay'],
  ],
  [
    'a need breaks off before what is needed',
    'joint',
    'The leaders underscored the need to: open a port; train pilots; lower the fees.',
    ['proposal/should open', 'proposal/should train', 'proposal/should lower'],
  ],
  ['things alone make no list of acts', 'joint', 'They discussed the following issues: trade; transport; fish.', ['report/none discuss']],
  ['"each" after its noun', 'treaty', 'Two reductions each shall be made by 1 May 2031.', ['commitment/binding make']],
]
for (const [name, opening, text, expected, ending] of rows)
  test(`${name}: ${text.replace(/\s+/g, ' ')}`, () => {
    const from = openings[opening].length
    const statements = read({ text: openings[opening] + text }).statements.filter((s) => s.span.from >= from)
    assert.deepEqual(
      statements.map((s) => `${s.kind}/${s.force} ${s.negated ? 'not ' : ''}${s.act}`),
      expected,
    )
    if (ending) assert.ok(statements.at(-1)?.quote.endsWith(ending), statements.at(-1)?.quote)
  })
