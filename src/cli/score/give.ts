import { about, inForce, type Journal } from '../../ledger/journal.ts'
import type { Of, Score, Undertaking } from '../../ledger/nouns.ts'
import { visibleTo } from '../../ledger/score/blind.ts'
import { refuseScore } from '../../ledger/score/guideline.ts'
import { scoresByParty } from '../../ledger/score/versions.ts'
import type { Store } from '../../store/store.ts'
import { CliError } from '../error.ts'
import { given as orNothing, some } from '../given.ts'
import { judge } from '../judge.ts'
import { judging, today } from '../open.ts'
import { nodesOf, undertakingOf } from '../show/file.ts'
import { valueWords } from '../show/proofs.ts'
import { type Call, usage } from '../usage.ts'
import { verb } from '../verb.ts'

const values = ['+1', '0', '-1', 'not-applicable', 'unverifiable'] as const
const stages = ['0', '1', '2', '3'] as const

const scoring = {
  party: { value: 'CODE', about: 'whose score' },
  value: {
    value: 'VALUE',
    about: '+1 all that the guideline asks, 0 in part or under way, -1 none or contrary; not-applicable, unverifiable',
    oneOf: values,
  },
  guideline: { value: 'JUDGEMENT', about: 'id of the guideline; without it the only one in force for the party' },
  evidence: { value: 'JUDGEMENT', about: 'id of a piece of evidence that it rests on; may be given more than once', many: true },
  stage: { value: 'STAGE', about: 'second scale: 0 not begun, 1 minimal, 2 intermediate, 3 full', oneOf: stages },
} as const

const giveUsage = usage({
  verb: 'score give',
  calls: [['score give ID --party CODE --value VALUE', "one coder's score of one party"]],
  options: { ...scoring, second: { about: "as second coder, blind to the first's" }, ...judging },
  after: "What the other coder gave is shown by no answer of this verb before one's own score is in; show ID --blind leaves it out too.",
  words: [1, 1],
})

/** The verb `score give`. */
export const give = verb(giveUsage, (call) => score('score give', call, call.values.second ? 'second' : 'first'))

const adjudicateUsage = usage({
  verb: 'score adjudicate',
  calls: [['score adjudicate ID --party CODE --value VALUE', 'decides between two coders who differ']],
  options: { ...scoring, ...judging },
  after: 'Both scores stay in the journal, and in the figures of score agreement.',
  words: [1, 1],
})

/** The verb `score adjudicate`. */
export const adjudicate = verb(adjudicateUsage, (call) => score('score adjudicate', call, 'adjudication'))

function score(
  name: string,
  { words: [id = ''], values: given }: Call<typeof adjudicateUsage.options>,
  role: Score['role'],
): Promise<number> {
  const { party, value } = given
  if (!party || value === undefined) throw new CliError(`${name}: --${party ? 'value' : 'party'} is missing; see stocktake ${name} --help`)
  return judge(given, async (store, author) => {
    const undertaking = await undertakingOf(store, id, today())
    const journal = inForce(visibleTo(author.name, role, await store.judgementsOn(undertaking.id)))
    const body: Score = {
      type: 'score',
      on: undertaking.id,
      party,
      guideline: guidelineOf(undertaking, journal, party, given.guideline),
      value: scoreValue(value),
      ...(given.stage === undefined ? {} : { stage: Number(given.stage) as 0 | 1 | 2 | 3 }),
      role,
      ...orNothing({ evidence: some(given.evidence) }),
    }
    const whole = inForce(await store.judgementsOn(undertaking.id))
    const { guidelines, scores } = about(whole, nodesOf(undertaking))
    const nodes = new Set(nodesOf(undertaking))
    const refused = refuseScore(body, { by: author.name, nodes, guidelines, scores, withdrawn: whole.withdrawn })
    if (refused) throw new CliError(`${name}: ${refused}`)
    return { bodies: [body], say: () => stateNow(store, undertaking.id, party) }
  })
}

const scoreValue = (value: string): Score['value'] =>
  value === '+1' ? 1 : value === '0' ? 0 : value === '-1' ? -1 : (value as Score['value'])

/** The guideline named, by its id or the beginning of it; without a name the only one that covers the party. */
function guidelineOf(undertaking: Undertaking, journal: Journal, party: string, name: string | undefined): string {
  const { guidelines } = about(journal, nodesOf(undertaking))
  const fits = (one: Of<'guideline'>) => (name === undefined ? !one.parties || one.parties.includes(party) : one.id.startsWith(name))
  const fitting = guidelines.filter(fits)
  const [only] = fitting
  if (only && fitting.length === 1) return only.id
  if (name !== undefined) return name
  if (!only)
    throw new CliError(`${undertaking.id}: no guideline for ${party}; write first what counts: stocktake score guideline ${undertaking.id}`)
  throw new CliError(
    `${undertaking.id}: ${fitting.length} guidelines for ${party}; say which with --guideline ${fitting.map((one) => one.id).join(', ')}`,
  )
}

async function stateNow(store: Store, id: string, party: string): Promise<string[]> {
  const undertaking = await undertakingOf(store, id, today())
  const journal = inForce(await store.judgementsOn(id))
  const { scores, guidelines } = about(journal, nodesOf(undertaking))
  const one = scoresByParty(scores, guidelines, journal.order).parties.find((each) => each.party === party)
  if (!one) return []
  const next = one.state === 'disagreed' ? '; decide with stocktake score adjudicate' : ''
  return [
    `${undertaking.label} · ${party}: ${one.state === 'disagreed' ? 'the two coders differ' : `${valueWords(one.value)}, ${one.state}`}${next}`,
  ]
}
