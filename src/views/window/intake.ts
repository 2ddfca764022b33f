import type { ModalView } from '@slack/types'
import { actions, button, clip, limits, modal, plain } from '../kit.ts'
import type { Sight } from '../sight.ts'
import { field, said, warned } from './parts.ts'

/** As much as Slack takes. */
const longest = 3000

/** A form to open a request with what is known already. */
export type Intake = {
  readonly user: string
  /** What stands in the field. */
  readonly subject: string
  /** What was wrong with it. */
  readonly wrong?: string
  readonly note?: string
  /** The request of which nobody was found: it is cancelled once another one is open. */
  readonly instead?: string
}

/** The form by which a request is opened. */
export function intakeForm(
  sight: Sight,
  { user, subject, wrong, note, instead }: Intake,
): ModalView {
  const words = sight.words.window.intake
  const initial = clip(subject, longest)
  return modal(sight, {
    title: words.title,
    bound: { deed: 'intake', user, ...(instead ? { request: instead } : {}) },
    submit: words.submit,
    close: words.close,
    blocks: [
      ...warned(wrong),
      ...said(note),
      field(
        words.subject,
        {
          type: 'plain_text_input',
          action_id: 'subject',
          multiline: true,
          max_length: longest,
          placeholder: plain(words.placeholder, limits.placeholder),
          focus_on_load: true,
          ...(initial ? { initial_value: initial } : {}),
        },
        { block: 'subject', hint: words.hint },
      ),
      field(
        words.received,
        { type: 'datepicker', action_id: 'received' },
        { block: 'received', optional: true, hint: words['received-hint'] },
      ),
      actions(
        button(sight, sight.words.window.page.upload, { deed: 'open-page', user, item: 'upload' }),
      ),
    ],
  })
}
