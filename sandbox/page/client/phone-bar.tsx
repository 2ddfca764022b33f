import type { JSX } from 'preact'
import { Icon, type IconName } from './parts/icon.tsx'
import { useSession } from './session.ts'

const places = ['rooms', 'chat', 'desk'] as const
const icons: Readonly<Record<(typeof places)[number], IconName>> = {
  rooms: 'people',
  chat: 'reply',
  desk: 'panel',
}

/** On a narrow screen: which column to show. */
export function PhoneBar(): JSX.Element {
  const { words, address, go } = useSession()
  const names = { rooms: words.channels, chat: words.chat, desk: words.deskShort }
  const here = address.phone ?? 'chat'
  return (
    <nav class="phone-bar" aria-label={words.chat}>
      {places.map((place) => (
        <button
          key={place}
          type="button"
          aria-current={here === place ? 'page' : undefined}
          onClick={() =>
            go({
              phone: place === 'chat' ? undefined : place,
              ...(place === 'desk' && address.desk === 'off' ? { desk: undefined } : {}),
            })
          }
        >
          <Icon name={icons[place]} size={20} />
          {names[place]}
        </button>
      ))}
    </nav>
  )
}
