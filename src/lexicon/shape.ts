import type { Frame } from './frames.ts'
import { intern, internCell } from './intern.ts'
import type { NameStart } from './names.ts'
import { More, type Word } from './word.ts'

const noFrames: readonly Frame[] = []
const nothing: readonly string[] = []

/** A copy whose fields stand in one order: all words have one shape, so that look-ups of their fields stay cheap. */
export function shaped(word: Word): Word {
  const { text, flags, lemma, kind, more, code, form, frames, framesBy, takes, noun, actor, start, opens, relation, phrases } = word
  const own = intern(text)
  return {
    text: own,
    flags,
    more,
    code,
    form: form === text ? own : intern(form),
    lemma: lemma === text ? own : intern(lemma),
    kind: internCell(kind),
    frames,
    framesBy,
    takes,
    noun,
    actor: internCell(actor),
    start,
    opens,
    relation,
    phrases,
  }
}

/** The names that a form may begin: one all in capitals those of any letter case, for it may stand in a text without another. */
export const opensIn = (start: NameStart | undefined, form: string, more: number): NameStart | undefined =>
  start && ((more & More.CAPS) !== 0 || start.mayOpen(form)) ? start : undefined

/** The same word written another way, with the flags of that form. */
export const respelled = (word: Word, form: string, flags: number, more: number): Word => ({
  text: word.text,
  flags,
  more,
  code: word.code,
  form: form === word.text ? word.text : intern(form),
  lemma: word.lemma,
  kind: word.kind,
  frames: word.frames,
  framesBy: word.framesBy,
  takes: word.takes,
  noun: word.noun,
  actor: word.actor,
  start: word.start,
  opens: opensIn(word.start, form, more),
  relation: word.relation,
  phrases: word.phrases,
})

/** A word that is no form of the lexicon: the stand-in word of a name, a word made in a test. */
export const plainWord = (text: string, flags: number): Word =>
  shaped({
    text,
    flags,
    lemma: text,
    kind: '',
    more: 0,
    code: 0,
    form: text,
    frames: noFrames,
    framesBy: undefined,
    takes: nothing,
    noun: undefined,
    actor: '',
    start: undefined,
    opens: undefined,
    relation: 0,
    phrases: undefined,
  })
