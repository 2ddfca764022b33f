import type { InputBlock, KnownBlock, ModalView } from '@slack/types'
import { actions, button, clip, context, divider, foreign, modal, option, section } from '../kit.ts'
import type { Sight } from '../sight.ts'
import { type FileItem, fileTally } from './file-items.ts'
import { ticketLink } from './link.ts'
import { type Listed, type Page, pageBlocks } from './pages.ts'
import { field, said, warned } from './parts.ts'

/** One page of the files and recordings in tickets that stay. */
export type Files = Omit<Listed, 'item'> & {
  readonly page: Page<FileItem>
  readonly host: string | undefined
  readonly note?: string | undefined
}

/** How many stand on a page. */
export const filesPageSize = 10

/** Each with what it is and where, and what somebody has seen in it. Nothing need be answered. */
export function filesView(sight: Sight, files: Files): ModalView {
  const { request, user, seen, page, note } = files
  const words = sight.words.window.files
  const bound = {
    deed: 'set-files',
    request,
    on: seen,
    user,
    item: 'files',
    page: page.page,
  } as const
  const isLast = page.page === page.pages - 1
  return modal(sight, {
    title: words.title,
    bound,
    ...(page.of > 0 ? { submit: isLast ? words.save : words['save-next'] } : {}),
    close: words.close,
    blocks: [
      ...said(note),
      section(page.of > 0 ? words.text : words.empty),
      ...(page.of > 0 ? [forAll(sight, files)] : []),
      ...page.here.flatMap((item, i) => row(sight, files, item, fieldName(item, i))),
      ...pageBlocks(sight, { request, user, seen, item: 'files' }, page),
    ],
  })
}

function forAll(sight: Sight, { request, user, seen, page }: Files): KnownBlock {
  const words = sight.words.window.files
  const bound = { deed: 'set-files', request, on: seen, user, page: page.page } as const
  return actions(
    button(sight, words.none, { ...bound, item: 'files none' }, { mark: 'none' }),
    button(sight, words.all, { ...bound, item: 'files all' }, { mark: 'all' }),
  )
}

function row(sight: Sight, { host }: Files, item: FileItem, name: string): KnownBlock[] {
  const words = sight.words.window.files
  const title = item.kind === 'call' ? words.recording : foreign(clip(item.name, 200)) || '—'
  const { id, subject } = item.ticket
  const where = [words.in(String(id)), foreign(clip(subject, 150))].filter(Boolean).join(' · ')
  return [
    divider,
    section(`*${title}*\n${[...traits(sight, item), where].join(' · ')}`),
    context(ticketLink(host, id, words.open)),
    ...warned(item.malware ? words.malware : undefined),
    ...(item.removable ? [verdictField(sight, item, name)] : [context(words.fixed)]),
  ]
}

function traits({ words }: Sight, { kind, type, size, inline }: FileItem): string[] {
  const { files } = words.window
  if (kind === 'call') return []
  return [
    ...(type ? [foreign(clip(type, 80))] : []),
    ...(size === null ? [] : [files.bytes(size)]),
    ...(inline ? [files.inline] : []),
  ]
}

/** No two on a page have the same; ids of calls may hold anything. */
const fieldName = (item: FileItem, i: number): string => `f${i}-${bareKey(item)}`

const bareKey = ({ key }: FileItem): string => key.replaceAll(/[^\w-]/g, '_').slice(0, 80)

/** Whether a field of the form is about this one. */
export const isFieldOf = (name: string, item: FileItem): boolean =>
  /^f\d/.test(name) && name.slice(name.indexOf('-') + 1) === bareKey(item)

/** What holds malware nobody should open: then nobody can say what it shows. */
const waysFor = ({ malware }: FileItem) =>
  malware
    ? (['nobody-opened', 'redact'] as const)
    : (['nobody-opened', 'redact', 'nothing-there'] as const)

function verdictField(sight: Sight, item: FileItem, name: string): InputBlock {
  const words = sight.words.window.files
  const options = waysFor(item).map((one) => option(words[one], one))
  const now = item.verdict?.verdict ?? 'nobody-opened'
  const initial = options.find(({ value }) => value === now)
  return field(
    words.label,
    {
      type: 'radio_buttons',
      action_id: name,
      options,
      ...(initial ? { initial_option: initial } : {}),
    },
    // What was set by a button is shown only in a field that Slack takes for a new one.
    { block: `${name}-${now}` },
  )
}

/** What stands of them in the review: nothing where there are none. */
export function filesLine({ words }: Sight, items: readonly FileItem[]): string {
  const { files } = words.window
  const { unopened, redacted, harmless } = fileTally(items)
  return [
    ...(unopened > 0 ? [files.unopened(unopened)] : []),
    ...(redacted > 0 ? [files.redacted(redacted)] : []),
    ...(harmless > 0 ? [files.harmless(harmless)] : []),
  ].join(' · ')
}
