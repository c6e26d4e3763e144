interface BlindModeProps {
  readonly blind: boolean
  readonly what: 'scores' | 'links'
}

const says = {
  scores: {
    blind: 'You are coding blind: other people’s scores are on no page that is open to you until you have scored the same.',
    open: 'Until you leave it, pages that rest on scores are closed in this browser, and the others leave out what you have not scored yourself.',
  },
  links: {
    blind: 'You are judging blind: pages on which other people’s verdicts stand, or what came of them, are closed to you.',
    open: 'Until you leave it, every page that shows what belongs together is closed in this browser.',
  },
}

/** Begins and leaves blind coding, and says what it does. */
export function BlindMode({ blind, what }: BlindModeProps) {
  return (
    <form method="post" action="/coding/blind" class="answers">
      <input type="hidden" name="blind" value={blind ? 'no' : what} />
      <button type="submit">{blind ? 'Leave blind coding' : 'Begin blind coding'}</button>
      <span class="by">{says[what][blind ? 'blind' : 'open']}</span>
    </form>
  )
}
