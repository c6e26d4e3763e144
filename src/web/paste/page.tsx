/** The form that takes a text. `fetches`: whether an address may be given too. */
export function PasteView({ fetches }: { readonly fetches: boolean }) {
  return (
    <article class="paste">
      <header class="lede">
        <h1>Read a text</h1>
        <p class="measure">
          Paste a joint statement, a readout, a communiqué, or choose a file: plain text, a saved page, a PDF or a Word file.
          {fetches && ' Or give the address of one on the web: this server fetches it.'} It is read at once; nothing is stored until you say
          so, and then with the file as it came.
        </p>
      </header>
      <form method="post" action="/read" enctype="multipart/form-data" class="taking">
        <p>
          <label for="paste-text">Text</label>
          <textarea id="paste-text" name="text" rows={14} />
        </p>
        <p>
          <label for="paste-file">or a file</label>
          <input
            id="paste-file"
            name="file"
            type="file"
            accept=".txt,.md,.html,.htm,.xhtml,.pdf,.docx,text/plain,text/html,application/pdf"
          />
        </p>
        {fetches && (
          <p>
            <label for="paste-address">or an address (https://…)</label>
            <input id="paste-address" name="address" type="url" inputMode="url" maxLength={2000} spellcheck={false} />
          </p>
        )}
        <p>
          <label for="paste-title">Title</label>
          <input id="paste-title" name="title" type="text" maxLength={500} />
        </p>
        <p>
          <label for="paste-date">Date of the text</label>
          <input id="paste-date" name="date" type="date" />
        </p>
        <p>
          <label for="paste-publisher">Publisher</label>
          <input id="paste-publisher" name="publisher" type="text" maxLength={200} />
        </p>
        <p>
          <button type="submit">Read</button>
        </p>
      </form>
    </article>
  )
}
