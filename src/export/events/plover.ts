import type { Dump } from '../../ledger/dump.ts'
import { exportTable } from '../../lexicon/export-tables.ts'
import { canonical } from '../canonical.ts'
import { dated } from '../dates.ts'
import { actorCode } from '../states.ts'
import { type Event, eventsOf } from './event.ts'

const contexts = new Map(exportTable('eventcontexts').map((row) => [row['id'], row['context']]))

const actor = (party: string) => ({ code: actorCode(party), text: party })

/**
 * Wordings as events of PLOVER 0.8 by the field names of its JSON, one a line. One without a sure code stays as a record with `has_event`
 * false and the reason. What PLOVER cannot hold stands under `stocktake`.
 */
export async function* ploverOf(dump: Dump): AsyncGenerator<string> {
  for await (const event of eventsOf(dump)) yield `${canonical(record(event))}\n`
}

function record({ undertaking, member, codes, source, target, mentions }: Event) {
  const { statement: s, document, date } = member
  const reasons = [codes.plover ? '' : codes.note || 'PLOVER has no code for it', source.length ? '' : 'the text does not say who acts']
  const notCoded = reasons.filter((reason) => reason)
  const coded = notCoded.length === 0
  const [from, to] = codes.turned && target.length ? [target, source] : [source, target]
  return {
    id: `${undertaking}#${s.id}`,
    has_event: coded,
    not_coded: coded ? undefined : notCoded,
    date: date?.length === 10 ? dated(date) : undefined,
    source: from.map(actor),
    recipient: to.map(actor),
    event: coded ? [codes.plover] : [],
    mode: coded && codes.mode ? [codes.mode] : [],
    context: [...new Set(s.topics.map((topic) => contexts.get(topic)).filter((context) => context))],
    event_text: [s.act],
    text: s.quote,
    coder: 'stocktake',
    comment: coded && codes.note ? codes.note : undefined,
    stocktake: {
      undertaking,
      statement: s.id,
      document,
      span: s.span,
      kind: s.kind,
      force: s.force,
      aspect: s.aspect,
      negated: s.negated,
      attribution: s.attribution,
      target: s.target?.phrase,
      deadline: s.deadline,
      condition: s.condition,
      hedges: s.hedges,
      doubt: s.doubt,
      mentions,
    },
  }
}
