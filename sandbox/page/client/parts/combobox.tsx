import type { JSX } from 'preact'
import { useRef, useState } from 'preact/hooks'
import type { Choice, ChoiceGroup } from '../model/choices.ts'
import type { Words } from '../words/words.ts'
import { Chips } from './chips.tsx'
import { ChoiceList } from './choice-list.tsx'
import { type Open, useOpen } from './combobox-state.ts'
import { Icon } from './icon.tsx'
import { useOutside } from './use-outside.ts'
import { usePlacement } from './use-placement.ts'

/** What a menu to search in needs. */
export type ComboboxProps = {
  readonly id: string
  readonly label: string
  readonly describedBy?: string | undefined
  readonly invalid: boolean
  readonly placeholder: string
  readonly groups: readonly ChoiceGroup[]
  readonly chosen: readonly Choice[]
  readonly many: boolean
  readonly most: number
  /** What to say instead of choices, such as that it is loading. */
  readonly status?: string | undefined
  readonly search: (text: string) => void
  readonly choose: (choices: readonly Choice[]) => void
  readonly words: Words
}

/** A menu to search in, for one choice or several: type, arrow keys, Enter, Escape, Backspace. */
export function Combobox(props: ComboboxProps): JSX.Element {
  const state = useOpen(props)
  const [at, setAt] = useState(0)
  const box = useRef<HTMLDivElement>(null)
  const place = usePlacement(box, state.isOpen, true)
  useOutside(box, state.isOpen, state.close)
  return (
    <div
      class={`combobox ${props.invalid ? 'invalid' : ''}`}
      ref={box}
      onFocusOut={(event) => {
        if (!box.current?.contains(event.relatedTarget as Node | null)) state.close()
      }}
    >
      {props.many && <Chips chosen={props.chosen} choose={props.choose} words={props.words} />}
      <Line props={props} state={state} at={at} setAt={setAt} />
      <Icon name="down" size={16} />
      {state.isOpen && (
        <ChoiceList {...props} at={at} place={place} pick={state.pick} hover={setAt} />
      )}
    </div>
  )
}

type LineProps = {
  readonly props: ComboboxProps
  readonly state: Open
  readonly at: number
  readonly setAt: (at: number) => void
}

function Line({ props, state, at, setAt }: LineProps): JSX.Element {
  const all = props.groups.flatMap(({ choices }) => choices)
  // A menu of one shows its choice in the line until it is opened to search.
  const held = props.many || state.isOpen ? undefined : props.chosen[0]?.label
  return (
    <input
      type="text"
      role="combobox"
      autocomplete="off"
      {...ariaOf(props, state, all[at] ? at : undefined)}
      placeholder={props.placeholder}
      value={held ?? state.text}
      onInput={(event) => {
        setAt(0)
        state.write(event.currentTarget.value)
      }}
      onClick={state.open}
      onKeyDown={keysFor({ props, state, at, setAt }, all)}
    />
  )
}

const ariaOf = (
  { id, label, invalid, describedBy }: ComboboxProps,
  { isOpen }: Open,
  at: number | undefined,
) =>
  ({
    id,
    'aria-label': label,
    'aria-expanded': isOpen,
    'aria-controls': isOpen ? `${id}-list` : undefined,
    'aria-autocomplete': 'list',
    'aria-invalid': invalid,
    'aria-describedby': describedBy,
    'aria-activedescendant': isOpen && at !== undefined ? `${id}-${at}` : undefined,
  }) as const

function keysFor(
  { props, state, at, setAt }: LineProps,
  all: readonly Choice[],
): (event: KeyboardEvent) => void {
  const { isOpen, open, close, pick, text } = state
  const step = (by: number): boolean => {
    if (!isOpen) open()
    else if (all.length > 0) setAt((at + by + all.length) % all.length)
    return true
  }
  const enter = (): boolean => {
    if (isOpen) pick(all[at])
    else open()
    return true
  }
  const escape = (): boolean => {
    if (isOpen) close()
    return isOpen
  }
  const backspace = (): boolean => {
    if (text === '' && (props.many || !isOpen)) props.choose(props.chosen.slice(0, -1))
    return false
  }
  const keys: Readonly<Record<string, () => boolean>> = {
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    Enter: enter,
    Escape: escape,
    Backspace: backspace,
  }
  return (event) => {
    if (!keys[event.key]?.()) return
    event.preventDefault()
    event.stopPropagation()
  }
}
