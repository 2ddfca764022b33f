import type { JSX } from 'preact'
import { noteIdOf } from '../blocks/note-id.ts'
import { type Placed, useElement } from '../blocks/use-element.ts'
import { textIn, typed } from '../model/draft.ts'
import { labelOf } from './label.ts'

const pad = (number: number): string => String(number).padStart(2, '0')

/** Seconds as the browser's control writes them, by the clock of this machine. */
function localOf(seconds: string): string {
  if (seconds === '') return ''
  const at = new Date(Number(seconds) * 1000)
  const day = [at.getFullYear(), at.getMonth() + 1, at.getDate()].map(pad).join('-')
  return `${day}T${pad(at.getHours())}:${pad(at.getMinutes())}`
}

const secondsOf = (local: string): string =>
  local === '' ? '' : String(Math.floor(new Date(local).getTime() / 1000))

/** A moment: day and time. */
export function DateTime(placed: Placed): JSX.Element {
  const { id, block, element, draft, error, put } = useElement(placed)
  return (
    <input
      id={id}
      class="input short"
      type="datetime-local"
      aria-label={labelOf(block, element)}
      aria-invalid={error !== undefined}
      aria-describedby={block['type'] === 'input' ? noteIdOf(block) : undefined}
      value={localOf(textIn(draft))}
      onInput={(event) => put(typed(secondsOf(event.currentTarget.value)))}
    />
  )
}
