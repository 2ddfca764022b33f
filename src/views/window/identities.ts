import type { Button, KnownBlock, ModalView } from '@slack/types'
import type { Request } from '../../records/request.ts'
import { button, clip, context, foreign, limits, modal, option, section } from '../kit.ts'
import type { Sight } from '../sight.ts'
import type { Listed } from './pages.ts'
import { checkboxes, field, wordsOf } from './parts.ts'

/** A user with what can be taken from him while he stays. */
type UserShown = {
  readonly user: number
  readonly name: string
  /** `fixed`: it goes with the user alone. */
  readonly identities: readonly {
    readonly id: number
    readonly type: string
    readonly value: string
    readonly fixed: boolean
  }[]
}

/** Slack shows no more boxes in one field. */
const mostBoxes = 10

/** "Only single addresses go": for each user what may go alone. Whoever has nothing ticked goes. */
export function identitiesView(
  sight: Sight,
  {
    request,
    user,
    seen,
    users,
    chosen,
  }: Omit<Listed, 'item'> & {
    readonly users: readonly UserShown[]
    readonly chosen: ReadonlySet<number>
  },
): ModalView {
  const words = sight.words.window.identities
  const ticked = new Set([...chosen].map(String))
  return modal(sight, {
    title: words.title,
    bound: { deed: 'set-identities', request, on: seen, user },
    close: words.close,
    ...(users.some(({ identities }) => identities.some(({ fixed }) => !fixed))
      ? { submit: words.submit }
      : {}),
    blocks: [
      section(words.text),
      ...users.flatMap((one) => boxesFor(sight, one, ticked)),
      ...(users.length === 0 ? [context(words.many)] : []),
    ],
  })
}

function boxesFor(
  sight: Sight,
  { user, name, identities }: UserShown,
  ticked: ReadonlySet<string>,
): KnownBlock[] {
  const words = sight.words.window.identities
  const free = identities.filter(({ fixed }) => !fixed).slice(0, mostBoxes)
  if (free.length === 0) return [context(words.none(foreign(clip(name, 100))))]
  const options = free.map(({ id, type, value }) =>
    option(value, String(id), wordsOf(words.types, type)),
  )
  const label = clip(words.of(name), limits.label)
  const boxes = checkboxes(`identities-${user}`, options, ticked)
  return [field(label, boxes, { block: `identities-${user}`, optional: true, hint: words.hint })]
}

/** Offered where it is said once more who the person is, and only once there are finds. */
export const singleButton = (
  sight: Sight,
  { request, user }: { readonly request: Request; readonly user: string },
): Button[] =>
  request.looks.traces?.stale === false
    ? [
        button(sight, sight.words.window.identities.offer, {
          deed: 'change-identities',
          request: request.id,
          user,
        }),
      ]
    : []
