import type { JSX } from 'preact'
import { PlainText } from '../blocks/text.tsx'
import { type Placed, useElement } from '../blocks/use-element.ts'
import { isSafeUrl } from '../model/inline.ts'
import { textOf } from '../model/json.ts'

const looks: Readonly<Record<string, string>> = { primary: 'primary', danger: 'danger' }

/** A button; one with an address opens it and tells the app too. */
export function Button(placed: Placed): JSX.Element {
  const { element, press, isBusy, session } = useElement(placed)
  const url = textOf(element['url'])
  const label = textOf(element['accessibility_label'])
  const look = `button ${looks[textOf(element['style'])] ?? ''}`
  const words = <PlainText text={element['text']} />
  if (isSafeUrl(url))
    return (
      <a
        class={look}
        href={url}
        target="_blank"
        rel="noreferrer noopener"
        title={session.words.opensNew}
        onClick={() => void press()}
        {...(label ? { 'aria-label': label } : {})}
      >
        {words}
      </a>
    )
  return (
    <button
      type="button"
      class={`${look} ${isBusy ? 'busy' : ''}`}
      aria-busy={isBusy}
      // A disabled button would lose the focus.
      aria-disabled={isBusy}
      onClick={() => {
        if (!isBusy) void press()
      }}
      {...(label ? { 'aria-label': label } : {})}
    >
      {words}
    </button>
  )
}
