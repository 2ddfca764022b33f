import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'

/** Tells of a press outside, while something is open. */
export function useOutside(
  inside: RefObject<Element | null>,
  isOpen: boolean,
  leave: () => void,
): void {
  useEffect(() => {
    if (!isOpen) return undefined
    const look = ({ target }: PointerEvent): void => {
      if (target instanceof Node && !inside.current?.contains(target)) leave()
    }
    addEventListener('pointerdown', look, true)
    return () => removeEventListener('pointerdown', look, true)
  })
}
