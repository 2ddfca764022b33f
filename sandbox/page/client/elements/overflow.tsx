import type { JSX } from 'preact'
import { type Placed, useElement } from '../blocks/use-element.ts'
import { groupsOf } from '../model/choices.ts'
import { isSafeUrl } from '../model/inline.ts'
import { jsons, textOf } from '../model/json.ts'
import { Icon } from '../parts/icon.tsx'
import { Menu } from '../parts/menu.tsx'

/** A small menu of further deeds. */
export function Overflow(placed: Placed): JSX.Element {
  const { element, press, session } = useElement(placed)
  const urls = jsons(element['options']).map((option) => textOf(option['url']))
  const items = groupsOf(element)
    .flatMap(({ choices }) => choices)
    .map(({ value, label, description }, index) => ({
      key: value,
      label,
      description,
      run: () => {
        const url = urls[index] ?? ''
        if (isSafeUrl(url)) open(url, '_blank', 'noreferrer')
        void press(value)
      },
    }))
  return (
    <Menu label={session.words.moreOptions} items={items} className="button square">
      <Icon name="more" />
    </Menu>
  )
}
