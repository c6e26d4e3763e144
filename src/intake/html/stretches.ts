import { InsertionMode, Parser, type ParserOptions, Token, Tokenizer, TokenizerMode, type TreeAdapterTypeMap } from 'parse5'

/** Most attributes of one element: no page that people wrote comes near, and each costs as much as a word of the text. */
export const ATTRIBUTES = 1000

/** Where the parser does with white space what it does with words, so that a stretch of both may come as one. */
const alike: ReadonlySet<InsertionMode> = new Set([
  InsertionMode.IN_BODY,
  InsertionMode.IN_CAPTION,
  InsertionMode.IN_CELL,
  InsertionMode.IN_TEMPLATE,
  InsertionMode.TEXT,
])

const [LESS, AMPERSAND, QUOTE, HYPHEN, SPACE, TAB, FEED] = [60, 38, 34, 45, 32, 9, 12]

/**
 * The tokenizer of parse5, which takes a page character by character and gives a token for each word and each blank. This one takes stretches of plain
 * characters at once and leaves words and the blanks between them together; the tree has the same words at the same places in fewer text nodes.
 */
class Stretches extends Tokenizer {
  /** Attributes that were left out. */
  over = 0
  private readonly parser: Parser<TreeAdapterTypeMap>

  constructor(parser: Parser<TreeAdapterTypeMap>) {
    super(parser.options, parser)
    this.parser = parser
  }

  protected override _emitCodePoint(cp: number): void {
    const { state } = this
    const together = !this.inForeignNode && alike.has(this.parser.insertionMode)
    const words = this.currentCharacterToken?.type === Token.TokenType.CHARACTER
    if (words && together && (cp === SPACE || cp === 10 || cp === TAB || cp === FEED)) this._extendRun(cp)
    else super._emitCodePoint(cp)
    if (this.currentCharacterToken?.type !== Token.TokenType.CHARACTER) return
    if (state === TokenizerMode.DATA || state === TokenizerMode.RCDATA) this.run(cp, LESS, AMPERSAND, together)
    else if (state === TokenizerMode.RAWTEXT || state === TokenizerMode.SCRIPT_DATA) this.run(cp, LESS, LESS, together)
  }

  protected override _stateAttributeValueDoubleQuoted(cp: number): void {
    const { state } = this
    super._stateAttributeValueDoubleQuoted(cp)
    if (this.state === state && this.active) this.run(cp, QUOTE, AMPERSAND, true)
  }

  protected override _stateComment(cp: number): void {
    const { state } = this
    super._stateComment(cp)
    if (this.state === state && this.active) this.run(cp, LESS, HYPHEN, true)
  }

  protected override _leaveAttrName(): void {
    const token = this.currentToken
    if (token && 'attrs' in token && token.attrs.length >= ATTRIBUTES) this.over++
    else super._leaveAttrName()
  }

  /** Takes what follows the character `cp` up to one of two marks, to a line end or to what is no plain character. */
  private run(cp: number, mark: number, other: number, blanks: boolean): void {
    if (cp < SPACE || cp > 0xffff) return
    const { preprocessor } = this
    const { html } = preprocessor
    const from = preprocessor.pos + 1
    let at = from
    for (; at < html.length; at++) {
      const code = html.charCodeAt(at)
      if (code < SPACE ? code !== TAB || !blanks : code === mark || code === other || (code === SPACE && !blanks)) break
      if (code >= 0xd800 && code < 0xe000) break
    }
    if (at === from || this.runEnd !== from) return
    preprocessor.pos = at - 1
    this.runEnd = at
  }
}

/** The tree of a whole page, and how many attributes were left out of elements that have more than `ATTRIBUTES`. */
export function parsePage<T extends TreeAdapterTypeMap>(
  page: string,
  options: ParserOptions<T>,
): { readonly document: T['document']; readonly over: number } {
  const parser = new Parser<T>(options)
  const tokenizer = new Stretches(parser as unknown as Parser<TreeAdapterTypeMap>)
  parser.tokenizer = tokenizer
  tokenizer.write(page, true)
  return { document: parser.document, over: tokenizer.over }
}
