import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import { isCommand } from '../model/commands.ts'
import { Icon } from '../parts/icon.tsx'
import { useSession } from '../session.ts'
import { CommandList } from './command-list.tsx'
import { composerKeys } from './composer-keys.ts'
import { Shortcuts } from './shortcuts.tsx'
import { useWriting, type Writing } from './use-writing.ts'

type Props = {
  readonly channel: string
  readonly thread?: string
  readonly label: string
}

/** Where one writes: a message, or a slash command with its list. */
export function Composer(props: Props): JSX.Element {
  const { words } = useSession()
  const writing = useWriting(props)
  useSuggestion(writing, props.thread === undefined)
  const { list, at, setAt, complete, go, text } = writing
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault()
        void go()
      }}
    >
      {props.thread && isCommand(text) && (
        <p class="composer-note" role="status">
          {words.noCommands}
        </p>
      )}
      <CommandList list={list} at={at} pick={complete} hover={setAt} />
      <Line {...props} writing={writing} />
    </form>
  )
}

function Line({ thread, label, writing }: Props & { writing: Writing }): JSX.Element {
  const { words } = useSession()
  const { field, text, write, isBusy, list, at } = writing
  const isListed = list.length > 0
  return (
    <div class="composer-box">
      {!thread && <Shortcuts />}
      <textarea
        ref={field}
        rows={1}
        value={text}
        placeholder={label}
        aria-label={label}
        aria-autocomplete="list"
        aria-controls={isListed ? 'commands' : undefined}
        aria-activedescendant={isListed ? `command-${at}` : undefined}
        onInput={(event) => write(event.currentTarget.value)}
        onKeyDown={composerKeys(writing)}
      />
      <button
        type="submit"
        class={`send ${isBusy ? 'busy' : ''}`}
        aria-label={words.send}
        title={words.send}
        disabled={text.trim() === '' || isBusy}
      >
        <Icon name="send" />
      </button>
    </div>
  )
}

/** Takes what the guide offers to write. */
function useSuggestion({ write, field }: Writing, isWanted: boolean): void {
  useEffect(() => {
    if (!isWanted) return undefined
    const take = (event: Event): void => {
      if (!(event instanceof CustomEvent)) return
      write(String(event.detail))
      field.current?.focus()
    }
    addEventListener('write-line', take)
    return () => removeEventListener('write-line', take)
  })
}
