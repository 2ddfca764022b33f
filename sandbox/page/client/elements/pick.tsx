import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { type Placed, useElement } from '../blocks/use-element.ts'
import { type Choice, type ChoiceGroup, matching } from '../model/choices.ts'
import { choicesIn, chosen, isMany } from '../model/draft.ts'
import { Combobox } from '../parts/combobox.tsx'
import { comboboxProps } from './combobox-props.ts'
import { menuOf } from './menu-of.ts'

const withLabels = (held: readonly Choice[], groups: readonly ChoiceGroup[]): Choice[] =>
  held.map(
    (one) =>
      groups.flatMap(({ choices }) => choices).find(({ value }) => value === one.value) ?? one,
  )

/** A menu whose choices are all at hand: options, people, channels. */
export function Pick(placed: Placed): JSX.Element {
  const control = useElement(placed)
  const [wanted, setWanted] = useState('')
  const groups = menuOf(control.element, control.session)
  return (
    <Combobox
      {...comboboxProps(control)}
      groups={wanted === '' ? groups : matching(groups, wanted)}
      chosen={withLabels(choicesIn(control.draft), groups)}
      many={isMany(control.element)}
      search={setWanted}
      choose={(choices) => control.put(chosen(choices))}
    />
  )
}
