import { forces, kinds } from '../model.ts'
import type { CellKind } from './cells.ts'

/** One column of a table: what its cells must be, and whether a cell may be empty. */
export interface Column {
  readonly kind: CellKind
  readonly needed?: boolean
  /** Table whose ids the cell must name (each value of it, where it is a list). */
  readonly of?: string
}

/** One table of a programme: its columns; the first names the entry in messages. `unique`: no two rows may have the same first cell. */
export interface Table {
  readonly columns: Readonly<Record<string, Column>>
  readonly needed?: boolean
  readonly unique?: boolean
}

const id = { kind: 'id', needed: true } as const
const text = { kind: 'text' } as const
const must = { kind: 'text', needed: true } as const
const address = { kind: 'address' } as const
const list = { kind: 'list' } as const

/** The tables of a programme. docs/programme-format.md describes each; its list of columns is checked against this. */
export const tables: Readonly<Record<string, Table>> = {
  programme: {
    needed: true,
    unique: true,
    columns: { id: { ...id, kind: ['name', 'title', 'parties', 'date', 'compiled', 'method'] }, value: must },
  },
  directions: { needed: true, unique: true, columns: { id, label: must } },
  mechanisms: { unique: true, columns: { id, name: must, aliases: list, native: list, kind: text, note: text } },
  places: {
    unique: true,
    columns: { id: must, latitude: { kind: 'number', needed: true }, longitude: { kind: 'number', needed: true } },
  },
  entries: {
    needed: true,
    unique: true,
    columns: {
      id,
      direction: { ...id, of: 'directions' },
      kind: { kind: kinds, needed: true },
      force: { kind: forces, needed: true },
      parties: { kind: 'parties', needed: true },
      actor: { kind: 'party' },
      label: must,
      also: list,
      mechanisms: { kind: 'list', of: 'mechanisms' },
      places: list,
      date: { kind: 'date' },
      target: text,
      deadline: text,
      due: { kind: 'day' },
      note: text,
      assessment: text,
    },
  },
  evidence: {
    columns: {
      on: { ...id, of: 'entries' },
      date: { kind: 'date', needed: true },
      shows: { kind: ['delivers', 'progress', 'contradicts', 'restates'], needed: true },
      certainty: { kind: ['high', 'medium', 'low'], needed: true },
      paraphrase: must,
      parties: { kind: 'parties' },
      publisher: text,
      url: address,
      language: { kind: 'language' },
      via: text,
      unverified: { kind: 'yes' },
      note: text,
    },
  },
  searches: {
    columns: {
      on: { ...id, of: 'entries' },
      party: { kind: 'party' },
      query: must,
      where: { kind: 'list', needed: true },
      until: { kind: 'day', needed: true },
    },
  },
  series: { unique: true, columns: { id, label: must, unit: must, measure: { kind: ['flow', 'level'] }, note: text } },
  observations: {
    columns: {
      series: { ...id, of: 'series' },
      period: { kind: 'period', needed: true },
      scope: text,
      value: { kind: 'number', needed: true },
      qualifier: { kind: ['rounded', 'at-least', 'at-most', 'estimate', 'forecast', 'derived', 'unverified'] },
      rival: { kind: 'yes' },
      url: address,
      publisher: text,
      note: text,
    },
  },
  targets: {
    columns: {
      on: { ...id, of: 'entries' },
      series: { ...id, of: 'series' },
      direction: { kind: ['at-least', 'at-most'], needed: true },
      value: { kind: 'number', needed: true },
      until: { kind: 'date' },
      from: { kind: 'period' },
      'set-by': text,
      url: address,
      note: text,
    },
  },
  sources: {
    unique: true,
    columns: {
      id,
      date: { kind: 'date' },
      title: must,
      kind: text,
      publisher: text,
      url: address,
      language: { kind: 'language' },
      parties: { kind: 'parties' },
      via: text,
      note: text,
    },
  },
}
