import { type RefObject } from 'preact'
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
  const [place, setPlace] = useState<Placement>({ position: 'fixed', visibility: 'hidden' })
  useLayoutEffect(() => {
    if (!isOpen) return undefined
    const follow = (): void => {
      if (anchor.current) setPlace(placeFor(anchor.current, wide))
    }
    follow()
    addEventListener('scroll', follow, true)
    addEventListener('resize', follow)
    return () => {
      removeEventListener('scroll', follow, true)
      removeEventListener('resize', follow)
    }
  }, [anchor, isOpen, wide])
  return place
}
