import type { JSX } from 'preact'
import { holds } from '../model/choices.ts'
import { useSession } from '../session.ts'
import type { Given } from './given.ts'
import { Redacted } from './redacted.tsx'

/** Messages that the account did not let in. */
export function Suspended({ state, wanted }: Given): JSX.Element {
  const { words } = useSession()
  const shown = state.suspended_tickets.filter(({ author, subject, content }) =>
    holds(`${author.name} ${author.email} ${subject} ${content}`, wanted),
  )
  return (
    <div class="desk-list" tabIndex={0} role="region" aria-label={words.suspended}>
      {shown.length === 0 && <p class="empty">{words.noSuspended}</p>}
      {shown.map(({ id, author, subject, content, cause }) => (
        <article class="comment" key={id}>
          <p class="byline">
            <strong>{author.name}</strong>
            <span class="row-sub">{author.email}</span>
          </p>
          <p>
            <b>{subject}</b>
          </p>
          <p class="comment-body">
            <Redacted text={content} />
          </p>
          <p class="row-sub">{cause}</p>
        </article>
      ))}
    </div>
  )
}
