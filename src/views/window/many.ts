import type { KnownBlock, ModalView } from '@slack/types'
import type { Candidate, OneSubject } from '../../records/finds.ts'
import { clip, context, divider, foreign, modal, option, section } from '../kit.ts'
import type { Sight } from '../sight.ts'
import { described } from './candidate.ts'
import { type Crowd, crowdOf, type Doubted } from './crowd.ts'
import { pageBlocks, pageOf } from './pages.ts'
import { checkboxes, field, heading, said } from './parts.ts'
import { earlier, type People } from './people.ts'

/** How many in doubt stand on a page. */
export const doubtedPageSize = 5
/** How many of those who were found exactly are shown. */
const sample = 5
/** More than this share a name with nobody who can be told from them here. */
const mostCandidates = 8

/** "Are these the people?": those found exactly by one tick, those in doubt one by one. */
export function manyView(sight: Sight, people: People): ModalView {
  const { request, user, seen, basis } = people
  const crowd = crowdOf(people.finds)
  const page = pageOf(crowd.doubted, people.page, doubtedPageSize)
  const ticked = new Set(people.ticked)
  const bound = {
    deed: 'confirm-people',
    request: request.id,
    on: seen,
    user,
    item: basis,
  } as const
  const listed = { request: request.id, user, seen, item: `people ${basis}` }
  return modal(sight, {
    title: request.number,
    bound: { ...bound, page: page.page },
    submit: sight.words.window.people.submit,
    close: sight.words.window.review.close,
    blocks: [
      ...heading(sight, request),
      ...said(people.note),
      ...earlier(sight, people.finds),
      ...sureOnes(sight, crowd, ticked),
      ...(crowd.twice > 0 ? [context(sight.words.window.people['many-same'](crowd.twice))] : []),
      ...(page.of > 0 ? [section(`*${sight.words.window.people['many-doubt'](page.of)}*`)] : []),
      ...page.here.flatMap((one) => doubted(sight, one, { ticked, seen })),
      ...pageBlocks(sight, listed, page),
    ],
  })
}

function sureOnes(sight: Sight, { sure }: Crowd, ticked: ReadonlySet<number>): KnownBlock[] {
  if (sure.length === 0) return []
  const words = sight.words.window.people
  const named = sure.slice(0, sample).map((one) => `• ${nameOf(one)}`)
  const more = sure.length - sample
  const lines = [
    `*${words.many(sure.length)}*`,
    words['many-sample'],
    ...named,
    ...(more > 0 ? [words['many-more'](more)] : []),
  ]
  const isTicked = sure.every(({ id }) => ticked.has(id))
  return [
    section(lines.join('\n')),
    field(
      words['many-label'],
      checkboxes(
        'bulk',
        [option(words['many-all'](sure.length), 'all')],
        new Set(isTicked ? ['all'] : []),
      ),
      { block: 'bulk', optional: true },
    ),
  ]
}

const nameOf = ({ name, email, phone }: Candidate): string =>
  foreign(clip([name, email ?? phone ?? ''].filter(Boolean).join(', '), 200))

function doubted(
  sight: Sight,
  { person, subject, candidates }: Doubted,
  { ticked, seen }: { readonly ticked: ReadonlySet<number>; readonly seen: string },
): KnownBlock[] {
  const words = sight.words.window.people
  const here = candidates.slice(0, mostCandidates)
  const head = section(`*${person + 1}. ${foreign(clip(typed(subject), 200))}*`)
  if (here.length === 0) return [divider, head, context(words['many-none'])]
  return [
    divider,
    head,
    ...here.map((one) => described(sight, one, candidates)),
    field(
      words.label,
      checkboxes(
        `person-${person}`,
        here.map(({ id, name, email, phone }) =>
          option(name, String(id), email ?? phone ?? undefined),
        ),
        new Set([...ticked].map(String)),
      ),
      { block: `person-${person}-${seen.slice(0, 16)}`, optional: true, hint: words['many-left'] },
    ),
  ]
}

/** As somebody was named in the list. */
const typed = (subject: OneSubject): string =>
  'value' in subject ? subject.value : `${subject.by} ${subject.id}`
