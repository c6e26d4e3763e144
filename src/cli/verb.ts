import { CliError } from './error.ts'
import { write } from './output.ts'
import { type Call, helpPage, type Options, parse, type Usage } from './usage.ts'

/** Runs a verb with the words after it. Returns the exit code. */
export type Run = (argv: readonly string[]) => Promise<number>

/** A verb that takes its options from its usage; `--help` prints its page. */
export function verb<O extends Options>(usage: Usage<O>, run: (call: Call<O>) => Promise<number>): Run & { readonly usage: Usage } {
  const start = async (argv: readonly string[]): Promise<number> => {
    const call = parse(usage, argv)
    if (!call.values['help']) return run(call)
    await write(helpPage(usage))
    return 0
  }
  return Object.assign(start, { usage })
}

/**
 * A verb with verbs under it (`score give`). The first word chooses; where it is none of them, `otherwise` takes the call, or else the
 * names are listed.
 */
export function group(
  name: string,
  under: Readonly<Record<string, Run & { readonly usage: Usage }>>,
  otherwise?: Run & { readonly usage: Usage },
): Run {
  return async (argv) => {
    const [word = '', ...rest] = argv
    const chosen = Object.hasOwn(under, word) ? under[word] : undefined
    if (chosen) return chosen(rest)
    if (word === '--help' || word === '-h') {
      await write(
        groupPage(name, [...(otherwise ? [otherwise.usage] : []), ...Object.values(under).map(({ usage }) => usage)], otherwise?.usage),
      )
      return 0
    }
    if (otherwise) return otherwise(argv)
    const names = Object.keys(under).join(', ')
    throw new CliError(
      word && !word.startsWith('-')
        ? `${name}: ${word}: is unknown; use one of ${names}`
        : `${name}: wants one of ${names}; see stocktake ${name} --help`,
    )
  }
}

/** Every call of a group; then the options of the verb itself where it is one. */
function groupPage(name: string, usages: readonly Usage[], own: Usage | undefined): string {
  const calls = usages.flatMap((usage) => usage.calls)
  const after = `stocktake ${name} VERB --help    options of a verb`
  return helpPage({ verb: name, calls, options: own?.options ?? {}, after: own?.after ? `${after}\n\n${own.after}` : after })
}
