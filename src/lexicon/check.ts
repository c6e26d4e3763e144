import { actorClasses, differenceClasses, headBits, limitClasses, partBits, rungClasses, spellingClasses, wordKinds } from './classes.ts'
import { classFlags } from './closed.ts'
import type { Row } from './lexicon.ts'
import { readTable } from './parse.ts'
import { Code } from './word.ts'

interface Place {
  readonly table: string
  readonly line: number
  readonly row: Row
}

const nameColumns: Readonly<Record<string, readonly string[]>> = {
  states: ['names', 'adjectives', 'prefixes', 'people', 'capitals', 'seats'],
  bodies: ['forms'],
  people: ['forms'],
  mechanisms: ['forms'],
  places: ['forms'],
}
const words = new Set([...Object.keys(classFlags), ...wordKinds])
const classes: Readonly<Record<string, ReadonlySet<string>>> = {
  actors: new Set(actorClasses),
  nameheads: new Set(Object.keys(headBits)),
  nameparts: new Set(Object.keys(partBits)),
  opposites: new Set(differenceClasses),
  mistakes: new Set(differenceClasses),
  rungs: new Set(rungClasses),
  limits: new Set<string>(limitClasses),
  spellings: new Set(spellingClasses),
}
/** Control characters, private use, replacement characters, and letters of an encoding read wrongly. */
const bad = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202f\ufeff\ufffd\ue000-\uf8ff]| {2}/u

const says = ({ table, line, row }: Place, what: string): string => `${table}.tsv line ${line} (${row['id']}): ${what}`

/**
 * Looks at the tables of a language together and returns every mistake, one line each with file, line and entry:
 * unknown classes and codes, bad characters, names that can never be found because an earlier row has the same form.
 */
export function checkTables(files: Readonly<Record<string, string>>): string[] {
  const faults: string[] = []
  const seen = new Map<string, Place[]>()
  for (const table of Object.keys(files).sort()) {
    readTable(table, files[table] as string, (row, line) => {
      const place = { table, line, row }
      for (const [column, cell] of Object.entries(row))
        if (bad.test(cell)) faults.push(says(place, `bad character or doubled space in column ${column}; write plain text`))
      checkClass(place, faults)
      checkLinking(place, seen, faults)
      for (const column of nameColumns[table] ?? []) checkShadow(place, row[column], seen, faults)
    })
  }
  return faults
}

/** Tables of linking whose forms may stand in one row only. */
const once = new Set(['acts', 'kin'])
const numbers: Readonly<Record<string, readonly string[]>> = { stems: ['step', 'least'], rarity: ['id'], formulas: ['id'], acts: ['sign'] }

/** Numbers that are none, and forms of the tables of linking of which only the last would count. */
function checkLinking(place: Place, seen: Map<string, Place[]>, faults: string[]): void {
  const { table, row } = place
  for (const column of numbers[table] ?? [])
    if (!/^(?:-?\d+)?$/.test(row[column] ?? '')) faults.push(says(place, `column ${column} is no number; write digits`))
  if (!once.has(table)) return
  for (const form of (row['forms'] ?? '').split('|')) {
    const key = `${table} ${form}`
    const [first] = seen.get(key) ?? []
    if (first) faults.push(says(place, `the form ${form} stands in line ${first.line} (${first.row['id']}) too; keep it in one row`))
    else seen.set(key, [place])
  }
}

function checkClass(place: Place, faults: string[]): void {
  const { table, row } = place
  const value = row['class'] ?? ''
  if (table === 'words')
    for (const name of value.split(' '))
      if (!words.has(name))
        faults.push(
          says(place, `unknown class ${name}; use one of ${[...words].join(', ')}, or add it to wordKinds in src/lexicon/classes.ts`),
        )
  const allowed = classes[table]
  if (allowed && !allowed.has(value)) faults.push(says(place, `unknown class ${value}; use one of ${[...allowed].join(', ')}`))
  if (table === 'codes' && !((row['id'] ?? '').toUpperCase() in Code))
    faults.push(says(place, 'unknown code; use a name of Code in src/lexicon/word.ts'))
}

function checkShadow(place: Place, cell: string | undefined, seen: Map<string, Place[]>, faults: string[]): void {
  for (const form of cell ? cell.split('|') : []) {
    const others = seen.get(form) ?? []
    const by = others.find((other) => other.row !== place.row && meets(other.row, place.row))
    if (by)
      faults.push(
        says(place, `the form "${form}" is shadowed by ${by.table}.tsv line ${by.line} (${by.row['id']}); take it out of one of them`),
      )
    seen.set(form, [...others, place])
  }
}

/** True when two rows are valid on a common day, so that only the first is ever found. */
function meets(a: Row, b: Row): boolean {
  const starts = [a['from'] ?? '', b['from'] ?? ''].sort().at(-1) as string
  return [a, b].every((row) => !row['to'] || row['to'] > starts)
}
