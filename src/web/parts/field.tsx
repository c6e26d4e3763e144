interface FieldProps {
  readonly name: string
  readonly label: string
  readonly value: string
  readonly help?: string | undefined
  /** What it may be, with the word that is shown where that is another; a text without. */
  readonly options?: readonly (readonly [value: string, word: string])[] | undefined
  readonly type?: 'text' | 'date'
}

/** A field of a statement in a form: its name, its input, a word of help. */
export function Field({ name, label, value, help, options, type = 'text' }: FieldProps) {
  const id = `field-${name}`
  return (
    <p>
      <label for={id}>{label}</label>
      {type === 'date' ? (
        <input id={id} name={name} type="date" value={value} />
      ) : options ? (
        <select id={id} name={name}>
          {options.map(([one, word]) => (
            <option key={one} value={one} selected={one === value}>
              {word}
            </option>
          ))}
        </select>
      ) : (
        <input id={id} name={name} type="text" value={value} maxLength={2000} autocomplete="off" />
      )}
      {help && (
        <span class="by" id={`help-${name}`}>
          {help}
        </span>
      )}
    </p>
  )
}

/** The field in which a person says why. */
export function Why({ value, label = 'Why' }: { readonly value: string; readonly label?: string }) {
  return (
    <p class="reason">
      <label for="field-reason">{label}</label>
      <input id="field-reason" name="reason" type="text" maxLength={1000} required value={value} autocomplete="off" />
    </p>
  )
}
