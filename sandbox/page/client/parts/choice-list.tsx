import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Choice } from '../model/choices.ts'
import type { ComboboxProps } from './combobox.tsx'
import { Icon } from './icon.tsx'

type Props = Pick<ComboboxProps, 'id' | 'label' | 'groups' | 'chosen' | 'status' | 'words'> & {
  readonly at: number
  readonly place: Readonly<Record<string, string>>
  readonly pick: (choice: Choice) => void
  readonly hover: (at: number) => void
}

/** The open part of a menu to search in. */
export function ChoiceList(props: Props): JSX.Element {
  const { id, label, groups, status, words, at, place } = props
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.querySelector('[data-at=true]')?.scrollIntoView({ block: 'nearest' })
  }, [at])
  const starts = startsOf(groups.map(({ choices }) => choices.length))
  const isEmpty = groups.length === 0
  return (
    <div class="popup choice-list" style={place} ref={list}>
      <div role="listbox" id={`${id}-list`} aria-label={label}>
        {groups.map(({ title, choices }, group) => (
          <div role="group" aria-label={title || label} key={title}>
            {title && <div class="choice-title">{title}</div>}
            {choices.map((choice, index) => (
              <Option
                key={choice.value}
                {...props}
                choice={choice}
                index={(starts[group] ?? 0) + index}
              />
            ))}
          </div>
        ))}
      </div>
      {isEmpty && (
        <p class="choice-empty" role="status">
          {status ?? words.noResults}
        </p>
      )}
    </div>
  )
}

const startsOf = (lengths: readonly number[]): number[] =>
  lengths.map((_, index) => lengths.slice(0, index).reduce((sum, one) => sum + one, 0))

function Option(props: Props & { choice: Choice; index: number }): JSX.Element {
  const { id, at, index, choice, chosen, pick, hover } = props
  const isChosen = chosen.some(({ value }) => value === choice.value)
  return (
    <div
      role="option"
      id={`${id}-${index}`}
      class="choice"
      aria-selected={isChosen}
      data-at={index === at}
      onPointerDown={(event) => event.preventDefault()}
      onPointerMove={() => hover(index)}
      onClick={() => pick(choice)}
    >
      <span class="menu-words">
        <span>{choice.label}</span>
        {choice.description && <small>{choice.description}</small>}
      </span>
      {isChosen && <Icon name="check" size={16} />}
    </div>
  )
}
