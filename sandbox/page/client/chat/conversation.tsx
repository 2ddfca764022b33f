import type { ComponentChildren, JSX } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { dayOf, secondsOf } from '../model/dates.ts'
import { linesOf, type Placed, placed } from '../model/timeline.ts'
import { Icon } from '../parts/icon.tsx'
import { useSession } from '../session.ts'
import { OneMessage } from './message.tsx'
import { PrivateLine } from './private-line.tsx'

type Props = {
  readonly channel: string
  readonly thread?: string
  readonly label: string
  readonly empty: ComponentChildren
}

/** The lines of a channel or thread; it stays at its end unless one has scrolled up. */
export function Conversation({ channel, thread, label, empty }: Props): JSX.Element {
  const { screen, notices, clock, words } = useSession()
  const { messages, ephemerals } = screen
  const lines = placed(linesOf({ messages, ephemerals, notices }, { channel, thread }), clock)
  const { box, isBehind, toEnd, onScroll } = useEnd(lines.at(-1)?.key)
  return (
    <div class="conversation">
      {/* A box that scrolls must be reached by key. */}
      <div
        class="lines"
        role="log"
        aria-label={label}
        tabIndex={0}
        ref={box}
        onScroll={onScroll}
        id={thread ? undefined : 'messages'}
      >
        {lines.length === 0 && <div class="empty">{empty}</div>}
        {lines.map((line) => (
          <OneLine key={line.key} line={line} inThread={thread !== undefined} />
        ))}
      </div>
      {isBehind && (
        <button type="button" class="new-below" onClick={toEnd}>
          {words.newBelow} <Icon name="down" size={14} />
        </button>
      )}
    </div>
  )
}

function OneLine({ line, inThread }: { line: Placed; inThread: boolean }): JSX.Element {
  const { clock } = useSession()
  return (
    <>
      {line.newDay && !inThread && (
        <p class="day">
          <span>{dayOf(secondsOf(line.message.ts), clock)}</span>
        </p>
      )}
      {line.kind === 'message' ? (
        <OneMessage message={line.message} follows={line.follows} inThread={inThread} />
      ) : (
        <PrivateLine line={line} />
      )}
    </>
  )
}

type End = {
  readonly box: { current: HTMLDivElement | null }
  readonly isBehind: boolean
  readonly toEnd: () => void
  readonly onScroll: () => void
}

/** Nearer to the end than this, in pixels, is at the end. */
const near = 80

function useEnd(last: string | undefined): End {
  const box = useRef<HTMLDivElement>(null)
  const isAtEnd = useRef(true)
  const [isBehind, setBehind] = useState(false)
  const toEnd = (): void => {
    const shown = box.current
    if (shown) shown.scrollTop = shown.scrollHeight
  }
  const onScroll = (): void => {
    const shown = box.current
    if (!shown) return
    isAtEnd.current = shown.scrollHeight - shown.scrollTop - shown.clientHeight < near
    if (isAtEnd.current) setBehind(false)
  }
  useLayoutEffect(() => {
    if (isAtEnd.current) toEnd()
  })
  useEffect(() => {
    if (!isAtEnd.current) setBehind(true)
  }, [last])
  return { box, isBehind, toEnd, onScroll }
}
