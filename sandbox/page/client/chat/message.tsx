import type { JSX } from 'preact'
import { momentOf, secondsOf, timeOf } from '../model/dates.ts'
import { emojiOf } from '../model/emoji.ts'
import { textOf } from '../model/json.ts'
import type { Message, Person } from '../model/records.ts'
import { Avatar } from '../parts/avatar.tsx'
import { Icon } from '../parts/icon.tsx'
import { Menu } from '../parts/menu.tsx'
import { type Session, useSession } from '../session.ts'
import { Say } from './say.tsx'

type Props = {
  readonly message: Message
  readonly follows: boolean
  /** Whether it stands in a thread already. */
  readonly inThread: boolean
}

const nobody = { id: '?', real_name: '?', is_bot: false }

const personOf = ({ whole }: Session, id: string): Pick<Person, 'id' | 'real_name' | 'is_bot'> =>
  whole.users.find((one) => one.id === id) ?? { ...nobody, id, real_name: id }

/** One message with its author, time, thread and deeds. */
export function OneMessage({ message, follows, inThread }: Props): JSX.Element {
  const session = useSession()
  const author = personOf(session, message.user)
  return (
    <article class={`message ${follows ? 'follows' : ''}`} aria-label={author.real_name}>
      <div class="gutter">{follows ? <Time ts={message.ts} /> : <Avatar person={author} />}</div>
      <div class="message-main">
        {!follows && (
          <p class="byline">
            <strong>{author.real_name}</strong>
            {author.is_bot && <span class="tag">{session.words.app}</span>}
            <Time ts={message.ts} />
            {message.edited && <Edited />}
          </p>
        )}
        <Say content={message} />
        {follows && message.edited && <Edited />}
        <Beneath message={message} inThread={inThread} />
      </div>
      <Deeds message={message} inThread={inThread} />
    </article>
  )
}

function Edited(): JSX.Element {
  const { words } = useSession()
  return <span class="edited">({words.edited})</span>
}

/** When something was said. */
export function Time({ ts }: { ts: string }): JSX.Element {
  const { clock } = useSession()
  const at = secondsOf(ts)
  return (
    <time dateTime={new Date(at * 1000).toISOString()} title={momentOf(at, clock)}>
      {timeOf(at, clock)}
    </time>
  )
}

function Beneath({ message, inThread }: Omit<Props, 'follows'>): JSX.Element {
  const session = useSession()
  return (
    <>
      {message.files?.map((file, index) => (
        <p class="file" key={index}>
          <Icon name="file" size={16} /> {textOf(file['title']) || textOf(file['name'])}
        </p>
      ))}
      {message.reactions && message.reactions.length > 0 && (
        <p class="reactions">
          {message.reactions.map(({ name, users }) => (
            <span key={name} title={name}>
              {emojiOf(name) ?? `:${name}:`} {users.length}
            </span>
          ))}
        </p>
      )}
      {!inThread && (message.reply_count ?? 0) > 0 && (
        <ThreadLink message={message} session={session} />
      )}
    </>
  )
}

function ThreadLink({ message, session }: { message: Message; session: Session }): JSX.Element {
  const { words, clock, go, address } = session
  const people = (message.reply_users ?? []).slice(0, 3)
  return (
    <button
      type="button"
      class="thread-link"
      aria-pressed={address.thread === message.ts}
      onClick={() => go({ thread: message.ts })}
    >
      <span class="faces">
        {people.map((id) => (
          <Avatar key={id} person={personOf(session, id)} size={20} />
        ))}
      </span>
      <b>{words.replies(message.reply_count ?? 0)}</b>
      {message.latest_reply && (
        <small>
          {words.lastReply} {timeOf(secondsOf(message.latest_reply), clock)}
        </small>
      )}
    </button>
  )
}

function Deeds({ message, inThread }: Omit<Props, 'follows'>): JSX.Element | null {
  const { words, go, shortcuts, act, say } = useSession()
  const start = async (callback_id: string): Promise<void> => {
    const seen = await act('message-shortcut', { callback_id, message: message.ts })
    if (!seen.ok) say(seen.says ?? words.failed)
  }
  const items = shortcuts
    .filter(({ type }) => type === 'message')
    .map(({ callback_id, name, description }) => ({
      key: callback_id,
      label: name,
      description,
      run: () => void start(callback_id),
    }))
  if (inThread && items.length === 0) return null
  return (
    <div class="deeds">
      {!inThread && (
        <button
          type="button"
          class="quiet square"
          aria-label={words.reply}
          title={words.reply}
          onClick={() => go({ thread: message.thread_ts ?? message.ts })}
        >
          <Icon name="reply" size={16} />
        </button>
      )}
      {items.length > 0 && (
        <Menu label={words.more} items={items} className="quiet square">
          <Icon name="more" size={16} />
        </Menu>
      )}
    </div>
  )
}
