import { Refusal } from '../../flows/index.ts'
import type { FileVerdict } from '../../records/finds.ts'
import type { Unfinished } from '../../records/unfinished.ts'
import { type FileItem, filesOf } from '../../views/window/file-items.ts'
import { filesPageSize, filesView, isFieldOf } from '../../views/window/files.ts'
import { type Page, pageOf } from '../../views/window/pages.ts'
import type { Office, Reply, Visited } from '../deed.ts'
import { type About, aboutOf, inWindow, overIt, textIn, windowOf } from './about.ts'
import { closing, keep, refreshed } from './draft.ts'
import { type FoundNow, foundNow } from './found.ts'

/** Opens what nobody has looked at yet. */
export const seeFiles = inWindow(
  'decide',
  async (visited, office) => {
    const about = aboutOf(visited)
    const found = await foundNow(about.id, office)
    if (found.seen !== about.seen) throw new Refusal('finds-outdated')
    return { kind: 'push', view: viewOf(visited, about, found) }
  },
  overIt,
)

/** What was seen in files: sent off, or one word for all of them. */
export const setFiles = inWindow('decide', async (visited, office) => {
  if (visited.way === 'action') return await setAll(visited, office)
  if (visited.way !== 'submission') return { kind: 'nothing' }
  const about = aboutOf(visited)
  const page = await keepSeen(visited, about, office)
  if (page.page === page.pages - 1) return await closing(visited, office)
  await refreshed(visited, office)
  return await shown(visited, { ...about, page: page.page + 1 }, office)
})

/** Another page; what was said on this one is kept. */
export async function turnFiles(visited: Visited, office: Office): Promise<Reply> {
  const left = office.tokens.open(windowOf(visited)?.metadata ?? '')
  if (left) {
    await keepSeen(visited, aboutOf({ bound: left }), office)
    await refreshed(visited, office)
  }
  return await shown(visited, aboutOf(visited), office)
}

async function keepSeen(visited: Visited, about: About, office: Office): Promise<Page<FileItem>> {
  const found = await foundNow(about.id, office)
  const page = pageIn(about, found)
  const said = page.here.flatMap((item) => {
    const verdict = verdictIn(visited, item)
    return verdict ? [{ item, verdict }] : []
  })
  if (said.length > 0)
    await keep(visited, office, { files: filesAfter(said, visited.by.user)(found) })
  return page
}

type Said = { readonly item: FileItem; readonly verdict: FileVerdict['verdict'] | 'nobody-opened' }

/** What is chosen for one; nothing where its field is not there, or says what stood there before. */
function verdictIn(visited: Visited, item: FileItem): Said['verdict'] | undefined {
  const name = Object.keys(visited.values).find((one) => isFieldOf(one, item))
  const chosen = name ? textIn(visited, name) : ''
  const isSame = chosen === (item.verdict?.verdict ?? 'nobody-opened')
  if (isSame || !item.removable) return undefined
  return verdicts.find((one) => one === chosen)
}

const verdicts = ['nobody-opened', 'redact', 'nothing-there'] as const

/** The verdicts of every ticket that one of these is in. Who says it stands beside it. */
const filesAfter =
  (said: readonly Said[], by: string) =>
  ({ tickets }: FoundNow): NonNullable<Unfinished['files']> => {
    const touched = new Set(said.map(({ item }) => item.ticket.id))
    const before = tickets.filter(({ find }) => touched.has(find.id))
    const after = new Map(before.map(({ find, files }) => [find.id, { ...files }]))
    for (const { item, verdict } of said) {
      const files = after.get(item.ticket.id)
      if (!files) continue
      if (verdict === 'nobody-opened') delete files[item.id]
      else files[item.id] = { verdict, by }
    }
    return Object.fromEntries(after)
  }

async function setAll(visited: Visited, office: Office): Promise<Reply> {
  const about = aboutOf(visited)
  const { files: words } = visited.sight.words.window
  const found = await foundNow(about.id, office)
  const verdict = about.item === 'files all' ? 'redact' : 'nobody-opened'
  const all = filesOf(found)
  const going = all.filter(({ removable }) => verdict !== 'redact' || removable)
  const said = going.map((item) => ({ item, verdict }) as const)
  await keep(visited, office, { files: filesAfter(said, visited.by.user)(found) })
  await refreshed(visited, office)
  const fixed = all.length - going.length
  const done = verdict === 'redact' ? words['set-all'](going.length) : words['set-none']
  const note = [done, ...(fixed > 0 ? [words.cannot(fixed)] : [])].join(' ')
  return await shown(visited, about, office, note)
}

const shown = async (
  visited: Visited,
  about: About,
  office: Office,
  note?: string,
): Promise<Reply> => ({
  kind: 'show',
  view: viewOf(visited, about, await foundNow(about.id, office), note),
})

const viewOf = (
  { by, sight }: Visited,
  about: About,
  found: FoundNow,
  note?: string,
): ReturnType<typeof filesView> =>
  filesView(sight, {
    request: about.id,
    user: by.user,
    seen: found.seen,
    page: pageIn(about, found),
    host: found.host,
    note,
  })

const pageIn = ({ page }: Pick<About, 'page'>, found: FoundNow): Page<FileItem> =>
  pageOf(filesOf(found), page, filesPageSize)
