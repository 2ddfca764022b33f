import { z } from 'zod'
import type { Passage, TicketFind } from '../../records/finds.ts'
import type { OperationKind } from '../../records/plan.ts'
import { readHtml } from '../matching/html-source.ts'
import { Answer } from '../operations/answer-send.ts'
import { ChatRedaction } from '../operations/chat-redact.ts'
import { Redaction } from '../operations/comment-redact.ts'
import { readable } from '../operations/comment-redact-text.ts'
import type { Item } from '../operations/kind.ts'
import { Edit } from '../operations/ticket-edit.ts'

/** A piece of a text that somebody wrote: what goes, what is spoken of and stays, what is around it. */
export type Run = { readonly text: string; readonly is: 'goes' | 'stays' | 'around' }

/** What an operation changes, as a person reads it. Personal data: never for a message. */
export type ShownChange = {
  /** Each passage with what stands around it. */
  readonly passages: readonly (readonly Run[])[]
  /** Whole texts that are replaced; without `field` the subject. */
  readonly texts: readonly {
    readonly field?: number
    readonly before?: string
    readonly after: string | null
  }[]
  /** Files that are emptied, by their names. */
  readonly files: readonly string[]
  /** What is said to the person. */
  readonly body?: string
}

const nothing: ShownChange = { passages: [], texts: [], files: [] }

/**
 * What an operation changes, read from the value that the plan's digest binds. `find`: the ticket as
 * it was decided on, for what stood there before.
 */
export const shownChange = (item: Item, find?: TicketFind): ShownChange => ({
  ...nothing,
  ...shown[item.operation.kind]?.(item, find),
})

type Show = (item: Item, find?: TicketFind) => Partial<ShownChange>

const namedFile: Show = ({ change }) => ({ files: [Named.parse(change).name] })

/** Of each kind that changes a text or a file. The others act on a whole thing. */
const shown: Partial<Record<OperationKind, Show>> = {
  'comment.redact': ({ change }) => {
    const { html = '', files } = Redaction.parse(change)
    return { passages: marked(html), files: files.map(({ name }) => name) }
  },
  'comment.redact-text': ({ change, address }, find) => ({
    passages: wherever(Text.parse(change).text, find?.bodies[String(address.comment)]),
  }),
  'chat.redact': ({ change }) => ({ passages: marked(asHtml(ChatRedaction.parse(change).text)) }),
  'attachment.redact': namedFile,
  'chat-file.redact': namedFile,
  'ticket.edit': ({ change }, find) => ({ texts: replaced(Edit.parse(change), find) }),
  'identity.delete': ({ change }) => ({
    passages: [[run(Identity.parse(change).value, 'goes')]],
  }),
  'answer.send': ({ change }) => ({ body: Answer.parse(change).body }),
}

/** A passage that stays, with what stands around it. */
export const shownPassage = ({ before, hit, after }: Passage): Run[] =>
  [run(before, 'around'), run(hit, 'stays'), run(after, 'around')].filter(({ text }) => text !== '')

const Text = z.object({ text: z.string() })
const Named = z.object({ name: z.string() })
const Identity = z.object({ type: z.string(), value: z.string() })

/** A plain text with marks, as HTML with the same marks. */
const asHtml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(/&lt;(\/?redact)>/g, '<$1>')

const run = (text: string, is: Run['is']): Run => ({ text, is })

/** How much is shown before the first and after the last of what goes. */
const margin = 80
/** Passages that stand farther from each other are shown apart. */
const far = 2 * margin

/** The passages of a comment's HTML between Zendesk's marks, and what goes with a marked element. */
function marked(html: string): Run[][] {
  const runs = html
    .split(/<redact>|<\/redact>/)
    .map((piece, i) => run(readable(piece), i % 2 === 1 ? 'goes' : 'around'))
  return [...passagesIn(joined(runs)), ...hiddenIn(html)]
}

/** What a reader cannot see and goes all the same: an address behind a link, the source of an image. */
const hiddenIn = (html: string): Run[][] =>
  [...html.matchAll(/<[a-z][^<>]*\sredact(?=[\s/>])[^<>]*>/gi)].map(([tag]) => {
    const values = readHtml(tag).tags.flatMap((one) => one.values)
    return [run(values.join(' ') || tag, 'goes')]
  })

/** Neighbours of one sort as one; what only tags part is one passage. */
function joined(runs: readonly Run[]): Run[] {
  const all: Run[] = []
  for (const { text, is } of runs) {
    const last = all.at(-1)
    if (text === '') continue
    if (last?.is === is) all[all.length - 1] = run(last.text + text, is)
    else all.push(run(text, is))
  }
  return all
}

function passagesIn(runs: readonly Run[]): Run[][] {
  const passages: Run[][] = []
  let open: Run[] = []
  for (const [i, one] of runs.entries()) {
    const isGap = one.is === 'around' && one.text.length > far
    if (!isGap) {
      open.push(one)
      continue
    }
    if (i > 0) passages.push([...open, run(`${one.text.slice(0, margin)}…`, 'around')])
    open = [run(`…${one.text.slice(-margin)}`, 'around')]
  }
  return [...passages, open].filter((passage) => passage.some(({ is }) => is === 'goes'))
}

/** A text that goes wherever it stands in its comment, and what stands around it there. */
function wherever(text: string, body: string | undefined): Run[][] {
  const pieces = body === undefined ? [] : readable(body).split(text)
  if (pieces.length < 2) return [[run(text, 'goes')]]
  const runs = pieces.flatMap((piece, i) => [
    ...(i > 0 ? [run(text, 'goes')] : []),
    run(piece, 'around'),
  ])
  return passagesIn(joined(runs))
}

function replaced({ subject, fields }: Edit, find?: TicketFind): ShownChange['texts'] {
  return [
    ...(subject === undefined ? [] : [{ ...was(find?.subject), after: subject }]),
    ...fields.map(({ id, value }) => ({ field: id, ...was(find?.fields[id]), after: value })),
  ]
}

const was = (text: string | undefined): { before?: string } =>
  text === undefined ? {} : { before: text }
