import { useState } from 'preact/hooks'

/** A switch that this browser remembers. */
export function useKept(name: string, start: boolean): [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(() => (localStorage.getItem(name) ?? String(start)) === 'true')
  const set = (next: boolean): void => {
    localStorage.setItem(name, String(next))
    setOn(next)
  }
  return [on, set]
}
