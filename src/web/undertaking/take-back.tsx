/** The button that takes a word on an undertaking back. `on`: the undertaking; `of`: the judgement. */
export function TakeBack({ on, of }: { readonly on: string; readonly of: string }) {
  return (
    <form method="post" action="/evidence/undo" class="answers inline">
      <input type="hidden" name="on" value={on} />
      <input type="hidden" name="of" value={of} />
      <button type="submit">Take back</button>
    </form>
  )
}
