import type { Writing } from './use-writing.ts'

/** Enter sends, Shift and Enter begins a line; with the list open the arrows walk it. */
export function composerKeys(writing: Writing): (event: KeyboardEvent) => void {
  const { list, at, setAt, complete, hide, go, text } = writing
  const picked = list[at]?.command ?? text
  const listed: Readonly<Record<string, () => void>> = {
    ArrowDown: () => setAt((at + 1) % list.length),
    ArrowUp: () => setAt((at + list.length - 1) % list.length),
    Tab: () => complete(picked),
    Enter: () => (picked === text ? void go() : complete(picked)),
    Escape: hide,
  }
  return (event) => {
    if (event.shiftKey || event.isComposing) return
    const deed = list.length > 0 ? listed[event.key] : undefined
    if (!deed && event.key !== 'Enter') return
    event.preventDefault()
    if (deed) deed()
    else void go()
  }
}
