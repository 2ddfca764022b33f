import type { JSX } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { type Control, type Placed, useElement } from '../blocks/use-element.ts'
import { type ChoiceGroup, groupsOf } from '../model/choices.ts'
import { choicesIn, chosen, isMany } from '../model/draft.ts'
import { Combobox } from '../parts/combobox.tsx'
import { comboboxProps } from './combobox-props.ts'

/** How long nothing may be typed before the app is asked, in ms. */
const pause = 200

/** A menu that the app fills as one types. */
export function External(placed: Placed): JSX.Element {
  const control = useElement(placed)
  const { groups, status, search } = useSuggestions(control)
  return (
    <Combobox
      {...comboboxProps(control)}
      groups={groups}
      chosen={choicesIn(control.draft)}
      many={isMany(control.element)}
      status={status}
      search={search}
      choose={(choices) => control.put(chosen(choices))}
    />
  )
}

type Suggestions = {
  readonly groups: readonly ChoiceGroup[]
  readonly status: string | undefined
  readonly search: (text: string) => void
}

function useSuggestions({ block, element, surface, session }: Control): Suggestions {
  const { words, act } = session
  const [groups, setGroups] = useState<readonly ChoiceGroup[]>([])
  const [status, setStatus] = useState<string>()
  const asked = useRef(0)
  const ask = async (value: string, number: number): Promise<void> => {
    const { where } = surface
    const ids = { block_id: block['block_id'], action_id: element['action_id'] }
    const seen = await act('suggest', { ...where, ...ids, value })
    // A slow answer to what was typed before must not replace a later one.
    if (number !== asked.current) return
    setGroups(seen.options ? groupsOf(seen.options) : [])
    setStatus(seen.ok ? undefined : (seen.says ?? words.failedResults))
  }
  const search = (value: string): void => {
    const number = ++asked.current
    const least = Number(element['min_query_length'] ?? 3)
    setGroups([])
    if (value.length < least) return setStatus(words.typeMore(least))
    setStatus(words.loading)
    setTimeout(() => {
      if (number === asked.current) void ask(value, number)
    }, pause)
  }
  return { groups, status, search }
}
