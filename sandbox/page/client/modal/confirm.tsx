import type { JSX } from 'preact'
import { PlainText, TextObject } from '../blocks/text.tsx'
import { type Json, textOf } from '../model/json.ts'
import { Dialog } from '../parts/dialog.tsx'
import { useSession } from '../session.ts'

type Props = { readonly question: Json; readonly answer: (isYes: boolean) => void }

/** The question an element asks before it acts. */
export function Confirm({ question, answer }: Props): JSX.Element {
  const { words } = useSession()
  const title = textOf(question['title']) || words.confirmTitle
  return (
    <Dialog label={title} className="confirm" leave={() => answer(false)}>
      <div class="dialog-head">
        <h2>{title}</h2>
      </div>
      <div class="dialog-body">
        <TextObject text={question['text']} />
      </div>
      <div class="dialog-foot">
        <button type="button" class="button" onClick={() => answer(false)}>
          {question['deny'] ? <PlainText text={question['deny']} /> : words.cancel}
        </button>
        <button
          type="button"
          class={`button ${question['style'] === 'danger' ? 'danger' : 'primary'}`}
          onClick={() => answer(true)}
        >
          {question['confirm'] ? <PlainText text={question['confirm']} /> : words.yes}
        </button>
      </div>
    </Dialog>
  )
}
