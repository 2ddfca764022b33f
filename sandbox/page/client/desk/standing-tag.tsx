import type { JSX } from 'preact'
import type { Standing } from '../model/desk.ts'
import { useSession } from '../session.ts'

/** How a person or ticket stands, where it is not simply there. */
export function StandingTag({ standing }: { standing: Standing }): JSX.Element | null {
  const { words } = useSession()
  if (standing === 'here') return null
  return <span class={`tag ${standing}`}>{words.standing[standing]}</span>
}
