import { read } from '../../src/index.ts'

/** Two who meet the press: the second has the floor. */
export const BOTH = 'PRESIDENT NOOR OF KENYA:  Kenya supports the port.\n\nPRESIDENT ALVAREZ OF PERU:  '

/** What one of two says in a press conference, as "kind/force parties act", in order. */
export const says = (words: string): string[] =>
  read({ text: BOTH + words })
    .statements.filter((s) => s.span.from >= BOTH.length)
    .map((s) => `${s.kind}/${s.force} ${s.parties.toSorted().join(',')} ${s.act}`)
