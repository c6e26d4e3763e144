import { inForce, nodesOf } from '../../ledger/journal.ts'
import { canonical, declares, withId } from '../../ledger/judgement.ts'
import { notesOf } from '../../ledger/notes.ts'
import type { Entry, Judgement, JudgementBody, NodeId, Of } from '../../ledger/nouns.ts'
import type { Db } from '../connect.ts'
import { findNode } from '../database/find.ts'
import { judgementsOn, loadNodes, nodeOf, programmesOf } from '../database/load.ts'
import { gather } from '../database/rows.ts'
import type { JudgementRow } from '../database/tables.ts'
import { StoreError } from '../error.ts'
import { recastText } from '../incoming/texts.ts'
import type { Revision } from '../linking/revision.ts'
import { Checks } from './checks.ts'

/** What to append. `at`: ISO 8601 with milliseconds; the store's clock where it is absent. */
export interface Said {
  readonly body: JudgementBody
  readonly by: string
  readonly reason?: string
  readonly at?: string
}

/** Checks and appends judgements in the order given, and makes the ledger follow. All or nothing. */
export async function append(revision: Revision, said: readonly Said[], now: string): Promise<Judgement[]> {
  const { problemOfBody } = await import('./shape.ts')
  const journal = new Journal(revision)
  const checks = new Checks(revision.db)
  const done: Judgement[] = []
  for (const { body, by, reason, at } of said) {
    const wrong = problemOfBody(body) ?? (by.trim() === '' ? 'a judgement needs an author' : undefined)
    if (wrong) throw new StoreError('refused', wrong)
    const full = await checks.complete(body, by)
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
    const refs = nodesOf(judgement)
    if (judgement.type === 'entry') await this.entryNode(judgement.entry)
    const isRecast = judgement.type === 'recast'
    const [a, b] = isRecast ? [null, null] : [await this.row(refs[0]), await this.row(refs[1])]
    const row: JudgementRow = {
      seq: ++this.last,
      id: judgement.id,
      type: judgement.type,
      body: canonical(judgement),
      counts: 1,
      declares: declares(judgement) ?? null,
      takes_back: judgement.type === 'withdrawal' ? judgement.of : null,
      a_ref: refs[0] ?? null,
      // of a recast: the statement for whose sake it counts nowhere, as long as its text is not there
      b_ref: (isRecast ? refs[0] : refs[1]) ?? null,
      a,
      b,
    }
    await this.db.insertInto('judgements').values(row).execute()
    const notes = row.a_ref === null ? '' : notesOf(judgement)
    if (notes !== '') await this.revision.index('note_words', [{ row: row.seq, text: notes }])
    if (judgement.type === 'withdrawal') await this.recount(judgement.of)
    else await this.note(row)
  }

  private async row(ref: NodeId | undefined): Promise<number | null> {
    return ref === undefined ? null : ((await findNode(this.db, ref, 'exact'))?.row ?? null)
  }

  /** Remembers what a judgement that came into force, or went out of it, concerns. */
  private async note(row: Pick<JudgementRow, 'type' | 'a' | 'b' | 'declares' | 'body'>): Promise<void> {
    // at once: the next judgement of the same call may be about a statement that this one draws
    if (row.type === 'recast') await recastText(this.revision, (JSON.parse(row.body) as Of<'recast'>).text)
    for (const node of [row.a, row.b]) if (node !== null) this.revision.touched.add(node)
    if (['correction', 'entry', 'programme', 'series'].includes(row.type)) this.revision.worded = true
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
    else await this.note(target)
  }

  /** The node of an entry that is declared for the first time, and the judgements that waited for it. */
  private async entryNode(entry: Entry): Promise<void> {
    const known = await this.db.selectFrom('nodes').select('row').where('id', '=', entry.id).executeTakeFirst()
    if (known) return
    const [row] = (await this.revision.create([{ id: entry.id, text: null, body: JSON.stringify(entry) }])) as [number]
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
