import { addToDraft, type Refusal } from '../../flows/index.ts'
import type { Choice, FileVerdict, TicketFind } from '../../records/finds.ts'
import { refusalWords, type Words } from '../../words/index.ts'
import type { Form } from '../form.ts'
import { choiceFault, decidedOf } from './decided.ts'
import type { Row } from './finds-index.ts'
import type { Scene } from './scene.ts'
import {
  choiceFrom,
  hasBoxes,
  sentValues,
  shownValues,
  signOf,
  type Values,
  verdictsIn,
} from './values.ts'

/** What became of a page that was sent. */
export type Saved = {
  /** How many tickets were decided anew. */
  readonly kept: number
  /** What could not be kept, by ticket: as it was sent, and why. */
  readonly wrong: ReadonlyMap<number, { readonly values: Values; readonly why: string }>
}

/** More tickets than this stand on no page. */
const mostTickets = 200

/**
 * Keeps what was changed on a page, ticket by ticket: what cannot be is told of and keeps nothing else
 * from being kept, and what nobody touched here is left as another face of the draft may have set it.
 */
export async function save(scene: Scene, form: Form, mostTicks: number): Promise<Saved> {
  const { visit, office, index } = scene
  const ids = form.all('t').slice(0, mostTickets).map(Number)
  const rows: Row[] = []
  for (const id of ids) {
    const row = await index.find(id)
    if (row) rows.push(row)
  }
  const changed = (await index.findsOf(rows))
    .map((find) => ({ find, values: sentValues(form, find) }))
    .filter(({ find, values }) => signOf(values) !== form.one(`w.${find.id}`))
  const judged = changed.map((one) => judge(scene, one, mostTicks))
  const good = judged.filter(({ why }) => why === undefined)
  if (good.length > 0) {
    const { seen } = index.traces
    const more = { tickets: choicesIn(good), files: verdictsOf(good) }
    await addToDraft({ id: visit.request, by: visit.by, seen, more }, office.hands)
  }
  const wrong = judged.flatMap(({ find, values, why }) =>
    why === undefined ? [] : [[find.id, { values, why }] as const],
  )
  return { kept: good.length, wrong: new Map(wrong) }
}

type Judged = {
  readonly find: TicketFind
  readonly values: Values
  readonly choice?: Choice | undefined
  readonly files?: Record<string, FileVerdict>
  readonly why?: string | undefined
}

function judge(
  { visit, index, draft }: Scene,
  { find, values }: { readonly find: TicketFind; readonly values: Values },
  mostTicks: number,
): Judged {
  const { words } = visit.sight
  const was = shownValues(decidedOf(find, index.traces.index, draft), mostTicks)
  const files = verdictsIn(values, visit.by.user)
  // Files that somebody has looked at decide nothing about their ticket.
  const isFilesOnly = signOf({ ...values, files: {} }) === signOf({ ...was, files: {} })
  const choice = isFilesOnly ? undefined : choiceFrom(values, find, hasBoxes(find, mostTicks))
  const fault = choice && choiceFault(find, index.traces.index, choice)
  return { find, values, choice, files, why: fault && faultWords(words, fault) }
}

function faultWords(words: Words, { code, detail }: Refusal): string {
  if (code === 'still-undecided') return words.window.change['none-ticked']
  const why = Object.entries(words.window.reason).find(([name]) => name === detail)?.[1]
  return refusalWords(words, code, why ?? detail)
}

const choicesIn = (good: readonly Judged[]): Record<string, Choice> =>
  Object.fromEntries(
    good.flatMap(({ find, choice }) => (choice ? [[String(find.id), choice] as const] : [])),
  )

const verdictsOf = (good: readonly Judged[]): Record<string, Record<string, FileVerdict>> =>
  Object.fromEntries(
    good.flatMap(({ find, files = {}, values }) =>
      Object.keys(values.files).length > 0 ? [[String(find.id), files] as const] : [],
    ),
  )
