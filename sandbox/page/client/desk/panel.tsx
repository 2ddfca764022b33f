import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { LiveDesk } from '../live/use-desk.ts'
import { Icon } from '../parts/icon.tsx'
import { useSession } from '../session.ts'
import { People } from './people.tsx'
import { Requests } from './requests.tsx'
import { Suspended } from './suspended.tsx'
import { Ticket } from './ticket.tsx'
import { Tickets } from './tickets.tsx'

const tabs = ['tickets', 'people', 'suspended', 'requests'] as const
type Tab = (typeof tabs)[number]

const tabOf = (word: string | undefined): Tab => tabs.find((tab) => tab === word) ?? 'tickets'

/** The Zendesk account as it changes. */
export function DeskPanel({ desk }: { desk: LiveDesk }): JSX.Element {
  const { words, address, go } = useSession()
  const [wanted, setWanted] = useState('')
  const tab = tabOf(address.desk)
  return (
    <aside class="pane desk" aria-label={words.desk}>
      <header class="pane-head">
        <h2>{words.desk}</h2>
        <p class={`pulse ${desk.online ? '' : 'off'}`}>{desk.online ? words.live : words.paused}</p>
        <button
          type="button"
          class="quiet square wide-only"
          aria-label={words.hideDesk}
          title={words.hideDesk}
          onClick={() => go({ desk: 'off' })}
        >
          <Icon name="close" />
        </button>
      </header>
      <Tabs tab={tab} />
      {tab !== 'requests' && !address.ticket && (
        <label class="desk-search">
          <Icon name="search" size={16} />
          <input
            type="search"
            aria-label={words.searchDesk}
            placeholder={words.searchHint}
            value={wanted}
            onInput={(event) => setWanted(event.currentTarget.value)}
          />
        </label>
      )}
      <Inside tab={tab} desk={desk} wanted={wanted} />
    </aside>
  )
}

function Tabs({ tab }: { tab: Tab }): JSX.Element {
  const { words, go } = useSession()
  const names: Record<Tab, string> = {
    tickets: words.tickets,
    people: words.deskPeople,
    suspended: words.suspended,
    requests: words.requests,
  }
  return (
    <div class="tabs" role="group" aria-label={words.desk}>
      {tabs.map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={one === tab}
          onClick={() => go({ desk: one, ticket: undefined })}
        >
          {names[one]}
        </button>
      ))}
    </div>
  )
}

type InsideProps = { readonly tab: Tab; readonly desk: LiveDesk; readonly wanted: string }

function Inside({ tab, desk, wanted }: InsideProps): JSX.Element {
  const { words, address } = useSession()
  if (tab === 'requests') return <Requests requests={desk.requests} />
  if (!desk.state) return <p class="empty">{words.loading}</p>
  const given = { state: desk.state, touched: desk.touched, wanted }
  const ticket = desk.state.tickets.find(({ id }) => String(id) === address.ticket)
  if (tab === 'tickets' && ticket) return <Ticket state={desk.state} ticket={ticket} />
  if (tab === 'people') return <People {...given} />
  return tab === 'suspended' ? <Suspended {...given} /> : <Tickets {...given} />
}
