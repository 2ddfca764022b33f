import type { JSX } from 'preact'
import { aroundRedactions } from '../model/desk.ts'
import { useSession } from '../session.ts'

/** A text of the account, its redacted passages as black bars. */
export function Redacted({ text }: { text: string }): JSX.Element {
  const { words } = useSession()
  return (
    <>
      {aroundRedactions(text).map((part, index) =>
        index % 2 === 1 ? (
          <mark key={index} class="redacted" role="img" aria-label={words.redactedPassage}>
            {part}
          </mark>
        ) : (
          part
        ),
      )}
    </>
  )
}
