import { CompiledQuery } from 'kysely'
import { notesOf } from '../../ledger/notes.ts'
import type { Judgement } from '../../ledger/nouns.ts'
import type { Db, Engine } from '../connect.ts'
import { toTsvector, wordsOf } from '../words.ts'

/** Judgements that are looked at together. */
const AT_ONCE = 500

/** Schema 4: the words of notes, by which judgements are found. */
export async function up(db: Db, engine: Engine): Promise<void> {
  const statements =
    engine === 'sqlite'
      ? ["create virtual table note_words using fts5(words, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0')"]
      : [
          'create table note_words (rowid bigint primary key, words tsvector not null)',
          'create index note_words_gin on note_words using gin (words)',
        ]
  for (const statement of statements) await db.executeQuery(CompiledQuery.raw(statement))
  for (let after = 0; ; ) {
    const query = db.selectFrom('judgements').select(['seq', 'body']).where('seq', '>', after)
    const rows = await query.where('a_ref', 'is not', null).orderBy('seq').limit(AT_ONCE).execute()
    for (const { seq, body } of rows) {
      const words = wordsOf(notesOf(JSON.parse(body) as Judgement))
      if (words.length === 0) continue
      const text =
        engine === 'sqlite'
          ? 'insert into note_words (rowid, words) values (?, ?)'
          : 'insert into note_words (rowid, words) values ($1, $2::tsvector)'
      await db.executeQuery(CompiledQuery.raw(text, [seq, engine === 'sqlite' ? words.join(' ') : toTsvector(words)]))
    }
    const last = rows.at(-1)
    if (!last) return
    after = last.seq
  }
}
