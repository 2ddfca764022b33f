import type { JSX } from 'preact'
import { useContext } from 'preact/hooks'
import { Element } from '../elements/element.tsx'
import { isJson, type Json, textOf } from '../model/json.ts'
import { useSession } from '../session.ts'
import { noteIdOf } from './note-id.ts'
import { SurfaceContext } from './surface.ts'
import { PlainText } from './text.tsx'

const isSet = (element: Json): boolean =>
  ['checkboxes', 'radio_buttons'].includes(textOf(element['type']))

/** An `input` block: label, control, hint, and what is wrong with it. */
export function Field({ block }: { block: Json }): JSX.Element {
  const { words } = useSession()
  const { errors } = useContext(SurfaceContext)
  const element = isJson(block['element']) ? block['element'] : {}
  const error = errors[textOf(block['block_id'])]
  const label = (
    <>
      <PlainText text={block['label']} />
      {block['optional'] === true && <span class="optional"> ({words.optional})</span>}
    </>
  )
  return (
    <div class={`block field ${error ? 'wrong' : ''}`}>
      {/* The control names itself by the same words, so that one label serves all kinds of them. */}
      <div class="label" aria-hidden={!isSet(element)}>
        {label}
      </div>
      <Element block={block} element={element} />
      <div class="note" id={noteIdOf(block)}>
        {error && (
          <p class="error" role="alert">
            {error}
          </p>
        )}
        {block['hint'] !== undefined && (
          <p class="hint">
            <PlainText text={block['hint']} />
          </p>
        )}
      </div>
    </div>
  )
}
