import type { JSX } from 'preact'
import { Icon } from './icon.tsx'

/** Something said in a corner. */
export type Toast = { readonly id: number; readonly text: string }

type Props = {
  readonly toasts: readonly Toast[]
  readonly dismiss: (id: number) => void
  readonly word: string
}

/** What went wrong, read out as it appears. */
export const Toasts = ({ toasts, dismiss, word }: Props): JSX.Element => (
  <div class="toasts" role="alert">
    {toasts.map(({ id, text }) => (
      <div class="toast" key={id}>
        <Icon name="warning" />
        <p>{text}</p>
        <button type="button" class="quiet square" aria-label={word} onClick={() => dismiss(id)}>
          <Icon name="close" size={16} />
        </button>
      </div>
    ))}
  </div>
)
