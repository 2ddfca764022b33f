import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useSession } from '../session.ts'

/** How many rows are drawn at first. */
const few = 60

/** The first rows of a list, and a way to the others. */
export function useFew<T>(all: readonly T[]): [readonly T[], JSX.Element | null] {
  const { words } = useSession()
  const [isAll, setAll] = useState(false)
  const shown = isAll ? all : all.slice(0, few)
  const more =
    shown.length < all.length ? (
      <button type="button" class="button more" onClick={() => setAll(true)}>
        {words.showAll(all.length)}
      </button>
    ) : null
  return [shown, more]
}
