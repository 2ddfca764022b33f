import type { JSX } from 'preact'
import { type DeskUser, peopleFor, standingOf } from '../model/desk.ts'
import { Avatar } from '../parts/avatar.tsx'
import { useSession } from '../session.ts'
import type { Given } from './given.ts'
import { useFew } from './show-more.tsx'
import { StandingTag } from './standing-tag.tsx'

/** The people of the account. */
export function People({ state, wanted, touched }: Given): JSX.Element {
  const { words } = useSession()
  const [shown, more] = useFew(peopleFor(state, wanted, touched))
  return (
    <div class="desk-list" tabIndex={0} role="region" aria-label={words.deskPeople}>
      {shown.length === 0 && <p class="empty">{words.noPeople}</p>}
      <ul>
        {shown.map((user) => (
          <Row key={user.id} user={user} isNew={touched.has(String(user.id))} />
        ))}
      </ul>
      {more}
    </div>
  )
}

function Row({ user, isNew }: { user: DeskUser; isNew: boolean }): JSX.Element {
  const { words } = useSession()
  const standing = standingOf(user)
  const face = { id: String(user.id), real_name: user.name, is_bot: false }
  return (
    <li class={`row person ${standing} ${isNew ? 'touched' : ''}`}>
      <Avatar person={face} size={32} />
      <span class="row-words">
        <span class="row-top">
          <b>{user.name}</b>
          {user.role !== 'end-user' && <span class="tag">{user.role}</span>}
          <StandingTag standing={standing} />
          {isNew && <span class="tag fresh">{words.justChanged}</span>}
        </span>
        <span class="row-sub">
          {[user.email, user.phone].filter((one) => one !== null).join(' · ')}
        </span>
      </span>
    </li>
  )
}
