import type { RefObject } from 'preact'
import { useLayoutEffect, useState } from 'preact/hooks'

/** Where a pop-up stands: fixed, so that no scrolling box cuts it off. */
export type Placement = Readonly<Record<string, string>>

const gap = 4
const edge = 8

function placeFor(anchor: Element, wide: boolean): Placement {
  const { left, right, top, bottom, width } = anchor.getBoundingClientRect()
  const below = innerHeight - bottom - gap - edge
  const above = top - gap - edge
  const up = below < 200 && above > below
  const across =
    left > innerWidth / 2 && !wide
      ? { right: `${Math.max(edge, innerWidth - right)}px` }
      : { left: `${Math.max(edge, left)}px` }
  return {
    position: 'fixed',
    ...across,
    ...(wide ? { width: `${width}px` } : {}),
    ...(up ? { bottom: `${innerHeight - top + gap}px` } : { top: `${bottom + gap}px` }),
    maxHeight: `${Math.min(wide ? 320 : 480, up ? above : below)}px`,
  }
}

/** Keeps a pop-up at its anchor while it is open; `wide` gives it the anchor's width. */
export function usePlacement(
  anchor: RefObject<Element | null>,
  isOpen: boolean,
  wide = false,
): Placement {
  const [, follow] = useState(0)
  useLayoutEffect(() => {
    if (!isOpen) return undefined
    const again = (): void => follow((count) => count + 1)
    addEventListener('scroll', again, true)
    addEventListener('resize', again)
    return () => {
      removeEventListener('scroll', again, true)
      removeEventListener('resize', again)
    }
  }, [isOpen])
  // Measured as it is drawn: a pop-up that was hidden for a moment could not take the focus.
  return isOpen && anchor.current ? placeFor(anchor.current, wide) : {}
}
