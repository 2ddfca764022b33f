import type { ModalView } from '@slack/types'
import { clip, limits, modal, plain } from '../kit.ts'
import type { Sight } from '../sight.ts'
import { field, said, warned } from './parts.ts'

/** Longer than anything that names one person. */
const longest = 1000

/** A form to open a request with what is known already. */
export type Intake = {
  readonly user: string
  /** What stands in the field. */
  readonly subject: string
  /** What was wrong with it. */
  readonly wrong?: string
  readonly note?: string
}

/** The form by which a request is opened. */
export function intakeForm(sight: Sight, { user, subject, wrong, note }: Intake): ModalView {
  const words = sight.words.window.intake
  const initial = clip(subject, longest)
  return modal(sight, {
    title: words.title,
    bound: { deed: 'intake', user },
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
    ],
  })
}
