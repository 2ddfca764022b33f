import type { JSX } from 'preact'
import type { Choice } from '../model/choices.ts'
import type { Words } from '../words/words.ts'
import { Icon } from './icon.tsx'

type Props = {
  readonly chosen: readonly Choice[]
  readonly choose: (choices: readonly Choice[]) => void
  readonly words: Words
}

/** What has been chosen from a menu of several, each with a way out. */
export const Chips = ({ chosen, choose, words }: Props): JSX.Element => (
  <>
    {chosen.map(({ value, label }) => (
      <span class="chip" key={value}>
        {label || value}
        <button
          type="button"
          aria-label={words.remove(label || value)}
          onClick={() => choose(chosen.filter((one) => one.value !== value))}
        >
          <Icon name="close" size={12} />
        </button>
      </span>
    ))}
  </>
)
