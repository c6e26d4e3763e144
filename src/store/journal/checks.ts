import { alike, ENOUGH, placeOf } from '../../ledger/carry.ts'
import { checkCorrection, checkDrawn } from '../../ledger/correct.ts'
import { pairKey } from '../../ledger/journal.ts'
import { refuseVerdict } from '../../ledger/link/coding.ts'
import type { Evidence, Judgement, JudgementBody, NodeId, Of, Recast, Score } from '../../ledger/nouns.ts'
import { idOf } from '../../ledger/recast.ts'
import { refuseScore } from '../../ledger/score/guideline.ts'
import type { Db } from '../connect.ts'
import { unpack } from '../database/columns.ts'
import { findNode } from '../database/find.ts'
import { judgementsOn, loadNodes } from '../database/load.ts'
import { recastsOf, recorded, traced } from '../database/recasts.ts'
import { StoreError } from '../error.ts'

const refuse = (what: string): never => {
  throw new StoreError('refused', what)
}

/** Says that a statement is none any more, by whom and since when. */
const goneLine = (id: NodeId, { by, at, reason, id: judgement }: Of<'recast'>): string =>
  `${id} was taken away by ${by} on ${at.slice(0, 10)} (judgement ${judgement}${reason ? `: ${reason}` : ''})`

/** What a judgement rests on, looked up in a ledger before it is appended. */
export class Checks {
  private readonly db: Db

  constructor(db: Db) {
    this.db = db
  }

  /** Writes ids out in full and checks what the judgement rests on. */
  async complete(body: JudgementBody, by: string): Promise<JudgementBody> {
    switch (body.type) {
      case 'link': {
        const [a, b] = [await this.node(body.a), await this.node(body.b)]
        if (a === b) refuse(`${a} cannot be linked with itself`)
        const verdict = { ...body, a, b }
        const wrong = body.role && refuseVerdict(verdict, by, await this.verdictsOn(a, b))
        if (wrong) refuse(wrong)
        return verdict
      }
      case 'acceptance': {
        const on = await this.standing(body.on)
        if (!placeOf(on)) refuse(`${on} is an entry; accept statements of texts`)
        return { ...body, on }
      }
      case 'recast':
        return this.recast(body)
      case 'correction': {
        const on = await this.standing(body.on)
        if (!placeOf(on)) refuse(`${on} is an entry; declare it again to change it`)
        const wrong = checkCorrection(body.field, body.value)
        if (wrong) refuse(`${on}: ${wrong}`)
        return { ...body, on }
      }
      case 'entry': {
        const { id, programme } = body.entry
        if (!id.startsWith(`${programme}/`) || placeOf(id))
          refuse(`${id}: the id of an entry is the name of its programme, a slash and a name`)
        return body
      }
      case 'evidence':
        return this.evidence({ ...body, on: await this.node(body.on) })
      case 'search':
      case 'guideline':
        return { ...body, on: await this.node(body.on) }
      case 'score':
        return this.score({ ...body, on: await this.node(body.on) }, by)
      case 'target':
        await this.series(body.series)
        return { ...body, on: await this.node(body.on) }
      case 'observation':
        await this.series(body.series)
        return body
      case 'withdrawal': {
        const found = await this.judgement(body.of)
        if (!found.counts) refuse(`judgement ${found.id} is withdrawn already`)
        if (found.type === 'recast') await this.freeOfLater(found.id)
        return { ...body, of: found.id }
      }
      default:
        return body
    }
  }

  private async node(id: NodeId): Promise<NodeId> {
    const found = await findNode(this.db, id)
    return found?.id ?? refuse(`${id} is neither a statement nor an entry of this ledger`)
  }

  /** Verdicts in force on a pair of nodes. */
  private async verdictsOn(a: NodeId, b: NodeId): Promise<Of<'link'>[]> {
    const row = (await findNode(this.db, a))?.row
    const on = row === undefined ? [] : await judgementsOn(this.db, [row], 'link')
    return on.filter((one): one is Of<'link'> => one.type === 'link' && pairKey(one.a, one.b) === pairKey(a, b))
  }

  /** A node that nobody took away. */
  private async standing(id: NodeId): Promise<NodeId> {
    const gone = await traced(this.db, id)
    if (gone?.by && gone.now !== id) refuse(goneLine(id, gone.by))
    return this.node(id)
  }

  private async recast(body: Recast): Promise<Recast> {
    const text = await this.db.selectFrom('texts').select(['hash', 'body']).where('hash', '=', body.text).executeTakeFirst()
    if (!text) return refuse(`there is no text ${body.text} in the ledger`)
    if (body.away.length + body.drawn.length === 0) refuse('nothing is taken away and nothing is drawn')
    const away: NodeId[] = []
    for (const id of body.away) away.push(await this.standing(id))
    const stranger = away.find((id) => placeOf(id)?.text !== text.hash.slice(0, 12))
    if (stranger !== undefined) refuse(`${stranger} is no statement of text ${text.hash.slice(0, 12)}`)
    if (new Set(away).size < away.length) refuse('a statement is named twice')
    const characters = unpack(text.body)
    const known = await recorded(this.db, text.hash)
    const beside = [...(known?.recasting.statements.values() ?? [])]
      .filter(({ id }) => !away.includes(id))
      .map(({ id, span }) => ({ id, span }))
    for (const drawn of body.drawn) {
      const { span, quote } = drawn
      const wrong = checkDrawn(drawn)
      if (wrong) refuse(wrong)
      if (characters.slice(span.from, span.to) !== quote)
        refuse(`text ${text.hash.slice(0, 12)} does not read so at ${span.from}-${span.to}; quote it to the letter`)
      const near = beside.find((one) => alike(one.span, span) >= ENOUGH)
      if (near) refuse(`${near.id} stands there already: correct it, or name it to be taken away`)
      beside.push({ id: idOf(text.hash, span), span })
    }
    return { ...body, away }
  }

  /** Refuses to take back a recast on whose statements a later one rests. */
  private async freeOfLater(id: string): Promise<void> {
    const { body } = await this.db.selectFrom('judgements').select('body').where('id', '=', id).executeTakeFirstOrThrow()
    const { text, drawn } = JSON.parse(body) as Of<'recast'>
    const own = new Set(drawn.map(({ span }) => idOf(text, span)))
    const later = (await recastsOf(this.db, text)).recasts.find((one) => one.id !== id && one.away.some((name) => own.has(name)))
    if (later) refuse(`judgement ${later.id} takes away a statement that ${id} draws; withdraw that first`)
  }

  private async judgement(id: string): Promise<{ id: string; counts: number; type: string; a: number | null }> {
    const query = this.db.selectFrom('judgements').select(['id', 'counts', 'type', 'a'])
    const found = await query.where('id', '>=', id).where('id', '<', `${id}g`).limit(2).execute()
    const [one] = found
    if (!one || id.length < 6) return refuse(`there is no judgement ${id} in the journal`)
    return found.length > 1 ? refuse(`${id} is the beginning of several judgements; give more of it`) : one
  }

  private async series(id: string): Promise<void> {
    const found = await this.db
      .selectFrom('judgements')
      .select('seq')
      .where('declares', '=', `series ${id}`)
      .where('counts', '=', 1)
      .executeTakeFirst()
    if (!found) refuse(`there is no series ${id}; declare it first`)
  }

  private async evidence(body: Evidence): Promise<Evidence> {
    const { passage, page, observation } = body
    if ([passage, page, observation].filter((one) => one !== undefined).length !== 1)
      refuse('evidence is one of a passage, a page and an observation of a series')
    if (observation) await this.series(observation.series)
    if (!passage) return body
    const { document, span, quote } = passage
    const found = await this.db
      .selectFrom('documents')
      .innerJoin('texts', 'texts.row', 'documents.text')
      .select(['documents.id', 'texts.body'])
      .where('documents.id', '=', document)
      .executeTakeFirst()
    if (!found) return refuse(`there is no document ${document} in the ledger`)
    if (unpack(found.body).slice(span.from, span.to) !== quote)
      refuse(`the text of document ${document} does not read so at ${span.from}-${span.to}; quote it to the letter`)
    return body
  }

  private async score(body: Score, by: string): Promise<Score> {
    const { db } = this
    const found = await this.judgement(body.guideline)
    const score = { ...body, guideline: found.id }
    const home = await findNode(db, body.on)
    // a node of this very call stands alone as yet
    const rows = home ? await this.together(home) : []
    const nodes = new Set(rows.map(({ id }) => id))
    const judged = await judgementsOn(
      db,
      rows.map(({ row }) => row),
    )
    const guidelines = (await judgementsOn(db, found.a === null ? [] : [found.a])).filter((one) => one.type === 'guideline')
    const taken = await db.selectFrom('judgements').select('id').where('takes_back', '=', found.id).where('counts', '=', 1).execute()
    const withdrawn = new Map(taken.map(({ id }) => [found.id, id]))
    const scores = judged.filter((one) => one.type === 'score')
    const wrong = refuseScore(score, { by, nodes, guidelines, scores, withdrawn })
    if (wrong) refuse(wrong)
    if (!body.evidence) return score
    return { ...score, evidence: body.evidence.map((piece) => this.piece(piece, judged)) }
  }

  /** The id of a piece of evidence of the same undertaking, written out in full. */
  private piece(name: string, judged: readonly Judgement[]): string {
    const found = judged.filter(({ type, id }) => type === 'evidence' && name.length >= 6 && id.startsWith(name))
    const [one] = found
    return one && found.length === 1
      ? one.id
      : refuse(`${name} is no piece of evidence of this undertaking; \`stocktake evidence list\` shows them`)
  }

  /** The nodes of the undertaking of a node. */
  private async together({
    row,
    id,
    undertaking,
  }: {
    row: number
    id: NodeId
    undertaking: number
  }): Promise<{ row: number; id: NodeId }[]> {
    if (undertaking === 0) return [{ row, id }]
    return loadNodes(this.db, 'undertaking', [undertaking])
  }
}
