import type { ModalView } from '@slack/types'
import type { Request } from '../../records/request.ts'
import { modal, option, plain, section } from '../kit.ts'
import type { Sight } from '../sight.ts'
import { titleOf } from './say.ts'

type About = { readonly request: Pick<Request, 'id' | 'number' | 'name'>; readonly user: string }

/** Why a request may be cancelled, by code. */
export const cancelReasons = [
  'mistake',
  'duplicate',
  'withdrawn',
  'identity-unproven',
  'fraud-suspected',
  'no-match',
  'unfounded',
  'exception-17-3',
  'out-of-scope',
  'routed-elsewhere',
  'other',
] as const

/** Asks why a request is cancelled. The reason is in `values.reason`. */
export function cancelView({ request, user }: About, sight: Sight): ModalView {
  const { cancelling, reason } = sight.words.desk
  return modal(sight, {
    title: cancelling.title,
    blocks: [
      section(cancelling.text(titleOf(request))),
      {
        type: 'input',
        block_id: 'reason',
        label: plain(cancelling.reason),
        element: {
          type: 'static_select',
          action_id: 'reason',
          placeholder: plain(cancelling.choose),
          options: cancelReasons.map((code) => option(reason[code], code)),
        },
      },
    ],
    bound: { deed: 'say-cancel', request: request.id, user },
    submit: cancelling.submit,
    close: cancelling.close,
  })
}
