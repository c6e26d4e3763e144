import { Fragment } from 'preact'

interface KeysProps {
  /** What keys do, in the order in which it is said: `['j k', 'next and back']`. */
  readonly of: readonly (readonly [keys: string, does: string])[]
}

/** The keys of a page, for those who have any: left out on narrow screens and those for fingers. */
export function Keys({ of }: KeysProps) {
  return (
    <span class="keys">
      {'Keys: '}
      {of.map(([keys, does], i) => (
        <Fragment key={keys}>
          {i > 0 && ', '}
          {keys.split(' ').map((key) => (
            <Fragment key={key}>
              <kbd>{key}</kbd>{' '}
            </Fragment>
          ))}
          {does}
        </Fragment>
      ))}
      {'. '}
    </span>
  )
}
