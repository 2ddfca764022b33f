import type { JSX } from 'preact'
import { useTheme } from './live/use-theme.ts'
import { Icon } from './parts/icon.tsx'
import { useSession } from './session.ts'

type Props = { readonly isGuided: boolean; readonly setGuided: (on: boolean) => void }

/** Small switches at the foot of the left column. */
export function Tools({ isGuided, setGuided }: Props): JSX.Element {
  const { words, address, go } = useSession()
  const [theme, turn] = useTheme()
  const isDeskOn = address.desk !== 'off'
  return (
    <>
      <button
        type="button"
        class="tool"
        aria-pressed={isGuided}
        onClick={() => setGuided(!isGuided)}
      >
        <Icon name="compass" /> {words.guide}
      </button>
      <button
        type="button"
        class="tool wide-only"
        aria-pressed={isDeskOn}
        onClick={() => go({ desk: isDeskOn ? 'off' : undefined })}
      >
        <Icon name="panel" /> {words.desk}
      </button>
      <button type="button" class="tool" onClick={turn}>
        <Icon name={theme === 'dark' ? 'sun' : 'moon'} />
        {theme === 'dark' ? words.light : words.dark}
      </button>
    </>
  )
}
