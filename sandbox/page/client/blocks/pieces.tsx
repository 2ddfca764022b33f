import type { JSX } from 'preact'
import { dateWords } from '../model/dates.ts'
import { emojiOf } from '../model/emoji.ts'
import type { Inline } from '../model/inline.ts'
import { type Session, useSession } from '../session.ts'

type Of<K extends Inline['kind']> = Extract<Inline, { kind: K }>
type Drawn = JSX.Element | string

/** Running text as nodes; nothing in it can be markup. */
export function Pieces({ pieces }: { pieces: readonly Inline[] }): JSX.Element {
  const session = useSession()
  return <>{pieces.map((piece) => draw(piece, session))}</>
}

const external = { target: '_blank', rel: 'noreferrer noopener' } as const

const drawings: { readonly [K in Inline['kind']]: (piece: Of<K>, session: Session) => Drawn } = {
  text: ({ text }) => text,
  break: () => <br />,
  bold: ({ children }) => (
    <strong>
      <Pieces pieces={children} />
    </strong>
  ),
  italic: ({ children }) => (
    <em>
      <Pieces pieces={children} />
    </em>
  ),
  strike: ({ children }) => (
    <s>
      <Pieces pieces={children} />
    </s>
  ),
  code: ({ text }) => <code>{text}</code>,
  link: ({ url, text }) => (
    <a href={url} {...external}>
      {text}
    </a>
  ),
  user: ({ id, label }, { whole, me }) => {
    const person = whole.users.find((one) => one.id === id)
    return (
      <span class={`mention ${id === me.id ? 'mine' : ''}`}>
        @{person?.real_name ?? (label || id)}
      </span>
    )
  },
  channel: ({ id, label }, { whole, go }) => {
    const channel = whole.channels.find((one) => one.id === id)
    return (
      <button type="button" class="mention" onClick={() => go({ in: id, thread: undefined })}>
        #{channel?.name ?? (label || id)}
      </button>
    )
  },
  group: ({ id, label }, { whole }) => {
    const group = whole.groups.find((one) => one.id === id)
    return <span class="mention">@{group?.handle ?? (label || id)}</span>
  },
  broadcast: ({ range }) => <span class="mention">@{range}</span>,
  date: ({ at, format, url, fallback }, { clock }) => {
    const words = format ? dateWords(at, format, clock) : fallback
    const time = <time dateTime={new Date(at * 1000).toISOString()}>{words}</time>
    return url ? (
      <a href={url} {...external}>
        {time}
      </a>
    ) : (
      time
    )
  },
  emoji: ({ name }) => {
    const character = emojiOf(name)
    return character ? (
      <span class="emoji" role="img" aria-label={name.replaceAll('_', ' ')}>
        {character}
      </span>
    ) : (
      `:${name}:`
    )
  },
}

const draw = <K extends Inline['kind']>(piece: Of<K>, session: Session): Drawn =>
  (drawings[piece.kind] as (piece: Of<K>, session: Session) => Drawn)(piece, session)
