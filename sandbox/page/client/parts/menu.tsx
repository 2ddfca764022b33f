import type { ComponentChildren, JSX } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { useOutside } from './use-outside.ts'
import { usePlacement } from './use-placement.ts'

/** One thing on a menu. */
type Item = {
  readonly key: string
  readonly label: string
  readonly description?: string | undefined
  readonly lead?: ComponentChildren
  /** Why it deserves a dot. */
  readonly mark?: string | undefined
  readonly checked?: boolean
  readonly disabled?: boolean
  readonly run: () => void
}

type Props = {
  readonly label: string
  readonly items: readonly Item[]
  readonly className?: string
  /** Whether what is inside already says what the button is. */
  readonly saysItself?: boolean
  readonly children: ComponentChildren
}

const moves: Readonly<Record<string, (at: number, all: number) => number>> = {
  ArrowDown: (at, all) => (at + 1) % all,
  ArrowUp: (at, all) => (at + all - 1) % all,
  Home: () => 0,
  End: (_, all) => all - 1,
}

/** A button that opens a list of things to do: arrow keys, Enter, Escape. */
export function Menu({ label, items, children, ...look }: Props): JSX.Element {
  const [isOpen, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const place = usePlacement(button, isOpen)
  useOutside(box, isOpen, () => setOpen(false))
  const close = (): void => {
    setOpen(false)
    button.current?.focus()
  }
  return (
    <div class="menu" ref={box}>
      <button
        type="button"
        ref={button}
        class={look.className ?? ''}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        {...(look.saysItself ? {} : { 'aria-label': label, title: label })}
        onClick={() => setOpen(!isOpen)}
      >
        {children}
      </button>
      {isOpen && <MenuList label={label} items={items} place={place} close={close} />}
    </div>
  )
}

type ListProps = Pick<Props, 'label' | 'items'> & {
  readonly place: Readonly<Record<string, string>>
  readonly close: () => void
}

function MenuList({ label, items, place, close }: ListProps): JSX.Element {
  const list = useRef<HTMLDivElement>(null)
  const entries = (): HTMLElement[] => [
    ...(list.current?.querySelectorAll<HTMLElement>('[role^=menuitem]:not(:disabled)') ?? []),
  ]
  useLayoutEffect(() => {
    const checked = list.current?.querySelector<HTMLElement>('[aria-checked=true]')
    ;(checked ?? entries()[0])?.focus()
  }, [])
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.stopPropagation()
      if (event.key === 'Escape') event.preventDefault()
      return close()
    }
    const move = moves[event.key]
    if (!move) return
    event.preventDefault()
    const all = entries()
    const at = all.findIndex((one) => one === document.activeElement)
    all[move(at, all.length)]?.focus()
  }
  return (
    <div
      class="popup menu-list"
      role="menu"
      aria-label={label}
      ref={list}
      style={place}
      onKeyDown={onKeyDown}
    >
      {items.map((item) => (
        <MenuItem key={item.key} item={item} close={close} />
      ))}
    </div>
  )
}

const MenuItem = ({ item, close }: { item: Item; close: () => void }): JSX.Element => (
  <button
    type="button"
    class="menu-item"
    role={item.checked === undefined ? 'menuitem' : 'menuitemradio'}
    {...(item.checked === undefined ? {} : { 'aria-checked': item.checked })}
    tabIndex={-1}
    disabled={item.disabled ?? false}
    onClick={() => {
      close()
      item.run()
    }}
  >
    {item.lead}
    <span class="menu-words">
      <span>{item.label}</span>
      {item.description && <small>{item.description}</small>}
    </span>
    {item.mark && (
      <span class="dot">
        <span class="hidden">{item.mark}</span>
      </span>
    )}
  </button>
)
