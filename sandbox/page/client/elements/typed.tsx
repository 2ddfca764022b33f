import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { noteIdOf } from '../blocks/note-id.ts'
import { type Control, type Placed, useElement } from '../blocks/use-element.ts'
import { textIn, typed } from '../model/draft.ts'
import { type Json, textOf } from '../model/json.ts'
import { labelOf } from './label.ts'

// What is wrong is said in Slack's own words, so the browser's check is off in the form.
const kinds: Readonly<Record<string, string>> = {
  email_text_input: 'email',
  url_text_input: 'url',
  datepicker: 'date',
  timepicker: 'time',
}

const isLong = (element: Json): boolean =>
  element['multiline'] === true || element['type'] === 'rich_text_input'

/** A field to type in: text, address, number, date, time. */
export function Typed(placed: Placed): JSX.Element {
  const control = useElement(placed)
  const { element } = control
  const type = textOf(element['type'])
  const line = useFocus<HTMLInputElement>(element)
  const lines = useFocus<HTMLTextAreaElement>(element)
  if (isLong(element)) return <textarea ref={lines} class="input" rows={4} {...about(control)} />
  const isShort = type === 'datepicker' || type === 'timepicker'
  return (
    <input
      ref={line}
      class={`input ${isShort ? 'short' : ''}`}
      // Preact knows each kind of input apart, and this one is any of them.
      type={(kinds[type] ?? 'text') as 'text'}
      inputMode={type === 'number_input' ? 'decimal' : undefined}
      {...about(control)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || control.block['dispatch_action'] !== true) return
        event.preventDefault()
        control.enter()
      }}
    />
  )
}

const about = ({ id, block, element, draft, error, put }: Control) =>
  ({
    id,
    'aria-label': labelOf(block, element),
    'aria-invalid': error !== undefined,
    'aria-describedby': block['type'] === 'input' ? noteIdOf(block) : undefined,
    autocomplete: 'off',
    placeholder: textOf(element['placeholder']),
    value: textIn(draft),
    onInput: (event: { readonly currentTarget: { readonly value: string } }) =>
      put(typed(event.currentTarget.value)),
  }) as const

function useFocus<T extends HTMLElement>(element: Json) {
  const field = useRef<T>(null)
  const isWanted = element['focus_on_load'] === true
  useEffect(() => {
    if (isWanted) field.current?.focus()
  }, [isWanted])
  return field
}
