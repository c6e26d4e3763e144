/** Runs a verb with the words after it. Returns the exit code. */
type Run = (argv: string[]) => Promise<number>

/** A verb: its line on the overview, and its code, loaded only when it is called. */
interface Verb {
  readonly call: string
  readonly what: string
  readonly load: () => Promise<Run>
}

/** Every verb by name, in the order of the overview. */
export const verbs = {
  read: {
    call: 'read FILE...',
    what: 'statements of a text, each tied to its exact characters',
    load: async () => (await import('./read.ts')).readVerb,
  },
} as const satisfies Record<string, Verb>

/** What `stocktake --help` prints. */
export const overview = `stocktake: reads what governments tell each other

${Object.values(verbs)
  .map(({ call, what }) => `  stocktake ${call.padEnd(16)}${what}`)
  .join('\n')}
  stocktake VERB --help     options of a verb
  stocktake --version       the version
  stocktake --help          this page
`
