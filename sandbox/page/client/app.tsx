import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Welcome } from './chat/welcome.tsx'
import { read } from './live/http.ts'
import { useAddress } from './live/use-address.ts'
import { useDesk } from './live/use-desk.ts'
import { useWorkspace } from './live/use-workspace.ts'
import type { Command, Shortcut } from './model/commands.ts'
import { story } from './model/guide.ts'
import { Mark } from './parts/mark.tsx'
import { Room } from './room.tsx'
import { type Words, wordsFor } from './words/words.ts'

/** What the app offers, by its manifest. */
export type Features = {
  readonly slash_commands?: readonly Command[]
  readonly shortcuts?: readonly Shortcut[]
  readonly app_home?: { readonly messages_tab_read_only_enabled?: boolean }
}

/** The whole page: the welcome until somebody signs in, then the room. */
export function App(): JSX.Element {
  const [address, go] = useAddress()
  const live = useWorkspace(address.as)
  const features = useFeatures()
  const desk = useDesk()
  const me = live.whole?.users.find(({ id, deleted }) => id === address.as && !deleted)
  const words = useWords(me?.locale ?? navigator.language)
  if (!live.whole) return <Waiting text={live.online ? words.loading : words.offline} />
  if (!me) {
    const become = (id: string): void => go({ as: id, in: story.channel })
    return <Welcome whole={live.whole} words={words} become={become} />
  }
  if (!live.screen) return <Waiting text={words.loading} />
  return (
    <Room
      key={me.id}
      me={me}
      whole={live.whole}
      screen={live.screen}
      online={live.online}
      refresh={live.refresh}
      address={address}
      go={go}
      words={words}
      features={features}
      desk={desk}
    />
  )
}

function useWords(locale: string): Words {
  useEffect(() => {
    document.documentElement.lang = locale
  }, [locale])
  return wordsFor(locale)
}

const Waiting = ({ text }: { text: string }): JSX.Element => (
  <main class="waiting">
    <Mark size={48} />
    <p role="status">{text}</p>
  </main>
)

function useFeatures(): Features {
  const [features, setFeatures] = useState<Features>({})
  useEffect(() => {
    read<Features>('/app.json').then(setFeatures, () => undefined)
  }, [])
  return features
}
