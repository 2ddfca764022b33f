import { z } from 'zod'
import { ZendeskUnreadable } from './errors.ts'
import type { Call, Http } from './send.ts'

/** A list of Zendesk's, read page by page. */
export type Listing<Page, Item> = {
  path: string
  params?: Readonly<Record<string, number | string>>
  query?: Readonly<Record<string, string | number | boolean>>
  shape: z.ZodType<Page>
  items: (page: Page) => readonly Item[]
  /** How the list is asked for. Some lists know only one of the two ways. */
  by: 'cursor' | 'offset'
  /** Zendesk gives this list without pages too (audits of an archived ticket): then all is there. */
  mayComeWhole?: boolean
}

type Listed = Pick<Call<unknown>, 'method' | 'path' | 'params'> & { mayComeWhole?: boolean }
type Query = Readonly<Record<string, string | number | boolean>>

const PAGE_SIZE = 100

const Envelope = z.object({
  meta: z.object({ has_more: z.boolean(), after_cursor: z.string().nullish() }).optional(),
  links: z.object({ next: z.string().nullish() }).optional(),
  next_page: z.string().nullish(),
})

/**
 * Every item of a list, a page at a time: the next page is asked for when the last item of this one
 * has been taken. The addresses of next pages are never called: only the cursor or the page number
 * is read from them, because an address could lead our credentials to another host.
 *
 * https://developer.zendesk.com/api-reference/introduction/pagination/
 *
 * @throws ZendeskUnreadable when the pages go in a circle or don't say whether there are more.
 */
export async function* eachItem<Page, Item>(
  http: Http,
  { path, params, query, shape, items, by, mayComeWhole = false }: Listing<Page, Item>,
): AsyncGenerator<Item, void, undefined> {
  const call = {
    shape: shape.and(Envelope),
    method: 'GET',
    path,
    ...(params && { params }),
  } as const
  const listed = { ...call, mayComeWhole }
  const seen = new Set<string>()
  let at: Query | undefined = by === 'cursor' ? { 'page[size]': PAGE_SIZE } : offset('1')
  while (at) {
    const key = JSON.stringify(at)
    if (seen.has(key)) throw stuck(call, 'PageRepeated')
    seen.add(key)
    const page = await http.send({ ...call, query: { ...query, ...at } })
    const found = items(page)
    yield* found
    at = after(page, found.length, listed)
  }
}

/** Which page comes next: what to ask for, or `undefined` at the end. */
function after(page: z.infer<typeof Envelope>, length: number, call: Listed): Query | undefined {
  if (page.meta) return afterCursor(page.meta, page.links?.next, call)
  if (page.next_page) return afterOffset(page.next_page, call)
  // Without a word on pages a list is whole only if it is short: a full page may have been cut.
  const cut = page.next_page === undefined && length >= PAGE_SIZE
  if (cut && !call.mayComeWhole) throw stuck(call, 'NoPageEnd')
  return undefined
}

function afterCursor(
  meta: { has_more: boolean; after_cursor?: string | null | undefined },
  next: string | null | undefined,
  call: Listed,
): Query | undefined {
  if (!meta.has_more) return undefined
  const cursor = meta.after_cursor ?? parameter(next, 'page[after]')
  if (cursor === undefined) throw stuck(call, 'NoCursor')
  return { 'page[size]': PAGE_SIZE, 'page[after]': cursor }
}

function afterOffset(next: string, call: Listed): Query {
  const number = parameter(next, 'page')
  if (number === undefined || !/^[1-9]\d{0,8}$/.test(number)) throw stuck(call, 'NoPageNumber')
  return offset(number)
}

function offset(page: string): Query {
  return { per_page: PAGE_SIZE, page }
}

/** Reads one parameter out of an address, whatever host it names. */
function parameter(address: string | null | undefined, name: string): string | undefined {
  const query = address?.split('?')[1]?.split('#')[0]
  return query === undefined ? undefined : (new URLSearchParams(query).get(name) ?? undefined)
}

function stuck({ method, path, params }: Listed, code: string): ZendeskUnreadable {
  return new ZendeskUnreadable({ method, path, ids: Object.values(params ?? {}), code })
}
