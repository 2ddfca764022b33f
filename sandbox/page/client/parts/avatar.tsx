import type { JSX } from 'preact'
import { initialsOf, shadeOf } from '../model/people.ts'
import type { Person } from '../model/records.ts'
import { Mark } from './mark.tsx'

type Shown = Pick<Person, 'id' | 'real_name' | 'is_bot'>

/** Somebody's initials on a colour of their own; the app has its mark. */
export function Avatar({ person, size = 36 }: { person: Shown; size?: number }): JSX.Element {
  if (person.is_bot) return <Mark size={size} />
  return (
    <span
      class={`avatar shade-${shadeOf(person.id, 8)}`}
      style={{ width: `${size}px`, height: `${size}px`, fontSize: `${Math.round(size * 0.38)}px` }}
      aria-hidden="true"
    >
      {initialsOf(person.real_name)}
    </span>
  )
}
