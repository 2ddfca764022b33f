import type { Button, KnownBlock, ModalView } from '@slack/types'
import type { Entry } from '../../records/entry.ts'
import type { Request } from '../../records/request.ts'
import { actions, button, context, header, modal, section } from '../kit.ts'
import type { Sight } from '../sight.ts'
import { actorOf, eventText, type Saying } from './events.ts'
import { pageOf } from './pages.ts'
import { inWindow, numberIn, titleOf } from './say.ts'
import { toldBy } from './told.ts'

const size = 25

type About = { readonly request: Request; readonly user: string; readonly page: number }

/** Everything in the journal of a request: who did what and when, the latest first. */
export function historyView(
  { request, user, page: asked }: About,
  entries: readonly Entry[],
  sight: Sight,
): ModalView {
  const { history } = sight.words.desk
  const saying: Saying = { sight, when: inWindow(sight), told: toldBy(entries) }
  const { items, page, of } = pageOf(entries.toReversed(), size, asked)
  const bound = { deed: 'see-history', request: request.id, user } as const
  const turn = (to: number, text: string, mark: string): Button[] =>
    to < 0 || to >= of ? [] : [button(sight, text, { ...bound, page: to }, { mark })]
  const turns = [
    ...turn(page - 1, history.newer, 'newer'),
    ...turn(page + 1, history.older, 'older'),
  ]
  const blocks: KnownBlock[] = [
    header(titleOf(request)),
    ...items.map((entry) => section(lineOf(entry, saying))),
    ...(of > 1 ? [context(history.page(numberIn(sight, page + 1), numberIn(sight, of)))] : []),
    ...(turns.length > 0 ? [actions(...turns)] : []),
  ]
  return modal(sight, {
    title: history.title,
    blocks,
    bound: { ...bound, page },
    close: sight.words.door.close,
  })
}

const lineOf = (entry: Entry, saying: Saying): string =>
  `${saying.when(entry.at)} · ${actorOf(entry, saying)}\n${eventText(entry, saying)}`
