import type { Span } from '../../model.ts'

/** What a text says before and after a stretch: so many characters at most, cut between words. */
export function around(text: string, { from, to }: Span, most: number): { readonly before: string; readonly after: string } {
  const before = text.slice(Math.max(0, from - most), from)
  const after = text.slice(to, to + most)
  return {
    before: from > most ? `… ${before.replace(/^\S*\s*/, '')}` : before,
    after: to + most < text.length ? `${after.slice(0, Math.max(after.lastIndexOf(' '), after.lastIndexOf('\n'), 0))} …` : after,
  }
}
