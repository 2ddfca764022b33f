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

const piece = 2900

/** The answer that a lead gives to the person by hand: personal, for a window only. */
export function answerView({ request, user }: About, text: string, sight: Sight): ModalView {
  const { answering } = sight.words.desk
  return modal(sight, {
    title: answering.title,
    blocks: [
      section(answering.text(titleOf(request))),
      ...piecesOf(text).map((part) => ({ type: 'section', text: plain(part) }) as const),
    ],
    bound: { deed: 'hand-over', request: request.id, user },
    submit: answering.submit,
    close: answering.close,
  })
}

/** A text in parts that a block can hold, cut between lines where there are any. */
function piecesOf(text: string): string[] {
  const pieces: string[] = []
  for (let rest = text; rest !== ''; ) {
    const line = rest.lastIndexOf('\n', piece)
    const end = rest.length <= piece ? rest.length : line > 0 ? line + 1 : piece
    pieces.push(rest.slice(0, end).trimEnd())
    rest = rest.slice(end)
  }
  return pieces.filter((part) => part !== '').slice(0, 90)
}
