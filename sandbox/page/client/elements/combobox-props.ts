import { noteIdOf } from '../blocks/note-id.ts'
import type { Control } from '../blocks/use-element.ts'
import { textOf } from '../model/json.ts'
import type { ComboboxProps } from '../parts/combobox.tsx'
import { labelOf } from './label.ts'

type Common = Pick<
  ComboboxProps,
  'id' | 'label' | 'describedBy' | 'invalid' | 'placeholder' | 'most' | 'words'
>

/** What every menu to search in takes from its element. */
export const comboboxProps = ({ id, block, element, error, session }: Control): Common => ({
  id,
  label: labelOf(block, element),
  describedBy: block['type'] === 'input' ? noteIdOf(block) : undefined,
  invalid: error !== undefined,
  placeholder: textOf(element['placeholder']) || session.words.choose,
  most: Number(element['max_selected_items'] ?? Number.POSITIVE_INFINITY),
  words: session.words,
})
