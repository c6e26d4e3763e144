import { placeOf } from '../ledger/carry.ts'
import { checkCorrection } from '../ledger/correct.ts'
import { inForce } from '../ledger/journal.ts'
import { canonical, declares, withId } from '../ledger/judgement.ts'
import type { Entry, Evidence, Judgement, JudgementBody, NodeId, Score } from '../ledger/nouns.ts'
import { unpack } from './columns.ts'
import type { Db } from './connect.ts'
import { StoreError } from './error.ts'
import { findNode } from './find.ts'
import { judgementsOn, loadNodes, nodeOf, programmesOf } from './load.ts'
import type { Revision } from './revision.ts'
import { gather } from './rows.ts'
import type { JudgementRow } from './tables.ts'

/** What to append. `at`: ISO 8601 with milliseconds; the store's clock where it is absent. */
export interface Said {
  readonly body: JudgementBody
  readonly by: string
  readonly reason?: string
  readonly at?: string
}

const refuse = (what: string): never => {
  throw new StoreError('refused', what)
}

/** Checks and appends judgements in the order given, and makes the ledger follow. All or nothing. */
export async function append(revision: Revision, said: readonly Said[], now: string): Promise<Judgement[]> {
  const { problemOfBody } = await import('./shape.ts')
  const journal = new Journal(revision)
  const done: Judgement[] = []
  for (const { body, by, reason, at } of said) {
    const wrong = problemOfBody(body) ?? (by.trim() === '' ? 'a judgement needs an author' : undefined)
    if (wrong) refuse(wrong)
    const full = await journal.complete(body)
    const judgement = withId({ at: at ?? now, by, ...(reason === undefined ? {} : { reason }), ...full })
    await journal.add(judgement)
    done.push(judgement)
  }
  await journal.follow()
  return done
}

/** Appends judgements of an exported journal as they are; what they are about need not be there. */
export async function restore(revision: Revision, judgements: readonly Judgement[]): Promise<void> {
  const journal = new Journal(revision)
  for (const judgement of judgements) await journal.add(judgement)
  await journal.follow()
}

class Journal {
  private readonly revision: Revision
  private readonly db: Db
  private last: number | undefined
  /** Statements whose corrections changed, by row. */
  private readonly corrected = new Set<number>()
  /** Entries whose declaration changed. */
  private readonly declared = new Set<NodeId>()
  private readonly programmes = new Set<string>()

  constructor(revision: Revision) {
    this.revision = revision
    this.db = revision.db
  }

  /** Writes ids out in full and checks what the judgement rests on. */
  async complete(body: JudgementBody): Promise<JudgementBody> {
    switch (body.type) {
      case 'link': {
        const [a, b] = [await this.node(body.a), await this.node(body.b)]
        if (a === b) refuse(`${a} cannot be linked with itself`)
        return { ...body, a, b }
      }
      case 'correction': {
        const on = await this.node(body.on)
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
        return this.score({ ...body, on: await this.node(body.on) })
      case 'target':
        await this.series(body.series)
        return { ...body, on: await this.node(body.on) }
      case 'observation':
        await this.series(body.series)
        return body
      case 'withdrawal': {
        const found = await this.judgement(body.of)
        if (!found.counts) refuse(`judgement ${found.id} is withdrawn already`)
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

  private async score(body: Score): Promise<Score> {
    const guideline = await this.judgement(body.guideline)
    if (guideline.type !== 'guideline') refuse(`judgement ${guideline.id} is no guideline`)
    if (!guideline.counts) refuse(`guideline ${guideline.id} is withdrawn; write another before scoring`)
    const on = await this.db.selectFrom('nodes').select('undertaking').where('id', '=', body.on).executeTakeFirst()
    const its = await this.db
      .selectFrom('nodes')
      .select('undertaking')
      .where('row', '=', guideline.a ?? -1)
      .executeTakeFirst()
    if (on?.undertaking !== its?.undertaking) refuse(`guideline ${guideline.id} is for another undertaking than ${body.on}`)
    return { ...body, guideline: guideline.id }
  }

  /** Writes a judgement that is not in the journal yet. */
  async add(judgement: Judgement): Promise<void> {
    const known = await this.db.selectFrom('judgements').select('seq').where('id', '=', judgement.id).executeTakeFirst()
    if (known) return
    this.last ??=
      (
        await this.db
          .selectFrom('judgements')
          .select(({ fn }) => fn.max<number | null>('seq').as('most'))
          .executeTakeFirst()
      )?.most ?? 0
    const refs = judgement.type === 'link' ? [judgement.a, judgement.b] : 'on' in judgement ? [judgement.on] : []
    if (judgement.type === 'entry') await this.entryNode(judgement.entry)
    const [a, b] = [await this.row(refs[0]), await this.row(refs[1])]
    const row: JudgementRow = {
      seq: ++this.last,
      id: judgement.id,
      type: judgement.type,
      body: canonical(judgement),
      counts: 1,
      declares: declares(judgement) ?? null,
      takes_back: judgement.type === 'withdrawal' ? judgement.of : null,
      a_ref: refs[0] ?? null,
      b_ref: refs[1] ?? null,
      a,
      b,
    }
    await this.db.insertInto('judgements').values(row).execute()
    if (judgement.type === 'withdrawal') await this.recount(judgement.of)
    else this.note(row)
  }

  private async row(ref: NodeId | undefined): Promise<number | null> {
    return ref === undefined ? null : ((await findNode(this.db, ref, 'exact'))?.row ?? null)
  }

  /** Remembers what a judgement that came into force, or went out of it, concerns. */
  private note(row: Pick<JudgementRow, 'type' | 'a' | 'b' | 'declares'>): void {
    for (const node of [row.a, row.b]) if (node !== null) this.revision.touched.add(node)
    if (row.type === 'correction' && row.a !== null) this.corrected.add(row.a)
    if (row.type === 'entry') this.declared.add((row.declares as string).slice('entry '.length))
    if (row.type === 'programme') this.programmes.add((row.declares as string).slice('programme '.length))
  }

  /** Whether a judgement is in force may have changed: a withdrawal of it came, or went. */
  private async recount(id: string): Promise<void> {
    const target = await this.db.selectFrom('judgements').selectAll().where('id', '=', id).executeTakeFirst()
    if (!target) return
    const taken = await this.db
      .selectFrom('judgements')
      .select('seq')
      .where('takes_back', '=', id)
      .where('counts', '=', 1)
      .where('seq', '>', target.seq)
      .executeTakeFirst()
    const counts = taken ? 0 : 1
    if (counts === target.counts) return
    await this.db.updateTable('judgements').set({ counts }).where('seq', '=', target.seq).execute()
    if (target.type === 'withdrawal') await this.recount(target.takes_back as string)
    else this.note(target)
  }

  /** The node of an entry that is declared for the first time, and the judgements that waited for it. */
  private async entryNode(entry: Entry): Promise<void> {
    const known = await this.db.selectFrom('nodes').select('row').where('id', '=', entry.id).executeTakeFirst()
    if (known) return
    const row = await this.revision.create({ id: entry.id, features: {} as never, entry }, null, JSON.stringify(entry))
    for (const [column, ref] of [
      ['a', 'a_ref'],
      ['b', 'b_ref'],
    ] as const) {
      const waiting = await this.db.selectFrom('judgements').select(['a', 'b']).where(ref, '=', entry.id).execute()
      await this.db
        .updateTable('judgements')
        .set({ [column]: row })
        .where(ref, '=', entry.id)
        .execute()
      for (const { a, b } of waiting) for (const other of [a, b]) if (other !== null) this.revision.touched.add(other)
    }
  }

  /** Makes nodes follow what was declared and corrected. */
  async follow(): Promise<void> {
    const { db, revision } = this
    for (const name of this.programmes) {
      const entries = await db
        .selectFrom('nodes')
        .select('id')
        .where('id', '>=', `${name}/`)
        .where('id', '<', `${name}0`)
        .where('text', 'is', null)
        .execute()
      for (const { id } of entries) this.declared.add(id)
    }
    const programmes = this.declared.size ? await programmesOf(db) : new Map()
    const links: Parameters<Revision['link']>[0][number][] = []
    for (const id of this.declared) {
      const current = await db
        .selectFrom('judgements')
        .select('body')
        .where('declares', '=', `entry ${id}`)
        .where('counts', '=', 1)
        .orderBy('seq', 'desc')
        .limit(1)
        .executeTakeFirst()
      const stored = () => db.selectFrom('nodes').select(['row', 'features', 'body']).where('id', '=', id).executeTakeFirst()
      let node = await stored()
      if (!current) {
        if (node) await revision.drop([node.row])
        continue
      }
      const { entry } = JSON.parse(current.body) as { entry: Entry }
      // declared before, withdrawn, and in force again
      if (!node) await this.entryNode(entry)
      node ??= await stored()
      if (!node) continue
      const made = nodeOf({ id, body: entry, text: undefined }, [], programmes)
      await db
        .updateTable('nodes')
        .set({ body: JSON.stringify(entry) })
        .where('row', '=', node.row)
        .execute()
      revision.touched.add(node.row)
      if (node.features === '' || node.body !== JSON.stringify(entry)) await revision.reindex('statement_words', node.row, entry.label)
      if (node.features !== JSON.stringify(made.features)) links.push({ row: node.row, node: made, isNew: node.features === '' })
    }
    await revision.link(links)
    await this.relinkCorrected()
  }

  private async relinkCorrected(): Promise<void> {
    const { db, revision } = this
    const rows = [...this.corrected]
    if (rows.length === 0) return
    const { corrections } = inForce(await judgementsOn(db, rows))
    const stored = await gather(rows, (some) => db.selectFrom('nodes').select(['row', 'features']).where('row', 'in', some).execute())
    const features = new Map(stored.map((one) => [one.row, one.features]))
    const nodes = (await loadNodes(db, 'row', rows)).map((one) => ({
      row: one.row,
      node: nodeOf(one, corrections.get(one.id) ?? [], new Map()),
      isNew: false,
    }))
    await revision.link(nodes.filter(({ row, node }) => features.get(row) !== JSON.stringify(node.features)))
  }
}
