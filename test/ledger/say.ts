/**
 * A small notation for journals of tests. `e1 delivers high 2022-07 R,Z`, `s1 searched R`, `g1 guideline 2022-01-01 2022-12-31`, `p1 first R +1 g1 by ann`,
 * `w1 withdraws e1`: id, what, and the rest; `on NODE` at the end where it is not about `n`. Facts are invented.
 */

import type { Judgement, JudgementBody, Member, Score } from '../../src/ledger/nouns.ts'
import type { Statement } from '../../src/model.ts'

const SHOWS = ['delivers', 'progress', 'contradicts', 'restates'] as const
const ROLES = ['first', 'second', 'adjudication'] as const

export function say(lines: string): Judgement[] {
  return lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line, index) => {
      const [text = '', on = 'n'] = line.split(' on ')
      const [words = '', by = 'ann'] = text.split(' by ')
      const [id = '', what = '', ...rest] = words.split(' ')
      const at = `2024-01-01T00:00:${String(index % 60).padStart(2, '0')}.000Z`
      return { id, at, by, ...bodyOf(what, rest, on) }
    })
}

function bodyOf(what: string, [a = '', b = '', c = '', d = '']: readonly string[], on: string): JudgementBody {
  const shows = SHOWS.find((one) => one === what)
  if (shows) {
    const certainty = a === 'low' || a === 'medium' ? a : 'high'
    const [date, parties] = [b === '-' ? undefined : b, c === '' ? undefined : c.split(',')]
    return { type: 'evidence', on, shows, certainty, ...(date && { date }), ...(parties && { parties }), page: { paraphrase: 'seen' } }
  }
  const role = ROLES.find((one) => one === what)
  if (role) {
    const value = (Number.isNaN(Number(b)) ? b : Number(b)) as Score['value']
    return { type: 'score', on, party: a, guideline: c, value, role, ...(d && { stage: Number(d) as 0 | 1 | 2 | 3 }) }
  }
  if (what === 'searched')
    return { type: 'search', on, ...(a && { party: a }), where: ['gazette of R'], query: 'bridge', until: '2023-12-31' }
  if (what === 'guideline') {
    const window = b ? { from: a, to: b } : { from: a }
    return { type: 'guideline', on, ...(c && { parties: c.split(',') }), window, full: 'opened', partial: 'begun', none: 'neither' }
  }
  if (what === 'withdraws') return { type: 'withdrawal', of: a }
  if (what === 'same' || what === 'different' || what === 'unsure') return { type: 'link', a, b, verdict: what }
  if (what === 'value')
    return { type: 'observation', series: 's', period: a, value: Number(b), ...(c && c !== '-' && qualified(c)), ...(d && { scope: d }) }
  throw new Error(`no such judgement: ${what}`)
}

function qualified(word: string): { rival: true } | { qualifier: 'rounded' } {
  return word === 'rival' ? { rival: true } : { qualifier: word as 'rounded' }
}

/** A statement of an invented text, with what a test does not care about filled in. */
export function statement(id: string, fields: Partial<Statement> = {}): Statement {
  const [from = 0, to = 10] = id.split('-').slice(1).map(Number)
  const head = { id, span: { from, to }, quote: 'R and Z will build the bridge', kind: 'commitment', force: 'agreed' } as const
  const body = {
    parties: ['R', 'Z'],
    addressees: [],
    act: 'build',
    aspect: 'new',
    mechanisms: [],
    places: [],
    topics: [],
    precision: 1,
    grounds: {},
  } as const
  return { ...head, ...body, ...fields }
}

export function member(id: string, date: string, fields: Partial<Statement> = {}, more: Partial<Member> = {}): Member {
  return { statement: statement(id, fields), document: `d-${id}`, hash: id.slice(0, 12), date, relation: 'new', ...more }
}
