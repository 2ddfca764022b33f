import type { JSX } from 'preact'
import type { Features } from './app.tsx'
import { Main } from './chat/main-pane.tsx'
import { Sidebar } from './chat/sidebar.tsx'
import { Thread } from './chat/thread.tsx'
import { DeskPanel } from './desk/panel.tsx'
import { Guide } from './guide/guide.tsx'
import type { LiveDesk } from './live/use-desk.ts'
import { useKept } from './live/use-kept.ts'
import { Confirm } from './modal/confirm.tsx'
import { Modals } from './modal/modal.tsx'
import type { Address, Change } from './model/address.ts'
import type { Person, Screen, Whole } from './model/records.ts'
import { Toasts } from './parts/toasts.tsx'
import { PhoneBar } from './phone-bar.tsx'
import { SessionContext } from './session.ts'
import { Tools } from './tools.tsx'
import { useMadeSession } from './use-session.ts'
import type { Words } from './words/words.ts'

/** What the room is drawn from. */
export type RoomProps = {
  readonly me: Person
  readonly whole: Whole
  readonly screen: Screen
  readonly online: boolean
  readonly refresh: () => Promise<void>
  readonly address: Address
  readonly go: (change: Change) => void
  readonly words: Words
  readonly features: Features
  readonly desk: LiveDesk
}

/** Everything once somebody is signed in. */
export function Room(props: RoomProps): JSX.Element {
  const { session, asked, toasts, dismiss } = useMadeSession(props)
  const [isGuided, setGuided] = useKept('guide', true)
  const { address, words, online, desk } = props
  const shape = [
    address.desk === 'off' ? 'no-desk' : '',
    address.thread ? 'with-thread' : '',
    `phone-${phonePlace(address)}`,
  ]
  return (
    <SessionContext.Provider value={session}>
      <a class="skip" href="#messages" onClick={skip}>
        {words.skip}
      </a>
      <div class={`room-grid ${shape.join(' ')}`}>
        <Sidebar tools={<Tools isGuided={isGuided} setGuided={setGuided} />} />
        <Main isOnline={online}>
          {isGuided && <Guide desk={desk.state} hide={() => setGuided(false)} />}
        </Main>
        {address.thread && <Thread first={address.thread} />}
        {address.desk !== 'off' && <DeskPanel desk={desk} />}
        <PhoneBar />
      </div>
      <Modals />
      {asked && <Confirm question={asked.question} answer={asked.answer} />}
      <Toasts toasts={toasts} dismiss={dismiss} word={words.dismiss} />
    </SessionContext.Provider>
  )
}

// The address is used for something else here, so the link moves the focus by itself.
function skip(event: Event): void {
  event.preventDefault()
  document.querySelector<HTMLElement>('#messages')?.focus()
}

/** Which of the columns a narrow screen shows. */
function phonePlace({ in: place, thread, phone }: Address): string {
  if (phone === 'desk' || phone === 'rooms') return phone
  if (!place) return 'rooms'
  return thread ? 'thread' : 'chat'
}
