import type { JSX } from 'preact'
import { noteIdOf } from '../blocks/note-id.ts'
import { TextObject } from '../blocks/text.tsx'
import { type Placed, useElement } from '../blocks/use-element.ts'
import { choiceOf } from '../model/choices.ts'
import { choicesIn, chosen, isMany } from '../model/draft.ts'
import { jsons } from '../model/json.ts'
import { labelOf } from './label.ts'

/** Checkboxes or radio buttons. */
export function Boxes(placed: Placed): JSX.Element {
  const { id, block, element, draft, error, put } = useElement(placed)
  const many = isMany(element)
  const held = choicesIn(draft)
  return (
    <div
      class="boxes"
      role={many ? 'group' : 'radiogroup'}
      aria-label={labelOf(block, element)}
      aria-describedby={block['type'] === 'input' ? noteIdOf(block) : undefined}
      {...(many ? {} : { 'aria-invalid': error !== undefined })}
    >
      {jsons(element['options']).map((option) => {
        const choice = choiceOf(option)
        const isOn = held.some(({ value }) => value === choice.value)
        const others = held.filter(({ value }) => value !== choice.value)
        return (
          <label class="box" key={choice.value}>
            <input
              type={many ? 'checkbox' : 'radio'}
              name={id}
              checked={isOn}
              onChange={() => put(chosen(many ? (isOn ? others : [...held, choice]) : [choice]))}
            />
            <span class="menu-words">
              <TextObject text={option['text']} />
              {option['description'] !== undefined && (
                <small>
                  <TextObject text={option['description']} />
                </small>
              )}
            </span>
          </label>
        )
      })}
    </div>
  )
}
