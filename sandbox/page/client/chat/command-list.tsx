import type { JSX } from 'preact'
import type { Command } from '../model/commands.ts'
import { Mark } from '../parts/mark.tsx'
import { useSession } from '../session.ts'

type Props = {
  readonly list: readonly Command[]
  readonly at: number
  readonly pick: (command: string) => void
  readonly hover: (at: number) => void
}

/** The app's commands, above the line where one writes. */
export function CommandList({ list, at, pick, hover }: Props): JSX.Element | null {
  const { words } = useSession()
  if (list.length === 0) return null
  return (
    <div class="popup command-list" role="listbox" id="commands" aria-label={words.commands}>
      {list.map(({ command, description, usage_hint }, index) => (
        <div
          key={command}
          id={`command-${index}`}
          role="option"
          class="choice"
          aria-selected={index === at}
          data-at={index === at}
          onPointerDown={(event) => event.preventDefault()}
          onPointerMove={() => hover(index)}
          onClick={() => pick(command)}
        >
          <Mark size={24} />
          <span class="menu-words">
            <span>
              <b>{command}</b> {usage_hint && <span class="hint-inline">{usage_hint}</span>}
            </span>
            {description && <small>{description}</small>}
          </span>
        </div>
      ))}
    </div>
  )
}
