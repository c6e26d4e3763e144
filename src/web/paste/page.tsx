/** The form that takes a text. */
export function PasteView() {
  return (
    <article class="paste">
      <header class="lede">
        <h1>Read a text</h1>
        <p class="measure">
          Paste a joint statement, a readout, a communiqué, or choose a file: plain text, a saved page, a PDF or a Word file. It is read at
          once; nothing is stored until you say so, and then with the file as it came.
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
