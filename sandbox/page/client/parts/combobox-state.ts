import { useState } from 'preact/hooks'
import type { Choice } from '../model/choices.ts'
import type { ComboboxProps } from './combobox.tsx'

/** Whether a menu is open, what is typed in it, and what can be done. */
export type Open = {
  readonly isOpen: boolean
  readonly text: string
  readonly open: () => void
  readonly close: () => void
  readonly write: (text: string) => void
  readonly pick: (choice: Choice | undefined) => void
}

type Needs = Pick<ComboboxProps, 'many' | 'most' | 'chosen' | 'choose' | 'search'>

/** Keeps a menu open or closed; a choice of one closes it, a choice of several doesn't. */
export function useOpen({ many, most, chosen, choose, search }: Needs): Open {
  const [isOpen, setOpen] = useState(false)
  const [text, setText] = useState('')
  const type = (next: string): void => {
    setText(next)
    search(next)
  }
  const close = (): void => {
    setOpen(false)
    if (text) type('')
  }
  return {
    isOpen,
    text,
    open: () => {
      if (!isOpen) search(text)
      setOpen(true)
    },
    close,
    write: (next) => {
      setOpen(true)
      type(next)
    },
    pick: (choice) => {
      if (!choice) return
      choose(many ? toggled(chosen, choice, most) : [choice])
      if (many) type('')
      else close()
    },
  }
}

function toggled(chosen: readonly Choice[], choice: Choice, most: number): readonly Choice[] {
  const without = chosen.filter(({ value }) => value !== choice.value)
  if (without.length < chosen.length) return without
  return chosen.length < most ? [...chosen, choice] : chosen
}
