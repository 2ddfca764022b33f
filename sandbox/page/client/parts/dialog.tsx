import type { ComponentChildren, JSX } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

type Props = {
  readonly label: string
  readonly className?: string
  readonly leave: () => void
  readonly children: ComponentChildren
}

/**
 * A window over the page. The browser keeps the focus inside and gives it back; Escape leaves.
 */
export function Dialog({ label, className = '', leave, children }: Props): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const shown = dialog.current
    const before = document.activeElement
    shown?.showModal()
    return () => {
      shown?.close()
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return (
    <dialog
      ref={dialog}
      class={`dialog ${className}`}
      aria-label={label}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        leave()
      }}
      onCancel={(event) => event.preventDefault()}
    >
      {children}
    </dialog>
  )
}
