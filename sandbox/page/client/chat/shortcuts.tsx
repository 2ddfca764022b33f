import type { JSX } from 'preact'
import { Icon } from '../parts/icon.tsx'
import { Menu } from '../parts/menu.tsx'
import { useSession } from '../session.ts'

/** The app's global shortcuts. */
export function Shortcuts(): JSX.Element | null {
  const { words, shortcuts, act, say } = useSession()
  const start = async (callback_id: string): Promise<void> => {
    const seen = await act('shortcut', { callback_id })
    if (!seen.ok) say(seen.says ?? words.failed)
  }
  const items = shortcuts
    .filter(({ type }) => type === 'global')
    .map(({ callback_id, name, description }) => ({
      key: callback_id,
      label: name,
      description,
      run: () => void start(callback_id),
    }))
  if (items.length === 0) return null
  return (
    <Menu label={words.shortcuts} items={items} className="quiet square">
      <Icon name="bolt" />
    </Menu>
  )
}
